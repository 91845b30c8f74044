//! A configuration file that came with somebody else's documents: what it must not bring about.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::project::{DIGITS, Project};

#[test]
fn a_hostile_file_runs_and_writes_nothing() {
    let project = Project::new(&[("a.md", DIGITS), (".git/config", "kept"), ("sub/x", "")]);
    let evil = "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\nexit 1\n";
    for place in ["evil", "python3/bin/python", "3/bin/python", "python3.12/bin/python", ".venv/bin/python"] {
        project.write(place, evil);
        std::fs::set_permissions(project.path(place), Permissions::from_mode(0o755)).unwrap();
    }
    for says in [
        "python = \"./evil\"",
        "python = \"evil\"",
        "python = \".venv\"",
        "python = \"/bin/sh\"",
        "isolation = \"none\"",
        "isolation = \"seccomp\"",
        "require-isolation = \"seccomp\"",
        "memory = \"off\"",
        "timeout = 0",
        "processes = 100000",
        "jobs = 100000",
        "output = \"../stolen.json\"",
        "output = \".git/config\"",
        "format = [\"json=.git/x.json\"]",
        "paths = [\"../../../etc\"]",
        "paths = [\"-\"]",
    ] {
        project.write("snipcheck.toml", says);
        project.refuses(&["check", "a.md"], &["snipcheck.toml:1:"]);
    }
    // These name versions, and the folders of these names are none of them.
    for version in ["python3", "3"] {
        project.write("snipcheck.toml", &format!("python = \"{version}\""));
        let ran = project.run(&["check", "a.md"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    assert_eq!(project.read(".git/config"), "kept");
    let ran = walk(project.0.path());
    assert!(!ran.iter().any(|file| file.ends_with("ran") || file.ends_with("stolen.json")), "{ran:?}");
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}
