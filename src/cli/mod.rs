//! The command line: arguments as typed, the configuration they mean, and one file for each command.
//!
//! The only part that prints, writes files and reads the environment. Knows every stage and decides nothing about
//! claims.

mod args;
mod cache;
mod check;
pub mod config;
mod configuration;
mod doctor;
mod environment;
mod explain;
mod extract;
mod failure;
mod fix;
mod formats;
mod init;
mod limits;
mod list;
mod manual;
mod mending;
mod migrate;
mod output;
mod pages;
mod paths;
mod progress;
mod record;
mod records;
mod report;
mod review;
mod rewrite;
mod rules;
mod running;
mod session;
pub mod settings;
mod spool;
pub mod stages;
mod watch;

use std::ffi::OsString;

pub use failure::Failure;

use args::Command;
use environment::Environment;
use settings::Typed;

/// Runs the command that `arguments` ask for, the program's own name first; gives the exit code.
///
/// # Errors
/// When the command line is wrong, or the job cannot be done.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<u8, Failure> {
    let typed = match Typed::read(arguments) {
        Ok(typed) => typed,
        // Also `--help` and `--version`, which are no errors and go to standard output.
        Err(answer) => return answer.print().map(|()| exit_code(&answer)).map_err(Failure::from_write),
    };
    // What is wrong with the configuration is told in these colours already.
    typed.color().choice().write_global();
    let configuration = typed.configured()?;
    let args = configuration.args()?;
    args.color.choice().write_global();
    let environment = Environment::read();
    match args.command {
        Command::Check(check) => check::run(&config::Check::new(check, args.color, environment)?.under(configuration)),
        Command::Watch(watch) => watch::run(&config::Watch::new(watch, args.color, environment)?.under(configuration)),
        Command::Record(record) => {
            record::run(&config::Record::new(record, args.color, environment)?.under(configuration))
        }
        Command::List(list) => list::run(&config::List::new(list)?),
        Command::Extract(extract) => extract::run(&config::Extract::new(extract)?),
        Command::Explain(explain) => explain::run(&config::Explain::new(explain, &configuration, environment)?),
        Command::Migrate(migrate) => migrate::run(&config::Migrate::new(migrate)?),
        Command::Fix(fix) => fix::run(&config::Fix::new(fix, configuration, &environment)?),
        Command::Review(review) => review::run(&config::Review::new(review, configuration, &environment)?),
        Command::Rules => rules::run(),
        Command::Report(report) => report::run(&config::Saved::new(report, args.color, environment)?),
        Command::Cache(cache) => cache::run(cache.what, environment.cache.as_deref()),
        Command::Completions(completions) => manual::completions(completions.shell),
        Command::Man(man) => manual::pages(&man.out),
        Command::Doctor(doctor) => doctor::run(&config::Doctor::new(doctor, environment)),
        Command::Config(config) => configuration::run(&config, &configuration, &environment),
        Command::Init(init) => init::run(&init),
    }
}

fn exit_code(answer: &clap::Error) -> u8 {
    u8::try_from(answer.exit_code()).unwrap_or(crate::report::summary::USAGE)
}
