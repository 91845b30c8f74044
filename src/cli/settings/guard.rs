//! What a configuration file may ask for. It may come with documents that somebody else wrote, so it must not weaken what
//! they are kept from, choose a program that runs outside the sandbox, or name files beyond its own folder.

use std::path::{Component, Path, PathBuf};

use crate::cli::limits::{self, Unit};
use crate::cli::paths;
use crate::discover::patterns;

/// What a key is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// Whatever the option takes.
    Free,
    /// These values alone: the others weaken the protection.
    OneOf(&'static [&'static str]),
    /// A number up to this one.
    Number(u64),
    /// A limit up to this one, and not none at all.
    Limit(Unit, &'static str),
    /// A version. A path or a name would be a program, and it is started before there is a sandbox.
    Python,
    /// Documents in the folder of the file.
    Documents,
    /// Patterns of paths, counted from the folder of the file.
    Patterns,
    /// A format, perhaps with a file for it.
    Reports,
    /// A file in the folder of the file, and none that another program reads.
    ReportFile,
}

/// Why a value is refused, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Follows "`value` ".
    pub why: String,
    /// What to do.
    pub help: String,
}

/// How the names of reports end: a report takes nobody's place who is read by another program.
const REPORTS: &[&str] = &["json", "html", "htm", "md", "xml", "sarif", "txt", "log"];

impl Guard {
    /// Whether numbers need no quotes.
    pub fn takes_numbers(self) -> bool {
        matches!(self, Guard::Number(_) | Guard::Limit(..))
    }

    /// Admits a value and gives it as the command line takes it; `folder` is that of the file, without links. What is no such value at
    /// all is left to whoever reads it.
    ///
    /// # Errors
    /// When a file must not ask for it.
    pub fn admit(self, name: &str, text: &str, folder: &Path) -> Result<String, Refused> {
        let admitted = match self {
            Guard::Free => Ok(text.to_owned()),
            Guard::OneOf(values) => one_of(name, text, values),
            Guard::Number(most) => at_most(name, text, text.parse().ok(), (most, &most.to_string())),
            Guard::Limit(unit, most) => limit(name, text, unit, most),
            Guard::Python => python(text),
            Guard::Documents => document(text, folder),
            Guard::Patterns => Ok(patterns::anchored(folder, text)),
            Guard::Reports => report(text, folder),
            Guard::ReportFile => report_file(text, folder),
        };
        admitted.map_err(|(why, help)| Refused { why, help })
    }
}

type Admitted = Result<String, (String, String)>;

fn refused(why: impl Into<String>, help: impl Into<String>) -> Admitted {
    Err((why.into(), help.into()))
}

fn one_of(name: &str, text: &str, values: &[&str]) -> Admitted {
    if values.contains(&text) {
        return Ok(text.to_owned());
    }
    let help =
        format!("a file may say {}; less protection is asked for by `--{name}` when it is run", values.join(" or "));
    refused("is not what a file may ask for", help)
}

fn at_most(name: &str, text: &str, number: Option<u64>, (most, shown): (u64, &str)) -> Admitted {
    if number.is_some_and(|number| number > most) {
        let help = format!("a file may ask for up to {shown}; more is said on the command line: `--{name} {text}`");
        return refused("is more than a file may ask for", help);
    }
    Ok(text.to_owned())
}

fn limit(name: &str, text: &str, unit: Unit, most: &str) -> Admitted {
    let measured = limits::measure(unit, text);
    if measured == Some(0) {
        let help =
            format!("a file may ask for up to {most}; that there be no limit is said by `--{name} off` when it is run");
        return refused("takes a limit away, which a file must not", help);
    }
    at_most(name, text, measured, (limits::measure(unit, most).unwrap_or(0), most))
}

/// Also `python3.12`, which is read as the version: a folder of that name would be taken for an environment.
fn python(text: &str) -> Admitted {
    let version = text.strip_prefix("python").unwrap_or(text);
    let is_version = !version.is_empty() && version.split('.').all(|part| part.parse::<u32>().is_ok());
    if is_version {
        return Ok(version.to_owned());
    }
    let help =
        "a file may name a version, such as \"3.12\"; activate the environment, or say `--python` when it is run";
    refused("is a program that would run outside the sandbox, which a file must not choose", help)
}

fn document(text: &str, folder: &Path) -> Admitted {
    if text == "-" {
        return refused("is standard input, which only the command line can name", "name files, folders or globs");
    }
    inside(text, folder).map(|path| path.display().to_string())
}

fn report(text: &str, folder: &Path) -> Admitted {
    match text.split_once('=') {
        Some((format, file)) if !file.is_empty() => Ok(format!("{format}={}", report_file(file, folder)?)),
        _ => Ok(text.to_owned()),
    }
}

fn report_file(text: &str, folder: &Path) -> Admitted {
    let path = inside(text, folder)?;
    let ending = Path::new(text).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if !ending.is_some_and(|ending| REPORTS.contains(&ending.as_str())) {
        let endings = REPORTS.join(", .");
        let help = format!("let its name end with one of .{endings}; or name it on the command line");
        return refused("does not look like a report, and might take the place of something else", help);
    }
    let real = really(&folder.join(text)).unwrap_or_default();
    if is_hidden(Path::new(text)) || is_hidden(real.strip_prefix(folder).unwrap_or(&real)) {
        return refused(
            "is hidden, or in a hidden folder",
            "name a file that can be seen; or say it on the command line",
        );
    }
    Ok(path.display().to_string())
}

fn is_hidden(path: &Path) -> bool {
    let mut names = path.components().filter(|part| matches!(part, Component::Normal(_)));
    names.any(|name| name.as_os_str().to_string_lossy().starts_with('.'))
}

/// A path in the folder, as it is called from the working directory.
fn inside(text: &str, folder: &Path) -> Result<PathBuf, (String, String)> {
    let path = Path::new(text);
    let climbs = path.is_absolute() || path.components().any(|part| part == Component::ParentDir);
    // Of a glob that is what stands before its first wildcard, unless something has just this name.
    let leads_into = really(&folder.join(path)).is_some_and(|real| real.starts_with(folder));
    if climbs || !leads_into {
        let why = "is not in the folder of the configuration, and a file must not lead out of it";
        return Err((why.into(), "name what is in that folder; or say it on the command line".into()));
    }
    Ok(paths::from_here(&folder.join(path)))
}

/// Where a path leads, links followed, as far as it is there; `None` where a link leads nowhere.
fn really(path: &Path) -> Option<PathBuf> {
    let mut there = path.ancestors().filter(|part| part.symlink_metadata().is_ok());
    there.next().and_then(|part| part.canonicalize().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    /// Says what the guard makes of a value, or a part of why it is refused.
    fn check(guard: Guard, text: &str, expect: Result<&str, &str>) {
        let folder = std::env::current_dir().unwrap().canonicalize().unwrap();
        match (guard.admit("key", text, &folder), expect) {
            (Ok(admitted), Ok(expect)) => assert_eq!(admitted, expect, "{guard:?} {text}"),
            (Err(refused), Err(part)) => assert!(refused.why.contains(part), "{guard:?} {text}: {refused:?}"),
            (admitted, _) => panic!("{guard:?} {text}: {admitted:?}"),
        }
    }

    #[test]
    fn protection_is_not_weakened() {
        let guard = Guard::OneOf(&["best", "full"]);
        check(guard, "full", Ok("full"));
        for weak in ["landlock", "seccomp", "none"] {
            check(guard, weak, Err("not what a file may ask for"));
        }
        check(guard, "NONE", Err("not what a file may ask for"));
    }

    #[test]
    fn limits_stay_limits() {
        let guard = Guard::Limit(Unit::Time, "10m");
        check(guard, "30s", Ok("30s"));
        check(guard, "10m", Ok("10m"));
        check(guard, "601", Err("more than a file"));
        for none in ["off", "OFF", "0"] {
            check(guard, none, Err("takes a limit away"));
        }
        check(Guard::Limit(Unit::Size, "16G"), "17G", Err("more than"));
        check(Guard::Limit(Unit::Count, "64"), "65", Err("more than"));
        check(Guard::Number(64), "0", Ok("0"));
        check(Guard::Number(64), "65", Err("more than"));
        check(guard, "soon", Ok("soon"));
    }

    #[test]
    fn only_versions_of_python_are_chosen() {
        for (version, expect) in [("3.12", "3.12"), ("3", "3"), ("python3.12", "3.12"), ("python3", "3")] {
            check(Guard::Python, version, Ok(expect));
        }
        for program in ["./evil", "evil", "/bin/sh", ".venv", "python", "", "3.12/../evil", "pythonpoweroff"] {
            check(Guard::Python, program, Err("outside the sandbox"));
        }
    }

    #[test]
    fn documents_are_in_the_folder() {
        check(Guard::Documents, "README.md", Ok("README.md"));
        check(Guard::Documents, "docs/**/*.md", Ok("docs/**/*.md"));
        check(Guard::Documents, ".", Ok("."));
        for outside in ["/etc/passwd", "../other", "docs/../../x", "/**/*.md", "no/../../x"] {
            check(Guard::Documents, outside, Err("not in the folder"));
        }
        check(Guard::Documents, "-", Err("standard input"));
    }

    #[test]
    fn reports_take_no_place_that_matters() {
        check(Guard::Reports, "json", Ok("json"));
        check(Guard::Reports, "json=build.json", Ok("json=build.json"));
        check(Guard::Reports, "json=../build.json", Err("not in the folder"));
        check(Guard::ReportFile, "src/x.html", Ok("src/x.html"));
        check(Guard::ReportFile, "./no/such/x.html", Ok("no/such/x.html"));
        check(Guard::ReportFile, ".git/config.txt", Err("hidden"));
        check(Guard::ReportFile, ".bashrc.txt", Err("hidden"));
        check(Guard::ReportFile, "src/.x/report.md", Err("hidden"));
        for program in ["Makefile", "conftest.py", "run.sh", ".gitconfig", "x.toml"] {
            check(Guard::ReportFile, program, Err("look like a report"));
        }
    }

    #[test]
    fn links_lead_nowhere_else() {
        let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::create_dir(folder.path().join(".git")).unwrap();
        symlink(outside.path(), folder.path().join("out")).unwrap();
        symlink(outside.path().join("new.json"), folder.path().join("report.json")).unwrap();
        symlink(".git", folder.path().join("git")).unwrap();
        symlink(outside.path(), folder.path().join("o[u]t")).unwrap();
        let real = folder.path().canonicalize().unwrap();
        let check = |guard: Guard, text: &str| {
            assert!(guard.admit("key", text, &real).is_err(), "{text}");
        };
        check(Guard::ReportFile, "out/report.json");
        check(Guard::ReportFile, "report.json");
        check(Guard::ReportFile, "git/config.txt");
        check(Guard::Documents, "out");
        check(Guard::Documents, "out/*.md");
        check(Guard::Documents, "o[u]t");
        check(Guard::Documents, "o[u]t/*.md");
        check(Guard::ReportFile, "o[u]t/report.json");
    }
}
