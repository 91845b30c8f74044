//! Which format a file name stands for. Knows names alone, never what is in the file.

use std::path::Path;

use super::Format;

/// The file extensions read as documents, in lower case.
pub const EXTENSIONS: [&str; 5] = ["md", "markdown", "mdx", "qmd", "txt"];

impl Format {
    /// The format of a file by its extension, in any case; `None` where the extension is none of [`EXTENSIONS`].
    pub fn from_path(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "mdx" => Some(Format::Mdx),
            other if EXTENSIONS.contains(&other) => Some(Format::Markdown),
            _ => None,
        }
    }

    /// The format that a user names on the command line; `None` where there is no such format.
    pub fn from_name(name: &str) -> Option<Format> {
        [Format::Markdown, Format::Mdx]
            .into_iter()
            .find(|format| format.name() == name)
            .or_else(|| Format::from_path(&Path::new("_").with_extension(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_decides_in_any_case() {
        let check = |name: &str, expect| assert_eq!(Format::from_path(Path::new(name)), expect, "{name}");
        check("a.md", Some(Format::Markdown));
        check("docs/README.MARKDOWN", Some(Format::Markdown));
        check("a.qmd", Some(Format::Markdown));
        check("a.txt", Some(Format::Markdown));
        check("a.b.Mdx", Some(Format::Mdx));
        check("a.rst", None);
        check("md", None);
        check(".md", None);
    }

    #[test]
    fn a_format_is_named_by_its_name_or_extension() {
        let check = |name: &str, expect| assert_eq!(Format::from_name(name), expect, "{name}");
        check("markdown", Some(Format::Markdown));
        check("md", Some(Format::Markdown));
        check("mdx", Some(Format::Mdx));
        check("html", None);
    }
}
