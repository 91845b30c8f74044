//! The page: what a reader sees in it, and that nothing in it acts.

use super::build::*;
use snipcheck::claims::{Form, Kind};
use snipcheck::judge::{Outcome, Verdict};
use snipcheck::report::html::Page;
use snipcheck::report::model::{DirectiveReport, DocumentReport, Report, Unreadable};
use snipcheck::report::paper::whole;
use snipcheck::report::summary::{FailOn, summarise};
use snipcheck::wire::{Effect, Missing};

fn page(report: &Report, text: Option<&str>) -> String {
    let page = whole(Page::new(FailOn::Fails), report, |_| text).unwrap();
    assert_eq!(page.matches("<mark").count(), page.matches("</mark>").count());
    page
}

/// The page from the documents on: styles are looked at by eye.
fn documents(report: &Report, text: Option<&str>) -> String {
    let page = page(report, text);
    let start = page.find("<header>").unwrap();
    page[start..page.find("<script>").unwrap()].to_owned()
}

const GUIDE: &str = "\
# Guide

A list has *three* items: `len('abc')` is `3`.

### Too deep

- first

  ```python
  greet = lambda: 'A'
  print(greet())  # B
  1 / 0
  ```

- [web](https://example.org/a?b=c&d), [script](javascript:alert(1)), ![a cat](https://example.org/cat.png)

| code | result |
|---|---|
| `1 + 1` | 2 |

Output:

```text
one
two
```
";

fn guide() -> Report {
    let mut prose = claim(GUIDE, 3, "3", Kind::Value, Verdict::Holds, "3");
    prose.form = Form::Prose;
    let mut varies = claim(GUIDE, 11, "B", Kind::Stdout, Verdict::Varies, "");
    varies.results = vec![result("3.9", Verdict::Fails, "A\n"), result("3.13", Verdict::Holds, "B\n")];
    let output = claim(GUIDE, 24, "one\ntwo", Kind::Stdout, Verdict::Fails, "one\nthree\n");
    let mut only = block((10, 12), vec![varies, output]);
    (only.runs[0].outcome, only.runs[0].finding) = (Outcome::Raised, true);
    (only.runs[0].detail, only.runs[0].line) = ("ZeroDivisionError: division by zero".into(), Some(12));
    only.runs[0].stdout = "A\n".into();
    let answer = "contained".into();
    only.runs[0].effects = vec![Effect { what: "process".into(), detail: "rm -rf /".into(), answer }];
    let mut document = document("docs/guide.md", vec![only]);
    document.claims = vec![prose];
    let mut report = report(vec![document]);
    report.unreadable = vec![Unreadable { path: "b.md".into(), reason: "it is no UTF-8".into() }];
    report.interpreters = vec![interpreter("3.9", "3.9.18"), interpreter("3.13", "3.13.0")];
    report.isolation.missing = vec![Missing { what: "a network".into(), why: "no".into(), mend: "yes".into() }];
    report
}

#[test]
fn the_directives_of_a_block_stand_above_it() {
    let mut told = block((10, 12), vec![]);
    let directive = |text: &str, scope: &str, tool: Option<&str>| DirectiveReport {
        line: 8,
        scope: scope.into(),
        text: text.into(),
        tool: tool.map(str::to_owned),
    };
    told.directives = vec![directive("skip=\"<b>\"", "block", None), directive("timeout=5s", "section", Some("Sybil"))];
    let page = documents(&report(vec![document("guide.md", vec![told])]), Some(GUIDE));
    assert!(page.contains("<li><code>skip=&quot;&lt;b&gt;&quot;</code>, line 8</li>"), "{page}");
    assert!(page.contains("<li><code>timeout=5s</code>, line 8 for the section, of Sybil</li>"), "{page}");
}

#[test]
fn a_document_is_shown_with_its_claims_where_they_stand() {
    insta::assert_snapshot!("html", documents(&guide(), Some(GUIDE)));
}

#[test]
fn without_its_text_a_document_is_told_in_words() {
    insta::assert_snapshot!("html_without_text", documents(&guide(), None));
}

#[test]
fn headings_leave_out_no_level() {
    let page = page(&guide(), Some(GUIDE));
    let levels = page.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10));
    let levels: Vec<u32> = levels.collect();
    assert_eq!(levels, [1, 2, 2, 2, 3, 4]);
}

/// Every link inside the page leads to something in it, and no name is given twice.
#[test]
fn links_lead_to_their_places() {
    let page = page(&guide(), Some(GUIDE));
    let names = |start: &str| -> Vec<String> {
        page.split(start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let mut ids = names(" id=\"");
    let links = names("href=\"#");
    assert!(links.len() > 4, "{links:?}");
    assert!(links.iter().all(|link| ids.contains(link)), "{links:?} {ids:?}");
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

const HOSTILE: &str = "\
# </title><script>alert(1)</script>

<img src=x onerror=alert(1)> and <b onclick=\"x\">bold</b> [a](javascript:x) [b](data:text/html,x) <javascript:x>

<script>alert(2)</script>

![\"><svg onload=x>](https://example.org/x \"\\\" onload=\")

```python title=\"</code><script>\"
print('</code></li></ol><script>alert(3)</script>')  # <img src=x onerror=y>\u{1b}[2J\u{202e}
```
";

fn hostile() -> DocumentReport {
    let evil = "</pre><script>alert(4)</script>\u{1b}]0;x\u{7}\u{202e}";
    let mut wrong =
        claim(HOSTILE, 10, "<img src=x onerror=y>", Kind::Stdout, Verdict::Fails, &format!("{evil}\n{evil}"));
    wrong.results[0].interpreter = "3\"><script>".into();
    wrong.results[0].reason = evil.into();
    let mut other = wrong.clone();
    other.verdict = Verdict::Undecidable;
    (other.line, other.end_line, other.end_column) = (3, 5, 900);
    other.needs = vec![evil.into()];
    let mut only = block((10, 10), vec![wrong, other]);
    (only.section, only.info) = (vec![evil.into()], evil.into());
    let run = &mut only.runs[0];
    (run.outcome, run.finding, run.line) = (Outcome::Raised, true, Some(99));
    run.interpreter = evil.into();
    run.detail = evil.into();
    (run.stdout, run.stderr, run.traceback) = (evil.repeat(1000), evil.into(), evil.into());
    run.effects = vec![Effect { what: evil.into(), detail: evil.into(), answer: evil.into() }];
    let mut document = document(&format!("docs/{evil}\" onload=\"x"), vec![only]);
    document.notes = vec![snipcheck::report::model::NoteReport { line: 1, column: 1, message: evil.into() }];
    document
}

#[test]
fn nothing_from_documents_and_snippets_acts() {
    let mut report = report(vec![hostile()]);
    let evil = "</title><script>alert(5)</script>";
    report.interpreters = vec![interpreter(evil, evil)];
    report.tool.version = evil.into();
    report.unreadable = vec![Unreadable { path: evil.into(), reason: evil.into() }];
    report.isolation.missing = vec![Missing { what: evil.into(), why: evil.into(), mend: evil.into() }];
    for text in [Some(HOSTILE), None] {
        let page = page(&report, text);
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert_eq!(page.matches("</script").count(), 1);
        assert!(page.contains("&lt;script&gt;alert("));
        for acting in
            ["<img", "<svg", "<b onclick", "href=\"javascript", "href=\"data", "src=\"", "<iframe", "<link", "<base"]
        {
            assert!(!page.contains(acting), "{acting}: {page}");
        }
        // An attribute of ours is none of theirs.
        let tags = page.split('<').skip(1).filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag));
        let with_handlers: Vec<&str> = tags.filter(|tag| tag.contains(" on") && !tag.starts_with('/')).collect();
        assert!(with_handlers.is_empty(), "{with_handlers:?}");
        assert!(!page.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t') || c == '\u{202e}'), "{page:?}");
    }
}

#[test]
fn the_page_allows_its_own_style_and_script_alone_and_fetches_nothing() {
    let page = page(&guide(), Some(GUIDE));
    assert!(page.contains("content=\"default-src 'none'; style-src 'sha256-"), "{page}");
    assert!(!page.contains("unsafe-inline") && !page.contains(" style=") && !page.contains("url("));
    assert_eq!(
        page.matches("http").count(),
        page.matches("http-equiv").count() + page.matches("https://example.org/a").count()
    );
}

/// A report may have been changed by hand, or be of another document.
#[test]
fn places_that_are_not_in_the_text_do_no_harm() {
    for (line, column, end_line, end_column) in [(0, 0, 0, 0), (99, 1, 2, 1), (3, 999, 1, 1), (1, 1, 999, 999)] {
        let mut claim = claim(GUIDE, 3, "3", Kind::Value, Verdict::Fails, "4");
        (claim.line, claim.column, claim.end_line, claim.end_column) = (line, column, end_line, end_column);
        for lines in [(0, 0), (5, 2), (1, 999), (11, 10), (26, 27)] {
            let mut report = guide();
            report.documents[0].blocks.push(block(lines, vec![claim.clone()]));
            report.documents[0].blocks.insert(0, block(lines, vec![claim.clone()]));
            report.summary = summarise(&report.documents);
            for text in [GUIDE, "", "\u{feff}é\r\nü```\r\n", "```\n"] {
                let page = page(&report, Some(text));
                assert!(page.matches("<div class=\"claim ").count() >= 5, "{page}");
            }
        }
    }
}
