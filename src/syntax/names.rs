//! Which names a piece of code binds, which it needs at once, and which only when its functions are called.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Comprehension, ExceptHandler, Expr, ExprContext, Parameters, Pattern, Stmt};

/// The names of a module.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Bound at module level, with whether an import alone binds it.
    pub binds: BTreeMap<String, bool>,
    /// Read but bound nowhere before: at module level, or in functions (whose names may also be bound later).
    pub free: BTreeSet<String>,
}

impl Names {
    /// Whether an import, and nothing else, binds `name` here.
    pub fn imports(&self, name: &str) -> bool {
        self.binds.get(name).copied().unwrap_or(false)
    }
}

/// Reads the names of a module's body.
pub(super) fn of_module(body: &[Stmt]) -> Names {
    let mut reader = Reader::default();
    reader.visit_body(body);
    let Scopes { mut binds, mut free, deferred, declared } = reader.scopes;
    free.extend(deferred.into_iter().chain(declared.clone()).filter(|name| !binds.contains_key(name)));
    for name in declared {
        binds.entry(name).or_insert(false);
    }
    Names { binds, free }
}

/// Reads the names that an expression takes from around it.
pub(super) fn of_expression(expr: &Expr) -> BTreeSet<String> {
    let mut reader = Reader::default();
    reader.visit_expr(expr);
    let mut free = reader.scopes.free;
    free.extend(reader.scopes.deferred);
    free
}

#[derive(Default)]
struct Scopes {
    binds: BTreeMap<String, bool>,
    free: BTreeSet<String>,
    deferred: BTreeSet<String>,
    declared: BTreeSet<String>,
}

/// Walks in evaluation order; `locals` are the scopes of functions, lambdas, classes and comprehensions around the place.
#[derive(Default)]
struct Reader {
    scopes: Scopes,
    locals: Vec<BTreeSet<String>>,
    in_function: usize,
}

impl Reader {
    fn bind(&mut self, name: &str, by_import: bool) {
        match self.locals.last_mut() {
            Some(scope) => _ = scope.insert(name.to_owned()),
            None => {
                let only_import = self.scopes.binds.get(name).copied().unwrap_or(true) && by_import;
                self.scopes.binds.insert(name.to_owned(), only_import);
            }
        }
    }

    fn read(&mut self, name: &str) {
        if self.locals.iter().any(|scope| scope.contains(name)) || self.scopes.binds.contains_key(name) {
            return;
        }
        let place = if self.in_function > 0 { &mut self.scopes.deferred } else { &mut self.scopes.free };
        place.insert(name.to_owned());
    }

    /// Runs `inside` in a scope of its own that already binds `names`.
    fn scoped(&mut self, names: BTreeSet<String>, function: bool, inside: impl FnOnce(&mut Self)) {
        self.locals.push(names);
        self.in_function += usize::from(function);
        inside(self);
        self.in_function -= usize::from(function);
        self.locals.pop();
    }

    fn comprehension<'a>(&mut self, generators: &'a [Comprehension], parts: &[&'a Expr]) {
        self.scoped(BTreeSet::new(), false, |reader| {
            for generator in generators {
                reader.visit_comprehension(generator);
            }
            for part in parts {
                reader.visit_expr(part);
            }
        });
    }

    fn function(&mut self, body: &[Stmt], parameters: &Parameters) {
        let mut names: BTreeSet<String> = parameters.iter().map(|p| p.name().id.to_string()).collect();
        // A name that a function binds anywhere is local to all of it.
        let mut inner = Reader::default();
        inner.visit_body(body);
        names.extend(inner.scopes.binds.into_keys());
        let global = declared_global(body);
        for name in &global {
            names.remove(name);
            // Where nothing at module level binds it, the function counts on a value from outside.
            self.scopes.declared.insert(name.clone());
        }
        self.scoped(names, true, |reader| reader.visit_body(body));
    }
}

impl<'a> Visitor<'a> for Reader {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                def.decorator_list.iter().for_each(|d| self.visit_decorator(d));
                self.defaults(&def.parameters);
                if let Some(returns) = &def.returns {
                    self.visit_expr(returns);
                }
                self.bind(&def.name.id, false);
                let generic = type_parameters(def.type_params.as_deref());
                self.scoped(generic, false, |reader| reader.function(&def.body, &def.parameters));
            }
            Stmt::ClassDef(def) => {
                def.decorator_list.iter().for_each(|d| self.visit_decorator(d));
                let generic = type_parameters(def.type_params.as_deref());
                self.scoped(generic, false, |reader| {
                    if let Some(arguments) = &def.arguments {
                        reader.visit_arguments(arguments);
                    }
                    reader.scoped(BTreeSet::new(), false, |reader| reader.visit_body(&def.body));
                });
                self.bind(&def.name.id, false);
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let whole = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.bind(whole.id.split('.').next().unwrap_or_default(), true);
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.bind(&alias.asname.as_ref().unwrap_or(&alias.name).id, true);
                }
            }
            Stmt::AugAssign(assign) => {
                if let Expr::Name(name) = &*assign.target {
                    self.read(&name.id);
                }
                visitor::walk_stmt(self, stmt);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Store => self.bind(&name.id, false),
                _ => self.read(&name.id),
            },
            Expr::Lambda(lambda) => {
                let names = lambda.parameters.iter().flat_map(|p| p.iter()).map(|p| p.name().id.to_string()).collect();
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                self.scoped(names, true, |reader| reader.visit_expr(&lambda.body));
            }
            Expr::ListComp(comp) => self.comprehension(&comp.generators, &[&comp.elt]),
            Expr::SetComp(comp) => self.comprehension(&comp.generators, &[&comp.elt]),
            Expr::Generator(comp) => self.comprehension(&comp.generators, &[&comp.elt]),
            Expr::DictComp(comp) => {
                let parts: Vec<&Expr> = comp.key.as_deref().into_iter().chain([&*comp.value]).collect();
                self.comprehension(&comp.generators, &parts);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind(&name.id, false);
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(inner) => inner.name.as_ref(),
            Pattern::MatchStar(inner) => inner.name.as_ref(),
            Pattern::MatchMapping(inner) => inner.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(&name.id, false);
        }
        visitor::walk_pattern(self, pattern);
    }
}

impl Reader {
    /// Default values and annotations are evaluated where the function is defined.
    fn defaults(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.read_all(default);
            }
        }
        for annotation in parameters.iter().filter_map(|p| p.annotation()) {
            self.read_all(annotation);
        }
    }

    fn read_all(&mut self, expr: &Expr) {
        for name in of_expression(expr) {
            self.read(&name);
        }
    }
}

fn type_parameters(params: Option<&ruff_python_ast::TypeParams>) -> BTreeSet<String> {
    params.into_iter().flat_map(|p| p.type_params.iter()).map(|p| p.name().id.to_string()).collect()
}

/// Names that `global` statements of a function's own body declare.
fn declared_global(body: &[Stmt]) -> BTreeSet<String> {
    struct Globals(BTreeSet<String>);
    impl<'a> Visitor<'a> for Globals {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            match stmt {
                Stmt::Global(global) => self.0.extend(global.names.iter().map(|name| name.id.to_string())),
                Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
                _ => visitor::walk_stmt(self, stmt),
            }
        }
    }
    let mut globals = Globals(BTreeSet::new());
    globals.visit_body(body);
    globals.0
}

#[cfg(test)]
mod tests {
    use super::super::parse;

    fn check(code: &str, binds: &str, free: &str) {
        let names = parse(code).names;
        let list = |names: Vec<&String>| names.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        assert_eq!(list(names.binds.keys().collect()), binds, "binds of {code:?}");
        assert_eq!(list(names.free.iter().collect()), free, "free names of {code:?}");
    }

    #[test]
    fn names_are_bound_and_read() {
        check("import os.path as p, sys\nfrom a import b as c\nx = y\n", "c p sys x", "y");
        check("x += 1\n", "x", "x");
        check("for i in xs:\n    print(i)\n", "i", "print xs");
        check("with open(f) as g: pass\n", "g", "f open");
        check("try:\n    pass\nexcept E as e:\n    e\n", "e", "E");
        check("(a := 1)\n[a, *b] = c\n", "a b", "c");
        check("del q\n", "", "q");
    }

    #[test]
    fn functions_read_late_and_bind_for_themselves() {
        check("def f(a, b=d):\n    c = a\n    return c + g\ng = 1\n", "f g", "d");
        check("def f():\n    global n\n    n = m\n", "f n", "m n");
        check("n = 1\ndef f():\n    global n\n    n += 1\n", "f n", "");
        check("f = lambda a: a + b\n", "f", "b");
        check("def f():\n    def g():\n        return x\n    x = 1\n    return g\n", "f", "");
    }

    #[test]
    fn comprehensions_and_classes_keep_their_names() {
        check("[i * k for i in xs if i]\n", "", "k xs");
        check("{k: v for k, v in d.items()}\n", "", "d");
        check("class A(B):\n    x = 1\n    y = x\n", "A", "B");
        check("def f[T](x: T) -> T:\n    return x\n", "f", "T");
    }

    #[test]
    fn imports_are_told_from_other_bindings() {
        let names = parse("import asyncio\nimport os\nos = None\n").names;
        assert!(names.imports("asyncio") && !names.imports("os") && !names.imports("nothing"));
    }
}
