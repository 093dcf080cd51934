//! The typeface, and text set in it: which sign stands where on which line.

use std::{borrow::Cow, collections::BTreeSet, sync::Arc};

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::{
    FontContext, FontFamily, FontFamilyName, Layout, LayoutContext, OverflowWrap, StyleProperty,
    fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache},
};

use crate::Refused;

/// Inter, as its project gives it out (SIL Open Font License, beside it).
const REGULAR: &[u8] = include_bytes!("../fonts/Inter-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../fonts/Inter-SemiBold.ttf");

/// Height of letters above the line, and of the whole face, for a size of 1.
const ASCENT: f32 = 0.969;
const WHOLE: f32 = 1.21;

/// A weight of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

impl Weight {
    /// The name under which it is known here; each weight is a family of its own, so that none stands in for the other.
    fn family(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::SemiBold => "semi-bold",
        }
    }

    fn data(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::SemiBold => SEMI_BOLD,
        }
    }
}

/// How text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub(crate) weight: Weight,
    /// In points.
    pub(crate) size: f32,
    /// From line to line, in points.
    pub(crate) leading: f32,
}

impl Style {
    /// Where the letters stand below the top of their line.
    pub(crate) fn baseline(self) -> f32 {
        (self.leading - self.size * WHOLE) / 2.0 + self.size * ASCENT
    }
}

/// A line, set.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) text: Arc<str>,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// In points.
    pub(crate) width: f32,
}

/// Sets text.
pub(crate) struct Setter {
    fonts: FontContext,
    scratch: LayoutContext<()>,
    regular: Font,
    semi_bold: Font,
    missing: BTreeSet<char>,
}

impl Setter {
    pub(crate) fn new() -> Result<Self, Refused> {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for weight in [Weight::Regular, Weight::SemiBold] {
            let named = FontInfoOverride { family_name: Some(weight.family()), ..FontInfoOverride::default() };
            collection.register_fonts(Blob::new(Arc::new(weight.data())), Some(named));
        }
        let font =
            |weight: Weight| Font::new(weight.data().into(), 0).ok_or_else(|| Refused::Standard("the typeface cannot be read".to_owned()));
        Ok(Self {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            scratch: LayoutContext::new(),
            regular: font(Weight::Regular)?,
            semi_bold: font(Weight::SemiBold)?,
            missing: BTreeSet::new(),
        })
    }

    /// The font of a weight, as pages take it.
    pub(crate) fn font(&self, weight: Weight) -> Font {
        match weight {
            Weight::Regular => self.regular.clone(),
            Weight::SemiBold => self.semi_bold.clone(),
        }
    }

    /// Breaks a text into lines of at most this width. A word that is wider is broken where the line ends.
    pub(crate) fn set(&mut self, text: &str, style: Style, width: f32) -> Vec<Line> {
        let hard: Vec<&str> = text.split('\n').collect();
        let last = hard.len() - 1;
        let mut lines = Vec::new();
        for (at, part) in hard.into_iter().enumerate() {
            // Whoever hears the text hears two words at a line break, not one.
            let part: Arc<str> = if at < last { format!("{part} ").into() } else { part.into() };
            lines.extend(self.broken(&part, style, width));
        }
        lines
    }

    fn broken(&mut self, text: &Arc<str>, style: Style, width: f32) -> Vec<Line> {
        let mut builder = self.scratch.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::Single(FontFamilyName::Named(Cow::Borrowed(style.weight.family())))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut layout: Layout<()> = builder.build(text);
        layout.break_all_lines(Some(width));
        let mut lines = Vec::with_capacity(layout.len());
        for line in layout.lines() {
            let (mut glyphs, mut width): (Vec<KrillaGlyph>, f32) = (Vec::new(), 0.0);
            for cluster in line.runs().flat_map(|run| run.visual_clusters()) {
                let range = cluster.text_range();
                if cluster.is_ligature_continuation() {
                    if let Some(glyph) = glyphs.last_mut() {
                        glyph.text_range.end = range.end;
                    }
                    continue;
                }
                for glyph in cluster.glyphs() {
                    if glyph.id == 0 {
                        self.missing.extend(text[range.clone()].chars());
                    }
                    let of_size = |length: f32| length / style.size;
                    glyphs.push(KrillaGlyph::new(
                        GlyphId::new(glyph.id),
                        of_size(glyph.advance),
                        of_size(glyph.x),
                        of_size(glyph.y),
                        0.0,
                        range.clone(),
                        None,
                    ));
                    width += glyph.advance;
                }
            }
            lines.push(Line { text: text.clone(), glyphs, width });
        }
        lines
    }

    /// An error if any sign that was set is not in the typeface.
    pub(crate) fn complete(&self) -> Result<(), Refused> {
        if self.missing.is_empty() { Ok(()) } else { Err(Refused::Signs(self.missing.iter().collect())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { weight: Weight::Regular, size: 10.0, leading: 14.0 };

    #[test]
    fn no_line_is_wider_than_its_column_however_long_a_word() {
        let mut setter = Setter::new().expect("the typeface is here");
        for word in ["W".repeat(300), "Ж".repeat(300), format!("{}-{}", "a".repeat(150), "b".repeat(150))] {
            let lines = setter.set(&format!("A word: {word} and more."), STYLE, 200.0);
            assert!(
                lines.len() > 5 && lines.iter().all(|line| line.width <= 201.0),
                "{:?}",
                lines.iter().map(|line| line.width).collect::<Vec<_>>()
            );
            let drawn: usize = lines.iter().map(|line| line.glyphs.len()).sum();
            assert_eq!(drawn, word.chars().count() + "A word:  and more.".len(), "every letter is on some line");
        }
        setter.complete().expect("all of it is in the typeface");
    }

    #[test]
    fn a_line_ends_where_words_do() {
        let mut setter = Setter::new().expect("the typeface is here");
        let said = |lines: &[Line]| {
            let text = |line: &Line| {
                let (first, last) = (line.glyphs.first(), line.glyphs.last());
                first.zip(last).map(|(first, last)| line.text[first.text_range.start..last.text_range.end].to_owned()).unwrap_or_default()
            };
            lines.iter().map(text).collect::<Vec<_>>()
        };
        assert_eq!(said(&setter.set("one two\nthree", STYLE, 500.0)), ["one two ", "three"], "a line break is heard as one");
        // No break at a space that keeps together, as before French signs.
        let lines = said(&setter.set("aaaa bbbb cccc dddd\u{a0}: eeee", STYLE, 100.0));
        assert!(lines.iter().any(|line| line.contains("dddd\u{a0}:")), "{lines:?}");
    }
}
