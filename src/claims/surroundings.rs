//! Which results come from outside the document: from a clock (the time of day, a measurement), from the machine (its
//! Python, folders, processors) or from files that the block does not make. A second run says nothing new there.

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
const MACHINE: [&str; 44] = [
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
    "cpu_count(",
    "os.getppid",
    "os.getuid",
    "os.getgid",
    "sys.prefix",
    "sys.hexversion",
    "sys.implementation",
    "sysconfig.",
    "getlocale(",
    "getrecursionlimit(",
    "tzname",
    "__version__",
    "metadata.version(",
    "gettempdir(",
    "mkdtemp(",
    "mkstemp(",
    "which(",
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

/// Calls that say which files there are, or what is in them, where a missing one is no error.
const FILES: [&str; 21] = [
    ".exists(",
    ".lexists(",
    "isfile(",
    "isdir(",
    "islink(",
    ".is_file(",
    ".is_dir(",
    ".is_symlink(",
    "glob(",
    "listdir(",
    "scandir(",
    ".iterdir(",
    "os.walk(",
    ".read(\"",
    ".read('",
    ".read([",
    "is_zipfile(",
    "is_tarfile(",
    "getline(",
    "find_spec(",
    "disk_usage(",
];

/// Calls that make files or folders.
const MAKES: [&str; 13] = [
    "write_text(",
    "write_bytes(",
    "mkdir(",
    "makedirs(",
    ".touch(",
    "TemporaryDirectory(",
    "TemporaryFile(",
    "mkdtemp(",
    "mkstemp(",
    "copy(",
    "symlink",
    "ZipFile(",
    "extract",
];

/// What of a block comes from outside.
pub struct Surroundings<'a> {
    code: &'a str,
    /// The block makes files of its own.
    makes_files: bool,
    /// What it imports that is none of Python's own.
    foreign: BTreeSet<&'a str>,
    names: BTreeSet<&'a str>,
}

impl<'a> Surroundings<'a> {
    /// Looks a block through.
    pub fn new(module: &'a Module, code: &'a str) -> Self {
        let makes_files = MAKES.iter().any(|call| code.contains(call)) || opens_to_write(code);
        let mut found = Self { code, makes_files, foreign: foreign(module, code), names: BTreeSet::new() };
        found.names = found.bound_from_outside(module);
        found
    }

    /// Whether what `statement` shows comes from outside: it reads a clock or the machine, or a name that was bound so.
    pub fn tell(&self, statement: &Statement) -> bool {
        let text = self.code.get(statement.header.start..statement.header.end).unwrap_or("");
        self.is_outside(text) || words(text).any(|word| self.names.contains(word))
    }

    /// Whether code looks outside itself.
    fn is_outside(&self, text: &str) -> bool {
        reads(text) && !self.is_set_here(text) || !self.makes_files && self.looks_for_files(text)
    }

    /// Whether code asks for files, or hands the name of one to a library.
    fn looks_for_files(&self, text: &str) -> bool {
        let foreign = || words(text).any(|word| self.foreign.contains(word)) && names_a_file(text);
        FILES.iter().any(|call| text.contains(call)) || foreign()
    }

    /// Names assigned from outside, directly or from such a name, and objects that were filled from there.
    fn bound_from_outside(&self, module: &'a Module) -> BTreeSet<&'a str> {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for statement in &module.statements {
            let text = self.code.get(statement.span.start..statement.span.end).unwrap_or("");
            let (value, bound) = match &statement.shape {
                Shape::Assign { targets, .. } => (text.split_once('=').map_or("", |(_, value)| value), targets),
                Shape::Expr { prints: false, .. } => ("", &statement.touches),
                _ => continue,
            };
            if self.is_outside(text) || words(value).any(|word| names.contains(word)) {
                // A module is no less known for what one of its functions says.
                let own = bound.iter().filter(|name| !module.names.imports(name));
                names.extend(own.map(String::as_str));
            }
        }
        names
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

/// Whether some file is opened to be written.
fn opens_to_write(code: &str) -> bool {
    let modes = ["\"w", "'w", "\"a", "'a", "\"x", "'x"];
    code.lines().any(|line| line.contains("open(") && modes.iter().any(|mode| line.contains(mode)))
}

/// The names that imports of foreign modules bind.
fn foreign<'a>(module: &Module, code: &'a str) -> BTreeSet<&'a str> {
    let texts = module.statements.iter().filter_map(|statement| code.get(statement.span.start..statement.span.end));
    let imports = texts.filter(|text| text.starts_with("import ") || text.starts_with("from "));
    let foreign = imports.filter(|text| {
        let root = words(text).nth(1).unwrap_or("");
        !root.is_empty() && !crate::syntax::is_standard(root)
    });
    foreign.flat_map(words).filter(|word| !["import", "from", "as", ""].contains(word)).collect()
}

/// Whether a text in quotes looks like the name of a file: `"data.csv"`, `".env"`, `"/etc/hosts"`.
fn names_a_file(text: &str) -> bool {
    let quoted = text.split(['"', '\'']).skip(1).step_by(2);
    let extension =
        |name: &str| name.rsplit_once('.').is_some_and(|(_, end)| (2..5).contains(&end.len()) && is_word(end));
    quoted.into_iter().any(|name| {
        let plain = name.len() > 2 && name.chars().all(|c| c.is_alphanumeric() || "._-/~".contains(c));
        plain && (name.starts_with(['.', '/', '~']) || extension(name))
    })
}

fn is_word(text: &str) -> bool {
    text.chars().all(char::is_alphanumeric) && text.contains(char::is_alphabetic)
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
        check("os.path.exists('a.csv')\n", true);
        check("p = Path('a')\np.write_text('')\np.exists()\n", false);
        check("with open('a', 'w') as f: pass\nos.listdir()\n", false);
        check("c = ConfigParser()\nc.read('a.ini')\nc.sections()\n", true);
        check("import dotenv\nc = dotenv.dotenv_values('.env')\nc\n", true);
        check("import yarl\nyarl.URL('a').name\n", false);
        check("Path('a/b.txt').name\n", false);
        check("os.environ[\"A\"] = os.name\nos.environ.get('A') + os.name\n", true);
    }
}
