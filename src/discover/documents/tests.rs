use super::*;

/// A folder with these files, each with its own name in it.
fn folder(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::Builder::new().prefix("documents").tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file).unwrap();
    }
    folder
}

const FILES: &[&str] =
    &["docs/b.md", "docs/a.mdx", "docs/deep/c.txt", "docs/.hidden.md", "docs/x.png", "docs/deep/d.qmd", "e.rst"];

/// Names of what is found for `arguments` in the folder, without the folder's own.
#[track_caller]
fn check(arguments: &[&str], as_format: Option<Format>, documents: &[&str], misused: usize) -> Found {
    let folder = folder(FILES);
    std::fs::write(folder.path().join("docs/.gitignore"), "ignored*\n").unwrap();
    std::fs::write(folder.path().join("docs/ignored.md"), "").unwrap();
    let arguments: Vec<PathBuf> = arguments.iter().map(|argument| folder.path().join(argument)).collect();
    let found = find(&arguments, as_format);
    let start = folder.path().display().to_string();
    let names: Vec<String> = found.documents.iter().map(|document| document.place.name()).collect();
    let names: Vec<&str> =
        names.iter().map(|name| name.strip_prefix(&start).unwrap().trim_start_matches('/')).collect();
    assert_eq!(names, documents, "{arguments:?}");
    assert_eq!(found.misused.len(), misused, "{:?}", found.misused);
    assert_eq!(found.unreadable, []);
    found
}

#[test]
fn a_folder_gives_its_documents_in_order() {
    check(&["docs"], None, &["docs/a.mdx", "docs/b.md", "docs/deep/c.txt", "docs/deep/d.qmd"], 0);
}

#[test]
fn a_pattern_is_expanded() {
    check(&["docs/**/*.md"], None, &["docs/b.md"], 0);
    check(&["docs/*"], None, &["docs/a.mdx", "docs/b.md"], 0);
    check(&["**/*.{txt,qmd}"], None, &["docs/deep/c.txt", "docs/deep/d.qmd"], 0);
    check(&["docs/[ab].md*"], None, &["docs/a.mdx", "docs/b.md"], 0);
    check(&["docs/*.png"], Some(Format::Markdown), &["docs/x.png"], 0);
}

#[test]
fn a_file_given_itself_is_taken() {
    check(&["docs/ignored.md", "docs/.hidden.md"], None, &["docs/.hidden.md", "docs/ignored.md"], 0);
    check(&["e.rst"], Some(Format::Mdx), &["e.rst"], 0);
}

#[test]
fn each_document_counts_once() {
    check(&["docs/b.md", "docs/./b.md", "docs/*.md", "docs/deep/../b.md"], None, &["docs/b.md"], 0);
}

#[test]
fn what_stands_for_no_document_is_wrong_usage() {
    let check = |arguments: &[&str], part: &str| {
        let found = check(arguments, None, &[], arguments.len());
        assert!(found.misused.iter().all(|misused| misused.reason.contains(part)), "{:?}", found.misused);
    };
    check(&["missing.md", "docs/missing"], "no such file");
    check(&["e.rst", "docs/x.png"], "--as");
    check(&["docs/*.rst", "nowhere/*.md"], "matches no document");
    check(&["docs/{a"], "cannot be read");
}

#[test]
fn a_folder_without_documents_is_wrong_usage() {
    let folder = folder(&["a.png", ".b.md"]);
    let found = find(&[folder.path().to_owned()], None);
    assert!(found.documents.is_empty());
    assert!(found.misused[0].reason.contains("holds no document"), "{:?}", found.misused);
}

#[test]
fn standard_input_comes_first_and_is_markdown_unless_said() {
    let folder = folder(&["a.md"]);
    let check = |as_format, format| {
        let found = find(&[folder.path().join("a.md"), PathBuf::from("-")], as_format);
        assert_eq!(found.documents[0], DocumentPath { place: Place::StandardInput, format });
        assert_eq!(found.documents.len(), 2);
    };
    check(None, Format::Markdown);
    check(Some(Format::Mdx), Format::Mdx);
    assert_eq!(Place::StandardInput.name(), "<stdin>");
}

#[test]
fn a_name_with_wildcards_that_exists_is_a_name() {
    let folder = folder(&["[a].md", "a.md"]);
    let found = find(&[folder.path().join("[a].md")], None);
    assert_eq!(found.documents.len(), 1);
    assert!(found.documents[0].place.name().ends_with("[a].md"));
}

#[test]
fn the_folder_before_the_first_wildcard_is_walked() {
    let check = |pattern, expect: &str| assert_eq!(fixed_folder(pattern), Path::new(expect), "{pattern}");
    check("docs/**/*.md", "docs");
    check("*.md", ".");
    check("./docs/a*/b.md", "./docs");
    check("/x/y*", "/x");
}
