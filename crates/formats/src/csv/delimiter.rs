//! Which sign stands between the cells.

const CANDIDATES: [u8; 3] = [b',', b';', b'\t'];

/// How far the guess looks into the file.
const SAMPLE_BYTES: usize = 64 << 10;
const SAMPLE_ROWS: usize = 20;

/// The delimiter a spreadsheet states on a first line `sep=;`, and where the table begins.
pub(super) fn stated(bytes: &[u8]) -> (Option<u8>, usize) {
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1);
    match bytes[..end].trim_ascii_end().strip_prefix(b"sep=") {
        Some([sign]) if CANDIDATES.contains(sign) => (Some(*sign), end),
        // A tab is white space and was trimmed off.
        Some([]) if bytes.get(4) == Some(&b'\t') => (Some(b'\t'), end),
        _ => (None, 0),
    }
}

/// The candidate that splits the most of the first rows as it splits the first one; on a draw, the one that splits it most.
pub(super) fn detect(bytes: &[u8]) -> u8 {
    let counts = count(&bytes[..bytes.len().min(SAMPLE_BYTES)]);
    let Some(first) = counts.first() else { return b',' };
    (0..CANDIDATES.len())
        .filter(|sign| first[*sign] > 0)
        .max_by_key(|sign| (counts.iter().filter(|row| row[*sign] == first[*sign]).count(), first[*sign], CANDIDATES.len() - sign))
        .map_or(b',', |sign| CANDIDATES[sign])
}

/// How often each candidate stands outside quotation marks, row by row.
fn count(bytes: &[u8]) -> Vec<[usize; 3]> {
    let mut rows = Vec::new();
    let (mut row, mut inside, mut cell_start, mut any) = ([0; 3], false, true, false);
    for byte in bytes {
        if *byte == b'"' && (inside || cell_start) {
            inside = !inside;
        } else if !inside && matches!(byte, b'\n' | b'\r') {
            if any {
                rows.push(std::mem::take(&mut row));
                if rows.len() == SAMPLE_ROWS {
                    return rows;
                }
            }
            (cell_start, any) = (true, false);
            continue;
        }
        let sign = CANDIDATES.iter().position(|candidate| candidate == byte).filter(|_| !inside);
        if let Some(sign) = sign {
            row[sign] += 1;
        }
        // A doubled quotation mark closes and opens again at once, so a mark right behind one counts as a start.
        cell_start = sign.is_some() || *byte == b'"';
        any = true;
    }
    if any {
        rows.push(row);
    }
    rows
}
