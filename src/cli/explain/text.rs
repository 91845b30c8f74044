//! The explanation as text: one paragraph for each claim of the line.

use std::fmt::Write as _;

use super::words;
use crate::claims::{Certainty, Claim};
use crate::cli::stages::Explanation;
use crate::judge::{Explained, Rule, Sight, Verdict};
use crate::report::clean;
use crate::report::words::spelled;
use crate::wire::Interpreter;

/// What is to be shown.
pub struct Page<'a> {
    /// The line asked for.
    pub line: usize,
    /// On what it ran.
    pub interpreters: &'a [Interpreter],
    /// What came of it.
    pub explained: &'a Explanation,
}

impl Page<'_> {
    /// Writes it.
    pub fn render(&self) -> String {
        let document = &self.explained.prepared.document;
        let line = document.source.text.lines().nth(self.line - 1).unwrap_or("");
        let mut text = format!("{}:{}\n  {line}\n", document.source.path, self.line);
        if self.explained.claims.is_empty() {
            text += &self.no_claim();
        }
        for &claim in &self.explained.claims {
            text += "\n";
            text += &self.claim(claim);
        }
        text
    }

    fn no_claim(&self) -> String {
        let prepared = &self.explained.prepared;
        let block = prepared
            .document
            .blocks
            .iter()
            .find(|block| (block.start_line.saturating_sub(1)..=block.end_line + 1).contains(&self.line));
        let Some(block) = block else {
            return "\nnothing here is read as a claim, and the line is in no Python block\n".into();
        };
        let mut text = format!(
            "\nnothing here is read as a claim (block {}, lines {}–{})\n",
            block.index, block.start_line, block.end_line
        );
        let is_claim = |claim: &&Claim| claim.certainty > Certainty::Possible;
        let own = prepared.claims.iter().filter(is_claim).filter(|claim| claim.block == Some(block.index - 1));
        let lines: Vec<String> =
            own.map(|claim| prepared.document.source.position(claim.span.start).line.to_string()).collect();
        if !lines.is_empty() {
            let _ = writeln!(text, "the claims of this block stand on line {}", lines.join(", "));
        }
        text
    }

    fn claim(&self, index: usize) -> String {
        let claim = &self.explained.prepared.claims[index];
        let mut text = format!("the claim {}\n", words::quoted(&claim.claimed));
        if !claim.tail.is_empty() {
            let _ = writeln!(text, "  commentary  {}", claim.tail);
        }
        let _ = writeln!(text, "  stands in   {}", words::form(claim.form));
        let _ = writeln!(text, "  speaks of   {}", self.subject(claim));
        let _ = writeln!(text, "  certainty   {}", words::certainty(claim));
        text += &self.context(claim);
        text += &self.directives(claim);
        for (interpreter, all) in self.interpreters.iter().zip(&self.explained.on_each) {
            let _ = writeln!(text, "  {} {}", interpreter.implementation, interpreter.version);
            match all.iter().find(|explained| explained.claim == index) {
                Some(explained) => text += &on_one(claim, explained),
                None => text += &format!("    not run: {}\n", self.held(claim, interpreter)),
            }
        }
        text
    }

    /// Why a claim's block did not run.
    fn held(&self, claim: &Claim, interpreter: &Interpreter) -> String {
        let orders = claim.block.map(|block| self.explained.prepared.directives().orders(block));
        let held = orders.and_then(|orders| orders.held(interpreter.minor));
        held.map_or_else(|| "the code needs a newer Python".into(), |held| clean::line(&held.reason))
    }

    fn subject(&self, claim: &Claim) -> String {
        let source = &self.explained.prepared.document.source;
        let line = source.text.lines().nth(claim.subject_line.saturating_sub(1)).unwrap_or("").trim();
        format!("line {}: {line}", claim.subject_line)
    }

    /// What its author says of the run of its block.
    fn directives(&self, claim: &Claim) -> String {
        let directives = self.explained.prepared.directives();
        let said = claim.block.into_iter().flat_map(|block| directives.of(block));
        let said: Vec<String> = said.map(|said| clean::line(&said.text)).collect();
        if said.is_empty() { String::new() } else { format!("  directives  {}\n", said.join(", ")) }
    }

    /// The blocks that ran before it.
    fn context(&self, claim: &Claim) -> String {
        let prepared = &self.explained.prepared;
        let planned = claim.block.map(|block| prepared.plan(Some(block)));
        let uses = planned.iter().flat_map(|planned| &planned.uses).map(|&used| &prepared.document.blocks[used]);
        let uses: Vec<String> =
            uses.map(|block| format!("block {} (line {})", block.index, block.start_line)).collect();
        if uses.is_empty() { String::new() } else { format!("  runs after  {}\n", uses.join(", ")) }
    }
}

fn on_one(claim: &Claim, explained: &Explained) -> String {
    let mut text = String::new();
    for sight in &explained.sights {
        let _ = writeln!(text, "    seen        {}", seen(sight));
    }
    for (reading, tried) in claim.readings.iter().zip(&explained.readings) {
        let mark = if tried.agrees.is_some() { "✓" } else { "✗" };
        let _ = write!(text, "    read as  {mark}  {}", words::reading(reading));
        if let Some(sight) = &tried.sight {
            let _ = write!(text, " (seen: {})", seen(sight));
        }
        text += &by(tried.agrees.as_deref().unwrap_or_default());
        text += "\n";
        text += &words::code(reading);
    }
    if let Some(rule) = explained.by {
        let _ = writeln!(text, "    a claim     by {}: {}", spelled(rule), rule.meaning());
    }
    let _ = writeln!(text, "    verdict     {}", verdict(explained));
    text
}

fn seen(sight: &Sight) -> String {
    let printed = (!sight.stdout.is_empty()).then(|| format!("printed {}", words::quoted(&sight.stdout)));
    let value = sight.value.as_ref().map(|value| format!("value {}", words::quoted(value)));
    let raised = sight.raised.as_ref().map(|raised| format!("raised {}", clean::line(raised)));
    let all: Vec<String> = [printed, value, raised].into_iter().flatten().collect();
    if all.is_empty() { "nothing".into() } else { all.join(", ") }
}

/// The rules, under the names that the report has for them.
fn by(rules: &[Rule]) -> String {
    let names: Vec<String> = rules.iter().map(spelled).collect();
    if names.is_empty() { String::new() } else { format!(", by {}", names.join(", ")) }
}

fn verdict(explained: &Explained) -> String {
    if explained.dropped {
        return "none: nothing agrees, and the text need not be a claim".into();
    }
    let word = match explained.verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::Varies => "varies",
        Verdict::Undecidable => "undecidable",
    };
    match explained.reason.as_str() {
        "" => word.into(),
        // The judge's words for what was seen instead, which stands above.
        "raised" | "no exception" | "printed" | "value" => format!("{word}: no reading agrees"),
        reason => format!("{word}: {reason}"),
    }
}
