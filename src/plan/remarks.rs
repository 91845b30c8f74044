//! What an author says about a block: its comments, and the paragraphs right before and after it.

use crate::extract::{Document, PieceKind};
use crate::syntax::Module;

/// All of it, as one text.
pub fn about(document: &Document, module: &Module, index: usize) -> String {
    let code = &document.blocks[index].code.text;
    let comments = module.comments.iter().filter_map(|comment| code.get(comment.span.start..comment.span.end));
    let before = prose(document, index, 0).and_then(|text| paragraphs(text).next_back());
    let after = prose(document, index, 1).and_then(|text| paragraphs(text).next());
    comments.chain(before).chain(after).collect::<Vec<_>>().join("\n")
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
