//! A result that is not the recorded one: where, what was recorded, what came now.

use super::super::findings;
use super::super::model::{DocumentReport, DriftReport};
use super::paint::Paint;
use super::{clean, diff};

/// Renders what drifted in a document, each with the place it is shown at.
pub(super) fn render(document: &DocumentReport, paint: &Paint) -> Vec<((usize, usize), String)> {
    document.drift.iter().map(|drift| ((drift.line, 0), one(&document.path, drift, paint))).collect()
}

fn one(path: &str, drift: &DriftReport, paint: &Paint) -> String {
    let finding = findings::of_drift(path, drift);
    let head = paint.error(&format!("error[{}]:", finding.rule));
    let place = format!("{}:{}", clean::line(path), drift.line);
    let text = format!("{head} {}\n  at {place}\n", paint.strong(&finding.title));
    let several = drift.recorded.trim_end().contains('\n') || drift.now.trim_end().contains('\n');
    let detail = match several {
        true => diff::render(&drift.recorded, &drift.now, ["recorded", "now"], paint),
        false => format!("  {}\n", finding.message),
    };
    text + &detail + "\n"
}
