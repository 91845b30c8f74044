//! Why there is nothing to hold a claim against: not reached, not evaluated, something missing.

use super::{Finding, Place};
use crate::claims::{Certainty, Form, Kind, Reading};
use crate::judge::Verdict;
use crate::judge::blame::{beyond, missing_behind};
use crate::judge::limit::Limit;
use crate::judge::outcome::summary;
use crate::judge::seen::Evaluated;
use crate::wire::{Ended, Raised};

impl Place<'_> {
    /// Why there is nothing to compare with; `None` where there is.
    pub(super) fn unseen(&self) -> Option<Finding> {
        let evaluates = self.claim.readings.iter().any(|reading| matches!(reading, Reading::Evaluates { .. }));
        if evaluates || matches!(self.claim.form, Form::Prose | Form::Pin) {
            return self.unevaluated();
        }
        let whole_block = self.claim.form == Form::Output;
        let of_hits = self.hits.iter().find_map(|hit| hit.raised);
        // A block that is no Python printed nothing that its output could be held against.
        let refused = |raised: &&Raised| whole_block && self.claim.kind != Kind::Raises && is_refusal(raised);
        if let Some(raised) = of_hits.filter(|raised| !refused(raised)) {
            if self.is_slip() {
                return None;
            }
            return missing_behind(self.seen, raised).map(|missing| {
                let finding = self.finding(Verdict::Undecidable, summary(raised), missing.reason());
                Finding { needs: vec![missing.need], ..finding }
            });
        }
        let ended_early = self.ended_early();
        if whole_block && ended_early.is_none() || !whole_block && !self.hits.is_empty() {
            return None;
        }
        let (reason, needs) = ended_early.unwrap_or_else(|| ("the statement was not reached".into(), Vec::new()));
        let finding = self.finding(Verdict::Undecidable, String::new(), reason);
        // Beside code that is never called, only what is surely a claim is worth a word.
        let doubtful = finding.doubtful || self.claim.repeats && self.claim.certainty < Certainty::Sure;
        Some(Finding { needs, doubtful, ..finding })
    }

    /// Running text: the expression must have been evaluated, with all its names.
    fn unevaluated(&self) -> Option<Finding> {
        let evaluated: Vec<Evaluated<'_>> =
            (0..self.claim.readings.len()).flat_map(|i| self.seen.evaluated(self.check, i)).collect();
        let undecided = |reason: String, needs| {
            Some(Finding { needs, ..self.finding(Verdict::Undecidable, String::new(), reason) })
        };
        let Some(first) = evaluated.first() else {
            let (reason, needs) = self.ended_early().unwrap_or_else(|| ("it was not evaluated".into(), Vec::new()));
            return undecided(reason, needs);
        };
        let pinned = self.claim.form == Form::Pin;
        match first.raised {
            Some(raised) if !pinned && (is_refusal(raised) || raised.bases.iter().any(|base| base == "NameError")) => {
                let needs = raised.missing.iter().map(|name| format!("name:{name}")).collect();
                undecided(summary(raised), needs)
            }
            // An author's own expression is no sketch: its mistakes are findings.
            Some(raised) if pinned && raised.bases.iter().any(|base| base == "NameError") => None,
            Some(raised) if raised.type_name == "EOFError" => {
                undecided("needs terminal".into(), vec!["terminal".into()])
            }
            Some(raised) if !pinned && self.is_sketch(raised) => {
                undecided(format!("it may be a sketch of a call: {}", summary(raised)), Vec::new())
            }
            Some(raised) => missing_behind(self.seen, raised)
                .and_then(|missing| undecided(missing.reason(), vec![missing.need.clone()])),
            None => None,
        }
    }

    /// `list.sort()` returns `None`: a call without its object or its arguments, as texts write it, is a `TypeError`.
    /// Where an exception is foretold, only the lack of an object or of all arguments makes it one.
    fn is_sketch(&self, raised: &Raised) -> bool {
        let bare = |reading: &Reading| matches!(reading, Reading::Evaluates { expr, .. } if expr.ends_with("()"));
        let lacking =
            || lacks_object(&raised.message) || self.claim.readings.iter().any(bare) && lacks_all(&raised.message);
        raised.bases.iter().any(|base| base == "TypeError") && (self.claim.kind != Kind::Raises || lacking())
    }

    /// What ended the run before its end, with the needs that it names.
    pub(super) fn ended_early(&self) -> Option<(String, Vec<String>)> {
        match &self.seen.observation().ended {
            Ended::Finished => {}
            Ended::Exit(status) => return Some((format!("the block left with status {status}"), Vec::new())),
            Ended::Signal(signal) => return Some((format!("signal {signal} ended the block"), Vec::new())),
            Ended::Lost(reason) => return Some((reason.clone(), Vec::new())),
            limited => {
                let missing = beyond(Limit::of_ending(limited)?, &self.seen.planned().job.limits);
                return Some((missing.reason(), vec![missing.need]));
            }
        }
        // One that a claim foretells ends nothing.
        let left = self.seen.raised().into_iter().rfind(|(_, raised)| !self.seen.was_foretold(raised));
        let (line, raised) = left?;
        if let Some(missing) = missing_behind(self.seen, raised) {
            return Some((missing.reason(), vec![missing.need]));
        }
        let line = if raised.line > 0 { raised.line as usize } else { line };
        Some((format!("the block ended at line {line}: {}", summary(raised)), Vec::new()))
    }
}

/// Whether a method was called of its class, and not of an object.
fn lacks_object(message: &str) -> bool {
    message.contains("required positional argument") && message.contains("'self'")
        || message.starts_with("unbound method ") && message.ends_with(" needs an argument")
        || message.starts_with("descriptor '") && message.ends_with(" needs an argument")
}

/// Whether arguments are missing, as they are where empty brackets only say that it is a function.
fn lacks_all(message: &str) -> bool {
    [
        "required positional argument",
        "required keyword-only argument",
        "got 0",
        "(0 given)",
        "missing required argument",
    ]
    .iter()
    .any(|words| message.contains(words))
}

/// Whether code was refused before it ran.
fn is_refusal(raised: &Raised) -> bool {
    raised.bases.iter().any(|base| base == "SyntaxError")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_without_object_or_arguments_are_known_by_their_messages() {
        let check = |message: &str, object: bool, all: bool| {
            assert_eq!((lacks_object(message), lacks_all(message)), (object, all), "{message:?}");
        };
        check("Box.open() missing 1 required positional argument: 'self'", true, true);
        check("open() missing 2 required positional arguments: 'self' and 'key'", true, true);
        check("unbound method str.upper() needs an argument", true, false);
        check("descriptor 'upper' of 'str' object needs an argument", true, false);
        check("half() missing 1 required positional argument: 'n'", false, true);
        check("len() takes exactly one argument (0 given)", false, true);
        check("half() takes 1 positional argument but 2 were given", false, false);
        check("unsupported operand type(s) for +: 'int' and 'str'", false, false);
    }
}
