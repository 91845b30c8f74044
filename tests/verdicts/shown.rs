//! What stands behind a block and may be its output, against the verdict that a careful reader would give.

use super::report;

/// The verdicts on what follows a block of that code.
#[track_caller]
fn behind(code: &str, text: &str, expect: &str) {
    let report = report(&format!("```python\n{code}\n```\n{text}"));
    let claims = report.documents[0].blocks.iter().flat_map(|block| &block.claims);
    let verdicts: Vec<String> = claims.map(|claim| format!("{:?}", claim.verdict).to_lowercase()).collect();
    assert_eq!(verdicts.join(" "), expect, "{text}");
}

const THREE: &str = "for name in ['ann', 'bob', 'cid']:\n    print(name, len(name))";

#[test]
fn a_fence_that_nothing_announces_is_output_where_it_agrees() {
    let check = |lead: &str, shown: &str, expect| behind(THREE, &format!("\n{lead}\n\n```\n{shown}\n```\n"), expect);
    let (right, wrong) = ("ann 3\nbob 3\ncid 3", "ann 3\nbob 4\ncid 3");
    for lead in ["What you should see:", "On the blackboard that was:", "looks like", "A longer tale. It ends:"] {
        check(lead, right, "holds");
    }
    check("What you should see:", wrong, "fails");
    check("On the blackboard that was:", wrong, "fails");
    check("looks like", wrong, "fails");
    for lead in ["With another list:", "A longer tale. It ends:", "In `three.txt`:", "</Tab>\n<Tab title=\"Go\">"] {
        check(lead, wrong, "");
    }
    check("The tree:", "ann\n+-- bob\n+-- cid", "");
    check("The input was:", right, "holds");
    behind("print('Total:', 15)", "\nThe sum of it all:\n\n```\nTotal: 16\n```\n", "");
    behind("print('Total:', 15)", "\nThe sum of it all:\n\n```\nTotal: 15\n```\n", "holds");
}

#[test]
fn programs_may_print_programs() {
    let diff = "for line in ['--- ', '+++ ', '-b', '+c']:\n    print(line)";
    behind(diff, "\n**Output**\n\n```diff\n---\n+++ \n-b\n+c\n```\n", "holds");
    behind(diff, "\n**Output**\n\n```diff\n---\n+++\n-b\n+d\n```\n", "fails");
    behind(diff, "\n**Output**\n\n```js\nlet b = c;\n```\n", "");
    behind("print('{\"a\": 1}')", "```json\n{\"a\": 1}\n```\n", "holds");
    behind("print('{\"a\": 1}')", "```json\n{\"a\": 2}\n```\n", "");
}

#[test]
fn an_exported_notebook_shows_values() {
    let code = "rows = [1, 2]\nlen(rows), rows[-1]";
    behind(code, "\nOut[2]:\n\n```\n(2, 2)\n```\n", "holds");
    behind(code, "\n**Out[2]:**\n\n```\n(2, 3)\n```\n", "fails");
    behind(code, "\nIn [3]:\n\n```\n(2, 3)\n```\n", "");
}

#[test]
fn indented_code_may_be_output() {
    behind(THREE, "\n    ann 3\n    bob 3\n    cid 3\n", "holds");
    behind(THREE, "\n    ann 3\n    bob 4\n    cid 3\n", "fails");
    behind(THREE, "\n    names.txt\n    pip install names\n    other.txt\n", "");
    behind("print([1])", "\nOutput:\n\n    [2]\n", "fails");
}

#[test]
fn the_sentence_behind_a_block_may_tell_its_output() {
    behind("print([1])", "\n**Answer:** `[1]`\n", "holds");
    behind("print([1])", "\n**Answer:** `[2]`\n", "fails");
    behind("print(2)", "\n**Answer:** `3`\n", "");
    behind("print(2)", "\nThis prints `2`: the first is gone.\n", "holds");
    behind("print(2)", "\nThis prints `3`: the first is gone.\n", "fails");
    behind("print(2)", "\nThis prints `3` on Windows.\n", "");
    behind("print(2)\nprint(3)", "\nIt prints `4`, every time.\n", "");
    behind("sorted([2, 1])", "\n> `[1, 2]`\n", "holds");
    behind("sorted([2, 1])", "\n> `[2, 1]`\n", "fails");
    behind("sorted([2, 1])", "\n> `sorted`\n", "");
}
