//! What happened instead, whole; where several things did, none of them is the one to write down.

use super::Place;
use crate::claims::literal::Literal;
use crate::claims::{Form, Kind, Reading};
use crate::judge::Came;
use crate::judge::seen::Evaluated;
use crate::wire::{Raised, Value};

impl Place<'_> {
    /// The one thing that happened where the claim looks, if it was one.
    pub(super) fn came(&self) -> Option<Came> {
        let printed = match self.claim.form {
            Form::Output => self.seen.block_stdout().to_owned(),
            _ => self.hits.iter().map(|hit| hit.stdout).collect(),
        };
        if let Some(raised) = self.raised() {
            return Some(Came::Raised(printed, Box::new(raised.clone())));
        }
        let evaluates = self.claim.readings.iter().position(|reading| matches!(reading, Reading::Evaluates { .. }));
        if let Some(index) = evaluates {
            return self.evaluated_came(index);
        }
        match self.claim.form {
            Form::Repl => self.prompted(&printed),
            _ if self.claim.kind == Kind::State => self.state_came(),
            _ => self.given(printed),
        }
    }

    /// An output block shows what ended its block, wherever that was raised.
    fn raised(&self) -> Option<&Raised> {
        let of_hits = self.hits.iter().find_map(|hit| hit.raised);
        let of_block = || self.seen.raised().into_iter().map(|(_, raised)| raised).next_back();
        of_hits.or_else(|| of_block().filter(|_| self.claim.form == Form::Output))
    }

    fn evaluated_came(&self, index: usize) -> Option<Came> {
        let evaluated = self.seen.evaluated(self.check, index);
        let [Evaluated { stdout, value, raised }] = evaluated.as_slice() else { return None };
        match (raised, value) {
            (Some(raised), _) => Some(Came::Raised((*stdout).to_owned(), Box::new((*raised).clone()))),
            (None, _) if self.claim.kind == Kind::Stdout && !stdout.is_empty() => printed(stdout),
            (None, Some(value)) if stdout.is_empty() => whole(value),
            _ => None,
        }
    }

    /// A prompt shows what is printed, then the value.
    fn prompted(&self, printed_before: &str) -> Option<Came> {
        let [hit] = self.hits.as_slice() else { return None };
        match hit.value.filter(|value| !value.cut) {
            Some(value) => printed(&format!("{printed_before}{}", value.repr)),
            None => printed(printed_before),
        }
    }

    /// The state that the claim's own expression found.
    fn state_came(&self) -> Option<Came> {
        let seen = (0..self.claim.readings.len()).flat_map(|index| self.seen.evaluated(self.check, index));
        same(&seen.map(|one| one.value).collect::<Option<Vec<&Value>>>()?)
    }

    fn given(&self, stdout: String) -> Option<Came> {
        let stdout = self.of_whole_block(&stdout).unwrap_or(stdout);
        let members = self.seen.members(self.check);
        let of_hits = self.hits.iter().filter_map(|hit| hit.value).filter(|_| members.is_empty());
        let values: Vec<&Value> = of_hits.chain(members.iter().copied()).collect();
        let is_none = values.iter().all(|value| value.repr == "None");
        match (stdout.is_empty(), is_none) {
            (false, true) => printed(&stdout),
            // What is claimed of it, the print or the value, is anybody's guess.
            (false, false) => None,
            (true, _) if self.claim.kind == Kind::Stdout && is_none => None,
            (true, true) => self.changed().or_else(|| same(&values)),
            (true, false) => {
                self.contents().filter(|_| !values.iter().any(|value| is_container(value))).or_else(|| same(&values))
            }
        }
    }

    /// What the block printed, where the text shows more of that than of what its own statement printed.
    fn of_whole_block(&self, stdout: &str) -> Option<String> {
        let block = self.claim.readings.iter().any(|reading| matches!(reading, Reading::BlockStdout(_)));
        let claimed = self.claim.whole.as_ref().map_or(&self.claim.claimed, |whole| &whole.claimed);
        let shared = |printed: &str| {
            let known = |line: &&str| printed.lines().any(|other| other.trim() == line.trim());
            claimed.lines().filter(known).count()
        };
        let printed = self.seen.block_stdout();
        // A single line says too little of which.
        let several = claimed.trim().contains('\n');
        (block && several && shared(printed) > shared(stdout)).then(|| printed.to_owned())
    }

    /// The object that a statement changed which gives nothing back.
    fn changed(&self) -> Option<Came> {
        self.of_reading(|reading| matches!(reading, Reading::Changed { .. }))
    }

    /// What an iterator yields.
    fn contents(&self) -> Option<Came> {
        self.of_reading(|reading| matches!(reading, Reading::State { expr, .. } if expr.contains("islice(")))
            .filter(|came| !matches!(came, Came::Value(value) if value.repr == "None"))
    }

    fn of_reading(&self, wanted: impl Fn(&Reading) -> bool) -> Option<Came> {
        let index = self.claim.readings.iter().position(wanted)?;
        let evaluated = self.seen.evaluated(self.check, index);
        same(&evaluated.iter().filter_map(|one| one.value).collect::<Vec<_>>())
    }
}

fn printed(text: &str) -> Option<Came> {
    (!text.trim().is_empty()).then(|| Came::Printed(text.to_owned()))
}

fn whole(value: &Value) -> Option<Came> {
    (!value.cut).then(|| Came::Value(Box::new(value.clone())))
}

/// Whether a value shows what is in it.
fn is_container(value: &Value) -> bool {
    use Literal::{Dict, List, Set, Tuple};
    value.repr == "set()" || matches!(Literal::whole(&value.repr), Some(List(_) | Tuple(_) | Set(_) | Dict(_)))
}

/// The value that came every time.
fn same(values: &[&Value]) -> Option<Came> {
    let (first, rest) = values.split_first()?;
    whole(first).filter(|_| rest.iter().all(|value| value.repr == first.repr))
}
