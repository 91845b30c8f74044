//! What every result depends on besides documents and options: this program, the machine, the interpreters.

use std::fs::read_to_string;
use std::path::Path;
use std::time::SystemTime;

use crate::cache::{Key, Witness};
use crate::discover::interpreters;
use crate::run::Conditions;
use crate::wire::{Interpreter, Policy};

/// What decides how well the machine lets us protect it: the kernel, and what it grants to whom.
const GRANTS: [&str; 8] = [
    "/proc/sys/kernel/osrelease",
    "/proc/sys/kernel/version",
    "/proc/sys/kernel/unprivileged_userns_clone",
    "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
    "/proc/sys/user/max_user_namespaces",
    "/sys/kernel/security/lsm",
    "/proc/self/uid_map",
    "/proc/self/attr/current",
];

/// What tells, without looking at each file, that programs or libraries of the system were replaced.
const SYSTEM: [&str; 6] =
    ["/etc/ld.so.cache", "/usr/bin", "/usr/local/bin", "/usr/lib", "/usr/local/lib", "/usr/share/zoneinfo"];

/// The lines of `/proc/self/status` that tell for whom this process acts, and what it may.
const RIGHTS: [&str; 8] = ["Uid:", "Gid:", "Groups:", "CapPrm:", "CapEff:", "CapBnd:", "NoNewPrivs:", "Seccomp:"];

/// This program: another build may see other things.
pub fn program() -> Option<Key> {
    Key::of(&(env!("CARGO_PKG_VERSION"), Witness::of("/proc/self/exe").stamp()?))
}

/// All that the outcome of a job depends on besides the job itself. `None` where the folder of results is open to
/// snippets: they could tell the next run what it has seen.
pub fn conditions(folder: Option<&Path>, interpreters: &[Interpreter], policy: &Policy) -> Option<Conditions> {
    let since = SystemTime::now();
    if folder.is_some_and(|folder| interpreters.iter().any(|one| is_visible(folder, one, policy))) {
        return None;
    }
    let here = (program()?, machine()?);
    let of_one = |interpreter: &Interpreter| Key::of(&(here, interpreter, interpreters::witnesses(interpreter)));
    let grounds: Option<Vec<Key>> = interpreters.iter().map(of_one).collect();
    Some(Conditions { grounds: grounds?, since })
}

/// The machine, as far as a snippet meets it.
fn machine() -> Option<Key> {
    let grants = GRANTS.map(|file| read_to_string(file).ok());
    let status = read_to_string("/proc/self/status").ok()?;
    let rights: Vec<&str> = status.lines().filter(|line| RIGHTS.iter().any(|name| line.starts_with(name))).collect();
    let cores = std::thread::available_parallelism().ok()?;
    Key::of(&(std::env::consts::ARCH, cores, grants, rights, SYSTEM.map(Witness::of)))
}

/// Whether a folder lies in what snippets see of the machine.
fn is_visible(folder: &Path, interpreter: &Interpreter, policy: &Policy) -> bool {
    const SYSTEM: [&str; 5] = ["/usr", "/bin", "/sbin", "/lib", "/lib64"];
    let Interpreter { prefix, exec_prefix, base_prefix, base_exec_prefix, path, .. } = interpreter;
    let prefixes = [prefix, exec_prefix, base_prefix, base_exec_prefix].into_iter().chain(path).chain(&policy.readable);
    let real = |path: &str| Path::new(path).canonicalize().unwrap_or_else(|_| path.into());
    prefixes.map(String::as_str).chain(SYSTEM).any(|visible| folder.starts_with(real(visible)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_snippets_see_is_not_used() {
        let interpreter = Interpreter {
            id: "3.11".into(),
            implementation: "CPython".into(),
            version: "3.11.7".into(),
            minor: (3, 11),
            executable: "/opt/python/bin/python3".into(),
            prefix: "/home/me/venv".into(),
            exec_prefix: "/home/me/venv".into(),
            base_prefix: "/opt/python".into(),
            base_exec_prefix: "/opt/python".into(),
            path: vec!["/opt/python/lib/python3.11".into(), "/home/me/project/src".into()],
        };
        let policy = Policy { level: None, readable: vec!["/srv/data".into()] };
        let check = |folder: &str, expect: bool| {
            assert_eq!(is_visible(Path::new(folder), &interpreter, &policy), expect, "{folder}");
        };
        check("/home/me/.cache/snipcheck", false);
        check("/home/me/venv/cache", true);
        check("/home/me/venvs", false);
        check("/opt/python", true);
        check("/home/me/project/src/.cache", true);
        check("/srv/data/cache", true);
        check("/usr/share/cache", true);
    }
}
