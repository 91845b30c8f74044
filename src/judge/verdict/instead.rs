//! What happened instead of what is claimed, in few words.

use super::Place;
use crate::claims::{Form, Kind, Reading};
use crate::judge::outcome::summary;
use crate::judge::seen::Evaluated;

impl Place<'_> {
    /// What happened instead: the exception, the output, the value.
    pub(super) fn instead(&self) -> (String, String) {
        if let Some(raised) = self.hits.iter().find_map(|hit| hit.raised) {
            return (summary(raised), "raised".into());
        }
        let evaluated: Vec<Evaluated<'_>> =
            (0..self.claim.readings.len()).flat_map(|i| self.seen.evaluated(self.check, i)).collect();
        let evaluates = self.claim.readings.iter().any(|reading| matches!(reading, Reading::Evaluates { .. }));
        if let (true, Some(first)) = (evaluates, evaluated.first()) {
            return match (first.raised, first.value) {
                (Some(raised), _) => (summary(raised), "raised".into()),
                _ if self.claim.kind == Kind::Stdout => (first.stdout.trim_end().to_owned(), "printed".into()),
                (_, value) => (value.map_or_else(String::new, |value| value.repr.clone()), "value".into()),
            };
        }
        let printed = match self.claim.form {
            Form::Output => self.seen.block_stdout().to_owned(),
            _ => self.hits.iter().map(|hit| hit.stdout).collect(),
        };
        let printed = printed.trim_end_matches('\n').to_owned();
        // What should not have changed is shown as it is afterwards.
        let twice = self.claim.readings.iter().any(|reading| matches!(reading, Reading::Unchanged { .. }));
        let looked_at = if twice { evaluated.last() } else { evaluated.first() };
        let state = looked_at.and_then(|first| first.value).filter(|_| self.claim.kind == Kind::State);
        if let Some(value) = state {
            return (value.repr.clone(), "value".into());
        }
        let valued = self.claim.form == Form::Output && self.hits.iter().any(|hit| hit.value.is_some());
        if !printed.is_empty() || self.claim.kind == Kind::Stdout && !valued {
            return (printed, "printed".into());
        }
        let contents = |reading: &Reading| matches!(reading, Reading::State { expr, .. } if expr.contains("islice("));
        if self.claim.readings.iter().any(contents) {
            // What an iterator yields says more than the iterator.
            if let Some(value) = evaluated.iter().rev().find_map(|seen| seen.value).filter(|value| value.repr != "None")
            {
                return (value.repr.clone(), "value".into());
            }
        }
        let members = self.seen.members(self.check);
        let values = self.hits.iter().filter_map(|hit| hit.value).filter(|_| members.is_empty());
        let values: Vec<&str> = values.chain(members.iter().copied()).map(|value| value.repr.as_str()).collect();
        // A method that returns nothing is claimed by what it did to its object.
        let none = values.iter().all(|value| *value == "None");
        match evaluated.iter().find_map(|seen| seen.value) {
            Some(changed) if none => (changed.repr.clone(), "value".into()),
            _ if self.claim.kind == Kind::Raises && none => (String::new(), "no exception".into()),
            _ => (values.join("\n"), "value".into()),
        }
    }
}
