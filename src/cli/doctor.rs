//! `snipcheck doctor`: what works on this machine, and how to mend what does not.

use std::fmt::Write as _;

use super::config::Doctor;
use super::output::Output;
use super::{Failure, stages};
use crate::discover::interpreters::{Found, Refusal, SUPPORTED, find_all, resolve, same_installation};
use crate::judge::Limit;
use crate::report::summary::{INCOMPLETE, PASSED};
use crate::wire::{Enforced, Interpreter, Level, Limits};

/// Runs it; gives the exit code.
///
/// # Errors
/// When an interpreter that was named cannot be used.
pub fn run(config: &Doctor) -> Result<u8, Failure> {
    let found = if config.pythons.is_empty() { find_all(&config.places) } else { named(config)? };
    let default = resolve(&[], &config.places);
    let mut text: String = found.iter().map(|known| describe(known, default.as_deref().unwrap_or_default())).collect();
    let usable = found.iter().any(|known| known.answer.is_ok());
    if let (true, Err(refusal)) = (usable, &default) {
        text += &format!("✗ the default  {refusal}\n");
    }
    if usable {
        text += &limits();
    } else {
        text += &format!("no interpreter that can be used: {SUPPORTED} is needed\n");
    }
    Output::Standard.write(&text)?;
    Ok(if usable { PASSED } else { INCOMPLETE })
}

fn named(config: &Doctor) -> Result<Vec<Found>, Refusal> {
    let known = resolve(&config.pythons, &config.places)?;
    let found = known.into_iter().map(|known| Found { executable: known.executable.clone().into(), answer: Ok(known) });
    Ok(found.collect())
}

fn describe(found: &Found, default: &[Interpreter]) -> String {
    match &found.answer {
        Ok(known) => {
            let is_default = default.iter().any(|default| same_installation(default, known));
            let mark = if is_default { "  (default)" } else { "" };
            let head = format!("✓ {} {}  {}{mark}\n", known.implementation, known.version, known.executable);
            head + &protected(known)
        }
        Err(why) => format!("✗ {}  {why}: {SUPPORTED} is needed\n", found.executable.display()),
    }
}

fn protected(interpreter: &Interpreter) -> String {
    match stages::protection(interpreter) {
        Ok(enforced) => protection(&enforced),
        Err(Failure::Usage(message) | Failure::Job(message)) => {
            let help = if message.help.is_empty() { String::new() } else { format!(" ({})", message.help) };
            format!("    isolation not known: {}{help}\n", message.error)
        }
        Err(Failure::Configuration(_) | Failure::ReaderGone) => String::new(),
    }
}

/// The level, what it is made of, and what the machine refuses.
fn protection(enforced: &Enforced) -> String {
    let mut text = format!("    isolation {}: {}\n", level(enforced.level), enforced.enforced.join(", "));
    for missing in &enforced.missing {
        // Writing to a string does not fail.
        _ = writeln!(text, "    ✗ {}: {}", missing.what, missing.why);
        _ = writeln!(text, "      mend: {}", missing.mend);
    }
    text
}

/// What every block may use where nothing else is said.
fn limits() -> String {
    let limits = Limits::default();
    let amounts: Vec<String> = Limit::ALL.iter().map(|limit| limit.amount(&limits)).collect();
    format!("limits for each block, unless options of `check` say otherwise: {}\n", amounts.join(", "))
}

fn level(level: Level) -> &'static str {
    match level {
        Level::None => "none, only limits",
        Level::Seccomp => "seccomp",
        Level::Landlock => "landlock",
        Level::Full => "full",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Missing;

    #[test]
    fn what_is_refused_comes_with_its_mend() {
        let missing = |what: &str| Missing { what: what.into(), why: "EPERM".into(), mend: format!("allow {what}") };
        let check = |level, missing: Vec<Missing>, expect: &str| {
            let enforced = Enforced { level, enforced: vec!["seccomp".into(), "rlimits".into()], missing };
            assert_eq!(protection(&enforced), expect);
        };
        check(Level::Full, vec![], "    isolation full: seccomp, rlimits\n");
        check(
            Level::Landlock,
            vec![missing("net")],
            "    isolation landlock: seccomp, rlimits\n    ✗ net: EPERM\n      mend: allow net\n",
        );
    }
}
