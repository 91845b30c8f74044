//! The parts of one run, joined.

use super::build::*;
use snipcheck::claims::Kind;
use snipcheck::judge::Verdict;
use snipcheck::report::merge::merge;
use snipcheck::report::model::{Report, Unreadable};
use snipcheck::wire::Level;

fn part(path: &str, verdict: Verdict) -> Report {
    let claim = claim("1  # 1\n", 1, "1", Kind::Value, verdict, "1");
    report(vec![document(path, vec![block((1, 1), vec![claim])])])
}

fn join(parts: Vec<Report>) -> Result<Report, String> {
    let named = parts.into_iter().enumerate().map(|(number, part)| (format!("part {number}"), part));
    merge(named.collect()).map(Option::unwrap).map_err(|error| error.to_string())
}

#[test]
fn documents_come_in_order_and_are_counted_anew() {
    let mut last = part("c.md", Verdict::Fails);
    last.unreadable = vec![Unreadable { path: "d.md".into(), reason: "no".into() }];
    last.interrupted = true;
    let whole = join(vec![last, part("a.md", Verdict::Holds), part("b.md", Verdict::Holds)]).unwrap();
    let paths: Vec<&str> = whole.documents.iter().map(|document| document.path.as_str()).collect();
    assert_eq!(paths, ["a.md", "b.md", "c.md"]);
    assert_eq!((whole.summary.documents, whole.summary.holds, whole.summary.fails), (3, 2, 1));
    assert_eq!((whole.unreadable.len(), whole.interrupted), (1, true));
}

#[test]
fn a_part_alone_stays_as_it_is_and_no_part_is_nothing() {
    let alone = part("a.md", Verdict::Holds);
    assert_eq!(join(vec![alone.clone()]), Ok(alone));
    assert_eq!(merge(vec![]), Ok(None));
}

#[test]
fn interpreters_are_united_and_isolation_is_the_weakest() {
    let mut other = part("b.md", Verdict::Holds);
    other.interpreters = vec![interpreter("3.11", "3.11.7"), interpreter("3.13", "3.13.0")];
    (other.isolation.level, other.isolation.requested) = (Level::Landlock, "landlock".into());
    for parts in [vec![part("a.md", Verdict::Holds), other.clone()], vec![other, part("a.md", Verdict::Holds)]] {
        let whole = join(parts).unwrap();
        let ids: Vec<&str> = whole.interpreters.iter().map(|info| info.id.as_str()).collect();
        assert_eq!((ids, whole.isolation.level), (vec!["3.11", "3.13"], Level::Landlock));
    }
}

#[test]
fn a_part_that_ran_nothing_weakens_nothing() {
    let mut empty = report(vec![document("b.md", vec![])]);
    empty.isolation.level = Level::None;
    for parts in [vec![part("a.md", Verdict::Holds), empty.clone()], vec![empty, part("a.md", Verdict::Holds)]] {
        assert_eq!(join(parts).unwrap().isolation.level, Level::Full);
    }
}

#[test]
fn what_is_not_of_one_run_is_refused() {
    let check = |parts: Vec<Report>, expect: &str| assert_eq!(join(parts).unwrap_err(), expect);
    let a = || part("a.md", Verdict::Holds);
    check(vec![a(), part("b.md", Verdict::Holds), a()], "the document a.md is both in part 0 and in part 2");
    let mut unread = part("b.md", Verdict::Holds);
    unread.unreadable = vec![Unreadable { path: "a.md".into(), reason: "no".into() }];
    check(vec![a(), unread], "the document a.md is both in part 0 and in part 1");
    let mut other = part("b.md", Verdict::Holds);
    other.tool.version = "9.9.9".into();
    check(vec![a(), other], "part 1 was written by snipcheck 9.9.9, the first part by snipcheck 0.1.0");
    let mut other = part("b.md", Verdict::Holds);
    other.interpreters = vec![interpreter("3.11", "3.11.9")];
    check(vec![a(), other], "Python 3.11 is CPython 3.11.9 in part 1, and CPython 3.11.7 in an earlier part");
}
