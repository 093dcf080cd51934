//! What a case type allows is done, and nothing else: steps, decisions, second signatures, on computers that do not always know of each other.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, World, computer, create, decide, edit, everything, get, note, pair, settle, step, sync};

const ENROLMENT: &str = "kindergarten-enrolment";

fn text(value: &str) -> FieldValue {
    FieldValue::Text(value.to_owned())
}

fn day(value: &str) -> FieldValue {
    FieldValue::Day(value.parse().expect("a day"))
}

fn set(field: &str, value: FieldValue) -> CaseChange {
    CaseChange::SetField { field: field.to_owned(), value }
}

fn enrols(device: &Device) -> CaseView {
    let create = CaseCreate {
        title: "Arta Hoxha".to_owned(),
        reference: None,
        case_type: Some(ENROLMENT.to_owned()),
        channel: Channel::Paper,
        changes: Vec::new(),
        drafts: Vec::new(),
    };
    device.handle(create).expect("a case is made")
}

/// Answers everything that the enrolment must know.
fn whole_form() -> Vec<CaseChange> {
    let texts =
        [("child_name", "Arta"), ("parent_name", "Besa"), ("parent_contact", "070"), ("address", "Bridge 1"), ("kindergarten", "Breza")];
    let days = [("child_born", "2023-03-14"), ("wanted_from", "2026-12-01")];
    let texts = texts.into_iter().map(|(field, value)| set(field, text(value)));
    texts.chain(days.map(|(field, value)| set(field, day(value)))).chain([set("care", text("full_day"))]).collect()
}

fn take(device: &Device, case: CaseId, step: &str, seen: &str) -> Result<CaseView, ApiError> {
    let (step, seen, note) = (Some(step.to_owned()), Some(seen.to_owned()), Some("The birth certificate is missing.".to_owned()));
    device.handle(CaseStep { case, step, seen, note, drafts: Vec::new() })
}

fn try_decide(device: &Device, case: CaseId, outcome: &str, replaces: Vec<DecisionId>) -> Result<CaseView, ApiError> {
    let (outcome, reason) = (outcome.to_owned(), "There is room.".to_owned());
    device.handle(CaseDecide { case, outcome, reason, replaces, drafts: Vec::new() })
}

/// Signs a decision as it stands on that computer.
fn sign(device: &Device, case: CaseId, decision: DecisionId) -> Result<CaseView, ApiError> {
    let shown = get(device, case).decisions.into_iter().find(|one| one.id == decision).expect("it is shown");
    device.handle(CaseSign { case, decision, fingerprint: shown.fingerprint })
}

/// Why an act is not allowed.
fn why(refused: Result<CaseView, ApiError>) -> String {
    let error = refused.expect_err("this is not allowed");
    assert_eq!(error.code, ErrorCode::ActRefused);
    error.args["reason"].to_owned()
}

fn state(view: &CaseView) -> &str {
    view.standing.as_ref().and_then(|standing| standing.state.as_deref()).unwrap_or_default()
}

fn can(view: &CaseView, act: &Act) -> Option<Option<Refused>> {
    view.standing.as_ref()?.acts.iter().find(|one| one.act == *act).map(|one| one.refused)
}

fn steps(view: &CaseView) -> Vec<&str> {
    let acts = view.standing.iter().flat_map(|standing| &standing.acts);
    acts.filter_map(|one| if let Act::Step { step } = &one.act { Some(step.as_str()) } else { None }).collect()
}

#[test]
fn an_enrolment_goes_its_way_and_is_decided_by_two_people() {
    let world = World::new(30);
    let [ana, bojan] = &pair(&world);
    let case = enrols(ana).id;
    let made = get(ana, case);
    assert!(made.reference.starts_with("KG-"), "the type has its own references: {}", made.reference);
    assert_eq!((state(&made), made.status, steps(&made)), ("received", Status::New, vec!["check", "withdraw"]));
    let missing = made.standing.iter().flat_map(|standing| &standing.problems);
    assert_eq!(missing.filter(|problem| matches!(problem, FieldProblem::Missing { .. })).count(), 8);
    let rules: Vec<_> = made.deadlines.iter().map(|deadline| (deadline.rule.as_deref(), deadline.met)).collect();
    assert_eq!(rules, [(Some("confirm"), false), (Some("decide"), false)], "the law sets them");
    assert!(made.deadlines.iter().all(|deadline| deadline.basis.as_deref().is_some_and(|basis| basis.contains("Article"))));

    assert_eq!(why(try_decide(ana, case, "granted", vec![])), "not_from_here", "nobody has looked at it yet");
    let checked = take(ana, case, "check", "received").expect("it is checked");
    assert_eq!((state(&checked), checked.status), ("checking", Status::InReview));
    assert_eq!(checked.notes.len(), 1, "why is among the notes");
    assert!(met(&checked, "confirm") && !met(&checked, "decide"));
    assert_eq!(why(try_decide(ana, case, "granted", vec![])), "form_incomplete");
    assert_eq!(take(ana, case, "check", "checking").expect_err("not twice").code, ErrorCode::ActRefused);
    assert_eq!(try_decide(ana, case, "a place in the sun", vec![]).expect_err("no such outcome").code, ErrorCode::ActRefused);

    edit(ana, case, whole_form());
    settle(&[ana, bojan]);
    assert_eq!(why(try_decide(bojan, case, "granted", vec![])), "not_assigned", "it is Ana's");
    let decided = try_decide(ana, case, "granted", vec![]).expect("it is decided");
    let decision = decided.decisions[0].id;
    assert_eq!((state(&decided), decided.decisions[0].waits), ("checking", true), "not before somebody else has signed");
    assert_eq!(can(&decided, &Act::Sign { decision }), Some(Some(Refused::OwnDecision)));
    assert_eq!(why(sign(ana, case, decision)), "own_decision");
    assert_eq!(why(take(ana, case, "ask_for_papers", "checking")), "waits_for_signature");

    settle(&[ana, bojan]);
    let signed = sign(bojan, case, decision).expect("signed");
    assert_eq!((state(&signed), signed.status, signed.decisions[0].waits), ("decided", Status::Decided, false));
    assert_eq!(signed.decisions[0].signed.iter().map(|by| by.name.as_str()).collect::<Vec<_>>(), ["Бојан"]);
    assert!(!signed.can_undo, "a signature is not taken back");
    assert!(signed.decisions[0].provisional, "and counts once the office has it");
    assert!(met(&signed, "decide"));
    assert_eq!(why(sign(bojan, case, decision)), "nothing_to_sign");
    settle(&[ana, bojan]);
    assert_eq!(everything(ana), everything(bojan), "both end equal in every view");

    step(bojan, case, Some("close"));
    settle(&[ana, bojan]);
    assert_eq!(why(take(bojan, case, "reopen", "closed")), "not_manager");
    assert_eq!(state(&take(ana, case, "reopen", "closed").expect("Ana looks after the office")), "decided", "the decision still counts");
}

#[test]
fn a_step_from_where_the_case_stands_no_longer_is_not_taken() {
    let world = World::new(31);
    let [ana, bojan] = &pair(&world);
    let case = enrols(ana).id;
    settle(&[ana, bojan]);
    take(bojan, case, "check", "received").expect("he checks it");
    settle(&[ana, bojan]);
    let refused = take(ana, case, "withdraw", "received").expect_err("she has not seen that it is being checked");
    assert_eq!(refused.code, ErrorCode::WrittenMeanwhile);
    assert_eq!(state(&get(ana, case)), "checking");
    take(ana, case, "withdraw", "checking").expect("now she has");
}

#[test]
fn two_steps_taken_apart_are_a_clash_that_names_the_states() {
    let world = World::new(32);
    let [ana, bojan] = &pair(&world);
    let case = enrols(ana).id;
    take(ana, case, "check", "received").expect("checked");
    settle(&[ana, bojan]);
    world.set_online(false);
    take(ana, case, "withdraw", "checking").expect("offline as well");
    take(bojan, case, "ask_for_papers", "checking").expect("offline as well");
    world.set_online(true);
    settle(&[ana, bojan]);
    assert_eq!(everything(ana), everything(bojan));
    let seen = get(bojan, case);
    assert_eq!(seen.status, Status::Waiting, "it is not closed behind anybody's back");
    let clash = seen.conflicts.iter().find(|conflict| conflict.place == Place::Status).expect("the clash is shown");
    let mut said: Vec<_> = clash.values.iter().map(|value| value.value.clone()).collect();
    said.sort_by_key(|value| format!("{value:?}"));
    assert_eq!(said, [text("closed closed"), text("waiting papers_missing")]);
    let papers = clash.values.iter().find(|value| value.value == text("waiting papers_missing")).expect("one of them");
    let settlement = Settlement::Use { value_id: papers.value_id.clone() };
    let settled = bojan.handle(ConflictSettle { case, place: Place::Status, settlement, shown: Vec::new() }).expect("a person chooses");
    assert_eq!((state(&settled), settled.conflicts.len()), ("papers_missing", 0));
}

#[test]
fn contradicting_decisions_are_settled_by_a_new_one_that_names_both() {
    let world = World::new(33);
    let [ana, bojan] = &pair(&world);
    let case = create(ana, "Street lamp");
    settle(&[ana, bojan]);
    world.set_online(false);
    decide(ana, case, "granted");
    decide(bojan, case, "refused");
    world.set_online(true);
    settle(&[ana, bojan]);
    let seen = get(ana, case);
    assert_eq!((seen.status, state(&seen), steps(&seen)), (Status::NeedsAdjudication, "", vec![]));
    assert_eq!(why(ana.handle(CaseStep { case, step: Some("close".into()), seen: None, note: None, drafts: Vec::new() })), "contradicting");
    let hers = seen.decisions.iter().find(|decision| decision.by.me).expect("hers").id;
    let half = try_decide(ana, case, "partly_granted", vec![hers]).expect_err("the other stands too");
    assert_eq!(half.code, ErrorCode::WrittenMeanwhile);
    let settled = decide(ana, case, "partly_granted");
    assert_eq!(settled.status, Status::Decided);
    settle(&[ana, bojan]);
    assert_eq!(everything(ana), everything(bojan));
}

#[test]
fn terms_follow_the_day_of_receipt_and_a_day_set_by_hand_stays() {
    let world = World::new(34);
    let [ana, _] = &pair(&world);
    let case = enrols(ana).id;
    let of =
        |view: &CaseView, rule: &str| view.deadlines.iter().find(|one| one.rule.as_deref() == Some(rule)).cloned().expect("it is there");
    let before = of(&get(ana, case), "decide").day.expect("a day");
    let received = get(ana, case).received.expect("today");
    let earlier = Day(received.0.yesterday().expect("a day before").yesterday().expect("a day before"));
    let moved = edit(ana, case, vec![CaseChange::SetReceived { day: Some(earlier) }]);
    assert!(of(&moved, "decide").day.expect("a day") <= before && of(&moved, "decide").day != Some(before), "it is due earlier now");
    let by_hand = CaseChange::SetDeadlineDay { id: of(&moved, "decide").id, day: before };
    assert_eq!(of(&edit(ana, case, vec![by_hand]), "decide").day, Some(before));
    let papers =
        take(ana, case, "check", "received").and_then(|_| take(ana, case, "ask_for_papers", "checking")).expect("papers are missing");
    assert!(!of(&papers, "papers").met, "a term begins with a state");
    let came = take(ana, case, "papers_came", "papers_missing").expect("they came");
    assert!(of(&came, "papers").met, "and ends with another");
}

#[test]
fn a_decision_is_withdrawn_by_whoever_made_it_or_by_a_manager() {
    let world = World::new(35);
    let [ana, bojan] = &pair(&world);
    let case = create(bojan, "Street lamp");
    let decision = decide(bojan, case, "granted").decisions[0].id;
    settle(&[ana, bojan]);
    assert!(get(ana, case).decisions[0].mine, "Ana looks after the office");
    edit(ana, case, vec![CaseChange::WithdrawDecision { id: decision, withdrawn: true }]);
    let other = create(ana, "Playground");
    let hers = decide(ana, other, "granted").decisions[0].id;
    settle(&[ana, bojan]);
    assert!(!get(bojan, other).decisions[0].mine);
    let withdraw = CaseEdit {
        case: other,
        changes: vec![CaseChange::WithdrawDecision { id: hers, withdrawn: true }, note(1, "beside it")],
        drafts: Vec::new(),
        over: Vec::new(),
    };
    assert_eq!(why(bojan.handle(withdraw)), "not_own_decision");
    assert_eq!(get(bojan, other).notes, [], "nothing of it was saved");
    assert_eq!(computer(bojan).sync.waiting, 0);
    assert_eq!(sync(ana).phase, SyncPhase::UpToDate);
}

#[test]
fn a_case_of_a_type_that_nobody_knows_is_not_made() {
    let world = World::new(36);
    let [ana, _] = &pair(&world);
    let unknown = CaseCreate {
        title: "A flying permit".to_owned(),
        reference: None,
        case_type: Some("flying-permit".to_owned()),
        channel: Channel::Paper,
        changes: Vec::new(),
        drafts: Vec::new(),
    };
    let refused = ana.handle(unknown).expect_err("there is no such type");
    assert_eq!((refused.code, refused.args["field"].as_str()), (ErrorCode::InvalidInput, "case_type"));
    let types: Vec<String> = ana.handle(CaseTypesGet {}).expect("the types").into_iter().map(|one| one.id).collect();
    assert_eq!(types, ["general", ENROLMENT]);
}

fn met(view: &CaseView, rule: &str) -> bool {
    view.deadlines.iter().find(|one| one.rule.as_deref() == Some(rule)).is_some_and(|one| one.met)
}

/// An enrolment of Ana's that is checked and whole, on both computers.
fn ready(ana: &Device, bojan: &Device) -> CaseId {
    let case = enrols(ana).id;
    take(ana, case, "check", "received").expect("checked");
    edit(ana, case, whole_form());
    settle(&[ana, bojan]);
    case
}

#[test]
fn undo_takes_a_step_back_with_its_terms_and_no_decision() {
    let world = World::new(37);
    let [ana, bojan] = &pair(&world);
    let case = ready(ana, bojan);
    let papers = take(ana, case, "ask_for_papers", "checking").expect("papers are missing");
    assert!(papers.can_undo && papers.deadlines.len() == 3, "a term has begun");
    let back = ana.handle(CaseUndo { case }).expect("a step by mistake is taken back");
    assert_eq!((state(&back), back.deadlines.len()), ("checking", 2), "and the term with it");

    // A step under a decision that waits stays; the decision is withdrawn first.
    take(ana, case, "ask_for_papers", "checking").expect("papers are missing");
    try_decide(ana, case, "refused", vec![]).expect("it can be refused without them");
    assert!(!get(ana, case).can_undo, "a decision has its own way back");
    assert_eq!(ana.handle(CaseUndo { case }).expect_err("nor what came before").code, ErrorCode::NothingToUndo);
    let decision = get(ana, case).decisions[0].id;
    let withdrawn = edit(ana, case, vec![CaseChange::WithdrawDecision { id: decision, withdrawn: true }]);
    assert!(!withdrawn.can_undo);
    let again = CaseEdit {
        case,
        changes: vec![CaseChange::WithdrawDecision { id: decision, withdrawn: false }],
        drafts: Vec::new(),
        over: Vec::new(),
    };
    assert_eq!(why(ana.handle(again)), "decide_anew");
}

#[test]
fn a_signature_beside_a_withdrawal_leaves_the_case_undecided_and_its_term_open() {
    let world = World::new(38);
    let [ana, bojan] = &pair(&world);
    let case = ready(ana, bojan);
    let decision = try_decide(ana, case, "granted", vec![]).expect("decided").decisions[0].id;
    settle(&[ana, bojan]);
    world.set_online(false);
    edit(ana, case, vec![CaseChange::WithdrawDecision { id: decision, withdrawn: true }]);
    assert!(met(&sign(bojan, case, decision).expect("he does not know"), "decide"));
    world.set_online(true);
    settle(&[ana, bojan]);
    assert_eq!(everything(ana), everything(bojan));
    let seen = get(bojan, case);
    assert_eq!((state(&seen), met(&seen, "decide")), ("checking", false), "nothing is decided, and that is still due");
}

#[test]
fn what_was_not_seen_is_not_signed() {
    let world = World::new(39);
    let [ana, bojan] = &pair(&world);
    let case = ready(ana, bojan);
    let decision = try_decide(ana, case, "granted", vec![]).expect("decided").decisions[0].id;
    settle(&[ana, bojan]);
    let unseen = bojan.handle(CaseSign { case, decision, fingerprint: "0".repeat(64) }).expect_err("it says something else");
    assert_eq!(unseen.code, ErrorCode::WrittenMeanwhile);
    assert!(get(bojan, case).decisions[0].waits);
}

#[test]
fn a_closed_case_that_was_changed_is_closed_again_by_anybody() {
    let world = World::new(40);
    let [ana, bojan] = &pair(&world);
    let case = ready(ana, bojan);
    take(ana, case, "withdraw", "checking").expect("the family does not need it any more");
    edit(bojan, case, vec![note(7, "They called.")]);
    settle(&[ana, bojan]);
    assert!(get(bojan, case).late.is_some_and(|late| late.apart));
    step(bojan, case, None);
    settle(&[ana, bojan]);
    let seen = get(ana, case);
    assert_eq!((state(&seen), seen.late.is_none()), ("closed", true));
    let open = create(bojan, "Street lamp");
    assert_eq!(why(bojan.handle(CaseStep { case: open, step: None, seen: None, note: None, drafts: Vec::new() })), "not_from_here");
}
