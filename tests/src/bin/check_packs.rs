//! Says of every pack of a folder whether it is sound, and if not, everything that is wrong with it. `cargo xtask check-packs` runs it.

use std::{env, path::PathBuf, process::ExitCode};

use praesto_app::case_types::read_packs;

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("check_packs FOLDER");
        return ExitCode::FAILURE;
    };
    let packs = match read_packs(&folder) {
        Ok(packs) => packs,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            return ExitCode::FAILURE;
        }
    };
    let mut faults = packs.calendar_faults.len();
    for fault in &packs.calendar_faults {
        println!("{fault}");
    }
    for (id, pack) in &packs.types {
        match pack {
            Ok(pack) => {
                let (case_type, words) = (&pack.case_type, pack.words.len());
                let (fields, states) = (case_type.form().fields().len(), case_type.states().len());
                println!("{id}: sound, {fields} fields, {states} states, {words} languages");
            }
            Err(wrong) => {
                faults += wrong.len();
                for fault in wrong {
                    println!("{id}/{fault}");
                }
            }
        }
    }
    if packs.types.is_empty() {
        println!("{}: no pack is here", folder.display());
        return ExitCode::FAILURE;
    }
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
