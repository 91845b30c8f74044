//! Patterns of paths, as `.gitignore` has them: `drafts/`, `*.old.md`, `docs/**/api`, `!keep.md`.
//!
//! One that begins with `//` counts from the root of the file system; the others count from a folder, which whoever has
//! it must know ([`anchored`]).

use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// Some patterns.
#[derive(Debug, Clone)]
pub struct Patterns(Gitignore);

impl Default for Patterns {
    fn default() -> Self {
        Self(Gitignore::empty())
    }
}

impl Patterns {
    /// Reads patterns that count from `folder` where they do not say otherwise.
    ///
    /// # Errors
    /// When one cannot be read: it, and why.
    pub fn new(folder: &Path, patterns: &[String]) -> Result<Self, String> {
        let mut builder = GitignoreBuilder::new("/");
        for pattern in patterns {
            let refused = |error: ignore::Error| format!("the pattern `{pattern}` cannot be read: {error}");
            let line = anchored(folder, pattern).replacen("//", "/", 1);
            builder.add_line(None, &line).map_err(refused)?;
        }
        builder.build().map(Self).map_err(|error| format!("these patterns cannot be used: {error}"))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a file, or a folder that it is in, is meant.
    pub fn match_file(&self, file: &Path) -> bool {
        self.0.matched_path_or_any_parents(real(file), false).is_ignore()
    }
}

/// A pattern that counts from `folder`, as one that counts from the root of the file system.
pub fn anchored(folder: &Path, pattern: &str) -> String {
    let (not, bare) = pattern.strip_prefix('!').map_or(("", pattern), |bare| ("!", bare));
    if bare.starts_with("//") {
        return pattern.to_owned();
    }
    let bare = bare.strip_prefix("./").unwrap_or(bare);
    let folder = globset::escape(real(folder).to_string_lossy().trim_end_matches('/'));
    // As in `.gitignore`: with a slash before its end it has a place, without one it is met at any depth.
    let has_place = bare.trim_end_matches('/').contains('/');
    let between = if has_place { "/" } else { "/**/" };
    format!("{not}/{folder}{between}{}", bare.strip_prefix('/').unwrap_or(bare))
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_mean_what_they_mean_in_gitignore() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("it's [odd] *");
        std::fs::create_dir_all(folder.join("docs/old")).unwrap();
        for file in ["a.md", "docs/a.md", "docs/old/a.md", "docs/b.mdx"] {
            std::fs::write(folder.join(file), "").unwrap();
        }
        let check = |patterns: &[&str], file: &str, expect: bool| {
            let patterns: Vec<String> = patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
            let read = Patterns::new(&folder, &patterns).unwrap();
            assert_eq!(read.match_file(&folder.join(file)), expect, "{patterns:?} {file}");
            let again: Vec<String> = patterns.iter().map(|pattern| anchored(&folder, pattern)).collect();
            let read = Patterns::new(Path::new("/elsewhere"), &again).unwrap();
            assert_eq!(read.match_file(&folder.join(file)), expect, "{again:?} {file}");
        };
        check(&["docs/old/**"], "docs/old/a.md", true);
        check(&["docs/old"], "docs/old/a.md", true);
        check(&["./docs/old/"], "docs/old/a.md", true);
        check(&["old/"], "docs/old/a.md", true);
        check(&["old/a.md"], "docs/old/a.md", false);
        check(&["a.md"], "docs/a.md", true);
        check(&["/a.md"], "docs/a.md", false);
        check(&["/a.md"], "a.md", true);
        check(&["*.mdx"], "docs/b.mdx", true);
        check(&["*.mdx"], "a.md", false);
        check(&["docs/*", "!docs/a.md"], "docs/a.md", false);
        check(&["docs/*", "!docs/a.md"], "docs/b.mdx", true);
        check(&[], "a.md", false);
    }

    #[test]
    fn what_lies_elsewhere_is_not_meant() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let read = Patterns::new(folder.path(), &["**".to_owned()]).unwrap();
        assert!(read.match_file(&folder.path().join("a.md")));
        assert!(!read.match_file(&other.path().join("a.md")));
    }

    #[test]
    fn a_broken_pattern_is_told() {
        let refused = Patterns::new(Path::new("/"), &["docs/{a".to_owned()]).unwrap_err();
        assert!(refused.contains("`docs/{a`"), "{refused}");
    }
}
