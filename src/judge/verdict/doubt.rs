//! Whether a text that agrees with nothing is surely a claim: only then it fails.

use super::Place;
use super::agree::full_name;
use crate::claims::is_python_exception;
use crate::claims::literal::{Literal, range};
use crate::claims::marker::{self, Announces};
use crate::claims::{Certainty, Form, Kind, Reading};
use crate::judge::compare;
use crate::judge::outcome::summary;
use crate::wire::Raised;

impl Place<'_> {
    /// Whether the text may be no claim, after all. `near`: the claimed text that almost agrees.
    pub(super) fn is_doubtful(&self, actual: &str, near: Option<&str>) -> bool {
        if near.is_some()
            || self.is_near_message()
            || self.is_misspelt()
            || self.is_written_alike()
            || self.is_other_exception()
            || self.is_other_text()
        {
            return false;
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
            return true;
        }
        match self.certainty() {
            Certainty::Sure => false,
            Certainty::Likely if self.claim.form == Form::Output => !self.has_as_many_lines(actual),
            Certainty::Likely => self.shows_nothing(actual),
            Certainty::Possible => true,
        }
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

    /// The comments of the block, line by line.
    fn remarks(&self) -> impl Iterator<Item = &str> {
        self.seen.planned().comments.lines().map(|line| line.trim_start_matches(['#', ' ']).trim_end())
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

    /// The exception has the claimed message and another name: libraries give classes several names, Python does not.
    fn is_renamed(&self) -> bool {
        let raised: Vec<_> = self.hits.iter().filter_map(|hit| hit.raised).collect();
        self.claim.readings.iter().any(|reading| match reading {
            Reading::Raises { type_name, message: Some(message) } => raised.iter().any(|raised| {
                let plain = is_python_exception(type_name) && is_python_exception(&raised.type_name);
                raised.message == *message && !plain
            }),
            _ => false,
        })
    }

    /// The claimed exception was raised, with almost the claimed message.
    fn is_near_message(&self) -> bool {
        let raised: Vec<_> = self.hits.iter().filter_map(|hit| hit.raised).collect();
        self.claim.readings.iter().any(|reading| match reading {
            Reading::Raises { type_name, message: Some(message) } => {
                let bare = |text: &str| text.trim_matches(['\'', '"', '.']).to_owned();
                let close = |actual: &str| compare::near(&bare(message), &bare(actual));
                let is_it = |raised: &str| type_name.rsplit('.').next() == Some(raised);
                raised.iter().any(|raised| is_it(&raised.type_name) && close(&raised.message))
            }
            _ => false,
        })
    }

    /// The claimed exception was raised, with the claimed message but for one letter.
    pub(super) fn is_misspelt_message(&self, raised: &Raised) -> bool {
        self.claim.readings.iter().any(|reading| match reading {
            Reading::Raises { type_name, message: Some(message) } => {
                *type_name == raised.type_name && compare::misspelt(message, &raised.message)
            }
            _ => false,
        })
    }

    /// What is shown, but for one letter: a slip of the pen, and no description.
    fn is_misspelt(&self) -> bool {
        let claimed = self.claim.claimed.as_str();
        let settled = Literal::whole(claimed).is_some_and(|literal| literal.callees().is_empty() && !literal.is_name());
        let raised =
            self.hits.iter().filter_map(|hit| hit.raised).flat_map(|raised| [summary(raised), full_name(raised)]);
        let mut seen = self.shown().into_iter().chain(raised);
        !settled && seen.any(|shown| compare::misspelt(claimed, shown.trim_end()))
    }

    /// A value that `repr` writes as a call is claimed as a call of the same name.
    fn is_written_alike(&self) -> bool {
        let callees = |text: &str| {
            let literal = Literal::whole(text)?;
            let callees: Vec<String> = literal.callees().into_iter().map(str::to_owned).collect();
            Some(callees).filter(|callees| !callees.is_empty())
        };
        let claimed = callees(&self.claim.claimed).filter(|_| self.claim.tail.is_empty());
        claimed.is_some() && self.shown().iter().any(|shown| callees(shown) == claimed)
    }

    /// What one run of the statement shows: printed text, or the value as `repr` writes it.
    fn shown(&self) -> Vec<String> {
        let values = self.hits.iter().filter_map(|hit| hit.value).map(|value| value.repr.clone());
        let all = values.chain(self.hits.iter().map(|hit| hit.stdout.to_owned())).filter(|shown| !shown.is_empty());
        // A word like a truth value may be that value's name in another language.
        all.filter(|shown| !["True", "False", "None"].contains(&shown.trim())).collect()
    }

    /// "raises KeyError" and nothing more right above a statement that raises another exception of Python's.
    fn is_other_exception(&self) -> bool {
        let above = self.claim.form == Form::Above && self.claim.kind == Kind::Raises && self.claim.tail.is_empty();
        let foretold = is_python_exception(&self.claim.claimed);
        let mut raised = self.hits.iter().filter_map(|hit| hit.raised);
        above && foretold && raised.any(|raised| is_python_exception(&raised.type_name))
    }

    /// An unnamed block after code shows its output only if it looks like it.
    fn has_as_many_lines(&self, actual: &str) -> bool {
        !actual.is_empty() && actual.trim().lines().count() == self.claim.claimed.trim().lines().count()
    }

    /// The claimed text that is so like what was seen that it was surely meant as a result. Literals are not among them:
    /// what they mean is settled by where they stand.
    pub(super) fn near(&self) -> Option<&str> {
        let texts = self.claim.readings.iter().filter_map(|reading| match reading {
            Reading::Stdout(text) | Reading::Value(text) | Reading::BlockStdout(text) => Some(text.as_str()),
            _ => None,
        });
        let printed: String = self.hits.iter().map(|hit| hit.stdout).collect();
        let values = self.hits.iter().filter_map(|hit| hit.value);
        let mut shown: Vec<String> =
            values.map(|value| value.text.clone().unwrap_or_else(|| value.repr.clone())).collect();
        // Beside a loop: what any of its turns printed.
        shown
            .extend(self.hits.iter().map(|hit| hit.stdout.to_owned()).filter(|one| !one.is_empty() && *one != printed));
        shown.push(printed);
        // A name may be written wrongly, too.
        shown.extend(self.hits.iter().filter_map(|hit| hit.raised).map(|raised| raised.type_name.clone()));
        shown.extend(self.hits.iter().filter_map(|hit| hit.value?.name.clone()));
        // Beside an assignment a text that is only like what was printed describes it.
        let beside = (matches!(self.claim.form, Form::Trailing | Form::Below | Form::Output)
            || self.is_announced_above())
            && self.claim.kind != Kind::State;
        let literal = Literal::whole(&self.claim.claimed).is_some_and(|literal| !literal.is_name())
            || Literal::sequence(&self.claim.claimed).is_some_and(|items| !items.iter().any(Literal::is_name));
        let literal = literal && !self.is_number_below(&shown);
        let lines = |text: &str| text.contains('\n');
        // A word in the place of a truth value may be that value's name in another language.
        shown.retain(|text| !["True", "False", "None"].contains(&text.trim()));
        texts.filter(|text| beside && (!literal || lines(text) || text.starts_with(&self.claim.claimed))).find(|text| {
            let alike = if literal && !lines(text) { compare::other_numbers } else { compare::near };
            self.is_number_below(&shown) || shown.iter().any(|shown| alike(text, shown.trim_end()))
        })
    }

    /// "Prints: hello" above a statement.
    fn is_announced_above(&self) -> bool {
        let whole = self.claim.whole.as_ref().filter(|_| self.claim.form == Form::Above);
        let marker = whole.and_then(|whole| marker::read(&whole.claimed));
        marker.is_some_and(|marker| marker.firm && marker.announces == Announces::Stdout)
    }

    /// A number alone on the line below a statement that shows a number, and no number of a step.
    fn is_number_below(&self, shown: &[String]) -> bool {
        let number = |text: &str| matches!(Literal::whole(text), Some(Literal::Number(_)));
        let claimed: Option<i64> = self.claim.claimed.parse().ok();
        let is_step = claimed.is_some_and(|step| self.remarks().any(|line| line.parse() == Ok(step - 1)));
        let shows = matches!(self.claim.kind, Kind::Stdout | Kind::Value) && !is_step;
        let below = self.claim.form == Form::Below && shows && self.claim.tail.is_empty();
        below && self.claim.whole.is_none() && number(&self.claim.claimed) && shown.iter().any(|text| number(text))
    }
}
