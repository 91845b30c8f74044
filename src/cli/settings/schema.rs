//! The JSON schema of configuration files, for editors: made from the keys and their options, so that it is never out of
//! date.

use clap::CommandFactory;
use serde_json::{Map, Value, json};

use super::entry::{Shape, option_of_check};
use super::guard::Guard;
use super::keys::{KEYS, Key};
use crate::cli::args::Args;

/// The schema, as it is printed.
pub fn text() -> String {
    let mut properties = keys(|_| true);
    properties.insert("overrides".into(), overrides());
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "snipcheck",
        "description": "snipcheck.toml, or the table [tool.snipcheck] of pyproject.toml",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    format!("{schema:#}\n")
}

fn overrides() -> Value {
    let mut properties = keys(|key| key.per_document);
    properties.insert(
        "paths".into(),
        described(many(json!({ "type": "string" })), "Patterns of the documents that this is for, as in .gitignore"),
    );
    properties.insert("skip".into(), described(json!({ "type": "boolean" }), "Leave these documents out"));
    json!({
        "description": "What holds for some documents alone; a later override wins",
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["paths"],
            "properties": properties,
        },
    })
}

fn keys(wanted: impl Fn(&Key) -> bool) -> Map<String, Value> {
    let command = Args::command();
    let wanted = KEYS.iter().filter(|key| wanted(key));
    wanted.filter_map(|key| Some((key.name.to_owned(), of_key(key, option_of_check(&command, key.name)?)))).collect()
}

fn of_key(key: &Key, option: &clap::Arg) -> Value {
    let help = option.get_help().map(ToString::to_string).unwrap_or_default();
    let help = help.split(" [default:").next().unwrap_or_default();
    let value = match Shape::of(option) {
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::One => one(key, option),
        Shape::Many => many(one(key, option)),
    };
    described(value, &format!("{help}{}", bound(key.guard)))
}

fn one(key: &Key, option: &clap::Arg) -> Value {
    let names: Vec<String> = option.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    match key.guard {
        Guard::OneOf(values) => json!({ "enum": values }),
        Guard::Number(most) => json!({ "type": "integer", "minimum": 0, "maximum": most }),
        Guard::Limit(..) => json!({ "type": ["string", "number"] }),
        Guard::Python => json!({ "type": "string", "pattern": "^(python)?[0-9]+(\\.[0-9]+)*$" }),
        // A format may have a file behind it.
        Guard::Reports => json!({ "type": "string", "pattern": format!("^({})(=.+)?$", names.join("|")) }),
        _ if names.is_empty() => json!({ "type": "string" }),
        _ => json!({ "enum": names }),
    }
}

fn many(one: Value) -> Value {
    json!({ "anyOf": [one.clone(), { "type": "array", "items": one }] })
}

/// What a file may ask for at most, for people.
fn bound(guard: Guard) -> String {
    match guard {
        Guard::Limit(_, most) => format!("; {most} at most, and never off: that is said on the command line"),
        _ => String::new(),
    }
}

fn described(mut value: Value, description: &str) -> Value {
    if let Some(fields) = value.as_object_mut() {
        fields.insert("description".into(), description.into());
    }
    value
}
