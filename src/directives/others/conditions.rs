//! Conditions written in Python, as pytest's marks and Sybil take them: those few that are conditions here, too.

use super::super::condition::{Condition, Order};

/// `sys.version_info < (3, 10)`, `sys.platform == "win32"`; `None` for any other.
pub fn read(text: &str) -> Option<Condition> {
    let text = text.trim();
    version(text).or_else(|| system(text))
}

fn version(text: &str) -> Option<Condition> {
    let compared = text.strip_prefix("sys.version_info")?.trim_start();
    let signs = [("<=", Order::Below), (">=", Order::From), ("<", Order::Below), (">", Order::From)];
    // A version has more parts than two: it is never equal to a pair.
    let (order, pair) = signs.iter().find_map(|(sign, order)| Some((*order, compared.strip_prefix(sign)?)))?;
    let pair = pair.trim().strip_prefix('(')?.strip_suffix(')')?;
    let mut parts = pair.split(',').map(|part| part.trim().parse::<u32>());
    let version = (parts.next()?.ok()?, parts.next()?.ok()?);
    parts.next().is_none().then_some(Condition::Python(order, version))
}

fn system(text: &str) -> Option<Condition> {
    let named = text.strip_prefix("sys.platform")?;
    let named = named.trim_start().strip_prefix("==").or_else(|| named.strip_prefix(".startswith("))?;
    match named.trim().trim_end_matches(')').trim_matches(['"', '\'']) {
        "win32" | "win" => Some(Condition::System("windows")),
        "darwin" => Some(Condition::System("macos")),
        "linux" => Some(Condition::System("linux")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_of_python_are_read_where_they_are_ours() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(read(text).map(|condition| condition.to_string()).as_deref(), expect, "{text}");
        };
        check("sys.version_info < (3, 10)", Some("python<3.10"));
        check("sys.version_info <= (3, 7)", Some("python<3.7"));
        check("sys.version_info>=(3,12)", Some("python>=3.12"));
        check("sys.version_info > (3, 12)", Some("python>=3.12"));
        check("sys.platform == 'win32'", Some("windows"));
        check("sys.platform.startswith(\"win\")", Some("windows"));
        check("sys.version_info[0] < 3", None);
        check("sys.version_info < (3, 10) or x", None);
        check("not HAVE_NUMPY", None);
    }
}
