//! Which classes that code defines are exceptions: their bases look like some, or are such classes.
//!
//! Owns nothing but the reading of class headers. Knows no claims.

use std::collections::BTreeSet;

use super::exception::looks_like_exception;
use crate::syntax::{Module, Shape};

/// The names of all such classes in pieces of code, whichever defines a base and whichever uses it.
pub fn exceptions<'a>(pieces: impl IntoIterator<Item = (&'a str, &'a Module)>) -> BTreeSet<String> {
    let mut open: Vec<(&str, Vec<&str>)> =
        pieces.into_iter().flat_map(|(code, module)| of_piece(code, module)).collect();
    let mut found = BTreeSet::new();
    loop {
        let raised = |(_, bases): &(&str, Vec<&str>)| {
            bases.iter().any(|base| looks_like_exception(base) || found.contains(*base))
        };
        let (some, rest): (Vec<_>, Vec<_>) = open.into_iter().partition(raised);
        if some.is_empty() {
            return found;
        }
        found.extend(some.into_iter().map(|(name, _)| name.to_owned()));
        open = rest;
    }
}

/// Each class with the last parts of the names of its bases.
fn of_piece<'a>(code: &'a str, module: &'a Module) -> impl Iterator<Item = (&'a str, Vec<&'a str>)> {
    module.statements.iter().filter_map(|statement| match &statement.shape {
        Shape::Class(name) => {
            let header = statement.header.of(code);
            let (_, bases) = header[header.find("class ")?..].split_once('(')?;
            let bases = bases.rsplit_once(')').map_or(bases, |(bases, _)| bases).split(',');
            let last = |base: &'a str| base.trim().rsplit('.').next().unwrap_or(base);
            Some((name.as_str(), bases.map(last).collect()))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    #[test]
    fn exceptions_are_known_by_their_bases() {
        let pieces = [
            "class Late(Lost):\n    pass\nclass Post:\n    pass",
            "import box\nclass Lost(box.ParcelError, Post):\n    pass\n@final\nclass Stamp(Post):\n    pass",
        ];
        let modules = pieces.map(parse);
        let found = exceptions(pieces.into_iter().zip(&modules));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["Late", "Lost"]);
    }
}
