//! Days on which a sample office works, and moments of these days. A working day is what the calendar of the case types says.

use praesto_contract::{Day, Moment};

use crate::case_types::{GENERAL, find_shipped};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const MINUTE_MS: i64 = 60 * 1000;
/// Offices open at seven, Universal Time, which is nine in summer where the sample is.
const OPENS: i64 = 7 * 60;
/// Minutes that they are open.
const OPEN: i64 = 7 * 60;
/// Days in a row that are looked at for a working day; no office is shut that long.
const SHUT: i64 = 30;

/// The day so many days later, or earlier.
pub(crate) fn plus(day: Day, days: i64) -> Day {
    day.0.checked_add(jiff::Span::new().days(days)).map_or(day, Day)
}

fn is_working(day: Day) -> bool {
    find_shipped(GENERAL).is_none_or(|pack| pack.case_type.calendar().is_working(day))
}

/// This day where offices work on it, else the last one before.
pub(crate) fn working_until(day: Day) -> Day {
    (0..SHUT).map(|back| plus(day, -back)).find(|day| is_working(*day)).unwrap_or(day)
}

/// This day where offices work on it, else the next one after.
pub(crate) fn working_from(day: Day) -> Day {
    (0..SHUT).map(|on| plus(day, on)).find(|day| is_working(*day)).unwrap_or(day)
}

/// A moment while offices are open: minutes after they opened.
pub(crate) fn moment(day: Day, minutes: i64) -> Moment {
    let midnight = plus(Day::of(Moment(0)), 0).0.until(day.0).map_or(0, |span| i64::from(span.get_days()));
    Moment(midnight * DAY_MS + (OPENS + minutes.clamp(0, OPEN)) * MINUTE_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn weekends_and_holidays_are_passed_over() {
        assert_eq!(working_until(day("2026-11-22")), day("2026-11-20"), "a Sunday");
        assert_eq!(working_from(day("2026-05-01")), day("2026-05-04"), "Labour Day, before a weekend");
        assert_eq!(working_until(day("2026-11-23")), day("2026-11-23"), "a Monday");
    }

    #[test]
    fn a_moment_falls_on_its_day() {
        for (text, minutes) in [("2026-11-23", 0), ("2025-12-31", 419), ("2026-03-01", 9_000)] {
            assert_eq!(Day::of(moment(day(text), minutes)), day(text));
        }
    }
}
