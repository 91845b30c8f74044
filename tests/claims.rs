//! What is read as a claim, and what is not: code as an author writes it against the claims found in it.

use snipcheck::claims::{Certainty, Claim, find};
use snipcheck::extract::{Format, extract};
use snipcheck::plan::modules;
use snipcheck::text::Source;

/// The claims of a document, one a line: `line form kind certainty: claimed | tail`, lines counted from the first one.
fn listed(document: &str) -> Vec<String> {
    let document = extract(Source::new("test.md", document), Format::Markdown);
    let claims = find(&document, &modules(&document));
    let one = |claim: &Claim| {
        let line = document.source.line(claim.span.start);
        let word = |value: String| value.to_lowercase();
        let certainty = match claim.certainty {
            Certainty::Possible => "possible",
            Certainty::Guess => "guess",
            Certainty::Likely => "likely",
            Certainty::Sure => "sure",
        };
        let tail = if claim.tail.is_empty() { String::new() } else { format!(" | {}", claim.tail) };
        let (form, kind) = (word(format!("{:?}", claim.form)), word(format!("{:?}", claim.kind)));
        format!("{line} {form} {kind} {certainty}: {}{tail}", claim.claimed.replace('\n', "\\n"))
    };
    claims.iter().map(one).collect()
}

/// Claims that are more than possible, in a block of the given code; lines counted in the code.
fn check(code: &str, expect: &[&str]) {
    let found = listed(&format!("```python\n{code}\n```\n"));
    let shifted = found.iter().filter(|claim| !claim.contains(" possible: ")).map(|claim| {
        let (line, rest) = claim.split_once(' ').unwrap();
        format!("{} {rest}", line.parse::<usize>().unwrap() - 1)
    });
    assert_eq!(shifted.collect::<Vec<_>>(), expect, "in {code:?}");
}

#[test]
fn trailing_comments_with_a_literal_are_claims() {
    check("print(2 + 2)  # 4", &["1 trailing stdout sure: 4"]);
    check("x = [1]\nx + [2]  # [1, 2] -- a new list", &["2 trailing value likely: [1, 2] | -- a new list"]);
    check("a is b  # True! (the same object)", &["1 trailing value likely: True | ! (the same object)"]);
    check("print(type(x))  # <class 'int'>", &["1 trailing stdout sure: <class 'int'>"]);
    check("total = sum(xs)  # 15", &["1 trailing value likely: 15"]);
    check("f(1)  # => 'one'", &["1 trailing value sure: 'one'"]);
    check("f(1)  # returns None", &["1 trailing value likely: None"]);
    check("print(a, b)  # 1 2", &["1 trailing stdout sure: 1 2"]);
    check("hello()  # prints 'one' then 'two'", &["1 trailing stdout likely: 'one' then 'two'"]);
    check("del xs[0]  # [2, 3]", &["1 trailing state likely: [2, 3]"]);
    check("next(g)  # start it -> 0", &["1 trailing value likely: 0"]);
}

#[test]
fn what_only_a_clock_could_tell_is_a_claim_all_the_same() {
    check("speed()  # 3x faster", &["1 trailing time sure: 3x faster"]);
}

#[test]
fn remarks_that_begin_like_a_literal_are_none() {
    check("retry()  # 3 times at most", &[]);
    check("x = 5  # 5 is enough", &[]);
    check("walk(tree)  # 2 levels of nesting", &[]);
    check("step()  # 1. open the file", &[]);
    check("port = 80  # 443 behind the proxy", &[]);
    check("print(x)  # None of these work", &[]);
    check("insert(x)  # O(1)", &[]);
    check("wait(10)  # 10 seconds", &[]);
    check("x = f()  # type: int", &[]);
    check("y = 'a'  # noqa", &[]);
    check("print(gc.get_count())  # (young, middle, old)", &[]);
    check("print(now())  # 2024-05-01", &[]);
    check("def f():  # 3\n    return 3", &[]);
}

#[test]
fn hedged_results_can_hold_but_never_fail() {
    check("x is y  # False in the REPL, may be True in a script", &[]);
    check("print(hash('a'))  # 123 (varies)", &[]);
    check("print(x)  # 5 or 6", &[]);
}

#[test]
fn exceptions_named_in_a_comment_are_claims() {
    check("f(-1)  # ValueError: must be positive", &["1 trailing raises sure: ValueError: must be positive"]);
    check("'a' + 1  # TypeError!", &["1 trailing raises sure: TypeError | !"]);
    check("d['x']  # raises KeyError", &["1 trailing raises sure: KeyError"]);
    check("f(x)  # TypeError if x is None", &[]);
    check("raise ValueError('no')  # ValueError", &["1 trailing raises likely: ValueError"]);
    check("def f():\n    raise ValueError('no')  # ValueError", &[]);
}

#[test]
fn states_of_names_are_claims() {
    check("a, b = b, a  # a = 2, b = 1", &["1 trailing state sure: a = 2", "1 trailing state sure: b = 1"]);
    check("xs.append(4)\nxs  # len(xs) == 4", &["2 trailing state sure: len(xs) == 4"]);
    check("b = a  # refcount = 2", &["1 trailing state sure: refcount = 2"]);
    check("run()  # debug = True", &[]);
}

#[test]
fn comments_below_show_results_and_remarks_do_not() {
    check(
        "print(C.mro())\n# [C, B, object]\nclass B: pass\nclass C(B): pass",
        &["2 below stdout sure: [C, B, object]"],
    );
    check("f()\n# [1, 2]", &["2 below value likely: [1, 2]"]);
    check("for x in xs:\n    print(x)\n# 1\n# 2", &["3 below stdout likely: 1\\n2"]);
    check("show()\n# Output:\n# a: 1\n# b: 2", &["3 below stdout sure: a: 1\\nb: 2"]);
    check("f()\n# Now the second step\ng()", &[]);
    check("f()\n# 2\ng()", &[]);
}

#[test]
fn wordings_that_can_be_observed_are_claims() {
    check("hello()  # Prints 3 times", &["1 trailing stdout likely: Prints 3 times"]);
    check("assert a is b  # Same object!", &["1 assert value sure: a is b", "1 trailing value sure: Same object | !"]);
    check(
        "class A:\n    def __init__(self):\n        self.__x = 1  # Becomes _A__x",
        &["3 trailing state sure: Becomes _A__x"],
    );
}

#[test]
fn output_blocks_are_tied_to_their_block() {
    let found = listed("```python\nprint(1)\n```\n\nOutput:\n\n```text\n1\n```\n");
    assert_eq!(found, ["8 output stdout sure: 1"]);
    let found = listed("```python\nprint(1)\n```\n\n```\n1\n```\n");
    assert_eq!(found, ["6 output stdout likely: 1"]);
    let found =
        listed("```python\nf()\n```\n\n```text\nTraceback (most recent call last):\n  ...\nValueError: no\n```\n");
    assert_eq!(found, ["6 output raises sure: Traceback (most recent call last):\\n  ...\\nValueError: no"]);
}

#[test]
fn transcripts_show_results_below_their_prompts() {
    let found = listed("```pycon\n>>> 1 + 1\n2\n>>> x = 3\n>>> print(x)\n3\n```\n");
    assert_eq!(found, ["3 repl value sure: 2", "6 repl value sure: 3"]);
    let found = listed(
        "```pycon\n>>> 1 / 0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: division by zero\n```\n",
    );
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("3 repl raises sure: Traceback"));
}

#[test]
fn prose_is_read_by_the_literal_pattern_alone() {
    let block = "```python\ndef double(x):\n    return 2 * x\n```\n\n";
    let of_prose = |text: &str| listed(&format!("# T\n\n{block}{text}\n"));
    assert_eq!(of_prose("So `double(2)` -> `4`, as it should."), ["8 prose value sure: 4"]);
    assert_eq!(of_prose("`double('a')` returns `'aa'`."), ["8 prose value sure: 'aa'"]);
    assert_eq!(of_prose("`double(None)` raises a `TypeError`."), ["8 prose raises sure: TypeError"]);
    assert_eq!(of_prose("`unknown(2)` -> `4`"), ["8 prose value sure: 4"]);
    assert_eq!(of_prose("`double` is `lazy`"), [""; 0]);
    assert_eq!(of_prose("`type.__call__` -> `__new__(cls)`"), [""; 0]);
    assert_eq!(of_prose("If it were lazy, `double(2)` would give `4`."), [""; 0]);
}
