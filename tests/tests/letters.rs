//! Letters from the templates of a case type: filled in from the case, signed off, filed, and the same on every computer.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_domain::letters::gaps;
use praesto_tests::world::{Device, World, create, decide, edit, everything, fetch, get, pair, save, settle, step};
use proptest::prelude::*;

const ENROLMENT: &str = "kindergarten-enrolment";
const LANGUAGES: [&str; 5] = ["en", "fr", "de", "mk", "sq"];

fn text(value: &str) -> FieldValue {
    FieldValue::Text(value.to_owned())
}

fn day(value: &str) -> FieldValue {
    FieldValue::Day(value.parse().expect("a day"))
}

fn set(field: &str, value: FieldValue) -> CaseChange {
    CaseChange::SetField { field: field.to_owned(), value }
}

fn whole_form() -> Vec<CaseChange> {
    vec![
        set("child_name", text("Арта Хоџа")),
        set("child_born", day("2023-03-14")),
        set("parent_name", text("Besa Hoxha")),
        set("parent_contact", text("070 123 456")),
        set("address", text("Bridge Street 12, 1200 Lindara")),
        set("kindergarten", text("Breza")),
        set("wanted_from", day("2026-12-01")),
        set("care", text("full_day")),
    ]
}

/// A case of the enrolment with these answers.
fn enrols(device: &Device, changes: Vec<CaseChange>) -> CaseId {
    let create = CaseCreate {
        title: "Arta Hoxha".to_owned(),
        reference: None,
        case_type: Some(ENROLMENT.to_owned()),
        channel: Channel::Paper,
        changes,
        drafts: Vec::new(),
    };
    device.handle(create).expect("a case is made").id
}

fn draft(device: &Device, case: CaseId, letter: &str, language: &str, decision: Option<DecisionId>) -> Result<LetterDraftView, ApiError> {
    device.handle(LetterDraft { case, letter: letter.to_owned(), language: language.to_owned(), decision })
}

/// Signs a letter off as it was filled in, each gap filled with these words.
fn file(device: &Device, case: CaseId, letter: &str, decision: Option<DecisionId>, by_hand: &str) -> Result<CaseView, ApiError> {
    let LetterDraftView { sheet, recipients, fingerprint, .. } = draft(device, case, letter, "en", decision)?;
    let filled = |mut one: Paragraph| {
        while let Some(at) = gaps(&one.text).first().map(|gap| gap.at.clone()) {
            one.text.replace_range(at, by_hand);
        }
        one
    };
    device.handle(LetterMake {
        case,
        letter: letter.to_owned(),
        language: "en".to_owned(),
        decision: decision.zip(fingerprint).map(|(decision, fingerprint)| SeenDecision { decision, fingerprint }),
        recipient: recipients.into_iter().next().unwrap_or_else(|| vec!["Besa Hoxha".to_owned()]),
        paragraphs: sheet.paragraphs.into_iter().map(filled).collect(),
        drafts: Vec::new(),
    })
}

fn words(draft: &LetterDraftView) -> String {
    draft.sheet.paragraphs.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn why(refused: Result<impl std::fmt::Debug, ApiError>) -> String {
    let error = refused.expect_err("this is not allowed");
    assert_eq!(error.code, ErrorCode::ActRefused);
    error.args["reason"].clone()
}

#[test]
fn a_letter_is_filled_in_by_its_language_signed_off_and_arrives_at_a_colleague() {
    let world = World::new(61);
    let [ana, bojan] = &pair(&world);
    let case = enrols(ana, whole_form());
    let offers: Vec<_> = get(ana, case).standing.expect("its type is here").letters.into_iter().map(|offer| offer.letter).collect();
    assert_eq!(offers, ["receipt"]);
    let english = draft(ana, case, "receipt", "en", None).expect("it is filled in");
    assert_eq!(english.missing, Vec::<String>::new());
    assert_eq!(english.recipients, [["Besa Hoxha", "Bridge Street 12", "1200 Lindara"]], "a telephone number is no address");
    assert!(
        words(&english).contains("for Арта Хоџа.") && words(&english).contains("Sample by-law on enrolment, Article 9"),
        "{}",
        words(&english)
    );
    for language in LANGUAGES {
        let drafted = draft(ana, case, "receipt", language, None).expect("it is filled in");
        assert_eq!((drafted.sheet.language.as_str(), drafted.missing.len()), (language, 0), "{}", words(&drafted));
    }
    assert_eq!(draft(ana, case, "receipt", "tr", None).expect_err("nobody wrote it").args["field"], "language");

    let filed = file(ana, case, "receipt", None, "").expect("it is signed off");
    assert!(!filed.can_undo, "what was signed off is not taken back");
    let [letter] = &filed.letters[..] else { panic!("one letter: {:?}", filed.letters) };
    assert_eq!((letter.title.as_str(), letter.recipient.as_str(), letter.by.me), ("Confirmation of receipt", "Besa Hoxha", true));
    let attachment = filed.attachments.iter().find(|one| Some(one.id) == letter.attachment).expect("it is a file of the case");
    assert_eq!((attachment.media_type.as_str(), &attachment.versions[0].id), ("application/pdf", &letter.version));
    assert_eq!(attachment.whereabouts, Whereabouts::WaitingToBeSent);
    assert_eq!(filed.timeline[0].what, ["file-letter"]);
    assert_eq!(filed.timeline[0].text.as_deref(), Some("Confirmation of receipt"));

    settle(&[ana, bojan]);
    assert_eq!(everything(ana), everything(bojan), "both end equal in every view");
    let theirs = get(bojan, case);
    assert_eq!((theirs.letters[0].by.name.as_str(), theirs.letters[0].sent), (get(ana, case).letters[0].by.name.as_str(), true));
    fetch(bojan, case).expect("it comes to his computer");
    let out = world.scratch("out.pdf");
    save(bojan, case, &out, false).expect("it opens there");
    assert!(std::fs::read(&out).expect("a file").starts_with(b"%PDF-"));
    let found = bojan.handle(Search { words: "municipal kindergarten Article".to_owned(), limit: 5 }).expect("a search");
    assert_eq!(found.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [case], "what a letter says is found");
}

#[test]
fn a_letter_tells_of_a_decision_once_it_counts() {
    let world = World::new(62);
    let [ana, bojan] = &pair(&world);
    let case = enrols(ana, whole_form());
    step(ana, case, Some("check"));
    let decided =
        CaseDecide { case, outcome: "granted".to_owned(), reason: "There is room.".to_owned(), replaces: Vec::new(), drafts: Vec::new() };
    let decision = ana.handle(decided).expect("decided").decisions[0].id;
    let offer = |device: &Device| {
        let offers = get(device, case).standing.expect("its type is here").letters;
        offers.into_iter().find(|offer| offer.letter == "acceptance").expect("it is on offer")
    };
    assert_eq!((offer(ana).decision, offer(ana).refused), (Some(decision), Some(Refused::WaitsForSignature)));
    assert_eq!(why(draft(ana, case, "acceptance", "en", Some(decision))), "waits_for_signature");
    settle(&[ana, bojan]);
    let fingerprint = get(bojan, case).decisions[0].fingerprint.clone();
    bojan.handle(CaseSign { case, decision, fingerprint }).expect("signed");
    settle(&[ana, bojan]);
    assert_eq!(offer(ana).refused, None);
    assert_eq!(why(draft(ana, case, "refusal", "en", Some(decision))), "not_from_here", "it was not refused");
    let drafted = draft(ana, case, "acceptance", "mk", Some(decision)).expect("filled in");
    assert!(words(&drafted).contains("There is room.") && drafted.missing.is_empty(), "{}", words(&drafted));
    for language in LANGUAGES {
        let drafted = draft(ana, case, "acceptance", language, Some(decision)).expect("filled in");
        assert_eq!(drafted.missing, Vec::<String>::new(), "the form is complete, so nothing is left open in {language}");
    }
    let view = file(ana, case, "acceptance", Some(decision), "").expect("signed off");
    assert_eq!(view.letters[0].decision, Some(decision), "the decision shows it");

    // Whoever writes on what no longer stands is told, and nothing is filed.
    let stale = LetterMake {
        case,
        letter: "acceptance".to_owned(),
        language: "en".to_owned(),
        decision: Some(SeenDecision { decision, fingerprint: "0".repeat(64) }),
        recipient: vec!["Besa Hoxha".to_owned()],
        paragraphs: drafted.sheet.paragraphs,
        drafts: Vec::new(),
    };
    assert_eq!(ana.handle(stale.clone()).expect_err("not what was seen").code, ErrorCode::WrittenMeanwhile);
    edit(ana, case, vec![CaseChange::WithdrawDecision { id: decision, withdrawn: true }]);
    assert_eq!(why(ana.handle(stale)), "not_from_here");
    assert_eq!(get(ana, case).attachments.len(), 1);
}

#[test]
fn what_cannot_be_signed_off_is_refused_by_name_and_its_draft_stays() {
    let world = World::new(63);
    let [ana, _] = &pair(&world);
    let case = create(ana, "Street lamp");
    let make = |paragraph: &str, recipient: &[&str]| {
        let title = Paragraph { kind: ParagraphKind::Title, text: "Street lamp".to_owned() };
        ana.handle(LetterMake {
            case,
            letter: "letter".to_owned(),
            language: "en".to_owned(),
            decision: None,
            recipient: recipient.iter().map(|line| (*line).to_owned()).collect(),
            paragraphs: vec![title, Paragraph { kind: ParagraphKind::Text, text: paragraph.to_owned() }],
            drafts: vec!["letter-text".to_owned()],
        })
    };
    ana.handle(DraftPut { case: Some(case), place: "letter-text".to_owned(), text: "Dear all".to_owned() }).expect("kept");
    let gap = make("Dear [[name]] and [[ name ]], of [[day]]", &["Besa"]).expect_err("it has gaps");
    assert_eq!((gap.code, gap.args["gaps"].as_str()), (ErrorCode::LetterGaps, "name, day"));
    let signs = make("Dear 王小明", &["Besa"]).expect_err("the typeface lacks them");
    assert_eq!((signs.code, signs.args["signs"].as_str()), (ErrorCode::LetterSigns, "小 明 王"));
    assert_eq!(make("Words", &["l"; 9]).expect_err("no room").code, ErrorCode::LetterAddress);
    assert_eq!(make("Words", &["\u{202e}", " "]).expect_err("nobody").args["field"], "recipient");
    assert_eq!(make(" \u{200b}\n ", &["Besa"]).expect_err("nothing").args["field"], "text");
    assert_eq!(make(&"я".repeat(100_001), &["Besa"]).expect_err("too long").args["field"], "text");
    let untouched = get(ana, case);
    assert_eq!((untouched.letters.len(), untouched.attachments.len(), untouched.drafts.len()), (0, 0, 1));
    let filed = make("Words\u{202e} that\u{0} are seen", &["Besa", "Lindara"]).expect("it is signed off");
    assert_eq!((filed.letters.len(), filed.drafts.len()), (1, 0), "its draft goes with it");
    let sheet = ana.handle(LetterPrint { case, letter: filed.letters[0].id, reason: "For the post".to_owned() }).expect("given out");
    assert_eq!(
        (sheet.recipient.as_slice(), sheet.paragraphs[1].text.as_str()),
        (&["Besa".to_owned(), "Lindara".to_owned()][..], "Words that are seen")
    );
    let row = &get(ana, case).timeline[0];
    assert_eq!((row.what.as_slice(), row.text.as_deref()), (&["take-out".to_owned()][..], Some("For the post")));
    assert!(row.taken_out.as_ref().is_some_and(|file| file.version.is_some()), "{row:?}");
    assert_eq!(
        ana.handle(LetterPrint { case, letter: filed.letters[0].id, reason: " ".to_owned() }).expect_err("why").args["field"],
        "reason"
    );
}

#[test]
fn what_is_printed_is_what_was_signed_off_whatever_changed_since() {
    let world = World::new(66);
    let [ana, bojan] = &pair(&world);
    let case = create(ana, "Street lamp");
    let refer = |to: &str| edit(ana, case, vec![CaseChange::SetReference { reference: to.to_owned() }]);
    refer("SL-2026-1");
    let then = draft(ana, case, "letter", "en", None).expect("it is filled in").sheet;
    assert!(!then.office.is_empty() && then.about[0].1 == "SL-2026-1", "{then:?}");
    // Whoever took the line with the title out finds it on the paper, and so it is in what is kept.
    let words = Paragraph { kind: ParagraphKind::Text, text: "It shines again.".to_owned() };
    let make = LetterMake {
        case,
        letter: "letter".to_owned(),
        language: "en".to_owned(),
        decision: None,
        recipient: vec!["Besa Hoxha".to_owned()],
        paragraphs: vec![words.clone()],
        drafts: Vec::new(),
    };
    let letter = ana.handle(make).expect("it is signed off").letters[0].id;
    refer("SL-2026-2");
    world.pass(40 * 86_400_000);
    settle(&[ana, bojan]);
    let now = draft(ana, case, "letter", "en", None).expect("it is filled in").sheet;
    assert!(now.about[0].1 == "SL-2026-2" && now.about[1] != then.about[1], "another reference, another day: {now:?}");
    let title = Paragraph { kind: ParagraphKind::Title, text: then.title.clone() };
    let signed_off = LetterSheet { recipient: vec!["Besa Hoxha".to_owned()], paragraphs: vec![title, words], ..then };
    for device in [ana, bojan] {
        let printed = device.handle(LetterPrint { case, letter, reason: "For the post".to_owned() }).expect("given out");
        assert_eq!(printed, signed_off, "as it stood on paper on that day");
    }
}

#[test]
fn a_letter_is_no_edit_that_others_could_make_up() {
    let world = World::new(64);
    let [ana, _] = &pair(&world);
    let case = create(ana, "Street lamp");
    decide(ana, case, "granted");
    let filed = file(ana, case, "letter", None, "We thank you.").expect("a plain letter");
    let event = praesto_domain::casework::LetterFiled {
        letter: "letter".to_owned(),
        language: "en".to_owned(),
        title: "Letter".to_owned(),
        office: "Municipality of Lindara".to_owned(),
        reference: "SL-2026-1".to_owned(),
        day: "2026-11-23".parse().expect("a day"),
        recipient: "Besa".to_owned(),
        text: "Never signed off".to_owned(),
        decision: None,
        version: filed.letters[0].version.clone(),
        person: filed.letters[0].by.person.expect("Ana"),
    };
    let event = praesto_domain::casework::EventKind::LetterFiled(event);
    let made_up = CaseChange::AddEvent { id: EventId(uuid::Uuid::from_u128(7)), event };
    let refused = ana.handle(CaseEdit { case, changes: vec![made_up], drafts: Vec::new(), over: Vec::new() });
    assert_eq!(refused.expect_err("only signing off does").code, ErrorCode::InvalidInput);
}

#[test]
fn a_letter_that_was_signed_off_takes_no_other_version_and_can_be_removed() {
    let world = World::new(67);
    let [ana, _] = &pair(&world);
    let case = create(ana, "Street lamp");
    let filed = file(ana, case, "letter", None, "We thank you.").expect("a plain letter");
    let attachment = filed.letters[0].attachment.expect("it is a file of the case");
    let other = world.scratch("other.pdf");
    std::fs::write(&other, "Something else").expect("a file");
    let add = |version_of| ana.handle(AttachmentAdd { case, paths: vec![other.to_string_lossy().into_owned()], version_of });
    assert_eq!(add(Some(attachment)).expect_err("not over it").code, ErrorCode::LetterSignedOff);
    let change = FileEdit { case, attachment, version: None, start: false };
    assert_eq!(ana.handle(change).expect_err("nor in another program").code, ErrorCode::LetterSignedOff);
    assert_eq!(get(ana, case).attachments, filed.attachments, "nothing was added, and no copy is out");
    let beside = add(None).expect("beside it, anything is").attachments;
    assert!(beside.len() == 2 && beside.iter().all(|one| one.versions.len() == 1), "{beside:?}");
    let beside = beside.iter().find(|one| one.id != attachment).expect("the other").id;
    let again = FileEdit { case, attachment: beside, version: None, start: false };
    ana.handle(again).expect("another file is changed as ever");
    let removed = edit(ana, case, vec![CaseChange::RemoveAttachment { id: attachment, removed: true }]);
    assert_eq!((removed.letters.len(), removed.letters[0].attachment), (1, None), "its event says what was signed off");
}

/// Some answers of the form, some emptied, some hostile.
fn any_answers() -> impl Strategy<Value = Vec<CaseChange>> {
    let words = prop_oneof!["[A-Za-zа-ш ]{1,30}", Just("[[x]]\n\n# y".to_owned()), Just("{title}".to_owned())];
    let one = (0..7_usize, prop::option::of(words)).prop_map(|(field, value)| {
        let field = ["child_name", "parent_name", "parent_contact", "address", "kindergarten", "special_care_what", "care"][field];
        match (field, value) {
            ("care", Some(_)) => set("care", text("half_day")),
            (field, Some(value)) => set(field, text(&value)),
            (field, None) => set(field, FieldValue::Empty),
        }
    });
    (prop::collection::vec(one, 0..12), any::<bool>()).prop_map(|(mut answers, dated)| {
        if dated {
            answers.push(set("wanted_from", day("2026-12-01")));
        }
        answers
    })
}

#[test]
fn no_letter_of_ours_leaves_a_gap_silently() {
    let world = World::new(65);
    let [ana, bojan] = &pair(&world);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 6,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(20261102),
        ..ProptestConfig::default()
    });
    let held = runner.run(&any_answers(), |answers| {
        let case = enrols(ana, answers);
        step(ana, case, Some("check"));
        let refused = CaseDecide {
            case,
            outcome: "refused".to_owned(),
            reason: "No room.\n\n- none".to_owned(),
            replaces: Vec::new(),
            drafts: Vec::new(),
        };
        step(ana, case, Some("ask_for_papers"));
        let decision = ana.handle(refused).expect("it can be refused without papers").decisions[0].id;
        for language in LANGUAGES {
            let papers = draft(ana, case, "papers", language, None).expect("papers are missing");
            whole(&papers)?;
            prop_assert!(!papers.missing.is_empty(), "which papers is said by hand");
        }
        settle(&[ana, bojan]);
        let fingerprint = get(bojan, case).decisions[0].fingerprint.clone();
        bojan.handle(CaseSign { case, decision, fingerprint }).expect("signed");
        settle(&[ana, bojan]);
        for language in LANGUAGES {
            whole(&draft(ana, case, "refusal", language, Some(decision)).expect("refused"))?;
        }
        prop_assert!(file(ana, case, "refusal", Some(decision), "x").is_ok());
        Ok(())
    });
    held.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Whether every gap is named and every name is a gap, and nothing of the template is left over.
fn whole(draft: &LetterDraftView) -> Result<(), TestCaseError> {
    let paragraphs = &draft.sheet.paragraphs;
    let mut wanted: Vec<&str> = Vec::new();
    for gap in paragraphs.iter().flat_map(|one| gaps(&one.text)) {
        if !wanted.contains(&gap.wanted) {
            wanted.push(gap.wanted);
        }
    }
    prop_assert_eq!(wanted, draft.missing.iter().map(String::as_str).collect::<Vec<_>>());
    prop_assert_eq!(paragraphs.iter().filter(|one| one.kind == ParagraphKind::Title).count(), 1);
    for one in paragraphs {
        prop_assert!(!one.text.trim().is_empty() && one.text.lines().all(|line| !line.trim().is_empty()));
        prop_assert!(!one.text.contains("{field") && !one.text.contains("[if"), "{}", one.text);
    }
    Ok(())
}
