//! What is freed and what is not: "reference counting can't free these", "__del__ prevents collection", "`getsizeof` does
//! not count the contents".

use super::shows_true;
use crate::claims::model::{Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::claims::value::hedged;
use crate::syntax::Shape;

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    if hedged(text) {
        return None;
    }
    not_freed(text, subject).or_else(|| prevented(text, subject)).or_else(|| not_counted(text))
}

fn contains_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// "Reference counting can't free these", below a `del`: objects of the block's classes are still there.
fn not_freed(text: &str, subject: Subject<'_>) -> Option<Found> {
    let lower = text.to_lowercase().replace('’', "'");
    let says = contains_any(&lower, &["reference count", "refcount", "ref count"])
        && contains_any(&lower, &["can't", "cannot", "won't", "doesn't", "does not", "never", "not "])
        && contains_any(&lower, &["free", "reclaim", "collect", "release"]);
    let classes = subject.module.statements.iter().filter_map(|statement| match &statement.shape {
        Shape::Class(name) if statement.parent.is_none() => Some(name.as_str()),
        _ => None,
    });
    let classes: Vec<&str> = classes.collect();
    let expr = format!("any(type(o) in ({},) for o in __import__('gc').get_objects())", classes.join(", "));
    let reading = Reading::State { expr, before: false, equals: "True".into() };
    let deletes = matches!(subject.statement.shape, Shape::Del(_)) && !classes.is_empty();
    (says && deletes).then(|| Found::possible(text, Part::new(0, text.len()), Kind::State, reading))
}

/// "Prevents the GC from collecting cycles", in a `__del__`: a cycle of the class is built, dropped and looked for.
fn prevented(text: &str, subject: Subject<'_>) -> Option<Found> {
    let class = subject.enclosing_class()?;
    let lower = text.to_ascii_lowercase();
    let collector = contains_any(&lower, &["gc", "garbage", "collector"]);
    let hinders =
        contains_any(&lower, &["prevent", "block", "stops", "stop "]) && collector && lower.contains("collect");
    let finalizer = subject.enclosing_def() == Some("__del__")
        || matches!(&subject.statement.shape, Shape::Def(name) if name == "__del__");
    let expr = format!(
        "(lambda box, gc, ref: (vars(box[0]).update(_cycle=box[0]), ref.append(__import__('weakref').ref(box[0])), \
         box.clear(), gc.collect(), ref[0]() is not None)[-1])([{class}.__new__({class})], __import__('gc'), [])"
    );
    (hinders && finalizer)
        .then(|| Found::possible(text, Part::new(0, text.len()), Kind::State, shows_true(expr)).sure())
}

/// "getsizeof does not include the contents": an object's size stays the same when what it holds grows.
fn not_counted(text: &str) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let at = lower.find("getsizeof")?;
    let negated = contains_any(&lower[at..], &["does not ", "doesn't ", "excludes ", "ignores ", "without "]);
    let verb = contains_any(&lower[at..], &["include", "count", "follow", "measure", "excludes", "ignores", "see "]);
    let held = if lower.contains("__dict__") || lower.contains("attribute") {
        "(lambda o, size: size(o) == (vars(o).update({str(n): n for n in range(99)}), size(o))[1])(type('T', (), {})(), "
    } else if contains_any(&lower, &["element", "item", "content", "referenced", "nested", "contained"]) {
        "(lambda o, size: size([o]) == size([o * 999]))('a', "
    } else {
        return None;
    };
    let start = lower[..at].rfind(' ').map_or(0, |blank| blank + 1);
    let expr = format!("{held}__import__('sys').getsizeof)");
    (negated && verb).then(|| Found::possible(text, Part::new(start, text.len()), Kind::Size, shows_true(expr)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn check(code: &str, text: &str, expect: bool) {
        let module = parse(code);
        let subject = Subject::new(code, &module, module.statements.last().unwrap());
        assert_eq!(read(text, subject).is_some(), expect, "{code:?} # {text}");
    }

    #[test]
    fn what_the_collector_does_is_read() {
        let class = "class A:\n    pass\na = A()\ndel a\n";
        check(class, "refcounts alone won't reclaim them", true);
        check(
            "class A:\n    def __del__(self):\n        pass\n",
            "blocks the garbage collector from collecting it",
            true,
        );
        check("x = 1\n", "getsizeof ignores the elements", true);
    }

    #[test]
    fn other_remarks_are_none() {
        check("a = []\ndel a\n", "reference counting can't free these", false);
        check("class A:\n    def close(self):\n        pass\n", "prevents the GC from collecting cycles", false);
        check("class A:\n    def __del__(self):\n        pass\n", "in Python 2 this prevents GC collecting it", false);
        check("x = 1\n", "getsizeof gives bytes", false);
        check("x = 1\n", "does not include tax", false);
    }
}
