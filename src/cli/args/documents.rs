//! The commands that look at documents and change nothing: `list`, `extract`, `explain`.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{Inputs, ReadAs, Source};

pub(super) const LIST_EXAMPLES: &str = "\
Examples:
  snipcheck list README.md
  snipcheck list docs --format json | jq '.documents[].blocks[].claims'";

pub(super) const EXTRACT_EXAMPLES: &str = "\
Examples:
  snipcheck extract docs --out build/snippets
  python3 build/snippets/docs/guide/memory-1f0a63d2.py";

pub(super) const EXPLAIN_EXAMPLES: &str = "\
Examples:
  snipcheck explain README.md:42
  snipcheck explain README.md:42 --python 3.9 --python 3.13";

/// `snipcheck list`
#[derive(Debug, clap::Args)]
pub struct List {
    #[command(flatten)]
    pub inputs: Inputs,
    /// How the list is written
    #[arg(long, value_enum, default_value_t)]
    pub format: ListFormat,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people
    #[default]
    Terminal,
    /// For programs
    Json,
}

/// `snipcheck extract`
#[derive(Debug, clap::Args)]
pub struct Extract {
    #[command(flatten)]
    pub inputs: Inputs,
    /// The folder to write to: new, empty, or made by an earlier `extract`
    #[arg(long, short, value_name = "DIR")]
    pub out: PathBuf,
}

/// `snipcheck explain`
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The document, and the line of the claim or of the code that it speaks of
    #[arg(value_name = "FILE:LINE", value_parser = place)]
    pub place: (PathBuf, usize),
    /// Python to run on, as for `check`; may be repeated
    #[arg(long, value_name = "PYTHON")]
    pub python: Vec<String>,
    /// Read the document as this format, whatever its name ends with
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    pub read_as: Option<ReadAs>,
    #[command(flatten)]
    pub source: Source,
}

fn place(text: &str) -> Result<(PathBuf, usize), String> {
    let (path, line) = text.rsplit_once(':').ok_or("the line is missing: write `FILE:LINE`, such as README.md:42")?;
    let line =
        line.parse().map_err(|_| format!("`{line}` is no line number: write `FILE:LINE`, such as README.md:42"))?;
    Ok((PathBuf::from(path), line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_file_and_a_line() {
        let check = |text: &str, expect: Option<(&str, usize)>| {
            assert_eq!(place(text).ok(), expect.map(|(path, line)| (PathBuf::from(path), line)), "{text}");
        };
        check("a.md:12", Some(("a.md", 12)));
        check("c:/a.md:1", Some(("c:/a.md", 1)));
        check("a.md", None);
        check("a.md:", None);
        check("a.md:x", None);
        check("a.md:-1", None);
    }
}
