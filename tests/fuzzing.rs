//! What `fuzz/` runs for as long as one likes, here for a moment: the shipped documents and reports as they are, and with
//! something changed in them.

mod properties;

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;

use properties::judging::Documents;
use properties::{claims, extraction, frames, judging, reports};

/// The files of a folder in the repository.
fn files(folder: &str) -> Vec<Vec<u8>> {
    let entries = Path::new(folder).read_dir().expect("the folder can be read");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("it can be read")).collect()
}

/// What may happen to a file.
#[derive(Debug, Clone)]
enum Change {
    Cut(Index, Index),
    Insert(Index, Vec<u8>),
    Copy(Index, Index, Index),
    Flip(Index, u8),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let between = |a: &Index, b: &Index| {
            let (a, b) = (a.index(bytes.len() + 1), b.index(bytes.len() + 1));
            a.min(b)..a.max(b)
        };
        match self {
            Change::Cut(from, to) => drop(bytes.drain(between(from, to))),
            Change::Insert(at, new) => {
                let at = at.index(bytes.len() + 1);
                bytes.splice(at..at, new.iter().copied()).for_each(drop);
            }
            Change::Copy(from, to, at) => {
                let copied = bytes[between(from, to)].to_vec();
                let at = at.index(bytes.len() + 1);
                bytes.splice(at..at, copied).for_each(drop);
            }
            Change::Flip(at, bits) if !bytes.is_empty() => {
                let at = at.index(bytes.len());
                bytes[at] ^= bits;
            }
            Change::Flip(..) => {}
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    let bytes = prop_oneof![
        prop::sample::select(&["```", "\n", "> ", "    ", "# ", "é", "\r", "(", "\"", "{", "0", "-"][..])
            .prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 1..6),
    ];
    prop_oneof![
        1 => (at(), at()).prop_map(|(from, to)| Change::Cut(from, to)),
        3 => (at(), bytes).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        1 => (at(), at(), at()).prop_map(|(from, to, at)| Change::Copy(from, to, at)),
        2 => (at(), 1..=255_u8).prop_map(|(at, bits)| Change::Flip(at, bits)),
    ]
}

/// Files of a folder with something changed in them.
fn changed(folder: &str) -> impl Strategy<Value = Vec<u8>> + use<> {
    let changes = prop::collection::vec(change(), 1..6);
    (prop::sample::select(files(folder)), changes).prop_map(|(mut bytes, changes)| {
        changes.iter().for_each(|change| change.apply(&mut bytes));
        bytes
    })
}

#[test]
fn the_shipped_files_keep_what_holds_of_any() {
    let documents = files("snippets");
    documents.iter().for_each(|bytes| claims::check(bytes));
    documents.iter().for_each(|bytes| extraction::check(bytes));
    files("expected").iter().for_each(|bytes| reports::check(bytes));
}

/// What fuzzing has found.
#[test]
fn what_was_found_stays_mended() {
    // The places in a transcript's code are none of the transcript's text.
    claims::check(
        "```python\n>>> s = '漢漢漢漢'\n>>> from fractions import Fraction\n```\n\n```python\nFraction(1, 2)\n```\n"
            .as_bytes(),
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_extracted(bytes in changed("snippets")) {
        extraction::check(&bytes);
    }

    #[test]
    fn any_document_is_read_and_planned(bytes in changed("snippets")) {
        claims::check(&bytes);
    }

    #[test]
    fn any_frame_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let length = u32::try_from(bytes.len()).expect("it is short").to_be_bytes();
        frames::check(&[&length[..], &bytes].concat());
        frames::check(&bytes);
    }

    #[test]
    fn any_report_is_read_or_refused(bytes in changed("expected")) {
        reports::check(&bytes);
    }
}

#[test]
fn any_observations_are_judged() {
    let documents = Documents::read(Path::new("snippets"));
    let config = ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(bytes in prop::collection::vec(any::<u8>(), 0..2_000))| judging::check(&documents, &bytes));
}

/// One byte chooses a document, and nothing is left to say what was seen of it.
#[test]
fn nothing_seen_decides_nothing() {
    let documents = Documents::read(Path::new("snippets"));
    (0..=u8::MAX).for_each(|byte| judging::check(&documents, &[byte]));
}
