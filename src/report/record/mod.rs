//! Records: what the blocks of a document did, kept beside it, so that a later run can say what is no longer so.
//!
//! Owns what is worth keeping of a run and what counts as drift. Whatever changes without the code having changed is left
//! out: addresses, the block's place in the document, and what came out differently when it ran again. Knows no files.

mod drift;
mod markdown;
mod merge;
mod pairs;

use serde::{Deserialize, Serialize};

use super::model::{BlockReport, DocumentReport, RunReport, ShownReport};
use crate::judge::{Outcome, without_addresses};

pub use drift::drift;
pub use markdown::page;
pub use merge::renewed;

/// Version of the JSON's shape.
pub const SCHEMA_VERSION: u32 = 1;

/// What is kept of one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// [`SCHEMA_VERSION`] of the writer.
    pub schema_version: u32,
    /// The document's path.
    pub document: String,
    /// Its blocks, in order.
    pub blocks: Vec<BlockRecord>,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRecord {
    /// The headings that it stands below, outermost first.
    pub section: Vec<String>,
    /// Its code as it stands in the document.
    pub code: String,
    /// One for each interpreter.
    pub runs: Vec<RunRecord>,
}

/// What it did on one interpreter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRecord {
    /// Its id, such as `3.11`.
    pub interpreter: String,
    /// How it ended.
    pub outcome: Outcome,
    /// The exception, the missing thing or the limit.
    pub detail: String,
    /// Whether it prints something else, or ends in another way, from run to run. Neither is recorded then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unstable: bool,
    /// Its standard output.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stdout: String,
    /// Its standard error.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stderr: String,
    /// What its statements showed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<ShownRecord>,
}

/// What a statement showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownRecord {
    /// Line of the block on which it begins, from 1.
    pub line: usize,
    /// The value, or the exception; empty where it is another one from run to run.
    pub text: String,
    /// Whether it is an exception.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub raised: bool,
    /// Whether it is another one from run to run.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unstable: bool,
}

/// Whether each block was run as far as it goes: not where a person stopped the run, or a worker was lost.
pub fn is_complete(document: &DocumentReport) -> bool {
    let cut = |run: &RunReport| {
        run.outcome == Outcome::WorkerLost || run.outcome == Outcome::Skipped && run.detail == "interrupted"
    };
    !document.blocks.iter().flat_map(|block| &block.runs).any(cut)
}

/// What there is to keep of a document. `code` gives that of a block, by its index from 1.
pub fn record<'a>(document: &DocumentReport, code: impl Fn(usize) -> Option<&'a str>) -> Record {
    let block = |block: &BlockReport| BlockRecord {
        section: block.section.clone(),
        code: code(block.index).unwrap_or_default().to_owned(),
        runs: block.runs.iter().map(|run| of_run(run, &document.path, block.start_line)).collect(),
    };
    Record {
        schema_version: SCHEMA_VERSION,
        document: document.path.clone(),
        blocks: document.blocks.iter().map(block).collect(),
    }
}

fn of_run(run: &RunReport, path: &str, first: usize) -> RunRecord {
    let kept = |text: &str| without_addresses(&within_block(text, path, first));
    let (stable, unstable) = (!run.unstable, run.unstable);
    let shown = |shown: &ShownReport| ShownRecord {
        line: (shown.line + 1).saturating_sub(first),
        text: if shown.unstable { String::new() } else { kept(&shown.text) },
        raised: shown.raised,
        unstable: shown.unstable,
    };
    RunRecord {
        interpreter: run.interpreter.clone(),
        outcome: if stable { run.outcome } else { Outcome::Ok },
        detail: if stable { kept(&run.detail) } else { String::new() },
        unstable,
        stdout: if stable { kept(&run.stdout) } else { String::new() },
        stderr: if stable { kept(&run.stderr) } else { String::new() },
        shown: run.shown.iter().map(shown).collect(),
    }
}

/// Counts the document's lines in a text, such as those of warnings and tracebacks, from the block's first one: what
/// stands above a block is none of its business.
fn within_block(text: &str, path: &str, first: usize) -> String {
    let quoted = format!("\"{path}\", line ");
    counted_from(&counted_from(text, &quoted, first), &format!("{path}:"), first)
}

/// Counts from `first` what stands as a number behind each `mark`.
fn counted_from(text: &str, mark: &str, first: usize) -> String {
    let mut pieces = text.split(mark);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(mark);
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        match piece[..digits].parse::<usize>() {
            Ok(line) if line >= first => out.push_str(&(line + 1 - first).to_string()),
            _ => out.push_str(&piece[..digits]),
        }
        out.push_str(&piece[digits..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_from_the_blocks_first() {
        let check = |text: &str, expect: &str| assert_eq!(within_block(text, "a.md", 10), expect);
        check("File \"a.md\", line 12, in f", "File \"a.md\", line 3, in f");
        check("a.md:10: DeprecationWarning", "a.md:1: DeprecationWarning");
        check("a.md:9: above the block", "a.md:9: above the block");
        check("a.md: no line; b.md:12", "a.md: no line; b.md:12");
        check("", "");
    }
}
