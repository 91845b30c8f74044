//! The named rules: every way in which claim and observation may differ and still agree. One table gives each its name,
//! its meaning and an example; `docs/rules.md` tells the same at more length.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// A set of rules: those that an agreement needed, or those that are off.
pub type Rules = BTreeSet<Rule>;

/// Makes the enumeration and all that is told of it out of one table: a rule that lacks a part does not compile.
macro_rules! rules {
    ($($(#[doc = $meaning:literal])+ $rule:ident = $name:literal, $example:literal;)+) => {
        /// A named reading rule that was needed for claim and observation to agree.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Rule {
            $($(#[doc = $meaning])+ #[serde(rename = $name)] $rule,)+
        }

        impl Rule {
            /// All there are.
            pub const ALL: &[Rule] = &[$(Rule::$rule),+];

            /// Its name in reports and on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$rule => $name),+ }
            }

            /// What may differ, in a sentence or two.
            pub fn meaning(self) -> &'static str {
                match self { $(Rule::$rule => concat!($($meaning),+)),+ }.trim_start()
            }

            /// Code with a claim that agrees by this rule.
            pub fn example(self) -> &'static str {
                match self { $(Rule::$rule => $example),+ }
            }
        }
    };
}

rules! {
    /// Memory addresses are not compared.
    Address = "address", "print(object())  # <object object at 0x7f3a2c>";
    /// `...` or `…` stands for anything.
    Ellipsis = "ellipsis", "print(list(range(100)))  # [0, 1, ..., 99]";
    /// White space at line ends and around the text, and how much of it stands between words.
    Whitespace = "whitespace", "print('a', '', 'b')  # a b";
    /// `'a'` and `"a"`; text printed without the quotes it is written with.
    Quotes = "quotes", "print('hello')  # \"hello\"";
    /// Numbers agree within the digits written.
    Digits = "digits", "0.1 + 0.2  # 0.3";
    /// The order of a set, or of a dictionary's items.
    Order = "order", "print({2: 20, 1: 10})  # {1: 10, 2: 20}";
    /// A class or a function by its bare name.
    ClassName = "class-name", "type(1.5)  # float";
    /// Printed lines written in one line, joined by commas, arrows or blanks.
    PrintedLines = "printed-lines", "print('1\\n2')  # 1, 2";
    /// `true`/`TRUE` for `True`, and the like; "yes" for `True`, "no" for `False`.
    Case = "case", "print(3 > 2)  # true";
    /// A base class of the exception that was raised.
    BaseException = "base-exception", "{}['key']  # LookupError";
    /// The final full stop or exclamation mark of the wording.
    Punctuation = "punctuation", "[].pop()  # IndexError: pop from empty list.";
    /// A tuple or a list without its brackets.
    Brackets = "brackets", "divmod(17, 5)  # 3, 2";
    /// Keyword names of a call left out.
    Keywords = "keywords", "slots[0]  # Slot(9, 2)";
    /// The value as `str` writes it, where `repr` writes more.
    Text = "text", "Fraction(1, 2)  # 1/2";
    /// A function in an error message by its bare name, where Python names its class, too.
    QualifiedName = "qualified-name", "Shop.Till().pay()  # TypeError: Till.pay() missing 1 required positional argument: 'sum'";
    /// The value alone, where a label is printed before it.
    Label = "label", "print('Total:', 15)  # 15";
    /// A number within the stated tolerance.
    Tolerance = "tolerance", "sys.getsizeof(list(range(1000)))  # ~8 KB";
    /// Commas between what is printed with blanks in between.
    Separators = "separators", "print(True, False)  # True, False";
    /// `0 to 4` for the numbers from 0 to 4.
    Range = "range", "print(*range(5))  # 0 to 4";
    /// The contents of a container without the name of its class.
    Contents = "contents", "Counter([1, 1, 2])  # {1: 2, 2: 1}";
    /// Commentary behind the message of an exception.
    Commentary = "commentary", "[].pop()  # IndexError: pop from empty list (nothing is left)";
    /// The numbers in the first column of a printed table left out.
    Columns = "columns", "print('1 red\\n  green\\n2 blue')\n# Output:\n# red\n# green\n# blue";
    /// Lines of standard error between the printed ones.
    StandardError = "standard-error", "print('on')\nprint('off', file=sys.stderr)\n# Output:\n# on\n# off";
    /// A text that need not be a claim is one where the others like it in its block are.
    Siblings = "siblings", "word = 'orange'\nprint(word[:2])  # or\nprint(word[2:5])  # ang\nprint(word[5])  # e\nprint(word[1:4])  # rang";
}

impl Rule {
    /// Whether it does not say that two texts agree, but that a text is a claim.
    pub fn makes_a_claim(self) -> bool {
        self == Rule::Siblings
    }

    /// Those by which a text agrees: what `--strict` turns off.
    pub fn of_agreement() -> impl Iterator<Item = Rule> {
        Rule::ALL.iter().copied().filter(|rule| !rule.makes_a_claim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_json_has_the_same_names() {
        for rule in Rule::ALL {
            assert_eq!(serde_json::to_value(rule).unwrap(), rule.name());
            assert!(rule.meaning().ends_with('.') && !rule.meaning().contains("  "), "{}", rule.meaning());
        }
    }
}
