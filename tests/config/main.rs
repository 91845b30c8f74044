//! The configuration file as its user meets it: which one is read, what it does, what it must not do, how it is shown; and
//! what `init` writes.

mod heeded;
mod hostile;
mod init;
mod project;
mod shown;
