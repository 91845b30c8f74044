//! Where results go: standard output, or a file that is complete or not there.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::Failure;

/// A place to write one result to, known to be writable.
#[derive(Debug)]
pub enum Output {
    /// Standard output.
    Standard,
    /// A file beside the target, which takes its name in the end.
    Replacing(NamedTempFile, PathBuf),
    /// Something that is not to be replaced: a device, a pipe, a file whose text stays.
    Direct(File, PathBuf),
}

impl Output {
    /// Opens it, before the long run: a result that cannot be written is no result.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn open(target: Option<&Path>) -> Result<Self, Failure> {
        let Some(target) = target else { return Ok(Output::Standard) };
        open_file(target).map_err(|error| {
            let help = "name a file in a folder that is there and that you may write to";
            Failure::usage(format!("cannot write to `{}`: {error}", target.display()), help)
        })
    }

    /// Opens a file whose text stays, with the result behind it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn append(target: &Path) -> Result<Self, Failure> {
        let file = OpenOptions::new().create(true).append(true).open(target);
        file.map(|file| Output::Direct(file, target.to_owned())).map_err(|error| {
            let help = "the variable GITHUB_STEP_SUMMARY names it: unset it, or name a file that you may write to";
            Failure::usage(format!("cannot write to `{}`: {error}", target.display()), help)
        })
    }

    /// Whether colours are wanted there.
    pub fn colours(&self, in_files: bool) -> bool {
        match self {
            Output::Standard => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
            Output::Replacing(..) | Output::Direct(..) => in_files,
        }
    }

    /// Writes the result.
    ///
    /// # Errors
    /// When it cannot be written any more, or nobody reads it.
    pub fn write(mut self, text: &str) -> Result<(), Failure> {
        self.add(text)?;
        self.finish()
    }

    /// Writes a piece of the result. Only standard output, a device and a pipe show it already.
    ///
    /// # Errors
    /// As those of [`write`](Self::write).
    pub fn add(&mut self, text: &str) -> Result<(), Failure> {
        match self {
            Output::Standard => {
                let mut stream = io::stdout().lock();
                stream.write_all(text.as_bytes()).and_then(|()| stream.flush()).map_err(Failure::from_write)
            }
            Output::Replacing(file, target) => {
                file.write_all(text.as_bytes()).map_err(|error| no_longer_writable(target, &error))
            }
            Output::Direct(file, target) => {
                file.write_all(text.as_bytes()).map_err(|error| no_longer_writable(target, &error))
            }
        }
    }

    /// Says that the result is complete.
    ///
    /// # Errors
    /// When it cannot take its place.
    pub fn finish(self) -> Result<(), Failure> {
        match self {
            Output::Replacing(file, target) => {
                file.persist(&target).map(drop).map_err(|error| no_longer_writable(&target, &error.error))
            }
            Output::Standard | Output::Direct(..) => Ok(()),
        }
    }
}

/// Says something on standard error that no result depends on.
pub fn remark(text: &str) {
    let mut stream = anstream::stderr().lock();
    // Where nobody reads it, it is not missed.
    _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

fn no_longer_writable(path: &Path, error: &io::Error) -> Failure {
    Failure::job(format!("cannot write to `{}`: {error}", path.display()), "the file is as it was before")
}

/// Writes a whole file at once: whoever looks sees the old text or the new one.
///
/// # Errors
/// When the folder or the file cannot be written.
pub fn replace(target: &Path, text: &str) -> io::Result<()> {
    let mut file = beside(target)?;
    file.write_all(text.as_bytes())?;
    file.persist(target).map(drop).map_err(|error| error.error)
}

fn open_file(target: &Path) -> io::Result<Output> {
    // Behind a link stands what is to be replaced, not the link.
    let target = target.canonicalize().unwrap_or_else(|_| target.to_owned());
    match target.metadata() {
        Ok(there) if there.is_dir() => Err(io::Error::other("it is a folder")),
        Ok(there) if !there.is_file() => Ok(Output::Direct(OpenOptions::new().write(true).open(&target)?, target)),
        // What may not be written must not be replaced either.
        Ok(_) => {
            OpenOptions::new().write(true).open(&target).and_then(|_| Ok(Output::Replacing(beside(&target)?, target)))
        }
        Err(_) => Ok(Output::Replacing(beside(&target)?, target)),
    }
}

/// A new file in the target's folder, with the usual permissions.
fn beside(target: &Path) -> io::Result<NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(io::Error::other(format!("the folder `{}` is not there", folder.display())));
    }
    tempfile::Builder::new().prefix(".snipcheck-").permissions(Permissions::from_mode(0o666)).tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("report.json");
        std::fs::write(&target, "old").unwrap();
        let output = Output::open(Some(&target)).unwrap();
        assert_eq!(std::fs::read_to_string(&target).unwrap(), "old");
        output.write("new").unwrap();
        assert_eq!(std::fs::read_to_string(&target).unwrap(), "new");
        drop(Output::open(Some(&target)).unwrap());
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("real"), folder.path().join("link"));
        std::fs::write(&target, "old").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        Output::open(Some(&link)).unwrap().write("new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read_to_string(&target).unwrap(), "new");
    }

    #[test]
    fn what_cannot_be_written_is_known_before_the_run() {
        let folder = tempfile::tempdir().unwrap();
        let check = |target: &Path| assert_eq!(Output::open(Some(target)).unwrap_err().exit_code(), 2, "{target:?}");
        check(folder.path());
        check(&folder.path().join("no/such/file"));
    }

    #[test]
    fn a_device_is_written_to_and_not_replaced() {
        Output::open(Some(Path::new("/dev/null"))).unwrap().write("text").unwrap();
        assert!(!Path::new("/dev/null").is_file());
    }
}
