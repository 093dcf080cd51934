//! Makes a sample municipality on a server: eight people, each with a computer of their own, and cases that they work on. `cargo xtask run` and tests share
//! it.
//!
//! Whoever is only at their own cases does so before colleagues' cases arrive; three people receive everything and act on each other's cases, in rounds,
//! between which their computers meet.

mod papers_in;
mod press;

use std::path::Path;
use std::thread;

use praesto_app::sample::{Living, Moved, Plan, Wanted, office_name, plan};
use praesto_app::{Handle, Host, Praesto};
use praesto_contract::*;

pub use papers_in::{import, own_papers};
pub use press::press;

/// Who founds the office and lets the others in, as a place in the plan's list of people.
pub const FOUNDER: usize = 2;
/// How many people act on cases of others: the first ones.
const HANDS: usize = 3;
/// Runs after which everything is sent and received.
const RUNS: usize = 5;

/// One person's computer.
pub type Computer<H> = Praesto<Moved<H>>;

/// What it takes to make a municipality.
#[allow(missing_debug_implementations)]
pub struct Making<'a, H: Host> {
    pub wanted: Wanted,
    pub server: &'a str,
    pub key: &'a dyn Fn() -> KeyChoice,
    /// A computer of the person of this name with nothing on it.
    pub computer: &'a dyn Fn(&str) -> Computer<H>,
    /// Folder in which files to import are made; what lies in `further` is imported too.
    pub scratch: &'a Path,
    pub further: Option<&'a Path>,
    /// Hears how far it is.
    pub say: &'a (dyn Fn(&str) + Sync),
}

/// A municipality that was made.
#[derive(Debug)]
pub struct Municipality<H: Host> {
    pub plan: Plan,
    /// Everybody's computer, in the order of the plan.
    pub computers: Vec<Computer<H>>,
}

impl<H: Host> Making<'_, H> {
    /// Makes it.
    ///
    /// # Errors
    /// What the first computer said that could not go on.
    pub fn make(&self) -> Result<Municipality<H>, ApiError> {
        let plan = plan(&self.wanted);
        (self.say)(&format!("{} cases are made up; {} people join the office", plan.cases.len(), plan.people.len()));
        let computers = self.join(&plan)?;
        let found = self.import(&computers[FOUNDER])?;
        (self.say)(&format!("{found} cases came in from files: a table, folders, mails, xdomea"));
        let named = computers[FOUNDER].handle(PeopleList {})?;
        let id = |name: &str| named.iter().find(|one| one.name == name).map(|one| one.id).ok_or(ApiError::new(ErrorCode::NotFound));
        let people: Vec<PersonId> = plan.people.iter().map(|one| id(&one.name)).collect::<Result<_, _>>()?;
        let lives = |who: usize, round: u8| {
            let name = &plan.people[who].name;
            let goes_on = |done: u64, total: u64| {
                if done > 0 && (done == total || done.is_multiple_of(64)) {
                    (self.say)(&format!("{name}: {done} of {total} cases"));
                }
                true
            };
            computers[who].live(&plan, &Living { who, round, people: &people, press: &press, goes_on: &goes_on })
        };
        // One side sends what it wrote while the other still writes.
        thread::scope(|scope| {
            let quiet = scope.spawn(|| {
                (HANDS..computers.len()).try_for_each(|who| {
                    lives(who, 0)?;
                    in_step(&computers[who])
                })
            });
            let hands = scope.spawn(|| (0..HANDS).try_for_each(|who| lives(who, 0)));
            [quiet, hands].into_iter().try_for_each(ended)
        })?;
        self.meet(&computers)?;
        for round in 1..plan.rounds {
            if round + 1 == plan.rounds {
                // What comes after this is news to them.
                computers[..HANDS].iter().try_for_each(|computer| computer.look_through(&plan))?;
            }
            let lives = &lives;
            thread::scope(|scope| {
                let all: Vec<_> = (0..HANDS).map(|who| scope.spawn(move || lives(who, round))).collect();
                all.into_iter().try_for_each(ended)
            })?;
            self.meet(&computers)?;
        }
        Ok(Municipality { plan, computers })
    }

    /// Founds the office and lets everybody in.
    fn join(&self, plan: &Plan) -> Result<Vec<Computer<H>>, ApiError> {
        let computer = |at: usize| (self.computer)(&plan.people[at].name);
        let founder = computer(FOUNDER);
        let name = |at: usize| plan.people[at].name.clone();
        founder.handle(OfficeCreate {
            office_name: office_name(self.wanted.language).to_owned(),
            person_name: name(FOUNDER),
            server: Some(self.server.to_owned()),
            key: (self.key)(),
        })?;
        in_step(&founder)?;
        let mut computers = Vec::new();
        for at in (0..plan.people.len()).filter(|at| *at != FOUNDER) {
            let joining = computer(at);
            let invitation = founder.handle(InvitationCreate { person_name: name(at) })?;
            joining.handle(OfficeJoin { code: invitation.code, person_name: name(at), key: (self.key)() })?;
            // It asks, is let in, comes to know the office, and says its name.
            match joining.handle(SyncNow {}) {
                Err(error) if error.code != ErrorCode::WaitingForColleague => return Err(error),
                _ => {}
            }
            for one in [&founder, &joining, &founder] {
                in_step(one)?;
            }
            computers.push(joining);
        }
        computers.insert(FOUNDER, founder);
        // Each is to know whoever came after them.
        computers.iter().try_for_each(in_step)?;
        Ok(computers)
    }

    fn import(&self, founder: &Computer<H>) -> Result<u64, ApiError> {
        let mut found = import(founder, &own_papers(self.scratch))?;
        if let Some(further) = self.further {
            found += import(founder, &papers_in::messages(further))?;
        }
        Ok(found)
    }

    /// Those who receive everything come into step.
    fn meet(&self, computers: &[Computer<H>]) -> Result<(), ApiError> {
        (self.say)("the computers meet");
        for _ in 0..2 {
            thread::scope(|scope| {
                let all: Vec<_> = computers[..HANDS].iter().map(|one| scope.spawn(|| in_step(one))).collect();
                all.into_iter().try_for_each(ended)
            })?;
        }
        Ok(())
    }
}

fn ended(thread: thread::ScopedJoinHandle<'_, Result<(), ApiError>>) -> Result<(), ApiError> {
    thread.join().unwrap_or_else(|_| Err(ApiError::new(ErrorCode::Internal)))
}

/// Sends and receives until nothing waits.
fn in_step<H: Host>(computer: &Computer<H>) -> Result<(), ApiError> {
    for _ in 0..RUNS {
        if computer.handle(SyncNow {})?.waiting == 0 {
            return Ok(());
        }
    }
    Err(ApiError::new(ErrorCode::Offline))
}
