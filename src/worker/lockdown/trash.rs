//! Removes what snippets left in a folder on disk, whatever it is: folders nested without end, without any rights, or by
//! the hundred thousand.
//!
//! Folders are not entered one below the other, which would take a descriptor or a longer path for each: what lies in a
//! folder of the pile is moved up into the pile first. So every path here is a short one. No link is followed: folders are
//! told apart from links before they are touched, and whoever could put the one in the place of the other has ended.

use std::fs::{self, DirEntry, Permissions};
use std::io;
use std::os::unix::fs::{DirEntryExt, PermissionsExt};
use std::path::Path;
use std::time::Instant;

/// Moves a folder to the pile, in constant time. One that is not there is no error.
///
/// # Errors
/// Where it cannot be moved; it is then still in its place.
pub fn put_away(folder: &Path, pile: &Path, name: &str) -> io::Result<()> {
    if let Err(error) = fs::create_dir(pile)
        && error.kind() != io::ErrorKind::AlreadyExists
    {
        return Err(error);
    }
    match fs::rename(folder, pile.join(name)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes all that is on the pile, as far as it gets until then (`None`: to the end). What resists is left.
pub fn burn(pile: &Path, until: Option<Instant>) {
    // Each pass takes one level off; one that changes nothing will not be followed by a better one.
    while one_pass(pile, until) > 0 {}
}

/// The number of things that were moved or removed.
fn one_pass(pile: &Path, until: Option<Instant>) -> usize {
    let in_time = || until.is_none_or(|until| Instant::now() < until);
    entries(pile).take_while(|_| in_time()).map(|entry| take_off(&entry, pile, &in_time)).sum()
}

fn entries(folder: &Path) -> impl Iterator<Item = DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

/// Removes something that lies on the pile, a folder once what is in it has been moved up or removed.
fn take_off(entry: &DirEntry, pile: &Path, in_time: &dyn Fn() -> bool) -> usize {
    if !is_folder(entry) {
        return fs::remove_file(entry.path()).is_ok().into();
    }
    open_up(entry);
    let taken = entries(&entry.path()).take_while(|_| in_time()).filter(|inner| take_out(inner, pile).is_ok()).count();
    taken + usize::from(fs::remove_dir(entry.path()).is_ok())
}

/// Moves a folder up, under a name that nothing else has; removes anything else.
fn take_out(entry: &DirEntry, pile: &Path) -> io::Result<()> {
    if !is_folder(entry) {
        return fs::remove_file(entry.path());
    }
    let above = pile.join(entry.ino().to_string());
    fs::rename(entry.path(), &above).or_else(|_| {
        // A folder can only be moved by who may write to it.
        open_up(entry);
        fs::rename(entry.path(), &above)
    })
}

fn is_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_ok_and(|kind| kind.is_dir())
}

fn open_up(folder: &DirEntry) {
    // Where it fails, so does what comes next.
    let _ = fs::set_permissions(folder.path(), Permissions::from_mode(0o700));
}
