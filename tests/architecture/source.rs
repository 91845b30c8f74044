//! The paths that a source file names, read from its text: a parser would find the same.

use std::fmt;
use std::path::Path as FilePath;

/// A path such as `report::model`, without `crate`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path(Vec<String>);

impl Path {
    pub fn new(text: &str) -> Self {
        Self(text.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }

    /// Whether it is `start` or lies below it.
    pub fn begins(&self, start: &Path) -> bool {
        self.0.starts_with(&start.0)
    }

    fn joined(&self, rest: &Path) -> Path {
        Path(self.0.iter().chain(&rest.0).cloned().collect())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("::"))
    }
}

/// A file of `src/`.
pub struct File {
    /// As shown: `src/judge/seen.rs`.
    pub name: String,
    /// The module that it is.
    pub module: Path,
    text: String,
}

/// All files of `src/`, without what only tests see.
pub fn files() -> Vec<File> {
    let mut files = Vec::new();
    collect(FilePath::new("src"), &Path(Vec::new()), &mut files);
    assert!(files.len() > 50, "the sources are not where they were");
    files
}

fn collect(folder: &FilePath, module: &Path, files: &mut Vec<File>) {
    for entry in folder.read_dir().expect("a folder of src/") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let own = if stem == "mod" { module.clone() } else { module.joined(&Path::new(&stem)) };
        if path.is_dir() {
            collect(&path, &own, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") && stem != "tests" {
            let text = std::fs::read_to_string(&path).expect("a source file");
            files.push(File { name: path.display().to_string(), module: own, text: code(&text) });
        }
    }
}

/// A source without comments, and up to its tests: these stand last in every file.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text);
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

impl File {
    /// The paths inside this crate, however they are written: `crate::a::{b, c}`, `super::super::d`.
    pub fn own_paths(&self) -> Vec<Path> {
        let from_root = ["crate", "snipcheck"].into_iter().flat_map(|root| words(&self.text, root)).flat_map(tails);
        from_root.chain(self.relative_paths()).collect()
    }

    /// `super::…`, counted from the module that the file is.
    fn relative_paths(&self) -> Vec<Path> {
        let mut found = Vec::new();
        for mut rest in words(&self.text, "super") {
            let at = self.text.len() - rest.len();
            let mut up = 1;
            while let Some(further) = rest.strip_prefix("::super") {
                rest = further;
                up += 1;
            }
            let parts = self.module.0.len() + usize::from(self.in_inline_module(at));
            assert!(up <= parts, "{}: super leads out of the crate", self.name);
            let base = Path(self.module.0.iter().take(parts - up).cloned().collect());
            found.extend(tails(rest).into_iter().map(|tail| base.joined(&tail)));
        }
        found
    }

    /// Whether the item around an offset, as `rustfmt` indents it, is a module of its own.
    fn in_inline_module(&self, at: usize) -> bool {
        let mut outermost = self.text[..at].lines().rev().filter(|line| line.starts_with(is_name));
        outermost.next().is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
    }

    /// The paths that begin with the name of a crate: `std::fs::read`, `clap::Parser`.
    pub fn outer_paths(&self) -> Vec<Path> {
        let starts = self.text.match_indices("::").filter_map(|(at, _)| {
            let before = &self.text[..at];
            let start = before.rfind(|c: char| !is_name(c)).map_or(0, |last| last + 1);
            let is_first = !before[..start].ends_with("::") && start < at;
            is_first.then(|| (&self.text[start..at], &self.text[at..]))
        });
        starts.flat_map(|(first, rest)| tails(rest).into_iter().map(|tail| Path::new(first).joined(&tail))).collect()
    }

    pub fn calls_macro(&self, name: &str) -> bool {
        let call = format!("{name}!(");
        self.text.match_indices(&call).any(|(at, _)| !self.text[..at].ends_with(|c| is_name(c) || c == ':'))
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What stands behind each `word` that begins a path, from the `::` on.
fn words<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(word).filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        let rest = &text[at + word.len()..];
        let is_whole = !before.is_some_and(|c| is_name(c) || c == ':') && !rest.starts_with(is_name);
        (is_whole && rest.starts_with("::")).then_some(rest)
    })
}

/// The paths that go on with `::a::b` or `::{a::b, c}`; one empty path where nothing does.
fn tails(rest: &str) -> Vec<Path> {
    let Some(rest) = rest.strip_prefix("::") else { return vec![Path::new("")] };
    if let Some(group) = rest.strip_prefix('{') {
        return members(group).into_iter().flat_map(|member| tails(&format!("::{member}"))).collect();
    }
    let length = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
    let name = Path::new(&rest[..length]);
    tails(&rest[length..]).into_iter().map(|tail| name.joined(&tail)).collect()
}

/// The members of a group up to its closing brace, groups inside it whole.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                members.push(group[start..at].trim());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    members.retain(|member| !member.is_empty());
    members
}

#[test]
fn paths_are_read_however_they_are_written() {
    let check = |text: &str, own: &[&str], outer: &[&str]| {
        let file = File { name: "src/a/b/c.rs".into(), module: Path::new("a::b::c"), text: code(text) };
        let shown = |paths: Vec<Path>| paths.iter().map(Path::to_string).collect::<Vec<_>>();
        assert_eq!(shown(file.own_paths()), own, "{text:?}");
        assert_eq!(
            shown(file.outer_paths().into_iter().filter(|path| path.begins(&Path::new("std"))).collect()),
            outer
        );
    };
    check("use crate::x::Y;", &["x::Y"], &[]);
    check("use crate::x::{self, y::Z, w::{A, B}};", &["x::self", "x::y::Z", "x::w::A", "x::w::B"], &[]);
    check("use super::d;\nuse super::super::{e, f::G};", &["a::b::d", "a::e", "a::f::G"], &[]);
    check("mod inner {\n    use super::d;\n}\nfn f() {\n    super::e()\n}", &["a::b::c::d", "a::b::e"], &[]);
    check("let x = crate::x::y(std::env::args());", &["x::y"], &["std::env::args"]);
    check("pub(crate) fn f() {}\nuse std::{env, fs::File};", &[], &["std::env", "std::fs::File"]);
    check("// crate::x\n#[cfg(test)]\nmod tests { use crate::x; }", &[], &[]);
}
