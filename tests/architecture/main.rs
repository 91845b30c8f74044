//! Who may know whom: the paths in `src/` held against the table that the house was planned by.
//!
//! Modules that only tests see are left out. A path that is refused here is either a mistake, or a better idea: then
//! change [`TABLE`], and say why beside the line.

mod source;

use source::{File, Path};

/// A module, and what else of this crate it may name. The longest entry that fits a file counts; what is below the
/// module itself is its own business.
const TABLE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("wire", &[]),
    // What an entry holds is for those to know who keep it.
    ("cache", &[]),
    ("syntax", &["text"]),
    // It reads no Python: what is a transcript shows in the first line.
    ("extract", &["text"]),
    // Limits are the wire's: a directive asks for some of them.
    ("directives", &["text", "syntax", "extract", "wire"]),
    ("claims", &["text", "syntax", "extract", "directives"]),
    ("plan", &["text", "syntax", "extract", "directives", "claims", "wire"]),
    // Its jobs are the wire's, whoever planned them.
    ("run", &["wire", "cache"]),
    ("judge", &["text", "syntax::is_standard", "directives", "claims", "plan", "wire"]),
    // What it writes down is what was seen: values and exceptions are the wire's. It looks for empty places by tokens.
    ("fix", &["text", "syntax", "extract", "claims", "judge", "wire"]),
    // The report's model speaks in the words of the stages; what makes it from them knows them, what shows it does not.
    ("report", &[]),
    ("report::model", &["claims", "judge", "wire"]),
    ("report::summary", &["report::model", "claims", "judge"]),
    ("report::build", &["report::model", "text", "extract", "directives", "claims", "judge"]),
    // `judge` says what an address is, and how runs end.
    ("report::record", &["report::model", "report::words", "judge"]),
    ("report::json", &["report::model", "report::paper"]),
    // The shape of every format.
    ("report::paper", &["report::model"]),
    ("report::merge", &["report::model", "report::summary"]),
    // What all formats have in common: safe text, the words for kinds and endings, the findings.
    ("report::clean", &[]),
    ("report::words", &["report::model", "report::clean", "claims", "judge", "wire"]),
    ("report::findings", &["report::model", "report::summary", "report::words", "report::clean", "judge"]),
    ("report::github", &["report::model", "report::paper", "report::summary", "report::findings"]),
    (
        "report::junit",
        &[
            "report::model",
            "report::paper",
            "report::summary",
            "report::findings",
            "report::words",
            "report::clean",
            "judge",
        ],
    ),
    ("report::markdown", &["report::model", "report::paper", "report::summary", "report::findings", "report::words"]),
    ("report::sarif", &["report::model", "report::paper", "report::summary", "report::findings"]),
    // `text` finds the places of claims in the documents that are shown.
    (
        "report::html",
        &[
            "report::model",
            "report::paper",
            "report::summary",
            "report::findings",
            "report::words",
            "report::clean",
            "text",
            "judge",
            "wire::Effect",
        ],
    ),
    // `summary` counts what the model holds; `text` finds the lines that are shown.
    (
        "report::terminal",
        &[
            "report::model",
            "report::paper",
            "report::summary",
            "report::findings",
            "report::words",
            "report::clean",
            "text",
            "judge",
        ],
    ),
    // Of extraction only the formats: the ending of a file's name says how it is to be read.
    ("discover", &["text", "wire", "cache", "extract::Format", "extract::EXTENSIONS"]),
    // The library that is loaded into Python: the host side does not exist for it.
    ("worker", &["wire"]),
    // The stages in their order, without anything that is typed or printed.
    (
        "flow",
        &[
            "text",
            "syntax",
            "extract",
            "directives",
            "claims",
            "plan",
            "wire",
            "cache",
            "run",
            "judge",
            "fix",
            "report",
            "discover",
        ],
    ),
    // It may know all; this is what it does know.
    (
        "cli",
        &[
            "text",
            "extract",
            "directives",
            "claims",
            "plan",
            "judge",
            "fix",
            "wire",
            "cache",
            "run",
            "report",
            "discover",
            "flow",
        ],
    ),
    ("main", &["cli"]),
    ("lib", &[]),
];

/// What touches the machine, and other people's crates that one module is to hide, with the modules that may name them.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("std::env", &["cli", "main", "worker"]),
    ("std::fs", &["cache", "cli", "discover", "run", "worker"]),
    ("std::net", &[]),
    // A person's editor.
    ("std::process", &["cli::review", "discover", "run", "worker", "main"]),
    ("std::thread", &["cache", "discover", "run", "worker", "cli"]),
    ("std::time", &["cache", "cli", "discover", "run", "worker"]),
    ("annotate_snippets", &["report::terminal"]),
    ("anstream", &["cli", "main"]),
    ("anstyle", &["cli", "report::terminal"]),
    ("base64", &["report::html"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("console", &["cli"]),
    ("globset", &["discover"]),
    ("ignore", &["discover"]),
    ("indicatif", &["cli"]),
    ("landlock", &["worker"]),
    ("libc", &["run", "worker"]),
    ("pulldown_cmark", &["report::html"]),
    ("pyo3", &["worker"]),
    ("quick_junit", &["report::junit"]),
    ("ruff_python_ast", &["syntax"]),
    ("ruff_python_parser", &["syntax"]),
    ("ruff_text_size", &["syntax"]),
    ("rustix", &["discover"]),
    ("signal_hook_registry", &["run"]),
    ("similar", &["cli"]),
    ("tokio", &["run"]),
    ("toml", &["cli::settings"]),
    ("unicode_width", &["fix"]),
    ("wait_timeout", &["discover", "run"]),
];

/// Writing to a stream by a macro panics where nobody reads any more: output goes through `cli::output`.
const PRINTING: [&str; 5] = ["println", "eprintln", "print", "eprint", "dbg"];

#[test]
fn modules_name_only_what_they_may_know() {
    let mut refused = Vec::new();
    for file in source::files() {
        let (module, allowed) = entry(&file);
        let own = Path::new(module);
        for path in file.own_paths() {
            let known = path.begins(&own) || allowed.iter().any(|allowed| path.begins(&Path::new(allowed)));
            if !known {
                refused.push(format!("{}: {module} must not know {path}", file.name));
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn the_machine_and_other_crates_are_known_where_they_belong() {
    let mut refused = Vec::new();
    for file in source::files() {
        for path in file.outer_paths() {
            let held = OUTSIDE.iter().find(|(outside, _)| path.begins(&Path::new(outside)));
            let fits = |allowed: &&str| file.module.begins(&Path::new(allowed));
            if held.is_some_and(|(_, allowed)| !allowed.iter().any(fits)) {
                refused.push(format!("{}: {} must not know {path}", file.name, file.module));
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn nothing_is_printed_by_a_macro() {
    let files = source::files();
    let prints = |file: &&File| PRINTING.iter().any(|name| file.calls_macro(name));
    let printing: Vec<&str> = files.iter().filter(prints).map(|file| file.name.as_str()).collect();
    assert!(printing.is_empty(), "{}", printing.join("\n"));
}

/// What a module has come to do without, it must not learn again unseen.
#[test]
fn every_entry_of_the_table_is_used() {
    let files = source::files();
    let mut unused = Vec::new();
    for (module, allowed) in TABLE {
        let own: Vec<&File> = files.iter().filter(|file| entry(file).0 == *module).collect();
        assert!(!own.is_empty(), "{module} is not there");
        let named: Vec<Path> = own.iter().flat_map(|file| file.own_paths()).collect();
        let is_used = |allowed: &str| named.iter().any(|path| path.begins(&Path::new(allowed)));
        let without = allowed.iter().filter(|allowed| !is_used(allowed));
        unused.extend(without.map(|allowed| format!("{module} does not use {allowed}")));
    }
    assert!(unused.is_empty(), "take out of the table:\n{}", unused.join("\n"));
}

fn entry(file: &File) -> (&'static str, &'static [&'static str]) {
    let fits = TABLE.iter().filter(|(module, _)| file.module.begins(&Path::new(module)));
    let (module, allowed) = fits.max_by_key(|(module, _)| module.len()).unwrap_or_else(|| {
        panic!("{}: {} is not in the table", file.name, file.module);
    });
    (module, allowed)
}
