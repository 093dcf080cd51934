//! A case leaves whole, readable without Praesto, and not without its reason; a list leaves as a table that no program takes for formulas.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use age::secrecy::ExposeSecret;
use praesto_app::Handle;
use praesto_contract::*;
use praesto_crypto::Hash;
use praesto_preview::{Ask, Seen, Shown, Want, see};
use praesto_protocol::Kind;
use praesto_tests::forger::{forge_record, versions_in};
use praesto_tests::world::{
    Device, World, attach, create, edit, found_alone, get, office, pair, remark, settle, sync, while_shut, with_a_case, with_a_file,
};
use uuid::Uuid;

const HOSTILE: &str = "</title><script>alert(1)</script><img src=x onerror=alert(2)>=cmd|' /C calc'!A0";

fn take_out(device: &Device, case: CaseId, form: OutForm, path: &Path) -> Result<WentOut, ApiError> {
    let path = path.display().to_string();
    device.handle(CaseOut { case, form, path, reason: "Asked for by the court".to_owned(), language: "de".to_owned(), leave_out: false })
}

/// Takes a case out without the files that cannot go along.
fn without_files(device: &Device, case: CaseId, path: &Path) -> Result<WentOut, ApiError> {
    let (path, reason, language) = (path.display().to_string(), "Asked for".to_owned(), "en".to_owned());
    device.handle(CaseOut { case, form: folder(), path, reason, language, leave_out: true })
}

fn folder() -> OutForm {
    OutForm::Folder { name: "the court".to_owned() }
}

/// Every file below a folder by its path.
fn all_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut ahead = vec![folder.to_owned()];
    while let Some(next) = ahead.pop() {
        for entry in std::fs::read_dir(&next).expect("a folder").flatten() {
            if entry.path().is_dir() {
                ahead.push(entry.path());
            } else {
                let name = entry.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned();
                files.insert(name, std::fs::read(entry.path()).expect("a file"));
            }
        }
    }
    files
}

/// What a reader of HTML sees on a page, however it breaks its lines.
fn seen(page: &[u8]) -> String {
    let ask = Ask { name: "index.html".to_owned(), part: Vec::new(), want: Want::Look { page: 1, width: 1000 } };
    match see(page.to_vec(), &ask).expect("a page of HTML") {
        Seen::Look(look, _) => match look.shown {
            Shown::Text { text } => text.split_whitespace().collect::<Vec<_>>().join(" "),
            other => panic!("a page is text: {other:?}"),
        },
        Seen::Bytes(..) | Seen::Sheet(..) => panic!("a look was asked for"),
    }
}

fn exported(device: &Device, case: CaseId) -> Vec<AccessRow> {
    let page = device.handle(AccessGet { case: Some(case), limit: 200, ..AccessGet::default() }).expect("the log");
    page.rows.into_iter().filter(|row| row.kind == AccessKind::Exported).collect()
}

/// The sums of the manifest are those of the files, and every file but the manifest is in it.
fn sums_hold(files: &BTreeMap<String, Vec<u8>>) {
    let text = String::from_utf8(files["manifest-sha256.txt"].clone()).expect("text");
    let named: BTreeMap<&str, &str> =
        text.lines().map(|line| line.split_once("  ").expect("sum and name")).map(|(sum, name)| (name, sum)).collect();
    assert_eq!(named.len() + 1, files.len(), "{named:?}");
    for (name, sum) in named {
        assert_eq!(Hash::of(&files[name]).to_string(), sum, "{name}");
    }
}

#[test]
fn a_case_is_a_folder_that_any_browser_reads() {
    let world = World::new(3420);
    let ([ana, bojan], case) = with_a_file(&world, "the words of the file");
    let changes = vec![
        CaseChange::SetTitle { title: HOSTILE.to_owned() },
        remark(1),
        CaseChange::AddParty {
            id: PartyId(Uuid::from_u128(5)),
            name: "Ќосев <b>".to_owned(),
            role: "applicant".to_owned(),
            contact: String::new(),
        },
        CaseChange::AddTask { id: TaskId(Uuid::from_u128(6)), text: "Ask the river board".to_owned(), due: None, assignee: None },
    ];
    edit(&ana, case, changes);
    attach(&world, &ana, case, "second & last.txt", "more words");
    settle(&[&ana, &bojan]);
    let file = get(&ana, case).attachments[0].id;
    ana.handle(FileEdit { case, attachment: file, version: None, start: false }).expect("a copy is out");
    ana.handle(FilePutBack { copy: None }).expect("and back");
    world.set_online(false);
    let newer = world.scratch("newer.txt");
    std::fs::write(&newer, "newer words").expect("a file");
    ana.handle(AttachmentAdd { case, paths: vec![newer.display().to_string()], version_of: Some(file) }).expect("a version");
    let path = world.scratch("out");
    let went = take_out(&ana, case, folder(), &path).expect("it leaves, without a network");
    assert_eq!(went.count, 3);
    let files = all_below(&path);
    sums_hold(&files);
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["files/001 letter.txt", "files/001-01 letter.txt", "files/002 second & last.txt", "index.html", "manifest-sha256.txt"]
    );
    assert_eq!(files["files/001 letter.txt"], b"newer words");
    assert_eq!(files["files/001-01 letter.txt"], b"the words of the file");
    let page = String::from_utf8(files["index.html"].clone()).expect("UTF-8");
    for never in ["<script", "<img", "onerror=alert(2)>", "http://", "https://"] {
        assert!(!page.contains(never), "{never}");
    }
    assert!(page.contains("<html lang=\"de\">") && page.contains("default-src 'none'"));
    let text = seen(page.as_bytes());
    for words in ["<script>alert(1)</script>", "remark 1", "Asked for by the court"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    for words in ["Ќосев &lt;b&gt;", "Ask the river board", "href=\"files/002%20second%20%26%20last.txt\"", "Laptop of Ana"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    assert!(page.contains("in einem anderen Programm geöffnet") && !page.contains("außerhalb von Praesto gespeichert"), "{page}");
    let rows = exported(&ana, case);
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].name.as_str(), rows[0].reason.as_str()), ("the court", "Asked for by the court"));
}

#[test]
fn both_values_of_a_conflict_leave() {
    let world = World::new(3421);
    let ([ana, bojan], case) = with_a_case(&world, "Bridge");
    let field = |value: &str| vec![CaseChange::SetField { field: "river".to_owned(), value: FieldValue::Text(value.to_owned()) }];
    edit(&ana, case, field("Radika"));
    edit(&bojan, case, field("Drim"));
    settle(&[&ana, &bojan]);
    assert_eq!(get(&ana, case).conflicts.len(), 1);
    let path = world.scratch("out");
    take_out(&ana, case, folder(), &path).expect("it leaves");
    let text = std::fs::read_to_string(path.join("index.html")).expect("the page");
    assert!(text.contains("Radika") && text.contains("Drim") && text.contains("Бојан"), "{text}");
}

#[test]
fn a_sealed_file_opens_with_the_age_program_for_its_recipient_alone() {
    let world = World::new(3422);
    let ([ana, _], case) = with_a_file(&world, "the words of the file");
    let (court, other) = (age::x25519::Identity::generate(), age::x25519::Identity::generate());
    let list = world.scratch("keys.txt");
    std::fs::write(&list, format!("# the court\n{}\n", court.to_public())).expect("a list of keys");
    let sealed = |file: bool| OutForm::Sealed {
        name: "the court".to_owned(),
        recipients: if file { Vec::new() } else { vec![court.to_public().to_string()] },
        recipients_file: file.then(|| list.display().to_string()),
    };
    for (number, form) in [sealed(false), sealed(true)].into_iter().enumerate() {
        let path = world.scratch(&format!("case-{number}.age"));
        take_out(&ana, case, form, &path).expect("it leaves");
        let open = |identity: &age::x25519::Identity| {
            let key = world.scratch("identity");
            std::fs::write(&key, identity.to_string().expose_secret()).expect("an identity");
            Command::new("age").arg("-d").arg("-i").arg(&key).arg(&path).output().expect("`cargo xtask test` installs the program `age`")
        };
        assert!(!open(&other).status.success(), "nobody else opens it");
        let said = open(&court);
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(said.stdout)).expect("a ZIP");
        let mut files = BTreeMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("a file");
            let name = file.enclosed_name().expect("a path that stays below").to_string_lossy().into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("readable");
            let (_, name) = name.split_once('/').expect("all in one folder");
            files.insert(name.to_owned(), bytes);
        }
        sums_hold(&files);
        assert_eq!(files["files/001 letter.txt"], b"the words of the file");
    }
    assert_eq!(exported(&ana, case).len(), 2);
    let keyless = OutForm::Sealed { name: "the court".to_owned(), recipients: vec!["age1nothing".to_owned()], recipients_file: None };
    let path = world.scratch("never.age");
    assert_eq!(take_out(&ana, case, keyless, &path).expect_err("no key").code, ErrorCode::InvalidInput);
    assert!(!path.exists());
}

#[test]
fn what_is_not_here_is_fetched_first_or_named_as_left_out() {
    let world = World::new(3423);
    let ([_, bojan], case) = with_a_file(&world, "the words of the file");
    let plan = bojan.handle(CaseOutPlan { case }).expect("a plan");
    let path = world.scratch("out");
    if plan.missing.is_empty() {
        panic!("the file was not fetched here: {plan:?}");
    }
    assert_eq!(take_out(&bojan, case, folder(), &path).expect_err("a file is missing").code, ErrorCode::AttachmentNotHere);
    assert!(!path.exists() && exported(&bojan, case).is_empty(), "nothing left, and nothing says that it did");
    assert_eq!(without_files(&bojan, case, &path).expect("without it").count, 0);
    let page = std::fs::read_to_string(path.join("index.html")).expect("the page");
    assert!(page.contains("letter.txt (left out)") && page.contains("One file was not on that computer"), "{page}");
}

#[test]
fn a_file_that_its_author_says_something_untrue_of_does_not_keep_the_case_from_leaving() {
    let world = World::new(3427);
    let ([ana, bojan], honest) = with_a_file(&world, "the words of the file");
    let case = create(&bojan, "A trap");
    sync(&bojan);
    while_shut(&bojan, || {
        let mut version = versions_in(&world, "Бојан", honest).remove(0);
        version.content_hash = "0".repeat(64);
        let add = CaseChange::AddAttachment { id: AttachmentId(Uuid::from_u128(0xbad)), name: "untrue.txt".to_owned(), version };
        forge_record(&world, "Бојан", case, Kind::Change, &[add]);
    });
    settle(&[&ana, &bojan]);
    attach(&world, &ana, case, "true.txt", "true words");
    let path = world.scratch("out");
    assert_eq!(take_out(&ana, case, folder(), &path).expect_err("one file is not what it is said to be").code, ErrorCode::AttachmentUnfit);
    assert!(!path.exists() && exported(&ana, case).is_empty());
    assert_eq!(without_files(&ana, case, &path).expect("without it").count, 1);
    let files = all_below(&path);
    sums_hold(&files);
    assert_eq!(files["files/002 true.txt"], b"true words");
    assert!(String::from_utf8_lossy(&files["index.html"]).contains("untrue.txt (left out)"));
}

#[test]
fn nothing_is_written_over_and_a_removed_case_stays() {
    let world = World::new(3424);
    let people = office(&world, &["Ana"]);
    let case = create(&people[0], "Bridge");
    let path = world.scratch("out");
    std::fs::create_dir(&path).expect("a folder that is there");
    assert_eq!(take_out(&people[0], case, folder(), &path).expect_err("it is there").code, ErrorCode::FileExists);
    assert_eq!(std::fs::read_dir(&path).expect("the folder").count(), 0);
    let unsaid = CaseOut {
        case,
        form: folder(),
        path: world.scratch("unsaid").display().to_string(),
        reason: "  ".to_owned(),
        language: "en".to_owned(),
        leave_out: false,
    };
    assert_eq!(people[0].handle(unsaid).expect_err("no reason").code, ErrorCode::InvalidInput);
    people[0].handle(CaseRemove { case, reason: "twice here".to_owned() }).expect("removed");
    assert_eq!(take_out(&people[0], case, folder(), &world.scratch("gone")).expect_err("removed").code, ErrorCode::CaseRemoved);
    let left = std::fs::read_dir(world.scratch("")).expect("the world").flatten();
    let parts: Vec<_> = left.map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(|name| name.contains(".part")).collect();
    assert!(parts.is_empty() && exported(&people[0], case).is_empty(), "{parts:?}");
}

#[test]
fn a_list_is_a_table_without_formulas() {
    let world = World::new(3425);
    let ana = found_alone(&world, "Ana");
    for number in 0..30 {
        create(&ana, &format!("Case {number}"));
    }
    create(&ana, "=HYPERLINK(\"x\")");
    create(&ana, "Ќосев; \"the\" bridge");
    let path = world.scratch("list.csv");
    let asks = ListAsks { queue: Queue::Team, sort: CaseSort::Title, filter: ListFilter::default() };
    let out = |language: &str, overwrite: bool| {
        let (asks, path, reason) = (asks.clone(), path.display().to_string(), "Yearly report".to_owned());
        ana.handle(ListOut { asks, path, overwrite, reason, language: language.to_owned() })
    };
    assert_eq!(out("mk", false).expect("saved").count, 32);
    let bytes = std::fs::read(&path).expect("the table");
    assert!(bytes.starts_with(b"\xEF\xBB\xBF"), "spreadsheet programs read it as UTF-8");
    let table = praesto_formats::csv::CsvTable::read(&bytes).expect("a table");
    assert_eq!((table.delimiter, table.columns.len(), table.rows.len()), (';', 7, 32));
    let titles: Vec<_> = table.rows.iter().map(|row| row.cells[1].as_str()).collect();
    assert!(titles.contains(&"'=HYPERLINK(\"x\")") && titles.contains(&"Ќосев; \"the\" bridge"), "{titles:?}");
    assert_eq!(out("en", false).expect_err("it is there").code, ErrorCode::FileExists);
    out("en", true).expect("somebody agreed");
    let left = ana.handle(AccessGet { limit: 10, ..AccessGet::default() }).expect("the log").rows;
    assert_eq!(left.iter().map(|row| (row.kind, row.reason.as_str())).collect::<Vec<_>>(), [(AccessKind::Listed, "Yearly report"); 2]);
}

#[test]
fn that_a_list_left_is_known_to_the_office() {
    let world = World::new(3426);
    let [ana, bojan] = pair(&world);
    let path = world.scratch("list.csv").display().to_string();
    let (reason, language) = ("Yearly report".to_owned(), "en".to_owned());
    ana.handle(ListOut { asks: ListAsks::default(), path, overwrite: false, reason, language }).expect("saved");
    world.pass(61 * 60 * 1000);
    sync(&ana);
    sync(&bojan);
    let status = bojan.handle(SyncStatusGet {}).expect("status");
    assert_eq!(status.set_aside, 0, "a line of no case is taken in");
    let left = |everybody: bool| bojan.handle(AccessGet { everybody, limit: 10, ..AccessGet::default() }).expect("the log");
    assert_eq!(left(false).total, 0, "it did not leave there");
    let seen = left(true);
    assert_eq!((seen.total, seen.rows[0].by.name.as_str(), seen.rows[0].reason.as_str()), (1, "Ana", "Yearly report"));
}
