//! The directives by name, and what each may be given.
//!
//! Owns their names, what each wants, and the words for a wrong one. What values look like is said in `values.rs`; where
//! directives stand and what they apply to, elsewhere.

use std::fmt;

use super::condition::Condition;
use super::quota::Quota;
use super::values::{self, Attached, Expected, Lines, Tolerance};
use super::words::Word;
use crate::text::slip;

/// What an author says of the run of a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Directive {
    /// It is not run, with the reason given.
    Skip(String),
    /// It is not run where this is true.
    SkipIf(Condition),
    /// It is run only where this is true.
    Only(Condition),
    /// It must end in an exception.
    ExpectError(Expected),
    /// This runs before it, unseen by readers.
    Setup(Lines),
    /// It runs behind the block before it, with its names.
    Continue,
    /// No other block runs before it.
    Isolate,
    /// It gets so much of something.
    Limit(Quota, u64),
    /// It is not run, since it needs something that the sandbox does not give.
    Needs(String),
    /// A variable of its environment, and its value.
    Env(String, String),
    /// A file that it may read.
    File(Attached),
    /// How far its numbers may be from those claimed.
    Tolerance(Tolerance),
    /// Its lines may come in any order.
    Unordered,
    /// This rule does not apply to it.
    WithoutRule(String),
    /// No rule does.
    Strict,
    /// What fails is meant to; with a text, the claims of that text alone.
    Intended(Option<String>),
}

/// What a directive wants behind its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    Nothing,
    PerhapsValue,
    Value,
    /// A value, or lines below.
    Lines,
    /// A value, and perhaps lines below.
    ValueAndLines,
}

/// Name, what it wants, and how it is written.
const TABLE: &[(&str, Wants, &str)] = &[
    ("skip", Wants::PerhapsValue, "skip=\"needs a printer\""),
    ("skip-if", Wants::Value, "skip-if=python<3.10"),
    ("only", Wants::Value, "only=python>=3.12"),
    ("expect-error", Wants::PerhapsValue, "expect-error=ValueError"),
    ("setup", Wants::Lines, "setup=\"import math\""),
    ("continue", Wants::Nothing, "continue"),
    ("isolate", Wants::Nothing, "isolate"),
    ("file", Wants::ValueAndLines, "file=users.csv"),
    ("env", Wants::Value, "env=TZ=UTC"),
    ("needs", Wants::Value, "needs=network"),
    ("tolerance", Wants::Value, "tolerance=0.01"),
    ("unordered", Wants::Nothing, "unordered"),
    ("without-rule", Wants::Value, "without-rule=digits"),
    ("strict", Wants::Nothing, "strict"),
    ("intended", Wants::PerhapsValue, "intended=\"3.15\""),
    ("timeout", Wants::Value, "timeout=30s"),
    ("cpu-time", Wants::Value, "cpu-time=5s"),
    ("memory", Wants::Value, "memory=512M"),
    ("processes", Wants::Value, "processes=4"),
    ("open-files", Wants::Value, "open-files=32"),
    ("scratch", Wants::Value, "scratch=1M"),
    ("scratch-files", Wants::Value, "scratch-files=10"),
    ("output-limit", Wants::Value, "output-limit=64K"),
    ("report-limit", Wants::Value, "report-limit=1M"),
];

/// The names of all directives.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(name, ..)| *name)
}

/// Whether a directive takes the lines below it.
pub fn takes_lines(word: &Word<'_>) -> bool {
    let takes = |wants: Wants| match wants {
        Wants::Lines => word.value.is_none(),
        Wants::ValueAndLines => word.value.is_some(),
        _ => false,
    };
    TABLE.iter().any(|(name, wants, _)| *name == word.name && takes(*wants))
}

/// Says that no directive has this name, and which one may be meant.
pub fn unknown(name: &str) -> String {
    match slip::meant(name, names()) {
        Some(meant) => format!("`{name}` is no directive; `{meant}` is one"),
        None => format!("`{name}` is no directive; there are {}", names().collect::<Vec<_>>().join(", ")),
    }
}

impl Directive {
    /// Reads a word. `lines` are those below it in its comment, for a directive that takes them.
    ///
    /// # Errors
    /// What is wrong with it, and what to write.
    pub fn read(word: &Word<'_>, lines: Option<Lines>) -> Result<Self, String> {
        let known = TABLE.iter().find(|(name, ..)| *name == word.name);
        let &(name, wants, example) = known.ok_or_else(|| unknown(word.name))?;
        if word.is_open {
            return Err(format!("the quote behind `{name}=` is never closed"));
        }
        let wrong = |why: String| format!("`{name}={}`: {why}; write `{example}`", word.value.unwrap_or_default());
        let value = word.value.unwrap_or_default().trim();
        match (wants, word.value) {
            (Wants::Nothing, Some(_)) => Err(format!("`{name}` takes no value")),
            (Wants::Value | Wants::ValueAndLines, None | Some("")) => {
                Err(format!("`{name}` needs a value; write `{example}`"))
            }
            _ => Self::named(name, value, lines).map_err(wrong),
        }
    }

    fn named(name: &str, value: &str, lines: Option<Lines>) -> Result<Self, String> {
        if let Some(quota) = Quota::named(name) {
            return Ok(Self::Limit(quota, quota.read(value)?));
        }
        Ok(match name {
            "skip" => Self::Skip(value.to_owned()),
            "skip-if" => Self::SkipIf(Condition::read(value)?),
            "only" => Self::Only(Condition::read(value)?),
            "expect-error" => Self::ExpectError(Expected::read(value)?),
            "setup" => Self::Setup(lines.ok_or("nothing to run is given")?),
            "continue" => Self::Continue,
            "isolate" => Self::Isolate,
            "tolerance" => Self::Tolerance(Tolerance::read(value)?),
            "unordered" => Self::Unordered,
            "without-rule" => Self::WithoutRule(value.to_owned()),
            "strict" => Self::Strict,
            "intended" => Self::Intended(Some(value.to_owned()).filter(|text| !text.is_empty())),
            "needs" => Self::Needs(value.to_owned()),
            "env" => {
                let (name, value) = values::variable(value)?;
                Self::Env(name, value)
            }
            "file" => Self::File(Attached { name: values::inner_path(value)?, text: lines.map(|lines| lines.text) }),
            other => return Err(unknown(other)),
        })
    }

    /// Whether a block may be given several.
    pub fn adds_up(&self) -> bool {
        let conditional = matches!(self, Self::SkipIf(_) | Self::Only(_));
        let supplied = matches!(self, Self::Setup(_) | Self::Env(..) | Self::File(_));
        conditional || supplied || matches!(self, Self::Needs(_) | Self::WithoutRule(_) | Self::Intended(_))
    }

    /// Whether the other one says that the same is otherwise.
    pub fn contradicts(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::Skip(_), Self::Intended(_) | Self::ExpectError(_) | Self::SkipIf(_) | Self::Only(_))
                | (Self::Continue, Self::Isolate)
        )
    }
}

impl fmt::Display for Directive {
    /// As an author would write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let with = |f: &mut fmt::Formatter<'_>, name: &str, value: &str| match value {
            "" => f.write_str(name),
            _ if value.contains(|c: char| c.is_whitespace() || c == ',') => write!(f, "{name}=\"{value}\""),
            _ => write!(f, "{name}={value}"),
        };
        match self {
            Self::Skip(reason) => with(f, "skip", reason),
            Self::SkipIf(condition) => write!(f, "skip-if={condition}"),
            Self::Only(condition) => write!(f, "only={condition}"),
            Self::ExpectError(expected) => with(f, "expect-error", &expected.written),
            Self::Setup(_) => f.write_str("setup"),
            Self::Continue => f.write_str("continue"),
            Self::Isolate => f.write_str("isolate"),
            Self::Limit(quota, _) => f.write_str(quota.name()),
            Self::Needs(need) => with(f, "needs", need),
            Self::Env(name, value) => with(f, &format!("env={name}"), value),
            Self::File(file) => with(f, "file", &file.name),
            Self::Tolerance(Tolerance::Absolute(most)) => write!(f, "tolerance={most}"),
            Self::Tolerance(Tolerance::Relative(part)) => write!(f, "tolerance={}%", part * 100.0),
            Self::Unordered => f.write_str("unordered"),
            Self::WithoutRule(name) => with(f, "without-rule", name),
            Self::Strict => f.write_str("strict"),
            Self::Intended(text) => with(f, "intended", text.as_deref().unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn read(text: &str) -> Result<Directive, String> {
        Directive::read(&words(text)[0], None)
    }

    #[test]
    fn every_directive_reads_its_own_example() {
        for (name, wants, example) in TABLE {
            let lines = (*wants == Wants::Lines).then(|| Lines { line: 1, text: "pass\n".into() });
            let found = Directive::read(&words(example)[0], lines);
            assert!(found.is_ok(), "{name}: {found:?}");
            assert!(example.starts_with(name));
        }
    }

    #[test]
    fn a_value_that_is_none_is_told_with_an_example() {
        let check = |text: &str, expect: &str| assert_eq!(read(text).unwrap_err(), expect);
        check("skpi", "`skpi` is no directive; `skip` is one");
        check("skip_if=linux", "`skip_if` is no directive; `skip-if` is one");
        check("continue=1", "`continue` takes no value");
        check("timeout", "`timeout` needs a value; write `timeout=30s`");
        check("timeout=", "`timeout` needs a value; write `timeout=30s`");
        check("skip=\"a", "the quote behind `skip=` is never closed");
        check(
            "timeout=soon",
            "`timeout=soon`: not a time, such as 30s, 500ms or 2m, and not `off`; write `timeout=30s`",
        );
        check(
            "only=snake",
            "`only=snake`: not a condition, such as python<3.10, python>=3.12 or linux; write `only=python>=3.12`",
        );
        check(
            "expect-error=\"no good\"",
            "`expect-error=no good`: not the name of an exception, nor a name and its message in quotes; write \
             `expect-error=ValueError`",
        );
        assert!(read("quux").unwrap_err().contains("there are skip, skip-if, only"));
    }
}
