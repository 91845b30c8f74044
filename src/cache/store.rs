//! The folder of entries: opened if it can be trusted, read at once, written to in the background.

use std::fs::{self, DirBuilder, File, Metadata};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tempfile::NamedTempFile;

use super::{Key, entry, sweep};

/// How long an entry is believed, seconds: what nobody can notice, such as a change of the kernel's temper, is not
/// believed for ever.
const BELIEVED: u64 = 7 * 24 * 3600;
/// An entry that was used this long ago counts as used now, so that not each use is written down.
const USED: Duration = Duration::from_secs(3600);
/// The largest entry that is kept, bytes.
const LARGEST: usize = 16 << 20;
/// The file with the text about the last run.
const NOTE: &str = "last-run";
/// Entries that wait to be written.
const WAITING: usize = 256;

/// Where entries are kept. Safe to be used by several runs at once: an entry appears as a whole, and two runs that write
/// the same one write the same.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    /// The user that this process acts for: nobody else's entries are believed.
    owner: u32,
    writer: OnceLock<Writer>,
}

/// What writes.
#[derive(Debug)]
struct Writer {
    errands: SyncSender<(Key, Vec<u8>)>,
    thread: JoinHandle<()>,
}

impl Store {
    /// Opens a folder, which is made where it is not there.
    ///
    /// # Errors
    /// Where it cannot be made, belongs to another user, or others may write to it.
    pub fn open(folder: &Path) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        // Every user may read this, and it belongs to whom the process acts for.
        let owner = fs::metadata("/proc/self")?.uid();
        let folder = folder.canonicalize()?;
        is_own(&fs::metadata(&folder)?, owner)?;
        Ok(Self { folder, owner, writer: OnceLock::new() })
    }

    /// Where it is, without links.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What was kept under a key; `None` also where the entry is torn, too old, or not to be trusted.
    pub fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let mut file = File::open(path(&self.folder, key)).ok()?;
        let about = file.metadata().ok()?;
        is_own(&about, self.owner).ok()?;
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).ok()?.min(2 * LARGEST));
        file.read_to_end(&mut bytes).ok()?;
        let now = now();
        let (written, payload) = entry::read(key, &bytes)?;
        if written > now || now - written > BELIEVED {
            return None;
        }
        note_use(&file, &about);
        Some(payload.to_vec())
    }

    /// A short text about the last run; empty where there is none.
    pub fn note(&self) -> String {
        fs::read_to_string(self.folder.join(NOTE)).unwrap_or_default()
    }

    /// Replaces that text.
    pub fn set_note(&self, text: &str) {
        // Nothing depends on it.
        let _ = write(&self.folder.join(NOTE), text.as_bytes());
    }

    /// Keeps something under a key, in the background. Where that fails it is not kept.
    pub fn put(&self, key: Key, payload: &[u8]) {
        if payload.len() > LARGEST {
            return;
        }
        let writer = self.writer.get_or_init(|| Writer::start(self.folder.clone()));
        // It only hangs up when this lets go of it.
        let _ = writer.errands.send((key, entry::write(&key, now(), payload)));
    }
}

/// Waits until all is written.
impl Drop for Store {
    fn drop(&mut self) {
        if let Some(Writer { errands, thread }) = self.writer.take() {
            drop(errands);
            // What went wrong there is lost with what it was to write.
            let _ = thread.join();
        }
    }
}

impl Writer {
    fn start(folder: PathBuf) -> Self {
        let (errands, inbox) = mpsc::sync_channel(WAITING);
        Self { errands, thread: thread::spawn(move || write_all(&folder, &inbox)) }
    }
}

fn write_all(folder: &Path, inbox: &Receiver<(Key, Vec<u8>)>) {
    let mut written = 0;
    for (key, bytes) in inbox {
        if write(&path(folder, &key), &bytes).is_ok() {
            written += bytes.len() as u64;
        }
    }
    sweep::after(folder, written);
}

/// Whoever looks sees no entry, the old one or the new one.
fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    let file = NamedTempFile::new_in(folder).or_else(|_| {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        NamedTempFile::new_in(folder)
    });
    let mut file = file?;
    file.write_all(bytes)?;
    file.persist(target).map(drop).map_err(|error| error.error)
}

/// Entries are spread over folders by their first byte, so that none grows too long.
fn path(folder: &Path, key: &Key) -> PathBuf {
    let name = key.to_string();
    folder.join(&name[..2]).join(&name[2..])
}

/// Refuses what somebody else could have written.
fn is_own(about: &Metadata, owner: u32) -> io::Result<()> {
    if about.uid() != owner {
        return Err(io::Error::other("it belongs to another user"));
    }
    if about.mode() & 0o022 != 0 {
        return Err(io::Error::other("other users may write to it"));
    }
    Ok(())
}

/// The time of an entry's file tells when it was used last: those that nobody uses go first.
fn note_use(file: &File, about: &Metadata) {
    let now = SystemTime::now();
    let is_old = about.modified().is_ok_and(|used| now.duration_since(used).is_ok_and(|age| age > USED));
    if is_old {
        // Where it cannot be noted the entry only goes sooner.
        let _ = file.set_modified(now);
    }
}

/// Seconds since 1970.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn key(name: &str) -> Key {
        Key::of(&name).unwrap()
    }

    #[test]
    fn what_is_kept_is_there_for_the_next_run() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("not/yet/there");
        let store = Store::open(&home).unwrap();
        assert_eq!(store.get(&key("a")), None);
        store.put(key("a"), b"one");
        store.put(key("a"), b"two");
        drop(store);
        let store = Store::open(&home).unwrap();
        assert_eq!(store.get(&key("a")), Some(b"two".to_vec()));
        assert_eq!(store.get(&key("b")), None);
        assert_eq!(fs::metadata(&home).unwrap().mode() & 0o777, 0o700, "nobody else looks into it");
    }

    #[test]
    fn what_others_may_have_written_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        store.put(key("a"), b"one");
        drop(store);
        let store = Store::open(folder.path()).unwrap();
        assert!(store.get(&key("a")).is_some());
        fs::set_permissions(path(folder.path(), &key("a")), Permissions::from_mode(0o666)).unwrap();
        assert_eq!(store.get(&key("a")), None);
        fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();
        assert!(Store::open(folder.path()).is_err());
        let foreign = Store { owner: store.owner + 1, folder: folder.path().to_owned(), writer: OnceLock::new() };
        fs::set_permissions(path(folder.path(), &key("a")), Permissions::from_mode(0o600)).unwrap();
        assert_eq!(foreign.get(&key("a")), None);
        assert!(store.get(&key("a")).is_some());
    }

    #[test]
    fn what_is_old_or_of_the_future_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let check = |written: u64, expect: bool| {
            write(&path(folder.path(), &key("a")), &entry::write(&key("a"), written, b"one")).unwrap();
            assert_eq!(store.get(&key("a")).is_some(), expect, "{written}");
        };
        check(now(), true);
        check(now() - BELIEVED + 60, true);
        check(now() - BELIEVED - 60, false);
        check(now() + 60, false);
    }

    #[test]
    fn where_nothing_can_be_written_nothing_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(Store::open(&folder.path().join("file")).is_err());
        assert!(Store::open(&folder.path().join("file/below")).is_err());
        let store = Store::open(folder.path()).unwrap();
        let name = key("a").to_string();
        fs::write(folder.path().join(&name[..2]), "in the way").unwrap();
        store.put(key("a"), b"one");
        drop(store);
        assert_eq!(Store::open(folder.path()).unwrap().get(&key("a")), None);
    }

    #[test]
    fn two_writers_at_once_leave_a_whole_entry() {
        let folder = tempfile::tempdir().unwrap();
        let texts = [vec![b'a'; 100_000], vec![b'b'; 50_000]];
        thread::scope(|scope| {
            for text in &texts {
                scope.spawn(|| {
                    let store = Store::open(folder.path()).unwrap();
                    (0..200).for_each(|_| store.put(key("a"), text));
                });
            }
            let store = Store::open(folder.path()).unwrap();
            for _ in 0..200 {
                assert!(store.get(&key("a")).is_none_or(|seen| texts.contains(&seen)));
            }
        });
        assert!(texts.contains(&Store::open(folder.path()).unwrap().get(&key("a")).unwrap()));
    }
}
