//! Why a command cannot go on. Owns the shape of error messages: what is wrong and where, then what to do.

use std::fmt;
use std::io;

use anstyle::{AnsiColor, Style};

use crate::discover::interpreters::Refusal;
use crate::report::summary::{INCOMPLETE, USAGE};
use crate::run::RunError;

/// A command that ends without its result.
#[derive(Debug)]
pub enum Failure {
    /// The user asked for something that cannot be meant (exit code 2).
    Usage(Message),
    /// A configuration file is wrong in one place or more (exit code 2).
    Configuration(Vec<Message>),
    /// The job cannot be done here (exit code 3).
    Job(Message),
    /// Whoever read standard output has closed it: no reason to complain.
    ReaderGone,
}

/// What to tell the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong, and where.
    pub error: String,
    /// What to do; empty where the error says it.
    pub help: String,
}

impl Failure {
    /// A wrong command line or configuration.
    pub fn usage(error: impl Into<String>, help: impl Into<String>) -> Self {
        Failure::Usage(Message { error: error.into(), help: help.into() })
    }

    /// A job that cannot be done.
    pub fn job(error: impl Into<String>, help: impl Into<String>) -> Self {
        Failure::Job(Message { error: error.into(), help: help.into() })
    }

    /// Standard output could not be written.
    pub fn from_write(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ReaderGone,
            _ => Failure::job(format!("cannot write the result: {error}"), ""),
        }
    }

    /// The exit code that goes with it.
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Usage(_) | Failure::Configuration(_) => USAGE,
            Failure::Job(_) => INCOMPLETE,
            Failure::ReaderGone => 0,
        }
    }
}

impl fmt::Display for Failure {
    /// Whole lines, with colours: the stream takes them out where they are not wanted.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(message) | Failure::Job(message) => message.fmt(f),
            Failure::Configuration(messages) => messages.iter().try_for_each(|message| message.fmt(f)),
            Failure::ReaderGone => Ok(()),
        }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (error, help) = (AnsiColor::BrightRed.on_default().bold(), AnsiColor::BrightCyan.on_default().bold());
        writeln!(f, "{}: {}", styled(error, "error"), self.error)?;
        if !self.help.is_empty() {
            writeln!(f, "{}: {}", styled(help, "help"), self.help)?;
        }
        Ok(())
    }
}

fn styled(style: Style, word: &str) -> String {
    format!("{style}{word}{style:#}")
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::job(refusal.to_string(), refusal.help())
    }
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Worker { executable, reason } => Failure::job(
                format!("no worker runs in {executable}: {reason}"),
                "`snipcheck doctor` shows what works here",
            ),
            RunError::Protection { executable, enforced } => {
                let why: Vec<String> = enforced.missing.iter().map(|m| format!("{}: {}", m.what, m.why)).collect();
                let mend: Vec<&str> = enforced.missing.iter().map(|m| m.mend.as_str()).collect();
                let error =
                    format!("the isolation that was asked for is not to be had in {executable}: {}", why.join(", "));
                Failure::job(error, mend.join("; "))
            }
        }
    }
}
