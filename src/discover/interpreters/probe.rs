//! Asks an executable who it is. Owns one short process, bounded in time and output.
//!
//! The executable is anything the user or the search path names, so it is not trusted to be a Python, to end, or to be
//! brief. Started as a Python it runs no code of the environment: `-S` keeps `site` and with it `.pth` files out.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use serde::Deserialize;
use wait_timeout::ChildExt;

use super::Why;
use crate::wire::Interpreter;

/// How long an executable may take to say who it is.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// The lowest minor version of Python 3 that the worker loads in.
const OLDEST: (u32, u32) = (3, 9);

/// More than any interpreter says of itself, bytes.
const MAX_ANSWER: u64 = 256 << 10;

const QUESTION: &str = include_str!("question.py");

/// What `question.py` prints.
#[derive(Debug, Deserialize)]
struct Answer {
    implementation: String,
    version: String,
    minor: (u32, u32),
    free_threaded: bool,
    executable: String,
    prefix: String,
    exec_prefix: String,
    base_prefix: String,
    base_exec_prefix: String,
    path: Vec<String>,
}

/// Starts `executable` once and reads who it is.
///
/// # Errors
/// When it is no Python, gives no answer within `patience`, or is one that the worker cannot be loaded in.
pub fn probe(executable: &Path, patience: Duration) -> Result<Interpreter, Why> {
    let executable = std::path::absolute(executable).unwrap_or_else(|_| executable.to_owned());
    let said = ask(&executable, patience)?;
    let answer: Answer = serde_json::from_str(&said.stdout).map_err(|_| Why::NoPython { said: said.gist() })?;
    judge(&answer)?;
    Ok(interpreter(answer, &executable))
}

/// What a process wrote, and how it ended.
struct Said {
    stdout: String,
    stderr: String,
    status: ExitStatus,
}

impl Said {
    /// The one line that best says why this is no Python.
    fn gist(&self) -> String {
        let line = self.stderr.lines().chain(self.stdout.lines()).find(|line| !line.trim().is_empty());
        match line {
            Some(line) => {
                format!("it said `{}`", line.trim().chars().filter(|c| !c.is_control()).take(120).collect::<String>())
            }
            None if self.status.success() => "it said nothing".to_owned(),
            None => format!("it ended with {}", self.status),
        }
    }
}

fn ask(executable: &Path, patience: Duration) -> Result<Said, Why> {
    let no_python = |error: std::io::Error| Why::NoPython { said: error.to_string() };
    let mut child = Command::new(executable)
        .args(["-E", "-s", "-S", "-B", "-c", QUESTION])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(no_python)?;
    let stdout = read_aside(child.stdout.take());
    let stderr = read_aside(child.stderr.take());
    let slow = || Why::Slow { seconds: patience.as_secs() };
    let status = child.wait_timeout(patience).map_err(no_python)?.ok_or_else(slow);
    let status = status.inspect_err(|_| end(&mut child))?;
    // A process that it left behind may hold the pipes open: waiting for the end of file is bounded, too.
    let stdout = stdout.recv_timeout(patience).map_err(|_| slow())?;
    let stderr = stderr.recv_timeout(patience).map_err(|_| slow())?;
    Ok(Said { stdout, stderr, status })
}

/// Reads a pipe in a thread, no further than [`MAX_ANSWER`]; then the pipe is shut, which ends who still writes.
fn read_aside(pipe: Option<impl Read + Send + 'static>) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(pipe) = pipe {
            // A broken read leaves what came before it, and that is what there is to judge.
            let _ = pipe.take(MAX_ANSWER).read_to_end(&mut bytes);
        }
        let _ = sender.send(String::from_utf8_lossy(&bytes).into_owned());
    });
    receiver
}

/// Kills a process and waits for it, so that no zombie stays.
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

fn judge(answer: &Answer) -> Result<(), Why> {
    let version = answer.version.clone();
    if answer.minor < OLDEST {
        return Err(Why::TooOld { version });
    }
    if answer.implementation != "CPython" {
        return Err(Why::OtherImplementation { name: answer.implementation.clone(), version });
    }
    if answer.free_threaded {
        return Err(Why::FreeThreaded { version });
    }
    Ok(())
}

fn interpreter(answer: Answer, asked: &Path) -> Interpreter {
    // Behind a shim or a wrapper stands the real executable, and that is the one to start.
    let named = PathBuf::from(&answer.executable);
    let executable = if named.is_file() { named } else { asked.to_owned() };
    Interpreter {
        id: format!("{}.{}", answer.minor.0, answer.minor.1),
        implementation: answer.implementation,
        version: answer.version,
        minor: answer.minor,
        executable: executable.display().to_string(),
        prefix: answer.prefix,
        exec_prefix: answer.exec_prefix,
        base_prefix: answer.base_prefix,
        base_exec_prefix: answer.base_exec_prefix,
        path: answer.path,
    }
}
