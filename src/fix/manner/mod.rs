//! What came, written as the author would have written it: the same quotes, digits, abbreviations and joints.
//!
//! Several ways are tried, the author's own first; one that would not hold as a claim of what came is no way.

mod address;
mod join;
mod literal;
mod number;

use super::insert;
use crate::claims::{Claim, Form, Kind};
use crate::judge::Came;
use crate::wire::Value;

/// The lines to write; several only where there is room for them. `None` where no way of writing would hold.
pub fn lines(claim: &Claim, claimed: &str, came: &Came, has_room: bool) -> Option<Vec<String>> {
    // What the author has not written has no manner.
    let claimed = if insert::is_stand_in(claimed) { "" } else { claimed };
    let ways = match came {
        Came::Printed(printed) => printed_ways(claimed, printed, claim.form, has_room),
        Came::Value(value) => value_ways(claim.kind, claimed, value),
        Came::Raised(..) => Vec::new(),
    };
    let usable = |way: &String| !way.trim().is_empty() && (has_room || !way.contains('\n'));
    let way = ways.into_iter().filter(usable).find(|way| came.fits(claim.form, way))?;
    Some(way.lines().map(str::to_owned).collect())
}

/// A container with its first and last items alone. `None` where that is not what came, or would not hold.
pub fn shortened(claimed: &str, came: &Came, form: Form) -> Option<Vec<String>> {
    let plain = match came {
        Came::Printed(printed) => printed.trim_end(),
        Came::Value(value) => &value.repr,
        Came::Raised(..) => return None,
    };
    let way = literal::shortened(claimed, plain)?;
    came.fits(form, &way).then(|| vec![way])
}

fn value_ways(kind: Kind, claimed: &str, value: &Value) -> Vec<String> {
    let bare = claimed.trim_matches('`');
    let is_word = !bare.is_empty() && bare.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.');
    let name = value.name.clone().filter(|_| is_word);
    let type_name = Some(value.type_name.clone()).filter(|_| kind == Kind::Type && is_word && value.name.is_none());
    let text = value.text.clone().filter(|text| !literal::is_repr(bare) && !text.contains('\n'));
    let plain = [name, type_name, text, Some(value.repr.clone())].into_iter().flatten();
    plain.flat_map(|plain| styled(claimed, &plain)).collect()
}

fn printed_ways(claimed: &str, printed: &str, form: Form, has_room: bool) -> Vec<String> {
    let lines: Vec<&str> = printed.trim_end().lines().map(str::trim_end).collect();
    let whole = lines.join("\n");
    let mut ways = Vec::new();
    if lines.len() == 1 {
        ways.extend(join::behind_label(claimed, &whole));
        ways.extend(join::quoted(claimed, &whole));
        ways.extend(styled(claimed, &whole));
    } else if !claimed.contains('\n') && !matches!(form, Form::Output | Form::Repl) {
        // Where each line has one of its own, that is how they are written, but for an author who joins them.
        ways.extend(Some(whole.clone()).filter(|_| has_room && !join::is_joined(claimed)));
        ways.extend(join::joined(claimed, &lines));
    }
    ways.extend(join::abridged(claimed, &lines));
    let whole = address::kept(claimed, &whole);
    ways.push(if form == Form::Repl { with_blank_lines(&whole) } else { whole });
    ways
}

/// A blank line would end what a prompt shows.
fn with_blank_lines(text: &str) -> String {
    let lines = text.split('\n').map(|line| if line.is_empty() { "<BLANKLINE>" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// One result in the manner of another: all of it, less of it, and as Python writes it.
fn styled(claimed: &str, plain: &str) -> Vec<String> {
    let kept = address::kept(claimed, plain);
    let mut ways: Vec<String> = number::grouped(claimed, &kept).into_iter().collect();
    ways.extend(literal::constant(claimed, &kept));
    ways.extend(literal::rewritten(claimed, &kept));
    ways.push(kept);
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first way that would hold.
    fn check(claimed: &str, repr: &str, expect: &str) {
        let name = repr.strip_prefix("<class '").map(|rest| rest.trim_end_matches("'>").to_owned());
        let type_name = if repr.starts_with('\'') { "str" } else { "x" }.to_owned();
        let text = repr.strip_prefix('\'').map(|inner| inner.trim_end_matches('\'').to_owned());
        let value = Value { repr: repr.into(), text, cut: false, type_name, identity: 0, name };
        let came = Came::Value(Box::new(value.clone()));
        let mut ways = value_ways(Kind::Value, claimed, &value).into_iter();
        let found = ways.find(|way| came.fits(Form::Trailing, way));
        assert_eq!(found.as_deref(), Some(expect), "{claimed} for {repr}");
    }

    #[test]
    fn a_value_is_written_in_the_author_s_manner() {
        check("4", "5", "5");
        check("3.14", "2.718281828459045", "2.72");
        check("0.37", "0.38", "0.38");
        check("3.14", "2.5", "2.5");
        check("0.0", "1.2246467991473532e-16", "1.2246467991473532e-16");
        check("1,000,000", "2000000", "2,000,000");
        check("1_000", "2000", "2_000");
        check("\"a\"", "'b'", "\"b\"");
        check("a", "'b'", "b");
        check("[\"a\", 'b']", "['c']", "['c']");
        check("{\"a\": 1}", "{'b': 2}", "{\"b\": 2}");
        check("[\"a\"]", "[\"it's\"]", "[\"it's\"]");
        check("[1,2]", "[1, 3]", "[1,3]");
        check("list", "<class 'dict'>", "dict");
        check("<class 'list'>", "<class 'dict'>", "<class 'dict'>");
        check("[A, object]", "[<class '__main__.B'>, <class 'object'>]", "[B, object]");
        check("[0, 1, ..., 9]", "[0, 1, 2, 3, 4, 5]", "[0, 1, ..., 5]");
        check("[0, 1, ..., 9]", "[0, 1, 2]", "[0, 1, 2]");
        check("{10, 20, 30}", "{20, 10}", "{10, 20}");
        check("3, 1", "[1, 3]", "1, 3");
        check("P(2, 1)", "P(x=1, y=2)", "P(1, 2)");
        check("<A object at 0x...>", "<B object at 0x7f1234>", "<B object at 0x...>");
        check("<A object at 0x55aa>", "<B object at 0x7f1234>", "<B object at 0x55aa>");
    }
}
