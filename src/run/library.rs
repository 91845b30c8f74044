//! The worker as this program carries it: the library that `build.rs` made, as a file in memory.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsRawFd, FromRawFd, RawFd};

static LIBRARY: &[u8] = include_bytes!(env!("SNIPCHECK_WORKER"));

/// The library in memory, under a descriptor that started programs inherit; nobody can change it any more.
pub struct Library(File);

impl Library {
    /// Puts it there.
    ///
    /// # Errors
    /// Where there is no memory, or a kernel that is too old.
    pub fn new() -> io::Result<Self> {
        let mut file = memory_file()?;
        file.write_all(LIBRARY)?;
        seal(&file)?;
        Ok(Self(file))
    }

    /// The descriptor's number, here and in a started program.
    pub fn number(&self) -> RawFd {
        self.0.as_raw_fd()
    }
}

fn memory_file() -> io::Result<File> {
    // SAFETY: the name ends with a NUL and lives through the call. Without MFD_CLOEXEC on purpose.
    let number = unsafe { libc::memfd_create(c"snipcheck-worker".as_ptr(), libc::MFD_ALLOW_SEALING) };
    if number < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the kernel has just given us this descriptor, and nobody else knows it.
    Ok(unsafe { File::from_raw_fd(number) })
}

/// Workers share the file: none may change it for the next.
fn seal(file: &File) -> io::Result<()> {
    let seals = libc::F_SEAL_WRITE | libc::F_SEAL_SHRINK | libc::F_SEAL_GROW | libc::F_SEAL_SEAL;
    // SAFETY: plain numbers.
    let answer = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_ADD_SEALS, seals) };
    if answer < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}
