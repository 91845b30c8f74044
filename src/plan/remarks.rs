//! What an author says about a block: its comments, and the paragraphs right before and after it.

use crate::extract::{Block, Document, PieceKind};
use crate::syntax::Module;

/// A block's comments, as one text.
pub fn comments(block: &Block, module: &Module) -> String {
    let comments =
        module.comments.iter().filter_map(|comment| block.code.text.get(comment.span.start..comment.span.end));
    comments.collect::<Vec<_>>().join("\n")
}

/// The paragraphs right before and after a block, as one text.
pub fn paragraphs_around(document: &Document, index: usize) -> String {
    let before = prose(document, index, 0).and_then(|text| paragraphs(text).next_back());
    let after = prose(document, index, 1).and_then(|text| paragraphs(text).next());
    before.into_iter().chain(after).collect::<Vec<_>>().join("\n\n")
}

/// The running text next to a block; `further`: how many blocks come before it besides those before this one.
fn prose(document: &Document, index: usize, further: usize) -> Option<&str> {
    let mut pieces = document.pieces.iter().filter_map(|piece| match piece.kind {
        PieceKind::Prose { blocks_before, .. } if blocks_before == index + further => {
            Some(piece.span.of(&document.source.text))
        }
        _ => None,
    });
    if further == 0 { pieces.next_back() } else { pieces.next() }
}

fn paragraphs(text: &str) -> std::vec::IntoIter<&str> {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs.collect::<Vec<_>>().into_iter()
}
