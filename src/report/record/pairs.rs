//! Which block of a document is which recorded one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::BlockRecord;

/// Which recorded block each of the new ones is.
pub(super) struct Pairs {
    /// For each new block the recorded one, by their places.
    pub of_new: BTreeMap<usize, usize>,
    /// The recorded ones that have no partner.
    pub gone: Vec<usize>,
}

impl Pairs {
    /// Blocks of the same code are the same, in their order. What is left over of a section on both sides was edited.
    pub fn new(old: &[BlockRecord], new: &[BlockRecord]) -> Self {
        let mut left: Vec<usize> = (0..old.len()).collect();
        let mut of_new = BTreeMap::new();
        pair(old, new, &mut left, &mut of_new, |block| (&block.code, &[]));
        pair(old, new, &mut left, &mut of_new, |block| (NO_CODE, &block.section));
        Self { of_new, gone: left }
    }
}

const NO_CODE: &str = "";

/// Pairs those of equal keys that have no partner yet.
fn pair<'a>(
    old: &'a [BlockRecord],
    new: &'a [BlockRecord],
    left: &mut Vec<usize>,
    of_new: &mut BTreeMap<usize, usize>,
    key: impl Fn(&'a BlockRecord) -> (&'a str, &'a [String]),
) {
    let mut waiting: BTreeMap<_, VecDeque<usize>> = BTreeMap::new();
    for &at in left.iter() {
        waiting.entry(key(&old[at])).or_default().push_back(at);
    }
    for (at, block) in new.iter().enumerate() {
        if !of_new.contains_key(&at)
            && let Some(partner) = waiting.get_mut(&key(block)).and_then(VecDeque::pop_front)
        {
            of_new.insert(at, partner);
        }
    }
    let taken: BTreeSet<usize> = of_new.values().copied().collect();
    left.retain(|at| !taken.contains(at));
}
