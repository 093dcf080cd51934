//! The engine never allows what a pack forbids, and forbids nothing that it allows: random packs, random acts of three people, each act judged a second
//! time by rules that are written down here from the pack's text and from what was done before, without the engine's own model.

use praesto_domain::{
    PersonId, TaskId,
    case_types::{
        CaseType, Who,
        workflow::{Actor, At},
    },
    casework::{self, FieldValue, Signature, Stage, Status},
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::{common, made::with_words};

const FORM: &str = r#"{ "type": "object", "additionalProperties": false, "required": ["answer"],
    "properties": { "answer": { "type": "string" } } }"#;
/// The third of the three people is a manager.
const PEOPLE: usize = 3;

/// A pack as it was drawn: states by number, the last one closed, the one before it decided.
#[derive(Clone, Debug)]
struct Drawn {
    states: usize,
    steps: Vec<DrawnStep>,
    outcomes: Vec<DrawnOutcome>,
}

#[derive(Clone, Debug)]
struct DrawnStep {
    from: Vec<usize>,
    to: usize,
    who: usize,
    form: bool,
    tasks: bool,
}

#[derive(Clone, Debug)]
struct DrawnOutcome {
    from: Vec<usize>,
    who: usize,
    second: Option<usize>,
    form: bool,
}

/// What somebody tries.
#[derive(Clone, Debug)]
enum Try {
    Step(prop::sample::Index),
    Decide(prop::sample::Index),
    Sign(prop::sample::Index),
    WithdrawLast,
    HandOver(usize),
    Form(bool),
    Tasks(bool),
}

#[derive(Clone, Debug)]
struct Made {
    outcome: usize,
    by: usize,
    signed: Option<usize>,
    withdrawn: bool,
    /// By their place.
    replaces: Vec<usize>,
}

/// A case as the rules here follow it.
#[derive(Debug, Default)]
struct Case {
    set: usize,
    assignee: Option<usize>,
    decisions: Vec<Made>,
    form: bool,
    tasks: bool,
}

const WHO: [&str; 3] = ["anyone", "assignee", "manager"];

impl Drawn {
    fn decided(&self) -> usize {
        self.states - 2
    }

    fn closed(&self) -> usize {
        self.states - 1
    }

    fn text(&self) -> String {
        let mut text =
            "version = 1\nprefix = \"R\"\nlanguages = [\"en\"]\ncalendar = \"week\"\n[[section]]\nid = \"all\"\nfields = [\"answer\"]\n"
                .to_owned();
        let names = |states: &[usize]| states.iter().map(|state| format!("\"s{state}\"")).collect::<Vec<_>>().join(", ");
        for state in 0..self.states {
            let status = match state {
                0 => "new",
                state if state == self.decided() => "decided",
                state if state == self.closed() => "closed",
                state if state % 2 == 0 => "waiting",
                _ => "in_review",
            };
            text += &format!("[[state]]\nid = \"s{state}\"\nstatus = \"{status}\"\n");
        }
        for (number, step) in self.steps.iter().enumerate() {
            let DrawnStep { from, to, who, form, tasks } = step;
            let (from, who) = (names(from), WHO[*who]);
            text += &format!(
                "[[step]]\nid = \"t{number}\"\nfrom = [{from}]\nto = \"s{to}\"\nwho = \"{who}\"\nform_complete = {form}\ntasks_done = {tasks}\n"
            );
        }
        for (number, outcome) in self.outcomes.iter().enumerate() {
            let DrawnOutcome { from, who, second, form } = outcome;
            let (from, who) = (names(from), WHO[*who]);
            text += &format!("[[outcome]]\nid = \"o{number}\"\nfrom = [{from}]\nwho = \"{who}\"\nform_complete = {form}\n");
            text += &second.map(|who| format!("second = \"{}\"\n", WHO[who])).unwrap_or_default();
        }
        text
    }

    fn may(&self, who: usize, person: usize, case: &Case) -> bool {
        match WHO[who] {
            "anyone" => true,
            "assignee" => case.assignee == Some(person),
            _ => person == PEOPLE - 1,
        }
    }

    /// Whether a decision has all the signatures that its outcome asks for.
    fn is_signed(&self, made: &Made) -> bool {
        self.outcomes[made.outcome].second.is_none() || made.signed.is_some()
    }

    /// Whether a later one that counts was made over this one.
    fn is_replaced(&self, at: usize, case: &Case) -> bool {
        case.decisions[at + 1..].iter().any(|later| !later.withdrawn && self.is_signed(later) && later.replaces.contains(&at))
    }

    /// The decisions that count, by their place.
    fn counting(&self, case: &Case) -> Vec<usize> {
        let counts = |at: &usize| {
            let made = &case.decisions[*at];
            !made.withdrawn && self.is_signed(made) && !self.is_replaced(*at, case)
        };
        (0..case.decisions.len()).filter(counts).collect()
    }

    /// The state, or none where decisions contradict each other.
    fn place(&self, case: &Case) -> Option<usize> {
        let counting: Vec<usize> = self.counting(case).into_iter().map(|at| case.decisions[at].outcome).collect();
        match counting.as_slice() {
            [] => Some(case.set),
            [first, rest @ ..] if rest.iter().all(|other| other == first) => {
                Some(if case.set == self.closed() { case.set } else { self.decided() })
            }
            _ => None,
        }
    }

    /// Whether a decision waits for its signature: one that another of the sort was made over does so no more.
    fn waits(&self, at: usize, case: &Case) -> bool {
        let made = &case.decisions[at];
        let over = case.decisions[at + 1..].iter().any(|later| !later.withdrawn && later.replaces.contains(&at));
        !made.withdrawn && !self.is_signed(made) && !over
    }

    fn is_pending(&self, case: &Case) -> bool {
        (0..case.decisions.len()).any(|at| self.waits(at, case))
    }

    fn step_is_right(&self, number: usize, person: usize, case: &Case) -> bool {
        let step = &self.steps[number];
        self.place(case).is_some_and(|place| step.from.contains(&place))
            && self.may(step.who, person, case)
            && (case.form || !step.form)
            && (case.tasks || !step.tasks)
            && !self.is_pending(case)
    }

    fn decision_is_right(&self, number: usize, person: usize, case: &Case) -> bool {
        let outcome = &self.outcomes[number];
        self.place(case).is_none_or(|place| outcome.from.contains(&place))
            && self.may(outcome.who, person, case)
            && (case.form || !outcome.form)
            && !self.is_pending(case)
    }

    fn signature_is_right(&self, at: usize, person: usize, case: &Case) -> bool {
        let made = &case.decisions[at];
        let outcome = &self.outcomes[made.outcome];
        let here = match self.place(case) {
            Some(place) => outcome.from.contains(&place),
            None => self.counting(case).iter().all(|other| made.replaces.contains(other)),
        };
        self.waits(at, case)
            && made.by != person
            && here
            && outcome.second.is_some_and(|who| self.may(who, person, case))
            && (case.form || !outcome.form)
    }
}

fn person(number: usize) -> PersonId {
    PersonId(Uuid::from_u128(1 + number as u128))
}

fn actor(number: usize) -> Actor {
    Actor { person: person(number), manager: number == PEOPLE - 1 }
}

/// Sound by the way it is made: each state is entered from an earlier one, and left to the closed one.
fn drawn() -> impl Strategy<Value = Drawn> {
    (4_usize..8).prop_flat_map(|states| {
        let (open, closed) = (states - 2, states - 1);
        let chain = prop::collection::vec((0..3_usize, any::<bool>(), any::<bool>()), open - 1);
        let ends = prop::collection::vec((0..3_usize, any::<bool>(), any::<bool>()), open + 1);
        let any_from = prop::collection::btree_set(0..states, 1..4);
        let more = prop::collection::vec((any_from, 0..states, 0..3_usize, any::<bool>(), any::<bool>()), 0..6);
        let from = prop::collection::btree_set(0..open, 1..=open);
        let outcome = (from, 0..3_usize, prop::option::of(0..3_usize), any::<bool>());
        (chain, ends, more, prop::collection::vec(outcome, 1..4)).prop_map(move |(chain, ends, more, outcomes)| {
            let mut steps: Vec<DrawnStep> = Vec::new();
            for (number, (who, form, tasks)) in chain.into_iter().enumerate() {
                steps.push(DrawnStep { from: vec![number], to: number + 1, who, form, tasks });
            }
            for (number, (who, form, tasks)) in ends.into_iter().enumerate() {
                steps.push(DrawnStep { from: vec![number], to: closed, who, form, tasks });
            }
            for (from, to, who, form, tasks) in more {
                // From the decided state the only way is the end.
                let from: Vec<usize> = from.into_iter().filter(|state| *state != to && (*state != open || to == closed)).collect();
                if to != open && !from.is_empty() {
                    steps.push(DrawnStep { from, to, who, form, tasks });
                }
            }
            let outcomes = outcomes.into_iter().map(|(from, who, second, form)| {
                let second = second.filter(|who| WHO[*who] != "assignee");
                DrawnOutcome { from: from.into_iter().collect(), who, second, form }
            });
            Drawn { states, steps, outcomes: outcomes.collect() }
        })
    })
}

fn tries() -> impl Strategy<Value = Vec<(usize, Try)>> {
    let act = prop_oneof![
        6 => any::<prop::sample::Index>().prop_map(Try::Step),
        4 => any::<prop::sample::Index>().prop_map(Try::Decide),
        4 => any::<prop::sample::Index>().prop_map(Try::Sign),
        1 => Just(Try::WithdrawLast),
        2 => (0..PEOPLE).prop_map(Try::HandOver),
        2 => any::<bool>().prop_map(Try::Form),
        2 => any::<bool>().prop_map(Try::Tasks),
    ];
    prop::collection::vec((0..PEOPLE, act), 1..60)
}

/// The case as a document would say it: the engine reads it, and no more than it.
fn file(pack: &Drawn, case: &Case) -> casework::Case {
    let status = match case.set {
        0 => Status::New,
        set if set == pack.closed() => Status::Closed,
        set if set % 2 == 0 => Status::Waiting,
        _ => Status::InReview,
    };
    let stage = Stage { status, state: Some(format!("s{}", case.set)) };
    let decided = |(number, made): (usize, &Made)| {
        let signer = |number: usize| Signature { person: person(number), manager: number == PEOPLE - 1, by: common::stamp(number as u128) };
        let replaces: Vec<u128> = made.replaces.iter().map(|number| *number as u128).collect();
        casework::Decision {
            person: Some(person(made.by)),
            second: pack.outcomes[made.outcome].second.map(|who| [Who::Anyone, Who::Assignee, Who::Manager][who]),
            signatures: made.signed.map(signer).into_iter().collect(),
            withdrawn: made.withdrawn,
            ..common::decision(number as u128, &format!("o{}", made.outcome), &replaces)
        }
    };
    let task = casework::Task {
        id: TaskId(Uuid::nil()),
        text: common::slot(["Call".to_owned()]),
        due: casework::Slot::default(),
        assignee: casework::Slot::default(),
        done: common::slot([case.tasks]),
        removed: false,
        reopened: false,
        by: common::stamp(1),
    };
    let answer = if case.form { FieldValue::Text("an answer".to_owned()) } else { FieldValue::Empty };
    casework::Case {
        stage: common::slot([stage]),
        assignee: common::slot([case.assignee.map(person)]),
        decisions: case.decisions.iter().enumerate().map(decided).collect(),
        tasks: vec![task],
        fields: [("answer".to_owned(), common::slot([answer]))].into(),
        ..common::case()
    }
}

/// Lets `who` try something; what the engine allows is done. Returns whether the engine said what the rules here say.
fn attempt(pack: &Drawn, engine: &CaseType, case: &mut Case, who: usize, what: &Try) -> Result<(), TestCaseError> {
    let file = file(pack, case);
    let seen = engine.standing(&file);
    match what {
        Try::Step(index) => {
            let number = index.index(pack.steps.len());
            let allowed = engine.take(&format!("t{number}"), &seen, actor(who));
            prop_assert_eq!(allowed.is_ok(), pack.step_is_right(number, who, case), "step {} in {:?}: {:?}", number, case, allowed.err());
            if allowed.is_ok() {
                case.set = pack.steps[number].to;
            }
        }
        Try::Decide(index) => {
            let number = index.index(pack.outcomes.len());
            let allowed = engine.decide(&format!("o{number}"), &seen, actor(who));
            let right = pack.decision_is_right(number, who, case);
            prop_assert_eq!(allowed.is_ok(), right, "outcome {} in {:?}: {:?}", number, case, allowed.err());
            if right {
                // Over what counts, as the command does.
                let replaces = pack.counting(case);
                case.decisions.push(Made { outcome: number, by: who, signed: None, withdrawn: false, replaces });
            }
        }
        Try::Sign(index) if !case.decisions.is_empty() => {
            let at = index.index(case.decisions.len());
            let allowed = engine.sign(file.decisions[at].id, &seen, actor(who));
            let right = pack.signature_is_right(at, who, case);
            prop_assert_eq!(allowed.is_ok(), right, "{} signs {} in {:?}: {:?}", who, at, case, allowed.err());
            if right {
                case.decisions[at].signed = Some(who);
            }
        }
        Try::Sign(_) => {}
        Try::WithdrawLast => {
            if let Some(last) = case.decisions.iter_mut().rev().find(|made| !made.withdrawn) {
                last.withdrawn = true;
            }
        }
        Try::HandOver(person) => case.assignee = Some(*person),
        Try::Form(complete) => case.form = *complete,
        Try::Tasks(done) => case.tasks = *done,
    }
    Ok(())
}

/// Where the engine says that the case is, against the rules here.
fn agree(pack: &Drawn, engine: &CaseType, case: &Case) -> Result<(), TestCaseError> {
    let at = match engine.at(&engine.standing(&file(pack, case))) {
        At::State(state) => Some(state.id.clone()),
        At::Adjudication => None,
    };
    prop_assert_eq!(at, pack.place(case).map(|place| format!("s{place}")), "{:?}", case);
    Ok(())
}

proptest! {
    #[test]
    fn the_engine_allows_what_the_pack_allows_and_nothing_else(pack in drawn(), tries in tries()) {
        let engine = with_words("drawn", &pack.text(), FORM).expect("a pack that is made like this is sound");
        let mut case = Case { tasks: true, ..Case::default() };
        for (who, what) in &tries {
            attempt(&pack, &engine, &mut case, *who, what)?;
            agree(&pack, &engine, &case)?;
            // On one computer nobody can make two decisions count that contradict each other, or one count with a single pair of eyes.
            prop_assert!(pack.place(&case).is_some());
            for made in &case.decisions {
                prop_assert!(made.signed != Some(made.by));
            }
        }
    }

    /// Two computers without each other's news: what each was allowed is there once they meet, and where that contradicts itself nothing goes on
    /// but a decision that settles it.
    #[test]
    fn what_two_computers_allowed_apart_goes_on_only_where_it_agrees(pack in drawn(), ours in tries(), theirs in tries(), after in tries()) {
        let engine = with_words("drawn", &pack.text(), FORM).expect("a pack that is made like this is sound");
        let mut cases = [Case::default(), Case::default()];
        for (case, tries) in cases.iter_mut().zip([ours, theirs]) {
            for (who, what) in &tries {
                attempt(&pack, &engine, case, *who, what)?;
            }
        }
        let [mut met, other] = cases;
        let before = met.decisions.len();
        met.decisions.extend(other.decisions.into_iter().map(|made| {
            let replaces = made.replaces.iter().map(|number| number + before).collect();
            Made { replaces, ..made }
        }));
        agree(&pack, &engine, &met)?;
        let contradicting = pack.place(&met).is_none();
        for (who, what) in &after {
            attempt(&pack, &engine, &mut met, *who, what)?;
            agree(&pack, &engine, &met)?;
            prop_assert!(contradicting || pack.place(&met).is_some(), "what agreed cannot come to contradict itself on one computer");
        }
    }
}
