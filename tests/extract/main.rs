//! What is read out of documents, one table for each thing an author may write.

mod bodies;
mod hidden;
mod layouts;
mod outputs;
mod positions;
mod sections;
mod tags;

use snipcheck::extract::{Block, BlockKind, Document, Format, Tie, extract};
use snipcheck::text::Source;

/// Reads a document.
fn read(text: &str, format: Format) -> Document {
    extract(Source::new("a.md", text), format)
}

/// A document on a few lines: `3-4 script python [A > B] | x = 1 / print(x)` for a block, `adjacent text | 1` for each
/// of its outputs, `note 3` for what the author is told.
fn render(document: &Document) -> String {
    let blocks = document.blocks.iter().flat_map(|block| {
        let outputs = block.outputs.iter().map(|output| {
            let tie = match output.tie {
                Tie::Named => "named",
                Tie::Adjacent => "adjacent",
                Tie::Answer => "answer",
                Tie::Similar => "similar",
                Tie::Session => "session",
                Tie::Unsaid => "unsaid",
                Tie::Loose => "loose",
            };
            tidy(&[tie, &output.info, "|", &joined(&output.text.text)])
        });
        std::iter::once(render_block(block)).chain(outputs.collect::<Vec<_>>())
    });
    let notes = document.notes.iter().map(|note| format!("note {}", document.source.line(note.span.start)));
    blocks.chain(notes).collect::<Vec<_>>().join("\n")
}

fn render_block(block: &Block) -> String {
    let lines = format!("{}-{}", block.start_line, block.end_line);
    let kind = match block.kind {
        BlockKind::Script => "script",
        BlockKind::Transcript => "transcript",
    };
    let section = match block.section.join(" > ") {
        section if section.is_empty() => String::new(),
        section => format!("[{section}]"),
    };
    tidy(&[&lines, kind, &block.info, &section, "|", &joined(&block.code.text)])
}

fn joined(code: &str) -> String {
    code.lines().collect::<Vec<_>>().join(" / ")
}

fn tidy(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// Reads a document as Markdown and as MDX, which must agree.
#[track_caller]
fn check(text: &str, expect: &str) {
    check_as(Format::Markdown, text, expect);
    check_as(Format::Mdx, text, expect);
}

#[track_caller]
fn check_as(format: Format, text: &str, expect: &str) {
    let document = read(text, format);
    assert_eq!(render(&document), expect, "\n--- {} ---\n{text}\n---", format.name());
    let joined: String = document.pieces.iter().map(|piece| piece.span.of(text)).collect();
    assert_eq!(joined, text, "the pieces joined");
}

/// The messages for the author, each by a part of it.
#[track_caller]
fn check_notes(text: &str, parts: &[&str]) {
    let notes = read(text, Format::Markdown).notes;
    let all_there =
        notes.len() == parts.len() && notes.iter().zip(parts).all(|(note, part)| note.message.contains(part));
    assert!(all_there, "{notes:#?}");
}
