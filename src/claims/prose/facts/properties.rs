//! Tables that hold properties of things: a row for each thing, a column for each property, "Yes" or "No" in the cells.

use super::Telling;
use super::book::{Tells, book};
use super::words::{Word, normal};
use crate::claims::prose::inline::Prose;
use crate::claims::prose::tables::{self, Table};
use crate::text::Span;

const YES: [&str; 6] = ["yes", "✓", "✔", "✅", "true", "y"];
const NO: [&str; 6] = ["no", "✗", "✘", "❌", "false", "n"];

/// The cells of all such tables that tell a fact.
pub fn read(prose: &Prose<'_>) -> Vec<Telling> {
    tables::tables(prose).iter().flat_map(|table| of_table(prose, table)).collect()
}

fn of_table(prose: &Prose<'_>, table: &Table) -> Vec<Telling> {
    let mut found = Vec::new();
    for row in &table.rows {
        let Some((head, cells)) = row.split_first() else { continue };
        for (header, cell) in table.header.iter().skip(1).zip(cells) {
            found.extend(of_cell(prose, *head, *header, *cell));
        }
    }
    found
}

/// What a cell says of the thing at the head of its row.
fn of_cell(prose: &Prose<'_>, head: Span, header: Span, cell: Span) -> Option<Telling> {
    let plain = |span: Span| span.of(prose.text).replace(['*', '`', '_'], "").to_lowercase();
    let answer = plain(cell);
    let first = answer.split_whitespace().next()?.trim_end_matches([',', '.', '!', ';']);
    let yes = YES.contains(&first);
    // A cell that goes on with words says more than its answer, unless they are in brackets.
    let rest = answer[answer.find(first)? + first.len()..].trim_start_matches([',', '.', '!', ';', ' ']);
    if !yes && !NO.contains(&first) || !(rest.is_empty() || rest.starts_with('(')) {
        return None;
    }
    let thing = normal(&plain(head));
    let property = normal(&plain(header).replace(['?', '/'], ""));
    let spoken = |verb: &[&str]| {
        let verb = verb.iter().map(|word| (*word).to_owned());
        let words: Vec<Word> = thing.iter().cloned().chain(verb).chain(property.iter().cloned()).map(word).collect();
        let told = book().told(&words).filter(|told| told.met.end == words.len() && told.speaks_of_thing())?;
        let tells = match (told.tells, yes) {
            (tells, true) => tells,
            (Tells::Yes, false) => Tells::No,
            (Tells::No, false) => Tells::Yes,
            (Tells::Loosely, false) => return None,
        };
        Some(super::Told { tells, ..told })
    };
    let told = spoken(&["is"]).or_else(|| spoken(&[])).or_else(|| spoken(&["has"]))?;
    Some(Telling { span: cell, told, narrowed: false })
}

fn word(text: String) -> Word {
    Word { text, span: Span::new(0, 0), apart: false, quoted: false, code: false, colon: false }
}
