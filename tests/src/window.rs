//! A hand and an eye on the real window. Everything waits for what it needs by looking again, never for a fixed time.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::{
    Driver, DriverError, Programs, Watch,
    process::{TICK, ask_to_end, children, kill, pss},
};

/// How long a person would wait for something to appear before calling it broken.
const PATIENCE: Duration = Duration::from_secs(30);
/// Key of an element's id in the protocol (WebDriver 2, section 12.3).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// axe-core, as npm put it beside the front end.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");

/// The window of one person. If the test panics while it is open, a picture, the page and the log of it stay behind.
#[derive(Debug)]
pub struct Window {
    driver: Driver,
    trace: PathBuf,
}

/// A function for scripts: `says(event, payload)` has the window hear what the desktop says.
pub const DESKTOP: &str = "const says = (event, payload) => { \
    const heard = window.__internal_unstable_listeners_object_id__[event]; \
    Object.getOwnPropertyNames(heard).forEach(one => window.__TAURI_INTERNALS__.runCallback(heard[one].handlerId, { event, id: 0, payload })) };";

impl Window {
    pub(crate) fn open(programs: &Programs, arguments: &[&str], variables: &[(&str, &str)], trace: &Path) -> Result<Self, DriverError> {
        let log = trace.with_extension("log");
        let driver = Driver::start(&programs.path("praesto-desktop"), arguments, variables, &log)?;
        let window = Self { driver, trace: trace.to_path_buf() };
        window.stands_still();
        Ok(window)
    }

    /// Waits until the window has the size that it keeps: a click goes to where its target was when it was looked for.
    fn stands_still(&self) {
        let (mut last, mut times) = (Value::Null, 0);
        self.until("the window stands still", || {
            let size = self.execute("sync", "return [innerWidth, innerHeight, document.readyState]", &[])?;
            times = if size == last { times + 1 } else { 0 };
            last = size;
            Ok((times == 5 && last[2] == "complete").then_some(()))
        });
    }

    /// Waits until an element is there and gives its id.
    ///
    /// # Panics
    /// If it does not appear, as every function here that waits.
    pub fn find(&self, css: &str) -> String {
        self.until(&format!("{css} appears"), || {
            let found = self.driver.post("/element", json!({ "using": "css selector", "value": css }))?;
            Ok(found[ELEMENT].as_str().map(str::to_owned))
        })
    }

    /// As [`find`](Self::find), for what takes its time and says so meanwhile.
    ///
    /// # Panics
    /// If it does not appear within that time.
    pub fn find_within(&self, css: &str, patience: Duration) {
        let started = Instant::now();
        while self.count(css) == 0 {
            assert!(started.elapsed() < patience, "within {} s {css} appears", patience.as_secs());
            thread::sleep(TICK);
        }
    }

    /// Waits until this has the focus. Of several windows only one is in front: `:focus` fits in no other.
    pub fn stands_at(&self, css: &str) {
        self.until(&format!("{css} has the focus"), || {
            let there = self.execute("sync", "return document.activeElement?.matches(arguments[0]) ?? false", &[json!(css)])?;
            Ok((there == json!(true)).then_some(()))
        });
    }

    /// Waits until nothing fits the selector any longer.
    pub fn gone(&self, css: &str) {
        self.until(&format!("{css} disappears"), || Ok((self.count(css) == 0).then_some(())));
    }

    /// How many elements fit the selector now.
    pub fn count(&self, css: &str) -> usize {
        let found = self.driver.post("/elements", json!({ "using": "css selector", "value": css }));
        found.ok().and_then(|found| found.as_array().map(Vec::len)).unwrap_or(0)
    }

    /// Clicks on an element as soon as it can be clicked.
    pub fn click(&self, css: &str) {
        self.until(&format!("{css} can be clicked"), || {
            let id = self.find(css);
            self.driver.post(&format!("/element/{id}/click"), json!({})).map(Some)
        });
    }

    /// Replaces what is in a field by typing.
    pub fn type_into(&self, css: &str, text: &str) {
        // As whoever deletes it: the page is told. The protocol's own clearing tells it nothing, and it draws again what it knows.
        let empties = "const e = document.querySelector(arguments[0]); e.focus(); \
            if (e.value) { e.value = ''; e.dispatchEvent(new Event('input', { bubbles: true })) }";
        self.until(&format!("{css} can be typed into"), || {
            let id = self.find(css);
            self.execute("sync", empties, &[json!(css)])?;
            self.driver.post(&format!("/element/{id}/value"), json!({ "text": text })).map(Some)
        });
    }

    /// Presses a key with the keys that are held with it, such as `["Control"], "l"`.
    pub fn press(&self, held: &[&str], key: &str) {
        let down = held.iter().chain([&key]).map(|key| stroke("keyDown", key));
        let up = [&key].into_iter().chain(held.iter().rev()).map(|key| stroke("keyUp", key));
        self.strike(down.chain(up).collect());
    }

    /// Presses one key for each letter of a text, wherever the focus is. A keyboard in front of us has the letters of ASCII.
    ///
    /// # Panics
    /// If there is another one.
    pub fn types(&self, text: &str) {
        assert!(text.is_ascii(), "no key has a letter of “{text}”");
        let keys = text.char_indices().map(|(at, letter)| &text[at..at + letter.len_utf8()]);
        self.strike(keys.flat_map(|key| [stroke("keyDown", key), stroke("keyUp", key)]).collect());
    }

    fn strike(&self, strokes: Vec<Value>) {
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] });
        self.driver.post("/actions", body).unwrap_or_else(|error| panic!("keys can be pressed: {error}"));
    }

    /// What an element shows now.
    pub fn text(&self, css: &str) -> String {
        self.until(&format!("{css} has a text"), || {
            let id = self.find(css);
            Ok(self.driver.get(&format!("/element/{id}/text"))?.as_str().map(str::to_owned))
        })
    }

    /// What stands in a field, or what an element shows, as soon as it is not empty.
    pub fn value(&self, css: &str) -> String {
        self.until(&format!("{css} holds something"), || {
            let script = "const e = document.querySelector(arguments[0]); return e && (e.value || e.innerText || '').trim()";
            Ok(self.execute("sync", script, &[json!(css)])?.as_str().filter(|value| !value.is_empty()).map(str::to_owned))
        })
    }

    /// Waits until one of the elements that fit the selector shows this text.
    pub fn shows(&self, css: &str, text: &str) {
        self.until(&format!("a {css} shows “{text}”"), || {
            let script = "return [...document.querySelectorAll(arguments[0])].some(e => e.innerText.includes(arguments[1]))";
            Ok(self.execute("sync", script, &[json!(css), json!(text)])?.as_bool().filter(|shown| *shown))
        });
    }

    /// Runs a script in the page; `arguments` holds the values, `return` gives the answer.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.execute("sync", script, arguments).unwrap_or_else(|error| panic!("the script runs: {error}\n{script}"))
    }

    /// Runs a script that gives its answer by calling its last argument.
    pub fn script_later(&self, script: &str, arguments: &[Value]) -> Value {
        self.execute("async", script, arguments).unwrap_or_else(|error| panic!("the script answers: {error}\n{script}"))
    }

    /// The whole page as it stands, also what is out of sight.
    pub fn page(&self) -> String {
        let page = self.driver.get("/source").unwrap_or_else(|error| panic!("the page can be read: {error}"));
        page.as_str().unwrap_or_default().to_owned()
    }

    /// Writes a picture of the window.
    pub fn picture(&self, path: &Path) -> Result<(), DriverError> {
        let picture = self.driver.get("/screenshot")?;
        let bytes = BASE64_STANDARD.decode(picture.as_str().unwrap_or_default());
        fs::write(path, bytes.map_err(|error| DriverError::Silent(error.to_string()))?)?;
        Ok(())
    }

    /// Waits until every typeface of the page is there: they arrive after the text they are for.
    pub fn has_its_typefaces(&self) {
        let script = "return Promise.all([...document.fonts].map(face => face.load())).then(() => document.fonts.ready) \
            .then(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))).then(() => true)";
        self.script(script, &[]);
    }

    /// What axe-core finds wrong with the screen, as `rule: selector`.
    pub fn axe(&self) -> Vec<String> {
        if self.script("return typeof window.axe", &[]) != "object" {
            let axe = fs::read_to_string(AXE).expect("axe-core is installed; `cargo xtask test` does it");
            self.script(&format!("{axe};return 0"), &[]);
        }
        let script = "const done = arguments[arguments.length - 1]; window.axe.run(document).then(\
            found => done(found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' (' + n.failureSummary + ')'))), \
            error => done(['axe failed: ' + error]))";
        let found = self.execute("async", script, &[]).unwrap_or_else(|error| panic!("axe looks at the screen: {error}"));
        found.as_array().into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect()
    }

    /// Asserts that axe-core finds nothing wrong.
    pub fn is_accessible(&self, screen: &str) {
        let found = self.axe();
        assert!(found.is_empty(), "everybody can use the {screen} screen, but axe found:\n{}", found.join("\n"));
    }

    /// Memory that the program and, apart from it, WebKit's processes hold in KiB: their own, and their share of what several hold (PSS).
    pub fn memory(&mut self) -> (u64, u64) {
        let program = self.driver.process().children();
        let (mut web, mut ahead) = (0, program.iter().flat_map(|id| children(*id)).collect::<Vec<_>>());
        while let Some(id) = ahead.pop() {
            web += pss(id);
            ahead.extend(children(id));
        }
        (program.into_iter().map(pss).sum(), web)
    }

    /// Ends the program at once, as a power cut does.
    pub fn kill(mut self) {
        for child in self.driver.process().children() {
            kill(child);
        }
    }

    /// Asks the program to end, as the end of a session does, and waits until it has.
    ///
    /// # Panics
    /// If it goes on.
    pub fn is_asked_to_end(mut self) {
        for child in self.driver.process().children() {
            ask_to_end(child);
        }
        self.has_ended();
    }

    /// Waits until the program has ended by itself.
    ///
    /// # Panics
    /// If it goes on.
    pub fn has_ended(mut self) {
        let started = Instant::now();
        while !self.driver.process().children().is_empty() {
            assert!(started.elapsed() < PATIENCE, "the program ends");
            thread::sleep(TICK);
        }
    }

    /// Ends the process in which the page lives, as a fault in the web engine does, and waits until another is at work. The driver has lost its
    /// hold of the window by then: only [`kill`](Self::kill) is left.
    ///
    /// # Panics
    /// If no other one comes.
    pub fn kill_page(&mut self) {
        let program = self.driver.process().children();
        let died = pages(&program);
        assert!(!died.is_empty(), "the page has a process of its own");
        let needed = died.iter().map(|id| pss(*id)).sum::<u64>();
        died.iter().for_each(|id| kill(*id));
        // Half of what the whole page took: more than an empty one does.
        let works = || pages(&program).iter().filter(|id| !died.contains(id)).map(|id| pss(*id)).sum::<u64>() > needed / 2;
        self.until("another page comes", || Ok(works().then_some(())));
    }

    /// Whether each process in which the page lives was started with this variable.
    ///
    /// # Panics
    /// If there is none, or it cannot be read.
    pub fn pages_have(&mut self, variable: &str) -> bool {
        let pages = pages(&self.driver.process().children());
        assert!(!pages.is_empty(), "the page has a process of its own");
        let has = |id: &u32| {
            let all = fs::read(format!("/proc/{id}/environ")).expect("a process of one's own can be read");
            all.split(|byte| *byte == 0).any(|one| one == variable.as_bytes())
        };
        pages.iter().all(has)
    }

    /// Looks from now on at whom the program, and whatever it starts to show its page and to read documents, speak with over the network.
    pub fn watched(&mut self) -> Watch {
        Watch::over_processes(&self.driver.process().children())
    }

    fn execute(&self, kind: &str, script: &str, arguments: &[Value]) -> Result<Value, DriverError> {
        self.driver.post(&format!("/execute/{kind}"), json!({ "script": script, "args": arguments }))
    }

    /// Looks again and again until there is an answer. A refusal of the driver (not there yet, covered, just replaced) is no answer yet.
    pub(crate) fn until<T>(&self, what: &str, mut look: impl FnMut() -> Result<Option<T>, DriverError>) -> T {
        let started = Instant::now();
        loop {
            let last = match look() {
                Ok(Some(answer)) => return answer,
                Ok(None) => None,
                Err(error @ DriverError::Refused { .. }) => Some(error),
                Err(error) => panic!("{what}: {error}"),
            };
            if started.elapsed() > PATIENCE {
                panic!("within {} s {what}; last answer: {last:?}", PATIENCE.as_secs());
            }
            thread::sleep(TICK);
        }
    }
}

/// The processes in which the page of this program lives.
fn pages(program: &[u32]) -> Vec<u32> {
    let named = |id: &u32| fs::read_to_string(format!("/proc/{id}/comm")).is_ok_and(|name| name.starts_with("WebKitWebProces"));
    program.iter().flat_map(|id| children(*id)).filter(named).collect()
}

impl Drop for Window {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.picture(&self.trace.with_extension("png"));
            if let Ok(page) = self.driver.get("/source") {
                let _ = fs::write(self.trace.with_extension("html"), page.as_str().unwrap_or_default());
            }
            // A page younger than its window was loaded again.
            let age = self.execute("sync", "return Math.round(performance.now())", &[]).unwrap_or_default();
            eprintln!("traces of the window: {}.png, .html, .log; its page is {age} ms old", self.trace.display());
        }
    }
}

/// One half of pressing a key.
fn stroke(half: &str, key: &str) -> Value {
    json!({ "type": half, "value": code(key) })
}

/// The protocol's code point of a key (WebDriver 2, section 17.4.2), or the letter itself.
fn code(key: &str) -> &str {
    match key {
        "Enter" => "\u{E007}",
        "Tab" => "\u{E004}",
        "Escape" => "\u{E00C}",
        "Backspace" => "\u{E003}",
        "Delete" => "\u{E017}",
        "Shift" => "\u{E008}",
        "Control" => "\u{E009}",
        "Alt" => "\u{E00A}",
        "ArrowLeft" => "\u{E012}",
        "ArrowUp" => "\u{E013}",
        "ArrowRight" => "\u{E014}",
        "ArrowDown" => "\u{E015}",
        "Home" => "\u{E011}",
        "End" => "\u{E010}",
        "PageUp" => "\u{E00E}",
        "PageDown" => "\u{E00F}",
        "F1" => "\u{E031}",
        "F6" => "\u{E036}",
        letter => letter,
    }
}
