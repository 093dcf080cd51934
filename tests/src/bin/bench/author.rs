//! A device that writes many records in a short time: what its Praesto would sign and seal, without its Praesto.

use praesto_app::documents::{ActorBytes, DocumentKind, actor, encode_payload};
use praesto_crypto::{DeviceSigner, DeviceVerifier, Hash, OsEntropy};
use praesto_protocol::api::{Frame, MAX_PAGE_BYTES, encode_records, hash_from_text};
use praesto_protocol::register::Register;
use praesto_protocol::{Content, Covers, DocumentId, EpochKeys, Kind, OrderHash, Record, Seal, SpaceId, SpaceSeen, Statement};
use praesto_server::Session;
use praesto_server::store::Selection;
use praesto_tests::world::{World, open_vault};

use crate::fill;

/// Records of one request, as the engine sends them.
const BATCH: usize = 256;

/// The device of somebody whose Praesto is shut.
pub(crate) struct Author {
    pub(crate) space: SpaceId,
    pub(crate) actor: ActorBytes,
    pub(crate) keys: EpochKeys,
    session: Session,
    register: Register,
    signer: DeviceSigner,
    seq: u64,
    prev: Hash,
    posted: u64,
}

impl Author {
    /// Takes the keys out of a profile.
    pub(crate) fn of(world: &World, name: &str) -> Self {
        let vault = open_vault(world, name);
        let identity = vault.read(|view| view.identity()).expect("the identity can be read").expect("the profile is somebody's");
        let register = fill::register(&vault);
        let space = fill::team(&register);
        let epoch = register.current_epoch(space).expect("the team has keys").epoch;
        let keys = vault.read(|view| view.epoch_keys(space, epoch)).expect("the keys can be read").expect("the profile has them");
        Self {
            space,
            actor: actor(praesto_domain::DeviceId(identity.device.0), [3; 8]),
            keys,
            session: Session::new(identity.office, identity.device),
            signer: DeviceSigner::from_secret(&identity.signing),
            register,
            seq: 0,
            prev: Hash::default(),
            posted: 0,
        }
    }

    pub(crate) fn verifier(&self) -> DeviceVerifier {
        self.signer.verifier()
    }

    /// Signs and seals a change as the next record of this device's chain.
    pub(crate) fn record(&mut self, document: DocumentId, change: &[u8]) -> Vec<u8> {
        self.next(document, Kind::Change, change, None, SpaceSeen { seq: 0, order: OrderHash::empty(self.space) })
    }

    /// Signs and seals a checkpoint of all that was seen.
    pub(crate) fn checkpoint(&mut self, document: DocumentId, body: &[u8], heads: Vec<[u8; 32]>, seen: SpaceSeen) -> Vec<u8> {
        let covers = Covers { seq: seen.seq, heads: heads.into_iter().map(Hash).collect() };
        self.next(document, Kind::Checkpoint, body, Some(covers), seen)
    }

    /// Where the space stands.
    pub(crate) fn seen(&self, world: &World) -> SpaceSeen {
        let state = world.with_server(|server| server.space_state(&self.session, self.space, None)).expect("the server says");
        SpaceSeen { seq: state.seq, order: OrderHash(hash_from_text(&state.order).expect("a digest")) }
    }

    /// The frames that a newcomer gets of every document: its checkpoint and what came after.
    pub(crate) fn checkpoints(&self, world: &World) -> Vec<Frame> {
        let mut all: Vec<Frame> = Vec::new();
        loop {
            let after = all.last().map_or(0, |frame| frame.seq);
            let selection = Selection { after, tail: true, ..Selection::default() };
            let page = world
                .with_server(|server| server.records_select(&self.session, self.space, &selection, MAX_PAGE_BYTES))
                .expect("the server gives what it has");
            let (frames, _) = Frame::read_all(&page);
            if frames.is_empty() {
                return all;
            }
            all.extend(frames);
        }
    }

    fn next(&mut self, document: DocumentId, kind: Kind, body: &[u8], covers: Option<Covers>, space_seen: SpaceSeen) -> Vec<u8> {
        let content = Content::make(encode_payload(DocumentKind::Case, DocumentKind::Case.schema(), body), &mut OsEntropy);
        self.seq += 1;
        let statement = Statement {
            office: self.session.office,
            space: self.space,
            document,
            kind,
            device: self.session.device,
            device_seq: self.seq,
            prev: self.prev,
            register_length: self.register.length(),
            register_head: self.register.head(),
            space_seen,
            covers,
            attachments: Vec::new(),
            content: content.hash(),
        }
        .sign(&self.signer);
        self.prev = statement.hash();
        let seal = Seal::make(statement.hash(), self.keys.epoch, &content, &self.keys.record, &mut OsEntropy);
        Record { statement, seal }.encode()
    }

    /// Posts records to the server's core.
    pub(crate) fn post(&mut self, world: &World, records: &[Vec<u8>]) {
        for batch in records.chunks(BATCH) {
            let body = encode_records(batch.iter().map(Vec::as_slice));
            world.with_server(|server| server.records_post(&self.session, self.space, &body, fill::NOW)).expect("the server takes them");
        }
        self.posted += records.len() as u64;
    }

    /// Number of records that the server has from here.
    pub(crate) fn posted(&self) -> u64 {
        self.posted
    }

    /// The frames that the server gives after the first `after` records.
    pub(crate) fn frames(&self, world: &World, mut after: u64) -> Vec<Frame> {
        let mut all = Vec::new();
        loop {
            let page = world
                .with_server(|server| server.records_get(&self.session, self.space, after, MAX_PAGE_BYTES))
                .expect("the server gives what it has");
            let (frames, _) = Frame::read_all(&page);
            let Some(last) = frames.last() else { return all };
            after = last.seq;
            all.extend(frames);
        }
    }
}
