//! What the code's own texts say of a difference: whether a path is another machine's, and whether a word beside a `print`
//! is surely meant as what is printed, because the code itself has both words as strings: `print(first)  # Bob`, where Ann
//! comes first.

use super::Place;
use crate::claims::{Form, Kind};

impl Place<'_> {
    /// One word of the code's own texts stands where another one of them is printed.
    pub(super) fn is_other_text(&self) -> bool {
        let [hit] = &self.hits[..] else { return false };
        let (claimed, printed) = (self.claim.claimed.as_str(), hit.stdout.trim_end());
        let alone = self.claim.form == Form::Trailing && self.claim.tail.is_empty() && self.claim.kind == Kind::Stdout;
        let is_word = |text: &str| text.len() > 1 && text.chars().all(char::is_alphanumeric);
        let written = |text: &str| self.lines().iter().any(|(_, line)| quoted(line, text).is_some());
        let one_of = |text: &str| quoted(self.own_line(), text).is_some();
        let chosen = one_of(claimed) && one_of(printed);
        alone
            && [claimed, printed].into_iter().all(|text| is_word(text) && written(text))
            && (chosen || !self.is_label(claimed))
    }

    /// Whether both are the path of one file, in folders that are another matter on each machine: the code does not name them.
    pub(super) fn is_elsewhere(&self, actual: &str) -> bool {
        let (Some(claimed), Some(actual)) = (path(&self.claim.claimed), path(actual)) else { return false };
        let file = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let top = actual.split('/').nth(1).unwrap_or("");
        let named = |(_, line): &(usize, &str)| line.contains(&format!("/{top}"));
        claimed != actual && file(claimed) == file(actual) && !self.lines().iter().any(named)
    }

    /// The line of the statement.
    fn own_line(&self) -> &str {
        let own = self.lines().into_iter().find(|(number, _)| *number == self.claim.subject_line);
        own.map_or("", |(_, line)| line)
    }

    /// Whether a text may say what is looked up or handed over, and not what comes of it: it stands in the statement, is a
    /// key, or is what a name in the statement was given.
    fn is_label(&self, text: &str) -> bool {
        let (lines, own) = (self.lines(), self.own_line());
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let uses = |name: &str| !name.is_empty() && own.split(|c| !is_word(c)).any(|word| word == name);
        let places = lines.iter().filter_map(|(number, line)| Some((*number, quoted(line, text)?)));
        let mut labels = places.filter(|(number, (before, behind))| {
            let given = before.trim_end().strip_suffix('=').is_some_and(|before| uses(before.trim()));
            let key = behind.starts_with(':') || before.ends_with('[') && behind.starts_with(']');
            *number == self.claim.subject_line || given || key
        });
        labels.next().is_some()
    }

    /// The code of the block and of its context with the lines of the document, comments left out.
    fn lines(&self) -> Vec<(usize, &str)> {
        let entries = self.seen.planned().job.parts.iter().flat_map(|part| &part.entries);
        let numbered =
            entries.flat_map(|entry| entry.text.lines().enumerate().map(|(at, line)| (entry.line as usize + at, line)));
        numbered.map(|(number, line)| (number, line.split('#').next().unwrap_or(line))).collect()
    }
}

/// What stands before a text in quotes, and behind it.
fn quoted<'a>(line: &'a str, text: &str) -> Option<(&'a str, &'a str)> {
    ['\'', '"'].into_iter().find_map(|mark| line.split_once(format!("{mark}{text}{mark}").as_str()))
}

/// The absolute path that a text is, in quotes or not.
fn path(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("PosixPath(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    let bare = inner.trim_matches(['\'', '"']);
    let plain = bare.chars().all(|c| c.is_alphanumeric() || "/._-+ ".contains(c));
    (bare.starts_with('/') && bare.len() > 1 && plain).then_some(bare)
}
