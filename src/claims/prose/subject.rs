//! What an expression is in its clause: what the verb speaks of, or something that is only named beside it.

use super::inline::{Code, Prose};
use super::links::listed;

/// The part of an expression in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The verb behind it speaks of it.
    Subject,
    /// It may speak of something else: "a list with `f(1)` in it is".
    Mentioned,
    /// Something is done to it, and the verb speaks of what comes of that: "sorting `xs` gives".
    Operand,
}

/// What is done to an expression to see its own result.
const EVALUATING: &str =
    "calling running evaluating invoking executing trying typing entering writing accessing doing using";
/// What stands for the expression behind "of".
const ITSELF: &str = "result value output outcome call evaluation execution because instead effect answer outcome case";
const PREPOSITIONS: &str =
    "in at on with from to into for by like than as within through over about inside against between via under";
/// Words with which a clause may begin.
const OPENING: &str = "and but so then or now thus hence here also that because since while";

/// The part that an expression has.
pub fn role(prose: &Prose<'_>, code: Code) -> Role {
    let clause = clause_before(prose, code);
    let words: Vec<&str> = clause.split_whitespace().skip_while(|word| listed(OPENING, word)).collect();
    let acts = words.first().is_some_and(|word| word.len() > 4 && word.ends_with("ing") && !listed(EVALUATING, word));
    match words.as_slice() {
        [.., "call" | "calls", "to" | "of" | "like"] => Role::Subject,
        [.., "of"] if acts => Role::Operand,
        [.., last] if listed(PREPOSITIONS, last) => Role::Mentioned,
        [_, ..] if acts && words.len() <= 4 => Role::Operand,
        [.., noun, "of"] if listed(ITSELF, noun) => Role::Subject,
        [.., "of"] => Role::Operand,
        _ => Role::Subject,
    }
}

/// What stands before an expression in its clause, in lower case, and a backtick for each other code.
pub fn clause_before(prose: &Prose<'_>, code: Code) -> String {
    let start = prose.sentence(code.outside).start;
    let first = prose.codes.partition_point(|other| other.outside.start < start);
    let (mut clause, mut at) = (String::new(), start);
    for other in prose.codes[first..].iter().take_while(|other| other.outside.end <= code.outside.start) {
        clause.push_str(prose.between(at, other.outside.start));
        clause.push('`');
        at = other.outside.end;
    }
    clause.push_str(prose.between(at, code.outside.start));
    let last = clause.rsplit([',', ';', ':', '(', '—', '–', '|']).next().unwrap_or("");
    last.to_lowercase().replace(['*', '_', '>'], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn what_stands_before_an_expression_says_what_it_is() {
        let check = |text: &str, expect: Role| {
            let prose = Prose::new(text, Span::new(0, text.len()));
            assert_eq!(role(&prose, prose.codes[prose.codes.len() - 1]), expect, "{text:?}");
        };
        check("So `f(1)` is", Role::Subject);
        check("Calling `f(1)` gives", Role::Subject);
        check("The result of `f(1)` is", Role::Subject);
        check("Sorting `xs` gives", Role::Operand);
        check("The length of `f(1)` is", Role::Operand);
        check("The first item in `f(1)` is", Role::Mentioned);
        check("Adding `1` and `f(1)` gives", Role::Operand);
        check("Sorting is fast, `f(1)` is", Role::Subject);
    }
}
