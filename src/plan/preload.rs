//! Standard library modules worth importing once per worker, before a snippet's process is forked.

use crate::wire::Part;

/// Modules whose import changes nothing that a snippet could notice but its speed: no threads, no files, no hooks.
#[rustfmt::skip]
const HARMLESS: &[&str] = &[
    "abc", "array", "ast", "asyncio", "base64", "bisect", "calendar", "cmath", "collections", "concurrent", "contextlib",
    "contextvars", "copy", "csv", "dataclasses", "datetime", "decimal", "difflib", "dis", "enum", "fractions", "functools",
    "hashlib", "heapq", "html", "inspect", "io", "itertools", "json", "keyword", "logging", "math", "numbers", "operator",
    "pathlib", "pickle", "pprint", "queue", "random", "re", "secrets", "shutil", "statistics", "string", "struct",
    "tempfile", "textwrap", "threading", "time", "timeit", "traceback", "types", "typing", "unittest", "uuid", "warnings",
    "weakref", "zoneinfo",
];

/// The harmless modules that the code of `parts` seems to import. A word too many costs milliseconds, once.
pub fn wanted(parts: &[Part]) -> Vec<String> {
    let lines = parts.iter().flat_map(|part| &part.entries).flat_map(|entry| entry.text.lines());
    let imports = lines.map(str::trim_start).filter(|line| line.starts_with("import ") || line.starts_with("from "));
    let words = imports.flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || c == '_')));
    let mut modules: Vec<String> =
        words.filter(|word| HARMLESS.binary_search(word).is_ok()).map(str::to_owned).collect();
    modules.sort();
    modules.dedup();
    modules
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{Entry, Role};

    #[test]
    fn what_the_code_imports_is_preloaded() {
        assert!(HARMLESS.is_sorted());
        let text = "import asyncio, requests\nfrom collections import deque\nx = 'import json'\n".to_owned();
        let part = Part { role: Role::Subject, entries: vec![Entry { line: 1, text, interactive: false }] };
        assert_eq!(wanted(&[part]), ["asyncio", "collections"]);
    }
}
