//! Sample offices: made-up people and cases, from a seed. One is behind "Look around", on this computer alone; a whole municipality is made of the same
//! plans by whoever has a server and several profiles.
//!
//! A plan is data ([`Plan`]), the same for the same seed and day. It comes into vaults only as people's work does: each act is judged by the rules that
//! judge people, on a computer whose clock was put back ([`Moved`]). Nothing here may write what a person could not.

mod between;
mod days;
mod documents;
mod draw;
mod enrolments;
mod live;
mod matters;
mod moved;
mod people;
mod plan;
mod words;

use std::sync::Arc;
use std::sync::atomic::Ordering;

use praesto_contract::*;
use praesto_crypto::Passphrase;
use praesto_vault::Vault;

use crate::documents::DirectoryChange;
use crate::error::AppError;
use crate::found::Newcomer;
use crate::host::{Host, random};
use crate::office::Office;
use crate::praesto::{Core, Praesto};

pub use documents::{Form, Paper, Press};
pub use live::Living;
pub use matters::plan;
pub use moved::Moved;
pub use plan::{Colleague, Deed, Hands, Plan, PlannedAct, PlannedCase, Team, Wanted};

/// Cases of the office to look around in.
const CASES: usize = 200;
/// Everybody looks around in the same one.
const SEED: u64 = 41;

/// The name of a sample office in a language.
pub fn office_name(language: &str) -> &'static str {
    words::bank(language).office
}

impl<H: Host> Core<H> {
    /// Whether a sample office is being made.
    pub(crate) fn makes_sample(&self) -> bool {
        self.sample_begun.load(Ordering::SeqCst)
    }

    pub(crate) fn stop_sample(&self) {
        self.sample_stopped.store(true, Ordering::Relaxed);
    }

    pub(crate) fn sample_office_stop(&self, _: SampleOfficeStop) -> Result<(), AppError> {
        self.stop_sample();
        Ok(())
    }

    pub(crate) fn sample_office_create(&self, request: SampleOfficeCreate) -> Result<AppStatus, AppError> {
        self.forget_sample()?;
        if self.sample_begun.swap(true, Ordering::SeqCst) {
            return Err(AppError::code(ErrorCode::ActUnderWay));
        }
        self.sample_stopped.store(false, Ordering::Relaxed);
        let made = self.make_sample(&request.language).and_then(|vault| Office::open(self.host.clone(), vault));
        let made = made.map(|office| self.set_office(Some(Arc::new(office))));
        if made.is_err() {
            // What cannot be thrown away now is when somebody next asks where the profile stands.
            let _ = Vault::discard_passing(&self.profile, self.host.keyring());
        }
        // Only now: until it is open, whoever asks where the profile stands would throw it away.
        self.sample_begun.store(false, Ordering::SeqCst);
        made?;
        self.opened()
    }

    /// Makes the sample office in this profile. Where that fails or is stopped, what is left of it passes, and nobody can open it.
    fn make_sample(&self, language: &str) -> Result<Vault, AppError> {
        self.must_be_empty()?;
        // Nobody ever learns this passphrase: what is looked at is thrown away when the vault shuts.
        let passphrase: String = random::<16>(&*self.host).iter().map(|byte| format!("{byte:02x}")).collect();
        let words = words::bank(language);
        let wanted = Wanted { seed: SEED, today: self.host.today(), cases: CASES, language: words.code, hands: Hands::One };
        let plan = plan(&wanted);
        let inside = Praesto::quiet(Moved::new(self.host.clone()), self.profile.clone());
        // Shut, it is not thrown away: it is opened again as this one.
        inside.core.sample_begun.store(true, Ordering::SeqCst);
        let key = KeyChoice { policy: KeyPolicy::Passphrase, passphrase: Some(SecretText::new(passphrase.clone())) };
        let newcomer = Newcomer { person_name: words.person, server: None, invitation: None, sample: true };
        inside.core.make_office(key, newcomer, |office| office.found(words.office))?;
        let people = inside.core.office()?.name_colleagues(&plan)?;
        let goes_on = |done, total| {
            self.host.emit(AppEvent::SampleOffice { done, total });
            !self.sample_stopped.load(Ordering::Relaxed)
        };
        inside.core.live(&plan, &Living { who: 0, round: 0, people: &people, press: &|_, _| None, goes_on: &goes_on })?;
        drop(inside);
        Ok(Vault::open(&self.profile, Some(&Passphrase::typed(passphrase)), self.host.keyring(), self.host.now().0)?)
    }
}

impl<H: Host> Office<H> {
    /// Gives the colleagues of an office of one computer their names; they have no computers. Gives who everybody is.
    fn name_colleagues(&self, plan: &Plan) -> Result<Vec<PersonId>, AppError> {
        let now = self.host.now();
        let others = plan.people.iter().skip(1).map(|one| (PersonId::make(now, &random(&*self.host)), one.name.clone()));
        let others: Vec<(PersonId, String)> = others.collect();
        let named = others.iter().map(|(id, name)| DirectoryChange::Person { id: *id, name: name.clone() });
        self.edit_directory(&named.collect::<Vec<_>>())?;
        Ok([self.person()].into_iter().chain(others.into_iter().map(|(id, _)| id)).collect())
    }
}
