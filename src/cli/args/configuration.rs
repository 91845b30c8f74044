//! Which configuration file is read; the commands that show it and write a first one.

use std::path::PathBuf;

use super::Check;

pub(super) const CONFIG_EXAMPLES: &str = "\
Examples:
  snipcheck config                            each value, and where it comes from
  snipcheck config docs/old/guide.md          those of one document
  snipcheck config docs --timeout 5s          as `check` would see them
  snipcheck config --schema > snipcheck.schema.json";

pub(super) const INIT_EXAMPLES: &str = "\
Examples:
  snipcheck init --dry-run                    see what would be written
  snipcheck init
  snipcheck init --pyproject --no-github";

/// Which configuration file is read.
#[derive(Debug, Default, clap::Args)]
pub struct Source {
    /// Read this configuration file, instead of the nearest above the documents: `.snipcheck.toml`, `snipcheck.toml`,
    /// or `pyproject.toml` with a table `[tool.snipcheck]`
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Read no configuration file
    #[arg(long, conflicts_with = "config")]
    pub no_config: bool,
}

/// `snipcheck config`
#[derive(Debug, clap::Args)]
pub struct Config {
    /// Show each value, and where it comes from: this is what is done where nothing else is asked for
    #[arg(long, conflicts_with = "schema")]
    pub show: bool,
    /// Print the JSON schema of configuration files, for editors
    #[arg(long)]
    pub schema: bool,
    #[command(flatten)]
    pub check: Check,
}

/// `snipcheck init`
#[derive(Debug, clap::Args)]
pub struct Init {
    /// The folder of the project
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
    /// Add a table `[tool.snipcheck]` to the `pyproject.toml` that is there, instead of writing `snipcheck.toml`
    #[arg(long)]
    pub pyproject: bool,
    /// Write no workflow for GitHub Actions
    #[arg(long)]
    pub no_github: bool,
    /// Write no hook for pre-commit
    #[arg(long)]
    pub no_pre_commit: bool,
    /// Show what would be written, and write nothing
    #[arg(long, alias = "diff")]
    pub dry_run: bool,
}
