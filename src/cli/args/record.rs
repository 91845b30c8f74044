//! What `record` is asked for.

use std::path::PathBuf;

use super::Check;

pub(super) const EXAMPLES: &str = "\
Examples:
  snipcheck record docs --to expected            keep what is not kept yet; show what is no longer so
  snipcheck record docs --to expected --accept   keep what is so now
  snipcheck check docs --against expected        the same comparison in CI, claims included

Exit codes:
  0  everything is recorded as it is
  1  something is not as recorded: look at it, then `--accept`
  2  wrong usage or configuration
  3  the job could not be done, or not all of it";

/// `snipcheck record`
#[derive(Debug, clap::Args)]
#[command(mut_arg("against", |arg| arg.hide(true)), mut_arg("only", |arg| arg.hide(true)), mut_arg("fail_on", |arg| arg.hide(true)))]
pub struct Record {
    #[command(flatten)]
    pub check: Check,
    /// The folder of the records; it is made where it is not there. For each document it holds a page for people
    /// (`NAME.record.md`) and the same for programs (`NAME.record.json`)
    /// [default: `against` of the configuration file, else `expected`]
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,
    /// Renew what is no longer so
    #[arg(long)]
    pub accept: bool,
}
