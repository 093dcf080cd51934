//! The engine never allows what a pack forbids, and forbids nothing that it allows: random packs, random acts of three people, each act judged a second
//! time by rules that are written down here from the pack's text and from what was done before, without the engine's own model.

use praesto_domain::{
    PersonId,
    case_types::{
        CaseType,
        workflow::{Actor, At, Decided, Signer, Standing},
    },
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::made::with_words;

const FORM: &str = r#"{ "type": "object", "additionalProperties": false, "properties": {} }"#;
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

#[derive(Clone, Copy, Debug)]
struct Made {
    outcome: usize,
    by: usize,
    signed: Option<usize>,
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
        let mut text = "version = 1\nprefix = \"R\"\nlanguages = [\"en\"]\ncalendar = \"week\"\n".to_owned();
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
    fn counts(&self, made: &Made) -> bool {
        self.outcomes[made.outcome].second.is_none() || made.signed.is_some()
    }

    /// The state, or none where decisions contradict each other.
    fn place(&self, case: &Case) -> Option<usize> {
        let counting: Vec<usize> = case.decisions.iter().filter(|made| self.counts(made)).map(|made| made.outcome).collect();
        match counting.as_slice() {
            [] => Some(case.set),
            [first, rest @ ..] if rest.iter().all(|other| other == first) => {
                Some(if case.set == self.closed() { case.set } else { self.decided() })
            }
            _ => None,
        }
    }

    fn pending(&self, case: &Case) -> Option<usize> {
        case.decisions.iter().position(|made| !self.counts(made))
    }

    fn step_is_right(&self, number: usize, person: usize, case: &Case) -> bool {
        let step = &self.steps[number];
        self.place(case).is_some_and(|place| step.from.contains(&place))
            && self.may(step.who, person, case)
            && (case.form || !step.form)
            && (case.tasks || !step.tasks)
            && self.pending(case).is_none()
    }

    fn decision_is_right(&self, number: usize, person: usize, case: &Case) -> bool {
        let outcome = &self.outcomes[number];
        self.place(case).is_some_and(|place| outcome.from.contains(&place))
            && self.may(outcome.who, person, case)
            && (case.form || !outcome.form)
            && self.pending(case).is_none()
    }

    fn signature_is_right(&self, at: usize, person: usize, case: &Case) -> bool {
        let made = case.decisions[at];
        let outcome = &self.outcomes[made.outcome];
        !self.counts(&made)
            && made.by != person
            && self.place(case).is_some_and(|place| outcome.from.contains(&place))
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
            let outcomes =
                outcomes.into_iter().map(|(from, who, second, form)| DrawnOutcome { from: from.into_iter().collect(), who, second, form });
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

/// What the engine is told of the case.
fn standing<'a>(case: &Case, state: &'a str, outcomes: &'a [String]) -> Standing<'a> {
    let signer = |number: usize| Signer { person: person(number), manager: number == PEOPLE - 1 };
    Standing {
        state: Some(state),
        assignee: case.assignee.map(person),
        decisions: case
            .decisions
            .iter()
            .map(|made| Decided {
                outcome: &outcomes[made.outcome],
                by: person(made.by),
                signed: made.signed.map(signer).into_iter().collect(),
            })
            .collect(),
        form_complete: case.form,
        tasks_done: case.tasks,
    }
}

/// Lets `who` try something; what the engine allows is done. Returns whether the engine said what the rules here say.
fn attempt(pack: &Drawn, engine: &CaseType, case: &mut Case, who: usize, what: &Try, outcomes: &[String]) -> Result<(), TestCaseError> {
    let state = format!("s{}", case.set);
    let seen = standing(case, &state, outcomes);
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
            let allowed = engine.decide(&outcomes[number], &seen, actor(who));
            let right = pack.decision_is_right(number, who, case);
            prop_assert_eq!(allowed.is_ok(), right, "outcome {} in {:?}: {:?}", number, case, allowed.err());
            if right {
                case.decisions.push(Made { outcome: number, by: who, signed: None });
            }
        }
        Try::Sign(index) if !case.decisions.is_empty() => {
            let at = index.index(case.decisions.len());
            let allowed = engine.sign(&seen.decisions[at], &seen, actor(who));
            let right = pack.signature_is_right(at, who, case);
            prop_assert_eq!(allowed.is_ok(), right, "{} signs {} in {:?}: {:?}", who, at, case, allowed.err());
            if right {
                case.decisions[at].signed = Some(who);
            }
        }
        Try::Sign(_) => {}
        Try::WithdrawLast => {
            case.decisions.pop();
        }
        Try::HandOver(person) => case.assignee = Some(*person),
        Try::Form(complete) => case.form = *complete,
        Try::Tasks(done) => case.tasks = *done,
    }
    Ok(())
}

/// Where the engine says that the case is, against the rules here.
fn agree(pack: &Drawn, engine: &CaseType, case: &Case, outcomes: &[String]) -> Result<(), TestCaseError> {
    let state = format!("s{}", case.set);
    let at = match engine.at(&standing(case, &state, outcomes)) {
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
        let outcomes: Vec<String> = (0..pack.outcomes.len()).map(|number| format!("o{number}")).collect();
        let mut case = Case { tasks: true, ..Case::default() };
        for (who, what) in &tries {
            attempt(&pack, &engine, &mut case, *who, what, &outcomes)?;
            agree(&pack, &engine, &case, &outcomes)?;
            // On one computer nobody can make two decisions count that contradict each other, or one count with a single pair of eyes.
            prop_assert!(pack.place(&case).is_some());
            for made in &case.decisions {
                prop_assert!(made.signed != Some(made.by));
            }
        }
    }

    /// Two computers without each other's news: what each was allowed is there once they meet, and where that contradicts itself nothing goes on.
    #[test]
    fn what_two_computers_allowed_apart_goes_on_only_where_it_agrees(pack in drawn(), ours in tries(), theirs in tries()) {
        let engine = with_words("drawn", &pack.text(), FORM).expect("a pack that is made like this is sound");
        let outcomes: Vec<String> = (0..pack.outcomes.len()).map(|number| format!("o{number}")).collect();
        let mut cases = [Case::default(), Case::default()];
        for (case, tries) in cases.iter_mut().zip([ours, theirs]) {
            for (who, what) in &tries {
                attempt(&pack, &engine, case, *who, what, &outcomes)?;
            }
        }
        let [mut met, other] = cases;
        met.decisions.extend(other.decisions);
        agree(&pack, &engine, &met, &outcomes)?;
        if pack.place(&met).is_none() {
            let state = format!("s{}", met.set);
            let seen = standing(&met, &state, &outcomes);
            for who in 0..PEOPLE {
                for number in 0..pack.steps.len() {
                    let step = format!("t{number}");
                    prop_assert!(engine.take(&step, &seen, actor(who)).is_err());
                }
                for outcome in &outcomes {
                    prop_assert!(engine.decide(outcome, &seen, actor(who)).is_err());
                }
                for decided in &seen.decisions {
                    prop_assert!(engine.sign(decided, &seen, actor(who)).is_err());
                }
            }
        }
    }
}
