//! Goes through a document and says which directive applies to which block.
//!
//! Owns the places where directives stand (hidden comments, info strings, front matter) and how far each reaches.

use super::comment::{self, Part};
use super::directive::Directive;
use super::others::{self, Meaning, Other, Reach};
use super::{Foreign, Made, Mistake, Said, Scope, stretch};
use crate::extract::{Document, PieceKind};
use crate::text::{Span, slip};

/// What is found in a document.
#[derive(Debug, Default)]
pub struct Found {
    /// In the order of their places.
    pub said: Vec<Said>,
    /// For each block the indices into `said`, the widest scope first.
    pub by_block: Vec<Vec<usize>>,
    /// What cannot be followed.
    pub mistakes: Vec<Mistake>,
    /// What speaks to other tools.
    pub foreign: Vec<Foreign>,
}

/// Walks through a document once.
pub fn walk(document: &Document) -> Found {
    let mut walk = Walk {
        document,
        section: &[],
        open: Vec::new(),
        waiting: Vec::new(),
        on: Vec::new(),
        whole: Vec::new(),
        found: Found::default(),
    };
    for piece in &document.pieces {
        walk.step(piece.span, &piece.kind);
    }
    walk.lose();
    for block in &mut walk.found.by_block {
        block.splice(0..0, walk.whole.iter().copied());
    }
    walk.found
}

struct Walk<'d> {
    document: &'d Document,
    section: &'d [String],
    /// Directives of the sections that are open, each with its section.
    open: Vec<(&'d [String], usize)>,
    /// Directives that wait for their block.
    waiting: Vec<usize>,
    /// Directives that go on until something ends them.
    on: Vec<usize>,
    /// Directives for the whole document.
    whole: Vec<usize>,
    found: Found,
}

impl<'d> Walk<'d> {
    fn step(&mut self, span: Span, kind: &'d PieceKind) {
        match kind {
            PieceKind::Prose { section, .. } => self.enter(section),
            PieceKind::Block(at) => self.block(*at, span),
            PieceKind::Output(..) => {
                self.stray(span);
                self.lose();
            }
            PieceKind::Other => self.other(span),
        }
    }

    fn text(&self) -> &'d str {
        &self.document.source.text
    }

    fn enter(&mut self, section: &'d [String]) {
        if section != self.section {
            self.lose();
            self.section = section;
            self.open.retain(|(open, _)| section.starts_with(open));
        }
    }

    fn block(&mut self, at: usize, piece: Span) {
        let block = &self.document.blocks[at];
        let waiting = std::mem::take(&mut self.waiting);
        self.enter(&block.section);
        let first = self.found.said.len();
        self.info(&block.info, piece);
        self.cell(block.conduct.only_shown);
        let own = waiting.into_iter().chain(first..self.found.said.len());
        let open = self.open.iter().map(|(_, said)| *said).chain(self.on.iter().copied());
        self.found.by_block.push(open.chain(own).collect());
    }

    /// The attribute `snipcheck="…"` of a fence.
    fn info(&mut self, info: &str, piece: Span) {
        let line = piece.of(self.text()).lines().next().unwrap_or_default();
        let Some(start) = line.find(info).filter(|_| !info.is_empty()) else { return };
        for (inside, value) in attributes(info) {
            let start = piece.start + start + inside;
            self.directives(Span::new(start, start + value.len()), None, Scope::Block);
        }
        for (inside, other) in others::in_info(info) {
            let start = piece.start + start;
            if let Some(said) = self.foreign(other, Span::new(start + inside.start, start + inside.end)) {
                self.found.said.push(said.0);
            }
        }
    }

    /// What a cell says of itself, as far as that keeps it from running.
    fn cell(&mut self, only_shown: Option<Span>) {
        let said = only_shown.and_then(|span| self.foreign(others::only_shown(span.of(self.text())), span));
        self.found.said.extend(said.map(|(said, _)| said));
    }

    /// Notes a directive of another tool; gives it in our words, if there are any.
    fn foreign(&mut self, other: Other, span: Span) -> Option<(Said, Reach)> {
        self.found.foreign.push(Foreign { tool: other.tool, span, made: other.meaning.made() });
        match other.meaning {
            Meaning::Same(directive, reach) => {
                let scope = if reach == Reach::Document { Scope::Document } else { Scope::Block };
                let text = span.of(self.text()).to_owned();
                Some((Said { directive, span, text, scope, tool: Some(other.tool) }, reach))
            }
            Meaning::Ends => {
                let said = &self.found.said;
                self.on.retain(|&at| !matches!(said[at].directive, Directive::Skip(_) | Directive::SkipIf(_)));
                None
            }
            Meaning::Line(_) | Meaning::NotNeeded(_) | Meaning::Unknown(_) => None,
        }
    }

    /// What a comment says to other tools.
    fn aside(&mut self, span: Span) {
        let Some(inside) = comment::inside(self.text(), span) else { return };
        let line = self.document.source.line(inside.start);
        for other in others::in_comment(inside.of(self.text()), line) {
            let Some((said, reach)) = self.foreign(other, span) else { continue };
            let at = self.found.said.len();
            self.found.said.push(said);
            match reach {
                Reach::Next => self.waiting.push(at),
                Reach::On => self.on.push(at),
                Reach::Document => self.whole.push(at),
            }
        }
    }

    fn other(&mut self, span: Span) {
        let written = span.of(self.text());
        if span.start == 0 && (written.starts_with("---") || written.starts_with("+++")) {
            return self.front_matter(span);
        }
        // What is neither a comment nor an element is a fence of another language.
        if !written.starts_with(['<', '{']) {
            self.stray(span);
            return self.lose();
        }
        self.aside(span);
        if let Some((span, message)) = comment::slip(self.text(), span) {
            self.mistake(span, message);
        }
        for part in comment::parts(self.text(), span) {
            if let Part::Words(words, below) = part {
                self.comment(words, below);
            }
        }
    }

    /// The attribute `snipcheck="…"` of a fence that is no block.
    fn stray(&mut self, span: Span) {
        let line = span.of(self.text()).lines().next().unwrap_or_default();
        let strays: Vec<Span> =
            attributes(line).map(|(at, value)| Span::new(span.start + at, span.start + at + value.len())).collect();
        for stray in strays {
            self.mistake(stray, "this is no block of Python: a directive says nothing of it; take it out".into());
        }
    }

    fn comment(&mut self, words: Span, below: Option<Span>) {
        if let Some(name) = comment::bare_scope(words.of(self.text())) {
            return self.mistake(words, format!("a colon is missing: write `{name}:`"));
        }
        let (scope, start) = match comment::scope(words.of(self.text())) {
            None => (Scope::Block, words.start),
            Some((name, at)) => match Scope::named(name, self.section.len()) {
                Some(_) if words.of(self.text())[at..].trim().is_empty() => {
                    return self.mistake(words, format!("nothing is said behind `{name}:`"));
                }
                Some(scope) => (scope, words.start + at),
                None => return self.mistake(words, no_scope(name)),
            },
        };
        let first = self.found.said.len();
        self.directives(Span::new(start, words.end), below, scope);
        let new = first..self.found.said.len();
        match scope {
            Scope::Block => self.waiting.extend(new),
            Scope::Section(_) => self.open.extend(new.map(|said| (self.section, said))),
            Scope::Document => self.whole.extend(new),
        }
    }

    /// Lines of front matter, `snipcheck: timeout=5s` or `snipcheck = "timeout=5s"`, and the items of a list below.
    fn front_matter(&mut self, span: Span) {
        let first = self.found.said.len();
        let (mut at, mut in_list) = (span.start, false);
        for line in span.of(self.text()).split_inclusive('\n') {
            let item = line.trim_start().strip_prefix("- ").filter(|_| in_list);
            let key =
                line.strip_prefix("snipcheck").map(str::trim_start).and_then(|rest| rest.strip_prefix([':', '=']));
            in_list = item.is_some() || key.is_some_and(|value| value.trim().is_empty());
            if let Some(value) = item.or(key).map(unquoted).filter(|value| !value.is_empty()) {
                let start = at + line.find(value).unwrap_or(0);
                self.directives(Span::new(start, start + value.len()), None, Scope::Document);
            }
            at += line.len();
        }
        self.whole.extend(first..self.found.said.len());
    }

    /// Reads the directives of a stretch of the document.
    fn directives(&mut self, span: Span, below: Option<Span>, scope: Scope) {
        let (said, mistakes) = stretch::read(&self.document.source, span, below, scope);
        self.found.said.extend(said);
        self.found.mistakes.extend(mistakes);
    }

    /// Whatever waits has no block.
    fn lose(&mut self) {
        for said in std::mem::take(&mut self.waiting) {
            let Said { span, tool, .. } = self.found.said[said];
            if tool.is_some() {
                self.found.foreign.iter_mut().filter(|foreign| foreign.span == span).for_each(|foreign| {
                    foreign.made = Made::NotUnderstood("no block of Python follows below it".to_owned());
                });
                continue;
            }
            let message =
                "no block of Python follows below it, in its section; put it right above the block".to_owned();
            self.mistake(span, message);
        }
    }

    fn mistake(&mut self, span: Span, message: String) {
        self.found.mistakes.push(Mistake { span, message });
    }
}

fn no_scope(name: &str) -> String {
    let nearest =
        slip::meant(name, Scope::NAMES).map_or_else(String::new, |meant| format!("; `{meant}:` may be meant"));
    format!(
        "`{name}:` does not say how far a directive reaches: write `document:` or `section:`, or nothing for the next block{nearest}"
    )
}

/// The values of `snipcheck="…"` in an info string, each with its offset.
fn attributes(info: &str) -> impl Iterator<Item = (usize, &str)> {
    const NAME: &str = "snipcheck=";
    info.match_indices(NAME).filter_map(|(at, _)| {
        let begins = !info[..at].ends_with(|c: char| c.is_alphanumeric() || "-_".contains(c));
        let inside = at + NAME.len();
        let quote = info[inside..].chars().next().filter(|c| matches!(c, '"' | '\''));
        let (start, end) = match quote {
            Some(quote) => (inside + 1, info[inside + 1..].find(quote).map(|length| inside + 1 + length)),
            None => (inside, info[inside..].find([' ', ',', '}']).map(|length| inside + length)),
        };
        begins.then(|| (start, &info[start..end.unwrap_or(info.len())]))
    })
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let quoted = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    quoted.unwrap_or(value)
}
