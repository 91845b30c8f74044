//! Whether a reading of a claim agrees with what was seen, and by which rules.

use super::Place;
use crate::claims::{Form, Kind, Reading};
use crate::directives::LineOrders;
use crate::judge::Rule;
use crate::judge::blame::missing_behind;
use crate::judge::compare::{self, Rules};
use crate::judge::outcome::summary;
use crate::wire::{Ended, Raised, Value};

/// An agreement of one reading.
pub(super) struct Agreement {
    /// The kind that decided.
    pub kind: Kind,
    /// Rules needed.
    pub rules: Rules,
    /// What happened.
    pub actual: String,
    /// Type and message of the exception that was foretold.
    pub foretold: Option<(String, String)>,
}

impl Place<'_> {
    /// Whether one reading agrees with what was seen.
    pub(super) fn agrees(&self, index: usize, reading: &Reading) -> Option<Agreement> {
        match reading {
            Reading::Stdout(claimed) => self.printed(claimed),
            Reading::Value(claimed) => self.value(claimed),
            Reading::Unquoted(claimed) => {
                let mut values = self.hits.iter().filter_map(|hit| hit.value);
                values.find_map(|value| {
                    compare::unquoted(claimed, value).map(|rules| self.agreement(Kind::Value, rules, &value.repr))
                })
            }
            Reading::Raises { type_name, message } => self.raises(type_name, message.as_deref()),
            Reading::NoRaise => self.no_raise(),
            Reading::Since(first) => self.is_there_since(*first),
            Reading::State { equals, .. } => self.state(index, equals),
            Reading::Changed { equals, receiver, .. } => {
                // What is only handed to a call is changed by it at most where the call gives nothing back.
                let nothing = self.hits.iter().all(|hit| hit.value.is_none_or(|value| value.repr == "None"));
                let may_change = *receiver && !self.is_immutable(index);
                (may_change || nothing).then(|| self.state(index, equals)).flatten()
            }
            Reading::Unchanged { same, .. } => self.unchanged(index, *same),
            Reading::Evaluates { to, .. } => self.evaluates(index, to),
            Reading::PrintedTimes(count) => self.printed_times(*count),
            // What never ran is told from what was not come to by the run's end.
            Reading::Turns(0) if !self.seen.ran_through() => None,
            Reading::Turns(count) => (self.hits.len() == *count && (*count > 0 || self.ran_to_its_end()))
                .then(|| self.agreement(Kind::State, Rules::new(), &format!("{count} times"))),
            Reading::Positive => {
                let value = self.hits.first().and_then(|hit| hit.value)?;
                let positive = value.repr.parse::<f64>().is_ok_and(|number| number > 0.0);
                positive.then(|| self.agreement(Kind::State, Rules::new(), &value.repr))
            }
            Reading::SeenBefore => self.seen_before(),
            Reading::BlockStdout(claimed) => self.block_printed(claimed),
            Reading::Prompt(claimed) => self.prompt(claimed),
            Reading::Size { .. }
            | Reading::Takes { .. }
            | Reading::Hangs
            | Reading::Overlap { .. }
            | Reading::Attempts { .. } => self.agrees_softly(index, reading),
            Reading::Pinned { .. } => self.pinned(index),
            Reading::Malformed(_) | Reading::Open(_) => None,
        }
    }

    pub(super) fn agreement(&self, kind: Kind, rules: Rules, actual: &str) -> Agreement {
        Agreement { kind, rules, actual: actual.trim_end_matches('\n').to_owned(), foretold: None }
    }

    /// What one turn printed, or all turns together.
    fn printed(&self, claimed: &str) -> Option<Agreement> {
        let one = self.hits.iter().find_map(|hit| {
            let rules = self.allowed(compare::printed(claimed, hit.stdout))?;
            Some(self.agreement(self.kind_of_print(), rules, hit.stdout))
        });
        one.or_else(|| {
            let all: String = self.hits.iter().map(|hit| hit.stdout).collect();
            let rules = self.allowed(compare::printed(claimed, &all))?;
            (self.hits.len() > 1).then(|| self.agreement(Kind::Stdout, rules, &all))
        })
        .or_else(|| {
            // `f(); g()  # 1, then 2`: what the whole line printed.
            let line = self.seen.line_stdout(self.claim.subject_line)?;
            compare::printed(claimed, line).map(|rules| self.agreement(Kind::Stdout, rules, line))
        })
        .or_else(|| self.printed_by_several(claimed))
        .or_else(|| self.on_standard_error(claimed))
    }

    /// Below a run of statements on lines one after the other: what the last ones of them printed together.
    fn printed_by_several(&self, claimed: &str) -> Option<Agreement> {
        let below = self.claim.form == Form::Below && !self.claim.repeats;
        let runs = self.seen.printed_up_to(self.claim.subject_line).into_iter().filter(|_| below);
        runs.into_iter().find_map(|printed| {
            let rules = self.allowed(compare::printed(claimed, printed))?;
            Some(self.agreement(Kind::Stdout, rules, printed))
        })
    }

    /// A size stays one when it is printed.
    fn kind_of_print(&self) -> Kind {
        if self.claim.kind == Kind::Size { Kind::Size } else { Kind::Stdout }
    }

    /// Log lines and warnings: a line of standard error, where the statement printed nothing else.
    fn on_standard_error(&self, claimed: &str) -> Option<Agreement> {
        let quiet = !self.hits.is_empty() && self.hits.iter().all(|hit| hit.stdout.is_empty());
        let mut lines = self.seen.observation().stderr.lines();
        let line = lines.find(|line| compare::printed(claimed, line).is_some_and(|rules| rules.is_empty()))?;
        quiet.then(|| self.agreement(Kind::Stdout, Rules::new(), line))
    }

    fn value(&self, claimed: &str) -> Option<Agreement> {
        let kind = if self.claim.kind == Kind::Stdout { Kind::Value } else { self.claim.kind };
        let values = self.hits.iter().filter_map(|hit| hit.value);
        let mut all = values.chain(self.seen.members(self.check));
        let one = all.find_map(|value| {
            self.allowed(compare::value(claimed, value)).map(|rules| self.agreement(kind, rules, &value.repr))
        });
        one.or_else(|| {
            let lines: Vec<&str> =
                self.hits.iter().filter_map(|hit| hit.value).map(|value| value.repr.as_str()).collect();
            let joined = lines.join("\n");
            let rules = compare::printed(claimed, &joined)?;
            (lines.len() > 1).then(|| self.agreement(kind, rules, &joined))
        })
    }

    fn raises(&self, type_name: &str, message: Option<&str>) -> Option<Agreement> {
        let message = message.filter(|_| !self.line_has(|lines| &lines.any_message));
        let from_hits = self.hits.iter().filter_map(|hit| hit.raised);
        let from_block = self.seen.raised().into_iter().map(|(_, raised)| raised);
        let all: Vec<&Raised> = match self.claim.form {
            Form::Output | Form::Repl if !self.printed_before_it() => Vec::new(),
            Form::Output | Form::Directive => from_block.collect(),
            _ => from_hits.collect(),
        };
        // "This fails" is not said of what is merely missing here.
        let said = |raised: &&Raised| type_name != "BaseException" || missing_behind(self.seen, raised).is_none();
        let raised = all.into_iter().filter(said).find_map(|raised| self.is_exception(raised, type_name, message));
        raised.or_else(|| self.warns(type_name, message))
    }

    /// Whether what is shown above a traceback was printed; it is often left out.
    fn printed_before_it(&self) -> bool {
        // IPython writes more on the line that begins one.
        let Some((shown, _)) = self.claim.claimed.split_once("\nTraceback (most recent call last)") else {
            return true;
        };
        let shown = shown.trim();
        let of_entry = || self.hits.iter().any(|hit| compare::shown(shown, hit.stdout).is_some());
        shown.is_empty()
            || match self.claim.form {
                Form::Repl => of_entry(),
                _ => self.block_printed(shown).is_some(),
            }
    }

    /// A warning is said on standard error, and nothing is raised.
    fn warns(&self, type_name: &str, message: Option<&str>) -> Option<Agreement> {
        let wanted = match message {
            Some(message) => format!("{}: {message}", bare_name(type_name)),
            None => bare_name(type_name).to_owned(),
        };
        // `guide.md:3: UserWarning: old`; the line below it shows the code, with its comment.
        let mut lines = self.seen.observation().stderr.lines();
        let line =
            lines.find(|line| line.contains(&format!(": {wanted}"))).filter(|_| type_name.ends_with("Warning"))?;
        (!self.hits.is_empty()).then(|| self.agreement(Kind::Raises, Rules::new(), line))
    }

    pub(super) fn is_exception(&self, raised: &Raised, type_name: &str, message: Option<&str>) -> Option<Agreement> {
        let mut rules = exception_type(raised, type_name).filter(|_| self.is_its_module(raised, type_name))?;
        if let Some(message) = message {
            let loosely = type_name == "BaseException";
            let own = compare::message(message, &raised.message, loosely);
            // "Error: KeyError" names what is raised behind what it is one of.
            let named = || compare::message(message, &summary(raised), true).filter(|_| !rules.is_empty());
            rules.extend(own.or_else(named)?);
        }
        let rules = self.allowed(Some(rules))?;
        let foretold = Some((raised.type_name.clone(), raised.message.clone()));
        Some(Agreement { foretold, ..self.agreement(Kind::Raises, rules, &summary(raised)) })
    }

    /// Whether the module written before the exception's name is its own, at least in its first part, or one that the code
    /// knows: libraries hand exceptions on.
    fn is_its_module(&self, raised: &Raised, claimed: &str) -> bool {
        const HANDS_ON: [&str; 9] = [
            "builtins",
            "__main__",
            "exceptions",
            "asyncio",
            "concurrent",
            "socket",
            "select",
            "os",
            "multiprocessing",
        ];
        let Some((module, _)) = claimed.rsplit_once('.') else { return true };
        let root = |path: &str| path.split('.').next().unwrap_or(path).to_owned();
        let written = root(module);
        module_of(raised).is_some_and(|own| root(own) == written)
            || HANDS_ON.contains(&written.as_str())
            || self.seen.planned().bound.contains(&written)
    }

    /// Every time the same before and after the statement, or every time another.
    fn unchanged(&self, index: usize, same: bool) -> Option<Agreement> {
        let evaluated = self.seen.evaluated(self.check, index);
        let reprs: Option<Vec<&str>> = evaluated.iter().map(|one| one.value.map(|value| value.repr.as_str())).collect();
        let reprs = reprs.filter(|reprs| !reprs.is_empty() && reprs.len() % 2 == 0)?;
        let agrees = reprs.chunks(2).all(|pair| (pair[0] == pair[1]) == same);
        agrees.then(|| self.agreement(Kind::State, Rules::new(), reprs[reprs.len() - 1]))
    }

    fn no_raise(&self) -> Option<Agreement> {
        let quiet = !self.hits.is_empty() && self.hits.iter().all(|hit| hit.raised.is_none());
        let shown = self.hits.first().and_then(|hit| hit.value).map_or("", |value| value.repr.as_str());
        quiet.then(|| self.agreement(self.claim.kind, Rules::new(), shown))
    }

    fn state(&self, index: usize, equals: &str) -> Option<Agreement> {
        let kind = self.claim.kind;
        let evaluated = self.seen.evaluated(self.check, index);
        let values: Vec<&Value> = evaluated.iter().filter_map(|evaluated| evaluated.value).collect();
        let one = values.iter().find_map(|value| {
            let compared = compare::value(equals, value).or_else(|| compare::unquoted(equals, value));
            self.allowed(compared).map(|rules| self.agreement(kind, rules, &value.repr))
        });
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
        if count == 0 && turns == 0 && !self.ran_to_its_end() {
            return None;
        }
        (lines == count || turns > 1 && turns == count).then(|| self.agreement(Kind::Stdout, Rules::new(), &all))
    }

    /// Whether what was not seen did not happen.
    fn ran_to_its_end(&self) -> bool {
        self.seen.observation().ended == Ended::Finished
    }

    /// The same object came out of an earlier statement: its identity tells, as long as it is alive.
    fn seen_before(&self) -> Option<Agreement> {
        let value = self.hits.first()?.value?;
        let known = self.seen.identities_before(self.check).contains(&value.identity);
        known.then(|| self.agreement(Kind::State, Rules::new(), "the object seen before"))
    }

    fn block_printed(&self, claimed: &str) -> Option<Agreement> {
        let printed = self.seen.block_stdout();
        let told = &self.seen.observation().stderr;
        let rules = compare::printed(claimed, printed).or_else(|| compare::with_standard_error(claimed, printed, told));
        let rules = rules.filter(|rules| !rules.contains(&Rule::Label))?;
        let rules = Some(rules).filter(|rules| self.claim.form != Form::Output || !rules.contains(&Rule::Digits))?;
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
        let wrapped = || compare::wrapped(&claimed, value).filter(|_| hit.stdout.is_empty());
        let rules =
            compare::shown(&claimed, &shown).or_else(|| compare::in_one_line(&claimed, &shown)).or_else(wrapped)?;
        // What is shown there is copied, not told: all digits are, unless the author says otherwise.
        let rounds = self.line_has(|lines| &lines.rounded);
        (rounds || !rules.contains(&Rule::Digits)).then(|| self.agreement(kind, rules, &shown))
    }

    /// Whether what a reading asks for is of a type that no method changes: then `name.upper()` speaks of what it gives.
    fn is_immutable(&self, index: usize) -> bool {
        const TYPES: [&str; 8] = ["str", "bytes", "int", "float", "complex", "bool", "tuple", "frozenset"];
        let mut values = self.seen.evaluated(self.check, index).into_iter().filter_map(|seen| seen.value);
        values.any(|value| TYPES.contains(&value.type_name.as_str()))
    }

    /// Whether something is asked for the claim's line of a transcript.
    fn line_has(&self, asked: fn(&LineOrders) -> &Vec<usize>) -> bool {
        let lines = asked(&self.seen.planned().orders.lines);
        self.claim.form == Form::Repl && lines.contains(&self.claim.subject_line)
    }

    /// Some line of what is shown is the exception's last line, whatever it is called: `Invalid: no such code`. What stands
    /// above it was printed.
    fn shows_exception(&self, claimed: &str, raised: &Raised) -> Option<Agreement> {
        let printed: String = self.hits.iter().map(|hit| hit.stdout).collect();
        let lines: Vec<&str> = claimed.lines().collect();
        lines.iter().enumerate().find_map(|(at, line)| {
            let above = lines[..at].join("\n");
            let above = above.split("Traceback (most recent call last)").next().unwrap_or("").trim();
            let line = line.trim_start_matches([' ', '|', '+']);
            let (name, message) =
                line.split_once(": ").map_or((line.trim_end_matches(':'), None), |(n, m)| (n, Some(m)));
            let message = message.filter(|_| !self.line_has(|lines| &lines.any_message));
            (name.rsplit('.').next()? == raised.type_name)
                .then(|| self.is_exception(raised, &raised.type_name, message))
                .flatten()
                .filter(|_| above.is_empty() || compare::shown(above, &printed).is_some())
        })
    }
}

/// Whether `raised` is the claimed exception; a base class will do, by a rule.
fn exception_type(raised: &Raised, claimed: &str) -> Option<Rules> {
    let claimed = bare_name(claimed);
    if raised.type_name == claimed {
        return Some(Rules::new());
    }
    // Old names of OSError.
    let alias = matches!(claimed, "IOError" | "EnvironmentError") && raised.bases.iter().any(|base| base == "OSError");
    (alias || raised.bases.iter().any(|base| base == claimed)).then(|| Rules::from([Rule::BaseException]))
}

/// A name without its module.
fn bare_name(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The name of an exception with its module, as code writes it: the public one of `_queue`.
pub(super) fn full_name(raised: &Raised) -> String {
    let module = module_of(raised).map(|module| module.trim_start_matches('_'));
    module.map_or_else(|| raised.type_name.clone(), |module| format!("{module}.{}", raised.type_name))
}

/// The module that the traceback names before the exception; none for built-in exceptions and the document's own.
fn module_of(raised: &Raised) -> Option<&str> {
    let names = raised.traceback.lines().rev().filter_map(|line| line.split(':').next());
    names
        .filter_map(|name| name.strip_suffix(raised.type_name.as_str())?.strip_suffix('.'))
        .find(|module| !module.contains(' '))
}
