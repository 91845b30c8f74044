//! From stretches to blocks: decides which code is Python, ties output to it, and names everything in order.

use std::collections::BTreeSet;

use super::cell::{self, Conduct};
use super::code::{dedent, unindent};
use super::elements::{Element, ElementKind, Elements, RawBlock};
use super::info::Language;
use super::line::is_prompt;
use super::outline::{SectionId, Title};
use super::output::{Before, first_written, is_traceback};
use super::{Block, BlockKind, Document, Format, Note, Output, Piece, PieceKind};
use crate::text::{Source, Span};

/// What an [`Elements`] amounts to.
#[derive(Debug, Default)]
pub struct Assembled {
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
    notes: Vec<Note>,
}

impl Assembled {
    /// The document that they make.
    pub fn into_document(self, source: Source, format: Format) -> Document {
        Document { source, format, pieces: self.pieces, blocks: self.blocks, notes: self.notes }
    }
}

/// Makes blocks, outputs and pieces of a document's stretches.
pub fn assemble(text: &str, elements: Elements) -> Assembled {
    let Elements { list, notes, sections } = elements;
    let sections = Sections::new(text, &list, sections);
    let mut assembler = Assembler { text, sections, before: None, done: Assembled::default() };
    assembler.done.notes = notes;
    for element in list {
        let kind = match element.kind {
            ElementKind::Prose(section) => assembler.prose(element.span, section),
            ElementKind::Hidden => PieceKind::Other,
            ElementKind::Code(raw) => assembler.code(&raw),
        };
        assembler.done.pieces.push(Piece { span: element.span, kind });
    }
    assembler.done.notes.sort_by_key(|note| note.span);
    assembler.done
}

struct Assembler<'t> {
    text: &'t str,
    sections: Sections,
    before: Option<Before>,
    done: Assembled,
}

impl Assembler<'_> {
    fn prose(&mut self, span: Span, section: SectionId) -> PieceKind {
        if self.before.as_mut().is_some_and(|before| !before.add(span)) {
            self.before = None;
        }
        PieceKind::Prose { blocks_before: self.done.blocks.len(), section: self.sections.get(section) }
    }

    fn code(&mut self, raw: &RawBlock) -> PieceKind {
        match block_kind(self.text, raw) {
            Some(kind) => self.block(raw, kind),
            None => self.other(raw),
        }
    }

    fn block(&mut self, raw: &RawBlock, kind: BlockKind) -> PieceKind {
        let (options, lines) = raw.lines.split_at(cell::options(self.text, &raw.lines, raw.info.is_directive));
        let start_line = lines.first().map_or(raw.line_behind, |line| line.number);
        let at = self.done.blocks.len();
        self.done.blocks.push(Block {
            index: at + 1,
            kind,
            info: raw.info.whole.to_owned(),
            code: dedent(self.text, lines, raw.indent),
            start_line,
            end_line: raw.line_behind - 1,
            section: self.sections.get(raw.section),
            conduct: Conduct::read(self.text, &raw.info, options),
            outputs: Vec::new(),
        });
        self.before = Some(Before::new(at, raw));
        PieceKind::Block(at)
    }

    /// A fence without Python: output of the block before it, or nothing to us.
    fn other(&mut self, raw: &RawBlock) -> PieceKind {
        let Some((before, tie)) =
            self.before.as_mut().and_then(|before| before.tie(self.text, raw).map(|tie| (before, tie)))
        else {
            self.before = None;
            self.done.notes.extend(note_on(raw));
            return PieceKind::Other;
        };
        before.add_output();
        let outputs = &mut self.done.blocks[before.block].outputs;
        outputs.push(Output {
            text: unindent(self.text, &raw.lines, raw.indent),
            info: raw.info.whole.to_owned(),
            tie,
        });
        PieceKind::Output(before.block, outputs.len() - 1)
    }
}

/// How the code of a fence is written, if it is Python.
fn block_kind(text: &str, raw: &RawBlock) -> Option<BlockKind> {
    let first = first_written(text, &raw.lines);
    let is_transcript = is_prompt(first) || is_cell_prompt(first);
    match raw.info.language {
        _ if !raw.is_fenced => Some(BlockKind::Transcript),
        Language::Script | Language::Transcript if is_traceback(first) => None,
        Language::Script if is_transcript => Some(BlockKind::Transcript),
        Language::Script => Some(BlockKind::Script),
        Language::Transcript => Some(BlockKind::Transcript),
        Language::Plain if raw.info.word.is_empty() && is_transcript => Some(BlockKind::Transcript),
        _ => None,
    }
}

/// Whether a line begins with the prompt of a notebook: `In [1]:`.
fn is_cell_prompt(line: &str) -> bool {
    let number = line.strip_prefix("In [").and_then(|rest| rest.split_once("]:"));
    number.is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b' '))
}

fn note_on(raw: &RawBlock) -> Option<Note> {
    let message = match raw.info.language {
        Language::Misspelt => format!(
            "`{}` is no language that is known here, so the block is not read; if it is Python, write `python`",
            raw.info.word
        ),
        Language::UnnamedCell => {
            "this cell names no language, so it is not read; if it is Python, write `{code-cell} python`".to_owned()
        }
        _ => return None,
    };
    Some(Note { span: raw.opening, message })
}

/// The sections of a document, without its title.
struct Sections {
    list: Vec<Vec<Title>>,
    /// The first-level heading above all blocks: it tells none of them apart.
    dropped: Option<usize>,
}

impl Sections {
    fn new(text: &str, elements: &[Element], list: Vec<Vec<Title>>) -> Sections {
        let is_python = |raw: &&RawBlock| block_kind(text, raw).is_some();
        let blocks = elements.iter().filter_map(|element| match &element.kind {
            ElementKind::Code(raw) => Some(raw),
            _ => None,
        });
        let tops: BTreeSet<usize> =
            blocks.filter(is_python).filter_map(|raw| list.get(raw.section)?.first()?.top).collect();
        let dropped = tops.first().copied().filter(|_| tops.len() == 1);
        Sections { list, dropped }
    }

    fn get(&self, section: SectionId) -> Vec<String> {
        let titles = self.list.get(section).map_or(&[][..], Vec::as_slice);
        let is_dropped = titles.first().is_some_and(|title| title.top.is_some() && title.top == self.dropped);
        titles.iter().skip(usize::from(is_dropped)).map(|title| title.text.clone()).collect()
    }
}
