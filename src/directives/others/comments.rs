//! Directives of other tools in hidden comments.

use super::super::condition::{Condition, Order};
use super::super::directive::Directive;
use super::super::values::{Expected, Lines};
use super::{Meaning, Other, Reach, conditions, marks, words};

/// What a comment says to another tool; none where it says nothing that is known. `inside` is what it holds, and begins on
/// the line `line` of the document.
pub fn in_comment(inside: &str, line: usize) -> Vec<Other> {
    // `<!--- … -->` is a comment, too.
    let said = inside.trim_start_matches('-').trim();
    let starts = |word: &str| said.strip_prefix(word).map(str::trim);
    if let Some(mark) = starts("pytest.mark.") {
        return vec![marks::read(mark)];
    }
    if let Some(rest) = starts("pytest-codeblocks:") {
        return vec![codeblocks(rest)];
    }
    if let Some((tool, rest)) =
        starts("phmdoctest-").map(|rest| ("phmdoctest", rest)).or(starts("phmutest-").map(|rest| ("phmutest", rest)))
    {
        return vec![phmdoctest(tool, rest)];
    }
    if let Some(rest) = starts("pmd-metadata:") {
        return rest.split_whitespace().filter_map(words::of_markdown_docs).collect();
    }
    if starts("byexample:").is_some() {
        return vec![Other::unknown("byexample", "whether it speaks of the block above or below does not show")];
    }
    if let Some(rest) = starts("skip doccmd[").and_then(|rest| rest.split_once("]:")) {
        return skip("doccmd", rest.1.trim()).into_iter().collect();
    }
    sybil(said, inside, line).into_iter().collect()
}

fn codeblocks(text: &str) -> Other {
    const TOOL: &str = "pytest-codeblocks";
    let (name, arguments) = marks::call(text);
    match name {
        "skip" => Other::same(TOOL, Directive::Skip(String::new())),
        "skipfile" => Other { tool: TOOL, meaning: Meaning::Same(Directive::Skip(String::new()), Reach::Document) },
        "skipif" => match conditions::read(marks::first(arguments)) {
            Some(condition) => Other::same(TOOL, Directive::SkipIf(condition)),
            None => Other::unknown(TOOL, "its condition is Python, and none of the few that are read here"),
        },
        "cont" | "cont-nocheck" => Other::same(TOOL, Directive::Continue),
        "expect-error" | "expect-exception" => Other::same(TOOL, Directive::ExpectError(Expected::default())),
        "importorskip" => Other::not_needed(TOOL, "that a module is not installed is seen"),
        "expected-output" | "expected-output-ignore-whitespace" => {
            Other { tool: TOOL, meaning: Meaning::Line("the next fence is the output of the block above") }
        }
        _ => Other::unknown(TOOL, "no directive of the tool that is known here"),
    }
}

fn phmdoctest(tool: &'static str, text: &str) -> Other {
    let name = text.split([' ', '\t']).next().unwrap_or(text);
    let skipif = name.strip_prefix("mark.").unwrap_or(name).strip_prefix("skipif<");
    if let Some(version) = skipif.and_then(|version| version.strip_prefix("3.")) {
        return match version.parse() {
            Ok(minor) => Other::same(tool, Directive::SkipIf(Condition::Python(Order::Below, (3, minor)))),
            Err(_) => Other::unknown(tool, "no version of Python stands behind it"),
        };
    }
    match name {
        "skip" | "mark.skip" => Other::same(tool, Directive::Skip(String::new())),
        "setup" | "share-names" | "clear-names" => {
            Other::not_needed(tool, "a block gets the names that it needs from the blocks before it")
        }
        "teardown" => Other::not_needed(tool, "nothing of a block is left behind it"),
        "label" => Other::not_needed(tool, "blocks are named by their lines"),
        "group" => Other::not_needed(tool, "`--only` chooses blocks by their headings"),
        _ => Other::unknown(tool, "no directive of the tool that says anything here"),
    }
}

fn sybil(said: &str, inside: &str, line: usize) -> Option<Other> {
    const TOOL: &str = "Sybil";
    // A semicolon may stand before the name, and the colon behind it is left out at times.
    let said = said.strip_prefix(';').map_or(said, str::trim_start);
    if let Some(rest) = said.strip_prefix("skip:").or(said.strip_prefix("skip ")) {
        return skip(TOOL, rest.trim());
    }
    if said == "clear-namespace" {
        return Some(Other::not_needed(TOOL, "a block gets only the names that it needs"));
    }
    let code = ["invisible-code-block:", "invisible-code:"].iter().find_map(|word| said.strip_prefix(word))?;
    let (language, code) = code.trim_start().split_once('\n').unwrap_or((code.trim(), ""));
    if !matches!(language.trim(), "python" | "py") || code.trim().is_empty() {
        return Some(Other::unknown(TOOL, "no hidden code of Python"));
    }
    let before = inside.find(code).unwrap_or(0);
    let first = line + inside[..before].matches('\n').count();
    let setup = Directive::Setup(Lines { line: first, text: format!("{}\n", code.trim_end()) });
    Some(Other { tool: TOOL, meaning: Meaning::Same(setup, Reach::On) })
}

/// `next`, `start`, `end`, with a reason in quotes, or a condition: `next if(…, reason="…")`.
fn skip(tool: &'static str, text: &str) -> Option<Other> {
    let (word, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
    let rest = rest.trim();
    let reach = match word {
        "next" => Reach::Next,
        "start" => Reach::On,
        "end" => return Some(Other { tool, meaning: Meaning::Ends }),
        _ => return None,
    };
    let directive = match rest.strip_prefix("if") {
        None => Directive::Skip(rest.trim_matches(['"', '\'']).to_owned()),
        Some(_) => match conditions::read(marks::first(marks::call(rest).1)) {
            Some(condition) => Directive::SkipIf(condition),
            None => {
                return Some(Other::unknown(tool, "its condition is Python, and none of the few that are read here"));
            }
        },
    };
    Some(Other { tool, meaning: Meaning::Same(directive, reach) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tool, and what is made of it: `=` the same as one of ours, `-` not needed, `?` not understood.
    fn check(comment: &str, tool: &str, expect: char) {
        let found = in_comment(comment, 1);
        let kind = |other: &Other| match other.meaning {
            Meaning::Same(..) => '=',
            Meaning::Line(_) => 'l',
            Meaning::Ends => 'e',
            Meaning::NotNeeded(_) => '-',
            Meaning::Unknown(_) => '?',
        };
        assert_eq!(
            found.iter().map(|other| (other.tool, kind(other))).collect::<Vec<_>>(),
            [(tool, expect)],
            "{comment}"
        );
    }

    #[test]
    fn comments_for_other_tools_are_known() {
        for text in ["pytest.mark.skip", "pytest.mark.skip(reason=\"no\")", "pytest.mark.xfail(raises=ValueError)"] {
            check(text, "pytest", '=');
        }
        check("pytest.mark.skipif(sys.version_info <= (3, 7), reason=\"new\")", "pytest", '=');
        check("pytest.mark.skipif(not HAVE, reason=\"new\")", "pytest", '?');
        check("pytest.mark.slow", "pytest", '?');
        for text in ["skip", "cont", "expect-error", "skipfile", "skipif(sys.version_info < (3, 10))"] {
            check(&format!("pytest-codeblocks:{text}"), "pytest-codeblocks", '=');
        }
        check("pytest-codeblocks:importorskip(sympy)", "pytest-codeblocks", '-');
        check("pytest-codeblocks:expected-output", "pytest-codeblocks", 'l');
        for text in ["skip", "mark.skip", "mark.skipif<3.10"] {
            check(&format!("phmdoctest-{text}"), "phmdoctest", '=');
        }
        for text in ["setup", "teardown", "share-names", "clear-names", "label my-name"] {
            check(&format!("phmdoctest-{text}"), "phmdoctest", '-');
        }
        check("phmdoctest-mark.slow", "phmdoctest", '?');
        check(" pmd-metadata: notest ", "pytest-markdown-docs", '=');
        check(" skip: next ", "Sybil", '=');
        check("- skip: next \"needs a panel\"", "Sybil", '=');
        check(" skip: next if(sys.version_info < (3, 10), reason=\"new\") ", "Sybil", '=');
        check(" skip: next if(x, reason=\"new\") ", "Sybil", '?');
        check(" ; skip: next ", "Sybil", '=');
        check(" skip next ", "Sybil", '=');
        check(" skip: start ", "Sybil", '=');
        check("phmutest-skipif<3.12", "phmutest", '=');
        check("phmutest-group slow", "phmutest", '-');
        check(" skip: end ", "Sybil", 'e');
        check(" clear-namespace ", "Sybil", '-');
        check(" invisible-code-block: python\nx = 1\n", "Sybil", '=');
        check("- skip doccmd[all]: next ", "doccmd", '=');
        check(" byexample: +skip ", "byexample", '?');
    }

    #[test]
    fn other_comments_say_nothing() {
        for text in
            [" a note ", " skip: this for now ", " skip this ", " snipcheck: skip ", " TODO ", "", " prettier-ignore "]
        {
            assert_eq!(in_comment(text, 1), [], "{text}");
        }
    }

    #[test]
    fn hidden_code_has_its_lines() {
        let found = in_comment(" invisible-code-block: python\n\nx = 1\n", 7);
        let Meaning::Same(Directive::Setup(lines), Reach::On) = &found[0].meaning else { panic!("{found:?}") };
        assert_eq!((lines.line, lines.text.as_str()), (8, "\nx = 1\n"));
    }
}
