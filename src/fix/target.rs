//! The exact place of a claimed result in the document: the text that makes room, and no word around it.

use crate::claims::{Claim, Form, Reading};
use crate::extract::Document;
use crate::judge::Came;
use crate::text::Span;

/// A place to write a result to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Where the result stands, from its first character to its last.
    pub span: Span,
    /// The result as claimed, its lines without what stands before them.
    pub claimed: String,
    /// Where the claim stands.
    pub form: Form,
}

/// Finds it.
///
/// # Errors
/// Where no literal result stands there, or the document writes it in another way than it was read.
pub fn find(document: &Document, claim: &Claim, whole: bool, came: &Came) -> Result<Target, String> {
    if !whole && loses_lines(claim, came) {
        return Err("more lines stand there than were read as the result".into());
    }
    let wide = claim.whole.as_ref().filter(|wide| whole || needs_lines(&wide.claimed, &claim.claimed, came));
    let (span, claimed) = wide.map_or((claim.span, &claim.claimed), |wide| (wide.span, &wide.claimed));
    let span = within(&document.source.text, span, claimed);
    let target = Target { span, claimed: claimed.clone(), form: claim.form };
    if !is_plain(&document.source.text, &target) {
        return Err("it is written over several lines in a way of its own".into());
    }
    narrowed(target, claim).ok_or_else(|| "it is told in words".into())
}

/// The claimed text alone, where marks such as backticks stand around it.
fn within(text: &str, span: Span, claimed: &str) -> Span {
    let whole = span.of(text);
    let bare = whole.trim_end_matches(['`', '*', '_', '.', ' ']);
    let mut found = whole.match_indices(claimed).map(|(at, _)| at);
    let at = match (found.next(), found.next()) {
        (Some(at), None) => Some(at),
        // A table's row, and the like: the result stands last.
        _ if bare.ends_with(claimed) => Some(bare.len() - claimed.len()),
        _ => None,
    };
    at.map_or(span, |at| Span::new(span.start + at, span.start + at + claimed.len()))
}

/// Several lines came, and what stands below the first line would be left over.
fn loses_lines(claim: &Claim, came: &Came) -> bool {
    let Came::Printed(printed) = came else { return false };
    let wide = claim.whole.as_ref().filter(|wide| wide.claimed.contains('\n'));
    let came = printed.trim_end().lines().count();
    came > 1 && wide.is_some_and(|wide| wide.claimed.lines().count() != came)
}

/// One of several lines was read as the claim, and several came.
fn needs_lines(wide: &str, claimed: &str, came: &Came) -> bool {
    let Came::Printed(printed) = came else { return false };
    let came = printed.trim_end().lines().count();
    came > 1 && wide.lines().count() == came && claimed.lines().count() == 1
}

/// Whether each line of the claim ends a line of the document, but for the last.
fn is_plain(text: &str, target: &Target) -> bool {
    let physical: Vec<&str> = target.span.of(text).lines().collect();
    let claimed: Vec<&str> = target.claimed.lines().collect();
    let ends = |(line, claimed): (&&str, &&str)| line.trim_end().ends_with(claimed.trim_end());
    physical.len() == claimed.len() && physical.iter().zip(&claimed).all(ends) && physical.first() == claimed.first()
}

/// The result without the words around it, such as the name in `x = [1, 2]`.
fn narrowed(target: Target, claim: &Claim) -> Option<Target> {
    let texts: Vec<&str> = claim.readings.iter().filter_map(text).collect();
    if texts.contains(&target.claimed.as_str()) {
        return Some(target);
    }
    let in_words = texts.iter().find_map(|text| place(&target.claimed, text));
    let of_exception = || claim.readings.iter().find_map(|reading| exception(&target.claimed, reading));
    let of_size = || claim.readings.iter().find_map(|reading| size(&target.claimed, reading));
    let (start, end) = in_words.or_else(of_exception).or_else(of_size)?;
    let span = Span::new(target.span.start + start, target.span.start + end);
    let multiline = target.claimed[..end].contains('\n');
    let is_all = start == 0 && end == target.claimed.len();
    match (is_all, multiline) {
        (true, _) => Some(target),
        (false, false) => Some(Target { span, claimed: target.claimed[start..end].to_owned(), ..target }),
        // What stands before later lines is not in the claimed text.
        (false, true) => None,
    }
}

fn text(reading: &Reading) -> Option<&str> {
    match reading {
        Reading::Evaluates { to, .. } => to.text(),
        Reading::Unquoted(text) => Some(text),
        _ => reading.text(),
    }
}

/// Where `text` stands in `claimed`: at its end, or else only once.
fn place(claimed: &str, text: &str) -> Option<(usize, usize)> {
    let mut found = claimed.match_indices(text).map(|(at, _)| at);
    let at = match claimed.ends_with(text) {
        true => claimed.len() - text.len(),
        false => found.next().filter(|_| found.next().is_none())?,
    };
    (!text.trim().is_empty()).then_some((at, at + text.len()))
}

/// Where an exception's name stands, with its message if one is claimed.
fn exception(claimed: &str, reading: &Reading) -> Option<(usize, usize)> {
    let reading = if let Reading::Evaluates { to, .. } = reading { to } else { reading };
    let Reading::Raises { type_name, message } = reading else { return None };
    if claimed.contains('\n') {
        return Some((0, claimed.len()));
    }
    let start = claimed.find(type_name.as_str())?;
    let named = start + type_name.len();
    let end = match message {
        Some(message) => named + claimed[named..].find(message.as_str())? + message.len(),
        None => named,
    };
    Some((start, end))
}

/// Where the number stands in `56 bytes`.
fn size(claimed: &str, reading: &Reading) -> Option<(usize, usize)> {
    let Reading::Size { .. } = reading else { return None };
    let digits = claimed.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '_').unwrap_or(claimed.len());
    let unit = claimed[digits..].trim().to_lowercase();
    (digits > 0 && ["", "b", "byte", "bytes"].contains(&unit.as_str())).then_some((0, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_found_among_words() {
        let check = |claimed: &str, text: &str, expect: Option<&str>| {
            assert_eq!(place(claimed, text).map(|(start, end)| &claimed[start..end]), expect, "{claimed:?}");
        };
        check("right = [1, 5]", "[1, 5]", Some("[1, 5]"));
        check("1 = 1", "1", Some("1"));
        check("3 or 3, then", "3", None);
        check("a 3 b", "3", Some("3"));
        check("abc", "d", None);
    }

    #[test]
    fn an_exception_is_found_with_its_message() {
        let raises = |message: Option<&str>| Reading::Raises {
            type_name: "ValueError".into(),
            message: message.map(str::to_owned),
        };
        assert_eq!(exception("raises ValueError!", &raises(None)), Some((7, 17)));
        assert_eq!(exception("ValueError: no", &raises(Some("no"))), Some((0, 14)));
        assert_eq!(exception("KeyError", &raises(None)), None);
    }
}
