//! One finding as it is shown: its place, the code around it, what is claimed and what came.

use anstyle::{AnsiColor, Style};

use crate::fix::{Edit, Finding, Remedy};
use crate::flow::mend::Draft;
use crate::judge::BlockRun;
use crate::report::clean;
use crate::text::{LineIndex, Span};

/// Lines shown before what is changed, and behind it.
const AROUND: usize = 3;

/// A finding about a claim.
pub fn of_claim(draft: &Draft, finding: &Finding, number: (usize, usize)) -> String {
    let came = if finding.actual.is_empty() { "nothing".to_owned() } else { clean::short(&finding.actual) };
    let mut text = head(draft, finding.line, number);
    match &finding.remedy {
        Remedy::Mend(mend) => {
            text += &change(&draft.text, &mend.edit);
            if let Some(turn) = mend.turn {
                text += &painted(AnsiColor::Yellow, &format!("   accepting {}", turn.words()));
            }
        }
        Remedy::Author(reason) => {
            text += &lines(&draft.text, finding.span);
            text += &format!("   claimed: {}\n   came:    {came}\n", clean::short(&finding.claimed));
            text += &painted(AnsiColor::Yellow, &format!("   only you can mend it: {}", clean::line(reason)));
        }
    }
    text
}

/// A finding about an exception that no claim speaks of.
pub fn of_run(draft: &Draft, run: &BlockRun, line: usize, number: (usize, usize)) -> String {
    let index = LineIndex::new(&draft.text);
    let place = Span::new(index.start(line), index.start(line));
    let says = format!("   the block ends with {}", clean::short(&run.detail));
    head(draft, line, number) + &lines(&draft.text, place) + &painted(AnsiColor::Red, &says)
}

fn head(draft: &Draft, line: usize, (at, all): (usize, usize)) -> String {
    let bold = Style::new().bold();
    format!("\n{bold}{}:{line}{bold:#}  ({at} of {all})\n", clean::line(&draft.path))
}

/// The lines that an edit changes, before and after, with some around them.
fn change(text: &str, edit: &Edit) -> String {
    let index = LineIndex::new(text);
    let (first, last) = (index.line(edit.span.start), index.line(edit.span.end));
    let (from, to) = (index.start(first), index.start(last + 1));
    let new = format!("{}{}{}", &text[from..edit.span.start], edit.text, &text[edit.span.end..to]);
    let signed = |sign: char, lines: &str, style: Option<AnsiColor>| -> String {
        let line = |line: &str| format!("   {sign} {}", clean::line(line));
        lines.lines().map(|text| style.map_or(line(text) + "\n", |colour| painted(colour, &line(text)))).collect()
    };
    let before = &text[index.start(first.saturating_sub(AROUND).max(1))..from];
    let behind = &text[to..index.start(last + 1 + AROUND)];
    signed(' ', before, None)
        + &signed('-', &text[from..to], Some(AnsiColor::Red))
        + &signed('+', &new, Some(AnsiColor::Green))
        + &signed(' ', behind, None)
}

/// The lines of a place, with some around them.
fn lines(text: &str, span: Span) -> String {
    let index = LineIndex::new(text);
    let (first, last) = (index.line(span.start), index.line(span.end));
    let shown = &text[index.start(first.saturating_sub(AROUND).max(1))..index.start(last + 1 + AROUND)];
    shown.lines().map(|line| format!("     {}\n", clean::line(line))).collect()
}

fn painted(colour: AnsiColor, line: &str) -> String {
    let style = colour.on_default();
    format!("{style}{line}{style:#}\n")
}
