//! A configuration file, read: its keys with their values as options take them, each with its place. Whatever is wrong in
//! it is found at once, not one by one.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeString, DeTable};

use super::entry::{Entry, Value};
use super::keys::{self, KEYS};
use super::place::{Place, Problem, quoted, shown};
use super::{conflicts, entry};
use crate::cli::failure::{Failure, Message};
use crate::cli::paths;
use crate::discover::patterns::{self, Patterns};
use crate::text::Source;

/// What a configuration file says.
#[derive(Debug, Clone)]
pub struct File {
    /// As it is called from the working directory.
    pub path: PathBuf,
    /// What holds for the whole run.
    pub entries: Vec<Entry>,
    /// What holds for some documents, in the order of the file: a later one wins.
    pub overrides: Vec<Override>,
}

/// What a configuration file says of some documents.
#[derive(Debug, Clone)]
pub struct Override {
    /// Where it begins.
    pub place: Place,
    /// Which documents, as written.
    pub paths: Vec<String>,
    /// The same, counted from the root of the file system.
    pub anchored: Vec<String>,
    /// The same, understood.
    pub patterns: Patterns,
    /// Whether they are left out.
    pub skip: bool,
    /// What holds for them.
    pub entries: Vec<Entry>,
}

/// The table that a file holds the configuration in, if it is a `pyproject.toml`.
const IN_PYPROJECT: [&str; 2] = ["tool", "snipcheck"];
/// What an override has besides keys.
const OF_OVERRIDE: [&str; 2] = ["paths", "skip"];

/// Reads a file's text; `None` where it is a `pyproject.toml` that says nothing of this tool.
///
/// # Errors
/// When it is no TOML, or says what cannot be meant: all of it.
pub fn read(path: &Path, text: &str) -> Result<Option<File>, Failure> {
    let name = paths::from_here(&path.canonicalize().unwrap_or_else(|_| path.to_owned()));
    let source = Source::new(shown(&name), text);
    let wrong = |problems: Vec<Problem>| {
        Failure::Configuration(problems.into_iter().map(|problem| problem.message(&source)).collect::<Vec<Message>>())
    };
    let document = DeTable::parse(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        let help = "write TOML, such as `timeout = \"5s\"`; texts need quotes";
        wrong(vec![Problem { offset, what: format!("this is no TOML: {}", error.message()), help: help.into() }])
    })?;
    let table = match is_pyproject(path) {
        true => own_table(document.get_ref()),
        false => Some(document.get_ref()),
    };
    let Some(table) = table else { return Ok(None) };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mut reader = Reader { source: &source, folder: &folder, problems: Vec::new() };
    let file = reader.file(name, table);
    reader.problems.sort_by_key(|problem| problem.offset);
    if reader.problems.is_empty() { Ok(Some(file)) } else { Err(wrong(reader.problems)) }
}

/// Whether a file is one that many tools share.
pub fn is_pyproject(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "pyproject.toml")
}

fn own_table<'a, 'i>(document: &'a DeTable<'i>) -> Option<&'a DeTable<'i>> {
    IN_PYPROJECT.iter().try_fold(document, |table, name| table.get(*name)?.get_ref().as_table())
}

struct Reader<'a> {
    source: &'a Source,
    folder: &'a Path,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn file(&mut self, path: PathBuf, table: &DeTable<'_>) -> File {
        let mut overrides = Vec::new();
        if let Some(value) = table.get("overrides") {
            overrides = self.overrides(value);
        }
        let entries = self.entries(table, &["overrides"], false);
        for problem in conflicts::inside(&entries) {
            self.problems.push(problem);
        }
        File { path, entries, overrides }
    }

    fn overrides(&mut self, value: &Value<'_>) -> Vec<Override> {
        let tables = value.get_ref().as_array().map(|all| all.iter().map(|one| (one, one.get_ref().as_table())));
        let mut overrides = Vec::new();
        for (one, table) in tables.into_iter().flatten() {
            match table {
                Some(table) => overrides.extend(self.one_override(one.span().start, table)),
                None => self.no_table(one),
            }
        }
        if value.get_ref().as_array().is_none() {
            self.no_table(value);
        }
        overrides
    }

    fn no_table(&mut self, value: &Value<'_>) {
        let what = format!("`overrides` holds tables, and this is {}", entry::kind(value.get_ref()));
        self.complain(value.span().start, what, "write `[[overrides]]` and below it `paths = [\"docs/old/**\"]`");
    }

    fn one_override(&mut self, offset: usize, table: &DeTable<'_>) -> Option<Override> {
        let entries = self.entries(table, &OF_OVERRIDE, true);
        let skip = match table.get("skip").map(|value| (value, value.get_ref().as_bool())) {
            Some((value, None)) => {
                self.complain(value.span().start, "`skip` is true or false".into(), "write `skip = true`");
                false
            }
            given => given.and_then(|(_, skip)| skip).unwrap_or(false),
        };
        let Some(paths) = table.get("paths") else {
            let help = "write `paths = [\"docs/old/**\"]` into it";
            self.complain(offset, "this override does not say for which documents".into(), help);
            return None;
        };
        let written = self.texts(paths)?;
        let anchored: Vec<String> = written.iter().map(|pattern| patterns::anchored(self.folder, pattern)).collect();
        match Patterns::new(self.folder, &written) {
            Ok(patterns) => {
                let place = Place::new(self.source, offset);
                Some(Override { place, paths: written, anchored, patterns, skip, entries })
            }
            Err(why) => {
                self.complain(paths.span().start, why, "patterns are those of `.gitignore`, such as `docs/old/**`");
                None
            }
        }
    }

    fn texts(&mut self, value: &Value<'_>) -> Option<Vec<String>> {
        let texts = entry::texts(value, false).map_err(|other| {
            let what = format!("`paths` is a list of patterns, and this is {}", entry::kind(other.get_ref()));
            self.complain(other.span().start, what, "write `paths = [\"docs/old/**\"]`");
        });
        Some(texts.ok()?.into_iter().map(|(text, _)| text).collect())
    }

    /// The keys of a table, in the order of the file.
    fn entries(&mut self, table: &DeTable<'_>, others: &[&str], of_documents: bool) -> Vec<Entry> {
        let mut pairs: Vec<_> = table.iter().filter(|(name, _)| !others.contains(&name.get_ref().as_ref())).collect();
        pairs.sort_by_key(|(name, _)| name.span().start);
        let entries = pairs.into_iter().filter_map(|(name, value)| self.entry(name, value, others, of_documents));
        entries.collect()
    }

    fn entry(
        &mut self,
        name: &Spanned<DeString<'_>>,
        value: &Value<'_>,
        others: &[&str],
        of_documents: bool,
    ) -> Option<Entry> {
        let Some(key) = keys::find(name.get_ref()) else {
            self.problems.push(unknown(name, others, of_documents));
            return None;
        };
        if of_documents && !key.per_document {
            let what = format!("`{}` cannot be said for some documents alone", key.name);
            let all: Vec<&str> = KEYS.iter().filter(|key| key.per_document).map(|key| key.name).collect();
            let itself = match key.name {
                "python" => " (a document can say itself: `<!-- snipcheck: document: only=python>=3.12 -->`)",
                _ => "",
            };
            let help = format!("set it above all `[[overrides]]`{itself}; an override takes {}", all.join(", "));
            self.complain(name.span().start, what, &help);
            return None;
        }
        Entry::read(key, value, self.source, self.folder).map_err(|problems| self.problems.extend(problems)).ok()
    }

    fn complain(&mut self, offset: usize, what: String, help: &str) {
        self.problems.push(Problem { offset, what, help: help.to_owned() });
    }
}

fn unknown(name: &Spanned<DeString<'_>>, others: &[&str], of_documents: bool) -> Problem {
    let text = name.get_ref().as_ref();
    let known = KEYS.iter().filter(|key| key.per_document || !of_documents).map(|key| key.name);
    let near = paths::nearest(text, known.chain(others.iter().copied()).map(str::to_owned));
    let help = match near {
        _ if text == IN_PYPROJECT[0] => {
            "keys stand at the top level here; `[tool.snipcheck]` is for pyproject.toml".into()
        }
        Some(near) => format!("did you mean `{near}`?"),
        None => "`snipcheck config` shows all keys with their values".to_owned(),
    };
    Problem { offset: name.span().start, what: format!("there is no key {}", quoted(text)), help }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a text, in the order of the file: the beginning of each error, without the file's name.
    fn check(text: &str, expect: &[&str]) {
        let errors = match read(Path::new("t.toml"), text) {
            Err(Failure::Configuration(messages)) => messages.into_iter().map(|message| message.error).collect(),
            Ok(_) => Vec::new(),
            Err(other) => panic!("{text:?}: {other:?}"),
        };
        assert_eq!(errors.len(), expect.len(), "{text:?}: {errors:#?}");
        for (error, expect) in errors.iter().zip(expect) {
            assert!(error.starts_with(&format!("t.toml:{expect}")), "{text:?}: {error}");
        }
    }

    #[test]
    fn what_options_take_is_taken() {
        for right in [
            "",
            "timeout = 5",
            "timeout = \"500ms\"",
            "timeout = 0.5",
            "jobs = 2\nrepeat = 3",
            "python = \"3.12\"\npaths = \".\"",
            "python = [\"3.9\", \"python3.13\"]",
            "without-rule = []",
            "strict = true\nquiet = false\nverbose = true",
            "format = [\"json=report.json\", \"github\"]",
            "isolation = \"full\"",
            "[[overrides]]\npaths = [\"docs/**\"]\nskip = true\n[[overrides]]\npaths = \"a.md\"\nstrict = true",
        ] {
            check(right, &[]);
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        check("x =", &["1:4: this is no TOML"]);
        check("jobs = 1\njobs = 2", &["2:1: this is no TOML: duplicate key"]);
        check("\n  timout = 1", &["2:3: there is no key `timout`"]);
        assert!(read(Path::new("t.toml"), &format!("x = {}", "[".repeat(100_000))).is_err());
        check("größe = 1", &["1:3: this is no TOML: invalid unquoted key"]);
        check("config = \"x\"\nno-config = true", &["1:1: there is no key", "2:1: there is no key"]);
        check("timeout = true", &["1:11: `timeout` takes a number or a text, and this is true or false"]);
        check("timeout = 0x10", &["1:11: "]);
        check("timeout = [1]", &["1:11: `timeout` takes one value, and this is a list"]);
        check("python = [\"3.9\", 3.10]", &["1:18: `python` takes a text"]);
        check("python = { a = 1 }", &["1:10: `python` takes a text, or a list of them, and this is a table"]);
        check("strict = \"true\"", &["1:10: `strict` takes true or false, and this is a text"]);
        check("fail-on = \"varys\"", &["1:11: `fail-on` cannot be `varys`"]);
        check("only = 2026-01-01", &["1:8: `only` takes a text, or a list of them, and this is a date"]);
        check("quiet = true\nverbose = true", &["2:11: `quiet` and `verbose` cannot both be meant"]);
        check("python = \"3\"\nall-pythons = true", &["2:15: `python` and `all-pythons`"]);
        check("all-pythons = false\npython = \"3\"", &[]);
        check("[tool.snipcheck]\njobs = 2", &["1:2: there is no key `tool`"]);
    }

    #[test]
    fn overrides_are_held_to_what_one_document_can_have() {
        check("overrides = 1", &["1:13: `overrides` holds tables"]);
        check("overrides = [1]", &["1:14: `overrides` holds tables"]);
        check("[[overrides]]\ntimeout = 1", &["1:1: this override does not say for which"]);
        check("[[overrides]]\npaths = \"x/{a\"", &["2:9: the pattern `x/{a`"]);
        check("[[overrides]]\npaths = [1]", &["2:10: `paths` is a list of patterns"]);
        check("[[overrides]]\npaths = \"x\"\njobs = 2", &["3:1: `jobs` cannot be said for some"]);
        check("[[overrides]]\npaths = \"x\"\nskip = 2", &["3:8: `skip` is true or false"]);
        check("[[overrides]]\npaths = \"x\"\nmemory = \"off\"", &["3:10: `memory`: `off` takes a limit away"]);
    }

    #[test]
    fn what_is_shown_of_a_file_cannot_steer_a_terminal() {
        let Err(failure) = read(Path::new("t\u{1b}.toml"), "\"\\u001b[31m\" = 1") else { panic!("taken") };
        let Failure::Configuration(messages) = failure else { panic!("{failure:?}") };
        assert!(!messages[0].error.contains(char::is_control), "{messages:?}");
    }

    #[test]
    fn a_project_file_need_not_speak_of_this_tool() {
        let read = |text: &str| read(Path::new("x/pyproject.toml"), text).map(|file| file.is_some());
        assert!(!read("[tool.other]\nx = 1").unwrap());
        assert!(!read("tool = 1").unwrap());
        assert!(read("[tool.snipcheck]\n").unwrap());
        assert!(read("[tool.snipcheck]\njbos = 1").is_err());
        assert!(read("[tool.snipcheck").is_err());
    }
}
