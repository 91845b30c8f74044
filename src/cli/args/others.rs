//! The commands that read no documents: `cache`, `completions`, `man`, `doctor`.

use std::path::PathBuf;

pub(super) const CACHE_EXAMPLES: &str = "\
Examples:
  snipcheck cache stats
  snipcheck cache clean";

pub(super) const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  snipcheck completions bash > ~/.local/share/bash-completion/completions/snipcheck
  snipcheck completions zsh > ~/.zfunc/_snipcheck
  snipcheck completions fish > ~/.config/fish/completions/snipcheck.fish";

pub(super) const MAN_EXAMPLES: &str = "\
Examples:
  snipcheck man --out ~/.local/share/man/man1";

pub(super) const DOCTOR_EXAMPLES: &str = "\
Examples:
  snipcheck doctor
  snipcheck doctor --python .venv";

/// `snipcheck cache`
#[derive(Debug, clap::Args)]
pub struct Cache {
    /// What to do
    #[command(subcommand)]
    pub what: CacheDo,
}

/// What to do with what earlier runs have kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::Subcommand)]
pub enum CacheDo {
    /// Remove it
    Clean,
    /// Show where and how much it is, and what the last run had of it
    Stats,
}

/// `snipcheck completions`
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// `snipcheck man`
#[derive(Debug, clap::Args)]
pub struct Man {
    /// The folder to write to; it is made where it is not there
    #[arg(long, short, value_name = "DIR")]
    pub out: PathBuf,
}

/// `snipcheck doctor`
#[derive(Debug, clap::Args)]
pub struct Doctor {
    /// Look at this Python, named as for `check`; may be repeated [default: all that are found]
    #[arg(long, value_name = "PYTHON")]
    pub python: Vec<String>,
}
