//! What all directives of a block come to, and where they are at odds.
//!
//! Owns which one counts where several speak: the narrower scope, and of one scope the only one there may be.

use super::condition::Condition;
use super::directive::Directive;
use super::quota::Quota;
use super::values::{Attached, Expected, Lines, Tolerance};
use super::{Mistake, Said};
use crate::text::pythons::Version;

/// How a block is to run, in its author's words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Orders {
    /// Not at all, with the reason.
    pub skip: Option<String>,
    /// Not where one of these is true.
    pub skip_if: Vec<Condition>,
    /// Only where all of these are true.
    pub only: Vec<Condition>,
    /// It must end in this exception.
    pub expected: Option<Expected>,
    /// Hidden code that runs before it and its context, outermost first.
    pub setup: Vec<Lines>,
    /// How it stands to other blocks.
    pub bond: Bond,
    /// Not at all, since it needs these.
    pub needs: Vec<String>,
    /// Variables, by name; the last one of a name counts.
    pub env: Vec<(String, String)>,
    /// Files for it; the last one of a name counts.
    pub files: Vec<Attached>,
    /// How far its numbers may be from those claimed.
    pub tolerance: Option<Tolerance>,
    /// Its lines may come in any order.
    pub unordered: bool,
    /// Names of rules that do not apply to it.
    pub rules_off: Vec<String>,
    /// None applies.
    pub strict: bool,
    /// What is meant to fail: claims by their texts, or all.
    pub intended: Vec<Option<String>>,
    /// What is asked for lines of a transcript.
    pub lines: LineOrders,
    /// What it asks for, in the order in which later ones count.
    pub limits: Vec<(Quota, u64)>,
}

/// What is asked for lines of a transcript; each line by its prompt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineOrders {
    /// They do not run.
    pub skipped: Vec<usize>,
    /// Their numbers are compared as far as they are written.
    pub rounded: Vec<usize>,
    /// Of what they raise only the type counts.
    pub any_message: Vec<usize>,
}

/// How a block stands to the ones before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Bond {
    /// It gets those whose names it needs.
    #[default]
    Needed,
    /// It goes on where the block before it ended.
    Continues,
    /// It gets none.
    Isolated,
}

/// Why a block does not run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// In few words, for the run: `skip: needs a printer`.
    pub detail: String,
    /// In a sentence, for its claims.
    pub reason: String,
    /// What would be needed to run it; none where its author does not want it to run.
    pub needs: Vec<String>,
}

/// Whether a directive's text names the claim of a text: of one of several lines the words count.
pub fn means(text: &str, claimed: &str) -> bool {
    text.split_whitespace().eq(claimed.split_whitespace())
}

impl Orders {
    /// Settles the directives of a block, the widest scope first.
    pub fn settle<'a>(said: impl Iterator<Item = &'a Said>) -> Self {
        let mut orders = Self::default();
        said.for_each(|said| orders.take(said.directive.clone()));
        orders
    }

    fn take(&mut self, directive: Directive) {
        match directive {
            Directive::Skip(reason) => self.skip = Some(reason),
            Directive::SkipIf(condition) => self.skip_if.push(condition),
            Directive::Only(condition) => self.only.push(condition),
            Directive::ExpectError(expected) => self.expected = Some(expected),
            Directive::Setup(lines) => self.setup.push(lines),
            Directive::Continue => self.bond = Bond::Continues,
            Directive::Isolate => self.bond = Bond::Isolated,
            Directive::Limit(quota, wanted) => self.limits.push((quota, wanted)),
            Directive::Tolerance(tolerance) => self.tolerance = Some(tolerance),
            Directive::Unordered => self.unordered = true,
            Directive::WithoutRule(name) => self.rules_off.push(name),
            Directive::Strict => self.strict = true,
            Directive::Intended(text) => self.intended.push(text),
            Directive::Needs(need) => self.needs.push(need),
            Directive::Env(name, value) => {
                self.env.retain(|(other, _)| *other != name);
                self.env.push((name, value));
            }
            Directive::File(file) => {
                self.files.retain(|other| other.name != file.name);
                self.files.push(file);
            }
        }
    }

    /// Whether all that fails is meant to.
    pub fn intends_all(&self) -> bool {
        self.intended.contains(&None)
    }

    /// Whether a claim of this text is meant to fail.
    pub fn intends(&self, claimed: &str) -> bool {
        self.intended.iter().any(|text| text.as_ref().is_none_or(|text| means(text, claimed)))
    }

    /// Whether it runs on some interpreters alone.
    pub fn is_for_some(&self) -> bool {
        !self.skip_if.is_empty() || !self.only.is_empty()
    }

    /// Makes it run only where a block runs that it builds on.
    pub fn run_where(&mut self, earlier: &Self) {
        self.skip_if.extend(earlier.skip_if.iter().cloned());
        self.only.extend(earlier.only.iter().cloned());
    }

    /// Whether it runs on no interpreter.
    pub fn never_runs(&self) -> bool {
        let skipped = self.skip_if.iter().any(|condition| condition.everywhere() == Some(true));
        let missed = self.only.iter().any(|condition| condition.everywhere() == Some(false));
        self.skip.is_some() || !self.needs.is_empty() || skipped || missed
    }

    /// Why it does not run on an interpreter of this version; `None` where it does.
    pub fn held(&self, version: Version) -> Option<Held> {
        if let Some(reason) = &self.skip {
            let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
            let (detail, reason) = (format!("skip{reason}"), format!("the author skips this block{reason}"));
            return Some(Held { detail, reason, needs: Vec::new() });
        }
        if !self.needs.is_empty() {
            let (detail, needs) = (self.needs.join(", "), self.needs.clone());
            return Some(Held { reason: format!("needs {detail}"), detail, needs });
        }
        let held = |detail: String| Held {
            reason: format!("the author runs this block elsewhere: {detail}"),
            detail,
            needs: Vec::new(),
        };
        let skipped = self.skip_if.iter().find(|condition| condition.holds(version));
        let missed = self.only.iter().find(|condition| !condition.holds(version));
        let skipped = skipped.map(|condition| held(format!("skip-if={condition}")));
        skipped.or_else(|| missed.map(|condition| held(format!("only={condition}"))))
    }
}

/// What contradicts itself among directives of one scope.
pub fn contradictions(said: &[&Said]) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    for (at, one) in said.iter().enumerate() {
        let ours = |said: &Said| said.tool.is_none();
        for other in said[..at].iter().filter(|other| other.scope == one.scope && ours(other) && ours(one)) {
            mistakes.extend(clash(other, one));
        }
    }
    mistakes
}

fn clash(first: &Said, second: &Said) -> Option<Mistake> {
    let (one, other) = (&first.directive, &second.directive);
    let name = |said: &Said| said.text.split('=').next().unwrap_or_default().to_owned();
    let message = if one.contradicts(other) || other.contradicts(one) {
        format!("`{}` and `{}` contradict each other: take one of them out", name(first), name(second))
    } else if name(first) == name(second) && !one.adds_up() {
        format!("`{}` is said twice: take one of them out", name(first))
    } else {
        return None;
    };
    Some(Mistake { span: second.span, message })
}
