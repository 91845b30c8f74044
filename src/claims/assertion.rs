//! Assert statements: the claim that the code makes about itself.

use super::model::{Certainty, Claim, Form, Kind, Reading, Strength};
use crate::extract::Block;
use crate::syntax::{Module, Shape};

/// A claim for each assert statement.
pub fn claims(index: usize, block: &Block, module: &Module, line_of: &dyn Fn(usize) -> usize) -> Vec<Claim> {
    let tests = module.statements.iter().filter_map(|statement| match statement.shape {
        Shape::Assert(test) => Some((statement, test)),
        _ => None,
    });
    tests
        .map(|(statement, test)| Claim {
            span: block.code.span(test.start, test.end),
            block: Some(index),
            subject_line: line_of(block.code.origin(statement.span.start)),
            form: Form::Assert,
            kind: Kind::Value,
            strength: Strength::Exact,
            certainty: Certainty::Sure,
            claimed: test.of(&block.code.text).to_owned(),
            tail: String::new(),
            whole: None,
            repeats: false,
            table: None,
            from_outside: false,
            on: Vec::new(),
            readings: vec![Reading::NoRaise],
        })
        .collect()
}
