//! Documents made to harm, as whoever works meets them: attached to a case and looked at. Each is shown or refused by name; none of them calls anybody,
//! starts anything or ends the program, whole or spoiled.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::traps::{self, Trap};
use praesto_tests::world::{Device, World, create, found_alone};
use praesto_tests::{Bait, Watch};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const SEED: u64 = 20_261_123;
/// Spoiled copies of each.
const SPOILED: usize = 6;
/// How long anybody waits for one document.
const WITHIN: Duration = Duration::from_secs(30);

/// Somebody at work, with nobody around: no server, and no reason to speak with anybody.
struct Desk {
    world: Arc<World>,
    device: Device,
    bait: Bait,
    watch: Watch,
}

impl Desk {
    fn set(seed: u64) -> Self {
        let world = World::new(seed);
        let device = found_alone(&world, "Ana");
        Self { world, device, bait: Bait::laid(), watch: Watch::over_processes(&[std::process::id()]) }
    }

    /// Attaches a document to a case of its own and looks at its first page.
    fn looks_at(&self, name: &str, bytes: &[u8]) -> Result<PreviewView, ApiError> {
        let case = create(&self.device, name);
        let file = self.world.scratch(name);
        fs::write(&file, bytes).expect("a file to attach");
        let paths = vec![file.to_string_lossy().into_owned()];
        let attachment =
            self.device.handle(AttachmentAdd { case, paths, version_of: None }).expect("any file can be attached").attachments[0].id;
        let begun = Instant::now();
        let seen = self.device.handle(AttachmentPreview { case, attachment, version: None, part: Vec::new(), page: 1, width: 400 });
        assert!(begun.elapsed() < WITHIN, "{name} took {:?}", begun.elapsed());
        seen
    }

    /// Asserts that a good document is shown as ever, and that nobody was called.
    fn is_well(&self, after: &str) {
        let (name, bytes) = traps::harmless();
        let shown = self.looks_at(name, &bytes).unwrap_or_else(|error| panic!("after {after}: {error:?}"));
        assert!(says(&shown).contains("All is well"), "after {after}: {shown:?}");
        assert!(!self.bait.is_taken(), "{after} called");
        assert!(self.watch.seen().is_empty(), "{after} spoke with {:?}", self.watch.seen());
    }
}

/// The words of what is shown; of a picture its size.
fn says(view: &PreviewView) -> String {
    match &view.shown {
        PreviewShown::Page { text, picture } => format!("{text} {} × {}", picture.width, picture.height),
        PreviewShown::Picture { picture, .. } => format!("{} × {}", picture.width, picture.height),
        PreviewShown::Text { text } => text.clone(),
        PreviewShown::Document { blocks } => {
            let block = |block: &PreviewBlock| match block {
                PreviewBlock::Heading { text } | PreviewBlock::Paragraph { text } => text.clone(),
                PreviewBlock::Table { rows } => rows.concat().join(" "),
            };
            blocks.iter().map(block).collect::<Vec<_>>().join("\n")
        }
        PreviewShown::Mail { mail } => format!("{}\n{}", mail.subject, mail.text),
    }
}

/// Whether an answer is one: something that is shown, or a refusal with its reason.
fn is_an_answer(answer: &Result<PreviewView, ApiError>) -> bool {
    match answer {
        Ok(view) => view.pages > 0,
        Err(error) => error.code == ErrorCode::CannotShow && error.args.get("reason").is_some_and(|reason| !reason.is_empty()),
    }
}

#[test]
fn a_document_that_calls_for_something_is_read_and_its_call_is_not_made() {
    let desk = Desk::set(SEED);
    // One address would answer, the other would have to be asked for by its name.
    for address in [desk.bait.address(), "http://unheard-of.invalid".to_owned()] {
        for (name, bytes) in traps::that_call(&address) {
            let answer = desk.looks_at(name, &bytes);
            assert!(is_an_answer(&answer), "{name}: {answer:?}");
            // A picture that is text is none that is drawn; whatever else there is has words, and they are shown.
            if let Ok(view) = &answer {
                let readable = view.media_type != "application/pdf" || name == "acts.pdf";
                assert!(!readable || says(view).contains("Dear office"), "{name}: {view:?}");
            }
            desk.is_well(name);
        }
    }
}

#[test]
fn a_document_that_bursts_is_a_file_that_is_not_shown_and_the_next_one_is() {
    let desk = Desk::set(SEED + 1);
    for (name, bytes) in traps::that_burst() {
        let answer = desk.looks_at(name, &bytes);
        assert!(is_an_answer(&answer), "{name}: {answer:?}");
        if name.starts_with("bomb") {
            assert!(answer.is_err(), "{name} is not unpacked: {answer:?}");
        }
        if name.starts_with("laughs") {
            assert!(answer.is_err() || says(answer.as_ref().expect("it is")).len() < 100_000, "{name} multiplies nothing");
        }
        desk.is_well(name);
    }
}

#[test]
fn a_mail_in_a_hundred_mails_is_opened_as_deep_as_anybody_goes() {
    let desk = Desk::set(SEED + 2);
    let (name, bytes) = traps::that_burst().into_iter().find(|(name, _)| *name == "deep.eml").expect("it is one of them");
    desk.looks_at(name, &bytes).expect("its outermost mail is shown");
    let case = create(&desk.device, "Deep");
    let paths = vec![desk.world.scratch(name).to_string_lossy().into_owned()];
    let attachment = desk.device.handle(AttachmentAdd { case, paths, version_of: None }).expect("attached").attachments[0].id;
    let mut depth = 0;
    let refused = loop {
        let part = vec![0; depth];
        match desk.device.handle(AttachmentPreview { case, attachment, version: None, part, page: 1, width: 400 }) {
            Ok(_) => depth += 1,
            Err(error) => break error,
        }
        assert!(depth < 100, "somewhere it ends");
    };
    assert!(depth > 0 && refused.code == ErrorCode::CannotShow, "at {depth}: {refused:?}");
    desk.is_well(name);
}

#[test]
fn spoiled_traps_are_answered_too() {
    println!("seed {}", SEED + 3);
    let desk = Desk::set(SEED + 3);
    let mut rng = ChaCha8Rng::seed_from_u64(SEED + 3);
    let all: Vec<Trap> = traps::that_call(&desk.bait.address()).into_iter().chain(traps::that_burst()).collect();
    for (name, whole) in &all {
        for copy in 0..SPOILED {
            let bytes = spoiled(&mut rng, whole);
            let answer = desk.looks_at(name, &bytes);
            assert!(is_an_answer(&answer), "copy {copy} of {name}: {answer:?}");
        }
    }
    desk.is_well("all of them");
}

/// The same document with a few of its bytes turned, a piece of it gone, or one of its pieces twice.
fn spoiled(rng: &mut ChaCha8Rng, whole: &[u8]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let from = rng.random_range(0..bytes.len());
    let to = (from + rng.random_range(1..200)).min(bytes.len());
    match rng.random_range(0..4) {
        0 => bytes.truncate(from),
        1 => drop(bytes.drain(from..to)),
        2 => {
            let piece = bytes[from..to].to_vec();
            bytes.splice(from..from, piece);
        }
        _ => {
            for _ in 0..8 {
                let at = rng.random_range(0..bytes.len());
                bytes[at] ^= 1 << rng.random_range(0..8_u32);
            }
        }
    }
    bytes
}
