//! Padmé: lengths are rounded up so that they leak at most O(log log n) bits (Nikitin et al., PETS 2019, section 4).
//!
//! Layout: `length: u32, big endian ‖ content ‖ zeros` up to the padded length.

const PREFIX: usize = 4;

/// The bytes are not a padded content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the padding is not valid")]
pub struct PaddingError;

/// Length in bytes that `length` is rounded up to.
pub fn padded_length(length: usize) -> usize {
    if length < 2 {
        return length;
    }
    let exponent = length.ilog2();
    let significant = exponent.checked_ilog2().unwrap_or(0) + 1;
    let mask = (1usize << exponent.saturating_sub(significant)) - 1;
    (length + mask) & !mask
}

/// Prefixes `content` with its length and fills up with zeros.
pub fn pad(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(padded_length(content.len() + PREFIX));
    out.extend_from_slice(&(content.len() as u32).to_be_bytes());
    out.extend_from_slice(content);
    out.resize(padded_length(out.len()), 0);
    out
}

/// Takes the content out again; anything but zeros behind it, or a wrong total length, is refused.
pub fn unpad(padded: &[u8]) -> Result<&[u8], PaddingError> {
    let (prefix, rest) = padded.split_first_chunk::<PREFIX>().ok_or(PaddingError)?;
    let length = u32::from_be_bytes(*prefix) as usize;
    if length > rest.len() || padded_length(length + PREFIX) != padded.len() {
        return Err(PaddingError);
    }
    let (content, zeros) = rest.split_at(length);
    if zeros.iter().all(|byte| *byte == 0) { Ok(content) } else { Err(PaddingError) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn padding_comes_off_again(content in prop::collection::vec(any::<u8>(), 0..5000)) {
            let padded = pad(&content);
            prop_assert_eq!(unpad(&padded), Ok(&content[..]));
            prop_assert!(padded.len() <= (content.len() + PREFIX) * 112 / 100 + 1, "Padmé adds at most 12 %");
        }
    }

    #[test]
    fn lengths_round_up_as_in_the_paper() {
        assert_eq!([9, 16, 17, 100, 1000, 1025].map(padded_length), [10, 16, 18, 104, 1024, 1088]);
    }

    #[test]
    fn bytes_hidden_in_the_padding_are_refused() {
        let mut padded = pad(&[7; 90]);
        let last = padded.len() - 1;
        assert!(last > 94, "90 bytes leave room for padding");
        padded[last] = 1;
        assert_eq!(unpad(&padded), Err(PaddingError));
        assert_eq!(unpad(&[0, 0, 0, 9, 1]), Err(PaddingError));
    }
}
