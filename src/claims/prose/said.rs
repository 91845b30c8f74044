//! What a text says of an expression, made a claim: the block that it speaks of, and how much a difference would prove.

use super::attributes;
use super::context;
use super::inline::{self, Prose};
use super::near::{self, Near};
use super::stand_ins;
use super::steady;
use super::steps;
use crate::claims::exception;
use crate::claims::literal::Literal;
use crate::claims::model::{Bounds, Certainty, Claim, Form, Kind, Reading, Strength};
use crate::claims::surroundings;
use crate::syntax::{self, Expression};
use crate::text::Span;

/// How a text ties an expression to its result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It has this value.
    Value,
    /// It prints this.
    Stdout,
    /// Either of the two: a call of `print` prints, anything else has a value.
    Shown,
    /// It raises this.
    Raises,
    /// It may have this value.
    Perhaps,
    /// Its size in bytes lies within these.
    Size(Bounds),
}

/// An expression, and what a text says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The expression.
    pub expr: String,
    /// The whole saying in the document.
    pub span: Span,
    /// The result in the document.
    pub claimed: Span,
    /// The result as Python writes it.
    pub written: String,
    /// How they are tied.
    pub link: Link,
    /// The text explains the expression at large rather than this one evaluation.
    pub at_large: bool,
    /// The result is approximate.
    pub about: bool,
    /// It is a claim only where it is so: the words may mean something else.
    pub only_if_so: bool,
    /// Other expressions that the words may mean: one that agrees is enough.
    pub ways: Vec<String>,
    /// The table of which it is a row, by where that begins, where only its rows can show that it has results.
    pub table: Option<usize>,
}

/// Calls that show what is there at the moment.
const LOOKS_AROUND: [&str; 4] = ["globals()", "locals()", "vars()", "dir()"];

/// Why a difference proves nothing.
pub(super) const STATE: &str = "the names in it may stand for something else where the text speaks of it";
const SIZE: &str = "the size of an object can be counted in several ways";
const LARGE: &str = "the text may explain it at large, and not as it comes out behind the block";

impl Said {
    /// An expression and the result that the text names behind it.
    pub fn new(prose: &Prose<'_>, expr: Span, result: inline::Result, link: Link) -> Self {
        let span = Span::new(expr.start, result.span.end);
        Self { span, ..Self::of(expr.of(prose.text).trim().to_owned(), result, link) }
    }

    /// An expression that the text does not spell out, and what the text says of it.
    pub fn of(expr: String, result: inline::Result, link: Link) -> Self {
        Self {
            expr,
            span: result.span,
            claimed: result.span,
            written: result.written,
            link,
            at_large: false,
            about: false,
            only_if_so: false,
            ways: Vec::new(),
            table: None,
        }
    }

    /// An approximate size of something that the text does not write as code.
    pub fn sized(span: Span, link: Link) -> Self {
        let result = inline::Result { written: String::new(), span, end: span.end };
        Self { about: true, ..Self::of(String::new(), result, link) }
    }

    /// The claim; `None` where the expression or the result is none.
    pub fn claim(self, prose: &Prose<'_>, near: &Near<'_>) -> Option<Claim> {
        if let Some(claim) = self.after_steps(prose, near).or_else(|| self.tried_alone(prose, near)) {
            return Some(claim);
        }
        let expression = syntax::expression(&self.expr).filter(|_| !is_not_asked(&self.expr))?;
        let sizes = matches!(self.link, Link::Size(_));
        // What a name stands for may have been something else where the text speaks of it.
        let variable = is_variable(&self.expr)
            && !syntax::is_builtin(&self.expr)
            && self.link == Link::Value
            && !self.names_exception();
        if !(expression.computes || sizes || variable) {
            return None;
        }
        // "`json.dumps` raises `TypeError`" speaks of calls, and "`X.__base__` is `TypeError`" of a class.
        if is_name(&self.expr) && self.written != "AttributeError" && self.names_exception() {
            return None;
        }
        let only_if_so = self.only_if_so || variable;
        let (kind, mut said) = self.readings()?;
        said.extend(self.is_constant(near).then(|| self.as_number()));
        let names: Vec<&str> =
            expression.uses.iter().map(String::as_str).filter(|name| !syntax::is_builtin(name)).collect();
        let found = if names.is_empty() { None } else { near.block(&names) };
        let modules: Vec<&str> =
            names.iter().copied().filter(|name| found.is_none() && near.imports(name, &self.expr)).collect();
        let rest: Vec<&str> = names.iter().copied().filter(|name| !modules.contains(name)).collect();
        let block = if rest.is_empty() { found } else { near.block(&rest) };
        if only_if_so && block.is_none() && !rest.is_empty() && (variable || near.wider(&rest).is_none()) {
            return None;
        }
        let wider = if rest.is_empty() || block.is_some() { None } else { near.wider(&rest) };
        let inherited = wider.filter(|block| !near.is_only(*block, &rest)).map(|_| STATE);
        let block = block.or(wider);
        let mut readings: Vec<Reading> =
            said.into_iter().map(|reading| with(reading, &|expr| near::with_modules(expr, &modules))).collect();
        let doubt = self.doubt(&expression, block, &rest, near).or(inherited);
        readings.extend(doubt.map(|reason| Reading::Open(reason.to_owned())));
        let said = Self { only_if_so, ..self };
        Some(Claim { block, kind, readings, ..said.bare(prose, near) })
    }

    fn names_exception(&self) -> bool {
        exception::names_one(&self.written)
    }

    /// The claim where the text itself makes what the expression needs.
    fn after_steps(&self, prose: &Prose<'_>, near: &Near<'_>) -> Option<Claim> {
        let class = steps::class_statement(&self.expr).filter(|_| self.link == Link::Raises);
        let names = match (&class, syntax::expression(&self.expr).filter(|_| !is_not_asked(&self.expr))) {
            (Some(class), _) => steps::needed(class),
            (None, Some(expression)) => expression.uses.into_iter().filter(|name| !syntax::is_builtin(name)).collect(),
            (None, None) => return None,
        };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let steps = steps::before(prose, self.span.start, &names).filter(|_| !names.is_empty())?;
        let (kind, said) = self.readings()?;
        let done = |expr: String| match &class {
            Some(class) => steps.run(class),
            None => steps.evaluated(&expr),
        };
        let mut readings: Vec<Reading> = said.into_iter().map(|reading| with(reading, &done)).collect();
        readings.extend((!steps.plain).then(|| Reading::Open(STATE.to_owned())));
        // What is supposed has been done.
        let certainty = if self.link == Link::Perhaps { Certainty::Possible } else { Certainty::Sure };
        Some(Claim { kind, readings, certainty, ..self.bare(prose, near) })
    }

    /// The claim that a statement raises something, tried with such objects as its names mostly stand for.
    fn tried_alone(&self, prose: &Prose<'_>, near: &Near<'_>) -> Option<Claim> {
        let (kind, said) = self.readings().filter(|(kind, _)| *kind == Kind::Raises)?;
        let expression = syntax::expression(&self.expr);
        let names =
            expression.as_ref().map_or_else(|| steps::needed(&self.expr), |read| read.uses.iter().cloned().collect());
        let own: Vec<&str> = names.iter().map(String::as_str).filter(|name| !syntax::is_builtin(name)).collect();
        let refused = self.written.starts_with("SyntaxError") && expression.is_none();
        let known = own.is_empty() && expression.is_some() || !own.is_empty() && near.block(&own).is_some();
        if known && !refused || is_not_asked(&self.expr) {
            return None;
        }
        let tried = if refused { stand_ins::compiled(&self.expr) } else { stand_ins::run(&self.expr)? };
        let readings = said.into_iter().map(|reading| with(reading, &|_| tried.clone())).collect();
        Some(Claim { kind, readings, certainty: Certainty::Possible, ..self.bare(prose, near) })
    }

    /// The claim without what it is held against.
    pub(super) fn bare(&self, prose: &Prose<'_>, near: &Near<'_>) -> Claim {
        let around = prose.sentence(self.span);
        Claim {
            span: self.span,
            block: None,
            subject_line: near.document.source.line(self.span.start),
            form: Form::Prose,
            kind: Kind::Value,
            strength: if self.about || self.link == Link::Perhaps { Strength::Soft } else { Strength::Exact },
            certainty: self.certainty(around.of(prose.text), prose.text[around.end..].starts_with('?')),
            claimed: self.claimed.of(prose.text).trim().to_owned(),
            tail: String::new(),
            whole: None,
            repeats: false,
            from_outside: surroundings::reads(&self.expr),
            on: Vec::new(),
            table: self.table,
            readings: Vec::new(),
        }
    }

    /// A supposition is a claim only where it agrees.
    /// What a sentence asks it does not claim.
    fn certainty(&self, sentence: &str, asks: bool) -> Certainty {
        let open = self.link == Link::Perhaps || self.only_if_so || asks || context::supposes(sentence);
        if open { Certainty::Possible } else { Certainty::Sure }
    }

    /// Why a difference would prove nothing: only a call of something that the block defines, or an expression that
    /// needs no names, means the same everywhere.
    fn doubt(
        &self,
        expression: &Expression,
        block: Option<usize>,
        names: &[&str],
        near: &Near<'_>,
    ) -> Option<&'static str> {
        let constant = self.is_constant(near);
        let lasting = !self.at_large && block.is_some_and(|block| attributes::is_lasting(near, block, &self.expr));
        let steady = block.is_none_or(|block| {
            let made = |name: &&str| steady::is_made_anew(name, &self.expr);
            let defined = |name: &&str| near.defines(block, name) && !near.defines_again(block, name);
            let fresh = expression.is_call || names.iter().all(made);
            fresh && names.iter().all(defined) || steady::is_settled(near, block, names, &self.expr)
        });
        // What the code itself evaluates may come out differently a second time.
        let evaluated = block.is_some_and(|block| near.document.blocks[block].code.text.contains(&self.expr));
        let looks_around = LOOKS_AROUND.iter().any(|call| self.expr.contains(call));
        let own_size = matches!(self.link, Link::Size(_)) && block.is_some();
        match (steady && !evaluated && !looks_around, self.at_large) {
            _ if own_size => Some(SIZE),
            _ if constant || lasting => None,
            _ if is_name(&self.expr) => Some(LARGE),
            (_, true) => Some(LARGE),
            (false, _) => Some(STATE),
            _ => None,
        }
    }

    /// A number that a module of Python's own has under a name for good, such as `logging.ERROR`; those of the system are
    /// another machine's, too.
    fn is_constant(&self, near: &Near<'_>) -> bool {
        const OF_THE_SYSTEM: [&str; 14] = [
            "os",
            "sys",
            "socket",
            "ssl",
            "errno",
            "signal",
            "select",
            "selectors",
            "stat",
            "fcntl",
            "resource",
            "termios",
            "mmap",
            "locale",
        ];
        let Some((module, name)) = self.expr.split_once('.') else { return false };
        let lasting = name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
        let imported = |read: &syntax::Module| !read.names.binds.contains_key(module) || read.names.imports(module);
        let stored = |text: &str| text.lines().any(|line| line.trim_start().starts_with(&format!("{} =", self.expr)));
        lasting
            && self.written.trim().parse::<i64>().is_ok()
            && syntax::is_standard(module)
            && !OF_THE_SYSTEM.contains(&module)
            && near.modules.iter().all(imported)
            && !near.document.blocks.iter().any(|block| stored(&block.code.text))
    }

    /// The readings of the expression, and of the others that the words may mean.
    fn readings(&self) -> Option<(Kind, Vec<Reading>)> {
        let (kind, readings) = self.own_readings()?;
        let other = |expr: &String| Self { expr: expr.clone(), ways: Vec::new(), ..self.clone() }.own_readings();
        let others = self.ways.iter().filter_map(other).flat_map(|(_, readings)| readings);
        Some((kind, readings.into_iter().chain(others).collect()))
    }

    fn own_readings(&self) -> Option<(Kind, Vec<Reading>)> {
        let expr = self.expr.clone();
        let claimed = self.written.trim();
        if let Link::Size(bytes) = self.link {
            let expr = format!("__import__('sys').getsizeof({expr})");
            return Some((Kind::Size, vec![Reading::Size { expr: Some(expr), bytes }]));
        }
        let evaluates = |to: Reading| Reading::Evaluates { expr: expr.clone(), to: Box::new(to) };
        let exception = exception::read(claimed, &|_| false).filter(|found| found.tail.of(claimed).is_empty());
        if let Some(found) = exception.filter(|_| self.link != Link::Stdout) {
            return Some((Kind::Raises, vec![evaluates(found.reading)]));
        }
        let prints = expr.starts_with("print(") && (self.link == Link::Shown || claimed != "None");
        match self.link {
            Link::Raises => None,
            _ if prints => Some((Kind::Stdout, printed(claimed).map(evaluates).collect())),
            // Many say that a call prints what it gives back.
            Link::Stdout => {
                let value = is_value(claimed).then(|| evaluates(Reading::Value(claimed.into())));
                Some((Kind::Stdout, printed(claimed).map(evaluates).chain(value).collect()))
            }
            Link::Shown if !is_value(claimed) => Some((Kind::Stdout, printed(claimed).map(evaluates).collect())),
            _ if is_type(&expr, claimed) => Some((Kind::Type, vec![evaluates(Reading::Value(claimed.into()))])),
            _ => {
                let truth = self
                    .as_condition()
                    .map(|expr| Reading::Evaluates { expr, to: Box::new(Reading::Value(claimed.into())) });
                let value = [evaluates(Reading::Value(claimed.into()))];
                let shown = (self.link == Link::Shown).then(|| printed(claimed).map(evaluates).collect::<Vec<_>>());
                let shown = shown.into_iter().flatten();
                // An object is written as it is made, mostly: `Ring([2, 3])`.
                let same = || {
                    let written = evaluates(Reading::Value(claimed.into()));
                    self.as_equal().map(|same| (Kind::Value, vec![same, written]))
                };
                let value = || (Kind::Value, value.into_iter().chain(truth).chain(shown).collect());
                is_value(claimed).then(value).or_else(same)
            }
        }
    }

    /// "`Path("a") / "b"` is `Path("a/b")`": the result is made by the same names. "`sys.maxsize` is `2**63 - 1`": or of none.
    fn as_equal(&self) -> Option<Reading> {
        let made = syntax::expression(&self.written)
            .filter(|made| (made.is_call || made.computes && made.uses.is_empty()) && !self.written.contains("..."))?;
        let uses = syntax::expression(&self.expr)?.uses;
        let known = made.uses.iter().all(|name| uses.contains(name) || syntax::is_builtin(name));
        let expr = format!("({}) == ({})", self.expr, self.written);
        known.then(|| Reading::Evaluates { expr, to: Box::new(Reading::Value("True".into())) })
    }

    /// "`re.MULTILINE` is 8" is said of a number that has a name of its own.
    fn as_number(&self) -> Reading {
        let expr = format!("__import__('operator').index({})", self.expr);
        Reading::Evaluates { expr, to: Box::new(Reading::Value(self.written.trim().into())) }
    }

    /// "`[]` is `False`" is said of a condition.
    fn as_condition(&self) -> Option<String> {
        let truth = ["True", "False"].contains(&self.written.trim());
        let plain = syntax::expression(&self.expr).is_some_and(|expression| !expression.is_call);
        (truth && plain).then(|| format!("bool({})", self.expr))
    }
}

/// What is printed, as written and without the quotes in which a text may put it.
fn printed(claimed: &str) -> impl Iterator<Item = Reading> {
    let bare = claimed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    std::iter::once(claimed).chain(bare).map(|text| Reading::Stdout(text.into()))
}

/// "`type(5)` is `int`"
fn is_type(expr: &str, claimed: &str) -> bool {
    let class = claimed.starts_with("<class '") || syntax::is_builtin(claimed);
    expr.starts_with("type(") && expr.ends_with(')') && class && claimed != "None"
}

/// A name with its module or object, and no call.
fn is_name(expr: &str) -> bool {
    expr.contains('.')
        && expr.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.')
        && !expr.starts_with(|c: char| c.is_ascii_digit())
}

/// A name without its module.
fn is_variable(expr: &str) -> bool {
    expr.starts_with(|c: char| c.is_alphabetic() || c == '_') && expr.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// A literal, or an exception's name: nothing that has a result of its own.
pub(super) fn is_plain_result(text: &str) -> bool {
    is_value(text.trim()) || exception::names_one(text)
}

/// A literal that means one thing: no names, no dots that stand for the rest.
pub(super) fn is_value(text: &str) -> bool {
    Literal::whole(text).is_some_and(|literal| {
        literal.names().is_empty() && !matches!(literal, Literal::Rest | Literal::Call(..) | Literal::Angle(_))
    })
}

/// `f(...)` stands for every call, and what waits, leaves or forks would end the block that it is asked in.
fn is_not_asked(expr: &str) -> bool {
    const CALLS: [&str; 8] = ["sleep(", "exit(", "quit(", "_forever(", "breakpoint(", "help(", "abort(", "fork("];
    expr.contains("...") || expr.contains('…') || CALLS.iter().any(|call| expr.contains(call))
}

/// The same reading of another expression.
fn with(reading: Reading, other: &dyn Fn(String) -> String) -> Reading {
    match reading {
        Reading::Evaluates { expr, to } => Reading::Evaluates { expr: other(expr), to },
        Reading::Size { expr, bytes } => Reading::Size { expr: expr.map(other), bytes },
        reading => reading,
    }
}
