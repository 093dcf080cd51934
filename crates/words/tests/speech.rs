//! How texts come out: plurals, lists, numbers, sizes, days and times in each language.

use praesto_words::{Arguments, Clock, Date, Language, Words};

fn words(language: Language) -> Words {
    Words::new(language)
}

fn changes(language: Language) -> Vec<String> {
    [0, 1, 2, 5, 21].into_iter().map(|count: u64| words(language).text("changes", &[("count", count.into())])).collect()
}

#[test]
fn counts_agree_with_their_nouns() {
    assert_eq!(changes(Language::En), ["0 changes", "1 change", "2 changes", "5 changes", "21 changes"]);
    // French counts nothing as one.
    assert_eq!(changes(Language::Fr), ["0 modification", "1 modification", "2 modifications", "5 modifications", "21 modifications"]);
    assert_eq!(changes(Language::De), ["0 Änderungen", "1 Änderung", "2 Änderungen", "5 Änderungen", "21 Änderungen"]);
    // Macedonian counts 21 as one.
    assert_eq!(changes(Language::Mk), ["0 измени", "1 измена", "2 измени", "5 измени", "21 измена"]);
    assert_eq!(changes(Language::Sq), ["0 ndryshime", "1 ndryshim", "2 ndryshime", "5 ndryshime", "21 ndryshime"]);
}

#[test]
fn one_file_is_not_several() {
    let attached = |language, count: u64| words(language).text("attached", &[("count", count.into())]);
    assert_eq!([1, 2].map(|count| attached(Language::En, count)), ["1 file was attached.", "2 files were attached."]);
    for language in Language::ALL {
        let [one, two] = [1, 2].map(|count| attached(language, count));
        assert_ne!(one, two.replace('2', "1"), "{language:?}");
    }
    let planned = [("new", 1_u64.into()), ("here", 0_u64.into()), ("refused", 1_u64.into())];
    assert_eq!(words(Language::Fr).text("import-plan-summary", &planned), "1 nouveau, 0 déjà ici, 1 refusé");
    let acting = |done: u64, total: u64| words(Language::De).text("bulk-progress", &[("done", done.into()), ("total", total.into())]);
    assert_eq!([acting(0, 1), acting(1_000, 2_000)], ["0 von 1 Fall", "1.000 von 2.000 Fällen"]);
}

#[test]
fn the_state_of_synchronisation_reads_as_on_the_screens() {
    let english = words(Language::En);
    assert_eq!(english.text("sync-offline", &[("count", 3.into())]), "Offline, 3 changes wait");
    assert_eq!(english.text("sync-offline", &[("count", 1.into())]), "Offline, 1 change waits");
    assert_eq!(english.text("sync-sending", &[("done", 1.into()), ("total", 3.into())]), "Sending 1 of 3");
    assert_eq!(english.text("sync-up-to-date", &[("ago", english.ago(125).into())]), "Up to date, 2 minutes ago");
}

#[test]
fn what_is_missing_is_seen_and_breaks_nothing() {
    let german = words(Language::De);
    assert_eq!(german.text("no-such-text", &[]), "no-such-text");
    assert_eq!(german.text("error-offline.no-such-part", &[]), "error-offline.no-such-part");
    assert!(!german.has("no-such-text"));
    assert!(german.has("error-offline.safe"));
    assert!(!german.has("error-offline.no-such-part"));
}

#[test]
fn codes_of_an_import_are_words() {
    let (english, german) = (words(Language::En), words(Language::De));
    assert_eq!(english.imported("xdomea:keep-until"), "Keep until");
    assert_eq!(german.imported("xdomea:above:keep-until"), "Aufbewahren bis (übergeordnete Akte)");
    assert_eq!(english.imported("xdomea:above:Child / Born"), "Child / Born (file above)");
    assert_eq!(english.imported("Letter.pdf\nxdomea:received: 2025-02-03\nreceived: me"), "Letter.pdf\nReceived: 2025-02-03\nreceived: me");
}

#[test]
fn names_carry_no_invisible_marks() {
    let said = words(Language::En).text("whereabouts-with-author", &[("name", "Ана".into())]);
    assert_eq!(said, "Still on the computer of Ана");
}

#[test]
fn numbers_are_grouped_as_each_language_does() {
    let grouped = Language::ALL.map(|language| words(language).number(1_234_567));
    assert_eq!(grouped, ["1,234,567", "1\u{202f}234\u{202f}567", "1.234.567", "1.234.567", "1\u{a0}234\u{a0}567"]);
    assert_eq!(words(Language::De).text("cases", &[("count", 1257.into())]), "1.257 Fälle");
    assert_eq!(words(Language::En).number(999), "999");
}

#[test]
fn sizes_have_one_decimal_under_ten() {
    let english = words(Language::En);
    let cases = [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (420_000, "420 kB"),
        (999_400, "999 kB"),
        (999_500, "1 MB"),
        (3_140_000, "3.1 MB"),
        (9_960_000, "10 MB"),
        (2_100_000_000, "2.1 GB"),
        (64_000_000_000, "64 GB"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(english.bytes(bytes), expected, "{bytes} bytes");
    }
    assert_eq!(words(Language::Fr).bytes(3_100_000), "3,1\u{a0}Mo");
}

#[test]
fn shares_are_rounded_down_and_never_leave_the_scale() {
    let english = words(Language::En);
    assert_eq!(english.share(61, 100), "61 %");
    assert_eq!(english.share(999, 1_000), "99 %");
    assert_eq!(english.share(5, 3), "100 %");
    assert_eq!(english.share(0, 0), "100 %");
    assert_eq!(english.share(u64::MAX, u64::MAX), "100 %");
}

#[test]
fn what_is_more_than_the_whole_is_said_as_it_is() {
    assert_eq!(words(Language::En).percent(80_u32), "80 %");
    assert_eq!(words(Language::En).percent(200_u32), "200 %");
}

const TODAY: Date = Date { year: 2026, month: 11, day: 20 };

fn clock(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> Clock {
    Clock { date: Date { year, month, day }, hour, minute }
}

#[test]
fn moments_read_as_on_the_screens() {
    let english = words(Language::En);
    assert_eq!(english.moment(clock(2026, 11, 20, 9, 38), TODAY), "today 09:38");
    assert_eq!(english.moment(clock(2026, 11, 19, 15, 48), TODAY), "yesterday 15:48");
    assert_eq!(english.moment(clock(2026, 11, 17, 11, 20), TODAY), "Tue 17 Nov 11:20");
    assert_eq!(english.moment(clock(2025, 11, 17, 11, 20), TODAY), "17 Nov 2025 11:20");
    assert_eq!(english.day(Date { year: 2026, month: 11, day: 21 }, TODAY), "Sat 21 Nov");
    assert_eq!(english.weekday_day_year(Date { year: 2026, month: 11, day: 3 }), "Tue 3 Nov 2026");
    assert_eq!(english.capital(&english.moment(clock(2026, 11, 19, 17, 31), TODAY)), "Yesterday 17:31");
}

#[test]
fn dates_are_written_out_in_each_language() {
    let birthday = Date { year: 2023, month: 3, day: 14 };
    let written = Language::ALL.map(|language| words(language).long_date(birthday));
    assert_eq!(written, ["14 March 2023", "14 mars 2023", "14. März 2023", "14 март 2023 г.", "14 mars 2023"]);
    let listed = Language::ALL.map(|language| words(language).weekday_day(Date { year: 2026, month: 11, day: 24 }));
    assert_eq!(listed, ["Tue 24 Nov", "mar. 24 nov.", "Di 24. Nov.", "вто. 24 ноем.", "mar 24 nën"]);
    assert_eq!(words(Language::Fr).long_date(Date { year: 2026, month: 12, day: 1 }), "1er décembre 2026");
}

#[test]
fn days_are_found_on_the_calendar() {
    assert_eq!(Date::parse("1970-01-01").map(Date::days), Some(0));
    assert_eq!(Date::parse("2000-02-29").map(Date::days), Some(11_016));
    assert_eq!(Date::parse("2023-02-29"), None);
    assert_eq!(Date::parse("2023-13-01"), None);
    assert_eq!(Date::parse("24.11.2026"), None);
    for days in (-800_000..800_000).step_by(37) {
        assert_eq!(Date::from_days(days).days(), days);
    }
    assert_eq!(Date { year: 2026, month: 11, day: 24 }.weekday(), 2);
    assert_eq!(Date { year: 1969, month: 12, day: 28 }.weekday(), 7);
}

#[test]
fn the_wall_clock_follows_the_readers_offset() {
    // 23:30 UTC on 31 December is half past midnight in Skopje.
    let millis = Date { year: 2026, month: 12, day: 31 }.days() * 86_400_000 + (23 * 60 + 30) * 60_000;
    assert_eq!(Clock::at(millis, 60), clock(2027, 1, 1, 0, 30));
    assert_eq!(Clock::at(-1, 0), clock(1969, 12, 31, 23, 59));
}

#[test]
fn ages_and_waits_are_rounded_to_the_safe_side() {
    let english = words(Language::En);
    assert_eq!(english.ago(-5), "just now");
    assert_eq!(english.ago(59), "just now");
    assert_eq!(english.ago(60), "1 minute ago");
    assert_eq!(english.ago(7_199), "1 hour ago");
    assert_eq!(english.ago(3 * 86_400), "3 days ago");
    assert_eq!(english.duration(30), "30 seconds");
    assert_eq!(english.duration(91), "2 minutes");
    assert_eq!(english.duration(5_401), "2 hours");
    assert_eq!(english.duration(366 * 86_400), "366 days");
}

#[test]
fn lists_end_with_and() {
    let english = words(Language::En);
    assert_eq!(english.list::<&str>(&[]), "");
    assert_eq!(english.list(&["a"]), "a");
    assert_eq!(english.list(&["a", "b"]), "a and b");
    assert_eq!(english.list(&["a", "b", "c"]), "a, b and c");
}

#[test]
fn an_error_is_said_in_full_with_its_reason() {
    let english = words(Language::En);
    let mut args = Arguments::from([("reason".to_owned(), "not_xdomea".to_owned())]);
    let said = english.said("error-file-refused", &args);
    assert_eq!(said.what, "The file was refused.");
    assert_eq!(said.why, "It is not an xdomea message.");
    assert!(!said.safe.is_empty() && !said.next.is_empty());
    args.insert("path".to_owned(), "a.zip".to_owned());
    assert_eq!(english.said("error-file-refused", &args).what, "a.zip was refused.");
    // The same code has other words where it is the server that refuses.
    args.insert("reason".to_owned(), "too-large".to_owned());
    assert_eq!(english.said("error-file-refused", &args).why, "The file is too large.");
    assert_eq!(english.said("error-server-refused", &args).why, "What was sent is larger than it takes.");
    args.insert("seconds".to_owned(), "30".to_owned());
    assert_eq!(english.said("error-too-many-attempts", &args).next, "Wait 30 seconds, then try again.");
}

#[test]
fn a_reference_of_digits_is_no_number() {
    let args = Arguments::from([("name".to_owned(), "20261".to_owned())]);
    assert_eq!(words(Language::En).text_from("whereabouts-with-author", &args), "Still on the computer of 20261");
}

#[test]
fn an_entry_that_does_not_fit_is_named_where_it_is_known() {
    let english = words(Language::En);
    let named = Arguments::from([("field".to_owned(), "title".to_owned())]);
    assert_eq!(english.text_from("error-invalid-input", &named), "The title is missing or longer than 500 characters.");
    assert_eq!(english.text_from("error-invalid-input", &Arguments::new()), "One entry is missing or does not fit.");
}

#[test]
fn words_can_be_used_from_any_thread() {
    fn shared<T: Send + Sync + Clone + PartialEq>(_: &T) {}
    shared(&words(Language::Mk));
}
