//! What a class is or does: "Hashable, immutable", "TypeError when instantiated", "Calls Middle.run".

use super::shows_true;
use crate::claims::marker::begins_with_word;
use crate::claims::model::{Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::Shape;

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    property(text, subject).or_else(|| instantiation(text, subject)).or_else(|| next_class(text, subject))
}

/// "Immutable", "hashable", beside a class.
fn property(text: &str, subject: Subject<'_>) -> Option<Found> {
    let Shape::Class(class) = &subject.statement.shape else { return None };
    let immutable = format!(
        "bool(getattr(getattr({class}, '__dataclass_params__', None), 'frozen', False) \
         or issubclass({class}, (tuple, str, bytes, int, float, frozenset)))"
    );
    let known = [
        ("immutable", Kind::Raises, immutable),
        ("hashable", Kind::NoRaise, format!("{class}.__hash__ is not None")),
        ("unhashable", Kind::Raises, format!("{class}.__hash__ is None")),
        ("not hashable", Kind::Raises, format!("{class}.__hash__ is None")),
    ];
    let (word, kind, expr) = known.into_iter().find(|(word, _, _)| begins_with_word(text, word))?;
    Some(Found::possible(text, Part::new(0, word.len()), kind, shows_true(expr)))
}

/// "… or TypeError when instantiated", in a class whose bases are abstract.
fn instantiation(text: &str, subject: Subject<'_>) -> Option<Found> {
    let class = match &subject.statement.shape {
        Shape::Class(class) => class,
        _ => subject.enclosing_class()?,
    };
    let start = text.find("TypeError")?;
    let behind = &text[start + "TypeError".len()..];
    let words = [" on instantiation", " at instantiation", " when instantiated"]
        .into_iter()
        .find(|words| behind.starts_with(words))?;
    let claimed = Part::new(start, start + "TypeError".len() + words.len());
    let raises = Reading::Raises { type_name: "TypeError".into(), message: None };
    let expr = format!("type('_', {class}.__bases__, {{}})()");
    Some(Found::possible(text, claimed, Kind::Raises, Reading::Evaluates { expr, to: Box::new(raises) }))
}

/// "Calls C.method", beside `super().method()` in a class: in some class of the block, C comes right after it.
fn next_class(text: &str, subject: Subject<'_>) -> Option<Found> {
    let class = subject.enclosing_class()?;
    if !begins_with_word(text, "calls") || !subject.statement.span.of(subject.code).contains("super().") {
        return None;
    }
    let rest = text["calls".len()..].trim_start();
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
    let (next, method) = rest[..length].trim_end_matches('.').split_once('.')?;
    let known = subject.module.names.binds.contains_key(next);
    let called = subject.statement.span.of(subject.code).contains(&format!("super().{method}("));
    let expr = format!(
        "any(k.__mro__[k.__mro__.index({class}) + 1] is {next} for k in list(globals().values()) \
         if isinstance(k, type) and {class} in k.__mro__)"
    );
    let claimed = Part::new(0, text.len() - rest.len() + length);
    (known && called).then(|| Found::possible(text, claimed, Kind::State, shows_true(expr)))
}
