//! Attributes of classes that stay what the class statement makes them, so that `Box.size` has one value on the whole page.
//!
//! Owns what a document may do to an attribute. Knows no sentences.

use super::near::Near;
use crate::syntax::{Module, Shape, Statement};

/// Whether `expr` is a class and an attribute, to which the class statement in `block` gives a constant, and nothing on the
/// page stores there. A class with bases or decorators may make something else of it.
pub fn is_lasting(near: &Near<'_>, block: usize, expr: &str) -> bool {
    let Some((class, attribute)) = expr.split_once('.') else { return false };
    let code = &near.document.blocks[block].code.text;
    near.is_only(block, &[class])
        && is_constant_of(&near.modules[block], code, class, attribute)
        && !is_stored(&near.document.source.text, class, attribute)
}

/// Whether the body of the one plain class of that name binds the attribute once, to a constant.
fn is_constant_of(module: &Module, code: &str, class: &str, attribute: &str) -> bool {
    let is_class = |statement: &Statement| matches!(&statement.shape, Shape::Class(name) if name == class);
    let mut found = module.statements.iter().enumerate().filter(|(_, statement)| is_class(statement));
    let (Some((at, statement)), None) = (found.next(), found.next()) else { return false };
    let header = statement.header.of(code).trim();
    let plain = header.strip_prefix("class ").is_some_and(|rest| rest.trim_end_matches([':', ' ']) == class);
    let of_body = module.statements.iter().filter(|statement| statement.parent == Some(at));
    let bound: Vec<bool> = of_body
        .filter_map(|statement| match &statement.shape {
            Shape::Assign { targets, constant } if targets.iter().any(|target| target == attribute) => Some(*constant),
            Shape::Def(name) if name == attribute => Some(false),
            Shape::Assign { .. } | Shape::Def(_) | Shape::Expr { .. } => None,
            _ => Some(false),
        })
        .collect();
    plain && !statement.conditional && bound == [true]
}

/// Whether a text, code or not, stores into the attribute of the class, under any of the names that a class goes by.
fn is_stored(text: &str, class: &str, attribute: &str) -> bool {
    let own = [class, "cls", "__class__", "type(self)"];
    let stored = |owner: &str| {
        let place = format!("{owner}.{attribute}");
        text.match_indices(&place).any(|(at, _)| stores(&text[at + place.len()..]))
    };
    own.into_iter().any(stored) || text.contains("setattr(") || text.contains(&format!("del {class}."))
}

/// Whether what stands behind a name stores there: `= 1`, `+= 1`, `: int = 1`.
fn stores(behind: &str) -> bool {
    let line = behind.lines().next().unwrap_or("").trim_start();
    let augmented = ["+=", "-=", "*=", "/=", "|=", "&=", "^=", "%=", "@=", "//=", "**=", "<<=", ">>="];
    line.starts_with('=') && !line.starts_with("==")
        || line.starts_with(',') && line.contains(" = ")
        || augmented.iter().any(|sign| line.starts_with(sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax;

    #[test]
    fn constants_of_plain_classes_last() {
        let check = |code: &str, expect: bool| {
            let module = syntax::parse(code);
            let lasting = is_constant_of(&module, code, "Box", "size") && !is_stored(code, "Box", "size");
            assert_eq!(lasting, expect, "{code}");
        };
        check("class Box:\n    size = 3\nb = Box()\nb.size = 4\n", true);
        check("class Box:\n    size = 3\n    def f(self): pass\nBox.size == 3\n", true);
        check("class Box:\n    size = 3\nBox.size = 4\n", false);
        check("class Box:\n    size = 3\nBox.size += 4\n", false);
        check("class Box:\n    size = 3\n    @classmethod\n    def grow(cls): cls.size = 4\n", false);
        check("class Box:\n    size = 3\n    size = 4\n", false);
        check("class Box:\n    size = []\n", false);
        check("class Box(Enum):\n    size = 3\n", false);
        check("@frozen\nclass Box:\n    size = 3\n", false);
        check("class Box:\n    size = 3\nsetattr(Box, 'size', 4)\n", false);
        check("class Box:\n    if x:\n        size = 3\n", false);
        check("class Lid:\n    size = 3\n", false);
    }
}
