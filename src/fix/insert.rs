//! Places that an author left for a result: `# ->`, `#>`, `# Output:`, an empty output block, a prompt without an answer.
//!
//! Each is filled with a text that no code gives. That makes a claim of it, which fails, and is mended like any other;
//! where nothing comes of it, the text is taken out again.

use super::Edit;
use crate::claims::marker::{self, Announces};
use crate::extract::{Block, BlockKind, Document, PieceKind};
use crate::syntax::{Comment, Module, transcript};
use crate::text::Span;

/// What stands in for a result: a number, so that every reader takes it for one, and none that anybody would write.
const BESIDE: &str = "-77007700770077.0077";
/// The same on a line of its own, which goes with it.
const OWN_LINE: &str = "-77007700770078.0078";

/// Whether a claimed text is no author's.
pub fn is_stand_in(claimed: &str) -> bool {
    [BESIDE, OWN_LINE].contains(&claimed.trim())
}

/// The edits that fill every such place, in order. `modules`: the document's blocks, read.
pub fn stand_ins(document: &Document, modules: &[Module]) -> Vec<Edit> {
    let text = &document.source.text;
    let blocks = document.blocks.iter().zip(modules);
    let mut edits: Vec<Edit> = blocks
        .flat_map(|(block, module)| match block.kind {
            BlockKind::Script => of_comments(text, block, module),
            BlockKind::Transcript => of_prompts(text, block),
        })
        .chain(of_empty_fences(document))
        .collect();
    edits.sort_by_key(|edit| edit.span);
    edits.dedup_by_key(|edit| edit.span);
    edits
}

/// The edits that take all of them out again.
pub fn taken_out(text: &str) -> Vec<Edit> {
    let edit = |start: usize, end: usize| Edit { span: Span::new(start, end), text: String::new() };
    let beside = text.match_indices(BESIDE).map(|(at, _)| edit(at.saturating_sub(1), at + BESIDE.len()));
    let on_lines = text.match_indices(OWN_LINE).map(|(at, _)| {
        let line = text[..at].rfind('\n').unwrap_or(0);
        edit(text[..line].strip_suffix('\r').map_or(line, str::len), at + OWN_LINE.len())
    });
    beside.chain(on_lines).collect()
}

fn of_comments(text: &str, block: &Block, module: &Module) -> Vec<Edit> {
    let code = &block.code.text;
    let last_of_its_own = |at: usize| {
        let (comment, next) = (&module.comments[at], module.comments.get(at + 1));
        next.is_none_or(|next| !next.own_line || code[comment.span.end..next.span.start].matches('\n').count() != 1)
    };
    let empty = module.comments.iter().enumerate().filter(|(at, _)| last_of_its_own(*at));
    empty.filter_map(|(_, comment)| of_comment(text, block, comment)).collect()
}

fn of_comment(text: &str, block: &Block, comment: &Comment) -> Option<Edit> {
    let written = comment.span.of(&block.code.text).trim_end();
    let inner = written.trim_start_matches('#');
    let marks = written.len() - inner.len();
    let label = inner.trim();
    let marker = marker::read(label).filter(|marker| marker.firm && marker.length == label.len());
    let is_arrow = label == ">" && inner.starts_with('>');
    if !is_arrow && marker.is_none() {
        return None;
    }
    let at = block.code.origin(comment.span.start) + written.len();
    let below = comment.own_line && marker.is_some_and(|marker| marker.announces == Announces::Stdout);
    match below {
        true => {
            let prefix = format!("{}{} ", before(text, block.code.origin(comment.span.start)), &written[..marks]);
            Some(line_behind(text, at, &prefix))
        }
        false => Some(Edit { span: Span::new(at, at), text: format!(" {BESIDE}") }),
    }
}

fn of_prompts(text: &str, block: &Block) -> Vec<Edit> {
    let entries = transcript(&block.code.text);
    let unanswered = entries.iter().filter(|entry| entry.prompted && entry.shown.start == entry.shown.end);
    unanswered
        .filter_map(|entry| {
            let origin = block.code.origins.get(entry.line)?;
            let container = before(text, *origin);
            Some(line_behind(text, block.code.origin(entry.shown.end), &container))
        })
        .collect()
}

/// A fence with nothing in it is no output yet: whether it is one shows when something is.
fn of_empty_fences(document: &Document) -> Vec<Edit> {
    let text = &document.source.text;
    let others = document.pieces.iter().filter(|piece| piece.kind == PieceKind::Other);
    others.filter_map(|piece| of_empty_fence(text, piece.span)).collect()
}

fn of_empty_fence(text: &str, span: Span) -> Option<Edit> {
    let mut lines = span.of(text).lines();
    let opens = lines.next()?;
    let prefix = &opens[..opens.find(['`', '~'])?];
    let inner = |line: &str| line.trim_start_matches([' ', '\t', '>']).trim_end().to_owned();
    let closes =
        |line: &str| line.len() >= 3 && (line.trim_matches('`').is_empty() || line.trim_matches('~').is_empty());
    let is_empty = lines.map(inner).find(|line| !line.is_empty()).is_some_and(|line| closes(&line));
    let is_plain = prefix.chars().all(|c| matches!(c, ' ' | '\t' | '>'));
    (is_empty && is_plain).then(|| line_behind(text, span.start + opens.trim_end().len(), prefix))
}

/// A line of its own behind the line that ends at `at`.
fn line_behind(text: &str, at: usize, prefix: &str) -> Edit {
    let rest = &text[at..];
    let end = at + rest.find(['\r', '\n']).unwrap_or(rest.len());
    let line_end = if text[end..].starts_with("\r\n") { "\r\n" } else { "\n" };
    Edit { span: Span::new(end, end), text: format!("{line_end}{prefix}{OWN_LINE}") }
}

/// What stands on the line before a place: containers and indentation.
fn before(text: &str, offset: usize) -> String {
    let start = text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    text[start..offset].to_owned()
}
