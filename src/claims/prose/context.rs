//! What a sentence speaks of: this Python and this code, or another state of things.

use crate::extract::Document;

/// Words by which a sentence supposes something, or speaks of other code, another day or another version.
const SUPPOSES: &[&str] = &[
    "if",
    "when",
    "would",
    "without",
    "instead",
    "unless",
    "suppose",
    "supposing",
    "imagine",
    "previously",
    "formerly",
    "might",
    "may",
    "could",
    "assume",
    "assuming",
    "depending",
    "depends",
    "until",
    "except",
    "fixed",
    "expected",
    "sometimes",
    "usually",
    "typically",
    "legacy",
    "deprecated",
    "eventually",
    "someday",
    "pypy",
    "jython",
    "numpy",
    "pandas",
    "mistake",
    "mistakenly",
    "incorrectly",
    "thinking",
    "think",
    "expect",
    "myth",
    "misconception",
    "pretend",
    "otherwise",
    "once",
    "after",
    "before",
    "whereas",
    "unlike",
    "repl",
    "ought",
    "claim",
    "claims",
    "believe",
    "believes",
    "guess",
    "wrongly",
    "supposedly",
    "allegedly",
    "folklore",
    "hope",
    "hoped",
    "wanted",
    "desired",
    "supposed",
    "neither",
    "ensure",
    "windows",
    "macos",
];
/// The same, of several words.
const PHRASES: &[&str] = &[
    "used to",
    "python 2",
    "python2",
    "older version",
    "earlier version",
    "newer version",
    "future version",
    "prior to",
    "as of",
    "other language",
    "in a future",
    "had been",
    "were to",
    "not true",
    "not the case",
    "wrong to",
    "instead of",
    "we want",
    "you want",
    "wish",
    "32-bit",
    "other implementation",
    "so that",
    "such that",
    "make sure",
    "the goal",
    "your task",
    "to make",
    "should be",
    "should return",
    "should give",
    "should print",
    "should raise",
    "should evaluate",
    "should yield",
    "should produce",
    "should equal",
    "should become",
    "should show",
    "should get",
    "should see",
    "should now",
    "should then",
];
/// Words with which a sentence begins that asks for something to be done first.
const ASKS: [&str; 16] = [
    "write",
    "make",
    "change",
    "modify",
    "implement",
    "rewrite",
    "let",
    "fix",
    "extend",
    "adapt",
    "add",
    "define",
    "create",
    "turn",
    "alter",
    "replace",
];
/// Languages in which the same text means something else.
const LANGUAGES: &[&str] = &[
    "javascript",
    "typescript",
    "java",
    "ruby",
    "perl",
    "php",
    "golang",
    "rust",
    "haskell",
    "bash",
    "sql",
    "swift",
    "kotlin",
    "scala",
    "c++",
    "c#",
    "js",
    "matlab",
    "julia",
    "lua",
    "node.js",
    "clojure",
    "lisp",
    "excel",
];

/// Languages whose names are words or letters: only with a capital, and where they are spoken of as such.
const IN_OTHERS: [&str; 10] =
    ["In Go", "in Go", "Go's", "In C ", "in C ", "In C,", "in C,", "In R ", "in R ", "like C"];

/// Whether a sentence speaks of something else than what the code beside it does here and now.
pub fn supposes(sentence: &str) -> bool {
    let lower = sentence.to_lowercase().replace('’', "'");
    let minor =
        |word: &str| word.strip_prefix("3.").is_some_and(|minor| minor.trim_end_matches('+').parse::<u8>().is_ok());
    let first = words(lower.trim_start_matches(|c: char| !c.is_alphabetic())).next().unwrap_or("");
    ASKS.contains(&first)
        || words(&lower).any(|word| SUPPOSES.contains(&word) || LANGUAGES.contains(&word) || minor(word))
        || PHRASES.iter().any(|phrase| lower.contains(phrase))
        || IN_OTHERS.iter().any(|phrase| sentence.contains(phrase))
}

/// Marks of fenced code in other languages.
const FENCES: [&str; 24] = [
    "js",
    "jsx",
    "mjs",
    "cjs",
    "ts",
    "tsx",
    "javascript",
    "typescript",
    "rust",
    "rs",
    "c",
    "cpp",
    "c++",
    "java",
    "go",
    "golang",
    "ruby",
    "rb",
    "php",
    "kotlin",
    "swift",
    "csharp",
    "cs",
    "lua",
];

/// Whether a document shows code of other languages, and none of Python.
pub fn is_of_other_code(document: &Document) -> bool {
    let other = |line: &str| fence(line).is_some_and(|name| FENCES.contains(&name.to_lowercase().as_str()));
    document.blocks.is_empty() && document.source.text.lines().any(other)
}

/// The language that a fence names.
fn fence(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '>']);
    let info = ["```", "~~~"].iter().find_map(|mark| line.strip_prefix(mark))?;
    info.trim_start_matches(['`', '~', ' ', '{', '.']).split(|c: char| !(c.is_alphanumeric() || c == '+')).next()
}

/// Whether a heading says that the section is about another language.
pub fn is_of_another_language(section: &[String]) -> bool {
    section.iter().any(|title| {
        let lower = title.to_lowercase();
        words(&lower).any(|word| LANGUAGES.contains(&word)) || lower.contains("python 2")
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "(),;:!?*\"".contains(c)).map(|word| word.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suppositions_are_told_from_reports() {
        for text in
            ["If x were 3", "it used to return", "In JavaScript this is", "On Python 3.12+ it gives", "it may be"]
        {
            assert!(supposes(text), "{text:?}");
        }
        for text in ["Calling it gives", "An empty list is falsy:", "So the second call returns"] {
            assert!(!supposes(text), "{text:?}");
        }
        assert!(is_of_another_language(&["Notes".into(), "JavaScript compared".into()]));
        assert!(!is_of_another_language(&["Java-free scripting".into()]));
    }
}
