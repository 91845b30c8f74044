//! What became of each finding, and what is left to do and by which command.

use anstyle::{AnsiColor, Style};

use crate::fix::{Finding, Remedy};
use crate::flow::mend::Work;
use crate::judge::BlockRun;
use crate::report::clean;
use crate::report::model::Unreadable;
use crate::report::words;

/// What `fix` has to say besides the difference.
pub struct Page<'a> {
    /// Whether the changes were written.
    pub write: bool,
    /// The documents, as far as they could be mended.
    pub works: &'a [Work],
    /// Documents that could not be read.
    pub unreadable: &'a [Unreadable],
}

impl Page<'_> {
    /// Whether something is wrong that was not mended.
    pub fn is_anything_left(&self) -> bool {
        self.works.iter().any(|work| !work.draft.is_fine())
    }

    /// Whole lines.
    pub fn render(&self) -> String {
        let mut text: String = self.works.iter().map(|work| self.of_work(work)).collect();
        for unreadable in self.unreadable {
            text += &format!("{}: {}\n", clean::line(&unreadable.path), clean::line(&unreadable.reason));
        }
        text + &self.ending()
    }

    fn ending(&self) -> String {
        let done: usize = self.works.iter().map(|work| work.mended).sum();
        let documents = self.works.iter().filter(|work| work.mended > 0).count();
        let rest: usize = self.works.iter().map(|work| work.draft.findings.len() + work.draft.raised.len()).sum();
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

    fn of_work(&self, work: &Work) -> String {
        let path = clean::line(&work.draft.path);
        let line = |line: usize| if self.write { line } else { work.original_line(line) };
        let claims = work.draft.findings.iter().map(|finding| of_finding(&path, finding, &line));
        let raised = work.draft.raised.iter().map(|run| {
            let at = line(if run.line > 0 { run.line } else { work.draft.block_lines[run.block] });
            of_raised(&path, at, run)
        });
        let unfilled = work.unfilled.iter().map(|(line, reason)| {
            let at = if self.write { work.line_now(*line) } else { *line };
            format!("{}: nothing is put in here: {}\n", place(&path, at), clean::line(reason))
        });
        claims.chain(raised).chain(unfilled).collect()
    }
}

/// Findings with the commands that mend them.
pub fn listed(works: &[Work]) -> String {
    let page = Page { write: true, works, unreadable: &[] };
    let text: String = works.iter().map(|work| page.of_work(work)).collect();
    if text.is_empty() { "nothing to review\n".into() } else { text }
}

fn of_raised(path: &str, line: usize, run: &BlockRun) -> String {
    format!("{}: the block ends with {}\n", place(path, line), clean::short(&run.detail))
}

fn of_finding(path: &str, finding: &Finding, line: &dyn Fn(usize) -> usize) -> String {
    let came = match finding.actual.is_empty() {
        true => "nothing came".to_owned(),
        false => format!("came `{}`", clean::short(&finding.actual)),
    };
    let head = format!("{}: `{}`, {came}: ", place(path, line(finding.line)), clean::short(&finding.claimed));
    match &finding.remedy {
        Remedy::Author(reason) => format!("{head}{reason}\n"),
        Remedy::Mend(mend) => {
            let how = mend.turn.map_or("it can be mended".to_owned(), |turn| format!("mending it {}", turn.words()));
            format!("{head}{how}; to take it:\n  {}\n", command(path, line(at(finding)), mend.turn.is_some()))
        }
    }
}

/// The command that mends what stands at a line.
fn command(path: &str, line: usize, is_unsafe: bool) -> String {
    let also = if is_unsafe { " --unsafe" } else { "" };
    format!("snipcheck fix {} --only {line} --write{also}", quoted(path))
}

/// The line by which `--only` takes a finding.
fn at(finding: &Finding) -> usize {
    if finding.block.is_some() { finding.subject_line } else { finding.line }
}

/// A path as a shell reads it.
fn quoted(path: &str) -> String {
    let is_plain = path.chars().all(|c| c.is_alphanumeric() || "._-/+@".contains(c));
    if is_plain { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

fn place(path: &str, line: usize) -> String {
    let style: Style = AnsiColor::BrightBlue.on_default();
    format!("{style}{path}:{line}{style:#}")
}
