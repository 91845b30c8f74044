//! A block as a file that Python runs. Owns the header and the way back from a transcript to its code.

use crate::extract::{Block, BlockKind};

/// The file's text: where it comes from, then the code.
pub fn render(path: &str, block: &Block) -> String {
    let section = match block.section.is_empty() {
        true => String::new(),
        false => format!("\n# Section: {}", one_line(&block.section.join(" › "))),
    };
    let lines = format!("lines {}-{}", block.start_line, block.end_line);
    let code = match block.kind {
        BlockKind::Script => block.code.text.clone(),
        BlockKind::Transcript => code_of(&block.code.text),
    };
    let end = if code.is_empty() || code.ends_with('\n') { "" } else { "\n" };
    format!("# From {}, {lines}{section}\n\n{code}{end}", one_line(path))
}

/// A title must not end the comment that it stands in.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c }).collect()
}

/// The code behind the prompts of a transcript; what it shows as output stays as comments.
fn code_of(transcript: &str) -> String {
    let lines = transcript.lines().map(|line| match behind_prompt(line) {
        Some(code) => format!("{code}\n"),
        None if line.trim().is_empty() => "\n".to_owned(),
        None => format!("# {line}\n"),
    });
    lines.collect()
}

/// What is typed at `>>>`, `...`, `In [1]:` or `   ...:`.
fn behind_prompt(line: &str) -> Option<&str> {
    let trimmed = line.trim_start();
    let python = [">>>", "..."].iter().find_map(|prompt| trimmed.strip_prefix(prompt));
    let typed = match python {
        Some(rest) => rest.strip_prefix(':').filter(|_| trimmed.starts_with("...")).unwrap_or(rest),
        None => trimmed.strip_prefix("In [")?.split_once("]:")?.1,
    };
    match typed.strip_prefix(' ') {
        Some(code) => Some(code),
        None => typed.is_empty().then_some(""),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::block;
    use super::*;

    #[test]
    fn a_script_keeps_its_text_below_a_header() {
        let block = block(&["Core", "Mem\nory"], "x = 1\nprint(x)", 7);
        let expect = "# From a b.md, lines 7-8\n# Section: Core › Mem ory\n\nx = 1\nprint(x)\n";
        assert_eq!(render("a\nb.md", &block), expect);
    }

    #[test]
    fn a_transcript_gives_its_code() {
        let check = |transcript: &str, expect: &str| assert_eq!(code_of(transcript), expect);
        check(">>> x = 1\n>>> x\n1\n", "x = 1\nx\n# 1\n");
        check(">>> def f():\n...     return 1\n...\n>>> f()\n1\n\n", "def f():\n    return 1\n\nf()\n# 1\n\n");
        check("In [1]: x\nOut[1]: 1\nIn [2]: if x:\n   ...:     y\n", "x\n# Out[1]: 1\nif x:\n    y\n");
        check("...more text", "# ...more text\n");
    }
}
