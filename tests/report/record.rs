//! What is worth keeping of a run.

use super::build::*;
use snipcheck::judge::Outcome;
use snipcheck::report::record::is_complete;

#[test]
fn what_was_cut_short_is_not_worth_keeping() {
    let check = |outcome, detail: &str, expect: bool| {
        let mut other = block((5, 6), vec![]);
        other.runs = vec![run("3.11", outcome, detail)];
        let document = document("a.md", vec![block((1, 3), vec![]), other]);
        assert_eq!(is_complete(&document), expect, "{outcome:?} {detail}");
    };
    check(Outcome::Ok, "", true);
    check(Outcome::Raised, "KeyError: 'a'", true);
    check(Outcome::TimedOut, "", true);
    check(Outcome::Skipped, "skip: needs a printer", true);
    check(Outcome::Skipped, "interrupted", false);
    check(Outcome::WorkerLost, "", false);
}
