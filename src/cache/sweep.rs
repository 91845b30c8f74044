//! How much is kept: counted now and then, cut back where it is too much, shown, and removed on request.

use std::fs::{self, DirEntry, read_dir};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The most that is kept, about, bytes. A run may go beyond it until its end.
pub const MOST: u64 = 512 << 20;
/// A file whose name begins so has not become an entry yet.
const UNFINISHED: &str = ".tmp";
/// Where the bytes written since the last count are noted.
const WRITTEN: &str = "written";

/// What a folder holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contents {
    /// How many entries.
    pub entries: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// A file of the folder.
struct Kept {
    path: PathBuf,
    bytes: u64,
    used: SystemTime,
}

/// Counts what is there.
pub fn contents(folder: &Path) -> Contents {
    files(folder)
        .fold(Contents::default(), |sum, kept| Contents { entries: sum.entries + 1, bytes: sum.bytes + kept.bytes })
}

/// Removes every entry; gives what was there. Only what looks like an entry is touched: the folder may be a mistake.
///
/// # Errors
/// Where one cannot be removed.
pub fn clean(folder: &Path) -> io::Result<Contents> {
    let mut removed = Contents::default();
    for kept in files(folder) {
        fs::remove_file(&kept.path)?;
        removed = Contents { entries: removed.entries + 1, bytes: removed.bytes + kept.bytes };
    }
    for shelf in shelves(folder) {
        // One that is not empty holds what another run writes just now.
        let _ = fs::remove_dir(shelf.path());
    }
    Ok(removed)
}

/// Called when so many bytes have been written. A full count takes a while in a large folder, so there is one only after
/// a good part of the limit has been written, by whatever runs.
pub fn after(folder: &Path, written: u64) {
    let note = folder.join(WRITTEN);
    let before: u64 = fs::read_to_string(&note).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0);
    let since = before.saturating_add(written);
    let due = since > MOST / 16;
    if due {
        cut_back(folder, MOST);
    }
    // Two runs at once may forget what one of them wrote; the next count is exact again.
    let _ = fs::write(note, if due { "0".into() } else { since.to_string() });
}

/// Removes what was used longest ago until three quarters of `most` are left, if there is more than that.
fn cut_back(folder: &Path, most: u64) {
    let mut all: Vec<Kept> = files(folder).collect();
    let mut bytes: u64 = all.iter().map(|kept| kept.bytes).sum();
    if bytes <= most {
        return;
    }
    all.sort_by_key(|kept| kept.used);
    for kept in all {
        if bytes <= most / 4 * 3 {
            return;
        }
        // Another run may have removed it.
        let _ = fs::remove_file(&kept.path);
        bytes -= kept.bytes;
    }
}

/// The folders of entries.
fn shelves(folder: &Path) -> impl Iterator<Item = DirEntry> {
    read_dir(folder).into_iter().flatten().flatten().filter(|entry| is_hexadecimal(entry, 2))
}

/// Entries, and those that a run left unfinished.
fn files(folder: &Path) -> impl Iterator<Item = Kept> {
    let entries = shelves(folder).flat_map(|shelf| read_dir(shelf.path()).into_iter().flatten().flatten());
    let ours =
        |entry: &DirEntry| is_hexadecimal(entry, 62) || entry.file_name().to_string_lossy().starts_with(UNFINISHED);
    entries.filter(ours).filter_map(|entry| {
        let about = entry.metadata().ok()?;
        Some(Kept { path: entry.path(), bytes: about.len(), used: about.modified().ok()? })
    })
}

fn is_hexadecimal(entry: &DirEntry, length: usize) -> bool {
    let name = entry.file_name();
    name.len() == length && name.to_string_lossy().bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::cache::{Key, Store};

    /// Keeps entries of so many bytes, the first one used longest ago.
    fn keep(folder: &Path, count: u64, bytes: usize) -> Vec<Key> {
        let keys: Vec<Key> = (0..count).map(|number| Key::of(&number).unwrap()).collect();
        let store = Store::open(folder).unwrap();
        keys.iter().for_each(|key| store.put(*key, &vec![0; bytes]));
        drop(store);
        let start = SystemTime::now() - Duration::from_secs(1000);
        for (key, age) in keys.iter().zip(0..) {
            let name = key.to_string();
            let file = fs::File::open(folder.join(&name[..2]).join(&name[2..])).unwrap();
            file.set_modified(start + Duration::from_secs(age)).unwrap();
        }
        keys
    }

    #[test]
    fn what_was_used_longest_ago_goes_first() {
        let folder = tempfile::tempdir().unwrap();
        let keys = keep(folder.path(), 20, 1000);
        let before = contents(folder.path());
        assert_eq!(before.entries, 20);
        cut_back(folder.path(), before.bytes);
        assert_eq!(contents(folder.path()), before, "it is not too much");
        cut_back(folder.path(), before.bytes - 1);
        let store = Store::open(folder.path()).unwrap();
        let left: Vec<bool> = keys.iter().map(|key| store.get(key).is_some()).collect();
        assert_eq!(left, [vec![false; 6], vec![true; 14]].concat());
    }

    #[test]
    fn only_entries_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        keep(folder.path(), 3, 10);
        for name in ["notes.md", "ab/README", "abc"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "mine").unwrap();
        }
        assert_eq!(clean(folder.path()).unwrap().entries, 3);
        assert_eq!(contents(folder.path()), Contents::default());
        for name in ["notes.md", "ab/README", "abc"] {
            assert!(folder.path().join(name).exists(), "{name}");
        }
    }
}
