//! Working days: which days an office is shut, by law and by the week.

use std::{collections::BTreeSet, ops::RangeInclusive};

use jiff::{
    ToSpan,
    civil::{self, Date},
};

use super::{
    Fault, Term, Wrong,
    source::{CalendarToml, Weekday},
};
use crate::Day;

/// How many days in a row can be free at most before a search for a working day gives up; far above any law.
const FREE_IN_A_ROW: usize = 366;

/// Most single days, which are some holidays for each of many years.
const DAYS: usize = 1_000;
/// Days from Easter that are in the same year, whenever Easter is.
const NEAR_EASTER: RangeInclusive<i16> = -80..=200;

/// A working-day calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    weekend: Vec<civil::Weekday>,
    monday_after_sunday: bool,
    known: (i16, i16),
    /// Months and days that are free in every year.
    yearly: BTreeSet<(i8, i8)>,
    from_easter: BTreeSet<i16>,
    from_orthodox_easter: BTreeSet<i16>,
    once: BTreeSet<Date>,
    /// One of these may yet be announced to be free.
    perhaps: BTreeSet<Date>,
}

/// Where a term ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landing {
    pub day: Day,
    /// Whether the calendar knows all holidays in between; else the day can be too early by some holidays.
    pub sure: bool,
}

impl Calendar {
    /// Reads a calendar from its TOML; `file` names it in faults.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(file: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let fault = |wrong| Fault { file: file.to_owned(), wrong };
        let source: CalendarToml = toml::from_str(text).map_err(|error| vec![fault(Wrong::NotReadable(error.to_string()))])?;
        let mut faults = Vec::new();
        let mut yearly = BTreeSet::new();
        for text in &source.yearly {
            match every_year(text) {
                Some(day) => {
                    yearly.insert(day);
                }
                None => faults.push(fault(Wrong::BadYearly(text.clone()))),
            }
        }
        for (what, days) in [("days of every year", yearly.len()), ("single days", source.once.len() + source.perhaps.len())] {
            if days > DAYS {
                faults.push(fault(Wrong::TooMany { what, limit: DAYS }));
            }
        }
        let from_easter = source.from_easter.iter().chain(&source.from_orthodox_easter).collect::<BTreeSet<_>>();
        faults.extend(from_easter.into_iter().filter(|days| !NEAR_EASTER.contains(days)).map(|days| fault(Wrong::FarFromEaster(*days))));
        let (from, to) = (source.known_from, source.known_to);
        if !(1900..=2999).contains(&from) || !(from..=2999).contains(&to) {
            faults.push(fault(Wrong::BadYears { from, to }));
        }
        let calendar = Self {
            weekend: source.weekend.into_iter().map(civil::Weekday::from).collect(),
            monday_after_sunday: source.monday_after_sunday,
            known: (from, to),
            yearly,
            from_easter: source.from_easter.into_iter().collect(),
            from_orthodox_easter: source.from_orthodox_easter.into_iter().collect(),
            once: source.once.into_iter().map(|day| day.0).collect(),
            perhaps: source.perhaps.into_iter().map(|day| day.0).collect(),
        };
        // A year of it shows whether any day is left to work on.
        if faults.is_empty() && calendar.next_working(civil::date(from, 1, 1)).is_none() {
            faults.push(fault(Wrong::NoWorkingDay));
        }
        if faults.is_empty() { Ok(calendar) } else { Err(faults) }
    }

    /// Whether an office works on `day`.
    pub fn is_working(&self, day: Day) -> bool {
        !self.is_free(day.0)
    }

    /// Whether all holidays from one day to another, both with them, are known.
    pub fn knows(&self, from: Day, to: Day) -> bool {
        let years = self.known.0..=self.known.1;
        years.contains(&from.0.year()) && years.contains(&to.0.year()) && (from > to || self.perhaps.range(from.0..=to.0).next().is_none())
    }

    /// Where `term` ends that begins on `day`. The day of the beginning is not counted. A term of days or months that ends on a free day ends on
    /// the next working day; a month that lacks the day ends on its last. None past the end of the calendar's arithmetic (year 9999), and where
    /// a whole year without a working day lies in between.
    pub fn landing(&self, day: Day, term: Term) -> Option<Landing> {
        let end = match term {
            Term::WorkingDays(count) => {
                let mut end = day.0;
                for _ in 0..count {
                    end = self.next_working(end.tomorrow().ok()?)?;
                }
                end
            }
            Term::Days(count) => self.next_working(day.0.checked_add(i64::from(count).days()).ok()?)?,
            Term::Months(count) => self.next_working(day.0.checked_add(i64::from(count).months()).ok()?)?,
        };
        Some(Landing { day: Day(end), sure: self.knows(day, Day(end)) })
    }

    fn next_working(&self, from: Date) -> Option<Date> {
        let mut day = from;
        for _ in 0..FREE_IN_A_ROW {
            if !self.is_free(day) {
                return Some(day);
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    fn is_free(&self, day: Date) -> bool {
        let monday_after = || {
            self.monday_after_sunday
                && day.weekday() == civil::Weekday::Monday
                && day.yesterday().is_ok_and(|sunday| self.is_holiday(sunday))
        };
        self.weekend.contains(&day.weekday()) || self.is_holiday(day) || monday_after()
    }

    fn is_holiday(&self, day: Date) -> bool {
        // Both days are of one year, so the days between them are few.
        let after = |easter: Option<Date>, days: &BTreeSet<i16>| {
            let between = easter.and_then(|easter| i16::try_from(easter.until(day).ok()?.get_days()).ok());
            between.is_some_and(|between| days.contains(&between))
        };
        self.yearly.contains(&(day.month(), day.day()))
            || self.once.contains(&day)
            || after(computus::gregorian_jiff_date(day.year().into()).ok(), &self.from_easter)
            || after(orthodox_easter(day.year()), &self.from_orthodox_easter)
    }
}

/// Easter Sunday of the churches that reckon by the Julian calendar, as a day of ours.
fn orthodox_easter(year: i16) -> Option<Date> {
    let julian = computus::julian(year.into()).ok()?;
    let date = Date::new(year, i8::try_from(julian.month).ok()?, i8::try_from(julian.day).ok()?).ok()?;
    let centuries = i64::from(year) / 100;
    date.checked_add((centuries - centuries / 4 - 2).days()).ok()
}

/// `MM-DD`, of a day that every year has.
fn every_year(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let of = |text: &str| (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten();
    // 2001 is no leap year.
    let date = Date::new(2001, of(month)?, of(day)?).ok()?;
    Some((date.month(), date.day()))
}

impl From<Weekday> for civil::Weekday {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Monday => Self::Monday,
            Weekday::Tuesday => Self::Tuesday,
            Weekday::Wednesday => Self::Wednesday,
            Weekday::Thursday => Self::Thursday,
            Weekday::Friday => Self::Friday,
            Weekday::Saturday => Self::Saturday,
            Weekday::Sunday => Self::Sunday,
        }
    }
}
