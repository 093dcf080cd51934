//! From the tree of elements to the model. Element names are those of `xdomea-Baukasten.xsd`.

use std::collections::HashSet;

use super::contacts::{contact, contacts};
use super::model::{
    Appraisal, General, HistoryLine, Level, Step, XdomeaContact, XdomeaDocument, XdomeaFile, XdomeaFormat, XdomeaMessage, XdomeaVersion,
};
use super::tree::Node;
use super::when::{day, day_and_time, when};
use crate::names::check_file_name;
use crate::refusal::{Refusal, Refused};

/// Reads one message; remembers the ids, which must differ.
pub(super) struct Reader {
    pub(super) seen: HashSet<String>,
    /// How many files and processes are open around the one being read.
    pub(super) above: usize,
}

/// Deepest nesting of files and processes; records systems use four.
const RECORD_DEPTH: usize = 8;

impl Reader {
    pub(super) fn message(mut self, root: &Node) -> Result<XdomeaMessage, Refused> {
        // Roots are called by their kind: Aussonderung.Aussonderung.0503.
        let (name, kind) = root.name.rsplit_once('.').ok_or_else(|| Refused::new(Refusal::NotXdomea, &root.name))?;
        if kind.len() != 4 || !kind.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Refused::new(Refusal::NotXdomea, &root.name));
        }
        let header = root.one("Kopf").ok_or_else(|| Refused::new(Refusal::NotXdomea, "Kopf"))?;
        if header.code_at(&["Nachrichtentyp"]).0.as_deref() != Some(kind) {
            return Err(Refused::new(Refusal::KindMismatch, &root.name));
        }
        if root.one("Schriftgutobjekt").is_none() {
            return Err(Refused::new(Refusal::KindUnsupported, &root.name));
        }
        let created = when(header, "Erstellungszeitpunkt")?.ok_or_else(|| Refused::new(Refusal::BadDate, "Erstellungszeitpunkt"))?;
        let party = |name| header.one(name).map_or_else(|| Ok(XdomeaContact::default()), contact);
        let system = [header.text_at(&["SendendesSystem", "Produktname"]), header.text_at(&["SendendesSystem", "Version"])];
        let system: Vec<String> = system.into_iter().flatten().collect();
        let mut message = XdomeaMessage {
            kind: kind.to_owned(),
            name: name.to_owned(),
            process_id: uuid(header.text_at(&["ProzessID"]), "ProzessID")?,
            created,
            sender: party("Absender")?,
            receiver: party("Empfaenger")?,
            system: (!system.is_empty()).then(|| system.join(" ")),
            note: header.text_at(&["Hinweis"]),
            covers: self.documents(root, "Anschreiben")?,
            records: Vec::new(),
            documents: Vec::new(),
        };
        for object in root.all("Schriftgutobjekt") {
            message.records.extend(self.files(object, "Akte", Level::File)?);
            message.records.extend(self.files(object, "Vorgang", Level::Process)?);
            message.documents.extend(self.documents(object, "Dokument")?);
        }
        Ok(message)
    }

    fn files(&mut self, node: &Node, name: &str, level: Level) -> Result<Vec<XdomeaFile>, Refused> {
        node.all(name).map(|file| self.file(file, level)).collect()
    }

    fn file(&mut self, node: &Node, level: Level) -> Result<XdomeaFile, Refused> {
        if self.above == RECORD_DEPTH {
            return Err(Refused::new(Refusal::TooDeep, &node.name));
        }
        self.above += 1;
        let id = self.id(node)?;
        // A file holds its records in Akteninhalt, a process directly.
        let is_file = matches!(level, Level::File | Level::PartFile);
        let (documents, children) = if is_file {
            match node.one("Akteninhalt") {
                Some(inside) => {
                    let mut children = self.files(inside, "Vorgang", Level::Process)?;
                    children.extend(self.files(inside, "Teilakte", Level::PartFile)?);
                    (self.documents(inside, "Dokument")?, children)
                }
                None => (Vec::new(), Vec::new()),
            }
        } else {
            (self.documents(node, "Dokument")?, self.files(node, "Teilvorgang", Level::PartProcess)?)
        };
        self.above -= 1;
        let runs = node.one("Laufzeit");
        Ok(XdomeaFile {
            level,
            id,
            general: general(node),
            appraisal: appraisal(node)?,
            kind: node.text_at(&["Typ"]),
            place: node.text_at(&["Standort"]),
            above: node.text_at(&["Aktenbetreff"]),
            from: runs.map_or(Ok(None), |runs| day(runs, "Beginn"))?,
            to: runs.map_or(Ok(None), |runs| day(runs, "Ende"))?,
            closed: node.text_at(&["ZdA"]).is_some_and(|value| matches!(value.as_str(), "1" | "true")),
            closed_on: day(node, "ZdADatum")?,
            history: history(node)?,
            steps: self.steps(node)?,
            contacts: contacts(node, "Kontakt")?,
            documents,
            children,
            extra: extra(node),
        })
    }

    fn documents(&mut self, node: &Node, name: &str) -> Result<Vec<XdomeaDocument>, Refused> {
        node.all(name).map(|document| self.document(document)).collect()
    }

    fn document(&mut self, node: &Node) -> Result<XdomeaDocument, Refused> {
        Ok(XdomeaDocument {
            id: self.id(node)?,
            general: general(node),
            foreign_reference: node.text_at(&["FremdesGeschaeftszeichen"]),
            received: day(node, "Posteingangsdatum")?,
            sent: day(node, "Postausgangsdatum")?,
            written: day(node, "DatumDesSchreibens")?,
            regarding: node.text_at(&["Bezug"]),
            in_particular: node.text_at(&["Hier"]),
            clerk: node.text_at(&["Bearbeiter"]),
            kind: node.text_at(&["Typ"]),
            history: history(node)?,
            steps: self.steps(node)?,
            versions: node.all("Version").map(version).collect::<Result<_, _>>()?,
            attachments: self.documents(node, "Anlage")?,
            senders: contacts(node, "Absender")?,
            receivers: contacts(node, "Empfaenger")?,
            contacts: contacts(node, "WeitererKontakt")?,
            extra: extra(node),
        })
    }

    fn steps(&self, node: &Node) -> Result<Vec<Step>, Refused> {
        let Some(round) = node.one("InternerGeschaeftsgang") else { return Ok(Vec::new()) };
        round.all("Beteiligungsschritt").map(step).collect()
    }

    fn id(&mut self, node: &Node) -> Result<String, Refused> {
        let id = uuid(node.text_at(&["Identifikation", "ID"]), &node.name)?;
        if !self.seen.insert(id.clone()) {
            return Err(Refused::new(Refusal::DuplicateId, &id));
        }
        Ok(id)
    }
}

fn step(node: &Node) -> Result<Step, Refused> {
    let empty = Node::default();
    let order = node.one("Verfuegung").unwrap_or(&empty);
    let work = node.one("Bearbeitung");
    let party = |name| order.one(name).map_or_else(|| Ok(XdomeaContact::default()), contact);
    let both = |node: &Node, first, second| {
        let parts: Vec<String> = [node.text_at(&[first]), node.text_at(&[second])].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    };
    Ok(Step {
        from: party("Ersteller")?,
        to: party("Adressat")?,
        asked: day_and_time(order, "Erstellungsdatum", "Erstellungsuhrzeit")?,
        order: both(order, "Verfuegung", "Notiz"),
        due: day_and_time(order, "TerminDatum", "TerminUhrzeit")?,
        by: work.and_then(|work| work.one("Bearbeiter")).map(contact).transpose()?,
        done: work.map_or(Ok(None), |work| day_and_time(work, "Datum", "Uhrzeit"))?,
        remark: work.and_then(|work| both(work, "Vermerk", "Notiz")),
        // Attachments of a step may be documents that stand elsewhere in the message too, so their ids may repeat.
        documents: match work {
            Some(work) => {
                work.all("Anlage").map(|inside| Reader { seen: HashSet::new(), above: 0 }.document(inside)).collect::<Result<_, _>>()?
            }
            None => Vec::new(),
        },
    })
}

fn version(node: &Node) -> Result<XdomeaVersion, Refused> {
    let number = node.text_at(&["Nummer"]).unwrap_or_default();
    Ok(XdomeaVersion { number, formats: node.all("Format").map(format).collect::<Result<_, _>>()? })
}

fn format(node: &Node) -> Result<XdomeaFormat, Refused> {
    let primary = node.one("Primaerdokument").ok_or_else(|| Refused::new(Refusal::MissingFile, "Primaerdokument"))?;
    let file_name = |text: Option<String>| {
        let name = text.ok_or_else(|| Refused::new(Refusal::MissingFile, "Dateiname"))?;
        check_file_name(&name).map(|()| name)
    };
    let signatures = primary.one("SignaturSiegel").map(|seal| seal.all("SignaturSiegelDatei").map(|file| file_name(file.text())).collect());
    Ok(XdomeaFormat {
        code: node.code_at(&["Name"]).0,
        other_name: node.text_at(&["SonstigerName"]),
        version: node.text_at(&["Version"]),
        file: file_name(primary.text_at(&["Dateiname"]))?,
        original_name: primary.text_at(&["DateinameOriginal"]),
        author: primary.text_at(&["Ersteller"]),
        created: when(primary, "DatumUhrzeit")?,
        signatures: signatures.transpose()?.unwrap_or_default(),
    })
}

fn general(node: &Node) -> General {
    let Some(node) = node.one("AllgemeineMetadaten") else { return General::default() };
    let plan = ["Kennzeichen", "Inhaltsangabe", "BetreffKurz"].map(|name| node.text_at(&["Aktenplaneinheit", name]));
    let plan: Vec<String> = plan.into_iter().flatten().collect();
    General {
        subject: node.text_at(&["Betreff"]),
        reference: node.text_at(&["Kennzeichen"]),
        lead: node.text_at(&["Federfuehrung"]),
        keeper: node.text_at(&["Aktenfuehrung"]),
        secrecy: node.code_at(&["Vertraulichkeitsstufe"]).0,
        remark: node.text_at(&["Bemerkung"]),
        medium: node.code_at(&["Medium"]).0,
        file_plan: (!plan.is_empty()).then(|| plan.join(" ")),
    }
}

fn appraisal(node: &Node) -> Result<Appraisal, Refused> {
    let Some(node) = node.one("ArchivspezifischeMetadaten") else { return Ok(Appraisal::default()) };
    let unlimited = node.at(&["Aufbewahrungsdauer", "Unbefristet"]).map(|_| "unlimited".to_owned());
    Ok(Appraisal {
        kind: node
            .code_at(&["Aussonderungsart", "Aussonderungsart"])
            .0
            .or_else(|| node.text_at(&["Aussonderungsart", "AussonderungsartKonfigurierbar"])),
        proposal: node.code_at(&["Bewertungsvorschlag"]).0,
        keep: node.text_at(&["Aufbewahrungsdauer", "AnzahlJahre"]).or(unlimited),
        keep_until: day(node, "Aufbewahrungsende")?,
        mark: node.text_at(&["Kennung"]),
    })
}

fn history(node: &Node) -> Result<Vec<HistoryLine>, Refused> {
    node.all("HistorienProtokollInformation")
        .map(|line| {
            Ok(HistoryLine {
                at: when(line, "DatumUhrzeit")?,
                actor: line.text_at(&["Akteur"]).unwrap_or_default(),
                action: line.text_at(&["Aktion"]).unwrap_or_default(),
                field: line.text_at(&["MetadatumName"]),
                old: line.text_at(&["MetadatumAlterWert"]),
                new: line.text_at(&["MetadatumNeuerWert"]),
                remark: line.text_at(&["Bemerkung"]),
            })
        })
        .collect()
}

/// Fields of the sending program: each with the groups it stands in, `Group / Name`.
fn extra(node: &Node) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for extension in node.all("AnwendungsspezifischeErweiterung") {
        group(extension, "", &mut fields);
    }
    fields
}

fn group(node: &Node, above: &str, fields: &mut Vec<(String, String)>) {
    for kid in node.kids() {
        let name = kid.text_at(&["Name"]).unwrap_or_default();
        let name = if above.is_empty() { name } else { format!("{above} / {name}") };
        match &*kid.name {
            "Feld" => fields.extend(kid.text_at(&["Wert"]).map(|value| (name, value))),
            "Feldgruppe" | "Unterfeldgruppe" => group(kid, &name, fields),
            _ => {}
        }
    }
}

/// A UUID in lower case. The pattern of the schema lets a `|` through by mistake; it is refused here.
fn uuid(text: Option<String>, what: &str) -> Result<String, Refused> {
    let text = text.ok_or_else(|| Refused::new(Refusal::BadId, what))?;
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    if parts != [8, 4, 4, 4, 12] || !text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()) {
        return Err(Refused::new(Refusal::BadId, &text));
    }
    Ok(text.to_ascii_lowercase())
}
