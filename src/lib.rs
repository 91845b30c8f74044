//! snipcheck: does the Python in a document really do what the text says?

#[cfg(feature = "host")]
pub mod cache;
#[cfg(feature = "host")]
pub mod claims;
#[cfg(feature = "host")]
pub mod cli;
#[cfg(feature = "host")]
pub mod directives;
#[cfg(feature = "host")]
pub mod discover;
#[cfg(feature = "host")]
pub mod extract;
#[cfg(feature = "host")]
pub mod fix;
#[cfg(feature = "host")]
pub mod flow;
#[cfg(feature = "host")]
pub mod judge;
#[cfg(feature = "host")]
pub mod plan;
#[cfg(feature = "host")]
pub mod report;
#[cfg(feature = "host")]
pub mod run;
#[cfg(feature = "host")]
pub mod syntax;
#[cfg(feature = "host")]
pub mod text;
pub mod wire;
#[cfg(feature = "worker")]
mod worker;

#[cfg(not(target_os = "linux"))]
compile_error!("snipcheck runs snippets in a sandbox of Linux; there is none for this system yet");
