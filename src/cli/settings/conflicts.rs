//! Keys that do not stand beside each other. Which ones is said where the options are defined.

use clap::CommandFactory;

use super::entry::{Entry, option};
use super::place::Problem;
use crate::cli::args::Args;

/// Options of which the second has nothing to say any more where the first is typed.
const GOES_WITH: [(&str, &str); 2] = [("format", "output"), ("without-rule", "strict")];

/// Whether one option, if it is typed, leaves nothing of what a file says of the other.
pub fn outweighs(check: &clap::Command, typed: &str, other: &str) -> bool {
    typed == other || GOES_WITH.contains(&(typed, other)) || exclude_each_other(check, typed, other)
}

/// Values of one file of which only one can be meant. Those that are false are no matter.
pub fn inside(entries: &[Entry]) -> Vec<Problem> {
    let mut command = Args::command();
    command.build();
    let Some(check) = command.find_subcommand("check") else { return Vec::new() };
    let said: Vec<&Entry> =
        entries.iter().filter(|entry| entry.values != ["false"] && !entry.values.is_empty()).collect();
    let pairs = said.iter().enumerate().flat_map(|(at, one)| said[..at].iter().map(move |earlier| (*earlier, *one)));
    let wrong = pairs.filter(|(earlier, one)| exclude_each_other(check, earlier.key.name, one.key.name));
    wrong
        .map(|(earlier, one)| Problem {
            offset: one.offset,
            what: format!("`{}` and `{}` cannot both be meant", earlier.key.name, one.key.name),
            help: "take one of them out".to_owned(),
        })
        .collect()
}

fn exclude_each_other(check: &clap::Command, one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (option(check, one), option(check, other)) else { return false };
    let excludes = |one: &clap::Arg, other: &clap::Arg| {
        !one.is_global_set() && check.get_arg_conflicts_with(one).iter().any(|arg| arg.get_id() == other.get_id())
    };
    excludes(one, other) || excludes(other, one)
}
