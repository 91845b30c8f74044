//! Edits put into a text, and where its other places are afterwards.

use super::Edit;

/// Where the places of a text are after some edits.
#[derive(Debug, Clone, Default)]
pub struct Moved {
    /// For each edit, in order: where the old text ended, and how many bytes came before that and after it.
    steps: Vec<(usize, usize, usize)>,
}

impl Moved {
    /// The new offset of a place that lies in no edit; of one in an edit, the end of the new text.
    pub fn to(&self, offset: usize) -> usize {
        let (mut gone, mut come) = (0, 0);
        for (_, removed, added) in self.steps.iter().take_while(|(end, ..)| *end <= offset) {
            gone += removed;
            come += added;
        }
        (offset + come).saturating_sub(gone)
    }
}

impl Moved {
    /// The old offset of a place of the new text; of one in a new text, the end of the old one.
    pub fn back(&self, offset: usize) -> usize {
        let (mut gone, mut come) = (0, 0);
        for (end, removed, added) in &self.steps {
            if offset < end + come + added - gone - removed {
                let start = end + come - gone - removed;
                return if offset < start { offset + gone - come } else { *end };
            }
            gone += removed;
            come += added;
        }
        offset + gone - come
    }
}

/// The text with the edits in it, which must not overlap.
pub fn apply(text: &str, edits: &[&Edit]) -> (String, Moved) {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| edit.span);
    let (mut result, mut at, mut steps) = (String::with_capacity(text.len()), 0, Vec::new());
    for edit in edits {
        result += &text[at..edit.span.start];
        result += &edit.text;
        at = edit.span.end;
        steps.push((edit.span.end, edit.span.end - edit.span.start, edit.text.len()));
    }
    (result + &text[at..], Moved { steps })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn edits_are_made_and_places_found_again() {
        let edit = |start, end, text: &str| Edit { span: Span::new(start, end), text: text.into() };
        let (one, two) = (edit(2, 3, "CCC"), edit(5, 7, ""));
        let (text, moved) = apply("abcdefgh", &[&two, &one]);
        assert_eq!(text, "abCCCdeh");
        for (old, new) in [(0, 0), (1, 1), (3, 5), (4, 6), (7, 7), (8, 8)] {
            assert_eq!((moved.to(old), moved.back(new)), (new, old), "{old}");
        }
    }
}
