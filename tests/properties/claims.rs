//! What holds of the claims and the plan of every document.

use snipcheck::claims::{self, Claim};
use snipcheck::directives::{self, Directives};
use snipcheck::extract::{Document, Format, extract};
use snipcheck::plan::{self, Outline, Planned};
use snipcheck::text::Source;
use snipcheck::wire::{Limits, Role};

use super::extraction::check_span;

/// Reads the bytes as a document, and plans it.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for format in [Format::Markdown, Format::Mdx] {
        check_document(&extract(Source::new("a.md", text.as_ref()), format));
    }
}

fn check_document(document: &Document) {
    let modules = plan::modules(document);
    let claims = claims::find(document, &modules);
    claims.iter().for_each(|claim| check_claim(document, claim));
    assert!(claims.is_sorted_by_key(|claim| claim.span.start), "claims are in the order of their places");
    let outline = Outline::new(document, &modules, &claims, directed(document));
    let planned = |unit| plan::plan(document, &modules, &claims, &outline, &Limits::default(), unit);
    let jobs: Vec<Planned> = outline.units(document).map(planned).collect();
    check_plan(document, &claims, &jobs);
    jobs.iter().for_each(|planned| _ = plan::needs(planned, &modules));
}

/// Directives are what they are in the document, and lie in it.
fn directed(document: &Document) -> Directives {
    let directives = directives::read(document);
    for said in &directives.said {
        check_span(&document.source.text, said.span);
        assert_eq!(said.span.of(&document.source.text), said.text);
    }
    directives.mistakes.iter().for_each(|mistake| check_span(&document.source.text, mistake.span));
    directives.foreign.iter().for_each(|foreign| check_span(&document.source.text, foreign.span));
    directives
}

fn check_claim(document: &Document, claim: &Claim) {
    check_span(&document.source.text, claim.span);
    claim.whole.iter().for_each(|whole| check_span(&document.source.text, whole.span));
    assert!(!claim.readings.is_empty(), "a claim says something: {claim:?}");
    assert!(claim.block.is_none_or(|block| block < document.blocks.len()));
    assert!(claim.subject_line >= 1 && claim.subject_line <= document.source.lines.count());
}

fn check_plan(document: &Document, claims: &[Claim], jobs: &[Planned]) {
    let mut looked_at = vec![0; claims.len()];
    for (at, planned) in jobs.iter().enumerate() {
        assert!(planned.block.is_none_or(|block| block == at), "one job for each block, in order");
        check_job(document, planned);
        for check in &planned.checks {
            looked_at[check.claim] += 1;
            assert_eq!(claims[check.claim].block, planned.block);
            check_probe(claims, planned, check);
        }
    }
    assert!(looked_at.iter().all(|&times| times == 1), "each claim is looked at in one job: {looked_at:?}");
}

fn check_job(document: &Document, planned: &Planned) {
    let index = planned.block.unwrap_or(document.blocks.len());
    assert!(planned.uses.is_sorted() && planned.uses.iter().all(|&used| used < index), "context comes before");
    assert!(planned.guesses.iter().all(|guess| planned.uses.contains(guess)));
    let (subject, context) = planned.job.parts.split_last().expect("a job has a subject");
    assert!(subject.role == Role::Subject && context.iter().all(|part| part.role == Role::Context));
    // Hidden code may come before each of them, and before the block itself.
    let (fewest, most) = (planned.uses.len(), 2 * planned.uses.len() + 1);
    assert!((fewest..=most).contains(&context.len()), "each earlier block is there, and hidden code at most beside it");
    let lines = document.source.lines.count() + 1;
    let mut entries = planned.job.parts.iter().flat_map(|part| &part.entries);
    assert!(entries.all(|entry| (1..=lines).contains(&(entry.line as usize))));
}

/// The place and the expressions that a check names are in the job.
fn check_probe(claims: &[Claim], planned: &Planned, check: &plan::Check) {
    let Some(id) = check.probe else { return assert!(check.exprs.is_empty()) };
    let probe = planned.job.probes.iter().find(|probe| probe.id == id).expect("the probe is asked for");
    for &(reading, expr) in &check.exprs {
        assert!(reading < claims[check.claim].readings.len() && (expr as usize) < probe.exprs.len());
    }
}
