//! Messages between host and worker: four bytes of length (big endian), then that many bytes of JSON.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Counts, Enforced, Interpreter, Job, Observation, Policy};

/// The longest frame that either side accepts, bytes: two streams at [`MOST_OUTPUT`] with every byte escaped, and
/// [`MOST_REPORT`]. With the usual limits no frame comes near it.
pub const MAX_FRAME: usize = 512 << 20;

/// The most that is kept of standard output, and of standard error, bytes: what `Limits::output` is without a limit.
pub const MOST_OUTPUT: u64 = 32 << 20;
/// The most that is told of a run besides, bytes: what `Limits::report` is without a limit.
pub const MOST_REPORT: u64 = 64 << 20;

/// What the host says. The first frame is `Start`; then any number of `Run`, each answered by one `Reply::Observed`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// Enter the sandbox and get warm.
    Start {
        /// What is wanted.
        policy: Policy,
        /// Whose paths to take on.
        interpreter: Box<Interpreter>,
    },
    /// Run a job.
    Run(Job),
}

/// What the worker answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// Ready, with what is enforced.
    Ready(Enforced),
    /// It cannot offer the level that was asked for.
    Refused(Enforced),
    /// A job ended.
    Observed(Box<Observation>),
    /// The last word, when the host has hung up: what was done for all jobs together.
    Counted(Counts),
}

/// Writes one frame.
///
/// # Errors
/// When the message is longer than [`MAX_FRAME`] or the other side is gone.
pub fn write_frame(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let bytes = serde_json::to_vec(message)?;
    let length = u32::try_from(bytes.len()).ok().filter(|&n| n as usize <= MAX_FRAME);
    let length = length.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "the message is too long"))?;
    to.write_all(&length.to_be_bytes())?;
    to.write_all(&bytes)?;
    to.flush()
}

/// Reads one frame; `None` where the other side closed cleanly.
///
/// # Errors
/// When the frame is too long, cut off, or not the JSON expected.
pub fn read_frame<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<T>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u32::from_be_bytes(length) as usize;
    if length > MAX_FRAME {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the frame is too long"));
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok(Some(serde_json::from_slice(&bytes)?))
}
