//! Texts that need not be claims, beside others of the same kind that are: what the others are, they are as well.
//!
//! The second look at the claims of a run. In the first each is judged by itself; where one fails and only its words leave
//! it open whether it is a claim, those that stand in the same way beside other statements of its block tell.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Place, Verdict, judge};
use crate::claims::marker;
use crate::claims::{Claim, Form, Kind, Strength};
use crate::judge::compare::{self, Rules};
use crate::judge::{Rule, Seen};

/// So many others that agree to the letter make it a habit of the author.
const HABIT: usize = 3;

/// Judges all claims of a run, without the rules that are `off`; gives each with its index. A doubtful finding that does
/// not hold is to be dropped unless another run makes it hold.
pub fn judge_all(claims: &[Claim], seen: &Seen<'_>, off: &Rules) -> Vec<(usize, Finding)> {
    let checks = &seen.planned().checks;
    let places: Vec<Place<'_>> =
        checks.iter().map(|check| Place::new(&claims[check.claim], check, seen, off)).collect();
    let mut findings: Vec<Finding> = places.iter().map(judge).collect();
    if !off.contains(&Rule::Siblings) {
        for at in swayed(&places, &findings) {
            findings[at].doubtful = false;
            findings[at].rules.insert(Rule::Siblings);
        }
    }
    checks.iter().map(|check| check.claim).zip(findings).collect()
}

/// Those that are surely claims, for what stands beside them.
fn swayed(places: &[Place<'_>], findings: &[Finding]) -> Vec<usize> {
    let mut families: BTreeMap<Manner<'_>, Vec<Member<'_>>> = BTreeMap::new();
    for (at, (place, finding)) in places.iter().zip(findings).enumerate() {
        if let Some(manner) = place.manner() {
            families.entry(manner).or_default().push(Member { at, place, finding });
        }
    }
    families.values().flat_map(|members| of_family(members)).collect()
}

/// What claims have in common that stand in the same way: block, form and marker.
type Manner<'a> = (Option<usize>, Form, &'a str);

struct Member<'a> {
    at: usize,
    place: &'a Place<'a>,
    finding: &'a Finding,
}

/// The doubtful ones of a family that are claims: slips of what came; and, where they are all claims but for one, that one.
fn of_family(members: &[Member<'_>]) -> Vec<usize> {
    let agreeing: Vec<&Place<'_>> =
        members.iter().filter(|member| member.is_literal()).map(|member| member.place).collect();
    if agreeing.is_empty() {
        return Vec::new();
    }
    let others = |place: &Place<'_>| {
        let line = place.claim.subject_line;
        agreeing
            .iter()
            .map(|other| other.claim.subject_line)
            .filter(|other| *other != line)
            .collect::<BTreeSet<_>>()
            .len()
    };
    let candidates = members.iter().filter(|member| member.is_open());
    let (slips, rest): (Vec<&Member<'_>>, Vec<_>) =
        candidates.partition(|member| member.place.is_slip_beside(others(member.place)));
    // A comment of several lines has several claims. Where others differ, too, remarks stand among the results.
    let differing = members.iter().filter(|member| member.finding.verdict == Verdict::Fails && member.finding.doubtful);
    let astray = differing.filter(|member| !slips.iter().any(|slip| slip.at == member.at));
    let lines: BTreeSet<_> = astray.map(|member| member.place.claim.subject_line).collect();
    let alone = lines.len() == 1;
    let formed =
        rest.iter().filter(|member| alone && others(member.place) >= HABIT && member.place.has_form_of(&agreeing));
    slips.iter().chain(formed).map(|member| member.at).collect()
}

impl Member<'_> {
    /// Whether it agrees, and shows a habit of writing results down as they are shown.
    fn is_literal(&self) -> bool {
        use Rule::{Case, Commentary, Ellipsis, Label, Range, Tolerance};
        let loose = [Case, Commentary, Ellipsis, Label, Range, Tolerance];
        let exact = self.place.claim.strength == Strength::Exact;
        self.finding.verdict == Verdict::Holds && exact && !loose.iter().any(|rule| self.finding.rules.contains(rule))
    }

    /// Whether only its words leave it open whether it is a claim.
    fn is_open(&self) -> bool {
        self.finding.swayable && self.finding.doubtful && self.finding.verdict == Verdict::Fails
    }
}

impl<'a> Place<'a> {
    /// How the text stands, where it is a comment that stands where results do.
    fn manner(&self) -> Option<Manner<'_>> {
        let stands = matches!(self.claim.form, Form::Trailing | Form::Below | Form::Above)
            && matches!(self.claim.kind, Kind::Stdout | Kind::Value | Kind::Type);
        let marker = if self.claim.form == Form::Above { "" } else { self.marker() };
        (stands && !self.results().is_empty()).then_some((self.claim.block, self.claim.form, marker))
    }

    /// Almost what came: one other result is enough, if the words behind it are no part of it.
    fn is_slip_beside(&self, others: usize) -> bool {
        let enough = if self.is_plain() { 1 } else { HABIT };
        let claimed = self.claim.claimed.as_str();
        let alike = |shown: &String| compare::is_slip(claimed, shown) || compare::same_items(claimed, shown);
        others >= enough && !self.shows_constant() && self.results().iter().any(alike)
    }

    /// Another result than the one that came.
    fn has_form_of(&self, agreeing: &[&Place<'_>]) -> bool {
        let (claimed, results) = (self.text(), self.results());
        let mut models = results.iter().map(String::as_str).chain(agreeing.iter().map(|other| other.text()));
        self.is_plain() && !self.shows_constant() && models.any(|model| compare::same_form(claimed, model))
    }
    /// The marker that announces the result.
    fn marker(&self) -> &str {
        let whole = self.claim.whole.as_ref().map_or("", |whole| whole.claimed.as_str());
        marker::read(whole).map_or("", |marker| whole[..marker.length].trim())
    }

    /// Whether nothing but a marker stands before the result, and what stands behind it is set apart.
    fn is_plain(&self) -> bool {
        let Some(whole) = &self.claim.whole else { return true };
        let behind = marker::read(&whole.claimed).map_or(0, |marker| marker.length);
        let rest = whole.claimed[behind..].trim_start().strip_prefix(self.claim.claimed.as_str());
        let apart = |rest: &str| {
            let words = rest.trim_start();
            words.is_empty() || words.starts_with(|c: char| !c.is_alphanumeric()) || rest.starts_with("  ")
        };
        self.text() == whole.claimed.trim() || rest.is_some_and(apart)
    }

    /// All lines of the text, where it has several.
    fn text(&self) -> &str {
        let whole = self.claim.whole.as_ref().map(|whole| whole.claimed.as_str());
        whole.filter(|whole| whole.contains('\n')).unwrap_or(&self.claim.claimed)
    }

    /// What the statement showed.
    fn results(&self) -> Vec<String> {
        let mut all: Vec<String> = match self.hits.as_slice() {
            [hit] if hit.stdout.is_empty() => {
                let value = hit.value.into_iter();
                value.flat_map(|value| [Some(value.repr.clone()), value.text.clone()]).flatten().collect()
            }
            hits => vec![hits.iter().map(|hit| hit.stdout).collect()],
        };
        all.iter_mut().for_each(|text| text.truncate(text.trim_end().len()));
        all.retain(|text| !text.is_empty());
        all
    }

    /// A truth value may be told in any words, but for those of another one.
    fn shows_constant(&self) -> bool {
        let constant = |text: &str| ["None", "True", "False"].contains(&text);
        !constant(&self.claim.claimed) && self.results().iter().any(|text| constant(text))
    }
}
