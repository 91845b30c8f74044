//! Readings and certainties in words.

use crate::claims::{Bounds, Certainty, Claim, Form, Reading, trial};
use crate::report::clean;

/// What a reading takes the text to say.
pub fn reading(reading: &Reading) -> String {
    match reading {
        Reading::Stdout(text) => format!("printed: {}", quoted(text)),
        Reading::Value(text) => format!("the value: {}", quoted(text)),
        Reading::Unquoted(text) => format!("the value: a string that reads {}", quoted(text)),
        Reading::Unchanged { expr, same: true } => format!("`{expr}`: the same before and after"),
        Reading::Unchanged { expr, same: false } => format!("`{expr}`: another one afterwards"),
        Reading::Raises { type_name, message: Some(message) } => format!("raised: {type_name}: {message}"),
        Reading::Raises { type_name, message: None } => format!("raised: {type_name}"),
        Reading::NoRaise => "nothing is raised".into(),
        Reading::Since((major, minor)) => format!("there from Python {major}.{minor} on, and missing before"),
        Reading::State { expr, before, equals } => {
            let when = if *before { "before the statement" } else { "after the statement" };
            format!("`{expr}` {when}: {}", quoted(equals))
        }
        Reading::Changed { expr, equals, .. } => format!("`{expr}`, which may be changed here: {}", quoted(equals)),
        Reading::Evaluates { expr, to } => match trial(expr) {
            Some(trial) => format!("`so` is {} after the code below", if trial.denied { "false" } else { "true" }),
            None => format!("`{expr}` gives {}", self::reading(to)),
        },
        Reading::PrintedTimes(count) => format!("printed {count} times"),
        Reading::Turns(count) => format!("run {count} times"),
        Reading::Positive => "a number above zero".into(),
        Reading::SeenBefore => "an object that an earlier statement gave, too".into(),
        Reading::BlockStdout(text) => format!("printed by the block: {}", quoted(text)),
        Reading::Prompt(text) => format!("shown at the prompt: {}", quoted(text)),
        Reading::Size { expr: Some(expr), bytes } => format!("`{}` takes {} bytes", short(expr), bounds(*bytes)),
        Reading::Size { expr: None, bytes } => format!("{} bytes", bounds(*bytes)),
        Reading::Takes { micros } => format!("takes {} µs", bounds(*micros)),
        Reading::Hangs => "never ends".into(),
        Reading::Overlap { overlaps: true } => "what it prints goes through each other".into(),
        Reading::Overlap { overlaps: false } => "what it prints comes in turn".into(),
        Reading::Attempts { what, named } if named.is_empty() => format!("attempted: {what}"),
        Reading::Attempts { what, named } => format!("attempted: {what} {named}"),
        Reading::Pinned { expr } => format!("true: {}", quoted(expr)),
        Reading::Malformed(why) => format!("no Python: {why}"),
        Reading::Open(why) => format!("open, since {why}"),
    }
}

/// The code that tries a fact, on lines of its own below the reading.
pub fn code(reading: &Reading) -> String {
    let trial = match reading {
        Reading::Evaluates { expr, .. } => trial(expr),
        _ => None,
    };
    let lines = trial.iter().flat_map(|trial| trial.code.lines()).filter(|line| !line.trim().is_empty());
    lines.map(|line| format!("                 {line}\n")).collect()
}

/// The beginning of a long expression.
fn short(expr: &str) -> String {
    const LONGEST: usize = 120;
    match expr.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &expr[..end]),
        None => expr.to_owned(),
    }
}

/// A range of numbers, or one.
fn bounds(bounds: Bounds) -> String {
    match bounds {
        Bounds { least, most } if least == most => least.to_string(),
        Bounds { least: 0, most } => format!("at most {most}"),
        Bounds { least, most: u64::MAX } => format!("at least {least}"),
        Bounds { least, most } => format!("{least} to {most}"),
    }
}

/// A text between marks, on one line.
pub fn quoted(text: &str) -> String {
    format!("`{}`", clean::line(&text.trim_end_matches('\n').replace('\n', "⏎")))
}

/// How sure the reading is, and what follows.
pub fn certainty(claim: &Claim) -> &'static str {
    match claim.certainty {
        Certainty::Sure => "sure: it can fail",
        Certainty::Likely => "likely: a claim only if the statement shows anything",
        Certainty::Possible => "possible: a claim only if it agrees, or almost",
        Certainty::Guess => "a guess: a claim only if it agrees",
    }
}

/// Where the claim stands.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Trailing => "a comment behind the code",
        Form::Below => "a comment below the code",
        Form::Above => "a comment above the code",
        Form::Output => "an output block",
        Form::Repl => "a transcript",
        Form::Prose => "running text",
        Form::Assert => "an assertion",
        Form::Pin => "a hidden comment",
        Form::Directive => "a directive",
    }
}
