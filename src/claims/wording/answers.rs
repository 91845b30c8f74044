//! "yes" and "no" beside a question that Python answers with `True` or `False`.

use crate::claims::model::{Certainty, Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::claims::value;
use crate::syntax::Shape;

const WORDS: [(&str, bool); 7] =
    [("yes", true), ("yep", true), ("yup", true), ("yeah", true), ("nope", false), ("nah", false), ("no", false)];

/// What a word answers, in any case.
pub fn answer(word: &str) -> Option<bool> {
    WORDS.iter().find(|(known, _)| word.eq_ignore_ascii_case(known)).map(|(_, answer)| *answer)
}

/// Calls that answer such a question.
const ASKS: [&str; 9] =
    ["isinstance(", "issubclass(", "hasattr(", "callable(", "all(", "any(", "bool(", ".startswith(", ".endswith("];
/// Comparisons that style guides hold up as examples, where the word may say whether one should write so.
const STYLE: [&str; 9] = ["None", "True", "False", "type(", "len(", "[]", "{}", "()", "\"\""];

/// Reads such a word at the beginning of a text, with nothing but commentary behind it.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    let length = text.find(|c: char| !(c.is_alphanumeric() || "_-'(".contains(c))).unwrap_or(text.len());
    let word = text.get(..length).filter(|word| answer(word).is_some())?;
    let behind = text[word.len()..].trim_end_matches([' ', '.', '!']);
    let alone =
        behind.is_empty() || [",", ".", "!", ";", " (", " -", " –", " —"].iter().any(|sign| behind.starts_with(sign));
    // `print("yes" if ok else "no")` shows the word itself.
    let written = ['"', '\''].iter().any(|mark| subject.code.contains(&format!("{mark}{word}{mark}")));
    let shows = !written && matches!(subject.statement.shape, Shape::Expr { constant: false, .. });
    let shown = &text[..word.len()];
    let readings = [Reading::Value(shown.to_owned()), Reading::Stdout(shown.to_owned())];
    let found = Found::possible(text, Part::new(0, word.len()), Kind::Value, Reading::NoRaise);
    let certainty = if asks(subject) && !value::hedged(behind) { Certainty::Likely } else { Certainty::Possible };
    (alone && shows).then(|| Found { readings: readings.into(), certainty, ..found })
}

/// Whether the statement shows a truth value, and no matter of style.
fn asks(subject: Subject<'_>) -> bool {
    let code = subject.statement.header.of(subject.code);
    let inner = code.strip_prefix("print(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(code);
    let compares =
        [" == ", " != ", " < ", " > ", " <= ", " >= ", " in ", " is "].iter().any(|sign| inner.contains(sign));
    let asks = ASKS.iter().any(|call| inner.starts_with(call) || call.starts_with('.') && inner.contains(call));
    (compares || asks) && !STYLE.iter().any(|part| inner.contains(part)) && !inner.contains(" if ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn check(code: &str, text: &str, expect: Option<(bool, Certainty)>) {
        let module = parse(code);
        let subject = Subject::new(code, &module, &module.statements[0]);
        let found = read(text, subject).map(|found| match found.readings[..] {
            [Reading::Value(ref value), ..] => (answer(value).unwrap(), found.certainty),
            _ => panic!("{found:?}"),
        });
        assert_eq!(found, expect, "{code:?} # {text}");
    }

    #[test]
    fn yes_and_no_answer_a_comparison() {
        use Certainty::{Likely, Possible};
        check("3 > 2\n", "yes", Some((true, Likely)));
        check("print(3 in [1])\n", "no!", Some((false, Likely)));
        check("isinstance(x, int)\n", "Nope.", Some((false, Likely)));
        check("f(x)\n", "yes", Some((true, Possible)));
        check("x == None\n", "no", Some((false, Possible)));
        check("type(x) == int\n", "No", Some((false, Possible)));
        check("x = 3 > 2\n", "yes", None);
        check("3 > 2\n", "no problem", None);
        check("3 > 2\n", "yesterday", None);
        check("3 > 2\n", "yes, by one", Some((true, Likely)));
        check("3 > 2\n", "yes, but it depends", Some((true, Possible)));
    }
}
