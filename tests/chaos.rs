//! Faults of our own side: workers that are killed or stopped, that no longer start, a full disk, a host that is killed or
//! interrupted. Every snippet is run or said to be lost, each once, and nothing stays behind.

mod common;
#[path = "common/processes.rs"]
mod processes;

use std::collections::BTreeSet;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use common::{interpreter, job, plan};
use processes::{has_arrived, lives, of_process, of_session, of_this_thread, session_of, signal, wait_until};
use snipcheck::run::{Pool, RunEvent, RunPlan, Runner};
use snipcheck::wire::{Ended, Job, Level, Limits};

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// The levels that this machine grants.
fn levels() -> Vec<Level> {
    let grants = |level: &Level| {
        let plan = RunPlan { require: true, ..plan(Some(*level), vec![job(1, "pass")]) };
        let granted = Pool.run(&plan, &mut |_| {}).is_ok();
        if !granted {
            eprintln!("skipped: no {level:?} here");
        }
        granted
    };
    [Level::Full, Level::Landlock].into_iter().filter(grants).collect()
}

/// Two thousand snippets, and every now and then one of the processes that serve them is killed or stopped.
#[test]
fn whoever_is_killed_or_stopped_every_snippet_is_answered_once() {
    for (level, snippets) in levels().into_iter().zip([1_600, 400]) {
        let mut dice = Dice(snippets);
        let limits = Limits { wall_ms: 1_000, ..Limits::default() };
        let jobs = (0..snippets).map(|id| Job { limits: limits.clone(), ..job(id, "print(1)") }).collect();
        let plan = RunPlan { workers: 3, ..plan(Some(level), jobs) };
        let (mut seen, mut told, mut strikes) = (BTreeSet::new(), vec![0; plan.batches[0].jobs.len()], 0);
        let log = Pool.run(&plan, &mut |event| {
            let RunEvent::Observed { observation, .. } = event else { return };
            told[observation.job as usize] += 1;
            if dice.below(60) > 0 {
                return;
            }
            let all = of_this_thread();
            seen.extend(all.iter().cloned());
            if !all.is_empty() {
                strikes += 1;
                // To notice one that is stopped takes longer than all the rest.
                signal(&all[dice.below(all.len())], if strikes % 9 == 5 { "STOP" } else { "KILL" });
            }
        });
        let log = log.expect("the run can be done");
        assert!(strikes > 3, "{strikes}");
        assert!(told.iter().all(|&times| times == 1), "{level:?}: each is told once");
        let ended = log.batches[0].observations.iter().map(|seen| &seen.as_ref().expect("it is answered").ended);
        // A snippet may be hit itself.
        let is_known =
            |ended: &&Ended| matches!(ended, Ended::Finished | Ended::Lost(_) | Ended::TimedOut | Ended::Signal(9));
        assert_eq!(ended.clone().find(|ended| !is_known(ended)), None, "{level:?}");
        let others: Vec<_> = ended.filter(|ended| **ended != Ended::Finished).collect();
        assert!((others.len() as u64) < snippets / 10, "{level:?}, {strikes} strikes: {others:?}");
        assert_eq!(of_this_thread(), [""; 0], "{level:?}");
        assert!(wait_until(|| !seen.iter().any(|pid| lives(pid))), "{level:?}: processes are left");
        assert_no_scratch(level, &seen);
    }
}

/// What a killed worker left on the disk goes when the next one starts.
fn assert_no_scratch(level: Level, makers: &BTreeSet<String>) {
    Pool.run(&plan(Some(level), vec![job(1, "pass")]), &mut |_| {}).expect("the run can be done");
    let names = std::env::temp_dir().read_dir().expect("there is a folder for temporary files");
    let names = names.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_ours = |name: &String| {
        let maker = name.strip_prefix("snipcheck-").and_then(|rest| rest.split('-').next());
        maker.is_some_and(|maker| makers.contains(maker))
    };
    assert_eq!(names.filter(is_ours).collect::<Vec<_>>(), [""; 0], "{level:?}");
}

#[test]
fn where_no_worker_starts_any_more_the_rest_is_lost_and_said_to_be() {
    let folder = tempfile::tempdir().expect("a folder");
    let (exhausted, starts) = (folder.path().join("exhausted"), folder.path().join("starts"));
    let mut plan = plan(None, (1..=50).map(|id| job(id, "print(1)")).collect());
    let python = &mut plan.batches[0].interpreter.executable;
    let script = format!(
        "#!/bin/sh\necho >>{}\n[ -e {} ] && echo 'no memory' >&2 && exit 1\nexec {python} \"$@\"\n",
        starts.display(),
        exhausted.display()
    );
    *python = write_program(folder.path(), &script);
    let mut told = Vec::new();
    let log = Pool.run(&plan, &mut |event| {
        let RunEvent::Observed { observation, .. } = event else { return };
        told.push(observation.job);
        if observation.job == 5 {
            std::fs::write(&exhausted, "").expect("a file");
            of_this_thread().first().into_iter().for_each(|worker| signal(worker, "KILL"));
        }
    });
    let observations = log.expect("it worked once").batches.swap_remove(0).observations;
    told.sort_unstable();
    assert_eq!(told, (1..=50).collect::<Vec<_>>());
    let ended: Vec<Ended> = observations.into_iter().flatten().map(|seen| seen.ended).collect();
    let is_lost = |ended: &Ended| matches!(ended, Ended::Lost(reason) if reason.contains("no memory") || reason.contains("no worker starts"));
    assert!(ended[..5].iter().all(|ended| *ended == Ended::Finished), "{ended:?}");
    // The worker may have answered before it died.
    assert!(ended[6..].iter().all(is_lost), "{ended:?}");
    // One that worked, and no more than a few that did not.
    assert!(std::fs::read_to_string(&starts).expect("it was started").lines().count() <= 4);
}

/// A program that can be started; its path.
fn write_program(folder: &Path, script: &str) -> String {
    let path = folder.join("python");
    std::fs::write(&path, script).expect("a script");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).expect("it can be started");
    std::fs::set_permissions(folder, PermissionsExt::from_mode(0o755)).expect("and found by everybody");
    path.display().to_string()
}

/// A block that is known to run when it has made others: three more processes, which wait for what never comes. It does
/// not look like a long one, so it keeps its place behind others.
const STAYS: &str = "```python\nimport os\nos.fork(); os.fork()\nos.read(os.pipe()[0], 1)\n```\n";
/// So many processes there are at least when it does, and not before.
const FAMILY: usize = 6;

/// The program, checking a document, with its last block running.
struct Running {
    host: Child,
    below: Vec<String>,
    folder: tempfile::TempDir,
}

impl Running {
    fn start(first: &str, arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("a.md"), format!("# A\n\n```python\n{first}\n```\n\n{STAYS}"))
            .expect("a document");
        let host = Command::new(env!("CARGO_BIN_EXE_snipcheck"))
            .args(["check", "a.md", "--jobs", "1", "--timeout", "50", "--format", "json"])
            // The executable itself: what stands before it may be a whole family, too.
            .args(["--python", &interpreter().executable])
            .args(arguments)
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut running = Self { host, below: Vec::new(), folder };
        running.wait_for_family();
        running
    }

    fn wait_for_family(&mut self) {
        let pid = self.pid();
        let is_there = wait_until(|| {
            self.below = of_process(&pid);
            self.below.len() >= FAMILY || !lives(&pid)
        });
        assert!(is_there && lives(&pid), "the last block does not run: {:?}", self.below);
    }

    fn pid(&self) -> String {
        self.host.id().to_string()
    }

    /// Presses Ctrl-C, so to say, and waits until the program knows.
    fn interrupt(&self) {
        signal(&self.pid(), "INT");
        assert!(wait_until(|| has_arrived(&self.pid(), 2)), "the signal does not arrive");
    }

    /// Waits until it has ended; nothing may be left of it.
    fn end(mut self) -> Output {
        let pid = self.pid();
        let has_ended = wait_until(|| !lives(&pid));
        if !has_ended {
            self.host.kill().expect("it can be killed");
        }
        assert!(has_ended, "it does not end");
        assert!(wait_until(|| !self.below.iter().any(|pid| lives(pid))), "processes are left");
        let left = self.folder.path().read_dir().expect("it is there").flatten();
        let left: Vec<_> =
            left.map(|entry| entry.file_name()).filter(|name| name != "a.md" && name != "pipe").collect();
        assert_eq!(left, [""; 0]);
        self.host.wait_with_output().expect("it has ended")
    }
}

#[test]
fn whoever_kills_the_host_ends_all_that_it_started() {
    let running = Running::start("print(1)", &[]);
    signal(&running.pid(), "KILL");
    assert_eq!(running.end().status.code(), None);
}

/// Without namespaces nobody but the worker's guard ends what a snippet left, while the snippet goes on making more.
#[test]
fn a_fork_bomb_ends_with_the_host() {
    if !levels().contains(&Level::Landlock) {
        return;
    }
    let bomb = "import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass";
    let running = Running::start(bomb, &["--isolation", "landlock"]);
    let snippet =
        running.below.iter().find(|pid| session_of(pid).as_ref() == Some(pid)).expect("it has a session").clone();
    signal(&running.pid(), "KILL");
    running.end();
    assert!(wait_until(|| of_session(&snippet).is_empty()), "{:?} are left", of_session(&snippet));
}

#[test]
fn ctrl_c_ends_the_run_with_what_is_known() {
    let running = Running::start("print(1)  # 2", &[]);
    running.interrupt();
    let output = running.end();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a whole report");
    let blocks = &report["documents"][0]["blocks"];
    assert_eq!(report["interrupted"], true);
    assert_eq!(blocks[0]["claims"][0]["verdict"], "fails");
    assert_eq!([&blocks[0]["runs"][0]["outcome"], &blocks[1]["runs"][0]["outcome"]], ["ok", "skipped"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn ctrl_c_alone_is_no_success() {
    let running = Running::start("print(1)  # 1", &[]);
    running.interrupt();
    assert_eq!(running.end().status.code(), Some(3));
}

/// Between the two nobody reads the report, which is longer than a pipe: the first alone would never end it.
#[test]
fn ctrl_c_twice_ends_at_once() {
    let running = Running::start("print('x' * 200_000)", &[]);
    running.interrupt();
    running.interrupt();
    let output = running.end();
    assert_eq!(output.status.code(), Some(130), "{:?} {}", output.status, String::from_utf8_lossy(&output.stderr));
}

/// A disk of a few kilobytes for all temporary files, where this machine lets us have one.
#[test]
fn a_full_disk_is_told_and_loses_no_block_silently() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = folder.path().join("a.md");
    let long = "```python\nprint('x' * 900_000)\n```\n\n".repeat(6);
    let check = |text: &str, arguments: &[&str]| {
        std::fs::write(&document, text).expect("a document");
        let program = "mount -t tmpfs -o size=40k tmpfs /tmp && exec \"$@\"";
        let mut command = Command::new("unshare");
        command.args(["--mount", "--", "sh", "-c", program, "sh", env!("CARGO_BIN_EXE_snipcheck"), "check"]);
        command.arg("--format=json").args(arguments).arg("-").env_remove("TMPDIR");
        command.stdin(std::fs::File::open(&document).expect("it is there")).output()
    };
    match check("", &[]) {
        Ok(output) if output.status.code() == Some(0) => {}
        other => return eprintln!("skipped: no disk of one's own here: {other:?}"),
    }
    let output = check(&long, &[]).expect("it ran before");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(3), &[][..]), "{said}");
    assert!(said.contains("cannot keep the report") && said.contains("TMPDIR"), "{said}");

    let blocks = ["print(1)  # 1", "open('x', 'w').write('x' * 1_000_000)", "print(2)  # 2"];
    let short: String = blocks.iter().map(|code| format!("```python\n{code}\n```\n\n")).collect();
    for level in levels() {
        let output = check(&short, &["--isolation", level.name()]).expect("it ran before");
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a whole report");
        let outcomes = report["documents"][0]["blocks"].as_array().expect("blocks").iter();
        let outcomes: Vec<&str> = outcomes.filter_map(|block| block["runs"][0]["outcome"].as_str()).collect();
        let second = if level == Level::Full { "ok" } else { "raised" };
        assert_eq!(outcomes, ["ok", second, "ok"], "{level:?}");
    }
}

#[test]
fn a_reader_who_goes_ends_the_run() {
    let mut running = Running::start("print(1)", &[]);
    drop(running.host.stdout.take());
    running.interrupt();
    let mut said = String::new();
    let mut stderr = running.host.stderr.take().expect("it is read here");
    stderr.read_to_string(&mut said).expect("it is text");
    assert_eq!((running.end().status.code(), said.as_str()), (Some(0), ""));
}
