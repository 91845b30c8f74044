//! Output in the text right behind a block: "Output: `3`", "This prints `3`.", "> `[1, 2]`".
//!
//! Owns the words that announce it there. Knows nothing of output blocks.

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
/// Words that announce what comes out, and may announce what is thought of it.
const ANSWERS: [&str; 4] = ["answer", "result", "solution", "out"];
/// Sentences that begin so say what the block prints.
const VERBS: [&str; 14] = [
    "prints",
    "this prints",
    "it prints",
    "which prints",
    "the code prints",
    "this outputs",
    "it outputs",
    "this displays",
    "it displays",
    "you see",
    "you'll see",
    "you will see",
    "you should see",
    "the output is",
];
/// Arrows before a result that stands alone.
const ARROWS: [&str; 4] = ["→", "⇒", "=>", "->"];
/// Words behind a result that tell when it comes, or that more comes.
const LIMITS: &str = "after again and before but first for if in not on only or second then unless when with without";

/// The claims of all such texts.
pub fn claims(document: &Document, modules: &[Module], line_of: &dyn Fn(usize) -> usize) -> Vec<Claim> {
    let pieces = document.pieces.iter().enumerate();
    let behind = pieces.filter_map(|(at, piece)| {
        let PieceKind::Block(index) = piece.kind else { return None };
        let rest = document.pieces[at + 1..].iter();
        let last = rest.take_while(|piece| matches!(piece.kind, PieceKind::Prose { .. })).last()?;
        Some((index, Span::new(piece.span.end, last.span.end)))
    });
    let claim = |(index, span): (usize, Span)| {
        let block = &document.blocks[index];
        let alone = block.kind == BlockKind::Script && block.outputs.iter().all(|output| output.tie.is_guess());
        let (shown, certainty) = told(span.of(&document.source.text)).filter(|_| alone)?;
        let place = Span::new(span.start + shown.start, span.start + shown.end);
        let claimed = place.of(&document.source.text).to_owned();
        Some(output_claim(index, block, &modules[index], (place, claimed, certainty), line_of))
    };
    behind.filter_map(claim).collect()
}

/// Where the output stands in a text, if its first paragraph tells it, and how surely it is one.
fn told(text: &str) -> Option<(Span, Certainty)> {
    let start = first_written(text);
    let is_more = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with("</");
    let lines = text[start..].split_inclusive('\n').take_while(is_more);
    let paragraph = text[start..start + lines.map(str::len).sum::<usize>()].trim_end();
    let labelled = || labelled(paragraph).or_else(|| alone(paragraph)).filter(|_| !paragraph.contains('\n'));
    let (shown, certainty) = labelled().or_else(|| sentence(paragraph))?;
    let place = Span::new(start + shown.start, start + shown.end);
    (!shown.of(paragraph).trim().is_empty()).then_some((place, certainty))
}

/// Where the first paragraph begins; what an answer is folded away with stands before it.
fn first_written(text: &str) -> usize {
    let is_passed = |line: &&str| {
        let line = line.trim();
        line.is_empty() || line.starts_with("<details") || line.starts_with("<summary")
    };
    let passed: usize = text.split_inclusive('\n').take_while(is_passed).map(str::len).sum();
    text.len() - text[passed..].trim_start().len()
}

/// "**Output:** `[1, 2]`", "Answer: `3`".
fn labelled(paragraph: &str) -> Option<(Span, Certainty)> {
    let (lead, rest) = paragraph.split_once(':')?;
    let words = lead.trim_matches(['*', '_', ' ']).to_lowercase();
    let shown = rest.trim_start_matches(['*', '_']).trim();
    let inner = code_alone(shown);
    let claimed = inner.or_else(|| is_bare_literal(shown).then_some(shown)).filter(|claimed| !claimed.is_empty())?;
    let certainty = match () {
        () if WORDS.contains(&words.as_str()) => Certainty::Sure,
        // A single word or number may be the name of the right answer.
        () if ANSWERS.contains(&words.as_str()) && claimed.starts_with(['[', '{', '(', '"', '\'']) => Certainty::Likely,
        () if ANSWERS.contains(&words.as_str()) => Certainty::Guess,
        () => return None,
    };
    let at = lead.len() + 1 + rest.find(claimed)?;
    Some((Span::new(at, at + claimed.len()), certainty))
}

/// "> `[1, 2]`", "→ `3`".
fn alone(paragraph: &str) -> Option<(Span, Certainty)> {
    let unquoted = paragraph.trim_start_matches(['>', ' ']);
    let behind_arrow = |text: &'_ str| ARROWS.iter().find_map(|arrow| text.strip_prefix(arrow)).map(str::len);
    let length = behind_arrow(paragraph).or_else(|| behind_arrow(unquoted)).unwrap_or(unquoted.len());
    let is_marked = length < paragraph.len();
    let claimed = code_alone(paragraph[paragraph.len() - length..].trim()).filter(|_| is_marked)?;
    let certainty = if is_result(claimed) { Certainty::Likely } else { Certainty::Guess };
    let at = paragraph.find('`')? + 1;
    Some((Span::new(at, at + claimed.len()), certainty))
}

/// Whether a text is a value and no code: a call is written like some values.
fn is_result(text: &str) -> bool {
    let is_named = text.starts_with(|first: char| first.is_alphabetic() || first == '_');
    is_bare_literal(text) && (!is_named || ["True", "False", "None"].contains(&text))
}

/// What stands in backticks, where nothing else is there.
fn code_alone(text: &str) -> Option<&str> {
    let inner = text.trim_end_matches(['.', '!']).strip_prefix('`')?.strip_suffix('`')?;
    Some(inner).filter(|inner| !inner.contains('`'))
}

/// "This prints `3`: the list is shared.", "It prints `3`, every time."
fn sentence(paragraph: &str) -> Option<(Span, Certainty)> {
    let (lead, rest) = paragraph.split_once('`')?;
    let (claimed, behind) = rest.split_once('`')?;
    let words = lead.trim_matches(['*', '_', ' ', '>']).to_lowercase().replace('\u{2019}', "'");
    let is_said = VERBS.contains(&words.as_str()) && ends_there(behind);
    let at = lead.len() + 1;
    is_said.then(|| (Span::new(at, at + claimed.len()), Certainty::Likely))
}

/// Whether a sentence says no more of the result, and not when it comes.
fn ends_there(behind: &str) -> bool {
    const BEHIND: [&str; 7] = [",", " (", " -", " \u{2013}", " \u{2014}", " because", " since"];
    let clause = behind.trim_start_matches(['*', '_']).split(['.', ':', '!', ';']).next().unwrap_or("");
    let limits = |word: &str| LIMITS.split(' ').any(|limit| limit == word.to_lowercase());
    let is_comment = clause.trim().is_empty() || BEHIND.iter().any(|begin| clause.starts_with(begin));
    is_comment && !clause.contains('`') && !clause.split(|c: char| !c.is_alphanumeric()).any(limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_in_the_text_behind_a_block_is_found() {
        use Certainty::{Guess, Likely, Sure};
        for (text, expect) in [
            ("\nOutput: `3`\n", Some(("3", Sure))),
            ("\r\nOutput: `3`\r\n\r\nMore.\r\n", Some(("3", Sure))),
            ("\n**Output:** `[1, 2]`.\n\nMore.\n", Some(("[1, 2]", Sure))),
            ("*Prints*: `a b`", Some(("a b", Sure))),
            ("Output: 3", Some(("3", Sure))),
            ("**Answer:** `{'a': 2}`", Some(("{'a': 2}", Likely))),
            ("Answer: `B`", Some(("B", Guess))),
            ("<details>\n<summary>Answer</summary>\n\nIt prints `4`, every time.\n", Some(("4", Likely))),
            ("This prints `2`: `continue` goes on,\nuntil the end.\n", Some(("2", Likely))),
            ("You\u{2019}ll see `a b`.", Some(("a b", Likely))),
            ("  **Answer:** `[4]`\n</Card>\n", Some(("[4]", Likely))),
            ("> `['a', 'b']`\n", Some(("['a', 'b']", Likely))),
            ("> → `3`\n", Some(("3", Likely))),
            ("=> `f(x)`\n", Some(("f(x)", Guess))),
            ("Output: three words", None),
            ("Output:\n\n", None),
            ("Output: `a` and `b`", None),
            ("Input: `3`", None),
            ("The output: `3` differs", None),
            ("Words first.\n\nOutput: `3`", None),
            ("This prints `3` first.", None),
            ("This prints `3`, then `4`.", None),
            ("This prints `3`, but only in a shell.", None),
            ("This prints `3` on Windows.", None),
            ("With `n` it prints `3`.", None),
            ("`[1, 2]`\n", None),
            ("> See `f`.\n", None),
            ("> `a`\n> `b`\n", None),
            ("", None),
        ] {
            let found = told(text).map(|(span, certainty)| (span.of(text), certainty));
            assert_eq!(found, expect, "{text:?}");
        }
    }
}
