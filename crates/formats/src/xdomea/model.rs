//! What an xdomea 3.0.0 message says, in the words of this code base; the German element names stand beside each part.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::when::When;

/// A message: its header (`Kopf`) and the records it carries (`Schriftgutobjekt`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct XdomeaMessage {
    /// The number of the kind of message (`Nachrichtentyp`): `0401`, `0501`, `0503`, …
    pub kind: String,
    /// Its name: `Aussonderung.Aussonderung`.
    pub name: String,
    /// The process the message belongs to (`ProzessID`), lower case.
    pub process_id: String,
    /// When it was made (`Erstellungszeitpunkt`).
    pub created: When,
    /// `Absender`
    pub sender: XdomeaContact,
    /// `Empfaenger`
    pub receiver: XdomeaContact,
    /// Name and version of the sending program (`SendendesSystem`).
    pub system: Option<String>,
    /// `Hinweis`
    pub note: Option<String>,
    /// Cover letters (`Anschreiben`).
    pub covers: Vec<XdomeaDocument>,
    /// Files and processes (`Akte`, `Vorgang`).
    pub records: Vec<XdomeaFile>,
    /// Documents that belong to no file in this message (`Dokument`).
    pub documents: Vec<XdomeaDocument>,
}

/// How high a record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// `Akte`
    File,
    /// `Teilakte`
    PartFile,
    /// `Vorgang`
    Process,
    /// `Teilvorgang`
    PartProcess,
}

/// A file or a process (`AkteType`, `VorgangType`); both have the same parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct XdomeaFile {
    /// Whether file, process or a part of one.
    pub level: Level,
    /// `Identifikation/ID`, lower case.
    pub id: String,
    /// `AllgemeineMetadaten`
    pub general: General,
    /// `ArchivspezifischeMetadaten`
    pub appraisal: Appraisal,
    /// `Typ`
    pub kind: Option<String>,
    /// Where the paper is (`Standort`).
    pub place: Option<String>,
    /// Subject of the file above, where it is not in the message (`Aktenbetreff`).
    pub above: Option<String>,
    /// `Laufzeit/Beginn`
    pub from: Option<Date>,
    /// `Laufzeit/Ende`
    pub to: Option<Date>,
    /// Filed away for good (`ZdA`).
    pub closed: bool,
    /// `ZdADatum`
    pub closed_on: Option<Date>,
    /// `HistorienProtokollInformation`
    pub history: Vec<HistoryLine>,
    /// `InternerGeschaeftsgang/Beteiligungsschritt`
    pub steps: Vec<Step>,
    /// `Kontakt`
    pub contacts: Vec<XdomeaContact>,
    /// Documents directly in it.
    pub documents: Vec<XdomeaDocument>,
    /// Processes and parts in it.
    pub children: Vec<XdomeaFile>,
    /// `AnwendungsspezifischeErweiterung`: name and value of each field.
    pub extra: Vec<(String, String)>,
}

/// `AllgemeineMetadatenType`
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct General {
    /// `Betreff`
    pub subject: Option<String>,
    /// `Kennzeichen` (Aktenzeichen)
    pub reference: Option<String>,
    /// Unit in charge of the matter (`Federfuehrung`).
    pub lead: Option<String>,
    /// Unit keeping the file (`Aktenfuehrung`).
    pub keeper: Option<String>,
    /// Code of `Vertraulichkeitsstufe`.
    pub secrecy: Option<String>,
    /// `Bemerkung`
    pub remark: Option<String>,
    /// Code of `Medium`.
    pub medium: Option<String>,
    /// `Aktenplaneinheit`: its mark and what it is about.
    pub file_plan: Option<String>,
}

/// `MetadatenAussonderungType`
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appraisal {
    /// Code or text of `Aussonderungsart`.
    pub kind: Option<String>,
    /// Code of `Bewertungsvorschlag`.
    pub proposal: Option<String>,
    /// `Aufbewahrungsdauer`: years, or `unlimited`.
    pub keep: Option<String>,
    /// `Aufbewahrungsende`
    pub keep_until: Option<Date>,
    /// `Kennung`
    pub mark: Option<String>,
}

/// A line of the log (`HistorienProtokollInformationType`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// `DatumUhrzeit`
    pub at: Option<When>,
    /// `Akteur`
    pub actor: String,
    /// `Aktion`
    pub action: String,
    /// What changed (`MetadatumName`).
    pub field: Option<String>,
    /// `MetadatumAlterWert`
    pub old: Option<String>,
    /// `MetadatumNeuerWert`
    pub new: Option<String>,
    /// `Bemerkung`
    pub remark: Option<String>,
}

/// A step of the office's own work on a record (`BeteiligungsschrittType`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Who asked for it (`Verfuegung/Ersteller`).
    pub from: XdomeaContact,
    /// Who was asked (`Verfuegung/Adressat`).
    pub to: XdomeaContact,
    /// When (`Verfuegung/Erstellungsdatum`).
    pub asked: Option<When>,
    /// What for (`Verfuegung/Verfuegung`, `Notiz`).
    pub order: Option<String>,
    /// By when (`Verfuegung/TerminDatum`).
    pub due: Option<When>,
    /// Who did it (`Bearbeitung/Bearbeiter`).
    pub by: Option<XdomeaContact>,
    /// When (`Bearbeitung/Datum`).
    pub done: Option<When>,
    /// The remark left (`Bearbeitung/Vermerk`, `Notiz`).
    pub remark: Option<String>,
    /// `Bearbeitung/Anlage`
    pub documents: Vec<XdomeaDocument>,
}

/// A person or body (`KontaktType`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct XdomeaContact {
    /// The person: title, given name, family name.
    pub person: Option<String>,
    /// `Institution`, or the name or code of `Behoerdenkennung`.
    pub institution: Option<String>,
    /// `Organisationseinheit`
    pub unit: Option<String>,
    /// `Rolle`: its name, or its code.
    pub role: Option<String>,
    /// `Taetigkeit`
    pub activity: Option<String>,
    /// `Anschrift` and `UnstrukturierteAnschrift`, each on one line.
    pub addresses: Vec<String>,
    /// `Kommunikation/Kennung` (telephone, e-mail, …).
    pub channels: Vec<String>,
    /// `Geburt/Datum`
    pub born: Option<Date>,
}

/// A document (`DokumentType`), or an attachment of one (`AnlageDokumentType`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct XdomeaDocument {
    /// `Identifikation/ID`, lower case.
    pub id: String,
    /// `AllgemeineMetadaten`
    pub general: General,
    /// `FremdesGeschaeftszeichen`
    pub foreign_reference: Option<String>,
    /// `Posteingangsdatum`
    pub received: Option<Date>,
    /// `Postausgangsdatum`
    pub sent: Option<Date>,
    /// `DatumDesSchreibens`
    pub written: Option<Date>,
    /// `Bezug`
    pub regarding: Option<String>,
    /// `Hier`
    pub in_particular: Option<String>,
    /// `Bearbeiter`
    pub clerk: Option<String>,
    /// `Typ`
    pub kind: Option<String>,
    /// `HistorienProtokollInformation`
    pub history: Vec<HistoryLine>,
    /// `InternerGeschaeftsgang/Beteiligungsschritt`
    pub steps: Vec<Step>,
    /// `Version`, in the order of the message.
    pub versions: Vec<XdomeaVersion>,
    /// `Anlage`
    pub attachments: Vec<XdomeaDocument>,
    /// `Absender`
    pub senders: Vec<XdomeaContact>,
    /// `Empfaenger`
    pub receivers: Vec<XdomeaContact>,
    /// `WeitererKontakt`
    pub contacts: Vec<XdomeaContact>,
    /// `AnwendungsspezifischeErweiterung`: name and value of each field.
    pub extra: Vec<(String, String)>,
}

/// A version of a document (`VersionType`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct XdomeaVersion {
    /// `Nummer`; may be empty.
    pub number: String,
    /// The same content in one or more file formats.
    pub formats: Vec<XdomeaFormat>,
}

/// A version in one file format (`FormatType`, `PrimaerdokumentType`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct XdomeaFormat {
    /// Code of `Name` in the list `dateiformat`, for example `044` for PDF/A.
    pub code: Option<String>,
    /// `SonstigerName`
    pub other_name: Option<String>,
    /// `Version` of the format, for example `1b`.
    pub version: Option<String>,
    /// `Primaerdokument/Dateiname`: the name in the ZIP; a plain name, never a path.
    pub file: String,
    /// `DateinameOriginal`
    pub original_name: Option<String>,
    /// `Ersteller`
    pub author: Option<String>,
    /// `DatumUhrzeit`
    pub created: Option<When>,
    /// Files with signatures or seals (`SignaturSiegelDatei`).
    pub signatures: Vec<String>,
}

impl XdomeaDocument {
    /// Names of all files this document and its attachments stand on, signatures included.
    pub fn files(&self) -> Vec<&str> {
        let formats = self.versions.iter().flat_map(|version| &version.formats);
        let own = formats.flat_map(|format| std::iter::once(format.file.as_str()).chain(format.signatures.iter().map(String::as_str)));
        let steps = self.steps.iter().flat_map(|step| &step.documents);
        own.chain(self.attachments.iter().chain(steps).flat_map(XdomeaDocument::files)).collect()
    }
}

impl XdomeaFile {
    /// Names of all files the documents in this record stand on.
    pub fn files(&self) -> Vec<&str> {
        let steps = self.steps.iter().flat_map(|step| &step.documents);
        let own = self.documents.iter().chain(steps).flat_map(XdomeaDocument::files);
        own.chain(self.children.iter().flat_map(XdomeaFile::files)).collect()
    }
}

impl XdomeaMessage {
    /// Names of all files the message stands on, in its order, each once.
    pub fn files(&self) -> Vec<&str> {
        let documents = self.covers.iter().chain(&self.documents).flat_map(XdomeaDocument::files);
        let mut seen = std::collections::HashSet::new();
        self.records.iter().flat_map(XdomeaFile::files).chain(documents).filter(|file| seen.insert(*file)).collect()
    }
}
