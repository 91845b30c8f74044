//! Whether a text that agrees with nothing is surely a claim: only then it fails.

use super::Place;
use crate::claims::literal::{Literal, range};
use crate::claims::{Certainty, Form, Kind, Reading};

/// Why a text that agrees with nothing may be no claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsure {
    /// It is one.
    No,
    /// Its words could as well be a remark.
    OfWords,
    /// What was seen, or where it stands, speaks against it.
    OfPlace,
}

impl Place<'_> {
    /// Whether the text may be no claim, after all. `near`: the claimed text that almost agrees.
    pub(super) fn unsure(&self, actual: &str, near: Option<&str>) -> Unsure {
        if self.claim.certainty == Certainty::Guess {
            return Unsure::OfPlace;
        }
        if self.is_surely_meant(near) {
            return Unsure::No;
        }
        let warning =
            |reading: &Reading| matches!(reading, Reading::Raises { type_name, .. } if type_name.ends_with("Warning"));
        if self.claim.readings.iter().any(warning)
            || self.claim.kind != Kind::Size && self.is_iterated()
            || self.is_renamed()
            || self.is_unlooked_at()
            || self.is_kin()
            || self.is_bounds()
            || self.is_callout()
        {
            return Unsure::OfPlace;
        }
        let doubtful = match self.certainty() {
            Certainty::Sure => false,
            Certainty::Likely if self.claim.form == Form::Output => !self.has_as_many_lines(actual),
            Certainty::Likely => self.shows_nothing(actual),
            Certainty::Possible | Certainty::Guess => return Unsure::OfWords,
        };
        if doubtful { Unsure::OfPlace } else { Unsure::No }
    }

    /// A statement that ran exactly once is as good as one at the top; one that ran often may mean any of its turns.
    fn certainty(&self) -> Certainty {
        match self.claim.certainty {
            known if !self.claim.repeats || self.hits.len() == 1 => known,
            Certainty::Sure if self.claim.tail.is_empty() => Certainty::Likely,
            _ => Certainty::Possible,
        }
    }

    /// Nothing is printed or given, and the statement may have been there for what it does to an object.
    fn shows_nothing(&self, actual: &str) -> bool {
        let raised = self.hits.iter().any(|hit| hit.raised.is_some());
        let on_object =
            self.claim.readings.iter().any(|reading| matches!(reading, Reading::Changed { receiver: true, .. }));
        let gave_none = self.hits.iter().any(|hit| hit.value.is_some());
        let shown = !actual.is_empty() && actual != "None";
        !shown && !raised && self.claim.kind != Kind::Raises && (on_object || !gave_none)
    }

    /// A list of results beside an iterator claims what it yields, which nobody has looked at.
    fn is_iterated(&self) -> bool {
        let values = self.hits.iter().filter_map(|hit| hit.value);
        let mut reprs = values.map(|value| value.repr.as_str());
        let iterator = reprs.any(|repr| {
            let lazy =
                ["count(", "repeat(", "itertools.", "dict_", "range("].iter().any(|start| repr.starts_with(start));
            lazy || repr.starts_with('<') && repr.contains(" object at 0x") || repr.starts_with("<generator")
        });
        let claimed = &self.claim.claimed;
        let container = matches!(
            Literal::whole(claimed),
            Some(Literal::List(_) | Literal::Tuple(_) | Literal::Set(_) | Literal::Dict(_))
        );
        let listed = container || Literal::sequence(claimed).is_some();
        iterator && listed && self.seen.members(self.check).is_empty() && !self.begins_alike()
    }

    /// The contents were looked at, and begin as claimed.
    fn begins_alike(&self) -> bool {
        let first = |text: &str| match Literal::whole(text) {
            Some(Literal::List(items) | Literal::Tuple(items)) => items.into_iter().next(),
            _ => Literal::sequence(text)?.into_iter().next(),
        };
        let contents = |reading: &Reading| matches!(reading, Reading::State { expr, .. } if expr.contains("islice("));
        let claimed = first(&self.claim.claimed);
        let readings = self.claim.readings.iter().enumerate().filter(|(_, reading)| contents(reading));
        let seen = readings.flat_map(|(index, _)| self.seen.evaluated(self.check, index));
        let mut values = seen.filter_map(|seen| seen.value);
        claimed.is_some() && values.any(|value| first(&value.repr) == claimed)
    }

    /// A type claimed of a value whose class may well be one of that type, or that stands for a value left out.
    fn is_kin(&self) -> bool {
        const BUILTIN: [&str; 13] = [
            "int",
            "float",
            "str",
            "bytes",
            "complex",
            "list",
            "tuple",
            "dict",
            "set",
            "frozenset",
            "generator",
            "function",
            "coroutine",
        ];
        let mut values = self.hits.iter().filter_map(|hit| hit.value);
        self.claim.kind == Kind::Type
            && !["True", "False"].contains(&self.claim.claimed.as_str())
            && values.any(|value| !BUILTIN.contains(&value.type_name.as_str()) && value.name.is_none())
    }

    /// "1 to 6" beside a number, or beside numbers in no order, says where they lie.
    fn is_bounds(&self) -> bool {
        let printed: String = self.hits.iter().map(|hit| hit.stdout).collect();
        let words = printed.split_whitespace();
        let shown: Option<Vec<i64>> = words.map(|word| word.trim_end_matches(',').parse().ok()).collect();
        let counts = shown
            .is_some_and(|shown| shown.len() > 1 && shown.windows(2).all(|two| two[0].checked_add(1) == Some(two[1])));
        range(&self.claim.claimed).is_some() && !counts
    }

    /// `(1)`, `(2)!`, or `[1]` with `[2]` further below: numbers that point to a remark elsewhere.
    fn is_callout(&self) -> bool {
        let claimed = self.claim.claimed.trim_end_matches('!');
        let within = |open, close| claimed.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
        let number = |inner: Option<&str>| inner.and_then(|inner| inner.parse::<u32>().ok());
        let counted = |number: u32| {
            let near = [number.checked_add(1), number.checked_sub(1)].into_iter().flatten();
            near.into_iter().any(|near| self.remarks().any(|line| line == format!("[{near}]")))
        };
        number(within('(', ')')).is_some() || number(within('[', ']')).is_some_and(counted)
    }

    /// What should be the same before and after the statement could not be looked at twice.
    fn is_unlooked_at(&self) -> bool {
        let unchanged = |(index, reading): (usize, &Reading)| {
            let evaluated = self.seen.evaluated(self.check, index);
            matches!(reading, Reading::Unchanged { .. })
                && (evaluated.len() < 2 || evaluated.iter().any(|one| one.value.is_none()))
        };
        self.claim.readings.iter().enumerate().any(unchanged)
    }

    /// An unnamed block after code shows its output only if it looks like it.
    fn has_as_many_lines(&self, actual: &str) -> bool {
        !actual.is_empty() && actual.trim().lines().count() == self.claim.claimed.trim().lines().count()
    }
}
