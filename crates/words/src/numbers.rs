//! Numbers and sizes as each language writes them.

use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::{Language, Words};

const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
const NO_BREAK_SPACE: char = '\u{a0}';

/// Signs between groups of three digits and before decimals; CLDR 47.
fn signs(language: Language) -> (char, char) {
    match language {
        Language::En => (',', '.'),
        Language::Fr => (NARROW_NO_BREAK_SPACE, ','),
        Language::De | Language::Mk => ('.', ','),
        Language::Sq => (NO_BREAK_SPACE, ','),
    }
}

/// Writes a plain decimal number (`-1234.5`) the way of `language`.
fn localised(language: Language, plain: &str, grouping: bool) -> String {
    let (group, decimal) = signs(language);
    let (sign, rest) = plain.strip_prefix('-').map_or(("", plain), |rest| ("\u{2212}", rest));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if grouping && place > 0 && (whole.len() - place) % 3 == 0 {
            out.push(group);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(decimal);
        out.push_str(fraction);
    }
    out
}

type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// Fluent asks for a plain function, so there is one for each language.
pub(crate) fn formatter(language: Language) -> Formatter {
    fn number(language: Language, value: &FluentValue<'_>) -> Option<String> {
        match value {
            FluentValue::Number(number) => Some(localised(language, &number.as_string(), number.options.use_grouping)),
            _ => None,
        }
    }
    match language {
        Language::En => |value, _| number(Language::En, value),
        Language::Fr => |value, _| number(Language::Fr, value),
        Language::De => |value, _| number(Language::De, value),
        Language::Mk => |value, _| number(Language::Mk, value),
        Language::Sq => |value, _| number(Language::Sq, value),
    }
}

/// How many hundredths of `total` are `done`, rounded down, 100 at most. Nothing of nothing is all of it.
pub fn hundredths(done: u64, total: u64) -> u64 {
    let share = if total == 0 { 100 } else { u128::from(done.min(total)) * 100 / u128::from(total) };
    u64::try_from(share).unwrap_or(100)
}

impl Words {
    /// A count, grouped: "1,257".
    pub fn number(&self, count: u64) -> String {
        localised(self.language(), &count.to_string(), true)
    }

    /// A share of a whole, as [`hundredths`] gives it: "61 %".
    pub fn share(&self, done: u64, total: u64) -> String {
        self.percent(hundredths(done, total))
    }

    /// So many hundredths, of whatever it may be more than the whole of: "125 %".
    pub fn percent(&self, hundredths: impl Into<u64>) -> String {
        self.text("percent", &[("value", hundredths.into().to_string().into())])
    }

    /// A size in decimal units: "420 kB", "3.1 MB". One decimal under ten, none from there on.
    pub fn bytes(&self, bytes: u64) -> String {
        const UNITS: [&str; 5] = ["size-bytes", "size-kilobytes", "size-megabytes", "size-gigabytes", "size-terabytes"];
        if bytes < 1000 {
            return self.text(UNITS[0], &[("value", bytes.to_string().into())]);
        }
        let mut unit = 0;
        let mut tenths = u128::from(bytes) * 10;
        // 999.5 and more would be written as 1,000: that is one of the next unit.
        while tenths >= 9_995 && unit + 1 < UNITS.len() {
            tenths = (tenths + 500) / 1000;
            unit += 1;
        }
        let plain = match tenths {
            0..100 if tenths % 10 != 0 => format!("{}.{}", tenths / 10, tenths % 10),
            0..100 => (tenths / 10).to_string(),
            _ => ((tenths + 5) / 10).to_string(),
        };
        self.text(UNITS[unit], &[("value", localised(self.language(), &plain, true).into())])
    }
}
