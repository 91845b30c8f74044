//! What a claim is, in the words of the reports.

use serde::{Deserialize, Serialize};

use crate::text::Span;
use crate::text::pythons::{Pythons, Version};

/// Text that asserts an observable result of running the code beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Where the claimed text stands in the document, its commentary left out.
    pub span: Span,
    /// Index into `Document::blocks`; `None` for prose that speaks of no block.
    pub block: Option<usize>,
    /// 1-based document line of the statement it speaks of; for prose the line of the claim.
    pub subject_line: usize,
    /// Where it stands.
    pub form: Form,
    /// What it speaks of, as far as the text alone tells.
    pub kind: Kind,
    /// Whether a literal result is given.
    pub strength: Strength,
    /// How surely the text is a claim at all: only sure ones can fail.
    pub certainty: Certainty,
    /// The asserted result alone, as written.
    pub claimed: String,
    /// The commentary that follows it.
    pub tail: String,
    /// The same claim with all its lines, or all its words: where that is what agrees, it is what was claimed.
    pub whole: Option<Whole>,
    /// Only a clock, or the author's machine, could tell: nothing that comes out here can speak against the text.
    pub from_outside: bool,
    /// The versions of Python that it speaks of, by its own words; none where it speaks of all.
    pub on: Vec<Pythons>,
    /// The statement may run more or less than once: only a run tells how sure the claim is.
    pub repeats: bool,
    /// The table of which it is a row, by where that begins: where most rows agree, the others are claims as well.
    pub table: Option<usize>,
    /// What to hold against the run: a claim holds if one of its readings agrees.
    pub readings: Vec<Reading>,
}

/// A wider reading of a claim's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub claimed: String,
}

impl Reading {
    /// The text that it takes for the result, where it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Reading::Stdout(text) | Reading::Value(text) | Reading::BlockStdout(text) | Reading::Prompt(text) => {
                Some(text)
            }
            Reading::State { equals, .. } | Reading::Changed { equals, .. } => Some(equals),
            _ => None,
        }
    }
}

/// Where a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Comment at the end of the code line.
    Trailing,
    /// Own-line comment after the statement.
    Below,
    /// Own-line comment before it.
    Above,
    /// A separate output block.
    Output,
    /// Within a transcript with prompts.
    Repl,
    /// Running text.
    Prose,
    /// An assert statement.
    Assert,
    /// A hidden comment of the document: `<!-- snipcheck: … -->`.
    Pin,
    /// A directive that says what a block raises: `<!-- snipcheck: expect-error -->`.
    Directive,
}

/// What a claim speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What is printed.
    Stdout,
    /// The value of the expression, or of what was just assigned.
    Value,
    /// A type.
    Type,
    /// An exception.
    Raises,
    /// That there is none.
    NoRaise,
    /// Something other than the line's own value.
    State,
    /// A size in memory.
    Size,
    /// How long it takes.
    Time,
    /// That it never ends.
    Hang,
    /// What it does to the world outside, or to other objects.
    Effect,
}

/// How literal the result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// A literal result.
    Exact,
    /// About, roughly, a wording.
    Soft,
}

/// How surely a text is a claim.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Nothing says that it is one: where nothing agrees it is dropped, however like it looks.
    Guess,
    /// It may be no claim: where nothing agrees, or almost, it is dropped.
    Possible,
    /// It is one if the statement shows anything at all: a value other than `None`, output, an exception.
    Likely,
    /// No careful reader would take it for anything else.
    #[default]
    Sure,
}

/// One way to read the claimed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// These lines are printed (by the statement, or by the block for an output block).
    Stdout(String),
    /// The value is written like this.
    Value(String),
    /// The value is a string that reads like this: a number, or another literal, without the string's quotes.
    Unquoted(String),
    /// This exception leaves the statement; the message, where one is given.
    Raises {
        /// Class name, with its module where one is written.
        type_name: String,
        /// Message as claimed.
        message: Option<String>,
    },
    /// No exception leaves the statement.
    NoRaise,
    /// What is imported is there from this version on, and is missing before it.
    Since(Version),
    /// This expression, evaluated beside the statement, is written like this.
    State {
        /// Python expression.
        expr: String,
        /// Evaluated before the statement instead of after it.
        before: bool,
        /// Its value as written.
        equals: String,
    },
    /// The object behind this expression, which the statement may change, is written like this afterwards.
    Changed {
        /// A name, or attributes of one.
        expr: String,
        /// Its value as written.
        equals: String,
        /// The statement calls a method of it, or stores into it; otherwise it is handed to a call, which may change it
        /// only if it returns nothing.
        receiver: bool,
    },
    /// This expression gives the same before and after the statement, or does not.
    Unchanged {
        /// Python expression.
        expr: String,
        /// Whether it is claimed to give the same.
        same: bool,
    },
    /// This expression, evaluated behind the block, shows that (running text).
    Evaluates {
        /// Python expression.
        expr: String,
        /// What it shows: a value, output or an exception.
        to: Box<Reading>,
    },
    /// These lines are printed by the whole block.
    BlockStdout(String),
    /// The statement prints this many times: lines, or turns of a loop.
    PrintedTimes(usize),
    /// The statement runs this often.
    Turns(usize),
    /// The value is a number above zero.
    Positive,
    /// The value is an object that an earlier statement gave, too.
    SeenBefore,
    /// What a prompt shows: output, value or traceback, as written.
    Prompt(String),
    /// So many bytes are shown, or are given by an expression beside the statement.
    Size {
        /// Python expression; none where the statement itself measures.
        expr: Option<String>,
        /// Bytes that agree.
        bytes: Bounds,
    },
    /// The statement takes so long.
    Takes {
        /// Microseconds that agree.
        micros: Bounds,
    },
    /// The statement never ends.
    Hangs,
    /// What several tasks printed went through each other, or came in turn.
    Overlap {
        /// Whether they went through each other.
        overlaps: bool,
    },
    /// The sandbox saw this attempt.
    Attempts {
        /// The word of `Effect::what`.
        what: String,
        /// What its detail names; empty where the text names nothing.
        named: String,
    },
    /// A pin: this expression gives `+` or `-`, and then what was compared.
    Pinned {
        /// Python expression, made from the author's.
        expr: String,
    },
    /// A pin that is no Python expression, and why: it fails.
    Malformed(String),
    /// No run can speak against the text, for this reason: where nothing agrees, it is undecidable.
    Open(String),
}

/// The numbers that agree with a claimed one, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The smallest.
    pub least: u64,
    /// The largest.
    pub most: u64,
}

impl Bounds {
    /// Whether `number` lies within.
    pub fn hold(self, number: u64) -> bool {
        (self.least..=self.most).contains(&number)
    }
}
