//! Enrolments in a kindergarten: forms, steps, decisions of two people.

use praesto_contract::FieldValue;

use super::days::plus;
use super::matters::{Making, field};
use super::plan::{Deed, Hands, Team};
use super::words::bank;

/// Places of the notes that say what the form says too.
const FULL_DAY: usize = 2;
const SIBLING: usize = 3;
/// Place of the reason for a place that a sibling gives.
const PRIORITY: usize = 1;

/// Makes up an enrolment. Gives the name of the child.
pub(super) fn make(making: &mut Making<'_>) -> String {
    let words = &making.bank.enrolment;
    let holder = *making.draw.one_of(&[0, 6, 7, 6, 7]);
    making.holder = Some(making.near(holder));
    let decides = making.closed || matches!(making.turn, 8 | 11 | 12);
    if making.wanted.hands == Hands::One && decides {
        // Nobody else is there to decide.
        making.holder = Some(0);
    }
    let child = making.child();
    let which = making.draw.below(words.kindergartens.len());
    let kindergarten = words.kindergartens[which];
    // People who look for cases by a tag know it in the office's language.
    let mut changes = making.about(bank(making.wanted.language).enrolment.kindergartens[which], Team::Schools, words.role);
    let text = |text: &str| FieldValue::Text(text.to_owned());
    let full_day = making.draw.happens(75);
    let care = if full_day { "full_day" } else { "half_day" };
    making.sibling = making.draw.happens(30);
    let spoken = match making.bank.code {
        "mk" => "macedonian",
        "sq" => "albanian",
        _ => *making.draw.one_of(&["macedonian", "albanian", "turkish", "serbian", "romani"]),
    };
    let contact = if making.draw.happens(50) { making.who.telephone.clone() } else { making.who.mail.clone() };
    let address = format!("{}, {}", making.who.street, making.who.town);
    let wanted_from = plus(making.received, making.draw.between(20, 150));
    changes.extend([
        field("child_name", text(&child.name)),
        field("child_born", FieldValue::Day(child.born)),
        field("parent_name", text(&making.who.name)),
        field("parent_contact", text(&contact)),
        field("address", text(&address)),
        field("kindergarten", text(kindergarten)),
        field("wanted_from", FieldValue::Day(wanted_from)),
        field("care_language", text(spoken)),
        field("sibling", FieldValue::Flag(making.sibling)),
    ]);
    // What is asked for later is what was left out.
    if making.turn != 7 || making.closed {
        changes.push(field("care", text(care)));
    }
    if !child.number.is_empty() && making.draw.happens(70) {
        changes.push(field("child_number", text(&child.number)));
    }
    if making.draw.happens(6) {
        changes.extend([field("special_care", FieldValue::Flag(true)), field("special_care_what", text(words.special))]);
    }
    if making.draw.happens(60) {
        // What is noted is what the form says.
        let fits = |text: &&str| (full_day || *text != words.notes[FULL_DAY]) && (making.sibling || *text != words.notes[SIBLING]);
        let notes: Vec<&str> = words.notes.iter().copied().filter(fits).collect();
        changes.push(making.note(&notes));
    }
    making.open(child.name.clone(), changes);
    making.paper(&words.paper, &child.name);
    if making.closed {
        ends_it(making)
    } else {
        so_far(making)
    }
    child.name
}

fn step(making: &mut Making<'_>, step: &'static str, notes: &[&str]) {
    let note = if notes.is_empty() || making.draw.happens(40) { None } else { Some(*making.draw.one_of(notes)) };
    let note = note.map(|text| making.filled(text, ""));
    making.act(Deed::Step { step, note });
}

fn papers(making: &mut Making<'_>) {
    let words = &making.bank.enrolment;
    making.later(0, 3);
    making.act(Deed::Step { step: "ask_for_papers", note: None });
    let missing = (*making.draw.one_of(words.missing)).to_owned();
    if making.number.is_multiple_of(3) {
        making.act(Deed::Letter { letter: "papers", missing });
    }
}

fn ends_it(making: &mut Making<'_>) {
    let words = &making.bank.enrolment;
    making.later(1, 2);
    step(making, "check", words.checked);
    if making.draw.happens(15) {
        papers(making);
        making.later(2, 12);
        making.act(Deed::Step { step: "papers_came", note: Some(words.came.to_owned()) });
    }
    making.later(2, 14);
    let alone = making.wanted.hands == Hands::One;
    match making.draw.below(100) {
        0..=7 => step(making, "withdraw", words.withdrawn),
        8..=19 => {
            decide(making, "waiting_list", words.waiting);
            making.later(0, 5);
            step(making, "close", &[]);
        }
        _ if alone => {
            decide(making, "waiting_list", words.waiting);
            step(making, "close", &[]);
        }
        drawn => {
            let (outcome, reasons, letter) =
                if drawn < 84 { ("granted", words.granted, "acceptance") } else { ("refused", words.refused, "refusal") };
            decide(making, outcome, reasons);
            let second = sign(making);
            if making.number.is_multiple_of(19) {
                making.act_by(second, Deed::Letter { letter, missing: String::new() });
            }
            making.later(0, 3);
            making.act_by(second, Deed::Step { step: "close", note: None });
        }
    }
}

fn so_far(making: &mut Making<'_>) {
    let words = &making.bank.enrolment;
    // The oldest was not even looked at, and the newest not yet.
    if making.turn <= 3 {
        return;
    }
    if making.draw.happens(40) {
        making.task(words.tasks);
    }
    making.later(1, 2);
    step(making, "check", words.checked);
    let alone = making.wanted.hands == Hands::One;
    match making.turn {
        7 => papers(making),
        8 => {
            making.later(1, 4);
            decide(making, "granted", words.granted);
        }
        12 => {
            making.later(1, 4);
            decide(making, "refused", words.refused);
        }
        11 if !alone => {
            making.later(1, 4);
            decide(making, "granted", words.granted);
            sign(making);
        }
        11 => decide(making, "waiting_list", words.waiting),
        _ if making.number.is_multiple_of(18) => making.act(Deed::Letter { letter: "receipt", missing: String::new() }),
        _ if making.draw.happens(30) => {
            making.later(0, 4);
            let note = making.note(making.bank.calls);
            making.act(Deed::Write { changes: vec![note] });
        }
        _ => {}
    }
}

fn decide(making: &mut Making<'_>, outcome: &'static str, reasons: &[&str]) {
    let without = making.bank.enrolment.granted[PRIORITY];
    let fits = |reason: &&str| making.sibling || *reason != without;
    let reasons: Vec<&str> = reasons.iter().copied().filter(fits).collect();
    let reason = *making.draw.one_of(&reasons);
    let reason = making.filled(reason, "");
    making.act(Deed::Decide { outcome, reason });
}

/// Has a second person sign, who saw the decision: in the next round. Gives who.
fn sign(making: &mut Making<'_>) -> usize {
    making.later(0, 2);
    making.round += 1;
    let second = making.second();
    making.act_by(second, Deed::Sign);
    second
}
