//! The root folder of the sandbox: only what a snippet needs to see, and nothing of it can be written.
//!
//! The mounts to show are copied before the new root is laid down, so that it can lie anywhere without hiding them.
//!
//! Folders are shown through an overlay where the machine allows it: a file of an overlay has an identity of its own, so
//! that a UNIX socket or a named pipe of the machine leads nowhere. Being read-only does not stop those.

use std::ffi::CStr;
use std::fs::{self, File};
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use super::policy::{DEVICES, ETC, LINKS, SCRATCH, SYSTEM, WRITTEN};
use super::scratch::{c_path, c_text};
use super::sys::{self, NO_DEV, NO_EXEC, NO_SUID, READ_ONLY};
use crate::worker::fork::{Side, fork_helper};

/// Where the new root is laid down: a folder that every machine has, as it is one of those to show.
const STAGE: &str = "/usr";

/// An empty folder of the new root. An overlay has to have two.
const EMPTY: &str = "mnt";

/// What the new root has.
pub struct Shown {
    /// There is a `/proc`.
    pub proc: bool,
    /// The folders that could not be shown through an overlay, and why.
    pub bare: Vec<String>,
}

/// What to show.
struct View {
    mounts: Vec<Mount>,
    /// Links: where they stand, and where they lead.
    links: Vec<(PathBuf, PathBuf)>,
}

/// Something of the machine.
struct Mount {
    /// The path at which it is to be seen.
    place: PathBuf,
    /// A copy of the mounts there.
    copy: OwnedFd,
    /// The folder itself; `None`: it is no folder.
    folder: Option<File>,
}

/// Makes the root and enters it; the old one is gone afterwards.
///
/// # Errors
/// The step that failed, and the machine's answer.
pub fn enter(folders: &[PathBuf]) -> Result<Shown, String> {
    let step = |name: &'static str| move |error: io::Error| format!("{name}: {error}");
    sys::mount(c"", c"/", c"", libc::MS_REC | libc::MS_PRIVATE, c"").map_err(step("private mounts"))?;
    let view = View::gather(folders)?;
    let stage = c_path(Path::new(STAGE)).map_err(step("stage"))?;
    sys::mount(c"tmpfs", &stage, c"tmpfs", libc::MS_NOSUID | libc::MS_NODEV, c"mode=0755,size=1m")
        .map_err(step("tmpfs"))?;
    std::env::set_current_dir(STAGE).map_err(step("stage"))?;
    write_fixed().map_err(step("files of the sandbox"))?;
    let bare = view.show()?;
    let proc = mount_empty_proc();
    sys::root_is_here().map_err(step("pivot_root"))?;
    let root = File::open("/").map_err(step("root"))?;
    sys::restrict_mounts(root.as_fd(), READ_ONLY | NO_SUID).map_err(step("read-only root"))?;
    Ok(Shown { proc, bare })
}

impl View {
    fn gather(folders: &[PathBuf]) -> Result<Self, String> {
        let mut view = Self { mounts: Vec::new(), links: Vec::new() };
        for path in SYSTEM.iter().map(Path::new) {
            view.add(path)?;
        }
        for path in ETC.iter().map(Path::new) {
            view.add(path)?;
        }
        let mut sorted: Vec<&PathBuf> = folders.iter().collect();
        sorted.sort();
        for path in sorted {
            view.add(path)?;
        }
        for path in DEVICES.iter().map(Path::new) {
            view.copy(path, READ_ONLY | NO_SUID | NO_EXEC)?;
        }
        Ok(view)
    }

    /// Shows what a path leads to at its true place, and the path itself, where it is another, as a link to that.
    fn add(&mut self, path: &Path) -> Result<(), String> {
        let Ok(place) = path.canonicalize() else { return Ok(()) };
        if place.parent().is_none() {
            return Err(format!("{}: the whole machine cannot be shown", path.display()));
        }
        if place != path && !self.is_behind(path) {
            self.links.push((path.to_path_buf(), place.clone()));
        }
        // A socket or a pipe would be shown as it is.
        let is_plain = place.metadata().is_ok_and(|about| about.is_dir() || about.is_file());
        if !is_plain || self.mounts.iter().any(|shown| place.starts_with(&shown.place)) {
            return Ok(());
        }
        self.copy(&place, READ_ONLY | NO_SUID | NO_DEV)
    }

    /// Whether a path is seen already, through a link or a mount that was added before.
    fn is_behind(&self, path: &Path) -> bool {
        let mut shown = self.links.iter().map(|(link, _)| link).chain(self.mounts.iter().map(|shown| &shown.place));
        shown.any(|shown| path.starts_with(shown))
    }

    fn copy(&mut self, place: &Path, attributes: u64) -> Result<(), String> {
        let copied = c_path(place).and_then(|path| sys::copy_mounts(&path)).and_then(|mounts| {
            sys::restrict_mounts(mounts.as_fd(), attributes)?;
            let folder = if place.is_dir() { Some(File::open(place)?) } else { None };
            Ok((mounts, folder))
        });
        let (copy, folder) = copied.map_err(|error| format!("{}: {error}", place.display()))?;
        self.mounts.push(Mount { place: place.to_path_buf(), copy, folder });
        Ok(())
    }

    /// Lays everything down in the working directory. Mounts stand at true places, so that no link is on their way.
    fn show(&self) -> Result<Vec<String>, String> {
        let table = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let mut bare = Vec::new();
        for mount in &self.mounts {
            let laid = mount.lay_down(&table).map_err(|error| format!("{}: {error}", mount.place.display()))?;
            bare.extend(laid.map(|why| format!("{}: {why}", mount.place.display())));
        }
        for (link, place) in &self.links {
            let spot = under_stage(link);
            make_parent(&spot)
                .and_then(|()| symlink(place, &spot))
                .map_err(|error| format!("{}: {error}", link.display()))?;
        }
        // Where something is shown in `/tmp` it stays a folder, and temporary files go to `/var/tmp`.
        if !Path::new("tmp").exists() {
            symlink(SCRATCH, "tmp").map_err(|error| format!("/tmp: {error}"))?;
        }
        Ok(bare)
    }
}

impl Mount {
    /// Shows it at its place; gives why it is shown as it is, where it is a folder that should not be. `table`: the
    /// machine's mounts.
    fn lay_down(&self, table: &str) -> io::Result<Option<String>> {
        let spot = under_stage(&self.place);
        make_spot(&spot, self.folder.is_some())?;
        let spot = c_path(&spot)?;
        let overlaid = match &self.folder {
            None => return sys::attach(self.copy.as_fd(), &spot).map(|()| None),
            Some(_) if has_mounts_below(&self.place, table) => Err("other file systems are mounted below".to_owned()),
            Some(folder) => overlay(folder, &spot).map_err(|error| error.to_string()),
        };
        match overlaid {
            Ok(()) => Ok(None),
            Err(why) => sys::attach(self.copy.as_fd(), &spot).map(|()| Some(why)),
        }
    }
}

/// Mounts an overlay of an open folder, which may be hidden by now. It is named by its descriptor: no path is too long
/// then, and none has a colon.
fn overlay(folder: &File, spot: &CStr) -> io::Result<()> {
    let layers = c_text(&format!("lowerdir=/proc/self/fd/{}:{EMPTY}", folder.as_raw_fd()))?;
    let flags = libc::MS_RDONLY | libc::MS_NOSUID | libc::MS_NODEV;
    sys::mount(c"overlay", spot, c"overlay", flags, &layers)
}

/// Whether something is mounted below a folder. An overlay would not show it.
fn has_mounts_below(folder: &Path, table: &str) -> bool {
    let written = |path: &Path| {
        // As the kernel writes it in that table.
        let escaped = [("\\", "\\134"), (" ", "\\040"), ("\t", "\\011"), ("\n", "\\012")];
        escaped.iter().fold(path.to_string_lossy().into_owned(), |text, (from, to)| text.replace(from, to))
    };
    let below = written(folder) + "/";
    table.lines().filter_map(|line| line.split(' ').nth(4)).any(|place| place.starts_with(&below))
}

/// A path of the sandbox as a path of the stage, which is the working directory.
fn under_stage(path: &Path) -> PathBuf {
    path.strip_prefix("/").unwrap_or(path).to_path_buf()
}

/// Something to mount on: a folder for a folder, a file for a file.
fn make_spot(spot: &Path, folder: bool) -> io::Result<()> {
    make_parent(spot)?;
    if folder { fs::create_dir_all(spot) } else { File::create(spot).map(drop) }
}

fn make_parent(spot: &Path) -> io::Result<()> {
    spot.parent().map_or(Ok(()), fs::create_dir_all)
}

/// What the sandbox has of its own.
fn write_fixed() -> io::Result<()> {
    for folder in ["etc", "dev", "proc", "var", EMPTY] {
        fs::create_dir(folder)?;
    }
    fs::create_dir_all(under_stage(Path::new(SCRATCH)))?;
    for (file, text) in WRITTEN {
        fs::write(file, text)?;
    }
    symlink(SCRATCH, "var/tmp")?;
    LINKS.iter().try_for_each(|(link, place)| symlink(place, link))
}

/// Mounts the `/proc` of a pid namespace that is gone at once. Nothing can be read in it; but the kernel lets a user
/// namespace mount a fresh one only where it sees one already. `false` where even this one is refused.
fn mount_empty_proc() -> bool {
    let flags = libc::MS_RDONLY | libc::MS_NOSUID | libc::MS_NODEV | libc::MS_NOEXEC;
    match fork_helper(libc::CLONE_NEWPID) {
        Ok(Side::Child) => sys::leave(sys::mount(c"proc", c"proc", c"proc", flags, c"").is_err().into()),
        Ok(Side::Parent(pid)) => sys::reap(pid, true).is_ok_and(|end| end.is_some_and(|end| end.exit == Some(0))),
        Err(_) => false,
    }
}
