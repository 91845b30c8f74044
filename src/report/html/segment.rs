//! A stretch of running text, cut out of its document and made fit to be read as Markdown by itself.

/// Lines of a document, and where each of them stands in it.
#[derive(Debug, Default)]
pub(super) struct Segment {
    pub(super) text: String,
    /// For each line the offset of its start here and in the document.
    origins: Vec<(usize, usize)>,
}

impl Segment {
    /// Takes lines with their offsets. In the indented parts of components and list items an indent is no sign of code:
    /// `loose` takes it away.
    pub(super) fn new<'a>(lines: impl Iterator<Item = (usize, &'a str)>, loose: bool) -> Self {
        let mut segment = Self::default();
        let mut margin = Margin::default();
        for (offset, line) in lines {
            let cut = if loose { margin.next(line) } else { 0 };
            // What stands beside a component's tag is text, and no part of the tag.
            let is_tag = loose && !margin.in_fence && line[cut..].starts_with('<') && line.trim_end().ends_with('>');
            segment.gap(is_tag, offset);
            segment.push(&line[cut..], offset + cut);
            segment.gap(is_tag, offset + line.len());
        }
        segment
    }

    fn push(&mut self, line: &str, origin: usize) {
        self.origins.push((self.text.len(), origin));
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn gap(&mut self, wanted: bool, origin: usize) {
        if wanted {
            self.push("", origin);
        }
    }

    /// The document's offset of an offset here.
    pub(super) fn origin(&self, offset: usize) -> usize {
        let line = self.origins.partition_point(|(own, _)| *own <= offset).saturating_sub(1);
        self.origins.get(line).map_or(0, |(own, origin)| origin + (offset - own))
    }
}

/// The indent that means nothing.
#[derive(Debug, Default)]
struct Margin {
    width: usize,
    in_fence: bool,
    after_gap: bool,
}

impl Margin {
    /// How much of a line to leave out.
    fn next(&mut self, line: &str) -> usize {
        let text = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - text.len();
        if text.is_empty() {
            self.after_gap = true;
            return indent.min(self.width);
        }
        let is_fence = text.starts_with("```") || text.starts_with("~~~");
        let deeper = (self.after_gap || is_fence || text.starts_with('<')) && indent >= self.width + 4;
        if !self.in_fence && (indent < self.width || deeper) {
            self.width = indent;
        }
        self.in_fence ^= is_fence;
        self.after_gap = text.starts_with('<');
        indent.min(self.width)
    }
}

/// Whether a line opens or closes a fence, whatever container it stands in.
pub(super) fn is_fence(line: &str) -> bool {
    let text = line.trim_start_matches([' ', '\t', '>', '-', '*', '+', '.', ')', '\u{feff}']);
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ')', ' ']);
    text.starts_with("```") || text.starts_with("~~~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indent_that_means_nothing_is_left_out() {
        let text = "<Tabs>\n    words\n\n    ```text\n        deep\n    ```\nout\n";
        let lines = || {
            text.split_inclusive('\n').scan(0, |at, line| {
                *at += line.len();
                Some((*at - line.len(), line.trim_end()))
            })
        };
        let loose = Segment::new(lines(), true);
        assert_eq!(loose.text, "\n<Tabs>\n\nwords\n\n```text\n    deep\n```\nout\n");
        let at = loose.text.find("deep").unwrap();
        assert_eq!(loose.origin(at), text.find("deep").unwrap());
        assert_eq!(Segment::new(lines(), false).text, text);
    }

    #[test]
    fn fences_are_known_in_containers() {
        let check = |line, expect| assert_eq!(is_fence(line), expect, "{line}");
        check("```python", true);
        check("  ~~~", true);
        check("> - ```py", true);
        check("1. ```", true);
        check("text ```", false);
        check("", false);
    }
}
