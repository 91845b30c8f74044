//! Claims that agree only by a rule that is off.

use super::agree::Agreement;
use super::{Finding, Place, Verdict};
use crate::judge::compare::Rules;

impl Place<'_> {
    /// An agreement's rules, where all of them are on.
    pub(super) fn allowed(&self, rules: Option<Rules>) -> Option<Rules> {
        rules.filter(|rules| rules.is_disjoint(self.off))
    }

    /// What there is to say of a claim that fails, and would hold with all rules on. A text that need not be a claim does
    /// not fail for that; but it is no longer passed over, since something agrees with it.
    pub(super) fn but_for_rules(&self, failing: Finding) -> Finding {
        let Some(best) = self.agrees_otherwise() else { return failing };
        let verdict = if failing.doubtful { Verdict::Undecidable } else { Verdict::Fails };
        let reason = needed(best.rules.intersection(self.off).map(|rule| rule.name()).collect());
        let Agreement { kind, actual, foretold, .. } = best;
        Finding { verdict, kind, actual, reason, foretold, doubtful: false, ..failing }
    }

    fn agrees_otherwise(&self) -> Option<Agreement> {
        let all_on = Rules::new();
        let place = Place::new(self.claim, self.check, self.seen, &all_on);
        if self.off.is_empty() { None } else { place.best().map(|(_, best)| best) }
    }
}

fn needed(off: Vec<&str>) -> String {
    match off.as_slice() {
        [one] => format!("agrees only by the rule `{one}`, which is off"),
        several => format!("agrees only by the rules `{}`, which are off", several.join("`, `")),
    }
}
