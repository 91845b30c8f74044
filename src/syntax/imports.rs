//! The modules that a piece of code imports, at any depth.

use std::collections::BTreeSet;

use ruff_python_ast::Stmt;
use ruff_python_ast::visitor::{self, Visitor};

/// Top-level names of the modules imported; relative imports name none.
pub(super) fn of_module(body: &[Stmt]) -> BTreeSet<String> {
    let mut imports = Imports(BTreeSet::new());
    imports.visit_body(body);
    imports.0
}

struct Imports(BTreeSet<String>);

impl Imports {
    fn add(&mut self, dotted: &str) {
        self.0.extend(dotted.split('.').next().map(str::to_owned));
    }
}

impl<'a> Visitor<'a> for Imports {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => import.names.iter().for_each(|alias| self.add(&alias.name.id)),
            Stmt::ImportFrom(import) if import.level == 0 => {
                if let Some(module) = &import.module {
                    self.add(&module.id);
                }
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }
}
