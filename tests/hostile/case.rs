//! A case: a Python file with a header that says what it attacks and how it must end. Knows nothing of how it is run.
//!
//! The header is a block of comments, `# key: value`:
//!
//! | key | value |
//! |---|---|
//! | `attack` | what is tried; `works` instead, where the case is a positive partner |
//! | `want` | how it must end: words of `verdict.rs`, alternatives joined by ` or ` |
//! | `want LEVEL` | the same where a level differs |
//! | `trips` | the levels at which a canary is touched: the case is not contained there. A `?` behind one: it depends on who runs it. Where `none` is among them the case is run unprotected, too, as proof that its canary can be touched |
//! | `needs LEVEL` | a protection by its name in `Enforced`, without which that level says nothing about the case |
//! | `open` | the levels that do not contain it in a way that no canary notices |
//! | `levels` | the levels at which it is run, where not at all that contain; for cases that say nothing elsewhere |
//! | `limits` | the limits that differ: `wall_ms`, `cpu_s`, `memory`, `processes`, `output`, `disk`, `files` |
//! | `machine` | the only architecture on which it says something |
//! | `why` | what a reader may wonder about |

use std::path::Path;

use snipcheck::wire::{Level, Limits};

/// One case.
pub struct Case {
    /// The file's name without its ending.
    pub name: String,
    /// The Python that runs.
    pub code: String,
    /// Its limits.
    pub limits: Limits,
    header: Vec<(String, String)>,
}

/// What a canary does at a level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trip {
    /// It must not be touched.
    Never,
    /// It may be touched.
    Maybe,
    /// It must be touched.
    Always,
}

/// The cases of a folder that run on this machine, by name.
pub fn read(folder: &Path) -> Vec<Case> {
    let entries = folder.read_dir().unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "py"));
    paths.sort();
    assert!(!paths.is_empty(), "{}: no cases", folder.display());
    let here = |case: &Case| case.value("machine").is_none_or(|machine| machine == std::env::consts::ARCH);
    paths.iter().map(|path| Case::read(path)).filter(here).collect()
}

impl Case {
    fn read(path: &Path) -> Self {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let head = text.lines().take_while(|line| line.starts_with("# "));
        let header: Vec<(String, String)> = head.map(|line| pair(&name, &line[2..], ": ")).collect();
        let code: Vec<&str> = text.lines().skip(header.len()).collect();
        let mut case = Self { limits: Limits::default(), code: code.join("\n"), header, name };
        case.limits = case.own_limits();
        assert!(case.value("attack").or(case.value("works")).is_some(), "{}: does not say what it tries", case.name);
        case
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.header.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    fn words(&self, key: &str) -> Option<Vec<&str>> {
        self.value(key).map(|value| value.split_whitespace().collect())
    }

    /// How it must end: one of these.
    pub fn wants(&self, level: Level) -> Vec<&str> {
        let own = self.value(&format!("want {}", level.name())).or(self.value("want"));
        own.unwrap_or_else(|| panic!("{}: does not say how it ends", self.name)).split(" or ").collect()
    }

    /// Whether it says something at a level.
    pub fn is_for(&self, level: Level) -> bool {
        match level {
            Level::None => self.trip(level) != Trip::Never,
            _ => self.words("levels").is_none_or(|levels| levels.contains(&level.name())),
        }
    }

    /// What a level must be made of to say something.
    pub fn needs(&self, level: Level) -> Option<&str> {
        self.value(&format!("needs {}", level.name()))
    }

    /// What the canaries do at a level.
    pub fn trip(&self, level: Level) -> Trip {
        let levels = self.words("trips").unwrap_or_default();
        let maybe = format!("{}?", level.name());
        match levels.iter().find(|word| word.trim_end_matches('?') == level.name()) {
            Some(word) if *word == maybe => Trip::Maybe,
            Some(_) => Trip::Always,
            None => Trip::Never,
        }
    }

    /// Whether a level does not contain it, at least for some users.
    pub fn is_open(&self, level: Level) -> bool {
        let open = self.words("open").unwrap_or_default();
        open.contains(&level.name()) || self.trip(level) != Trip::Never
    }

    /// Short ones, so that the suite is quick, and what the header says.
    fn own_limits(&self) -> Limits {
        let mut limits = Limits { wall_ms: 20_000, cpu_s: 2, ..Limits::default() };
        for word in self.words("limits").unwrap_or_default() {
            let (key, value) = pair(&self.name, word, "=");
            let value: u64 = value.parse().unwrap_or_else(|error| panic!("{}: {word}: {error}", self.name));
            match key.as_str() {
                "wall_ms" => limits.wall_ms = value,
                "cpu_s" => limits.cpu_s = value,
                "memory" => limits.memory = value,
                "processes" => limits.processes = value,
                "output" => limits.output = value,
                "disk" => limits.disk = value,
                "files" => limits.files = value,
                other => panic!("{}: no such limit: {other}", self.name),
            }
        }
        limits
    }
}

fn pair(name: &str, text: &str, by: &str) -> (String, String) {
    let (key, value) = text.split_once(by).unwrap_or_else(|| panic!("{name}: no `{by}` in: {text}"));
    (key.to_owned(), value.to_owned())
}
