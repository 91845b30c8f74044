//! Two values, as written, compared item by item.

use super::{Rules, normal};
use crate::claims::answer;
use crate::claims::literal::{Argument, Literal};
use crate::judge::Rule;

/// Whether the claimed value is the actual one to a careful reader; adds the rules it needed.
pub fn agree(claimed: &Literal, actual: &Literal, rules: &mut Rules) -> bool {
    use Literal::{Angle, Bytes, Call, Dict, List, Number, Rest, Set, Text, Tuple, Word};
    match (claimed, actual) {
        (Rest, _) => needs(rules, Rule::Ellipsis),
        (Number(claimed), Number(actual)) => numbers(claimed, actual, rules),
        (Text(claimed), Text(actual)) => texts(claimed, actual, rules),
        (Bytes(claimed), Bytes(actual)) => claimed == actual,
        (Word(claimed), Word(actual)) => words(claimed, actual, rules),
        (Word(word), Text(actual)) => claimed.is_name() && word == actual && needs(rules, Rule::Quotes),
        (Word(claimed), Angle(actual)) => names(claimed, actual) && needs(rules, Rule::ClassName),
        (Angle(claimed), Angle(actual)) => angles(claimed, actual, rules),
        (List(claimed), List(actual)) | (Tuple(claimed), Tuple(actual)) => in_order(claimed, actual, rules),
        (Set(claimed), Set(actual)) => in_any_order(claimed, actual, rules),
        (Dict(claimed), Dict(actual)) => dictionaries(claimed, actual, rules),
        (Call(claimed, arguments), Call(actual, values)) => {
            let same = claimed == actual || is_tail(claimed, actual) && needs(rules, Rule::ClassName);
            same && calls(arguments, values, rules)
        }
        _ => false,
    }
}

fn needs(rules: &mut Rules, rule: Rule) -> bool {
    rules.insert(rule);
    true
}

/// Whether one dotted name is the end of the other: `Color.RED` and `shapes.Color.RED`.
fn is_tail(one: &str, other: &str) -> bool {
    let ends = |long: &str, short: &str| long == short || long.ends_with(&format!(".{short}"));
    ends(one, other) || ends(other, one)
}

/// Equal as numbers, or equal when rounded to the digits that the text writes. Never across whole numbers and floats.
fn numbers(claimed: &str, actual: &str, rules: &mut Rules) -> bool {
    if claimed == actual {
        return true;
    }
    let is_float = |text: &str| text.contains(['.', 'e', 'E', 'n']) && !text.starts_with("0x") && !text.contains('j');
    if !is_float(claimed) || !is_float(actual) {
        let whole = |text: &str| text.trim_start_matches('+').parse::<i128>().ok();
        if whole(claimed).is_some() && whole(claimed) == whole(actual) {
            return true;
        }
        // "1e6" is a short way to write 1000000.
        let short = claimed.contains(['e', 'E']) && !claimed.contains(['.', 'x', 'j']);
        let same = || whole(actual).is_some() && claimed.parse::<f64>().ok() == actual.parse::<f64>().ok();
        return short && same() && needs(rules, Rule::Digits);
    }
    let (Ok(written), Ok(value)) = (claimed.parse::<f64>(), actual.parse::<f64>()) else { return false };
    // Two long numbers may be one float and still be written differently: only one of them is what Python shows.
    if written == value {
        return significant(claimed) < 17;
    }
    // Where all digits are written, all digits are claimed.
    let shorter = significant(claimed) < significant(actual);
    let noise = shorter && (written - value).abs() <= 1e-9 * value.abs();
    let abbreviated = significant(actual) >= 8 && significant(claimed) >= 2;
    (noise || abbreviated && rounds_to(claimed, written, value)) && needs(rules, Rule::Digits)
}

/// Significant digits of a number as written.
fn significant(number: &str) -> usize {
    let mantissa = number.split(['e', 'E']).next().unwrap_or(number);
    mantissa.chars().filter(char::is_ascii_digit).skip_while(|digit| *digit == '0').count()
}

/// Whether `value`, rounded as `claimed` is written, is what is written there.
fn rounds_to(claimed: &str, written: f64, value: f64) -> bool {
    if claimed.contains(['e', 'E']) {
        let digits = significant(claimed).saturating_sub(1);
        return format!("{written:.digits$e}") == format!("{value:.digits$e}");
    }
    let decimals = claimed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    decimals > 0 && format!("{value:.decimals$}") == format!("{written:.decimals$}")
}

fn texts(claimed: &str, actual: &str, rules: &mut Rules) -> bool {
    if claimed == actual {
        // Both were read as strings: written with other quotes, they are the same.
        return needs(rules, Rule::Quotes);
    }
    let open = claimed.contains("...") || claimed.contains('…');
    open && normal::matches(claimed, actual) && needs(rules, Rule::Ellipsis)
}

fn words(claimed: &str, actual: &str, rules: &mut Rules) -> bool {
    let constant = ["True", "False", "None"].contains(&actual);
    claimed == actual
        || constant && (claimed.eq_ignore_ascii_case(actual) || answers(claimed, actual)) && needs(rules, Rule::Case)
        || !constant && is_tail(claimed, actual) && needs(rules, Rule::ClassName)
}

/// "yes" for `True`, "no" for `False`.
fn answers(claimed: &str, actual: &str) -> bool {
    let answer = answer(claimed);
    answer == Some(true) && actual == "True" || answer == Some(false) && actual == "False"
}

/// Whether `name` is what `<angle>` shows: a class, a function, a member of an enumeration.
fn names(name: &str, angle: &str) -> bool {
    let shown = match angle.strip_prefix("class '").and_then(|rest| rest.strip_suffix('\'')) {
        Some(class) => class,
        None => match angle.strip_prefix("function ").or_else(|| angle.strip_prefix("built-in function ")) {
            Some(function) => function.split(' ').next().unwrap_or(function),
            None => angle.split(':').next().unwrap_or(angle),
        },
    };
    is_tail(shown, name)
}

fn angles(claimed: &str, actual: &str, rules: &mut Rules) -> bool {
    if let Some(found) = normal::same(claimed, actual) {
        rules.extend(found);
        return true;
    }
    // Python 2 wrote `<type 'list'>`.
    let class = |text: &str| {
        text.strip_prefix("class '")
            .or(text.strip_prefix("type '"))
            .and_then(|rest| rest.strip_suffix('\''))
            .map(str::to_owned)
    };
    match (class(claimed), class(actual)) {
        (Some(claimed), Some(actual)) => is_tail(&claimed, &actual) && needs(rules, Rule::ClassName),
        _ => {
            if is_function_of_ipython(claimed, actual) {
                return needs(rules, Rule::ClassName);
            }
            // `<A object>` for `<__main__.A object at 0x…>`
            let main = normal::without_addresses(actual).replace("__main__.", "").replace(" at 0x", "");
            let claimed = normal::without_addresses(claimed).replace("__main__.", "").replace(" at 0x", "");
            (claimed == main || normal::matches(&claimed, &main)) && needs(rules, Rule::ClassName)
        }
    }
}

/// IPython writes `<function __main__.f(x)>` for `<function f at 0x…>`.
fn is_function_of_ipython(claimed: &str, actual: &str) -> bool {
    let name = |text: &str, end: char| {
        let (name, _) = text.strip_prefix("function ")?.split_once(end)?;
        name.rsplit("__main__.").next().map(str::to_owned)
    };
    name(claimed, '(').is_some() && name(claimed, '(') == name(actual, ' ')
}

/// Items in order; `...` stands for any number of them.
fn in_order(claimed: &[Literal], actual: &[Literal], rules: &mut Rules) -> bool {
    match claimed.iter().position(|item| *item == Literal::Rest) {
        None => claimed.len() == actual.len() && claimed.iter().zip(actual).all(|(c, a)| agree(c, a, rules)),
        Some(at) => {
            let (head, tail) = (&claimed[..at], &claimed[at + 1..]);
            let fits = head.len() + tail.len() <= actual.len() && !tail.contains(&Literal::Rest);
            fits && needs(rules, Rule::Ellipsis)
                && in_order(head, &actual[..head.len()], rules)
                && in_order(tail, &actual[actual.len() - tail.len()..], rules)
        }
    }
}

fn in_any_order(claimed: &[Literal], actual: &[Literal], rules: &mut Rules) -> bool {
    let mut straight = rules.clone();
    if in_order(claimed, actual, &mut straight) {
        *rules = straight;
        return true;
    }
    let mut left: Vec<&Literal> = actual.iter().collect();
    let found = claimed.iter().all(|item| {
        let at = left.iter().position(|other| agree(item, other, &mut rules.clone()));
        at.map(|at| agree(item, left.remove(at), rules)).is_some()
    });
    found && left.is_empty() && needs(rules, Rule::Order)
}

fn dictionaries(claimed: &[(Literal, Literal)], actual: &[(Literal, Literal)], rules: &mut Rules) -> bool {
    let pairs = |items: &[(Literal, Literal)]| {
        let pair = |(key, value): &(Literal, Literal)| match key {
            Literal::Rest => Literal::Rest,
            _ => Literal::Tuple(vec![key.clone(), value.clone()]),
        };
        items.iter().map(pair).collect::<Vec<_>>()
    };
    in_any_order(&pairs(claimed), &pairs(actual), rules)
}

fn calls(claimed: &[Argument], actual: &[Argument], rules: &mut Rules) -> bool {
    if let [(None, Literal::Rest)] = claimed {
        return needs(rules, Rule::Ellipsis);
    }
    // `deque([1, 2], maxlen=3)` is often written without its bound.
    let bound = matches!(actual, [_, (Some(name), _)] if name == "maxlen" && claimed.len() == 1);
    let actual = if bound && needs(rules, Rule::Keywords) { &actual[..1] } else { actual };
    let same = |((claimed_name, c), (actual_name, a)): (&Argument, &Argument)| {
        let named = claimed_name == actual_name || claimed_name.is_none() && needs(rules, Rule::Keywords);
        named && agree(c, a, rules)
    };
    claimed.len() == actual.len() && claimed.iter().zip(actual).all(same)
}
