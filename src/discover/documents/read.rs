//! Reads one document from the disk or standard input, and says clearly why it cannot.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{DocumentPath, Place};
use crate::extract::Format;
use crate::text::{LineIndex, Source};

/// Largest document that is read, in bytes.
const LARGEST: u64 = 512 * 1024 * 1024;

/// A document that was read.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Its text.
    pub source: Source,
    /// How to take it apart.
    pub format: Format,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A document or folder that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// What reports call it.
    pub path: String,
    /// Where and what is wrong, and what to do.
    pub reason: String,
}

/// Reads a document whole.
///
/// # Errors
/// Where it is missing, not allowed, no file, too large or not UTF-8.
pub fn read(document: &DocumentPath) -> Result<Loaded, Unreadable> {
    let name = document.place.name();
    let bytes = match &document.place {
        Place::StandardInput => bounded(std::io::stdin().lock(), LARGEST),
        Place::File(path) => file(path),
    };
    let text = bytes.and_then(|bytes| {
        let sum = sha256(&bytes);
        decode(bytes).map(|text| (text, sum))
    });
    match text {
        Ok((text, sha256)) => Ok(Loaded { source: Source::new(name, text), format: document.format, sha256 }),
        Err(reason) => Err(Unreadable { path: name, reason }),
    }
}

fn file(path: &Path) -> Result<Vec<u8>, String> {
    let file = File::open(path).map_err(|error| reason(&error))?;
    if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err("is a folder, not a document; name the documents in it".to_owned());
    }
    bounded(file, LARGEST)
}

/// Reads to the end, but never more than `largest` bytes.
fn bounded(input: impl Read, largest: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let count = input.take(largest + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    if count as u64 > largest {
        return Err(format!("is larger than {} MiB, the most that is read; split it", largest / (1024 * 1024)));
    }
    Ok(bytes)
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "does not exist; check the spelling and the folder you are in".to_owned(),
        ErrorKind::PermissionDenied => "may not be read; give yourself read permission".to_owned(),
        ErrorKind::IsADirectory => "is a folder, not a document; name the documents in it".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}

fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("is UTF-16 text, by its first two bytes; save it as UTF-8".to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let (before, rest) = error.as_bytes().split_at(at);
        let line = LineIndex::new(&String::from_utf8_lossy(before)).count();
        let byte = rest.first().copied().unwrap_or(0);
        format!(
            "is not UTF-8: byte 0x{byte:02x} at offset {at} (line {line}) begins no character; save the document as UTF-8"
        )
    })
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expect: Result<&str, &str>) {
        let found = decode(bytes.to_vec());
        match expect {
            Ok(text) => assert_eq!(found.as_deref(), Ok(text)),
            Err(part) => assert!(found.clone().is_err_and(|reason| reason.contains(part)), "{found:?}"),
        }
    }

    #[test]
    fn only_utf8_is_text() {
        check("\u{feff}é\r\n".as_bytes(), Ok("\u{feff}é\r\n"));
        check(b"", Ok(""));
        check(b"a\nb\xe9c", Err("byte 0xe9 at offset 3 (line 2)"));
        check(b"a\xc3", Err("offset 1 (line 1)"));
        check(b"\xff\xfea\0", Err("UTF-16"));
        check(b"\xfe\xff\0a", Err("UTF-16"));
    }

    #[test]
    fn no_more_than_the_limit_is_read() {
        assert_eq!(bounded(&b"abc"[..], 3), Ok(b"abc".to_vec()));
        assert!(bounded(std::io::repeat(b'a'), 2 * 1024 * 1024).is_err_and(|reason| reason.contains("2 MiB")));
    }

    #[test]
    fn a_file_is_read_with_the_sum_of_its_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        std::fs::write(&path, "abc").unwrap();
        let loaded = read(&DocumentPath { place: Place::File(path), format: Format::Mdx }).unwrap();
        assert_eq!(loaded.source.text, "abc");
        assert_eq!(loaded.format, Format::Mdx);
        assert_eq!(loaded.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn what_is_no_readable_file_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let check = |path: std::path::PathBuf, part: &str| {
            let document = DocumentPath { place: Place::File(path.clone()), format: Format::Markdown };
            let error = read(&document).unwrap_err();
            assert_eq!(error.path, path.display().to_string());
            assert!(error.reason.contains(part), "{error:?}");
        };
        check(folder.path().join("missing.md"), "does not exist");
        check(folder.path().to_owned(), "is a folder");
    }
}
