//! What left: lines that wait are said once, whatever became of the profile that they wait in.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Home, case_id, device, space};
use praesto_crypto::Hash;
use praesto_domain::casework::{Access, AccessKind};
use praesto_domain::{EventId, Moment};
use praesto_vault::StoredAccess;

#[test]
fn a_line_that_its_device_said_before_a_profile_came_back_old_is_said_once() {
    let home = Home::new();
    let vault = home.create();
    let taken_out = Access {
        id: EventId(case_id(7).0),
        case: Some(case_id(1)),
        at: Moment(1_793_606_400_000),
        kind: AccessKind::Exported,
        name: String::new(),
        reason: String::new(),
    };
    let line = |as_device: u64, record: Option<u8>| StoredAccess {
        access: taken_out.clone(),
        device: device(as_device),
        space: space(1),
        record: record.map(|byte| Hash([byte; 32])),
    };
    // It waits since before this computer became another device; as that one it was said, and the server gives it back.
    vault.write(|w| w.add_access(&line(1, None))).unwrap();
    vault.write(|w| w.add_access(&line(2, Some(8)))).unwrap();
    let waiting = vault.read(|v| v.access_to_say(space(1), 10)).unwrap();
    assert_eq!(waiting, std::slice::from_ref(&taken_out));
    vault.write(|w| w.say_access(space(1), &waiting, device(2), Hash([9; 32]))).unwrap();
    assert_eq!(vault.read(|v| v.access_to_say(space(1), 10)).unwrap(), [], "nothing waits for ever");
    assert_eq!(vault.read(|v| v.taken_out(None, 0, 10)).unwrap(), [line(2, Some(8))], "as it was said first");
}
