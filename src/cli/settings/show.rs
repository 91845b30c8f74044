//! What a check is set to, as a configuration file that says the same, with who said it behind each line.

use std::fmt::Write as _;
use std::path::Path;

use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory};

use super::Configuration;
use super::entry::{Entry, Shape, option_of_check};
use super::file::Override;
use super::keys::{KEYS, Key};
use super::place::{Place, shown};
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::environment::Environment;

/// Where the remarks begin, if the values are no longer than that.
const COLUMN: usize = 36;

/// Everything that holds for a run; or for one document, if one is given.
///
/// # Errors
/// When the file does not fit what was typed.
pub fn text(
    configuration: &Configuration,
    environment: &Environment,
    document: Option<&Path>,
) -> Result<String, Failure> {
    let overrides = document.map_or_else(Vec::new, |document| configuration.overrides_of(document));
    let matches = configuration.matches(&overrides)?;
    let said = configuration.heeded(&overrides);
    let mut text = head(configuration, document);
    for key in KEYS {
        let entry = said.iter().rfind(|entry| entry.key == key);
        text += &line(key, entry.copied(), &matches, environment);
    }
    if document.is_none() {
        configuration.file.iter().flat_map(|file| &file.overrides).for_each(|one| text += &of_documents(one));
    }
    Ok(text)
}

fn head(configuration: &Configuration, document: Option<&Path>) -> String {
    let file = match &configuration.file {
        Some(file) => format!("# From {}", shown(&file.path)),
        None => "# No configuration file".to_owned(),
    };
    match document {
        Some(document) => format!("{file}, for {}\n", shown(document)),
        None => format!("{file}\n"),
    }
}

fn line(key: &Key, entry: Option<&Entry>, matches: &ArgMatches, environment: &Environment) -> String {
    let command = Args::command();
    let Some(option) = option_of_check(&command, key.name) else { return String::new() };
    let id = option.get_id().as_str();
    let values = matches.subcommand().map_or(matches, |(_, command)| command);
    let shape = Shape::of(option);
    match (values.value_source(id), entry) {
        (Some(ValueSource::CommandLine), _) => pair(key, shape, &raw(values, id), "command line"),
        (_, Some(entry)) => pair(key, shape, &entry.texts, &by(&entry.place)),
        (Some(_), None) if key.name == "color" => pair(key, shape, &raw(values, id), &colours()),
        (Some(_), None) => pair(key, shape, &raw(values, id), "default"),
        (None, None) => unset(key, shape, environment),
    }
}

/// What no value stands for in the options.
fn unset(key: &Key, shape: Shape, environment: &Environment) -> String {
    let active = environment.places.virtual_env.as_deref().map(shown);
    match (key.name, active) {
        ("jobs", _) => pair(key, shape, &[environment.cores.to_string()], "default: the number of cores"),
        ("format", _) => pair(key, shape, &["terminal".to_owned()], "default"),
        ("python", Some(active)) => remark("python", &format!("environment: VIRTUAL_ENV is {active}")),
        ("python", None) => remark("python", "default: `python3`"),
        ("cpu-time", _) => remark("cpu-time", "default: a second more than `timeout`"),
        _ => remark(key.name, "not set"),
    }
}

fn colours() -> String {
    Environment::colour_variable().map_or("default".to_owned(), |name| format!("default; environment: {name}"))
}

fn raw(values: &ArgMatches, id: &str) -> Vec<String> {
    let raw = values.get_raw(id).into_iter().flatten();
    raw.map(|value| value.to_string_lossy().into_owned()).collect()
}

fn by(place: &Place) -> String {
    format!("{}:{}", shown(&place.file), place.line)
}

fn of_documents(one: &Override) -> String {
    let command = Args::command();
    let mut text = format!("\n{:COLUMN$} # {}\npaths = {}\n", "[[overrides]]", by(&one.place), list(&one.paths));
    if one.skip {
        text += "skip = true\n";
    }
    for entry in &one.entries {
        let shape = option_of_check(&command, entry.key.name).map_or(Shape::One, Shape::of);
        text += &pair(entry.key, shape, &entry.texts, &by(&entry.place));
    }
    text
}

fn pair(key: &Key, shape: Shape, values: &[String], source: &str) -> String {
    let value = match (shape, values) {
        (Shape::Flag, [value]) => value.clone(),
        (Shape::One, [value]) if key.guard.takes_numbers() && value.parse::<u64>().is_ok() => value.clone(),
        (Shape::One, [value]) => quote(value),
        _ => list(values),
    };
    format!("{:COLUMN$} # {source}\n", format!("{} = {value}", key.name))
}

fn remark(name: &str, source: &str) -> String {
    format!("{:COLUMN$} # {source}\n", format!("# {name}"))
}

/// A list as TOML has it.
pub fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(", "))
}

fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => _ = write!(quoted, "\\u{:04X}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_as_toml_reads_them() {
        for text in ["plain", "it's \"quoted\"", "C:\\x", "tab\there", "\u{1b}[31m", "\u{7f}", "größer"] {
            let line = format!("x = {}", quote(text));
            let read = toml::de::DeTable::parse(&line).unwrap();
            assert_eq!(read.get_ref().get("x").and_then(|value| value.get_ref().as_str()), Some(text));
        }
    }
}
