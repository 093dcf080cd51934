//! The page of a case that leaves: all that the case says, in the reader's language, for whoever has no Praesto.

use praesto_contract::*;
use praesto_formats::html::{Page, Said};
use praesto_words::{Clock, Date, Words};

use super::SUMS;
use crate::case_types::Pack;
use crate::sync::code;

/// A version of a file, and what it is called outside.
pub(super) struct OutFile {
    pub(super) attachment: AttachmentId,
    pub(super) name: String,
    /// From the page.
    pub(super) path: String,
    pub(super) newest: bool,
    /// Of which file it is a copy that was found after an interruption.
    pub(super) found: Option<FoundView>,
    pub(super) here: bool,
    pub(super) version: AttachmentVersionView,
}

/// What the page is made from.
pub(super) struct Index<'a> {
    pub(super) words: &'a Words,
    pub(super) view: &'a CaseView,
    /// The case's type; none where it is not on this computer.
    pub(super) pack: Option<&'a Pack>,
    pub(super) files: &'a [OutFile],
    /// Newest first; the first is this very act.
    pub(super) looked: &'a [AccessRow],
    /// Minutes east of Greenwich at a moment.
    pub(super) clock: &'a dyn Fn(Moment) -> i32,
    pub(super) office: String,
}

impl Index<'_> {
    pub(super) fn page(&self) -> Vec<u8> {
        let (view, words) = (self.view, self.words);
        let mut page = Page::new(words.language().code(), &format!("{} {}", view.reference, view.title));
        page.heading(1, &view.title);
        page.small(
            &[self.office.as_str(), &view.reference, &self.type_name()]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(" · "),
        );
        if let Some(this) = self.looked.first() {
            page.small(&words.text(
                "out-made",
                &[("who", self.named(&this.by).into()), ("name", this.name.clone().into()), ("when", self.when(this.by.at).into())],
            ));
            page.small(&words.text("out-made-reason", &[("reason", this.reason.clone().into())]));
        }
        if view.changes_missing {
            page.warning(&self.t("case-missing-title"));
        }
        let left = self.files.iter().filter(|file| !file.here).count() as u64;
        if left > 0 {
            page.warning(&words.text("out-left-out", &[("count", left.into())]));
        }
        self.facts(&mut page);
        self.conflicts(&mut page);
        self.notes(&mut page);
        self.tasks(&mut page);
        self.decisions(&mut page);
        self.attachments(&mut page);
        self.timeline(&mut page);
        self.looked(&mut page);
        page.small(&words.text("out-sums", &[("file", SUMS.into())]));
        page.finish()
    }

    fn facts(&self, page: &mut Page) {
        let view = self.view;
        let status = self.stands(view.status, view.standing.as_ref().and_then(|standing| standing.state.as_deref()));
        let mut facts = vec![(self.t("place-reference"), view.reference.clone()), (self.t("place-status"), status)];
        facts.extend(view.received.map(|day| (self.t("place-received"), self.day(day))));
        facts.push((self.t("out-channel"), self.words.coded("channel", &code(view.channel))));
        facts.push((self.t("place-assignee"), view.assignee_name.clone().unwrap_or_else(|| self.t("nobody"))));
        facts.extend(view.due.map(|day| (self.t("sort-due"), self.day(day))));
        if !view.tags.is_empty() {
            facts.push((self.t("out-tags"), self.words.list(&view.tags)));
        }
        page.heading(2, &self.t("tab-summary")).facts(&facts);
        let deadline = |one: &DeadlineView| {
            let text = |part: &str| one.rule.as_ref().and_then(|rule| self.type_text(&format!("deadline-{rule}{part}")));
            let day = one.day.map_or_else(|| self.t("value-empty"), |day| self.day(day));
            let stands = if one.met { self.words.text("deadline-met", &[("day", day.into())]) } else { day };
            let basis = text("-basis").or_else(|| one.basis.clone());
            (text("").unwrap_or_else(|| one.label.clone()), [Some(stands), basis].into_iter().flatten().collect::<Vec<_>>().join("\n"))
        };
        page.facts(&view.deadlines.iter().map(deadline).collect::<Vec<_>>());
        if !view.parties.is_empty() {
            let row = |one: &PartyView| vec![one.name.clone().into(), self.words.imported(&one.role).into(), one.contact.clone().into()];
            let head = [self.t("out-name"), self.t("out-role"), self.t("out-contact")];
            page.heading(2, &self.t("parties")).table(&head, &view.parties.iter().map(row).collect::<Vec<_>>());
        }
        if !view.fields.is_empty() {
            let field = |one: &FieldView| (self.field_name(&one.field), self.field_value(&one.field, &one.value));
            page.heading(2, &self.t("tab-form")).facts(&view.fields.iter().map(field).collect::<Vec<_>>());
        }
    }

    /// Every value that stands beside another, with who wrote it.
    fn conflicts(&self, page: &mut Page) {
        if self.view.conflicts.is_empty() && self.view.removal.is_none() {
            return;
        }
        page.heading(2, &self.t("tab-conflicts")).paragraph(&self.t("conflict-nothing-lost"));
        for removed in self.view.removal.iter().flat_map(|removal| &removal.removed) {
            page.paragraph(&self.words.text(
                "removed-by",
                &[
                    ("name", self.named(&removed.by).into()),
                    ("when", self.when(removed.by.at).into()),
                    ("reason", removed.reason.clone().into()),
                ],
            ));
        }
        for conflict in &self.view.conflicts {
            let name = self.place_name(&conflict.place);
            let named = !conflict.label.is_empty() && !matches!(conflict.place, Place::Field { .. });
            page.heading(3, &if named { format!("{name}, {}", conflict.label) } else { name });
            let value = |one: &ConflictValue| (self.place_value(&conflict.place, &one.value), self.stamp(&one.by));
            page.facts(&conflict.values.iter().map(value).collect::<Vec<_>>());
        }
    }

    fn notes(&self, page: &mut Page) {
        if self.view.notes.is_empty() {
            return;
        }
        page.heading(2, &self.t("tab-notes"));
        for note in &self.view.notes {
            let corrected = note.corrects.and_then(|id| self.view.notes.iter().find(|other| other.id == id));
            let correction = corrected.map(|other| self.words.text("note-correction-of", &[("text", start(&other.text).into())]));
            let withdrawn = note.withdrawn.then(|| self.t("decision-is-withdrawn"));
            let head = [Some(self.stamp(&note.by)), correction, withdrawn].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            page.small(&head).paragraph(&self.words.imported(&note.text));
        }
    }

    fn tasks(&self, page: &mut Page) {
        if self.view.tasks.is_empty() {
            return;
        }
        let row = |task: &TaskView| {
            let due = task.due.map(|day| self.day(day)).unwrap_or_default();
            let who = task.assignee_name.clone().unwrap_or_else(|| self.t("nobody"));
            vec![task.text.clone().into(), who.into(), due.into(), self.t(if task.done { "value-yes" } else { "value-no" }).into()]
        };
        let head = [self.t("task-text"), self.t("task-who"), self.t("task-due"), self.t("out-done")];
        page.heading(2, &self.t("tab-tasks")).table(&head, &self.view.tasks.iter().map(row).collect::<Vec<_>>());
    }

    fn decisions(&self, page: &mut Page) {
        if self.view.decisions.is_empty() {
            return;
        }
        page.heading(2, &self.t("tab-decisions"));
        for decision in &self.view.decisions {
            let stands = match decision {
                DecisionView { withdrawn: true, .. } => "decision-is-withdrawn",
                DecisionView { replaced: true, .. } => "decision-is-replaced",
                DecisionView { contradicted: true, .. } => "decision-is-contradicted",
                DecisionView { waits: true, .. } => "decision-waits",
                _ => "decision-stands",
            };
            let outcome = self.type_text(&format!("outcome-{}", decision.outcome)).unwrap_or_else(|| decision.outcome.clone());
            page.heading(3, &outcome).small(&format!("{} · {}", self.stamp(&decision.by), self.t(stands))).paragraph(&decision.reason);
            for by in &decision.signed {
                page.small(&self.words.text("decision-signed", &[("name", self.named(by).into()), ("when", self.when(by.at).into())]));
            }
        }
    }

    fn attachments(&self, page: &mut Page) {
        if self.files.is_empty() {
            return;
        }
        let letter = |file: &OutFile| {
            let of_it = self.view.letters.iter().find(|letter| letter.version == file.version.id);
            of_it.map(|letter| {
                self.words.text(
                    "letter-filed",
                    &[
                        ("title", letter.title.clone().into()),
                        ("when", self.when(letter.by.at).into()),
                        ("name", self.named(&letter.by).into()),
                    ],
                )
            })
        };
        let row = |file: &OutFile| {
            let name = if file.here {
                Said::File { path: file.path.clone(), name: file.name.clone() }
            } else {
                format!("{} ({})", file.name, self.t("out-not-here")).into()
            };
            let version = if file.newest { String::new() } else { self.t("out-earlier") };
            let found = file.found.as_ref().map(|found| {
                let id = if found.whole { "found-of" } else { "found-of-cut-off" };
                self.words.text(id, &[("name", found.name.clone().into())])
            });
            let said =
                [Some(version).filter(|text| !text.is_empty()), letter(file), found].into_iter().flatten().collect::<Vec<_>>().join("\n");
            vec![name, self.words.bytes(file.version.size).into(), self.stamp(&file.version.by).into(), said.into()]
        };
        let head = [self.t("out-file"), self.t("out-size"), self.t("out-added"), self.t("out-remark")];
        page.heading(2, &self.t("attachments")).table(&head, &self.files.iter().map(row).collect::<Vec<_>>());
    }

    fn timeline(&self, page: &mut Page) {
        let row = |row: &TimelineRow| {
            let mut lines = vec![self.line(row)];
            lines.extend(row.written.iter().map(|one| self.written(one)));
            if row.more > 0 {
                lines.push(self.words.text("timeline-more", &[("count", row.more.into())]));
            }
            lines.extend(row.branch.then(|| self.t("timeline-apart")));
            lines.extend(row.late.then(|| self.t("timeline-late")));
            vec![self.when(row.by.at).into(), self.named(&row.by).into(), lines.join("\n").into()]
        };
        let head = [self.t("out-when"), self.t("out-who"), self.t("out-what")];
        page.heading(2, &self.t("timeline")).table(&head, &self.view.timeline.iter().map(row).collect::<Vec<_>>());
    }

    fn line(&self, row: &TimelineRow) -> String {
        let text = row.text.clone().unwrap_or_default();
        if row.what.iter().all(|what| what == "import") && row.text.is_some() {
            return self.words.imported(&text);
        }
        if let Some(file) = &row.taken_out {
            return self.went(row, file, text);
        }
        let mut said: Vec<String> = Vec::new();
        for what in &row.what {
            let what = self.words.coded("change", what);
            if !said.contains(&what) {
                said.push(what);
            }
        }
        let line = self.words.text("timeline-row", &[("name", self.named(&row.by).into()), ("what", self.words.list(&said).into())]);
        if row.text.is_none() {
            return line;
        }
        let decided = row.what.iter().any(|what| what == "decide");
        let text = decided.then(|| self.type_text(&format!("outcome-{text}"))).flatten().unwrap_or(text);
        self.words.text("timeline-quoted", &[("line", line.into()), ("text", text.into())])
    }

    /// Who let which version of a file out, and why; or opened a copy of it in another program, or found one.
    fn went(&self, row: &TimelineRow, file: &TakenOutView, reason: String) -> String {
        let version = |by: &Author| {
            self.words.text(
                "timeline-version",
                &[("name", file.name.clone().into()), ("who", self.named(by).into()), ("when", self.when(by.at).into())],
            )
        };
        let named = file.version.as_ref().map_or_else(|| file.name.clone(), version);
        let went = |code: &str| row.what.iter().any(|what| what == code);
        let name = self.named(&row.by);
        if went("open-elsewhere") {
            return self.words.text("timeline-opened-elsewhere", &[("name", name.into()), ("file", named.into())]);
        }
        if went("find-elsewhere") {
            return self.words.text("timeline-found-elsewhere", &[("name", name.into()), ("file", file.name.clone().into())]);
        }
        self.words.text("timeline-taken-out", &[("name", name.into()), ("file", named.into()), ("reason", reason.into())])
    }

    fn written(&self, one: &WrittenView) -> String {
        let mut name = self.place_name(&one.place);
        if !one.label.is_empty() {
            name = self.words.text("written-at", &[("place", name.into()), ("label", one.label.clone().into())]);
        }
        let after = self.place_value(&one.place, &one.after);
        if one.before.is_empty() {
            return self.words.text("written-new", &[("place", name.into()), ("after", after.into())]);
        }
        let before: Vec<_> = one.before.iter().map(|value| self.place_value(&one.place, value)).collect();
        self.words.text("written-over", &[("place", name.into()), ("after", after.into()), ("before", self.words.list(&before).into())])
    }

    fn looked(&self, page: &mut Page) {
        let row = |row: &AccessRow| {
            vec![self.when(row.by.at).into(), row.by.device_name.clone().into(), said(self.words, row, &self.named(&row.by)).into()]
        };
        let head = [self.t("out-when"), self.t("out-computer"), self.t("out-what")];
        page.heading(2, &self.t("access")).table(&head, &self.looked.iter().map(row).collect::<Vec<_>>());
    }

    fn t(&self, id: &str) -> String {
        self.words.text(id, &[])
    }

    fn named(&self, by: &Author) -> String {
        if by.name.is_empty() { self.t("unknown") } else { by.name.clone() }
    }

    /// "Ana · 24 November 2026, 09:38 · Laptop".
    fn stamp(&self, by: &Author) -> String {
        let computer = Some(by.device_name.clone()).filter(|name| !name.is_empty());
        [Some(self.named(by)), Some(self.when(by.at)), computer].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn when(&self, at: Moment) -> String {
        let clock = Clock::at(at.0, (self.clock)(at));
        self.words.text("out-moment", &[("day", self.words.long_date(clock.date).into()), ("time", self.words.time(clock).into())])
    }

    fn day(&self, day: Day) -> String {
        Date::parse(&day.to_string()).map_or_else(|| day.to_string(), |date| self.words.long_date(date))
    }

    /// A text of the case type, in this language where the type speaks it.
    fn type_text(&self, id: &str) -> Option<String> {
        type_text(self.pack, self.words, id)
    }

    fn type_name(&self) -> String {
        self.type_text("type").unwrap_or_else(|| self.view.case_type.clone())
    }

    fn stands(&self, status: Status, state: Option<&str>) -> String {
        stands(self.pack, self.words, status, state)
    }

    fn field_name(&self, field: &str) -> String {
        let asked = self.pack.and_then(|pack| pack.case_type.form().field(field));
        asked.and_then(|_| self.type_text(&format!("field-{field}"))).unwrap_or_else(|| self.words.imported(field))
    }

    fn field_value(&self, field: &str, value: &FieldValue) -> String {
        let kind = self.pack.and_then(|pack| pack.case_type.form().field(field)).map(|asked| &asked.kind);
        let choice = match (kind, value) {
            (Some(FieldKind::Choice(choices)), FieldValue::Text(choice)) if choices.contains(choice) => {
                self.type_text(&format!("field-{field}-{choice}"))
            }
            _ => None,
        };
        choice.unwrap_or_else(|| self.value(value))
    }

    fn place_name(&self, place: &Place) -> String {
        match place {
            Place::Field { field } => self.field_name(field),
            place => {
                let code = serde_json::to_value(place).ok().and_then(|value| value.get("place")?.as_str().map(str::to_owned));
                self.words.coded("place", &code.unwrap_or_default())
            }
        }
    }

    fn place_value(&self, place: &Place, value: &FieldValue) -> String {
        match (place, value) {
            (Place::Assignee | Place::TaskAssignee { .. }, FieldValue::Empty) => self.t("nobody"),
            (Place::Status, FieldValue::Text(stage)) => match Stage::read(stage) {
                Some(stage) => self.stands(stage.status, stage.state.as_deref()),
                None => stage.clone(),
            },
            (Place::Field { field }, value) => self.field_value(field, value),
            (_, value) => self.value(value),
        }
    }

    fn value(&self, value: &FieldValue) -> String {
        match value {
            FieldValue::Empty => self.t("value-empty"),
            FieldValue::Text(text) => self.words.imported(text),
            FieldValue::Whole(number) => number.to_string(),
            FieldValue::Day(day) => self.day(*day),
            FieldValue::Flag(true) => self.t("value-yes"),
            FieldValue::Flag(false) => self.t("value-no"),
        }
    }
}

/// A text of a case type, in this language where the type speaks it, else in its own.
pub(super) fn type_text(pack: Option<&Pack>, words: &Words, id: &str) -> Option<String> {
    let pack = pack?;
    let own = pack.case_type.languages().first().map(String::as_str);
    [Some(words.language().code()), own].into_iter().flatten().find_map(|language| pack.text_in(language, id)).map(str::to_owned)
}

/// Where a case stands, as lists and pages say it.
pub(super) fn stands(pack: Option<&Pack>, words: &Words, status: Status, state: Option<&str>) -> String {
    let states = || pack.into_iter().flat_map(|pack| pack.case_type.states()).filter(|one| one.status == status);
    let named = states().find(|one| Some(one.id.as_str()) == state).or_else(|| states().next());
    let named = named.and_then(|one| type_text(pack, words, &format!("state-{}", one.id)));
    named.unwrap_or_else(|| words.coded("status", status.code()))
}

/// A line of the log in words.
fn said(words: &Words, row: &AccessRow, name: &str) -> String {
    match row.kind {
        AccessKind::Opened => words.text("access-opened", &[("name", name.into())]),
        AccessKind::BackedUp => words.text("access-backed-up", &[("name", name.into())]),
        kind => {
            let args = [("name", name.into()), ("what", row.name.clone().into()), ("reason", row.reason.clone().into())];
            words.text(&format!("access-{}", code(kind).replace('_', "-")), &args)
        }
    }
}

/// The beginning of a text, for naming it.
fn start(text: &str) -> String {
    let cut = text.char_indices().nth(60).map(|(end, _)| format!("{}…", &text[..end]));
    cut.unwrap_or_else(|| text.to_owned())
}
