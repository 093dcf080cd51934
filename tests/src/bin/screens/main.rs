//! Draws the screens and dialogs of the real window into a folder: light, dark, with more contrast, and at 200 %.

mod areas;
mod case;
mod files;
mod pen;
mod start;

use std::{env, fs, path::PathBuf};

use praesto_tests::{Stage, forge_a_summary, hand_over, setting};

use pen::Pen;

fn main() {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: screens FOLDER [LANGUAGE]");
        std::process::exit(2);
    };
    fs::create_dir_all(&folder).expect("the folder for the pictures can be made");
    let language = env::args().nth(2);
    let stage = Stage::set("screens");
    let mut server = setting::furnish(&stage);
    let newcomers = setting::asks_in(&stage, &mut server);
    let (usual, large) = match &language {
        None => (
            [("light", ""), ("dark", "pf-v6-theme-dark"), ("contrast", "px-contrast")]
                .map(|(name, classes)| (name.to_owned(), classes))
                .to_vec(),
            vec![("200".to_owned(), "")],
        ),
        // Whether the words of another language fit is seen in the light, enlarged and not.
        Some(language) => (vec![(format!("{language}-1"), "")], vec![(format!("{language}-2"), "")]),
    };
    let pens = [(100, &usual), (200, &large)].map(|(size, looks)| Pen {
        stage: &stage,
        folder: &folder,
        language: language.as_deref(),
        size,
        looks,
    });
    for pen in &pens {
        start::the_ways(pen);
        start::the_wait(pen, newcomers.waits);
    }
    setting::lets_in(&stage, newcomers.waits);
    for pen in &pens {
        start::a_used_invitation(pen, newcomers.comes_late);
        areas::an_office_alone(pen);
        areas::an_office_at_a_wrong_address(pen);
        an_office(pen);
    }
    // From the first copy on, nothing warns of them any more.
    pens.iter().for_each(files::a_copy_elsewhere);
    pens.iter().for_each(files::a_copy_after_a_kill);
    hand_over(&stage);
    pens.iter().for_each(case::what_is_handed_over);
    forge_a_summary(&stage);
    pens.iter().for_each(areas::something_untrue);
    setting::takes_in_many(&stage);
    stage.meet(&["full"]);
    setting::removes_many(&stage);
    pens.iter().for_each(case::many_removals);
    pens.iter().for_each(areas::what_takes_its_time);
    server.process().kill();
    pens.iter().for_each(areas::without_the_server);
}

/// The furnished office, in one window.
fn an_office(pen: &Pen<'_>) {
    let window = pen.opens("full");
    window.find("#unlock-passphrase");
    pen.draws(&window, "unlock");
    pen::unlocks(&window);
    areas::today(pen, &window);
    case::the_list(pen, &window);
    case::over_everything(pen, &window);
    case::the_tabs(pen, &window);
    case::the_dialogs(pen, &window);
    files::of_a_child(pen, &window);
    case::a_draft_beside_a_newer_title(pen, &window);
    case::what_is_special(pen, &window);
    files::of_a_playground(pen, &window);
    areas::an_import(pen, &window);
    areas::the_office(pen, &window);
    areas::this_computer(pen, &window);
}
