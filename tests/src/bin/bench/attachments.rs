//! Sealing a file into a case, beside the `age` crate alone on the same bytes.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{Read, Write};
use std::path::Path;

use praesto_app::Handle;
use praesto_contract::{AttachmentAdd, CaseId};
use praesto_crypto::Hash;
use praesto_tests::world::Device;
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha12Rng;

use crate::report::{Report, Row};
use crate::times::{Times, ms};

const MIB: usize = 64;
const RUNS: usize = 5;
/// Share of the `age` crate's speed that the budget asks for.
const BUDGET: f64 = 0.8;

pub(crate) fn measure(device: &Device, case: CaseId, folder: &Path, report: &mut Report) {
    let mut random = ChaCha12Rng::seed_from_u64(2);
    let files: Vec<_> = (0..=RUNS)
        .map(|n| {
            let path = folder.join(format!("scan-{n}.bin"));
            let mut bytes = vec![0; MIB << 20];
            random.fill_bytes(&mut bytes);
            fs::write(&path, bytes).expect("a file to attach can be written");
            path
        })
        .collect();
    let alone = Times::of(1, RUNS, |n| age_alone(&files[n], &folder.join("scan.age")));
    let ours = Times::of(1, RUNS, |n| {
        let request = AttachmentAdd { case, paths: vec![files[n].to_string_lossy().into_owned()], version_of: None };
        drop(device.handle(request).expect("the file is attached"));
    });
    let bytes = fs::read(&files[0]).expect("the file can be read");
    let hashing = Times::of(1, RUNS, |_| {
        black_box([Hash::of(&bytes), Hash::of(&bytes)]);
    });
    files.iter().for_each(|path| fs::remove_file(path).expect("the file goes again"));
    let speed = |times: &Times| MIB as f64 / times.percentile(50).as_secs_f64();
    let share = speed(&ours) / speed(&alone);
    report.row(Row {
        what: format!("sealing an attachment of {MIB} MiB"),
        budget: "≥ 80 % of the `age` crate alone",
        measured: format!("{:.0} MiB/s ({})", speed(&ours), ms(ours.percentile(50))),
        floor: format!("{:.0} MiB/s ({})", speed(&alone), ms(alone.percentile(50))),
        ratio: Some(1.0 / share),
        of_budget: Some(BUDGET / share),
        whole: true,
        note: format!(
            "{:.0} % of the crate's speed, median of {RUNS}. Both read a file and write a synced one; Praesto also hashes what goes in and \
             what comes out (SHA-256 twice, {} alone) and saves the edit that names the file",
            share * 100.0,
            ms(hashing.percentile(50))
        ),
    });
}

fn age_alone(from: &Path, to: &Path) {
    let recipient = age::x25519::Identity::generate().to_public();
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).expect("there is a recipient");
    let mut input = File::open(from).expect("the file is there");
    let mut output = encryptor.wrap_output(File::create(to).expect("a file can be made")).expect("the header is written");
    let mut piece = vec![0; 1 << 20];
    loop {
        let count = input.read(&mut piece).expect("the file can be read");
        if count == 0 {
            break;
        }
        output.write_all(&piece[..count]).expect("the piece is sealed");
    }
    output.finish().expect("the last piece is sealed").sync_all().expect("the file is synced");
    fs::remove_file(to).expect("the file goes again");
}
