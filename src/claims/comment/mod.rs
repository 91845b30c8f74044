//! Comments as claims about the statement beside them.

mod groups;
mod lines;
mod soft;

use std::collections::BTreeSet;

use super::marker;
use super::model::{Certainty, Claim, Form, Kind, Reading, Strength, Whole};
use super::reading::{self, Subject};
use super::span::Part;
use super::surroundings::Surroundings;
use super::value;
use crate::extract::Block;
use crate::syntax::{Module, Scope, Shape, Statement};
use crate::text::Span;
use groups::{Group, groups};

/// All claims that the comments of a block make. Spans are those of the document, whose classes `exceptions` are some.
pub fn claims(
    index: usize,
    block: &Block,
    module: &Module,
    exceptions: &BTreeSet<String>,
    line_of: &dyn Fn(usize) -> usize,
) -> Vec<Claim> {
    let code = &block.code.text;
    let place = Place { index, block, module, outside: Surroundings::new(module, code), line_of, exceptions };
    groups(code, module).iter().flat_map(|group| place.of_group(group)).collect()
}

/// Whether a statement about a name reads as a report, and not as code.
fn is_report(text: &str) -> bool {
    [" is now ", " is still ", " == "].iter().any(|words| text.contains(words))
}

struct Place<'a> {
    index: usize,
    block: &'a Block,
    module: &'a Module,
    outside: Surroundings<'a>,
    line_of: &'a dyn Fn(usize) -> usize,
    exceptions: &'a BTreeSet<String>,
}

impl<'a> Place<'a> {
    fn subject(&self, statement: &'a Statement) -> Subject<'a> {
        Subject::new(&self.block.code.text, self.module, statement).among(self.exceptions)
    }
}

impl Place<'_> {
    fn of_group(&self, group: &Group<'_>) -> Vec<Claim> {
        let subject = self.subject(group.statement);
        let claims = match group.form {
            Form::Trailing => self.trailing(group, subject),
            Form::Below => {
                let claims = self.below(group, subject);
                let ahead = self.ahead(group, &claims);
                claims.into_iter().chain(ahead).collect()
            }
            _ => self.directly_above(group, subject),
        };
        self.with_soft(group, subject, claims)
    }

    fn trailing(&self, group: &Group<'_>, subject: Subject<'_>) -> Vec<Claim> {
        if let Some(claim) = self.literal_over_lines(group) {
            return vec![claim];
        }
        let Some(&(offset, text)) = group.lines.first() else { return Vec::new() };
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
        let above = self.module.comment_before(statement.span.start).filter(|comment| comment.own_line)?;
        let between = &code[above.span.end..statement.span.start];
        (between.trim().is_empty() && between.matches('\n').count() == 1)
            .then(|| above.span.of(code).trim_start_matches(['#', ' ']))
    }

    fn of_line(&self, group: &Group<'_>, offset: usize, text: &str, subject: Subject<'_>) -> Vec<Claim> {
        let versioned = reading::versioned(text, subject);
        if !versioned.is_empty() {
            let claim = |(found, on)| Claim { on, ..self.claim_of(group, offset, text, found) };
            return versioned.into_iter().map(claim).collect();
        }
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
            return self.apart(group, subject);
        }
        let shows =
            matches!(subject.statement.shape, Shape::Expr { .. } | Shape::Loop | Shape::With | Shape::Condition);
        let Some(&(offset, first)) = group.lines.first() else { return Vec::new() };
        let mut claims = self.of_line(group, offset, first, subject);
        for claim in &mut claims {
            // What stands on a line of its own may also be a heading for what follows.
            let literal = reading::is_bare_literal(first) && !first.trim().bytes().all(|b| b.is_ascii_digit());
            let marker = marker::read(first);
            let announced = marker.is_some_and(|marker| reading::is_bare_literal(&first[marker.length..]));
            let firm =
                announced || marker.is_some_and(|marker| marker.firm) || is_report(first) && claim.kind == Kind::State;
            if !(literal || firm || claim.kind == Kind::Raises && claim.tail.is_empty()) {
                claim.certainty = Certainty::Possible;
            }
        }
        if shows && group.lines.len() > 1 {
            self.add_lines(group, &mut claims);
        }
        claims.extend(self.general(group, &group.lines[1..], subject));
        claims.extend(group.lines[1..].iter().flat_map(|&(offset, text)| self.stated(group, offset, text, subject)));
        claims.extend(self.ending(group, subject));
        if claims.is_empty() {
            claims.extend(group.lines.iter().flat_map(|&(offset, text)| self.told(group, offset, text, subject)));
        }
        claims
    }

    /// The exception that the last of several lines names: what is printed comes before it.
    fn ending(&self, group: &Group<'_>, subject: Subject<'_>) -> Vec<Claim> {
        let Some(&(offset, text)) = group.lines[1..].last() else { return Vec::new() };
        let found = self.of_line(group, offset, text, subject).into_iter().filter(|claim| claim.kind == Kind::Raises);
        found.map(|claim| Claim { certainty: Certainty::Possible, ..claim }).collect()
    }

    /// Lines that a blank line sets off: what they say of Python, of a name, or, at the end of the block, of what is shown.
    fn apart(&self, group: &Group<'_>, subject: Subject<'_>) -> Vec<Claim> {
        let closes = subject.is_last();
        let one = |&(offset, text): &(usize, &str)| {
            let shown = closes && marker::read(text).is_some_and(|marker| marker.announces != marker::Announces::Value);
            let claims = if shown { self.of_line(group, offset, text, subject) } else { Vec::new() };
            claims.into_iter().chain(self.told(group, offset, text, subject)).collect::<Vec<_>>()
        };
        let possible = |claim: Claim| Claim { certainty: claim.certainty.min(Certainty::Possible), ..claim };
        let mut claims: Vec<Claim> = group.lines.iter().flat_map(one).map(possible).collect();
        let general = self.general(group, &group.lines, subject);
        claims.extend(
            general
                .into_iter()
                .filter(|claim| !claims.iter().any(|other| other.span == claim.span))
                .collect::<Vec<_>>(),
        );
        claims
    }

    /// "copy sees it: [1, 2]": what a name is by then.
    fn told(&self, group: &Group<'_>, offset: usize, text: &str, subject: Subject<'_>) -> Vec<Claim> {
        let found = reading::told(text, subject).into_iter();
        found.map(|found| self.claim_of(group, offset, text, found)).collect()
    }

    /// What lines say of Python itself, whatever statement they stand by.
    fn general(&self, group: &Group<'_>, lines: &[(usize, &str)], subject: Subject<'_>) -> Vec<Claim> {
        let of_line = |&(offset, text): &(usize, &str)| {
            let found = reading::worded(text, 0, subject).into_iter();
            let speaks = found.filter(|found| matches!(found.readings[..], [Reading::Evaluates { .. }]));
            speaks.map(|found| self.claim_of(group, offset, text, found)).collect::<Vec<_>>()
        };
        lines.iter().flat_map(of_line).collect()
    }

    /// A further line that states what some name is: sure only where it cannot be code that was commented out.
    fn stated(&self, group: &Group<'_>, offset: usize, text: &str, subject: Subject<'_>) -> Vec<Claim> {
        let found = reading::stated(text, subject).into_iter().filter(|found| found.tail.of(text).is_empty());
        let certainty = |known: Certainty| if is_report(text) { known } else { Certainty::Possible };
        found
            .map(|found| self.claim_of(group, offset, text, found))
            .map(|claim| Claim { certainty: certainty(claim.certainty), ..claim })
            .collect()
    }

    /// The lines that claim nothing exact of the statement above them, read as a comment on the statement that follows.
    fn ahead(&self, group: &Group<'_>, claims: &[Claim]) -> Vec<Claim> {
        let Some(statement) = group.next else { return Vec::new() };
        let exact: Vec<&Claim> = claims.iter().filter(|claim| claim.strength == Strength::Exact).collect();
        let free = |(offset, line): &&(usize, &str)| {
            let place = self.block.code.span(*offset, offset + line.len());
            let covers = |span: Span| span.start < place.end && place.start < span.end;
            // What may be one result in several lines leaves none over.
            !exact
                .iter()
                .any(|claim| covers(claim.span) || claim.whole.as_ref().is_some_and(|whole| covers(whole.span)))
        };
        let lines: Vec<(usize, &str)> = group.lines.iter().filter(free).copied().collect();
        let subject = self.subject(statement);
        let group = Group { form: Form::Above, statement, lines, arrows: false, apart: false, next: None };
        self.above(&group, subject)
    }

    /// One line that announces what is printed, right above a `print`, or what is returned, right above a call, is as sure
    /// as one beside it.
    fn directly_above(&self, group: &Group<'_>, subject: Subject<'_>) -> Vec<Claim> {
        const RETURNS: [&str; 6] = ["returns", "this returns", "will return", "gives", "this gives", "evaluates to"];
        let claims = self.above(group, subject);
        let [(_, text)] = group.lines[..] else { return claims };
        let returns = RETURNS.iter().any(|words| marker::begins_with_word(text, words));
        let shows = matches!(subject.statement.shape, Shape::Expr { prints: false, .. }) && returns;
        let fits = |marker: &marker::Marker| match marker.announces {
            marker::Announces::Stdout => subject.prints(),
            _ => shows,
        };
        let literal = marker::read(text).filter(fits);
        let literal = literal.is_some_and(|marker| reading::is_bare_literal(&text[marker.length..]));
        let sure = literal && !subject.repeats();
        let certainty = |claim: Claim| if sure { Claim { certainty: Certainty::Likely, ..claim } } else { claim };
        claims.into_iter().map(certainty).collect()
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
            table: None,
            from_outside: self.outside.tell(group.statement),
            on: Vec::new(),
            readings,
        }
    }
}
