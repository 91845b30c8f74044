//! A record as a page for people: each block, and below it what it did on which Python.

use std::fmt::Write;

use super::{BlockRecord, Record, RunRecord, ShownRecord};
use crate::judge::Outcome;
use crate::report::words;

/// The page of a record.
pub fn page(record: &Record) -> String {
    let mut page = format!("# {}\n\nWhat its Python did when `snipcheck record` ran it.\n", code(&record.document));
    for (at, block) in record.blocks.iter().enumerate() {
        page += &of_block(at + 1, block);
    }
    page
}

fn of_block(number: usize, block: &BlockRecord) -> String {
    let section = block.section.last().map(|title| format!(" · {}", plain(title))).unwrap_or_default();
    let mut text = format!("\n## Block {number}{section}\n\n{}", fenced(language(&block.code), &block.code));
    let groups = groups(&block.runs);
    for (runs, run) in &groups {
        let on = if groups.len() > 1 { format!(" on {}", runs.join(", ")) } else { String::new() };
        text += &of_run(run, &on);
    }
    let all: Vec<&str> = block.runs.iter().map(|run| run.interpreter.as_str()).collect();
    if groups.len() == 1 && !all.is_empty() {
        _ = write!(text, "\nOn Python {}.\n", all.join(", "));
    }
    text
}

fn language(code: &str) -> &'static str {
    if code.trim_start().starts_with(">>>") { "pycon" } else { "python" }
}

/// Interpreters on which the same came out, and what that was.
fn groups(runs: &[RunRecord]) -> Vec<(Vec<&str>, &RunRecord)> {
    let mut groups: Vec<(Vec<&str>, &RunRecord)> = Vec::new();
    for run in runs {
        let same = |(_, known): &&mut (Vec<&str>, &RunRecord)| {
            RunRecord { interpreter: String::new(), ..(*known).clone() }
                == RunRecord { interpreter: String::new(), ..run.clone() }
        };
        match groups.iter_mut().find(same) {
            Some((names, _)) => names.push(&run.interpreter),
            None => groups.push((vec![&run.interpreter], run)),
        }
    }
    groups
}

fn of_run(run: &RunRecord, on: &str) -> String {
    let mut text = String::new();
    for (name, output) in [("Output", &run.stdout), ("Standard error", &run.stderr)] {
        if !output.is_empty() {
            _ = write!(text, "\n{name}{on}:\n\n{}", fenced("text", output));
        }
    }
    if !run.shown.is_empty() {
        let lines: String = run.shown.iter().map(of_shown).collect();
        _ = write!(text, "\nShown{on}:\n\n{lines}");
    }
    let told = run.outcome == Outcome::Raised && run.shown.iter().any(|shown| shown.raised);
    match run.unstable {
        true => text + &format!("\nWhat it prints or how it ends{on} differs from run to run.\n"),
        false if told || (run.outcome == Outcome::Ok && !text.is_empty()) => text,
        false => text + &format!("\nEnded{on}: {}.\n", ending(run)),
    }
}

fn of_shown(shown: &ShownRecord) -> String {
    let what = match (shown.unstable, shown.raised) {
        (true, _) => "differs from run to run".to_owned(),
        (false, true) => format!("raises {}", code(&shown.text)),
        (false, false) => code(&shown.text),
    };
    format!("- line {}: {what}\n", shown.line)
}

/// How a run ended. Which exception it was, the statement shows.
pub(super) fn ending(run: &RunRecord) -> String {
    let how = words::outcome(run.outcome).replace('_', " ");
    if run.detail.is_empty() || run.outcome == Outcome::Raised { how } else { format!("{how} ({})", run.detail) }
}

/// A block of code whose fence is longer than any in it.
fn fenced(language: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("{fence}{language}\n{text}{end}{fence}\n")
}

/// Code within a line; several lines become one.
fn code(text: &str) -> String {
    let line = text.lines().map(str::trim_end).collect::<Vec<_>>().join(" ⏎ ");
    let fence = "`".repeat(longest_run(&line) + 1);
    let gap = if line.starts_with('`') || line.ends_with('`') { " " } else { "" };
    format!("{fence}{gap}{line}{gap}{fence}")
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// A heading's words, none of which mark anything.
fn plain(title: &str) -> String {
    title.chars().filter(|c| !matches!(c, '`' | '*' | '<' | '>' | '[' | ']' | '\n')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_own_fence() {
        let check = |text: &str, expect: &str| assert_eq!(fenced("text", text), expect);
        check("a", "```text\na\n```\n");
        check("a\n", "```text\na\n```\n");
        check("```\na\n```", "````text\n```\na\n```\n````\n");
        let check = |text: &str, expect: &str| assert_eq!(code(text), expect);
        check("a", "`a`");
        check("`a", "`` `a ``");
        check("a\nb", "`a ⏎ b`");
    }
}
