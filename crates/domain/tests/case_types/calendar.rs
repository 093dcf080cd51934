//! Working days of North Macedonia, held against the days that its government and an embassy there announced.

use praesto_domain::{
    Day,
    case_types::{Calendar, Term},
};

const NORTH_MACEDONIA: &str = include_str!("../../../../case-types/calendars/north-macedonia.toml");

fn calendar() -> Calendar {
    Calendar::read("calendars/north-macedonia.toml", NORTH_MACEDONIA).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Days from Monday to Friday of a year on which nobody works.
fn free_weekdays(year: i16) -> Vec<String> {
    let calendar = calendar();
    let mut free = Vec::new();
    let mut date = jiff::civil::date(year, 1, 1);
    while date.year() == year {
        if date.weekday().to_monday_one_offset() <= 5 && !calendar.is_working(Day(date)) {
            free.push(date.to_string());
        }
        date = date.tomorrow().unwrap();
    }
    free
}

#[test]
fn the_free_days_are_those_that_were_announced() {
    // 1 January 2023 and 7 January 2024 were Sundays, as were 8 September and 8 December 2024.
    let of_2023 = [
        "2023-01-02",
        "2023-04-17",
        "2023-04-21",
        "2023-05-01",
        "2023-05-24",
        "2023-08-02",
        "2023-09-08",
        "2023-10-11",
        "2023-10-23",
        "2023-12-08",
    ];
    let of_2024 = [
        "2024-01-01",
        "2024-01-08",
        "2024-04-10",
        "2024-05-01",
        "2024-05-06",
        "2024-05-24",
        "2024-08-02",
        "2024-09-09",
        "2024-10-11",
        "2024-10-23",
        "2024-12-09",
    ];
    assert_eq!(free_weekdays(2023), of_2023);
    assert_eq!(free_weekdays(2024), of_2024);
}

#[test]
fn a_term_of_working_days_does_not_count_its_first_day_nor_free_ones() {
    // Thursday before the long weekend of Easter: Friday and Tuesday count.
    let landing = calendar().landing(day("2024-05-02"), Term::WorkingDays(2)).unwrap();
    assert_eq!(landing.day, day("2024-05-07"));
    assert!(landing.sure);
    // One that begins on a free day begins to count on the next working one.
    assert_eq!(calendar().landing(day("2024-05-05"), Term::WorkingDays(1)).unwrap().day, day("2024-05-07"));
}

#[test]
fn a_term_of_days_or_months_that_ends_on_a_free_day_ends_on_the_next_working_one() {
    assert_eq!(calendar().landing(day("2024-04-08"), Term::Days(30)).unwrap().day, day("2024-05-08"));
    assert_eq!(calendar().landing(day("2024-04-04"), Term::Days(30)).unwrap().day, day("2024-05-07"));
    // No 31 June: its last day, a Sunday.
    assert_eq!(calendar().landing(day("2024-05-31"), Term::Months(1)).unwrap().day, day("2024-07-01"));
}

#[test]
fn a_term_beyond_the_years_that_the_calendar_knows_is_not_sure() {
    assert!(calendar().landing(day("2028-12-27"), Term::WorkingDays(2)).unwrap().sure);
    assert!(!calendar().landing(day("2028-12-27"), Term::WorkingDays(5)).unwrap().sure);
    assert!(!calendar().landing(day("2022-12-28"), Term::WorkingDays(5)).unwrap().sure);
}

#[test]
fn a_term_that_reaches_days_of_which_one_may_yet_be_free_is_not_sure() {
    let text = "weekend = []\nperhaps = [\"2027-03-09\", \"2027-03-10\"]\nknown_from = 2020\nknown_to = 2030\n";
    let calendar = Calendar::read("calendars/x.toml", text).unwrap();
    let sure = |from: &str, days| calendar.landing(day(from), Term::WorkingDays(days)).unwrap().sure;
    assert!(sure("2027-03-01", 7) && !sure("2027-03-01", 8) && !sure("2027-03-01", 30) && !sure("2027-03-10", 1) && sure("2027-03-11", 30));
    assert!(calendar.is_working(day("2027-03-09")), "until it is announced, it is a day like any other");
}

#[test]
fn days_before_and_long_after_easter_are_reckoned_from_it() {
    let text = "weekend = []\nfrom_easter = [-80, -2, 0, 200]\nknown_from = 2000\nknown_to = 2050\n";
    let calendar = Calendar::read("calendars/x.toml", text).unwrap();
    // Easter of 2008 was early (23 March), that of 2038 is late (25 April).
    for free in ["2008-01-03", "2008-03-21", "2008-03-23", "2008-10-09", "2038-02-04", "2038-04-23", "2038-04-25", "2038-11-11"] {
        assert!(!calendar.is_working(day(free)), "{free}");
    }
    for free in ["2008-03-22", "2008-03-24", "2008-10-08", "2008-10-10"] {
        assert!(calendar.is_working(day(free)), "{free}");
    }
}

#[test]
fn a_calendar_that_makes_no_sense_is_refused() {
    let said =
        |text: &str| Calendar::read("calendars/x.toml", text).err().unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>();
    let years = "known_from = 2020\nknown_to = 2030\n";
    assert_eq!(
        said(&format!("weekend = []\nyearly = [\"02-29\", \"1-1\", \"13-01\"]\n{years}")),
        [
            "calendars/x.toml: day \"02-29\" is no day of every year, written MM-DD",
            "calendars/x.toml: day \"1-1\" is no day of every year, written MM-DD",
            "calendars/x.toml: day \"13-01\" is no day of every year, written MM-DD",
        ]
    );
    let all = r#"weekend = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]"#;
    assert_eq!(said(&format!("{all}\n{years}")), ["calendars/x.toml: every day is free: nothing could ever be due"]);
    assert_eq!(said("weekend = []\nknown_from = 2030\nknown_to = 2020\n"), ["calendars/x.toml: known_from is 2030 and known_to is 2020"]);
    assert_eq!(
        said(&format!("weekend = []\nfrom_easter = [-81, 1]\nfrom_orthodox_easter = [201]\n{years}")),
        [-81, 201].map(|days| {
            format!("calendars/x.toml: {days} days from Easter: a holiday reckoned from it lies between 80 days before it and 200 after")
        })
    );
    let once: Vec<String> = (0..1_001).map(|number| format!("\"{:04}-01-01\"", 1_000 + number)).collect();
    assert_eq!(
        said(&format!("weekend = []\nonce = [{}]\n{years}", once.join(","))),
        ["calendars/x.toml: it has more than 1000 single days"]
    );
    assert!(said("weekend = [\"caturday\"]\nknown_from = 2020\nknown_to = 2030\n")[0].contains("caturday"));
}
