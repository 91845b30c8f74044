//! What was found out before is not found out again, and what may have changed is.

#[path = "common/python.rs"]
mod python;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use python::interpreter;
use snipcheck::report::json;
use snipcheck::report::model::Report;
use snipcheck::report::summary::summarise;

/// A folder of documents, with a folder for what is kept beside it.
struct Place {
    folder: tempfile::TempDir,
    python: String,
}

/// How much was known: documents and blocks asked for, and found.
type Spared = [(u64, u64); 2];

const TWO_BLOCKS: &str = "\
# Numbers

```python
print(1)  # 1
```

```python
{1, 2, 3}  # {3, 2, 1}
len('four')  # 5
```
";

impl Place {
    fn new(documents: &[(&str, &str)]) -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap(), python: interpreter().executable };
        fs::create_dir(place.folder.path().join("docs")).unwrap();
        documents.iter().for_each(|(name, text)| place.write(name, text));
        place
    }

    fn docs(&self) -> PathBuf {
        self.folder.path().join("docs")
    }

    fn kept(&self) -> PathBuf {
        self.folder.path().join("kept")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.docs().join(name), text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
        command.args(arguments).current_dir(self.docs()).stdin(Stdio::null());
        command.env("SNIPCHECK_CACHE_DIR", self.kept()).env_remove("CLICOLOR_FORCE");
        command
    }

    /// The JSON report of a check.
    fn report(&self, arguments: &[&str]) -> String {
        let output =
            self.command(&["check", ".", "--format", "json", "--python", &self.python]).args(arguments).output();
        text(output.unwrap())
    }

    /// What a check needed not do.
    fn check(&self, arguments: &[&str]) -> Spared {
        self.report(arguments);
        let stats = text(self.command(&["cache", "stats"]).output().unwrap());
        let last = stats.lines().last().unwrap().to_owned();
        let numbers: Vec<u64> = last.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let [documents_found, documents, blocks_found, blocks] = numbers[..] else { panic!("{stats}") };
        [(documents, documents_found), (blocks, blocks_found)]
    }
}

fn text(output: Output) -> String {
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_unchanged_tree_runs_nothing_and_gives_the_same_report() {
    let place = Place::new(&[("a.md", TWO_BLOCKS), ("b.md", "```python\n1 + 1  # 2\n```\n"), ("c.md", "Words.\n")]);
    let first = place.report(&[]);
    assert_eq!(place.report(&[]), first);
    assert_eq!(place.check(&[]), [(3, 3), (0, 0)]);
    assert_eq!(place.report(&["--no-cache"]), first);
    let report: Report = json::read(&first).unwrap();
    assert_eq!(report.summary, summarise(&report.documents));
    assert!(report.summary.fails > 0 && report.summary.holds > 0, "{first}");
}

/// The dynamic loader can be asked to leave a file for each program that is started.
#[test]
fn not_even_an_interpreter_is_started() {
    let place = Place::new(&[("a.md", TWO_BLOCKS)]);
    let programs = |arguments: &[&str]| {
        let traces = tempfile::tempdir().unwrap();
        let mut command = place.command(arguments);
        command.env("LD_DEBUG", "statistics").env("LD_DEBUG_OUTPUT", traces.path().join("program"));
        command.output().unwrap();
        fs::read_dir(traces.path()).unwrap().count()
    };
    let (alone, check) = (programs(&["--version"]), ["check", ".", "--python", &place.python]);
    if programs(&check) == alone {
        eprintln!("skipped: the loader leaves no traces here");
        return;
    }
    assert_eq!(programs(&check), alone);
}

#[test]
fn what_differs_is_run_again() {
    let place = Place::new(&[("a.md", TWO_BLOCKS)]);
    place.report(&[]);
    let known = [(1, 1), (0, 0)];
    assert_eq!(place.check(&[]), known);
    // Other blocks, limits, rules, repetitions, protection: each is another question the first time.
    let check = |arguments: &[&str], blocks: bool| {
        let [documents, (_, found)] = place.check(arguments);
        assert_eq!((documents, found > 0), ((1, 0), blocks), "{arguments:?}: the first time");
        assert_eq!(place.check(arguments), known, "{arguments:?}: the second time");
    };
    check(&["--only", "4"], true);
    check(&["--strict"], true);
    check(&["--repeat", "2"], true);
    check(&["--timeout", "9s"], false);
    check(&["--memory", "1G"], false);
    check(&["--isolation", "full"], false);
    assert_eq!(place.check(&["--jobs", "1"]), known, "how many run at a time changes nothing");
    assert_eq!(place.check(&[]), known);
}

#[test]
fn what_stands_above_a_change_is_not_run_again() {
    let place = Place::new(&[("a.md", TWO_BLOCKS), ("b.md", "```python\n2\n```\n")]);
    place.report(&[]);
    let check = |change: &dyn Fn(), expect: Spared| {
        change();
        assert_eq!(place.check(&[]), expect);
        assert_eq!(place.check(&[])[0], (expect[0].0, expect[0].0));
    };
    // The second block has a claim that fails, so it is looked at five times.
    let longer = format!("{TWO_BLOCKS}\nMore words.\n");
    check(&|| place.write("a.md", &longer), [(2, 1), (6, 6)]);
    check(&|| place.write("a.md", &longer.replace("# 5", "# 4")), [(2, 1), (2, 1)]);
    check(&|| place.write("a.md", &longer.replace("print(1)", "print(2)")), [(2, 1), (10, 5)]);
    check(&|| place.write("c.md", "```python\n3\n```\n"), [(3, 2), (1, 0)]);
    // Context counts as well as the block's own code.
    let context = |value: &str| format!("```python\nx = {value}\n```\n\n```python\nprint(x)\n```\n");
    check(&|| place.write("c.md", &context("1")), [(3, 2), (2, 0)]);
    check(&|| place.write("c.md", &context("2")), [(3, 2), (2, 0)]);
}

#[test]
fn what_is_no_fact_of_the_code_is_not_kept() {
    let check = |code: &str, expect: bool| {
        let place = Place::new(&[("a.md", &format!("```python\n{code}\n```\n"))]);
        place.report(&["--timeout", "500ms"]);
        let [(documents, found), _] = place.check(&["--timeout", "500ms"]);
        assert_eq!((documents, found == 1), (1, expect), "{code}");
    };
    check("print(1)", true);
    check("1 / 0", true);
    check("open('a.txt', 'w').write('x')", true);
    check("import os\nprint(os.environ.get('TZ'))", true);
    check("import time\nprint(time.time())", false);
    check("import random\nprint(random.random())", false);
    check("import subprocess\nsubprocess.run(['true'])", false);
    check("while True:\n    pass", false);
    check("import os\nos.abort()", false);
    check("import time\ntime.sleep(0.01)", true);
}

#[test]
fn a_package_that_changes_is_noticed() {
    let place =
        Place::new(&[("a.md", "```python\nimport counted\ncounted.parts.NUMBER  # 1\n```\n\n```python\n1\n```\n")]);
    let venv = place.folder.path().join("venv");
    let made = Command::new(&place.python).args(["-m", "venv", "--without-pip"]).arg(&venv).status();
    assert!(made.unwrap().success());
    let place = Place { python: venv.display().to_string(), ..place };
    let packages = fs::read_dir(venv.join("lib")).unwrap().next().unwrap().unwrap().path().join("site-packages");
    let package = packages.join("counted");
    let verdicts = || {
        let report: Report = json::read(&place.report(&[])).unwrap();
        (report.summary.holds, report.summary.fails, report.summary.outcomes)
    };
    let all_known = [(1, 1), (0, 0)];
    settle();
    let missing = verdicts();
    assert_eq!(place.check(&[]), all_known, "nothing is installed, and that is known");
    fs::create_dir(&package).unwrap();
    fs::write(package.join("__init__.py"), "from . import parts\n").unwrap();
    fs::write(package.join("parts.py"), "NUMBER = 1\n").unwrap();
    let installed = verdicts();
    assert_ne!(installed, missing, "it has been installed");
    settle();
    verdicts();
    assert_eq!(place.check(&[]), all_known);
    fs::write(package.join("parts.py"), "NUMBER = 2\n").unwrap();
    let changed = verdicts();
    assert_ne!(changed, installed, "a file was changed where it stands");
    settle();
    verdicts();
    assert_eq!(place.check(&[]), all_known);
    let [documents, (asked, found)] = {
        fs::write(package.join("parts.py"), "NUMBER = 1\n").unwrap();
        place.check(&[])
    };
    assert_eq!((documents, asked > found, found > 0), ((1, 0), true, true), "only what imports it runs again");
    fs::write(packages.join("counted.pth"), "/nowhere\n").unwrap();
    let [documents, (_, found)] = place.check(&[]);
    assert_eq!((documents, found), ((1, 0), 0), "what is installed changes everything");
}

/// A file that has only just changed is not relied upon: waits until those written so far are old enough.
fn settle() {
    let folder = tempfile::tempdir().unwrap();
    let written = fs::metadata(folder.path()).unwrap().modified().unwrap();
    while written.elapsed().unwrap_or_default().as_millis() < 60 {
        std::thread::yield_now();
    }
}

/// Spoils a file.
type Damage = fn(&Path);

#[test]
fn an_entry_that_is_torn_or_foreign_counts_as_none() {
    let place = Place::new(&[("a.md", TWO_BLOCKS)]);
    let first = place.report(&[]);
    let damage: [(&str, Damage); 4] = [
        ("cut", |path| fs::write(path, &fs::read(path).unwrap()[..60]).unwrap()),
        ("empty", |path| fs::write(path, "").unwrap()),
        ("changed", |path| {
            let changed = String::from_utf8_lossy(&fs::read(path).unwrap()).replace("holds", "fails");
            fs::write(path, changed).unwrap();
        }),
        ("open to others", |path| fs::set_permissions(path, fs::Permissions::from_mode(0o666)).unwrap()),
    ];
    for (what, damage) in damage {
        assert_eq!(place.check(&[]), [(1, 1), (0, 0)], "{what}: before");
        entries(&place.kept()).iter().for_each(|path| damage(path));
        assert_eq!(place.report(&[]), first, "{what}");
        let whole = entries(&place.kept()).iter().any(|path| fs::metadata(path).unwrap().len() > 60);
        assert!(whole, "{what}: they are written again");
    }
}

fn entries(kept: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(kept).unwrap().flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    folders.flat_map(|folder| fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path())).collect()
}

#[test]
fn where_nothing_can_be_kept_the_check_goes_on() {
    let place = Place::new(&[("a.md", TWO_BLOCKS)]);
    let first = place.report(&["--no-cache"]);
    assert!(!place.kept().exists());
    fs::write(place.kept(), "a file").unwrap();
    assert_eq!(place.report(&[]), first);
    assert_eq!(place.report(&[]), first);
    let refused = place.command(&["cache", "stats"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("cannot be used"), "{refused:?}");
    let off = place.command(&["cache", "stats"]).env("SNIPCHECK_CACHE_DIR", "").output().unwrap();
    assert_eq!(off.status.code(), Some(2));
}

#[test]
fn the_folder_is_found_where_such_folders_are() {
    let place = Place::new(&[("a.md", TWO_BLOCKS)]);
    let home = place.folder.path().join("home");
    let check = |variables: &[(&str, &str)], expect: &str| {
        let mut command = place.command(&["check", ".", "--quiet", "--python", &place.python]);
        command.env_remove("SNIPCHECK_CACHE_DIR").env_remove("XDG_CACHE_HOME").env("HOME", &home);
        command.envs(variables.iter().copied()).output().unwrap();
        let kept = place.folder.path().join(expect);
        assert_eq!(
            fs::metadata(&kept).map(|about| about.permissions().mode() & 0o777).ok(),
            Some(0o700),
            "{variables:?}"
        );
        assert!(!entries(&kept).is_empty(), "{variables:?}");
    };
    check(&[], "home/.cache/snipcheck");
    check(&[("XDG_CACHE_HOME", place.folder.path().join("xdg").to_str().unwrap())], "xdg/snipcheck");
    check(&[("SNIPCHECK_CACHE_DIR", place.folder.path().join("own").to_str().unwrap())], "own");
}

#[test]
fn two_runs_at_once_do_not_disturb_each_other() {
    let place = Place::new(&[("a.md", TWO_BLOCKS), ("b.md", TWO_BLOCKS), ("c.md", TWO_BLOCKS)]);
    let start = || {
        let mut command = place.command(&["check", ".", "--format", "json", "--python", &place.python]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    for _ in 0..2 {
        let both = [start(), start()].map(|child| text(child.wait_with_output().unwrap()));
        assert_eq!(both[0], both[1]);
    }
    assert_eq!(place.check(&[]), [(3, 3), (0, 0)]);
}

#[test]
fn what_is_kept_can_be_removed() {
    let place = Place::new(&[("a.md", TWO_BLOCKS)]);
    place.report(&[]);
    let stats = || text(place.command(&["cache", "stats"]).output().unwrap());
    assert!(stats().contains(" entries, "), "{}", stats());
    let cleaned = text(place.command(&["cache", "clean"]).output().unwrap());
    assert!(cleaned.starts_with("removed "), "{cleaned}");
    assert!(stats().contains("\n0 entries, 0 B\n"), "{}", stats());
    assert_eq!(entries(&place.kept()), Vec::<PathBuf>::new());
    assert_eq!(place.check(&[])[0], (1, 0));
}

/// Shipped documents of many kinds, whose results are facts of their code.
const SHIPPED: [&str; 8] = [
    "exceptions-claimed.md",
    "fences-in-jsx.mdx",
    "context-from-earlier-blocks.md",
    "fences-in-containers.md",
    "identity.md",
    "sets-and-dictionaries.md",
    "transcripts.md",
    "tutorial-exceptions.md",
];

#[test]
fn every_report_is_the_same_the_second_time() {
    let snippets = Path::new(env!("CARGO_MANIFEST_DIR")).join("snippets");
    let texts = SHIPPED.map(|name| (name, fs::read_to_string(snippets.join(name)).unwrap()));
    let place = Place::new(&texts.each_ref().map(|(name, text)| (*name, text.as_str())));
    let shown = |arguments: &[&str]| {
        // On a busy machine what takes long is no fact of the code.
        let always = ["check", ".", "--python", &place.python, "--timeout", "5m"];
        text(place.command(&always).args(arguments).output().unwrap())
    };
    for arguments in [["--format", "json"], ["--format", "html"], ["--color", "always"]] {
        let fresh = shown(&[&arguments[..], &["--no-cache"]].concat());
        assert!(shown(&arguments) == fresh, "{arguments:?}: the first time");
        assert!(shown(&arguments) == fresh, "{arguments:?}: the second time");
    }
    let [documents, blocks] = place.check(&["--timeout", "5m"]);
    assert_eq!((documents, blocks), ((8, 8), (0, 0)));
}

#[test]
fn snippets_neither_see_nor_change_what_is_kept() {
    let code = "\
def tried(deed):
    try:
        deed()
    except OSError:
        return 'refused'
    return 'done'

tried(lambda: os.listdir(KEPT))  # 'refused'
tried(lambda: open(KEPT + '/last-run').read())  # 'refused'
tried(lambda: open(KEPT + '/new', 'w'))  # 'refused'
tried(lambda: os.rename(KEPT, KEPT + '-away'))  # 'refused'
tried(lambda: os.chmod(KEPT, 0o777))  # 'refused'";
    let place = Place::new(&[]);
    place.write("a.md", &format!("```python\nimport os\nKEPT = {:?}\n{code}\n```\n", place.kept()));
    // The second time there is something to be seen.
    for further in [&[][..], &["--repeat", "1"]] {
        let report: Report = json::read(&place.report(further)).unwrap();
        assert_eq!((report.summary.holds, report.summary.fails), (5, 0), "{further:?}: {:?}", report.documents);
    }
    assert_eq!(place.check(&[])[0], (1, 1));
}
