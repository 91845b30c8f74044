//! What an author says about a block: its comments, and the paragraphs right before and after it.

use std::collections::BTreeMap;

use crate::claims::script;
use crate::extract::{Block, Document, PieceKind};
use crate::syntax::Module;
use crate::text::Span;
use crate::text::pythons::{self, Pythons};

/// A block's comments, as one text.
pub fn comments(block: &Block, module: &Module) -> String {
    let code = script(block);
    let comments = module.comments.iter().filter_map(|comment| code.get(comment.span.start..comment.span.end));
    comments.collect::<Vec<_>>().join("\n")
}

/// The versions of Python that are spoken of around a block.
pub fn pythons(block: &Block, texts: &[&str]) -> Vec<Pythons> {
    let headings = block.section.iter().flat_map(|heading| pythons::of_heading(heading));
    headings.chain(texts.iter().flat_map(|text| pythons::spoken_of(text))).collect()
}

/// The running text of a document between its blocks.
#[derive(Debug, Clone)]
pub struct Remarks {
    /// For each number of blocks before it: the first and the last stretch of prose.
    between: BTreeMap<usize, (Span, Span)>,
}

impl Remarks {
    /// Goes through the document once.
    pub fn new(document: &Document) -> Self {
        let mut between = BTreeMap::new();
        for piece in &document.pieces {
            if let PieceKind::Prose { blocks_before, .. } = piece.kind {
                let span = piece.span;
                between.entry(blocks_before).and_modify(|(_, last)| *last = span).or_insert((span, span));
            }
        }
        Self { between }
    }

    /// The paragraphs right before and after a block of this document, as one text.
    pub fn around(&self, document: &Document, index: usize) -> String {
        let text = &document.source.text;
        let before = self.between.get(&index).and_then(|(_, last)| paragraphs(last.of(text)).next_back());
        let after = self.between.get(&(index + 1)).and_then(|(first, _)| paragraphs(first.of(text)).next());
        before.into_iter().chain(after).collect::<Vec<_>>().join("\n\n")
    }
}

fn paragraphs(text: &str) -> std::vec::IntoIter<&str> {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs.collect::<Vec<_>>().into_iter()
}
