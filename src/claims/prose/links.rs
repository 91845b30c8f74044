//! The verb between an expression and its result: "returns", "evaluates to", "dies with a", `→`.
//!
//! Verbs are listed in their plain form. What is said of several expressions at once has another one: "both are".

use super::inline::{Prose, Result};
use super::said::Link;

/// Signs that stand for a verb.
const SIGNS: &str = "-> --> → => ⇒ == ➜ =";
/// What gives a value, a phrase on each line.
const VALUES: &str = "
be\nequal\nbe equal to\nreturn\ngive\nyield\nevaluate to\nevaluate as\nproduce\nresult in\nbecome\ncome out as\ncome out to\ncome out at
come to\nturn out to be\nturn out as\nturn into\nwork out to\nwork out as\nwork out at\namount to\nround to\ncompute\nhand back\ngive back
send back\nanswer with\nremain\nreduce to\nsimplify to\nexpand to\nit be\nso it be\nrespond with\nreply with\ncome back as\ncome back with
be known to be\nbe guaranteed to be\nbe defined as";
/// What may speak of something else as well: of what a call leaves behind, or of what an object holds.
const LOOSELY: &str = "
make\nstay\nadd up to\nsum to\nsum up to\nanswer\ntranslate to\nmap to\nresolve to\ncollapse to\nboil down to\nhave\ndeliver\nreport
report back\nend up as\nend up being\nend up\nget\nlead to\nhold\nleave\nfind\ncount as\nstand for\nreply";
/// What shows something on the screen.
const PRINTS: &str = "print\noutput\ndisplay\nwrite\nprint out\nput out";
/// What ends in an exception.
const RAISES: &str = "
raise\nthrow\nfail with\nend in\nend with\ndie with\ndie of\nblow up with\nblow up in\ncrash with\nstop with\nbail out with\nbe met with\nearn
trigger\ncause\nprovoke\ncomplain with\nbe rejected with\nbe refused with\nabort with\nexit with\nchoke with\nbreak with\nexplode with\ngreet with
reward with\nland in\nrun into\nhit\ngive rise to\nbe answered with\nfall over with\nprotest with\nbe punished with\nbe an error\nbe not allowed";
/// What need not be so.
const PERHAPS: &str = "may be\nmight be\ncan be";
/// Words that change nothing about it.
const FILLERS: &str = "a an the also always now still then simply just actually therefore and which string value list tuple dict dictionary \
    set integer float number boolean result only exactly too indeed will both all each you us me we python cpython thus hence again happily \
    quietly silently immediately correctly instantly promptly even already class error exception plain familiar dreaded usual itself \
    obviously naturally consequently finally duly straight should does do likewise nevertheless one method function call expression > \
    literal bare";
/// The same, of several words.
const PHRASES: [&str; 14] = [
    " of course ",
    " in turn ",
    " in fact ",
    " in effect ",
    " by contrast ",
    " as expected ",
    " as usual ",
    " in the end ",
    " by definition ",
    " at once ",
    " for example ",
    " for instance ",
    " on the other hand ",
    " in python ",
];
/// Words that only several expressions have behind them.
const MANY: &str = "both all each are return give yield evaluate produce raise throw print equal become fail stay remain show end \
    result make have get come turn work";
/// The words between an expression and its result, at most.
const LONGEST: usize = 10;

/// What a text says behind an expression.
pub struct Linked {
    /// How they are tied.
    pub link: Link,
    /// The result.
    pub result: Result,
    /// Whether several expressions may be the subject.
    pub many: bool,
    /// Whether the verb may speak of something else than what the expression gives.
    pub loosely: bool,
}

/// The verb that begins at a place, and the result behind it.
pub fn linked(prose: &Prose<'_>, start: usize) -> Option<Linked> {
    linked_after(prose, start, "")
}

/// The same, where the verb's first words are known already.
pub fn linked_after(prose: &Prose<'_>, start: usize, known: &str) -> Option<Linked> {
    let mut at = start;
    let mut words = known.to_owned();
    for word in prose.behind(start).split_inclusive([' ', '\n']).take(LONGEST) {
        if let Some(link) = link(&words)
            && let Some(result) = result_behind(prose, at).filter(|result| !is_part_of_word(prose, result))
        {
            let loosely = LOOSELY.lines().any(|known| known == phrase(&words));
            return Some(Linked { link, result, many: is_of_many(&words), loosely });
        }
        words.push_str(word);
        at += word.len();
        // An empty line ends the paragraph.
        if word.contains('`') || word.ends_with('\n') && prose.behind(at).starts_with('\n') {
            break;
        }
    }
    None
}

/// "is `None`-safe", "is `list`'s"
fn is_part_of_word(prose: &Prose<'_>, result: &Result) -> bool {
    let behind = prose.behind(result.end);
    let mark = behind.strip_prefix(['-', '\'', '’']);
    mark.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// A result, behind marks that set it off.
pub fn result_behind(prose: &Prose<'_>, at: usize) -> Option<Result> {
    let rest = prose.behind(at);
    let marks = rest.len() - rest.trim_start_matches(['*', '_', '(', ' ']).len();
    prose.result_at(at + marks)
}

/// The words that tie an expression to its result, and nothing else.
pub fn link(words: &str) -> Option<Link> {
    let phrase = phrase(words);
    let told = |phrases: &str| phrases.lines().any(|known| known == phrase);
    match phrase.as_str() {
        "" => None,
        sign if listed(SIGNS, sign) => Some(Link::Value),
        "show" => Some(Link::Shown),
        _ if told(VALUES) || told(LOOSELY) => Some(Link::Value),
        _ if told(PRINTS) => Some(Link::Stdout),
        _ if told(RAISES) => Some(Link::Raises),
        _ if told(PERHAPS) => Some(Link::Perhaps),
        _ => None,
    }
}

/// The words that tie an expression to its result, in their plain form.
fn phrase(words: &str) -> String {
    let words = plain(words).collect::<Vec<_>>().join(" ");
    let words = PHRASES.iter().fold(format!(" {words} "), |words, phrase| words.replace(phrase, " "));
    let kept = words.split(' ').filter(|word| !word.is_empty() && !listed(FILLERS, word));
    kept.map(base).collect::<Vec<_>>().join(" ")
}

fn is_of_many(words: &str) -> bool {
    plain(words).any(|word| listed(MANY, &word))
}

fn plain(words: &str) -> impl Iterator<Item = String> {
    let bare = words.split_whitespace().map(|word| word.trim_matches(|c: char| "*_,(".contains(c)).to_lowercase());
    bare.filter(|word| !word.is_empty())
}

/// Whether a list of words has this one.
pub fn listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// A verb in its plain form: "gives" is "give", "crashes" is "crash".
fn base(word: &str) -> String {
    let stem = word.strip_suffix("es").filter(|stem| ["sh", "ch", "ss", "x"].iter().any(|end| stem.ends_with(end)));
    match word {
        "is" | "are" => "be".to_owned(),
        "has" => "have".to_owned(),
        "as" | "this" | "us" => word.to_owned(),
        _ if stem.is_some() => stem.unwrap_or_default().to_owned(),
        _ if word.ends_with("ss") => word.to_owned(),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_have_many_forms() {
        let check = |words: &str, expect: Option<Link>| assert_eq!(link(words), expect, "{words:?}");
        check("is still", Some(Link::Value));
        check("are both", Some(Link::Value));
        check("always evaluates to the string", Some(Link::Value));
        check(", which is", Some(Link::Value));
        check("blows up with a", Some(Link::Raises));
        check("crashes with the dreaded", Some(Link::Raises));
        check("prints", Some(Link::Stdout));
        check("→", Some(Link::Value));
        check("is not", None);
        check("was", None);
        check("is like", None);
        check("", None);
    }
}
