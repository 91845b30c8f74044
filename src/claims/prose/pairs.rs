//! An expression, a few words, and its result: `` `f(1)` returns `2` ``, `` - `len('abc')` → `3` ``.

use super::inline::{Code, Prose};
use super::said::{Link, Said};

/// The words and signs that may stand between the two, in lower case.
#[rustfmt::skip]
const LINKS: &[(&str, Link)] = &[
    ("->", Link::Value), ("-->", Link::Value), ("→", Link::Value), ("=>", Link::Value), ("⇒", Link::Value), ("==", Link::Value), ("➜", Link::Value),
    ("=", Link::Value), ("returns", Link::Value), ("return", Link::Value), ("is", Link::Value), ("is equal to", Link::Value),
    ("gives", Link::Value), ("gives you", Link::Value), ("yields", Link::Value), ("equals", Link::Value), ("evaluates to", Link::Value),
    ("produces", Link::Value), ("results in", Link::Value), ("becomes", Link::Value), ("be", Link::Value), ("give", Link::Value),
    ("prints", Link::Stdout), ("print", Link::Stdout), ("outputs", Link::Stdout), ("displays", Link::Stdout), ("shows", Link::Value),
    ("raises", Link::Raises), ("throws", Link::Raises), ("fails with", Link::Raises), ("raise", Link::Raises),
    ("leads to", Link::Raises), ("triggers", Link::Raises), ("causes", Link::Raises), ("ends in", Link::Raises), ("ends with", Link::Raises),
    ("computes", Link::Value), ("evaluates as", Link::Value), ("comes out as", Link::Value), ("turns into", Link::Value),
    ("reduces to", Link::Value), ("simplifies to", Link::Value), ("gets you", Link::Value), ("so it is", Link::Value),
    ("expands to", Link::Value), ("hands back", Link::Value), ("gives back", Link::Value),
    ("yield", Link::Value), ("produce", Link::Value), ("evaluate to", Link::Value),
    ("may be", Link::Perhaps), ("might be", Link::Perhaps), ("can be", Link::Perhaps),
];

/// Words that may stand beside them and change nothing.
const FILLERS: [&str; 31] = [
    "a",
    "an",
    "the",
    "also",
    "always",
    "now",
    "still",
    "then",
    "simply",
    "just",
    "actually",
    "therefore",
    "and",
    "which",
    "string",
    "value",
    "list",
    "tuple",
    "dict",
    "dictionary",
    "set",
    "integer",
    "float",
    "number",
    "boolean",
    "result",
    "only",
    "exactly",
    "too",
    "indeed",
    "will",
];

/// What is done to an expression to see its own result.
const EVALUATING: [&str; 10] = [
    "calling",
    "running",
    "evaluating",
    "invoking",
    "executing",
    "trying",
    "typing",
    "entering",
    "writing",
    "accessing",
];
/// Words behind a number that end like the plural of a noun.
const NO_NOUNS: [&str; 8] = ["always", "unless", "this", "thus", "plus", "besides", "perhaps", "regardless"];

/// All pairs of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    let behind =
        |(at, left): (usize, &Code)| direct(prose, *left).or_else(|| of_item(prose, *left, prose.codes.get(at + 1)?));
    let all = prose.codes.iter().enumerate().filter_map(behind);
    all.flat_map(|said| std::iter::once(said.clone()).chain(more(prose, &said))).collect()
}

/// What the same sentence goes on to say of the expression: "prints `hi` and returns `None`".
fn more(prose: &Prose<'_>, said: &Said) -> Option<Said> {
    let joined = prose.behind(said.span.end);
    let joined = joined.trim_start_matches(['`', '*', '_', ',', '"']);
    let rest = ["and ", "but "].iter().find_map(|word| joined.trim_start().strip_prefix(word))?;
    let start = prose.span.end - rest.len();
    let (link, result) = linked(prose, start)?;
    let claimed = result.span;
    let next = Said { expr: said.expr.clone(), ..Said::of(String::new(), result, link) };
    (claimed.start >= said.span.end).then_some(next)
}

/// The result follows the words right behind the expression.
fn direct(prose: &Prose<'_>, left: Code) -> Option<Said> {
    let rest = prose.behind(left.outside.end);
    let twice = ["twice", "a second time"].iter().find_map(|words| rest.trim_start().strip_prefix(words));
    let start = twice.map_or(left.outside.end, |behind| prose.span.end - behind.len());
    let (link, result) = linked(prose, start)?;
    if link == Link::Value && (is_acted_on(prose, left) || is_count(prose, &result)) {
        return None;
    }
    let said = Said::new(prose, left.inside, result, link);
    Some(if twice.is_some() { Said { expr: format!("({0}, {0})[1]", said.expr), ..said } } else { said })
}

/// "Sorting `xs` gives …", "Iterating over `d` gives …": the result is of what is done to it, not its own.
fn is_acted_on(prose: &Prose<'_>, code: Code) -> bool {
    let before = prose.between(prose.sentence(code.outside).start, code.outside.start);
    let clause = before.rsplit([',', ';', ':', '(', '`']).next().unwrap_or(before).to_lowercase();
    let mut words = clause.split_whitespace().skip_while(|word| ["and", "but", "so", "then"].contains(word)).take(5);
    let acts = words.next().is_some_and(|word| word.ends_with("ing") && !EVALUATING.contains(&word));
    acts && words.count() < 4
}

/// "yields `6` tuples": how many there are, and not what they are.
fn is_count(prose: &Prose<'_>, result: &super::inline::Result) -> bool {
    let behind = prose.behind(result.end).trim_start_matches(['`', '*', '_']);
    let noun: String = behind.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    let is_number = !result.written.is_empty() && result.written.chars().all(|c| c.is_ascii_digit());
    is_number && behind.starts_with(' ') && noun.len() > 3 && noun.ends_with('s') && !NO_NOUNS.contains(&noun.as_str())
}

/// The link that begins at a place, and the result behind it.
fn linked(prose: &Prose<'_>, start: usize) -> Option<(Link, super::inline::Result)> {
    let mut at = start;
    let mut words = String::new();
    for word in prose.behind(start).split_inclusive([' ', '\n']).take(7) {
        if let Some(link) = link(&words)
            && let Some(result) = result_behind(prose, at)
        {
            return Some((link, result));
        }
        words.push_str(word);
        at += word.len();
        if word.contains('`') || word.ends_with("\n\n") {
            break;
        }
    }
    None
}

/// A result, behind marks that set it off.
fn result_behind(prose: &Prose<'_>, at: usize) -> Option<super::inline::Result> {
    let rest = prose.behind(at);
    let marks = rest.len() - rest.trim_start_matches(['*', '_', '(', ' ']).len();
    prose.result_at(at + marks)
}

fn link(words: &str) -> Option<Link> {
    let lower = words.to_lowercase();
    let kept: Vec<&str> = lower
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| "*_,(".contains(c)))
        .filter(|word| !word.is_empty() && !FILLERS.contains(word))
        .collect();
    let kept = kept.join(" ");
    LINKS.iter().find(|(link, _)| *link == kept).map(|(_, link)| *link)
}

/// `` * `xs.sort()`: in place, returns `None` ``: an item about an expression, with its result further on.
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
        .find_map(|count| link(&words[words.len() - count..].join(" ")));
    let bare = gap.trim_matches(['*', ' ', ':', '—', '–', '-']).is_empty();
    let link = link.or(bare.then_some(Link::Value))?;
    let result = prose.result_at(right.outside.start)?;
    // The item explains the expression at large: what it gives behind the block proves little.
    Some(Said { at_large: true, ..Said::new(prose, left.inside, result, link) })
}
