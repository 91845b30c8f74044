//! Names of the standard library that texts use without an import: `deque`, `Path`, `Decimal`.

use crate::syntax;

/// Each module with such names.
const NAMES: [(&str, &[&str]); 19] = [
    ("collections", &["Counter", "OrderedDict", "defaultdict", "deque", "namedtuple", "ChainMap", "UserDict"]),
    (
        "collections.abc",
        &["Hashable", "Iterable", "Iterator", "Sequence", "Mapping", "MutableMapping", "MutableSequence"],
    ),
    (
        "functools",
        &[
            "partial",
            "reduce",
            "lru_cache",
            "wraps",
            "cached_property",
            "singledispatch",
            "total_ordering",
            "cmp_to_key",
        ],
    ),
    (
        "itertools",
        &[
            "accumulate",
            "chain",
            "combinations",
            "combinations_with_replacement",
            "compress",
            "dropwhile",
            "islice",
            "pairwise",
            "permutations",
            "product",
            "starmap",
            "takewhile",
            "zip_longest",
            "groupby",
        ],
    ),
    ("dataclasses", &["dataclass", "asdict", "astuple", "field", "FrozenInstanceError", "is_dataclass"]),
    ("decimal", &["Decimal"]),
    ("fractions", &["Fraction"]),
    ("pathlib", &["Path", "PurePath", "PurePosixPath", "PureWindowsPath", "PosixPath"]),
    ("datetime", &["timedelta", "timezone", "date"]),
    ("enum", &["Enum", "IntEnum", "Flag", "IntFlag", "StrEnum", "auto"]),
    ("types", &["SimpleNamespace", "MappingProxyType", "FunctionType", "NoneType", "GeneratorType"]),
    ("copy", &["deepcopy"]),
    ("string", &["Template"]),
    ("json", &["JSONDecodeError"]),
    ("abc", &["ABC", "ABCMeta"]),
    ("typing", &["NamedTuple", "TypedDict", "Optional", "Union", "Any", "get_type_hints"]),
    ("contextlib", &["suppress", "ExitStack", "nullcontext", "contextmanager"]),
    ("operator", &["itemgetter", "attrgetter", "methodcaller"]),
    ("asyncio", &["CancelledError", "TaskGroup"]),
];
/// What is asked of the class `datetime`, and not of the module.
const OF_CLASS: [&str; 8] = [
    "datetime(",
    "datetime.now",
    "datetime.utcnow",
    "datetime.strptime",
    "datetime.fromisoformat",
    "datetime.fromtimestamp",
    "datetime.combine",
    "datetime.today",
];

/// An expression that imports what a name stands for in `expr`; `None` where only the page could tell.
pub fn import(name: &str, expr: &str) -> Option<String> {
    let of_class =
        name == "datetime" && !expr.contains("datetime.datetime") && OF_CLASS.iter().any(|call| expr.contains(call));
    let module = NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(module, _)| *module);
    match module.or(of_class.then_some("datetime")) {
        Some(module) => Some(format!("__import__('{module}', fromlist=['{name}']).{name}")),
        None => syntax::is_standard(name).then(|| format!("__import__('{name}')")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expr: &str, expect: Option<&str>) {
        assert_eq!(import(name, expr).as_deref(), expect, "{name:?} in {expr:?}");
    }

    #[test]
    fn names_are_imported_from_where_they_are() {
        check("json", "json.dumps(1)", Some("__import__('json')"));
        check("deque", "deque([1])", Some("__import__('collections', fromlist=['deque']).deque"));
        check("datetime", "datetime.now()", Some("__import__('datetime', fromlist=['datetime']).datetime"));
        check("datetime", "datetime.date(2020, 1, 1)", Some("__import__('datetime')"));
        check("users", "users[0]", None);
    }
}
