//! What stands above a place in the document: headings, components, admonitions, list items.
//!
//! Owns the nesting and gives every place its section. Depth is bounded, so that a hostile document stays cheap.

/// Deeper nesting is read as if it were not there.
const DEEPEST: usize = 32;

/// A heading or title above a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// What a reader sees.
    pub text: String,
    /// Tells first-level headings apart; `None` for everything else.
    pub top: Option<usize>,
}

/// Number of a section in [`Outline::into_sections`].
pub type SectionId = usize;

#[derive(Debug)]
enum Kind {
    Heading(u8),
    /// A list item, an admonition or a tab: ends at the first line that is indented less.
    Indented(usize),
    /// A component and how far it is indented: ends at its closing tag.
    Component(String, usize),
}

#[derive(Debug)]
struct Scope {
    kind: Kind,
    title: Option<String>,
    serial: usize,
}

/// The open scopes at a place that moves through the document.
#[derive(Debug, Default)]
pub struct Outline {
    scopes: Vec<Scope>,
    quotes: usize,
    serial: usize,
    sections: Vec<Vec<Title>>,
    current: Option<SectionId>,
}

impl Outline {
    /// A line stands here, in so many quotes and indented so far: ends the scopes that do not reach it.
    pub fn settle(&mut self, quotes: usize, indent: usize) {
        let left_quote = quotes != self.quotes;
        self.quotes = quotes;
        let ends = |scope: &Scope| matches!(scope.kind, Kind::Indented(content) if left_quote || content > indent);
        if let Some(first) = self.scopes.iter().position(ends) {
            self.cut(first);
        }
    }

    /// A heading: ends the headings of its level and below that stand in the same container.
    pub fn heading(&mut self, level: u8, title: String) {
        let is_parent = |scope: &Scope| matches!(scope.kind, Kind::Heading(other) if other < level);
        let is_heading = |scope: &Scope| matches!(scope.kind, Kind::Heading(_));
        let keep = self.scopes.iter().rposition(|scope| is_parent(scope) || !is_heading(scope)).map_or(0, |at| at + 1);
        self.cut(keep);
        self.push(Kind::Heading(level), Some(title));
    }

    /// A list item, an admonition or a tab, whose text begins at the column `content`.
    pub fn indented(&mut self, content: usize, title: Option<String>) {
        self.push(Kind::Indented(content), title);
    }

    /// An opening tag. One without a title counts only where it must be told apart from its like.
    pub fn open(&mut self, name: &str, title: Option<String>, indent: usize, is_always: bool) {
        if is_always || title.is_some() || self.find(name).is_some() {
            self.push(Kind::Component(name.to_owned(), indent), title);
        }
    }

    /// A closing tag: ends its component and all that is open within.
    pub fn close(&mut self, name: &str) {
        if let Some(at) = self.find(name) {
            self.cut(at);
        }
    }

    /// Gives the innermost component of that name a title.
    pub fn entitle(&mut self, name: &str, title: String) {
        if let Some(at) = self.find(name) {
            self.scopes[at].title = Some(title);
            self.current = None;
        }
    }

    /// The column from which text is indented here: of the innermost container.
    pub fn margin(&self) -> usize {
        let margin = |scope: &Scope| match scope.kind {
            Kind::Heading(_) => None,
            Kind::Indented(content) => Some(content),
            Kind::Component(_, indent) => Some(indent),
        };
        self.scopes.iter().rev().find_map(margin).unwrap_or(0)
    }

    /// The column that a line must reach to stay in the innermost list item, admonition or tab, if there is one.
    pub fn item(&self) -> Option<usize> {
        self.scopes.iter().rev().find_map(|scope| match scope.kind {
            Kind::Indented(content) => Some(content),
            _ => None,
        })
    }

    /// Number of the innermost container: the same number means the same container.
    pub fn place(&self) -> usize {
        let innermost = self.scopes.iter().rev().find(|scope| !matches!(scope.kind, Kind::Heading(_)));
        innermost.map_or(0, |scope| scope.serial)
    }

    /// Number of the section here.
    pub fn section(&mut self) -> SectionId {
        if let Some(current) = self.current {
            return current;
        }
        let titles = self.scopes.iter().filter_map(|scope| {
            let text = scope.title.clone().filter(|text| !text.is_empty())?;
            let top = matches!(scope.kind, Kind::Heading(1)).then_some(scope.serial);
            Some(Title { text, top })
        });
        self.sections.push(titles.collect());
        let current = self.sections.len() - 1;
        self.current = Some(current);
        current
    }

    /// All sections, by their numbers.
    pub fn into_sections(self) -> Vec<Vec<Title>> {
        self.sections
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.scopes.iter().rposition(|scope| matches!(&scope.kind, Kind::Component(other, _) if other == name))
    }

    fn push(&mut self, kind: Kind, title: Option<String>) {
        if self.scopes.len() < DEEPEST {
            self.serial += 1;
            self.current = self.current.filter(|_| title.is_none());
            self.scopes.push(Scope { kind, title, serial: self.serial });
        }
    }

    fn cut(&mut self, keep: usize) {
        if self.scopes[keep..].iter().any(|scope| scope.title.is_some()) {
            self.current = None;
        }
        self.scopes.truncate(keep);
    }
}
