//! Standard library modules worth importing once per worker, before a snippet's process is forked.

use crate::syntax::Module;

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

/// The harmless ones among the modules that the code imports.
pub fn wanted<'a>(modules: impl IntoIterator<Item = &'a Module>) -> Vec<String> {
    let imports = modules.into_iter().flat_map(|module| &module.imports);
    let mut wanted: Vec<String> =
        imports.filter(|name| HARMLESS.binary_search(&name.as_str()).is_ok()).cloned().collect();
    wanted.sort();
    wanted.dedup();
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    #[test]
    fn what_the_code_imports_is_preloaded() {
        assert!(HARMLESS.is_sorted());
        let module = parse("import asyncio, requests\nfrom collections.abc import Sized\nx = 'import json'\n");
        assert_eq!(wanted([&module]), ["asyncio", "collections"]);
    }
}
