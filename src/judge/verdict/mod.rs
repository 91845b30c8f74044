//! One claim against one run: the place where a verdict is decided.

mod agree;
mod came;
mod directed;
mod doubt;
mod excuse;
mod instead;
mod lenient;
mod meant;
mod off;
mod pin;
mod siblings;
mod soft;
mod texts;
mod unseen;
mod versioned;

use super::Rule;
use super::blame::loss_before;
use super::compare::Rules;
use super::seen::Hit;
use super::{Came, Seen, Verdict};
use crate::claims::{Certainty, Claim, Kind, Reading};
use crate::plan::Check;
use crate::text::pythons::Pythons;
use agree::Agreement;
use doubt::Unsure;
pub use excuse::{Doubt, LetOff};
pub use lenient::rules_off;
pub use siblings::judge_all;
use soft::within;

/// What one run says about a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Never `Varies`.
    pub verdict: Verdict,
    /// The kind that decided.
    pub kind: Kind,
    /// Rules needed.
    pub rules: Rules,
    /// What happened.
    pub actual: String,
    /// Why it is undecidable, or how it differs.
    pub reason: String,
    /// What came instead, where it fails.
    pub came: Option<Came>,
    /// What is missing.
    pub needs: Vec<String>,
    /// Type and message of the exception that the claim foretold.
    pub foretold: Option<(String, String)>,
    /// Whether the wider reading of the text decided.
    pub whole: bool,
    /// Whether the text is a claim only if it agrees somewhere.
    pub doubtful: bool,
    /// Whether it is doubtful for nothing but its words, so that others like it may show that it is a claim.
    pub swayable: bool,
    /// Whether its author says that it is not to be decided.
    pub excused: bool,
    /// The failure that it would be, but for a doubt that other results may end.
    pub let_off: Option<LetOff>,
}

impl Finding {
    /// Makes it the failure that it would be without its doubt.
    pub fn no_longer_let_off(&mut self) {
        if let Some(LetOff { reason, doubtful, .. }) = self.let_off.take() {
            (self.verdict, self.reason, self.doubtful) = (Verdict::Fails, reason, doubtful);
            self.needs.clear();
        }
    }
}

/// Judges a claim on one run, without the rules that are `off`. A doubtful finding that does not hold is to be dropped
/// unless another run makes it hold.
fn judge(place: &Place<'_>) -> Finding {
    let finding = place
        .skipped()
        .or_else(|| place.expected())
        .or_else(|| place.malformed())
        .or_else(|| place.on_another())
        .or_else(|| place.holds())
        .or_else(|| place.since_another())
        .or_else(|| place.unseen());
    place.as_intended(finding.unwrap_or_else(|| place.fails()))
}

/// The rules by which one reading of a claim agrees; `None` where it does not.
pub fn agreement(claim: &Claim, check: &Check, seen: &Seen<'_>, index: usize, reading: &Reading) -> Option<Rules> {
    let none_off = Rules::new();
    let place = Place::new(claim, check, seen, &none_off);
    let allowed = || place.within_orders().filter(|(found, _)| *found == reading).map(|(_, agreement)| agreement);
    place.agrees(index, reading).or_else(allowed).map(|agreement| agreement.rules)
}

struct Place<'a> {
    claim: &'a Claim,
    check: &'a Check,
    seen: &'a Seen<'a>,
    /// No agreement may need one of them.
    off: &'a Rules,
    hits: Vec<Hit<'a>>,
}

impl<'a> Place<'a> {
    fn new(claim: &'a Claim, check: &'a Check, seen: &'a Seen<'a>, off: &'a Rules) -> Self {
        Self { claim, check, seen, off, hits: seen.hits(check, claim.subject_line) }
    }

    fn finding(&self, verdict: Verdict, actual: String, reason: String) -> Finding {
        Finding {
            verdict,
            kind: self.claim.kind,
            rules: Rules::new(),
            actual,
            reason,
            came: None,
            needs: Vec::new(),
            foretold: None,
            whole: false,
            doubtful: self.claim.certainty <= Certainty::Possible,
            swayable: false,
            excused: false,
            let_off: None,
        }
    }

    /// The reading that agrees with the fewest rules.
    fn best(&self) -> Option<(&Reading, Agreement)> {
        let readings = self.claim.readings.iter().enumerate();
        let agreements = readings.filter_map(|(index, reading)| Some((reading, self.agrees(index, reading)?)));
        let allowed = agreements.filter(|(_, agreement)| agreement.rules.is_disjoint(self.off));
        allowed.min_by_key(|(_, agreement)| agreement.rules.len()).or_else(|| self.within_orders())
    }

    fn holds(&self) -> Option<Finding> {
        let (reading, best) = self.best()?;
        let by_address = best.rules.contains(&Rule::Address) || best.rules.contains(&Rule::Ellipsis);
        if !by_address && self.is_slip_at_large() {
            return None;
        }
        let whole = reading.text().is_some_and(|text| self.is_whole(text));
        let finding = self.finding(Verdict::Holds, best.actual, within(reading));
        Some(Finding { kind: best.kind, rules: best.rules, foretold: best.foretold, whole, doubtful: false, ..finding })
    }

    fn is_whole(&self, text: &str) -> bool {
        self.claim.whole.as_ref().is_some_and(|whole| whole.claimed == text)
    }

    /// The version that the claim's own words or those around it speak of, where another one ran.
    fn other_python(&self) -> Option<Pythons> {
        if !self.claim.on.is_empty() {
            return None;
        }
        let comment = self.claim.whole.as_ref().map_or(self.claim.tail.as_str(), |whole| &whole.claimed);
        // `done  (3.11 and later)`: a bracket may be part of the result, or not.
        let bracket =
            self.claim.claimed.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|(_, inside)| inside);
        let line = self.claim.subject_line;
        self.seen.other_python(comment, line).or_else(|| self.seen.other_python(bracket?, line))
    }

    /// Nothing agrees, and there was something to see.
    fn fails(&self) -> Finding {
        let (actual, reason) =
            self.instead_of_pin().or_else(|| self.instead_of_soft()).unwrap_or_else(|| self.instead());
        if let Some(missing) = loss_before(self.seen, self.claim.subject_line).filter(|_| !self.is_slip()) {
            let finding = self.finding(Verdict::Undecidable, actual, missing.reason());
            return Finding { needs: vec![missing.need], ..finding };
        }
        let excuse = self.excuse(&actual);
        let near = self.near();
        let whole = near.is_some_and(|text| self.is_whole(text));
        let unsure = self.unsure(&actual, near);
        let failing = Finding {
            doubtful: unsure != Unsure::No,
            swayable: unsure == Unsure::OfWords,
            whole,
            came: self.came(),
            ..self.finding(Verdict::Fails, actual, reason)
        };
        match excuse {
            Some(excuse) => excuse.of(failing, self.claim.certainty <= Certainty::Possible),
            None => self.but_for_rules(failing),
        }
    }
}
