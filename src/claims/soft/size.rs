//! Sizes: "~8MB", "56 bytes per instance", "constant memory", "8x less memory".

use super::amount::{self, Amount, Measure};
use super::{explains_a_number, instances, open, phrase, soft, to_clause_end};
use crate::claims::marker::begins_with_word;
use crate::claims::model::{Certainty, Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::Shape;

/// What measures bytes to the byte, the same on every run.
const MEASURES: [&str; 4] = ["getsizeof(", ".nbytes", ".itemsize", ".getsize("];

/// Why a size is undecidable.
const WAYS: &str = "a size can be counted in several ways, and nothing here measures the one that is meant";

/// Words before an amount with which a claim is made; a text that begins otherwise names a purpose ("read 512 bytes").
const VERBS: [&str; 21] = [
    "uses", "use", "takes", "take", "takes up", "needs", "need", "weighs", "occupies", "consumes", "costs", "is",
    "are", "only", "just", "saves", "total", "memory", "size", "vs", "than",
];

const WORDED: [&str; 14] = [
    "constant memory",
    "no memory overhead",
    "~0 memory overhead",
    "no extra memory",
    "less memory",
    "more memory",
    "same memory",
    "memory efficient",
    "memory-efficient",
    "o(1) memory",
    "smaller in memory",
    "loads everything into memory",
    "loads entire file into memory",
    "loads the whole file into memory",
];

/// Reads all sizes of a line.
pub fn read(text: &str, subject: Subject<'_>) -> Vec<Found> {
    let amounts: Vec<Amount> =
        amount::find(text).into_iter().filter(|amount| amount.measure == Measure::Size).collect();
    let claimed = amounts.iter().filter(|amount| is_claim(text, amount) && !explains_a_number(text, amount, subject));
    let alone = amounts.len() == 1;
    let mut found: Vec<Found> = claimed.map(|amount| of_amount(text, amount, alone, subject)).collect();
    if found.is_empty() {
        found.extend(worded(text));
    }
    found
}

/// Whether the statement measures bytes.
fn measures(subject: Subject<'_>) -> bool {
    let header = subject.statement.header.of(subject.code);
    MEASURES.iter().any(|word| header.contains(word))
}

/// Reads "34 bytes" at the beginning of a text beside code that measures it: a whole number of bytes, and no more, is exact.
pub fn exact(text: &str, subject: Subject<'_>) -> Option<Found> {
    let digits = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b',').count();
    let behind = text[digits..].trim_start();
    let unit = ["bytes", "byte", "B"].into_iter().find(|unit| begins_with_word(behind, unit))?;
    let number = text[..digits].replace(',', "");
    let end = text.len() - behind.len() + unit.len();
    let reading = match subject.prints() {
        true => Reading::Stdout(number),
        false => Reading::Value(number),
    };
    (measures(subject) && digits > 0).then(|| Found::possible(text, Part::new(0, end), Kind::Size, reading).sure())
}

/// An amount that is approximate, or that stands where a result stands.
fn is_claim(text: &str, amount: &Amount) -> bool {
    let before = text[..amount.part.start].trim_end();
    let word = before.rsplit([' ', '(']).next().unwrap_or("").to_lowercase();
    amount.about
        || before.is_empty()
        || before.ends_with([':', '(', '=', '>', '→', ',', '-', '—'])
        || VERBS.contains(&word.as_str())
}

fn of_amount(text: &str, amount: &Amount, alone: bool, subject: Subject<'_>) -> Found {
    let bytes = amount.bounds;
    let mut readings = vec![Reading::Size { expr: None, bytes }];
    let measured = measures(subject);
    if let Some(name) = target(subject).filter(|_| !measured) {
        readings.extend(sizes_of(name).map(|expr| Reading::Size { expr: Some(expr), bytes }));
    }
    if let Some(own) = instances::measured(text, amount, subject).filter(|_| !measured) {
        let readings = own.exprs.into_iter().map(|expr| Reading::Size { expr: Some(expr), bytes }).collect();
        let found = soft(text, amount.part, Kind::Size, readings);
        return if own.all { found } else { found.opened(WAYS) };
    }
    let found = soft(text, amount.part, Kind::Size, readings);
    if measured && alone {
        return found;
    }
    let found = found.opened(WAYS);
    // Beside a constant the amount is what the number stands for.
    let constant = matches!(subject.statement.shape, Shape::Assign { constant: true, .. });
    if constant { Found { certainty: Certainty::Possible, ..found }.closed() } else { found }
}

/// The one name that the statement binds.
fn target(subject: Subject<'_>) -> Option<&str> {
    match &subject.statement.shape {
        Shape::Assign { targets, .. } => match targets.as_slice() {
            [name] if name.chars().all(|c| c.is_alphanumeric() || c == '_') => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// The object alone, and with the dictionary of its attributes.
fn sizes_of(name: &str) -> [String; 2] {
    let own = format!("__import__('sys').getsizeof({name})");
    let attributes = format!("__import__('sys').getsizeof(vars({name}))");
    [own.clone(), format!("{own} + {attributes}")]
}

/// Sizes that are told by comparison.
fn worded(text: &str) -> Option<Found> {
    let part = phrase(text, &WORDED)?;
    let part = to_clause_end(text, part);
    Some(open(text, part, Kind::Size, "it compares with what does not stand beside it"))
}

impl Found {
    /// The same without the reading that keeps it open: dropped where nothing agrees.
    fn closed(mut self) -> Self {
        self.readings.retain(|reading| !matches!(reading, Reading::Open(_)));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn check(code: &str, text: &str, expect: bool) {
        let module = parse(code);
        let subject = Subject::new(code, &module, &module.statements[0]);
        assert_eq!(exact(text, subject).is_some(), expect, "{code:?} # {text}");
    }

    #[test]
    fn bytes_beside_a_measurement_are_an_exact_size() {
        check("sys.getsizeof(x)\n", "34 bytes", true);
        check("print(sys.getsizeof(x))\n", "1,024 bytes on 64 bits", true);
        check("sys.getsizeof(x)\n", "about 34 bytes", false);
        check("f(x)\n", "34 bytes", false);
    }
}
