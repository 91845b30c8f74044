//! What sentences tell of Python itself: "a tuple is immutable", "default values are evaluated once".
//!
//! The sentence must be one of the book's, word for word but for fillers, and its end must be one: whatever else stands
//! there could take it back. What is true is for the code of the fact to say.

mod book;
mod pattern;
mod properties;
mod synonyms;
mod words;

use super::context;
use super::inline::Prose;
use super::near::Near;
use crate::claims::literal::Literal;
use crate::claims::model::{Certainty, Claim, Form, Kind, Reading, Strength};
use crate::text::Span;
pub use book::NOT_SO;
use book::{Tells, Told, book};
use words::Word;

/// Words that begin another part of a sentence.
const JOINTS: [&str; 13] =
    ["and", "but", "because", "while", "whereas", "so", "since", "yet", "as", "though", "although", "or", "therefore"];
/// Words behind which a fact is told.
const TELLS: [&str; 11] =
    ["note", "remember", "mean", "mind", "notice", "recall", "so", "fact", "guarantee", "consequence", "remark"];
/// Words that may follow a fact and take nothing back.
const TAILS: [&str; 30] = [
    "in",
    "by",
    "due",
    "like",
    "unlike",
    "again",
    "either",
    "too",
    "at",
    "of",
    "thus",
    "hence",
    "even",
    "which",
    "regardless",
    "with",
    "from",
    "for",
    "rather",
    "not",
    "instead",
    "anymore",
    "altogether",
    "below",
    "using",
    "via",
    "through",
    "during",
    "under",
    "everywhere",
];
/// Words that make what stands before them a condition, or somebody's opinion; and questions.
const DOUBTS: &[&str] = &[
    "why",
    "how",
    "what",
    "whether",
    "where",
    "candidate",
    "believe",
    "believes",
    "say",
    "said",
    "assume",
    "nobody",
    "should",
    "must",
    "need",
    "want",
    "prefer",
    "use",
    "make",
    "avoid",
    "ensure",
    "check",
    "pretend",
    "unlike",
    "nor",
    "claim",
    "some",
    "was",
];
/// Words of a title under which the opposite of the truth stands.
const WRONG: [&str; 6] = ["wrong", "false", "red", "myth", "misconception", "incorrect"];
/// Words behind a fact that narrow it.
const NARROWS: [&str; 10] =
    ["if", "when", "unless", "provided", "until", "except", "as long", "whose", "that", "where"];

/// The facts that a stretch tells.
pub fn claims(prose: &Prose<'_>, near: &Near<'_>) -> Vec<Claim> {
    let mut found: Vec<Claim> = properties::read(prose).into_iter().map(|tells| tells.claim(prose, near)).collect();
    let mut subject = Vec::new();
    let titled = of_title(near.section);
    for sentence in words::sentences(prose) {
        if sentence.fresh {
            subject = head(&sentence.words);
        }
        if subject.is_empty() && sentence.fresh {
            subject.clone_from(&titled);
        }
        if sentence.asks {
            // The answer behind a question speaks of the same.
            subject = first_code(&sentence.words);
        }
        if !sentence.asks {
            let tellings = of_sentence(prose, &sentence.words, &mut subject);
            if sentence.words.first().is_some_and(|word| word.code) {
                subject = begun_with(&sentence.words);
            }
            found.extend(tellings.into_iter().map(|telling| telling.claim(prose, near)));
        }
    }
    found
}

/// What a paragraph or an item begins with and sets apart: all that follows is said of it.
fn head(words: &[Word]) -> Vec<Word> {
    let code = usize::from(words.first().is_some_and(|word| word.code));
    let length = book().thing(words).unwrap_or(code);
    if words.get(length).is_some_and(|next| next.apart) && length > 0 {
        return words[..length].to_vec();
    }
    // "Deep copy (`copy.deepcopy`): …"
    words.iter().position(|word| word.colon).map_or_else(Vec::new, |colon| first_code(&words[..colon]))
}

/// What the heading above names, and nothing else: the text below speaks of it.
fn of_title(section: &[String]) -> Vec<Word> {
    let Some(title) = section.last() else { return Vec::new() };
    let prose = Prose::new(title, Span::new(0, title.len()));
    let words = words::sentences(&prose).into_iter().next().map(|sentence| sentence.words).unwrap_or_default();
    // Under the title "Lists" the word "Tuples" may be the next title: only a function is what all below speaks of.
    let named = words.len() == 1 && words[0].code && !words[0].text.starts_with('.') && book().thing(&words).is_none();
    if named { words } else { Vec::new() }
}

/// What a sentence speaks of, where it begins with code.
fn begun_with(words: &[Word]) -> Vec<Word> {
    first_code(&words[..words.len().min(1)])
}

fn first_code(words: &[Word]) -> Vec<Word> {
    words.iter().find(|word| word.code).map(|word| Word { quoted: false, ..word.clone() }).into_iter().collect()
}

/// What an expression tries, where it is a trial of the book; `None` for other expressions.
pub fn trial(expr: &str) -> Option<Trial> {
    let (_, call) = expr.strip_prefix(book::TRIAL)?.split_once(book::TRIED)?;
    match Literal::prefix(call)? {
        (Literal::Text(code), end) => {
            Some(Trial { code: code.trim().to_owned(), denied: call[end..].starts_with(", True") })
        }
        _ => None,
    }
}

/// How a fact is tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The code, as it stands in the book, with the things that the text names. It leaves the answer in `so`.
    pub code: String,
    /// The text says the contrary of what the code shows: the claim holds where `so` is false.
    pub denied: bool,
}

/// A fact that a text tells.
struct Telling {
    span: Span,
    told: Told,
    /// The text says when it is so: where it is not, nothing is proved.
    narrowed: bool,
}

fn of_sentence(prose: &Prose<'_>, words: &[Word], subject: &mut Vec<Word>) -> Vec<Telling> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let starts = words[at].apart || at == 0 || JOINTS.contains(&words[at - 1].text.as_str()) || is_told(words, at);
        match starts.then(|| telling(prose, words, at, subject)).flatten() {
            Some((telling, end)) => {
                if let Some(length) = book().thing(&words[at..]).filter(|_| telling.told.speaks_of_thing()) {
                    *subject = words[at..at + length].to_vec();
                }
                found.push(telling);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// Where what is said begins anew: behind ", while" nothing hangs on an "if" before it.
fn contrasted(words: &[Word], at: usize) -> usize {
    let parts = |word: &Word| word.apart && ["while", "whereas", "but"].contains(&word.text.as_str());
    words[..at].iter().rposition(parts).map_or(0, |found| found + 1)
}

/// "Note that …", "this means …": what follows is told, not supposed.
fn is_told(words: &[Word], at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| words[at].text.as_str());
    TELLS.contains(&word(1)) && word(2) != "not" || word(1) == "that" && TELLS.contains(&word(2))
}

/// The fact told from a word on, by itself or of the thing named before, and where it ends.
fn telling(prose: &Prose<'_>, words: &[Word], at: usize, subject: &[Word]) -> Option<(Telling, usize)> {
    let rest = &words[at..];
    let own = book().told(rest).map(|told| (told, at + told.met.end));
    let (told, end) = own.or_else(|| of_subject(words, at, subject))?;
    let behind = words.get(end);
    let next = behind.map_or("", |word| word.text.as_str());
    let narrowed = NARROWS.contains(&next);
    let ends = behind.is_none_or(|word| word.apart) || narrowed || JOINTS.contains(&next) || TAILS.contains(&next);
    let text = |words: &[Word]| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    let before = text(&words[contrasted(words, at)..at]);
    let title = words[..=at].iter().rposition(|word| word.colon).unwrap_or(0);
    let any = |words: &[Word], list: &[&str]| words.iter().any(|word| list.contains(&word.text.as_str()));
    let doubted = context::supposes(&since(&before)) || any(&words[..at], &WRONG) || any(&words[title..at], DOUBTS);
    if !ends || doubted {
        return None;
    }
    let narrowed = narrowed || context::supposes(&text(&words[end..]));
    let span = Span::new(words[at].span.start, words[end - 1].span.end);
    // "Tuples are always hashable" says more than what one tuple shows.
    if told.speaks_of_thing() && span.of(prose.text).to_lowercase().contains("always") {
        return None;
    }
    (span.end <= prose.span.end).then_some((Telling { span, told, narrowed }, end))
}

/// What stands before a fact, without "since 3.7": a version that all supported ones have behind them.
fn since(before: &str) -> String {
    let old =
        |word: &str| word.strip_prefix("3.").is_some_and(|minor| minor.parse::<u8>().is_ok_and(|minor| minor < OLDEST));
    before.split(' ').filter(|word| !old(word)).collect::<Vec<_>>().join(" ").replace("as of", "")
}

/// Minor version of the oldest supported Python 3, and one more.
const OLDEST: u8 = 10;

/// The same, with what the text speaks of put before the words, or in the place of the pronoun they begin with.
fn of_subject(words: &[Word], at: usize, subject: &[Word]) -> Option<(Told, usize)> {
    let pronoun = usize::from(["it", "they", "this"].contains(&words[at].text.as_str()));
    let is = Word { text: "is".into(), apart: false, ..words[at].clone() };
    let with = |verb: &[Word]| {
        let all: Vec<Word> = subject.iter().chain(verb).chain(&words[at + pronoun..]).cloned().collect();
        let told = book().told(&all)?;
        let length = told.met.end.checked_sub(subject.len() + verb.len()).filter(|length| *length > 0)?;
        Some((told, at + pronoun + length))
    };
    let itself = words[at..].iter().zip(subject).all(|(word, subject)| word.text == subject.text);
    if subject.is_empty() || itself { None } else { with(&[]).or_else(|| with(&[is])) }
}

impl Telling {
    fn claim(self, prose: &Prose<'_>, near: &Near<'_>) -> Claim {
        let expr = book().trial(self.told);
        let mut readings = vec![Reading::Evaluates { expr, to: Box::new(Reading::Value("so".into())) }];
        if self.told.tells == Tells::Loosely {
            readings.push(Reading::Open("the words may mean something else".into()));
        }
        Claim {
            span: self.span,
            block: None,
            subject_line: near.document.source.line(self.span.start),
            form: Form::Prose,
            kind: Kind::Effect,
            strength: Strength::Exact,
            certainty: if self.narrowed { Certainty::Possible } else { Certainty::Sure },
            claimed: plain(self.span.of(prose.text)),
            tail: String::new(),
            whole: None,
            repeats: false,
            table: None,
            from_outside: false,
            on: Vec::new(),
            readings,
        }
    }
}

/// Text without the marks of emphasis, which may begin in it and end behind it.
fn plain(text: &str) -> String {
    let marks: &[char] = if text.contains('`') { &[] } else { &['*', '['] };
    text.replace("**", "").replace(marks, "").split_whitespace().collect::<Vec<_>>().join(" ")
}
