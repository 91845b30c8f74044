//! Interpreters are found and asked who they are: with the real ones of this machine, and with files that are none.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use snipcheck::discover::interpreters::{PATIENCE, Places, Why, find_all, probe, resolve, resolve_all};

fn here() -> Places {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".pyenv"));
    Places {
        path: std::env::split_paths(&path).collect(),
        virtual_env: None,
        pyenv_root: std::env::var_os("PYENV_ROOT").map(PathBuf::from).or(home),
    }
}

/// Writes an executable through another process: a descriptor open for writing here could be inherited by a process
/// that another test starts, and the file could not be executed then.
fn script(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    let written = Command::new("sh")
        .args(["-c", "printf %s \"$2\" > \"$1\" && chmod 755 \"$1\"", "sh"])
        .args([path.as_os_str(), text.as_ref()])
        .status();
    assert!(written.unwrap().success());
    path
}

fn environment(python: &str, folder: &Path) {
    let made = Command::new(python).args(["-m", "venv", "--without-pip"]).arg(folder).status();
    assert!(made.unwrap().success());
}

#[test]
fn the_default_is_python3_of_the_path() {
    let found = resolve(&[], &here()).unwrap();
    assert_eq!(found.len(), 1);
    assert!(found[0].minor >= (3, 9));
    assert!(Path::new(&found[0].executable).is_absolute());
    assert!(found[0].path.iter().all(|entry| Path::new(entry).is_absolute()), "{:?}", found[0].path);
}

#[test]
fn all_that_can_be_used_are_taken_each_under_its_own_name() {
    let here = here();
    let all = resolve_all(&here).unwrap();
    let usable = find_all(&here).into_iter().filter(|found| found.answer.is_ok()).count();
    assert_eq!(all.len(), usable);
    let ids: std::collections::BTreeSet<&str> = all.iter().map(|python| python.id.as_str()).collect();
    assert_eq!(ids.len(), all.len(), "{all:?}");
}

#[test]
fn where_there_is_none_the_default_is_missed() {
    let refusal = resolve_all(&Places::default()).unwrap_err();
    assert_eq!(refusal.wanted, "python3");
}

#[test]
fn each_version_here_is_found_by_its_number() {
    let here = here();
    for minor in 9..=13 {
        let asked = format!("3.{minor}");
        match resolve(std::slice::from_ref(&asked), &here) {
            Ok(found) => assert_eq!((found[0].minor, &found[0].id), ((3, minor), &asked)),
            Err(refusal) => {
                eprintln!("not tried: {refusal}");
                assert!(matches!(refusal.why, Why::NotFound | Why::NoPython { .. }), "{refusal}");
            }
        }
    }
}

#[test]
fn a_shim_that_starts_another_version_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let real = resolve(&[], &here()).unwrap().remove(0);
    let other = if real.minor == (3, 9) { "3.10" } else { "3.9" };
    script(folder.path(), &format!("python{other}"), &format!("#!/bin/sh\nexec '{}' \"$@\"\n", real.executable));
    let places = Places { path: vec![folder.path().to_owned()], ..Places::default() };
    let refusal = resolve(&[other.to_owned()], &places).unwrap_err();
    assert_eq!(refusal.why, Why::OtherVersion { version: real.version });
}

#[test]
fn behind_a_wrapper_the_real_executable_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let real = resolve(&[], &here()).unwrap().remove(0);
    let wrapper = script(folder.path(), "python", &format!("#!/bin/sh\nexec '{}' \"$@\"\n", real.executable));
    assert_eq!(probe(&wrapper, PATIENCE).unwrap(), real);
}

#[test]
fn a_virtual_environment_brings_its_own_packages_and_no_code_of_it_runs() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("env");
    let base = resolve(&[], &here()).unwrap().remove(0);
    environment(&base.executable, &root);
    let packages = root.join(format!("lib/python{}/site-packages", base.id));
    let project = folder.path().join("project");
    std::fs::create_dir(&project).unwrap();
    let marker = folder.path().join("ran");
    let lines = format!("{}\nimport os; open({:?}, 'w')\n/nowhere/at/all\n", project.display(), marker);
    std::fs::write(packages.join("a.pth"), lines).unwrap();

    let named = resolve(&[root.display().to_string()], &here()).unwrap().remove(0);
    let active = Places { virtual_env: Some(root.clone()), ..here() };
    assert_eq!(resolve(&[], &active).unwrap(), std::slice::from_ref(&named));
    assert_eq!(Path::new(&named.executable), root.join("bin/python"));
    assert_eq!((Path::new(&named.prefix), &named.base_prefix), (root.as_path(), &base.base_prefix));
    let entries: Vec<&Path> = named.path.iter().map(Path::new).collect();
    assert_eq!(entries[entries.len() - 2..], [packages.as_path(), project.as_path()]);
    assert!(!marker.exists());
}

#[test]
fn the_current_folder_is_not_imported_from() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("json.py"), "raise SystemExit('imported')").unwrap();
    let real = resolve(&[], &here()).unwrap().remove(0);
    let text = format!("#!/bin/sh\ncd '{}' && exec '{}' \"$@\"\n", folder.path().display(), real.executable);
    let there = script(folder.path(), "python", &text);
    assert_eq!(probe(&there, PATIENCE).unwrap(), real);
}

#[test]
fn two_of_one_version_are_told_apart_and_one_asked_for_twice_is_taken_once() {
    let folder = tempfile::tempdir().unwrap();
    let base = resolve(&[], &here()).unwrap().remove(0);
    let roots = ["a", "b"].map(|name| folder.path().join(name).display().to_string());
    roots.iter().for_each(|root| environment(&base.executable, Path::new(root)));
    let [a, b] = roots;
    let ids: Vec<String> = resolve(&[a.clone(), b, a], &here()).unwrap().into_iter().map(|known| known.id).collect();
    assert_eq!(ids, [base.id.clone(), format!("{}-2", base.id)]);
}

#[test]
fn what_is_no_python_is_refused_with_what_it_said() {
    let folder = tempfile::tempdir().unwrap();
    let check = |name: &str, text: &str, expect: &str| {
        let path = script(folder.path(), name, text);
        let why = probe(&path, PATIENCE).unwrap_err();
        assert!(matches!(&why, Why::NoPython { said } if said.contains(expect)), "{name}: {why:?}");
    };
    check("silent", "#!/bin/sh\n", "said nothing");
    check("failing", "#!/bin/sh\nexit 7\n", "7");
    check("talking", "#!/bin/sh\necho 'no such version' >&2\nexit 127\n", "no such version");
    check("endless", "#!/bin/sh\nexec yes\n", "`y`");
    check("json", "#!/bin/sh\necho '{}'\n", "{}");
    check("binary", "\u{1}\u{2}\u{3}", "");
}

#[test]
fn what_does_not_answer_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let path = script(folder.path(), "hangs", "#!/bin/sh\nexec sleep 600\n");
    assert!(matches!(probe(&path, Duration::from_millis(300)), Err(Why::Slow { .. })));
}

#[test]
fn pythons_that_the_worker_cannot_be_loaded_in_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let check = |implementation: &str, minor: [u32; 2], free_threaded: bool, expect: &str| {
        let answer = format!(
            r#"{{"implementation":"{implementation}","version":"{}.{}.1","minor":{minor:?},"free_threaded":{free_threaded},
            "executable":"","prefix":"","exec_prefix":"","base_prefix":"","base_exec_prefix":"","path":[]}}"#,
            minor[0], minor[1]
        );
        let path = script(folder.path(), implementation, &format!("#!/bin/sh\ncat <<'END'\n{answer}\nEND\n"));
        let said = probe(&path, PATIENCE).map_err(|why| why.to_string());
        assert_eq!(said.err().unwrap_or_default(), expect);
    };
    check("CPython", [3, 12], false, "");
    check("CPython", [3, 8], false, "Python 3.8.1 is too old");
    check("CPython", [2, 7], false, "Python 2.7.1 is too old");
    check("PyPy", [3, 11], false, "PyPy 3.11.1 cannot load the worker");
    check("CPython", [3, 13], true, "the free-threaded build of Python 3.13.1 cannot load the worker");
}

#[test]
fn a_refusal_says_what_there_is_instead() {
    let check = |name: &str, expect: &str| {
        let refusal = resolve(&[name.to_owned()], &here()).unwrap_err();
        assert_eq!(refusal.to_string(), expect);
        assert!(refusal.help().starts_with("CPython 3.9 or later is needed; found here:\n  3."), "{}", refusal.help());
    };
    check("3.99", "cannot use Python `3.99`: there is none of that name");
    check("python4", "cannot use Python `python4`: there is none of that name");
    check("./no/such/python", "cannot use Python `./no/such/python`: there is no such file");
    check("src", "cannot use Python `src`: the folder is no Python environment: it has no `bin/python`");
    check(
        "./Cargo.toml",
        "cannot use Python `./Cargo.toml`: it is no Python that works: Permission denied (os error 13)",
    );
}

#[test]
fn nothing_found_says_so() {
    let refusal = resolve(&[], &Places::default()).unwrap_err();
    assert_eq!(refusal.to_string(), "cannot use Python `python3`: there is none of that name");
    assert!(refusal.help().contains("none was found here"), "{}", refusal.help());
}

#[test]
fn every_installation_is_listed_once() {
    let found = find_all(&here());
    let usable: Vec<_> = found.iter().filter_map(|known| known.answer.as_ref().ok()).collect();
    let mut once: Vec<_> = usable.iter().map(|known| (&known.prefix, &known.version)).collect();
    once.sort();
    once.dedup();
    assert!(!usable.is_empty());
    assert_eq!(once.len(), usable.len(), "{usable:?}");
    assert!(found.is_sorted_by_key(|known| known.answer.is_err()), "{found:?}");
}

#[test]
fn two_names_of_one_installation_are_taken_once() {
    let known = resolve(&[], &here()).unwrap().remove(0);
    let taken = resolve(&[known.executable.clone(), "python3".to_owned()], &here()).unwrap();
    assert_eq!(taken, [known]);
}
