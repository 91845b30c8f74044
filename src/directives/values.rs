//! What directives are given: tolerances, files, exceptions, variables, lines.
//!
//! Owns how each is written. Knows no directive by name.

/// How far a number may be from another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tolerance {
    /// By so much.
    Absolute(f64),
    /// By such a part of it.
    Relative(f64),
}

impl Tolerance {
    /// Whether one number is near enough to another.
    pub fn allows(self, claimed: f64, actual: f64) -> bool {
        let most = match self {
            Self::Absolute(most) => most,
            Self::Relative(part) => part * claimed.abs(),
        };
        // What is written in decimal may lie just beyond it in binary.
        (claimed - actual).abs() <= most * (1.0 + 1e-9)
    }

    /// `0.01`, `1%`.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let (number, is_part) = text.strip_suffix('%').map_or((text, false), |number| (number, true));
        let number = number.trim().parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0);
        let number = number.ok_or("not a number above zero, such as 0.01 or 1%")?;
        Ok(if is_part { Self::Relative(number / 100.0) } else { Self::Absolute(number) })
    }
}

/// A file for a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Relative to the document, and to the snippet's folder.
    pub name: String,
    /// What it holds; none where it is to be read.
    pub text: Option<String>,
}

/// An exception that is meant; by default any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expected {
    /// As written; empty where any will do.
    pub written: String,
    /// Its class; none for any.
    pub type_name: Option<String>,
    /// Its message, where one is given.
    pub message: Option<String>,
}

impl Expected {
    /// `ValueError`, `ValueError: the message`, or nothing.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let (name, message) = match text.split_once(':') {
            Some((name, message)) => (name.trim(), Some(message.trim().to_owned())),
            None => (text, None),
        };
        let is_name = name.split('.').all(|part| {
            part.starts_with(|c: char| c.is_alphabetic() || c == '_')
                && part.chars().all(|c| c.is_alphanumeric() || c == '_')
        });
        if !text.is_empty() && !is_name {
            return Err("not the name of an exception, nor a name and its message in quotes".into());
        }
        let type_name = (!text.is_empty()).then(|| name.to_owned());
        Ok(Self { written: text.to_owned(), type_name, message: message.filter(|message| !message.is_empty()) })
    }
}

/// Lines of a hidden comment, with their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// 1-based document line of the first one.
    pub line: usize,
    /// Common indentation removed, each ended by a line end.
    pub text: String,
}

/// A variable and its value: `NAME=value`, the value perhaps in quotes of its own.
///
/// # Errors
/// What else is there.
pub fn variable(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("not a name and a value")?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !is_name || value.contains('\0') {
        return Err("not the name of a variable and a value".into());
    }
    let quoted = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    Ok((name.to_owned(), quoted.unwrap_or(value).to_owned()))
}

/// A path that leads nowhere but down.
///
/// # Errors
/// What is wrong with it.
pub fn inner_path(text: &str) -> Result<String, String> {
    let is_inner = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
    match text.split('/').all(is_inner) {
        true => Ok(text.to_owned()),
        false => Err("not a path within the document's folder: no `..`, no `.`, and no `/` at its start".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_has_a_name_and_perhaps_a_message() {
        let check = |text: &str, type_name: Option<&str>, message: Option<&str>| {
            let expected = Expected::read(text).unwrap();
            assert_eq!((expected.type_name.as_deref(), expected.message.as_deref()), (type_name, message), "{text}");
        };
        check("", None, None);
        check("ValueError", Some("ValueError"), None);
        check("json.JSONDecodeError", Some("json.JSONDecodeError"), None);
        check("ValueError: no good", Some("ValueError"), Some("no good"));
        check("ValueError:", Some("ValueError"), None);
    }
}
