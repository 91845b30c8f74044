//! The keys of a configuration file. Each is the long option of `check` of the same name, and takes what that takes.
//!
//! An option is not a key by itself: a file comes with documents, and may be as hostile as they are. So whoever adds an
//! option says here what a file may ask of it; a test finds the option that nobody spoke of.

use super::guard::Guard;
use crate::cli::limits::Unit;

/// A key.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// The option's name without its dashes; `paths` is what the command line has without a name.
    pub name: &'static str,
    /// What a file may ask for.
    pub guard: Guard,
    /// Whether it can be said for some documents alone.
    pub per_document: bool,
}

/// All of them, in the order in which they are shown.
pub const KEYS: &[Key] = &[
    run("paths", Guard::Documents),
    run("include", Guard::Patterns),
    run("exclude", Guard::Patterns),
    run("force-exclude", Guard::Free),
    run("as", Guard::Free),
    run("python", Guard::Python),
    run("all-pythons", Guard::Free),
    run("jobs", Guard::Number(64)),
    run("repeat", Guard::Number(100)),
    run("only", Guard::Free),
    run("format", Guard::Reports),
    run("output", Guard::ReportFile),
    run("verbose", Guard::Free),
    run("quiet", Guard::Free),
    run("color", Guard::Free),
    document("fail-on", Guard::Free),
    run("against", Guard::Documents),
    run("no-cache", Guard::Free),
    document("strict", Guard::Free),
    document("without-rule", Guard::Free),
    run("isolation", Guard::OneOf(&["best", "full"])),
    run("require-isolation", Guard::OneOf(&["full"])),
    document("timeout", Guard::Limit(Unit::Time, "10m")),
    document("cpu-time", Guard::Limit(Unit::Time, "10m")),
    document("memory", Guard::Limit(Unit::Size, "16G")),
    document("processes", Guard::Limit(Unit::Count, "1024")),
    document("open-files", Guard::Limit(Unit::Count, "4096")),
    document("scratch", Guard::Limit(Unit::Size, "4G")),
    document("scratch-files", Guard::Limit(Unit::Count, "1000000")),
    document("output-limit", Guard::Limit(Unit::Size, "32M")),
    document("report-limit", Guard::Limit(Unit::Size, "64M")),
];

/// The key of this name.
pub fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

const fn run(name: &'static str, guard: Guard) -> Key {
    Key { name, guard, per_document: false }
}

const fn document(name: &'static str, guard: Guard) -> Key {
    Key { name, guard, per_document: true }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::args::Args;

    /// Options of `check` that no file can set: they say which file is read.
    const COMMAND_LINE_ONLY: [&str; 2] = ["config", "no-config"];

    #[test]
    fn each_option_of_check_is_a_key_or_known_to_be_none() {
        let command = Args::command();
        let check = command.find_subcommand("check").unwrap();
        let options = check.get_arguments().chain(command.get_arguments());
        let options: Vec<&str> = options.map(|option| option.get_long().unwrap_or("paths")).collect();
        let known: Vec<&str> = KEYS.iter().map(|key| key.name).chain(COMMAND_LINE_ONLY.iter().copied()).collect();
        for option in &options {
            assert!(known.contains(option), "say in KEYS what a configuration file may ask of --{option}");
        }
        for name in known {
            assert!(options.contains(&name), "{name} is no option of check");
        }
    }

    #[test]
    fn limits_are_bounded_and_no_interpreter_is_free() {
        for name in ["timeout", "memory", "processes", "scratch"] {
            assert!(matches!(find(name).unwrap().guard, Guard::Limit(..)), "{name}");
        }
        assert_eq!(find("python").unwrap().guard, Guard::Python);
    }
}
