//! What a piece of Python says about itself: statements, comments, names. The only place that names the parser crate.
//!
//! Owns the reading of Python. Knows nothing of documents or claims. Code that does not parse still yields its comments,
//! by tokens, and the statements that could be made out.

mod builtins;
mod expression;
mod imports;
mod names;
mod standard;
mod statements;
mod transcript;

pub use builtins::is_builtin;
pub use expression::{Comparison, Expression, comparison, expression, expression_error};
pub use names::Names;
pub use standard::is_standard;
pub use statements::{Scope, Shape, Statement};
pub use transcript::{TranscriptEntry, transcript};

use std::collections::BTreeSet;

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Mod, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};

use crate::text::Span;

/// A piece of code, read.
#[derive(Debug, Clone, Default)]
pub struct Module {
    /// All statements at every depth, in the order of their beginnings; each with the index of the one it stands in.
    pub statements: Vec<Statement>,
    /// All comments, in order.
    pub comments: Vec<Comment>,
    /// What it binds and what it needs.
    pub names: Names,
    /// The top-level modules that it imports anywhere, relative ones left out.
    pub imports: BTreeSet<String>,
    /// Why it is no valid Python of any version.
    pub error: Option<String>,
    /// The first Python whose syntax it is, where that is newer than 3.9.
    pub requires: Option<(u32, u32)>,
}

impl Module {
    /// The statement that begins last before `offset`, then the ones in which it stands, innermost first.
    pub fn before(&self, offset: usize) -> impl Iterator<Item = &Statement> {
        let behind = self.statements.partition_point(|statement| statement.span.start < offset);
        let latest = behind.checked_sub(1).and_then(|at| self.statements.get(at));
        std::iter::successors(latest, |statement| statement.parent.and_then(|at| self.statements.get(at)))
    }

    /// The statement that begins first at `offset` or after it.
    pub fn after(&self, offset: usize) -> Option<&Statement> {
        self.statements.get(self.statements.partition_point(|statement| statement.span.start < offset))
    }

    /// The comment that begins last before `offset`.
    pub fn comment_before(&self, offset: usize) -> Option<&Comment> {
        let behind = self.comments.partition_point(|comment| comment.span.start < offset);
        behind.checked_sub(1).and_then(|at| self.comments.get(at))
    }
}

/// A comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// From the `#` to the end of the line.
    pub span: Span,
    /// Whether nothing but white space stands before it on its line.
    pub own_line: bool,
}

/// The versions that have syntax of their own, oldest first.
const VERSIONS: [(u8, u8); 6] = [(3, 9), (3, 10), (3, 11), (3, 12), (3, 13), (3, 14)];

/// Reads `code`. Never fails.
pub fn parse(code: &str) -> Module {
    let parsed = parse_unchecked(code, ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY314));
    let comments: Vec<Comment> = parsed
        .tokens()
        .iter()
        .filter(|token| token.kind() == TokenKind::Comment)
        .map(|token| comment(code, token.range()))
        .collect();
    let error = parsed.errors().first().map(|error| error.error.to_string());
    let requires = if error.is_none() { required_version(code) } else { None };
    let Mod::Module(module) = parsed.into_syntax() else {
        return Module::default();
    };
    Module {
        statements: statements::flatten(&module.body, code, &comments),
        names: names::of_module(&module.body),
        imports: imports::of_module(&module.body),
        comments,
        error,
        requires,
    }
}

/// Whether brackets are open at the end of `code`.
fn open_brackets(code: &str) -> bool {
    let parsed = parse_unchecked(code, ParseOptions::from(Mode::Module));
    let step = |token: &ruff_python_ast::token::Token| match token.kind() {
        TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => 1_i32,
        TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => -1,
        _ => 0,
    };
    parsed.tokens().iter().map(step).sum::<i32>() > 0
}

/// The Python range as one of ours.
fn span(range: TextRange) -> Span {
    Span::new(range.start().into(), range.end().into())
}

fn comment(code: &str, range: TextRange) -> Comment {
    let span = span(range);
    let line_start = code[..span.start].rfind('\n').map_or(0, |at| at + 1);
    Comment { span, own_line: code[line_start..span.start].trim().is_empty() }
}

/// The oldest version that knows the syntax, where it is newer than the oldest one supported.
fn required_version(code: &str) -> Option<(u32, u32)> {
    let knows = |&version: &(u8, u8)| {
        let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::from(version));
        parse_unchecked(code, options).unsupported_syntax_errors().is_empty()
    };
    if knows(&VERSIONS[0]) {
        return None;
    }
    VERSIONS[1..].iter().find(|version| knows(version)).map(|&(major, minor)| (major.into(), minor.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_found_through_tokens() {
        let code = "x = '# no'  # yes\n# own\n";
        let found: Vec<_> = parse(code).comments.iter().map(|c| (c.span.of(code), c.own_line)).collect();
        assert_eq!(found, [("# yes", false), ("# own", true)]);
    }

    #[test]
    fn code_that_does_not_parse_keeps_its_comments() {
        let code = "if x is None:    # CORRECT\nif x == None:    # WRONG\n";
        let module = parse(code);
        assert!(module.error.is_some());
        assert_eq!(module.comments.len(), 2);
    }

    #[test]
    fn newer_syntax_is_named() {
        assert_eq!(parse("match x:\n    case 1:\n        pass\n").requires, Some((3, 10)));
        assert_eq!(parse("try:\n    f()\nexcept* OSError:\n    pass\n").requires, Some((3, 11)));
        assert_eq!(parse("type A = int\n").requires, Some((3, 12)));
        assert_eq!(parse("x = 1\n").requires, None);
    }
}
