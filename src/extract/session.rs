//! A terminal's session in a fence, as far as Python is called there: a transcript, or what a script prints.
//!
//! Owns the reading of the command line. Knows nothing of blocks.

use std::ops::Range;

use super::code::RawLine;
use super::info::{Info, Language};

/// What the first command of a session starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Session<'t> {
    /// The interpreter; these lines are its transcript.
    Interpreter(Range<usize>),
    /// A script, by the name of its file; these lines are what it prints.
    Script(&'t str, Range<usize>),
}

/// Words behind a fence that may hold a session.
const SHELLS: [&str; 11] = [
    "",
    "console",
    "terminal",
    "shell",
    "shell-session",
    "shellsession",
    "sh",
    "sh-session",
    "bash",
    "bash-session",
    "zsh",
];
const PROMPTS: [&str; 4] = ["$ ", "% ", "> ", "❯ "];
/// Options of `python` that change nothing that is shown.
const QUIET: [&str; 6] = ["-q", "-u", "-B", "-s", "-E", "-I"];
/// Lines that an interpreter says before its first prompt, at most.
const GREETING: usize = 4;

/// Whether a fence may hold what one sees in a terminal.
pub fn may_be(info: &Info) -> bool {
    matches!(info.language, Language::Plain | Language::Unknown) && SHELLS.contains(&info.word.to_lowercase().as_str())
}

/// Reads the first command of a fence, if it calls Python.
pub fn read<'t>(text: &'t str, info: &Info, lines: &[RawLine]) -> Option<Session<'t>> {
    let written = |line: &RawLine| line.text(text).trim_ascii();
    let first = lines.iter().position(|line| !line.is_blank(text)).filter(|_| may_be(info))?;
    let line = written(&lines[first]);
    let prompt = PROMPTS.into_iter().find(|prompt| line.starts_with(prompt))?;
    let next = lines[first + 1..].iter().position(|line| written(line).starts_with(prompt));
    let end = next.map_or(lines.len(), |at| first + 1 + at);
    let called = called(&line[prompt.len()..])?;
    let Some(script) = called else {
        let greeted =
            lines[first + 1..end].iter().take(GREETING + 1).position(|line| written(line).starts_with(">>>"))?;
        return Some(Session::Interpreter(first + 1 + greeted..end));
    };
    Some(Session::Script(script, first + 1..end))
}

/// The script that a command hands to Python, without arguments; `Some(None)` where the interpreter itself is called.
fn called(command: &str) -> Option<Option<&str>> {
    let words: Vec<&str> = command.trim_start_matches("uv run ").split_whitespace().collect();
    let (program, arguments) = words.split_first()?;
    if arguments.is_empty() && program.ends_with(".py") {
        return Some(Some(file_name(program)));
    }
    let version = file_name(program).strip_prefix("python").or(program.strip_prefix("py"))?;
    let is_python = version.chars().all(|c| c.is_ascii_digit() || c == '.') && !version.starts_with('2');
    let plain: Vec<&&str> = arguments.iter().filter(|word| !QUIET.contains(word)).collect();
    match plain[..] {
        [] if is_python => Some(None),
        [script] if is_python && script.ends_with(".py") => Some(Some(file_name(script))),
        _ => None,
    }
}

/// The last part of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The file that a text says a script is in: a name that ends in `.py`, the last one in it.
pub fn script_named(text: &str) -> Option<&str> {
    let words = text.rsplit(|c: char| c.is_whitespace() || "`\"'=:,;()[]{}*".contains(c));
    let words = words.map(|word| word.trim_end_matches('.')).map(file_name);
    words.into_iter().find(|word| word.ends_with(".py") && word.len() > ".py".len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_that_call_python_are_read() {
        let check = |command, expect| assert_eq!(called(command), expect, "{command}");
        check("python3 -q", Some(None));
        check("python", Some(None));
        check("python3.11", Some(None));
        check("python count.py", Some(Some("count.py")));
        check("uv run python examples/count.py", Some(Some("count.py")));
        check("uv run count.py", Some(Some("count.py")));
        check("python2 count.py", None);
        check("python -O count.py", None);
        check("python count.py --all", None);
        check("python -m count", None);
        check("pytest count.py", None);
        check("pip install python", None);
    }

    #[test]
    fn a_text_may_name_the_file_of_a_script() {
        let check = |text, expect| assert_eq!(script_named(text), expect, "{text}");
        check("Save this as `count.py`:", Some("count.py"));
        check("title=\"src/count.py\" hl_lines=\"2\"", Some("count.py"));
        check("# count.py", Some("count.py"));
        check("Happy with copy", None);
    }
}
