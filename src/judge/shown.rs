//! What a block's own statements showed, for a record: values and exceptions, claimed or not.

use super::{Seen, Shown};
use crate::wire::{Event, Raised, Value};

/// What the statements of a run's subject showed, in the order in which they ran.
pub fn shown(seen: &Seen<'_>) -> Vec<Shown> {
    let planned = seen.planned();
    let Some(probes) = &planned.shown else { return Vec::new() };
    let subject = planned.job.parts.len().saturating_sub(1);
    let of_event = |event: &Event| match event {
        Event::Hit { probe, value: Some(value), .. } => probes.get(probe).and_then(|line| of_value(*line, value)),
        Event::Statement { part, line, raised: Some(raised), .. } | Event::Refused { part, line, raised }
            if *part as usize == subject =>
        {
            Some(of_exception(*line, raised))
        }
        Event::Statement { part, line, value: Some(value), .. } if *part as usize == subject => of_value(*line, value),
        _ => None,
    };
    seen.observation().events.iter().filter_map(of_event).collect()
}

/// Nobody sees a `None`.
fn of_value(line: u32, value: &Value) -> Option<Shown> {
    let text = if value.cut { format!("{}…", value.repr) } else { value.repr.clone() };
    (value.type_name != "NoneType").then_some(Shown { line: line as usize, text, raised: false, unstable: false })
}

fn of_exception(line: u32, raised: &Raised) -> Shown {
    Shown { line: line as usize, text: super::outcome::summary(raised), raised: true, unstable: false }
}
