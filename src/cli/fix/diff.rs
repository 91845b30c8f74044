//! Two versions of a document as a unified difference: a patch where it is piped, safe text where it is seen.

use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use crate::report::clean;

/// Equal lines shown around a difference.
const CONTEXT: usize = 3;

/// The difference, with the document's path above it. With `colour` it is for eyes alone: control characters are shown,
/// and do nothing.
pub fn unified(path: &str, old: &str, new: &str, colour: bool) -> String {
    let diff = TextDiff::from_lines(old, new);
    if !colour {
        return diff.unified_diff().context_radius(CONTEXT).header(path, path).to_string();
    }
    let path = clean::line(path);
    let bold = Style::new().bold();
    let mut text = format!("{bold}--- {path}{bold:#}\n{bold}+++ {path}{bold:#}\n");
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        text += &painted(AnsiColor::Cyan.on_default(), &hunk.header().to_string());
        for change in hunk.iter_changes() {
            let line = change.value().trim_end_matches(['\n', '\r']);
            text += &painted(style(change.tag()), &format!("{}{}", change.tag(), clean::line(line)));
        }
    }
    text
}

fn painted(style: Style, line: &str) -> String {
    format!("{style}{line}{style:#}\n")
}

fn style(tag: ChangeTag) -> Style {
    match tag {
        ChangeTag::Equal => Style::new(),
        ChangeTag::Delete => AnsiColor::Red.on_default(),
        ChangeTag::Insert => AnsiColor::Green.on_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_a_patch_or_safe_to_see() {
        let (old, new) = ("a\r\nb\u{1b}[2J\r\nc", "a\r\nx\r\nc");
        let patch = "--- p\n+++ p\n@@ -1,3 +1,3 @@\n a\r\n-b\u{1b}[2J\r\n+x\r\n c\n\\ No newline at end of file\n";
        assert_eq!(unified("p", old, new, false), patch);
        let seen = unified("p", old, new, true);
        assert!(seen.contains("-b\\x1b[2J") && !seen.contains('\r'), "{seen:?}");
    }
}
