//! Comments of several lines that are one result: a traceback, `#>` lines, printed lines, lines behind "Output:".

use super::Place;
use super::groups::Group;
use crate::claims::literal::Literal;
use crate::claims::marker::{self, Announces};
use crate::claims::model::{Certainty, Claim, Kind, Reading, Strength, Whole};
use crate::claims::reading::{self, Subject};
use crate::claims::shown;
use crate::syntax::Shape;
use crate::text::Span;

impl Place<'_> {
    /// One value that a trailing comment writes over several lines, or a printed line in each.
    pub(super) fn literal_over_lines(&self, group: &Group<'_>) -> Option<Claim> {
        let lines: Vec<&str> = group.lines.iter().map(|(_, line)| line.trim()).collect();
        let text = lines.join(" ");
        if lines.len() < 2 || !reading::is_bare_literal(&text) {
            return None;
        }
        let (start, end) = self.range(&group.lines);
        let printed = Reading::Stdout(lines.join("\n"));
        let readings = vec![printed, Reading::Stdout(text.clone()), Reading::Value(text.clone())];
        Some(self.claim(group, Span::new(start, end), text, "", Kind::Value, Certainty::Likely, readings))
    }

    /// A traceback written as a comment.
    pub(super) fn traceback(&self, group: &Group<'_>) -> Option<Claim> {
        let all = joined(&group.lines);
        let reading = shown::traceback(&all).filter(|_| all.contains("Traceback (most recent call last)"))?;
        let (start, end) = self.range(&group.lines);
        Some(self.claim(group, Span::new(start, end), all, "", Kind::Raises, Certainty::Sure, vec![reading]))
    }

    /// `#>` before every line: what is printed, and nothing else.
    pub(super) fn arrow_lines(&self, group: &Group<'_>) -> Option<Claim> {
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
    pub(super) fn add_lines(&self, group: &Group<'_>, claims: &mut Vec<Claim>) {
        let all = joined(&group.lines);
        let literals = group.lines.iter().all(|(_, line)| reading::is_bare_literal(line));
        let certainty = if literals { Certainty::Likely } else { Certainty::Possible };
        let (start, end) = self.range(&group.lines);
        let mut readings =
            vec![Reading::Stdout(all.clone()), Reading::BlockStdout(all.clone()), Reading::Value(all.clone())];
        readings.extend(undecorated(&group.lines).map(Reading::Stdout));
        if !matches!(group.statement.shape, Shape::Expr { prints: true, .. }) {
            // As at a prompt: what is printed, then the value.
            readings.push(Reading::Prompt(all.clone()));
        }
        match claims.first_mut() {
            Some(first) if !foretells(first) && !literals => {
                // One claim, read as its first line alone or as all lines: the judge takes what agrees.
                first.readings.extend(readings);
                first.whole = Some(Whole { span: self.block.code.span(start, end), claimed: all });
            }
            Some(first) if foretells(first) => {}
            _ => {
                *claims = vec![self.claim(group, Span::new(start, end), all, "", Kind::Stdout, certainty, readings)];
            }
        }
    }

    /// "Output:" on a line, with the printed lines below it in the same comment.
    pub(super) fn announced_lines(&self, group: &Group<'_>, subject: Subject<'_>) -> Option<Claim> {
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
}

/// The lines without what stands before each of them, or around it: arrows, bullets, quotes.
fn undecorated(lines: &[(usize, &str)]) -> Option<String> {
    const SIGNS: [&str; 8] = ["-> ", "=> ", "→ ", "- ", "* ", "• ", "> ", ">> "];
    let bare = |sign: &str| lines.iter().map(|(_, line)| line.trim().strip_prefix(sign)).collect::<Option<Vec<_>>>();
    let quoted = || {
        let inner = |(_, line): &(usize, &str)| match Literal::whole(line) {
            Some(Literal::Text(inner)) => Some(inner),
            _ => None,
        };
        lines.iter().map(inner).collect::<Option<Vec<_>>>()
    };
    SIGNS.iter().find_map(|sign| bare(sign)).map(|lines| lines.join("\n")).or_else(|| Some(quoted()?.join("\n")))
}

/// Whether a claim names an exception; words like "failed" may just as well be printed.
fn foretells(claim: &Claim) -> bool {
    claim.kind == Kind::Raises && claim.strength == Strength::Exact
}

fn joined(lines: &[(usize, &str)]) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let common =
        lines.iter().filter(|(_, line)| !line.trim().is_empty()).map(|(_, line)| indent(line)).min().unwrap_or(0);
    lines.iter().map(|(_, line)| line.get(common..).unwrap_or("").trim_end()).collect::<Vec<_>>().join("\n")
}
