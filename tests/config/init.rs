//! What `init` writes, and what it leaves as it is.

use std::path::Path;

use crate::project::{DIGITS, Project, Ran};

fn init(project: &Project, arguments: &[&str]) -> Ran {
    let ran = project.run(&[&["init"], arguments].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    ran
}

/// The commands of this tool that a file of another one runs.
fn commands(text: &str) -> Vec<Vec<String>> {
    let after = |line: &str| ["run: ", "entry: "].iter().find_map(|key| Some(line.split_once(key)?.1.to_owned()));
    let words = |command: String| command.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let own = text.lines().filter_map(after).map(words).filter(|words| words[0] == "snipcheck");
    own.map(|words| words[1..].to_vec()).collect()
}

#[test]
fn a_project_is_set_up_and_can_be_checked() {
    let project = Project::new(&[("README.md", DIGITS), ("docs/a.md", DIGITS)]);
    insta::assert_snapshot!("init", init(&project, &[]).stdout);
    insta::assert_snapshot!("init_configuration", project.read("snipcheck.toml"));
    let ran = project.run(&["check"]);
    assert!(ran.code == 0 && ran.stdout.contains("2 documents"), "{ran:?}");
    // Each remark in it is a setting that could be taken.
    let all: Vec<String> = project.read("snipcheck.toml").lines().map(uncommented).collect();
    project.write("snipcheck.toml", &all.join("\n"));
    let ran = project.run(&["config"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{all:#?}");
    for key in ["exclude", "python", "fail-on", "timeout", "[[overrides]]"] {
        let is_set = |line: &str| line.starts_with(key) && line.contains("# snipcheck.toml:");
        assert!(ran.stdout.lines().any(is_set), "{key}: {}", ran.stdout);
    }
}

fn uncommented(line: &str) -> String {
    let bare = line.strip_prefix("# ").filter(|bare| bare.starts_with("[[") || bare.contains(" = "));
    bare.unwrap_or(line).to_owned()
}

#[test]
fn what_the_workflow_and_the_hooks_run_works() {
    let project = Project::new(&[("README.md", DIGITS)]);
    init(&project, &[]);
    let offered =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml")).unwrap();
    for (text, documents) in [
        (project.read(".github/workflows/snipcheck.yml"), &[][..]),
        (project.read(".pre-commit-config.yaml"), &["README.md"]),
        (offered, &["README.md"]),
    ] {
        let commands = commands(&text);
        assert!(!commands.is_empty(), "{text}");
        for command in commands {
            let is_check = command[0] == "check";
            let arguments: Vec<&str> = command.iter().map(String::as_str).collect();
            let ran = project.run(&[arguments.as_slice(), if is_check { documents } else { &[] }].concat());
            assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{command:?}");
        }
    }
}

#[test]
fn nothing_is_overwritten() {
    let there = [
        ("snipcheck.toml", "jobs = 2\n"),
        (".github/workflows/snipcheck.yml", "mine"),
        (".pre-commit-config.yaml", "repos: []\n"),
    ];
    let project = Project::new(&there);
    let said = init(&project, &[]).stdout;
    for (name, text) in there {
        assert_eq!(project.read(name), text);
        assert!(said.contains(&format!("left {name} as it is")), "{said}");
    }
    assert!(said.contains("- id: snipcheck"), "{said}");
    let link = Project::new(&[]);
    std::os::unix::fs::symlink("elsewhere", link.path("snipcheck.toml")).unwrap();
    init(&link, &[]);
    assert!(!link.path("elsewhere").exists());
}

#[test]
fn a_table_is_added_to_a_project_file_only_where_it_is_asked_for() {
    let before = "[project]\nname = \"x\"";
    let project = Project::new(&[("README.md", DIGITS), ("pyproject.toml", before)]);
    init(&project, &["--no-github", "--no-pre-commit", "--pyproject"]);
    let after = project.read("pyproject.toml");
    assert!(after.starts_with(before) && after.contains("\n\n[tool.snipcheck]\n"), "{after}");
    assert!(!project.path("snipcheck.toml").exists() && !project.path(".github").exists());
    assert!(!project.path(".pre-commit-config.yaml").exists());
    let ran = project.run(&["check"]);
    assert!(ran.code == 0 && ran.stdout.contains("1 document"), "{ran:?}");
    // A second time there is one already, in either form.
    assert!(init(&project, &["--pyproject"]).stdout.contains("is the configuration already"));
    assert!(init(&project, &[]).stdout.contains("is the configuration already"));
    assert_eq!(project.read("pyproject.toml"), after);
    Project::new(&[]).refuses(&["init", "--pyproject"], &["cannot add to `pyproject.toml`", "leave out `--pyproject`"]);
    Project::new(&[]).refuses(&["init", "no/such"], &["there is no folder `no/such`"]);
}

#[test]
fn a_dry_run_shows_a_patch_and_writes_nothing() {
    let project =
        Project::new(&[("doc/a.md", DIGITS), ("pyproject.toml", "[project]\n"), (".pre-commit-config.yaml", "x\n")]);
    let said = init(&project, &["--dry-run", "--pyproject"]).stdout;
    assert_eq!(project.read("pyproject.toml"), "[project]\n");
    assert!(!project.path(".github").exists() && !project.path("snipcheck.toml").exists());
    for part in [
        "+++ pyproject.toml\n@@ -1,0 +2,",
        "\n+[tool.snipcheck]\n",
        "--- /dev/null\n+++ .github/workflows/snipcheck.yml\n@@ -0,0 +1,",
    ] {
        assert!(said.contains(part), "{part:?}: {said}");
    }
    assert!(said.contains("# .pre-commit-config.yaml stays as it is"), "{said}");
}
