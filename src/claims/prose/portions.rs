//! Sizes told with what they are for behind them: "~2 KB per coroutine", "104 bytes just for an empty dict", "10,000 tasks = ~20 MB".
//!
//! Each thing is measured in the ways in which people count it; a size that agrees with none of them is wrong.

use super::inline::Prose;
use super::near::Near;
use super::said::{Link, Said};
use super::steps::quoted;
use crate::claims::amount::{self, Amount, Measure};
use crate::claims::model::{Claim, Kind, Reading};
use crate::text::Span;

/// What is counted, by its name, and how: expressions of Python in the scope of `MEASURE`.
const COUNTED: [(&str, &[&str]); 9] = [
    ("coroutine", &["grown(coroutines)", "grown(tasks)"]),
    ("task", &["grown(tasks)"]),
    ("generator", &["sys.getsizeof(generator())", "grown(generators)"]),
    ("empty dict", &["sys.getsizeof({})"]),
    ("empty dictionary", &["sys.getsizeof({})"]),
    ("empty list", &["sys.getsizeof([])"]),
    ("empty tuple", &["sys.getsizeof(())"]),
    ("empty set", &["sys.getsizeof(set())"]),
    ("empty string", &["sys.getsizeof('')"]),
];
/// What an empty dictionary is, too, where the text speaks of attributes.
const ATTRIBUTES: &str = "sys.getsizeof(vars(Empty()))";
/// Functions for the expressions above: a thousand of something, and what memory grows by for each.
const MEASURE: &str = "
import asyncio, sys, tracemalloc

class Empty:
    pass

async def coroutine():
    await asyncio.sleep(60)

def generator():
    yield 1

async def coroutines(kept):
    for at in range(len(kept)):
        kept[at] = coroutine()

async def tasks(kept):
    for at in range(len(kept)):
        kept[at] = asyncio.ensure_future(coroutine())
    await asyncio.sleep(0)

async def generators(kept):
    for at in range(len(kept)):
        kept[at] = generator()

async def growth(make):
    kept = [None] * 1000
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    await make(kept)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    for one in kept:
        (getattr(one, 'cancel', None) or one.close)()
    return round((after - before) / len(kept))

def grown(make):
    return asyncio.run(growth(make))
";

/// All such sizes of a stretch.
pub fn claims(prose: &Prose<'_>, near: &Near<'_>) -> Vec<Claim> {
    let amounts = amount::find(prose.span.of(prose.text)).into_iter();
    let sizes = amounts.filter(|amount| amount.measure == Measure::Size && amount.about);
    sizes.filter_map(|amount| claim(prose, near, &amount)).collect()
}

fn claim(prose: &Prose<'_>, near: &Near<'_>, amount: &Amount) -> Option<Claim> {
    let span = Span::new(prose.span.start + amount.part.start, prose.span.start + amount.part.end);
    let sentence = prose.sentence(span);
    let behind = prose.between(span.end, sentence.end).to_lowercase();
    let before = prose.between(sentence.start.min(span.start), span.start).to_lowercase();
    let (number, counted) = each(&behind).map(|counted| (1, counted)).or_else(|| many(&before))?;
    let of_attributes = prose.between(prose.paragraph(span.start), span.start).contains("__dict__");
    let attributes = (of_attributes && counted.iter().any(|one| one.ends_with("({})"))).then_some(ATTRIBUTES);
    let measured = counted.iter().copied().chain(attributes).map(|one| Reading::Size {
        expr: Some(format!(
            "(lambda scope: (exec({}, scope), eval({}, scope))[1])({{}})",
            quoted(MEASURE),
            quoted(&format!("({one}) * {number}"))
        )),
        bytes: amount.bounds,
    });
    let readings = measured.collect();
    let said = Said::sized(span, Link::Size(amount.bounds));
    Some(Claim { kind: Kind::Size, readings, ..said.bare(prose, near) })
}

/// "per coroutine", "just for an empty dict", within a few words.
fn each(behind: &str) -> Option<&'static [&'static str]> {
    let near: Vec<&str> = behind.split_whitespace().take(9).collect();
    let near = near.join(" ");
    let named = |name: &str| {
        let leads = ["per ", "for an ", "for each ", "for every ", "for one ", "each "];
        let at =
            leads.iter().find_map(|lead| near.find(&format!("{lead}{name}")).map(|at| at + lead.len() + name.len()))?;
        (!near[at..].starts_with(char::is_alphanumeric)).then_some(())
    };
    COUNTED.iter().find(|(name, _)| named(name).is_some()).map(|(_, counted)| *counted)
}

/// "10,000 coroutines = ~20 MB", "1M tasks take about 2 GB"
fn many(before: &str) -> Option<(u64, &'static [&'static str])> {
    let words: Vec<&str> = before.split_whitespace().collect();
    let verb =
        words.last().is_some_and(|word| ["=", "take", "use", "need", "cost", "takes", "uses", "are"].contains(word));
    let [.., count, name, _] = words.as_slice() else { return None };
    let number = count.replace([',', '_'], "").parse::<u64>().ok().filter(|_| verb)?;
    let singular = name.strip_suffix('s')?;
    let counted = COUNTED.iter().find(|(name, _)| *name == singular)?.1;
    Some((number, counted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_stands_on_either_side() {
        assert!(each(" per coroutine, about").is_some());
        assert!(each(" on 64-bit machines just for an empty dict, plus").is_some());
        assert!(each(" per request and coroutine").is_none());
        assert!(each(" per taskforce").is_none());
        assert_eq!(many("and 10,000 coroutines = ").map(|(number, _)| number), Some(10_000));
        assert!(many("10 users take ").is_none());
    }
}
