//! Checks the shipped documents through the library, all in one run.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use snipcheck::discover::documents::{self, Loaded};
use snipcheck::discover::interpreters::{Places, find_all, resolve};
use snipcheck::flow::{self, Setup};
use snipcheck::report::model::Report;
use snipcheck::report::terminal::Texts;
use snipcheck::run::Pool;
use snipcheck::wire::{Interpreter, Limits, Policy};

/// The documents that run into the limit of time; all others are far from it, however slow the machine is.
const ENDLESS: [&str; 2] = ["code-that-hangs", "never-ends"];

/// The documents in `snippets/` that have an expected report. Those with a file of truth are for `tests/truth`: they say
/// what depends on the version in many places, so no report of them is the expected one everywhere.
pub struct Documents(Vec<Loaded>);

impl Documents {
    pub fn read() -> Self {
        let found = documents::find(&[PathBuf::from("snippets")], None);
        assert!(found.unreadable.is_empty() && found.misused.is_empty(), "{found:?}");
        let all = found.documents.iter().map(|path| documents::read(path).expect("it can be read"));
        Self(all.filter(|document| !has_truth(super::stem(&document.source.path))).collect())
    }

    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(|document| super::stem(&document.source.path).to_owned()).collect()
    }

    pub fn texts(&self) -> Texts<'_> {
        self.0.iter().map(|document| (document.source.path.as_str(), document.source.text.as_str())).collect()
    }

    /// Checks the documents whose names are `wanted`.
    pub fn check(&self, interpreters: &[Interpreter], wanted: impl Fn(&str) -> bool) -> Report {
        let chosen = self.0.iter().filter(|document| wanted(super::stem(&document.source.path)));
        let prepared: Vec<_> = chosen.map(prepare).collect();
        let setup = Setup {
            interpreters: interpreters.to_vec(),
            policy: Policy { level: None, readable: Vec::new() },
            require: false,
            workers: 2,
            rules_off: Default::default(),
            repeat: 0,
        };
        flow::check(&prepared, Vec::new(), &setup, &mut Pool, &mut || {}).expect("the documents can be checked")
    }
}

fn has_truth(name: &str) -> bool {
    Path::new("tests/truth").join(name).with_extension("jsonl").exists()
}

fn prepare(document: &Loaded) -> flow::Prepared {
    let is_endless = ENDLESS.contains(&super::stem(&document.source.path));
    let limits = if is_endless { Limits { wall_ms: 1_000, ..Limits::default() } } else { Limits::default() };
    flow::prepare(document.clone(), &limits, &|_| true)
}

/// The reports on each Python, the default one first: made once for all tests.
pub fn on_each() -> &'static [(Interpreter, Report)] {
    static REPORTS: OnceLock<Vec<(Interpreter, Report)>> = OnceLock::new();
    REPORTS.get_or_init(|| {
        let documents = Documents::read();
        let check = |python: Interpreter| {
            let report = documents.check(std::slice::from_ref(&python), |_| true);
            (python, report)
        };
        interpreters().into_iter().map(check).collect()
    })
}

/// Every Python of this machine that snipcheck serves, the default one first; `SNIPCHECK_PYTHON` names one instead.
fn interpreters() -> Vec<Interpreter> {
    let places = places();
    if let Ok(named) = std::env::var("SNIPCHECK_PYTHON") {
        return resolve(&[named], &places).expect("it can be used");
    }
    let mut all = resolve(&[], &places).expect("a python3 is needed for this test");
    let default = all[0].executable.clone();
    all.extend(find_all(&places).into_iter().filter_map(|found| found.answer.ok()));
    let mut first = true;
    all.retain(|python| std::mem::take(&mut first) || python.executable != default);
    all
}

fn places() -> Places {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".pyenv"));
    let pyenv_root = std::env::var_os("PYENV_ROOT").map(PathBuf::from).or(home);
    Places { path: std::env::split_paths(&path).collect(), virtual_env: None, pyenv_root }
}
