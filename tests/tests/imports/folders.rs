//! Folders: whose documents they are decides which case a folder is, and every document goes in or is named.

use praesto_app::Handle;
use praesto_contract::*;

use crate::{Office, refused};

#[test]
fn folders_of_one_name_with_other_documents_are_other_cases() {
    let office = Office::found(20_261_211);
    office.put("2023/Akten/Müller/application.txt", "of 2023");
    office.put("2024/Akten/Müller/application.txt", "of 2024");
    let first = office.run_as_planned(&office.folder("2023/Akten"));
    let second = office.run_as_planned(&office.folder("2024/Akten"));
    assert_eq!((first.new, second.new, second.already_here), (1, 1, 0), "2024 does not hide behind 2023");
    let ids = [office.made(&first, "Müller").id, office.made(&second, "Müller").id];
    assert_ne!(ids[0], ids[1]);
    for (name, case) in [("2023/Akten", ids[0]), ("2024/Akten", ids[1])] {
        let again = office.run_as_planned(&office.folder(name));
        assert_eq!((again.new, again.refused), (0, 0));
        assert_eq!(again.rows[0].fate, RowFate::AlreadyHere { case }, "each is found again as the case that it became");
    }
}

#[test]
fn a_form_that_two_folders_share_makes_them_no_single_case() {
    let office = Office::found(20_261_212);
    for year in ["2023", "2024"] {
        office.put(&format!("{year}/Müller/form.txt"), "the empty form");
        office.put(&format!("{year}/Müller/letter.txt"), year);
        office.put(&format!("{year}/Müller/answer.txt"), format!("answer of {year}"));
    }
    assert_eq!(office.run_as_planned(&office.folder("2023")).new, 1);
    assert_eq!(office.run_as_planned(&office.folder("2024")).new, 1);
}

#[test]
fn nothing_comes_twice_from_a_folder_that_was_moved_and_renamed() {
    let office = Office::found(20_261_213);
    office.put("stick/Akten/Hoti/a.txt", "a");
    office.put("stick/Akten/Hoti/deep/b.txt", "b");
    office.put("stick/Akten/loose.txt", "loose");
    assert_eq!(office.run_as_planned(&office.folder("stick/Akten")).new, 2);
    std::fs::rename(office.path("stick/Akten"), office.path("old files")).expect("the folder is moved");
    let again = office.run_as_planned(&office.folder("old files"));
    assert_eq!((again.new, again.already_here, again.refused), (0, 2, 0));
}

#[test]
fn a_document_that_came_later_is_named_until_it_is_in_the_case() {
    let office = Office::found(20_261_214);
    office.put("Akten/Hoti/a.txt", "a");
    office.put("Akten/Hoti/b.txt", "b");
    let case = office.made(&office.run_as_planned(&office.folder("Akten")), "Hoti").id;
    office.put("Akten/Hoti/later.txt", "later");
    office.put("Akten/Hoti/b.txt", "b, corrected");
    let again = office.run_as_planned(&office.folder("Akten"));
    assert_eq!((again.new, again.already_here), (0, 1));
    assert_eq!(refused(&again), [("Hoti/b.txt", "not-in-case"), ("Hoti/later.txt", "not-in-case")]);
    assert_eq!(office.case(case).attachments.len(), 2, "whether it belongs there is for a person to say");
    let paths = ["b.txt", "later.txt"].map(|name| office.path("Akten/Hoti").join(name).display().to_string()).to_vec();
    office.elira.handle(AttachmentAdd { case, paths, version_of: None }).expect("they are attached");
    assert_eq!(office.run_as_planned(&office.folder("Akten")).refused, 0);
}

#[test]
fn a_file_beyond_the_limit_is_refused_by_name_and_the_others_go_in() {
    let office = Office::found(20_261_215);
    office.put("Akten/Berg/plan.txt", "a plan");
    office.put("Akten/Hoti/a.txt", "a");
    office.put("Akten/Zaun/z.txt", "z");
    let film = std::fs::File::create(office.path("Akten/Hoti/film.bin")).expect("a file");
    // Sealed it is longer than the server takes.
    film.set_len(2 << 30).expect("a sparse file");
    let run = office.run_as_planned(&office.folder("Akten"));
    assert_eq!((run.new, refused(&run)), (2, vec![("Hoti/film.bin", "too-large")]));
    assert_eq!(office.sealed_files(), 2, "nothing stays of the case that was refused");
}

#[test]
fn a_case_with_too_many_documents_is_refused_in_the_plan_and_leaves_nothing_behind() {
    let office = Office::found(20_261_216);
    for number in 0..1001 {
        office.put(&format!("Akten/Many/{number}.txt"), number.to_string());
    }
    office.put("Akten/One/a.txt", "a");
    let run = office.run_as_planned(&office.folder("Akten"));
    assert_eq!((run.new, refused(&run)), (1, vec![("Many/", "beyond-entries")]));
    assert_eq!(office.sealed_files(), 1);
    let check = office.elira.handle(Verify {}).expect("a check");
    assert!(check.problems.is_empty(), "the vault and its files agree: {:?}", check.problems);
}

#[test]
#[cfg(unix)]
fn a_nasty_folder_goes_in_as_planned_and_everything_passed_over_is_named() {
    use std::os::unix::fs::symlink;
    let office = Office::found(20_261_217);
    office.put("Akten/Hoti/a.txt", "a");
    office.put("Akten/Hoti/.hidden", "h");
    office.put("Akten/Hoti/Thumbs.db", "t");
    office.put("elsewhere/secret.txt", "not in the folder");
    symlink(office.path("elsewhere/secret.txt"), office.path("Akten/Hoti/link.txt")).expect("a link");
    symlink(office.path("elsewhere"), office.path("Akten/linked")).expect("a link");
    let deep = (0..40).map(|n| n.to_string()).collect::<Vec<_>>().join("/");
    office.put(&format!("Akten/Deep/{deep}/far.txt"), "far");
    office.put("Akten/Deep/near.txt", "near");
    let long = format!("Long/{}/long.txt", [&*"n".repeat(180); 6].join("/"));
    office.put(&format!("Akten/{long}"), "long");
    rustix::fs::mknodat(rustix::fs::CWD, office.path("Akten/Hoti/pipe"), rustix::fs::FileType::Fifo, 0o600.into(), 0).expect("a pipe");
    let run = office.run_as_planned(&office.folder("Akten"));
    let mut named = refused(&run);
    named.sort_unstable();
    let below = (0..15).map(|n| n.to_string()).collect::<Vec<_>>().join("/");
    assert_eq!(
        named,
        [
            (format!("Deep/{below}/").as_str(), "too-deep"),
            ("Hoti/.hidden", "hidden-file"),
            ("Hoti/Thumbs.db", "system-file"),
            ("Hoti/link.txt", "symlink"),
            ("Hoti/pipe", "not-a-file"),
            (long.as_str(), "name-too-long"),
            ("linked", "symlink"),
        ]
    );
    assert_eq!(run.new, 2);
    assert_eq!(office.made(&run, "Hoti").attachments.len(), 1);
    let again = office.run_as_planned(&office.folder("Akten"));
    assert_eq!((again.new, again.already_here, again.refused), (0, 2, 7));
}

#[test]
fn a_file_of_another_kind_is_said_to_be_one_and_a_missing_folder_to_be_missing() {
    let office = Office::found(20_261_225);
    office.put("photo.png", [0x89, b'P', b'N', b'G']);
    let refused = |name: &str| office.elira.handle(ImportPlan { source: office.folder(name) }).expect_err("it is no folder");
    let photo = refused("photo.png");
    assert_eq!(photo.code, ErrorCode::FileRefused);
    assert_eq!(photo.args.get("reason").map(String::as_str), Some("no-source"));
    assert_eq!(refused("nowhere").code, ErrorCode::FileUnreadable);
}
