//! Whose fault an exception is: the document's, or something that is missing around it.

use super::limit::Limit;
use super::without::done_without;
use super::{Outcome, Seen};
use crate::wire::{Limits, Raised};

/// What an exception says is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The outcome it stands for.
    pub outcome: Outcome,
    /// What is missing.
    pub what: String,
    /// The need in the report's words, such as `name:fetch`.
    pub need: String,
}

fn missing(outcome: Outcome, kind: &str, what: &str) -> Missing {
    let what = if what.is_empty() { "?".to_owned() } else { what.to_owned() };
    Missing { outcome, need: format!("{kind}:{what}"), what }
}

impl Missing {
    /// Why nothing can be decided without it.
    pub fn reason(&self) -> String {
        match self.need.starts_with("limit:") {
            true => self.what.clone(),
            false => format!("needs {}", self.need),
        }
    }
}

/// What a block would have needed more of.
pub fn beyond(limit: Limit, limits: &Limits) -> Missing {
    Missing { outcome: limit.outcome(), what: limit.mend(limits), need: format!("limit:{}", limit.name()) }
}

/// What is missing where `raised` left the code; `None` where the exception is the document's own.
pub fn missing_behind(seen: &Seen<'_>, raised: &Raised) -> Option<Missing> {
    let is = |name: &str| raised.bases.iter().any(|base| base == name);
    let named = raised.missing.as_deref().unwrap_or("");
    if let Some(limit) = Limit::behind(seen, raised) {
        return Some(beyond(limit, &seen.planned().job.limits));
    }
    if is("NameError") && !is("UnboundLocalError") {
        let bound = seen.planned().bound.contains(named);
        let from_context = seen.context_raised().is_some();
        // Authors show how a function is used before they show the function.
        let later = seen.planned().definitions.contains(named);
        // In a transcript, what should have bound it may have been lost.
        let earlier = |line: usize, other: &Raised| line < raised.line as usize && !seen.was_foretold(other);
        let lost = seen.raised().into_iter().any(|(line, other)| earlier(line, other));
        return (!bound || from_context || later || lost).then(|| missing(Outcome::MissingName, "name", named));
    }
    if let Some(name) = name_of_module(raised).filter(|_| is("ImportError")) {
        return Some(missing(Outcome::MissingName, "name", &name));
    }
    if is("ImportError") {
        let (outcome, what) = (Outcome::MissingModule, if named.is_empty() { raised.message.as_str() } else { named });
        return Some(missing(outcome, "module", what));
    }
    let of_none = raised.message.contains("'NoneType' object") && (is("AttributeError") || is("TypeError"));
    if let Some(module) = of_none.then(|| done_without(seen, usize::MAX)).flatten() {
        return Some(missing(Outcome::MissingModule, "module", &module));
    }
    let direct = newer_python(raised)
        .or_else(|| own_loop(seen, raised))
        .or_else(|| network(seen, raised))
        .or_else(|| file(seen, raised))
        .or_else(|| terminal(raised));
    direct.or_else(|| behind_refusal(seen, raised))
}

/// The module is there, and has no such name: "cannot import name 'X' from 'module' (its file)".
fn name_of_module(raised: &Raised) -> Option<String> {
    let (name, rest) = raised.message.strip_prefix("cannot import name '")?.split_once("' from '")?;
    let module = rest.split_once('\'')?.0;
    Some(format!("{module}.{name}"))
}

/// `int | None` as a value: Python 3.10 and later (PEP 604).
fn newer_python(raised: &Raised) -> Option<Missing> {
    let union =
        raised.type_name == "TypeError" && raised.message.starts_with("unsupported operand type(s) for |: 'type' and");
    union.then(|| missing(Outcome::Skipped, "python", "3.10"))
}

/// The first thing whose absence made a run lose a statement before `line`: what comes after it may be another's fault.
/// An exception that a claim foretold is no loss.
pub fn loss_before(seen: &Seen<'_>, line: usize) -> Option<Missing> {
    let in_context = seen.context_raised().and_then(|raised| missing_behind(seen, raised));
    let lost = seen.raised().into_iter().filter(|(at, raised)| *at <= line && !seen.was_foretold(raised));
    in_context
        .or_else(|| lost.into_iter().find_map(|(_, raised)| missing_behind(seen, raised)))
        .or_else(|| swallowed(seen))
        .or_else(|| done_without(seen, line).map(|module| missing(Outcome::MissingModule, "module", &module)))
}

/// What keeps exceptions to itself: tests that are run, threads, tasks, and what is suppressed.
const SWALLOWERS: [&str; 6] =
    ["unittest", "Thread(", "submit(", "return_exceptions", "suppress(Exception", "run_docstring_examples"];

/// A name that nothing binds, in code that catches every exception: it may have been caught.
fn swallowed(seen: &Seen<'_>) -> Option<Missing> {
    let name = seen.planned().unbound.first()?;
    let entries = seen.planned().job.parts.iter().flat_map(|part| &part.entries);
    let mut lines = entries.flat_map(|entry| entry.text.lines().map(str::trim_start));
    let catches = lines.any(|line| {
        let clause = ["except:", "except Exception", "except NameError"].iter().any(|words| line.starts_with(words));
        clause || SWALLOWERS.iter().any(|words| line.contains(words))
    });
    catches.then(|| missing(Outcome::MissingName, "name", name))
}

/// What goes on after a connection was refused and nobody said so (an event loop that finds no socket for a server) fails
/// for the lack of it.
fn behind_refusal(seen: &Seen<'_>, raised: &Raised) -> Option<Missing> {
    let refused =
        seen.observation().effects.iter().find(|effect| effect.what == "network" && effect.answer == "refused")?;
    let what = format!("{} ({})", refused.detail, super::outcome::summary(raised));
    let own = is_own(seen, raised)
        || raised.type_name == "AssertionError"
        || raised.bases.iter().any(|base| base == "SyntaxError");
    (!own).then(|| Missing { outcome: Outcome::Network, what, need: "network".into() })
}

/// `asyncio.run(…)` at the top of a block that also has an `await` there: pages show both ways of starting, and only one of
/// them works at a time.
fn own_loop(seen: &Seen<'_>, raised: &Raised) -> Option<Missing> {
    let running = raised.message.contains("cannot be called from a running event loop");
    let frame = format!("  File \"{}\"", seen.planned().job.file);
    let at_top = raised.traceback.lines().filter(|line| line.starts_with(&frame)).count() == 1;
    let what = "a script without await at its top";
    (running && at_top).then(|| Missing { outcome: Outcome::Skipped, what: what.into(), need: "script".into() })
}

/// Errors that name no file and come from a connection, or from looking a host up.
fn network(seen: &Seen<'_>, raised: &Raised) -> Option<Missing> {
    const CLASSES: [&str; 9] = [
        "gaierror",
        "herror",
        "URLError",
        "ConnectionRefusedError",
        "ConnectError",
        "ConnectTimeout",
        "ConnectionError",
        "ClientConnectorError",
        "NewConnectionError",
    ];
    // ENETUNREACH, EHOSTUNREACH, ENETDOWN, EAFNOSUPPORT: Linux errno(3).
    let errno = raised.errno.is_some_and(|errno| [101, 113, 100, 97].contains(&errno));
    let class = raised.bases.iter().any(|base| CLASSES.contains(&base.as_str()));
    ((class && !is_own(seen, raised)) || errno).then(|| Missing {
        outcome: Outcome::Network,
        what: raised.message.clone(),
        need: "network".into(),
    })
}

/// Whether a `raise` statement of the document itself raised it.
pub fn is_own(seen: &Seen<'_>, raised: &Raised) -> bool {
    raised_by(&raised.traceback, &seen.planned().job.file)
}

/// Whether a traceback ends at a `raise` statement of `file`.
pub fn raised_by(traceback: &str, file: &str) -> bool {
    let in_document = format!("  File \"{file}\"");
    let mut frames = traceback.lines().rev().skip_while(|line| !line.starts_with("  File "));
    let innermost = frames.next().is_some_and(|line| line.starts_with(&in_document));
    let source = traceback.lines().rev().find(|line| line.starts_with("    ") && !line.contains('^'));
    innermost && source.is_some_and(|line| line.trim_start().starts_with("raise "))
}

fn file(seen: &Seen<'_>, raised: &Raised) -> Option<Missing> {
    let is = |name: &str| raised.bases.iter().any(|base| base == name);
    // EROFS (30) and EACCES (13) are the sandbox's answer to writing outside the scratch folder.
    let refused =
        raised.errno == Some(30) || is("PermissionError") || is("FileNotFoundError") || is("NotADirectoryError");
    let named = raised.missing.as_deref().filter(|name| !name.is_empty());
    match named {
        Some(name) if refused => Some(missing(Outcome::MissingFile, "file", name)),
        // Below the full level the sandbox refuses sockets, sessions and signals as such: EPERM (1), EACCES (13).
        None if matches!(raised.errno, Some(1 | 13)) && !is_own(seen, raised) => {
            Some(missing(Outcome::Skipped, "permission", &raised.message))
        }
        _ if is("DatabaseError") && raised.message.contains("no such table") => {
            Some(missing(Outcome::MissingFile, "file", "database"))
        }
        _ => None,
    }
}

/// `input()` with nobody there, and settings that only the author's machine has.
fn terminal(raised: &Raised) -> Option<Missing> {
    let last_source = raised.traceback.lines().rev().find(|line| line.starts_with("    ")).unwrap_or("");
    if raised.type_name == "EOFError" && raised.traceback.contains("input(") {
        return Some(Missing { outcome: Outcome::Skipped, what: "a terminal".into(), need: "terminal".into() });
    }
    if last_source.contains("sys.stdin") {
        return Some(Missing { outcome: Outcome::Skipped, what: "standard input".into(), need: "stdin".into() });
    }
    if raised.type_name == "IndexError" && raised.traceback.contains("sys.argv") {
        return Some(Missing { outcome: Outcome::Skipped, what: "arguments".into(), need: "arguments".into() });
    }
    if raised.type_name == "TclError" && raised.message.contains("display") {
        return Some(Missing { outcome: Outcome::Skipped, what: "a display".into(), need: "display".into() });
    }
    let environment =
        raised.type_name == "KeyError" && (raised.traceback.contains("os.environ[") || last_source.contains("environ"));
    environment.then(|| missing(Outcome::Skipped, "env", raised.message.trim_matches('\'')))
}
