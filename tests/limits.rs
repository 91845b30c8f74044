//! Every limit at work, three times each: reached, raised, and off. By the real program, with the sandbox that the machine
//! grants: what the report calls the outcome, and how the terminal says what to raise.

use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A document of blocks, checked with options.
fn run(blocks: &[&str], options: &[&str], format: &str) -> Output {
    let text: String = blocks.iter().map(|block| format!("```python\n{block}\n```\n\n")).collect();
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("page.md");
    std::fs::write(&document, text).unwrap();
    let python = std::env::var("SNIPCHECK_PYTHON").unwrap_or_else(|_| "python3".into());
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.arg("check").arg(&document).args(["--python", &python, "--format", format, "--verbose"]).args(options);
    command.stdin(Stdio::null()).output().unwrap()
}

/// Its report.
fn check(blocks: &[&str], options: &[&str], format: &str) -> String {
    let output = run(blocks, options, format);
    assert!(output.status.code().is_some_and(|code| code < 2), "{options:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The level reached, and of each block its outcome, its detail, and whether it is a finding.
fn outcomes(blocks: &[&str], options: &[&str]) -> (String, Vec<(String, String, bool)>) {
    let report: Value = serde_json::from_str(&check(blocks, options, "json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let runs = report["documents"][0]["blocks"].as_array().unwrap().iter().map(|block| &block["runs"][0]);
    let runs = runs.map(|run| (text(&run["outcome"]), text(&run["detail"]), run["finding"] == true));
    (text(&report["isolation"]["level"]), runs.collect())
}

/// A limit: the option, too low a value, the outcome there, an amount that is told, and a value that is high enough.
struct Case {
    option: &'static str,
    low: &'static str,
    outcome: &'static str,
    told: &'static str,
    high: &'static str,
    /// Modest enough to be run without the limit.
    script: &'static str,
    /// Other limits that would be reached first.
    besides: &'static [&'static str],
    /// Whether every level counts it.
    everywhere: bool,
}

const SLEEP: &str = "import time; time.sleep(0.6)";
const SPIN: &str = "import time\nwhile time.process_time() < 1.2: pass";
const TAKE: &str = "x = bytearray(200 << 20)";
const TOGETHER: &str = "import os, time\nfor _ in range(3):\n    if os.fork() == 0:\n        x = b'x' * (60 << 20); time.sleep(1); os._exit(0)\nfor _ in range(3): os.wait()";
const THREADS: &str = "import threading\nstop = threading.Event()\ntry:\n    for _ in range(20): threading.Thread(target=stop.wait).start()\nfinally:\n    stop.set()";
const FORKS: &str = "import os, signal\nchildren = []\ntry:\n    for _ in range(20):\n        pid = os.fork()\n        if pid == 0: signal.pause()\n        children.append(pid)\nfinally:\n    for pid in children: os.kill(pid, 9); os.wait()";
const OPEN: &str = "held = [open('/dev/null') for _ in range(60)]";
const FILL: &str = "import time\nwith open('big', 'wb') as big:\n    for _ in range(200): big.write(bytes(10_000))\n    big.flush(); time.sleep(0.5)";
const FILL_MANY: &str = "import time\nfor n in range(20):\n    with open(f'f{n}', 'wb') as part: part.write(bytes(100_000))\ntime.sleep(0.5)";
const MAKE: &str =
    "import os, time\nfor n in range(20):\n    open(f'f{n}', 'w').close(); os.mkdir(f'd{n}')\ntime.sleep(0.5)";
const PRINT: &str = "for n in range(1000): print('a line of text', n)";
const NOTE: &str = "for n in range(300):\n    x = 'value' * 100 + str(n)   # 'value'";

const CASES: &[Case] = &[
    Case {
        option: "--timeout",
        low: "300ms",
        outcome: "timed_out",
        told: "0.3 s of wall time",
        high: "60",
        script: SLEEP,
        besides: &[],
        everywhere: true,
    },
    Case {
        option: "--cpu-time",
        low: "1s",
        outcome: "cpu_limit",
        told: "1 s of processor time",
        high: "60s",
        script: SPIN,
        besides: &["--timeout", "60s"],
        everywhere: true,
    },
    Case {
        option: "--memory",
        low: "128M",
        outcome: "out_of_memory",
        told: "128 MiB of memory",
        high: "1G",
        script: TAKE,
        besides: &[],
        everywhere: true,
    },
    Case {
        option: "--memory",
        low: "128M",
        outcome: "out_of_memory",
        told: "128 MiB of memory",
        high: "1G",
        script: TOGETHER,
        besides: &["--timeout", "30s"],
        everywhere: true,
    },
    Case {
        option: "--processes",
        low: "8",
        outcome: "process_limit",
        told: "8 processes and threads",
        high: "40",
        script: THREADS,
        besides: &[],
        everywhere: false,
    },
    Case {
        option: "--processes",
        low: "8",
        outcome: "process_limit",
        told: "8 processes and threads",
        high: "40",
        script: FORKS,
        besides: &[],
        everywhere: false,
    },
    Case {
        option: "--open-files",
        low: "32",
        outcome: "open_files_limit",
        told: "32 open files",
        high: "200",
        script: OPEN,
        besides: &[],
        everywhere: true,
    },
    Case {
        option: "--scratch",
        low: "1M",
        outcome: "scratch_limit",
        told: "1 MiB of scratch space",
        high: "4M",
        script: FILL,
        besides: &["--output-limit", "1K"],
        everywhere: true,
    },
    Case {
        option: "--scratch",
        low: "1M",
        outcome: "scratch_limit",
        told: "1 MiB of scratch space",
        high: "4M",
        script: FILL_MANY,
        besides: &[],
        everywhere: true,
    },
    Case {
        option: "--scratch-files",
        low: "20",
        outcome: "scratch_files_limit",
        told: "20 scratch files",
        high: "60",
        script: MAKE,
        besides: &[],
        everywhere: true,
    },
    Case {
        option: "--output-limit",
        low: "4K",
        outcome: "output_limit",
        told: "4 KiB of output",
        high: "64K",
        script: PRINT,
        besides: &[],
        everywhere: true,
    },
    Case {
        option: "--report-limit",
        low: "16K",
        outcome: "report_limit",
        told: "16 KiB of noted values",
        high: "4M",
        script: NOTE,
        besides: &[],
        everywhere: true,
    },
];

/// The levels that hold scratch space and processes in different ways, as far as the machine grants them.
fn levels() -> Vec<&'static str> {
    let granted = |level: &&str| {
        let answer = run(&["1"], &["--require-isolation", level], "json");
        if !answer.status.success() {
            eprintln!("skipped: no isolation {level} here: {}", String::from_utf8_lossy(&answer.stderr));
        }
        answer.status.success()
    };
    let levels: Vec<&str> = ["full", "landlock"].into_iter().filter(granted).collect();
    assert!(!levels.is_empty(), "nothing is ever run unprotected");
    levels
}

fn ends(case: &Case, level: &str, value: &str) -> (String, String, bool) {
    let options = [&[case.option, value, "--isolation", level], case.besides].concat();
    outcomes(&[case.script], &options).1.remove(0)
}

#[test]
fn at_a_limit_a_block_ends_with_that_limit_as_its_outcome() {
    for level in levels() {
        for case in CASES.iter().filter(|case| case.everywhere || level == "full") {
            let expect = format!("needs more than {}, raise it with {}", case.told, case.option);
            let seen = ends(case, level, case.low);
            assert_eq!(seen, (case.outcome.to_owned(), expect, false), "{level}: {} {}", case.option, case.script);
        }
    }
}

#[test]
fn above_a_limit_and_without_it_the_same_block_runs_to_its_end() {
    let scripts: Vec<&str> = CASES.iter().map(|case| case.script).collect();
    let all = |value: fn(&Case) -> &'static str| {
        let mut values: Vec<[&str; 2]> = CASES.iter().map(|case| [case.option, value(case)]).collect();
        values.dedup();
        values
    };
    for level in levels() {
        for values in [all(|case| case.high), all(|_| "off")] {
            let options = [values.concat(), vec!["--isolation", level]].concat();
            let (_, seen) = outcomes(&scripts, &options);
            for (case, (outcome, detail, _)) in CASES.iter().zip(seen) {
                assert_eq!(outcome, "ok", "{level}: {options:?}: {detail}: {}", case.script);
            }
        }
    }
}

#[test]
fn the_terminal_says_what_to_raise_and_a_claim_is_undecidable() {
    let block = "x = bytearray(900 << 20)\nlen(x)   # 943718400";
    let text = check(&[block], &["--memory", "256M"], "terminal");
    for part in [
        "out of memory: needs more than 256 MiB of memory, raise it with --memory",
        "? undecidable  943718400  needs a higher --memory",
        "blocks not run to their end: out of memory (--memory) ×1",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// An exception that a limit is behind is no finding, however it arrives; one that only looks like it is.
#[test]
fn the_limit_is_told_where_it_comes_as_an_exception_and_only_there() {
    let fork = "import os, signal\ndef start():\n    try:\n        for _ in range(30):\n            if os.fork() == 0: signal.pause()\n    except OSError as error:\n        raise ValueError('cannot start') from error\nstart()";
    let spawn = "import subprocess\nheld = [subprocess.Popen(['sleep', '9']) for _ in range(30)]";
    let cases = [
        ("def take(n):\n    return 'x' * (n << 20)\ntake(100) and take(9_000)", "out_of_memory"),
        ("import mmap\nmmap.mmap(-1, 9 << 30)", "out_of_memory"),
        (
            "import sqlite3\ndb = sqlite3.connect('a')\ndb.execute('create table t (x)')\nfor _ in range(200): db.execute('insert into t values (zeroblob(1000000))')\ndb.commit()",
            "scratch_limit",
        ),
        ("import os\nfor n in range(100): os.symlink('a', f'b{n}')", "scratch_files_limit"),
        ("import os\nheld = [os.dup(1) for _ in range(300)]", "open_files_limit"),
        (spawn, "process_limit"),
        (fork, "process_limit"),
        ("def no():\n    raise MemoryError('of my own')\nno()", "raised"),
        ("import socket\na, b = socket.socketpair()\na.setblocking(False)\ndef f(): return a.recv(1)\nf()", "raised"),
        ("1 + 1", "ok"),
    ];
    let blocks: Vec<&str> = cases.iter().map(|(block, _)| *block).collect();
    let options = ["--processes", "12", "--scratch", "8M", "--scratch-files", "60"];
    let (level, seen) = outcomes(&blocks, &options);
    for ((block, expect), (outcome, detail, finding)) in cases.iter().zip(seen) {
        let by_folder = expect.starts_with("scratch") || *expect == "process_limit";
        if level == "full" || !by_folder {
            assert_eq!((outcome.as_str(), finding), (*expect, *expect == "raised"), "{block}: {detail}");
        }
    }
}

#[test]
fn every_limit_is_told_by_the_help_and_by_the_page_about_limits() {
    let help = Command::new(env!("CARGO_BIN_EXE_snipcheck")).args(["check", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/limits.md")).unwrap();
    for case in CASES {
        assert!(help.contains(case.option), "{}: {help}", case.option);
        let row = page.lines().find(|line| line.contains(&format!("`{}`", case.option)));
        assert!(row.is_some_and(|row| row.contains(&format!("`{}`", case.outcome))), "{}", case.option);
    }
}
