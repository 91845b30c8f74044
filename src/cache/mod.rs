//! What was found out before, kept on the disk from run to run.
//!
//! Owns the folder, its entries and their trustworthiness. Does not know what is in an entry: whoever keeps something says
//! by its key what it depends on, and by its witnesses which files must still be as they were.

mod entry;
mod key;
mod store;
mod sweep;
mod witness;

pub use key::Key;
pub use store::Store;
pub use sweep::{Contents, clean, contents};
pub use witness::{Stamp, Witness};
