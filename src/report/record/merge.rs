//! A record renewed: what this run did not look at is kept.

use super::{BlockRecord, Record, RunRecord, pairs::Pairs};

/// The record of this run, with what is recorded of the same code on interpreters that this run left out.
pub fn renewed(recorded: Option<&Record>, now: Record) -> Record {
    let Some(recorded) = recorded else { return now };
    let pairs = Pairs::new(&recorded.blocks, &now.blocks);
    let mut renewed = now;
    for (at, block) in renewed.blocks.iter_mut().enumerate() {
        if let Some(old) = pairs.of_new.get(&at).map(|&old| &recorded.blocks[old]).filter(|old| old.code == block.code)
        {
            block.runs = with_others(old, std::mem::take(&mut block.runs));
        }
    }
    renewed
}

/// The runs of both, in the recorded order; of one interpreter the new one.
fn with_others(old: &BlockRecord, new: Vec<RunRecord>) -> Vec<RunRecord> {
    let is_of = |run: &RunRecord, other: &RunRecord| run.interpreter == other.interpreter;
    let renewed = old.runs.iter().map(|run| new.iter().find(|other| is_of(run, other)).unwrap_or(run).clone());
    let mut runs: Vec<RunRecord> = renewed.collect();
    runs.extend(new.into_iter().filter(|run| !old.runs.iter().any(|other| is_of(run, other))));
    runs
}
