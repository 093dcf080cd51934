//! What happened in a sample office, as data: who did what to which case, and when. Nothing here opens a vault.

use praesto_contract::{CaseChange, CaseId, Channel, Day, HandOverId, Moment, TaskId};
use serde::Serialize;

use super::documents::Paper;

/// What somebody asks of the makers of a sample office.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The same seed gives the same office.
    pub seed: u64,
    /// What is overdue, due today or next week is so on this day.
    pub today: Day,
    /// How many cases.
    pub cases: usize,
    /// Language of the office itself, and of most of its cases where it is made to look around in.
    pub language: &'static str,
    /// Who has a computer on which all of it happens.
    pub hands: Hands,
}

/// Whose computers make an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    /// One computer, without a server: nobody else acts, so nobody signs, takes or contradicts.
    One,
    /// Everybody makes their own cases on their own computer; the first three also act on cases of others.
    All,
}

/// A made-up office.
#[derive(Clone, Debug, Serialize)]
pub struct Plan {
    /// The first one is whose window is opened.
    pub people: Vec<Colleague>,
    /// In the order in which they came in.
    pub cases: Vec<PlannedCase>,
    /// How often computers have to meet: what is done in one round knows of all rounds before it, and of nothing else of its own round.
    pub rounds: u8,
}

/// Somebody who works there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Colleague {
    pub name: String,
    pub team: Team,
}

/// What people work on. The register knows one team; these are told apart by what they do, and shown as tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Team {
    /// Kindergartens and schools.
    Schools,
    /// Social affairs.
    Social,
    /// The citizens' office and permits.
    Citizens,
}

/// A case, from the day on which it came in.
#[derive(Clone, Debug, Serialize)]
pub struct PlannedCase {
    pub id: CaseId,
    /// Language of whoever wrote to the office.
    pub language: &'static str,
    pub case_type: &'static str,
    pub channel: Channel,
    pub received: Day,
    /// Whom it is about.
    pub name: String,
    /// Lines of their address, the name first.
    pub address: Vec<String>,
    /// Who has it, as a place in the list of people.
    pub holder: Option<usize>,
    /// Whether it ends closed.
    pub closed: bool,
    /// In the order in which it happened; the first one opens the case.
    pub acts: Vec<PlannedAct>,
}

/// Something that somebody did to a case.
#[derive(Clone, Debug, Serialize)]
pub struct PlannedAct {
    /// Place in the list of people.
    pub by: usize,
    pub round: u8,
    pub at: Moment,
    pub deed: Deed,
}

/// What it was. Each is asked for and judged as if a person did it now.
#[derive(Clone, Debug, Serialize)]
pub enum Deed {
    Open { title: String, changes: Vec<CaseChange> },
    Write { changes: Vec<CaseChange> },
    Task { id: TaskId, text: String, due: Option<Day>, whose: Option<usize> },
    Step { step: &'static str, note: Option<String> },
    Decide { outcome: &'static str, reason: String },
    Sign,
    GiveTo { to: usize, words: String, together: HandOverId },
    Take { giver: usize, together: HandOverId },
    GiveBack { giver: usize, words: String, together: HandOverId },
    Assign { to: usize },
    File { name: String, paper: Paper },
    Letter { letter: &'static str, missing: String },
}

impl Plan {
    /// The acts of one person in one round, with their cases, in the order of the cases.
    pub(crate) fn acts_of(&self, who: usize, round: u8) -> Vec<(&PlannedCase, Vec<&PlannedAct>)> {
        let own = |act: &&PlannedAct| act.by == who && act.round == round;
        let acts = self.cases.iter().map(|case| (case, case.acts.iter().filter(own).collect::<Vec<_>>()));
        acts.filter(|(_, acts)| !acts.is_empty()).collect()
    }
}
