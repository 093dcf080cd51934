//! What people type by hand, as commands of the contract.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use praesto_app::{Handle, Praesto};
use praesto_contract::{letter_from_text as read_letter, *};
use serde::Serialize;
use serde_json::Value;

use crate::arguments::{CaseTypeVerb, CaseVerb, HandOverVerb, ImportVerb, Narrowed, OfficeVerb, Verb};
use crate::elsewhere::edit;
use crate::{print, say, unlock_request};

/// Pause between two runs of `sync --watch`.
const WATCH: Duration = Duration::from_secs(2);

/// Opens the vault unless there is none.
pub(crate) fn unlock(praesto: &Praesto, passphrase: Option<SecretText>) -> Result<(), ApiError> {
    praesto.handle(unlock_request(passphrase)).map(drop)
}

pub(crate) fn run(praesto: &Praesto, verb: Verb, passphrase: Option<SecretText>) -> Result<(), ApiError> {
    match verb {
        Verb::Call { .. } => Err(ApiError::new(ErrorCode::Internal)),
        Verb::Status => status(praesto, passphrase),
        Verb::Office(OfficeVerb::Create { name, person, server }) => {
            let key = key(passphrase);
            praesto.handle(OfficeCreate { office_name: name, person_name: person, server: server.clone(), key })?;
            if server.is_some() {
                praesto.handle(SyncNow {})?;
            }
            show(&praesto.handle(AppStatusGet {})?)
        }
        Verb::Join { code, person } => {
            let person_name = match person {
                Some(person) => person,
                None => praesto.handle(InvitationRead { code: code.clone() })?.person_name,
            };
            praesto.handle(OfficeJoin { code, person_name, key: key(passphrase) })?;
            match praesto.handle(SyncNow {}) {
                Ok(_) => {}
                // Nobody has let this computer in yet, or handed over the keys: said by the status.
                Err(error) if matches!(error.code, ErrorCode::WaitingForColleague | ErrorCode::WaitingForKeys) => {}
                Err(error) => return Err(error),
            }
            show(&praesto.handle(AppStatusGet {})?)
        }
        open => {
            unlock(praesto, passphrase)?;
            run_open(praesto, open)
        }
    }
}

/// Where the profile stands; with how far it is in step, where it can be opened without asking for anything.
fn status(praesto: &Praesto, passphrase: Option<SecretText>) -> Result<(), ApiError> {
    let opens = match praesto.handle(AppStatusGet {})? {
        AppStatus::Locked { policy, .. } => passphrase.is_some() || policy == KeyPolicy::Keyring,
        _ => false,
    };
    if opens {
        unlock(praesto, passphrase)?;
    }
    let mut said = to_json(&praesto.handle(AppStatusGet {})?)?;
    if opens {
        said["sync"] = to_json(&praesto.handle(SyncStatusGet {})?)?;
    }
    print(&said);
    Ok(())
}

fn run_open(praesto: &Praesto, verb: Verb) -> Result<(), ApiError> {
    match verb {
        Verb::Invite { person } => {
            let invitation = praesto.handle(InvitationCreate { person_name: person })?;
            show(&invitation)?;
            say(&invitation.code);
            Ok(())
        }
        Verb::Sync { watch: false } => show(&praesto.handle(SyncNow {})?),
        Verb::Sync { watch: true } => loop {
            match praesto.handle(SyncNow {}) {
                Ok(sync) => show(&sync)?,
                Err(error) if error.retryable => eprintln!("{}", crate::described(&error)),
                Err(error) => return Err(error),
            }
            std::thread::sleep(WATCH);
        },
        Verb::Import { from } => import(praesto, from),
        Verb::Case(CaseVerb::List { queue, narrowed, kept, offset, limit }) => {
            let ListAsks { queue, sort, filter } = asked(praesto, queue, narrowed, kept)?;
            show(&praesto.handle(CaseListGet { queue, sort, filter, offset, limit })?)
        }
        Verb::Lists => show(&praesto.handle(ListsGet {})?),
        Verb::Case(CaseVerb::Show { case }) => show(&praesto.handle(CaseGet { case: find(praesto, &case)? })?),
        Verb::Case(CaseVerb::Out { case, path, whom, reason, recipient, recipients, language, leave_out }) => {
            let form = if recipient.is_empty() && recipients.is_none() {
                OutForm::Folder { name: whom }
            } else {
                let recipients_file = recipients.as_deref().map(absolute).transpose()?;
                OutForm::Sealed { name: whom, recipients: recipient, recipients_file }
            };
            let (case, path) = (find(praesto, &case)?, absolute(&path)?);
            show(&praesto.handle(CaseOut { case, form, path, reason, language, leave_out })?)
        }
        Verb::Case(CaseVerb::Csv { path, reason, queue, narrowed, kept, language, overwrite }) => {
            let (asks, path) = (asked(praesto, queue, narrowed, kept)?, absolute(&path)?);
            show(&praesto.handle(ListOut { asks, path, overwrite, reason, language })?)
        }
        Verb::Case(CaseVerb::Access { case, everybody, offset, limit }) => {
            let case = case.map(|case| find(praesto, &case)).transpose()?;
            show(&praesto.handle(AccessGet { case, everybody, offset, limit })?)
        }
        Verb::Case(CaseVerb::Preview { case, file, page, part, width }) => {
            let view = praesto.handle(CaseGet { case: find(praesto, &case)? })?;
            let part = part.into_iter().map(|number| number.checked_sub(1)).collect::<Option<Vec<u32>>>();
            let part = part.ok_or_else(|| ApiError::new(ErrorCode::InvalidInput).with("field", "part"))?;
            let attachment = attachment(&view, &file)?;
            show(&praesto.handle(AttachmentPreview { case: view.id, attachment, version: None, part, page, width })?)
        }
        Verb::Case(CaseVerb::Edit { case, file, program }) => {
            let view = praesto.handle(CaseGet { case: find(praesto, &case)? })?;
            show(&edit(praesto, view.id, attachment(&view, &file)?, program)?)
        }
        Verb::Case(CaseVerb::Remove { case, reason }) => show(&praesto.handle(CaseRemove { case: find(praesto, &case)?, reason })?),
        Verb::Case(CaseVerb::Letter { case, letter, language, text, to }) => {
            letter_of(praesto, find(praesto, &case)?, letter, language, text.zip(to))
        }
        Verb::Case(CaseVerb::Scan { case, images, name, tone, askew, crop, keep }) => {
            let case = find(praesto, &case)?;
            let mut pages = Vec::new();
            for image in &images {
                let source = ScanSource::Outside { path: absolute(image)? };
                let of = |page| ScanPage { straighten: !askew, crop, ..ScanPage::of(source.clone(), page) };
                // A fax and a PDF have several.
                let seen = praesto.handle(ScanLook { case, page: of(1), tone, width: 100 })?;
                // One more than a file takes is enough to be refused.
                pages.extend((1..=seen.pages).map(of).take(SCAN_PAGES + 1));
            }
            let language = crate::words().language().code().to_owned();
            show(&praesto.handle(ScanMake { case, name, language, pages, tone, keep })?)
        }
        Verb::Case(CaseVerb::Restore { case }) => show(&praesto.handle(CaseRestore { case: find(praesto, &case)? })?),
        Verb::CaseType(verb) => case_type(praesto, verb),
        Verb::Today => show(&praesto.handle(TodayGet { limit: 200 })?),
        Verb::HandOver(verb) => hand_over(praesto, verb),
        Verb::Search { words } => show(&praesto.handle(Search { words: words.join(" "), limit: 50 })?),
        Verb::Verify => {
            let report = praesto.handle(Verify {})?;
            show(&report)?;
            if report.problems.is_empty() { Ok(()) } else { Err(ApiError::new(ErrorCode::ProfileDamaged)) }
        }
        Verb::Call { .. } | Verb::Status | Verb::Office(_) | Verb::Join { .. } => Err(ApiError::new(ErrorCode::Internal)),
    }
}

fn case_type(praesto: &Praesto, verb: CaseTypeVerb) -> Result<(), ApiError> {
    match verb {
        CaseTypeVerb::List => show(&praesto.handle(CaseTypeList {})?),
        CaseTypeVerb::Add { path } => judged(&praesto.handle(CaseTypeAdd { path: absolute(&path)?, only_check: false })?),
        CaseTypeVerb::Check { path } => judged(&praesto.handle(CaseTypeAdd { path: absolute(&path)?, only_check: true })?),
        CaseTypeVerb::Withdraw { id } => show(&praesto.handle(CaseTypeWithdraw { id, withdrawn: true })?),
        CaseTypeVerb::Restore { id } => show(&praesto.handle(CaseTypeWithdraw { id, withdrawn: false })?),
    }
}

/// Shows what came of a pack; one that is not sound ends the program as an error.
fn judged(added: &CaseTypeAdded) -> Result<(), ApiError> {
    show(added)?;
    match added {
        CaseTypeAdded::Added { .. } | CaseTypeAdded::Sound { .. } => Ok(()),
        CaseTypeAdded::Faulty { total, .. } => {
            Err(ApiError::new(ErrorCode::CaseTypeRefused).with("reason", "not_sound").with("count", total))
        }
    }
}

fn hand_over(praesto: &Praesto, verb: HandOverVerb) -> Result<(), ApiError> {
    let found = |cases: Vec<String>| cases.iter().map(|case| find(praesto, case)).collect::<Result<Vec<CaseId>, ApiError>>();
    match verb {
        HandOverVerb::Give { to, words, without_tasks, all, cases } => {
            let cases = if all { None } else { Some(found(cases)?) };
            let to = person(praesto, &to)?;
            told(&praesto.handle(HandOver { cases, to, words, tasks: !without_tasks, had: None, drafts: Vec::new() })?)
        }
        HandOverVerb::List => show(&praesto.handle(HandOversGet {})?),
        HandOverVerb::Take { cases } => {
            let acts = acts(praesto, found(cases)?)?;
            let each = acts.into_iter().map(|(act, cases)| praesto.handle(HandOverTake { act, cases }));
            told(&together(each)?)
        }
        HandOverVerb::Back { cases, words } => {
            let acts = acts(praesto, found(cases)?)?;
            let back = |(act, cases)| praesto.handle(HandOverGiveBack { act, cases, words: words.clone(), drafts: Vec::new() });
            told(&together(acts.into_iter().map(back))?)
        }
    }
}

/// An act, and which cases of it; none means all that wait.
type OfAct = (HandOverAct, Option<Vec<CaseId>>);

/// The acts by which these cases were handed over, each with its cases; all that wait where none is named.
fn acts(praesto: &Praesto, cases: Vec<CaseId>) -> Result<Vec<OfAct>, ApiError> {
    if cases.is_empty() {
        let waiting = praesto.handle(HandOversWaiting {})?;
        return Ok(waiting.into_iter().map(|one| (one.act, None)).collect());
    }
    let mut acts: Vec<OfAct> = Vec::new();
    for case in cases {
        let waits = praesto.handle(CaseGet { case })?.handed_over.filter(|waits| waits.mine);
        let act = waits.ok_or_else(|| ApiError::new(ErrorCode::NotFound))?.act;
        match acts.iter_mut().find(|(known, _)| *known == act) {
            Some((_, cases)) => cases.get_or_insert_default().push(case),
            None => acts.push((act, Some(vec![case]))),
        }
    }
    Ok(acts)
}

/// One answer for several acts.
fn together(each: impl Iterator<Item = Result<HandOverDone, ApiError>>) -> Result<HandOverDone, ApiError> {
    let mut all = HandOverDone::default();
    for one in each {
        let one = one?;
        all.done += one.done;
        all.left_total += one.left_total;
        all.left.extend(one.left);
        all.cancelled |= one.cancelled;
        all.stopped = all.stopped.or(one.stopped);
    }
    Ok(all)
}

/// Says what was done; what ended it before its end ends the program as an error.
fn told(done: &HandOverDone) -> Result<(), ApiError> {
    show(done)?;
    done.stopped.clone().map_or(Ok(()), Err)
}

/// A person by their id or their name; where two bear one name, only the id tells them apart.
fn person(praesto: &Praesto, named: &str) -> Result<PersonId, ApiError> {
    if let Ok(id) = named.parse() {
        return Ok(id);
    }
    let people = praesto.handle(PeopleList {})?;
    let mut found = people.into_iter().filter(|person| person.name == named);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one.id),
        _ => Err(ApiError::new(ErrorCode::InvalidInput).with("field", "to")),
    }
}

/// The list that somebody asks for, by its name or by what it holds.
fn asked(praesto: &Praesto, queue: Queue, narrowed: Narrowed, kept: Option<String>) -> Result<ListAsks, ApiError> {
    match kept {
        Some(name) => kept_list(praesto, &name),
        None => asks(praesto, queue, narrowed),
    }
}

/// The list that is kept under a name.
fn kept_list(praesto: &Praesto, name: &str) -> Result<ListAsks, ApiError> {
    let kept = praesto.handle(ListsGet {})?.kept.into_iter().find(|list| list.name == name);
    kept.map(|list| list.asks).ok_or_else(|| ApiError::new(ErrorCode::NotFound))
}

fn asks(praesto: &Praesto, queue: Queue, narrowed: Narrowed) -> Result<ListAsks, ApiError> {
    let Narrowed { sort, case_type, status, state, who, tag, due_within, unseen } = narrowed;
    let holder = match who.as_deref() {
        None => None,
        Some("nobody") => Some(Holder::Nobody),
        Some(name) => Some(Holder::Person { person: person(praesto, name)? }),
    };
    Ok(ListAsks { queue, sort, filter: ListFilter { case_type, status, state, holder, tag, due_within, unseen } })
}

/// Shows a letter as it is filled in; with its words and its address, signs it off.
fn letter_of(praesto: &Praesto, case: CaseId, letter: String, language: String, words: Option<(PathBuf, PathBuf)>) -> Result<(), ApiError> {
    let offers = praesto.handle(CaseGet { case })?.standing.map(|standing| standing.letters).unwrap_or_default();
    let of_it = || offers.iter().filter(|offer| offer.letter == letter);
    let decision = of_it().find(|offer| offer.refused.is_none()).or_else(|| of_it().next()).and_then(|offer| offer.decision);
    let draft = praesto.handle(LetterDraft { case, letter: letter.clone(), language: language.clone(), decision })?;
    let Some((text, to)) = words else { return show(&draft) };
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|_| unreadable(path));
    let decision = decision.zip(draft.fingerprint).map(|(decision, fingerprint)| SeenDecision { decision, fingerprint });
    let recipient = read(&to)?.lines().map(str::to_owned).collect();
    show(&praesto.handle(LetterMake {
        case,
        letter,
        language,
        decision,
        recipient,
        paragraphs: read_letter(&read(&text)?),
        drafts: Vec::new(),
    })?)
}

/// With a passphrase it opens the vault, else the keyring does.
fn key(passphrase: Option<SecretText>) -> KeyChoice {
    KeyChoice { policy: if passphrase.is_some() { KeyPolicy::Passphrase } else { KeyPolicy::Keyring }, passphrase }
}

fn import(praesto: &Praesto, from: ImportVerb) -> Result<(), ApiError> {
    let (source, dry_run) = match from {
        ImportVerb::Xdomea { path, dry_run } => (ImportSource::Xdomea { path: absolute(&path)? }, dry_run),
        ImportVerb::Folder { path, dry_run } => (ImportSource::Folder { path: absolute(&path)? }, dry_run),
        ImportVerb::Mail { paths, dry_run } => {
            (ImportSource::Mail { paths: paths.iter().map(|path| absolute(path)).collect::<Result<_, _>>()? }, dry_run)
        }
        ImportVerb::Csv { path, map, dry_run } => {
            let mapping = match map {
                Some(map) => mapping(&map)?,
                None => BTreeMap::new(),
            };
            (ImportSource::Csv { path: absolute(&path)?, mapping }, dry_run)
        }
    };
    let report = if dry_run { praesto.handle(ImportPlan { source })? } else { praesto.handle(ImportRun { source })? };
    show(&report)?;
    report.stopped.map_or(Ok(()), Err)
}

fn absolute(path: &Path) -> Result<String, ApiError> {
    let path: PathBuf = std::path::absolute(path).map_err(|_| unreadable(path))?;
    Ok(path.to_string_lossy().into_owned())
}

fn mapping(path: &Path) -> Result<BTreeMap<String, ColumnTarget>, ApiError> {
    let text = std::fs::read_to_string(path).map_err(|_| unreadable(path))?;
    serde_json::from_str(&text).map_err(|error| ApiError::new(ErrorCode::InvalidInput).with("field", error))
}

fn unreadable(path: &Path) -> ApiError {
    ApiError::new(ErrorCode::FileUnreadable).with("path", path.display())
}

/// A file of a case by its name, or by its place. A name counts first: there are files that are called 1.
fn attachment(view: &CaseView, wanted: &str) -> Result<AttachmentId, ApiError> {
    let named = view.attachments.iter().find(|one| one.name == wanted);
    let placed = || wanted.parse::<usize>().ok().and_then(|place| view.attachments.get(place.checked_sub(1)?));
    named.or_else(placed).map(|one| one.id).ok_or(ApiError::new(ErrorCode::NotFound))
}

/// A case by its id or its reference.
fn find(praesto: &Praesto, case: &str) -> Result<CaseId, ApiError> {
    if let Ok(id) = case.parse() {
        return Ok(id);
    }
    let found = praesto.handle(Search { words: case.to_owned(), limit: 50 })?;
    let row = found.rows.into_iter().find(|row| row.reference == case);
    row.map(|row| row.id).ok_or_else(|| ApiError::new(ErrorCode::NotFound))
}

fn show(value: &impl Serialize) -> Result<(), ApiError> {
    print(&to_json(value)?);
    Ok(())
}

fn to_json(value: &impl Serialize) -> Result<Value, ApiError> {
    serde_json::to_value(value).map_err(|_| ApiError::new(ErrorCode::Internal))
}
