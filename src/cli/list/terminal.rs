//! The list for people: one line for each block, one for each claim in it.

use super::model::{ListedBlock, ListedClaim, ListedDocument, Listing};
use crate::report::clean;
use crate::report::terminal::Paint;
use crate::report::words::{count, spelled};

/// Renders the list.
pub fn render(listing: &Listing, colour: bool) -> String {
    let paint = Paint::new(colour);
    let mut text: String = listing.documents.iter().map(|document| render_document(document, &paint)).collect();
    for unreadable in &listing.unreadable {
        let (path, reason) = (clean::line(&unreadable.path), clean::line(&unreadable.reason));
        text += &format!("{} {path}: {reason}\n", paint.error("error[unreadable]:"));
    }
    text
}

fn render_document(document: &ListedDocument, paint: &Paint) -> String {
    let path = clean::line(&document.path);
    let claims = document.claims.len() + document.blocks.iter().map(|block| block.claims.len()).sum::<usize>();
    let sizes = format!("{} · {}", count(document.blocks.len(), "block"), count(claims, "claim"));
    let mut text = format!("{}  {}\n", paint.strong(&path), paint.faint(&format!("{} · {sizes}", document.format)));
    for mistake in &document.mistakes {
        let place = format!("{path}:{}:{}", mistake.line, mistake.column);
        text += &format!("  {place}  {} {}\n", paint.error("error[directive]:"), clean::line(&mistake.message));
    }
    for note in &document.notes {
        let place = format!("{path}:{}:{}", note.line, note.column);
        text += &format!("  {place}  {} {}\n", paint.warning("note:"), clean::line(&note.message));
    }
    text.extend(document.blocks.iter().map(|block| render_block(block, &path, paint)));
    if !document.claims.is_empty() {
        text += "  in the text\n";
        text.extend(document.claims.iter().map(|claim| render_claim(claim, &path, paint)));
    }
    text + "\n"
}

fn render_block(block: &ListedBlock, path: &str, paint: &Paint) -> String {
    let lines = match block.start_line.cmp(&block.end_line) {
        std::cmp::Ordering::Less => format!("lines {}–{}", block.start_line, block.end_line),
        std::cmp::Ordering::Equal => format!("line {}", block.start_line),
        std::cmp::Ordering::Greater => format!("line {}, empty", block.start_line),
    };
    let about = [clean::short(&block.info), clean::line(&block.section.join(" › "))];
    let about = about.iter().filter(|part| !part.is_empty()).map(|part| format!("  {part}")).collect::<String>();
    let outputs = if block.outputs > 0 { format!(" with {}", count(block.outputs, "output")) } else { String::new() };
    let kind = if block.kind == "script" { String::new() } else { format!(", a {}", block.kind) };
    let head = format!("  block {}, {lines}{kind}{outputs}{}\n", block.index, paint.faint(&about));
    let needs = match block.needs.is_empty() {
        true => String::new(),
        false => format!("    {} {}\n", paint.warning("needs"), clean::line(&block.needs.join(", "))),
    };
    let directives = match block.directives.is_empty() {
        true => String::new(),
        false => format!("    {} {}\n", paint.faint("directives"), clean::line(&block.directives.join(", "))),
    };
    head + &needs + &directives + &block.claims.iter().map(|claim| render_claim(claim, path, paint)).collect::<String>()
}

fn render_claim(claim: &ListedClaim, path: &str, paint: &Paint) -> String {
    let place = format!("{path}:{}:{}", claim.line, claim.column);
    let what = [spelled(claim.form), spelled(claim.kind), spelled(claim.strength)].join(" ");
    format!("    {place}  {}  {}\n", paint.faint(&what), clean::short(&claim.expected))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::{Certainty, Form, Kind, Strength};
    use crate::report::model::Unreadable;

    fn listing() -> Listing {
        let claim = |line, expected: &str| ListedClaim {
            line,
            column: 13,
            subject_line: line,
            form: Form::Trailing,
            kind: Kind::Stdout,
            strength: Strength::Exact,
            confidence: Certainty::Sure,
            expected: expected.into(),
            tail: String::new(),
        };
        let block = |index, lines: (usize, usize)| ListedBlock {
            index,
            kind: "script",
            info: "python".into(),
            start_line: lines.0,
            end_line: lines.1,
            section: vec!["Core".into(), "Memory".into()],
            outputs: 0,
            needs: vec![],
            directives: vec![],
            claims: vec![],
        };
        let mut listing = Listing::new(vec![Unreadable { path: "b.md".into(), reason: "not UTF-8".into() }]);
        let full = ListedBlock { outputs: 1, claims: vec![claim(4, "B"), claim(5, "\u{1b}[2J")], ..block(1, (4, 9)) };
        let needy = ListedBlock { kind: "transcript", needs: vec!["module:requests".into()], ..block(2, (12, 12)) };
        let empty = ListedBlock { info: String::new(), section: vec![], ..block(3, (15, 14)) };
        listing.documents.push(ListedDocument {
            path: "a.md".into(),
            format: "markdown",
            notes: vec![],
            mistakes: vec![],
            blocks: vec![full, needy, empty],
            claims: vec![claim(20, "42")],
        });
        listing
    }

    #[test]
    fn blocks_and_claims_have_their_places() {
        let expect = "\
a.md  markdown · 3 blocks · 3 claims
  block 1, lines 4–9 with 1 output  python  Core › Memory
    a.md:4:13  trailing stdout exact  B
    a.md:5:13  trailing stdout exact  \\x1b[2J
  block 2, line 12, a transcript  python  Core › Memory
    needs module:requests
  block 3, line 15, empty
  in the text
    a.md:20:13  trailing stdout exact  42

error[unreadable]: b.md: not UTF-8
";
        assert_eq!(render(&listing(), false), expect);
    }

    #[test]
    fn the_json_has_the_same() {
        let json = listing().json().unwrap();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["schema_version"], 1);
        assert_eq!(value["documents"][0]["blocks"][0]["claims"][0]["expected"], "B");
        assert_eq!(value["documents"][0]["blocks"][1]["needs"][0], "module:requests");
        assert_eq!(value["unreadable"][0]["path"], "b.md");
    }
}
