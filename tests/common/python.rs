//! The Python that tests run on.

use std::process::Command;

use snipcheck::wire::Interpreter;

/// What an interpreter is asked about itself.
const ASK: &str = "
import json, sys
version = sys.version_info
print(json.dumps(dict(
    id='%d.%d' % version[:2], implementation='CPython', version='%d.%d.%d' % version[:3], minor=version[:2],
    executable=sys.executable, prefix=sys.prefix, exec_prefix=sys.exec_prefix, base_prefix=sys.base_prefix,
    base_exec_prefix=sys.base_exec_prefix, path=[p for p in sys.path if p])))
";

/// `SNIPCHECK_PYTHON`, or `python3`.
pub fn interpreter() -> Interpreter {
    let program = std::env::var("SNIPCHECK_PYTHON").unwrap_or_else(|_| "python3".into());
    describe(&program).expect("a python3 is needed for this test")
}

/// What an interpreter says about itself, if it is there.
pub fn describe(program: &str) -> Option<Interpreter> {
    let output = Command::new(program).args(["-c", ASK]).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}
