//! Sizes of the block's own objects: "~56 bytes per instance", "10M of them: 560 MB", "saves ~1 GB".
//!
//! An instance of a class can be measured in three ways: alone, with the dictionary of its attributes, and by what memory
//! grows when more like it are made. Whoever counts otherwise counts something else.

use super::amount::{self, Amount, Measure};
use crate::claims::reading::Subject;
use crate::syntax::{Scope, Shape, Statement};

/// An object that the block makes of a class of its own.
pub struct Instance<'a> {
    name: &'a str,
    class: &'a str,
    /// The call that makes it.
    call: &'a str,
    /// Making more of them changes nothing else.
    plain: bool,
}

/// What is measured for a claim, and whether these are all ways to measure it.
pub struct Measured {
    /// Expressions of Python, numbers of bytes.
    pub exprs: Vec<String>,
    /// Nothing else can be meant.
    pub all: bool,
}

/// What an amount beside the block's own objects may be; `None` where it speaks of none of them.
pub fn measured(text: &str, amount: &Amount, subject: Subject<'_>) -> Option<Measured> {
    let instances = instances(subject);
    let before = text[..amount.part.start].to_lowercase();
    let scale = count(text);
    let each = ["per instance", "per object", "each", "per item", "an instance", "one instance"];
    let speaks = scale.is_some() || each.iter().any(|words| text.to_lowercase().contains(words));
    if instances.is_empty() || !speaks {
        return None;
    }
    let number = scale.unwrap_or(1);
    let exprs = match is_saving(text, amount) {
        true => differences(&instances, number),
        false => {
            let meant = in_turn(text, amount, &instances).map_or_else(|| meant(&before, &instances), |one| vec![one]);
            let meant = if meant.is_empty() { instances.iter().collect() } else { meant };
            meant.iter().flat_map(|one| one.sizes()).map(|size| times(&size, number)).collect()
        }
    };
    Some(Measured { exprs, all: instances.iter().all(|one| one.plain) })
}

/// "saves ~1 GB": what is told is how much less one takes than another.
fn is_saving(text: &str, amount: &Amount) -> bool {
    let before = text[..amount.part.start].trim_end().to_lowercase();
    ["save", "saves", "saving", "saved", "difference:"].iter().any(|word| before.ends_with(word))
}

/// "1.5 GB vs 560 MB": as many amounts as there are objects, in their order.
fn in_turn<'a, 'b>(text: &str, amount: &Amount, instances: &'b [Instance<'a>]) -> Option<&'b Instance<'a>> {
    let sizes = amount::find(text).into_iter().filter(|one| one.measure == Measure::Size && !is_saving(text, one));
    let sizes: Vec<Amount> = sizes.collect();
    let place = sizes.iter().position(|one| one.part == amount.part)?;
    (sizes.len() == instances.len() && sizes.len() > 1).then(|| &instances[place])
}

/// The objects of which the words before the amount name more than of all others.
fn meant<'a, 'b>(before: &str, instances: &'b [Instance<'a>]) -> Vec<&'b Instance<'a>> {
    let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).collect();
    let shared = |one: &Instance<'_>| one.words().iter().filter(|word| words.contains(&word.as_str())).count();
    let most = instances.iter().map(shared).max().unwrap_or(0);
    instances.iter().filter(|one| most > 0 && shared(one) == most).collect()
}

/// By how much two of them differ, each way of measuring by itself.
fn differences(instances: &[Instance<'_>], number: u64) -> Vec<String> {
    let sizes: Vec<Vec<String>> = instances.iter().map(Instance::sizes).collect();
    let pairs = sizes.iter().enumerate().flat_map(|(at, one)| sizes[at + 1..].iter().map(move |other| (one, other)));
    let each = pairs.flat_map(|(one, other)| one.iter().zip(other));
    each.map(|(one, other)| times(&format!("abs(({one}) - ({other}))"), number)).collect()
}

fn times(size: &str, number: u64) -> String {
    if number == 1 { size.to_owned() } else { format!("({size}) * {number}") }
}

/// "at 10M objects", "10,000 instances": how many.
fn count(text: &str) -> Option<u64> {
    const NOUNS: [&str; 14] = [
        "objects",
        "instances",
        "users",
        "records",
        "rows",
        "items",
        "points",
        "nodes",
        "elements",
        "entries",
        "events",
        "orders",
        "particles",
        "copies",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let noun = |word: &str| NOUNS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str());
    let of = |at: usize| -> Option<u64> {
        let first = number(words[at])?;
        let factor = match words.get(at + 1)?.to_lowercase().as_str() {
            "million" => 1_000_000,
            "thousand" => 1000,
            _ => 1,
        };
        // "10M slim objects": the noun and a word that tells which.
        let near = words.iter().skip(at + if factor > 1 { 2 } else { 1 }).take(2);
        near.copied().any(noun).then_some(first)?.checked_mul(factor)
    };
    (0..words.len()).find_map(of)
}

/// `10M`, `10,000`, `1_000`, `100k`
fn number(word: &str) -> Option<u64> {
    let word = word.trim_start_matches(['(', '~']).replace([',', '_'], "");
    let (digits, factor) = match word.chars().last()? {
        'M' => (&word[..word.len() - 1], 1_000_000),
        'k' | 'K' => (&word[..word.len() - 1], 1000),
        _ => (word.as_str(), 1),
    };
    digits.parse::<u64>().ok()?.checked_mul(factor)
}

impl Instance<'_> {
    /// The words of which its names are made.
    fn words(&self) -> Vec<String> {
        let mut words = vec![String::new()];
        for c in self.class.chars().chain(['_']).chain(self.name.chars()) {
            match words.last_mut() {
                Some(word) if c != '_' && !c.is_uppercase() => word.push(c),
                _ => words.push(c.to_lowercase().filter(|c| *c != '_').collect()),
            }
        }
        words.retain(|word| word.len() > 2);
        words
    }

    /// Alone, with its attributes' dictionary, and what one more takes.
    fn sizes(&self) -> Vec<String> {
        let name = self.name;
        let own = format!("__import__('sys').getsizeof({name})");
        let both = format!("{own} + (__import__('sys').getsizeof(vars({name})) if hasattr({name}, '__dict__') else 0)");
        let grown = format!("(lambda scope: (exec('{GROWN}', scope), scope['grown'](lambda: {}))[1])({{}})", self.call);
        let mut sizes = vec![own, both];
        sizes.extend(self.plain.then_some(grown));
        sizes
    }
}

/// What memory grows by for each of many objects; the list that holds them is there before.
const GROWN: &str = "import tracemalloc\\ndef grown(make):\\n    kept = [None] * 1000\\n    tracemalloc.start()\\n    before = \
    tracemalloc.get_traced_memory()[0]\\n    for at in range(1000):\\n        kept[at] = make()\\n    after = \
    tracemalloc.get_traced_memory()[0]\\n    tracemalloc.stop()\\n    return round((after - before) / 1000)\\n";

fn instances(subject: Subject<'_>) -> Vec<Instance<'_>> {
    let statements = subject.module.statements.iter();
    let before = statements.filter(|one| one.span.start <= subject.statement.span.start && one.scope == Scope::Module);
    before.filter_map(|statement| instance(statement, subject)).collect()
}

/// `p = Point(1, 2)`, where the block defines the class.
fn instance<'a>(statement: &'a Statement, subject: Subject<'a>) -> Option<Instance<'a>> {
    let Shape::Assign { targets, .. } = &statement.shape else { return None };
    let [name] = targets.as_slice() else { return None };
    let call = statement.header.of(subject.code).split_once('=')?.1.trim();
    let (class, given) = call.split_once('(')?;
    let named = name.chars().all(|c| c.is_alphanumeric() || c == '_');
    let defined = subject.module.statements.iter().position(|one| one.shape == Shape::Class(class.to_owned()))?;
    let plain = given.strip_suffix(')').is_some_and(|given| !given.contains('(')) && is_plain(defined, subject);
    (named && call.ends_with(')') && !call.contains('\n')).then_some(Instance { name, class, call, plain })
}

/// Whether making an instance only stores what is given: no other class has a hand in it, and nothing is called.
fn is_plain(class: usize, subject: Subject<'_>) -> bool {
    let statements = &subject.module.statements;
    let header = statements[class].header.of(subject.code);
    let bases = header.rsplit_once('(').map_or("", |(_, bases)| bases.trim_end().trim_end_matches([')', ':']));
    let decorated = header.contains('@') && !header.contains("dataclass");
    let makes = |at: usize| {
        let maker = |shape: &Shape| matches!(shape, Shape::Def(name) if MAKERS.contains(&name.as_str()));
        maker(&statements[at].shape) && statements[at].parent == Some(class)
    };
    let stores = |one: &&Statement| {
        let text = one.header.of(subject.code);
        text.starts_with("self.") && !text.contains('(')
    };
    let mut made = statements.iter().filter(|one| one.parent.is_some_and(makes));
    (bases.is_empty() || bases == "object" || header.contains("dataclass"))
        && !decorated
        && made.all(|one| stores(&one))
}

/// What runs when an instance is made.
const MAKERS: [&str; 3] = ["__init__", "__new__", "__post_init__"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::soft::amount::find;
    use crate::syntax::parse;

    const CODE: &str = "class Plain:\n    def __init__(self, x):\n        self.x = x\nclass Slim:\n    __slots__ = ('x',)\n    def __init__(self, x):\n        self.x = x\np = Plain(1)\ns = Slim(1)\n";

    fn check(text: &str, names: &[&str], all: bool) {
        let module = parse(CODE);
        let subject = Subject::new(CODE, &module, &module.statements[module.statements.len() - 1]);
        let found = measured(text, &find(text)[0], subject);
        let exprs = found.as_ref().map_or(Vec::new(), |found| found.exprs.clone());
        let own: Vec<&str> = ["p", "s"]
            .into_iter()
            .filter(|name| exprs.iter().any(|expr| expr.contains(&format!("getsizeof({name})"))))
            .collect();
        assert_eq!(own, names, "{text:?}");
        assert_eq!(found.is_some_and(|found| found.all), all, "{text:?}");
    }

    #[test]
    fn words_tell_which_object_is_meant() {
        check("plain: ~152 bytes per instance", &["p"], true);
        check("with slim ones ~56 bytes per instance", &["s"], true);
        check("56 bytes each", &["p", "s"], true);
        check("10M objects: 1.5 GB", &["p", "s"], true);
        check("10M objects: 1.5 GB vs 560 MB", &["p"], true);
        check("10M slim objects: 560 MB", &["s"], true);
        check("for 2 million rows saves 200 MB", &["p", "s"], true);
        check("56 bytes", &[], false);
        check("a buffer of 56 bytes", &[], false);
    }
}
