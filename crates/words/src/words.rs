//! Looking texts up.

use std::{fmt, sync::Arc};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

use crate::{Language, Value, numbers, sources};

type Bundle = FluentBundle<FluentResource>;

/// The texts of one language, with English behind them. Cheap to clone, usable from any thread.
#[derive(Clone)]
pub struct Words {
    language: Language,
    own: Arc<Bundle>,
    english: Arc<Bundle>,
}

impl Words {
    /// Reads the texts of `language`.
    pub fn new(language: Language) -> Self {
        let english = Arc::new(bundle(Language::En));
        let own = if language == Language::En { Arc::clone(&english) } else { Arc::new(bundle(language)) };
        Self { language, own, english }
    }

    /// The language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of `id` with its arguments: `text("files", &[("count", 3.into())])`. An attribute follows a dot: `error-offline.safe`.
    ///
    /// What this language lacks is taken from English; what English lacks is shown as its id, so that a gap is seen and nothing breaks.
    pub fn text(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        let mut named = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            named.set(*name, value.clone());
        }
        lookup(&self.own, id, &named).or_else(|| lookup(&self.english, id, &named)).unwrap_or_else(|| id.to_owned())
    }

    /// Whether `id` (or the attribute `id.name`) exists, in this language or in English.
    pub fn has(&self, id: &str) -> bool {
        pattern(&self.own, id).is_some() || pattern(&self.english, id).is_some()
    }

    /// The text of a code that travels in `snake_case`: `coded("status", "in_review")` is `status-in-review`.
    pub fn coded(&self, family: &str, code: &str) -> String {
        self.text(&format!("{family}-{}", code.replace('_', "-")), &[])
    }

    /// A text in which the codes of an import are words: the name of a form field (`xdomea:keep-until`), the role of a person, or a line of
    /// a note that begins with one. What people wrote stays as it is.
    pub fn imported(&self, text: &str) -> String {
        text.split('\n').map(|line| self.imported_line(line)).collect::<Vec<_>>().join("\n")
    }

    fn imported_line(&self, line: &str) -> String {
        let Some(coded) = line.strip_prefix("xdomea:") else { return line.to_owned() };
        let above = coded.strip_prefix("above:");
        let rest = above.unwrap_or(coded);
        let (code, value) = rest.split_at(rest.find(": ").unwrap_or(rest.len()));
        let id = format!("imported-{code}");
        let name = if self.has(&id) { self.text(&id, &[]) } else { code.to_owned() };
        let name = if above.is_some() { self.text("imported-above", &[("name", name.into())]) } else { name };
        name + value
    }

    /// Several things in one phrase: "a, b and c".
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [first, middle @ .., last] => {
                let mut all = first.as_ref().to_owned();
                for item in middle {
                    all = self.text("list-more", &[("first", all.into()), ("next", item.as_ref().into())]);
                }
                self.text("list-last", &[("first", all.into()), ("next", last.as_ref().into())])
            }
        }
    }

    /// `text` with a capital first letter, for a phrase that starts a sentence or a cell.
    pub fn capital(&self, text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks are for mixed left-to-right and right-to-left text; these five languages have none, and terminals print them as boxes.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(numbers::formatter(language)));
    for source in sources(language) {
        // A test reads every file strictly; at run time whatever can be read of a broken file is worth more than none of it.
        let resource = FluentResource::try_new(source.text.to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource(resource).unwrap_or_default();
    }
    bundle
}

fn pattern<'b>(bundle: &'b Bundle, id: &str) -> Option<&'b fluent_syntax::ast::Pattern<&'b str>> {
    let (message, attribute) = id.split_once('.').map_or((id, None), |(message, name)| (message, Some(name)));
    let message = bundle.get_message(message)?;
    match attribute {
        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        None => message.value(),
    }
}

fn lookup(bundle: &Bundle, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    // A missing argument is written as `{$name}`: visible, and caught by the test that compares arguments across languages.
    let mut missing = Vec::new();
    Some(bundle.format_pattern(pattern(bundle, id)?, Some(args), &mut missing).into_owned())
}
