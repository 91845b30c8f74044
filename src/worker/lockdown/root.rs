//! The root folder of the sandbox: only what a snippet needs to see, and nothing of it can be written.
//!
//! The mounts to show are copied before the new root is laid down, so that it can lie anywhere without hiding them.

use std::fs;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use super::policy::{DEVICES, ETC, LINKS, SCRATCH, SYSTEM, WRITTEN};
use super::scratch::c_path;
use super::sys::{self, NO_DEV, NO_EXEC, NO_SUID, READ_ONLY};
use crate::worker::fork::{Side, fork_helper};

/// Where the new root is laid down: a folder that every machine has, as it is one of those to show.
const STAGE: &str = "/usr";

/// What to show.
struct View {
    /// Copies of mounts, and the path at which each is to be seen.
    mounts: Vec<(OwnedFd, PathBuf)>,
    /// Links: where they stand, and where they lead.
    links: Vec<(PathBuf, PathBuf)>,
}

/// Makes the root and enters it; the old one is gone afterwards. Gives whether there is a `/proc`.
///
/// # Errors
/// The step that failed, and the machine's answer.
pub fn enter(folders: &[PathBuf]) -> Result<bool, String> {
    let step = |name: &'static str| move |error: io::Error| format!("{name}: {error}");
    sys::mount(c"", c"/", c"", libc::MS_REC | libc::MS_PRIVATE, c"").map_err(step("private mounts"))?;
    let view = View::gather(folders)?;
    let stage = c_path(Path::new(STAGE)).map_err(step("stage"))?;
    sys::mount(c"tmpfs", &stage, c"tmpfs", libc::MS_NOSUID | libc::MS_NODEV, c"mode=0755,size=1m")
        .map_err(step("tmpfs"))?;
    std::env::set_current_dir(STAGE).map_err(step("stage"))?;
    write_fixed().map_err(step("files of the sandbox"))?;
    view.show()?;
    let proc = mount_empty_proc();
    sys::root_is_here().map_err(step("pivot_root"))?;
    let root = fs::File::open("/").map_err(step("root"))?;
    sys::restrict_mounts(root.as_fd(), READ_ONLY | NO_SUID).map_err(step("read-only root"))?;
    Ok(proc)
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
        if self.mounts.iter().any(|(_, shown)| place.starts_with(shown)) {
            return Ok(());
        }
        self.copy(&place, READ_ONLY | NO_SUID | NO_DEV)
    }

    /// Whether a path is seen already, through a link or a mount that was added before.
    fn is_behind(&self, path: &Path) -> bool {
        let mut shown = self.links.iter().map(|(link, _)| link).chain(self.mounts.iter().map(|(_, place)| place));
        shown.any(|shown| path.starts_with(shown))
    }

    fn copy(&mut self, place: &Path, attributes: u64) -> Result<(), String> {
        let copied = c_path(place).and_then(|path| sys::copy_mounts(&path)).and_then(|mounts| {
            sys::restrict_mounts(mounts.as_fd(), attributes)?;
            Ok(mounts)
        });
        let mounts = copied.map_err(|error| format!("{}: {error}", place.display()))?;
        self.mounts.push((mounts, place.to_path_buf()));
        Ok(())
    }

    /// Lays everything down in the working directory. Mounts stand at true places, so that no link is on their way.
    fn show(&self) -> Result<(), String> {
        for (mounts, place) in &self.mounts {
            let spot = under_stage(place);
            let shown = make_spot(&spot, place).and_then(|()| sys::attach(mounts.as_fd(), &c_path(&spot)?));
            shown.map_err(|error| format!("{}: {error}", place.display()))?;
        }
        for (link, place) in &self.links {
            let spot = under_stage(link);
            make_parent(&spot)
                .and_then(|()| symlink(place, &spot))
                .map_err(|error| format!("{}: {error}", link.display()))?;
        }
        // Where something is shown in `/tmp` it stays a folder, and temporary files go to `/var/tmp`.
        if Path::new("tmp").exists() {
            Ok(())
        } else {
            symlink(SCRATCH, "tmp").map_err(|error| format!("/tmp: {error}"))
        }
    }
}

/// A path of the sandbox as a path of the stage, which is the working directory.
fn under_stage(path: &Path) -> PathBuf {
    path.strip_prefix("/").unwrap_or(path).to_path_buf()
}

/// Something to mount on: a folder for a folder, a file for a file.
fn make_spot(spot: &Path, place: &Path) -> io::Result<()> {
    make_parent(spot)?;
    if is_folder_outside(place) { fs::create_dir_all(spot) } else { fs::File::create(spot).map(drop) }
}

fn make_parent(spot: &Path) -> io::Result<()> {
    spot.parent().map_or(Ok(()), fs::create_dir_all)
}

/// Whether a place of the machine is a folder. The stage hides one of them.
fn is_folder_outside(place: &Path) -> bool {
    place.starts_with(STAGE) || place.is_dir()
}

/// What the sandbox has of its own.
fn write_fixed() -> io::Result<()> {
    for folder in ["etc", "dev", "proc", "var"] {
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
