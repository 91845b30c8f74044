//! Sizes in memory: "34 bytes" beside `sys.getsizeof`.

use crate::claims::marker::begins_with_word;
use crate::claims::model::{Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;

/// Reads such a wording. Only whole numbers of bytes are: "about 30 bytes" is no exact claim.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    let measures = ["getsizeof(", ".nbytes", ".itemsize"]
        .iter()
        .any(|word| subject.statement.header.of(subject.code).contains(word));
    let digits = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b',').count();
    let behind = text[digits..].trim_start();
    let unit = ["bytes", "byte", "B"].into_iter().find(|unit| begins_with_word(behind, unit))?;
    let number = text[..digits].replace(',', "");
    let end = text.len() - behind.len() + unit.len();
    let reading = match subject.prints() {
        true => Reading::Stdout(number),
        false => Reading::Value(number),
    };
    (measures && digits > 0).then(|| Found::possible(text, Part::new(0, end), Kind::Size, reading).sure())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn check(code: &str, text: &str, expect: bool) {
        let module = parse(code);
        let subject = Subject { code, module: &module, statement: &module.statements[0] };
        assert_eq!(read(text, subject).is_some(), expect, "{code:?} # {text}");
    }

    #[test]
    fn bytes_beside_a_measurement_are_a_size() {
        check("sys.getsizeof(x)\n", "34 bytes", true);
        check("print(sys.getsizeof(x))\n", "1,024 bytes on 64 bits", true);
        check("sys.getsizeof(x)\n", "about 34 bytes", false);
        check("f(x)\n", "34 bytes", false);
    }
}
