//! Files that a document names, from the folder in which it lies and those below it. Nothing else is ever opened.
//!
//! A document may be hostile, and folders may change at any moment. So a path is walked part by part, each opened within
//! the one before it, and a link is never followed.

use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::path::{Component, Path};

use rustix::fs::{FileType, Mode, OFlags, fstat, open, openat};
use rustix::io::Errno;

use super::documents::STANDARD_INPUT_NAME;

/// Reads a file whose name is relative to the folder of a document; `document` is the document's path.
///
/// # Errors
/// Why it is not to be had: it is not there, lies elsewhere, is no plain file, or is larger than `most` bytes.
pub fn read(document: &str, name: &str, most: u64) -> Result<Vec<u8>, String> {
    if document == STANDARD_INPUT_NAME {
        return Err("standard input has no folder; name the document, or write the content below the directive".into());
    }
    let folder = Path::new(document).parent().filter(|folder| !folder.as_os_str().is_empty());
    let parts = parts(name)?;
    let Some((last, folders)) = parts.split_last() else { return Err("names no file".into()) };
    let passing = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut at = open(folder.unwrap_or(Path::new(".")), passing, Mode::empty()).map_err(refusal)?;
    for part in folders {
        at = openat(&at, *part, passing | OFlags::NOFOLLOW, Mode::empty()).map_err(refusal)?;
    }
    // A pipe would keep us waiting.
    let reading = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    content(openat(&at, *last, reading, Mode::empty()).map_err(refusal)?, most)
}

/// The parts of a name that leads nowhere but down.
fn parts(name: &str) -> Result<Vec<&Path>, String> {
    let part = |part| match part {
        Component::Normal(part) => Some(Path::new(part)),
        _ => None,
    };
    let parts: Option<Vec<&Path>> = Path::new(name).components().map(part).collect();
    parts.ok_or_else(|| "lies outside the document's folder".to_owned())
}

fn content(file: OwnedFd, most: u64) -> Result<Vec<u8>, String> {
    let about = fstat(&file).map_err(refusal)?;
    if FileType::from_raw_mode(about.st_mode) != FileType::RegularFile {
        return Err("is no plain file".into());
    }
    let mut bytes = Vec::new();
    let read = File::from(file).take(most.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| format!("cannot be read: {error}"))?;
    if bytes.len() as u64 > most {
        Err(format!("is larger than {most} bytes, the most there is room for"))
    } else {
        Ok(bytes)
    }
}

fn refusal(error: Errno) -> String {
    match error {
        Errno::NOENT => "is not there, beside the document".into(),
        Errno::LOOP | Errno::NOTDIR => "is, or lies behind, a link or what is no folder; links are not followed".into(),
        other => format!("cannot be read: {other}"),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn only_plain_files_below_the_document_are_read() {
        let base = tempfile::tempdir().unwrap();
        let docs = base.path().join("docs");
        fs::create_dir_all(docs.join("data")).unwrap();
        fs::write(base.path().join("secret"), "secret").unwrap();
        fs::write(docs.join("data/a.csv"), "a,b").unwrap();
        symlink(base.path().join("secret"), docs.join("link")).unwrap();
        symlink(base.path(), docs.join("up")).unwrap();
        symlink("data", docs.join("inside")).unwrap();
        rustix::fs::mknodat(rustix::fs::CWD, docs.join("pipe"), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        let document = docs.join("page.md").display().to_string();
        let check = |name: &str, expect: Result<&str, &str>| match (read(&document, name, 3), expect) {
            (Ok(bytes), Ok(text)) => assert_eq!(bytes, text.as_bytes(), "{name}"),
            (Err(why), Err(part)) => assert!(why.contains(part), "{name}: {why}"),
            (found, _) => panic!("{name}: {found:?}"),
        };
        check("data/a.csv", Ok("a,b"));
        check("./data/a.csv", Err("outside"));
        check("../secret", Err("outside"));
        check("data/../../secret", Err("outside"));
        check(&base.path().join("secret").display().to_string(), Err("outside"));
        check("link", Err("link"));
        check("up/secret", Err("link"));
        check("inside/a.csv", Err("link"));
        check("pipe", Err("no plain file"));
        check("data", Err("no plain file"));
        check("none.csv", Err("not there"));
        check("", Err("names no file"));
        fs::write(docs.join("data/a.csv"), "long").unwrap();
        check("data/a.csv", Err("larger than 3 bytes"));
        assert!(read(STANDARD_INPUT_NAME, "a.csv", 9).unwrap_err().contains("no folder"));
    }
}
