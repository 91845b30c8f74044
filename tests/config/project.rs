//! A project in a temporary folder, and the program at work there.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A document with one claim that holds by a rule alone.
pub const DIGITS: &str = "```python\n0.1 + 0.2  # 0.3\n```\n";

/// A project on the disk.
pub struct Project(pub TempDir);

/// What a run of the program gave.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Project {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let project = Self(TempDir::new().unwrap());
        // Nothing above it counts.
        std::fs::create_dir(project.path(".git")).unwrap();
        for (name, text) in files {
            project.write(name, text);
        }
        project
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the program in a folder of the project.
    pub fn run_in(&self, folder: &str, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
        command.args(arguments).current_dir(self.path(folder)).stdin(Stdio::null()).env("COLUMNS", "100");
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "VIRTUAL_ENV", "CI", "GITHUB_STEP_SUMMARY"] {
            command.env_remove(name);
        }
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_in(".", arguments)
    }

    /// The documents that a command reads there.
    pub fn listed(&self, folder: &str, arguments: &[&str]) -> Vec<String> {
        let ran = self.run_in(folder, &[&["list", "--format", "json"], arguments].concat());
        assert_eq!(ran.code, 0, "{arguments:?}: {ran:?}");
        let list: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let documents = list["documents"].as_array().unwrap().iter();
        documents.map(|document| document["path"].as_str().unwrap().to_owned()).collect()
    }

    /// The program refuses to go on, and says this.
    pub fn refuses(&self, arguments: &[&str], says: &[&str]) {
        let ran = self.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{arguments:?}: {ran:?}");
        for part in says {
            assert!(ran.stderr.contains(part), "{arguments:?} does not say {part:?}: {}", ran.stderr);
        }
    }
}

/// The line that is shown for a key.
pub fn shown(project: &Project, folder: &str, arguments: &[&str], key: &str) -> String {
    let ran = project.run_in(folder, &[&["config"], arguments].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    let line = ran.stdout.lines().find(|line| line.trim_start_matches("# ").starts_with(key));
    line.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
