//! What is said of a configuration: its errors, its values, its schema, its documentation.

use std::path::Path;

use crate::project::{DIGITS, Project};

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let project = Project::new(&[(
        "snipcheck.toml",
        "paths = [\"docs\", 3]\ntimout = \"5s\"\npython = 3.10\nfail-on = \"varys\"\nstrict = \"yes\"\n\
         isolation = \"none\"\nmemory = \"64G\"\n\n[[overrides]]\npaths = \"docs/old/**\"\njobs = 3\n",
    )]);
    let ran = project.run(&["check"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    insta::assert_snapshot!("config_errors", ran.stderr);
}

#[test]
fn what_is_shown_says_where_each_value_comes_from() {
    let project = Project::new(&[(
        "snipcheck.toml",
        "paths = [\"README.md\", \"docs\"]\npython = [\"3.9\", \"3.13\"]\njobs = 2\ntimeout = \"5s\"\n\n\
         [[overrides]]\npaths = [\"docs/old/**\"]\nskip = true\ntimeout = \"30s\"\n",
    )]);
    let ran = project.run(&["config", "--show", "--fail-on", "varies", "--timeout", "7s"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("config_show", ran.stdout);
    // It is a configuration that says the same.
    project.write("again/snipcheck.toml", &ran.stdout.replace("\"docs/old", "\"again/docs/old"));
    let again = project.run_in("again", &["config"]);
    assert_eq!(again.code, 0, "{again:?}");
}

#[test]
fn the_schema_in_the_repository_is_the_one_that_is_printed() {
    let project = Project::new(&[("snipcheck.toml", "this is wrong")]);
    let ran = project.run(&["config", "--schema"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/snipcheck.schema.json");
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&kept, &ran.stdout).unwrap();
    }
    let kept = std::fs::read_to_string(kept).unwrap();
    assert_eq!(kept, ran.stdout, "renew it: SNAPSHOTS=overwrite cargo test --test config schema");
}

/// The sections of docs/configuration.md: the key in the heading, and the example below it.
fn documented() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md")).unwrap();
    let sections = text.split("\n### `").skip(1);
    let mut documented = Vec::new();
    for section in sections {
        let (key, rest) = section.split_once('`').unwrap();
        let example = rest.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
        documented.push((key.to_owned(), example.unwrap_or_else(|| panic!("{key} has no example")).to_owned()));
    }
    documented
}

#[test]
fn each_key_is_documented_with_an_example_that_works() {
    let project = Project::new(&[("README.md", DIGITS), ("docs/a.md", DIGITS)]);
    let keys = project.run(&["config"]).stdout;
    let keys = keys.lines().skip(1).map(|line| line.trim_start_matches("# ").split([' ', '=']).next().unwrap());
    let documented = documented();
    for key in keys.chain(["overrides"]) {
        assert!(documented.iter().any(|(known, _)| known == key), "docs/configuration.md lacks {key}");
    }
    for (key, example) in documented {
        project.write("snipcheck.toml", &example);
        let ran = project.run(&["config"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{key}: {ran:?}");
        let name = if key == "overrides" { "[[overrides]]" } else { &key };
        let is_set = |line: &str| line.starts_with(name) && line.contains("# snipcheck.toml:");
        assert!(ran.stdout.lines().any(is_set), "the example of {key} does not set it: {}", ran.stdout);
    }
}
