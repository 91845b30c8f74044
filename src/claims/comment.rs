//! Comments as claims: which statement a comment stands by, and which of its lines belong together.

use super::marker::{self, Announces};
use super::model::{Certainty, Claim, Form, Kind, Reading, Strength, Whole};
use super::reading::{self, Subject};
use super::shown;
use super::span::Part;
use super::surroundings;
use super::value;
use crate::extract::Block;
use crate::syntax::{Comment, Module, Scope, Shape, Statement};
use crate::text::Span;

/// Comments that belong together, and where they stand.
struct Group<'a> {
    form: Form,
    statement: &'a Statement,
    /// The text of each line with its offset in the code, the `#` and one blank left out.
    lines: Vec<(usize, &'a str)>,
    /// Whether each line begins with `#>`.
    arrows: bool,
    /// Whether a blank line stands between it and its statement.
    apart: bool,
    /// The statement after it at the same depth, of which it may speak instead.
    next: Option<&'a Statement>,
}

/// All claims that the comments of a block make. Spans are those of the document.
pub fn claims(index: usize, block: &Block, module: &Module, line_of: &dyn Fn(usize) -> usize) -> Vec<Claim> {
    let code = &block.code.text;
    let place = Place { index, block, module, line_of };
    groups(code, module).iter().flat_map(|group| place.of_group(group)).collect()
}

struct Place<'a> {
    index: usize,
    block: &'a Block,
    module: &'a Module,
    line_of: &'a dyn Fn(usize) -> usize,
}

impl Place<'_> {
    fn of_group(&self, group: &Group<'_>) -> Vec<Claim> {
        let subject = Subject { code: &self.block.code.text, module: self.module, statement: group.statement };
        match group.form {
            Form::Trailing => self.trailing(group, subject),
            Form::Below => {
                let claims = self.below(group, subject);
                let vague = claims.iter().all(|claim| claim.strength == Strength::Soft);
                let ahead = group.next.filter(|_| vague).map(|statement| self.ahead(group, statement));
                claims.into_iter().chain(ahead.into_iter().flatten()).collect()
            }
            _ => self.above(group, subject),
        }
    }

    fn trailing(&self, group: &Group<'_>, subject: Subject<'_>) -> Vec<Claim> {
        if group.lines.len() > 1 {
            let (start, end) = self.range(&group.lines);
            let lines: Vec<&str> = group.lines.iter().map(|(_, line)| line.trim()).collect();
            let text = lines.join(" ");
            if reading::is_bare_literal(&text) {
                let printed = Reading::Stdout(lines.join("\n"));
                let readings = vec![printed, Reading::Stdout(text.clone()), Reading::Value(text.clone())];
                return vec![self.claim(
                    group,
                    Span::new(start, end),
                    text,
                    "",
                    Kind::Value,
                    Certainty::Likely,
                    readings,
                )];
            }
        }
        let (offset, text) = group.lines[0];
        let claims = self.of_line(group, offset, text, subject);
        // "# Python 2" above the line: it holds there.
        let elsewhere = self.comment_above(group.statement).is_some_and(value::hedged);
        claims
            .into_iter()
            .map(|claim| if elsewhere { Claim { certainty: Certainty::Possible, ..claim } } else { claim })
            .collect()
    }

    /// The own-line comment right above a statement.
    fn comment_above(&self, statement: &Statement) -> Option<&str> {
        let code = &self.block.code.text;
        let above =
            self.module.comments.iter().rfind(|comment| comment.own_line && comment.span.end < statement.span.start)?;
        let between = &code[above.span.end..statement.span.start];
        (between.trim().is_empty() && between.matches('\n').count() == 1)
            .then(|| above.span.of(code).trim_start_matches(['#', ' ']))
    }

    fn of_line(&self, group: &Group<'_>, offset: usize, text: &str, subject: Subject<'_>) -> Vec<Claim> {
        let found = reading::read(text, subject);
        found.into_iter().map(|found| self.claim_of(group, offset, text, found)).collect()
    }

    fn of_words(&self, group: &Group<'_>, offset: usize, text: &str, subject: Subject<'_>) -> Vec<Claim> {
        let found = reading::worded(text, 0, subject)
            .into_iter()
            .chain(reading::embedded(text, subject))
            .chain(reading::soft(text, subject));
        found.into_iter().map(|found| self.claim_of(group, offset, text, found)).collect()
    }

    fn claim_of(&self, group: &Group<'_>, offset: usize, text: &str, found: reading::Found) -> Claim {
        let claimed = found.claimed.trimmed(text);
        let span = Span::new(offset + claimed.start, offset + claimed.end);
        let mut claim = self.claim(
            group,
            span,
            claimed.of(text).to_owned(),
            found.tail.of(text),
            found.kind,
            found.certainty,
            found.readings,
        );
        claim.strength = found.strength;
        let all = Part::new(0, text.len()).trimmed(text);
        if all.of(text) != claim.claimed {
            let span = self.block.code.span(offset + all.start, offset + all.end);
            claim.whole = Some(Whole { span, claimed: all.of(text).to_owned() });
        }
        claim
    }

    /// The comment below a statement: a marker with lines behind it, printed lines, or one result with remarks after it.
    fn below(&self, group: &Group<'_>, subject: Subject<'_>) -> Vec<Claim> {
        let special =
            self.traceback(group).or_else(|| self.arrow_lines(group)).or_else(|| self.announced_lines(group, subject));
        if let Some(claim) = special {
            return vec![claim];
        }
        if group.apart {
            return Vec::new();
        }
        let shows =
            matches!(subject.statement.shape, Shape::Expr { .. } | Shape::Loop | Shape::With | Shape::Condition);
        let (offset, first) = group.lines[0];
        let mut claims = self.of_line(group, offset, first, subject);
        for claim in &mut claims {
            // What stands on a line of its own may also be a heading for what follows.
            let literal = reading::is_bare_literal(first) && !first.trim().bytes().all(|b| b.is_ascii_digit());
            let firm = marker::read(first).is_some_and(|marker| marker.firm);
            if !(literal || firm || claim.kind == Kind::Raises && claim.tail.is_empty()) {
                claim.certainty = Certainty::Possible;
            }
        }
        if shows && group.lines.len() > 1 {
            self.add_lines(group, &mut claims);
        }
        claims
    }

    /// A traceback written as a comment.
    fn traceback(&self, group: &Group<'_>) -> Option<Claim> {
        let all = joined(&group.lines);
        let reading = shown::traceback(&all).filter(|_| all.contains("Traceback (most recent call last)"))?;
        let (start, end) = self.range(&group.lines);
        Some(self.claim(group, Span::new(start, end), all, "", Kind::Raises, Certainty::Sure, vec![reading]))
    }

    /// `#>` before every line: what is printed, and nothing else.
    fn arrow_lines(&self, group: &Group<'_>) -> Option<Claim> {
        if !group.arrows {
            return None;
        }
        let all = joined(&group.lines);
        let (start, end) = self.range(&group.lines);
        let readings =
            vec![Reading::Stdout(all.clone()), Reading::BlockStdout(all.clone()), Reading::Value(all.clone())];
        Some(self.claim(group, Span::new(start, end), all, "", Kind::Stdout, Certainty::Sure, readings))
    }

    /// All lines of the group may be what is printed.
    fn add_lines(&self, group: &Group<'_>, claims: &mut Vec<Claim>) {
        let all = joined(&group.lines);
        let literals = group.lines.iter().all(|(_, line)| reading::is_bare_literal(line));
        let certainty = if literals { Certainty::Likely } else { Certainty::Possible };
        let (start, end) = self.range(&group.lines);
        let mut readings =
            vec![Reading::Stdout(all.clone()), Reading::BlockStdout(all.clone()), Reading::Value(all.clone())];
        if !matches!(group.statement.shape, Shape::Expr { prints: true, .. }) {
            // As at a prompt: what is printed, then the value.
            readings.push(Reading::Prompt(all.clone()));
        }
        match claims.first_mut() {
            Some(first) if first.kind != Kind::Raises && !literals => {
                // One claim, read as its first line alone or as all lines: the judge takes what agrees.
                first.readings.extend(readings);
                first.whole = Some(Whole { span: self.block.code.span(start, end), claimed: all });
            }
            Some(first) if first.kind == Kind::Raises => {}
            _ => {
                *claims = vec![self.claim(group, Span::new(start, end), all, "", Kind::Stdout, certainty, readings)];
            }
        }
    }

    /// "Output:" on a line, with the printed lines below it in the same comment.
    fn announced_lines(&self, group: &Group<'_>, subject: Subject<'_>) -> Option<Claim> {
        let at = group.lines.iter().position(|(_, line)| {
            marker::read(line.trim_start()).is_some_and(|marker| {
                marker.announces != Announces::Value && marker.length == line.trim_start().len() && marker.firm
            })
        })?;
        let lines = &group.lines[at + 1..];
        if lines.is_empty() {
            return None;
        }
        let (start, end) = self.range(lines);
        let all = joined(lines);
        let readings =
            vec![Reading::Stdout(all.clone()), Reading::BlockStdout(all.clone()), Reading::Value(all.clone())];
        let shows = !matches!(subject.statement.shape, Shape::Def(_) | Shape::Class(_) | Shape::Raise);
        let certainty = if shows { Certainty::Sure } else { Certainty::Possible };
        Some(self.claim(group, Span::new(start, end), all, "", Kind::Stdout, certainty, readings))
    }

    /// A comment that claims nothing of the statement above it, read as one about the statement that follows.
    fn ahead(&self, group: &Group<'_>, statement: &Statement) -> Vec<Claim> {
        let subject = Subject { code: &self.block.code.text, module: self.module, statement };
        let group =
            Group { form: Form::Above, statement, lines: group.lines.clone(), arrows: false, apart: false, next: None };
        self.above(&group, subject)
    }

    /// The comment above a statement: only what a marker or an exception's name makes a claim.
    fn above(&self, group: &Group<'_>, subject: Subject<'_>) -> Vec<Claim> {
        let mut found = Vec::new();
        for &(offset, text) in &group.lines {
            let announced = marker::read(text).is_some();
            let raises = super::exception::read(text, &|_| false).is_some();
            let claims = match announced || raises {
                true => self.of_line(group, offset, text, subject),
                false => self.of_words(group, offset, text, subject),
            };
            found.extend(claims.into_iter().map(|claim| Claim { certainty: Certainty::Possible, ..claim }));
        }
        found
    }

    fn range(&self, lines: &[(usize, &str)]) -> (usize, usize) {
        let start = lines.first().map_or(0, |(offset, line)| Part::new(0, line.len()).trimmed(line).start + offset);
        let end = lines.last().map_or(start, |(offset, line)| offset + line.trim_end().len());
        (start, end)
    }

    #[expect(clippy::too_many_arguments, reason = "a claim has that many parts, and each caller knows them all")]
    fn claim(
        &self,
        group: &Group<'_>,
        span: Span,
        claimed: String,
        tail: &str,
        kind: Kind,
        certainty: Certainty,
        readings: Vec<Reading>,
    ) -> Claim {
        Claim {
            span: self.block.code.span(span.start, span.end),
            block: Some(self.index),
            subject_line: (self.line_of)(self.block.code.origin(group.statement.span.start)),
            form: group.form,
            kind,
            strength: Strength::Exact,
            certainty,
            claimed,
            tail: tail.to_owned(),
            whole: None,
            repeats: matches!(group.statement.scope, Scope::Function) || group.statement.in_loop,
            from_outside: surroundings::tell(group.statement, self.module, &self.block.code.text),
            readings,
        }
    }
}

fn joined(lines: &[(usize, &str)]) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let common =
        lines.iter().filter(|(_, line)| !line.trim().is_empty()).map(|(_, line)| indent(line)).min().unwrap_or(0);
    lines.iter().map(|(_, line)| line.get(common..).unwrap_or("").trim_end()).collect::<Vec<_>>().join("\n")
}

fn groups<'a>(code: &'a str, module: &'a Module) -> Vec<Group<'a>> {
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
    let ended = module.statements.iter().filter(ends_here).max_by_key(|statement| statement.span.start);
    // Behind a decorator it speaks of what is decorated.
    let decorated = |statement: &&Statement| {
        let definition = matches!(statement.shape, Shape::Def(_) | Shape::Class(_));
        definition && code[statement.span.start..].starts_with('@') && statement.header.contains(offset)
    };
    ended.or_else(|| module.statements.iter().find(decorated))
}

/// The statement that ends above an own-line comment at the comment's depth, and whether blank lines stand between.
fn statement_above<'a>(code: &str, module: &'a Module, comment: &Comment) -> Option<(&'a Statement, bool)> {
    let depth = column(code, comment.span.start);
    let statement = module
        .statements
        .iter()
        .filter(|statement| statement.span.end < comment.span.start && column(code, statement.span.start) == depth)
        .max_by_key(|statement| statement.span.start)?;
    // Nothing but white space and comments on the lines between may separate them.
    let between = &code[statement.span.end..comment.span.start];
    let trailing = module.comments.iter().any(|c| c.span.start > statement.span.end && c.span.end < comment.span.start);
    let only_blanks = between.trim().is_empty();
    let inner = module.statements.iter().any(|other| {
        other.span.start > statement.span.start
            && other.span.end > statement.span.end
            && other.span.end < comment.span.start
    });
    (only_blanks && !trailing && !inner).then(|| (statement, between.matches('\n').count() > 1))
}

/// The statement that begins on the line below an own-line comment at the comment's depth.
fn statement_below<'a>(code: &str, module: &'a Module, comment: &Comment) -> Option<&'a Statement> {
    let statement = next_statement(code, module, comment)?;
    (code[comment.span.end..statement.span.start].matches('\n').count() == 1).then_some(statement)
}

/// The statement that comes next, where it stands at the comment's depth with nothing but blank lines between.
fn next_statement<'a>(code: &str, module: &'a Module, comment: &Comment) -> Option<&'a Statement> {
    let below = module.statements.iter().filter(|statement| statement.span.start > comment.span.end);
    let statement = below.min_by_key(|statement| statement.span.start)?;
    let nothing_between = code[comment.span.end..statement.span.start].trim().is_empty();
    (nothing_between && column(code, statement.span.start) == column(code, comment.span.start)).then_some(statement)
}
