//! Claims that name the versions of Python that they speak of: of others they say nothing.

use super::agree::Agreement;
use super::{Finding, Place};
use crate::claims::Reading;
use crate::judge::Verdict;
use crate::judge::compare::Rules;
use crate::judge::outcome::summary;
use crate::text::pythons::Version;

impl Place<'_> {
    /// A claim of other versions than the one that ran.
    pub(super) fn on_another(&self) -> Option<Finding> {
        let first = self.claim.on.first()?;
        let version = self.seen.version();
        if self.claim.on.iter().any(|pythons| pythons.include(version)) {
            return None;
        }
        let finding = self.finding(Verdict::Undecidable, String::new(), format!("the text speaks of {first}"));
        Some(Finding { needs: first.need().into_iter().collect(), ..finding })
    }

    /// "new in 3.11": it can be imported from there on, and not before.
    pub(super) fn is_there_since(&self, first: Version) -> Option<Agreement> {
        let missing = self.is_missing()?;
        let actual = self.hits.iter().find_map(|hit| hit.raised).map_or_else(String::new, summary);
        (missing == (self.seen.version() < first)).then(|| self.agreement(self.claim.kind, Rules::new(), &actual))
    }

    /// "new in 3.11" of what was there before, or is not there yet.
    pub(super) fn since_another(&self) -> Option<Finding> {
        let [Reading::Since(_)] = self.claim.readings.as_slice() else { return None };
        let actual = match self.is_missing()? {
            true => self.hits.iter().find_map(|hit| hit.raised).map_or_else(String::new, summary),
            false => "it can be imported".to_owned(),
        };
        let reason = if self.is_missing()? { "raised" } else { "no exception" };
        Some(self.finding(Verdict::Fails, actual, reason.into()))
    }

    /// Whether the import failed for what it names; none where it did not run, or failed for another reason.
    fn is_missing(&self) -> Option<bool> {
        let hit = self.hits.first()?;
        match hit.raised {
            None => Some(false),
            Some(raised) => raised.bases.iter().any(|base| base == "ImportError").then_some(true),
        }
    }
}
