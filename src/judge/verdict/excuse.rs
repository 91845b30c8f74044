//! Why a difference proves nothing: the text, the names or the machine may be others than those that were tried.

use super::{Finding, Place};
use crate::claims::{Kind, Strength};
use crate::judge::Verdict;
use crate::text::pythons::Pythons;

/// A difference that is let off for a doubt which other results may end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetOff {
    /// In what it differs.
    pub reason: String,
    /// Whether the text is a claim only if it agrees somewhere.
    pub doubtful: bool,
    /// What is doubted.
    pub doubt: Doubt,
}

/// What may be otherwise than it was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// What the words mean.
    Words,
    /// What the names stand for, which another section defines.
    Names,
    /// The version of Python.
    Version(Pythons),
}

/// Why a difference is no failure.
pub(super) struct Excuse {
    reason: String,
    needs: Vec<String>,
    /// What other results may settle.
    doubt: Option<Doubt>,
}

impl Excuse {
    fn lasting(reason: &str) -> Self {
        Self { reason: reason.to_owned(), needs: Vec::new(), doubt: None }
    }

    fn doubting(reason: String, doubt: Option<Doubt>) -> Self {
        Self { reason, needs: Vec::new(), doubt }
    }

    /// The finding that would be a failure without this.
    pub(super) fn of(self, failing: Finding, possible: bool) -> Finding {
        let Finding { reason, doubtful, .. } = failing;
        Finding {
            verdict: Verdict::Undecidable,
            reason: self.reason,
            needs: self.needs,
            doubtful: possible,
            let_off: self.doubt.map(|doubt| LetOff { reason, doubtful, doubt }),
            ..failing
        }
    }
}

impl Place<'_> {
    /// What excuses a claim with which nothing agrees. `actual`: what came instead.
    pub(super) fn excuse(&self, actual: &str) -> Option<Excuse> {
        self.of_words().or_else(|| self.of_machine(actual)).or_else(|| self.of_names()).or_else(|| self.of_version())
    }

    fn of_words(&self) -> Option<Excuse> {
        let doubt = (self.claim.strength == Strength::Exact).then_some(Doubt::Words);
        self.open().map(|reason| Excuse::doubting(reason, doubt))
    }

    /// A clock may show another number, but what its type is, and what may be done with it, is the same everywhere.
    fn of_machine(&self, actual: &str) -> Option<Excuse> {
        let own = self.claim.from_outside && self.claim.kind != Kind::Type || self.is_elsewhere(actual);
        own.then(|| Excuse::lasting("only a clock or the author's machine could tell"))
    }

    /// The names are surely those that are meant where what came is what is claimed, but for a slip of the pen.
    fn of_names(&self) -> Option<Excuse> {
        let guessed = self.seen.is_guessed_at(self.claim.subject_line, self.claim.form);
        let doubt = (!self.seen.planned().guesses.is_empty()).then_some(Doubt::Names);
        (guessed && !self.is_slip_of_pen())
            .then(|| Excuse::doubting("it uses names that another section defines".into(), doubt))
    }

    fn of_version(&self) -> Option<Excuse> {
        let other = self.other_python()?;
        let needs = other.need().into_iter().collect();
        Some(Excuse { needs, ..Excuse::doubting(format!("the text speaks of {other}"), Some(Doubt::Version(other))) })
    }
}
