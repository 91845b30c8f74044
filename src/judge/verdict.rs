//! One claim against one run: the place where a verdict is decided.

use super::blame::{first_loss, missing_behind};
use super::compare::{self, Rules};
use super::outcome::summary;
use super::{Rule, Seen, Verdict};
use crate::claims::literal::Literal;
use crate::claims::{Certainty, Claim, Form, Kind, Reading};
use crate::judge::seen::{Evaluated, Hit};
use crate::plan::Check;
use crate::wire::{Ended, Raised, Value};

/// What one run says about a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Never `Varies`.
    pub verdict: Verdict,
    /// The kind that decided.
    pub kind: Kind,
    /// Rules needed.
    pub rules: Rules,
    /// What happened.
    pub actual: String,
    /// Why it is undecidable, or how it differs.
    pub reason: String,
    /// What is missing.
    pub needs: Vec<String>,
    /// Type and message of the exception that the claim foretold.
    pub foretold: Option<(String, String)>,
    /// Whether the wider reading of the text decided.
    pub whole: bool,
    /// Whether the text is a claim only if it agrees somewhere.
    pub doubtful: bool,
}

/// Judges a claim on one run. A doubtful finding that does not hold is to be dropped unless another run makes it hold.
pub fn judge(claim: &Claim, check: &Check, seen: &Seen<'_>) -> Finding {
    let place = Place { claim, check, seen, hits: seen.hits(check, claim.subject_line) };
    place.holds().or_else(|| place.unseen()).unwrap_or_else(|| place.fails())
}

struct Place<'a> {
    claim: &'a Claim,
    check: &'a Check,
    seen: &'a Seen<'a>,
    hits: Vec<Hit<'a>>,
}

/// An agreement of one reading.
struct Agreement {
    kind: Kind,
    rules: Rules,
    actual: String,
    foretold: Option<(String, String)>,
}

impl Place<'_> {
    fn finding(&self, verdict: Verdict, actual: String, reason: String) -> Finding {
        Finding {
            verdict,
            kind: self.claim.kind,
            rules: Rules::new(),
            actual,
            reason,
            needs: Vec::new(),
            foretold: None,
            whole: false,
            doubtful: self.claim.certainty == Certainty::Possible,
        }
    }

    /// The reading that agrees with the fewest rules.
    fn holds(&self) -> Option<Finding> {
        let readings = self.claim.readings.iter().enumerate();
        let agreements = readings.filter_map(|(index, reading)| Some((reading, self.agrees(index, reading)?)));
        let (reading, best) = agreements.min_by_key(|(_, agreement)| agreement.rules.len())?;
        let whole = reading.text().is_some_and(|text| self.is_whole(text));
        let finding = self.finding(Verdict::Holds, best.actual, String::new());
        Some(Finding { kind: best.kind, rules: best.rules, foretold: best.foretold, whole, doubtful: false, ..finding })
    }

    fn is_whole(&self, text: &str) -> bool {
        self.claim.whole.as_ref().is_some_and(|whole| whole.claimed == text)
    }

    fn agrees(&self, index: usize, reading: &Reading) -> Option<Agreement> {
        match reading {
            Reading::Stdout(claimed) => self.printed(claimed),
            Reading::Value(claimed) => self.value(claimed),
            Reading::Raises { type_name, message } => self.raises(type_name, message.as_deref()),
            Reading::NoRaise => self.no_raise(),
            Reading::State { equals, .. } => self.state(index, equals),
            Reading::Evaluates { to, .. } => self.evaluates(index, to),
            Reading::PrintedTimes(count) => self.printed_times(*count),
            Reading::Turns(count) => (self.hits.len() == *count)
                .then(|| self.agreement(Kind::State, Rules::new(), &format!("{count} times"))),
            Reading::Positive => {
                let value = self.hits.first().and_then(|hit| hit.value)?;
                let positive = value.repr.parse::<f64>().is_ok_and(|number| number > 0.0);
                positive.then(|| self.agreement(Kind::State, Rules::new(), &value.repr))
            }
            Reading::SeenBefore => self.seen_before(),
            Reading::BlockStdout(claimed) => self.block_printed(claimed),
            Reading::Prompt(claimed) => self.prompt(claimed),
        }
    }

    fn agreement(&self, kind: Kind, rules: Rules, actual: &str) -> Agreement {
        Agreement { kind, rules, actual: actual.trim_end_matches('\n').to_owned(), foretold: None }
    }

    /// What one turn printed, or all turns together.
    fn printed(&self, claimed: &str) -> Option<Agreement> {
        let one = self.hits.iter().find_map(|hit| {
            compare::printed(claimed, hit.stdout).map(|rules| self.agreement(Kind::Stdout, rules, hit.stdout))
        });
        one.or_else(|| {
            let all: String = self.hits.iter().map(|hit| hit.stdout).collect();
            let rules = compare::printed(claimed, &all)?;
            (self.hits.len() > 1).then(|| self.agreement(Kind::Stdout, rules, &all))
        })
    }

    fn value(&self, claimed: &str) -> Option<Agreement> {
        let kind = if self.claim.kind == Kind::Stdout { Kind::Value } else { self.claim.kind };
        let values = self.hits.iter().filter_map(|hit| hit.value);
        let mut all = values.chain(self.seen.members(self.check));
        let one =
            all.find_map(|value| compare::value(claimed, value).map(|rules| self.agreement(kind, rules, &value.repr)));
        one.or_else(|| {
            let lines: Vec<&str> =
                self.hits.iter().filter_map(|hit| hit.value).map(|value| value.repr.as_str()).collect();
            let joined = lines.join("\n");
            let rules = compare::printed(claimed, &joined)?;
            (lines.len() > 1).then(|| self.agreement(kind, rules, &joined))
        })
    }

    fn raises(&self, type_name: &str, message: Option<&str>) -> Option<Agreement> {
        let from_hits = self.hits.iter().filter_map(|hit| hit.raised);
        let from_block = self.seen.raised().into_iter().map(|(_, raised)| raised);
        let all: Vec<&Raised> = match self.claim.form {
            Form::Output => from_block.collect(),
            _ => from_hits.collect(),
        };
        // "This fails" is not said of what is merely missing here.
        let said = |raised: &&Raised| type_name != "BaseException" || missing_behind(self.seen, raised).is_none();
        all.into_iter().filter(said).find_map(|raised| self.is_exception(raised, type_name, message))
    }

    fn is_exception(&self, raised: &Raised, type_name: &str, message: Option<&str>) -> Option<Agreement> {
        let mut rules = exception_type(raised, type_name)?;
        if let Some(message) = message {
            rules.extend(compare::message(message, &raised.message)?);
        }
        let foretold = Some((raised.type_name.clone(), raised.message.clone()));
        Some(Agreement { foretold, ..self.agreement(Kind::Raises, rules, &summary(raised)) })
    }

    fn no_raise(&self) -> Option<Agreement> {
        let quiet = !self.hits.is_empty() && self.hits.iter().all(|hit| hit.raised.is_none());
        let shown = self.hits.first().and_then(|hit| hit.value).map_or("", |value| value.repr.as_str());
        quiet.then(|| self.agreement(self.claim.kind, Rules::new(), shown))
    }

    fn state(&self, index: usize, equals: &str) -> Option<Agreement> {
        let kind = if self.claim.kind == Kind::State { Kind::State } else { self.claim.kind };
        let evaluated = self.seen.evaluated(self.check, index);
        let values: Vec<&Value> = evaluated.iter().filter_map(|evaluated| evaluated.value).collect();
        let one = values
            .iter()
            .find_map(|value| compare::value(equals, value).map(|rules| self.agreement(kind, rules, &value.repr)));
        one.or_else(|| {
            let turns = values.iter().map(|value| value.repr.as_str()).collect::<Vec<_>>().join("\n");
            let rules = compare::printed(equals, &turns)?;
            (values.len() > 1).then(|| self.agreement(kind, rules, &turns))
        })
    }

    fn evaluates(&self, index: usize, to: &Reading) -> Option<Agreement> {
        let evaluated = self.seen.evaluated(self.check, index);
        let seen = evaluated.first()?;
        match to {
            Reading::Value(claimed) => {
                let value = seen.value?;
                compare::value(claimed, value).map(|rules| self.agreement(self.claim.kind, rules, &value.repr))
            }
            Reading::Stdout(claimed) => {
                compare::printed(claimed, seen.stdout).map(|rules| self.agreement(Kind::Stdout, rules, seen.stdout))
            }
            Reading::Raises { type_name, message } => self.is_exception(seen.raised?, type_name, message.as_deref()),
            _ => None,
        }
    }

    fn printed_times(&self, count: usize) -> Option<Agreement> {
        let all: String = self.hits.iter().map(|hit| hit.stdout).collect();
        let lines = all.lines().count();
        let turns = self.hits.len();
        (lines == count || turns > 1 && turns == count).then(|| self.agreement(Kind::Stdout, Rules::new(), &all))
    }

    /// The same object came out of an earlier statement: its identity tells, as long as it is alive.
    fn seen_before(&self) -> Option<Agreement> {
        let value = self.hits.first()?.value?;
        let known = self.seen.identities_before(self.check).contains(&value.identity);
        known.then(|| self.agreement(Kind::State, Rules::new(), "the object seen before"))
    }

    fn block_printed(&self, claimed: &str) -> Option<Agreement> {
        let printed = self.seen.block_stdout();
        let rules = compare::printed(claimed, printed).filter(|rules| !rules.contains(&Rule::Label))?;
        Some(self.agreement(Kind::Stdout, rules, printed))
    }

    /// A prompt shows what is printed, then the value.
    fn prompt(&self, claimed: &str) -> Option<Agreement> {
        let hit = self.hits.first()?;
        if let Some(raised) = hit.raised {
            return self.shows_exception(claimed, raised);
        }
        let value = hit.value.map_or("", |value| value.repr.as_str());
        let shown = format!("{}{value}", hit.stdout);
        let claimed = claimed.replace("<BLANKLINE>", "");
        let kind = if value.is_empty() { Kind::Stdout } else { Kind::Value };
        let rules = compare::shown(&claimed, &shown)?;
        Some(self.agreement(kind, rules, &shown))
    }

    /// Some line of what is shown is the exception's last line, whatever it is called: `Invalid: no such code`.
    fn shows_exception(&self, claimed: &str, raised: &Raised) -> Option<Agreement> {
        claimed.lines().find_map(|line| {
            let line = line.trim_start_matches([' ', '|', '+']);
            let (name, message) =
                line.split_once(": ").map_or((line.trim_end_matches(':'), None), |(n, m)| (n, Some(m)));
            (name.rsplit('.').next()? == raised.type_name)
                .then(|| self.is_exception(raised, &raised.type_name, message))
                .flatten()
        })
    }

    /// Why there is nothing to compare with; `None` where there is.
    fn unseen(&self) -> Option<Finding> {
        let evaluates = self.claim.readings.iter().any(|reading| matches!(reading, Reading::Evaluates { .. }));
        if evaluates {
            return self.unevaluated();
        }
        if let Some(raised) = self.hits.iter().find_map(|hit| hit.raised) {
            return missing_behind(self.seen, raised).map(|missing| {
                let finding = self.finding(Verdict::Undecidable, summary(raised), format!("needs {}", missing.need));
                Finding { needs: vec![missing.need], ..finding }
            });
        }
        let whole_block = self.claim.form == Form::Output;
        let ended_early = self.ended_early();
        if whole_block && ended_early.is_none() || !whole_block && !self.hits.is_empty() {
            return None;
        }
        let (reason, needs) = ended_early.unwrap_or_else(|| ("the statement was not reached".into(), Vec::new()));
        let finding = self.finding(Verdict::Undecidable, String::new(), reason);
        // A bare literal beside a print is surely a claim, even where too little is known to let it fail.
        let bare =
            self.claim.tail.is_empty() && Literal::whole(&self.claim.claimed).is_some_and(|literal| !literal.is_name());
        let doubtful =
            finding.doubtful && !(bare && self.claim.kind == Kind::Stdout && self.claim.form == Form::Trailing);
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
        match first.raised {
            Some(raised) if raised.bases.iter().any(|base| base == "NameError" || base == "SyntaxError") => {
                let needs = raised.missing.iter().map(|name| format!("name:{name}")).collect();
                undecided(summary(raised), needs)
            }
            Some(raised) => missing_behind(self.seen, raised)
                .and_then(|missing| undecided(format!("needs {}", missing.need), vec![missing.need.clone()])),
            None => None,
        }
    }

    /// What ended the run before its end, with the needs that it names.
    fn ended_early(&self) -> Option<(String, Vec<String>)> {
        match &self.seen.observation().ended {
            Ended::Finished => {}
            Ended::TimedOut | Ended::CpuLimit => return Some(("the time ran out".into(), Vec::new())),
            Ended::OutOfMemory => return Some(("the memory ran out".into(), Vec::new())),
            Ended::OutputLimit => return Some(("the output limit was reached".into(), Vec::new())),
            Ended::Exit(status) => return Some((format!("the block left with status {status}"), Vec::new())),
            Ended::Signal(signal) => return Some((format!("signal {signal} ended the block"), Vec::new())),
            Ended::Lost(reason) => return Some((reason.clone(), Vec::new())),
        }
        let (line, raised) = self.seen.raised().into_iter().next_back()?;
        let needs: Vec<String> = missing_behind(self.seen, raised).map(|missing| missing.need).into_iter().collect();
        let reason = match needs.first() {
            Some(need) => format!("needs {need}"),
            None => format!("the block ended at line {line}: {}", summary(raised)),
        };
        Some((reason, needs))
    }

    /// Nothing agrees, and there was something to see.
    fn fails(&self) -> Finding {
        let (actual, reason) = self.instead();
        if let Some(missing) = first_loss(self.seen) {
            let finding = self.finding(Verdict::Undecidable, actual, format!("needs {}", missing.need));
            return Finding { needs: vec![missing.need], ..finding };
        }
        if self.claim.by_clock {
            return self.finding(Verdict::Undecidable, actual, "only a clock could tell".into());
        }
        if !self.seen.planned().guesses.is_empty() {
            let reason = "it uses names that another section defines".to_owned();
            return self.finding(Verdict::Undecidable, actual, reason);
        }
        let shown = !actual.is_empty() && actual != "None";
        let near = self.near();
        let raised = self.hits.iter().any(|hit| hit.raised.is_some());
        let doubtful = match self.claim.certainty {
            Certainty::Sure => false,
            Certainty::Likely => !shown && !raised && self.claim.kind != Kind::Raises,
            Certainty::Possible => near.is_none(),
        };
        let whole = near.is_some_and(|text| self.is_whole(text));
        Finding { doubtful, whole, ..self.finding(Verdict::Fails, actual, reason) }
    }

    /// The claimed text that is so like what was seen that it was surely meant as a result. Literals are not among them:
    /// what they mean is settled by where they stand.
    fn near(&self) -> Option<&str> {
        let texts = self.claim.readings.iter().filter_map(|reading| match reading {
            Reading::Stdout(text) | Reading::Value(text) | Reading::BlockStdout(text) => Some(text.as_str()),
            _ => None,
        });
        let printed: String = self.hits.iter().map(|hit| hit.stdout).collect();
        let values = self.hits.iter().filter_map(|hit| hit.value);
        let mut shown: Vec<String> =
            values.map(|value| value.text.clone().unwrap_or_else(|| value.repr.clone())).collect();
        shown.push(printed);
        let beside = matches!(self.claim.form, Form::Trailing | Form::Below | Form::Output);
        let literal = Literal::prefix(&self.claim.claimed).is_some_and(|(literal, _)| !literal.is_name());
        let lines = |text: &str| text.contains('\n');
        texts
            .filter(|text| beside && (!literal || lines(text)))
            .find(|text| shown.iter().any(|shown| compare::near(text, shown)))
    }

    /// What happened instead: the exception, the output, the value.
    fn instead(&self) -> (String, String) {
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
        let state = evaluated.first().and_then(|first| first.value).filter(|_| self.claim.kind == Kind::State);
        if let Some(value) = state {
            return (value.repr.clone(), "value".into());
        }
        if !printed.is_empty() || matches!(self.claim.kind, Kind::Stdout) {
            return (printed, "printed".into());
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

/// Whether `raised` is the claimed exception; a base class will do, by a rule.
fn exception_type(raised: &Raised, claimed: &str) -> Option<Rules> {
    let claimed = claimed.rsplit('.').next().unwrap_or(claimed);
    if raised.type_name == claimed {
        return Some(Rules::new());
    }
    // Old names of OSError.
    let alias = matches!(claimed, "IOError" | "EnvironmentError") && raised.bases.iter().any(|base| base == "OSError");
    (alias || raised.bases.iter().any(|base| base == claimed)).then(|| Rules::from([Rule::BaseException]))
}
