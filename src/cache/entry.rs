//! The bytes of an entry: what tells a whole one from one that was torn, renamed, or written by another version.

use sha2::{Digest, Sha256};

use super::Key;

/// The first bytes of every entry. The number goes up with each change of the format.
const MAGIC: &[u8; 16] = b"snipcheck-kept-1";
const SUM: usize = 32;
const HEAD: usize = MAGIC.len() + SUM + size_of::<u64>();

/// An entry as a file holds it. `now`: seconds since 1970.
pub fn write(key: &Key, now: u64, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD + payload.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&sum(key, now, payload));
    bytes.extend_from_slice(&now.to_be_bytes());
    bytes.extend_from_slice(payload);
    bytes
}

/// What an entry holds, and when it was written; `None` for anything but the whole entry of this key.
pub fn read<'a>(key: &Key, bytes: &'a [u8]) -> Option<(u64, &'a [u8])> {
    let (sum_read, rest) = bytes.strip_prefix(MAGIC)?.split_first_chunk::<SUM>()?;
    let (written, payload) = rest.split_first_chunk()?;
    let written = u64::from_be_bytes(*written);
    (*sum_read == sum(key, written, payload)).then_some((written, payload))
}

fn sum(key: &Key, written: u64, payload: &[u8]) -> [u8; SUM] {
    let digest = Sha256::new().chain_update(key.bytes()).chain_update(written.to_be_bytes()).chain_update(payload);
    digest.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_whole_or_nothing() {
        let (key, other) = (Key::of(&"a").unwrap(), Key::of(&"b").unwrap());
        let whole = write(&key, 17, b"seen");
        assert_eq!(read(&key, &whole), Some((17, b"seen".as_slice())));
        assert_eq!(read(&other, &whole), None, "it is another's");
        for length in 0..whole.len() {
            assert_eq!(read(&key, &whole[..length]), None, "cut to {length}");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert_eq!(read(&key, &changed), None, "changed at {at}");
        }
    }
}
