//! What each stage costs that runs nothing: extraction, claims, planning, judging and the report, by the length of the
//! document. What running costs is measured from outside, by `bench/run.py`.
//!
//! `cargo bench`; `cargo bench -- judging` for one stage. Judging answers from a record that is made before by the real
//! pool, on `python3`.

mod document;
mod record;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use snipcheck::claims;
use snipcheck::discover::documents::Loaded;
use snipcheck::extract::{self, Document, Format};
use snipcheck::flow;
use snipcheck::plan::{self, Outline};
use snipcheck::report::json;
use snipcheck::report::terminal::{self, Options, Texts};
use snipcheck::text::Source;
use snipcheck::wire::Limits;

use document::document;
use record::Record;

/// Blocks of a document.
const SIZES: [usize; 3] = [10, 100, 1_000];

fn main() {
    divan::main();
}

fn source(blocks: usize) -> Source {
    Source::new("bench.md", document(blocks))
}

fn extracted(blocks: usize) -> Document {
    extract::extract(source(blocks), Format::Markdown)
}

#[divan::bench(args = SIZES)]
fn extraction(bencher: Bencher<'_, '_>, blocks: usize) {
    let source = source(blocks);
    let counted = bencher.counter(BytesCount::of_str(&source.text)).counter(ItemsCount::new(blocks));
    counted.with_inputs(|| source.clone()).bench_values(|source| extract::extract(source, Format::Markdown));
}

/// Reading the blocks as Python.
#[divan::bench(args = SIZES)]
fn syntax(bencher: Bencher<'_, '_>, blocks: usize) {
    let document = extracted(blocks);
    let code: usize = document.blocks.iter().map(|block| block.code.text.len()).sum();
    bencher.counter(BytesCount::new(code)).counter(ItemsCount::new(blocks)).bench(|| plan::modules(&document));
}

#[divan::bench(args = SIZES)]
fn claims(bencher: Bencher<'_, '_>, blocks: usize) {
    let document = extracted(blocks);
    let modules = plan::modules(&document);
    let counted = bencher.counter(BytesCount::of_str(&document.source.text)).counter(ItemsCount::new(blocks));
    counted.bench(|| claims::find(&document, &modules));
}

#[divan::bench(args = SIZES)]
fn planning(bencher: Bencher<'_, '_>, blocks: usize) {
    let document = extracted(blocks);
    let modules = plan::modules(&document);
    let claims = claims::find(&document, &modules);
    let limits = Limits::default();
    let all = || {
        let outline = Outline::new(&document, &modules, &claims, Default::default());
        let planned = |unit| plan::plan(&document, &modules, &claims, &outline, &limits, unit);
        outline.units(&document).map(planned).collect::<Vec<_>>()
    };
    bencher.counter(ItemsCount::new(blocks)).bench(all);
}

/// The flow from the plan on, all answers taken from the record.
#[divan::bench(args = SIZES)]
fn judging(bencher: Bencher<'_, '_>, blocks: usize) {
    let record = Record::of(loaded(blocks));
    bencher.counter(ItemsCount::new(blocks)).bench(|| record.judge());
}

#[divan::bench(args = SIZES)]
fn rendering(bencher: Bencher<'_, '_>, blocks: usize) {
    let record = Record::of(loaded(blocks));
    let report = record.judge();
    let source = &record.prepared.document.source;
    let texts: Texts<'_> = [(source.path.as_str(), source.text.as_str())].into();
    bencher
        .counter(ItemsCount::new(blocks))
        .bench(|| (json::write(&report), terminal::render(&report, &texts, Options::default())));
}

fn loaded(blocks: usize) -> Loaded {
    Loaded { source: source(blocks), format: Format::Markdown, sha256: String::new() }
}

/// All that happens before a document runs.
#[divan::bench(args = SIZES)]
fn prepare(bencher: Bencher<'_, '_>, blocks: usize) {
    let loaded = loaded(blocks);
    let counted = bencher.counter(BytesCount::of_str(&loaded.source.text)).counter(ItemsCount::new(blocks));
    counted.with_inputs(|| loaded.clone()).bench_values(|loaded| flow::prepare(loaded, &Limits::default(), &|_| true));
}
