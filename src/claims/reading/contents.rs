//! What an iterator or a view yields: `map(f, xs)  # 2, 4, 6`, `repeat(1)  # 1, 1, 1, ...`.
//!
//! The object itself must not be used up, so its expression is evaluated once more, and only where that can do nothing:
//! a call of something well known, whose arguments are no iterators and print nothing.

use super::Subject;
use crate::claims::literal::Literal;
use crate::claims::model::Reading;
use crate::syntax::{Shape, expression, is_builtin};

#[rustfmt::skip]
const LAZY: [&str; 25] = [
    "accumulate", "batched", "chain", "combinations", "combinations_with_replacement", "compress", "count", "cycle",
    "dropwhile", "enumerate", "filter", "filterfalse", "from_iterable", "islice", "iter", "map", "pairwise",
    "permutations", "product", "range", "repeat", "reversed", "starmap", "takewhile", "zip",
];
const VIEWS: [&str; 3] = [".keys()", ".values()", ".items()"];

/// The reading of listed values as the contents of what the statement gives.
pub(super) fn reading(claimed: &str, subject: Subject<'_>) -> Option<Reading> {
    let items = match Literal::whole(claimed) {
        Some(Literal::List(items) | Literal::Tuple(items) | Literal::Set(items)) => items,
        Some(_) => return None,
        None => Literal::sequence(claimed)?,
    };
    let expr = given(subject)?;
    let read = expression(expr).filter(|_| is_lazy(expr))?;
    let names: Vec<&str> = read.uses.iter().map(String::as_str).filter(|name| !is_builtin(name)).collect();
    if names.iter().any(|name| prints(name, subject)) {
        return None;
    }
    let claimed = claimed.trim();
    let bracketed = Literal::whole(claimed).is_some();
    let inner = if bracketed { claimed.get(1..claimed.len() - 1)? } else { claimed };
    let equals =
        if inner.contains(',') { inner.to_owned() } else { inner.split_whitespace().collect::<Vec<_>>().join(", ") };
    let equals = format!("[{equals}]");
    Literal::whole(&equals)?;
    // One more than claimed, so that a longer one is seen to be longer.
    let most = items.len() + usize::from(!items.contains(&Literal::Rest));
    let exhaustible: String = names.iter().map(|name| format!("{name}, ")).collect();
    let expr = format!(
        "None if any(hasattr(type(x), '__next__') for x in ({exhaustible})) \
         else [*__import__('itertools').islice({expr}, {most})]"
    );
    Some(Reading::State { expr, before: false, equals })
}

/// The expression whose value the statement shows or binds.
fn given<'a>(subject: Subject<'a>) -> Option<&'a str> {
    let code = subject.statement.span.of(subject.code);
    match &subject.statement.shape {
        Shape::Expr { prints: false, .. } => Some(code),
        Shape::Assign { targets, .. } if targets.len() == 1 => {
            let (target, value) = code.split_once('=')?;
            (target.trim() == targets[0]).then(|| value.trim())
        }
        _ => None,
    }
}

fn is_lazy(expr: &str) -> bool {
    let called = expr.split_once('(').map_or("", |(called, _)| called);
    let last = called.rsplit('.').next().unwrap_or(called);
    let generates = called.is_empty() && expr.ends_with(')') && expr.contains(" for ");
    LAZY.contains(&last) || generates || VIEWS.iter().any(|view| expr.ends_with(view))
}

/// Whether the block defines a function of that name that would be heard.
fn prints(name: &str, subject: Subject<'_>) -> bool {
    let defines = |shape: &Shape| matches!(shape, Shape::Def(defined) | Shape::Class(defined) if defined == name);
    let mut definitions = subject.module.statements.iter().filter(|statement| defines(&statement.shape));
    definitions.any(|statement| statement.span.of(subject.code).contains("print("))
}
