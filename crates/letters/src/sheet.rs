//! The paper: what stands where on an A4 sheet, and what each of it is to whoever hears it.

use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, Archival, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point},
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup, TagTree},
};
use std::num::NonZeroU16;

use crate::{
    Kind, Letter, Refused, Window,
    face::{Line, Setter, Style, Weight},
    flow::{self, INDENT, Piece, Set},
};

/// Points of a millimetre.
const MM: f32 = 72.0 / 25.4;
const WIDTH: f32 = 210.0 * MM;
const HEIGHT: f32 = 297.0 * MM;
const LEFT: f32 = 25.0 * MM;
const RIGHT: f32 = 20.0 * MM;
/// Where the words begin on the first page, below address and reference, and on the others.
const FIRST: f32 = 100.0 * MM;
const FURTHER: f32 = 32.0 * MM;
/// Where they end.
const END: f32 = 270.0 * MM;
/// The window: its left edge for either envelope, its width, and where the sender and the address begin in it.
const ADDRESS_LEFT: f32 = LEFT;
const ADDRESS_RIGHT: f32 = 110.0 * MM;
const ADDRESS_WIDTH: f32 = 75.0 * MM;
const SENDER: f32 = 46.5 * MM;
const ADDRESS: f32 = 52.0 * MM;
/// Lines of an address that the window shows.
const ADDRESS_LINES: usize = 8;
/// What is beside the address.
const ABOUT: f32 = 52.0 * MM;
const ABOUT_WIDTH: f32 = 65.0 * MM;
/// Lines that one thing of it has at most.
const ABOUT_LINES: usize = 3;
/// Where the sheet is folded, and where it is punched.
const FOLDS: [f32; 3] = [105.0 * MM, 148.5 * MM, 210.0 * MM];

const OFFICE: Style = Style { weight: Weight::SemiBold, size: 14.0, leading: 18.0 };
const PLAIN: Style = Style { weight: Weight::Regular, size: 10.5, leading: 13.5 };
const SMALL: Style = Style { weight: Weight::Regular, size: 8.0, leading: 11.0 };

/// What is drawn beside the blocks, line by line.
struct Frame {
    office: Vec<Line>,
    sender: Vec<Line>,
    recipient: Vec<Line>,
    about: Vec<(Vec<Line>, Vec<Line>)>,
    running: Vec<Line>,
}

pub(crate) fn draw(letter: &Letter, page: &dyn Fn(usize, usize) -> String) -> Result<Vec<u8>, Refused> {
    let mut setter = Setter::new()?;
    let column = WIDTH - LEFT - RIGHT;
    let sets = flow::set(&mut setter, &letter.blocks, column);
    let frame = frame(&mut setter, letter, column)?;
    let pages = flow::pages(&sets, END - FIRST, END - FURTHER);
    let numbers: Vec<Vec<Line>> =
        (1..=pages.len()).map(|number| setter.set(&crate::clean(&page(number, pages.len())), SMALL, column)).collect();
    setter.complete()?;

    let mut document = Document::new_with(settings()?);
    let (mut tags, mut outline, mut head) = (vec![Vec::new(); sets.len()], Outline::new(), Vec::new());
    for (index, pieces) in pages.iter().enumerate() {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| Refused::Standard("A4".to_owned()))?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        // Said once, so that every line is filled alike.
        surface.set_fill(Some(Fill::default()));
        let mut pen = Pen { surface: &mut surface, setter: &setter };
        let top = if index == 0 { FIRST } else { FURTHER };
        if index == 0 {
            pen.folds();
            head = pen.head(&frame, letter.window);
        } else {
            pen.aside(&frame.running, SMALL, LEFT, 18.0 * MM, ArtifactType::Header);
        }
        if pages.len() > 1 {
            let number = &numbers[index];
            let width = number.first().map_or(0.0, |line| line.width);
            pen.aside(number, SMALL, WIDTH - RIGHT - width, 280.0 * MM, ArtifactType::PageNumber);
        }
        for piece in pieces {
            let set = &sets[piece.set];
            if matches!(set.kind, Kind::Title | Kind::Heading) && piece.lines.start == 0 {
                outline.push_child(OutlineNode::new(set.text.clone(), XyzDestination::new(index, Point::from_xy(LEFT, top + piece.top))));
            }
            tags[piece.set].extend(pen.piece(set, piece, top));
        }
        surface.finish();
        page.finish();
    }
    document.set_outline(outline);
    document.set_tag_tree(tree(letter, head, &sets, tags));
    document.set_metadata(metadata(letter));
    document.finish().map_err(|error| Refused::Standard(error.to_string()))
}

fn settings() -> Result<SerializeSettings, Refused> {
    let configuration =
        ConfigurationBuilder::new().with_archival_validator(Archival::A2_A).with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|_| Refused::Standard("PDF/A-2a and PDF/UA-1".to_owned()))?;
    Ok(SerializeSettings { configuration, enable_tagging: true, xmp_metadata: true, ..SerializeSettings::default() })
}

fn metadata(letter: &Letter) -> Metadata {
    let (year, month, day) = letter.day;
    Metadata::new()
        .title(letter.title.clone())
        .description(letter.reference.clone())
        .authors(vec![letter.office.clone()])
        .language(letter.language.clone())
        .creator("Praesto".to_owned())
        .creation_date(DateTime::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0))
}

fn frame(setter: &mut Setter, letter: &Letter, column: f32) -> Result<Frame, Refused> {
    let address = letter.recipient.join("\n");
    let recipient = if address.is_empty() { Vec::new() } else { setter.set(&address, PLAIN, ADDRESS_WIDTH) };
    if recipient.len() > ADDRESS_LINES {
        return Err(Refused::Address);
    }
    let mut beside = |text: &str, style: Style| {
        let mut lines = setter.set(text, style, ABOUT_WIDTH);
        // However long a reference is: what is beside the address ends above the words.
        lines.truncate(ABOUT_LINES);
        lines
    };
    let about = letter.about.iter().map(|(label, value)| (beside(label, SMALL), beside(value, PLAIN))).collect();
    let running = [letter.office.as_str(), &letter.reference].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let mut sender = setter.set(&letter.office, SMALL, ADDRESS_WIDTH);
    sender.truncate(1);
    let mut running = setter.set(&running, SMALL, column);
    running.truncate(2);
    let mut office = setter.set(&letter.office, OFFICE, column);
    office.truncate(2);
    Ok(Frame { office, sender, recipient, about, running })
}

/// Draws, and says what it draws.
struct Pen<'a, 's> {
    surface: &'a mut Surface<'s>,
    setter: &'a Setter,
}

impl Pen<'_, '_> {
    /// Draws lines one below the other; gives what stands for each.
    fn lines<'l>(&mut self, lines: impl IntoIterator<Item = &'l Line>, style: Style, x: f32, top: f32) -> Vec<Identifier> {
        let drawn = lines.into_iter().enumerate().filter(|(_, line)| !line.glyphs.is_empty());
        drawn.map(|(at, line)| self.line(line, style, x, top + at as f32 * style.leading, ContentTag::Span(SpanTag::empty()))).collect()
    }

    fn line(&mut self, line: &Line, style: Style, x: f32, top: f32, tag: ContentTag<'_>) -> Identifier {
        let id = self.surface.start_tagged(tag);
        let at = Point::from_xy(x, top + style.baseline());
        self.surface.draw_glyphs(at, &line.glyphs, self.setter.font(style.weight), &line.text, style.size, false);
        self.surface.end_tagged();
        id
    }

    /// What belongs to the page and not to the letter.
    fn aside(&mut self, lines: &[Line], style: Style, x: f32, top: f32, kind: ArtifactType) {
        for (at, line) in lines.iter().filter(|line| !line.glyphs.is_empty()).enumerate() {
            self.line(line, style, x, top + at as f32 * style.leading, ContentTag::Artifact(Artifact::with_kind(kind)));
        }
    }

    fn folds(&mut self) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Page)));
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke { width: 0.4, ..Stroke::default() }));
        for (at, y) in FOLDS.into_iter().enumerate() {
            let mut line = PathBuilder::new();
            line.move_to(5.0 * MM, y);
            line.line_to(if at == 1 { 11.0 } else { 9.0 } * MM, y);
            if let Some(line) = line.finish() {
                self.surface.draw_path(&line);
            }
        }
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill::default()));
        self.surface.end_tagged();
    }

    /// Head, address and reference; gives the paragraphs that they are.
    fn head(&mut self, frame: &Frame, window: Window) -> Vec<Vec<Identifier>> {
        let (address, about) = match window {
            Window::Left => (ADDRESS_LEFT, WIDTH - RIGHT - ABOUT_WIDTH),
            Window::Right => (ADDRESS_RIGHT, LEFT),
        };
        let mut paragraphs = vec![self.lines(&frame.office, OFFICE, LEFT, 20.0 * MM)];
        if !frame.recipient.is_empty() {
            // Where the letter comes back to, for the post; the head says it to the reader.
            self.aside(&frame.sender, SMALL, address, SENDER, ArtifactType::Layout);
        }
        paragraphs.push(self.lines(&frame.recipient, PLAIN, address, ADDRESS));
        let mut top = ABOUT;
        for (label, value) in &frame.about {
            let mut both = self.lines(label, SMALL, about, top);
            top += label.len() as f32 * SMALL.leading;
            both.extend(self.lines(value, PLAIN, about, top));
            top += value.len() as f32 * PLAIN.leading + 4.0;
            paragraphs.push(both);
        }
        paragraphs
    }

    fn piece(&mut self, set: &Set, piece: &Piece, top: f32) -> Vec<Identifier> {
        let (style, y) = (set.style(), top + piece.top);
        if set.kind == Kind::Item && piece.lines.start == 0 {
            self.dot(y + style.baseline() - style.size * 0.36);
        }
        self.lines(&set.lines[piece.lines.clone()], style, LEFT + set.indent(), y)
    }

    /// The mark of a list, as a shape: it says nothing that the structure does not.
    fn dot(&mut self, y: f32) {
        const HALF: f32 = 1.3;
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        let (x, mut path) = (LEFT + INDENT / 2.0 - 2.0, PathBuilder::new());
        path.move_to(x - HALF, y);
        // A circle by four curves (control points at 0.5523 of the radius).
        let c = HALF * 0.5523;
        path.cubic_to(x - HALF, y - c, x - c, y - HALF, x, y - HALF);
        path.cubic_to(x + c, y - HALF, x + HALF, y - c, x + HALF, y);
        path.cubic_to(x + HALF, y + c, x + c, y + HALF, x, y + HALF);
        path.cubic_to(x - c, y + HALF, x - HALF, y + c, x - HALF, y);
        path.close();
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
        self.surface.end_tagged();
    }
}

/// The structure, in the order in which the letter is read.
fn tree(letter: &Letter, head: Vec<Vec<Identifier>>, sets: &[Set], tags: Vec<Vec<Identifier>>) -> TagTree {
    let nodes = |ids: Vec<Identifier>| ids.into_iter().map(Node::from).collect::<Vec<_>>();
    let mut tree = TagTree::new().with_lang(Some(letter.language.clone()));
    for paragraph in head.into_iter().filter(|ids| !ids.is_empty()) {
        tree.push(TagGroup::with_children(Tag::P, nodes(paragraph)));
    }
    let mut list: Option<TagGroup> = None;
    for (set, ids) in sets.iter().zip(tags) {
        if set.kind == Kind::Item {
            let body = TagGroup::with_children(Tag::LBody, nodes(ids));
            let items = list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::Disc)));
            items.push(TagGroup::with_children(Tag::LI, vec![body.into()]));
            continue;
        }
        if let Some(list) = list.take() {
            tree.push(list);
        }
        let title = Some(set.text.clone());
        tree.push(match set.kind {
            Kind::Title => TagGroup::with_children(Tag::Hn(NonZeroU16::MIN, title), nodes(ids)),
            Kind::Heading => TagGroup::with_children(Tag::Hn(NonZeroU16::MIN.saturating_add(1), title), nodes(ids)),
            Kind::Text | Kind::Item => TagGroup::with_children(Tag::P, nodes(ids)),
        });
    }
    if let Some(list) = list.take() {
        tree.push(list);
    }
    tree
}
