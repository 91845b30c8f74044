//! Answers: a key each.

use console::{Key, Term};

/// What a person says to a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The document shall say what happens.
    Accept,
    /// Not now.
    Skip,
    /// It is wrong on purpose.
    Intended,
    /// The person changes the document.
    Edit,
    /// No more questions.
    Quit,
}

impl Answer {
    /// All of them with their keys and words.
    const KEYS: [(char, Answer, &'static str); 5] = [
        ('a', Answer::Accept, "accept"),
        ('s', Answer::Skip, "skip"),
        ('i', Answer::Intended, "intended"),
        ('e', Answer::Edit, "edit"),
        ('q', Answer::Quit, "quit"),
    ];

    /// The answers that are open, as a line to choose from.
    pub fn menu(open: &[Answer]) -> String {
        let words = Self::KEYS.iter().filter(|(_, answer, _)| open.contains(answer));
        let words: Vec<String> = words.map(|(key, _, word)| format!("[{key}]{}", &word[1..])).collect();
        words.join("  ")
    }

    /// Waits for one of the open answers. Enter behind a key is no answer of its own; Ctrl-C and a closed terminal are
    /// `Quit`.
    pub fn read(open: &[Answer]) -> Answer {
        let terminal = Term::stderr();
        loop {
            let key = match terminal.read_key_raw() {
                Ok(Key::Char(key)) => key.to_ascii_lowercase(),
                Ok(Key::Escape) => 'q',
                Ok(Key::CtrlC) | Err(_) => return Answer::Quit,
                Ok(_) => continue,
            };
            let known = Self::KEYS.iter().find(|(known, ..)| *known == key || key == '\u{4}' && *known == 'q');
            if let Some((_, answer, _)) = known.filter(|(_, answer, _)| open.contains(answer)) {
                return *answer;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_shows_what_is_open() {
        assert_eq!(Answer::menu(&[Answer::Accept, Answer::Skip, Answer::Quit]), "[a]ccept  [s]kip  [q]uit");
    }
}
