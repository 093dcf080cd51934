//! Makes up the cases of a sample office: what came in, what people did about it, and where it stands today.

use praesto_contract::{CaseChange as Change, CaseId, Channel, Day, DeadlineId, FieldValue, Moment, NoteId, PartyId, TaskId};

use super::days::{moment, plus, working_from, working_until};
use super::documents::{Form, Paper, day};
use super::draw::Draw;
use super::people::{ALIKE, Child, Citizen, HANDS, colleagues};
use super::plan::{Deed, Hands, Plan, PlannedAct, PlannedCase, Team, Wanted};
use super::words::{BANKS, Bank, Document, Matter, bank};
use super::{between, enrolments};
use crate::case_types::GENERAL;

/// The pack of the kindergarten.
pub(super) const ENROLMENT: &str = "kindergarten-enrolment";
/// Of how many cases in a row the first are closed.
const OF: usize = 5;
const CLOSED: usize = 3;
/// Of how many such rows the first are enrolments.
const ROWS: usize = 20;
const ENROLMENTS: usize = 7;
/// Open cases take turns in what is urgent about them.
pub(super) const TURNS: usize = 25;
/// The turn of those that nobody has.
const NOBODYS: usize = TURNS - 1;
/// Rounds of an office in which people act on each other's cases: their own, on those of others, without knowing of each other.
const ROUNDS: u8 = 3;
/// Days for which a sample office has been at work.
const YEAR: i64 = 425;
/// Whose the matters are, in their order.
const TEAMS: [Team; 8] =
    [Team::Citizens, Team::Social, Team::Citizens, Team::Citizens, Team::Citizens, Team::Social, Team::Schools, Team::Citizens];

/// Makes up an office. The same is wanted, the same comes.
pub fn plan(wanted: &Wanted) -> Plan {
    let mut alike = 0;
    let mut cases: Vec<PlannedCase> = (0..wanted.cases).map(|number| Making::of(wanted, number, &mut alike).case()).collect();
    cases.sort_by_key(|case| (case.acts.first().map(|act| act.at), case.id));
    let mut plan = Plan { people: colleagues(bank(wanted.language).person), cases, rounds: 1 };
    if wanted.hands == Hands::All {
        plan.rounds = ROUNDS;
        between::hand_over(&mut plan, wanted);
        between::contradict(&mut plan, wanted);
        between::tell(&mut plan, wanted);
    }
    plan
}

/// One case while it is made up.
pub(super) struct Making<'a> {
    pub(super) wanted: &'a Wanted,
    pub(super) draw: Draw,
    pub(super) number: usize,
    pub(super) bank: &'static Bank,
    pub(super) closed: bool,
    /// Which turn of the open ones it is.
    pub(super) turn: usize,
    pub(super) received: Day,
    pub(super) holder: Option<usize>,
    pub(super) who: Citizen,
    /// Whether a brother or sister of the child goes to the same kindergarten.
    pub(super) sibling: bool,
    /// The same child under two names, by which of the two.
    pub(super) alike: Option<(usize, bool)>,
    pub(super) round: u8,
    /// What it is about in money, where it is.
    amount: usize,
    day: Day,
    minutes: i64,
    acts: Vec<PlannedAct>,
}

impl<'a> Making<'a> {
    fn of(wanted: &'a Wanted, number: usize, alike: &mut usize) -> Self {
        let mut draw = Draw::of_one(wanted.seed, number);
        let closed = number % OF < CLOSED;
        let enrolment = number / OF % ROWS < ENROLMENTS;
        let turn = (number / OF * (OF - CLOSED) + (number % OF).saturating_sub(CLOSED)) % TURNS;
        let mut language = language(wanted, &mut draw);
        let pair =
            (!closed && enrolment && *alike < 2 * (wanted.cases / 150).clamp(1, ALIKE.len())).then_some((*alike / 2, *alike % 2 == 1));
        if let Some((_, latin)) = pair {
            *alike += 1;
            language = if latin { bank("en") } else { bank("mk") };
        }
        let back = match (closed, enrolment, turn) {
            (true, ..) => draw.between(46, YEAR),
            (false, true, 0) => draw.between(32, 38),
            (false, true, 1..=5) => draw.between(1, 3),
            (false, true, _) => draw.between(6, 24),
            (false, false, 0) => draw.between(24, 60),
            (false, false, _) => draw.between(2, 50),
        };
        let last = working_until(plus(wanted.today, -1));
        let received = working_until(plus(wanted.today, -back)).min(last);
        let who = Citizen::draw(&mut draw, language);
        Self {
            wanted,
            number,
            bank: language,
            closed,
            turn,
            received,
            holder: None,
            who,
            sibling: false,
            alike: pair,
            round: 0,
            amount: 180 + 15 * draw.below(17),
            day: received,
            minutes: 0,
            acts: Vec::new(),
            draw,
        }
    }

    fn case(mut self) -> PlannedCase {
        let enrolment = self.number / OF % ROWS < ENROLMENTS;
        let (case_type, name) = if enrolment { (ENROLMENT, enrolments::make(&mut self)) } else { (GENERAL, self.general()) };
        let channel = *self.draw.one_of(&[Channel::Paper, Channel::Paper, Channel::Web, Channel::Mail, Channel::Registered]);
        // Its id is of the moment in which it came, as ids are.
        let at = self.acts.first().map_or(Moment(0), |act| act.at);
        PlannedCase {
            id: CaseId::make(at, &self.draw.ten()),
            language: self.bank.code,
            case_type,
            channel,
            received: self.received,
            name,
            address: self.who.address(),
            holder: self.holder,
            closed: self.closed,
            acts: self.acts,
        }
    }

    /// A general file. Gives whom it is about.
    fn general(&mut self) -> String {
        let kind = self.draw.below(TEAMS.len());
        let (matter, team) = (&self.bank.matters[kind], TEAMS[kind]);
        let hands: &[usize] = match team {
            Team::Schools => &[0, 6, 7],
            Team::Social => &[2, 3, 3],
            Team::Citizens => &[1, 4, 5],
        };
        let nobodys = !self.closed && self.turn == NOBODYS;
        self.holder = (!nobodys).then(|| *self.draw.one_of(hands)).map(|holder| self.near(holder));
        let name = self.who.name.clone();
        let term = self.id(DeadlineId::make);
        let due = self.due();
        // People who look for cases by a tag know it in the office's language.
        let office = bank(self.wanted.language);
        let mut changes = self.about(office.matters[kind].tag, team, self.bank.role);
        changes.push(Change::AddDeadline { id: term, label: matter.deadline.to_owned(), day: due, rule: None });
        changes.push(self.note(matter.opening));
        if !self.closed && self.turn == 0 {
            changes.push(Change::AddTag { tag: office.urgent.to_owned() });
        }
        self.open(format!("{}, {name}", matter.title), changes);
        self.paper(&matter.paper, &name);
        let task = if self.draw.happens(if self.closed { 30 } else { 55 }) { Some(self.task(matter.tasks)) } else { None };
        if self.closed {
            self.ends_it(matter, term, task)
        } else {
            self.so_far(matter)
        }
        name
    }

    /// Whoever has a case; where one person looks around, more often they.
    pub(super) fn near(&mut self, holder: usize) -> usize {
        if self.wanted.hands == Hands::One && self.draw.happens(35) { 0 } else { holder }
    }

    /// What became of a general file that is closed.
    fn ends_it(&mut self, matter: &Matter, term: DeadlineId, task: Option<TaskId>) {
        self.later(1, 6);
        if self.draw.happens(60) {
            let note = self.note(matter.notes);
            self.act(Deed::Write { changes: vec![note] });
            self.later(2, 12);
        }
        let (outcome, reason) = match self.draw.below(10) {
            0..=6 => ("granted", matter.granted),
            7 => ("partly_granted", matter.granted),
            _ => ("refused", matter.refused),
        };
        let reason = self.filled(reason, "");
        self.act(Deed::Decide { outcome, reason: reason.clone() });
        if self.number.is_multiple_of(22) {
            self.act(Deed::Letter { letter: "letter", missing: reason });
        }
        self.later(0, 4);
        let done = task.map(|id| Change::SetTaskDone { id, done: true });
        let changes = done.into_iter().chain([Change::SetDeadlineMet { id: term, met: true }]).collect();
        self.act(Deed::Write { changes });
        self.act(Deed::Step { step: "close", note: None });
    }

    /// What was done so far about a general file that is open.
    fn so_far(&mut self, matter: &Matter) {
        if self.holder.is_none() || self.turn % 5 == 4 {
            return;
        }
        self.later(1, 3);
        self.act(Deed::Step { step: "review", note: None });
        if self.draw.happens(70) {
            self.later(1, 9);
            let note = if self.draw.happens(50) { self.note(matter.notes) } else { self.note(self.bank.calls) };
            self.act(Deed::Write { changes: vec![note] });
        }
        if self.turn % 6 == 5 {
            self.later(0, 3);
            self.act(Deed::Step { step: "wait", note: None });
        }
    }

    /// The day by which something has to be done about an open case.
    fn due(&mut self) -> Day {
        let today = self.wanted.today;
        match (self.closed, self.turn) {
            (true, _) => working_from(plus(self.received, 45)),
            (_, 0) => working_until(plus(today, -self.draw.between(1, 9))),
            (_, 1) => today,
            (_, 2..=5) => working_from(plus(today, self.draw.between(1, 5))),
            // What nobody has is due for somebody to take.
            (_, NOBODYS) => working_until(plus(today, self.draw.between(-2, 3))),
            _ => working_from(plus(today, self.draw.between(8, 60))),
        }
    }

    /// What every case says of whom it is about.
    pub(super) fn about(&mut self, tag: &str, team: Team, role: &str) -> Vec<Change> {
        let contact = self.who.contact(&mut self.draw);
        let party = self.id(PartyId::make);
        let place = match team {
            Team::Schools => 0,
            Team::Social => 1,
            Team::Citizens => 2,
        };
        let team = bank(self.wanted.language).teams[place];
        vec![
            Change::AddParty { id: party, name: self.who.name.clone(), role: role.to_owned(), contact },
            Change::AddTag { tag: tag.to_owned() },
            Change::AddTag { tag: team.to_owned() },
        ]
    }

    /// Opens the case on the day on which it came in.
    pub(super) fn open(&mut self, title: String, changes: Vec<Change>) {
        self.minutes = self.draw.between(5, 150);
        self.act(Deed::Open { title, changes });
    }

    /// Something that whoever has the case does now.
    pub(super) fn act(&mut self, deed: Deed) {
        // What nobody has, the citizens' office takes in.
        self.act_by(self.holder.unwrap_or(1), deed);
    }

    pub(super) fn act_by(&mut self, who: usize, deed: Deed) {
        let by = if self.wanted.hands == Hands::One { 0 } else { who };
        self.minutes += self.draw.between(2, 25);
        self.acts.push(PlannedAct { by, round: self.round, at: self.now(), deed });
    }

    fn now(&self) -> Moment {
        moment(self.day, self.minutes)
    }

    /// Lets some days pass; not to today, which is not over.
    pub(super) fn later(&mut self, from: i64, to: i64) {
        let last = working_until(plus(self.wanted.today, -1));
        let next = working_from(plus(self.day, self.draw.between(from, to))).min(last);
        if next > self.day {
            self.day = next;
            self.minutes = self.draw.between(0, 150);
        }
    }

    pub(super) fn id<T>(&mut self, make: impl Fn(Moment, &[u8; 10]) -> T) -> T {
        make(self.now(), &self.draw.ten())
    }

    /// A note of one of these texts.
    pub(super) fn note(&mut self, texts: &[&str]) -> Change {
        let text = self.draw.one_of(texts).to_owned();
        let text = self.filled(text, "");
        Change::AddNote { id: self.id(NoteId::make), text, corrects: None }
    }

    /// Something to do about the case.
    pub(super) fn task(&mut self, texts: &[&str]) -> TaskId {
        let id = self.id(TaskId::make);
        let today = self.wanted.today;
        let due = match (self.closed, self.turn % 8) {
            (true, _) => Some(working_from(plus(self.received, self.draw.between(3, 20)))),
            (_, 0) if self.turn < 9 => Some(working_until(plus(today, -self.draw.between(1, 6)))),
            (_, 1) if self.turn < 10 => Some(today),
            (_, 2 | 3) => Some(working_from(plus(today, self.draw.between(1, 6)))),
            (_, 4) => None,
            _ => Some(working_from(plus(today, self.draw.between(7, 30)))),
        };
        let text = self.draw.one_of(texts).to_owned();
        let text = self.filled(text, "");
        self.act(Deed::Task { id, text, due, whose: self.holder });
        id
    }

    /// A paper of the case, for some of them.
    pub(super) fn paper(&mut self, document: &Document, child: &str) {
        let every = if self.wanted.hands == Hands::One { 11 } else { 7 };
        if self.number % every != 3 {
            return;
        }
        let form = match self.number / every % 6 {
            1 | 3 => Form::Scan,
            2 => Form::Mail,
            4 => Form::Text,
            _ => Form::Pdf,
        };
        let paper = Paper {
            form,
            language: self.bank.code,
            from: self.who.name.clone(),
            mail: self.who.mail.clone(),
            office: bank(self.wanted.language).office.to_owned(),
            title: document.name.to_owned(),
            day: self.received,
            lines: document.lines.iter().map(|line| self.filled(line, child)).collect(),
        };
        self.act(Deed::File { name: document.name.to_owned(), paper });
    }

    /// A text with what the case fills in.
    pub(super) fn filled(&mut self, text: &str, child: &str) -> String {
        let before = if self.day > self.received {
            // What was found out about a case was so after it came.
            working_until(plus(self.day, -self.draw.between(0, 2))).max(self.received)
        } else {
            working_until(plus(self.day, -self.draw.between(3, 25)))
        };
        let after = working_from(plus(self.day, self.draw.between(5, 25)));
        let pairs = [
            ("{name}", self.who.name.clone()),
            ("{child}", child.to_owned()),
            ("{street}", self.who.street.clone()),
            ("{amount}", self.amount.to_string()),
            ("{part}", (self.amount / 3).to_string()),
            ("{ago}", day(self.bank.code, before)),
            ("{day}", day(self.bank.code, after)),
        ];
        pairs.iter().fold(text.to_owned(), |text, (blank, with)| text.replace(blank, with))
    }

    /// The child that the case is about.
    pub(super) fn child(&mut self) -> Child {
        let family = self.who.family;
        let mut child = Child::draw(&mut self.draw, self.bank, family, self.received);
        if let Some((pair, latin)) = self.alike {
            let (name, parent) = ALIKE[pair % ALIKE.len()][usize::from(latin)];
            child.name = name.to_owned();
            self.who.name = parent.to_owned();
            child.born = plus(self.wanted.today, -1_300 - 11 * pair as i64);
            // One of the two at the counter did not have the number.
            child.number = if latin { String::new() } else { child.number };
        }
        child
    }

    /// Who signs besides whoever has the case.
    pub(super) fn second(&mut self) -> usize {
        if self.holder == Some(0) { HANDS - 1 } else { *self.draw.one_of(&[0, HANDS - 1]) }
    }
}

/// Whose language somebody writes in.
fn language(wanted: &Wanted, draw: &mut Draw) -> &'static Bank {
    if wanted.hands == Hands::One && draw.happens(50) {
        return bank(wanted.language);
    }
    let [mk, sq, fr, de, en] = BANKS;
    match draw.below(100) {
        0..=34 => mk,
        35..=59 => sq,
        60..=71 => fr,
        72..=86 => de,
        _ => en,
    }
}

/// A value of a form.
pub(super) fn field(name: &str, value: FieldValue) -> Change {
    Change::SetField { field: name.to_owned(), value }
}
