//! Small changes of a true claim's text: some make it false, some leave it true. Pure: text in, text out.

/// Numbers that look random and are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        // A step of xorshift64.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).expect("48 bits fit") % limit
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// The claim with one number or word exchanged, which makes it false. `None` if it has nothing to exchange, or where it
/// is not sure that the outcome is false.
pub fn falsify(claim: &str, dice: &mut Dice) -> Option<String> {
    const VAGUE: [&str; 7] = ["0x", "...", "…", "id=", "Traceback", "~", "\\"];
    if VAGUE.iter().any(|part| claim.contains(part)) {
        return None;
    }
    let words = words(claim);
    let chosen = &words.get(dice.below(words.len().max(1)))?;
    let other = exchange(&claim[chosen.0..chosen.1], dice);
    Some(format!("{}{other}{}", &claim[..chosen.0], &claim[chosen.1..]))
}

/// The assertion with another value to compare with. Its code stays as it is: whether other code would assert something
/// false is not sure.
pub fn falsify_assertion(claim: &str, dice: &mut Dice) -> Option<String> {
    let start = claim.rfind(" == ")? + " == ".len();
    falsify(&claim[start..], dice).map(|value| format!("{}{value}", &claim[..start]))
}

/// Ranges of bytes: the runs of letters and the runs of digits.
fn words(text: &str) -> Vec<(usize, usize)> {
    let kind = |c: char| (c.is_ascii_alphabetic(), c.is_ascii_digit());
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()) {
        match found.last_mut() {
            Some(last) if last.1 == at && kind(text[last.0..].chars().next().unwrap_or(c)) == kind(c) => last.1 += 1,
            _ => found.push((at, at + 1)),
        }
    }
    found
}

fn exchange(word: &str, dice: &mut Dice) -> String {
    match word {
        "True" => "False".into(),
        "False" => "True".into(),
        "None" => "0".into(),
        // A letter exchanged would make it no word at all, and no claim.
        "yes" => "no".into(),
        "no" => "yes".into(),
        "TypeError" => "ValueError".into(),
        _ if word.ends_with("Error") || word.ends_with("Exception") => "TypeError".into(),
        // The first digit alone: a later one may be beyond what a float can tell apart.
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => replaced(word, 0),
        _ => replaced(word, dice.below(word.len())),
    }
}

/// With the letter or digit at `at` moved on by one, within its own kind.
fn replaced(word: &str, at: usize) -> String {
    let next = match word.as_bytes()[at] {
        b'9' => '8',
        b'z' => 'y',
        b'Z' => 'Y',
        other => char::from(other + 1),
    };
    format!("{}{next}{}", &word[..at], &word[at + 1..])
}

/// The claim told in another way that every reader takes for the same; it has to be the whole of a comment.
pub fn reword(claim: &str, dice: &mut Dice) -> String {
    match dice.below(5) {
        0 => format!("{claim} -- as expected"),
        1 => format!("{claim}  (see above)"),
        2 => format!("=> {claim}"),
        3 => requoted(claim),
        _ => claim.to_owned(),
    }
}

/// A plain text in single quotes gets double ones.
fn requoted(claim: &str) -> String {
    let inner = claim.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    match inner.filter(|inner| !inner.contains(['\'', '"', '\\'])) {
        Some(inner) => format!("\"{inner}\""),
        None => claim.to_owned(),
    }
}
