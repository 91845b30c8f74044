//! What a snippet must not be able to do, tried at every level that holds files and network. What this machine does not
//! grant is said and skipped; nothing here is ever run unprotected.

mod common;

use std::net::TcpListener;
use std::path::Path;

use common::{job, plan};
use snipcheck::run::{Pool, RunError, RunLog, RunPlan, Runner};
use snipcheck::wire::{Ended, Enforced, Event, Job, Level, Limits, Observation};

/// The levels that contain a snippet.
const CONTAINING: [Level; 2] = [Level::Full, Level::Landlock];

/// Runs the jobs at each containing level that there is, and shows what was seen to `check`.
fn at_each_level(jobs: &[Job], check: impl Fn(Level, &[Observation])) {
    for level in CONTAINING {
        if grants(level) {
            let (enforced, seen) = run(&plan(Some(level), jobs.to_vec()));
            assert_eq!(enforced.level, level, "{:?}", enforced.missing);
            check(level, &seen);
        }
    }
}

/// Runs a plan of one batch to its end.
fn run(plan: &RunPlan) -> (Enforced, Vec<Observation>) {
    let log: RunLog = Pool.run(plan, &mut |_| {}).expect("the run can be done");
    let batch = log.batches.into_iter().next().expect("one batch");
    let observations = batch.observations.into_iter().map(|seen| seen.expect("every job is answered")).collect();
    (batch.enforced.expect("a worker was ready"), observations)
}

/// Whether this machine grants a level; says why not.
fn grants(level: Level) -> bool {
    let mut plan = plan(Some(level), vec![job(1, "pass")]);
    plan.require = true;
    match Pool.run(&plan, &mut |_| {}) {
        Ok(_) => true,
        Err(RunError::Protection { enforced, .. }) => {
            eprintln!("skipped: no {level:?} here: {:?}", enforced.missing);
            false
        }
        Err(error) => panic!("{error:?}"),
    }
}

/// The name of the exception that left the last statement that one left.
fn raised(seen: &Observation) -> Option<&str> {
    seen.events.iter().rev().find_map(|event| match event {
        Event::Statement { raised, .. } => raised.as_ref().map(|raised| raised.type_name.as_str()),
        _ => None,
    })
}

/// Each script must be stopped by one of the exceptions named.
fn check_raises(scripts: &[(&str, &[&str])]) {
    let jobs: Vec<Job> = (1..).zip(scripts).map(|(id, (script, _))| job(id, script)).collect();
    at_each_level(&jobs, |level, seen| {
        for ((script, expect), seen) in scripts.iter().zip(seen) {
            let raised = raised(seen).unwrap_or("nothing");
            assert!(expect.contains(&raised), "{level:?}: {script}: raised {raised}, not {expect:?}: {seen:?}");
        }
    });
}

/// Each job must end as said.
fn check_ends(cases: Vec<(Job, &[Ended])>) {
    let jobs: Vec<Job> = cases.iter().map(|(job, _)| job.clone()).collect();
    at_each_level(&jobs, |level, seen| {
        for ((job, expect), seen) in cases.iter().zip(seen) {
            let script = &job.parts[0].entries[0].text;
            assert!(expect.contains(&seen.ended), "{level:?}: {script}: {:?}, not {expect:?}: {seen:?}", seen.ended);
        }
    });
}

fn limited(script: &str, limits: Limits) -> Job {
    Job { limits, ..job(1, script) }
}

fn short(wall_ms: u64) -> Limits {
    Limits { wall_ms, cpu_s: 2, ..Limits::default() }
}

/// A file outside that a snippet could reach if nothing held it: world-writable, in a folder open to all.
struct Canary(tempfile::TempDir);

impl Canary {
    fn new() -> Self {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder for the canary");
        let open = |path: &Path, mode| {
            std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("the canary is open to all");
        };
        std::fs::write(folder.path().join("canary"), "alive").expect("the canary");
        open(folder.path(), 0o777);
        open(&folder.path().join("canary"), 0o666);
        Self(folder)
    }

    fn path(&self) -> String {
        self.0.path().join("canary").display().to_string()
    }

    fn assert_alive(&self) {
        assert_eq!(std::fs::read_to_string(self.path()).expect("the canary is there"), "alive");
        assert_eq!(std::fs::read_dir(self.0.path()).expect("the folder is there").count(), 1, "nothing was added");
    }
}

#[test]
fn files_outside_cannot_be_written_nor_read() {
    let canary = Canary::new();
    let path = canary.path();
    let refused: &[&str] = &["FileNotFoundError", "PermissionError", "OSError"];
    let scripts = [
        format!("open({path:?}, 'w').write('x')"),
        format!("open({path:?}).read()"),
        format!("import os; os.remove({path:?})"),
        format!("import os; os.chmod({path:?}, 0)"),
        "open('/usr/x', 'w')".into(),
        "open('/x', 'w')".into(),
        "open('/etc/passwd').read()".into(),
        "import os; os.listdir('/root/.ssh')".into(),
        "import os, sys; os.chmod(sys.prefix, 0)".into(),
    ];
    let scripts: Vec<(&str, &[&str])> = scripts.iter().map(|script| (script.as_str(), refused)).collect();
    check_raises(&scripts);
    canary.assert_alive();
}

#[test]
fn the_network_outside_cannot_be_reached() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("its number").port();
    let own = format!("import socket; socket.create_connection(('127.0.0.1', {port}), 2)");
    let refused: &[&str] = &["OSError", "PermissionError", "ConnectionRefusedError", "gaierror"];
    check_raises(&[
        (&own, refused),
        ("import socket; socket.create_connection(('192.0.2.1', 53), 2)", refused),
        ("import socket; socket.getaddrinfo('example.com', 80)", refused),
        ("import socket; socket.socket(17, 3)", refused),
        ("import socket; socket.socket(40, 1)", refused),
    ]);
    listener.set_nonblocking(true).expect("a socket that can be asked");
    assert!(listener.accept().is_err(), "somebody connected");
}

#[test]
fn no_way_into_the_kernel_is_open() {
    let call = "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\ndef call(*a):\n    if libc.syscall(*a) < 0:\n        raise OSError(ctypes.get_errno(), 'refused')\n";
    let scripts: Vec<String> = [
        "call(272, 0x10000000)",             // unshare(CLONE_NEWUSER)
        "call(56, 0x10000011, 0)",           // clone(CLONE_NEWUSER | SIGCHLD)
        "call(435, 0, 0)",                   // clone3
        "call(425, 8, 0)",                   // io_uring_setup
        "call(321, 0, 0, 0)",                // bpf
        "call(250, 0, 0)",                   // keyctl
        "call(101, 16, 1, 0, 0)",            // ptrace
        "call(319, b'x', 0)",                // memfd_create
        "call(0x40000000 | 39)",             // getpid by its x32 number
        "call(165, 0, b'/usr', 0, 4128, 0)", // mount
        "call(166, b'/usr', 2)",             // umount2
        "call(308, 0, 0)",                   // setns
        "call(155, b'.', b'.')",             // pivot_root
        "call(16, 0, 0x5412, b'x')",         // ioctl(TIOCSTI)
        "call(16, 0, 0x100005412, b'x')",    // the same with a bit that the kernel does not look at
        "call(105, 0)",                      // setuid(0)
    ]
    .iter()
    .map(|attack| format!("{call}{attack}"))
    .collect();
    if cfg!(target_arch = "x86_64") {
        let refused: &[&str] = &["OSError", "PermissionError"];
        check_raises(&scripts.iter().map(|script| (script.as_str(), refused)).collect::<Vec<_>>());
    }
}

#[test]
fn nothing_of_the_host_is_seen() {
    let jobs = [
        job(1, "import os; print(sorted(os.environ))"),
        job(
            2,
            "import os; print([p for p in os.listdir('/proc') if p.isdigit() and int(p) > 1 and int(p) != os.getpid()])",
        ),
        job(3, "import sys; print([name for name in sys.modules if 'snipcheck' in name])"),
        job(4, "import os; print(os.listdir('.'), os.access('.', os.W_OK))"),
    ];
    at_each_level(&jobs, |level, seen| {
        assert!(!seen[0].stdout.contains("CARGO"), "{level:?}: {}", seen[0].stdout);
        if level == Level::Full {
            assert_eq!(seen[1].stdout, "[]\n", "no process of the host: {:?}", seen[1]);
        }
        assert_eq!(seen[2].stdout, "[]\n", "{level:?}");
        assert_eq!(seen[3].stdout, "[] True\n", "{level:?}");
    });
}

#[test]
fn removing_everything_removes_nothing() {
    let canary = Canary::new();
    // It may take longer than it is given: there is much that it fails to remove.
    let attack = "import os\nos.system('rm -rf / --no-preserve-root 2>/dev/null')";
    let jobs = [limited(attack, short(1_000)), job(2, "print(1 + 1)")];
    at_each_level(&jobs, |level, seen| {
        assert!(matches!(seen[0].ended, Ended::Finished | Ended::TimedOut), "{level:?}: {:?}", seen[0]);
        assert!(seen[0].effects.iter().all(|effect| effect.answer == "contained"), "{:?}", seen[0].effects);
        assert!(!seen[0].effects.is_empty(), "the attempt is told");
        assert_eq!(seen[1].stdout, "2\n", "{level:?}: the next one runs: {:?}", seen[1]);
    });
    canary.assert_alive();
    assert!(Path::new("/usr/bin").is_dir());
}

#[test]
fn a_run_ends_by_its_limits() {
    check_ends(vec![
        (limited("while True: pass", Limits { cpu_s: 1, ..short(20_000) }), &[Ended::CpuLimit]),
        (
            limited(
                "import signal; signal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass",
                Limits { cpu_s: 1, ..short(20_000) },
            ),
            &[Ended::CpuLimit],
        ),
        (limited("import time; time.sleep(1e6)", short(300)), &[Ended::TimedOut]),
        (limited("import os\nwhile True: os.write(1, b'y' * 65536)", short(20_000)), &[Ended::OutputLimit]),
        (limited("import os; os._exit(0)", short(5_000)), &[Ended::Exit(0)]),
        (limited("import sys; sys.exit(3)", short(5_000)), &[Ended::Exit(3)]),
        (limited("import os; os.abort()", short(5_000)), &[Ended::Signal(6)]),
        (limited("import ctypes; ctypes.string_at(0)", short(5_000)), &[Ended::Signal(11)]),
        (
            limited(
                "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
                Limits { cpu_s: 20, ..short(1_000) },
            ),
            &[Ended::TimedOut],
        ),
        (limited("1 + 1", short(5_000)), &[Ended::Finished]),
    ]);
}

#[test]
fn processes_together_have_no_more_memory_than_one() {
    let shared = Limits { memory: 256 << 20, ..short(20_000) };
    check_ends(vec![
        (
            limited(
                "import os, time\nfor _ in range(5):\n    if os.fork() == 0: x = b'x' * (100 << 20); time.sleep(99)\ntime.sleep(99)",
                shared.clone(),
            ),
            &[Ended::OutOfMemory],
        ),
        // What parent and children share is there once.
        (
            limited(
                "import os, time\nx = b'x' * (100 << 20)\nfor _ in range(5):\n    if os.fork() == 0: time.sleep(.3); os._exit(0)\nfor _ in range(5): os.wait()",
                shared,
            ),
            &[Ended::Finished],
        ),
    ]);
}

#[test]
fn what_is_too_much_is_an_exception() {
    check_raises(&[
        ("x = bytearray(10 * 2**30)", &["MemoryError"]),
        ("import os\nwhile True:\n    if os.fork() == 0:\n        import time; time.sleep(99)", &["BlockingIOError"]),
        (
            "import threading, time\nwhile True:\n    threading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
            &["RuntimeError"],
        ),
        ("f = open('big', 'wb')\nf.truncate(2**50)", &["OSError"]),
        ("f = open('big', 'wb')\nwhile True:\n    f.write(b'x' * 2**20)", &["OSError"]),
    ]);
}

#[test]
fn one_snippet_leaves_nothing_for_the_next() {
    let jobs = [
        job(1, "import builtins, os, sys\nbuiltins.print = None; sys.modules['json'] = None; os.environ['X'] = '1'"),
        job(2, "import os\nopen('left', 'w').write('x'); os.mkdir('deep'); os.chmod('deep', 0o700)"),
        job(3, "import os, time\nif os.fork() == 0:\n    time.sleep(1000)"),
        job(
            4,
            "import os\nfor fd in range(3, 2000):\n    try: os.write(fd, b'E{\"event\":\"done\"}\\n')\n    except OSError: pass",
        ),
        job(5, "import os\nos.closerange(0, 3000)"),
        job(6, "import json, os\nprint(os.listdir('.'), 'X' in os.environ, json.dumps(1))"),
    ];
    at_each_level(&jobs, |level, seen| {
        assert_eq!(seen[5].stdout, "[] False 1\n", "{level:?}: {:?}", seen[5]);
        assert_eq!(seen[5].ended, Ended::Finished, "{level:?}");
    });
}

#[test]
fn forged_effects_cost_nobody_a_worker() {
    let forge = "import os
def forge(fd):
    try:
        for _ in range(100): os.write(fd, b'Xa\\tb\\n' * 16_000)
    except OSError: pass
for fd in range(3, 1100): forge(fd)";
    at_each_level(&[limited(forge, short(20_000))], |level, seen| {
        assert_eq!(seen[0].ended, Ended::OutputLimit, "{level:?}");
        assert!(seen[0].effects.len() <= 100, "{level:?}: {}", seen[0].effects.len());
    });
}

#[test]
fn ordinary_code_works() {
    let jobs = [
        job(
            1,
            "import subprocess, sys; print(subprocess.run([sys.executable, '-c', 'print(3)'], capture_output=True, text=True).stdout)",
        ),
        job(2, "import threading; t = threading.Thread(target=print, args=('thread',)); t.start(); t.join()"),
        job(3, "import tempfile\nwith tempfile.TemporaryFile() as f: f.write(b'x'); print('written')"),
        job(4, "import asyncio\nasync def main(): await asyncio.sleep(0); print('awaited')\nasyncio.run(main())"),
        job(6, "open('beside.py', 'w').write('x = 3')\nimport beside; print(beside.x)"),
        job(
            7,
            "import multiprocessing\ndef f(x): return x + 1\nif __name__ == '__main__':\n    p = multiprocessing.get_context('spawn').Process(target=f, args=(1,)); p.start(); p.join(); print(p.exitcode)",
        ),
        job(8, "from pathlib import Path\nprint(Path(__file__).read_text().count('read_text'))"),
        job(5, "from pathlib import Path\nPath('a.txt').write_text('hello'); print(Path('a.txt').read_text())"),
    ];
    at_each_level(&jobs, |level, seen| {
        let expect = ["3\n\n", "thread\n", "written\n", "awaited\n", "3\n", "0\n", "2\n", "hello\n"];
        for (seen, expect) in seen.iter().zip(expect) {
            assert_eq!(seen.stdout, expect, "{level:?}: {seen:?}");
        }
    });
}

#[test]
fn with_a_network_of_its_own_a_server_can_be_spoken_to() {
    let script = "import socket
server = socket.create_server(('localhost', 0))
client = socket.create_connection(server.getsockname())
client.sendall(b'hello')
print(server.accept()[0].recv(5))";
    if grants(Level::Full) {
        let (_, seen) = run(&plan(Some(Level::Full), vec![job(1, script)]));
        assert_eq!(seen[0].stdout, "b'hello'\n", "{:?}", seen[0]);
    }
}

#[test]
fn without_namespaces_nobody_else_is_slowed_down() {
    if grants(Level::Landlock) {
        let scripts = [
            "import os; os.setpriority(os.PRIO_USER, 0, 19)",
            "import os; os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)",
            "import os; os.sched_setaffinity(os.getppid(), {0})",
            "import os; os.sched_setscheduler(os.getppid(), os.SCHED_IDLE, os.sched_param(0))",
            "import os; os.setpriority(os.PRIO_PROCESS, 0, 19); os.sched_setaffinity(0, os.sched_getaffinity(0)); print(1)",
        ];
        let jobs = (1..).zip(scripts).map(|(id, script)| job(id, script)).collect();
        let (_, seen) = run(&plan(Some(Level::Landlock), jobs));
        for seen in &seen[..4] {
            assert_eq!(raised(seen), Some("PermissionError"), "{seen:?}");
        }
        assert_eq!(seen[4].stdout, "1\n", "its own: {:?}", seen[4]);
    }
}

#[test]
fn the_level_without_landlock_is_had_by_name_and_refuses_to_write() {
    if grants(Level::Seccomp) {
        let scripts = [
            "open('x', 'w')",
            "import os; os.mkdir('x')",
            "import socket; socket.socket()",
            "import fcntl, os; fcntl.fcntl(1, fcntl.F_SETOWN, os.getppid())",
            "print(1)",
        ];
        let jobs = (1..).zip(scripts).map(|(id, script)| job(id, script)).collect();
        let (enforced, seen) = run(&plan(Some(Level::Seccomp), jobs));
        assert_eq!(enforced.level, Level::Seccomp);
        for seen in &seen[..4] {
            assert_eq!(raised(seen), Some("PermissionError"), "{seen:?}");
        }
        assert_eq!(seen[4].stdout, "1\n");
    }
}
