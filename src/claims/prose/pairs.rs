//! An expression, a few words, and its result: `` `f(1)` returns `2` ``, `` - `len('abc')` → `3` ``; several expressions
//! with one result, or with one each.

use super::echoes;
use super::inline::{Code, Prose, Result};
use super::links::{self, Linked, linked};
use super::raised;
use super::said::{self, Link, Said};
use super::subject::{self, Role};
use crate::syntax;
use crate::text::Span;

/// Words behind a number that end like the plural of a noun.
const NO_NOUNS: [&str; 8] = ["always", "unless", "this", "thus", "plus", "besides", "perhaps", "regardless"];
/// Words behind a result with which it is none: "is `3` or more".
const GOES_ON: [&str; 22] = [
    "or", "more", "less", "times", "plus", "minus", "levels", "fewer", "greater", "bigger", "longer", "smaller",
    "apart", "long", "away", "higher", "lower", "of", "to", "through", "than", "percent",
];

/// Words behind a result that tell on which terms it comes about.
const TERMS: [&str; 5] = ["with the ", "with `", "under ", "using ", "given "];

/// All pairs of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    let mut all = Vec::new();
    for (at, left) in prose.codes.iter().enumerate() {
        let said = direct(prose, at);
        let said = if said.is_empty() { item(prose, *left, prose.codes.get(at + 1)) } else { said };
        if let Some(last) = said.last() {
            all.extend(more(prose, last));
            all.extend(raised::with_message(prose, last));
            all.extend(echoes::behind(prose, last));
        }
        all.extend(said);
    }
    all
}

/// What the same sentence goes on to say of the expression: "prints `hi` and returns `None`".
fn more(prose: &Prose<'_>, said: &Said) -> Option<Said> {
    let joined = prose.behind(said.span.end);
    let joined = joined.trim_start_matches(['`', '*', '_', ',', '"']);
    let rest = ["and ", "but "].iter().find_map(|word| joined.trim_start().strip_prefix(word))?;
    let start = prose.span.end - rest.len();
    let Linked { link, result, .. } = linked(prose, start)?;
    let claimed = result.span;
    let next = Said { expr: said.expr.clone(), ..Said::of(String::new(), result, link) };
    (claimed.start >= said.span.end).then_some(next)
}

/// The result follows the words right behind the expression, or behind the last of several.
fn direct(prose: &Prose<'_>, at: usize) -> Vec<Said> {
    let left = prose.codes[at];
    let rest = prose.behind(left.outside.end);
    let twice = ["twice", "a second time"].iter().find_map(|words| rest.trim_start().strip_prefix(words));
    let start = twice.map_or(left.outside.end, |behind| prose.span.end - behind.len());
    let Some(linked) = linked(prose, start) else { return Vec::new() };
    let subjects = subjects(prose, at, linked.many);
    let role = subject::role(prose, subjects[0]);
    if linked.link == Link::Value && (role == Role::Operand || is_count(prose, &linked.result)) {
        return Vec::new();
    }
    let said = |code: &Code, result: Result| {
        let said = Said::new(prose, code.inside, result, linked.link);
        let expr = if twice.is_some() { format!("({0}, {0})[1]", said.expr) } else { said.expr.clone() };
        // Of several, each has its own place, and the result is theirs together.
        let span = if code.inside == left.inside { said.span } else { code.inside };
        let only_if_so = role != Role::Subject || linked.loosely || has_terms(prose, &linked);
        Said { expr, span, only_if_so, ..said }
    };
    let results = results(prose, &linked);
    match (subjects.as_slice(), results.as_slice()) {
        (_, []) => Vec::new(),
        (all, [one]) => {
            let all = all.iter().filter(|code| is_no_literal(prose, **code, one));
            // "`1` and `1.0` are both `1`": equal is meant.
            let at_large = subjects.len() > 1 && one.written.trim().parse::<f64>().is_ok();
            all.map(|code| Said { at_large, ..said(code, one.clone()) }).collect()
        }
        ([only], several) => several_of_one(said(only, joined(several, linked.link))),
        (all, several) if all.len() == several.len() => {
            all.iter().zip(several).map(|(code, result)| said(code, result.clone())).collect()
        }
        _ => Vec::new(),
    }
}

/// "becomes `0.12` with the default": what is done to the expression, and on which terms, is not written in it.
fn has_terms(prose: &Prose<'_>, linked: &Linked) -> bool {
    let behind = prose.behind(linked.result.end).trim_start_matches(['`', '*', '_']);
    let terms = TERMS.iter().any(|words| behind.trim_start().starts_with(words));
    linked.link == Link::Value && behind.starts_with([' ', '\n']) && terms
}

/// "gives `1`, `2` and `3`": what comes out one after the other; it may be said of something else.
fn several_of_one(said: Said) -> Vec<Said> {
    match said.link {
        Link::Stdout => vec![said],
        Link::Value => vec![Said { expr: format!("list({})", said.expr), only_if_so: true, ..said }],
        _ => Vec::new(),
    }
}

/// Several results as one: printed lines, or the items of a list.
pub fn joined(results: &[Result], link: Link) -> Result {
    let texts: Vec<&str> = results.iter().map(|result| result.written.as_str()).collect();
    let written = if link == Link::Stdout { texts.join("\n") } else { format!("[{}]", texts.join(", ")) };
    let (first, last) = (&results[0], &results[results.len() - 1]);
    Result { written, span: Span::new(first.span.start, last.span.end), end: last.end }
}

/// The expression, with those that stand before it in a row, where the verb can be of several.
fn subjects(prose: &Prose<'_>, at: usize, many: bool) -> Vec<Code> {
    let joins = |gap: &str| ["and", ",", ", and", "or", "as well as", ", or"].contains(&gap.trim());
    let is_expression = |code: &Code| syntax::expression(code.inside.of(prose.text)).is_some_and(|read| read.computes);
    let mut first = at;
    while many
        && first > 0
        && joins(prose.between(prose.codes[first - 1].outside.end, prose.codes[first].outside.start))
        && is_expression(&prose.codes[first - 1])
    {
        first -= 1;
    }
    prose.codes[first..=at].to_vec()
}

/// The results that the text names; none where it takes the first back: "is `3` or more".
fn results(prose: &Prose<'_>, linked: &Linked) -> Vec<Result> {
    let all = enumerated(prose, &linked.result, linked.link);
    let goes_on = |result: &Result| {
        let behind = prose.behind(result.end).trim_start_matches(['`', '*', '_', '"']);
        let other = behind.strip_prefix(", or").is_some_and(|rest| rest.trim_start().starts_with('`'));
        let word: String = behind.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        other || behind.starts_with([' ', '\n']) && GOES_ON.contains(&word.as_str())
    };
    if all.iter().any(goes_on) { Vec::new() } else { all }
}

/// `1`, `2` and `3`, where the text goes on to name more results, each of them no subject of its own.
pub fn enumerated(prose: &Prose<'_>, first: &Result, link: Link) -> Vec<Result> {
    let mut all = vec![first.clone()];
    while let Some(next) = next_of(prose, all[all.len() - 1].end, link) {
        all.push(next);
    }
    all
}

fn next_of(prose: &Prose<'_>, end: usize, link: Link) -> Option<Result> {
    let rest = prose.behind(end);
    let joints = [", and ", " and ", ", then ", " then ", ", ", " and\n", ",\n"];
    let joint = joints.iter().find(|joint| rest.starts_with(**joint))?;
    let next = prose.result_at(end + joint.len())?;
    let plain =
        said::is_plain_result(&next.written) || link == Link::Stdout && prose.code_at(end + joint.len()).is_some();
    (plain && linked(prose, next.end).is_none()).then_some(next)
}

/// "`["b", "a"]` gives `['a', 'b']`": what gives another literal is not the literal, but something done to it.
fn is_no_literal(prose: &Prose<'_>, code: Code, result: &Result) -> bool {
    ["True", "False"].contains(&result.written.trim()) || !said::is_value(code.inside.of(prose.text).trim())
}

/// "yields `6` tuples": how many there are, and not what they are.
pub fn is_count(prose: &Prose<'_>, result: &Result) -> bool {
    let behind = prose.behind(result.end).trim_start_matches(['`', '*', '_']);
    let noun: String = behind.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    let is_number = !result.written.is_empty() && result.written.chars().all(|c| c.is_ascii_digit());
    is_number && behind.starts_with(' ') && noun.len() > 3 && noun.ends_with('s') && !NO_NOUNS.contains(&noun.as_str())
}

/// `` * `xs.sort()`: in place, returns `None` ``: an item about an expression, with its result further on.
fn item(prose: &Prose<'_>, left: Code, right: Option<&Code>) -> Vec<Said> {
    right.and_then(|right| of_item(prose, left, right)).into_iter().collect()
}

fn of_item(prose: &Prose<'_>, left: Code, right: &Code) -> Option<Said> {
    let before = prose.line_before(left.outside.start).trim();
    let bullet = before.trim_matches('*').trim();
    let item = ["", "-", "+", "•"].contains(&bullet) && !before.is_empty()
        || bullet.trim_end_matches(['.', ')']).parse::<u8>().is_ok();
    let gap = prose.between(left.outside.end, right.outside.start);
    let explained =
        gap.trim_start_matches('*').starts_with([':', '—', '–']) || gap.starts_with(" - ") || gap.starts_with(" -- ");
    if !item || !explained || gap.contains(['\n', ';']) || gap.contains(". ") {
        return None;
    }
    let words: Vec<&str> = gap.split_whitespace().collect();
    let link = (1..=2)
        .rev()
        .filter(|count| *count <= words.len())
        .find_map(|count| links::link(&words[words.len() - count..].join(" ")));
    let bare = gap.trim_matches(['*', ' ', ':', '—', '–', '-']).is_empty();
    let link = link.or(bare.then_some(Link::Value))?;
    let result = prose.result_at(right.outside.start)?;
    // The item explains the expression at large: what it gives behind the block proves little.
    Some(Said {
        at_large: true,
        span: Span::new(left.inside.start, result.span.end),
        ..Said::new(prose, left.inside, result, link)
    })
}
