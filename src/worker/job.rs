//! One job from the parent's side: make everything ready, fork, watch, end what is left, say what was seen.

use std::fs::File;
use std::io;
use std::rc::Rc;
use std::time::Instant;

use pyo3::prelude::*;

use super::child;
use super::collect::collect;
use super::fork::{Side, fork};
use super::lockdown::Sandbox;
use super::probe::Probe;
use super::python::Preloaded;
use super::watch::watch;
use crate::wire::{Enforced, Job, Missing, Observation};

/// A warm interpreter in its sandbox.
pub struct Worker {
    sandbox: Sandbox,
    probe: Rc<Probe>,
    preloaded: Preloaded,
}

/// The files that catch what one snippet writes; new for each.
pub struct Catch {
    /// Descriptor 1.
    pub stdout: File,
    /// Descriptor 2.
    pub stderr: File,
    /// What the probe tells.
    pub notes: File,
}

impl Worker {
    /// Takes a sandbox that is entered, and the probe.
    pub fn new(sandbox: Sandbox, probe: Rc<Probe>) -> Self {
        Self { sandbox, probe, preloaded: Preloaded::default() }
    }

    /// What holds here.
    pub fn enforced(&self) -> &Enforced {
        &self.sandbox.enforced
    }

    /// Adds what better levels lacked.
    pub fn note_missing(&mut self, missing: Vec<Missing>) {
        self.sandbox.enforced.missing.splice(0..0, missing);
    }

    /// Runs a job in a process of its own, of which nothing is left afterwards.
    ///
    /// # Errors
    /// Where this cannot be promised; the worker is then of no more use.
    pub fn run(&mut self, py: Python<'_>, job: &Job) -> PyResult<Observation> {
        self.preloaded.add(py, &job.preload)?;
        self.sandbox.refresh(&job.limits)?;
        let catch = Catch::new(&self.sandbox)?;
        let began = Instant::now();
        match fork(py)? {
            Side::Child => child::run(py, &self.sandbox, &self.probe, job, catch),
            Side::Parent(pid) => {
                let seen = watch(pid, &self.sandbox, &catch, &job.limits, began)?;
                self.sandbox.sweep(pid, seen.stopped.is_some())?;
                Ok(collect(job, &catch, seen, self.sandbox.enforced.level)?)
            }
        }
    }

    /// Leaves nothing behind.
    pub fn remove(&self) {
        self.sandbox.remove();
    }
}

impl Catch {
    fn new(sandbox: &Sandbox) -> io::Result<Self> {
        let file = || sandbox.catcher().map(File::from);
        Ok(Self { stdout: file()?, stderr: file()?, notes: file()? })
    }
}
