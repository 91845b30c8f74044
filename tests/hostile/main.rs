//! Hostile snippets, and what must go on working beside them: `cases/`, one file each, run at every level that this machine
//! grants. What it does not grant is said and skipped.
//!
//! Unprotected only those cases are run that say so, as proof that their canary can be touched at all.

#[path = "../common/mod.rs"]
mod common;

mod canaries;
mod case;
mod machine;
mod promises;
mod soak;
mod suite;
mod user;
mod verdict;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard};

use snipcheck::wire::Level;

/// One test at a time: what is left behind must be laid to the one that left it.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    machine::adopt_orphans();
    ALONE.lock().unwrap_or_else(|broken| broken.into_inner())
}

/// Where the cases are.
fn cases() -> PathBuf {
    let elsewhere = std::env::var_os(user::CASES).map(PathBuf::from);
    elsewhere.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/cases"))
}

fn check(level: Level) {
    let _alone = alone();
    if let Some(ground) = suite::interpreter_at(level) {
        suite::run(level, &ground, &cases());
    }
}

#[test]
fn at_full() {
    check(Level::Full);
}

#[test]
fn at_landlock() {
    check(Level::Landlock);
}

#[test]
fn at_seccomp() {
    check(Level::Seccomp);
}

#[test]
fn unprotected_the_canaries_are_touched() {
    check(Level::None);
}
