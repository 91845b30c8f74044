//! Code that goes on without a module: `except ImportError: np = None`.
//!
//! Reads the lines that ran, as far as layout tells. Knows nothing of claims.

use super::Seen;
use crate::syntax::is_standard;

/// A module that is none of Python's own, and without which code may have done something else before `line` of the
/// document.
pub fn done_without(seen: &Seen<'_>, line: usize) -> Option<String> {
    let parts = &seen.planned().job.parts;
    let subject = parts.len().saturating_sub(1);
    let entries = parts.iter().enumerate().flat_map(|(at, part)| part.entries.iter().map(move |entry| (at, entry)));
    let code: Vec<(bool, &str)> = entries
        .flat_map(|(part, entry)| {
            let first = entry.line as usize;
            entry.text.lines().enumerate().map(move |(at, text)| (part < subject || first + at < line, text))
        })
        .collect();
    let lines: Vec<&str> = code.iter().map(|(_, text)| *text).collect();
    let attempts = (0..lines.len()).filter(|at| code[*at].0).filter_map(|at| Attempt::at(&lines, at));
    attempts.filter(|attempt| attempt.leaves_traces(&lines)).map(|attempt| attempt.module.to_owned()).next()
}

/// A `try` that begins with an import, and catches its failure.
struct Attempt<'a> {
    module: &'a str,
    /// The names that the import binds.
    names: Vec<&'a str>,
    /// The lines of the whole statement.
    range: std::ops::Range<usize>,
}

impl<'a> Attempt<'a> {
    fn at(lines: &[&'a str], at: usize) -> Option<Self> {
        let import = lines.get(at + 1).filter(|_| lines[at].trim() == "try:")?.trim();
        let rest = import.strip_prefix("import ").or(import.strip_prefix("from "))?;
        let module = rest.split([' ', '.', ',', ';']).next().filter(|name| !is_standard(name))?;
        let depth = indent(lines[at]);
        let is_inside = |line: &&str| line.trim().is_empty() || indent(line) > depth || is_clause(line);
        let end = at + 1 + lines[at + 1..].iter().take_while(|line| is_inside(line)).count();
        let attempt = Self { module, names: bound_by(import), range: at..end };
        lines[at..end].iter().any(|line| catches(line.trim())).then_some(attempt)
    }

    /// Whether what comes after it can tell that the module was missing: something else is done than to say so, or a name
    /// of the import is used elsewhere.
    fn leaves_traces(&self, lines: &[&str]) -> bool {
        let is_said = |line: &&str| {
            let line = line.trim();
            let words = ["print(", "pass", "raise", "#", "finally:"];
            let clause = line.starts_with("except") && without_comment(line).trim_end().ends_with(':');
            line.is_empty() || clause || words.iter().any(|word| line.starts_with(word))
        };
        let (before, behind) = (&lines[..self.range.start], &lines[self.range.end..]);
        let own = &lines[self.range.start + 2..self.range.end];
        let is_used = |line: &&str| words(without_comment(line)).any(|word| self.names.contains(&word));
        !own.iter().all(is_said) || before.iter().chain(behind).any(is_used)
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn is_clause(line: &str) -> bool {
    ["except", "else:", "finally:"].iter().any(|word| line.trim_start().starts_with(word))
}

fn catches(line: &str) -> bool {
    let caught = line.strip_prefix("except").unwrap_or("");
    caught == ":" || ["ImportError", "ModuleNotFoundError", "Exception:"].iter().any(|name| caught.contains(name))
}

/// The names that an import statement binds: those behind `as`, else those imported, else the module's first part.
fn bound_by(import: &str) -> Vec<&str> {
    let listed = import.split_once(" import ").map_or_else(|| import.trim_start_matches("import "), |(_, names)| names);
    let parts = without_comment(listed).split([',', '(', ')', ';']);
    let bound = |part| if str::contains(part, " as ") { words(part).last() } else { words(part).next() };
    parts.filter_map(bound).collect()
}

fn without_comment(line: &str) -> &str {
    line.split_once('#').map_or(line, |(code, _)| code)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_goes_another_way_leaves_traces() {
        let check = |code: &str, expect: Option<bool>| {
            let lines: Vec<&str> = code.lines().collect();
            let found = (0..lines.len()).find_map(|at| Attempt::at(&lines, at));
            assert_eq!(found.map(|attempt| attempt.leaves_traces(&lines)), expect, "{code}");
        };
        let said = "try:\n    import nope\nexcept ImportError as e:\n    print(e, e.name)  # nope\n";
        check(said, Some(false));
        check(&format!("{said}print(1)\n"), Some(false));
        check(&format!("{said}print(nope.x)\n"), Some(true));
        check("try:\n    import numpy as np\nexcept ImportError:\n    np = None\n", Some(true));
        check("try:\n    import numpy as np\nexcept ImportError:\n    pass\nprint(np)\n", Some(true));
        check("try:\n    from nope import a, b\n    FAST = True\nexcept ImportError:\n    print('no')\n", Some(true));
        check("def f():\n    try:\n        import nope\n    except ImportError:\n        return 1\n", Some(true));
        check("try:\n    import nope\nexcept ImportError: FAST = False\n", Some(true));
        check("try:\n    import nope\nexcept ValueError:\n    pass\n", None);
        check("try:\n    import json\nexcept ImportError:\n    json = None\n", None);
    }

    #[test]
    fn imports_bind_names() {
        let check = |import: &str, expect: &[&str]| assert_eq!(bound_by(import), expect, "{import}");
        check("import numpy as np", &["np"]);
        check("import a.b", &["a"]);
        check("from a import b, c as d", &["b", "d"]);
        check("from a import (b)  # ours", &["b"]);
    }
}
