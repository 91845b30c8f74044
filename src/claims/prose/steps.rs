//! Statements that a sentence makes itself: "after `x = [1, 2]` and `y = x`, `y is x` is `True`".

use super::inline::{Code, Prose};
use crate::syntax::{self, Module};
use crate::text::Span;

/// What a sentence has done before it speaks of an expression.
pub struct Steps {
    /// The statements, a line each.
    code: String,
    /// Nothing but the statements is supposed: the words between them only join them.
    pub plain: bool,
}

/// Words that join statements and what is said of them.
const JOINING: [&str; 33] = [
    "and",
    "then",
    "if",
    "after",
    "with",
    "given",
    "when",
    "for",
    "let",
    "where",
    "the",
    "expression",
    "we",
    "have",
    "set",
    "you",
    "write",
    "run",
    "running",
    "once",
    "or",
    "so",
    "no",
    "copy",
    "at",
    "all",
    "same",
    "object",
    "reference",
    "a",
    "an",
    "creating",
    "defining",
];

/// The statements before a place that bind the names which are needed there; `None` where one of them stays unknown.
pub fn before(prose: &Prose<'_>, at: usize, names: &[&str]) -> Option<Steps> {
    let start = prose.paragraph(at);
    let codes: Vec<(Code, Module, String)> = prose
        .codes
        .iter()
        .filter(|code| code.outside.start >= start && code.outside.end <= at)
        .filter_map(|code| statement(code.inside.of(prose.text)).map(|(module, text)| (*code, module, text)))
        .collect();
    let mut wanted: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut lines: Vec<String> = Vec::new();
    let mut first = at;
    for (code, module, text) in codes.iter().rev() {
        if module.names.binds.keys().any(|name| wanted.contains(name)) {
            wanted.retain(|name| !module.names.binds.contains_key(name));
            wanted.extend(module.names.free.iter().filter(|name| !syntax::is_builtin(name)).cloned());
            lines.push(text.clone());
            first = code.outside.start;
        }
    }
    wanted.sort_unstable();
    wanted.dedup();
    let made = lines.iter().rev().cloned().collect::<Vec<_>>();
    let open = wanted.iter().map(|name| stand_in(name, &made)).collect::<Option<Vec<_>>>()?;
    let code = open.into_iter().chain(made).collect::<Vec<_>>().join("\n");
    (!lines.is_empty()).then(|| Steps { code, plain: is_plain(prose, Span::new(first, at)) })
}

/// A name that the sentence leaves open: a class, where it is one's base; any object, where another name is given to it.
fn stand_in(name: &str, lines: &[String]) -> Option<String> {
    let base = |line: &String| line.starts_with("class ") && line.split(['(', ')', ',', ' ']).any(|word| word == name);
    let alias = |line: &String| line.split_once('=').is_some_and(|(_, value)| value.trim() == name);
    let using = |line: &&String| syntax::parse(line).names.free.contains(name);
    let all = |is: &dyn Fn(&String) -> bool| lines.iter().filter(using).all(is);
    match name {
        _ if !lines.iter().any(|line| using(&line)) => None,
        _ if all(&base) => Some(format!("class {name}: pass")),
        _ if all(&alias) => Some(format!("{name} = object()")),
        _ => None,
    }
}

/// Inline code that is a statement which binds something; a class without a body gets one.
fn statement(code: &str) -> Option<(Module, String)> {
    let code = code.trim();
    let text = match code.starts_with("class ") && !code.contains(':') {
        true => format!("{code}: pass"),
        false => code.to_owned(),
    };
    let module = syntax::parse(&text);
    let binds = module.error.is_none() && !module.names.binds.is_empty() && !text.contains('\n');
    (binds && !text.contains("...")).then_some((module, text))
}

/// A class statement as a text writes it, made whole: it can be said to raise something.
pub fn class_statement(code: &str) -> Option<String> {
    statement(code).filter(|_| code.trim_start().starts_with("class ")).map(|(_, text)| text)
}

/// The names that a statement needs.
pub fn needed(code: &str) -> Vec<String> {
    syntax::parse(code).names.free.iter().filter(|name| !syntax::is_builtin(name)).cloned().collect()
}

fn is_plain(prose: &Prose<'_>, span: Span) -> bool {
    let mut words = String::new();
    let mut at = span.start;
    for code in prose.codes.iter().filter(|code| code.outside.start >= span.start && code.outside.end <= span.end) {
        words.push_str(prose.between(at, code.outside.start));
        words.push(' ');
        at = code.outside.end;
    }
    words.push_str(prose.between(at, span.end));
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| JOINING.contains(&word.to_lowercase().as_str()))
}

impl Steps {
    /// The expression, evaluated behind the statements.
    pub fn evaluated(&self, expr: &str) -> String {
        self.done(&format!("eval({}, scope)", quoted(expr)))
    }

    /// A statement, run behind the others.
    pub fn run(&self, statement: &str) -> String {
        self.done(&format!("exec({}, scope)", quoted(statement)))
    }

    fn done(&self, last: &str) -> String {
        format!("(lambda scope: (exec({}, scope), {last})[1])({{}})", quoted(&self.code))
    }
}

/// Text as a string literal of Python.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, names: &[&str], expect: Option<(&str, bool)>) {
        let prose = Prose::new(text, Span::new(0, text.len()));
        let found = before(&prose, text.rfind(" `").unwrap_or(0) + 1, names);
        assert_eq!(found.as_ref().map(|steps| (steps.code.as_str(), steps.plain)), expect, "{text:?}");
    }

    #[test]
    fn statements_of_the_sentence_are_its_context() {
        check("After `x = [1]` and `y = x`, `y is x`", &["x", "y"], Some(("x = [1]\ny = x", true)));
        check("If `b = a`, then `b is a`", &["a", "b"], Some(("a = object()\nb = a", true)));
        check("`class X(A)` and then `class Y(X)`", &["X"], Some(("class A: pass\nclass X(A): pass", true)));
        check("`x = 5` is stored somewhere, `x`", &["x"], Some(("x = 5", false)));
        check("With `n = limit + 1`, `n`", &["n"], None);
        check("Take `x = 5`.\n\nThen `x`", &["x"], None);
        check("- `x = 5`\n- `x`", &["x"], None);
        check("`x == 5`, `x`", &["x"], None);
    }
}
