//! Power cuts: what a disk holds after one, for databases that were being written.
//!
//! Every write that SQLite makes goes through [`watch`]ed methods. Until the file is synced, a write is only noted as unsynced: a cut may lose it.
//! A cut falls on any single write, truncation or sync of a folder's databases, which is then not carried out. What the folder's disk held is
//! put into a copy, and whoever had the folder open reads and writes nothing any more.
//!
//! **Modelled**, each drawn anew at every cut: all unsynced writes are lost · all are there · the last ones are lost · any of them, in sectors of
//! 512 bytes, in any order. A file that was never synced is empty. Files beside the databases that have no final name yet (in `tmp`, or ending
//! in `.part` or `.tmp`) are gone, cut short, zeroed from somewhere on, or whole.
//!
//! **Not modelled**: a disk that says it has synced and has not; a sector that holds neither old nor new bytes; damage beside what was written;
//! files beside the databases under their final names, which the code syncs before it names them, and folders whose renames are lost; a deleted
//! log that comes back.

use std::collections::{BTreeMap, HashMap};
use std::ffi::CStr;
use std::fs;
use std::os::raw::{c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;
use rusqlite::ffi;

const SECTOR: usize = 512;

/// One write that the disk may not have yet.
struct Unsynced {
    offset: usize,
    before: Vec<u8>,
    after: Vec<u8>,
    /// Length of the file before and after it.
    length: (usize, usize),
}

/// A cut that is to come, or came.
struct Cut {
    folder: PathBuf,
    /// Operations until it comes; none once it came.
    left: Option<u32>,
    copy: PathBuf,
    random: ChaCha12Rng,
}

struct Open {
    path: PathBuf,
    methods: &'static ffi::sqlite3_io_methods,
}

#[derive(Default)]
struct Disk {
    /// Open files, by where SQLite keeps them.
    open: HashMap<usize, Open>,
    unsynced: BTreeMap<PathBuf, Vec<Unsynced>>,
    cuts: Vec<Cut>,
    /// Our methods in place of theirs, by where theirs are.
    replaced: HashMap<usize, &'static ffi::sqlite3_io_methods>,
}

static DISK: Mutex<Option<Disk>> = Mutex::new(None);
static WATCH: Once = Once::new();

struct Held(MutexGuard<'static, Option<Disk>>);

impl std::ops::Deref for Held {
    type Target = Disk;

    fn deref(&self) -> &Disk {
        self.0.as_ref().expect("made when it was taken")
    }
}

impl std::ops::DerefMut for Held {
    fn deref_mut(&mut self) -> &mut Disk {
        self.0.as_mut().expect("made when it was taken")
    }
}

fn disk() -> Held {
    let mut held = DISK.lock().unwrap_or_else(PoisonError::into_inner);
    held.get_or_insert_default();
    Held(held)
}

/// Looks at everything that SQLite writes in this process from now on.
#[allow(unsafe_code)]
pub fn watch() {
    WATCH.call_once(|| {
        // SAFETY: SQLite's own default file system, copied with two methods replaced; both live as long as the process.
        unsafe {
            let theirs = ffi::sqlite3_vfs_find(std::ptr::null());
            let mut ours = *theirs;
            ours.pNext = std::ptr::null_mut();
            ours.zName = c"watched".as_ptr();
            ours.pAppData = theirs.cast();
            ours.xOpen = Some(open);
            ours.xDelete = Some(delete);
            let registered = ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), 1);
            assert_eq!(registered, ffi::SQLITE_OK, "the file system is taken");
        }
    });
}

/// Cuts the power of a folder after so many operations of its databases. What its disk holds then comes into `copy`.
pub fn cut_after(folder: &Path, operations: u32, copy: &Path, seed: u64) {
    let mut disk = disk();
    disk.cuts.retain(|cut| cut.folder != folder);
    let random = ChaCha12Rng::seed_from_u64(seed);
    disk.cuts.push(Cut { folder: folder.to_owned(), left: Some(operations), copy: copy.to_owned(), random });
}

/// Cuts the power of a folder now, if a cut was to come and has not. Gives the copy of what its disk held, where there was a cut.
pub fn cut_now(folder: &Path) -> Option<PathBuf> {
    let mut disk = disk();
    disk.operation(&folder.join("now"), true);
    disk.cuts.iter().find(|cut| cut.folder == folder).map(|cut| cut.copy.clone())
}

/// Whether the power of a folder was cut.
pub fn is_cut(folder: &Path) -> bool {
    disk().is_cut(folder)
}

/// Power again. Whoever had the folder open must have let go of it.
pub fn restore(folder: &Path) {
    let mut disk = disk();
    disk.cuts.retain(|cut| cut.folder != folder);
    disk.unsynced.retain(|path, _| !path.starts_with(folder));
}

impl Disk {
    fn is_cut(&self, path: &Path) -> bool {
        self.cuts.iter().any(|cut| cut.left.is_none() && path.starts_with(&cut.folder))
    }

    /// Counts an operation on a file; `true` when it must not happen, because the power is gone.
    fn operation(&mut self, path: &Path, now: bool) -> bool {
        let mut cuts = std::mem::take(&mut self.cuts);
        let mut gone = false;
        for cut in cuts.iter_mut().filter(|cut| path.starts_with(&cut.folder)) {
            match &mut cut.left {
                Some(left) if *left > 0 && !now => *left -= 1,
                Some(_) => {
                    cut.left = None;
                    self.leave(cut);
                    gone = true;
                }
                None => gone = true,
            }
        }
        self.cuts = cuts;
        gone
    }

    /// Writes what the disk holds at this moment into the copy.
    fn leave(&self, cut: &mut Cut) {
        copy_folder(&cut.folder, &cut.copy, &mut |path, bytes| match self.unsynced.get(path) {
            Some(writes) => lose(bytes, writes, &mut cut.random),
            None if is_under_way(path) => tear(bytes, &mut cut.random),
            None => {}
        });
    }
}

fn is_under_way(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "part" || end == "tmp") || path.parent().is_some_and(|folder| folder.ends_with("tmp"))
}

/// Loses some of the unsynced writes of a file.
fn lose(bytes: &mut Vec<u8>, writes: &[Unsynced], random: &mut ChaCha12Rng) {
    for write in writes.iter().rev() {
        bytes.resize(write.length.0, 0);
        put(bytes, write.offset, &write.before);
    }
    let kept = match random.random_range(0..4) {
        0 => 0,
        1 => writes.len(),
        2 => random.random_range(0..=writes.len()),
        _ => {
            for write in writes {
                if write.length.1 < write.length.0 || write.length.1 > bytes.len() {
                    bytes.resize(write.length.1, 0);
                }
                for (index, sector) in write.after.chunks(SECTOR).enumerate().filter(|_| random.random_bool(0.5)) {
                    put(bytes, write.offset + index * SECTOR, sector);
                }
            }
            return;
        }
    };
    for write in &writes[..kept] {
        bytes.resize(write.length.1, 0);
        put(bytes, write.offset, &write.after);
    }
}

fn put(bytes: &mut Vec<u8>, offset: usize, new: &[u8]) {
    if bytes.len() < offset + new.len() {
        bytes.resize(offset + new.len(), 0);
    }
    bytes[offset..offset + new.len()].copy_from_slice(new);
}

/// What a power cut leaves of a file that nobody synced.
fn tear(bytes: &mut Vec<u8>, random: &mut ChaCha12Rng) {
    let at = random.random_range(0..=bytes.len());
    match random.random_range(0..4) {
        0 => bytes.clear(),
        1 => bytes.truncate(at),
        2 => bytes[at..].fill(0),
        _ => {}
    }
}

fn copy_folder(from: &Path, to: &Path, change: &mut impl FnMut(&Path, &mut Vec<u8>)) {
    fs::create_dir_all(to).expect("a folder for the copy");
    for entry in fs::read_dir(from).expect("the folder is there").map(|entry| entry.expect("an entry")) {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &target, change);
        } else if !path.to_string_lossy().ends_with("-shm") {
            // Shared memory is no file of the disk.
            let mut bytes = fs::read(&path).expect("a file of the folder");
            change(&path, &mut bytes);
            fs::write(&target, bytes).expect("the copy is written");
        }
    }
}

#[allow(unsafe_code)]
unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: called by SQLite with its own arguments, which are handed on to its own method; the file is theirs but for the table of methods.
    unsafe {
        let theirs = (*vfs).pAppData.cast::<ffi::sqlite3_vfs>();
        let opened = (*theirs).xOpen.map_or(ffi::SQLITE_CANTOPEN, |open| open(theirs, name, file, flags, out));
        if opened == ffi::SQLITE_OK && !name.is_null() && !(*file).pMethods.is_null() {
            let path = PathBuf::from(CStr::from_ptr(name).to_string_lossy().into_owned());
            let methods: &'static ffi::sqlite3_io_methods = &*(*file).pMethods;
            let mut disk = disk();
            let ours = *disk.replaced.entry(std::ptr::from_ref(methods) as usize).or_insert_with(|| {
                let mut ours = *methods;
                ours.xClose = Some(close);
                ours.xRead = Some(read);
                ours.xWrite = Some(write);
                ours.xTruncate = Some(truncate);
                ours.xSync = Some(sync);
                Box::leak(Box::new(ours))
            });
            disk.open.insert(file as usize, Open { path, methods });
            (*file).pMethods = ours;
        }
        opened
    }
}

#[allow(unsafe_code)]
unsafe extern "C" fn delete(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    // SAFETY: as in `open`.
    unsafe {
        let theirs = (*vfs).pAppData.cast::<ffi::sqlite3_vfs>();
        let path = PathBuf::from(CStr::from_ptr(name).to_string_lossy().into_owned());
        let mut disk = disk();
        if disk.operation(&path, false) {
            return ffi::SQLITE_IOERR_DELETE;
        }
        disk.unsynced.remove(&path);
        drop(disk);
        (*theirs).xDelete.map_or(ffi::SQLITE_IOERR_DELETE, |delete| delete(theirs, name, sync))
    }
}

/// A watched file: its path, and its own methods.
fn watched(disk: &Disk, file: *mut ffi::sqlite3_file) -> (PathBuf, &'static ffi::sqlite3_io_methods) {
    let open = disk.open.get(&(file as usize)).expect("only watched files have these methods");
    (open.path.clone(), open.methods)
}

#[allow(unsafe_code)]
unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    let Some(open) = disk().open.remove(&(file as usize)) else { return ffi::SQLITE_IOERR_CLOSE };
    // SAFETY: SQLite's own method on SQLite's own file, here and below.
    unsafe { open.methods.xClose.map_or(ffi::SQLITE_IOERR_CLOSE, |close| close(file)) }
}

#[allow(unsafe_code)]
unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, to: *mut c_void, amount: c_int, offset: ffi::sqlite3_int64) -> c_int {
    let disk = disk();
    let (path, methods) = watched(&disk, file);
    if disk.is_cut(&path) {
        return ffi::SQLITE_IOERR_READ;
    }
    drop(disk);
    // SAFETY: see `close`.
    unsafe { methods.xRead.map_or(ffi::SQLITE_IOERR_READ, |read| read(file, to, amount, offset)) }
}

#[allow(unsafe_code)]
unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, from: *const c_void, amount: c_int, offset: ffi::sqlite3_int64) -> c_int {
    let mut disk = disk();
    let (path, methods) = watched(&disk, file);
    if disk.operation(&path, false) {
        return ffi::SQLITE_IOERR_WRITE;
    }
    let (start, count) = (offset as usize, amount as usize);
    // SAFETY: SQLite promises `amount` bytes at `from`; the rest as in `close`.
    unsafe {
        let after = std::slice::from_raw_parts(from.cast::<u8>(), count).to_vec();
        let length = length(methods, file);
        let before = held(methods, file, start, length.min(start + count));
        disk.unsynced.entry(path).or_default().push(Unsynced { offset: start, before, after, length: (length, length.max(start + count)) });
        methods.xWrite.map_or(ffi::SQLITE_IOERR_WRITE, |write| write(file, from, amount, offset))
    }
}

#[allow(unsafe_code)]
unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    let mut disk = disk();
    let (path, methods) = watched(&disk, file);
    if disk.operation(&path, false) {
        return ffi::SQLITE_IOERR_TRUNCATE;
    }
    // SAFETY: see `close`.
    unsafe {
        let length = length(methods, file);
        let before = held(methods, file, size as usize, length);
        disk.unsynced.entry(path).or_default().push(Unsynced {
            offset: size as usize,
            before,
            after: Vec::new(),
            length: (length, size as usize),
        });
        methods.xTruncate.map_or(ffi::SQLITE_IOERR_TRUNCATE, |truncate| truncate(file, size))
    }
}

#[allow(unsafe_code)]
unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    let mut disk = disk();
    let (path, methods) = watched(&disk, file);
    if disk.operation(&path, false) {
        return ffi::SQLITE_IOERR_FSYNC;
    }
    disk.unsynced.remove(&path);
    // SAFETY: see `close`.
    unsafe { methods.xSync.map_or(ffi::SQLITE_IOERR_FSYNC, |sync| sync(file, flags)) }
}

/// # Safety
/// `methods` are the own ones of the open `file`.
#[allow(unsafe_code)]
unsafe fn length(methods: &ffi::sqlite3_io_methods, file: *mut ffi::sqlite3_file) -> usize {
    let mut length: ffi::sqlite3_int64 = 0;
    // SAFETY: the caller's promise.
    unsafe { methods.xFileSize.map(|size| size(file, &raw mut length)) };
    length as usize
}

/// The bytes that the file holds from `start` to `end`.
///
/// # Safety
/// As [`length`].
#[allow(unsafe_code)]
unsafe fn held(methods: &ffi::sqlite3_io_methods, file: *mut ffi::sqlite3_file, start: usize, end: usize) -> Vec<u8> {
    let mut bytes = vec![0; end.saturating_sub(start)];
    if !bytes.is_empty() {
        // SAFETY: the caller's promise; the buffer has just that many bytes.
        unsafe { methods.xRead.map(|read| read(file, bytes.as_mut_ptr().cast(), bytes.len() as c_int, start as ffi::sqlite3_int64)) };
    }
    bytes
}
