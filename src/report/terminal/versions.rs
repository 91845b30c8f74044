//! Where the documents hold: a table with a line for each interpreter, where there are several.

use super::super::model::{OnInterpreter, Report};
use super::clean;

const HEAD: [&str; 6] = ["Python", "hold", "fail", "undecidable", "findings", "not run"];

/// The table's lines; none where there is nothing to set side by side.
pub(super) fn table(report: &Report) -> Option<String> {
    let counts = &report.summary.by_interpreter;
    let known = report.interpreters.iter().filter_map(|one| Some((&one.id, counts.get(&one.id)?)));
    let rows: Vec<Vec<String>> = known.map(|(id, counts)| row(id, counts)).collect();
    if rows.len() < 2 {
        return None;
    }
    let rows: Vec<Vec<String>> = std::iter::once(HEAD.map(str::to_owned).to_vec()).chain(rows).collect();
    let column = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..HEAD.len()).map(|at| column(at).unwrap_or_default()).collect();
    let lines: Vec<String> = rows.iter().map(|row| line(row, &widths)).collect();
    Some(lines.join("\n"))
}

fn row(id: &str, counts: &OnInterpreter) -> Vec<String> {
    let OnInterpreter { holds, fails, undecidable, findings, held_back } = counts;
    let numbers = [holds, fails, undecidable, findings, held_back].map(usize::to_string);
    std::iter::once(clean::short(id)).chain(numbers).collect()
}

/// Names to the left, numbers to the right.
fn line(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths).enumerate().map(|(at, (cell, &width))| match at {
        0 => format!("{cell:width$}"),
        _ => format!("{cell:>width$}"),
    });
    cells.collect::<Vec<_>>().join("  ")
}
