//! What a chunk of automerge's binary format stands for, told from its bytes before automerge reads it. Columns are run-length coded: some bytes
//! of a forged one can stand for more operations than anybody has time for, or for one long text a million times.
//!
//! Layout: Automerge binary format specification, "chunks" and "columns".

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
/// Types of chunks.
const DOCUMENT: u8 = 0;
const CHANGE: u8 = 1;
/// The bit of a column's specification that says it is compressed.
const COMPRESSED: u64 = 0b1000;
/// Actors, heads, dependencies or columns of one chunk. A case is worked on from some dozens of computers, each with an actor for every unlock.
const MOST: u64 = 1 << 16;
/// Bytes of an actor, at most: 24 in this office, 16 in the constant changes.
const ACTOR: u64 = 32;
/// Bytes of texts of one column, each counted as often as it comes.
const TEXT: u64 = 8 << 20;

/// Operations of one record at most. The largest save of all, an import of a case with as many entries of each kind as one may have, makes half.
pub(super) const CHANGE_OPERATIONS: u64 = 1 << 15;
/// Operations of a whole document at most.
const DOCUMENT_OPERATIONS: u64 = 1 << 19;

/// The first chunk, which must be a change that stands for at most `operations` operations; the number of those; and what follows.
pub(super) fn split_change(bytes: &[u8], operations: u64) -> Option<(&[u8], u64, &[u8])> {
    let mut at = Cursor(bytes);
    let data = at.chunk(CHANGE)?;
    let (chunk, rest) = bytes.split_at(bytes.len() - at.0.len());
    let mut at = Cursor(data);
    for _ in 0..at.count()? {
        at.take(32)?;
    }
    at.actor()?;
    // Sequence number, first operation, time: bounded elsewhere.
    for _ in 0..3 {
        at.number()?;
    }
    at.bytes()?;
    for _ in 0..at.count()? {
        at.actor()?;
    }
    let columns = at.columns()?;
    Some((chunk, at.items(&columns, operations)?, rest))
}

/// The heads that a document states, sorted, if it is exactly one plain chunk. Compressed columns are refused: payloads are compressed as a whole,
/// and a small column must not unfold.
pub(super) fn document_heads(bytes: &[u8]) -> Option<Vec<[u8; 32]>> {
    let mut at = Cursor(bytes);
    let mut data = Cursor(at.chunk(DOCUMENT)?);
    if !at.0.is_empty() {
        return None;
    }
    for _ in 0..data.count()? {
        data.actor()?;
    }
    let mut heads = Vec::new();
    for _ in 0..data.count()? {
        heads.push(*data.take(32)?.first_chunk::<32>()?);
    }
    let (of_changes, of_operations) = (data.columns()?, data.columns()?);
    data.items(&of_changes, DOCUMENT_OPERATIONS)?;
    data.items(&of_operations, DOCUMENT_OPERATIONS)?;
    heads.sort_unstable();
    Some(heads)
}

/// What a column holds: the lowest three bits of its specification.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// How many values of the columns beside it belong to each item.
    Group,
    /// Numbers, differences, actors, kinds and lengths of values.
    Number,
    Boolean,
    Text,
    /// Bytes of values, as many as their lengths say.
    Value,
}

struct Column {
    kind: Kind,
    length: usize,
}

struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// An LEB128 number, without looking at what its highest bits mean.
    fn number(&mut self) -> Option<u64> {
        self.leb128().map(|(number, _)| number)
    }

    /// A signed LEB128 number.
    fn signed(&mut self) -> Option<i64> {
        let (number, bits) = self.leb128()?;
        let unused = 64_u32.saturating_sub(bits);
        Some((number << unused) as i64 >> unused)
    }

    fn leb128(&mut self) -> Option<(u64, u32)> {
        let (mut number, mut bits) = (0, 0);
        while bits < 64 {
            let byte = self.take(1)?[0];
            number |= u64::from(byte & 0x7f) << bits;
            bits += 7;
            if byte & 0x80 == 0 {
                return Some((number, bits));
            }
        }
        None
    }

    /// A number of things that follow.
    fn count(&mut self) -> Option<u64> {
        self.number().filter(|count| *count <= MOST)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(usize::try_from(length).ok()?)
    }

    fn actor(&mut self) -> Option<&'a [u8]> {
        self.bytes().filter(|actor| actor.len() as u64 <= ACTOR)
    }

    /// The data of a chunk: magic (4) ‖ checksum (4) ‖ type (1) ‖ length (LEB128) ‖ data.
    fn chunk(&mut self, kind: u8) -> Option<&'a [u8]> {
        if self.take(4)? != MAGIC {
            return None;
        }
        self.take(4)?;
        if self.take(1)? != [kind] { None } else { self.bytes() }
    }

    /// What the columns of a chunk are, none of them compressed.
    fn columns(&mut self) -> Option<Vec<Column>> {
        let count = self.count()?;
        let mut columns = Vec::new();
        for _ in 0..count {
            let (specification, length) = (self.number()?, usize::try_from(self.number()?).ok()?);
            if specification & COMPRESSED != 0 {
                return None;
            }
            let kind = match specification & 0b111 {
                0 => Kind::Group,
                4 => Kind::Boolean,
                5 => Kind::Text,
                7 => Kind::Value,
                _ => Kind::Number,
            };
            columns.push(Column { kind, length });
        }
        Some(columns)
    }

    /// Reads past the data of columns. Gives the number of items of the longest, if that is at most `most`.
    fn items(&mut self, columns: &[Column], most: u64) -> Option<u64> {
        let mut longest = 0;
        for column in columns {
            let data = Cursor(self.take(column.length)?);
            let items = match column.kind {
                Kind::Value => 0,
                Kind::Boolean => data.booleans(most)?,
                kind => data.runs(kind, most)?,
            };
            longest = items.max(longest);
        }
        Some(longest)
    }

    /// Items of a column of booleans: lengths of runs, of either value in turn.
    fn booleans(mut self, most: u64) -> Option<u64> {
        let mut items: u64 = 0;
        while !self.0.is_empty() {
            items = within(items, self.number()?, most)?;
        }
        Some(items)
    }

    /// Items of a run-length coded column: `n` > 0 and a value that comes `n` times; -`n` and `n` values; 0 and a number of missing values. For
    /// groups, whatever is more: the items, or what belongs to them together.
    fn runs(mut self, kind: Kind, most: u64) -> Option<u64> {
        let (mut items, mut grouped, mut text): (u64, u64, u64) = (0, 0, 0);
        while !self.0.is_empty() {
            let run = self.signed()?;
            let (times, values) = match run {
                0 => (self.number()?, 0),
                1.. => (run as u64, 1),
                _ => (1, run.unsigned_abs()),
            };
            items = within(items, times.max(values), most)?;
            for _ in 0..values {
                match kind {
                    Kind::Text => text = within(text, times.checked_mul(self.bytes()?.len() as u64)?, TEXT)?,
                    Kind::Group => grouped = within(grouped, times.checked_mul(self.number()?)?, most)?,
                    _ => drop(self.number()?),
                }
            }
        }
        Some(items.max(grouped))
    }
}

fn within(sum: u64, more: u64, most: u64) -> Option<u64> {
    sum.checked_add(more).filter(|sum| *sum <= most)
}
