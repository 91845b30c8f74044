//! One document: a heading, what was found in it by line, then what else was asked to be seen.

use super::super::model::{BlockReport, ClaimReport, DocumentReport};
use super::super::summary::{FailOn, claims};
use super::claim::Shown;
use super::excerpt::Lines;
use super::paint::Paint;
use super::raised::Finding;
use super::{Detail, Options, claim, clean, drift, words};
use crate::judge::{Outcome, Verdict};

/// Renders a document; nothing where there is nothing to show.
pub(super) fn render(document: &DocumentReport, text: Option<&str>, paint: &Paint, options: Options) -> String {
    let findings = findings(document, text, paint, options);
    let others = lines_below(document, paint, options);
    if findings.is_empty() && others.is_empty() {
        return String::new();
    }
    let heading = if options.detail == Detail::Quiet { String::new() } else { heading(document, paint) };
    let gap = if others.is_empty() { "" } else { "\n" };
    heading + &findings + &others + gap
}

/// The path and what came of it.
fn heading(document: &DocumentReport, paint: &Paint) -> String {
    let count = |verdict| claims(document).filter(|claim| claim.verdict == verdict).count();
    let verdicts = [Verdict::Fails, Verdict::Varies, Verdict::Holds, Verdict::Undecidable];
    let verdicts = verdicts.map(|verdict| (count(verdict), words::verdicts(count(verdict), verdict)));
    let parts = words::broken_words(words::broken(document.blocks.iter())).into_iter().chain(verdicts);
    let parts = parts.filter(|(number, _)| *number > 0).map(|(_, words)| words);
    let counts = parts.collect::<Vec<_>>().join(" · ");
    let counts = if counts.is_empty() { counts } else { format!("  {}", paint.faint(&counts)) };
    format!("{}{counts}\n\n", paint.strong(&clean::line(&document.path)))
}

/// Claims and exceptions in the order of their lines.
fn findings(document: &DocumentReport, text: Option<&str>, paint: &Paint, options: Options) -> String {
    let shown = |claim: &ClaimReport| match claim.verdict {
        Verdict::Fails => true,
        Verdict::Varies => options.detail != Detail::Quiet || options.fail_on.counts(Verdict::Varies),
        Verdict::Holds | Verdict::Undecidable => false,
    };
    let failing: Vec<Shown<'_>> = with_context(document).filter(|one| shown(one.claim)).collect();
    let raised: Vec<Finding<'_>> = document.blocks.iter().flat_map(Finding::all).collect();
    // A document may be large: its lines are counted only where there is something to show.
    let lines = text.filter(|_| !failing.is_empty() || !raised.is_empty()).map(Lines::new);
    let (path, lines) = (document.path.as_str(), lines.as_ref());
    let failing = failing.iter().map(|one| {
        let place = (one.claim.line, one.claim.column);
        (place, claim::render(one, path, lines, paint))
    });
    let raised = raised.iter().map(|finding| ((finding.line(), 0), finding.render(path, lines, paint)));
    let mut all: Vec<((usize, usize), String)> = failing.chain(raised).chain(drift::render(document, paint)).collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, text)| text).collect()
}

/// All claims, each with the blocks that ran before its own.
fn with_context(document: &DocumentReport) -> impl Iterator<Item = Shown<'_>> {
    let line = |index: &usize| document.blocks.iter().find(|other| other.index == *index).map(|other| other.start_line);
    let of_blocks = document.blocks.iter().flat_map(move |block| {
        let behind: Vec<usize> = block.uses_blocks.iter().filter_map(line).collect();
        block.claims.iter().map(move |claim| Shown { claim, behind: behind.clone() })
    });
    of_blocks.chain(document.claims.iter().map(|claim| Shown { claim, behind: Vec::new() }))
}

/// One line each: notes, and whatever else was asked for.
fn lines_below(document: &DocumentReport, paint: &Paint, options: Options) -> String {
    let mut all: Vec<((usize, usize), String)> = Vec::new();
    if options.detail != Detail::Quiet {
        let notes = document.notes.iter();
        all.extend(notes.map(|note| {
            ((note.line, note.column), format!("{} {}", paint.warning("note:"), clean::line(&note.message)))
        }));
    }
    if options.detail == Detail::Verbose {
        all.extend(document.blocks.iter().flat_map(|block| endings(block, paint)));
    }
    let shown = claims(document).filter(|claim| one_line(claim, options));
    all.extend(shown.map(|claim| ((claim.line, claim.column), verdict_line(claim, paint))));
    all.sort_by_key(|(place, _)| *place);
    let path = clean::line(&document.path);
    all.iter().map(|((line, column), text)| format!("{path}:{line}:{column}  {text}\n")).collect()
}

fn one_line(claim: &ClaimReport, options: Options) -> bool {
    match claim.verdict {
        Verdict::Holds => options.detail == Detail::Verbose,
        Verdict::Undecidable => options.detail == Detail::Verbose || options.fail_on == FailOn::Undecidable,
        Verdict::Fails | Verdict::Varies => false,
    }
}

fn verdict_line(claim: &ClaimReport, paint: &Paint) -> String {
    let expected = clean::short(&claim.expected);
    if claim.verdict == Verdict::Holds {
        let rules = words::rules(&claim.rules);
        let rules = if rules.is_empty() { rules } else { paint.faint(&format!("  by {rules}")) };
        return format!("{}  {expected}{rules}", paint.good("✓ holds"));
    }
    format!("{}  {expected}  {}", paint.warning("? undecidable"), paint.faint(&words::undecided(claim)))
}

/// How a block ended that neither ran to its end nor is a finding; and whether it does so each time.
fn endings(block: &BlockReport, paint: &Paint) -> Vec<((usize, usize), String)> {
    let mut endings: Vec<String> = Vec::new();
    let stumbled = block.runs.iter().filter(|run| run.outcome != Outcome::Ok && !run.finding).map(words::ending);
    let unstable = block.runs.iter().filter(|run| run.unstable);
    let unstable = unstable.map(|_| "unstable: what it prints, or how it ends, differs from run to run".to_owned());
    for ending in stumbled.chain(unstable) {
        if !endings.contains(&ending) {
            endings.push(ending);
        }
    }
    let line = |ending: String| ((block.start_line, 1), format!("{}  {ending}", paint.faint("– block")));
    endings.into_iter().map(line).collect()
}
