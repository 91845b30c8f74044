//! The smallest context that makes a block run: the earlier blocks of its section whose names it needs.

use std::collections::BTreeSet;

use crate::extract::{BlockKind, Document};
use crate::syntax::{Module, Scope, Shape};
use crate::text::Span;

/// An earlier block that runs before another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Index into `Document::blocks`.
    pub block: usize,
    /// Where only its imports are needed: those statements, as ranges of its code.
    pub imports: Option<Vec<Span>>,
    /// It defines what is needed, but stands in another section: the names may mean something else there.
    pub guess: bool,
}

/// What the block at `index` needs to run, in order, and the names that nothing at hand binds.
///
/// Blocks belong together where the outermost element of their sections is the same: the chapter. A name is taken from
/// the nearest earlier block that binds it, with the blocks between that change it; an import from any earlier block. Where imports alone bind all that is needed of a block, only these run.
/// What a block of another section defines is a guess.
pub fn context(document: &Document, modules: &[Module], index: usize) -> (Vec<Use>, Vec<String>) {
    let mut wanted: BTreeSet<String> =
        modules[index].names.free.iter().filter(|name| !is_builtin(name)).cloned().collect();
    let mut uses = Vec::new();
    let chapter = document.blocks[index].section.first();
    for block in (0..index).rev() {
        if wanted.is_empty() {
            break;
        }
        let module = &modules[block];
        if module.error.is_some() {
            continue;
        }
        let near = document.blocks[block].section.first() == chapter;
        let gives = |name: &&String| module.names.binds.contains_key(*name) && (near || module.names.imports(name));
        let found: Vec<String> = wanted.iter().filter(gives).cloned().collect();
        if found.is_empty() {
            let objects = wanted.iter().filter(|name| is_object(document, modules, block, chapter, name));
            if near && changes_one(module, &objects.cloned().collect()) {
                wanted.extend(module.names.free.iter().filter(|name| !is_builtin(name)).cloned());
                let guess = !document.blocks[index].section.starts_with(&document.blocks[block].section);
                uses.push(Use { block, imports: None, guess });
            }
            continue;
        }
        for name in &found {
            wanted.remove(name);
        }
        let script = document.blocks[block].kind == BlockKind::Script;
        let imports = if script { imports(module, &document.blocks[block].code.text, &found) } else { None };
        if imports.is_none() {
            wanted.extend(module.names.free.iter().filter(|name| !is_builtin(name)).cloned());
        }
        let around = &document.blocks[block].section;
        let guess = imports.is_none() && !document.blocks[index].section.starts_with(around);
        uses.push(Use { block, imports, guess });
    }
    uses.reverse();
    (uses, wanted.into_iter().collect())
}

/// Whether the nearest block of the chapter before `block` that binds `name` makes it something other than a module.
fn is_object(document: &Document, modules: &[Module], block: usize, chapter: Option<&String>, name: &str) -> bool {
    let near = |at: &usize| document.blocks[*at].section.first() == chapter && modules[*at].error.is_none();
    let binding = (0..block).rev().filter(near).find(|at| modules[*at].names.binds.contains_key(name));
    binding.is_some_and(|at| !modules[at].names.imports(name))
}

/// Whether a block changes the object behind one of the names: stores into it, calls a method of it, passes it on.
fn changes_one(module: &Module, names: &BTreeSet<String>) -> bool {
    let top = module.statements.iter().filter(|statement| statement.scope == Scope::Module);
    let changing = top.filter(|statement| !matches!(statement.shape, Shape::Expr { prints: true, .. }));
    changing.flat_map(|statement| &statement.touches).any(|path| {
        let root = path.split('.').next().unwrap_or(path);
        names.contains(root)
    })
}

/// The import statements at module level that bind `names`; `None` where something else binds one of them.
fn imports(module: &Module, code: &str, names: &[String]) -> Option<Vec<Span>> {
    if !names.iter().all(|name| module.names.imports(name)) {
        return None;
    }
    let binds_one = |span: Span| {
        let words = span.of(code).split(|c: char| !(c.is_alphanumeric() || c == '_'));
        words.into_iter().any(|word| names.iter().any(|name| name == word))
    };
    let statements = module.statements.iter().filter(|statement| {
        statement.shape == Shape::Import && statement.scope == Scope::Module && binds_one(statement.span)
    });
    let spans: Vec<Span> =
        statements.filter(|statement| statement.parent.is_none()).map(|statement| statement.span).collect();
    (!spans.is_empty()).then_some(spans)
}

/// Whether every Python from 3.9 on has the name built in, or every module has it.
/// Source: the Built-in Functions, Constants and Exceptions chapters of the library reference.
pub fn is_builtin(name: &str) -> bool {
    BUILTINS.binary_search(&name).is_ok()
}

#[rustfmt::skip]
const BUILTINS: &[&str] = &[
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup", "BlockingIOError",
    "BrokenPipeError", "BufferError", "BytesWarning", "ChildProcessError", "ConnectionAbortedError", "ConnectionError",
    "ConnectionRefusedError", "ConnectionResetError", "DeprecationWarning", "EOFError", "Ellipsis", "EncodingWarning",
    "EnvironmentError", "Exception", "ExceptionGroup", "False", "FileExistsError", "FileNotFoundError",
    "FloatingPointError", "FutureWarning", "GeneratorExit", "IOError", "ImportError", "ImportWarning", "IndentationError",
    "IndexError", "InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError",
    "ModuleNotFoundError", "NameError", "None", "NotADirectoryError", "NotImplemented", "NotImplementedError", "OSError",
    "OverflowError", "PendingDeprecationWarning", "PermissionError", "ProcessLookupError", "PythonFinalizationError",
    "RecursionError", "ReferenceError", "ResourceWarning", "RuntimeError", "RuntimeWarning", "StopAsyncIteration",
    "StopIteration", "SyntaxError", "SyntaxWarning", "SystemError", "SystemExit", "TabError", "TimeoutError", "True",
    "TypeError", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError",
    "UnicodeTranslateError", "UnicodeWarning", "UserWarning", "ValueError", "Warning", "ZeroDivisionError", "_",
    "__annotations__", "__build_class__", "__builtins__", "__class__", "__debug__", "__dict__", "__doc__", "__file__",
    "__import__", "__loader__", "__module__", "__name__", "__package__", "__path__", "__qualname__", "__spec__", "abs",
    "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr",
    "classmethod", "compile", "complex", "copyright", "credits", "delattr", "dict", "dir", "divmod", "enumerate", "eval",
    "exec", "exit", "filter", "float", "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex",
    "id", "input", "int", "isinstance", "issubclass", "iter", "len", "license", "list", "locals", "map", "max",
    "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr",
    "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type",
    "vars", "zip",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_builtins_can_be_searched() {
        assert!(BUILTINS.is_sorted());
        assert!(is_builtin("print") && is_builtin("ValueError") && !is_builtin("asyncio"));
    }
}
