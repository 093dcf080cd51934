//! Who is about to make a case is told what is here already, whoever made it and however they spelt it.

#![allow(clippy::expect_used)]

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, World, create, edit, found_alone, get, join, pair, settle, step, sync};
use uuid::Uuid;

const ENROLMENT: &str = "kindergarten-enrolment";

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.to_owned())
}

fn day(day: &str) -> FieldValue {
    FieldValue::Day(day.parse().expect("a day"))
}

/// Enrols a child of this name who was born then.
fn enrols(device: &Device, name: &str, born: &str, reference: Option<&str>) -> CaseId {
    let set = |field: &str, value| CaseChange::SetField { field: field.to_owned(), value };
    let create = CaseCreate {
        title: "Enrolment".to_owned(),
        reference: reference.map(str::to_owned),
        case_type: Some(ENROLMENT.to_owned()),
        channel: Channel::Paper,
        changes: vec![set("child_name", text(name)), set("child_born", day(born))],
        drafts: Vec::new(),
    };
    device.handle(create).expect("a case is made").id
}

fn alike(device: &Device, ask: CaseAlike) -> Vec<(CaseId, Vec<AlikeWhy>)> {
    device.handle(ask).expect("an answer").into_iter().map(|one| (one.row.id, one.why)).collect()
}

/// What is said to whoever types this of a child.
fn child(name: &str, born: &str) -> CaseAlike {
    let fields = [("child_name".to_owned(), text(name)), ("child_born".to_owned(), day(born))].into();
    CaseAlike { case_type: Some(ENROLMENT.to_owned()), fields, ..CaseAlike::default() }
}

fn reference(reference: &str) -> CaseAlike {
    CaseAlike { reference: reference.to_owned(), ..CaseAlike::default() }
}

fn name(name: &str) -> AlikeWhy {
    AlikeWhy::Name { name: name.to_owned() }
}

fn born() -> AlikeWhy {
    AlikeWhy::Field { field: "child_born".to_owned() }
}

#[test]
fn a_child_that_a_colleague_enrolled_is_named_in_any_spelling_also_when_closed_or_removed() {
    let world = World::new(20_263_001);
    let [ana, bojan] = pair(&world);
    let case = enrols(&ana, "Арта Хоџа", "2023-03-14", None);
    enrols(&ana, "Беса Хоџа", "2023-03-14", None);
    enrols(&ana, "Марко Петров", "2022-01-05", None);
    settle(&[&ana, &bojan]);
    let twice = (case, vec![name("Арта Хоџа"), born()]);
    for spelling in ["Arta Hoxha", "hodza arta", "Arta Hoxhaj", "Арта Хоџа", "Artta Hoxha"] {
        assert_eq!(alike(&bojan, child(spelling, "2023-03-14")), std::slice::from_ref(&twice), "{spelling}");
    }
    assert_eq!(alike(&bojan, child("Arta Hoxha", "2019-01-01")), [(case, vec![name("Арта Хоџа")])], "open, and of the type");
    assert_eq!(alike(&bojan, child("Ardita Krasniqi", "2023-03-14")), [], "a day of birth tells nobody by itself");
    assert_eq!(alike(&bojan, child("Darko Petrov", "2022-01-05")), [], "nor a brother's name");

    step(&bojan, case, Some("withdraw"));
    assert_eq!(alike(&bojan, child("Arta Hoxha", "2023-03-14")), std::slice::from_ref(&twice));
    assert_eq!(alike(&bojan, child("Arta Hoxha", "2019-01-01")), [], "who was here once may come again");
    bojan.handle(CaseRemove { case, reason: "Entered twice.".to_owned() }).expect("it is removed");
    let found = bojan.handle(child("Arta Hoxha", "2023-03-14")).expect("an answer");
    assert!(found.len() == 1 && found[0].row.removed && found[0].why == twice.1, "{found:?}");

    // Whoever comes to the office later knows it from the first sync on.
    settle(&[&bojan, &ana]);
    let vera = join(&world, &ana, "Vera");
    settle(&[&ana, &vera]);
    assert_eq!(alike(&vera, child("Arta Hoxha", "2023-03-14")), [twice]);
}

#[test]
fn a_person_and_a_title_are_compared_and_what_makes_no_name_is_not() {
    let world = World::new(20_263_002);
    let elira = found_alone(&world, "Elira");
    let case = create(&elira, "Complaint about the ramp");
    let party = CaseChange::AddParty {
        id: PartyId(Uuid::from_u128(1)),
        name: "Ѓорѓи Ќосев".to_owned(),
        role: String::new(),
        contact: String::new(),
    };
    edit(&elira, case, vec![party]);
    let of = |title: &str, party: &str| CaseAlike { title: title.to_owned(), parties: vec![party.to_owned()], ..CaseAlike::default() };
    assert_eq!(alike(&elira, of("", "Gjorgji Kosev")), [(case, vec![name("Ѓорѓи Ќосев")])]);
    assert_eq!(alike(&elira, of("Kosev Gorgi", "")), [(case, vec![name("Ѓорѓи Ќосев")])]);
    assert_eq!(alike(&elira, of("Complaint about the rmap", "")), [(case, vec![name("Complaint about the ramp")])]);
    for nothing in [of("", ""), of("...", "\" OR *"), of("Complaint", ""), of("ramp", "Ѓорѓи"), of(&"word ".repeat(5_000), "")] {
        assert_eq!(alike(&elira, nothing), []);
    }
    let mine = CaseAlike { except: Some(case), ..of("", "Gjorgji Kosev") };
    assert_eq!(alike(&elira, mine), [], "a case is not alike to itself");
    let unknown = CaseAlike { case_type: Some("dogs".to_owned()), ..CaseAlike::default() };
    assert_eq!(elira.handle(unknown).expect_err("there is no such type").code, ErrorCode::InvalidInput);
}

#[test]
fn a_child_whose_number_is_here_is_named_whatever_it_is_called_now() {
    let world = World::new(20_263_005);
    let [ana, bojan] = pair(&world);
    let number = |its: &str| ("child_number".to_owned(), text(its));
    let numbered = |device: &Device, case, its: &str| {
        let (field, value) = number(its);
        edit(device, case, vec![CaseChange::SetField { field, value }]);
    };
    let case = enrols(&ana, "Арта Хоџа", "2023-03-14", None);
    numbered(&ana, case, "1403202345012");
    // Others of an alike name, which say more and are less sure.
    let cousin = enrols(&ana, "Блерта Красниќи", "2022-01-05", None);
    settle(&[&ana, &bojan]);
    let ask = |child: CaseAlike, its: &str| CaseAlike { fields: child.fields.into_iter().chain([number(its)]).collect(), ..child };
    let same = AlikeWhy::Field { field: "child_number".to_owned() };
    let renamed = ask(child("Blerta Krasniqi", "2022-01-05"), "14032023 45012");
    let found = alike(&bojan, renamed.clone());
    assert_eq!(found, [(case, vec![same.clone()]), (cousin, vec![name("Блерта Красниќи"), born()])], "the surest first");
    let alone = CaseAlike { fields: [number("1403202345012")].into(), ..child("", "2022-01-05") };
    assert_eq!(alike(&bojan, alone), [(case, vec![same.clone()])], "before any name is typed");
    assert_eq!(alike(&bojan, ask(child("Besa Hoxha", "2023-03-14"), "1403202345013")), [], "a twin has another");
    step(&bojan, case, Some("withdraw"));
    bojan.handle(CaseRemove { case, reason: "Entered twice.".to_owned() }).expect("it is removed");
    assert_eq!(alike(&bojan, renamed)[0], (case, vec![same]));
}

#[test]
fn a_reference_that_two_gave_apart_is_said_at_both_and_forbidden_to_nobody() {
    let world = World::new(20_263_003);
    let [ana, bojan] = pair(&world);
    let (hers, his) = (enrols(&ana, "Арта Хоџа", "2023-03-14", Some("KG-1")), enrols(&bojan, "Марко Петров", "2022-01-05", Some("kg-1")));
    assert_eq!(get(&ana, hers).same_reference, [], "neither knows of the other");
    settle(&[&ana, &bojan]);
    for device in [&ana, &bojan] {
        let others = |case| get(device, case).same_reference.into_iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!((others(hers), others(his)), (vec![his], vec![hers]));
        assert_eq!(alike(device, reference(" KG-1 ")).len(), 2);
    }
    let other = create(&ana, "Roof");
    let taken = CaseAlike { except: Some(other), ..reference("KG-1") };
    assert!(alike(&ana, taken).iter().all(|(_, why)| why == &[AlikeWhy::Reference]));
    edit(&ana, other, vec![CaseChange::SetReference { reference: "KG-1".to_owned() }]);
    assert_eq!(get(&ana, other).same_reference.len(), 2, "it is a warning, not a rule");
    edit(&ana, other, vec![CaseChange::SetReference { reference: "GF-1".to_owned() }]);
    assert_eq!(get(&ana, other).same_reference, []);
    sync(&ana);
}

#[test]
fn a_name_in_ik_is_found_in_every_spelling_and_while_a_longer_one_is_typed() {
    let world = World::new(20_263_006);
    let elira = found_alone(&world, "Elira");
    let (ilik, veronika) = (create(&elira, "Петар Илиќ"), create(&elira, "Вероника"));
    let found = |words: &str| {
        let page = elira.handle(Search { words: words.to_owned(), limit: 30 }).expect("a page");
        page.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    for typed in ["Ilić", "Ilic", "Илић", "Ilikj", "Ilich", "Илиќ", "илик", "Ilić Petar"] {
        assert_eq!(found(typed), [ilik], "{typed}");
    }
    for typed in ["Верони", "Вероник", "Veronik", "Вероника"] {
        assert_eq!(found(typed), [veronika], "{typed}");
    }
    let sought = CaseAlike { title: "Petar Ilić".to_owned(), ..CaseAlike::default() };
    assert_eq!(alike(&elira, sought), [(ilik, vec![name("Петар Илиќ")])]);
}

#[test]
fn what_is_mistyped_is_found_apart_from_what_was_asked_for() {
    let world = World::new(20_263_004);
    let elira = found_alone(&world, "Elira");
    let (ema, library) = (create(&elira, "Ема Јанкулова"), create(&elira, "Roof of the town library"));
    let found = |words: &str| {
        let page = elira.handle(Search { words: words.to_owned(), limit: 30 }).expect("a page");
        let ids = |rows: Vec<CaseRow>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
        (ids(page.rows), ids(page.similar))
    };
    assert_eq!(found("Yankulova"), (vec![ema], vec![]), "another spelling is no slip");
    assert_eq!(found("Јанкулва"), (vec![], vec![ema]));
    assert_eq!(found("town libary"), (vec![], vec![library]));
    assert_eq!(found("town library"), (vec![library], vec![]));
    assert_eq!(found("xqzwv"), (vec![], vec![]));
}
