//! A letter as another program reads it: its words in order, its structure, its typeface, and that it says which standards it follows.

#![allow(clippy::unwrap_used)]

use lopdf::{Dictionary, Document, Object};
use praesto_letters::scans::{About, Binder, Picture, ScannedPage};
use praesto_letters::{Block, Kind, Letter, Refused, Window, make};
use proptest::prelude::*;

const MACEDONIAN: &str = "Почитувани, Ѓорѓи Ќосев од Џепчиште доби место во градинката „Ѕвездичка“.";

fn block(kind: Kind, text: &str) -> Block {
    Block { kind, text: text.to_owned() }
}

fn letter(blocks: Vec<Block>) -> Letter {
    Letter {
        language: "en".to_owned(),
        office: "Municipality of Lindara".to_owned(),
        title: "Acceptance".to_owned(),
        recipient: vec!["Besa Hoxha".to_owned(), "Bridge Street 12".to_owned(), "1200 Lindara".to_owned()],
        window: Window::Left,
        about: vec![("Our reference".to_owned(), "KG-2026-7Q4M-0001".to_owned()), ("Date".to_owned(), "23 November 2026".to_owned())],
        reference: "KG-2026-7Q4M-0001".to_owned(),
        day: (2026, 11, 23),
        blocks,
    }
}

fn usual() -> Letter {
    letter(vec![
        block(Kind::Title, "A kindergarten place for Arta"),
        block(Kind::Text, "Dear Besa Hoxha,"),
        block(Kind::Text, "Arta is given a place from 1 December 2026."),
        block(Kind::Heading, "Bring along"),
        block(Kind::Item, "the birth certificate"),
        block(Kind::Item, "a medical certificate"),
        block(Kind::Text, "Yours faithfully,\nAna Georgieva"),
    ])
}

fn made(letter: &Letter) -> Vec<u8> {
    make(letter, &|page, pages| format!("Page {page} of {pages}")).unwrap()
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

/// The words of all pages, spaces as one.
fn words(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The metadata, as XML.
fn metadata(document: &Document) -> String {
    let catalog = document.catalog().unwrap();
    let stream = document.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
    String::from_utf8(stream.get_plain_content().unwrap_or_else(|_| stream.content.clone())).unwrap()
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

/// The structure, such as `Document(P H1 L(LI(LBody)))`.
fn structure(document: &Document) -> String {
    fn below(document: &Document, element: &Dictionary) -> String {
        let children: Vec<Object> = match element.get(b"K").and_then(|kids| document.dereference(kids)).map(|(_, kids)| kids.clone()) {
            Ok(Object::Array(kids)) => kids,
            Ok(one) => vec![one],
            Err(_) => Vec::new(),
        };
        let children = children.iter().filter_map(|child| dictionary(document, child)).filter(|child| child.has(b"S"));
        let inner: Vec<String> = children.map(|child| below(document, child)).collect();
        let name = element.get(b"S").and_then(Object::as_name).map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default();
        if inner.is_empty() { name } else { format!("{name}({})", inner.join(" ")) }
    }
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    below(document, dictionary(document, root).unwrap())
}

#[test]
fn its_words_come_out_in_the_order_in_which_they_are_read() {
    let text = words(&read(&made(&usual())));
    let parts = [
        "Municipality of Lindara",
        "Besa Hoxha",
        "1200 Lindara",
        "Our reference",
        "KG-2026-7Q4M-0001",
        "23 November 2026",
        "A kindergarten place for Arta",
        "Dear Besa Hoxha,",
        "from 1 December 2026.",
        "Bring along",
        "the birth certificate",
        "a medical certificate",
        "Yours faithfully, Ana Georgieva",
    ];
    let mut from = 0;
    for part in parts {
        let at = text[from..].find(part).unwrap_or_else(|| panic!("“{part}” follows in: {text}"));
        from += at + part.len();
    }
}

#[test]
fn whoever_hears_it_hears_headings_lists_and_paragraphs() {
    assert_eq!(structure(&read(&made(&usual()))), "(Document(P P P P H1 P P H2 L(LI(LBody) LI(LBody)) P))");
    let bare = Letter { recipient: Vec::new(), ..letter(vec![block(Kind::Text, "Words.")]) };
    assert_eq!(structure(&read(&made(&bare))), "(Document(P P P H1 P))", "a letter without a heading is called by its title");
}

#[test]
fn it_says_its_language_and_that_it_can_be_kept_and_heard() {
    let document = read(&made(&Letter { language: "mk".to_owned(), ..usual() }));
    let said = metadata(&document);
    for marker in
        ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>", "Acceptance"]
    {
        assert!(said.contains(marker), "{marker} in {said}");
    }
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"mk");
    let marked = dictionary(&document, catalog.get(b"MarkInfo").unwrap()).unwrap();
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
    assert!(catalog.has(b"OutputIntents"), "colours are those of a profile that is in the file");
}

#[test]
fn its_typeface_is_in_the_file_and_only_what_is_used_of_it() {
    let bytes = made(&usual());
    let document = read(&bytes);
    let mut faces = 0;
    for object in document.objects.values() {
        let Ok(descriptor) = object.as_dict() else { continue };
        if descriptor.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"FontDescriptor") {
            let name = String::from_utf8_lossy(descriptor.get(b"FontName").unwrap().as_name().unwrap()).into_owned();
            assert!(name.contains("+Inter"), "a part of Inter: {name}");
            assert!(descriptor.has(b"FontFile2") || descriptor.has(b"FontFile3"), "{name} is embedded");
            faces += 1;
        }
    }
    assert_eq!(faces, 2, "regular and semi-bold");
    assert!(bytes.len() < 120_000, "{} bytes", bytes.len());
}

#[test]
fn the_same_words_make_the_same_bytes() {
    assert_eq!(made(&usual()), made(&usual()));
    assert_ne!(made(&usual()), made(&Letter { day: (2026, 11, 24), ..usual() }));
}

#[test]
fn every_language_of_praesto_can_be_written() {
    for (language, text) in [
        ("mk", MACEDONIAN),
        ("sq", "Të nderuar, Çollaku i përket kopshtit të Gjirokastrës; ë, Ë, ç, Ç."),
        ("de", "Größe, STRAẞE, Straße, Übung, ähnlich, „so“, ‚so‘ – 12.345,67 €."),
        ("fr", "Cœur, Œuvre, « où », l’été\u{a0}: 12\u{202f}345 € ; ÿ Ÿ."),
        ("en", "Zoë’s naïve café – “quoted” … £5 № 7 ½."),
    ] {
        let document = read(&made(&Letter { language: language.to_owned(), ..letter(vec![block(Kind::Text, text)]) }));
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&document).contains(&plain), "{language}: {plain} in {}", words(&document));
    }
}

#[test]
fn a_long_letter_goes_over_several_pages_that_say_which_they_are() {
    let paragraph = |number: usize| format!("Paragraph {number}. {}", "Words that take some room on the paper of a letter. ".repeat(12));
    let long = letter((1..=28).map(|number| block(Kind::Text, &paragraph(number))).collect());
    let document = read(&made(&long));
    assert_eq!(document.get_pages().len(), 5);
    let text = words(&document);
    for page in 1..=5 {
        assert!(text.contains(&format!("Page {page} of 5")), "{page}");
    }
    assert_eq!(text.matches("Municipality of Lindara · KG-2026-7Q4M-0001").count(), 4, "each further page says to what it belongs");
    let order: Vec<usize> = (1..=28).map(|number| text.find(&format!("Paragraph {number}.")).unwrap()).collect();
    assert!(order.is_sorted());
    assert!(!words(&read(&made(&usual()))).contains("Page 1"), "a single page needs no number");
}

#[test]
fn what_is_not_seen_is_not_in_it_and_what_cannot_be_drawn_is_named() {
    let hostile = "Ana\u{202e}gnisrever\u{202c}\u{7}\u{0}\u{200b}\u{feff}\u{e000}\ttail";
    let document = read(&made(&letter(vec![block(Kind::Text, hostile)])));
    assert!(words(&document).contains("Anagnisrever tail"), "{}", words(&document));
    let drawn = |text: &str| make(&letter(vec![block(Kind::Text, text)]), &|_, _| String::new());
    assert_eq!(drawn("Dear محمد,"), Err(Refused::Signs("حدم".to_owned())));
    assert!(matches!(drawn("Party 🎉 on"), Err(Refused::Signs(signs)) if signs.contains('🎉')));
    assert_eq!(drawn("\u{202e}\u{0}"), Err(Refused::Empty));
    let tall = Letter { recipient: (0..9).map(|line| format!("line {line}")).collect(), ..usual() };
    assert_eq!(make(&tall, &|_, _| String::new()), Err(Refused::Address), "an envelope has room for eight lines");
}

#[test]
fn however_long_a_reference_or_a_heading_nothing_stands_over_anything_else() {
    let long = "KG-2026-".repeat(60);
    let about = vec![("Our reference".to_owned(), long.clone()), ("Date".to_owned(), "23 November 2026".to_owned())];
    let huge = Letter {
        about,
        reference: long,
        ..letter(vec![block(Kind::Heading, &"A heading without an end ".repeat(400)), block(Kind::Text, "The end.")])
    };
    let document = read(&made(&huge));
    assert!(words(&document).contains("23 November 2026") && words(&document).contains("The end."));
    assert!(document.get_pages().len() > 3, "a heading that fills pages goes over them");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: proptest::test_runner::RngSeed::Fixed(20261102), ..ProptestConfig::default() })]

    /// Whatever stands in a case, a letter is made by the standard or refused for a reason that people can mend.
    #[test]
    fn any_words_make_a_letter_or_are_refused(texts in prop::collection::vec((0..4_u8, any::<String>()), 0..6), office in any::<String>(), line in any::<String>()) {
        let kinds = [Kind::Title, Kind::Heading, Kind::Text, Kind::Item];
        let blocks = texts.iter().map(|(kind, text)| block(kinds[usize::from(*kind)], text)).collect();
        let any = Letter { office, recipient: vec![line], ..letter(blocks) };
        match make(&any, &|page, pages| format!("{page}/{pages}")) {
            Ok(bytes) => prop_assert!(bytes.starts_with(b"%PDF-1.7")),
            Err(refused) => prop_assert!(!matches!(refused, Refused::Standard(_)), "{refused}"),
        }
    }

    /// Signs of the languages that are written here never keep a letter back, however they are mixed.
    #[test]
    fn latin_and_cyrillic_words_always_make_a_letter(text in "[a-zA-Z0-9а-шА-ШѓќѕџљњјЃЌЅЏЉЊЈäöüßẞÄÖÜéèêçœëË .,;:!?()«»„“–\n]{1,400}") {
        let made = make(&letter(vec![block(Kind::Text, "x"), block(Kind::Text, &text)]), &|_, _| String::new());
        prop_assert!(made.is_ok(), "{made:?}");
    }
}

/// Eight pixels by two, black and white.
const DOTS: &[u8] = b"\x89PNG\x0D\x0A\x1A\x0A\x00\x00\x00\x0DIHDR\x00\x00\x00\x08\x00\x00\x00\x02\x01\x00\x00\x00\x00M\xEF\xA0@\
    \x00\x00\x00\x0CIDATx\xDAcX\xC5\x10\x0A\x00\x02W\x01\x00X\xB2\xCA#\x00\x00\x00\x00IEND\xAEB`\x82";

fn about() -> About {
    About {
        language: "mk".to_owned(), title: "Договор\nза станот".to_owned(), office: "Lindara".to_owned(), day: (2026, 11, 23)
    }
}

#[test]
fn pages_are_bound_in_their_order_each_as_large_as_it_was() {
    let mut binder = Binder::begin().unwrap();
    for paper in [(2_100, 2_970), (5_940, 8_410), (540, 850)] {
        binder.add(ScannedPage { picture: Picture::Png(DOTS.to_vec()), paper }).unwrap();
    }
    let bytes = binder.finish(about()).unwrap();
    let document = read(&bytes);
    let points = |page: &(u32, lopdf::ObjectId)| {
        let sides = document.get_dictionary(page.1).unwrap().get(b"MediaBox").unwrap().as_array().unwrap().clone();
        sides[2..].iter().map(|side| side.as_float().unwrap().round() as u32).collect::<Vec<_>>()
    };
    let sizes: Vec<_> = document.get_pages().into_iter().map(|page| points(&page)).collect();
    assert_eq!(sizes, [[595, 842], [1_684, 2_384], [153, 241]]);
    let says = metadata(&document);
    assert!(says.contains("<pdfaid:part>2</pdfaid:part>") && says.contains("Договор за станот"), "{says}");
}

#[test]
fn without_a_page_or_with_a_broken_picture_there_is_no_document() {
    assert_eq!(Binder::begin().unwrap().finish(about()), Err(Refused::Empty));
    let broken = ScannedPage { picture: Picture::Jpeg(DOTS.to_vec()), paper: (2_100, 2_970) };
    assert!(matches!(Binder::begin().unwrap().add(broken), Err(Refused::Standard(_))));
}
