//! Pins: an author's own expression, which must be true.

use super::agree::Agreement;
use super::{Finding, Place, Verdict};
use crate::claims::{Form, Reading};
use crate::judge::compare::Rules;
use crate::judge::outcome::summary;

impl Place<'_> {
    /// A pin that is no Python fails before anything is looked at.
    pub(super) fn malformed(&self) -> Option<Finding> {
        self.claim.readings.iter().find_map(|reading| match reading {
            Reading::Malformed(why) => Some(self.finding(Verdict::Fails, why.clone(), "no expression".into())),
            _ => None,
        })
    }

    /// Whether the expression was true.
    pub(super) fn pinned(&self, index: usize) -> Option<Agreement> {
        let compared = self.compared(index)?;
        let shown = compared.strip_prefix('+')?;
        Some(self.agreement(self.claim.kind, Rules::new(), shown))
    }

    /// Both sides of a pin that is not true, or the exception that kept it from being evaluated.
    pub(super) fn instead_of_pin(&self) -> Option<(String, String)> {
        if self.claim.form != Form::Pin {
            return None;
        }
        let raised = self.seen.evaluated(self.check, 0).into_iter().find_map(|seen| seen.raised);
        match (raised, self.compared(0)) {
            (Some(raised), _) => Some((summary(raised), "raised".into())),
            (None, compared) => Some((compared.unwrap_or_default().trim_start_matches('-').into(), "value".into())),
        }
    }

    fn compared(&self, index: usize) -> Option<String> {
        let evaluated = self.seen.evaluated(self.check, index);
        let value = evaluated.first()?.value?;
        Some(value.text.clone().unwrap_or_else(|| value.repr.clone()))
    }
}
