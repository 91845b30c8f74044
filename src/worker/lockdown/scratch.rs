//! The one place where a snippet may write, and how the next one finds it empty.
//!
//! Nothing here follows a path that a snippet made: a file system in memory is thrown away as a whole, a folder on disk
//! is moved away as a whole, and `trash.rs` removes it without following links.

use std::ffi::CString;
use std::fs::{self, DirBuilder, File, Metadata};
use std::io;
use std::os::fd::AsFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::policy::SCRATCH;
use super::{sys, trash};
use crate::wire::Limits;

/// A place to write.
pub enum Scratch {
    /// A file system in memory, mounted at [`SCRATCH`], with its size and how it looked when it was new.
    Memory(Option<Fresh>),
    /// A folder on disk. It is locked as long as somebody lives in it.
    Folder {
        /// What holds the place itself.
        base: PathBuf,
        /// Kept for what it does when it goes.
        _lock: File,
    },
}

/// A file system nobody has touched.
pub struct Fresh {
    root: File,
    room: Room,
    look: Look,
}

/// How much a place to write may hold; 0: no limit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Bytes.
    pub size: u64,
    /// Files, folders and links.
    pub files: u64,
}

impl Room {
    /// What the limits say of it.
    pub fn of(limits: &Limits) -> Self {
        Self { size: limits.disk, files: limits.disk_files }
    }
}

/// What changes when something is written.
#[derive(PartialEq)]
struct Look {
    blocks: u64,
    inodes: u64,
    mode: u32,
    changed: (i64, i64),
}

impl Scratch {
    /// A folder on disk, for the levels that cannot mount: in the usual place for temporary files, closed to others.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn on_disk() -> io::Result<Self> {
        let common = std::env::temp_dir();
        remove_abandoned(&common);
        let folder = common.join(format!("{PREFIX}{}-{}", std::process::id(), moment()));
        DirBuilder::new().mode(0o700).create(&folder)?;
        let lock = File::open(&folder)?;
        lock.try_lock().map_err(io::Error::other)?;
        Ok(Self::Folder { base: folder, _lock: lock })
    }

    /// The path that a snippet knows.
    pub fn path(&self) -> PathBuf {
        match self {
            Self::Memory(_) => PathBuf::from(SCRATCH),
            Self::Folder { base, .. } => base.join("work"),
        }
    }

    /// The folder that nobody but this program keeps small; `None` where the kernel does.
    pub fn to_watch(&self) -> Option<PathBuf> {
        matches!(self, Self::Folder { .. }).then(|| self.path())
    }

    /// Sees to it that the space is empty and has as much room. A folder on disk is not held to it. `true` where it is a
    /// new one.
    ///
    /// # Errors
    /// Where it cannot be renewed.
    pub fn refresh(&mut self, room: Room) -> io::Result<bool> {
        match self {
            Self::Memory(held) => {
                if held.as_ref().is_some_and(|fresh| fresh.is_untouched(room)) {
                    return Ok(false);
                }
                if held.take().is_some() {
                    sys::detach(&c_path(Path::new(SCRATCH))?)?;
                }
                *held = Some(Fresh::mount(room)?);
                Ok(true)
            }
            Self::Folder { base, .. } => refresh_folder(base),
        }
    }

    /// Leaves nothing behind.
    pub fn remove(&self) {
        if let Self::Folder { base, .. } = self {
            remove_folder(base, None);
        }
    }
}

impl Fresh {
    fn mount(room: Room) -> io::Result<Self> {
        // The root folder is one of the files. For the kernel, too, zero is no limit.
        let files = if room.files == 0 { 0 } else { room.files.saturating_add(1) };
        let data = c_text(&format!("mode=0700,size={},nr_inodes={files}", room.size))?;
        let flags = libc::MS_NOSUID | libc::MS_NODEV;
        let path = Path::new(SCRATCH);
        sys::mount(c"tmpfs", &c_path(path)?, c"tmpfs", flags, &data)?;
        let root = File::open(path)?;
        let look = Look::of(&root)?;
        Ok(Self { root, room, look })
    }

    fn is_untouched(&self, room: Room) -> bool {
        self.room == room && Look::of(&self.root).is_ok_and(|look| look == self.look)
    }
}

impl Look {
    fn of(root: &File) -> io::Result<Self> {
        let (blocks, inodes) = sys::space_used(root.as_fd())?;
        let about = root.metadata()?;
        let changed = (about.ctime(), about.ctime_nsec());
        Ok(Self { blocks, inodes, mode: about.mode(), changed })
    }
}

/// What the names of all our folders begin with.
const PREFIX: &str = "snipcheck-";

/// How long the removal of what others left may take at a time. What is not done by then is done another time: the next
/// snippet waits for it, and must not be lost for it.
const PATIENCE: Duration = Duration::from_millis(200);

fn remove_folder(base: &Path, until: Option<Instant>) {
    trash::burn(base, until);
    // What resists is in the folder for temporary files, closed to others, and harms nobody.
    let _ = fs::remove_dir(base);
}

/// Removes what workers left that were killed: the folders of this user that nobody has locked.
fn remove_abandoned(common: &Path) {
    let until = Instant::now() + PATIENCE;
    for entry in fs::read_dir(common).into_iter().flatten().flatten() {
        let named = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
        // Where others may write, they could put a link in the place of a folder at any moment.
        let ours = fs::symlink_metadata(entry.path())
            .is_ok_and(|about| about.is_dir() && about.uid() == sys::identity().0 && about.mode() & 0o077 == 0);
        if named && ours && File::open(entry.path()).is_ok_and(|folder| folder.try_lock().is_ok()) {
            remove_folder(&entry.path(), Some(until));
        }
    }
}

/// Puts a new, empty folder in the place of one that holds anything or was changed.
fn refresh_folder(base: &Path) -> io::Result<bool> {
    let (work, pile) = (base.join("work"), base.join("old"));
    if fs::symlink_metadata(&work).is_ok_and(|about| is_plain(&about)) && is_empty(&work) {
        return Ok(false);
    }
    trash::put_away(&work, &pile, &format!("work-{}", moment()))?;
    DirBuilder::new().mode(0o700).create(&work)?;
    trash::burn(&pile, Some(Instant::now() + PATIENCE));
    Ok(true)
}

fn is_plain(about: &Metadata) -> bool {
    about.is_dir() && about.mode() & 0o7777 == 0o700
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Tells folders apart whose makers had the same number; nanoseconds of this second.
fn moment() -> u32 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.subsec_nanos())
}

/// A path as the kernel takes it.
pub fn c_path(path: &Path) -> io::Result<CString> {
    use std::os::unix::ffi::OsStrExt;
    CString::new(path.as_os_str().as_bytes()).map_err(io::Error::other)
}

/// A text as the kernel takes it.
pub fn c_text(text: &str) -> io::Result<CString> {
    CString::new(text).map_err(io::Error::other)
}
