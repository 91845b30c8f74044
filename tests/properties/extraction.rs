//! What holds of every text taken apart, however broken.

use snipcheck::extract::{Code, Document, Format, PieceKind, extract};
use snipcheck::text::{Source, Span};

/// Reads the bytes as a document in each format.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    check_text(&text, Format::Markdown);
    check_text(&text, Format::Mdx);
}

/// Every position that the document gives is true.
fn check_text(text: &str, format: Format) {
    let document = extract(Source::new("a.md", text), format);
    check_pieces(text, &document);
    let mut last_line = 0;
    for (at, block) in document.blocks.iter().enumerate() {
        let piece = |kind| document.pieces.iter().find(|piece| piece.kind == kind).expect("a piece for it").span;
        assert_eq!(block.index, at + 1);
        check_code(text, &block.code, piece(PieceKind::Block(at)));
        for (number, output) in block.outputs.iter().enumerate() {
            check_code(text, &output.text, piece(PieceKind::Output(at, number)));
        }
        assert!(last_line < block.start_line && block.start_line <= block.end_line + 1);
        assert_eq!(block.end_line + 1 - block.start_line, block.code.origins.len());
        if let Some(&origin) = block.code.origins.first() {
            assert_eq!(document.source.line(origin), block.start_line);
        }
        last_line = block.end_line;
    }
    document.notes.iter().for_each(|note| check_span(text, note.span));
}

/// The pieces follow each other without gaps, and name each block and output once, in order.
fn check_pieces(text: &str, document: &Document) {
    let (mut behind, mut blocks) = (0, 0);
    for piece in &document.pieces {
        check_span(text, piece.span);
        assert_eq!(piece.span.start, behind);
        assert!(piece.span.start < piece.span.end, "an empty piece");
        behind = piece.span.end;
        match &piece.kind {
            PieceKind::Prose { blocks_before, .. } => assert_eq!(*blocks_before, blocks),
            PieceKind::Block(at) => {
                assert_eq!(*at, blocks);
                blocks += 1;
            }
            PieceKind::Output(block, output) => {
                // A terminal session may show what an earlier one printed, which it names.
                assert!(*block < blocks, "output of a block before it");
                assert!(*output < document.blocks[*block].outputs.len());
            }
            PieceKind::Other => {}
        }
    }
    assert_eq!(behind, text.len(), "the pieces joined are the document");
    assert_eq!(blocks, document.blocks.len());
}

/// A span lies in the text and cuts no character.
pub fn check_span(text: &str, span: Span) {
    assert!(span.start <= span.end && span.end <= text.len(), "{span:?} lies outside");
    assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?} cuts a character");
}

/// Every line of code stands in the document where it says, within `span`.
fn check_code(text: &str, code: &Code, span: Span) {
    assert_eq!(code.text.lines().count(), code.origins.len());
    assert!(code.text.is_empty() || code.text.ends_with('\n'));
    let mut behind = span.start;
    for (line, &origin) in code.text.split('\n').zip(&code.origins) {
        assert_eq!(text.get(origin..origin + line.len()), Some(line));
        assert!(behind <= origin && origin + line.len() <= span.end, "line {line:?} at {origin} outside {span:?}");
        behind = origin + line.len();
    }
}
