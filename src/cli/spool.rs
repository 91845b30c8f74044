//! Texts that have to wait for their turn: in memory while they are few, then in a file without a name.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom, Write};

use tempfile::SpooledTempFile;

/// What is kept in memory, bytes.
const MEMORY: usize = 4 << 20;

/// Numbered texts.
#[derive(Debug)]
pub struct Spool {
    file: SpooledTempFile,
    /// Where each one begins, and its length.
    places: BTreeMap<usize, (u64, usize)>,
    end: u64,
}

impl Spool {
    /// Nothing waits.
    pub fn new() -> Self {
        Self { file: tempfile::spooled_tempfile(MEMORY), places: BTreeMap::new(), end: 0 }
    }

    /// Keeps a text.
    ///
    /// # Errors
    /// Where there is no room for it, or no folder for temporary files.
    pub fn put(&mut self, number: usize, text: &str) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(text.as_bytes())?;
        self.places.insert(number, (self.end, text.len()));
        self.end += text.len() as u64;
        Ok(())
    }

    /// Gives a text back, once; `None` where it is not there.
    ///
    /// # Errors
    /// Where it cannot be read again.
    pub fn take(&mut self, number: usize) -> io::Result<Option<String>> {
        let Some((start, length)) = self.places.remove(&number) else { return Ok(None) };
        let mut bytes = vec![0; length];
        self.file.seek(SeekFrom::Start(start))?;
        self.file.read_exact(&mut bytes)?;
        String::from_utf8(bytes).map(Some).map_err(io::Error::other)
    }

    /// The lowest number that is kept.
    pub fn first(&self) -> Option<usize> {
        self.places.keys().next().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_comes_back_once_however_much_it_is() {
        let mut spool = Spool::new();
        let text = |number: usize| number.to_string().repeat(MEMORY / 10);
        for number in [3, 0, 7, 5] {
            spool.put(number, &text(number)).unwrap();
        }
        assert_eq!((spool.first(), spool.take(1).unwrap()), (Some(0), None));
        assert_eq!(spool.take(7).unwrap(), Some(text(7)));
        spool.put(12, &text(12)).unwrap();
        for number in [0, 3, 5, 12] {
            assert_eq!(spool.first(), Some(number));
            assert_eq!(spool.take(number).unwrap(), Some(text(number)));
            assert_eq!(spool.take(number).unwrap(), None);
        }
        assert_eq!(spool.first(), None);
    }
}
