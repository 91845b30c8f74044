//! What the words behind a fence say about what is in it. Knows the words alone, never the code.

use crate::text::slip::distance;

/// What a fence's info string says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Info<'t> {
    /// All of it, trimmed.
    pub whole: &'t str,
    /// What the fence holds.
    pub language: Language,
    /// The word that names it, as written; empty where there is none.
    pub word: &'t str,
    /// What follows that word.
    pub rest: &'t str,
    /// Whether it is a directive (`{code-cell} python`), whose first lines may be options.
    pub is_directive: bool,
}

/// What a fence holds, by its info string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Python.
    Script,
    /// A transcript of a Python shell.
    Transcript,
    /// Output, by its name.
    Output,
    /// Nothing in particular: text, or no word at all.
    Plain,
    /// A programming language that is not Python.
    Foreign,
    /// A word that looks like `python` misspelt.
    Misspelt,
    /// A cell of a notebook that names no language.
    UnnamedCell,
    /// Part of the document in a fence (`{note}`): what is in it is text.
    Container,
    /// Anything else.
    Unknown,
}

// Words in lower case, between blanks.
const SCRIPT: &str = "python py ipython ipy jupyter-python jupyter-execute pyodide testcode testsetup";
const TRANSCRIPT: &str = "pycon pycon3 doctest python-repl python-console python-doctest pyrepl py-repl py-console";
const OUTPUT: &str = "\
    output outputs stdout stderr testoutput traceback pytb py3tb python-traceback python3-traceback console-output \
    cell-output";
const PLAIN: &str = "\
    text txt plain plaintext plain-text none nohighlight console terminal shell-session shellsession sh-session \
    bash-session";
const FOREIGN: &str = "\
    ada asm awk c c# c++ clojure cmake cpp cs csharp css cython d2 dart diff docker dockerfile elixir erlang fortran \
    fsharp go golang gradle graphql groovy haskell hcl java javascript js jsx julia jython kotlin latex lisp lua \
    make makefile markdown matlab md mdx mermaid nginx nim objc ocaml perl php plantuml powershell proto protobuf \
    ps1 python2 py2 r racket rb rs rst ruby rust scala scheme scss sol solidity sql starlark svelte swift tcl \
    terraform tex toml ts tsx typescript v vb vim vue wasm zig";
const CONTAINER: &str = "\
    admonition attention card caution danger details div dropdown error example exercise grid grid-item \
    grid-item-card hint important margin note seealso sidebar solution tab tab-item tab-set tabs tip todo topic \
    versionadded versionchanged warning";
const CELL: &str = "code-cell";
const CODE_DIRECTIVES: &str = "code-cell code-block code sourcecode";

impl<'t> Info<'t> {
    /// Reads the info string behind a fence.
    pub fn read(info: &'t str) -> Info<'t> {
        let whole = info.trim();
        let read = match whole.strip_prefix('{') {
            Some(braced) => Self::braced(braced),
            None => Self::worded(whole, false),
        };
        Info { whole, ..read }
    }

    /// `python`, `py title="x"`, `python3.11,ignore`, `python:file.py`, `py{1,3}`.
    fn worded(info: &'t str, is_directive: bool) -> Info<'t> {
        let end = info.find(|c: char| c.is_whitespace() || ",:;{}()[]=|\"'".contains(c)).unwrap_or(info.len());
        let is_attribute = info[end..].trim_start().starts_with('=');
        let (word, rest) = info.split_at(if is_attribute { 0 } else { end });
        Info { whole: info, language: language(word), word, rest: rest.trim(), is_directive }
    }

    /// `{.python .numberLines}`, `{python}`, `{python, echo=FALSE}`, `{code-cell} python`, `{note}`.
    fn braced(info: &'t str) -> Info<'t> {
        let (inner, behind) = info.split_once('}').unwrap_or((info, ""));
        let name = inner.trim();
        if lists(CODE_DIRECTIVES, name) {
            let info = Self::worded(behind.trim(), true);
            let is_unnamed = name == CELL && info.word.is_empty();
            return if is_unnamed { Info { language: Language::UnnamedCell, ..info } } else { info };
        }
        if lists(CONTAINER, name) {
            return Info { language: Language::Container, is_directive: true, ..Self::worded(name, true) };
        }
        let is_class = name.starts_with('.');
        Info { is_directive: !is_class, ..Self::worded(name.trim_start_matches('.'), false) }
    }
}

fn lists(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

fn language(word: &str) -> Language {
    if word.is_empty() {
        return Language::Plain;
    }
    let word = word.to_lowercase();
    let without_version = version_removed(&word);
    let names = |list| lists(list, &word) || lists(list, without_version);
    if names(SCRIPT) {
        Language::Script
    } else if names(TRANSCRIPT) {
        Language::Transcript
    } else if lists(FOREIGN, &word) {
        Language::Foreign
    } else if lists(OUTPUT, &word) {
        Language::Output
    } else if lists(PLAIN, &word) {
        Language::Plain
    } else if is_misspelt(&word) {
        Language::Misspelt
    } else {
        Language::Unknown
    }
}

/// `python3.11` → `python`, `python-3` → `python`; any other word as it is.
fn version_removed(word: &str) -> &str {
    let name = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let version = &word[name.len()..];
    if version.starts_with('3') { name.trim_end_matches('-') } else { word }
}

/// Whether a word is `python` but for two slips: a letter lost, added, changed, or two swapped.
fn is_misspelt(word: &str) -> bool {
    const RIGHT: &str = "python";
    let length = word.chars().count();
    (RIGHT.len() - 2..=RIGHT.len() + 2).contains(&length) && distance(word, RIGHT) <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: Language, infos: &[&str]) {
        for info in infos {
            assert_eq!(Info::read(info).language, language, "{info:?}");
        }
    }

    #[test]
    fn python_has_many_names() {
        check(
            Language::Script,
            &[
                "python",
                "py",
                "Python",
                "PY",
                " python",
                "python3",
                "py3",
                "python3.11",
                "python-3.12",
                "py3.9",
                "python theme={null}",
                "py {title=\"x.py\"}",
                "python title=\"x.py\"",
                "python hl_lines=\"1\"",
                "python {1,3}",
                "python{1,3}",
                "python:file.py",
                "python,ignore",
                "{.python .numberLines}",
                "{.python .annotate}",
                "{ .py title=\"x\" }",
                "{python}",
                "{python, echo=FALSE}",
                "{python} ",
                "{code-cell} python",
                "{code-cell} ipython3",
                "{code-block} python",
                "{testcode}",
                "ipython",
            ],
        );
        check(
            Language::Transcript,
            &[
                "pycon",
                "python-repl",
                "python-console",
                "doctest",
                "{code-block} pycon",
                "{doctest}",
                "pycon title=\"x\"",
            ],
        );
    }

    #[test]
    fn other_words_are_not_python() {
        check(
            Language::Output,
            &["output", "stdout", "pytb", "py3tb", "python-traceback", "{.output}", "{testoutput}"],
        );
        check(Language::Plain, &["", "text", "TXT", "console", "plaintext", "none", "shell-session", "title=\"x\""]);
        check(Language::Foreign, &["js", "c++", "python2", "py2", "cython", "jython", "mermaid theme={null}"]);
        check(Language::Unknown, &["json", "yaml", "bash", "html", "pypy", "monty", "{math}", "pygments", "typo"]);
        check(Language::Container, &["{note}", "{tab-item} Python", "{admonition} Title"]);
        check(Language::UnnamedCell, &["{code-cell}"]);
    }

    #[test]
    fn a_slip_of_the_pen_is_seen() {
        check(Language::Misspelt, &["phyton", "pyhton", "Pyton", "pytho", "pythn", "pythonn", "pythom title=\"x\""]);
        check(Language::Unknown, &["pt", "marathon", "anything"]);
    }

    #[test]
    fn what_follows_the_word_is_kept() {
        let check = |info, word, rest| {
            let found = Info::read(info);
            assert_eq!((found.word, found.rest), (word, rest), "{info:?}");
        };
        check("text Output theme={null}", "text", "Output theme={null}");
        check("python", "python", "");
        check("title=\"Output\"", "", "title=\"Output\"");
    }
}
