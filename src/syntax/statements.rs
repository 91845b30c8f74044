//! The statements of a module at every depth, as a flat list.

use ruff_python_ast::{ExceptHandler, Expr, Stmt};
use ruff_text_size::Ranged;

use super::{Comment, span};
use crate::text::Span;

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The whole of it; a decorated definition begins with its first decorator.
    pub span: Span,
    /// A simple statement: all of it. A compound one: up to where its body begins.
    pub header: Span,
    /// What it is.
    pub shape: Shape,
    /// The expression that it shows, assigns or asserts: of simple statements alone, and not of an augmented assignment.
    pub value: Option<Span>,
    /// Index of the statement whose body it stands in.
    pub parent: Option<usize>,
    /// The innermost scope around it.
    pub scope: Scope,
    /// Whether a loop stands between it and its scope.
    pub in_loop: bool,
    /// What it may change besides its own value: the object whose method it calls, its plain arguments, the object into
    /// which it stores or from which it deletes. As written, without repetition.
    pub touches: Vec<String>,
    /// Whether it may be passed over: it stands in a branch, a loop, a handler or a function.
    pub conditional: bool,
}

/// What a statement is, as far as claims need to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// An expression statement.
    Expr {
        /// A call of `print` or `pprint`.
        prints: bool,
        /// Any call, or an `await`.
        call: bool,
        /// It shows a type: `type(…)`, `.__class__` or `.__name__` occur in it.
        shows_type: bool,
        /// It is a constant or a docstring.
        constant: bool,
    },
    /// An assignment, plain, annotated or augmented.
    Assign {
        /// Names and attributes bound, as written.
        targets: Vec<String>,
        /// Whether the right-hand side is a plain constant, so that a comment is more likely a remark on it.
        constant: bool,
    },
    /// `assert`, with its test.
    Assert(Span),
    /// `del`, with its targets as written.
    Del(Vec<String>),
    /// `return`, `yield` as statements with a value.
    Return,
    /// `raise`.
    Raise,
    /// `import`.
    Import,
    /// A loop header.
    Loop,
    /// `if`, `elif`, `while`: a condition.
    Condition,
    /// `with`.
    With,
    /// `def`, with its name.
    Def(String),
    /// `class`, with its name.
    Class(String),
    /// Everything else.
    Other,
}

/// A kind of scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Module level.
    Module,
    /// In a class body.
    Class,
    /// In a function.
    Function,
}

#[derive(Clone, Copy)]
struct Place {
    parent: Option<usize>,
    scope: Scope,
    in_loop: bool,
    conditional: bool,
}

/// Lists the statements of `body` and of all bodies within.
pub(super) fn flatten(body: &[Stmt], code: &str, comments: &[Comment]) -> Vec<Statement> {
    let mut list = Lister { code, comments, found: Vec::new() };
    list.body(body, Place { parent: None, scope: Scope::Module, in_loop: false, conditional: false });
    list.found
}

struct Lister<'a> {
    code: &'a str,
    comments: &'a [Comment],
    found: Vec<Statement>,
}

impl Lister<'_> {
    fn body(&mut self, body: &[Stmt], place: Place) {
        for stmt in body {
            self.statement(stmt, place);
        }
    }

    fn statement(&mut self, stmt: &Stmt, place: Place) {
        let bodies = bodies(stmt);
        let whole = span(stmt.range());
        let body_start = bodies.iter().flat_map(|body| body.iter()).map(|s| span(s.range()).start).min();
        let header = match body_start {
            Some(start) => Span::new(whole.start, header_end(self.code, self.comments, whole.start, start)),
            None => whole,
        };
        let parent = Some(self.found.len());
        self.found.push(Statement {
            span: whole,
            header,
            shape: shape(stmt, self.code),
            value: value(stmt),
            touches: touches(stmt, self.code),
            parent: place.parent,
            scope: place.scope,
            in_loop: place.in_loop,
            conditional: place.conditional,
        });
        let inner = match stmt {
            Stmt::FunctionDef(_) => Place { parent, scope: Scope::Function, in_loop: false, conditional: true },
            Stmt::ClassDef(_) => Place { parent, scope: Scope::Class, in_loop: false, ..place },
            Stmt::For(_) | Stmt::While(_) => Place { parent, in_loop: true, conditional: true, ..place },
            Stmt::With(_) => Place { parent, ..place },
            _ => Place { parent, conditional: true, ..place },
        };
        for body in bodies {
            self.body(body, inner);
        }
    }
}

/// A header ends behind the last character before its body that is neither white space nor part of a comment.
fn header_end(code: &str, comments: &[Comment], start: usize, body: usize) -> usize {
    let mut end = body;
    loop {
        end = start + code[start..end].trim_end().len();
        match comments.iter().rfind(|comment| comment.span.end == end && comment.span.start > start) {
            Some(comment) => end = comment.span.start,
            None => return end,
        }
    }
}

fn bodies(stmt: &Stmt) -> Vec<&[Stmt]> {
    match stmt {
        Stmt::FunctionDef(s) => vec![&s.body],
        Stmt::ClassDef(s) => vec![&s.body],
        Stmt::For(s) => vec![&s.body, &s.orelse],
        Stmt::While(s) => vec![&s.body, &s.orelse],
        Stmt::If(s) => {
            let mut all: Vec<&[Stmt]> = vec![&s.body];
            all.extend(s.elif_else_clauses.iter().map(|clause| &clause.body as &[Stmt]));
            all
        }
        Stmt::With(s) => vec![&s.body],
        Stmt::Match(s) => s.cases.iter().map(|case| &case.body as &[Stmt]).collect(),
        Stmt::Try(s) => {
            let mut all: Vec<&[Stmt]> = vec![&s.body];
            all.extend(s.handlers.iter().map(|ExceptHandler::ExceptHandler(handler)| &handler.body as &[Stmt]));
            all.extend([&s.orelse as &[Stmt], &s.finalbody]);
            all
        }
        _ => Vec::new(),
    }
}

fn shape(stmt: &Stmt, code: &str) -> Shape {
    let written = |expr: &Expr| span(expr.range()).of(code).to_owned();
    let assign = |targets: Vec<&Expr>, value: &Expr| Shape::Assign {
        targets: targets.into_iter().flat_map(|target| parts(target)).map(written).collect(),
        constant: is_constant(value),
    };
    match stmt {
        Stmt::Expr(s) => expression(&s.value, code),
        Stmt::Assign(s) => assign(s.targets.iter().collect(), &s.value),
        Stmt::AugAssign(s) => Shape::Assign { targets: vec![written(&s.target)], constant: false },
        Stmt::AnnAssign(s) => match &s.value {
            Some(value) => assign(vec![&s.target], value),
            None => Shape::Other,
        },
        Stmt::Assert(s) => Shape::Assert(span(s.test.range())),
        Stmt::Delete(s) => Shape::Del(s.targets.iter().map(written).collect()),
        Stmt::Return(s) if s.value.is_some() => Shape::Return,
        Stmt::Raise(_) => Shape::Raise,
        Stmt::Import(_) | Stmt::ImportFrom(_) => Shape::Import,
        Stmt::For(_) => Shape::Loop,
        Stmt::If(_) | Stmt::While(_) => Shape::Condition,
        Stmt::With(_) => Shape::With,
        Stmt::FunctionDef(s) => Shape::Def(s.name.id.to_string()),
        Stmt::ClassDef(s) => Shape::Class(s.name.id.to_string()),
        _ => Shape::Other,
    }
}

fn value(stmt: &Stmt) -> Option<Span> {
    match stmt {
        // With the brackets around it, which are not the expression's own.
        Stmt::Expr(s) => Some(span(s.range())),
        Stmt::Assign(s) => Some(span(s.value.range())),
        Stmt::AnnAssign(s) => s.value.as_ref().map(|value| span(value.range())),
        Stmt::Assert(s) => Some(span(s.test.range())),
        _ => None,
    }
}

fn expression(value: &Expr, code: &str) -> Shape {
    let text = span(value.range()).of(code);
    let called = match value {
        Expr::Call(call) => Some(span(call.func.range()).of(code)),
        _ => None,
    };
    Shape::Expr {
        prints: matches!(called, Some("print" | "pprint" | "pprint.pprint" | "pp")),
        call: matches!(value, Expr::Call(_) | Expr::Await(_)),
        shows_type: text.contains("type(") || text.contains(".__class__") || text.contains("__name__"),
        constant: is_constant(value),
    }
}

/// The objects that a simple statement may change.
fn touches(stmt: &Stmt, code: &str) -> Vec<String> {
    let mut found: Vec<&Expr> = Vec::new();
    match stmt {
        Stmt::Expr(s) => touched_by_call(&s.value, &mut found),
        Stmt::Assign(s) => {
            found.extend(s.targets.iter().flat_map(parts).map(container));
            touched_by_call(&s.value, &mut found);
        }
        Stmt::AugAssign(s) => found.push(container(&s.target)),
        Stmt::Delete(s) => found.extend(s.targets.iter().map(container)),
        _ => {}
    }
    let mut names: Vec<String> = Vec::new();
    for name in found.into_iter().filter(|expr| is_path(expr)).map(|expr| span(expr.range()).of(code).to_owned()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn touched_by_call<'a>(value: &'a Expr, found: &mut Vec<&'a Expr>) {
    match value {
        Expr::Await(awaited) => touched_by_call(&awaited.value, found),
        Expr::Call(call) => {
            if let Expr::Attribute(method) = &*call.func {
                found.push(root(&method.value));
            }
            found.extend(call.arguments.args.iter());
        }
        _ => {}
    }
}

/// The object at the beginning of a chain of calls and items: `user` in `user.setdefault("a", []).append(1)`.
fn root(expr: &Expr) -> &Expr {
    match expr {
        Expr::Call(call) => match &*call.func {
            Expr::Attribute(method) => root(&method.value),
            _ => expr,
        },
        Expr::Subscript(item) => root(&item.value),
        _ => expr,
    }
}

/// What changes when `target` is stored to: the whole object for an item.
fn container(target: &Expr) -> &Expr {
    match target {
        Expr::Subscript(item) => container(&item.value),
        other => other,
    }
}

/// A name, or attributes of one: can be looked at again without doing anything.
fn is_path(expr: &Expr) -> bool {
    match expr {
        Expr::Name(_) => true,
        Expr::Attribute(attribute) => is_path(&attribute.value),
        _ => false,
    }
}

/// The single targets of an unpacking.
fn parts(target: &Expr) -> Vec<&Expr> {
    match target {
        Expr::Tuple(tuple) => tuple.elts.iter().flat_map(parts).collect(),
        Expr::List(list) => list.elts.iter().flat_map(parts).collect(),
        Expr::Starred(starred) => parts(&starred.value),
        other => vec![other],
    }
}

fn is_constant(value: &Expr) -> bool {
    match value {
        Expr::NumberLiteral(_)
        | Expr::StringLiteral(_)
        | Expr::BytesLiteral(_)
        | Expr::BooleanLiteral(_)
        | Expr::NoneLiteral(_)
        | Expr::EllipsisLiteral(_) => true,
        Expr::UnaryOp(unary) => is_constant(&unary.operand),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn check(code: &str, expect: &[&str]) {
        let found: Vec<_> = parse(code)
            .statements
            .iter()
            .map(|s| {
                format!("{} | {:?}{}", s.header.of(code), s.scope, if s.conditional { " conditional" } else { "" })
            })
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn statements_of_every_depth_are_listed() {
        check("x = 1\n", &["x = 1 | Module"]);
        check(
            "class A:\n    x = 1  # one\n    def f(self):  # two\n        return 2\n",
            &["class A: | Module", "x = 1 | Class", "def f(self): | Class", "return 2 | Function conditional"],
        );
        check(
            "for x in y: # each\n    # note\n    print(x)\n",
            &["for x in y: | Module", "print(x) | Module conditional"],
        );
        check("@d(1)  # note\nclass A:\n    pass\n", &["@d(1)  # note\nclass A: | Module", "pass | Class"]);
    }

    #[test]
    fn shapes_tell_what_a_claim_may_speak_of() {
        let shapes = |code: &str| parse(code).statements.into_iter().map(|s| s.shape).collect::<Vec<_>>();
        assert_eq!(
            shapes("print(type(x))\n"),
            [Shape::Expr { prints: true, call: true, shows_type: true, constant: false }]
        );
        assert_eq!(
            shapes("a, b.c = f()\n"),
            [Shape::Assign { targets: vec!["a".into(), "b.c".into()], constant: false }]
        );
        assert_eq!(shapes("x = -1\n"), [Shape::Assign { targets: vec!["x".into()], constant: true }]);
        assert_eq!(shapes("assert a == 1, 'm'\n"), [Shape::Assert(Span::new(7, 13))]);
    }
}
