//! The end of the report: how much there was, what was not reached, on what it ran.

use std::collections::{BTreeMap, BTreeSet};

use super::super::model::{DocumentReport, InterpreterInfo, Report, Summary};
use super::super::summary::{FailOn, claims};
use super::paint::Paint;
use super::{Detail, Options, clean, versions, words};
use crate::judge::{Outcome, Verdict};

/// Reasons and effects that are listed, the most frequent first.
const LISTED: usize = 6;

/// What the end of the report tells of all documents, gathered one by one.
#[derive(Debug, Default)]
pub(super) struct Totals {
    /// Blocks that did not run to their end for a reason outside the document, by reason.
    reasons: BTreeMap<String, usize>,
    /// What snippets tried to do to the world outside, and was held or not.
    held: Effects,
    allowed: Effects,
    /// As [`words::broken`] counts.
    broken: [usize; 2],
    /// Claims that make the run fail.
    failing: BTreeMap<Verdict, usize>,
}

/// Effects as texts: so many, and the first of them.
#[derive(Debug, Default)]
struct Effects {
    shown: Vec<String>,
    number: usize,
}

impl Totals {
    /// Takes a document in.
    pub(super) fn add(&mut self, document: &DocumentReport, fail_on: FailOn) {
        for claim in claims(document).filter(|claim| fail_on.counts_claim(claim)) {
            *self.failing.entry(claim.verdict).or_default() += 1;
        }
        for block in &document.blocks {
            let runs = block.runs.iter().filter(|run| run.outcome != Outcome::Ok && !run.finding);
            let endings: BTreeSet<String> = runs.map(words::ending_kind).collect();
            endings.into_iter().for_each(|ending| *self.reasons.entry(ending).or_default() += 1);
        }
        for (text, answer) in effects(document) {
            let held = matches!(answer.as_str(), "contained" | "refused");
            let list = if held { &mut self.held } else { &mut self.allowed };
            list.number += 1;
            list.shown.extend(Some(text).filter(|_| list.number <= LISTED));
        }
        let [raised, killed] = words::broken(document.blocks.iter());
        self.broken[0] += raised;
        self.broken[1] += killed;
    }
}

/// Renders the summary.
pub(super) fn render(report: &Report, totals: &Totals, options: Options, paint: &Paint) -> String {
    let mut lines = vec![counts(report, paint)];
    lines.extend(not_reached(totals, options));
    lines.extend(tried(totals).into_iter().flatten());
    lines.extend(versions::table(report));
    lines.push(ground(report, paint));
    lines.push(ending(report, totals, options, paint));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn counts(report: &Report, paint: &Paint) -> String {
    let summary = &report.summary;
    let sizes = [(summary.documents, "document"), (summary.blocks, "block"), (summary.claims, "claim")];
    let sizes: Vec<String> = sizes.iter().map(|(number, thing)| words::count(*number, thing)).collect();
    let words = words::verdicts;
    let verdicts = [
        (summary.holds, paint.good(&words(summary.holds, Verdict::Holds))),
        (summary.fails, paint.error(&words(summary.fails, Verdict::Fails))),
        (summary.varies, paint.warning(&words(summary.varies, Verdict::Varies))),
        (summary.undecidable, words(summary.undecidable, Verdict::Undecidable)),
    ];
    let shown: Vec<String> = verdicts.into_iter().filter(|(number, _)| *number > 0).map(|(_, text)| text).collect();
    let colon = if shown.is_empty() { "" } else { ": " };
    format!("{}{colon}{}", sizes.join(" · "), shown.join(" · "))
}

/// Blocks that did not run to their end, the most frequent reasons first.
fn not_reached(totals: &Totals, options: Options) -> Option<String> {
    let mut reasons: Vec<(&String, &usize)> = totals.reasons.iter().collect();
    reasons.sort_by_key(|(_, number)| std::cmp::Reverse(**number));
    let shown: Vec<String> = reasons.iter().map(|(reason, number)| format!("{reason} ×{number}")).collect();
    let hint = if options.detail == Detail::Verbose { "" } else { " (--verbose says where)" };
    listed("blocks not run to their end: ", ", ", &shown, shown.len()).map(|line| line + hint)
}

/// What snippets tried to do to the world outside, and what came of it.
fn tried(totals: &Totals) -> [Option<String>; 2] {
    let list = |start, effects: &Effects| listed(start, "\n  ", &effects.shown, effects.number);
    [
        list("tried, and held by the sandbox:\n  ", &totals.held),
        list("tried, and not held by anything:\n  ", &totals.allowed),
    ]
}

/// Each effect once, with its place, and the sandbox's answer to it.
fn effects(document: &DocumentReport) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for block in &document.blocks {
        // What is a block's own affair needs no word.
        for effect in block.runs.iter().flat_map(|run| &run.effects).filter(|effect| effect.answer != "done") {
            let what = format!("{} `{}`", clean::short(&effect.what), clean::short(&effect.detail));
            let text = format!("{what} ({}:{})", clean::line(&document.path), block.start_line);
            let found = (text, effect.answer.clone());
            if !all.contains(&found) {
                all.push(found);
            }
        }
    }
    all
}

/// The first of `number` texts, and how many more there are.
fn listed(start: &str, between: &str, first: &[String], number: usize) -> Option<String> {
    if number == 0 {
        return None;
    }
    let more = number.saturating_sub(LISTED);
    let rest = if more > 0 { format!("{between}and {more} more") } else { String::new() };
    Some(format!("{start}{}{rest}", first[..number - more].join(between)))
}

/// The interpreters and the protection.
fn ground(report: &Report, paint: &Paint) -> String {
    let named = |known: &InterpreterInfo| clean::short(&format!("{} {}", known.implementation, known.version));
    let interpreters: Vec<String> = report.interpreters.iter().map(named).collect();
    let missing: Vec<String> = report.isolation.missing.iter().map(|missing| clean::short(&missing.what)).collect();
    let level = words::level(report.isolation.level);
    let refused = match missing.is_empty() {
        true => String::new(),
        false => format!(" without {} (`snipcheck doctor` says why)", missing.join(", ")),
    };
    let interpreters = interpreters.join(", ");
    // Where nothing ran, nothing had to be held.
    match report.summary.blocks {
        0 => paint.faint(&interpreters),
        _ => paint.faint(&format!("{interpreters} · isolation {level}{refused}{}", words::rules_off(report))),
    }
}

/// The last line says what it all comes to, in agreement with the exit code.
pub(super) fn ending(report: &Report, totals: &Totals, options: Options, paint: &Paint) -> String {
    let failures = failures(totals, report.summary.drifted);
    let gaps = gaps(report);
    if !failures.is_empty() {
        return paint.error(&format!("✗ {}", [failures, gaps].concat().join(", ")));
    }
    if !gaps.is_empty() {
        return paint.warning(&format!("nothing known to be wrong, but {}", gaps.join(", ")));
    }
    passed(&report.summary, options, paint)
}

/// What makes the run fail.
fn failures(totals: &Totals, drifted: usize) -> Vec<String> {
    let [raised, killed] = words::broken_words(totals.broken);
    let claims = |verdict, how| {
        let number = totals.failing.get(&verdict).copied().unwrap_or(0);
        (number, format!("{} {how}", words::count(number, "claim")))
    };
    let parts = [
        claims(Verdict::Fails, "wrong"),
        raised,
        killed,
        claims(Verdict::Varies, "not true of every Python"),
        claims(Verdict::Undecidable, "undecidable"),
        (drifted, format!("{} not as recorded", words::count(drifted, "result"))),
    ];
    parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect()
}

/// What keeps the run from being complete.
fn gaps(report: &Report) -> Vec<String> {
    let unreadable = report.unreadable.len();
    let lost = report.summary.outcomes.get(&Outcome::WorkerLost).copied().unwrap_or(0);
    let parts = [
        (unreadable, format!("{} not read", words::count(unreadable, "document"))),
        (lost, format!("{} lost with the worker", words::count(lost, "run"))),
        (usize::from(report.interrupted), "interrupted before the end".to_owned()),
    ];
    parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect()
}

fn passed(summary: &Summary, options: Options, paint: &Paint) -> String {
    if summary.soft_fails > 0 {
        let soft = words::count(summary.soft_fails, "soft claim");
        return paint.warning(&format!("nothing is surely wrong, but {soft} did not come out so"));
    }
    match (summary.holds, summary.undecidable, summary.varies) {
        (0, 0, 0) => "nothing here claims a result".to_owned(),
        (0, _, 0) if options.detail == Detail::Verbose => "nothing could be decided".to_owned(),
        (0, _, 0) => "nothing could be decided: --verbose says why".to_owned(),
        (_, _, 1) => paint.warning("nothing is wrong on every Python, but 1 claim is on some"),
        (_, _, many @ 2..) => {
            paint.warning(&format!("nothing is wrong on every Python, but {many} claims are on some"))
        }
        (_, 0, _) => paint.good("✓ every claim holds"),
        _ => paint.good("✓ every claim that could be decided holds"),
    }
}
