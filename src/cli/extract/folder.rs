//! The folder that extracted files go to. Owns the promise that nothing is overwritten or removed that this command did
//! not write.

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path};

use super::super::Failure;
use super::super::output::replace;
use super::File;
use super::manifest::{Manifest, NAME};

/// Writes the files and the manifest, and removes what an earlier manifest lists and this one does not.
///
/// # Errors
/// When the folder holds something else, or cannot be written.
pub fn write(folder: &Path, files: &[File], manifest: &Manifest) -> Result<(), Failure> {
    let ours = earlier(folder)?;
    let wanted: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let foreign = wanted.iter().find(|name| !ours.contains(**name) && folder.join(name).exists());
    if let Some(name) = foreign {
        return Err(refused(&format!("`{}` is not a file of an earlier extract", folder.join(name).display())));
    }
    let failed = |error: io::Error| {
        Failure::job(format!("cannot write to the folder `{}`: {error}", folder.display()), "name another one by --out")
    };
    let mut old = ours.iter().filter(|name| !wanted.contains(name.as_str()));
    old.try_for_each(|name| remove(folder, name)).map_err(failed)?;
    write_all(folder, files, manifest).map_err(failed)
}

/// The files that the folder's manifest lists; none where the folder is new or empty.
fn earlier(folder: &Path) -> Result<BTreeSet<String>, Failure> {
    let text = match std::fs::read_to_string(folder.join(NAME)) {
        Ok(text) => text,
        Err(_) if is_free(folder) => return Ok(BTreeSet::new()),
        Err(_) => return Err(refused(&format!("`{}` is there and holds something else", folder.display()))),
    };
    let manifest = Manifest::read(&text);
    let manifest =
        manifest.ok_or_else(|| refused(&format!("`{}` is of another program", folder.join(NAME).display())))?;
    Ok(manifest.files.into_iter().map(|entry| entry.file).collect())
}

fn is_free(folder: &Path) -> bool {
    match folder.read_dir() {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

fn refused(what: &str) -> Failure {
    Failure::usage(what, "name a folder by --out that is new, empty, or made by an earlier `snipcheck extract`")
}

/// The manifest goes first: a folder that a run leaves half written is still known as ours.
fn write_all(folder: &Path, files: &[File], manifest: &Manifest) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    replace(&folder.join(NAME), &manifest.write()?)?;
    for (name, text) in files {
        let target = folder.join(name);
        target.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        replace(&target, text)?;
    }
    Ok(())
}

/// Removes a file and the folders that it leaves empty. A manifest may have been tampered with: a name that leads out
/// of the folder is left alone.
fn remove(folder: &Path, name: &str) -> io::Result<()> {
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return Ok(());
    }
    match std::fs::remove_file(folder.join(name)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let above = Path::new(name).ancestors().skip(1).filter(|path| !path.as_os_str().is_empty());
    // The first folder that is not empty refuses, and so do all above it.
    above.map(|path| folder.join(path)).take_while(|path| std::fs::remove_dir(path).is_ok()).for_each(drop);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::manifest::Entry;
    use super::*;

    fn put(folder: &Path, names: &[&str]) -> Result<(), Failure> {
        let files: Vec<File> = names.iter().map(|name| (name.to_string(), format!("# {name}\n"))).collect();
        let entries = names.iter().map(|name| Entry {
            file: name.to_string(),
            document: "a.md".into(),
            start_line: 1,
            end_line: 1,
            section: vec![],
            needs: vec![],
        });
        let mut manifest = Manifest::default();
        manifest.files.extend(entries);
        write(folder, &files, &manifest)
    }

    fn content(folder: &Path) -> Vec<String> {
        fn walk(root: &Path, folder: &Path, names: &mut Vec<String>) {
            for entry in folder.read_dir().unwrap() {
                let path = entry.unwrap().path();
                names.push(path.strip_prefix(root).unwrap().display().to_string());
                if path.is_dir() {
                    walk(root, &path, names);
                }
            }
        }
        let mut names = Vec::new();
        walk(folder, folder, &mut names);
        names.sort();
        names
    }

    #[test]
    fn a_second_run_replaces_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("new/out");
        put(&out, &["a/x.py", "b/c/y.py"]).unwrap();
        assert_eq!(content(&out), ["a", "a/x.py", "b", "b/c", "b/c/y.py", NAME]);
        put(&out, &["a/x.py", "a/z.py"]).unwrap();
        assert_eq!(content(&out), ["a", "a/x.py", "a/z.py", NAME]);
        assert_eq!(std::fs::read_to_string(out.join("a/z.py")).unwrap(), "# a/z.py\n");
    }

    #[test]
    fn what_others_put_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), &["a/x.py"]).unwrap();
        std::fs::write(folder.path().join("a/mine.py"), "").unwrap();
        put(folder.path(), &["b.py"]).unwrap();
        assert_eq!(content(folder.path()), ["a", "a/mine.py", "b.py", NAME]);
        assert_eq!(put(folder.path(), &["a/mine.py"]).unwrap_err().exit_code(), 2);
    }

    #[test]
    fn a_folder_of_something_else_is_refused_and_left_alone() {
        let check = |name: &str, text: &str| {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join(name), text).unwrap();
            assert_eq!(put(folder.path(), &["a.py"]).unwrap_err().exit_code(), 2, "{name}");
            assert_eq!(content(folder.path()), [name]);
        };
        check("notes.txt", "mine");
        check(NAME, "{}");
        check(NAME, r#"{"schema_version":1,"tool":"other","files":[]}"#);
    }

    #[test]
    fn a_manifest_cannot_name_files_outside() {
        let folder = tempfile::tempdir().unwrap();
        let outside = folder.path().join("outside.txt");
        std::fs::write(&outside, "mine").unwrap();
        let out = folder.path().join("out");
        put(&out, &["a.py"]).unwrap();
        let manifest = std::fs::read_to_string(out.join(NAME)).unwrap();
        std::fs::write(out.join(NAME), manifest.replace("a.py", "../outside.txt")).unwrap();
        put(&out, &[]).unwrap();
        assert!(outside.exists());
    }
}
