//! `docs/directives.md`: each of its examples, run by the program.

use std::fs;

use super::{program, python};

const PAGE: &str = "docs/directives.md";

/// The examples: the heading, the document, and the lines that the program says about it.
fn examples(page: &str) -> Vec<(&str, &str, &str)> {
    let sections = page.split("\n## ").skip(1);
    sections
        .flat_map(|section| {
            let heading = section.lines().next().unwrap_or_default();
            section.split("````markdown\n").skip(1).filter_map(move |rest| {
                let (document, rest) = rest.split_once("````\n")?;
                let said = rest.split_once("```text\n")?.1.split_once("```")?.0;
                Some((heading, document, said))
            })
        })
        .collect()
}

#[test]
fn the_program_says_what_the_page_shows() {
    let page = fs::read_to_string(PAGE).unwrap();
    let examples = examples(&page);
    assert!(!examples.is_empty());
    for (heading, document, said) in examples {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("page.md"), document).unwrap();
        fs::write(folder.path().join("users.csv"), "name,age\nada,36\nalan,41\n").unwrap();
        let output = program(folder.path(), &["check", "page.md", "--verbose", "--python", &python()]);
        let told = String::from_utf8(output.stdout).unwrap();
        for line in said.lines() {
            assert!(told.lines().any(|one| one == line), "{heading}: {line}\nis not in\n{told}");
        }
    }
}
