//! The program: an exit code, and quiet where nobody reads any more.

use std::process::ExitCode;

use snipcheck::cli::{self, Failure};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Ok(code) => ExitCode::from(code),
        Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Err(failure) => {
            anstream::eprint!("{failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}
