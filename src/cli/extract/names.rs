//! Names of extracted files. Owns the promise that a name survives edits elsewhere: it depends on the document's path,
//! the section and the code alone.

use std::collections::HashMap;
use std::path::{Component, Path};

use sha2::{Digest, Sha256};

use crate::extract::Block;

/// Characters of a section's title that go into a name.
const LONGEST: usize = 40;

/// Gives each block its name.
#[derive(Debug, Default)]
pub struct Names {
    given: HashMap<String, usize>,
}

impl Names {
    /// The name of a block of the document at `path`, with `/` between folders. Equal code in one section is numbered.
    pub fn give(&mut self, path: &str, block: &Block) -> String {
        let section = block.section.last().map(|title| slug(title)).filter(|slug| !slug.is_empty());
        let section = section.unwrap_or_else(|| "block".to_owned());
        let stem = format!("{}/{section}-{}", folder(path), hash(&block.code.text));
        let count = self.given.entry(stem.clone()).or_default();
        *count += 1;
        if *count == 1 { format!("{stem}.py") } else { format!("{stem}-{count}.py") }
    }
}

/// The document's path without what would lead out of the folder, and without its ending.
fn folder(path: &str) -> String {
    let parts = Path::new(path).with_extension("");
    let parts = parts.components().filter_map(|part| match part {
        Component::Normal(name) => Some(slug(&name.to_string_lossy())),
        _ => None,
    });
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "document".to_owned() } else { parts.join("/") }
}

/// Lower case letters and digits of any script, joined by single hyphens.
fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-").chars().take(LONGEST).collect();
    slug.trim_end_matches('-').to_owned()
}

/// Enough of a hash to tell the blocks of a section apart.
fn hash(code: &str) -> String {
    Sha256::digest(code.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::block;
    use super::*;

    #[test]
    fn a_name_depends_on_path_section_and_code_alone() {
        let name = |section: &[&str], code, line| Names::default().give("a/guide.md", &block(section, code, line));
        let first = name(&["A", "B"], "x = 1\n", 3);
        assert_eq!(first, name(&["Other", "B"], "x = 1\n", 99));
        assert_ne!(first, name(&["A", "B"], "x = 2\n", 3));
        assert_ne!(first, name(&["A", "C"], "x = 1\n", 3));
    }

    #[test]
    fn equal_blocks_are_numbered() {
        let mut names = Names::default();
        let mut give = |code| names.give("guide.md", &block(&["S"], code, 1));
        let (first, other, second) = (give("x\n"), give("y\n"), give("x\n"));
        assert_ne!(first, other);
        assert_eq!(second, first.replace(".py", "-2.py"));
    }

    #[test]
    fn a_document_has_its_own_folder_below() {
        let check = |path: &str, expect: &str| assert_eq!(folder(path), expect, "{path}");
        check("guide.md", "guide");
        check("docs/My Guide.mdx", "docs/my-guide");
        check("../../etc/./a.md", "etc/a");
        check("/abs/a.md", "abs/a");
        check("<stdin>", "stdin");
        check("..", "document");
    }

    #[test]
    fn titles_become_slugs() {
        let check = |title: &str, expect: &str| assert_eq!(slug(title), expect, "{title}");
        check("1. Core Language", "1-core-language");
        check("`__init__` & co.", "__init__-co");
        check("Größe/漢字", "größe-漢字");
        check("!?", "");
        check(&"word ".repeat(20), "word-word-word-word-word-word-word-word");
    }
}
