//! Questions with their answers: "What does `[] == False` return? `False`", "What is `0.1 + 0.2 == 0.3`? **False**".

use super::inline::{Code, Prose};
use super::links::listed;
use super::said::{Link, Said};

/// What a question about an expression may hold beside it.
const WORDS: &str = "what does is are do will would the a an value result output of return returns print prints printed evaluate \
    to give gives produce display in python type be you get s what's it for by expression happens code line this and how about then now \
    fresh interpreter raise does come out when call run evaluated";
/// What may stand before the answer.
const LEADS: [&str; 20] = [
    "answer",
    "a",
    "it",
    "it's",
    "that's",
    "that is",
    "it is",
    "returns",
    "returns:",
    "is",
    "this",
    "prints",
    "gives",
    "output",
    "evaluates",
    "to",
    "raises",
    "an",
    "still",
    "also",
];

/// All questions of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    prose.codes.iter().filter_map(|code| question(prose, *code)).collect()
}

fn question(prose: &Prose<'_>, code: Code) -> Option<Said> {
    let behind = prose.nearly_behind(code.outside.end);
    let mark = behind.find('?')?;
    let before = prose.between(prose.sentence(code.outside).start, code.outside.start);
    let start = before.rfind(['\n', '.', '?']).map_or(0, |at| at + 1);
    let asked = format!("{} {}", &before[start..], &behind[..mark]).to_lowercase();
    let mut words =
        asked.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).peekable();
    let is_question = ["what", "how about", "and "].iter().any(|word| asked.contains(word))
        && words.all(|word| listed(WORDS, word) || word.parse::<u8>().is_ok() || word == "q");
    if !is_question || behind[..mark].contains('`') {
        return None;
    }
    let link = if asked.contains("print") || asked.contains("output") { Link::Shown } else { Link::Value };
    let result = prose.result_at(answer(prose, code.outside.end + mark + 1)?)?;
    let said = Said::new(prose, code.inside, result, link);
    // An answer on a line of its own is the claim; the question is what it speaks of.
    let apart = said.span.of(prose.text).contains('\n');
    Some(Said { span: if apart { said.claimed } else { said.span }, ..said })
}

/// Where the answer begins: behind marks and a few words, on this line or the next that is written.
fn answer(prose: &Prose<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..6 {
        let rest = prose.behind(at);
        at += rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || "*_\"')(:>-→”".contains(c)).len();
        let rest = prose.behind(at);
        let lower = rest.get(..rest.len().min(24)).map(str::to_lowercase).unwrap_or_default();
        let lead = LEADS
            .iter()
            .filter(|lead| lower.starts_with(**lead) && lower[lead.len()..].starts_with([' ', ':', '*', '\n']));
        match lead.max_by_key(|lead| lead.len()) {
            Some(lead) => at += lead.len(),
            None => return Some(at),
        }
    }
    None
}
