//! An observation, sorted so that a claim finds what it speaks of.

use std::collections::{BTreeSet, HashMap};

use crate::claims::Form;
use crate::plan::{Check, Planned};
use crate::text::pythons::{self, Pythons, Version};
use crate::wire::{At, Event, Observation, Probe, Raised, Range, Value};

/// What one run showed, from the point of view of claims.
pub struct Seen<'a> {
    planned: &'a Planned,
    observation: &'a Observation,
    /// Of the interpreter.
    version: Version,
    /// The events of each probe, in order.
    by_probe: HashMap<u32, Vec<&'a Event>>,
    /// The ends of the subject's statements by their lines, in order.
    by_line: HashMap<usize, Vec<&'a Event>>,
    /// Type and message of exceptions that claims foretold.
    foretold: Vec<(String, String)>,
    /// Lines of the document beside which claims speak of exceptions.
    spoken: BTreeSet<usize>,
}

/// One time that a statement ran.
pub struct Hit<'a> {
    /// What was printed meanwhile.
    pub stdout: &'a str,
    /// Its value.
    pub value: Option<&'a Value>,
    /// The exception that left it.
    pub raised: Option<&'a Raised>,
    /// How long it ran, microseconds, where that was measured.
    pub took_us: Option<u64>,
}

/// One evaluation of an expression.
pub struct Evaluated<'a> {
    /// What it printed.
    pub stdout: &'a str,
    /// Its value.
    pub value: Option<&'a Value>,
    /// Or its exception.
    pub raised: Option<&'a Raised>,
}

impl<'a> Seen<'a> {
    /// Takes a look.
    pub fn new(planned: &'a Planned, observation: &'a Observation, version: Version) -> Self {
        let mut by_probe: HashMap<u32, Vec<&Event>> = HashMap::new();
        let mut by_line: HashMap<usize, Vec<&Event>> = HashMap::new();
        let subject = subject(planned);
        for event in &observation.events {
            match event {
                Event::Hit { probe, .. } | Event::Member { probe, .. } | Event::Expr { probe, .. } => {
                    by_probe.entry(*probe).or_default().push(event);
                }
                Event::Statement { part, line, .. } if *part == subject => {
                    by_line.entry(*line as usize).or_default().push(event);
                }
                _ => {}
            }
        }
        Self { planned, observation, version, by_probe, by_line, foretold: Vec::new(), spoken: BTreeSet::new() }
    }

    /// The version that ran.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The version of Python, other than the one that ran, that the text of a claim may be about, or what is said about its
    /// block or the statement on its line.
    pub fn other_python(&self, text: &str, line: usize) -> Option<Pythons> {
        let statement = self.planned.statement(line);
        let around = self.planned.pythons.iter().filter(|limited| limited.reaches(&statement));
        let mut spoken_of = pythons::of_remark(text).into_iter().chain(around.map(|limited| limited.pythons));
        spoken_of.find(|pythons| !pythons.include(self.version))
    }

    /// The same, of anything in the block.
    pub fn other_python_at_all(&self) -> bool {
        self.planned.pythons.iter().any(|limited| !limited.pythons.include(self.version))
    }

    /// What happened at a check's probe.
    fn at_probe(&self, check: &Check) -> &[&'a Event] {
        check.probe.and_then(|probe| self.by_probe.get(&probe)).map_or(&[], Vec::as_slice)
    }

    /// What happened where a claim looks: at its probe, or else at the statement on its line.
    fn events_at(&self, check: &Check, line: usize) -> &[&'a Event] {
        match check.probe {
            Some(_) => self.at_probe(check),
            None => self.by_line.get(&line).map_or(&[], Vec::as_slice),
        }
    }

    /// Whether an exception left any statement or expression.
    pub fn has_raised(&self) -> bool {
        self.observation.events.iter().any(|event| match event {
            Event::Hit { raised, .. } | Event::Statement { raised, .. } | Event::Expr { raised, .. } => {
                raised.is_some()
            }
            Event::Refused { .. } => true,
            _ => false,
        })
    }

    /// Takes note of exceptions that claims foretold.
    pub fn foretell(&mut self, exceptions: Vec<(String, String)>) {
        self.foretold = exceptions;
    }

    /// Takes note of the lines beside which claims speak of exceptions, in blocks that ran before this one, too.
    pub fn speak(&mut self, lines: BTreeSet<usize>) {
        self.spoken = lines;
    }

    /// Whether a claim foretold this exception.
    pub fn was_foretold(&self, raised: &Raised) -> bool {
        self.foretold.iter().any(|(name, message)| *name == raised.type_name && *message == raised.message)
    }

    fn subject(&self) -> u32 {
        subject(self.planned)
    }

    /// What stands in a range of the output.
    fn printed(&self, range: Range) -> &'a str {
        let at = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX).min(self.observation.stdout.len());
        self.observation.stdout.get(at(range.start)..at(range.end)).unwrap_or("")
    }

    /// Each time that the statement under a claim ran. A transcript's entry, and a statement without a probe, is found by
    /// its line.
    pub fn hits(&self, check: &Check, line: usize) -> Vec<Hit<'a>> {
        let of_event = |event: &&'a Event| match event {
            Event::Hit { stdout, value, raised, took_us, .. } => Some((stdout, value, raised, *took_us)),
            Event::Statement { stdout, value, raised, .. } => Some((stdout, value, raised, None)),
            _ => None,
        };
        let refused = self.refusal(line).filter(|_| check.probe.is_some());
        let found = self.events_at(check, line).iter().filter_map(of_event);
        let found = found.map(|(stdout, value, raised, took_us)| Hit {
            took_us,
            stdout: self.printed(*stdout),
            value: value.as_ref(),
            raised: raised.as_ref(),
        });
        found.chain(refused).collect()
    }

    /// What kept the statement on a line from being compiled, so that it never ran.
    fn refusal(&self, at: usize) -> Option<Hit<'a>> {
        let subject = self.subject();
        self.observation.events.iter().find_map(|event| match event {
            Event::Refused { part, line, raised } if *part == subject && *line as usize == at => {
                Some(Hit { stdout: "", value: None, raised: Some(raised), took_us: None })
            }
            _ => None,
        })
    }

    /// What the statements that begin on one line printed together, where they are several.
    pub fn line_stdout(&self, line: usize) -> Option<&'a str> {
        let of_line = |event: &'a Event| match event {
            Event::Statement { part, line: at, stdout, .. } if *part == self.subject() && *at as usize == line => {
                Some(stdout)
            }
            _ => None,
        };
        let ranges: Vec<&Range> = self.observation.events.iter().filter_map(of_line).collect();
        let (first, last) = (ranges.first()?, ranges.last()?);
        (ranges.len() > 1).then(|| self.printed(Range { start: first.start, end: last.end }))
    }

    /// What the statement on a line and the one right above it printed together, then with one more, and so on.
    pub fn printed_up_to(&self, line: usize) -> Vec<&'a str> {
        let of_line = |event: &'a Event| match event {
            Event::Statement { part, line, stdout, .. } if *part == self.subject() => Some((*line as usize, stdout)),
            _ => None,
        };
        let ended: Vec<(usize, &Range)> = self.observation.events.iter().filter_map(of_line).collect();
        let Some(last) = ended.iter().position(|(at, _)| *at == line) else { return Vec::new() };
        // The next statement begins behind the last line of the one before it.
        let code = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        let last_of = |text: String| text.lines().collect::<Vec<_>>().iter().rposition(|line| code(line)).unwrap_or(0);
        let height = |line: usize| 1 + last_of(self.planned.statement(line));
        let joins = |pair: &&[(usize, &Range)]| pair[0].0 + height(pair[0].0) == pair[1].0;
        let before = ended[..=last].windows(2).rev().take_while(joins);
        let end = ended[last].1.end;
        before.map(|pair| self.printed(Range { start: pair[0].1.start, end })).collect()
    }

    /// The identities of the values that other statements gave before the first turn of a claim's own.
    pub fn identities_before(&self, check: &Check) -> Vec<u64> {
        let others = self.observation.events.iter().map_while(|event| match event {
            Event::Hit { probe, .. } if Some(*probe) == check.probe => None,
            Event::Hit { value, .. } => Some(value.as_ref().map(|value| value.identity)),
            _ => Some(None),
        });
        others.flatten().collect()
    }

    /// The attribute of a finished class that the statement under a claim defined.
    pub fn members(&self, check: &Check) -> Vec<&'a Value> {
        let of_event = |event: &&'a Event| match event {
            Event::Member { value, .. } => Some(value),
            _ => None,
        };
        self.at_probe(check).iter().filter_map(of_event).collect()
    }

    /// The evaluations of a reading's expression, or of both where it is looked at before the statement and after it.
    pub fn evaluated(&self, check: &Check, reading: usize) -> Vec<Evaluated<'a>> {
        let wanted = |expr: u32| check.exprs.contains(&(reading, expr));
        let of_event = |event: &&'a Event| match event {
            Event::Expr { expr, stdout, value, raised, .. } if wanted(*expr) => {
                Some(Evaluated { stdout: self.printed(*stdout), value: value.as_ref(), raised: raised.as_ref() })
            }
            _ => None,
        };
        self.at_probe(check).iter().filter_map(of_event).collect()
    }

    /// What the block itself printed, its context's output left out.
    pub fn block_stdout(&self) -> &'a str {
        let subject = self.subject();
        let ends = self.observation.events.iter().filter_map(|event| match event {
            Event::Statement { part, stdout, .. } if *part < subject => Some(stdout.end),
            _ => None,
        });
        let behind = self.planned.job.probes.iter().find(|probe| probe.at == At::End).map(|probe| probe.id);
        let first_expr = self.observation.events.iter().find_map(|event| match event {
            Event::Expr { probe, stdout, .. } if Some(*probe) == behind => Some(stdout.start),
            _ => None,
        });
        let end = first_expr.unwrap_or(self.observation.stdout.len() as u64);
        self.printed(Range { start: ends.max().unwrap_or(0), end })
    }

    /// The exceptions that left top-level statements of the subject, or kept an entry from being compiled.
    pub fn raised(&self) -> Vec<(usize, &'a Raised)> {
        // A single statement that was refused as foretold ends nothing.
        let ends = |event: &&Event| !matches!(event, Event::Refused { raised, .. } if self.was_foretold(raised));
        self.observation.events.iter().filter(ends).filter_map(|event| self.left_by(event)).collect()
    }

    /// The same with all that was refused.
    pub fn raised_at_all(&self) -> Vec<&'a Raised> {
        let left = self.observation.events.iter().filter_map(|event| self.left_by(event));
        left.map(|(_, raised)| raised).collect()
    }

    /// The exception that left a statement of the subject, or was raised instead of it, with the statement's line.
    fn left_by(&self, event: &'a Event) -> Option<(usize, &'a Raised)> {
        let subject = self.subject();
        match event {
            Event::Statement { part, line, raised: Some(raised), .. } | Event::Refused { part, line, raised }
                if *part == subject =>
            {
                Some((*line as usize, raised))
            }
            _ => None,
        }
    }

    /// Whether the subject was run to its end.
    pub fn ran_through(&self) -> bool {
        let foretold = self.raised().iter().all(|(_, raised)| self.was_foretold(raised));
        self.observation.ended == crate::wire::Ended::Finished && foretold
    }

    /// The line of the last statement of the subject that ended.
    pub fn last_ended(&self) -> Option<usize> {
        let subject = self.subject();
        self.observation.events.iter().rev().find_map(|event| match event {
            Event::Statement { part, line, .. } if *part == subject => Some(*line as usize),
            _ => None,
        })
    }

    /// The line of the top-level statement that was running when the run was cut off; 0 where that is not known.
    pub fn running_line(&self) -> usize {
        let ended = self.last_ended().unwrap_or(0);
        let lines = self.planned.lines.iter().map(|line| *line as usize);
        lines.into_iter().find(|line| *line > ended).unwrap_or(0)
    }

    /// The first exception that ended a part of the context.
    pub fn context_raised(&self) -> Option<&'a Raised> {
        let subject = self.subject();
        self.observation.events.iter().find_map(|event| match event {
            Event::Statement { part, raised: Some(raised), .. } | Event::Refused { part, raised, .. }
                if *part < subject =>
            {
                Some(raised)
            }
            _ => None,
        })
    }

    /// Whether names that the code uses may mean something else here: they come from another section, and either others
    /// bind them, too, or something was raised that no claim speaks of, so that they do not seem to fit.
    pub fn is_guessed(&self) -> bool {
        let fits = || !self.observation.events.iter().any(|event| self.is_unspoken(event));
        !self.planned.guesses.is_empty() || !self.planned.only.is_empty() && !fits()
    }

    /// The same for a claim about a statement: only what hangs on such names can be otherwise.
    pub fn is_guessed_at(&self, line: usize, form: Form) -> bool {
        let of_block = matches!(form, Form::Output | Form::Prose | Form::Pin | Form::Directive);
        let fits = || self.planned.guesses.is_empty() || of_block || self.planned.guessed.reaches(line);
        self.is_guessed() && fits()
    }

    /// Whether an exception left a statement beside which no exception is claimed.
    fn is_unspoken(&self, event: &Event) -> bool {
        let Event::Statement { line, raised: Some(raised), .. } = event else { return false };
        let lines = [*line, raised.line];
        if self.spoken.contains(&(*line as usize)) {
            return false;
        }
        // An assertion claims that it holds, and says so itself.
        let asserted = raised.type_name == "AssertionError";
        let claimed =
            |probe: &Probe| (probe.catches || asserted) && matches!(probe.at, At::Line(at) if lines.contains(&at));
        !self.planned.job.probes.iter().any(claimed)
    }

    /// Whether the code could not be compiled.
    pub fn refused(&self) -> bool {
        let subject = self.subject();
        let counts = |event: &Event| matches!(event, Event::Refused { part, raised, .. } if *part == subject && !self.was_foretold(raised));
        self.observation.events.iter().any(counts)
    }

    /// The run.
    pub fn observation(&self) -> &'a Observation {
        self.observation
    }

    /// The plan.
    pub fn planned(&self) -> &'a Planned {
        self.planned
    }
}

/// The subject is the last part.
fn subject(planned: &Planned) -> u32 {
    u32::try_from(planned.job.parts.len().saturating_sub(1)).unwrap_or(u32::MAX)
}
