//! Dates and times of XML Schema (`xs:date`, `xs:dateTime`, `xs:time`), with or without an offset.

use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

use super::tree::Node;
use crate::refusal::{Refusal, Refused};

/// A day, with the time of day and the offset from UTC where the message states them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct When {
    /// The day as written, in the sender's own time.
    pub day: Date,
    /// The time of day as written.
    pub time: Option<Time>,
    /// Seconds east of UTC.
    pub offset_seconds: Option<i32>,
}

impl When {
    /// The exact moment, where time and offset are known.
    pub fn timestamp(self) -> Option<jiff::Timestamp> {
        let offset = Offset::from_seconds(self.offset_seconds?).ok()?;
        offset.to_timestamp(self.day.to_datetime(self.time?)).ok()
    }

    fn from_text(text: &str) -> Option<Self> {
        let (body, offset_seconds) = split_offset(text)?;
        let Some((day, time)) = body.split_once('T') else {
            return Some(Self { day: strict_date(body)?, time: None, offset_seconds });
        };
        strict_date(day)?;
        // 24:00:00 is the end of the day in XML Schema and no time of day elsewhere; it is taken as the next midnight.
        if time.strip_prefix("24:00:00").is_some_and(|rest| rest.trim_start_matches('.').bytes().all(|byte| byte == b'0')) {
            return Some(Self { day: strict_date(day)?.tomorrow().ok()?, time: Some(Time::midnight()), offset_seconds });
        }
        let at: DateTime = body.parse().ok()?;
        Some(Self { day: at.date(), time: Some(at.time()), offset_seconds })
    }
}

impl fmt::Display for When {
    /// As precisely as it was written; an offset only beside a time of day.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{time}")?;
        match self.offset_seconds {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(seconds) => {
                let sign = if seconds < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", seconds.abs() / 3600, seconds.abs() / 60 % 60)
            }
        }
    }
}

fn strict_date(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// Splits `Z` or `+02:00` off the end.
fn split_offset(text: &str) -> Option<(&str, Option<i32>)> {
    if let Some(body) = text.strip_suffix('Z') {
        return Some((body, Some(0)));
    }
    let Some((body, offset)) = text.len().checked_sub(6).and_then(|at| text.split_at_checked(at)) else {
        return Some((text, None));
    };
    let sign = match offset.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return Some((text, None)),
    };
    let Some((hours, minutes)) = offset[1..].split_once(':') else { return Some((text, None)) };
    let number = |text: &str| (text.len() == 2).then(|| text.parse::<u8>().ok()).flatten().map(i32::from);
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 14 && minutes < 60).then_some((body, Some(sign * (hours * 3600 + minutes * 60))))
}

/// The date or time in the named child element; absent or empty is `None`, nonsense is refused.
pub(super) fn when(node: &Node, name: &str) -> Result<Option<When>, Refused> {
    let Some(text) = node.text_at(&[name]) else { return Ok(None) };
    When::from_text(&text).map(Some).ok_or_else(|| Refused::new(Refusal::BadDate, &format!("{name} {text}")))
}

/// The day in the named child element.
pub(super) fn day(node: &Node, name: &str) -> Result<Option<Date>, Refused> {
    Ok(when(node, name)?.map(|when| when.day))
}

/// A day and, beside it in another element, a time of day.
pub(super) fn day_and_time(node: &Node, day_name: &str, time_name: &str) -> Result<Option<When>, Refused> {
    let Some(day) = node.text_at(&[day_name]) else { return Ok(None) };
    let text = match node.text_at(&[time_name]) {
        // The day may carry an offset of its own; the time's counts.
        Some(time) => format!("{}T{time}", day.get(..10).unwrap_or(&day)),
        None => day,
    };
    When::from_text(&text).map(Some).ok_or_else(|| Refused::new(Refusal::BadDate, &format!("{day_name} {text}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_of_xml_schema_are_read_with_their_offsets() {
        let exact = When::from_text("2020-07-24T17:21:25.5+02:00").unwrap();
        assert_eq!(exact.timestamp().unwrap().to_string(), "2020-07-24T15:21:25.5Z");
        assert_eq!(When::from_text("2018-07-24").unwrap().day, jiff::civil::date(2018, 7, 24));
        assert_eq!(When::from_text("2018-07-24Z").unwrap().offset_seconds, Some(0));
        assert_eq!(When::from_text("2018-07-24-05:00").unwrap().offset_seconds, Some(-18_000));
        assert_eq!(When::from_text("2020-07-24T17:21:25").unwrap().timestamp(), None, "without an offset the moment is not known");
        assert_eq!(When::from_text("2020-12-31T24:00:00").unwrap().day, jiff::civil::date(2021, 1, 1));
    }

    #[test]
    fn a_time_is_shown_as_precisely_as_it_was_written() {
        for text in ["2020-07-24T17:21:25+02:00", "2020-07-24T17:21:25-05:30", "2018-07-24", "2020-07-24T17:21:25", "2020-07-24T17:21:25Z"]
        {
            assert_eq!(When::from_text(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn nonsense_is_no_date() {
        for text in [
            "",
            "2018-13-01",
            "2018-02-30",
            "24.07.2018",
            "2018-07-24T25:00:00",
            "2018-07-24+99:00",
            "2018-07-24T",
            "ä2018-07-24",
            "2018-07-2é",
        ] {
            assert_eq!(When::from_text(text), None, "{text}");
        }
    }
}
