//! Mails: each is a case with itself and what came with it, comes in once, and is named where it does not.

use praesto_contract::*;
use praesto_tests::papers::mail;

use crate::{Office, lines, refused};

impl Office {
    fn mails(&self, names: &[&str]) -> ImportSource {
        ImportSource::Mail { paths: names.iter().map(|name| self.path(name).display().to_string()).collect() }
    }
}

/// A mail of its own making, with these lines instead of the usual head.
fn raw(head: &str, text: &str) -> Vec<u8> {
    format!("{}\r\n\r\n{text}\r\n", head.replace('\n', "\r\n")).into_bytes()
}

#[test]
fn a_mail_becomes_a_case_with_its_sender_its_text_and_its_files() {
    let office = Office::found(20_261_501);
    office.put(
        "in/letter.eml",
        mail("one@example.org", "Place in Breza", "Dear office,\r\nwe ask for a place.", &[("certificate.txt", b"born here")]),
    );
    let report = office.run_as_planned(&office.mails(&["in/letter.eml"]));
    assert_eq!(lines(&report), [("letter.eml".to_owned(), "Place in Breza".to_owned(), 2, "new".to_owned())]);
    let case = office.made(&report, "Place in Breza");
    assert_eq!((case.channel, case.received.map(|day| day.to_string())), (Channel::Mail, Some("2026-11-02".to_owned())));
    let parties: Vec<_> = case.parties.iter().map(|party| (party.name.as_str(), party.contact.as_str())).collect();
    assert_eq!(parties, [("Ema Jankulova", "ema@example.org")]);
    let notes: Vec<_> = case.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["Dear office,\nwe ask for a place."]);
    let files: Vec<_> = case.attachments.iter().map(|file| (file.name.as_str(), file.media_type.as_str())).collect();
    assert_eq!(files, [("letter.eml", "message/rfc822"), ("certificate.txt", "text/plain")]);
}

#[test]
fn nothing_comes_twice_whatever_the_file_is_called() {
    let office = Office::found(20_261_502);
    let letter = mail("one@example.org", "A", "text", &[("a.txt", b"a")]);
    let nameless = raw("From: ema@example.org\nSubject: Nameless", "text");
    office.put("in/a.eml", &letter);
    office.put("in/copy of a.eml", &letter);
    office.put("in/b.eml", &nameless);
    let first = office.run_as_planned(&office.mails(&["in"]));
    assert_eq!((first.new, refused(&first)), (2, vec![("in/copy of a.eml", "same-mail")]));
    office.put("again/z.eml", &nameless);
    // The same mail as it came to another mailbox.
    office.put("again/a.eml", [b"Delivered-To: second@example.org\r\n", letter.as_slice()].concat());
    let second = office.run_as_planned(&office.mails(&["again/z.eml", "again/a.eml"]));
    assert_eq!((second.new, second.already_here, second.refused), (0, 2, 0));
    // Under the number of one that is here, but another: it is named, and hides nothing.
    office.put("again/forged.eml", mail("one@example.org", "A", "send the money", &[]));
    let forged = office.run_as_planned(&office.mails(&["again/forged.eml"]));
    assert_eq!((forged.new, forged.already_here, refused(&forged)), (0, 1, vec![("forged.eml", "not-in-case")]));
}

#[test]
fn another_mail_under_the_same_number_is_named_and_one_that_was_refused_hides_none() {
    let office = Office::found(20_261_507);
    office.put("in/a.eml", mail("one@example.org", "A", "we ask for a place", &[]));
    office.put("in/b.eml", mail("one@example.org", "A", "send the money", &[]));
    office.put(
        "in/c.eml",
        [b"Delivered-To: second@example.org\r\n", mail("one@example.org", "A", "we ask for a place", &[]).as_slice()].concat(),
    );
    // Nobody could tell what the first is; the second says it.
    office.put("in/d.eml", raw("Message-ID: <two@x>\nTo: office@example.org", ""));
    office.put("in/e.eml", raw("Message-ID: <two@x>\nFrom: leon@example.org\nSubject: E", "text"));
    let report = office.run_as_planned(&office.mails(&["in"]));
    let mut passed = refused(&report);
    passed.sort_unstable();
    assert_eq!(passed, [("in/b.eml", "other-mail"), ("in/c.eml", "same-mail"), ("in/d.eml", "empty-title")]);
    assert_eq!(report.new, 2);
    office.made(&report, "E");
}

#[test]
fn a_plan_reads_no_page_says_how_far_it_is_and_can_be_stopped() {
    use praesto_app::Handle;

    let office = Office::found(20_261_508);
    for at in 0..30 {
        let head = format!("Message-ID: <{at}@x>\nFrom: ema@example.org\nSubject: M{at}\nContent-Type: text/html; charset=utf-8");
        office.put(&format!("in/{at}.eml"), raw(&head, "<p>words</p>"));
    }
    // Each page would take as long as anybody waits.
    office.world.set_reader(Some("waits"));
    let begun = std::time::Instant::now();
    let plan = office.elira.handle(ImportPlan { source: office.mails(&["in"]) }).expect("a plan");
    assert!(plan.new == 30 && begun.elapsed() < std::time::Duration::from_secs(10), "{:?}", begun.elapsed());
    let heard = office.world.take_heard("Elira");
    assert!(heard.iter().any(|event| matches!(event, AppEvent::ImportReads { done: 1.., total: 30 })), "{heard:?}");
    let stopped = std::thread::scope(|scope| {
        let run = scope.spawn(|| office.elira.handle(ImportRun { source: office.mails(&["in"]) }));
        std::thread::sleep(std::time::Duration::from_millis(1_500));
        office.elira.handle(ImportStop {}).expect("stopped");
        run.join().expect("it ends")
    });
    assert_eq!(stopped.expect_err("nothing came in before").code, ErrorCode::Stopped);
    assert_eq!(office.sealed_files(), 0, "and nothing is left behind");
    // Where every page comes to nothing, the mails come in all the same.
    office.world.set_reader(None);
    assert_eq!(office.elira.handle(ImportRun { source: office.mails(&["in"]) }).expect("imported").new, 30);
}

#[test]
fn photographs_that_no_text_shows_are_files_of_the_case() {
    let office = Office::found(20_261_509);
    let head = "Message-ID: <photo@x>\nFrom: ema@example.org\nSubject: Photo\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B";
    let picture = "Content-Type: image/png; name=scan.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n";
    office.put("photo.eml", raw(head, &format!("--B\r\nContent-Type: text/plain\r\n\r\nsee\r\n--B\r\n{picture}--B--")));
    let case = office.made(&office.run_as_planned(&office.mails(&["photo.eml"])), "Photo");
    assert_eq!(case.attachments.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["photo.eml", "scan.png"]);
}

#[test]
fn a_folder_of_mails_says_what_it_passes_over() {
    let office = Office::found(20_261_503);
    office.put("mails/2026/a.EML", mail("a@example.org", "A", "text", &[]));
    office.put("mails/notes.txt", "no mail");
    office.put("mails/broken.eml", "not a mail at all");
    office.put("mails/.hidden.eml", "");
    let report = office.run_as_planned(&office.mails(&["mails"]));
    let mut passed = refused(&report);
    passed.sort_unstable();
    assert_eq!(passed, [("mails/.hidden.eml", "hidden-file"), ("mails/broken.eml", "not-a-mail"), ("mails/notes.txt", "not-a-mail")]);
    assert_eq!(report.new, 1);
    office.made(&report, "A");
}

#[test]
fn a_mail_in_html_alone_is_read_as_text_and_its_logo_is_no_file_of_the_case() {
    let office = Office::found(20_261_504);
    let head = "Message-ID: <html@example.org>\nFrom: ema@example.org\nSubject: Offer\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B";
    let body = "--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Почитувани, <b>see</b> <img src='http://evil.example/seen.png'><img src='cid:logo'></p><script>steal()</script>\r\n\
        --B\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--B--";
    office.put("offer.eml", raw(head, body));
    let case = office.made(&office.run_as_planned(&office.mails(&["offer.eml"])), "Offer");
    assert_eq!(case.notes.len(), 1);
    assert!(case.notes[0].text.starts_with("Почитувани, see") && !case.notes[0].text.contains("steal"), "{}", case.notes[0].text);
    assert_eq!(case.attachments.len(), 1, "the logo is in the mail, which is attached");
    // Where nothing reads HTML, the mail comes in all the same: it is there whole.
    office.world.set_reader(None);
    office.put("second.eml", raw(&head.replace("html@", "second@").replace("Offer", "Second"), body));
    let second = office.made(&office.run_as_planned(&office.mails(&["second.eml"])), "Second");
    assert_eq!((second.notes.len(), second.attachments.len()), (0, 1));
}

#[test]
fn odd_mails_come_in_as_far_as_they_can_be_read() {
    let office = Office::found(20_261_505);
    office.put("ahead.eml", raw("Message-ID: <1@x>\nFrom: Leon <leon@example.org>\nDate: Fri, 1 Jan 2100 10:00:00 +0000", "later"));
    office
        .put("long.eml", raw(&format!("Message-ID: <2@x>\nFrom: a@example.org\nSubject: {}", "word ".repeat(300)), &"x ".repeat(150_000)));
    office.put("empty.eml", raw("Message-ID: <3@x>\nTo: office@example.org", ""));
    let report = office.run_as_planned(&office.mails(&["ahead.eml", "long.eml", "empty.eml"]));
    assert_eq!(refused(&report), [("empty.eml", "empty-title")], "nobody could tell what it is");
    let ahead = office.made(&report, "Leon");
    assert_eq!(ahead.received.map(|day| day.to_string()), Some("2026-11-02".to_owned()), "no case is received in years to come");
    let long = report.rows.iter().find(|row| row.source == "long.eml").expect("it is in");
    assert!(long.title.ends_with('…') && long.title.chars().count() <= 500);
    let RowFate::New { case: Some(case) } = long.fate else { panic!("a case") };
    assert!(office.case(case).notes[0].text.ends_with('…'));
    assert_eq!(office.sealed_files(), 2, "what was refused left nothing behind");
}

#[test]
fn a_source_without_mails_is_refused_as_a_whole() {
    use praesto_app::Handle;

    let office = Office::found(20_261_506);
    let plan = |source| office.elira.handle(ImportPlan { source }).expect_err("refused");
    assert_eq!(plan(ImportSource::Mail { paths: Vec::new() }).code, ErrorCode::InvalidInput);
    assert_eq!(plan(office.mails(&["nowhere.eml"])).code, ErrorCode::FileUnreadable);
}
