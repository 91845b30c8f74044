//! Whether a text that agrees with nothing is so like what was seen that it was surely meant as that.

use super::Place;
use super::agree::full_name;
use crate::claims::is_python_exception;
use crate::claims::literal::Literal;
use crate::claims::marker::{self, Announces};
use crate::claims::{Form, Kind, Reading};
use crate::judge::compare;
use crate::judge::outcome::summary;
use crate::syntax::is_standard;
use crate::wire::Raised;

impl Place<'_> {
    /// Whether the text comes so near to what was seen that it can be nothing but a claim. `near`: the claimed text that
    /// almost agrees.
    pub(super) fn is_surely_meant(&self, near: Option<&str>) -> bool {
        near.is_some()
            || self.is_near_message()
            || self.is_misspelt()
            || self.is_written_alike()
            || self.is_other_exception()
            || self.is_message_of_another()
            || self.is_other_text()
    }

    /// The comments of the block, line by line.
    pub(super) fn remarks(&self) -> impl Iterator<Item = &str> {
        self.seen.planned().comments.lines().map(|line| line.trim_start_matches(['#', ' ']).trim_end())
    }

    /// The exception has the claimed message and another name: libraries give classes several names, Python and the code
    /// itself do not.
    pub(super) fn is_renamed(&self) -> bool {
        self.has_claimed_message(|both_known| !both_known)
    }

    /// The claimed message came, word by word, with another exception of Python's or of the code itself.
    fn is_message_of_another(&self) -> bool {
        self.has_claimed_message(|both_known| both_known)
    }

    /// Whether an exception has the claimed message, and the names of both, or not both, are known ones.
    fn has_claimed_message(&self, wanted: impl Fn(bool) -> bool) -> bool {
        let bound = &self.seen.planned().bound;
        let known = |name: &str| is_python_exception(name) || bound.contains(name);
        let pythons = |raised: &Raised| is_standard(full_name(raised).split('.').next().unwrap_or(""));
        self.claim.readings.iter().any(|reading| match reading {
            Reading::Raises { type_name, message: Some(message) } => {
                let mut raised = self.hits.iter().filter_map(|hit| hit.raised);
                raised.any(|raised| {
                    raised.message == *message
                        && wanted(known(type_name) && (known(&raised.type_name) || pythons(raised)))
                })
            }
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

    /// Whether a text foretells what is missing, and is wrong about its words: the message but for one letter, or the very
    /// message of another exception.
    pub(super) fn is_slip(&self) -> bool {
        self.is_message_of_another()
            || self.hits.iter().filter_map(|hit| hit.raised).any(|raised| self.misspells(raised))
    }

    fn misspells(&self, raised: &Raised) -> bool {
        self.claim.readings.iter().any(|reading| match reading {
            Reading::Raises { type_name, message: Some(message) } => {
                type_name.rsplit('.').next() == Some(&raised.type_name) && compare::misspelt(message, &raised.message)
            }
            _ => false,
        })
    }

    /// What came is what is claimed, but for a letter or a word.
    pub(super) fn is_slip_of_pen(&self) -> bool {
        self.is_near_message() || self.is_misspelt()
    }

    /// What is shown, but for one letter: a slip of the pen, and no description.
    fn is_misspelt(&self) -> bool {
        let settled =
            |text: &str| Literal::whole(text).is_some_and(|literal| literal.callees().is_empty() && !literal.is_name());
        let shown = self.shown_or_raised();
        let slip = |text: &str| !settled(text) && shown.iter().any(|shown| compare::misspelt(text, shown.trim_end()));
        let texts = self.claim.readings.iter().filter_map(|reading| match reading {
            Reading::Stdout(text) | Reading::Value(text) => Some(text.as_str()),
            _ => None,
        });
        slip(&self.claim.claimed) || texts.into_iter().any(slip) || self.misspells_name()
    }

    /// The class of what was raised, but for one letter, with its very message or none.
    fn misspells_name(&self) -> bool {
        let mut raised = self.hits.iter().filter_map(|hit| hit.raised);
        raised.any(|raised| {
            self.claim.readings.iter().any(|reading| match reading {
                Reading::Raises { type_name, message } => {
                    let same = message.as_ref().is_none_or(|message| *message == raised.message);
                    let last = type_name.rsplit('.').next().unwrap_or(type_name);
                    same && compare::misspelt(last, &raised.type_name)
                }
                _ => false,
            })
        })
    }

    /// Whether all of the text is wrong by one letter, whatever agrees with a part of it or by a rule.
    pub(super) fn is_slip_at_large(&self) -> bool {
        let text = self.claim.whole.as_ref().map_or(&self.claim.claimed, |whole| &whole.claimed).trim();
        let shown: Vec<String> = self.shown_or_raised().into_iter().flat_map(ways_to_write).collect();
        let same = |one: &String| one.trim_end().eq_ignore_ascii_case(text);
        let is_slip = |text: &str| {
            let long = text.chars().count() > 4 && text.contains([' ', ':']);
            long && shown.iter().any(|one| compare::misspelt(text, one.trim_end()))
        };
        !shown.iter().any(same) && (is_slip(text) || self.behind_lead(text).is_some_and(is_slip))
    }

    /// The text from the name of what was raised on; what stands before it, such as a cross, is no part of the message.
    fn behind_lead<'t>(&self, text: &'t str) -> Option<&'t str> {
        let names = self.hits.iter().filter_map(|hit| hit.raised).map(|raised| raised.type_name.as_str());
        names.filter_map(|name| text.find(name)).find(|at| *at > 0).map(|at| &text[at..])
    }

    /// What is shown, and what is raised, with its message and without.
    fn shown_or_raised(&self) -> Vec<String> {
        let raised = self.hits.iter().filter_map(|hit| hit.raised);
        self.shown().into_iter().chain(raised.flat_map(|raised| [summary(raised), full_name(raised)])).collect()
    }

    /// A value that `repr` writes as a call is claimed as a call of the same name.
    fn is_written_alike(&self) -> bool {
        let callees = |text: &str| {
            let literal = Literal::whole(text)?;
            let callees: Vec<String> = literal.callees().into_iter().map(str::to_owned).collect();
            Some(callees).filter(|callees| !callees.is_empty())
        };
        // Of several turns, any other one may be meant.
        let once = self.hits.len() == 1 && self.claim.tail.is_empty();
        let claimed = callees(&self.claim.claimed).filter(|_| once);
        claimed.is_some() && self.shown().iter().any(|shown| callees(shown) == claimed)
    }

    /// What one run of the statement shows: printed text, or the value as `repr` writes it.
    fn shown(&self) -> Vec<String> {
        let values = self.hits.iter().filter_map(|hit| hit.value).map(|value| value.repr.clone());
        let all = values.chain(self.hits.iter().map(|hit| hit.stdout.to_owned())).filter(|shown| !shown.is_empty());
        // A word like a truth value may be that value's name in another language.
        all.filter(|shown| !["True", "False", "None"].contains(&shown.trim())).collect()
    }

    /// "raises KeyError" and nothing more right above a statement that raises another exception of Python's, or behind one
    /// that runs once.
    fn is_other_exception(&self) -> bool {
        let named = self.claim.readings.iter().any(|reading| match reading {
            Reading::Raises { type_name, .. } => is_python_exception(type_name),
            _ => false,
        });
        let bare = self.claim.kind == Kind::Raises && is_python_exception(&self.claim.claimed);
        let alone = self.claim.tail.is_empty() && !(self.claim.form == Form::Trailing && self.claim.repeats);
        let says = match self.claim.form {
            Form::Above => bare,
            // A cross says that what follows goes wrong.
            Form::Trailing => bare || named && self.claim.claimed.starts_with(['✗', '❌', '✘', '💥']),
            _ => false,
        };
        let mut raised = self.hits.iter().filter_map(|hit| hit.raised);
        alone && says && raised.any(|raised| is_python_exception(&raised.type_name))
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
        let goes_on =
            |text: &str| text.strip_prefix(self.claim.claimed.as_str()).is_some_and(|behind| !behind.is_empty());
        // A word in the place of a truth value may be that value's name in another language.
        shown.retain(|text| !["True", "False", "None"].contains(&text.trim()));
        texts.filter(|text| beside && (!literal || lines(text) || goes_on(text))).find(|text| {
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

/// An exception and its message are written with a colon, a blank or brackets between them.
fn ways_to_write(shown: String) -> [String; 3] {
    let bracketed = match shown.trim_end().split_once(": ") {
        Some((name, message)) => format!("{name} ({message})"),
        None => shown.clone(),
    };
    [shown.replacen(": ", " ", 1), bracketed, shown]
}
