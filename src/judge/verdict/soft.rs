//! Soft claims against what was seen: sizes and times within their bounds, hangs, attempts that the sandbox saw.

use super::Place;
use super::agree::Agreement;
use crate::claims::{Bounds, Kind, Reading, amount};
use crate::judge::Rule;
use crate::judge::compare::Rules;
use crate::wire::Ended;

impl Place<'_> {
    /// Whether a soft reading agrees.
    pub(super) fn agrees_softly(&self, index: usize, reading: &Reading) -> Option<Agreement> {
        match reading {
            Reading::Size { expr, bytes } => self.size(index, expr.is_some(), *bytes),
            Reading::Takes { micros } => self.takes(*micros),
            Reading::Hangs => self.hangs(),
            Reading::Attempts { what, named } => self.attempted(what, named),
            Reading::Overlap { overlaps } => self.overlap(*overlaps),
            _ => None,
        }
    }

    /// What was printed while the statement ran tells, where several tasks print the same words in the same places.
    fn overlap(&self, overlaps: bool) -> Option<Agreement> {
        let printed: String = self.hits.first()?.stdout.to_owned();
        (overlapping(&printed)? == overlaps).then(|| self.agreement(Kind::Effect, Rules::new(), &printed))
    }

    fn size(&self, index: usize, asked: bool, bytes: Bounds) -> Option<Agreement> {
        let measured = if asked { self.asked_sizes(index) } else { self.shown_sizes() };
        let size = measured.into_iter().find(|size| bytes.hold(*size))?;
        let rules = if bytes.least == bytes.most { Rules::new() } else { Rules::from([Rule::Tolerance]) };
        Some(self.agreement(Kind::Size, rules, &in_bytes(size)))
    }

    /// What an expression beside the statement measured.
    fn asked_sizes(&self, index: usize) -> Vec<u64> {
        let evaluated = self.seen.evaluated(self.check, index);
        evaluated.iter().filter_map(|seen| seen.value?.repr.parse().ok()).collect()
    }

    /// What the statement itself gives or prints: a bare number is one of bytes.
    fn shown_sizes(&self) -> Vec<u64> {
        let given = self.hits.iter().filter_map(|hit| hit.value?.repr.parse().ok());
        let printed = self.hits.iter().flat_map(|hit| sizes_in(hit.stdout));
        given.chain(printed).collect()
    }

    fn takes(&self, micros: Bounds) -> Option<Agreement> {
        let ran =
            self.hits.iter().find(|hit| hit.raised.is_none() && hit.took_us.is_some_and(|took| micros.hold(took)));
        // How long it really took is of this day and this machine: the report does not tell.
        ran.map(|_| self.agreement(Kind::Time, Rules::from([Rule::Tolerance]), &between(micros, in_time)))
    }

    /// The time ran out while the statement, or the one in which it stands, was running.
    fn hangs(&self) -> Option<Agreement> {
        let out_of_time = matches!(self.seen.observation().ended, Ended::TimedOut | Ended::CpuLimit);
        let running = self.seen.running_line();
        let lines = &self.seen.planned().lines;
        let next = lines.iter().map(|line| *line as usize).find(|line| *line > running);
        let here = running <= self.claim.subject_line && next.is_none_or(|next| self.claim.subject_line < next);
        (out_of_time && running > 0 && here)
            .then(|| self.agreement(Kind::Hang, Rules::new(), "still running when the time ran out"))
    }

    fn attempted(&self, what: &str, named: &str) -> Option<Agreement> {
        let mut effects = self.seen.observation().effects.iter();
        let effect = effects.find(|effect| effect.what == what && names(&effect.detail, named))?;
        Some(self.agreement(Kind::Effect, Rules::new(), &format!("{} {}", effect.what, effect.detail)))
    }

    /// Why no run can speak against the claim.
    pub(super) fn open(&self) -> Option<String> {
        self.claim.readings.iter().find_map(|reading| match reading {
            Reading::Open(reason) => Some(reason.clone()),
            _ => None,
        })
    }

    /// What was measured instead, and what would have agreed.
    pub(super) fn instead_of_soft(&self) -> Option<(String, String)> {
        if self.hits.iter().any(|hit| hit.raised.is_some()) {
            return None;
        }
        self.claim.readings.iter().enumerate().find_map(|(index, reading)| match reading {
            Reading::Size { expr, bytes } => {
                let measured = self.open().is_none();
                let sizes = match expr {
                    Some(_) => self.asked_sizes(index),
                    None if measured => self.shown_sizes(),
                    None => Vec::new(),
                };
                let size = sizes.first()?;
                let exact = bytes.least == bytes.most;
                let reason = if exact { "value".into() } else { format!("not within {}", between(*bytes, in_bytes)) };
                Some((in_bytes(*size), reason))
            }
            Reading::Hangs => Some(("it came to its end".into(), "value".into())),
            Reading::Takes { .. } | Reading::Attempts { .. } => Some(Default::default()),
            _ => None,
        })
    }
}

/// What a soft reading let pass, for the verdict to show; nothing where it let nothing pass.
pub(super) fn within(reading: &Reading) -> String {
    match reading {
        Reading::Size { bytes, .. } if bytes.least < bytes.most => format!("within {}", between(*bytes, in_bytes)),
        Reading::Takes { micros } => format!("within {}", between(*micros, in_time)),
        _ => String::new(),
    }
}

/// Whether lines like "Start A", "Start B", "Done B", "Done A" go through each other; `None` where no two tasks begin alike
/// and go on alike.
fn overlapping(printed: &str) -> Option<bool> {
    let firsts: Vec<&str> = printed.lines().filter_map(|line| line.split([' ', ':']).next()).collect();
    let opening = *firsts.first()?;
    let tasks = firsts.iter().filter(|first| **first == opening).count();
    let others = firsts.len() - tasks;
    let alike = tasks > 1 && others > 0 && others.is_multiple_of(tasks);
    alike.then(|| firsts[1] == opening)
}

fn names(detail: &str, named: &str) -> bool {
    // A pattern and a command are named by the words that they have in common: `posix.system` runs what `os.system` does.
    let bare = named.trim_start_matches("./").trim_end_matches('/');
    detail.contains(bare)
}

/// Sizes in printed text: amounts with a unit, or else the numbers.
fn sizes_in(printed: &str) -> Vec<u64> {
    let amounts = amount::find(printed);
    let sizes = amounts.iter().filter(|amount| amount.measure == amount::Measure::Size);
    let middle = |bounds: Bounds| bounds.least.midpoint(bounds.most);
    let with_unit: Vec<u64> = sizes.map(|amount| middle(amount.bounds)).collect();
    if !with_unit.is_empty() {
        return with_unit;
    }
    let words = printed.split(|c: char| c.is_whitespace() || "(),:;".contains(c));
    words.filter_map(|word| word.parse().ok()).collect()
}

fn between(bounds: Bounds, unit: fn(u64) -> String) -> String {
    match bounds {
        Bounds { least, most } if least == most => unit(least),
        Bounds { least: 0, most } => format!("up to {}", unit(most)),
        Bounds { least, most: u64::MAX } => format!("{} or more", unit(least)),
        Bounds { least, most } => format!("{} to {}", unit(least), unit(most)),
    }
}

fn in_bytes(bytes: u64) -> String {
    if bytes == 1 { "1 byte".into() } else { format!("{bytes} bytes") }
}

fn in_time(micros: u64) -> String {
    match micros {
        0..1_000 => format!("{micros} µs"),
        1_000..1_000_000 => format!("{} ms", micros / 1_000),
        _ => format!("{} s", micros as f64 / 1e6),
    }
}
