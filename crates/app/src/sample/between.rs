//! What happens between people of a sample office: cases change hands, two write different things, colleagues leave word.

use praesto_contract::{CaseChange as Change, FieldValue, HandOverId, NoteId};

use super::days::{moment, plus, working_from, working_until};
use super::draw::Draw;
use super::matters::{ENROLMENT, field};
use super::people::{HANDS, telephone};
use super::plan::{Deed, Plan, PlannedAct, PlannedCase, Wanted};
use super::words::bank;

/// Minutes after the office opened at which, on the last day, people hand over, answer, and contradict.
const HANDED: i64 = 380;
const ANSWERED: i64 = 395;
const WRITTEN: i64 = 405;
/// Contradictions of an office of so many cases, and of any.
const CONFLICTS: usize = 12;
const FOR_EACH: usize = 150;
/// Somebody who acts on no case of others.
const ANOTHER: usize = 5;
/// A round that knows of all that was done before, and of nothing that others do in it.
const LAST: u8 = 2;

/// Places of open cases that one person has, that nothing holds up, and that nothing happened to between people; the newest first.
fn free(plan: &Plan, holder: usize) -> Vec<usize> {
    let quiet = |case: &&(usize, &PlannedCase)| {
        let own = |act: &PlannedAct| {
            act.round == 0
                && matches!(act.deed, Deed::Open { .. } | Deed::Write { .. } | Deed::Task { .. } | Deed::Step { .. } | Deed::File { .. })
        };
        !case.1.closed && case.1.holder == Some(holder) && case.1.acts.iter().all(own)
    };
    plan.cases.iter().enumerate().rev().filter(|case| quiet(&case)).map(|(at, _)| at).collect()
}

/// Adds an act of the last working day.
fn add(plan: &mut Plan, at: usize, wanted: &Wanted, (by, round, minutes): (usize, u8, i64), deed: Deed) {
    let last = working_until(plus(wanted.today, -1));
    plan.cases[at].acts.push(PlannedAct { by, round, at: moment(last, minutes), deed });
}

/// Cases that change hands: some wait to be taken, some were taken, some came back.
pub(super) fn hand_over(plan: &mut Plan, wanted: &Wanted) {
    let mut draw = Draw::of_one(wanted.seed, usize::MAX - 1);
    let last = working_until(plus(wanted.today, -1));
    let words = bank(wanted.language);
    let many: usize = if plan.cases.len() < FOR_EACH * 4 { 1 } else { 4 };
    for (giver, to, count, fate) in [
        (1, 0, many, "waits"),
        (6, 0, many.div_ceil(2), "waits"),
        (0, 1, many.div_ceil(2), "back"),
        (0, HANDS - 1, many.div_ceil(2), "taken"),
    ] {
        let together = HandOverId::make(moment(last, HANDED), &draw.ten());
        for at in free(plan, giver).into_iter().take(count) {
            add(plan, at, wanted, (giver, 0, HANDED), Deed::GiveTo { to, words: words.leave.to_owned(), together });
            match fate {
                "back" => add(plan, at, wanted, (to, 1, ANSWERED), Deed::GiveBack { giver, words: words.back.to_owned(), together }),
                "taken" => add(plan, at, wanted, (to, 1, ANSWERED), Deed::Take { giver, together }),
                _ => {}
            }
        }
    }
}

/// Places where two people wrote different things, neither knowing of the other.
pub(super) fn contradict(plan: &mut Plan, wanted: &Wanted) {
    let count = (plan.cases.len() / FOR_EACH).clamp(2, CONFLICTS);
    for number in 0..count {
        // Most of them are the window's person's, who is to see some; in a small office, whoever has a case left.
        let mut pairs = [(0, 1), (1, HANDS - 1), (0, HANDS - 1)];
        pairs.rotate_left(number % 3);
        let found = pairs.into_iter().chain([(HANDS - 1, 1)]).find_map(|(one, other)| {
            let free = free(plan, one);
            free.get(number % free.len().max(1)).map(|at| (one, other, *at))
        });
        let Some((one, other, at)) = found else { continue };
        let case = &plan.cases[at];
        let party = case.acts.iter().find_map(party);
        let [first, second] = match (number / 3 % 3, case.case_type == ENROLMENT, party) {
            (0, true, _) => {
                let from = |days| Deed::Write { changes: vec![field("wanted_from", FieldValue::Day(plus(wanted.today, days)))] };
                [from(31), from(62)]
            }
            (1, _, Some(id)) => {
                let (street, town) = (&case.address[1], &case.address[2]);
                let contact = |contact: String| Change::EditParty { id, name: None, role: None, contact: Some(contact) };
                [
                    Deed::Write { changes: vec![contact(format!("{street}, {town}; {}", telephone(10 + number)))] },
                    Deed::Write { changes: vec![contact(format!("{street}, {town}; {}", telephone(910 + number)))] },
                ]
            }
            // Who has a case already is not given it again: one of the two gives it to somebody else.
            (2, ..) => [Deed::Assign { to: ANOTHER }, Deed::Assign { to: other }],
            _ => {
                let title = |more: &str| Deed::Write { changes: vec![Change::SetTitle { title: format!("{}, {more}", called(case)) }] };
                [title(&case.address[1]), title(&case.address[2])]
            }
        };
        add(plan, at, wanted, (one, LAST, WRITTEN), first);
        add(plan, at, wanted, (other, LAST, WRITTEN + 2), second);
    }
}

/// What a case was called when it was opened.
fn called(case: &PlannedCase) -> &str {
    let opened = case.acts.iter().find_map(|act| if let Deed::Open { title, .. } = &act.deed { Some(title.as_str()) } else { None });
    opened.unwrap_or(&case.name)
}

fn party(act: &PlannedAct) -> Option<praesto_contract::PartyId> {
    let Deed::Open { changes, .. } = &act.deed else { return None };
    changes.iter().find_map(|change| if let Change::AddParty { id, .. } = change { Some(*id) } else { None })
}

/// Word that colleagues left in cases of the window's person, who has not looked yet.
pub(super) fn tell(plan: &mut Plan, wanted: &Wanted) {
    let mut draw = Draw::of_one(wanted.seed, usize::MAX - 2);
    let count = (plan.cases.len() / FOR_EACH).clamp(1, 6);
    for (number, at) in free(plan, 0).into_iter().skip(2).take(count).enumerate() {
        let words = bank(plan.cases[at].language);
        let soon = super::documents::day(words.code, working_from(plus(wanted.today, 6)));
        let text = draw.one_of(words.calls).replace("{day}", &soon);
        let id = NoteId::make(moment(plan.cases[at].received, 0), &draw.ten());
        let by = 1 + number % (HANDS - 1);
        add(plan, at, wanted, (by, LAST, WRITTEN + 4), Deed::Write { changes: vec![Change::AddNote { id, text, corrects: None }] });
    }
}
