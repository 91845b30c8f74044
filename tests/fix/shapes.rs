//! The same documents in other shapes: whatever stands around the claims stays as it is.

use std::fs::{self, read_to_string};

use super::{FOLDERS, fix, pairs};

/// A name, and what it makes of a document.
type Shape = (&'static str, fn(&str) -> String);

const SHAPES: [Shape; 5] = [
    ("crlf.md", |text| text.replace('\n', "\r\n")),
    ("cut.md", |text| text.trim_end().to_owned()),
    ("mark.md", |text| format!("\u{feff}{text}")),
    ("quoted.md", |text| lines(text, |line| format!("> {line}").trim_end().to_owned())),
    ("list.md", |text| format!("- item\n\n{}", lines(text, |line| indented("  ", line)))),
];

fn lines(text: &str, shape: impl Fn(&str) -> String) -> String {
    text.lines().map(|line| shape(line) + "\n").collect()
}

fn indented(by: &str, line: &str) -> String {
    if line.is_empty() { String::new() } else { format!("{by}{line}") }
}

#[test]
fn containers_and_line_ends_are_kept() {
    let place = tempfile::tempdir().unwrap();
    for (folder, options) in FOLDERS {
        let documents = pairs(folder);
        for document in &documents {
            let (text, name) = (read_to_string(document).unwrap(), document.file_stem().unwrap().to_str().unwrap());
            for (shape, of) in SHAPES {
                fs::write(place.path().join(format!("{folder}-{name}-{shape}")), of(&text)).unwrap();
            }
        }
        let pattern = format!("{folder}-*.md");
        fix(place.path(), &[&[pattern.as_str(), "--write"], options].concat());
        for document in &documents {
            let fixed = read_to_string(document.with_extension("fixed")).unwrap();
            let name = document.file_stem().unwrap().to_str().unwrap();
            for (shape, of) in SHAPES {
                let mended = read_to_string(place.path().join(format!("{folder}-{name}-{shape}"))).unwrap();
                assert_eq!(mended, of(&fixed), "{folder}/{name} as {shape}");
            }
        }
    }
}
