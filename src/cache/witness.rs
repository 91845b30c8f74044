//! Files and folders that something depends on, as they were when it was found out.

use std::fs::{Metadata, metadata};
use std::os::unix::fs::MetadataExt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A file or folder as it was. Its contents are not read: the kernel notes the time of each change, and lets nobody set
/// that time. Of a folder this tells what is in it by name, not what is in the files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// Its path; where that is a link, what stands behind it counts.
    pub path: String,
    /// `None`: it was not there.
    stamp: Option<Stamp>,
}

/// What the kernel says of a file: where it is, how large, and when it was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    device: u64,
    inode: u64,
    size: u64,
    mode: u32,
    /// Of its contents; seconds and nanoseconds.
    modified: (i64, i64),
    /// Of anything.
    changed: (i64, i64),
}

impl Witness {
    /// The file as it is now.
    pub fn of(path: impl Into<String>) -> Self {
        let path = path.into();
        let stamp = metadata(&path).ok().map(|about| Stamp::new(&about));
        Self { path, stamp }
    }

    /// The file itself, whatever its name is now; `None`: it was not there.
    pub fn stamp(&self) -> Option<Stamp> {
        self.stamp
    }

    /// Whether nothing has changed.
    pub fn holds(&self) -> bool {
        Self::of(self.path.as_str()) == *self
    }

    /// Whether it was as it is since before `time`. Times of files are told in steps of a clock that is slower than the
    /// one of `time`: what lies close together has no order.
    pub fn is_older_than(&self, time: SystemTime) -> bool {
        const STEP: Duration = Duration::from_millis(50);
        let Some(stamp) = self.stamp else { return true };
        let before = time.checked_sub(STEP).and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        before.is_some_and(|before| {
            (stamp.changed.0, stamp.changed.1)
                < (i64::try_from(before.as_secs()).unwrap_or(i64::MAX), i64::from(before.subsec_nanos()))
        })
    }
}

impl Stamp {
    fn new(about: &Metadata) -> Self {
        Self {
            device: about.dev(),
            inode: about.ino(),
            size: about.size(),
            mode: about.mode(),
            modified: (about.mtime(), about.mtime_nsec()),
            changed: (about.ctime(), about.ctime_nsec()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn a_witness_holds_until_its_file_changes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("module.py");
        let name = |path: &Path| path.to_str().unwrap().to_owned();
        let check = |what: &str, change: &dyn Fn()| {
            fs::write(&file, "x = 1").unwrap();
            let (of_file, of_folder) = (Witness::of(name(&file)), Witness::of(name(folder.path())));
            assert!(of_file.holds() && of_folder.holds(), "{what}");
            change();
            assert!(!of_file.holds() || !of_folder.holds(), "{what}");
        };
        check("another length", &|| fs::write(&file, "x = 10").unwrap());
        check("removed", &|| fs::remove_file(&file).unwrap());
        check("replaced by one of the same age and length", &|| {
            let new = folder.path().join("new.py");
            fs::write(&new, "x = 2").unwrap();
            let about = fs::metadata(&file).unwrap();
            fs::File::options().write(true).open(&new).unwrap().set_modified(about.modified().unwrap()).unwrap();
            fs::rename(&new, &file).unwrap();
        });
        check("something new beside it", &|| fs::write(folder.path().join("other.py"), "").unwrap());
    }

    #[test]
    fn what_is_not_there_is_a_fact_too() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pyvenv.cfg");
        let witness = Witness::of(file.to_str().unwrap());
        assert!(witness.holds() && witness.is_older_than(SystemTime::now()));
        fs::write(&file, "").unwrap();
        assert!(!witness.holds());
    }

    #[test]
    fn what_changed_just_now_may_have_changed_since() {
        let folder = tempfile::tempdir().unwrap();
        let witness = Witness::of(folder.path().to_str().unwrap());
        assert!(!witness.is_older_than(SystemTime::now()));
        assert!(witness.is_older_than(SystemTime::now() + Duration::from_secs(1)));
    }
}
