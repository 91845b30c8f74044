//! What came instead of a claimed result, whole: for whoever writes it into the document, where a report has but a few
//! words.

use super::Rule;
use super::compare;
use crate::claims::Form;
use crate::wire::{Raised, Value};

/// The one thing that happened where a claim looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// This was printed, and no value given.
    Printed(String),
    /// This was the value, and nothing printed.
    Value(Box<Value>),
    /// This was printed, and then raised.
    Raised(String, Box<Raised>),
}

impl Came {
    /// Whether a text of this form would hold as a claim of it. Of an exception only its last line is looked at.
    pub fn fits(&self, form: Form, claimed: &str) -> bool {
        let rules = match self {
            Came::Printed(printed) if form == Form::Repl => {
                compare::shown(&claimed.replace("<BLANKLINE>", ""), printed)
            }
            Came::Printed(printed) => compare::printed(claimed, printed),
            Came::Value(value) => compare::value(claimed, value).or_else(|| compare::unquoted(claimed, value)),
            Came::Raised(_, raised) => return claimed.contains(&raised.type_name),
        };
        // What stands in a block of its own is copied: all digits are, and nothing is left out.
        let copied = matches!(form, Form::Repl | Form::Output);
        rules.is_some_and(|rules| !copied || !rules.contains(&Rule::Digits) && !rules.contains(&Rule::Label))
    }
}
