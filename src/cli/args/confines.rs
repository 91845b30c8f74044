//! Which blocks run, and how they are kept from the machine.

use clap::ValueEnum;

/// Which blocks run, and how they are kept from the machine. Limits, which have a heading of their own, come last of all
/// options of a command, and so are no part of this.
#[derive(Debug, clap::Args)]
pub struct Confines {
    /// Check only the block at this line of the document, or the blocks below headings that contain this text; may be
    /// repeated
    #[arg(long, value_name = "LINE|SECTION")]
    pub only: Vec<String>,
    /// How blocks are kept from the machine, at most; to insist on a level, use `--require-isolation`
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t)]
    pub isolation: Isolation,
    /// Refuse to run where this level of isolation is not to be had
    #[arg(long, value_enum, value_name = "LEVEL", conflicts_with = "isolation")]
    pub require_isolation: Option<Required>,
}

/// Levels of isolation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Isolation {
    /// The best that the machine grants, `landlock` at least
    #[default]
    Best,
    /// Namespaces of its own for files, network and processes, on top of the next ones; or `landlock`, where the machine
    /// refuses them
    Full,
    /// Files are held by Landlock, and system calls are filtered
    Landlock,
    /// System calls are filtered; every file can be read
    Seccomp,
    /// Nothing but limits, such as those of time and memory: only for documents that you trust
    None,
}

/// Levels of isolation that are worth being required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Required {
    /// As for `--isolation`
    Full,
    /// As for `--isolation`
    Landlock,
    /// As for `--isolation`
    Seccomp,
}
