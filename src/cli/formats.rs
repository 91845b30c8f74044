//! Which reports are written, and where each goes: `--format html=report.html --format json`.
//!
//! Owns the names of the formats, the syntax of a choice, and what several choices mean together.

use std::collections::BTreeSet;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::{PossibleValue, TypedValueParser};

use super::{Failure, paths};

/// Report formats.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Terminal,
    /// The complete record, for programs
    Json,
    /// A page that shows the documents with their claims
    Html,
    /// Tables, for a comment on a pull request
    Markdown,
    /// For build servers
    Junit,
    /// For code scanning
    Sarif,
    /// Annotations of GitHub Actions, and the Markdown report in the summary of the job
    Github,
}

impl Format {
    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// A report that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// In this format.
    pub format: Format,
    /// In this file; `None`: on standard output.
    pub file: Option<PathBuf>,
}

/// Reads one choice. The shells' completions know the formats by it.
#[derive(Debug, Clone)]
pub struct ChoiceParser;

impl TypedValueParser for ChoiceParser {
    type Value = Choice;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<Choice, clap::Error> {
        (|text: &str| choice(text)).parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Format::value_variants().iter().filter_map(ValueEnum::to_possible_value)))
    }
}

fn choice(text: &str) -> Result<Choice, String> {
    let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(file)));
    let format = Format::from_str(name, true).map_err(|_| unknown(name))?;
    match file {
        Some("") => Err(format!("the file is missing behind `=`: write `{name}=FILE`, or `{name}` alone")),
        file => Ok(Choice { format, file: file.map(PathBuf::from) }),
    }
}

fn unknown(name: &str) -> String {
    let names = || Format::value_variants().iter().map(|format| format.name());
    let near = paths::nearest(name, names()).map(|near| format!("did you mean `{near}`? "));
    let all = names().collect::<Vec<_>>().join(", ");
    format!("`{name}` is no report format; {}[possible values: {all}]", near.unwrap_or_default())
}

/// What several choices and `--output` mean together.
///
/// # Errors
/// When two reports would go to one place.
pub fn settle(typed: Vec<Choice>, output: Option<PathBuf>) -> Result<Vec<Choice>, Failure> {
    let open: Vec<Format> = typed.iter().filter(|choice| choice.file.is_none()).map(|choice| choice.format).collect();
    match (open.as_slice(), typed.is_empty(), &output) {
        ([one, other, ..], _, _) => return Err(two_without_file(*one, *other)),
        ([], false, Some(file)) => return Err(needless(file)),
        _ => {}
    }
    let mut all: Vec<Choice> =
        typed.into_iter().map(|choice| Choice { file: choice.file.or_else(|| output.clone()), ..choice }).collect();
    if open.is_empty() {
        all.push(Choice { format: Format::Terminal, file: output });
    }
    twice(&all).map_or(Ok(all.clone()), Err)
}

fn two_without_file(one: Format, other: Format) -> Failure {
    let (one, other) = (one.name(), other.name());
    let error = format!("the formats `{one}` and `{other}` cannot both go to one place");
    Failure::usage(error, format!("give one of them a file of its own: `--format {other}=FILE`"))
}

fn needless(file: &Path) -> Failure {
    let error = format!("`--output {}` is for the one format without a file, and every format has one", file.display());
    Failure::usage(error, format!("write `--format terminal={}` for the terminal's report", file.display()))
}

/// A file that two reports would be written to. Devices and pipes may be.
fn twice(choices: &[Choice]) -> Option<Failure> {
    let mut known = BTreeSet::new();
    let files = choices.iter().filter_map(|choice| choice.file.as_deref());
    let mut regular = files.filter(|file| file.is_file() || !file.exists());
    let file = regular.find(|file| !known.insert(paths::settled(file)))?;
    let error = format!("two reports would be written to `{}`", file.display());
    Some(Failure::usage(error, "give each format a file of its own"))
}

/// Makes sure that no report takes the place of a document, given by its path.
///
/// # Errors
/// For the first report that would.
pub fn spare(choices: &[Choice], documents: impl Iterator<Item = String>) -> Result<(), Failure> {
    let file = |path: &Path| path.metadata().ok().filter(|there| there.is_file()).map(|it| (it.dev(), it.ino()));
    let written = choices.iter().filter_map(|choice| choice.file.as_deref());
    let written: Vec<_> = written.filter_map(|path| Some((file(path)?, path))).collect();
    if written.is_empty() {
        return Ok(());
    }
    for document in documents {
        let Some(same) = file(Path::new(&document)) else { continue };
        if let Some((_, path)) = written.iter().find(|(other, _)| *other == same) {
            let error = format!("the report would take the place of the document `{}`", path.display());
            return Err(Failure::usage(error, "name another file for it"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_a_format_and_perhaps_a_file() {
        let check = |text: &str, format, file: Option<&str>| {
            assert_eq!(choice(text), Ok(Choice { format, file: file.map(PathBuf::from) }), "{text}");
        };
        check("json", Format::Json, None);
        check("HTML=a.html", Format::Html, Some("a.html"));
        check("junit=a=b.xml", Format::Junit, Some("a=b.xml"));
    }

    #[test]
    fn a_choice_that_is_none_is_explained() {
        let check = |text: &str, says: &str| assert!(choice(text).unwrap_err().contains(says), "{text}");
        check("htlm", "did you mean `html`?");
        check("junti=x.xml", "did you mean `junit`?");
        check("yaml", "[possible values: terminal, json, html");
        check("json=", "write `json=FILE`");
    }

    /// The places of the reports in order, or a part of the error.
    fn check(typed: &[&str], output: Option<&str>, expect: Result<&str, &str>) {
        let typed_choices = typed.iter().map(|text| choice(text).unwrap()).collect();
        let settled = settle(typed_choices, output.map(PathBuf::from));
        let shown = |choice: &Choice| {
            let file = choice.file.as_ref().map_or(String::new(), |file| format!("={}", file.display()));
            choice.format.name() + &file
        };
        match (settled, expect) {
            (Ok(all), Ok(expect)) => {
                assert_eq!(all.iter().map(shown).collect::<Vec<_>>().join(" "), expect, "{typed:?} {output:?}");
            }
            (Err(Failure::Usage(message)), Err(part)) => assert!(message.error.contains(part), "{message:?}"),
            (settled, _) => panic!("{typed:?} {output:?}: {settled:?}"),
        }
    }

    #[test]
    fn one_report_at_most_goes_to_standard_output() {
        check(&[], None, Ok("terminal"));
        check(&[], Some("a"), Ok("terminal=a"));
        check(&["json"], None, Ok("json"));
        check(&["json"], Some("a"), Ok("json=a"));
        check(&["json=a"], None, Ok("json=a terminal"));
        check(&["json=a", "terminal=b"], None, Ok("json=a terminal=b terminal"));
        check(&["json=a", "html"], None, Ok("json=a html"));
        check(&["json=a", "html"], Some("b"), Ok("json=a html=b"));
        check(&["json", "html"], None, Err("`json` and `html`"));
        check(&["json=a"], Some("b"), Err("every format has one"));
    }

    #[test]
    fn a_report_takes_no_document_s_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        std::fs::write(path("a.md"), "").unwrap();
        std::os::unix::fs::symlink(path("a.md"), path("link.md")).unwrap();
        let check = |file: &str, document: &str, expect: bool| {
            let choices = [choice(&format!("json={}", path(file))).unwrap()];
            assert_eq!(spare(&choices, [path(document)].into_iter()).is_ok(), expect, "{file} {document}");
        };
        check("a.md", "a.md", false);
        check("a.md", "link.md", false);
        check("link.md", "a.md", false);
        check("new.json", "a.md", true);
        check("a.md", "gone.md", true);
        check(".", ".", true);
    }

    #[test]
    fn no_file_is_written_twice() {
        check(&["json=a", "html=./a"], None, Err("written to `./a`"));
        check(&["json=a", "html"], Some("a"), Err("written to `a`"));
        check(&["json=/dev/null", "html=/dev/null"], None, Ok("json=/dev/null html=/dev/null terminal"));
    }
}
