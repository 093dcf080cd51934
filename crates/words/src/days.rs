//! Days and times as the screens show them. Weekday and date in lists; relative words only for today and yesterday.

use crate::{Value, Words};

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 31.
    pub day: u32,
}

/// A time of day on a day, as the wall clock of the reader shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// The day.
    pub date: Date,
    /// Hour, 0 to 23.
    pub hour: u32,
    /// Minute, 0 to 59.
    pub minute: u32,
}

impl Date {
    /// Reads `2026-11-24` (ISO 8601). None for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let date = Self { year: parts.next()?.parse().ok()?, month: parts.next()?.parse().ok()?, day: parts.next()?.parse().ok()? };
        let real = (1..=12).contains(&date.month) && date.day >= 1 && Self::from_days(date.days()) == date;
        real.then_some(date)
    }

    /// Days since 1 January 1970. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((i64::from(self.month) + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that lies `days` after 1 January 1970. Source as for [`Date::days`], `civil_from_days`.
    pub fn from_days(days: i64) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        // The casts lose nothing: month and day are below 32, and a year past the range of i32 is no date of a case file.
        Self { year: year as i32, month: month as u32, day: (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u32 }
    }

    /// Day of the week, Monday 1 to Sunday 7 (ISO 8601).
    pub fn weekday(self) -> u32 {
        // 1 January 1970 was a Thursday; the remainder is below seven.
        (self.days() + 3).rem_euclid(7) as u32 + 1
    }
}

impl Clock {
    /// What a wall clock shows at `millis` (milliseconds since the Unix epoch, UTC), `offset_minutes` east of Greenwich.
    pub fn at(millis: i64, offset_minutes: i32) -> Self {
        let minutes = millis.div_euclid(60_000) + i64::from(offset_minutes);
        let of_day = minutes.rem_euclid(1_440);
        // The casts lose nothing: a day has 1,440 minutes.
        Self { date: Date::from_days(minutes.div_euclid(1_440)), hour: (of_day / 60) as u32, minute: (of_day % 60) as u32 }
    }
}

impl Words {
    /// Weekday, day and month: "Tue 24 Nov".
    pub fn weekday_day(&self, date: Date) -> String {
        self.text("date-weekday-day", &self.parts(date))
    }

    /// Weekday, day, month and year: "Tue 3 Nov 2026".
    pub fn weekday_day_year(&self, date: Date) -> String {
        self.text("date-weekday-day-year", &self.parts(date))
    }

    /// Day and month written out: "7 January".
    pub fn day_month(&self, date: Date) -> String {
        self.text("date-day-month", &self.parts(date))
    }

    /// A day in full, as a date of birth is written: "14 March 2023".
    pub fn long_date(&self, date: Date) -> String {
        self.text("date-long", &self.parts(date))
    }

    /// A day with the year, short: "24 Nov 2025".
    pub fn short_date(&self, date: Date) -> String {
        self.text("date-short", &self.parts(date))
    }

    /// A day in a list: "today", "yesterday", "Tue 24 Nov"; in another year than `today`, "24 Nov 2025".
    pub fn day(&self, date: Date, today: Date) -> String {
        match today.days() - date.days() {
            0 => self.text("day-today", &[]),
            1 => self.text("day-yesterday", &[]),
            _ if date.year == today.year => self.weekday_day(date),
            _ => self.short_date(date),
        }
    }

    /// A point in time: "today 09:38", "yesterday 15:48", "Tue 17 Nov 11:20", "24 Nov 2025 11:20".
    pub fn moment(&self, at: Clock, today: Date) -> String {
        self.text("moment", &[("day", self.day(at.date, today).into()), ("time", self.time(at).into())])
    }

    /// A time of day on the 24-hour clock: "09:38".
    pub fn time(&self, at: Clock) -> String {
        self.text("time", &[("hour", format!("{:02}", at.hour).into()), ("minute", format!("{:02}", at.minute).into())])
    }

    /// How long ago something was: "just now", "2 minutes ago", "3 hours ago", "4 days ago". A clock that was set back counts as now.
    pub fn ago(&self, seconds: i64) -> String {
        match seconds {
            ..60 => self.text("ago-now", &[]),
            60..3_600 => self.text("ago-minutes", &[("count", (seconds / 60).into())]),
            3_600..86_400 => self.text("ago-hours", &[("count", (seconds / 3_600).into())]),
            _ => self.text("ago-days", &[("count", (seconds / 86_400).into())]),
        }
    }

    /// A length of time to wait: "30 seconds", "5 minutes", "2 hours", "9 days". Rounded up, so that nobody comes too early.
    pub fn duration(&self, seconds: u64) -> String {
        match seconds {
            0..90 => self.text("for-seconds", &[("count", seconds.into())]),
            90..5_400 => self.text("for-minutes", &[("count", seconds.div_ceil(60).into())]),
            5_400..172_800 => self.text("for-hours", &[("count", seconds.div_ceil(3_600).into())]),
            _ => self.text("for-days", &[("count", seconds.div_ceil(86_400).into())]),
        }
    }

    fn parts(&self, date: Date) -> [(&'static str, Value<'static>); 6] {
        let month = date.month.clamp(1, 12);
        [
            ("weekday", self.text(&format!("weekday-short-{}", date.weekday()), &[]).into()),
            ("day", date.day.into()),
            ("month", self.text(&format!("month-{month}"), &[]).into()),
            ("monthShort", self.text(&format!("month-short-{month}"), &[]).into()),
            // As text: a year is not grouped.
            ("year", date.year.to_string().into()),
            ("monthNumber", month.into()),
        ]
    }
}
