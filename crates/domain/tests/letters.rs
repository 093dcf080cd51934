//! Templates of letters, and what is made of them: no gap is silent, and nothing that stands in a case becomes structure.

#![allow(clippy::unwrap_used)]

use praesto_domain::letters::{
    Answer, Blank, Filled, Paragraph, ParagraphKind, Template, TemplateWrong, address_lines, from_text, gaps, titled, to_text,
};
use proptest::prelude::*;

const LETTER: &str = "\
# About {title}

Dear {party:Mother/Father},
you wrote on {received}.

[if field:care]
Hours: {field:care}
[end]

[if not field:sibling]
No brother or sister goes there.
[end]

## Reasons

{reason}

- {missing}
- {?which papers}

{author}";

fn answer(text: &str) -> Option<Answer> {
    Some(Answer { text: text.to_owned(), holds: true })
}

fn fill(template: &str, given: impl Fn(&Blank) -> Option<Answer>) -> Filled {
    Template::read(template).unwrap().fill(&given, &|blank| format!("{blank:?}"))
}

fn said(filled: &Filled) -> Vec<(ParagraphKind, &str)> {
    filled.paragraphs.iter().map(|one| (one.kind, one.text.as_str())).collect()
}

#[test]
fn a_letter_that_does_not_say_what_it_is_about_is_called_by_its_title() {
    use ParagraphKind::*;
    let kinds = |text: &str| -> Vec<(ParagraphKind, String)> {
        titled(from_text(text), "Papers\n missing").into_iter().map(|one| (one.kind, one.text)).collect()
    };
    let title = || (Title, "Papers missing".to_owned());
    assert_eq!(kinds("Dear Besa,"), [title(), (Text, "Dear Besa,".to_owned())]);
    assert_eq!(kinds("## Bring\n\n# Not the first"), [title(), (Heading, "Bring".to_owned()), (Title, "Not the first".to_owned())]);
    assert_eq!(kinds("# About\n\nDear Besa,"), [(Title, "About".to_owned()), (Text, "Dear Besa,".to_owned())]);
    assert_eq!(titled(titled(from_text("Dear"), "A"), "B"), titled(from_text("Dear"), "A"), "once is enough");
    assert_eq!(titled(from_text("Dear"), " \n"), from_text("Dear"), "nothing is no title");
}

#[test]
fn a_template_is_filled_in_and_what_has_no_answer_is_named() {
    let filled = fill(LETTER, |blank| match blank {
        Blank::Title => answer("a place"),
        Blank::Party(roles) if roles == &["Mother", "Father"] => answer("Besa"),
        Blank::Field(field) if field == "sibling" => Some(Answer { text: "No".to_owned(), holds: false }),
        Blank::Reason => answer("There is room.\nIn Breza.\n\nAnd in Rosa."),
        Blank::Missing => answer("Address\n\nHours"),
        Blank::Author => answer("Ana"),
        _ => None,
    });
    use ParagraphKind::*;
    assert_eq!(
        said(&filled),
        [
            (Title, "About a place"),
            (Text, "Dear Besa,\nyou wrote on [[Received]]."),
            (Text, "No brother or sister goes there."),
            (Heading, "Reasons"),
            (Text, "There is room.\nIn Breza."),
            (Text, "And in Rosa."),
            (Item, "Address"),
            (Item, "Hours"),
            (Item, "[[ByHand(\"which papers\")]]"),
            (Text, "Ana"),
        ]
    );
    assert_eq!(filled.missing, ["Received", "ByHand(\"which papers\")"], "a paragraph that is not there lacks nothing");
    let wanted: Vec<_> = filled.paragraphs.iter().flat_map(|one| gaps(&one.text)).map(|gap| gap.wanted).collect();
    assert_eq!(wanted, filled.missing);
}

#[test]
fn what_is_wrong_with_a_template_is_said_with_its_line() {
    let wrong = |text: &str| Template::read(text).unwrap_err();
    let said = |text: &str| wrong(text).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(wrong("Dear all,"), [TemplateWrong::NoTitle]);
    assert_eq!(wrong(""), [TemplateWrong::NoTitle]);
    assert_eq!(wrong("# One\n\n# Two\n\nText"), [TemplateWrong::TwoTitles(3)]);
    assert_eq!(
        said("# A\n\n{refrence} and {field:Child Name} and {"),
        [
            "line 3: there is no blank {refrence}",
            "line 3: there is no blank {field:Child Name}",
            "line 3: \"{\" is not closed by \"}\" on its line",
        ]
    );
    assert_eq!(wrong("# A\n\n[if title]\n[if reference]\nText\n[end]\n[end]"), [TemplateWrong::Nested(4), TemplateWrong::EndsNothing(7)]);
    assert_eq!(wrong("# A\n\nText\n\n[if title]\nMore"), [TemplateWrong::NotEnded(5)]);
    assert_eq!(
        said("# A\n\nText\n\n[unless title]\nMore\n[end]")[0],
        "line 5: \"[unless title]\" is none of: [if NAME], [if not NAME], [end]"
    );
    assert_eq!(said("# A\n\nText\n\n[if ?by hand]\nMore\n[end]"), ["line 5: there is no blank {?by hand}"]);
    assert_eq!(wrong("# A\n\n[if title]\nText\n[end]"), [TemplateWrong::SaysNothing]);
    assert_eq!(wrong(&format!("# A\n\n{}", "я".repeat(20_001))), [TemplateWrong::TooLong]);
    assert!(Template::read(&format!("# A\r\n\r\n{}\r\n", "я".repeat(19_000))).is_ok(), "lines end as on any system");
}

#[test]
fn an_address_is_what_stands_on_an_envelope() {
    assert_eq!(address_lines("Bridge Street 12, 1200 Lindara"), ["Bridge Street 12", "1200 Lindara"]);
    assert_eq!(address_lines("Улица 8\n1000 Скопје; +389 70 123 456, besa@example.org"), ["Улица 8", "1000 Скопје"]);
    assert_eq!(address_lines("070/123-456"), Vec::<String>::new());
    assert_eq!(address_lines(" , ;\n"), Vec::<String>::new());
}

#[test]
fn what_people_type_is_read_as_they_see_it() {
    use ParagraphKind::*;
    let read = |text: &str| from_text(text).into_iter().map(|one| (one.kind, one.text)).collect::<Vec<_>>();
    let owned = |all: &[(ParagraphKind, &str)]| all.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect::<Vec<_>>();
    assert_eq!(
        read("# One\nTwo\nThree\n\n\n## Four\n- five\n- six\n seven\n\n\\# eight"),
        owned(&[(Title, "One"), (Text, "Two\nThree"), (Heading, "Four"), (Item, "five"), (Item, "six\nseven"), (Text, "# eight"),])
    );
    assert_eq!(read("#1 is no heading, -2 no item\n-"), owned(&[(Text, "#1 is no heading, -2 no item\n-")]));
    assert_eq!(gaps("a [[b]] [[ c ]] [[[d]] ]] [[e").iter().map(|gap| gap.wanted).collect::<Vec<_>>(), ["b", "c", "d"]);
}

/// Text as it can stand in a case, with much that means something in a template.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("# ".to_owned()),
        Just("## x".to_owned()),
        Just("- ".to_owned()),
        Just("\\".to_owned()),
        Just("\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("[[".to_owned()),
        Just("]]".to_owned()),
        Just("[if title]".to_owned()),
        Just("{title}".to_owned()),
        "[a-zа-ш ]{1,8}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn any_paragraph() -> impl Strategy<Value = Paragraph> {
    let kind = prop_oneof![Just(ParagraphKind::Title), Just(ParagraphKind::Heading), Just(ParagraphKind::Text), Just(ParagraphKind::Item)];
    (kind, any_text()).prop_filter_map("a paragraph says something", |(kind, text)| {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let joined = lines.join(if matches!(kind, ParagraphKind::Title | ParagraphKind::Heading) { " " } else { "\n" });
        (!joined.is_empty()).then_some(Paragraph { kind, text: joined })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(20261102), ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_as_text_is_read_back(paragraphs in prop::collection::vec(any_paragraph(), 0..8)) {
        prop_assert_eq!(from_text(&to_text(&paragraphs)), paragraphs);
    }

    #[test]
    fn any_text_is_read_and_reading_it_again_changes_nothing(text in any_text()) {
        let read = from_text(&text);
        prop_assert_eq!(from_text(&to_text(&read)), read);
    }

    #[test]
    fn nothing_that_stands_in_a_case_becomes_structure_or_a_gap(value in any_text()) {
        let filled = fill("# About {title}\n\n{title}\n\n- {title}\n\n{reference}", |blank| match blank {
            Blank::Title => answer(&value),
            _ => None,
        });
        let kinds: Vec<_> = filled.paragraphs.iter().map(|one| one.kind).collect();
        prop_assert_eq!(kinds.iter().filter(|kind| **kind == ParagraphKind::Title).count(), 1);
        prop_assert!(!kinds.contains(&ParagraphKind::Heading));
        // Where the value says nothing, it is a gap itself.
        let empty = value.trim().is_empty();
        let mut wanted: Vec<_> = filled.paragraphs.iter().flat_map(|one| gaps(&one.text)).map(|gap| gap.wanted.to_owned()).collect();
        wanted.dedup();
        let expected: &[&str] = if empty { &["Title", "Reference"] } else { &["Reference"] };
        prop_assert_eq!(&wanted, expected);
        prop_assert_eq!(&filled.missing, expected);
        prop_assert_eq!(from_text(&to_text(&filled.paragraphs)), filled.paragraphs);
    }

    #[test]
    fn any_template_is_read_or_refused(text in any_text()) {
        if let Ok(template) = Template::read(&text) {
            let filled = template.fill(&|_| None, &|_| "gap".to_owned());
            prop_assert!(filled.paragraphs.len() > 1, "it says something, whatever is known");
        }
    }
}
