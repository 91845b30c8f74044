//! One key of a configuration file with its value, as an option takes it. What values an option takes is said on the
//! command line's side alone: each value is given to it to read.

use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, CommandFactory};
use toml::Spanned;
use toml::de::DeValue;

use super::keys::Key;
use super::place::{Place, Problem, quoted};
use crate::cli::args::Args;
use crate::text::Source;

/// A key with its value.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The key.
    pub key: &'static Key,
    /// As the option takes them.
    pub values: Vec<String>,
    /// As the file has them.
    pub texts: Vec<String>,
    /// Where the value stands.
    pub place: Place,
    /// The same in bytes.
    pub offset: usize,
}

/// What an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing: it is there or not.
    Flag,
    /// One value.
    One,
    /// Any number of values.
    Many,
}

impl Shape {
    /// That of an option.
    pub fn of(option: &clap::Arg) -> Self {
        match option.get_action() {
            ArgAction::SetTrue | ArgAction::SetFalse => Shape::Flag,
            ArgAction::Append => Shape::Many,
            _ => Shape::One,
        }
    }
}

/// The option of a command that a key stands for.
pub fn option<'c>(command: &'c clap::Command, name: &str) -> Option<&'c clap::Arg> {
    command.get_arguments().find(|option| self::name(option) == name)
}

/// What a file calls an option.
pub fn name(option: &clap::Arg) -> &str {
    option.get_long().unwrap_or_else(|| option.get_id().as_str())
}

/// The option of `check`, or of all commands, that a key stands for.
pub fn option_of_check<'c>(command: &'c clap::Command, name: &str) -> Option<&'c clap::Arg> {
    let check = command.find_subcommand("check")?;
    option(check, name).or_else(|| option(command, name))
}

/// A value of the file, with its place.
pub type Value<'i> = Spanned<DeValue<'i>>;

/// What a value is, in words.
pub fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The texts of a value, alone or in a list, each with its place; else what is no text.
pub fn texts<'v, 'i>(value: &'v Value<'i>, numbers: bool) -> Result<Vec<(String, usize)>, &'v Value<'i>> {
    let one = |value: &'v Value<'i>| {
        let text = text(value.get_ref(), numbers).ok_or(value)?;
        Ok((text, value.span().start))
    };
    match value.get_ref() {
        DeValue::Array(all) => all.iter().map(one).collect(),
        _ => Ok(vec![one(value)?]),
    }
}

fn text(value: &DeValue<'_>, numbers: bool) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) if numbers && number.radix() == 10 => Some(number.as_str().to_owned()),
        DeValue::Float(number) if numbers => Some(number.as_str().to_owned()),
        _ => None,
    }
}

impl Entry {
    /// Reads the value of a key; `folder` is that of the file.
    ///
    /// # Errors
    /// When the option does not take it, or a file must not say it.
    pub fn read(key: &'static Key, value: &Value<'_>, source: &Source, folder: &Path) -> Result<Self, Vec<Problem>> {
        let command = Args::command();
        let Some(option) = option_of_check(&command, key.name) else { return Err(Vec::new()) };
        let shape = Shape::of(option);
        let given = given(key, shape, value).map_err(|problem| vec![problem])?;
        let (mut values, mut problems) = (Vec::new(), Vec::new());
        for (text, offset) in &given {
            match admit(key, shape, text, folder) {
                Ok(value) => values.push(value),
                Err((what, help)) => problems.push(Problem { offset: *offset, what, help }),
            }
        }
        let (offset, texts) = (value.span().start, given.into_iter().map(|(text, _)| text).collect());
        let entry = Self { key, values, texts, place: Place::new(source, offset), offset };
        if problems.is_empty() { Ok(entry) } else { Err(problems) }
    }
}

/// The values as they are written, with their places.
fn given(key: &Key, shape: Shape, value: &Value<'_>) -> Result<Vec<(String, usize)>, Problem> {
    let wrong = |takes: &str, value: &Value<'_>, help: String| Problem {
        offset: value.span().start,
        what: format!("`{}` takes {takes}, and this is {}", key.name, kind(value.get_ref())),
        help,
    };
    match (shape, value.get_ref()) {
        (Shape::Flag, DeValue::Boolean(is)) => Ok(vec![(is.to_string(), value.span().start)]),
        (Shape::Flag, _) => Err(wrong("true or false", value, format!("write `{} = true`, without quotes", key.name))),
        (Shape::One, DeValue::Array(_)) => Err(wrong("one value", value, "write it without brackets".into())),
        _ => {
            let numbers = key.guard.takes_numbers();
            texts(value, numbers).map_err(|other| wrong(taken(shape, numbers), other, advice(other.get_ref())))
        }
    }
}

fn taken(shape: Shape, numbers: bool) -> &'static str {
    match (shape, numbers) {
        (_, true) => "a number or a text",
        (Shape::Many, _) => "a text, or a list of them",
        _ => "a text",
    }
}

fn advice(value: &DeValue<'_>) -> String {
    match value {
        DeValue::Integer(number) => format!("write it with quotes: \"{}\"", number.as_str()),
        DeValue::Float(number) => format!("write it with quotes: \"{}\"", number.as_str()),
        _ => "docs/configuration.md has an example of each key".to_owned(),
    }
}

/// A value as the option takes it; else what is wrong with it, and what to do.
fn admit(key: &Key, shape: Shape, text: &str, folder: &Path) -> Result<String, (String, String)> {
    if shape == Shape::Flag {
        return Ok(text.to_owned());
    }
    let quoted = quoted(text);
    let admitted = key.guard.admit(key.name, text, folder);
    let value = admitted.map_err(|refused| (format!("`{}`: {quoted} {}", key.name, refused.why), refused.help))?;
    understood(key, &value).map_err(|(why, help)| (format!("`{}` cannot be {quoted}{why}", key.name), help))?;
    Ok(value)
}

/// Gives a value to its option to read.
fn understood(key: &Key, value: &str) -> Result<(), (String, String)> {
    if key.name == "paths" {
        return Ok(());
    }
    let typed = ["snipcheck".to_owned(), "check".to_owned(), format!("--{}={value}", key.name)];
    match Args::command().try_get_matches_from(typed) {
        Ok(_) => Ok(()),
        Err(error) => Err(explained(&error)),
    }
}

fn explained(error: &clap::Error) -> (String, String) {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::String(text)) => text.clone(),
        _ => String::new(),
    };
    let (all, near) = (context(ContextKind::ValidValue), context(ContextKind::SuggestedValue));
    let all = if all.is_empty() { String::new() } else { format!("one of {all} is possible") };
    match (error.kind(), std::error::Error::source(error)) {
        (ErrorKind::ValueValidation, Some(why)) => (format!(": {why}"), all),
        _ if near.is_empty() => (String::new(), all),
        _ => (String::new(), format!("did you mean `{near}`? {all}")),
    }
}
