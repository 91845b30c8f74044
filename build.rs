//! Builds the worker: this same package a second time, as the library that is loaded inside the user's Python.
//!
//! The inner build has the feature `worker` and not `host`; that is also what keeps it from building itself again. It
//! has a target folder of its own, because the outer cargo holds the lock of the usual one. No Python is needed.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What cargo tells *this* build about itself, and wrappers such as clippy's: all of it would mislead the inner one.
const FOREIGN: [&str; 9] = [
    "CARGO_PKG_",
    "CARGO_CFG_",
    "CARGO_FEATURE_",
    "CARGO_MANIFEST_",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_BUILD_",
    "RUSTFLAGS",
    "RUSTC_WORKSPACE_WRAPPER",
    "CLIPPY_",
];

fn main() {
    for path in ["build.rs", "src/wire", "src/worker", "src/lib.rs", "Cargo.toml", "Cargo.lock"] {
        println!("cargo:rerun-if-changed={path}");
    }
    if env::var_os("CARGO_FEATURE_HOST").is_none() {
        return;
    }
    match build_worker() {
        Ok(library) => println!("cargo:rustc-env=SNIPCHECK_WORKER={}", library.display()),
        Err(reason) => {
            eprintln!("snipcheck: the worker could not be built: {reason}");
            std::process::exit(1);
        }
    }
}

/// Runs the inner build and gives the path of the library.
fn build_worker() -> Result<PathBuf, String> {
    let variable = |name: &str| env::var(name).map_err(|_| format!("{name} is not set"));
    let target = variable("TARGET")?;
    let folder = Path::new(&variable("OUT_DIR")?).join("worker");
    let status = inner_cargo(&variable("CARGO")?)
        .args(["rustc", "--lib", "--crate-type", "cdylib", "--release", "--locked"])
        .args(["--no-default-features", "--features", "worker", "--target", &target, "--target-dir"])
        .arg(&folder)
        .status()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    let library = folder.join(&target).join("release/libsnipcheck.so");
    if status.success() && library.is_file() { Ok(library) } else { Err(format!("cargo ended with {status}")) }
}

/// Cargo with an environment as if the user had called it.
fn inner_cargo(program: &str) -> Command {
    let mut cargo = Command::new(program);
    let foreign = |name: &str| FOREIGN.iter().any(|prefix| name.starts_with(prefix));
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(foreign) {
            cargo.env_remove(name);
        }
    }
    cargo.env("PYO3_NO_PYTHON", "1").env("PYO3_BUILD_EXTENSION_MODULE", "1");
    // A panic in a forked child must end it there, and never run on as a second parent.
    cargo.env("CARGO_PROFILE_RELEASE_PANIC", "abort");
    cargo.env("CARGO_PROFILE_RELEASE_DEBUG", "0").env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
    cargo
}
