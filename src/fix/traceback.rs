//! Exceptions as authors record them: the name alone, name and message, a traceback abridged or whole.

use super::target::Target;
use crate::claims::{Claim, Form};
use crate::wire::Raised;

const HEADER: &str = "Traceback (most recent call last)";

/// What the author would have written of this exception.
///
/// # Errors
/// Where it cannot be written in the author's manner.
pub fn lines(claim: &Claim, target: &Target, printed: &str, raised: &Raised) -> Result<Vec<String>, String> {
    let last = last_lines(raised).ok_or("the exception is a group, or one without a line of its own")?;
    if !matches!(claim.form, Form::Output | Form::Repl) {
        return Ok(vec![beside(&target.claimed, raised, &last)]);
    }
    let mut lines: Vec<String> = printed.lines().map(|line| line.trim_end().to_owned()).collect();
    match recorded(&target.claimed) {
        Some(frames) if is_abridged(&frames) => lines.extend(with_header(&frames)),
        Some(frames) => lines.extend(with_header(&renewed(&frames, raised)?)),
        None if target.claimed.contains("Error") || claim.form == Form::Output => {}
        None => lines.extend([format!("{HEADER}:"), "  ...".to_owned()]),
    }
    lines.extend(last);
    Ok(lines)
}

/// Beside code there is room for a line: the name, and the message where the author gives one or claims a result.
fn beside(claimed: &str, raised: &Raised, last: &[String]) -> String {
    let is_name = claimed.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.');
    let named_alone = is_name && claimed.chars().any(char::is_uppercase) && claimed.len() > 5;
    let first = last.first().map_or(raised.type_name.as_str(), String::as_str);
    let qualified = first.split(':').next().unwrap_or(first);
    let name = if claimed.contains('.') { qualified } else { &raised.type_name };
    match raised.message.lines().next().filter(|_| !named_alone) {
        Some(message) => format!("{name}: {message}"),
        None => name.to_owned(),
    }
}

/// What Python prints behind the frames: name, message, notes.
fn last_lines(raised: &Raised) -> Option<Vec<String>> {
    let lines: Vec<&str> = raised.traceback.trim_end().lines().collect();
    let is_group = lines.iter().any(|line| line.trim_start().starts_with(['|', '+']));
    let frames_end = lines.iter().rposition(|line| line.starts_with(' ') || line.starts_with(HEADER));
    let from = frames_end.map_or(0, |at| at + 1);
    (!is_group && from < lines.len()).then(|| lines[from..].iter().map(|line| (*line).to_owned()).collect())
}

/// The lines between the header of a recorded traceback and its last lines.
fn recorded(claimed: &str) -> Option<Vec<&str>> {
    let behind = claimed.lines().skip_while(|line| !line.contains(HEADER)).skip(1);
    claimed.contains(HEADER).then(|| behind.take_while(|line| line.starts_with([' ', '\t']) || is_dots(line)).collect())
}

fn is_dots(line: &str) -> bool {
    matches!(line.trim(), "..." | "…")
}

fn is_abridged(frames: &[&str]) -> bool {
    frames.is_empty() || frames.iter().any(|line| is_dots(line))
}

fn with_header<T: AsRef<str>>(frames: &[T]) -> Vec<String> {
    let frames = frames.iter().map(|line| line.as_ref().to_owned());
    [format!("{HEADER}:")].into_iter().chain(frames).collect()
}

/// A frame: its file, and the function.
fn frame(line: &str) -> Option<(&str, &str)> {
    let (file, rest) = line.trim_start().strip_prefix("File \"")?.split_once('"')?;
    Some((file, rest.rsplit_once(", in ")?.1.trim_end()))
}

/// The author's frames, where the exception still comes the same way. A file of the author's is not known here, so other
/// frames cannot be told.
fn renewed<'a>(frames: &[&'a str], raised: &Raised) -> Result<Vec<&'a str>, String> {
    let functions = |lines: &[&'a str]| lines.iter().filter_map(|line| Some(frame(line)?.1.to_owned())).collect();
    let recorded: Vec<String> = functions(frames);
    let came: Vec<String> = raised.traceback.lines().filter_map(|line| Some(frame(line)?.1.to_owned())).collect();
    match recorded == came {
        true => Ok(frames.to_vec()),
        false => Err("the exception comes another way than the recorded frames".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raised(type_name: &str, message: &str, frames: &str) -> Raised {
        Raised {
            type_name: type_name.into(),
            bases: vec![type_name.into()],
            message: message.into(),
            line: 1,
            traceback: format!("{HEADER}:\n{frames}{type_name}: {message}\n"),
            missing: None,
            errno: None,
        }
    }

    #[test]
    fn beside_code_the_author_s_measure_is_kept() {
        let check = |claimed: &str, expect: &str| {
            let raised = raised("KeyError", "'a'", "  File \"x\", line 1, in <module>\n");
            let last = last_lines(&raised).unwrap();
            assert_eq!(beside(claimed, &raised, &last), expect, "{claimed}");
        };
        check("ValueError", "KeyError");
        check("ValueError: no", "KeyError: 'a'");
        check("5", "KeyError: 'a'");
        check("None", "KeyError: 'a'");
    }

    #[test]
    fn frames_are_abridged_as_they_were() {
        assert_eq!(recorded("Traceback (most recent call last):\n  ...\nKeyError: 1"), Some(vec!["  ..."]));
        assert_eq!(recorded("KeyError: 1"), None);
        let frames = ["  File \"<stdin>\", line 1, in <module>"];
        let same = raised("KeyError", "1", "  File \"a.md\", line 9, in <module>\n    f()\n");
        assert_eq!(renewed(&frames, &same), Ok(frames.to_vec()));
        let deeper = raised("KeyError", "1", "  File \"a\", line 9, in <module>\n  File \"a\", line 2, in f\n");
        assert!(renewed(&frames, &deeper).is_err());
    }
}
