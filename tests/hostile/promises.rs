//! What SECURITY.md says, held against the cases: whatever a level does not contain is listed there by name, and nothing
//! that is listed there is gone.

use std::path::Path;

use snipcheck::wire::Level;

use crate::case;

#[test]
fn what_is_not_contained_is_told() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("SECURITY.md");
    // A copy of this program that somebody else runs has no documents.
    let Ok(text) = std::fs::read_to_string(path) else { return println!("skipped: SECURITY.md is not here") };
    let cases = case::read(&crate::cases());
    for case in &cases {
        let levels = [Level::Full, Level::Landlock, Level::Seccomp];
        let open: Vec<&str> = levels.iter().filter(|&&level| case.is_open(level)).map(|level| level.name()).collect();
        let row = text.lines().find(|line| line.starts_with(&format!("| `{}` |", case.name)));
        let told: Option<Vec<&str>> = row.map(|row| {
            levels.map(Level::name).into_iter().filter(|level| row.contains(&format!("`{level}`"))).collect()
        });
        assert_eq!(told.unwrap_or_default(), open, "SECURITY.md on {}: the levels that do not contain it", case.name);
    }
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).map(|(name, _)| name);
    for name in rows.filter(|name| name.starts_with(|first: char| first.is_ascii_digit())) {
        assert!(cases.iter().any(|case| case.name == name), "SECURITY.md: there is no case {name}");
    }
}
