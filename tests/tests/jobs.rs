//! What somebody waits for says how far it is, and whoever stops it gets none of it.

use std::fs::File;
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, World, found_alone, with_a_case};

const BYTES: u64 = 128 << 20;
const CASES: u64 = 400;
const PATIENCE: Duration = Duration::from_secs(60);

/// Begins something, stops it once it has said that it is under way, and gives what came of it.
fn stopped<T: Send>(
    world: &World,
    device: &Device,
    job: Job,
    begin: impl FnOnce(&Device) -> Result<T, ApiError> + Send,
) -> Result<T, ApiError> {
    world.take_heard("Ana");
    scope(|scope| {
        let run = scope.spawn(|| begin(device));
        let begun = Instant::now();
        let moved = |event: &AppEvent| matches!(event, AppEvent::Job { job: of, done: 1.., .. } if *of == job);
        while !world.take_heard("Ana").iter().any(moved) {
            assert!(begun.elapsed() < PATIENCE && !run.is_finished(), "it says how far it is");
            sleep(Duration::from_millis(1));
        }
        device.handle(JobStop { job }).expect("stopped");
        run.join().expect("it ends")
    })
}

#[test]
fn a_case_that_somebody_stops_taking_out_has_not_left() {
    let world = World::new(4_201);
    let ([ana, _], case) = with_a_case(&world, "Bridge");
    let large = world.scratch("film.bin");
    File::create(&large).and_then(|file| file.set_len(BYTES)).expect("a large file");
    ana.handle(AttachmentAdd { case, paths: vec![large.display().to_string()], version_of: None }).expect("attached");
    let folder = world.scratch("out");
    std::fs::create_dir(&folder).expect("a folder");
    let logged = |device: &Device| {
        let page = device.handle(AccessGet { case: Some(case), limit: 200, ..AccessGet::default() }).expect("the log");
        page.rows.iter().filter(|row| row.kind == AccessKind::Exported).count()
    };
    let take = |path: String, form: OutForm, leave_out: bool| CaseOut {
        case,
        form,
        path,
        reason: "Asked for by the court".to_owned(),
        language: "en".to_owned(),
        leave_out,
    };
    let open = OutForm::Folder { name: "the court".to_owned() };
    let key = age::x25519::Identity::generate().to_public().to_string();
    let sealed = OutForm::Sealed { name: "the court".to_owned(), recipients: vec![key], recipients_file: None };
    for (name, form, leave_out) in [("case", &open, false), ("again", &open, true), ("case.age", &sealed, false)] {
        let path = folder.join(name).display().to_string();
        let answer = stopped(&world, &ana, Job::Out, |ana| ana.handle(take(path, form.clone(), leave_out)));
        assert_eq!(answer.expect_err("it was stopped").code, ErrorCode::Stopped, "{name}");
        assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 0, "{name}: nothing of it lies there");
        assert_eq!(logged(&ana), 0, "{name}: and nothing says that it left");
    }
    // What was stopped before stops nothing that begins afterwards.
    let path = folder.join("case").display().to_string();
    assert_eq!(ana.handle(take(path, open, false)).expect("it leaves").count, 1);
    assert_eq!(logged(&ana), 1);
}

#[test]
fn a_check_of_everything_says_how_far_it_is_and_can_be_stopped() {
    let world = World::new(4_202);
    let ana = found_alone(&world, "Ana");
    let table = world.scratch("cases.csv");
    let rows: String = (0..CASES).map(|number| format!("Case {number}\n")).collect();
    std::fs::write(&table, format!("Title\n{rows}")).expect("a table");
    let source = ImportSource::Csv { path: table.display().to_string(), mapping: Default::default() };
    assert_eq!(ana.handle(ImportRun { source }).expect("imported").new, CASES);
    let answer = stopped(&world, &ana, Job::Check, |ana| ana.handle(Verify {}));
    assert_eq!(answer.expect_err("it was stopped").code, ErrorCode::Stopped);
    let whole = ana.handle(Verify {}).expect("checked");
    assert!(whole.problems.is_empty() && whole.cases >= CASES, "{whole:?}");
    let heard = world.take_heard("Ana");
    let far: Vec<_> =
        heard.iter().filter_map(|event| if let AppEvent::Job { done, total, .. } = event { Some((*done, *total)) } else { None }).collect();
    assert!(far.len() > 50 && far.windows(2).all(|two| two[0].0 < two[1].0) && far.iter().all(|(done, total)| done <= total), "{far:?}");
}
