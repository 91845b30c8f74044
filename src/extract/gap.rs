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

/// What a line between a block and a fence does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Announces,
    /// It opens or closes a container.
    Frames,
    Speaks,
}

/// Reads the text between a block and a fence.
pub fn read(text: &str) -> Gap {
    let (plain, titles) = without_tags(text);
    let lines = plain.lines().map(|line| line.trim_start_matches([' ', '\t', '>', '\u{feff}']).trim_end());
    let roles: Vec<Role> = lines.filter(|line| !line.is_empty()).chain(titles).map(role).collect();
    let has_tags = plain.len() < text.len();
    let announced = roles.iter().filter(|&&role| role == Role::Announces).count();
    match announced {
        _ if roles.contains(&Role::Speaks) => Gap::Text,
        0 if roles.is_empty() && !has_tags => Gap::Nothing,
        1 => Gap::LeadIn,
        _ => Gap::Text,
    }
}

fn role(line: &str) -> Role {
    let colons = line.trim_start_matches(':');
    let is_div = line.starts_with(":::");
    match heading::container(line) {
        _ if is_div && colons.is_empty() => Role::Frames,
        _ if is_div && colons.contains("cell-output") => Role::Announces,
        Some(None) => Role::Frames,
        Some(Some(title)) if announces(&title) => Role::Announces,
        None if announces(line) => Role::Announces,
        _ => Role::Speaks,
    }
}

/// Whether words say that output follows: "Output:", "**This prints**", "The expected result is:".
pub fn announces(text: &str) -> bool {
    let text = text.to_lowercase().replace('\u{2019}', "'");
    let text =
        ["will print", "should print", "would print"].iter().fold(text, |text, verb| text.replace(verb, "prints"));
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
        check("Now for something else.\n", Gap::Text);
        check("Some words.\n\nOutput:\n", Gap::Text);
    }
}
