//! Tables whose rows, and not their headers, show that they hold results: a column of expressions beside a column of
//! literals. What is in a row is a claim where it agrees; where most rows do, the others are claims as well.

use super::context;
use super::inline::{Prose, Result};
use super::said::{self, Link, Said};
use super::tables::{self, Table};
use crate::claims::model::Bounds;
use crate::syntax;
use crate::text::Span;

/// Rows that make a column of expressions, or of results.
const FEWEST: usize = 2;
/// Headings of what is done to the code in another column, and how Python writes it.
const DONE: [(&str, &str); 12] = [
    ("length", "len({})"),
    ("len", "len({})"),
    ("len()", "len({})"),
    ("type", "type({}).__name__"),
    ("type()", "type({}).__name__"),
    ("truthy", "bool({})"),
    ("truthy?", "bool({})"),
    ("bool", "bool({})"),
    ("bool()", "bool({})"),
    ("truth value", "bool({})"),
    ("repr()", "repr({})"),
    ("str()", "str({})"),
];
/// Headings of sizes in memory.
const SIZES: [&str; 4] = ["bytes", "size", "size (bytes)", "size in bytes"];

/// The rows that read like an expression and its result.
pub fn read(prose: &Prose<'_>, table: &Table) -> Vec<Said> {
    let columns = 1..table.header.len();
    let found = columns.filter(|column| speaks_of_this(prose, table, *column));
    let rows: Vec<Said> = found.flat_map(|column| of_column(prose, table, column)).collect();
    together(table, rows.into_iter().map(|said| Said { only_if_so: true, ..said }).collect())
}

/// Rows that may prove something of one another: not those that change what the next ones see.
pub fn together(table: &Table, rows: Vec<Said>) -> Vec<Said> {
    let steady = !rows.iter().any(|said| changes(&said.expr));
    let start = table.header.first().map(|cell| cell.start).filter(|_| steady);
    rows.into_iter().map(|said| Said { table: start, ..said }).collect()
}

/// Whether an expression may change what its names stand for: a method of one of them, or the next of an iterator.
fn changes(expr: &str) -> bool {
    let own =
        |name: &String| !syntax::is_builtin(name) && name.starts_with(char::is_lowercase) && !syntax::is_standard(name);
    let read = syntax::expression(expr);
    let method = |name: &String| expr.contains(&format!("{name}."));
    expr.contains("next(") || read.is_some_and(|read| read.uses.iter().any(|name| own(name) && method(name)))
}

/// The heading names no other language, version or state of things.
fn speaks_of_this(prose: &Prose<'_>, table: &Table, column: usize) -> bool {
    let title = table.header[column].of(prose.text);
    !context::supposes(title) && !context::is_of_another_language(&[title.to_owned()])
}

/// The results of one column, with the expressions of the nearest column before it that has some.
fn of_column(prose: &Prose<'_>, table: &Table, column: usize) -> Vec<Said> {
    let called = of_heading(prose, table, column);
    if !called.is_empty() {
        return called;
    }
    let pairs = |code: usize| {
        let rows = table.rows.iter().filter_map(|cells| pair(prose, *cells.get(code)?, *cells.get(column)?));
        rows.collect::<Vec<_>>()
    };
    (0..column).rev().map(pairs).find(|rows| rows.len() >= FEWEST).unwrap_or_default()
}

/// An expression that does something, and a result that does nothing.
fn pair(prose: &Prose<'_>, code: Span, result: Span) -> Option<Said> {
    let code = tables::code_of(prose, code)?;
    let expr = tables::unescaped(code.inside.of(prose.text).trim());
    if is_format(&expr) {
        let inside = tables::code_of(prose, result)?.inside;
        let result = Result { written: inside.of(prose.text).to_owned(), span: inside, end: result.end };
        return Some(Said { expr: format!("print({expr})"), ..Said::new(prose, code.inside, result, Link::Shown) });
    }
    let computes = syntax::expression(&expr).is_some_and(|read| read.computes) && !said::is_value(&expr);
    let result = written(prose, result).filter(|_| computes)?;
    Some(Said { expr, ..Said::new(prose, code.inside, result, Link::Value) })
}

/// A formatted string with something to fill in: beside it stands what it looks like, mostly without quotes.
fn is_format(expr: &str) -> bool {
    let quoted =
        |mark: char| expr.strip_prefix(['f', 'F']).is_some_and(|rest| rest.starts_with(mark) && rest.ends_with(mark));
    (quoted('"') || quoted('\'')) && expr.contains('{') && syntax::expression(expr).is_some()
}

/// A result, with or without words behind it.
fn written(prose: &Prose<'_>, cell: Span) -> Option<Result> {
    let made = |result: &Result| said::is_plain_result(&result.written) || result.written.ends_with(')');
    tables::result_of(prose, cell).filter(made)
}

/// "a | b | `f(a, b)`", "value | length": the heading says what is done to the other cells.
fn of_heading(prose: &Prose<'_>, table: &Table, column: usize) -> Vec<Said> {
    let title = table.header[column].of(prose.text).trim_matches(['`', '*', ' ']);
    let rows = table.rows.iter().filter_map(|cells| {
        let result = written(prose, *cells.get(column)?)?;
        let first = given(prose, *cells.first()?)?;
        let said = |expr: String, link| Said { expr, ..Said::new(prose, first, result.clone(), link) };
        let code = tables::unescaped(first.of(prose.text).trim());
        if let Some((_, template)) = DONE.iter().find(|(name, _)| *name == title.to_lowercase()) {
            return Some(said(template.replace("{}", &code), Link::Value));
        }
        if SIZES.contains(&title.to_lowercase().as_str()) {
            let bytes = result.written.parse().ok()?;
            return Some(said(code, Link::Size(Bounds { least: bytes, most: bytes })));
        }
        applied(prose, table, cells, title).map(|expr| said(expr, Link::Value))
    });
    rows.collect()
}

/// The heading's expression, with the cells under its names.
fn applied(prose: &Prose<'_>, table: &Table, cells: &[Span], title: &str) -> Option<String> {
    let read = syntax::expression(title).filter(|read| read.computes)?;
    let names = table.header.iter().map(|cell| cell.of(prose.text).trim_matches(['`', '*', ' ']));
    let given: Vec<(&str, Span)> = names
        .zip(cells)
        .filter(|(name, _)| read.uses.contains(*name))
        .filter_map(|(name, cell)| Some((name, given(prose, *cell)?)))
        .collect();
    let names: Vec<&str> = given.iter().map(|(name, _)| *name).collect();
    let values: Vec<&str> = given.iter().map(|(_, code)| code.of(prose.text).trim()).collect();
    (!given.is_empty()).then(|| format!("(lambda {}: {title})({})", names.join(", "), values.join(", ")))
}

/// What a cell gives to the heading's expression: code, or a literal that is set as text.
fn given(prose: &Prose<'_>, cell: Span) -> Option<Span> {
    let literal = || Some(cell).filter(|cell| said::is_value(cell.of(prose.text)));
    tables::code_of(prose, cell).map(|code| code.inside).or_else(literal)
}
