//! The same as an ordinary user, where root runs the tests: this program and its cases are copied to where everybody can
//! read, and run again as somebody else.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// Tells the copy where its cases are.
pub const CASES: &str = "SNIPCHECK_HOSTILE_CASES";

/// Somebody without rights.
const USER: &str = "54321";

#[test]
fn as_an_ordinary_user() {
    let _alone = crate::alone();
    let Some(python) = may_switch() else { return };
    let folder = tempfile::tempdir().expect("a folder for the copy");
    open_to_all(folder.path());
    let program = folder.path().join("hostile");
    fs::copy(std::env::current_exe().expect("this program"), &program).expect("a copy of it");
    open_to_all(&program);
    copy_cases(&folder.path().join("cases"));
    let output = Command::new("setpriv")
        .args(["--reuid", USER, "--regid", USER, "--clear-groups", "--inh-caps=-all"])
        .arg(&program)
        .args(["--test-threads", "1", "--nocapture", "at_full", "at_landlock", "at_seccomp", "unprotected"])
        .current_dir("/")
        .env(CASES, folder.path().join("cases"))
        .env("SNIPCHECK_PYTHON", python)
        .env("HOME", "/")
        .output()
        .expect("setpriv starts");
    let said = String::from_utf8_lossy(&output.stdout);
    said.lines().filter(|line| line.starts_with("skipped")).for_each(|line| println!("as an ordinary user: {line}"));
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

/// An interpreter for somebody else; says why there is none.
fn may_switch() -> Option<&'static str> {
    // SAFETY: has no arguments and cannot fail.
    if unsafe { libc::geteuid() } != 0 {
        println!("skipped: this is an ordinary user already");
        return None;
    }
    if Command::new("setpriv").arg("--version").output().is_err() {
        println!("skipped: no setpriv here");
        return None;
    }
    let python = ["/usr/bin/python3", "/usr/local/bin/python3"].into_iter().find(|path| Path::new(path).exists());
    if python.is_none() {
        println!("skipped: no python3 that every user can read");
    }
    python
}

fn copy_cases(to: &Path) {
    fs::create_dir(to).expect("a folder for the cases");
    open_to_all(to);
    for entry in crate::cases().read_dir().expect("the cases") {
        let entry = entry.expect("an entry");
        fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy of a case");
        fs::set_permissions(to.join(entry.file_name()), PermissionsExt::from_mode(0o644)).expect("its mode");
    }
}

fn open_to_all(path: &Path) {
    fs::set_permissions(path, PermissionsExt::from_mode(0o755)).expect("its mode");
}
