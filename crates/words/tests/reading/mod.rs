//! Reading the Fluent files strictly, message by message.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use praesto_words::{Language, sources};

/// What one text says and needs.
// Each test file uses its own part of this.
#[allow(dead_code)]
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// All its words, every plural form, with `0` for each argument.
    pub(crate) prose: Vec<String>,
    pub(crate) arguments: BTreeSet<String>,
    /// Messages that it takes over.
    pub(crate) refers: BTreeSet<String>,
}

fn read_pattern(pattern: &Pattern<&str>, text: &mut Text) {
    let mut prose = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => prose.push_str(value),
            PatternElement::Placeable { expression } => {
                prose.push('0');
                read_expression(expression, text);
            }
        }
    }
    text.prose.push(prose);
}

fn read_expression(expression: &Expression<&str>, text: &mut Text) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, text),
        Expression::Select { selector, variants } => {
            read_inline(selector, text);
            variants.iter().for_each(|variant| read_pattern(&variant.value, text));
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, text: &mut Text) {
    match inline {
        InlineExpression::VariableReference { id } => {
            text.arguments.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            text.refers.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => arguments.positional.iter().for_each(|inner| read_inline(inner, text)),
        InlineExpression::Placeable { expression } => read_expression(expression, text),
        _ => {}
    }
}

/// All texts of a language under `id` and `id.attribute`.
pub(crate) fn texts(language: Language) -> BTreeMap<String, Text> {
    let mut all = BTreeMap::new();
    for source in sources(language) {
        let place = format!("{}/{}.ftl", language.code(), source.name);
        let resource = parse(source.text).unwrap_or_else(|(_, errors)| panic!("{place}: {errors:?}"));
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                assert!(
                    !matches!(entry, Entry::Junk { .. } | Entry::Term(_)),
                    "{place}: only messages and comments belong here: {entry:?}"
                );
                continue;
            };
            let mut put = |id: String, pattern: &Pattern<&str>| {
                let mut text = Text::default();
                read_pattern(pattern, &mut text);
                assert!(all.insert(id.clone(), text).is_none(), "{place}: {id} is there twice");
            };
            if let Some(pattern) = &message.value {
                put(message.id.name.to_owned(), pattern);
            }
            for attribute in &message.attributes {
                put(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
            }
        }
    }
    all
}
