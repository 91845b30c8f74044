//! What a stored attribute becomes or sets off: "Becomes _Box__size -- no clash", "Calls the setter".
//!
//! These stand in methods that an example often never calls, so they are looked up in the finished class.

use super::shows_true;
use crate::claims::model::Kind;
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::Shape;

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    let Shape::Assign { targets, .. } = &subject.statement.shape else { return None };
    let (owner, attribute) = targets.first()?.rsplit_once('.')?;
    let class = subject.enclosing_class()?;
    let method = subject.enclosing_def()?;
    let place = Place { class, method, attribute, owner };
    mangled(text, &place).or_else(|| collision(text, &place)).or_else(|| setter(text, &place))
}

struct Place<'a> {
    class: &'a str,
    method: &'a str,
    attribute: &'a str,
    owner: &'a str,
}

impl Place<'_> {
    fn is_private(&self) -> bool {
        self.attribute.starts_with("__") && !self.attribute.ends_with("__") && !self.owner.contains('.')
    }
}

/// "Becomes _Box__size", "Mangled to _Safe__code"
fn mangled(text: &str, place: &Place<'_>) -> Option<Found> {
    let at = text.find('_')?;
    let length = text[at..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len() - at);
    let name = &text[at..at + length];
    let lead = text[..at].to_ascii_lowercase();
    let says = lead.contains("mangled") || lead.trim_end_matches(['`', ' ']).ends_with("becomes");
    let names_it = name.len() > place.attribute.len() && name.ends_with(place.attribute);
    let expr = format!("{name:?} in {}.{}.__code__.co_names", place.class, place.method);
    let found = Found::possible(text, Part::new(0, at + length), Kind::State, shows_true(expr));
    (place.is_private() && says && names_it).then(|| found.sure())
}

/// "no clash": no method of a base class knows the mangled name.
fn collision(text: &str, place: &Place<'_>) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let words = ["no collision", "no conflict", "no clash"].into_iter().find(|words| lower.starts_with(words))?;
    let name = format!("_{}{}", place.class.trim_start_matches('_'), place.attribute);
    let expr = format!(
        "not any({name:?} in f.__code__.co_names for b in {}.__mro__[1:] for f in vars(b).values() if hasattr(f, '__code__'))",
        place.class
    );
    place.is_private().then(|| Found::possible(text, Part::new(0, words.len()), Kind::State, shows_true(expr)))
}

/// "Calls the setter"
fn setter(text: &str, place: &Place<'_>) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let at = lower.find("setter")?;
    let verb =
        ["triggers", "calls", "invokes", "uses", "goes through"].into_iter().any(|verb| lower[..at].contains(verb));
    let expr = format!("getattr(vars({}).get({:?}), 'fset', None) is not None", place.class, place.attribute);
    let found = Found::possible(text, Part::new(0, at + "setter".len()), Kind::State, shows_true(expr));
    (verb && !place.owner.contains('.')).then_some(found)
}
