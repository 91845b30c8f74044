//! What holds of every text that claims to be a report.

use snipcheck::report::json;
use snipcheck::report::model::Report;
use snipcheck::report::summary::{FailOn, exit_status, summarise};
use snipcheck::report::terminal::{self, Detail, Options, Texts};

/// A document for positions that a report makes up.
const DOCUMENT: &str = "# T\n\n```python\nprint(1)  # é 2\n```\n\n> ```python\r\n> x = 1\t# 漢\r\n> ```\n";

/// Reads the bytes as a report.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match json::read(&text) {
        Ok(report) => check_report(&report, DOCUMENT),
        Err(why) => assert!(!why.to_string().is_empty()),
    }
}

/// Written and read again it is the same, and what is shown of it is safe. `text` is that of all its documents.
pub fn check_report(report: &Report, text: &str) {
    let written = json::write(report).expect("a report can be written");
    assert_eq!(json::read(&written).expect("what was written can be read"), *report);
    let texts: Texts<'_> = report.documents.iter().map(|document| (document.path.as_str(), text)).collect();
    for texts in [&texts, &Texts::new()] {
        for detail in [Detail::Quiet, Detail::Normal, Detail::Verbose] {
            check_page(&terminal::render(report, texts, Options { detail, ..Options::default() }));
        }
    }
    _ = (exit_status(report, FailOn::Undecidable), summarise(&report.documents));
}

/// Nothing that moves the cursor or turns the reading direction.
fn check_page(page: &str) {
    let harmful =
        |c: &char| c.is_control() && *c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert_eq!(page.chars().find(harmful), None, "{page:?}");
}
