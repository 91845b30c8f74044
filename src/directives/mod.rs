//! What an author says about the run of a block, hidden from readers: in comments, info strings and front matter.
//!
//! Owns the syntax of directives, their names, how far each reaches, and what is wrong with one that cannot be followed.
//! Gives plain data for each block. Knows neither claims nor runs: what a directive does is done by the plan and the judge.

mod comment;
mod condition;
mod directive;
mod orders;
mod others;
mod quota;
mod stretch;
mod values;
mod walk;
mod words;

pub use comment::{Part, parts};
pub use condition::Condition;
pub use directive::Directive;
pub use orders::{Bond, Held, LineOrders, Orders, means};
pub use quota::{Allowance, Quota};
pub use values::{Attached, Expected, Lines, Tolerance};

use std::sync::LazyLock;

use crate::extract::{Block, Document};
use crate::text::{Span, slip};

/// A directive in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// What.
    pub directive: Directive,
    /// Where.
    pub span: Span,
    /// As written.
    pub text: String,
    /// How far it reaches.
    pub scope: Scope,
    /// The other tool that it was written for.
    pub tool: Option<&'static str>,
}

/// A directive of another tool, in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The tool.
    pub tool: &'static str,
    /// Where.
    pub span: Span,
    /// What is made of it.
    pub made: Made,
}

/// What is made of a directive of another tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// It is followed, as this directive of ours.
    Understood(String),
    /// It takes care of something that needs no word here.
    NotNeeded(String),
    /// It is not followed, and why.
    NotUnderstood(String),
}

/// How far a directive reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The next block.
    Block,
    /// The blocks below it in its section, and in the sections of that. How deep that is, from 0.
    Section(usize),
    /// All blocks of the document.
    Document,
}

impl Scope {
    /// The words for it.
    const NAMES: [&str; 3] = ["block", "section", "document"];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Section(_) => "section",
            Self::Document => "document",
        }
    }

    /// By its word, at a place so deep in sections.
    fn named(name: &str, depth: usize) -> Option<Self> {
        match name {
            "block" => Some(Self::Block),
            "section" => Some(Self::Section(depth)),
            "document" => Some(Self::Document),
            _ => None,
        }
    }
}

/// A directive that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where.
    pub span: Span,
    /// What is wrong, and what to do.
    pub message: String,
}

/// The directives of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Directives {
    /// In the order of their places.
    pub said: Vec<Said>,
    /// What cannot be followed, in the order of their places.
    pub mistakes: Vec<Mistake>,
    /// What speaks to other tools, in the order of its places.
    pub foreign: Vec<Foreign>,
    by_block: Vec<Vec<usize>>,
    orders: Vec<Orders>,
}

impl Directives {
    /// The directives that reach a block, the widest scope first.
    pub fn of(&self, block: usize) -> impl Iterator<Item = &Said> {
        self.by_block.get(block).into_iter().flatten().filter_map(|&at| self.said.get(at))
    }

    /// Looks for rules that are none of `known`: there is none to turn off.
    pub fn look_for_rules<'k>(&mut self, known: impl Iterator<Item = &'k str> + Clone) {
        for said in &self.said {
            let Directive::WithoutRule(name) = &said.directive else { continue };
            if known.clone().all(|known| known != name) {
                let meant = slip::meant(name, known.clone()).map(|meant| format!("; `{meant}` is one"));
                let message =
                    format!("`{name}` is no rule{}", meant.unwrap_or_else(|| "; `snipcheck rules` lists them".into()));
                self.mistakes.push(Mistake { span: said.span, message });
            }
        }
        self.mistakes.sort_by_key(|mistake| mistake.span);
    }

    /// Makes a block run only where another one does.
    pub fn bind(&mut self, block: usize, earlier: usize) {
        let conditions = self.orders(earlier).clone();
        if let Some(orders) = self.orders.get_mut(block) {
            orders.run_where(&conditions);
        }
    }

    /// What they come to.
    pub fn orders(&self, block: usize) -> &Orders {
        static NONE: LazyLock<Orders> = LazyLock::new(Orders::default);
        self.orders.get(block).unwrap_or(&NONE)
    }
}

/// Reads the directives of a document. Never fails: what cannot be followed is among the mistakes.
pub fn read(document: &Document) -> Directives {
    let walk::Found { said, by_block, mut mistakes, mut foreign } = walk::walk(document);
    foreign.extend(document.blocks.iter().flat_map(|block| in_lines(document, block)));
    foreign.sort_by_key(|foreign| foreign.span);
    let of = |block: &Vec<usize>| block.iter().map(|&at| &said[at]).collect::<Vec<_>>();
    mistakes.extend(by_block.iter().flat_map(|block| orders::contradictions(&of(block))));
    mistakes.sort_by(|one, other| (one.span, &one.message).cmp(&(other.span, &other.message)));
    mistakes.dedup();
    let settle = |(at, block): (usize, &Vec<usize>)| Orders {
        lines: others::line_orders(&document.blocks[at]),
        ..Orders::settle(of(block).into_iter())
    };
    let orders = by_block.iter().enumerate().map(settle).collect();
    Directives { said, mistakes, foreign, by_block, orders }
}

/// The options of other tools within a transcript.
fn in_lines(document: &Document, block: &Block) -> Vec<Foreign> {
    let foreign = others::line_options(block).into_iter().map(|option| {
        let line = document.source.lines.span(&document.source.text, option.line);
        let at = line.of(&document.source.text).find(&option.word);
        let span = at.map_or(line, |at| Span::new(line.start + at, line.start + at + option.word.len()));
        Foreign { tool: option.tool, span, made: option.other().meaning.made() }
    });
    foreign.collect()
}
