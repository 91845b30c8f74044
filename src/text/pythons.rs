//! Versions of Python that a text speaks of: `3.10+`, "since Python 3.11", "removed in 3.12", "Python 2".
//!
//! Owns the words for them. What follows for a claim is the judge's business.

use std::fmt;

/// Major and minor version.
pub type Version = (u32, u32);

/// What a text limits itself to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pythons {
    /// This version and later ones.
    From(Version),
    /// Versions before this one.
    Before(Version),
    /// This version; of others nothing is said.
    At(Version),
    /// Something changed with this version; which side the text means, its words don't tell.
    ChangedIn(Version),
    /// Another version that isn't named.
    Other,
}

impl Pythons {
    /// Whether what is said is said of this version for certain.
    pub fn include(self, version: Version) -> bool {
        match self {
            Pythons::From(first) => version >= first,
            Pythons::Before(end) => version < end,
            Pythons::At(named) => version == named,
            Pythons::ChangedIn(_) | Pythons::Other => false,
        }
    }

    /// The need of a claim that cannot be decided on another version, such as `python:3.10`.
    pub fn need(self) -> Option<String> {
        match self {
            Pythons::From((major, minor)) | Pythons::At((major, minor)) => Some(format!("python:{major}.{minor}")),
            Pythons::Before((major, minor)) => Some(format!("python:<{major}.{minor}")),
            Pythons::ChangedIn(_) | Pythons::Other => None,
        }
    }
}

impl fmt::Display for Pythons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Pythons::From((major, minor)) => write!(f, "Python {major}.{minor} and later"),
            Pythons::Before((3, 0)) => f.write_str("Python 2"),
            Pythons::Before((major, minor)) => write!(f, "Python before {major}.{minor}"),
            Pythons::At((major, minor)) => write!(f, "Python {major}.{minor}"),
            Pythons::ChangedIn((major, minor)) => write!(f, "a change in Python {major}.{minor}"),
            Pythons::Other => f.write_str("another version"),
        }
    }
}

/// Every version that a remark behind a result speaks of: there "on 3.9" is said of Python. Where it comes first the result
/// is that version's; behind other words it may just as well be another result that is.
pub fn of_remark(text: &str) -> Vec<Pythons> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = words(&lower);
    let on = words.windows(2).enumerate().filter(|(_, pair)| pair[0] == "on");
    let bare = on.filter_map(|(at, pair)| {
        version(pair[1]).filter(|(named, sign, _)| !named && sign.is_empty()).map(|(_, _, version)| (at, version))
    });
    let spoken_of = spoken_of(text);
    let alone = spoken_of.is_empty();
    let bare = bare.filter(|(_, version)| alone && *version >= (3, 5));
    spoken_of
        .into_iter()
        .chain(bare.map(|(at, version)| if at == 0 { Pythons::At(version) } else { Pythons::Other }))
        .collect()
}

fn words(lower: &str) -> Vec<&str> {
    let words = lower.split(|c: char| c.is_whitespace() || "()[],;:*_`\"'/–—".contains(c));
    let words = words.map(|word| word.trim_end_matches(['.', '!', '?']));
    words.filter(|word| !word.is_empty()).collect()
}

/// Every version that a text speaks of, in its order.
pub fn spoken_of(text: &str) -> Vec<Pythons> {
    let lower = text.to_lowercase();
    let words = words(&lower);
    let named = (0..words.len()).filter_map(|at| Mention::at(&words, at)).map(|mention| mention.pythons());
    let unnamed = UNNAMED.iter().filter(|phrase| lower.contains(*phrase)).map(|_| Pythons::Other);
    named.chain(unnamed).collect()
}

/// The versions that a label names and nothing else: "3.9 and 3.10", "3.11 and newer", "on Python 3.12+".
pub fn of_label(text: &str) -> Option<Vec<Pythons>> {
    const LINKS: [&str; 8] = ["and", "or", "on", "in", "with", "under", "since", "from"];
    let lower = text.to_lowercase();
    let words = words(&lower);
    let mentions: Vec<Mention<'_>> = (0..words.len()).filter_map(|at| Mention::in_label(&words, at)).collect();
    let known = |word: &&str| {
        version(word).is_some()
            || LINKS.contains(word)
            || LATER.contains(word)
            || EARLIER.contains(word)
            || is_filler(word)
            || ["before", "after", "until"].contains(word)
    };
    let recent = mentions.iter().all(|mention| mention.version >= (3, 5));
    (!mentions.is_empty() && recent && words.iter().all(known)).then(|| mentions.iter().map(Mention::pythons).collect())
}

/// What a heading limits its section to: "Python 3.13" there means what came with it.
pub fn of_heading(heading: &str) -> Vec<Pythons> {
    let from = |pythons| match pythons {
        Pythons::At(version) => Pythons::From(version),
        other => other,
    };
    spoken_of(heading).into_iter().map(from).collect()
}

/// Words for versions without their number.
const UNNAMED: [&str; 8] = [
    "older version",
    "old version",
    "earlier version",
    "newer version",
    "older python",
    "newer python",
    "previously",
    "prior to",
];

/// A version among the words around it.
struct Mention<'a> {
    version: Version,
    /// `3.10+`, `>=3.10`.
    sign: &'a str,
    /// Behind the words that only name Python, nearest first.
    before: Vec<&'a str>,
    after: &'a [&'a str],
}

impl<'a> Mention<'a> {
    /// The version at a word, where it is surely one of Python.
    fn at(words: &'a [&'a str], at: usize) -> Option<Self> {
        let (named, sign, version) = version(words[at])?;
        let fillers = fillers(words, at);
        let named = named || words[at - fillers..at].iter().any(|word| *word != "the");
        let mention = Self::between(words, at, (version, sign));
        // A number is no version of Python by itself, and other things have a version 2, too.
        let certain = named || version >= (3, 5) && mention.relation().is_some();
        certain.then_some(mention)
    }

    /// The same where every word is one of versions.
    fn in_label(words: &'a [&'a str], at: usize) -> Option<Self> {
        let (_, sign, version) = version(words[at])?;
        Some(Self::between(words, at, (version, sign)))
    }

    fn between(words: &'a [&'a str], at: usize, (version, sign): (Version, &'a str)) -> Self {
        let before = words[..at - fillers(words, at)].iter().rev().take(2).copied().collect();
        Self { version, sign, before, after: &words[at + 1..] }
    }

    fn pythons(&self) -> Pythons {
        if self.version.0 < 3 {
            return Pythons::Before((3, 0));
        }
        self.relation().unwrap_or(Pythons::At(self.version))
    }

    /// What the words beside the version make of it.
    fn relation(&self) -> Option<Pythons> {
        let (major, minor) = self.version;
        let (this, next) = (self.version, (major, minor + 1));
        match self.sign {
            "+" | ">=" | "≥" => return Some(Pythons::From(this)),
            ">" => return Some(Pythons::From(next)),
            "<" => return Some(Pythons::Before(this)),
            "<=" | "≤" | "-" => return Some(Pythons::Before(next)),
            _ => {}
        }
        self.after().or_else(|| self.before())
    }

    fn after(&self) -> Option<Pythons> {
        let (major, minor) = self.version;
        let word = match self.after {
            ["and" | "or", word, ..] => *word,
            [word @ ("onward" | "onwards" | "upward" | "upwards"), ..] => *word,
            _ => return None,
        };
        match word {
            later if LATER.contains(&later) => Some(Pythons::From(self.version)),
            earlier if EARLIER.contains(&earlier) => Some(Pythons::Before((major, minor + 1))),
            _ => None,
        }
    }

    fn before(&self) -> Option<Pythons> {
        let (major, minor) = self.version;
        let second = self.before.get(1).copied().unwrap_or("");
        match *self.before.first()? {
            ">=" | "≥" | "requires" | "require" | "needs" | "need" => Some(Pythons::From(self.version)),
            ">" | "after" => Some(Pythons::From((major, minor + 1))),
            "<" | "before" | "until" | "till" => Some(Pythons::Before(self.version)),
            "<=" | "≤" => Some(Pythons::Before((major, minor + 1))),
            "to" if ["prior", "up"].contains(&second) => Some(Pythons::Before(self.version)),
            "than" if ["older", "earlier", "lower"].contains(&second) => Some(Pythons::Before(self.version)),
            "least" => Some(Pythons::From(self.version)),
            "in" | "since" | "with" | "by" | "of" | "from" if CHANGES.contains(&second) => {
                Some(Pythons::ChangedIn(self.version))
            }
            "since" | "from" => Some(Pythons::From(self.version)),
            "in" | "with" if BEGINNINGS.contains(&second) => Some(Pythons::From(self.version)),
            "of" if second == "as" => Some(Pythons::From(self.version)),
            _ => None,
        }
    }
}

const LATER: [&str; 11] =
    ["later", "newer", "above", "up", "higher", "onward", "onwards", "upward", "upwards", "beyond", "after"];
const EARLIER: [&str; 5] = ["earlier", "older", "below", "lower", "before"];

fn is_filler(word: &str) -> bool {
    ["python", "cpython", "py", "version", "versions", "the", "v"].contains(&word)
}

/// How many words before a place only name Python.
fn fillers(words: &[&str], at: usize) -> usize {
    words[..at].iter().rev().take_while(|word| is_filler(word)).count()
}

/// What came with a version.
const BEGINNINGS: [&str; 7] = ["new", "added", "introduced", "available", "starting", "beginning", "arrived"];

/// What went with a version, or became another thing.
const CHANGES: [&str; 9] =
    ["removed", "changed", "dropped", "deprecated", "gone", "replaced", "renamed", "fixed", "improved"];

/// Reads `3.10`, `3.10+`, `>=3.10`, `v3.10`, `python3.10`, `3.11.2`, or the `2` of "Python 2": whether the word itself
/// names Python, the sign at it, and the version.
fn version(word: &str) -> Option<(bool, &str, Version)> {
    let bare = ["cpython", "python", "py"].iter().find_map(|name| word.strip_prefix(name));
    let (named, word) = (bare.is_some(), bare.unwrap_or(word));
    let digits = word.trim_start_matches(|c: char| "<>=≥≤~v".contains(c));
    let sign = word[..word.len() - digits.len()].trim_end_matches(['v', '~']);
    let number = digits.trim_end_matches(['+', '-']);
    let sign = if sign.is_empty() { &digits[number.len()..] } else { sign };
    let mut parts = number.split('.');
    let major: u32 = parts.next()?.parse().ok()?;
    let minor: u32 = match parts.next() {
        // "3.x" is any of them.
        Some("x") if major == 2 => 0,
        Some(minor) if minor.len() <= 2 => minor.parse().ok()?,
        Some(_) => return None,
        None => 0,
    };
    let rest_is_patch = parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    ((2..=3).contains(&major) && minor <= 30 && rest_is_patch).then_some((named, sign, (major, minor)))
}

#[cfg(test)]
mod tests {
    use super::Pythons::{At, Before, ChangedIn, From, Other};
    use super::*;

    #[test]
    fn words_limit_a_text_to_versions() {
        let check = |text: &str, expect: &[Pythons]| assert_eq!(spoken_of(text), expect, "{text}");
        check("works on 3.10+", &[From((3, 10))]);
        check("(Python 3.9+)", &[From((3, 9))]);
        check("needs Python >= 3.8", &[From((3, 8))]);
        check("py>=3.12", &[From((3, 12))]);
        check("Since Python 3.11, this is quicker", &[From((3, 11))]);
        check("New in version 3.12:", &[From((3, 12))]);
        check("as of 3.13.", &[From((3, 13))]);
        check("Python 3.8 and later", &[From((3, 8))]);
        check("`3.8` or newer", &[From((3, 8))]);
        check("from Python 3.7 onwards", &[From((3, 7))]);
        check("before Python 3.9", &[Before((3, 9))]);
        check("up to 3.8", &[Before((3, 8))]);
        check("on 3.8 and earlier", &[Before((3, 9))]);
        check("was removed in 3.12", &[ChangedIn((3, 12))]);
        check("Deprecated since Python 3.9", &[ChangedIn((3, 9))]);
        check("In Python 3.13 it prints more", &[At((3, 13))]);
        check("python3.11.2 says", &[At((3, 11))]);
        check("under Python 2 this was a list", &[Before((3, 0))]);
        check("In Python 2.7 and Python 3.3", &[Before((3, 0)), At((3, 3))]);
        check("In older versions", &[Other]);
    }

    #[test]
    fn behind_a_result_a_number_may_be_a_version() {
        let check = |text: &str, expect: &[Pythons]| assert_eq!(of_remark(text), expect, "{text}");
        check("on 3.9; newer ones differ", &[At((3, 9))]);
        check("(on 3.10)", &[At((3, 10))]);
        check("(AttributeError on 3.9)", &[Other]);
        check("(3.11 and later)", &[From((3, 11))]);
        check("on 2.5 acres", &[]);
        check("in 3.9 seconds", &[]);
    }

    #[test]
    fn a_label_names_versions_and_nothing_else() {
        let check = |text: &str, expect: Option<&[Pythons]>| assert_eq!(of_label(text).as_deref(), expect, "{text}");
        check("3.9 and 3.10", Some(&[At((3, 9)), At((3, 10))]));
        check("3.11 and newer", Some(&[From((3, 11))]));
        check("on Python 3.12+", Some(&[From((3, 12))]));
        check("before 3.11", Some(&[Before((3, 11))]));
        check("3.2", None);
        check("3.9 metres", None);
        check("total", None);
    }

    #[test]
    fn other_numbers_are_no_versions() {
        let check = |text: &str| assert_eq!(spoken_of(text), &[], "{text}");
        check("3.14");
        check("costs 3.10 euros");
        check("2.5 is rounded to 2, and 3.5 to 4");
        check("from 2 to 3");
        check("requests 2.28 or later");
        check("since 2.5");
        check("every 3 seconds or 2");
        check("In Python, 1/2 is 0.5");
        check("version 3.x has it built in");
        check("");
    }

    #[test]
    fn a_heading_names_what_came_with_a_version() {
        assert_eq!(of_heading("What's new in Python 3.12"), [From((3, 12))]);
        assert_eq!(of_heading("Python 3.13"), [From((3, 13))]);
        assert_eq!(of_heading("Lists"), []);
    }

    #[test]
    fn only_what_is_certain_is_included() {
        assert!(From((3, 10)).include((3, 10)) && !From((3, 10)).include((3, 9)));
        assert!(Before((3, 9)).include((3, 8)) && !Before((3, 9)).include((3, 9)));
        assert!(At((3, 11)).include((3, 11)) && !At((3, 11)).include((3, 12)));
        assert!(!ChangedIn((3, 12)).include((3, 12)) && !Other.include((3, 12)));
    }
}
