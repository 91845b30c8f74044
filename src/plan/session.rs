//! Whether a document is one session, from its first block to its last: it shows the numbered prompts of a notebook.
//!
//! Owns what such prompts look like. Knows neither blocks nor names.

/// Whether numbered prompts go through the whole text, without beginning anew: `In [1]:`, then `In [2]:`.
pub fn is_session(text: &str) -> bool {
    let numbers: Vec<u32> = text.lines().filter_map(prompt).collect();
    numbers.len() > 1 && numbers.windows(2).all(|pair| pair[0] < pair[1])
}

/// The number of the prompt with which a line begins.
fn prompt(line: &str) -> Option<u32> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || "*_`#>".contains(c));
    line.strip_prefix("In [")?.split_once("]:")?.0.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_prompts_make_a_session() {
        let check = |text: &str, expect: bool| assert_eq!(is_session(text), expect, "{text}");
        check("In [1]:\n\n```python\nx = 1\n```\n\nOut[1]:\n\nIn [2]:\n", true);
        check("**In [3]:**\n```\nIn [7]: x\n```\n", true);
        check("In [1]: x\nIn [2]: y\n\n## Again\n\nIn [1]: x\n", false);
        check("In [1]: x\n", false);
        check("In [a]: x\nIn [b]: x\nIn 2020: no\n", false);
    }
}
