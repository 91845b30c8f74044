//! One worker process, from the host's side: start it, ask it, and lose patience with it.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use super::cgroup::{self, Group};
use super::library::Library;
use super::model::RunError;
use crate::wire::{
    Counts, Ended, Enforced, Interpreter, Job, Limits, MAX_FRAME, Missing, Observation, Policy, Reply, Request,
    read_frame, write_frame,
};

/// Loads the library into the interpreter. It imports built-in modules alone, so that no file of the machine can stand in
/// for one.
const BOOT: &str = include_str!("boot.py");

/// No user's packages, and no `site`, whose `.pth` files run code before there is a sandbox. Not `-I`: it would ignore the
/// seed below, and sets would print in another order each time. What else it protects from does not reach us: the
/// environment is cleared, and the search path replaced before anything is imported from a file.
const FLAGS: [&str; 2] = ["-s", "-S"];

/// All that a snippet sees of an environment, with `PATH` and the hash seed; the worker adds `HOME`.
const ENVIRONMENT: [(&str, &str); 11] = [
    ("PYTHONUTF8", "1"),
    ("PYTHONDONTWRITEBYTECODE", "1"),
    ("LANG", "C.UTF-8"),
    ("TZ", "UTC"),
    // Every function is looked up when the worker starts, not in each of its forks; the worker takes this one away.
    ("LD_BIND_NOW", "1"),
    ("USER", "user"),
    ("LOGNAME", "user"),
    // Libraries of linear algebra start a thread for each core when they are imported; a parent that forks must not.
    ("OMP_NUM_THREADS", "1"),
    ("OPENBLAS_NUM_THREADS", "1"),
    ("MKL_NUM_THREADS", "1"),
    ("NUMEXPR_NUM_THREADS", "1"),
];

/// How long a worker may take to get ready.
const START: Duration = Duration::from_secs(60);
/// How much longer than its job's wall time a worker may take to answer: it has modules to import, and remains to end.
const GRACE: Duration = Duration::from_secs(5);
/// How long a worker may take to clean up.
const FAREWELL: Duration = Duration::from_secs(2);
/// The most that is told of a worker's last words, bytes.
const LAST_WORDS: usize = 4096;

/// A worker that is ready.
pub struct Process {
    child: Child,
    requests: ChildStdin,
    replies: ChildStdout,
    words: File,
    /// Gone last: nobody is in it by then.
    group: Option<Group>,
    /// The processes that were killed in it until it was last looked at.
    kills: u64,
    /// It has been sent its next job already.
    has_next: bool,
}

impl Process {
    /// Starts a worker for jobs with such limits and waits until it is ready.
    ///
    /// # Errors
    /// Where it does not start, or has not the protection that is wanted.
    pub async fn start(
        library: &Library,
        interpreter: &Interpreter,
        policy: &Policy,
        limits: &Limits,
        hash_seed: u32,
    ) -> Result<(Self, Enforced), RunError> {
        let broken = |reason: String| RunError::Worker { executable: interpreter.executable.clone(), reason };
        let mut process =
            Self::spawn(library, interpreter, limits, hash_seed).map_err(|error| broken(error.to_string()))?;
        let start = Request::Start { policy: policy.clone(), interpreter: Box::new(interpreter.clone()) };
        match timeout(START, process.exchange(&start)).await {
            Ok(Ok(Reply::Ready(enforced))) => {
                let enforced = process.with_group(enforced, limits);
                Ok((process, enforced))
            }
            Ok(Ok(Reply::Refused(enforced))) => {
                Err(RunError::Protection { executable: interpreter.executable.clone(), enforced })
            }
            Ok(Ok(_)) => Err(broken("the worker answered out of turn".into())),
            Ok(Err(error)) => Err(broken(process.last_words(&error).await)),
            Err(_) => Err(broken(format!("the worker was not ready after {} s", START.as_secs()))),
        }
    }

    fn spawn(library: &Library, interpreter: &Interpreter, limits: &Limits, hash_seed: u32) -> io::Result<Self> {
        let words = tempfile::tempfile()?;
        let mut child = Command::new(&interpreter.executable)
            .args(FLAGS)
            .args(["-c", BOOT, &library.number().to_string()])
            .env_clear()
            .envs(ENVIRONMENT)
            .env("PYTHONHASHSEED", hash_seed.to_string())
            .env("PATH", search_path(&interpreter.executable))
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(words.try_clone()?)
            // Ctrl-C at the terminal is for the host, who ends its workers itself.
            .process_group(0)
            .kill_on_drop(true)
            .spawn()?;
        let closed = || io::Error::other("a pipe is missing");
        let requests = child.stdin.take().ok_or_else(closed)?;
        let replies = child.stdout.take().ok_or_else(closed)?;
        // It has only begun to start: all that it will be is counted.
        let group = Group::new(limits).filter(|group| child.id().is_some_and(|pid| group.take_in(pid).is_ok()));
        Ok(Self { child, requests, replies, words, group, kills: 0, has_next: false })
    }

    /// Adds the group to what holds. Without one nothing is missing as long as the worker sees its snippets' processes
    /// and can look itself.
    fn with_group(&self, mut enforced: Enforced, limits: &Limits) -> Enforced {
        if self.group.is_some() {
            enforced.enforced.push(cgroup::NAME.into());
        } else if limits.memory > 0 && enforced.missing.iter().any(|missing| missing.what == "proc") {
            enforced.missing.push(Missing {
                what: cgroup::NAME.into(),
                why: "without /proc nobody counts what a block's processes hold together, and no control group for \
                      memory can be made here"
                    .into(),
                mend: "run it as root, or below a control group of yours: `systemd-run --user --scope -p Delegate=yes`"
                    .into(),
            });
        }
        enforced
    }

    /// Runs a job. `ahead` is the next one, sent while this one runs, so that the worker need not wait for it: it has to be
    /// what is asked for next.
    ///
    /// # Errors
    /// Why there is no answer. The worker is then of no more use, and has not begun with the next job.
    pub async fn ask(&mut self, job: &Job, ahead: Option<&Job>) -> Result<Observation, String> {
        for limits in [Some(job), ahead].into_iter().flatten().map(|job| &job.limits) {
            // Where the group stays as it is, it ends a job that takes too much; which is told.
            let _ = self.group.as_mut().map(|group| group.widen(limits));
        }
        let asked = match job.limits.wall_ms {
            0 => self.run(job, ahead).await,
            wall => match timeout(Duration::from_millis(wall) + GRACE, self.run(job, ahead)).await {
                Ok(answer) => answer,
                Err(_) => return Err("the worker did not answer in time".into()),
            },
        };
        match asked {
            Ok(Reply::Observed(observation)) if observation.job == job.id => Ok(self.told_why(*observation)),
            Ok(_) => Err("the worker answered out of turn".into()),
            Err(error) => Err(self.last_words(&error).await),
        }
    }

    /// A kill that nobody here has sent came for want of memory, if the kernel counts one.
    fn told_why(&mut self, mut observation: Observation) -> Observation {
        let group = self.group.as_ref().filter(|_| observation.ended == Ended::Signal(libc::SIGKILL));
        let kills = group.map_or(self.kills, Group::kills);
        if kills > std::mem::replace(&mut self.kills, kills) {
            observation.ended = Ended::OutOfMemory;
        }
        observation
    }

    /// Lets the worker go, and clean up after itself; gives its last word, if it has one.
    pub async fn finish(self) -> Option<Counts> {
        // The group stays until the worker is gone.
        let Self { mut child, requests, mut replies, group: _group, .. } = self;
        drop(requests);
        let farewell = async {
            let last = receive(&mut replies).await;
            child.wait().await.map(|_| last)
        };
        // One that does not go is killed when the handle is dropped.
        match timeout(FAREWELL, farewell).await {
            Ok(Ok(Ok(Reply::Counted(counts)))) => Some(counts),
            _ => None,
        }
    }

    /// Ends a worker that is of no more use, and waits until it is gone.
    pub async fn end(mut self) {
        // Where it is gone already, or nothing can be done about it, there is nothing to wait for.
        let _ = timeout(FAREWELL, self.child.kill()).await;
    }

    async fn exchange(&mut self, request: &impl Serialize) -> io::Result<Reply> {
        send(&mut self.requests, request).await?;
        receive(&mut self.replies).await
    }

    async fn run(&mut self, job: &Job, ahead: Option<&Job>) -> io::Result<Reply> {
        if !std::mem::take(&mut self.has_next) {
            send(&mut self.requests, &Asked::Run(job)).await?;
        }
        let Some(ahead) = ahead else { return receive(&mut self.replies).await };
        // Both at once: a worker that speaks does not listen.
        let next = Asked::Run(ahead);
        let (sent, reply) = tokio::join!(send(&mut self.requests, &next), receive(&mut self.replies));
        // What could not be sent is sent again in its turn, and fails there.
        self.has_next = sent.is_ok();
        reply
    }

    /// What a worker that broke off said on standard error, or else how the line broke.
    async fn last_words(&mut self, error: &io::Error) -> String {
        let ended = timeout(Duration::from_secs(1), self.child.wait()).await;
        let mut bytes = vec![0; LAST_WORDS];
        let length = self.words.read_at(&mut bytes, self.start_of_last_words()).unwrap_or(0);
        let words = String::from_utf8_lossy(&bytes[..length]).trim().to_owned();
        match (words.is_empty(), ended) {
            (false, _) => words,
            (true, Ok(Ok(status))) => format!("the worker ended with {status}"),
            (true, _) => format!("the line to the worker broke: {error}"),
        }
    }

    fn start_of_last_words(&self) -> u64 {
        self.words.metadata().map_or(0, |about| about.len().saturating_sub(LAST_WORDS as u64))
    }
}

/// A [`Request`] that borrows: jobs may be large.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Asked<'a> {
    Run(&'a Job),
}

/// Writes one frame.
async fn send(to: &mut ChildStdin, request: &impl Serialize) -> io::Result<()> {
    let mut bytes = Vec::new();
    write_frame(&mut bytes, request)?;
    to.write_all(&bytes).await
}

/// Reads one frame.
async fn receive<T: DeserializeOwned>(from: &mut ChildStdout) -> io::Result<T> {
    let mut frame = vec![0; 4];
    from.read_exact(&mut frame).await?;
    let length = frame.iter().fold(0_usize, |sum, &byte| sum << 8 | usize::from(byte));
    // One that is too long is left to `read_frame` to refuse, by its head alone.
    if length <= MAX_FRAME {
        frame.resize(4 + length, 0);
        from.read_exact(&mut frame[4..]).await?;
    }
    read_frame(&mut frame.as_slice())?.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

/// The interpreter's own folder first, so that `python` is the same.
fn search_path(executable: &str) -> String {
    let system = "/usr/local/bin:/usr/bin:/bin";
    match Path::new(executable).parent().and_then(Path::to_str) {
        Some(folder) if !folder.is_empty() => format!("{folder}:{system}"),
        _ => system.to_owned(),
    }
}
