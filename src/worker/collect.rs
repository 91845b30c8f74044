//! From what the kernel and the files say to an observation. The files were written by a snippet: everything is bounded,
//! and what cannot be read is left out.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

use super::disk::TooMuch;
use super::effects;
use super::job::Catch;
use super::probe::{EFFECT, EVENT, FAILED, LOADED};
use super::watch::{Seen, Stop, most, too_much};
use crate::wire::{Effect, Ended, Event, Job, Level, Limits, MOST_OUTPUT, MOST_REPORT, Observation, Usage};

/// The most effects that are kept, and the longest, bytes. The probe tells no more than that; a snippet may forge others,
/// and one that is five bytes here is many more in a frame.
const EFFECTS: usize = 100;
/// See above.
const EFFECT_LENGTH: usize = 4096;

/// What was seen of a job that has ended.
///
/// # Errors
/// Where a file cannot be read back.
pub fn collect(job: &Job, catch: &Catch, seen: Seen, level: Level) -> io::Result<Observation> {
    let stopped = seen.stopped.or(too_much(catch, &job.limits)?);
    let keep = most(job.limits.output, MOST_OUTPUT);
    let (stdout, stdout_cut) = read(&catch.stdout, keep)?;
    let (stderr, stderr_cut) = read(&catch.stderr, keep)?;
    let notes = Notes::read(&read(&catch.notes, most(job.limits.report, MOST_REPORT))?.0, level);
    Ok(Observation {
        job: job.id,
        ended: stopped.map_or_else(|| by_itself(&seen, &job.limits, &notes), by_limit),
        stdout: text(stdout),
        stderr: text(stderr),
        output_cut: stdout_cut || stderr_cut,
        events: notes.events,
        effects: notes.effects,
        usage: Usage {
            wall_us: seen.wall.as_micros().try_into().unwrap_or(u64::MAX),
            cpu_us: seen.ending.cpu_us,
            max_rss: seen.ending.max_rss,
        },
        loaded: notes.loaded,
    })
}

/// What was told from inside.
#[derive(Default)]
struct Notes {
    events: Vec<Event>,
    effects: Vec<Effect>,
    loaded: Vec<String>,
    failed: Option<String>,
}

impl Notes {
    fn read(bytes: &[u8], level: Level) -> Self {
        let mut notes = Self::default();
        for line in bytes.split(|&byte| byte == b'\n') {
            match line.split_first() {
                Some((&EVENT, json)) => notes.events.extend(serde_json::from_slice::<Event>(json)),
                Some((&EFFECT, told)) if notes.effects.len() < EFFECTS && told.len() <= EFFECT_LENGTH => {
                    notes.effects.extend(effects::read(told, level));
                }
                Some((&LOADED, file)) => notes.loaded.push(String::from_utf8_lossy(file).into_owned()),
                Some((&FAILED, why)) => notes.failed = Some(String::from_utf8_lossy(why).into_owned()),
                _ => {}
            }
        }
        effects::arrange(&mut notes.effects);
        notes
    }

    fn is_done(&self) -> bool {
        self.events.last() == Some(&Event::Done)
    }
}

/// What stopped it comes before what it said itself.
fn by_limit(stop: Stop) -> Ended {
    match stop {
        Stop::Time => Ended::TimedOut,
        Stop::Memory => Ended::OutOfMemory,
        Stop::Output => Ended::OutputLimit,
        Stop::Report => Ended::ReportLimit,
        Stop::Disk(TooMuch::Space) => Ended::ScratchLimit,
        Stop::Disk(TooMuch::Files) => Ended::ScratchFilesLimit,
    }
}

/// The one reading of how it ended where nobody stopped it.
fn by_itself(seen: &Seen, limits: &Limits, notes: &Notes) -> Ended {
    match (seen.ending.signal, seen.ending.exit) {
        (Some(signal), _) => killed(signal, seen, limits),
        (_, Some(0)) if notes.is_done() => Ended::Finished,
        (_, status) => match &notes.failed {
            Some(why) => Ended::Lost(format!("the snippet could not be confined: {why}")),
            None => Ended::Exit(status.unwrap_or(-1)),
        },
    }
}

/// Which limit a signal stands for. The kernel does not say whether SIGKILL came for memory, so the size has to tell.
fn killed(signal: i32, seen: &Seen, limits: &Limits) -> Ended {
    let spent = limits.cpu_s > 0 && seen.ending.cpu_us >= limits.cpu_s.saturating_mul(1_000_000);
    let large = limits.memory > 0 && seen.ending.max_rss >= limits.memory / 2;
    match signal {
        libc::SIGXCPU => Ended::CpuLimit,
        libc::SIGXFSZ => Ended::ScratchLimit,
        libc::SIGKILL if spent => Ended::CpuLimit,
        libc::SIGKILL if large => Ended::OutOfMemory,
        other => Ended::Signal(other),
    }
}

/// At most `most` bytes from the start of a file, and whether there are more.
fn read(file: &File, most: u64) -> io::Result<(Vec<u8>, bool)> {
    let size = file.metadata()?.len();
    let mut bytes = vec![0; size.min(most).try_into().unwrap_or(0)];
    file.read_exact_at(&mut bytes, 0)?;
    Ok((bytes, size > most))
}

/// Text of as many bytes: each that is not UTF-8 becomes one `?`, so that the ranges in the events stay true.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let chunks = error.as_bytes().utf8_chunks();
        chunks.fold(String::new(), |text, chunk| text + chunk.valid() + &"?".repeat(chunk.invalid().len()))
    })
}
