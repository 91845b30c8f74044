//! Documents written back: as a whole, with the mode and the owner they had, and only where nobody else changed them meanwhile.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::Path;

use super::Failure;

/// Replaces a document that was read as `original`. Behind a link stands what is replaced, not the link.
///
/// # Errors
/// Where it is not as it was read, or cannot be written.
pub fn rewrite(path: &Path, original: &str, text: &str) -> Result<(), Failure> {
    let failed = |error: &io::Error| {
        Failure::job(format!("cannot write `{}`: {error}", path.display()), "the document is as it was before")
    };
    let target = path.canonicalize().map_err(|error| failed(&error))?;
    if fs::read(&target).map_err(|error| failed(&error))? != original.as_bytes() {
        let error = format!("`{}` was changed meanwhile", path.display());
        return Err(Failure::job(error, "it is left alone: run the command again"));
    }
    replace(&target, text).map_err(|error| failed(&error))
}

fn replace(target: &Path, text: &str) -> io::Result<()> {
    // What may not be written must not be replaced either.
    let before = OpenOptions::new().write(true).open(target)?.metadata()?;
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".snipcheck-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    // Only root can give a file away; for anybody else it is his own already, or becomes so.
    _ = fchown(file.as_file(), Some(before.uid()), Some(before.gid()));
    file.as_file().set_permissions(fs::Permissions::from_mode(before.mode() & 0o777))?;
    file.as_file().sync_all()?;
    file.persist(target).map(drop).map_err(|error| error.error)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_document_keeps_its_mode_and_its_links() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.md"), folder.path().join("link.md"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        rewrite(&link, "old", "new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert_eq!(real.metadata().unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(folder.path().read_dir().unwrap().count(), 2);
    }

    #[test]
    fn what_somebody_else_changed_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        fs::write(&path, "other").unwrap();
        assert_eq!(rewrite(&path, "old", "new").unwrap_err().exit_code(), 3);
        assert_eq!(fs::read_to_string(&path).unwrap(), "other");
        assert_eq!(rewrite(&folder.path().join("gone.md"), "old", "new").unwrap_err().exit_code(), 3);
    }
}
