//! Words, days and times as the reader's language and clock have them.

use praesto_contract::{ApiError, Author, Channel, Day, FieldValue, Moment, Status};
use praesto_words::{Arguments, Clock, Date, Language, Said, Value, Words};

/// The texts of the language that is on.
#[derive(Clone, Debug)]
pub(crate) struct Tr(Words);

impl PartialEq for Tr {
    fn eq(&self, other: &Self) -> bool {
        self.0.language() == other.0.language()
    }
}

impl Tr {
    pub(crate) fn new(language: Language) -> Self {
        Self(Words::new(language))
    }

    /// The language of `setting`, or the system's where there is none.
    pub(crate) fn language_of(setting: Option<&str>) -> Language {
        let system = gloo_utils::window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect::<Vec<_>>();
        setting.and_then(Language::from_tag).unwrap_or_else(|| Language::best_of(system))
    }

    pub(crate) fn language(&self) -> Language {
        self.0.language()
    }

    /// A text without arguments.
    pub(crate) fn t(&self, id: &str) -> String {
        self.0.text(id, &[])
    }

    /// A text with arguments.
    pub(crate) fn f(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        self.0.text(id, args)
    }

    /// A text that depends on a count, given as `count`.
    pub(crate) fn n(&self, id: &str, count: u64) -> String {
        self.0.text(id, &[("count", count.into())])
    }

    pub(crate) fn words(&self) -> &Words {
        &self.0
    }

    /// An error in full.
    pub(crate) fn error(&self, error: &ApiError) -> Said {
        self.0.said(&error.message_id, &error.args)
    }

    /// What a finding or a reason for setting aside says.
    pub(crate) fn said(&self, id: &str) -> Said {
        self.0.said(id, &Arguments::new())
    }

    /// "Tue 24 Nov"; with the year when it is not this one.
    pub(crate) fn day(&self, day: Day) -> String {
        let date = date_of(day);
        if date.year == today().year { self.0.weekday_day(date) } else { self.0.short_date(date) }
    }

    /// "Tue 3 Nov 2026".
    pub(crate) fn day_year(&self, day: Day) -> String {
        self.0.weekday_day_year(date_of(day))
    }

    /// "14 March 2023".
    pub(crate) fn long_day(&self, day: Day) -> String {
        self.0.long_date(date_of(day))
    }

    /// "today 09:38".
    pub(crate) fn moment(&self, at: Moment) -> String {
        self.0.moment(clock(at), today())
    }

    /// "Mon 16 Nov".
    pub(crate) fn day_of(&self, at: Moment) -> String {
        self.0.day(clock(at).date, today())
    }

    /// "2 minutes ago".
    pub(crate) fn ago(&self, at: Moment) -> String {
        self.0.ago((now().0 - at.0) / 1000)
    }

    pub(crate) fn status(&self, status: Status) -> String {
        self.0.coded("status", &code(&status))
    }

    pub(crate) fn channel(&self, channel: Channel) -> String {
        self.0.coded("channel", &code(&channel))
    }

    /// A key as this language's keyboards name it.
    pub(crate) fn key(&self, key: &str) -> String {
        let id = format!("key-{}", key.to_lowercase());
        if self.0.has(&id) { self.t(&id) } else { key.to_owned() }
    }

    /// A text with the codes of an import in words.
    pub(crate) fn imported(&self, text: &str) -> String {
        self.0.imported(text)
    }

    /// A value as people read it.
    pub(crate) fn value(&self, value: &FieldValue) -> String {
        match value {
            FieldValue::Empty => self.t("value-empty"),
            FieldValue::Text(text) => self.imported(text),
            FieldValue::Whole(number) => number.to_string(),
            FieldValue::Day(day) => self.long_day(*day),
            FieldValue::Flag(true) => self.t("value-yes"),
            FieldValue::Flag(false) => self.t("value-no"),
        }
    }

    /// "You" or the author's name.
    pub(crate) fn by(&self, by: &Author) -> String {
        if by.me { self.t("you") } else { by.name.clone() }
    }

    /// A name, and that it is one's own where it is.
    pub(crate) fn named(&self, name: &str, me: bool) -> String {
        match (name, me) {
            ("", true) => self.t("you"),
            ("", false) => self.t("unknown"),
            (name, true) => self.f("person-you", &[("name", name.into())]),
            (name, false) => name.to_owned(),
        }
    }
}

/// The `snake_case` code of a value of the contract.
pub(crate) fn code<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

pub(crate) fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

pub(crate) fn today() -> Date {
    clock(now()).date
}

/// Today as the contract writes days.
pub(crate) fn today_day() -> Option<Day> {
    let date = today();
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day).parse().ok()
}

fn clock(at: Moment) -> Clock {
    let offset = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.0 as f64)).get_timezone_offset();
    Clock::at(at.0, -(offset as i32))
}

fn date_of(day: Day) -> Date {
    Date { year: i32::from(day.0.year()), month: day.0.month() as u32, day: day.0.day() as u32 }
}

/// Reads a day as people write it: `2026-11-24`, `24.11.2026`, `24/11/2026`.
pub(crate) fn parse_day(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let (day, month): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
    (year.len() == 4).then(|| format!("{year}-{month:02}-{day:02}").parse().ok())?
}

/// A day in the form in which it is typed.
pub(crate) fn typed_day(day: Day) -> String {
    format!("{:02}.{:02}.{:04}", day.0.day(), day.0.month(), day.0.year())
}

/// Up to two letters that stand for a name.
pub(crate) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// Ten bytes for a new id.
pub(crate) fn random() -> [u8; 10] {
    let mut bytes = [0; 10];
    if let Ok(crypto) = gloo_utils::window().crypto() {
        // Every webview that Praesto runs in has this source; a clash of ids would be refused by the vault.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}
