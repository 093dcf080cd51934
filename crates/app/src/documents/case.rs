//! The document of a case file.

use automerge::ChangeHash;
use praesto_domain::{
    AttachmentId, CaseId, DeviceId, Moment,
    casework::{Case, CaseChange, Channel, EventKind, Place, Stage, Status, validate},
};

use super::{
    checkpoint,
    error::{ApplyRefused, EditRefused, LoadRefused, ReadRefused},
    hand_over,
    merged::{ActorBytes, Applied, Author, Merged},
    projection::Projection,
    read,
    removal::{self, Says},
    schema::CASE,
    timeline::{self, TimelineEntry},
    write::{self, Writer},
};

/// What is fixed when a case is made; written with its first edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Id of the case type, such as `general`.
    pub case_type: String,
    pub channel: Channel,
    /// Stable id in the system the case was imported from.
    pub origin: Option<String>,
}

/// How a conflict is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The value with this `Stamped::id` stands.
    Use(String),
    /// None of them: the place is emptied (what they said goes into a note that travels in the same change).
    Empty,
}

/// One edit, committed to the document in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Raw bytes of the new change. Empty when the edit said nothing new: then there is nothing to store or send.
    pub change: Vec<u8>,
    /// What takes it back, in the order to make it. Empty when nothing can: imported history and versions of attachments stay, and no change
    /// brings back several values side by side.
    pub inverse: Vec<CaseChange>,
    /// Codes of what happened, for `change-*` messages.
    pub what: Vec<&'static str>,
    /// Whether the change removes the case: its record has to say so.
    pub removes: bool,
}

/// The actor of a document that is only read.
const CASE_READER: ActorBytes = [0; 24];

/// A case file as a merged document.
#[derive(Clone, Debug)]
pub struct CaseDocument {
    merged: Merged,
    opening: Option<Opening>,
}

impl CaseDocument {
    /// An empty document. `opening` is written by the first [`edit`](Self::edit), in the same change.
    pub fn create(actor: &ActorBytes, opening: Opening) -> Self {
        Self { merged: Merged::create(&CASE, actor), opening: Some(opening) }
    }

    /// An empty document for a case that a colleague made: its changes arrive through [`apply`](Self::apply).
    pub fn receive(actor: &ActorBytes) -> Self {
        Self { merged: Merged::create(&CASE, actor), opening: None }
    }

    /// Reads what [`save`](Self::save) wrote; further edits are written under `actor`.
    ///
    /// # Errors
    /// See [`LoadRefused`].
    pub fn load(bytes: &[u8], actor: &ActorBytes) -> Result<Self, LoadRefused> {
        Ok(Self { merged: Merged::load(&CASE, bytes, actor)?, opening: None })
    }

    /// The whole document with its history.
    pub fn save(&self) -> Vec<u8> {
        self.merged.save()
    }

    /// Hashes of the newest changes, sorted: equal on replicas that hold the same changes.
    pub fn heads(&self) -> Vec<[u8; 32]> {
        self.merged.heads()
    }

    /// What a checkpoint of this document says, after the header of its payload.
    ///
    /// # Errors
    /// See [`ReadRefused`].
    pub fn checkpoint(&self, id: CaseId) -> Result<Vec<u8>, ReadRefused> {
        Ok(checkpoint::encode(Some(&self.projection(id)?), &self.merged.save_plain()))
    }

    /// What lists and search show of the case.
    ///
    /// # Errors
    /// See [`ReadRefused`].
    pub fn projection(&self, id: CaseId) -> Result<Projection, ReadRefused> {
        let case = self.read(id)?;
        let changed_at = self.changed_at().unwrap_or(case.created.at);
        Ok(Projection::of(&case, changed_at))
    }

    /// Whether the document holds the change with this hash.
    pub fn holds(&self, change: &[u8; 32]) -> bool {
        self.merged.doc.get_change_meta_by_hash(&automerge::ChangeHash(*change)).is_some()
    }

    /// Makes changes as one: all or none.
    ///
    /// # Errors
    /// See [`EditRefused`]; the document is as before.
    pub fn edit(&mut self, now: Moment, changes: &[CaseChange]) -> Result<Saved, EditRefused> {
        self.write(now, changes, |_| Ok(()))
    }

    /// Makes changes on what stood at `heads`, as somebody who has not seen what came since: what others wrote meanwhile stands beside them, and
    /// neither counts as the other's successor. `actor` has written nothing yet. Gives the heads on which such work goes on as well.
    ///
    /// # Errors
    /// See [`EditRefused`]; the document is as before.
    pub fn edit_beside(
        &mut self,
        actor: &ActorBytes,
        heads: &[[u8; 32]],
        now: Moment,
        changes: &[CaseChange],
    ) -> Result<(Saved, Vec<[u8; 32]>), EditRefused> {
        let mut then = Self { merged: self.merged.at(heads, actor)?, opening: None };
        let saved = then.edit(now, changes)?;
        if !saved.change.is_empty() {
            self.merged.take_beside(actor, &saved.change)?;
        }
        // Taken back, it would take the place of what stands beside it.
        Ok((Saved { inverse: Vec::new(), ..saved }, then.heads()))
    }

    /// Whether an attachment got versions, or the case a removal, that these heads do not hold.
    ///
    /// # Errors
    /// See [`ReadRefused`].
    pub fn moved_on(&self, id: CaseId, attachment: AttachmentId, heads: &[[u8; 32]]) -> Result<bool, ReadRefused> {
        // Where nobody knows that state any more, what comes next goes on from what stands now.
        let Ok(merged) = self.merged.at(heads, &CASE_READER) else { return Ok(false) };
        let then = Self { merged, opening: None };
        let versions = |case: &Case| case.attachments.iter().find(|one| one.id == attachment).map_or(0, |one| one.versions.len());
        Ok(self.is_removed() != then.is_removed() || versions(&self.read(id)?) != versions(&then.read(id)?))
    }

    /// Takes a save back: makes `changes`, its inverse, unless somebody has written since where it wrote. `heads` are those it ended at, `now`
    /// is when.
    ///
    /// # Errors
    /// `ChangedSince` where taking it back would hide what a colleague wrote, else as [`edit`](Self::edit).
    pub fn take_back(&mut self, now: Moment, changes: &[CaseChange], heads: &[[u8; 32]]) -> Result<Saved, EditRefused> {
        let heads: Vec<ChangeHash> = heads.iter().copied().map(ChangeHash).collect();
        // What takes the whole case away takes away all that was done in it since.
        let takes_away = changes.iter().any(|change| {
            matches!(
                change,
                CaseChange::RemoveCase { .. }
                    | CaseChange::AddEvent { event: EventKind::StatusSet { stage: Stage { status: Status::Closed, .. } }, .. }
            )
        });
        // Whoever was handed a case and took it gives it back themselves.
        let hands = changes.iter().any(|change| matches!(change, CaseChange::Assign { .. }));
        let known = heads.iter().all(|head| self.holds(&head.0));
        if !known
            || (takes_away && self.merged.worked_on_by_others_since(&heads))
            || (hands && hand_over::taken_since(&self.merged, &heads))
        {
            return Err(EditRefused::ChangedSince);
        }
        self.write(now, changes, |writer| {
            writer.take_back_to(heads);
            Ok(())
        })
    }

    /// Settles a conflict by writing over every value of a place, together with `also` (the note that keeps both, the event that says so).
    /// `now` is when. Taking it back shows what was shown before; `kept` is made then, so that what was in conflict is hidden by neither.
    ///
    /// # Errors
    /// `NoSuchValue` when the chosen value is not among those that stand now, else as [`edit`](Self::edit).
    pub fn settle(
        &mut self,
        now: Moment,
        place: &Place,
        choice: &Choice,
        also: &[CaseChange],
        kept: Option<CaseChange>,
    ) -> Result<Saved, EditRefused> {
        let mut shown = None;
        let saved = self.write(now, also, |writer| {
            shown = writer.settle(place, choice)?;
            writer.say("settle");
            Ok(())
        })?;
        Ok(Saved { inverse: shown.into_iter().flat_map(|shown| [Some(shown), kept.clone()]).flatten().collect(), ..saved })
    }

    fn write(
        &mut self,
        now: Moment,
        changes: &[CaseChange],
        first: impl FnOnce(&mut Writer<'_, '_>) -> Result<(), EditRefused>,
    ) -> Result<Saved, EditRefused> {
        for change in changes {
            validate(change)?;
        }
        let was_removed = removal::is_removed(&self.merged)?;
        if was_removed && changes.first() != Some(&CaseChange::RestoreCase) {
            return Err(EditRefused::Removed);
        }
        let removes = changes.iter().any(|change| matches!(change, CaseChange::RemoveCase { .. }));
        let opened = read::is_open(&self.merged.doc);
        if !opened && self.opening.is_none() {
            return Err(EditRefused::NotOpened);
        }
        if removes && (changes.len() > 1 || !opened) {
            return Err(EditRefused::NotAlone);
        }
        let removed = write::removed_before(&self.merged, changes)?;
        let opening = self.opening.clone().filter(|_| !opened);
        let ((inverse, what), change) = self.merged.commit(now, |transaction| {
            let mut writer = Writer::new(transaction, removed, was_removed);
            if let Some(opening) = &opening {
                writer.open(opening)?;
            }
            first(&mut writer)?;
            for change in changes {
                writer.make(change)?;
            }
            let (inverse, what) = writer.finish();
            let message = what.join(" ");
            Ok::<_, EditRefused>(((inverse, what), message))
        })?;
        if change.is_empty() {
            return Ok(Saved { change, ..Saved::default() });
        }
        self.opening = None;
        Ok(Saved { change, inverse, what, removes })
    }

    /// Takes in the concatenated raw changes of one save, signed by `author`. Applying them again changes nothing.
    ///
    /// # Errors
    /// See [`ApplyRefused`]; the document is as before.
    pub fn apply(&mut self, author: &Author, bytes: &[u8]) -> Result<Applied, ApplyRefused> {
        self.merged.apply(author, bytes, Says::Change)
    }

    /// Takes in the change of a record that says that it removes the case, as [`apply`](Self::apply) does others.
    ///
    /// # Errors
    /// `NotAsSaid` where it does anything else, else see [`ApplyRefused`]; the document is as before.
    pub fn apply_removal(&mut self, author: &Author, bytes: &[u8]) -> Result<Applied, ApplyRefused> {
        self.merged.apply(author, bytes, Says::Removal)
    }

    /// Whether the case is removed.
    pub fn is_removed(&self) -> bool {
        removal::is_removed(&self.merged).unwrap_or(false)
    }

    /// The devices that removed the case, the last first.
    pub fn removed_by(&self) -> Vec<DeviceId> {
        let removal = removal::read(&self.merged.doc, &self.merged.history()).ok().flatten();
        removal.into_iter().flat_map(|removal| removal.reasons.0).map(|mark| mark.by.device).collect()
    }

    /// Notes that `device` brought these changes in place of the device whose actor they carry: to people they are changes of `device`.
    pub fn brought(&mut self, device: DeviceId, bytes: &[u8]) {
        self.merged.brought(device, bytes);
    }

    /// The case that this document says.
    ///
    /// # Errors
    /// See [`ReadRefused`].
    pub fn read(&self, id: CaseId) -> Result<Case, ReadRefused> {
        read::case(&self.merged, id)
    }

    /// Everything that happened, oldest first, in an order that is the same on every replica.
    pub fn timeline(&self) -> Vec<TimelineEntry> {
        timeline::of(&self.merged)
    }

    /// When the newest change was made, by the clocks of those who made them.
    pub fn changed_at(&self) -> Option<Moment> {
        let changes = self.merged.doc.get_changes_meta(&[]);
        changes.iter().filter(|change| change.actor.to_bytes() != CASE.actor).map(|change| Moment(change.timestamp)).max()
    }

    /// Number of changes that the document holds, without the constant ones.
    pub fn changes(&self) -> usize {
        (self.merged.doc.get_changes_meta(&[]).len()).saturating_sub(CASE.base.len())
    }
}
