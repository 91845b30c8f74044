//! What a block shows, claim or not, is looked at for a record: the values of a script's own expressions.

use std::collections::BTreeMap;

use super::{Planned, line_number, watched};
use crate::extract::{Block, BlockKind};
use crate::syntax::{Module, Shape};
use crate::wire::{At, Probe};

impl Planned {
    /// Has the value of each expression statement told that stands at the top of the block. A transcript tells them
    /// unasked.
    pub fn show(&mut self, block: &Block, module: &Module) {
        let mut shown = BTreeMap::new();
        let top = module.statements.iter().filter(|statement| statement.parent.is_none());
        let expressions = top.filter(|statement| matches!(statement.shape, Shape::Expr { constant: false, .. }));
        let script = block.kind == BlockKind::Script;
        for line in expressions.filter(|_| script).map(|statement| line_number(block, statement.span.start)) {
            let probe = probe_at(&mut self.job.probes, line);
            shown.insert(probe, line);
        }
        self.shown = Some(shown);
        // What is written into the script was made for fewer probes.
        let subject = self.job.parts.last_mut().map(|part| &mut part.entries);
        for entry in subject.into_iter().flatten().filter(|entry| !entry.interactive) {
            entry.watched = watched::script(block, module, &self.job.probes);
        }
    }
}

/// The id of the probe on a line, which is put there if there is none.
fn probe_at(probes: &mut Vec<Probe>, line: u32) -> u32 {
    let at = At::Line(line);
    if let Some(known) = probes.iter().find(|probe| probe.at == at) {
        return known.id;
    }
    let id = u32::try_from(probes.len()).unwrap_or(u32::MAX);
    probes.push(Probe { id, at, catches: false, exprs: Vec::new() });
    id
}
