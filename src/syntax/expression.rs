//! A single expression, such as one quoted in running text.

use std::collections::BTreeSet;

use ruff_python_ast::Expr;
use ruff_python_parser::parse_expression;
use ruff_text_size::Ranged;

use super::names;

/// What is to be known of an expression before it is evaluated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// Names it reads.
    pub uses: BTreeSet<String>,
    /// Whether it does something: a call, an operator, a subscript, an attribute, a comprehension.
    pub computes: bool,
    /// Whether it is a call, or awaits one.
    pub is_call: bool,
}

/// Reads `text` as one expression; `None` where it is none.
pub fn expression(text: &str) -> Option<Expression> {
    let parsed = parse_expression(text.trim()).ok()?;
    let expr = parsed.expr();
    let computes = !matches!(
        expr,
        Expr::Name(_)
            | Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::Starred(_)
            | Expr::Lambda(_)
            | Expr::Yield(_)
            | Expr::YieldFrom(_)
            | Expr::Named(_)
    );
    let is_call = matches!(expr, Expr::Call(_) | Expr::Await(_));
    Some(Expression { uses: names::of_expression(expr), computes, is_call })
}

/// A comparison taken apart: `a < b <= c`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// What is compared, as written, parentheses around it left out.
    pub operands: Vec<&'a str>,
    /// What stands between: one less.
    pub operators: Vec<&'static str>,
}

/// Reads `text` as a comparison; `None` where it is another expression, or none.
pub fn comparison(text: &str) -> Option<Comparison<'_>> {
    let parsed = parse_expression(text).ok()?;
    let Expr::Compare(compare) = parsed.expr() else { return None };
    let operands = std::iter::once(&*compare.left).chain(&compare.comparators);
    Some(Comparison {
        operands: operands.map(|operand| super::span(operand.range()).of(text)).collect(),
        operators: compare.ops.iter().map(|operator| operator.as_str()).collect(),
    })
}

/// Why `text` is no expression; `None` where it is one.
pub fn expression_error(text: &str) -> Option<String> {
    parse_expression(text).err().map(|error| error.error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_tells_its_names() {
        let read = expression("flatten([x, 1])").unwrap();
        assert_eq!(read.uses.iter().map(String::as_str).collect::<Vec<_>>(), ["flatten", "x"]);
        assert!(read.computes && read.is_call);
    }

    #[test]
    fn a_comparison_is_taken_apart() {
        let read = comparison("(a + 1) < b is not c").unwrap();
        assert_eq!((read.operands, read.operators), (vec!["a + 1", "b", "c"], vec!["<", "is not"]));
        assert_eq!(comparison("a and b"), None);
    }

    #[test]
    fn statements_and_fragments_are_none() {
        assert_eq!(expression("x = 1"), None);
        assert_eq!(expression("def f"), None);
        assert_eq!(expression(""), None);
    }
}
