//! Whether what a job shows is a fact of its code, or of the moment in which it runs.

use crate::claims::{Claim, Reading, reads_clock};
use crate::wire::Job;

/// What gives another result each time.
const CHANCE: [&str; 5] = ["random", "secrets.", "urandom", "uuid1(", "uuid4("];
/// What makes chance repeat itself, with an argument.
const SEEDS: [&str; 3] = ["seed(", "Random(", "default_rng("];

/// Whether another run of the job would show the same: it asks no clock, leaves nothing to chance, and none of the claims
/// about it is about how long it takes. Goes by the looks of the code: what a function does that is only called is not seen.
pub fn is_lasting<'a>(job: &Job, mut claims: impl Iterator<Item = &'a Claim>) -> bool {
    let texts = || job.parts.iter().flat_map(|part| &part.entries).map(|entry| entry.text.as_str());
    let by_chance = texts().any(|text| CHANCE.iter().any(|word| text.contains(word))) && !texts().any(is_seeded);
    !by_chance && !texts().any(reads_clock) && !claims.any(is_timed)
}

fn is_timed(claim: &Claim) -> bool {
    claim.readings.iter().any(|reading| matches!(reading, Reading::Takes { .. }))
}

fn is_seeded(text: &str) -> bool {
    let arguments =
        |seed| text.match_indices(seed).map(|(at, seed): (usize, &str)| text[at + seed.len()..].trim_start());
    SEEDS.into_iter().flat_map(arguments).any(|argument| !argument.starts_with(')'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{Entry, Limits, Part, Role};

    #[test]
    fn clocks_and_chance_are_of_the_moment() {
        let check = |code: &str, expect: bool| {
            let entry = Entry { line: 1, text: code.into(), interactive: false, watched: None };
            let parts = vec![Part { role: Role::Subject, entries: vec![entry] }];
            let (probes, limits) = (Vec::new(), Limits::default());
            let job = Job { id: 0, file: "a.md".into(), parts, probes, limits, preload: Vec::new() };
            assert_eq!(is_lasting(&job, std::iter::empty()), expect, "{code}");
        };
        check("print(1)", true);
        check("import time; time.sleep(1)", true);
        check("print(time.time())", false);
        check("datetime.now().year", false);
        check("date(2024, 1, 1).strftime('%d')", true);
        check("random.random()", false);
        check("random.seed()\nrandom.random()", false);
        check("random.seed(42)\nrandom.random()", true);
        check("rng = random.Random(7)\nrng.random()", true);
        check("np.random.default_rng(0).normal()", true);
        check("uuid.uuid4()", false);
        check("uuid.uuid5(uuid.NAMESPACE_DNS, 'a')", true);
        check("secrets.token_hex()", false);
    }
}
