//! Answers: a key each.

use console::{Key, Term};

use crate::cli::output::remark;

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
    /// All of them with their keys and words, and what they do.
    const KEYS: [(char, Answer, &'static str, &'static str); 5] = [
        ('a', Answer::Accept, "accept", "the document shall say what happens"),
        ('s', Answer::Skip, "skip", "leave it as it is for now"),
        ('i', Answer::Intended, "intended", "it is wrong on purpose: a hidden comment says so"),
        ('e', Answer::Edit, "edit", "open the document there in $EDITOR, and check it again"),
        ('q', Answer::Quit, "quit", "ask no more; what was answered so far is written"),
    ];

    /// The answers that are open, as a line to choose from.
    fn menu(open: &[Answer]) -> String {
        let words = Self::KEYS.iter().filter(|(_, answer, ..)| open.contains(answer));
        let words: String = words.map(|(key, _, word, _)| format!("[{key}]{}  ", &word[1..])).collect();
        format!("   {words}[?]help ")
    }

    /// What each of the open answers does, a line for each.
    fn help(open: &[Answer]) -> String {
        let lines = Self::KEYS.iter().filter(|(_, answer, ..)| open.contains(answer));
        lines.map(|(key, _, word, does)| format!("     {key}  {word:<8}  {does}\n")).collect()
    }

    /// Asks until one of the open answers is given. A key that is none shows what there is to choose from; Enter alone is
    /// no answer, Ctrl-C and a closed terminal are `Quit`.
    pub fn ask(open: &[Answer]) -> Answer {
        let terminal = Term::stderr();
        remark(&Self::menu(open));
        loop {
            let key = match terminal.read_key_raw() {
                Ok(Key::Char(key)) => key.to_ascii_lowercase(),
                Ok(Key::Escape) => 'q',
                Ok(Key::CtrlC) | Err(_) => return Answer::Quit,
                Ok(_) => continue,
            };
            if let Some(answer) = Self::of_key(key).filter(|answer| open.contains(answer)) {
                return answer;
            }
            if !key.is_control() {
                remark(&format!("\n{}{}", Self::help(open), Self::menu(open)));
            }
        }
    }

    fn of_key(key: char) -> Option<Answer> {
        // Ctrl-D ends what is typed.
        let key = if key == '\u{4}' { 'q' } else { key };
        Self::KEYS.iter().find(|(known, ..)| *known == key).map(|(_, answer, ..)| *answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_shows_what_is_open() {
        let open = [Answer::Accept, Answer::Skip, Answer::Quit];
        assert_eq!(Answer::menu(&open), "   [a]ccept  [s]kip  [q]uit  [?]help ");
        assert_eq!(Answer::help(&open).lines().count(), 3);
    }

    #[test]
    fn keys_are_answers() {
        let check = |key, expect| assert_eq!(Answer::of_key(key), expect, "{key:?}");
        check('a', Some(Answer::Accept));
        check('\u{4}', Some(Answer::Quit));
        check('?', None);
    }
}
