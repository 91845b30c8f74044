//! `snipcheck extract`: every block as a Python file of its own, with a manifest.

mod folder;
mod manifest;
mod names;
mod script;

use super::config::Extract;
use super::output::Output;
use super::stages::{self, Recognised};
use super::{Failure, check};
use crate::report::summary::{INCOMPLETE, PASSED};
use manifest::{Entry, Manifest};
use names::Names;

/// A file to be written: its name below the folder, and its text.
type File = (String, String);

/// Runs it; gives the exit code.
///
/// # Errors
/// When there is nothing to extract, or the folder cannot be used.
pub fn run(config: &Extract) -> Result<u8, Failure> {
    let mut documents = check::read(&config.inputs)?;
    let mut files = Vec::new();
    let mut manifest = Manifest::default();
    let mut names = Names::default();
    for loaded in documents.by_ref() {
        add(&stages::recognise(loaded), &mut names, &mut files, &mut manifest);
    }
    let unreadable = documents.unreadable();
    folder::write(&config.out, &files, &manifest)?;
    let written = if files.len() == 1 { "1 file".to_owned() } else { format!("{} files", files.len()) };
    Output::Standard.write(&format!("{written} and {} in {}\n", manifest::NAME, config.out.display()))?;
    for one in &unreadable {
        anstream::eprint!("{}", Failure::job(format!("{}: {}", one.path, one.reason), ""));
    }
    Ok(if unreadable.is_empty() { PASSED } else { INCOMPLETE })
}

/// Adds the blocks of a document.
fn add(recognised: &Recognised, names: &mut Names, files: &mut Vec<File>, manifest: &mut Manifest) {
    let path = &recognised.document.source.path;
    for (at, block) in recognised.document.blocks.iter().enumerate() {
        let name = names.give(path, block);
        files.push((name.clone(), script::render(path, block)));
        manifest.files.push(Entry {
            file: name,
            document: path.clone(),
            start_line: block.start_line,
            end_line: block.end_line,
            section: block.section.clone(),
            needs: recognised.needs.get(at).cloned().unwrap_or_default(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Claim;
    use crate::extract::{Block, BlockKind, Code, Document, Format};
    use crate::text::Source;

    pub(super) fn block(section: &[&str], code: &str, start_line: usize) -> Block {
        Block {
            index: 1,
            kind: BlockKind::Script,
            info: "python".into(),
            code: Code::new(code.into(), vec![]),
            start_line,
            end_line: start_line + code.lines().count() - 1,
            section: section.iter().map(|&title| title.to_owned()).collect(),
            conduct: crate::extract::Conduct::default(),
            outputs: vec![],
        }
    }

    #[test]
    fn each_block_gets_a_file_and_an_entry() {
        let document = Document {
            source: Source::new("docs/guide.md", ""),
            format: Format::Markdown,
            pieces: vec![],
            blocks: vec![block(&["Core", "Memory"], "x = 1\n", 7), block(&[], "import requests\n", 12)],
            notes: vec![],
        };
        let needs = vec![vec![], vec!["module:requests".to_owned()]];
        let recognised = Recognised { document, claims: Vec::<Claim>::new(), needs };
        let (mut files, mut manifest) = (Vec::new(), Manifest::default());
        add(&recognised, &mut Names::default(), &mut files, &mut manifest);
        let listed: Vec<&str> = manifest.files.iter().map(|entry| entry.file.as_str()).collect();
        let written: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(listed, written);
        assert!(listed[0].starts_with("docs/guide/memory-"), "{listed:?}");
        assert!(listed[1].starts_with("docs/guide/block-"), "{listed:?}");
        assert_eq!(manifest.files[1].needs, ["module:requests"]);
        assert!(files[0].1.ends_with("\nx = 1\n"), "{}", files[0].1);
    }
}
