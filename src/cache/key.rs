//! What an entry is found by: the sum of all that it depends on.

use std::fmt;

use serde::Serialize;
use sha2::{Digest, Sha256};

/// SHA-256 of everything that could make a difference.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of something that depends on `what`, all of it. `None` where it cannot be written down, so that nothing is
    /// kept rather than kept under a wrong name.
    pub fn of(what: &impl Serialize) -> Option<Self> {
        let bytes = serde_json::to_vec(what).ok()?;
        Some(Self(Sha256::digest(bytes).into()))
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// In hexadecimal, as a file is named.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({self})")
    }
}

/// A key is part of another key.
impl Serialize for Key {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
