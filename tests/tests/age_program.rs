//! Files of cases are age files: the program `age` opens them as they lie in a vault, with the identity of their epoch and with no other.

use std::path::Path;
use std::process::{Command, Output};

use praesto_protocol::DocumentId;
use praesto_tests::forger::versions_in;
use praesto_tests::world::{World, fetch, open_vault, sealed_file, while_shut, with_a_file};

fn age(identity: &Path, sealed: &Path) -> Output {
    Command::new("age").arg("-d").arg("-i").arg(identity).arg(sealed).output().expect("`cargo xtask test` installs the program `age`")
}

#[test]
fn the_age_program_opens_a_file_of_a_case_as_it_lies_in_the_vault() {
    // More than three of age's chunks of 64 KiB, the last one not full.
    let text: String = (0..20_000).map(|line| format!("{line} Ќосев, Çlirim\n")).collect();
    let world = World::new(920);
    let ([ana, bojan], case) = with_a_file(&world, &text);
    fetch(&bojan, case).expect("the file comes");
    // On the computer that sealed it, and on one that fetched it.
    for (name, device) in [("Ana", &ana), ("Бојан", &bojan)] {
        let (versions, epochs) = while_shut(device, || {
            let versions = versions_in(&world, name, case);
            let epochs = open_vault(&world, name).read(|view| {
                let space = view.document(DocumentId(case.0))?.expect("the case is here").space;
                view.all_epoch_keys(space)
            });
            (versions, epochs.expect("readable"))
        });
        let [version] = &versions[..] else { panic!("one version: {versions:?}") };
        let sealed = sealed_file(&world, name);
        assert_eq!(sealed.file_name().and_then(|name| name.to_str()), Some(version.sealed_hash.as_str()), "it lies under its hash");
        assert!(epochs.len() > 1, "a colleague who is let in brings new keys");
        assert!(epochs.iter().any(|keys| keys.epoch == version.epoch), "the keys of its epoch are here");
        for keys in &epochs {
            let identity = world.scratch("identity");
            std::fs::write(&identity, keys.attachments.expose_text().as_slice()).expect("an identity for age");
            let said = age(&identity, &sealed);
            let expected = if keys.epoch == version.epoch { text.as_bytes() } else { &[] };
            let err = String::from_utf8_lossy(&said.stderr);
            assert!(said.stdout == expected, "{name}, a file of epoch {} with the identity of {}: {err}", version.epoch, keys.epoch);
            assert_eq!(said.status.success(), keys.epoch == version.epoch, "{err}");
        }
    }
}
