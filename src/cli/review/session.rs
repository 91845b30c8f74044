//! Questions and what becomes of the answers, document by document.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::Path;

use super::answer::Answer;
use super::{editor, mark, question};
use crate::cli::Failure;
use crate::cli::mending::Bench;
use crate::cli::output::remark;
use crate::cli::rewrite::rewrite;
use crate::fix::{self, Edit, Finding, Remedy};
use crate::flow::mend::Draft;
use crate::judge::BlockRun;
use crate::report::words;

/// How the questions about a document ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// All are answered.
    Done,
    /// The person wants no more.
    Quit,
}

/// A person's way through the findings.
pub struct Session<'a> {
    bench: &'a Bench<'a>,
    editor: &'a OsStr,
    /// Findings so far, and how many there are.
    number: (usize, usize),
    mended: usize,
    marked: usize,
    /// What was left, by document, claimed text and what came: it isn't asked again.
    skipped: HashSet<(String, String, String)>,
}

/// What was answered about a document, and is not written yet.
#[derive(Default)]
struct Answers {
    accepted: Vec<usize>,
    marks: Vec<Edit>,
}

/// A finding of either kind.
#[derive(Clone, Copy)]
enum Item<'d> {
    Claim(usize, &'d Finding),
    Run(&'d BlockRun),
}

impl<'a> Session<'a> {
    /// Nothing is asked yet.
    pub fn new(bench: &'a Bench<'a>, editor: &'a OsStr, drafts: &[Draft]) -> Self {
        let all = drafts.iter().map(|draft| draft.findings.len() + draft.raised.len()).sum();
        Self { bench, editor, number: (0, all), mended: 0, marked: 0, skipped: HashSet::new() }
    }

    /// Whether there is a finding on which nobody has decided.
    pub fn is_anything_left(&self) -> bool {
        self.mended + self.marked < self.number.1
    }

    /// What it came to.
    pub fn ending(&self) -> String {
        match self.number.1 {
            0 => "nothing to review\n".into(),
            all => {
                let left = all.saturating_sub(self.mended + self.marked);
                format!("\n{} mended, {} marked as intended, {left} left\n", self.mended, self.marked)
            }
        }
    }

    /// Asks about each finding of a document and writes what was accepted.
    ///
    /// # Errors
    /// When it cannot be checked or written.
    pub fn document(&mut self, mut draft: Draft) -> Result<End, Failure> {
        loop {
            let mut answers = Answers::default();
            let (answer, line) = self.ask_all(&draft, &mut answers);
            self.write(&draft, answers)?;
            match answer {
                Answer::Edit => editor::open(self.editor, Path::new(&draft.path), line)?,
                Answer::Quit => return Ok(End::Quit),
                _ => return Ok(End::Done),
            }
            // What the person made of it is another document.
            let Some(next) = self.bench.again(&draft)? else { return Ok(End::Done) };
            self.number.1 += next.findings.len() + next.raised.len();
            draft = next;
        }
    }

    /// The last answer, and the line that it was about.
    fn ask_all(&mut self, draft: &Draft, answers: &mut Answers) -> (Answer, usize) {
        let claims = draft.findings.iter().enumerate().map(|(at, finding)| Item::Claim(at, finding));
        let items: Vec<Item<'_>> = claims.chain(draft.raised.iter().map(Item::Run)).collect();
        for (at, item) in items.iter().enumerate() {
            let name = name(draft, *item);
            self.number.0 += 1;
            if self.skipped.contains(&name) {
                continue;
            }
            let mark = mark_of(draft, *item);
            let answer = self.ask(draft, *item, mark.is_some());
            match (answer, item, mark) {
                (Answer::Accept, Item::Claim(index, _), _) => answers.accepted.push(*index),
                (Answer::Intended, _, Some(mark)) if !answers.marks.contains(&mark) => answers.marks.push(mark),
                (Answer::Intended, ..) => {}
                (Answer::Edit, ..) => {
                    // They come again, as far as they are still there.
                    self.number.1 -= items.len() - at;
                    self.number.0 -= 1;
                    return (answer, line_of(draft, *item));
                }
                (Answer::Quit, ..) => return (answer, 0),
                _ => drop(self.skipped.insert(name)),
            }
        }
        (Answer::Skip, 0)
    }

    fn ask(&self, draft: &Draft, item: Item<'_>, can_be_marked: bool) -> Answer {
        let (text, mendable) = match item {
            Item::Claim(_, finding) => {
                let mendable = matches!(finding.remedy, Remedy::Mend(_));
                (question::of_claim(draft, finding, self.number), mendable)
            }
            Item::Run(run) => (question::of_run(draft, run, line_of(draft, item), self.number), false),
        };
        let optional = [(Answer::Accept, mendable), (Answer::Intended, can_be_marked)];
        let open = optional.into_iter().filter(|(_, open)| *open).map(|(answer, _)| answer);
        let open: Vec<Answer> = open.chain([Answer::Skip, Answer::Edit, Answer::Quit]).collect();
        remark(&text);
        let answer = Answer::ask(&open);
        remark(&format!("{}\n", format!("{answer:?}").to_lowercase()));
        answer
    }

    /// Writes the answers about one document, as far as they hold.
    fn write(&mut self, draft: &Draft, answers: Answers) -> Result<(), Failure> {
        if answers.accepted.is_empty() && answers.marks.is_empty() {
            return Ok(());
        }
        let mended = self.bench.mend(draft, answers.accepted)?;
        if !mended.dropped.is_empty() {
            let count = words::count(mended.dropped.len(), "change");
            remark(&format!("   {count} did not hold when it was checked, and is left out\n"));
        }
        let mends = mended.done.iter().filter_map(|at| match &draft.findings[*at].remedy {
            Remedy::Mend(mend) => Some(&mend.edit),
            Remedy::Author(_) => None,
        });
        let edits: Vec<&Edit> = mends.chain(&answers.marks).collect();
        if !edits.is_empty() {
            rewrite(Path::new(&draft.path), &draft.text, &fix::apply(&draft.text, &edits).0)?;
        }
        self.mended += mended.done.len();
        self.marked += answers.marks.len();
        Ok(())
    }
}

fn name(draft: &Draft, item: Item<'_>) -> (String, String, String) {
    let (one, other) = match item {
        Item::Claim(_, finding) => (&finding.claimed, &finding.actual),
        Item::Run(run) => (&run.detail, &run.traceback),
    };
    (draft.path.clone(), one.clone(), other.clone())
}

fn line_of(draft: &Draft, item: Item<'_>) -> usize {
    match item {
        Item::Claim(_, finding) => finding.line,
        Item::Run(run) if run.line > 0 => run.line,
        Item::Run(run) => draft.block_lines.get(run.block).copied().unwrap_or(1),
    }
}

/// The comment that marks it as intended.
fn mark_of(draft: &Draft, item: Item<'_>) -> Option<Edit> {
    let (block, comment) = match item {
        Item::Claim(_, finding) => (finding.block?, mark::intended(draft.format, &finding.claimed)),
        Item::Run(run) => {
            let type_name = run.detail.split(':').next().filter(|name| !name.contains(' '))?;
            (run.block, mark::expected_error(draft.format, type_name))
        }
    };
    mark::above(&draft.text, *draft.block_starts.get(block)?, &comment)
}
