//! Sentences about code, each a document of its own behind one block: `readings.md` are true, `mistakes.md` are not, and
//! `decoys.md` claim nothing of this code here and now.

use super::checked;
use snipcheck::judge::Verdict;
use snipcheck::report::model::DocumentReport;

/// Each paragraph behind the block that a text begins with, and what is said of it.
fn reports(text: &str) -> Vec<(String, DocumentReport)> {
    let end = text.find("\n```\n").expect("a block comes first") + 5;
    let (block, paragraphs) = text.split_at(end);
    let paragraphs: Vec<&str> = paragraphs.split("\n\n").map(str::trim).filter(|text| !text.is_empty()).collect();
    let documents: Vec<String> = paragraphs.iter().map(|paragraph| format!("{block}\n{paragraph}\n")).collect();
    paragraphs.iter().map(|text| (*text).to_owned()).zip(checked(&documents)).collect()
}

/// The paragraphs whose verdicts are not as expected.
fn check(text: &str, expect: fn(&[Verdict]) -> bool) {
    let verdicts = |report: &DocumentReport| -> Vec<Verdict> {
        let of_blocks = report.blocks.iter().flat_map(|block| &block.claims);
        of_blocks.chain(&report.claims).map(|claim| claim.verdict).collect()
    };
    let all = reports(text);
    let all = all.iter().map(|(paragraph, report)| (paragraph, verdicts(report)));
    let other: Vec<_> = all.filter(|(_, verdicts)| !expect(verdicts)).collect();
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn what_is_true_of_the_code_holds() {
    check(include_str!("readings.md"), |verdicts| {
        !verdicts.is_empty() && verdicts.iter().all(|verdict| *verdict == Verdict::Holds)
    });
}

#[test]
fn what_is_wrong_fails() {
    check(include_str!("mistakes.md"), |verdicts| verdicts.contains(&Verdict::Fails));
}

#[test]
fn what_is_not_said_of_this_code_is_no_claim() {
    check(include_str!("decoys.md"), |verdicts| verdicts.is_empty());
}
