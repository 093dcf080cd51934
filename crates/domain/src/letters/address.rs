//! From what stands in a case to the lines on an envelope.

/// The parts of an address that was written in one line, a line each. Telephone numbers and e-mail addresses among them bring no letter anywhere.
pub fn address_lines(contact: &str) -> Vec<String> {
    let parts = contact.split(['\n', ';', ',']).map(str::trim);
    parts.filter(|part| !part.is_empty() && !is_called(part)).map(str::to_owned).collect()
}

/// Whether this is a telephone number or an e-mail address.
fn is_called(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    part.contains('@') || (digits >= 6 && part.chars().all(|sign| sign.is_ascii_digit() || " +-/().".contains(sign)))
}
