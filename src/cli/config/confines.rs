//! Which blocks run, and within which bounds: what every command that runs code is told about it.

use super::{Own, args};
use crate::cli::args::{Isolation, Required};
use crate::cli::limits;
use crate::directives::Allowance;
use crate::extract;
use crate::wire::{Level, Limits, Policy};

/// Which blocks run, and within which bounds.
#[derive(Debug, Clone)]
pub struct Confines {
    /// Which blocks; empty: all.
    pub only: Vec<Only>,
    /// What they are kept from.
    pub policy: Policy,
    /// Whether less than the policy's level is refused.
    pub require: bool,
    /// What each may use.
    pub limits: Limits,
    /// How many times as much its document may ask for.
    pub raise_limits: u64,
}

impl Confines {
    /// Settles what was typed.
    pub(super) fn new(typed: &args::Confines, limits: &limits::Limits) -> Self {
        Self {
            only: typed.only.iter().map(|text| Only::read(text)).collect(),
            policy: Policy { level: level(typed.isolation, typed.require_isolation), readable: Vec::new() },
            require: typed.require_isolation.is_some(),
            limits: limits.settle(),
            raise_limits: limits.raise_limits,
        }
    }

    /// What a document may ask for: of what is said of it alone, else of what is said of all.
    pub fn allowance(&self, own: Option<&Own>) -> Allowance {
        Allowance { limits: own.map_or(&self.limits, |own| &own.limits).clone(), raise: self.raise_limits }
    }

    /// Whether a block is among the chosen ones.
    pub fn take(&self, block: &extract::Block) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only.takes(block))
    }
}

/// The one that is required; else the one that is asked for.
fn level(asked: Isolation, required: Option<Required>) -> Option<Level> {
    match (required, asked) {
        (Some(Required::Full), _) | (None, Isolation::Full) => Some(Level::Full),
        (Some(Required::Landlock), _) | (None, Isolation::Landlock) => Some(Level::Landlock),
        (Some(Required::Seccomp), _) | (None, Isolation::Seccomp) => Some(Level::Seccomp),
        (None, Isolation::None) => Some(Level::None),
        (None, Isolation::Best) => None,
    }
}

/// A choice of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Only {
    /// The block whose lines, or whose fence, hold this line of the document.
    Line(usize),
    /// The blocks below a heading that contains this text, in lower case.
    Section(String),
}

impl Only {
    /// Reads a choice: a number is a line.
    pub fn read(text: &str) -> Self {
        text.trim().parse().map_or_else(|_| Only::Section(text.trim().to_lowercase()), Only::Line)
    }

    /// Whether it takes in a block. A line on the fence or on the claim text just below counts as the block's.
    pub fn takes(&self, block: &extract::Block) -> bool {
        match self {
            Only::Line(line) => (block.start_line.saturating_sub(1)..=block.end_line + 1).contains(line),
            Only::Section(text) => block.section.iter().any(|title| title.to_lowercase().contains(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_takes_the_blocks_of_its_line_or_section() {
        let block = extract::Block {
            index: 1,
            kind: extract::BlockKind::Script,
            info: String::new(),
            code: extract::Code::default(),
            start_line: 10,
            end_line: 12,
            section: vec!["Core Language".into(), "Memory".into()],
            conduct: extract::Conduct::default(),
            outputs: vec![],
        };
        let check = |text: &str, expect: bool| assert_eq!(Only::read(text).takes(&block), expect, "{text}");
        check("9", true);
        check("12", true);
        check("13", true);
        check("14", false);
        check("8", false);
        check("memory", true);
        check("core LANG", true);
        check("Tuples", false);
    }
}
