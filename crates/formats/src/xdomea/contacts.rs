//! Persons and bodies of a message (`KontaktType`).

use super::model::XdomeaContact;
use super::tree::Node;
use super::when::day;
use crate::refusal::Refused;

impl XdomeaContact {
    /// The name to show: the person, or else the unit, or else the institution.
    pub fn name(&self) -> Option<&str> {
        self.person.as_deref().or(self.unit.as_deref()).or(self.institution.as_deref())
    }

    /// Institution and unit, where they are not already the name.
    pub fn organisation(&self) -> Option<String> {
        let name = self.name();
        join([self.institution.clone(), self.unit.clone()].into_iter().filter(|part| part.as_deref() != name), ", ")
    }

    /// Everything by which they can be reached, on one line.
    pub fn contact(&self) -> Option<String> {
        join(self.addresses.iter().chain(&self.channels).cloned().map(Some), "; ")
    }
}

pub(super) fn contacts(node: &Node, name: &str) -> Result<Vec<XdomeaContact>, Refused> {
    node.all(name).map(contact).collect()
}

pub(super) fn contact(node: &Node) -> Result<XdomeaContact, Refused> {
    let (office_code, office_name) = node.code_at(&["Behoerdenkennung", "Behoerdenschluessel"]);
    let institution = node.text_at(&["Institution", "Name"]).or_else(|| node.text_at(&["Institution", "Kurzbezeichnung"]));
    let (role_code, role_name) = node.code_at(&["Rolle"]);
    let person = [&["Name", "Titel"][..], &["Name", "Vorname", "Name"], &["Name", "Familienname", "Name"]].map(|path| node.text_at(path));
    let unstructured = node.all("UnstrukturierteAnschrift").filter_map(lines);
    Ok(XdomeaContact {
        person: join(person, " "),
        institution: institution.or(office_name).or(office_code),
        unit: node.text_at(&["Organisationseinheit", "Name"]),
        role: role_name.or(role_code),
        activity: node.text_at(&["Taetigkeit"]),
        addresses: node.all("Anschrift").filter_map(address).chain(unstructured).collect(),
        channels: node.all("Kommunikation").filter_map(|channel| channel.text_at(&["Kennung"])).collect(),
        born: node.one("Geburt").map_or(Ok(None), |birth| day(birth, "Datum"))?,
    })
}

fn address(node: &Node) -> Option<String> {
    let pair = |first, second| join([node.text_at(&[first]), node.text_at(&[second])], " ");
    let (code, name) = node.code_at(&["Staat", "Staat"]);
    let parts =
        [node.text_at(&["Zusatz"]), pair("Strasse", "Hausnummer"), node.text_at(&["Postfach"]), pair("Postleitzahl", "Ort"), name.or(code)];
    join(parts, ", ")
}

fn lines(node: &Node) -> Option<String> {
    let lines = node.kids().iter().filter(|kid| kid.name.starts_with("Zeile") || &*kid.name == "Zusatz");
    join(lines.map(Node::text), ", ")
}

fn join(parts: impl IntoIterator<Item = Option<String>>, between: &str) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(between))
}
