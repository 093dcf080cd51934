//! Days as people and programs write them.

use jiff::civil::Date;

/// Reads `2026-11-24`, `24.11.2026` or `24/11/2026` (day first, with or without leading zeros).
/// Space around it and one closing dot are allowed. Anything else, and any day that does not exist, is `None`.
pub fn parse_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some((year, rest)) = text.split_once('-') {
        let (month, day) = rest.split_once('-')?;
        return date(year, month, day);
    }
    let text = text.strip_suffix('.').unwrap_or(text);
    let sign = if text.contains('.') { '.' } else { '/' };
    let (day, rest) = text.split_once(sign)?;
    let (month, year) = rest.split_once(sign)?;
    date(year, month, day)
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let digits = |text: &str, least: usize, most: usize| {
        (text.len() >= least && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse::<i16>().ok())
            .flatten()
    };
    let (month, day) = (digits(month, 1, 2)?, digits(day, 1, 2)?);
    Date::new(digits(year, 4, 4)?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_ways_of_writing_a_day_mean_the_same_day() {
        let day = jiff::civil::date(2026, 11, 24);
        for text in ["2026-11-24", "24.11.2026", "24/11/2026", " 24.11.2026. "] {
            assert_eq!(parse_day(text), Some(day), "{text}");
        }
        assert_eq!(parse_day("4.3.2026"), Some(jiff::civil::date(2026, 3, 4)), "the day comes first");
    }

    #[test]
    fn days_that_do_not_exist_are_not_guessed() {
        for text in ["", "2026-02-30", "11/24/2026", "24.11.26", "24.11", "2026-11-24T10:00", "٢٤.١١.٢٠٢٦", "-1-1-2026", "1..2026"]
        {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
