//! A configuration file, read: its keys with their values as options take them, each with its place. Whatever is wrong in
//! it is found at once, not one by one.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::entry::Entry;
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

    fn overrides(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Override> {
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

    fn no_table(&mut self, value: &Spanned<DeValue<'_>>) {
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

    fn texts(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
        let texts = entry::texts(value, false);
        texts
            .map(|texts| texts.into_iter().map(|(text, _)| text).collect())
            .map_err(|kind| {
                let what = format!("`paths` is a list of patterns, and this is {kind}");
                self.complain(value.span().start, what, "write `paths = [\"docs/old/**\"]`");
            })
            .ok()
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
        value: &Spanned<DeValue<'_>>,
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
            let help = format!("set it above all `[[overrides]]`; an override takes {}", all.join(", "));
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
