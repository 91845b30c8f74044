//! Directives that decide: `expect-error`, which claims something of the whole block, and `intended`.

use super::agree::Agreement;
use super::{Finding, Place, Verdict};
use crate::claims::{Form, Reading};
use crate::judge::blame::missing_behind;
use crate::judge::compare::Rules;
use crate::judge::outcome::summary;

/// Why a claim that fails is left alone.
const INTENDED: &str = "the author means it to be so";

impl Place<'_> {
    /// A line of a transcript that its author does not let run.
    pub(super) fn skipped(&self) -> Option<Finding> {
        let lines = &self.seen.planned().orders.lines.skipped;
        let is_skipped = self.claim.form == Form::Repl && lines.contains(&self.claim.subject_line);
        let finding = || self.finding(Verdict::Undecidable, String::new(), "the author skips this line".into());
        is_skipped.then(|| Finding { excused: true, ..finding() })
    }

    /// What fails, and is meant to by its author, is left undecided.
    pub(super) fn as_intended(&self, finding: Finding) -> Finding {
        let whole = self.claim.whole.as_ref().map(|whole| whole.claimed.as_str());
        let intends = |text: &str| self.seen.planned().orders.intends(text);
        let meant = intends(&self.claim.claimed) || whole.is_some_and(intends);
        if !meant || finding.verdict != Verdict::Fails && finding.let_off.is_none() {
            return finding;
        }
        Finding { verdict: Verdict::Undecidable, reason: INTENDED.into(), excused: true, let_off: None, ..finding }
    }

    /// Whether the block raised what a directive says; `None` for a claim of another form.
    pub(super) fn expected(&self) -> Option<Finding> {
        if self.claim.form != Form::Directive {
            return None;
        }
        let holds = self.claim.readings.iter().find_map(|reading| self.raised_as_expected(reading));
        Some(holds.map_or_else(
            || self.unexpected(),
            |best| Finding {
                rules: best.rules,
                foretold: best.foretold,
                ..self.finding(Verdict::Holds, best.actual, String::new())
            },
        ))
    }

    fn raised_as_expected(&self, reading: &Reading) -> Option<Agreement> {
        let Reading::Raises { type_name, message } = reading else { return None };
        if type_name != "BaseException" {
            let mut raised = self.seen.raised_at_all().into_iter();
            return raised.find_map(|raised| self.is_exception(raised, type_name, message.as_deref()));
        }
        // Any exception will do, by no rule; but what is merely missing here is none that anybody means.
        let meant = self.seen.raised_at_all().into_iter().find(|one| missing_behind(self.seen, one).is_none())?;
        let foretold = Some((meant.type_name.clone(), meant.message.clone()));
        Some(Agreement { foretold, ..self.agreement(self.claim.kind, Rules::new(), &summary(meant)) })
    }

    /// Nothing was raised, or something else.
    fn unexpected(&self) -> Finding {
        let raised = self.seen.raised_at_all();
        if let Some((raised, missing)) = raised.iter().find_map(|one| Some((one, missing_behind(self.seen, one)?))) {
            let finding = self.finding(Verdict::Undecidable, summary(raised), missing.reason());
            return Finding { needs: vec![missing.need], ..finding };
        }
        match (raised.first(), self.ended_early()) {
            (Some(raised), _) => self.finding(Verdict::Fails, summary(raised), "raised".into()),
            (None, Some((reason, needs))) => {
                Finding { needs, ..self.finding(Verdict::Undecidable, String::new(), reason) }
            }
            (None, None) => self.finding(Verdict::Fails, String::new(), "no exception".into()),
        }
    }
}
