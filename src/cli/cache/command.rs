//! `snipcheck cache`: shows and removes what earlier runs have kept.

use std::path::Path;

use super::noted;
use crate::cache::{Contents, Store, clean, contents};
use crate::cli::Failure;
use crate::cli::args::CacheDo;
use crate::cli::output::Output;
use crate::report::summary::PASSED;

/// Runs it; gives the exit code.
///
/// # Errors
/// When there is no folder, or it cannot be used.
pub fn run(what: CacheDo, folder: Option<&Path>) -> Result<u8, Failure> {
    let Some(folder) = folder else {
        let help = "name a folder in SNIPCHECK_CACHE_DIR, which is empty, or unset it and set HOME";
        return Err(Failure::usage("nothing is kept: it is turned off, or no folder is named for it", help));
    };
    let store = Store::open(folder).map_err(|error| {
        let help = "name a folder of your own that no one else may write to in SNIPCHECK_CACHE_DIR";
        Failure::job(format!("nothing is kept: `{}` cannot be used: {error}", folder.display()), help)
    })?;
    let text = match what {
        CacheDo::Stats => stats(&store),
        CacheDo::Clean => {
            let removed = clean(store.folder())
                .map_err(|error| Failure::job(format!("cannot empty `{}`: {error}", store.folder().display()), ""))?;
            format!("removed {} from {}\n", amount(removed), store.folder().display())
        }
    };
    Output::Standard.write(&text)?;
    Ok(PASSED)
}

fn stats(store: &Store) -> String {
    let head = format!("{}\n{}\n", store.folder().display(), amount(contents(store.folder())));
    let last = noted(store).map_or_else(
        |_| String::new(),
        |spared| {
            let [documents, blocks] = [spared.documents, spared.blocks];
            format!(
                "the last run knew {} of {} documents, and {} of {} runs of blocks in the others\n",
                documents.found, documents.asked, blocks.found, blocks.asked
            )
        },
    );
    head + &last
}

fn amount(contents: Contents) -> String {
    let Contents { entries, bytes } = contents;
    let noun = if entries == 1 { "entry" } else { "entries" };
    format!("{entries} {noun}, {}", indicatif::HumanBytes(bytes))
}
