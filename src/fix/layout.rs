//! Lines of a result put into their place: the containers' marks, the comment's marker, the line ends and the columns
//! behind stay what they are.

use unicode_width::UnicodeWidthStr;

use super::Edit;
use super::target::Target;
use crate::claims::Form;
use crate::text::Span;

/// Columns that are never too many for a line.
const WIDE: usize = 160;

/// What stands before each further line of a result, in a place that has room for several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    prefix: String,
    line_end: &'static str,
}

/// What further lines begin with; `None` where there can be none.
pub fn room(text: &str, target: &Target) -> Option<Room> {
    let prefix = of_second_line(text, target).or_else(|| of_first_line(text, target))?;
    Some(Room { prefix, line_end: line_end(text, target.span.start) })
}

/// The author's own second line shows it.
fn of_second_line(text: &str, target: &Target) -> Option<String> {
    let physical = target.span.of(text).lines().nth(1)?;
    let claimed = target.claimed.lines().nth(1)?;
    let prefix = physical.trim_end().strip_suffix(claimed.trim_end())?;
    // Before an empty line stands less.
    (!claimed.trim().is_empty()).then(|| prefix.to_owned())
}

fn of_first_line(text: &str, target: &Target) -> Option<String> {
    let before = &text[line_start(text, target.span.start)..target.span.start];
    let container = before.len() - before.trim_start_matches([' ', '\t', '>', '\u{feff}']).len();
    let own = &before[container..];
    match target.form {
        // `Out[1]: ` stands before the first line alone.
        Form::Output | Form::Repl => {
            (own.is_empty() || own.starts_with("Out[")).then(|| before[..container].replace('\u{feff}', ""))
        }
        Form::Below | Form::Above => {
            let marks = own.bytes().take_while(|byte| *byte == b'#').count();
            let arrow = usize::from(own[marks..].starts_with('>') && !own[marks..].starts_with(">>"));
            let blanks = own[marks + arrow..].bytes().take_while(|byte| *byte == b' ').count();
            (marks > 0).then(|| before[..container + marks + arrow + blanks].to_owned())
        }
        _ => None,
    }
}

/// Whether a line would grow far beyond what the document is used to. What stands in a block of its own is copied.
pub fn is_too_long(text: &str, target: &Target, lines: &[String]) -> bool {
    let [line] = lines else { return false };
    if matches!(target.form, Form::Output | Form::Repl) || line.len() <= target.claimed.len() {
        return false;
    }
    let before = text[line_start(text, target.span.start)..target.span.start].width();
    let used_to = || text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let width = before + line.width();
    width > WIDE && width > used_to()
}

/// The edit that writes these lines.
///
/// # Errors
/// Where there is no room for so many, or what is written would end its container.
pub fn edit(text: &str, target: &Target, lines: &[String], room: Option<Room>) -> Result<Edit, String> {
    let (first, rest) = lines.split_first().ok_or("nothing came instead of it")?;
    if rest.is_empty() {
        return one_line(text, target, first);
    }
    let room = room.ok_or("several lines came, and there is room for one")?;
    let mut written = first.clone();
    for line in rest {
        let prefix = if line.is_empty() { room.prefix.trim_end() } else { &room.prefix };
        written += &format!("{}{prefix}{line}", room.line_end);
    }
    Ok(Edit { span: target.span, text: written })
}

/// A tail that stands in a column stays there, where there are blanks enough.
fn one_line(text: &str, target: &Target, line: &str) -> Result<Edit, String> {
    if target.form == Form::Prose && line.contains(['`', '|']) {
        return Err("what came cannot stand in running text".into());
    }
    let behind = text[target.span.end..].split(['\n', '\r']).next().unwrap_or("");
    let blanks = behind.len() - behind.trim_start_matches(' ').len();
    if blanks < 2 || blanks == behind.len() || target.claimed.contains('\n') {
        return Ok(Edit { span: target.span, text: line.to_owned() });
    }
    let width = target.claimed.width() + blanks;
    let padding = width.saturating_sub(line.width()).max(1);
    let span = Span::new(target.span.start, target.span.end + blanks);
    Ok(Edit { span, text: format!("{line}{}", " ".repeat(padding)) })
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1)
}

/// How the line at `offset` ends; the last line ends like the one before it.
fn line_end(text: &str, offset: usize) -> &'static str {
    let next = text[offset..].find('\n').map(|at| offset + at);
    match next.or_else(|| text.rfind('\n')) {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(text: &str, claimed: &str, form: Form) -> Target {
        let start = text.find(claimed.lines().next().unwrap()).unwrap();
        let last = claimed.lines().last().unwrap();
        let end = start + text[start..].find(last).unwrap() + last.len();
        Target { span: Span::new(start, end), claimed: claimed.into(), form }
    }

    fn check(text: &str, claimed: &str, form: Form, lines: &[&str], expect: Result<&str, &str>) {
        let target = target(text, claimed, form);
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let edit = edit(text, &target, &lines, room(text, &target));
        let mended = edit.map(|edit| super::super::apply(text, &[&edit]).0);
        let expect = expect.map(str::to_owned);
        match expect {
            Ok(expect) => assert_eq!(mended, Ok(expect)),
            Err(part) => assert!(mended.clone().is_err_and(|error| error.contains(part)), "{mended:?}"),
        }
    }

    #[test]
    fn a_tail_in_a_column_stays_there() {
        let one = |text: &str, line: &str, expect: &str| check(text, "11", Form::Trailing, &[line], Ok(expect));
        one("x  # 11  -- tail\n", "1", "x  # 1   -- tail\n");
        one("x  # 11  -- tail\n", "111", "x  # 111 -- tail\n");
        one("x  # 11  -- tail\n", "11111", "x  # 11111 -- tail\n");
        one("x  # 11 -- tail\n", "1", "x  # 1 -- tail\n");
        one("x  # 11   \n", "1", "x  # 1   \n");
        one("x  # 11    tail", "世", "x  # 世    tail");
    }

    #[test]
    fn further_lines_begin_like_the_author_s() {
        check("> ```\n> a\n> b\n> ```", "a\nb", Form::Output, &["c", "", "d"], Ok("> ```\n> c\n>\n> d\n> ```"));
        check("\t```\r\n\ta\r\n\t```", "a", Form::Output, &["c", "d"], Ok("\t```\r\n\tc\r\n\td\r\n\t```"));
        check("  #> a\n", "a", Form::Below, &["b", "c"], Ok("  #> b\n  #> c\n"));
        check("# Output: a\n", "a", Form::Below, &["b", "c"], Ok("# Output: b\n# c\n"));
        check("Out[1]: a", "a", Form::Repl, &["b", "c"], Ok("Out[1]: b\nc"));
        check("# a\n# b\n", "a\nb", Form::Below, &["c"], Ok("# c\n"));
        check("x  # a\n", "a", Form::Trailing, &["b", "c"], Err("room for one"));
        check("gives `a`", "a", Form::Prose, &["b`"], Err("running text"));
    }
}
