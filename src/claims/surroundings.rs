//! Which results come from outside the document: from a clock (the time of day, a measurement) or from the machine (its
//! Python, folders, processors). A second run says nothing new there.

use std::collections::BTreeSet;

use crate::syntax::{Module, Shape, Statement};

/// Calls that read a clock.
const CLOCKS: [&str; 14] = [
    ".now(",
    ".utcnow(",
    ".today(",
    "time.time",
    "time()",
    "perf_counter",
    "monotonic",
    "process_time",
    "localtime(",
    "gmtime(",
    "strftime(",
    "ctime(",
    "timeit",
    "default_timer",
];

/// Words that name something of the machine.
const MACHINE: [&str; 28] = [
    "sys.argv",
    "tracemalloc.get",
    "getrusage(",
    "memory_info(",
    "getenv(",
    "environ",
    "gc.collect(",
    "gc.get_",
    "sys.version",
    "sys.executable",
    "sys.path",
    "sys.platform",
    "sys.maxsize",
    "sys.flags",
    "os.getcwd",
    "Path.cwd",
    "os.getpid",
    "os.cpu_count",
    "os.name",
    "os.uname",
    "platform.",
    "__file__",
    "gethostname",
    "getuser",
    "getlogin",
    "expanduser",
    "Path.home",
    "get_ident",
];

/// What of a block comes from outside.
pub struct Surroundings<'a> {
    code: &'a str,
    names: BTreeSet<&'a str>,
}

impl<'a> Surroundings<'a> {
    /// Looks a block through.
    pub fn new(module: &'a Module, code: &'a str) -> Self {
        Self { code, names: bound_from_outside(module, code) }
    }

    /// Whether what `statement` shows comes from outside: it reads a clock or the machine, or a name that was bound so.
    pub fn tell(&self, statement: &Statement) -> bool {
        let text = self.code.get(statement.header.start..statement.header.end).unwrap_or("");
        reads(text) && !self.is_set_here(text) || words(text).any(|word| self.names.contains(word))
    }

    /// Whether code reads nothing of the machine but a variable of its environment that the block itself sets.
    fn is_set_here(&self, text: &str) -> bool {
        let variable = text.split_once("environ").and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
        let sets =
            |name: &str| ['"', '\''].iter().any(|mark| self.code.contains(&format!("environ[{mark}{name}{mark}] = ")));
        variable.is_some_and(sets) && !reads(&text.replacen("environ", "", 1))
    }
}

/// Whether code reads a clock or the machine.
pub fn reads(text: &str) -> bool {
    MACHINE.iter().any(|word| text.contains(word)) || reads_clock(text)
}

/// Whether code reads a clock.
pub fn reads_clock(text: &str) -> bool {
    // A date with a fixed value can be formatted, too: only the clock's own functions count.
    CLOCKS.iter().any(|clock| text.contains(clock) && !(*clock == "strftime(" && text.contains(".strftime(")))
}

/// Names assigned from outside, directly or from such a name.
fn bound_from_outside<'a>(module: &'a Module, code: &str) -> BTreeSet<&'a str> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for statement in &module.statements {
        let Shape::Assign { targets, .. } = &statement.shape else { continue };
        let text = code.get(statement.span.start..statement.span.end).unwrap_or("");
        let from_clock =
            reads(text) || text.split_once('=').is_some_and(|(_, value)| words(value).any(|word| names.contains(word)));
        if from_clock {
            names.extend(targets.iter().map(String::as_str));
        }
    }
    names
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn check(code: &str, expect: bool) {
        let module = parse(code);
        let last = module.statements.last().unwrap();
        assert_eq!(Surroundings::new(&module, code).tell(last), expect, "{code:?}");
    }

    #[test]
    fn clocks_are_found_directly_and_through_names() {
        check("datetime.now().year\n", true);
        check("start = time.time()\nwork()\nprint(time.time() - start)\n", true);
        check("start = perf_counter()\nelapsed = f() - start\nprint(elapsed)\n", true);
        check("d = date(2024, 5, 1)\nprint(d.strftime('%d'))\n", false);
        check("print(1)\n", false);
        check("print(sys.version)\n", true);
        check("os.environ[\"A\"] = \"1\"\nos.environ[\"A\"]\n", false);
        check("os.environ[\"A\"] = \"1\"\nos.environ[\"B\"]\n", true);
        check("os.environ[\"A\"] = os.name\nos.environ.get('A') + os.name\n", true);
    }
}
