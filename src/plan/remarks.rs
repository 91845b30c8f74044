//! What an author says about a block: its comments, and the paragraphs right before and after it.

use std::collections::BTreeMap;

use super::limited::{self, Limited};
use crate::claims::script;
use crate::extract::{Block, Document, PieceKind};
use crate::syntax::Module;
use crate::text::Span;
use crate::text::pythons::{self, Pythons, Version};

/// Lines from a paragraph to the code right behind it: a blank one, the fence, and the next.
const FENCE: usize = 3;

/// A block's comments, as one text.
pub fn comments(block: &Block, module: &Module) -> String {
    let code = script(block);
    let comments = module.comments.iter().filter_map(|comment| code.get(comment.span.start..comment.span.end));
    comments.collect::<Vec<_>>().join("\n")
}

/// Those that stand on lines of their own, as one text: what stands behind code speaks of that code.
pub fn own_lines(block: &Block, module: &Module) -> String {
    let code = script(block);
    let own = module.comments.iter().filter(|comment| comment.own_line);
    own.filter_map(|comment| code.get(comment.span.start..comment.span.end)).collect::<Vec<_>>().join("\n")
}

/// The versions of Python that are spoken of around a block: in its headings, in running text, in its own comments.
pub fn pythons(block: &Block, paragraphs: &str, comments: &str) -> Vec<Limited> {
    let headings = block.section.iter().flat_map(|heading| pythons::of_heading(heading));
    let whole = headings.chain(pythons::spoken_of(comments)).map(Limited::whole);
    whole.chain(limited::of_text(paragraphs)).collect()
}

/// What the tabs beside a block's own say of its versions: "Before" beside "After" speaks of an older state of things, and
/// "Python 3.9" beside "Python 3.12" ends where that begins.
pub fn of_tabs(document: &Document, index: usize) -> Vec<Pythons> {
    let Some((own, around)) = document.blocks[index].section.split_last() else { return Vec::new() };
    let beside = document.blocks.iter().filter_map(|block| block.section.split_last());
    let beside: Vec<&str> =
        beside.filter(|(title, above)| *title != own && *above == around).map(|(title, _)| title.as_str()).collect();
    let next = version(own).and_then(|own| beside.iter().filter_map(|title| version(title)).filter(|v| *v > own).min());
    let older = is_one_of(own, &OLD) && beside.iter().any(|title| is_one_of(title, &NEW));
    let next = next.map(Pythons::Before).into_iter().chain(version(own).filter(|_| next.is_some()).map(Pythons::From));
    next.chain(older.then_some(Pythons::Other)).collect()
}

const OLD: [&str; 7] = ["before", "old", "old way", "old style", "legacy", "previously", "deprecated"];
const NEW: [&str; 8] = ["after", "new", "new way", "new style", "modern", "now", "current", "recommended"];

fn is_one_of(title: &str, words: &[&str]) -> bool {
    words.iter().any(|word| title.trim_end_matches([':', '.']).eq_ignore_ascii_case(word))
}

/// The version that a tab's title names: "Python 3.9", "3.9", "Python 3.9+".
fn version(title: &str) -> Option<Version> {
    let named =
        if title.starts_with(|c: char| c.is_ascii_digit()) { format!("Python {title}") } else { title.to_owned() };
    match pythons::of_heading(&named)[..] {
        [Pythons::From(version)] => Some(version),
        _ => None,
    }
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

    /// Whether all that stands before a block is one paragraph that ends with a colon: it speaks of that block.
    fn introduces(&self, document: &Document, index: usize) -> bool {
        let (Some((first, last)), Some(block)) = (self.between.get(&index), document.blocks.get(index)) else {
            return false;
        };
        let text = first.of(&document.source.text).trim_end();
        let line = document.source.line(first.start + text.len());
        let beside = block.start_line <= line + FENCE;
        first == last && beside && text.ends_with(':') && paragraphs(text).len() == 1
    }

    /// The paragraphs right before and after a block, without one that only leads to the next block.
    pub fn about(&self, document: &Document, index: usize) -> String {
        let text = &document.source.text;
        let before = self.between.get(&index).and_then(|(_, last)| paragraphs(last.of(text)).next_back());
        let after = self.between.get(&(index + 1)).filter(|_| !self.introduces(document, index + 1));
        let after = after.and_then(|(first, _)| paragraphs(first.of(text)).next());
        before.into_iter().chain(after).collect::<Vec<_>>().join("\n\n")
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
