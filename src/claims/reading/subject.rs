//! What a comment stands by: the statement, and what the code around it defines.

use std::collections::BTreeSet;

use crate::claims::exception;
use crate::syntax::{Module, Scope, Shape, Statement};

/// A statement and the code around it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The block's code.
    pub code: &'a str,
    /// The block, read.
    pub module: &'a Module,
    /// The statement that the comment stands by.
    pub statement: &'a Statement,
    /// The classes of the whole document that are exceptions.
    exceptions: &'a BTreeSet<String>,
}

/// Of a piece of code by itself.
static NO_EXCEPTIONS: BTreeSet<String> = BTreeSet::new();

impl<'a> Subject<'a> {
    /// A statement of a piece of code.
    pub fn new(code: &'a str, module: &'a Module, statement: &'a Statement) -> Self {
        Self { code, module, statement, exceptions: &NO_EXCEPTIONS }
    }

    /// The same in a document in which these classes are exceptions.
    pub fn among(self, exceptions: &'a BTreeSet<String>) -> Self {
        Self { exceptions, ..self }
    }
}

impl Subject<'_> {
    /// Whether the code, or what comes before it, gives the name a value.
    pub fn binds(&self, name: &str) -> bool {
        self.module.names.binds.contains_key(name) || self.module.names.free.contains(name) && !is_builtin_like(name)
    }

    /// Whether the code defines or imports something that is shown by its name: a class, a function, a member.
    pub fn defines(&self, name: &str) -> bool {
        let root = name.split('.').next().unwrap_or(name);
        let is_one = |shape: &Shape| matches!(shape, Shape::Class(defined) | Shape::Def(defined) if defined == root);
        self.module.statements.iter().any(|statement| is_one(&statement.shape)) || self.module.names.imports(root)
    }

    /// Whether the code, or another block, defines a class of that name that is an exception.
    pub fn defines_exception(&self, name: &str) -> bool {
        self.exceptions.contains(name)
    }

    /// Whether statements stand in it.
    pub fn is_compound(&self) -> bool {
        self.statement.header != self.statement.span
    }

    /// Whether nothing comes behind the statement.
    pub fn is_last(&self) -> bool {
        let behind = |other: &&Statement| other.span.start >= self.statement.span.end;
        !self.module.statements.iter().any(|other| behind(&other))
    }

    /// The class in whose body, or in whose method, the statement stands.
    pub fn enclosing_class(&self) -> Option<&str> {
        self.parents().find_map(|statement| match &statement.shape {
            Shape::Class(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// The function in which it stands.
    pub fn enclosing_def(&self) -> Option<&str> {
        self.parents().find_map(|statement| match &statement.shape {
            Shape::Def(name) => Some(name.as_str()),
            _ => None,
        })
    }

    fn parents(&self) -> impl Iterator<Item = &Statement> {
        let parent = |statement: &&Statement| statement.parent.and_then(|at| self.module.statements.get(at));
        std::iter::successors(parent(&self.statement), move |statement| parent(statement))
    }

    /// Whether it is a call of `print`.
    pub fn prints(&self) -> bool {
        matches!(self.statement.shape, Shape::Expr { prints: true, .. })
    }

    /// Whether it may run more or less than once.
    pub fn repeats(&self) -> bool {
        self.statement.in_loop || self.statement.scope == Scope::Function
    }
}

/// Names that are read without being bound are the block's context, unless they are everybody's.
fn is_builtin_like(name: &str) -> bool {
    matches!(
        name,
        "print" | "len" | "type" | "id" | "list" | "dict" | "set" | "str" | "int" | "range" | "sorted" | "repr"
    )
}

/// Classes that everybody knows by name.
pub fn is_builtin_class(name: &str) -> bool {
    matches!(
        name,
        "object"
            | "int"
            | "str"
            | "float"
            | "bool"
            | "list"
            | "dict"
            | "set"
            | "tuple"
            | "bytes"
            | "type"
            | "complex"
            | "frozenset"
    ) || exception::looks_like_exception(name)
}
