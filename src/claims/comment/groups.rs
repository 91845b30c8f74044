//! Which comments belong together, and which statement they stand by.

use crate::claims::marker::{self, Announces};
use crate::claims::model::Form;
use crate::syntax::{Comment, Module, Shape, Statement};

/// Comments that belong together, and where they stand.
pub(super) struct Group<'a> {
    pub form: Form,
    pub statement: &'a Statement,
    /// The text of each line with its offset in the code, the `#` and one blank left out.
    pub lines: Vec<(usize, &'a str)>,
    /// Whether each line begins with `#>`.
    pub arrows: bool,
    /// Whether a blank line stands between it and its statement.
    pub apart: bool,
    /// The statement after it at the same depth, of which it may speak instead.
    pub next: Option<&'a Statement>,
}

/// All groups of a block, in order.
pub(super) fn groups<'a>(code: &'a str, module: &'a Module) -> Vec<Group<'a>> {
    let mut groups = Vec::new();
    let comments = &module.comments;
    let mut at = 0;
    while at < comments.len() {
        let length = run_length(code, &comments[at..]);
        let run = &comments[at..at + length];
        groups.extend(group(code, module, run));
        at += length;
    }
    groups
}

/// How many comments at the beginning of the list belong together: on consecutive lines, in the same column.
fn run_length(code: &str, comments: &[Comment]) -> usize {
    let joins = |pair: &[Comment]| {
        let between = &code[pair[0].span.end..pair[1].span.start];
        let column = |comment: &Comment| column(code, comment.span.start);
        pair[1].own_line && between.matches('\n').count() == 1 && column(&pair[0]) == column(&pair[1])
    };
    1 + comments.windows(2).take_while(|pair| joins(pair)).count()
}

fn column(code: &str, offset: usize) -> usize {
    offset - code[..offset].rfind('\n').map_or(0, |at| at + 1)
}

fn group<'a>(code: &'a str, module: &'a Module, run: &[Comment]) -> Option<Group<'a>> {
    let first = run.first()?;
    let lines = run.iter().map(|comment| content(code, comment)).collect();
    let arrows = run.iter().all(|comment| comment.span.of(code).starts_with("#>"));
    if !first.own_line {
        let statement = trailing_statement(code, module, first.span.start)?;
        return Some(Group { form: Form::Trailing, statement, lines, arrows, apart: false, next: None });
    }
    let last = run.last()?;
    if let Some((statement, apart)) = statement_above(code, module, first) {
        let nothing_below = statement_below(code, module, last).is_none();
        let next = next_statement(code, module, last);
        let group = Group { form: Form::Below, statement, lines, arrows, apart, next };
        if nothing_below || !apart || announces(&group) {
            return Some(group);
        }
        return statement_below(code, module, last).map(|statement| Group { form: Form::Above, statement, ..group });
    }
    let statement = statement_below(code, module, last)?;
    Some(Group { form: Form::Above, statement, lines, arrows, apart: false, next: None })
}

fn announces(group: &Group<'_>) -> bool {
    group.lines.iter().any(|(_, line)| {
        marker::read(line.trim_start()).is_some_and(|marker| marker.firm && marker.announces == Announces::Stdout)
    })
}

/// The text of a comment with its offset: the `#`, `#>` marks and one blank are left out.
fn content<'a>(code: &'a str, comment: &Comment) -> (usize, &'a str) {
    let text = comment.span.of(code).trim_end();
    let mut skip = text.bytes().take_while(|&b| b == b'#').count();
    if text[skip..].starts_with('>') && !text[skip..].starts_with(">>") {
        skip += 1;
    }
    if text[skip..].starts_with(' ') {
        skip += 1;
    }
    (comment.span.start + skip, &text[skip..])
}

/// The innermost statement that ends, or whose header ends, on the line before the comment at `offset`.
fn trailing_statement<'a>(code: &str, module: &'a Module, offset: usize) -> Option<&'a Statement> {
    let ends_here = |statement: &&Statement| {
        let end = statement.header.end;
        end <= offset && code[end..offset].bytes().all(|b| b" \t;)]}".contains(&b))
    };
    // Behind a decorator it speaks of what is decorated.
    let decorated = |statement: &&Statement| {
        let definition = matches!(statement.shape, Shape::Def(_) | Shape::Class(_));
        definition && code[statement.span.start..].starts_with('@') && statement.header.contains(offset)
    };
    module.before(offset).find(ends_here).or_else(|| module.before(offset).find(decorated))
}

/// The statement that ends above an own-line comment at the comment's depth, and whether blank lines stand between.
fn statement_above<'a>(code: &str, module: &'a Module, comment: &Comment) -> Option<(&'a Statement, bool)> {
    let depth = column(code, comment.span.start);
    let ended = |statement: &&Statement| statement.span.end < comment.span.start;
    let at_depth = |statement: &&Statement| column(code, statement.span.start) == depth;
    let statement = module.before(comment.span.start).filter(ended).find(at_depth)?;
    // Nothing but white space and comments on the lines between may separate them.
    let between = &code[statement.span.end..comment.span.start];
    let commented =
        module.comment_before(comment.span.start).is_some_and(|other| other.span.start > statement.span.end);
    (between.trim().is_empty() && !commented).then(|| (statement, between.matches('\n').count() > 1))
}

/// The statement that begins on the line below an own-line comment at the comment's depth.
fn statement_below<'a>(code: &str, module: &'a Module, comment: &Comment) -> Option<&'a Statement> {
    let statement = next_statement(code, module, comment)?;
    (code[comment.span.end..statement.span.start].matches('\n').count() == 1).then_some(statement)
}

/// The statement that comes next, where it stands at the comment's depth with nothing but blank lines between.
fn next_statement<'a>(code: &str, module: &'a Module, comment: &Comment) -> Option<&'a Statement> {
    let statement = module.after(comment.span.end)?;
    let nothing_between = code[comment.span.end..statement.span.start].trim().is_empty();
    (nothing_between && column(code, statement.span.start) == column(code, comment.span.start)).then_some(statement)
}
