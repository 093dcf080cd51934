//! XML as a tree of elements, read with suspicion: no document types, no entities, bounded depth, number and length.
//! Only elements of xdomea and elements without a namespace (`code`, `name` of the code lists) are kept.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::Limits;
use crate::refusal::{Refusal, Refused};

/// The namespace of xdomea 3.0.0 (`xdomea.xsd`, `targetNamespace`).
pub(super) const NAMESPACE: &str = "urn:xoev-de:xdomea:schema:3.0.0";
const ANY_VERSION: &str = "urn:xoev-de:xdomea:schema:";

/// An element with its text and its child elements.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) name: Box<str>,
    /// Text directly inside; empty where there are child elements.
    text: String,
    kids: Vec<Node>,
}

impl Node {
    /// The child elements of this name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.kids.iter().filter(move |kid| &*kid.name == name)
    }

    /// The first child element of this name.
    pub(super) fn one(&self, name: &str) -> Option<&Node> {
        self.kids.iter().find(|kid| &*kid.name == name)
    }

    /// The element reached by going down these names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Node> {
        path.iter().try_fold(self, |node, name| node.one(name))
    }

    /// The trimmed text of the element, unless empty.
    pub(super) fn text(&self) -> Option<String> {
        let text = self.text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The trimmed text of the element reached by going down these names, unless empty.
    pub(super) fn text_at(&self, path: &[&str]) -> Option<String> {
        self.at(path).and_then(Node::text)
    }

    /// The `code` and the `name` of a code-list value (xoev-code), unless empty.
    pub(super) fn code_at(&self, path: &[&str]) -> (Option<String>, Option<String>) {
        let value = self.at(path);
        (value.and_then(|value| value.text_at(&["code"])), value.and_then(|value| value.text_at(&["name"])))
    }

    pub(super) fn kids(&self) -> &[Node] {
        &self.kids
    }
}

/// Reads the whole message; the root element must be of xdomea 3.0.0.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Node, Refused> {
    if bytes.len() as u64 > limits.message_bytes {
        return Err(Refusal::TooLarge.into());
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Refusal::NotUtf8.into());
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Refused::from(Refusal::NotUtf8))?;
    // Nothing that begins otherwise can be XML; a person who picked the wrong file is told so.
    if !text.trim_start().starts_with('<') {
        return Err(Refusal::NotXdomea.into());
    }
    if text.bytes().any(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        return Err(Refusal::XmlMalformed.into());
    }
    Builder { limits, open: Vec::new(), skipping: 0, elements: 0, root: None }.build(text)
}

struct Builder<'a> {
    limits: &'a Limits,
    open: Vec<Node>,
    /// How many elements are open inside a part that is not kept.
    skipping: usize,
    elements: usize,
    root: Option<Node>,
}

impl Builder<'_> {
    fn build(mut self, text: &str) -> Result<Node, Refused> {
        let mut reader = NsReader::from_str(text);
        let config = reader.config_mut();
        config.enable_all_checks(true);
        config.allow_dangling_amp = false;
        // Namespaces are looked up by walking all that are in scope, so their number is bounded too.
        reader.resolver_mut().set_max_namespace_bindings(64);
        loop {
            let (space, event) = reader.read_resolved_event().map_err(|error| malformed(&error))?;
            match event {
                Event::Start(start) => {
                    let space = self.space(&space)?;
                    self.start(space, &start)?;
                }
                Event::Empty(start) => {
                    let space = self.space(&space)?;
                    self.start(space, &start)?;
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(text) => self.text(&text.xml10_content())?,
                Event::CData(data) => self.text(&data.xml10_content())?,
                Event::GeneralRef(reference) => {
                    let sign = character(&reference)?;
                    self.text(sign.encode_utf8(&mut [0; 4]))?;
                }
                Event::Decl(declaration) => {
                    let version = declaration.xml_version().map_err(|error| malformed(&error))?;
                    if version != XmlVersion::Explicit1_0 {
                        return Err(Refusal::XmlMalformed.into());
                    }
                    match declaration.encoding() {
                        Some(Ok(encoding)) if !encoding.eq_ignore_ascii_case("utf-8") => return Err(Refusal::NotUtf8.into()),
                        Some(Err(_)) => return Err(Refusal::XmlMalformed.into()),
                        _ => {}
                    }
                }
                Event::DocType(_) => return Err(Refusal::XmlDoctype.into()),
                Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => break,
            }
        }
        if !self.open.is_empty() || self.skipping > 0 {
            return Err(Refusal::Truncated.into());
        }
        self.root.ok_or_else(|| Refusal::NotXdomea.into())
    }

    /// Whether an element of this namespace is kept; the root decides whether this is xdomea 3.0.0 at all.
    fn space(&self, space: &ResolveResult) -> Result<bool, Refused> {
        let is_root = self.open.is_empty() && self.skipping == 0;
        match space {
            ResolveResult::Bound(Namespace(name)) if *name == NAMESPACE => Ok(true),
            ResolveResult::Bound(Namespace(name)) if is_root => {
                // Up to 2.x the namespace was a web address: http://www.xdomea.de/V2.1.0.
                let version = name.strip_prefix(ANY_VERSION).or_else(|| name.split_once("xdomea.de/").map(|(_, version)| version));
                Err(version.map_or_else(|| Refusal::NotXdomea.into(), |version| Refused::new(Refusal::VersionUnsupported, version)))
            }
            ResolveResult::Bound(_) => Ok(false),
            ResolveResult::Unbound if is_root => Err(Refusal::NotXdomea.into()),
            ResolveResult::Unbound => Ok(true),
            ResolveResult::Unknown(prefix) => Err(Refused::new(Refusal::XmlMalformed, prefix)),
        }
    }

    fn start(&mut self, keep: bool, start: &BytesStart) -> Result<(), Refused> {
        if self.root.is_some() {
            return Err(Refusal::XmlMalformed.into());
        }
        self.elements += 1;
        if self.elements > self.limits.elements {
            return Err(Refusal::TooManyElements.into());
        }
        if self.open.len() + self.skipping >= self.limits.depth {
            return Err(Refusal::TooDeep.into());
        }
        if self.skipping > 0 || !keep {
            self.skipping += 1;
        } else {
            self.open.push(Node { name: start.local_name().as_ref().into(), ..Node::default() });
        }
        Ok(())
    }

    fn end(&mut self) {
        if self.skipping > 0 {
            self.skipping -= 1;
            return;
        }
        // The reader has checked that every end tag has its start, so there is always one open.
        let Some(mut node) = self.open.pop() else { return };
        if node.kids.is_empty() {
            node.text.shrink_to_fit();
        } else {
            node.text = String::new();
        }
        match self.open.last_mut() {
            Some(parent) => parent.kids.push(node),
            None => self.root = Some(node),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Refused> {
        if self.skipping > 0 {
            return Ok(());
        }
        let Some(node) = self.open.last_mut() else {
            return if text.trim().is_empty() { Ok(()) } else { Err(Refusal::XmlMalformed.into()) };
        };
        if node.text.len() + text.len() > self.limits.text_bytes {
            return Err(Refused::new(Refusal::TextTooLong, &node.name));
        }
        node.text.push_str(text);
        Ok(())
    }
}

/// The character a reference stands for: one of the five built-in names or a number.
fn character(reference: &BytesRef) -> Result<char, Refused> {
    if reference.is_char_ref() {
        let sign = reference.resolve_char_ref().ok().flatten().filter(|sign| *sign >= ' ' || matches!(sign, '\t' | '\n' | '\r'));
        return sign.ok_or_else(|| Refusal::XmlMalformed.into());
    }
    match &**reference {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        other => Err(Refused::new(Refusal::XmlEntity, other)),
    }
}

fn malformed(error: &quick_xml::Error) -> Refused {
    use quick_xml::errors::{IllFormedError, SyntaxError};
    match error {
        quick_xml::Error::Syntax(SyntaxError::UnclosedDoctype) => Refusal::XmlDoctype.into(),
        quick_xml::Error::Syntax(_) | quick_xml::Error::IllFormed(IllFormedError::MissingEndTag(_)) => Refusal::Truncated.into(),
        _ => Refusal::XmlMalformed.into(),
    }
}
