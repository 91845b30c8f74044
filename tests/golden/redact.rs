//! What differs from machine to machine and from version to version, replaced in the report itself, so that all formats
//! show the same. Whatever else differs is a defect.

use snipcheck::judge::Outcome;
use snipcheck::report::model::{BlockReport, ClaimReport, DocumentReport, Isolation, Report, RunReport};
use snipcheck::wire::Level;

/// In place of what no two runs share.
const CHANGES: &str = "[changes]";

/// Redacts a report. Where several Pythons ran, the first is called `old` and the last one `new`.
pub fn report(report: &mut Report) {
    let ids: Vec<String> = report.interpreters.iter().map(|interpreter| interpreter.id.clone()).collect();
    let names = Names(ids);
    report.tool.version = "[version]".into();
    for interpreter in &mut report.interpreters {
        interpreter.id = names.of(&interpreter.id);
        interpreter.version = "[version]".into();
    }
    // What a lesser level lets through is the business of other tests; here it must not change any verdict.
    report.isolation =
        Isolation { requested: "best".into(), level: Level::Full, enforced: Vec::new(), missing: Vec::new() };
    report.documents.iter_mut().for_each(|one| document(one, &names));
}

/// The interpreters' ids in their order.
struct Names(Vec<String>);

impl Names {
    fn of(&self, id: &str) -> String {
        match self.0.iter().position(|known| known == id) {
            _ if self.0.len() == 1 => "python".into(),
            Some(0) => "old".into(),
            _ => "new".into(),
        }
    }
}

fn document(document: &mut DocumentReport, names: &Names) {
    document.blocks.iter_mut().for_each(|one| block(one, names));
    document.claims.iter_mut().for_each(|one| claim(one, names));
}

fn block(block: &mut BlockReport, names: &Names) {
    let is_unstable = block.claims.iter().any(unstable);
    for one in &mut block.runs {
        one.interpreter = names.of(&one.interpreter);
        run(one);
        if is_unstable {
            one.stdout = CHANGES.into();
        }
    }
    block.claims.iter_mut().for_each(|one| claim(one, names));
}

fn run(run: &mut RunReport) {
    if run.outcome == Outcome::Network {
        // The words are those of the machine's resolver.
        run.detail = CHANGES.into();
        run.traceback = CHANGES.into();
    }
    if run.effects.iter().any(|effect| effect.what == "process" && effect.answer != "done") {
        // Other programs speak in their own words, where they are installed at all.
        run.stderr = CHANGES.into();
    }
    run.traceback = of_document(&run.traceback);
    for text in [&mut run.detail, &mut run.traceback, &mut run.stdout, &mut run.stderr] {
        *text = addresses(text);
    }
    if run.stdout.len() > 2_000 {
        run.stdout = format!("{}\n[{} bytes in all]", &run.stdout[..200], run.stdout.len());
    }
}

fn claim(claim: &mut ClaimReport, names: &Names) {
    let is_unstable = unstable(claim);
    for result in &mut claim.results {
        result.interpreter = names.of(&result.interpreter);
        result.actual = addresses(&result.actual);
        if is_unstable {
            result.actual = CHANGES.into();
            result.reason = without_example(&result.reason);
        }
    }
}

fn unstable(claim: &ClaimReport) -> bool {
    let reasons = ["unstable", "only a clock"];
    claim.results.iter().any(|result| reasons.iter().any(|reason| result.reason.starts_with(reason)))
}

/// `unstable: another run gave 7`
fn without_example(reason: &str) -> String {
    let gave = " gave ";
    reason.find(gave).map_or_else(|| reason.to_owned(), |at| format!("{}{CHANGES}", &reason[..at + gave.len()]))
}

/// A traceback without what each version writes in its own way: the marks below its lines, guesses at what was meant, and
/// the frames of the standard library.
fn of_document(traceback: &str) -> String {
    let is_mark = |line: &str| !line.trim().is_empty() && line.trim().bytes().all(|b| b"~^".contains(&b));
    let mut kept = String::new();
    let mut foreign = false;
    for line in traceback.lines().filter(|line| !is_mark(line)) {
        if !line.starts_with("    ") {
            foreign = line.starts_with("  File \"/");
        }
        if !foreign {
            let line = line.find(". Did you ").map_or(line, |at| &line[..at]);
            kept += &format!("{line}\n");
        }
    }
    kept
}

/// `0x7f3c5e0a4d90` is `0x…`.
fn addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut redacted = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
        redacted += if digits >= 6 { "0x…" } else { "0x" };
        redacted += if digits >= 6 { &part[digits..] } else { part };
    }
    redacted
}
