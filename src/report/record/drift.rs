//! What a run shows that is not as it was recorded.

use std::collections::{BTreeMap, BTreeSet};

use super::markdown::ending;
use super::pairs::Pairs;
use super::{BlockRecord, Record, RunRecord};
use crate::judge::Outcome;
use crate::report::model::{BlockReport, DocumentReport, DriftReport, Drifted};

/// What drifted in a document; `now` is what there would be to keep of it.
pub fn drift(document: &DocumentReport, recorded: Option<&Record>, now: &Record) -> Vec<DriftReport> {
    let Some(recorded) = recorded else {
        return vec![whole(1, Drifted::NoRecord, String::new())];
    };
    let pairs = Pairs::new(&recorded.blocks, &now.blocks);
    let mut all = Vec::new();
    for (at, (block, new)) in document.blocks.iter().zip(&now.blocks).enumerate() {
        match pairs.of_new.get(&at) {
            Some(&old) if recorded.blocks[old].code == new.code => {
                all.extend(of_block(block, &recorded.blocks[old], new))
            }
            Some(_) => all.push(about(block, Drifted::EditedBlock)),
            None => all.push(about(block, Drifted::NewBlock)),
        }
    }
    let line = document.blocks.last().map_or(1, |block| block.end_line);
    all.extend(pairs.gone.iter().map(|&old| whole(line, Drifted::GoneBlock, recorded.blocks[old].code.clone())));
    all
}

/// What the same code does otherwise; the same thing on several interpreters once.
fn of_block(block: &BlockReport, old: &BlockRecord, new: &BlockRecord) -> Vec<DriftReport> {
    let mut all: Vec<DriftReport> = Vec::new();
    for run in &new.runs {
        // A Python that the record does not know has nothing to drift from.
        let Some(was) = old.runs.iter().find(|was| was.interpreter == run.interpreter) else { continue };
        for drift in of_run(block, was, run) {
            let same = |known: &&mut DriftReport| DriftReport { interpreters: Vec::new(), ..(*known).clone() } == drift;
            match all.iter_mut().find(same) {
                Some(known) => known.interpreters.push(run.interpreter.clone()),
                None => all.push(DriftReport { interpreters: vec![run.interpreter.clone()], ..drift }),
            }
        }
    }
    all
}

fn of_run(block: &BlockReport, was: &RunRecord, now: &RunRecord) -> Vec<DriftReport> {
    let mut all = Vec::new();
    let mut differ = |what, (line, end_line), recorded: String, now: String| {
        if recorded != now {
            all.push(DriftReport { line, end_line, what, interpreters: Vec::new(), recorded, now });
        }
    };
    // What was cut short on a slow machine comes further on a quick one.
    if is_cut_short(was) {
        return all;
    }
    let lines = (block.start_line, block.end_line);
    if !was.unstable && !now.unstable {
        differ(Drifted::Ending, lines, ending(was), ending(now));
    }
    if is_cut_short(now) {
        return all;
    }
    if !was.unstable && !now.unstable {
        differ(Drifted::Stdout, lines, was.stdout.clone(), now.stdout.clone());
        differ(Drifted::Stderr, lines, was.stderr.clone(), now.stderr.clone());
    }
    let (was, now) = (by_line(was), by_line(now));
    let both: BTreeSet<&usize> = was.keys().chain(now.keys()).collect();
    for line in both {
        let text = |shown: &BTreeMap<usize, Option<String>>| shown.get(line).map_or(Some(String::new()), Clone::clone);
        if let (Some(was), Some(now)) = (text(&was), text(&now)) {
            let at = block.start_line + line.saturating_sub(1);
            differ(Drifted::Value, (at, at), was, now);
        }
    }
    all
}

/// Whether the end of a run says more about the machine than about the code.
fn is_cut_short(run: &RunRecord) -> bool {
    use Outcome::{CpuLimit, OutOfMemory, TimedOut, WorkerLost};
    matches!(run.outcome, TimedOut | CpuLimit | OutOfMemory | WorkerLost)
}

/// What the statements of each line showed; `None` where it is another from run to run.
fn by_line(run: &RunRecord) -> BTreeMap<usize, Option<String>> {
    let mut lines: BTreeMap<usize, Option<String>> = BTreeMap::new();
    for shown in &run.shown {
        let text = lines.entry(shown.line).or_insert_with(|| Some(String::new()));
        match text {
            Some(text) if !shown.unstable => {
                text.push_str(if text.is_empty() { "" } else { "\n" });
                text.push_str(&shown.text);
            }
            _ => *text = None,
        }
    }
    lines
}

fn about(block: &BlockReport, what: Drifted) -> DriftReport {
    DriftReport { end_line: block.end_line, ..whole(block.start_line, what, String::new()) }
}

fn whole(line: usize, what: Drifted, recorded: String) -> DriftReport {
    DriftReport { line, end_line: line, what, interpreters: Vec::new(), recorded, now: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(outcome: Outcome, stdout: &str) -> RunRecord {
        RunRecord {
            interpreter: "3.11".into(),
            outcome,
            detail: String::new(),
            unstable: false,
            stdout: stdout.into(),
            stderr: String::new(),
            shown: Vec::new(),
        }
    }

    #[test]
    fn what_was_cut_short_has_nothing_to_drift_from() {
        let block = BlockReport {
            index: 1,
            info: String::new(),
            start_line: 3,
            end_line: 5,
            section: Vec::new(),
            uses_blocks: Vec::new(),
            runs: Vec::new(),
            claims: Vec::new(),
        };
        let check = |was: RunRecord, now: RunRecord, expect: &[Drifted]| {
            let drift = of_run(&block, &was, &now);
            assert_eq!(drift.iter().map(|drift| drift.what).collect::<Vec<_>>(), expect, "{drift:?}");
        };
        use Outcome::{Ok, Raised, TimedOut};
        check(run(Ok, "1"), run(Ok, "1"), &[]);
        check(run(Ok, "1"), run(Ok, "2"), &[Drifted::Stdout]);
        check(run(Ok, "1"), run(Raised, "1"), &[Drifted::Ending]);
        check(run(TimedOut, "1"), run(Ok, "1 2"), &[]);
        check(run(Ok, "1 2"), run(TimedOut, "1"), &[Drifted::Ending]);
        check(RunRecord { unstable: true, ..run(Ok, "") }, run(Ok, "2"), &[]);
    }
}
