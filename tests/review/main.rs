//! `snipcheck review` at a terminal: each answer, and what it leaves on the disk.

use std::fs::{self, read_to_string};
use std::path::Path;
use std::process::{Command, Stdio};

const DOCUMENT: &str = "\
# Sums

```python
2 + 2  # 5
2 + 3  # 6
```

```python
1 > 2  # True
```

```python
[][1]
```
";

/// The document after these keys, what was seen, and the exit code.
fn review(name: &str, text: &str, keys: &str, editor: &str) -> (String, String, i32) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/review/terminal.py");
    let mut command = Command::new("python3");
    command.arg(script).arg(keys).arg(folder.path()).arg(env!("CARGO_BIN_EXE_snipcheck")).args(["review", name]);
    command.args(std::env::var("SNIPCHECK_PYTHON").ok().map(|python| format!("--python={python}")));
    command.env("EDITOR", editor).env("TERM", "xterm").env("NO_COLOR", "1").stdin(Stdio::null());
    for name in ["CI", "VISUAL", "VIRTUAL_ENV"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let seen = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{seen}{}", String::from_utf8_lossy(&output.stderr));
    let code = seen.trim_end().rsplit(' ').next().unwrap().parse().unwrap();
    assert_eq!(folder.path().read_dir().unwrap().count(), 1, "nothing is left beside the document");
    (read_to_string(path).unwrap(), seen, code)
}

fn check(keys: &str, changes: &[(&str, &str)], code: i32, says: &str) {
    let (after, seen, ended) = review("a.md", DOCUMENT, keys, "true");
    let expect = changes.iter().fold(DOCUMENT.to_owned(), |text, (from, to)| text.replace(from, to));
    assert_eq!(after, expect, "{keys}:\n{seen}");
    assert_eq!(ended, code, "{keys}:\n{seen}");
    assert!(seen.contains(says), "{keys} does not say {says:?}:\n{seen}");
}

#[test]
fn each_answer_does_what_it_says() {
    let (one, two) = (("2 + 2  # 5", "2 + 2  # 4"), ("2 + 3  # 6", "2 + 3  # 5"));
    let truth = ("1 > 2  # True", "1 > 2  # False");
    let intended = ("```python\n1 > 2", "<!-- snipcheck: intended=\"True\" -->\n```python\n1 > 2");
    let expected = ("```python\n[][1]", "<!-- snipcheck: expect-error=IndexError -->\n```python\n[][1]");
    check("aaai", &[one, two, truth, expected], 0, "3 mended, 1 marked as intended, 0 left");
    check("ssss", &[], 1, "0 mended, 0 marked as intended, 4 left");
    check("saii", &[two, intended, expected], 1, "1 mended, 2 marked as intended, 1 left");
    // Whatever was accepted before is written.
    check("aq", &[one], 1, "1 mended");
    check("a^C", &[one], 1, "1 mended");
    // A key that is no answer is explained, and the question stays.
    check("?xa\rsss", &[one], 1, "a  accept    the document shall say what happens");
    // Enter behind a key is no answer to the next question.
    check("a\rsss", &[one], 1, "1 mended");
    check("q", &[], 1, "0 mended, 0 marked as intended, 4 left");
}

#[test]
fn the_question_shows_what_would_change() {
    let (_, seen, _) = review("a.md", DOCUMENT, "ssss", "true");
    for part in [
        "a.md:4  (1 of 4)",
        "- 2 + 2  # 5",
        "+ 2 + 2  # 4",
        "accepting turns True and False round",
        "the block ends with IndexError: list index out of range",
        "[a]ccept  [s]kip  [i]ntended  [e]dit  [q]uit  [?]help",
    ] {
        assert!(seen.contains(part), "{part:?}:\n{seen}");
    }
}

#[test]
fn an_edited_document_is_looked_at_again() {
    // The editor mends the first claim itself; what was accepted before stays.
    let editor = "f() { sed -i 's/# 6/# 5/' \"$2\"; }; f";
    let (after, seen, _) = review("a.md", DOCUMENT, "aeaq", editor);
    assert!(after.contains("2 + 2  # 4") && after.contains("2 + 3  # 5") && after.contains("1 > 2  # False"), "{seen}");
}

#[test]
fn a_mark_means_its_claim_alone() {
    let text = "```python\nfor n in (1, 2):\n    print(n)\n# 1\n# 3\nprint(4)  # 5\n```\n";
    let (after, seen, _) = review("a.md", text, "is", "true");
    assert_eq!(after, format!("<!-- snipcheck: intended=\"1 3\" -->\n{text}"), "{seen}");
    let (_, again, _) = review("a.md", &after, "s", "true");
    assert!(again.contains("(1 of 1)") && again.contains("print(4)  # 4"), "{again}");
}

#[test]
fn marks_of_mdx_are_its_own() {
    let text = "```python\r\n1 > 2  # True\r\n```\r\n";
    let (after, ..) = review("a.mdx", text, "i", "true");
    assert_eq!(after, format!("{{/* snipcheck: intended=\"True\" */}}\r\n{text}"));
}

#[test]
fn without_a_terminal_the_commands_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a b.md"), DOCUMENT).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    let output = command.current_dir(folder.path()).args(["review", "a b.md"]).env_remove("CI").stdin(Stdio::null());
    let output = output.output().unwrap();
    let listed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{listed}");
    for part in [
        "a b.md:4: `5`, came `4`: it can be mended; to take it:\n  snipcheck fix 'a b.md' --only 4 --write\n",
        "  snipcheck fix 'a b.md' --only 9 --write --unsafe\n",
        "a b.md:13: the block ends with IndexError: list index out of range\n",
    ] {
        assert!(listed.contains(part), "{part:?}:\n{listed}");
    }
}
