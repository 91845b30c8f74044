//! The command line as its user meets it: the real program, its output, its exit codes.

use std::path::Path;
use std::process::{Command, Stdio};

/// What a run of the program gave.
#[derive(Debug)]
struct Ran {
    code: i32,
    stdout: String,
    stderr: String,
}

/// The program, with the surroundings that matter to it settled.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.args(arguments).stdin(Stdio::null()).env("COLUMNS", "100");
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "VIRTUAL_ENV", "CI"] {
        command.env_remove(name);
    }
    command
}

fn run(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn ask(arguments: &[&str]) -> Ran {
    run(&mut program(arguments))
}

/// The command fails with this code and says this, on standard error alone.
fn refuse(arguments: &[&str], code: i32, says: &[&str]) {
    let ran = ask(arguments);
    assert_eq!(ran.code, code, "{arguments:?}: {ran:?}");
    assert_eq!(ran.stdout, "", "{arguments:?}");
    assert!(ran.stderr.starts_with("error: "), "{arguments:?}: {}", ran.stderr);
    for part in says {
        assert!(ran.stderr.contains(part), "{arguments:?} does not say {part:?}: {}", ran.stderr);
    }
}

#[test]
fn help_shows_commands_examples_and_exit_codes() {
    let ran = ask(&["--help"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("help", ran.stdout);
    let check = ask(&["check", "--help"]);
    assert_eq!(check.code, 0);
    insta::assert_snapshot!("help_check", check.stdout);
    for command in [
        "check",
        "fix",
        "review",
        "list",
        "extract",
        "explain",
        "report",
        "completions",
        "man",
        "doctor",
        "config",
        "init",
    ] {
        let help = ask(&[command, "--help"]).stdout;
        assert!(help.contains(&format!("Examples:\n  snipcheck {command}")), "{help}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let ran = ask(&["--version"]);
    assert_eq!((ran.code, ran.stdout), (0, format!("snipcheck {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn wrong_usage_ends_with_two_and_says_what_is_meant() {
    refuse(&["chek", "a.md"], 2, &["'chek'", "'check'"]);
    refuse(&["check"], 2, &["no document is named", "`paths` into a configuration"]);
    refuse(&["extract", "src"], 2, &["--out <DIR>"]);
    refuse(&["check", "src", "--jbos", "2"], 2, &["'--jbos'", "'--jobs'"]);
    refuse(&["check", "src", "--jobs", "0"], 2, &["--jobs"]);
    refuse(&["check", "src", "--timeout", "25h"], 2, &["from 1ms to 24h", "`off`"]);
    refuse(&["check", "src", "--timeout", "soon"], 2, &["a time, such as 30s"]);
    refuse(&["check", "src", "--memory", "2"], 2, &["a size, such as 64K", "`off`"]);
    refuse(&["check", "src", "--format", "yaml"], 2, &["'yaml'", "terminal, json"]);
    refuse(&["check", "src", "--as", "rst"], 2, &["markdown, mdx"]);
    refuse(&["check", "src", "--fail-on", "holds"], 2, &["fails, soft, varies, undecidable"]);
    refuse(&["check", "src", "--quiet", "--verbose"], 2, &["cannot be used with"]);
    refuse(&["check", "src", "--isolation", "none", "--require-isolation", "full"], 2, &["cannot be used with"]);
    refuse(&["check", "src", "--require-isolation", "none"], 2, &["full, landlock, seccomp"]);
}

#[test]
fn nothing_asked_for_shows_the_help() {
    let ran = ask(&[]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("Usage: snipcheck"), "{}", ran.stderr);
}

#[test]
fn a_path_that_is_not_there_is_told_with_a_near_name() {
    refuse(&["check", "Cargo.tml"], 2, &["no file or folder `Cargo.tml`\n", "help: did you mean `Cargo.toml`?"]);
    refuse(&["list", "src/claim"], 2, &["no file or folder `src/claim`\n", "help: did you mean `src/claims`?"]);
    refuse(&["extract", "no/such", "--out", "x"], 2, &["help: the folder `no` is not there either"]);
    refuse(&["check", "zzzzzz"], 2, &["help: name a document, a folder, a glob in quotes, or `-`"]);
    refuse(&["report", "zzzzzz"], 2, &["help: name a JSON report"]);
}

#[test]
fn an_output_that_cannot_be_written_is_told_before_the_run() {
    let missing = ["check", "src", "--output", "no/such/report.json"];
    refuse(&missing, 2, &["cannot write to `no/such/report.json`: the folder `no/such` is not there", "help: "]);
    refuse(&["check", "src", "--output", "src"], 2, &["cannot write to `src`: it is a folder"]);
}

#[test]
fn colours_come_where_they_are_wanted() {
    let check = |arguments: &[&str], variables: &[(&str, &str)], expect: bool| {
        let ran = run(program(&["check", "no-such-file"]).args(arguments).envs(variables.iter().copied()));
        assert_eq!(ran.stderr.contains('\u{1b}'), expect, "{arguments:?} {variables:?}: {:?}", ran.stderr);
    };
    check(&[], &[], false);
    check(&["--color", "always"], &[], true);
    check(&["--color=always"], &[("NO_COLOR", "1")], true);
    check(&[], &[("CLICOLOR_FORCE", "1")], true);
    check(&["--color", "never"], &[("CLICOLOR_FORCE", "1")], false);
    check(&[], &[("NO_COLOR", "1")], false);
}

#[test]
fn doctor_lists_the_interpreters() {
    let ran = ask(&["doctor"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    let usable: Vec<&str> = ran.stdout.lines().filter(|line| line.starts_with("✓ CPython 3.")).collect();
    assert!(!usable.is_empty(), "{}", ran.stdout);
    let told = ran.stdout.lines().filter(|line| line.trim_start().starts_with("isolation ")).count();
    assert_eq!(told, usable.len(), "{}", ran.stdout);
}

#[test]
fn doctor_without_any_interpreter_ends_with_three() {
    let nowhere = Path::new("/nonexistent");
    let ran = run(program(&["doctor"]).env("PATH", "").env("HOME", nowhere).env_remove("PYENV_ROOT"));
    assert_eq!(ran.code, 3);
    assert_eq!(ran.stdout, "no interpreter that can be used: CPython 3.9 or later is needed\n");
}

#[test]
fn doctor_looks_at_what_is_named_alone() {
    let ran = ask(&["doctor", "--python", "python3"]);
    assert_eq!(ran.stdout.lines().filter(|line| line.starts_with('✓')).count(), 1, "{}", ran.stdout);
    refuse(
        &["doctor", "--python", "3.99"],
        3,
        &["cannot use Python `3.99`: there is none of that name", "found here:"],
    );
}

#[test]
fn a_reader_who_has_gone_is_no_error() {
    let mut child = program(&["doctor"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), [].as_slice()));
}

#[test]
fn a_line_is_explained_down_to_its_readings() {
    let explain = |place: &str| {
        let ran = ask(&["explain", place]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{place}: {}", ran.stdout);
        let no_version = |line: &str| if line.starts_with("  CPython ") { "  CPython".into() } else { line.to_owned() };
        ran.stdout.lines().map(no_version).collect::<Vec<String>>().join("\n")
    };
    insta::assert_snapshot!("explain_fails", explain("snippets/eighteen-wrong-claims.md:10"));
    insta::assert_snapshot!("explain_no_claim", explain("snippets/comments-that-claim-nothing.md:8"));
    insta::assert_snapshot!("explain_fact", explain("snippets/facts-in-prose.md:15"));
    insta::assert_snapshot!("explain_prose", explain("snippets/prose-claims.md:13"));
}

#[test]
fn a_place_that_cannot_be_explained_is_told() {
    refuse(&["explain", "README.md"], 2, &["FILE:LINE"]);
    refuse(&["explain", "README.md:0"], 2, &["there is no line 0", "README.md:1"]);
    refuse(&["explain", "README.md:99999"], 2, &["there is no line 99999"]);
    refuse(&["explain", "READNE.md:1"], 2, &["READNE.md", "README.md"]);
}

#[test]
fn shells_and_man_learn_the_whole_command_line() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = ask(&["completions", shell]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{shell}");
        assert!(ran.stdout.contains("require-isolation"), "{shell}: {}", ran.stdout);
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("man1");
    let ran = ask(&["man", "--out", out.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    for (page, says) in [("snipcheck.1", "EXIT"), ("snipcheck-check.1", "timeout")] {
        let text = std::fs::read_to_string(out.join(page)).unwrap();
        assert!(text.to_lowercase().contains(&says.to_lowercase()), "{page}: {text}");
    }
    refuse(&["man", "--out", "Cargo.toml/man"], 2, &["Cargo.toml/man", "a folder that you may write to"]);
}
