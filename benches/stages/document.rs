//! Documents of any length, made by rule: the same number gives the same text.

use std::fmt::Write as _;

/// One block of each kind that documents are full of; `{n}` is the number of the block.
const BLOCKS: [&str; 5] = [
    "print({n} + 1)  # {next}\nprint('part', {n})  # part {n}\n",
    "total = sum(range({n}))\ntotal * 2  # {double}\nsorted({{3, 1, 2}})  # [1, 2, 3]\n",
    "def scale(x, factor={n}):\n    # a default is made once\n    return x * factor\n\nscale(2)\n# {twice}\nscale('a', 3)  # 'aaa'\n",
    "int('{n} eggs')  # ValueError: invalid literal\n{{'a': {n}}}['b']  # KeyError\n",
    "class Point{n}:\n    def __init__(self, x, y):\n        self.x, self.y = x, y\n\n    def __repr__(self):\n        return f'<{{self.x}}, {{self.y}}>'\n\nPoint{n}(1, {n})  # <1, {n}>\nassert Point{n}(1, 2).x == 1\n",
];

/// A document of so many blocks, a heading above every tenth.
pub fn document(blocks: usize) -> String {
    let mut text = String::new();
    for n in 0..blocks {
        if n % 10 == 0 {
            // Writing to a string does not fail.
            _ = write!(text, "# Chapter {n}\n\n");
        }
        _ = write!(text, "Text before block {n}; `len('abc')` is `3`, and [a link](#there) is none.\n\n");
        _ = write!(text, "```python\n{}```\n\n", filled(BLOCKS[n % BLOCKS.len()], n));
    }
    text
}

fn filled(block: &str, n: usize) -> String {
    let double = n * n.saturating_sub(1);
    let values = [("{n}", n), ("{next}", n + 1), ("{twice}", n * 2), ("{double}", double)];
    let filled = values.iter().fold(block.to_owned(), |text, (name, value)| text.replace(name, &value.to_string()));
    filled.replace("{{", "{").replace("}}", "}")
}
