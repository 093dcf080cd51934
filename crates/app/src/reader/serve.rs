//! The other side of the pipe: what the program does that was started to read a document.

use std::io::{self, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::process::ExitCode;

use praesto_preview::{Cannot, see, wire};

use super::{NOT_CONFINED, SWITCH, confine};

/// Whether this program was started to read a document. A program that can be asked to calls [`serve`] before it does anything else.
pub fn asked() -> bool {
    let mut arguments = std::env::args_os().skip(1);
    arguments.next().is_some_and(|argument| argument == SWITCH) && arguments.next().is_none()
}

/// Reads a document from standard input and says what can be shown of it. Shut in before it reads the first byte.
pub fn serve() -> ExitCode {
    // What a fault says could quote the document.
    set_hook(Box::new(|_| {}));
    if confine().is_err() {
        return ExitCode::from(NOT_CONFINED as u8);
    }
    match answer() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer() -> io::Result<()> {
    let (ask, bytes) = wire::question(&mut io::stdin().lock())?;
    let seen = catch_unwind(AssertUnwindSafe(|| see(bytes, &ask))).unwrap_or(Err(Cannot::Damaged));
    let mut out = BufWriter::new(io::stdout().lock());
    wire::answer(&seen, &mut out)?;
    out.flush()
}
