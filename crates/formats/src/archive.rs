//! A ZIP archive that is written from its beginning to its end, into whatever takes bytes.

use std::io::{self, Write};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

/// Bytes from which a file needs the layout for large ones.
const LARGE: u64 = u32::MAX as u64 / 2;

/// An archive that is being written.
pub struct Archive<W: Write>(ZipWriter<StreamWriter<W>>);

impl<W: Write> std::fmt::Debug for Archive<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Archive")
    }
}

impl<W: Write> Archive<W> {
    /// Begins an archive.
    pub fn begin(out: W) -> Self {
        Self(ZipWriter::new_stream(out))
    }

    /// Begins the next file, of so many bytes. Its time says nothing: when a file was put in stands in the case.
    pub fn file(&mut self, path: &str, bytes: u64) -> io::Result<()> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(bytes >= LARGE);
        Ok(self.0.start_file(path, options)?)
    }

    /// Writes the end and gives back what took the bytes.
    pub fn finish(self) -> io::Result<W> {
        Ok(self.0.finish()?.into_inner())
    }
}

impl<W: Write> Write for Archive<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
