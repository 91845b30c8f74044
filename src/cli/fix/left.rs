//! What became of each finding, and what is left to do and by which command.

use anstyle::{AnsiColor, Style};

use crate::fix::{Finding, Remedy, Turn};
use crate::flow::mend::{Draft, Mended};
use crate::report::clean;
use crate::report::model::Unreadable;
use crate::report::words;

/// What `fix` has to say besides the difference.
pub struct Page<'a> {
    /// Whether the changes were written.
    pub write: bool,
    /// Each document with what came of it.
    pub drafts: Vec<(&'a Draft, &'a Mended)>,
    /// Documents that could not be read.
    pub unreadable: &'a [Unreadable],
}

/// What keeps a finding from being mended.
enum Why<'a> {
    /// Nobody has allowed it.
    Unsafe(Turn),
    /// It did not hold.
    Dropped,
    /// Only the author can.
    Author(&'a str),
}

impl Page<'_> {
    /// Whether something is wrong that was not mended.
    pub fn is_anything_left(&self) -> bool {
        self.drafts.iter().any(|(draft, mended)| !draft.raised.is_empty() || left(draft, mended).next().is_some())
    }

    /// Whole lines.
    pub fn render(&self) -> String {
        let mut text: String = self.drafts.iter().map(|(draft, mended)| of_draft(draft, mended)).collect();
        for unreadable in self.unreadable {
            text += &format!("{}: {}\n", clean::line(&unreadable.path), clean::line(&unreadable.reason));
        }
        text + &self.ending()
    }

    fn ending(&self) -> String {
        let done: usize = self.drafts.iter().map(|(_, mended)| mended.done.len()).sum();
        let documents = self.drafts.iter().filter(|(_, mended)| !mended.done.is_empty()).count();
        let rest: usize =
            self.drafts.iter().map(|(draft, mended)| left(draft, mended).count() + draft.raised.len()).sum();
        let counted = format!("{} in {}", words::count(done, "claim"), words::count(documents, "document"));
        match (done, rest, self.write) {
            (0, 0, _) => "nothing to mend\n".into(),
            (0, _, _) => format!("nothing was mended; {rest} left to the author\n"),
            (_, 0, true) => format!("mended: {counted}\n"),
            (_, _, true) => format!("mended: {counted}; {rest} left to the author\n"),
            (_, 0, false) => format!("would mend: {counted}; --write does it\n"),
            (_, _, false) => format!("would mend: {counted}; --write does it; {rest} left to the author\n"),
        }
    }
}

fn left<'a>(draft: &'a Draft, mended: &'a Mended) -> impl Iterator<Item = (&'a Finding, Why<'a>)> {
    let findings = draft.findings.iter().enumerate().filter(|(at, _)| !mended.done.contains(at));
    findings.map(|(at, finding)| {
        let why = match &finding.remedy {
            _ if mended.dropped.contains(&at) => Why::Dropped,
            Remedy::Author(reason) => Why::Author(reason),
            Remedy::Mend(mend) => mend.turn.map_or(Why::Dropped, Why::Unsafe),
        };
        (finding, why)
    })
}

fn of_draft(draft: &Draft, mended: &Mended) -> String {
    let path = clean::line(&draft.path);
    let claims = left(draft, mended).map(|(finding, why)| of_finding(&path, finding, &why));
    let raised = draft.raised.iter().map(|run| {
        let line = if run.line > 0 { run.line } else { draft.block_lines[run.block] };
        format!("{}: the block ends with {}\n", place(&path, line), clean::short(&run.detail))
    });
    claims.chain(raised).collect()
}

fn of_finding(path: &str, finding: &Finding, why: &Why<'_>) -> String {
    let came = match finding.actual.is_empty() {
        true => "nothing came".to_owned(),
        false => format!("came `{}`", clean::short(&finding.actual)),
    };
    let head = format!("{}: `{}`, {came}: ", place(path, finding.line), clean::short(&finding.claimed));
    match why {
        Why::Author(reason) => format!("{head}{reason}\n"),
        Why::Dropped => format!("{head}what would be written did not hold when it was checked\n"),
        Why::Unsafe(turn) => {
            let command = format!("snipcheck fix {} --only {} --write --unsafe", quoted(path), at(finding));
            format!("{head}mending it {}; to take it:\n  {command}\n", turn.words())
        }
    }
}

/// The line by which `--only` takes a finding.
pub fn at(finding: &Finding) -> usize {
    if finding.block.is_some() { finding.subject_line } else { finding.line }
}

/// A path as a shell reads it.
pub fn quoted(path: &str) -> String {
    let is_plain = path.chars().all(|c| c.is_alphanumeric() || "._-/+@".contains(c));
    if is_plain { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

fn place(path: &str, line: usize) -> String {
    let style: Style = AnsiColor::BrightBlue.on_default();
    format!("{style}{path}:{line}{style:#}")
}
