//! Whether a document is a notebook's export: its cells are fences, and their results stand indented right behind them.
//!
//! Owns what tells such a document, and what it means for its blocks. A single indented text behind a fence may be anything;
//! where most results stand so, they are what the cells showed, and the cells ran one after the other.

use super::{Block, BlockKind, Tie};

/// So many results at least tell the manner of a document.
const FEWEST: usize = 3;
/// One cell in so many shows something, at least.
const SHARE: usize = 3;

/// Where an indented text right behind a block is kept: the block, and which of its outputs it is.
pub type Place = (usize, usize);

/// Makes the blocks cells of one notebook, and what is `indented` right behind them their output, if they look like it.
pub fn settle(blocks: &mut [Block], indented: &[Place]) {
    let scripts = blocks.iter().filter(|block| block.kind == BlockKind::Script).count();
    let outputs: usize = blocks.iter().map(|block| block.outputs.len()).sum();
    let is_rule = indented.len() * 2 > outputs && indented.len() * SHARE >= scripts;
    if indented.len() < FEWEST || !is_rule {
        return;
    }
    for &(block, output) in indented {
        blocks[block].outputs[output].tie = Tie::Adjacent;
    }
    let cells = blocks.iter_mut().filter(|block| block.kind == BlockKind::Script);
    cells.for_each(|block| block.conduct.is_cell = true);
}
