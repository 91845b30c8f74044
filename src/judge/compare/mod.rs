//! Whether a claimed text and what was observed are the same to a careful reader, and which rules that needed.
//!
//! Every way in which the two may differ is one of the named [`Rule`]s; what no rule covers is a difference.

mod alike;
mod lines;
mod literal;
mod message;
mod near;
mod normal;

pub use alike::{is_slip, same_form, same_items};
pub use lines::{in_one_line, with_standard_error};
pub use near::{misspelt, near, other_numbers};
pub use normal::without_addresses;

use super::Rule;
pub use super::Rules;
use crate::claims::literal::Literal;
use crate::wire::Value;

/// Compares a claimed text with what was printed.
pub fn printed(claimed: &str, actual: &str) -> Option<Rules> {
    let actual = actual.strip_suffix('\n').unwrap_or(actual);
    if actual.trim().is_empty() {
        return None;
    }
    text(claimed, actual)
        .or_else(|| lines::in_one_line(claimed, actual))
        .or_else(|| lines::with_commas(claimed, actual))
        .or_else(|| lines::numbers_from_to(claimed, actual))
        .or_else(|| without_brackets(claimed, actual))
        .or_else(|| thousands(claimed, actual))
        .or_else(|| lines::behind_label(claimed, actual))
        .or_else(|| lines::without_first_column(claimed, actual))
}

/// Compares a claimed text with all that a prompt shows.
pub fn shown(claimed: &str, actual: &str) -> Option<Rules> {
    // What stands behind a blank line is often left out.
    let first = actual.split("\n\n").next().unwrap_or(actual);
    let claimed = claimed.trim_end_matches('\n');
    text(claimed, actual.trim_end_matches('\n')).or_else(|| text(claimed, first).filter(|_| first.len() < actual.len()))
}

/// Compares a claimed text with a value, written either as `repr` or as `str` writes it.
pub fn value(claimed: &str, value: &Value) -> Option<Rules> {
    let bare = claimed.trim_matches('`');
    let by_str = if value.type_name == "str" { Rule::Quotes } else { Rule::Text };
    let is_other = value.type_name == "str" && reads_as_other(bare);
    if value.text.as_deref() == Some(bare) && !is_other {
        return Some(Rules::from([by_str]));
    }
    let as_repr =
        normal::same(bare, &value.repr).or_else(|| read(bare, &value.repr)).or_else(|| wrapped(bare, &value.repr));
    if let Some(rules) = as_repr.or_else(|| without_full_stop(bare, &value.repr)) {
        return Some(rules);
    }
    if value.name.as_deref() == Some(claimed.trim()) || value.type_name == claimed.trim() {
        return Some(Rules::from([Rule::ClassName]));
    }
    // A text in quotes claims a string, and nothing that only looks like it when printed.
    let shown = value.text.as_deref().filter(|_| inner(bare).is_none() && !is_other);
    let as_text = shown.and_then(|shown| text(claimed, shown)).map(|mut rules| {
        rules.insert(by_str);
        rules
    });
    as_text
        .or_else(|| without_brackets(claimed, &value.repr))
        .or_else(|| thousands(claimed, &value.repr))
        .or_else(|| contents(claimed, &value.repr))
}

/// A long value that a text breaks into lines, where Python shows one.
pub fn wrapped(claimed: &str, repr: &str) -> Option<Rules> {
    let in_one_line = claimed.split_whitespace().collect::<Vec<_>>().join(" ");
    let broken = claimed.trim().contains('\n') && !repr.contains('\n');
    (broken && in_one_line == repr).then(|| Rules::from([Rule::Whitespace]))
}

/// Whether two results are one but for the order of a set.
pub fn same_but_for_order(one: &str, other: &str) -> bool {
    read(one, other).is_some_and(|rules| rules.iter().all(|rule| *rule == Rule::Order))
}

/// Compares a claimed literal with a string that reads like it: `3.14` for '3.14'.
pub fn unquoted(claimed: &str, value: &Value) -> Option<Rules> {
    let shown = value.text.as_deref().filter(|_| value.type_name == "str")?;
    text(claimed, shown).filter(|_| reads_as_other(claimed)).map(|rules| with(rules, Rule::Quotes))
}

/// Whether a text is the literal of something that is no string: a number, a truth value, a container.
fn reads_as_other(claimed: &str) -> bool {
    Literal::whole(claimed).is_some_and(|literal| {
        use Literal::{Bytes, Dict, List, Number, Set, Tuple, Word};
        let constant = matches!(&literal, Word(word) if ["True", "False", "None"].contains(&word.as_str()));
        constant || matches!(literal, Number(_) | Bytes(_) | List(_) | Tuple(_) | Set(_) | Dict(_))
    })
}

/// Compares a claimed exception message with the one raised; `loosely`: any beginning of it will do.
///
/// The first line of a message of several will do, and so does a claim with commentary behind all of the message.
pub fn message(claimed: &str, actual: &str, loosely: bool) -> Option<Rules> {
    let first = actual.trim().lines().next().unwrap_or("");
    let without_more = || {
        let found = message::agrees(claimed, first, loosely).filter(|_| first != actual.trim());
        found.map(|rules| with(rules, Rule::Ellipsis))
    };
    let cut = |actual: &str| {
        let agrees = |(text, sign): (&str, &str)| {
            // What stands behind such a sign in the message itself is no commentary.
            let goes_on = actual.strip_prefix(text).is_some_and(|rest| rest.starts_with(sign))
                || message::is_value(&claimed[text.len()..]);
            message::same(text, actual).or_else(|| message::agrees(text, actual, loosely).filter(|_| !goes_on))
        };
        message::without_commentary(claimed).find_map(agrees).map(|rules| with(rules, Rule::Commentary))
    };
    message::agrees(claimed, actual, loosely).or_else(without_more).or_else(|| cut(actual)).or_else(|| cut(first))
}

fn with(mut rules: Rules, rule: Rule) -> Rules {
    rules.insert(rule);
    rules
}

/// One text against another, all of both.
fn text(claimed: &str, actual: &str) -> Option<Rules> {
    let claimed = claimed.trim_matches('`');
    normal::same(claimed, actual)
        .or_else(|| read(claimed, actual))
        .or_else(|| quoted(claimed, actual))
        .or_else(|| without_full_stop(claimed, actual))
}

/// Both sides read as values.
fn read(claimed: &str, actual: &str) -> Option<Rules> {
    let mut rules = Rules::new();
    let agrees = literal::agree(&Literal::whole(claimed)?, &Literal::whole(actual)?, &mut rules);
    agrees.then(|| with_marks(rules, claimed, actual))
}

/// Strings are compared by their characters: that they are written alike shows in the texts.
fn with_marks(mut rules: Rules, claimed: &str, actual: &str) -> Rules {
    let alike = |mark: char| claimed.matches(mark).count() == actual.matches(mark).count();
    if alike('\'') && alike('"') {
        rules.remove(&Rule::Quotes);
    }
    rules
}

/// `"B"` for a printed B.
fn quoted(claimed: &str, actual: &str) -> Option<Rules> {
    let Literal::Text(inner) = Literal::whole(claimed)? else { return None };
    let mut rules = normal::same(&inner, actual)?;
    rules.insert(Rule::Quotes);
    Some(rules)
}

fn inner(text: &str) -> Option<String> {
    match Literal::whole(text)? {
        Literal::Text(inner) => Some(inner),
        _ => None,
    }
}

fn without_full_stop(claimed: &str, actual: &str) -> Option<Rules> {
    let bare = claimed.trim_end().trim_end_matches(['!', '.']);
    if bare.len() == claimed.trim_end().len() || bare.is_empty() || claimed.trim_end().ends_with("...") {
        return None;
    }
    let mut rules = normal::same(bare, actual).or_else(|| read(bare, actual))?;
    rules.insert(Rule::Punctuation);
    Some(rules)
}

/// `1,000,000` for 1000000.
fn thousands(claimed: &str, actual: &str) -> Option<Rules> {
    let groups: Vec<&str> = claimed.trim().split(',').collect();
    let grouped = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    let digits = claimed.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | ' '));
    let same = claimed.trim().replace(',', "") == actual.trim();
    (grouped && digits && same).then(|| Rules::from([Rule::Digits]))
}

/// `{'a': 1}` for `Counter({'a': 1})`, `['a']` for `dict_keys(['a'])`, `(1, 2)` for `P(x=1, y=2)`.
fn contents(claimed: &str, repr: &str) -> Option<Rules> {
    let Literal::Call(_, arguments) = Literal::whole(repr)? else { return None };
    let claimed_value = &Literal::whole(claimed)?;
    let items = match (claimed_value, arguments.as_slice()) {
        (Literal::Tuple(_), _) if arguments.iter().all(|(name, _)| name.is_some()) => {
            Literal::Tuple(arguments.into_iter().map(|(_, value)| value).collect())
        }
        (Literal::Dict(_), [(None, Literal::List(items))]) => {
            Literal::Dict(items.iter().map(pair).collect::<Option<_>>()?)
        }
        (Literal::Dict(_) | Literal::List(_), [.., (None, last)]) => last.clone(),
        _ => return None,
    };
    let mut rules = Rules::from([Rule::Contents]);
    literal::agree(claimed_value, &items, &mut rules).then(|| with_marks(rules, claimed, repr))
}

/// `('a', 1)`, as older Pythons write an item of an `OrderedDict`.
fn pair(item: &Literal) -> Option<(Literal, Literal)> {
    match item {
        Literal::Tuple(two) if two.len() == 2 => Some((two[0].clone(), two[1].clone())),
        _ => None,
    }
}

/// `1, 2` for the tuple `(1, 2)` or the list `[1, 2]`.
fn without_brackets(claimed: &str, repr: &str) -> Option<Rules> {
    let (Literal::Tuple(actual) | Literal::List(actual)) = Literal::whole(repr)? else { return None };
    let items = Literal::sequence(claimed)?;
    let mut rules = Rules::from([Rule::Brackets]);
    let agrees = literal::agree(&Literal::Tuple(items), &Literal::Tuple(actual), &mut rules);
    agrees.then(|| with_marks(rules, claimed, repr))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(claimed: &str, actual: &str, expect: Option<&[Rule]>) {
        let expect = expect.map(|rules| rules.iter().copied().collect::<Rules>());
        assert_eq!(printed(claimed, actual), expect, "{claimed:?} against {actual:?}");
    }

    fn check_value(claimed: &str, repr: &str, shown: Option<&str>, name: Option<&str>, agrees: bool) {
        let seen = Value {
            repr: repr.into(),
            text: shown.map(str::to_owned),
            cut: false,
            type_name: if repr.starts_with('\'') { "str" } else { "x" }.into(),
            identity: 0,
            name: name.map(str::to_owned),
        };
        assert_eq!(value(claimed, &seen).is_some(), agrees, "{claimed:?} against {repr:?}");
    }

    #[test]
    fn the_same_text_needs_no_rule() {
        check("4", "4\n", Some(&[]));
        check("a b", "a b\n", Some(&[]));
        check("4", "5\n", None);
        check("", "\n", None);
    }

    #[test]
    fn each_rule_is_named() {
        use Rule::{
            Address, Case, ClassName, Columns, Digits, Ellipsis, Keywords, Label, Order, PrintedLines, Punctuation,
            Quotes, Range, Separators, Whitespace,
        };
        check("a  b ", "a b\n", Some(&[Whitespace]));
        check("<A object at 0x7f12>", "<A object at 0x55ff>\n", Some(&[Address]));
        check("<A object at 0x...>", "<A object at 0x55ff>\n", Some(&[Ellipsis]));
        check("[1, ..., 9]", "[1, 2, 3, 9]\n", Some(&[Ellipsis]));
        check("\"B\"", "B\n", Some(&[Quotes]));
        check("{\"a\": 1}", "{'a': 1}\n", Some(&[Quotes]));
        check("[a, b]", "['a', 'b']\n", Some(&[Quotes]));
        check("0.3", "0.30000000000000004\n", Some(&[Digits]));
        check("{1, 2}", "{2, 1}\n", Some(&[Order]));
        check("[D, A, object]", "[<class '__main__.D'>, <class '__main__.A'>, <class 'object'>]\n", Some(&[ClassName]));
        check("true", "True\n", Some(&[Case]));
        check("D -> B -> C", "D\nB\nC\n", Some(&[PrintedLines]));
        check("1, 2, 3", "1\n2\n3\n", Some(&[PrintedLines]));
        check("A 1, B 2", "A 1\nB 2\n", Some(&[PrintedLines]));
        check("True!", "True\n", Some(&[Punctuation]));
        check("P(1, 2)", "P(x=1, y=2)\n", Some(&[Keywords]));
        check("15", "Total: 15\n", Some(&[Label]));
        check("True, False", "True False\n", Some(&[Separators]));
        check("1, 2, ..., 5", "1\n2\n3\n4\n5\n", Some(&[PrintedLines, Ellipsis]));
        check("0 to 3", "0\n1\n2\n3\n", Some(&[Range]));
        check("1..3", "1 2 3\n", Some(&[Range]));
        check("0 A\n2 B\n4 C", "  1   0 A\n      2 B\n      4 C\n", Some(&[Columns]));
    }

    #[test]
    fn both_streams_are_shown_together() {
        let check = |claimed: &str, agrees: bool| {
            assert_eq!(with_standard_error(claimed, "a\nb\n", "x\ny\n").is_some(), agrees, "{claimed:?}");
        };
        check("a\nx\nb", true);
        check("x\na\nb\ny", true);
        check("y\na\nb", true);
        check("y\nx\na\nb", false);
        check("a\nx", false);
        check("a\nz\nb", false);
    }

    #[test]
    fn real_differences_stay() {
        check("5", "5.0\n", None);
        check("[1, 2]", "(1, 2)\n", None);
        check("0.4", "0.35\n", None);
        check("0.30000000000000007", "0.30000000000000004\n", None);
        check("7.199999999999992", "7.199999999999999\n", None);
        check("[1, 2]", "[2, 1]\n", None);
        check("'5'", "[5]\n", None);
        check("True", "False\n", None);
        check("1, 2, 3", "1\n2\n", None);
        check("5", "Total: 15\n", None);
        check("Hello", "hello\n", None);
        check("True, True", "True False\n", None);
        check("1, 2, ..., 6", "1\n2\n3\n4\n5\n", None);
        check("0 to 4", "0\n1\n2\n3\n", None);
        check("1 to 3", "1, 2, 3, 4\n", None);
        check("0 A\n2 B\n4 D", "  1   0 A\n      2 B\n      4 C\n", None);
        check("0 A\n2 B", "x 0 A\n  2 B\n", None);
    }

    #[test]
    fn values_agree_as_repr_or_as_str() {
        check_value("'a'", "'a'", Some("a"), None, true);
        check_value("a", "'a'", Some("a"), None, true);
        check_value("list", "<class 'list'>", None, Some("list"), true);
        check_value("1, 2", "(1, 2)", None, None, true);
        check_value("Color.RED", "<Color.RED: 1>", Some("Color.RED"), None, true);
        check_value("5", "'5'", Some("5"), None, false);
        check_value("[1]", "[2]", None, None, false);
        check_value("2,000", "2000", None, None, true);
        check_value("{'a': 2}", "Counter({'a': 2})", None, None, true);
        check_value("{'a': 3}", "Counter({'a': 2})", None, None, false);
        check_value("{'a': 1}", "OrderedDict([('a', 1)])", None, None, true);
        check_value("['a', 'b']", "dict_keys(['a', 'b'])", None, None, true);
        check_value("(1, 2)", "P(x=1, y=2)", None, None, true);
        check_value("(1, 3)", "P(x=1, y=2)", None, None, false);
        check_value("deque([1, 2])", "deque([1, 2], maxlen=3)", None, None, true);
        check_value("deque([1, 3])", "deque([1, 2], maxlen=3)", None, None, false);
        check_value("P(1)", "P(1, y=2)", None, None, false);
        check_value("2", "2.0", None, None, false);
        check_value("f(x) +\n  g(x)", "f(x) + g(x)", None, None, true);
        check_value("f(x) +\n  h(x)", "f(x) + g(x)", None, None, false);
    }
}
