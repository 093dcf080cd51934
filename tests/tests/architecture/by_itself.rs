//! What a window asks by itself keeps no idle vault open.
//!
//! Every call counts as a sign that somebody is at work, but for the commands in the application's list of those that windows ask by themselves. Here
//! the front end is read: a command that an effect, a timer or an event asks stands in that list, or below with what a person did just before.
//!
//! Read as text, file by file: within a file it is followed through functions and closures, whatever they are called.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    ops::Range,
};

use praesto_contract::COMMANDS;

use super::{root, sources::files};

/// Where a person has just done something, though the call stands in an effect or a timer: file, command, what they did.
const BY_A_PERSON: &[(&str, &str, &str)] = &[
    ("ui/src/components/loose.rs", "draft_list", "a form was opened"),
    ("ui/src/drafts.rs", "draft_put", "a text is being typed"),
    ("ui/src/pages/cases/filter.rs", "tags", "a tag is being typed"),
    ("ui/src/pages/cases/preview.rs", "attachment_preview", "a file was opened, turned or enlarged"),
    ("ui/src/pages/computer/report.rs", "report_make", "the report was opened"),
    ("ui/src/pages/cases/scans.rs", "scan_look", "a page was added or changed"),
    ("ui/src/pages/cases/scans.rs", "scan_make", "the file was asked for while its pages were counted"),
    ("ui/src/pages/cases/scans.rs", "scan_stop", "the pages were left"),
    ("ui/src/pages/imports/mod.rs", "import_plan", "a file fell on the window"),
    ("ui/src/pages/office/mod.rs", "app_status", "the office was given a server, which answers"),
    ("ui/src/pages/welcome/join.rs", "invitation_read", "a code is being typed"),
    ("ui/src/pages/welcome/sample.rs", "sample_office_stop", "another way to start was chosen"),
    ("ui/src/root.rs", "app_status", "the window opens, a key was pressed or the mouse moved"),
    ("ui/src/shell/palette.rs", "search", "words are being typed"),
    ("ui/src/shell/proxy.rs", "proxy_get", "the way to the server was opened"),
    ("ui/src/shell/settings.rs", "desk_get", "the settings were opened"),
];

/// What runs without a hand: it begins a parenthesis.
const RUNS_BY_ITSELF: &[&str] = &["use_effect", "use_effect_with", "Timeout::new", "Interval::new", "listen", "listen_to"];

/// The commands that keep no vault open, as the application lists them.
fn by_itself() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("crates/app/src/handle.rs")).expect("the handlers can be read");
    let list =
        text.split_once("const BY_ITSELF").and_then(|(_, rest)| rest.split_once("];")).expect("it lists what windows ask by themselves").0;
    let names: BTreeSet<String> = list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(!names.is_empty(), "the list was read");
    names
}

/// Name of each command by its request.
fn requests() -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join("crates/contract/src/commands.rs")).expect("the list of commands can be read");
    let entries = text.lines().filter(|line| line.contains(" -> ")).filter_map(|line| {
        let (name, rest) = line.trim().split_once('(')?;
        COMMANDS.contains(&name).then(|| (rest.split(')').next().unwrap_or_default().to_owned(), name.to_owned()))
    });
    let requests: BTreeMap<String, String> = entries.collect();
    assert_eq!(requests.len(), COMMANDS.len(), "every command has a request of its own");
    requests
}

/// The text with everything between quotes and in comments made blank, each letter in its place.
fn bare(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut bare, mut at) = (bytes.to_vec(), 0);
    while at < bytes.len() {
        let rest = &bytes[at..];
        let end = match rest {
            [b'/', b'/', ..] => rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()),
            [b'"', ..] => {
                let mut end = 1;
                while end < rest.len() && rest[end] != b'"' {
                    end += if rest[end] == b'\\' { 2 } else { 1 };
                }
                end + 1
            }
            // A letter between quotes; a lifetime has no second one.
            [b'\'', b'\\', ..] => rest.iter().skip(3).position(|byte| *byte == b'\'').map_or(1, |end| end + 4),
            [b'\'', _, b'\'', ..] => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        let end = (at + end).min(bytes.len());
        bare[at..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        at = end;
    }
    String::from_utf8(bare).expect("only whole texts were made blank")
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Where a word stands by itself.
fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let bytes = text.as_bytes();
    let alone = move |at: &usize| (*at == 0 || !is_word(bytes[at - 1])) && bytes.get(at + word.len()).is_none_or(|byte| !is_word(*byte));
    text.match_indices(word).map(|(at, _)| at).filter(alone)
}

/// From an opening bracket after `from`, if it comes before `stop`, to the one that closes it.
fn bracketed(text: &str, from: usize, open: u8, stop: &[u8]) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let start = (from..bytes.len()).find(|at| bytes[*at] == open || stop.contains(&bytes[*at])).filter(|at| bytes[*at] == open)?;
    let mut depth = 0_usize;
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'(' | b'{' | b'[' => depth += 1,
            b')' | b'}' | b']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(start..at + 1);
        }
    }
    None
}

/// From a place to where a semicolon ends its statement, or to the end of the block that it is in.
fn to_the_end(text: &str, from: usize, of_statement: bool) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate().skip(from) {
        match byte {
            b'(' | b'{' | b'[' => depth += 1,
            b')' | b'}' | b']' if depth == 0 => return at,
            b')' | b'}' | b']' => depth -= 1,
            b';' if of_statement && depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

/// A function, or what is bound to a name.
struct Bound<'a> {
    name: &'a str,
    is_function: bool,
    /// What it is made of.
    body: Range<usize>,
    /// Where the name holds.
    holds: Range<usize>,
}

impl Bound<'_> {
    /// Whether it is called, or handed over to be called, within a region.
    fn is_reached(&self, text: &str, region: &Range<usize>) -> bool {
        let within = &text[region.clone()];
        let handed_over = within.trim_end_matches(')').trim_end().len();
        places(within, self.name).any(|at| {
            let (end, here) = (at + self.name.len(), region.start + at);
            // A method has the name of something else; a variable may have that of a function.
            let called = !self.is_function || within[end..].starts_with('(') || end == handed_over;
            called && self.holds.contains(&here) && !within[..at].ends_with('.')
        })
    }
}

/// Everything in a file that has a name of its own.
fn bound(text: &str) -> Vec<Bound<'_>> {
    let named = |from: usize| {
        let rest = text[from..].trim_start();
        let rest = rest.strip_prefix("mut ").unwrap_or(rest);
        let name = &rest[..rest.bytes().position(|byte| !is_word(byte)).unwrap_or(rest.len())];
        // What a pattern takes apart has no name.
        name.starts_with(|first: char| first.is_ascii_lowercase()).then_some(name)
    };
    let functions = places(text, "fn").filter_map(|at| {
        let (name, body) = (named(at + 2)?, bracketed(text, at, b'{', b";")?);
        Some(Bound { name, is_function: true, body, holds: 0..text.len() })
    });
    let values = places(text, "let").filter_map(|at| {
        let end = to_the_end(text, at, true);
        Some(Bound { name: named(at + 3)?, is_function: false, body: at..end, holds: end..to_the_end(text, end, false) })
    });
    functions.chain(values).collect()
}

/// The commands that a file of the front end asks without anybody's hand.
fn asks_by_itself(text: &str, requests: &BTreeMap<String, String>) -> BTreeSet<String> {
    let bare = bare(text);
    let text = bare.as_str();
    let runs =
        RUNS_BY_ITSELF.iter().flat_map(|name| places(text, name).filter_map(move |at| bracketed(text, at + name.len(), b'(', b" {};,")));
    let (mut regions, bound): (Vec<Range<usize>>, _) = (runs.collect(), bound(text));
    let mut next = 0;
    while let Some(region) = regions.get(next).cloned() {
        let reached = bound.iter().filter(|one| !regions.contains(&one.body) && one.is_reached(text, &region));
        let new: Vec<_> = reached.map(|one| one.body.clone()).collect();
        regions.extend(new);
        next += 1;
    }
    let mut asked = BTreeSet::new();
    for (request, command) in requests {
        let made = |at: usize| {
            let (before, after) = (&text[..at], text[at + request.len()..].trim_start());
            (!before.ends_with("::") || before.ends_with("praesto_contract::")) && (after.starts_with('{') || after.starts_with("::"))
        };
        if regions.iter().any(|region| places(&text[region.clone()], request).any(|at| made(region.start + at))) {
            asked.insert(command.clone());
        }
    }
    asked
}

#[test]
fn what_a_window_asks_by_itself_keeps_no_idle_vault_open() {
    let (listed, requests) = (by_itself(), requests());
    let unknown: Vec<_> = listed.iter().filter(|name| !COMMANDS.contains(&name.as_str())).collect();
    assert!(unknown.is_empty(), "no commands: {unknown:?}");

    let front: Vec<_> = files().into_iter().filter(|(name, _)| name.starts_with("ui/src/") && name.ends_with(".rs")).collect();
    let asked: BTreeSet<(String, String)> = front
        .iter()
        .flat_map(|(name, text)| asks_by_itself(text, &requests).into_iter().map(|command| (name.clone(), command)))
        .filter(|(_, command)| !listed.contains(command))
        .collect();
    let known: BTreeSet<(String, String)> =
        BY_A_PERSON.iter().map(|(file, command, _)| ((*file).to_owned(), (*command).to_owned())).collect();
    let awake: Vec<_> = asked.difference(&known).collect();
    assert!(awake.is_empty(), "asked with nobody there, and would keep the vault open: {awake:?}");
    let gone: Vec<_> = known.difference(&asked).collect();
    assert!(gone.is_empty(), "nothing asks this by itself any more: {gone:?}");
}

#[test]
fn a_planted_call_that_nobody_made_is_caught() {
    let requests = requests();
    let asks = |text: &str| asks_by_itself(text, &requests).into_iter().collect::<Vec<_>>();
    let run = "backend::run(SyncNow {}, |_| ())";
    for by_itself in [
        format!("use_effect_with(minute, move |_| {run});"),
        format!("use_effect(move || {{ let s = \"(\"; {run} }});"),
        format!("let timer = Interval::new(60_000, move || {run});"),
        format!("fn later() {{ {run} }} fn soon() {{ later() }} fn page() {{ use_effect_with((), |()| soon()) }}"),
        format!("let look = {{ let c = '('; move || {run} }}; let timer = Interval::new(5, look);"),
        "use_effect_with(a, move |_| newest.run(praesto_contract::SyncNow {}, |_| ()));".to_owned(),
    ] {
        assert_eq!(asks(&by_itself), ["sync_now"], "{by_itself}");
    }
    for by_hand in [
        format!("let onclick = Callback::from(move |()| {run}); use_effect_with((), |()| focus(1));"),
        "use_effect_with((), |()| hear(AppEvent::HandOver { done, total }));".to_owned(),
        "// use_effect(SyncNow {})".to_owned(),
        "use_effect(|| say(\"SyncNow {}\"));".to_owned(),
    ] {
        assert_eq!(asks(&by_hand), [""; 0], "{by_hand}");
    }
}
