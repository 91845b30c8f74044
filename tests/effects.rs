//! What is told of the things that a snippet tries: by the real program, in the sandbox that the machine grants.

use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(level: &str, blocks: &[&str], format: &str) -> Output {
    let text: String = blocks.iter().map(|block| format!("```python\n{block}\n```\n\n")).collect();
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("page.md");
    std::fs::write(&document, text).unwrap();
    let python = std::env::var("SNIPCHECK_PYTHON").unwrap_or_else(|_| "python3".into());
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.arg("check").arg(&document).args(["--python", &python, "--require-isolation", level, "--format", format]);
    command.stdin(Stdio::null()).output().unwrap()
}

/// The blocks' runs; `None` where this machine does not grant the level.
fn runs(level: &str, blocks: &[&str]) -> Option<Vec<Value>> {
    let output = run(level, blocks, "json");
    let Ok(report) = serde_json::from_slice::<Value>(&output.stdout) else {
        eprintln!("skipped: no isolation {level} here: {}", String::from_utf8_lossy(&output.stderr));
        return None;
    };
    let blocks = report["documents"][0]["blocks"].as_array().unwrap();
    Some(blocks.iter().map(|block| block["runs"][0].clone()).collect())
}

/// `answer what detail`, in the order of the report.
fn effects(run: &Value) -> Vec<String> {
    let word = |effect: &Value, name: &str| effect[name].as_str().unwrap().to_owned();
    let line = |effect| format!("{} {} {}", word(effect, "answer"), word(effect, "what"), word(effect, "detail"));
    run["effects"].as_array().unwrap().iter().map(line).collect()
}

/// The levels at which sandbox and scratch folder differ.
const LEVELS: [&str; 2] = ["full", "landlock"];

/// Each block with its effects, at each level.
fn check_everywhere(cases: &[(&str, &[&str])]) {
    LEVELS.iter().for_each(|level| check(level, cases));
}

/// A block's run at each level that there is.
fn everywhere(block: &str, look: impl Fn(&Value)) {
    LEVELS.iter().filter_map(|level| runs(level, &[block])).for_each(|runs| look(&runs[0]));
}

/// Each block with its effects.
fn check(level: &str, cases: &[(&str, &[&str])]) {
    let blocks: Vec<&str> = cases.iter().map(|(block, _)| *block).collect();
    for ((block, expect), run) in cases.iter().zip(runs(level, &blocks).unwrap_or_default()) {
        assert_eq!(effects(&run), *expect, "{level}: {block}: {run}");
    }
}

const QUIETLY: &str = "from contextlib import suppress\nimport os, socket, subprocess, sys\n";

fn quietly(code: &str) -> String {
    format!("{QUIETLY}with suppress(OSError):\n    {code}")
}

#[test]
fn nothing_is_told_of_a_block_that_keeps_to_itself_nor_of_the_harness() {
    check_everywhere(&[
        ("print(1)", &[]),
        ("import json, asyncio\nasync def f(): await asyncio.sleep(0)\nawait f()", &[]),
        ("from pathlib import Path\nlen(Path(__file__).read_text())", &[]),
        ("x = [1]\nx[0]   # 1\nopen('/dev/null', 'w').close()", &[]),
        ("import os\nos.environ['A'] = 'b'\nos.environ['A'], 'A' in os.environ, os.getenv('A')", &[]),
        ("import threading\nt = threading.Thread(target=print); t.start(); t.join()", &[]),
    ]);
}

#[test]
fn files_in_the_blocks_own_folder_are_told_as_done() {
    check_everywhere(&[
        ("open('a', 'w').close(); open('a').close()", &["done write a"]),
        (
            "import os\nfor _ in range(3): open('./x/../a', 'a').close() if os.path.isdir('x') else os.mkdir('x')",
            &["done write a", "done write x/"],
        ),
        (
            "import os\nopen('a', 'x').close(); os.rename('a', 'b'); os.remove('b'); os.mkdir('d'); os.rmdir('d')",
            &["done write a", "done write d/", "done rename a -> b", "done delete b", "done delete d/"],
        ),
        (
            "import os\nos.mkdir('d'); os.chdir('d'); open('a', 'w').close(); os.chdir('..'); open('b', 'w').close()",
            &["done write b", "done write d/", "done write d/a"],
        ),
        ("import sqlite3\nsqlite3.connect('x.db').close(); sqlite3.connect(':memory:').close()", &["done write x.db"]),
    ]);
}

#[test]
fn names_that_change_from_run_to_run_are_left_out() {
    let block = "import os, socket, subprocess, sys, tempfile, time
with tempfile.TemporaryDirectory() as folder:
    open(os.path.join(folder, 'a'), 'w').close()
with tempfile.NamedTemporaryFile() as named: named.write(b'x')
child = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)
os.kill(child.pid, 9); child.communicate()
if hasattr(socket, 'AF_INET'):
    try:
        server = socket.create_server(('127.0.0.1', 0)); socket.create_connection(server.getsockname()).close()
    except PermissionError: pass";
    for level in LEVELS {
        let [Some(one), Some(other)] = [(); 2].map(|()| runs(level, &[block])) else { continue };
        assert_eq!(effects(&one[0]), effects(&other[0]), "{level}");
        let told = effects(&one[0]).join("\n");
        for part in ["contained process python -c input()", "<temporary>/a", "done signal kill -9 own"] {
            assert!(told.contains(part), "{level}: {part}: {told}");
        }
    }
}

#[test]
fn what_reaches_outside_is_told_with_the_sandboxs_answer() {
    let cases: Vec<(String, &[&str])> = vec![
        (quietly("os.system('rm -rf /nowhere')"), &["contained process rm -rf /nowhere"]),
        (quietly("subprocess.run(['true', '-x'])"), &["contained process true -x"]),
        (quietly("subprocess.run([sys.executable, '-c', '1'])"), &["contained process python -c 1"]),
        (quietly("os.spawnlp(os.P_WAIT, 'true', 'true', 'y')"), &["done process fork", "contained process true y"]),
        (quietly("open('/etc/motd', 'a')"), &["refused write /etc/motd"]),
        (quietly("os.remove('/etc/motd')"), &["refused delete /etc/motd"]),
        (quietly("os.rename('/etc/motd', 'x')"), &["refused rename /etc/motd -> x"]),
        (quietly("os.symlink('/etc', 'x'); open('x/motd', 'w')"), &["refused write /etc/motd", "done write x"]),
        (quietly("os.chdir('/usr'); open('motd', 'w')"), &["refused write /usr/motd"]),
        (quietly("os.chdir('nowhere')\nopen('motd', 'w').close()"), &["done write motd"]),
        (quietly("socket.getaddrinfo('example.invalid', 80)"), &["refused network lookup example.invalid:80"]),
        (quietly("os.getenv('TOKEN'), os.environ.get('HOME')"), &["done environment HOME", "done environment TOKEN"]),
        (quietly("os.kill(1, 0)"), &["contained signal kill -0 1"]),
        (quietly("os.kill(os.getpid(), 0)"), &["done signal kill -0 itself"]),
    ];
    let cases: Vec<(&str, &[&str])> = cases.iter().map(|(block, expect)| (block.as_str(), *expect)).collect();
    check_everywhere(&cases);
    let connect = quietly("socket.create_connection(('192.0.2.1', 80), 1)");
    let serve = quietly("socket.create_server(('127.0.0.1', 8000))");
    check(
        "full",
        &[(&connect, &["refused network connect 192.0.2.1:80"]), (&serve, &["done network bind 127.0.0.1:8000"])],
    );
    check("landlock", &[(&connect, &["refused network socket"]), (&serve, &["refused network socket"])]);
}

#[test]
fn effects_are_bounded_and_harmless_ones_leave_room_for_the_others() {
    let many = "import os\nfor n in range(300): open(f'{n}', 'w').close()\nopen('x' * 200, 'w').close()\nos.system('true the end')";
    everywhere(many, |run| {
        let told = effects(run);
        assert!(told.len() <= 100, "{}", told.len());
        assert_eq!(told[0], "contained process true the end");
    });
}

#[test]
fn following_a_block_into_deep_folders_takes_no_time_to_speak_of() {
    let deep = "import os\nfor _ in range(3000):\n    os.mkdir('a'); os.chdir('a')\nprint('deep')";
    everywhere(deep, |run| assert_eq!(run["outcome"], "ok", "{}", run["detail"]));
}

/// Reading the environment is seen, and cannot be told from reading it unseen.
#[test]
fn the_environment_stays_what_it_is() {
    let block = "import os, traceback
print(type(os.environ).__mro__[0] is os._Environ, os.environ == dict(os.environ), os.environb[b'HOME'] == os.fsencode(os.environ['HOME']))
def message(key):
    try:
        os.environ[key]
    except Exception as error:
        return repr(error), len(traceback.extract_tb(error.__traceback__))
print(message('NOT_THERE'))
os.environ['X'] = '1'; del os.environ['X']; print(os.environ.copy().get('X'), os.environ.pop('X', 2), os.environ.setdefault('X', '3'))";
    let expect = "True True True\n(\"KeyError('NOT_THERE')\", 2)\nNone 2 3\n";
    everywhere(block, |run| assert_eq!(run["stdout"], expect, "{run}"));
}

/// An event loop swallows the refusal of a socket and fails later, on its own account.
#[test]
fn what_fails_for_want_of_a_socket_is_the_sandboxs_doing() {
    let block = "import asyncio
async def main():
    server = await asyncio.start_server(print, '127.0.0.1', 0)
    return server.sockets[0].getsockname()[0]
asyncio.run(main())   # '127.0.0.1'";
    let ends = |level| runs(level, &[block]).map(|runs| (runs[0]["outcome"].clone(), runs[0]["finding"].clone()));
    for (level, outcome) in [("full", "ok"), ("landlock", "network")] {
        assert!(ends(level).is_none_or(|seen| seen == (outcome.into(), Value::Null)), "{level}: {:?}", ends(level));
    }
}

#[test]
fn the_terminal_tells_what_reaches_beyond_the_block() {
    let block = "import subprocess\nsubprocess.run(['true'])\nopen('x', 'w').close()";
    for level in LEVELS {
        let text = String::from_utf8(run(level, &[block], "terminal").stdout).unwrap();
        if !text.is_empty() {
            assert!(text.contains("held by the sandbox:\n  process `true` "), "{level}: {text}");
            assert!(!text.contains("write"), "{level}: a block's own affair needs no word: {text}");
        }
    }
}
