//! Objects for names that texts use for any such object: `s[0] = "x"` speaks of a string, `d["x"]` of a dictionary.
//!
//! What is tried with them can speak for a text, never against it: the name may stand for something else there.

use super::steps::quoted;
use crate::syntax;

/// Names, and what authors mostly mean by them.
const OBJECTS: [(&str, &[&str]); 5] = [
    ("'abc'", &["s", "text", "string", "name", "word", "my_string", "greeting", "str1"]),
    ("[1, 2, 3]", &["l", "lst", "xs", "my_list", "items", "nums", "numbers", "values", "a_list", "data", "a"]),
    ("(1, 2, 3)", &["t", "tup", "my_tuple", "point", "coords", "a_tuple"]),
    ("{'a': 1}", &["d", "my_dict", "config", "mapping", "a_dict", "ages", "dct"]),
    ("{1, 2, 3}", &["my_set", "a_set", "seen"]),
];

/// An expression that runs the code with such objects; `None` where it needs anything else.
pub fn run(code: &str) -> Option<String> {
    let module = syntax::parse(code);
    if module.error.is_some() || code.contains("...") {
        return None;
    }
    let names: Vec<&str> =
        module.names.free.iter().map(String::as_str).filter(|name| !syntax::is_builtin(name)).collect();
    let scope = names.iter().map(|name| Some(format!("'{name}': {}", object(name)?))).collect::<Option<Vec<_>>>()?;
    Some(format!("exec({}, {{{}}})", quoted(code), scope.join(", ")))
}

fn object(name: &str) -> Option<&'static str> {
    OBJECTS.iter().find(|(_, names)| names.contains(&name)).map(|(object, _)| *object)
}

/// An expression that compiles a statement; a head without a body gets one.
pub fn compiled(code: &str) -> String {
    let heads = ["def ", "async def ", "class ", "if ", "for ", "while ", "with ", "try"];
    let body = match heads.iter().any(|head| code.starts_with(head)) {
        true if code.trim_end().ends_with(':') => " pass",
        true if !code.contains(':') => ": pass",
        _ => "",
    };
    format!("compile({}, 'text', 'exec')", quoted(&format!("{}{body}", code.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_have_usual_objects() {
        assert_eq!(run("s[0] = 'x'").as_deref(), Some("exec('s[0] = \\'x\\'', {'s': 'abc'})"));
        assert_eq!(run("zzz[0]"), None);
        assert_eq!(run("s ="), None);
    }

    #[test]
    fn heads_get_a_body() {
        assert_eq!(compiled("def f(a=1, b)"), "compile('def f(a=1, b): pass', 'text', 'exec')");
        assert_eq!(compiled("x = = 1"), "compile('x = = 1', 'text', 'exec')");
    }
}
