//! Output in the line of text right behind a block: "Output: `3`", "**Output:** `[1, 2]`".

use super::model::{Certainty, Claim};
use super::reading::is_bare_literal;
use super::shown::output_claim;
use crate::extract::{BlockKind, Document, PieceKind};
use crate::syntax::Module;
use crate::text::Span;

/// Words that announce what the block prints, in lower case.
const WORDS: [&str; 10] = [
    "output",
    "outputs",
    "prints",
    "this prints",
    "expected output",
    "console output",
    "the output is",
    "stdout",
    "displays",
    "shows",
];

/// The claims of all such lines.
pub fn claims(document: &Document, modules: &[Module], line_of: &dyn Fn(usize) -> usize) -> Vec<Claim> {
    let pairs = document.pieces.windows(2);
    let behind = pairs.filter_map(|pair| match (&pair[0].kind, &pair[1].kind) {
        (PieceKind::Block(index), PieceKind::Prose { .. }) => Some((*index, pair[1].span)),
        _ => None,
    });
    let claim = |(index, span): (usize, Span)| {
        let block = &document.blocks[index];
        let alone = block.kind == BlockKind::Script && block.outputs.iter().all(|output| output.tie.is_guess());
        let (start, end) = announced(span.of(&document.source.text)).filter(|_| alone)?;
        let place = Span::new(span.start + start, span.start + end);
        let claimed = place.of(&document.source.text).to_owned();
        Some(output_claim(index, block, &modules[index], (place, claimed, Certainty::Sure), line_of))
    };
    behind.filter_map(claim).collect()
}

/// Where the announced output stands in a text, if its first paragraph is one.
fn announced(text: &str) -> Option<(usize, usize)> {
    let start = text.len() - text.trim_start().len();
    let mut lines = text[start..].split('\n');
    let paragraph = lines.next().filter(|_| lines.next().is_none_or(|next| next.trim().is_empty()))?;
    let (lead, rest) = paragraph.split_once(':')?;
    let words = lead.trim_matches(['*', '_', ' ']).to_lowercase();
    let shown = rest.trim_start_matches(['*', '_']).trim();
    if !WORDS.contains(&words.as_str()) || shown.is_empty() {
        return None;
    }
    let bare = shown.trim_end_matches(['.', '!']);
    let inner = bare.strip_prefix('`').and_then(|inner| inner.strip_suffix('`'));
    let claimed = inner.filter(|inner| !inner.contains('`')).or_else(|| is_bare_literal(shown).then_some(shown))?;
    let at = start + lead.len() + 1 + rest.find(claimed)?;
    (!claimed.trim().is_empty()).then_some((at, at + claimed.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_in_a_line_of_text_is_found() {
        for (text, expect) in [
            ("\nOutput: `3`\n", Some("3")),
            ("\r\nOutput: `3`\r\n\r\nMore.\r\n", Some("3")),
            ("\n**Output:** `[1, 2]`.\n\nMore.\n", Some("[1, 2]")),
            ("*Prints*: `a b`", Some("a b")),
            ("Output: 3", Some("3")),
            ("Output: three words", None),
            ("Output:\n\n", None),
            ("Output: `a` and `b`", None),
            ("Input: `3`", None),
            ("The output: `3` differs", None),
            ("Words first.\n\nOutput: `3`", None),
        ] {
            assert_eq!(announced(text).map(|(start, end)| &text[start..end]), expect, "{text:?}");
        }
    }
}
