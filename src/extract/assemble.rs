//! From stretches to blocks: decides which code is Python, ties output to it, and names everything in order.

use std::collections::{BTreeSet, HashMap};

use super::cell::{self, Conduct};
use super::code::{RawLine, dedent, unindent};
use super::elements::{Element, ElementKind, Elements, RawBlock};
use super::info::Language;
use super::line::is_prompt;
use super::notebook;
use super::outline::{SectionId, Title};
use super::output::{Before, first_written, is_traceback};
use super::session::{self, Session};
use super::{Block, BlockKind, Document, Format, Note, Output, Piece, PieceKind, Tie};
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
    let mut assembler = Assembler::new(text, sections);
    assembler.done.notes = notes;
    for element in list {
        let kind = match element.kind {
            ElementKind::Prose(section) => assembler.prose(element.span, section),
            ElementKind::Hidden => assembler.hidden(element.span),
            ElementKind::Code(raw) => assembler.code(&raw, element.span),
        };
        assembler.done.pieces.push(Piece { span: element.span, kind });
    }
    notebook::settle(&mut assembler.done.blocks, &assembler.indented);
    assembler.done.notes.sort_by_key(|note| note.span);
    assembler.done
}

struct Assembler<'t> {
    text: &'t str,
    sections: Sections,
    before: Option<Before>,
    /// The running text right before here.
    prose: Option<Span>,
    /// The scripts so far, by the names of their files.
    scripts: HashMap<&'t str, usize>,
    /// The indented texts that stand right behind a block.
    indented: Vec<notebook::Place>,
    done: Assembled,
}

impl<'t> Assembler<'t> {
    fn new(text: &'t str, sections: Sections) -> Self {
        let (scripts, done) = (HashMap::new(), Assembled::default());
        Self { text, sections, before: None, prose: None, scripts, indented: Vec::new(), done }
    }

    fn prose(&mut self, span: Span, section: SectionId) -> PieceKind {
        self.prose = Some(span);
        if self.before.as_mut().is_some_and(|before| !before.add(span)) {
            self.before = None;
        }
        PieceKind::Prose { blocks_before: self.done.blocks.len(), section: self.sections.get(section) }
    }

    fn hidden(&mut self, span: Span) -> PieceKind {
        if let Some(before) = &mut self.before {
            before.add_hidden(span.of(self.text));
        }
        PieceKind::Other
    }

    fn code(&mut self, raw: &RawBlock<'t>, span: Span) -> PieceKind {
        let prose = self.prose.take();
        let session = session::read(self.text, &raw.info, &raw.lines).filter(|_| raw.is_fenced);
        match (block_kind(self.text, raw), session) {
            (Some(kind), _) => {
                self.scripts.extend(self.script_name(raw, prose).map(|name| (name, self.done.blocks.len())));
                self.block(raw, &raw.lines, kind)
            }
            (None, Some(Session::Interpreter(lines))) => self.block(raw, &raw.lines[lines], BlockKind::Transcript),
            (None, Some(Session::Script(name, lines))) => self.printed(raw, name, &raw.lines[lines]),
            (None, None) => self.other(raw, span),
        }
    }

    /// The file that a script is said to be in: behind its fence, in its first line, or right before it.
    fn script_name(&self, raw: &RawBlock<'t>, prose: Option<Span>) -> Option<&'t str> {
        let first = first_written(self.text, &raw.lines);
        let last = prose.and_then(|span| span.of(self.text).trim_end().lines().next_back()).unwrap_or("");
        let named = |text: &'t str, says: bool| says.then(|| session::script_named(text)).flatten();
        named(raw.info.rest, true)
            .or_else(|| named(first, first.starts_with('#')))
            .or_else(|| named(last, last.ends_with(':')))
    }

    /// What a script prints in a terminal: output of the block that has its name, or else of the one right before.
    fn printed(&mut self, raw: &RawBlock, name: &str, lines: &[RawLine]) -> PieceKind {
        let known = self.scripts.get(name).map(|&block| (block, Tie::Named));
        let beside =
            self.before.take().filter(|before| !before.has_output()).map(|before| (before.block, Tie::Session));
        match known.or(beside).filter(|_| lines.iter().any(|line| !line.is_blank(self.text))) {
            Some((block, tie)) => self.output(block, raw, lines, tie),
            None => PieceKind::Other,
        }
    }

    fn output(&mut self, block: usize, raw: &RawBlock, lines: &[RawLine], tie: Tie) -> PieceKind {
        let text = unindent(self.text, lines, raw.indent);
        let outputs = &mut self.done.blocks[block].outputs;
        outputs.push(Output { text, info: raw.info.whole.to_owned(), tie });
        PieceKind::Output(block, outputs.len() - 1)
    }

    fn block(&mut self, raw: &RawBlock, lines: &[RawLine], kind: BlockKind) -> PieceKind {
        let (options, lines) = lines.split_at(cell::options(self.text, lines, raw.info.is_directive));
        let start_line = lines.first().map_or(raw.line_behind, |line| line.number);
        let end_line = lines.last().map_or(start_line - 1, |line| line.number);
        let at = self.done.blocks.len();
        self.done.blocks.push(Block {
            index: at + 1,
            kind,
            info: raw.info.whole.to_owned(),
            code: dedent(self.text, lines, raw.indent),
            start_line,
            end_line,
            section: self.sections.get(raw.section),
            conduct: Conduct::read(self.text, raw.opening, &raw.info, options),
            outputs: Vec::new(),
        });
        self.before = Some(Before::new(at, raw));
        PieceKind::Block(at)
    }

    /// Code that is no Python: output of the block before it, or nothing to us, and text where it has no fence.
    fn other(&mut self, raw: &RawBlock, span: Span) -> PieceKind {
        let Some((before, tie)) =
            self.before.as_mut().and_then(|before| before.tie(self.text, raw).map(|tie| (before, tie)))
        else {
            if !raw.is_fenced {
                return self.prose(span, raw.section);
            }
            self.before = None;
            self.done.notes.extend(note_on(raw));
            return PieceKind::Other;
        };
        let block = before.block;
        if !raw.is_fenced && before.is_bare(self.text) {
            self.indented.push((block, self.done.blocks[block].outputs.len()));
        }
        before.add_output();
        if tie.is_guess() {
            // It may be none, and what follows it then belongs to it and not to the block.
            self.before = None;
        }
        self.output(block, raw, &raw.lines, tie)
    }
}

/// How the code of a fence is written, if it is Python.
fn block_kind(text: &str, raw: &RawBlock) -> Option<BlockKind> {
    let first = first_written(text, &raw.lines);
    let is_transcript = is_prompt(first) || is_cell_prompt(first);
    match raw.info.language {
        _ if !raw.is_fenced => is_transcript.then_some(BlockKind::Transcript),
        Language::Script | Language::Transcript if is_traceback(first) => None,
        Language::Script if is_transcript => Some(BlockKind::Transcript),
        Language::Script => Some(BlockKind::Script),
        Language::Transcript => Some(BlockKind::Transcript),
        Language::Plain | Language::Unknown if session::may_be(&raw.info) && is_transcript => {
            Some(BlockKind::Transcript)
        }
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
