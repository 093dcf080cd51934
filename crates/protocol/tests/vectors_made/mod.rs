//! What the vectors are made from: fixed seeds, and one example of everything.
#![allow(dead_code)]

use std::collections::BTreeMap;

use praesto_crypto::{AgeIdentity, DeviceSigner, Entropy, Hash, RecordKey, Secret32};
use praesto_protocol::api::Frame;
use praesto_protocol::register::{Body, Entry, JoiningKeys, LastAccepted, Policy, Role, SpaceKind};
use praesto_protocol::{
    Content, Covers, EpochKeys, Invitation, Kind, OrderHash, Receipt, Record, Seal, SpaceSeen, Statement, recipients_hash,
};
use serde_json::{Value, json};

use super::Vectors;
use super::common::{Computer, NOW, OFFICE, Seeded, device, document, invitation, person, secret, space};

pub(crate) fn all() -> BTreeMap<&'static str, Vectors> {
    BTreeMap::from([
        ("statement", statement_file()),
        ("seal", seal_file()),
        ("record", record_file()),
        ("register", register_file()),
        ("receipt", receipts().into_iter().map(|(name, receipt)| vector(name, &receipt.encode())).collect()),
        ("order", order_file()),
        ("epoch", epoch_file()),
        ("invitation", invitations().into_iter().map(|(name, made)| (name.to_owned(), json!({ "code": made.to_code() }))).collect()),
        ("frames", frames_file()),
    ])
}

fn vector(name: &str, bytes: &[u8]) -> (String, Value) {
    (name.to_owned(), json!({ "bytes": hex::encode(bytes) }))
}

fn hash(byte: u8) -> Hash {
    Hash([byte; 32])
}

/// Key of epoch 1 in the seal vectors.
pub(crate) fn record_key() -> RecordKey {
    RecordKey::new(Secret32::take(&mut [0x21; 32]))
}

pub(crate) fn server() -> DeviceSigner {
    DeviceSigner::from_secret(&Secret32::take(&mut [0x31; 32]))
}

pub(crate) fn content() -> Content {
    Content::make(b"\x01\x02\x00\x01a small change".to_vec(), &mut Seeded::new("content"))
}

fn statement(kind: Kind, device_seq: u64) -> Statement {
    Statement {
        office: OFFICE,
        space: space(1),
        document: document(1),
        kind,
        device: device(0),
        device_seq,
        prev: if device_seq == 1 { Hash::default() } else { hash(0xa1) },
        register_length: 5,
        register_head: hash(0xa2),
        space_seen: SpaceSeen { seq: 7, order: OrderHash(hash(0xa3)) },
        covers: (kind == Kind::Checkpoint).then(|| Covers { seq: 6, heads: vec![hash(0xa4), hash(0xa5)] }),
        attachments: Vec::new(),
        content: content().hash(),
    }
}

pub(crate) fn statements() -> Vec<(&'static str, Statement)> {
    vec![
        ("first change", statement(Kind::Change, 1)),
        ("later change with attachments", Statement { attachments: vec![hash(0xb1), hash(0xb2)], ..statement(Kind::Change, 2) }),
        ("checkpoint", statement(Kind::Checkpoint, 3)),
        ("tombstone", statement(Kind::Tombstone, u64::MAX)),
    ]
}

fn statement_file() -> Vectors {
    let made = statements().into_iter().map(|(name, statement)| {
        let signed = statement.sign(&Computer::new(0).signer);
        (
            name.to_owned(),
            json!({ "bytes": hex::encode(signed.encode()), "hash": signed.hash().to_string(), "signing_secret": hex::encode([0x40; 32]) }),
        )
    });
    made.collect()
}

pub(crate) fn seals() -> Vec<(&'static str, Content, Seal)> {
    let mut entropy = Seeded::new("seal");
    let contents = [
        ("small", content()),
        ("empty", Content::make(Vec::new(), &mut entropy)),
        ("repetitive", Content::make(b"Dorfbrunnen ".repeat(500), &mut entropy)),
    ];
    contents.map(|(name, content)| (name, content.clone(), Seal::make(hash(0xc1), 1, &content, &record_key(), &mut entropy))).into()
}

fn seal_file() -> Vectors {
    let made = seals().into_iter().map(|(name, content, seal)| {
        let value = json!({
            "bytes": hex::encode(seal.encode()), "record_key": hex::encode([0x21; 32]), "salt": hex::encode(content.salt),
            "payload": hex::encode(&content.payload), "content_hash": content.hash().to_string(),
        });
        (name.to_owned(), value)
    });
    made.collect()
}

fn record() -> Record {
    let statement = statement(Kind::Change, 1).sign(&Computer::new(0).signer);
    let seal = Seal::make(statement.hash(), 1, &content(), &record_key(), &mut Seeded::new("record"));
    Record { statement, seal }
}

fn record_file() -> Vectors {
    let record = record();
    let swapped = Record { seal: Seal::make(hash(0xc2), 1, &content(), &record_key(), &mut Seeded::new("swapped")), ..record.clone() };
    Vectors::from([
        vector("change", &record.encode()),
        ("seal of another statement".to_owned(), json!({ "refused": hex::encode(swapped.encode()) })),
    ])
}

/// One register with an entry of every kind, in order; names carry the place.
pub(crate) fn entries() -> Vec<(String, Entry, Computer)> {
    let ana = || Computer::new(0);
    let keys = |n| Computer::new(n).keys();
    let recipients = |devices: &[u8]| {
        let all: Vec<JoiningKeys> = devices.iter().map(|n| keys(*n)).collect();
        recipients_hash(all.iter().map(|keys| (keys.device, keys.recipient.as_str())))
    };
    let epoch = |epoch, devices: &[u8]| Body::NewEpoch {
        space: space(1),
        epoch,
        recipients: recipients(devices),
        commitment: hash(0xd1),
        attachments: keys(0).recipient,
    };
    let last = |seq| LastAccepted { space: space(1), device_seq: seq, statement: hash(0xd2) };
    let redeem = |n: u8| Body::Redeem {
        invitation: invitation(n),
        keys: keys(n),
        mac: secret(n).authenticate(&keys(n).encode()),
        secret: secret(n),
    };
    let invite = |n: u8| Body::Invite {
        invitation: invitation(n),
        person: person(n),
        secret_hash: secret(n).hash(),
        expires_at: NOW + 86_400_000,
        spaces: vec![space(1), space(0)],
        sealed_secret: b"age-encryption.org/v1".to_vec(),
    };
    let certificate = Some(hash(0xd3));
    let server_key = server().verifier().to_bytes();
    let bodies = [
        ("found", Body::Found { person: person(0), keys: keys(0), office_space: space(0) }, ana()),
        (
            "server with its own certificate",
            Body::Server { receipt_key: server_key, address: "https://192.0.2.1:8443".to_owned(), certificate },
            ana(),
        ),
        ("server", Body::Server { receipt_key: server_key, address: "https://office.example".to_owned(), certificate: None }, ana()),
        ("create team space", Body::CreateSpace { space: space(1), kind: SpaceKind::Team }, ana()),
        ("create personal space", Body::CreateSpace { space: space(2), kind: SpaceKind::Personal }, ana()),
        ("create case space", Body::CreateSpace { space: space(3), kind: SpaceKind::Case }, ana()),
        ("first epoch", epoch(1, &[0]), ana()),
        ("invite", invite(1), ana()),
        ("redeem", redeem(1), ana()),
        ("second epoch", epoch(2, &[0, 1]), Computer::new(1)),
        ("grant in the office", Body::GrantRole { person: person(1), role: Role::Administrator, space: None }, ana()),
        ("grant in a space", Body::GrantRole { person: person(1), role: Role::Manager, space: Some(space(1)) }, ana()),
        ("withdraw role", Body::WithdrawRole { person: person(1), role: Role::Manager, space: Some(space(1)) }, ana()),
        ("add device", Body::AddDevice { person: person(1), keys: keys(2) }, Computer::new(1)),
        ("revoke device", Body::RevokeDevice { device: device(2), last: vec![last(4)] }, Computer::new(1)),
        ("policy", Body::SetPolicy { policy: Policy { lease_days: 7, longest_lease_days: 30, passphrase_required: true } }, ana()),
        ("withdraw person", Body::Withdraw { person: person(1), last: vec![(device(1), last(9))] }, ana()),
        ("epoch due", Body::EpochDue { space: space(1), epoch: 2 }, ana()),
    ];
    let mut prev = Hash::default();
    let mut made = Vec::new();
    for (seq, (name, body, author)) in bodies.into_iter().enumerate() {
        let entry = Entry { office: OFFICE, seq: seq as u64, prev, at: NOW + seq as i64, author: author.device, body };
        prev = entry.clone().sign(&author.signer).hash();
        made.push((format!("{seq:02} {name}"), entry, author));
    }
    made
}

fn register_file() -> Vectors {
    let made = entries().into_iter().map(|(name, entry, author)| {
        let signed = entry.sign(&author.signer);
        (name, json!({ "bytes": hex::encode(signed.encode()), "hash": signed.hash().to_string() }))
    });
    made.collect()
}

pub(crate) fn receipts() -> Vec<(&'static str, Receipt)> {
    vec![
        ("two records", Receipt::make(space(1), NOW, vec![(hash(0xe1), 8), (hash(0xe2), 9)], &server())),
        ("no record", Receipt::make(space(1), NOW, Vec::new(), &server())),
    ]
}

fn order_file() -> Vectors {
    let mut order = OrderHash::empty(space(1));
    let mut made = Vectors::from([("0".to_owned(), json!({ "space": space(1).to_string(), "order": order.0.to_string() }))]);
    for n in 1..=3 {
        let statement = hash(0xf0 + n);
        order = order.then(statement);
        made.insert(n.to_string(), json!({ "statement": statement.to_string(), "order": order.0.to_string() }));
    }
    made
}

/// Keys of two epochs of space 1.
pub(crate) fn epochs() -> [EpochKeys; 2] {
    [(1, 0x51), (2, 0x52)].map(|(epoch, byte)| EpochKeys {
        space: space(1),
        epoch,
        record: RecordKey::new(Secret32::take(&mut [byte; 32])),
        attachments: AgeIdentity::parse(std::str::from_utf8(&Computer::new(epoch as u8 + 1).age.expose_text()).unwrap()).unwrap(),
    })
}

fn epoch_file() -> Vectors {
    let [first, second] = epochs();
    let keys = |keys: &EpochKeys| json!({ "secret_layout": hex::encode(&*keys.encode()), "commitment": keys.commitment().to_string() });
    Vectors::from([
        ("1".to_owned(), keys(&first)),
        ("2".to_owned(), keys(&second)),
        vector("link from 2 to 1", &second.link_to(&first, &mut Seeded::new("link"))),
    ])
}

/// Not deterministic: made once, opened ever after.
pub(crate) fn envelope() -> Vectors {
    let [_, second] = epochs();
    let computer = Computer::new(0);
    let envelope = second.envelope(computer.device, &computer.age.recipient()).unwrap();
    let identity = String::from_utf8(computer.age.expose_text().to_vec()).unwrap();
    Vectors::from([("epoch 2 for device 0".to_owned(), json!({ "bytes": hex::encode(envelope.sealed), "identity": identity }))])
}

pub(crate) fn invitations() -> Vec<(&'static str, Invitation)> {
    let mut bytes = [0; 16];
    Seeded::new("invitation").fill(&mut bytes);
    let invited = Invitation {
        id: invitation(1),
        office: OFFICE,
        fingerprint: hash(0x61),
        register_length: 7,
        register_head: hash(0x62),
        server: "https://192.0.2.1:8443".to_owned(),
        certificate: Some(hash(0x63)),
        secret: praesto_protocol::InvitationSecret::from_bytes(bytes),
        expires_at: NOW,
        office_name: "Општина Линдара".to_owned(),
        person_name: "Elira Tomani".to_owned(),
    };
    let public = Invitation { certificate: None, server: "https://office.example".to_owned(), ..invited.clone() };
    vec![("with a certificate of its own", invited), ("with a public certificate", public)]
}

pub(crate) fn frames() -> Vec<Frame> {
    vec![Frame { seq: 8, received_at: NOW, record: record().encode() }, Frame { seq: 9, received_at: NOW + 1, record: vec![1, 2, 3] }]
}

fn frames_file() -> Vectors {
    let mut bytes = Vec::new();
    frames().iter().for_each(|frame| frame.write(&mut bytes));
    Vectors::from([vector("two frames", &bytes)])
}
