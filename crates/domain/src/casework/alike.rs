//! Whether a case that somebody is about to make is here already: the same reference, a number that only one person has, an alike name with something
//! that tells people apart, or an alike name among open cases of the type.
//!
//! The index keeps *marks* of each case beside its words: of its names word by word, and of what stands in its fields. They are the same on every computer,
//! whatever packs it has; which fields tell people apart is asked of the pack only when somebody looks.

use std::collections::{BTreeMap, BTreeSet};

use super::{Case, FieldValue, Status, apart, fold, is_removed, slips, status};

/// What every mark begins with. No word that was folded holds such a letter, so that nothing typed finds a mark, and the beginnings of marks are one.
const MARK: &str = "ωωωωω";
/// Letters of a word, of a field's name and of its value that a mark holds: more make no mark longer than a word of the index.
const MARKED: usize = 58;
const HALF: usize = 28;
/// Marks of one case.
const MARKS: usize = 200;
/// Words of a name; what is longer is a text.
const NAME_WORDS: usize = 12;
/// Characters that a field's text can have to be a name or to tell people apart.
const FIELD_CHARS: usize = 120;

/// What is known of a case that is not made yet.
#[derive(Clone, Debug, Default)]
pub struct Sought<'a> {
    pub case_type: &'a str,
    pub reference: &'a str,
    pub title: &'a str,
    pub parties: Vec<&'a str>,
    pub fields: BTreeMap<&'a str, &'a FieldValue>,
    /// Fields of the type that name whom a case is about.
    pub names: &'a [String],
    /// Fields of the type that, beside an alike name, tell one from another.
    pub identifying: &'a [String],
    /// Those of them that say by themselves who it is.
    pub unique: &'a [String],
}

/// In what a case is like the one that is sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Likeness {
    Reference,
    /// The name of that case, as it is written there.
    Name(String),
    /// The id of a field in which the same stands.
    Field(String),
}

/// How much one name is like another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Enough where something else is the same.
    Loosely,
    /// One slip at most, and one word more or less.
    Closely,
}

impl Sought<'_> {
    /// What it is called, and whom it is about.
    pub fn all_names(&self) -> Vec<&str> {
        let of_fields = self.names.iter().filter_map(|field| match self.fields.get(field.as_str()) {
            Some(FieldValue::Text(text)) => Some(text.as_str()),
            _ => None,
        });
        let all = [self.title].into_iter().chain(self.parties.iter().copied()).chain(of_fields);
        all.filter(|name| !name.trim().is_empty()).collect()
    }

    /// The marks of what tells people apart.
    pub fn identity(&self) -> Vec<String> {
        self.identifying.iter().filter_map(|field| field_mark(field, self.fields.get(field.as_str())?)).collect()
    }

    /// The marks of what says by itself who it is.
    pub fn unique_marks(&self) -> Vec<String> {
        let said = self.unique.iter().filter_map(|field| Some((field, *self.fields.get(field.as_str())?)));
        said.filter(|(_, value)| is_somebodys(value)).filter_map(|(field, value)| field_mark(field, value)).collect()
    }

    /// Whether this field says by itself who it is.
    pub fn is_unique(&self, field: &str) -> bool {
        self.unique.iter().any(|unique| unique == field) && self.fields.get(field).is_some_and(|value| is_somebodys(value))
    }

    /// In what a case is like this one; empty where that is not worth a word.
    pub fn like(&self, case: &Case) -> Vec<Likeness> {
        let mut like = Vec::new();
        like.extend(case.reference.0.iter().any(|it| same_reference(&it.value, self.reference)).then_some(Likeness::Reference));
        let same: Vec<&String> = self.identifying.iter().filter(|field| self.same_field(case, field)).collect();
        let of_type = case.case_type == self.case_type;
        // A name can be written, mistaken or changed in any way. Fields of other types can have the same id and mean something else.
        let one_person = of_type && same.iter().any(|field| self.is_unique(field));
        let open = of_type && status(case) != Status::Closed && !is_removed(case);
        let tells = |alike: Alike| !same.is_empty() || (open && alike == Alike::Closely) || !like.is_empty();
        let named = self.alike_name(case).filter(|(alike, _)| tells(*alike));
        if named.is_some() || one_person {
            like.extend(named.map(|(_, name)| Likeness::Name(name)));
            like.extend(same.into_iter().cloned().map(Likeness::Field));
        }
        like
    }

    fn alike_name(&self, case: &Case) -> Option<(Alike, String)> {
        let there = case_names(case, self.names);
        let here = self.all_names();
        let pairs = here.iter().flat_map(|one| there.iter().map(move |other| (alike_names(one, other), other)));
        pairs.filter_map(|(alike, name)| Some((alike?, (*name).to_owned()))).reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    fn same_field(&self, case: &Case, field: &str) -> bool {
        let Some(sought) = self.fields.get(field).and_then(|value| field_text(value)) else { return false };
        case.fields.get(field).is_some_and(|slot| slot.0.iter().any(|there| field_text(&there.value).as_ref() == Some(&sought)))
    }
}

/// Whether two references are one: signs and capitals count for as little as they do to people.
pub fn same_reference(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.trim().to_lowercase();
    !one.trim().is_empty() && plain(one) == plain(other)
}

/// What names a case: its title, people, and these fields.
fn case_names<'a>(case: &'a Case, fields: &'a [String]) -> Vec<&'a str> {
    let people = case.parties.iter().filter(|party| !party.removed).flat_map(|party| &party.name.0);
    let of_fields = fields.iter().filter_map(|field| case.fields.get(field)).flat_map(|slot| &slot.0);
    let texts = of_fields.filter_map(|stamped| match &stamped.value {
        FieldValue::Text(text) => Some(text.as_str()),
        _ => None,
    });
    case.title.0.iter().chain(people).map(|stamped| stamped.value.as_str()).chain(texts).collect()
}

/// The keys of a name's words.
pub fn name_words(name: &str) -> Vec<String> {
    fold(name).split(' ').filter(|word| !word.is_empty()).take(NAME_WORDS).map(str::to_owned).collect()
}

/// How much two names are alike, however each is spelt and whichever comes first, the given name or the family's: every word of the shorter is in the
/// longer, with the slips that it is forgiven. The first letter is nobody's slip: Марко and Дарко are brothers.
pub fn alike_names(one: &str, other: &str) -> Option<Alike> {
    let (one, other) = (name_words(one), name_words(other));
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let enough = match shorter.len() {
        0 => false,
        1 => longer.len() == 1 && slips(&shorter[0]) > 0,
        _ => true,
    };
    if !enough {
        return None;
    }
    let mut left: Vec<&String> = longer.iter().collect();
    let mut slipped = 0;
    for word in &shorter {
        let nearest = left.iter().enumerate().filter_map(|(at, there)| Some((word_slips(word, there)?, at))).min()?;
        slipped += nearest.0;
        left.swap_remove(nearest.1);
    }
    match (slipped, left.len()) {
        (0 | 1, 0 | 1) => Some(Alike::Closely),
        (_, 0..=4) => Some(Alike::Loosely),
        _ => None,
    }
}

fn word_slips(one: &str, other: &str) -> Option<usize> {
    if one == other {
        return Some(0);
    }
    let most = slips(one).min(slips(other));
    if most == 0 || one.as_bytes().first() != other.as_bytes().first() { None } else { apart(one, other, most).whole }
}

/// Every mark of a case, in order.
pub fn marks(case: &Case) -> BTreeSet<String> {
    let fields = case.fields.iter().flat_map(|(field, slot)| slot.0.iter().map(move |stamped| (field, &stamped.value)));
    let names = case_names(case, &[]).into_iter().chain(fields.clone().filter_map(|(_, value)| match value {
        FieldValue::Text(text) if is_short(text) => Some(text.as_str()),
        _ => None,
    }));
    let names = names.flat_map(name_words).map(|word| name_mark(&word));
    names.chain(fields.filter_map(|(field, value)| field_mark(field, value))).take(MARKS).collect()
}

/// The mark of a word of a name.
pub fn name_mark(word: &str) -> String {
    format!("{MARK}n{}", cut(word, MARKED))
}

/// The mark of what stands in a field; none where it can tell nobody apart.
pub fn field_mark(field: &str, value: &FieldValue) -> Option<String> {
    let value = field_text(value)?;
    Some(format!("{MARK}f{}ω{}", cut(&value, HALF), cut(&fold(field).replace(' ', ""), HALF)))
}

/// Whether a word of the index is a mark.
pub fn is_mark(word: &str) -> bool {
    word.starts_with(MARK)
}

/// What stands in a field, as far as spelling does not matter: a number with spaces in it is the same number.
fn field_text(value: &FieldValue) -> Option<String> {
    let text = match value {
        FieldValue::Text(text) if is_short(text) => fold(text),
        FieldValue::Day(day) => fold(&day.to_string()),
        FieldValue::Whole(number) => number.unsigned_abs().to_string(),
        FieldValue::Text(_) | FieldValue::Flag(_) | FieldValue::Empty => return None,
    };
    Some(text.replace(' ', "")).filter(|text| !text.is_empty())
}

/// Whether it can be the number of one person: who has none there is given a dash, a word or noughts.
fn is_somebodys(value: &FieldValue) -> bool {
    let text = field_text(value).unwrap_or_default();
    text.contains(|letter: char| letter.is_ascii_digit()) && text.chars().any(|letter| !text.starts_with(letter))
}

fn is_short(text: &str) -> bool {
    text.len() <= FIELD_CHARS * 4 && text.chars().count() <= FIELD_CHARS
}

fn cut(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}
