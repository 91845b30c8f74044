//! What directives claim: that a block ends in an exception.

use super::model::{Certainty, Claim, Form, Kind, Reading, Strength};
use crate::directives::{Directive, Directives, Expected, Said};
use crate::extract::Document;

/// Stands for any exception.
const ANY: &str = "BaseException";

/// The claims of a document's directives.
pub fn claims(document: &Document, directives: &Directives) -> Vec<Claim> {
    let of_block = |(at, start_line): (usize, usize)| {
        let expected = directives.of(at).filter_map(|said| match &said.directive {
            Directive::ExpectError(expected) => Some((said, expected)),
            _ => None,
        });
        expected.last().map(|(said, expected)| claim(at, start_line, said, expected))
    };
    let lines = document.blocks.iter().map(|block| block.start_line).enumerate();
    lines.filter_map(of_block).collect()
}

fn claim(block: usize, start_line: usize, said: &Said, expected: &Expected) -> Claim {
    let type_name = expected.type_name.clone().unwrap_or_else(|| ANY.to_owned());
    Claim {
        span: said.span,
        block: Some(block),
        subject_line: start_line,
        form: Form::Directive,
        kind: Kind::Raises,
        strength: Strength::Exact,
        certainty: Certainty::Sure,
        claimed: if expected.written.is_empty() { "an exception".to_owned() } else { expected.written.clone() },
        tail: String::new(),
        whole: None,
        repeats: false,
        table: None,
        from_outside: false,
        on: Vec::new(),
        readings: vec![Reading::Raises { type_name, message: expected.message.clone() }],
    }
}
