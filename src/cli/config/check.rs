//! What `check` is to do.

use std::ffi::OsString;
use std::path::PathBuf;

use super::{Confines, Environment, Failure, Inputs, Shown, args};
use crate::cli::args::Color;
use crate::cli::settings::Configuration;
use crate::discover::interpreters::Places;
use crate::judge::{Rule, Rules};

/// What `check` is to do.
#[derive(Debug, Clone)]
pub struct Check {
    /// Which documents.
    pub inputs: Inputs,
    /// Names of interpreters; none: the default one.
    pub pythons: Vec<String>,
    /// Every interpreter that can be found.
    pub all_pythons: bool,
    /// Where interpreters are looked for.
    pub places: Places,
    /// Workers at a time.
    pub workers: usize,
    /// Which blocks, and within which bounds.
    pub confines: Confines,
    /// Rules by which nothing may agree.
    pub rules_off: Rules,
    /// How many times more every block runs.
    pub repeat: usize,
    /// Whether what statements show is looked at besides claims.
    pub shows: bool,
    /// The folder of records to compare with.
    pub against: Option<PathBuf>,
    /// Where earlier results are kept; `None`: they are neither used nor kept.
    pub cache: Option<PathBuf>,
    /// Which Python pyenv was told to start.
    pub pyenv_version: Option<OsString>,
    /// The reports.
    pub shown: Shown,
    /// Whether progress is shown.
    pub progress: bool,
    /// What is said of some documents alone.
    pub configuration: Configuration,
}

impl Check {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a path names nothing, or two reports would go to one place.
    pub(in crate::cli) fn new(typed: args::Check, color: Color, environment: Environment) -> Result<Self, Failure> {
        let (quiet, rules_off) = (typed.shown.quiet, rules_off(&typed));
        Ok(Self {
            inputs: Inputs::new(typed.inputs)?,
            shown: Shown::new(typed.shown, color, environment.step_summary)?,
            pythons: typed.python,
            all_pythons: typed.all_pythons,
            places: environment.places,
            workers: typed.jobs.unwrap_or(environment.cores).get(),
            rules_off,
            confines: Confines::new(&typed.confines, &typed.limits),
            // What comes out differently from run to run must be known, or it would drift each time.
            repeat: usize::from(typed.repeat).max(usize::from(typed.against.is_some())),
            shows: typed.against.is_some(),
            against: typed.against,
            cache: environment.cache.filter(|_| !typed.no_cache),
            pyenv_version: environment.pyenv_version,
            progress: environment.watched && !quiet,
            configuration: Configuration::default(),
        })
    }

    /// With what a configuration file says of some documents alone.
    pub(in crate::cli) fn under(self, configuration: Configuration) -> Self {
        Self { configuration, ..self }
    }
}

/// The rules by which nothing may agree.
pub(super) fn rules_off(typed: &args::Check) -> Rules {
    if typed.strict { Rule::of_agreement().collect() } else { typed.without_rule.iter().copied().collect() }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::config::Only;
    use crate::cli::formats::{Choice, Format};
    use crate::report::summary::FailOn;
    use crate::report::terminal::Detail;
    use crate::wire::{Level, Limits};

    fn check(arguments: &str) -> Check {
        let typed =
            args::Args::try_parse_from(["snipcheck", "check", "-"].into_iter().chain(arguments.split_whitespace()));
        let typed = typed.unwrap();
        let args::Command::Check(check) = typed.command else { panic!("not check") };
        let cores = std::num::NonZeroUsize::new(4).unwrap();
        let environment = Environment {
            places: Places::default(),
            watched: true,
            screen: true,
            cores,
            ci: false,
            asks: false,
            editor: "vi".into(),
            step_summary: Some("summary.md".into()),
            cache: Some("kept".into()),
            pyenv_version: None,
        };
        Check::new(check, typed.color, environment).unwrap()
    }

    #[test]
    fn what_is_not_said_has_its_default() {
        let config = check("");
        assert_eq!((config.workers, config.confines.limits), (4, Limits::default()));
        assert_eq!((config.confines.policy.level, config.confines.require), (None, false));
        let shown = &config.shown;
        assert_eq!((shown.detail, shown.fail_on, config.progress), (Detail::Normal, FailOn::Fails, true));
        assert_eq!(shown.reports, [Choice { format: Format::Terminal, file: None }]);
        assert_eq!((&shown.step_summary, shown.colour_files), (&None, false));
        assert_eq!(config.cache, Some("kept".into()));
    }

    #[test]
    fn what_is_said_counts() {
        assert_eq!(check("--jobs 2").workers, 2);
        let limits = check("--timeout 1.5 --memory 512M").confines.limits;
        assert_eq!((limits.wall_ms, limits.cpu_s, limits.memory), (1500, 3, 512 << 20));
        let limits = check("--timeout off --cpu-time 3s").confines.limits;
        assert_eq!((limits.wall_ms, limits.cpu_s), (0, 3));
        let off = "--timeout 0 --memory off --processes off --open-files 0 --scratch off --scratch-files off";
        let limits = check(&format!("{off} --output-limit off --report-limit off")).confines.limits;
        let none = Limits { wall_ms: 0, cpu_s: 0, memory: 0, processes: 0, output: 0, ..limits.clone() };
        assert_eq!((&limits, limits.disk, limits.disk_files, limits.files, limits.report), (&none, 0, 0, 0, 0));
        let quiet = check("--quiet --fail-on undecidable");
        let fail_on = quiet.shown.fail_on;
        assert_eq!((quiet.shown.detail, quiet.progress, fail_on), (Detail::Quiet, false, FailOn::Undecidable));
        assert_eq!(check("--verbose").shown.detail, Detail::Verbose);
        assert_eq!(check("--format github").shown.step_summary, Some("summary.md".into()));
        let asked = check("--isolation landlock").confines;
        assert_eq!((asked.policy.level, asked.require), (Some(Level::Landlock), false));
        let required = check("--require-isolation full").confines;
        assert_eq!((required.policy.level, required.require), (Some(Level::Full), true));
        assert_eq!(check("").rules_off, Rules::new());
        assert_eq!(check("--strict").rules_off, Rule::of_agreement().collect());
        let some = check("--without-rule digits --without-rule printed-lines --repeat 3");
        assert_eq!((some.rules_off, some.repeat), (Rules::from([Rule::Digits, Rule::PrintedLines]), 3));
        assert_eq!(check("--no-cache").cache, None);
        assert_eq!(check("--python 3.9 --python x").pythons, ["3.9", "x"]);
        assert_eq!(check("--only 12 --only Memory").confines.only, [Only::Line(12), Only::Section("memory".into())]);
    }
}
