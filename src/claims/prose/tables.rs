//! Tables with a column of code and a column of results.

use super::contents;
use super::inline::{Code, Prose, Result};
use super::said::{Link, Said};
use crate::claims::exception;
use crate::claims::literal::Literal;
use crate::text::Span;

const CODE: [&str; 15] = [
    "expression",
    "code",
    "call",
    "example",
    "input",
    "statement",
    "operation",
    "snippet",
    "python",
    "function call",
    "try",
    "comparison",
    "check",
    "test",
    "condition",
];
const RESULT: [&str; 15] = [
    "result",
    "output",
    "value",
    "returns",
    "return value",
    "evaluates to",
    "prints",
    "outcome",
    "returned",
    "gives",
    "yields",
    "=",
    "→",
    "results in",
    "answer",
];

/// A table: where its cells stand.
pub struct Table {
    /// The cells of its header.
    pub header: Vec<Span>,
    /// The cells of each row below.
    pub rows: Vec<Vec<Span>>,
}

/// The rows with code and result of all tables in a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    tables(prose)
        .iter()
        .flat_map(|table| titled(prose, table).unwrap_or_else(|| contents::read(prose, table)))
        .collect()
}

/// The rows of a table whose header says what is in it.
fn titled(prose: &Prose<'_>, table: &Table) -> Option<Vec<Said>> {
    let (code, result, link) = columns(&table.header, prose.text)?;
    let rows = table.rows.iter().filter_map(|cells| row(prose, cells, code, result, link)).collect();
    Some(contents::together(table, rows))
}

/// All tables of a stretch.
pub fn tables(prose: &Prose<'_>) -> Vec<Table> {
    let lines = lines(prose);
    let table = |at: usize| {
        let rows = lines[at + 1..].iter().take_while(|line| line.of(prose.text).trim_start().starts_with('|'));
        let rows = rows.map(|line| cells(prose.text, *line)).collect();
        Table { header: cells(prose.text, lines[at - 1]), rows }
    };
    (1..lines.len()).filter(|at| is_rule(lines[*at].of(prose.text))).map(table).collect()
}

fn lines(prose: &Prose<'_>) -> Vec<Span> {
    let mut at = prose.span.start;
    let lines = prose.span.of(prose.text).split_inclusive('\n').map(|line| {
        at += line.len();
        // In a block quote each line has its marks before it.
        Span::new(at - line.trim_start_matches([' ', '>']).len(), at)
    });
    lines.collect()
}

/// `| --- | :--: |`
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('|') && line.contains("--") && line.chars().all(|c| "|-: ".contains(c))
}

/// The cells of a row; a bar in backticks or behind a backslash is no border.
fn cells(text: &str, line: Span) -> Vec<Span> {
    let (mut cells, mut start, mut ticked, mut escaped) = (Vec::new(), None, false, false);
    for (at, c) in line.of(text).char_indices() {
        match c {
            '|' if !ticked && !escaped => {
                cells.extend(start.map(|start| trimmed(text, Span::new(start, line.start + at))));
                start = Some(line.start + at + 1);
            }
            '`' => ticked = !ticked,
            _ => {}
        }
        escaped = c == '\\';
    }
    let last = start.map(|start| trimmed(text, Span::new(start, line.end)));
    cells.extend(last.filter(|last| last.start < last.end));
    cells
}

fn trimmed(text: &str, span: Span) -> Span {
    let written = span.of(text);
    let start = span.start + (written.len() - written.trim_start().len());
    Span::new(start, start + written.trim().len())
}

/// Which columns hold code and results, as the header names them.
fn columns(header: &[Span], text: &str) -> Option<(usize, usize, Link)> {
    let names: Vec<String> =
        header.iter().map(|cell| cell.of(text).trim_matches(['*', '`', '_', ' ']).to_lowercase()).collect();
    let result = names.iter().position(|name| RESULT.contains(&name.as_str()))?;
    // Several columns of results are those of several versions or languages.
    if names.iter().filter(|name| RESULT.iter().any(|word| name.contains(word))).count() > 1 {
        return None;
    }
    let listed =
        |name: &str| CODE.contains(&name) || name.strip_prefix("python ").is_some_and(|name| CODE.contains(&name));
    let code = names.iter().position(|name| listed(name))?;
    let link = if ["output", "prints"].contains(&names[result].as_str()) { Link::Shown } else { Link::Value };
    (code < result).then_some((code, result, link))
}

fn row(prose: &Prose<'_>, cells: &[Span], code: usize, result: usize, link: Link) -> Option<Said> {
    let expression = code_of(prose, *cells.get(code)?)?;
    let said = Said::new(prose, expression.inside, result_of(prose, *cells.get(result)?)?, link);
    Some(Said { expr: unescaped(&said.expr), ..said })
}

/// The code that fills a cell.
pub fn code_of(prose: &Prose<'_>, cell: Span) -> Option<Code> {
    prose.code_at(cell.start).filter(|inline| inline.outside == cell)
}

/// A bar in a cell is written with a backslash.
pub fn unescaped(code: &str) -> String {
    code.replace("\\|", "|")
}

/// The result that a cell begins with.
pub fn result_of(prose: &Prose<'_>, cell: Span) -> Option<Result> {
    let text = cell.of(prose.text);
    if let Some(written) = whole(text) {
        return Some(Result { written: written.to_owned(), span: cell, end: cell.end });
    }
    let lead =
        ["raises a ", "raises an ", "raises ", "error: "].iter().find(|lead| text.to_lowercase().starts_with(**lead));
    let start = cell.start + lead.map_or(0, |lead| lead.len());
    let found = prose.result_at(start)?;
    // A remark behind the result may take it back.
    let alone =
        found.end == cell.end || prose.between(found.end, cell.end).trim_start().starts_with(['(', '—', '-', ',']);
    alone.then_some(found)
}

/// A cell that is nothing but a literal, or an exception with its message.
fn whole(text: &str) -> Option<&str> {
    let exception = exception::read(text, &|_| false).filter(|found| found.tail.of(text).is_empty());
    let literal =
        Literal::whole(text).filter(|literal| !literal.is_name() || ["True", "False", "None"].contains(&text));
    (exception.is_some() || literal.is_some()).then_some(text)
}
