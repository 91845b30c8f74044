//! What stands between a block and the fence that may show its output: nothing, words such as "Output:", or more.
//!
//! Owns the reading of those few words. Knows nothing of fences.

use super::heading;
use super::tag::without_tags;

/// Longer texts are read as text, in bytes.
pub const LONGEST: usize = 600;

/// Most words of a lead-in.
const MOST_WORDS: usize = 10;

/// What stands between a block and a fence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Blank lines.
    Nothing,
    /// Words that announce output, and tags.
    LeadIn,
    /// Words that announce an answer, and tags.
    Answer,
    /// Words that announce something like the output, and tags.
    Similar,
    /// Anything else.
    Text,
}

/// Words that announce output.
const KEYS: &str = "\
    output outputs prints result results gives returns yields produces displays shows stdout printed";

/// Words that may stand beside them.
const FILLERS: &str = "\
    a above actual all an and are as be block by can code command console during example execution expect expected \
    following from get have here here's i in is it it's its like line lines looks now of on or our out possible \
    program python run running sample screen script see should similar snippet something standard terminal that the \
    then these this to typical was we we'll when which will would you you'll your";

/// Verbs that announce output, and would not without the word before them.
const VERBS: [&str; 11] = [
    "will print",
    "should print",
    "would print",
    "will see",
    "should see",
    "would see",
    "you'll see",
    "we'll see",
    "you get",
    "we get",
    "you'll get",
];

/// What a line between a block and a fence does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Announces(Gap),
    /// It opens or closes a container.
    Frames,
    /// It asks the reader, as one does before an answer.
    Asks,
    Speaks,
}

/// Whether a hidden comment says that output follows, as those of pytest-codeblocks do.
pub fn is_told(comment: &str) -> bool {
    comment.contains("pytest-codeblocks:expected-output")
}

/// Reads the text between a block and a fence.
pub fn read(text: &str) -> Gap {
    let (plain, titles) = without_tags(text);
    let lines = plain.lines().map(|line| line.trim_start_matches([' ', '\t', '>', '\u{feff}']).trim_end());
    let roles: Vec<Role> = lines.filter(|line| !line.is_empty()).chain(titles).map(role).collect();
    let has_tags = plain.len() < text.len();
    let announced = roles.iter().filter_map(|role| match role {
        Role::Announces(gap) => Some(*gap),
        _ => None,
    });
    let last = roles.iter().rfind(|role| **role != Role::Frames);
    match announced.collect::<Vec<_>>()[..] {
        _ if roles.contains(&Role::Speaks) || last == Some(&Role::Asks) => Gap::Text,
        [] if roles.is_empty() && !has_tags => Gap::Nothing,
        [gap] => gap,
        _ => Gap::Text,
    }
}

fn role(line: &str) -> Role {
    let colons = line.trim_start_matches(':');
    let is_div = line.starts_with(":::");
    match heading::container(line) {
        _ if is_div && colons.is_empty() => Role::Frames,
        _ if is_div && colons.contains("cell-output") => Role::Announces(Gap::LeadIn),
        Some(None) => Role::Frames,
        Some(Some(title)) => words(&title).unwrap_or(Role::Speaks),
        None => words(line).unwrap_or(if line.ends_with('?') { Role::Asks } else { Role::Speaks }),
    }
}

/// What words announce, if they do.
fn words(text: &str) -> Option<Role> {
    let gap = match () {
        () if announces(text) && is_hedged(text) => Gap::Similar,
        () if announces(text) => Gap::LeadIn,
        () if answers(text) => Gap::Answer,
        () => return None,
    };
    Some(Role::Announces(gap))
}

/// "Something like this", "similar to".
fn is_hedged(text: &str) -> bool {
    ["similar", "something", "possible", "typical"].iter().any(|word| text.to_lowercase().contains(word))
}

/// "Answer:", "**Solution**", "Show the answer", "Answer 3".
fn answers(text: &str) -> bool {
    const ANSWERS: [&str; 4] = ["answer", "answers", "solution", "ans"];
    const BESIDE: [&str; 14] =
        ["the", "a", "click", "show", "reveal", "see", "to", "here", "for", "is", "our", "and", "my", "correct"];
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbers = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let known = |word: &&str| ANSWERS.contains(word) || BESIDE.contains(word) || numbers(word);
    words.len() <= MOST_WORDS && words.iter().all(known) && words.iter().any(|word| ANSWERS.contains(word))
}

/// Whether words say that output follows: "Output:", "**This prints**", "The expected result is:".
pub fn announces(text: &str) -> bool {
    let text = text.to_lowercase().replace('\u{2019}', "'");
    let text = VERBS.iter().fold(text, |text, verb| text.replace(verb, "prints"));
    let lists = |list: &str, word: &str| list.split(' ').any(|listed| listed == word);
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut keys = 0;
    for (count, word) in words.filter(|word| !word.is_empty()).enumerate() {
        let is_key = lists(KEYS, word);
        if count >= MOST_WORDS || !(is_key || lists(FILLERS, word)) {
            return false;
        }
        keys += usize::from(is_key);
    }
    keys > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_words_announce_output() {
        for text in [
            "Output:",
            "**Output:**",
            "### Output",
            "_Output_",
            "Prints:",
            "This prints:",
            "Which gives:",
            "Result:",
            "The output is",
            "Returns",
            "Expected output",
            "EXPECTED OUTPUT:",
            "Running this code produces the following output:",
            "This will print:",
            "You should see output like this:",
            "Here\u{2019}s the output:",
            "You should see:",
            "In your terminal you will see this:",
            "You\u{2019}ll get:",
        ] {
            assert!(announces(text), "{text:?}");
        }
        for text in [
            "Now print the result:",
            "Run it:",
            "",
            "The output of the second call differs from this",
            "Then install it:",
            "Returns a list",
            "In JavaScript this gives:",
            "Print the result:",
            "As you see:",
            "You should see a doctor",
        ] {
            assert!(!announces(text), "{text:?}");
        }
    }

    #[test]
    fn a_gap_is_blank_announces_or_is_text() {
        let check = |text, expect| assert_eq!(read(text), expect, "{text:?}");
        check("", Gap::Nothing);
        check("\r\n \n> \n", Gap::Nothing);
        check("\nOutput:\n", Gap::LeadIn);
        check("> **Output**\n", Gap::LeadIn);
        check("</Tab>\n<Tab title=\"Output\">\n", Gap::LeadIn);
        check("<details>\n<summary>Output</summary>\n", Gap::LeadIn);
        check("</Tab>\n<Tab title=\"JavaScript\">\n", Gap::Text);
        check("</Tab>\n", Gap::Text);
        check("=== \"Output\"\n", Gap::LeadIn);
        check("=== \"Go\"\n", Gap::Text);
        check("::: {.cell-output .cell-output-stdout}\n", Gap::LeadIn);
        check(":::\n", Gap::Text);
        check("!!! note\n", Gap::Text);
        check("!!! note\n    Output:\n", Gap::LeadIn);
        check("Output:\n\nResult:\n", Gap::Text);
        check("**Answer:**\n", Gap::Answer);
        check("<details>\n<summary>Show the solution</summary>\n", Gap::Answer);
        check("What is printed?\n\nAnswer 2:\n", Gap::Answer);
        check("What is printed?\n\nOutput:\n", Gap::LeadIn);
        check("Answer:\n\nWhat else is printed?\n", Gap::Text);
        check("What is printed?\n", Gap::Text);
        check("The answer lies in the scope:\n", Gap::Text);
        check("You should see something like this:\n", Gap::Similar);
        check("Output (yours may be similar):\n", Gap::Text);
        check("Now for something else.\n", Gap::Text);
        check("Some words.\n\nOutput:\n", Gap::Text);
    }
}
