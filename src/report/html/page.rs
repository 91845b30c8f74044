//! What stands around the documents: the summary, the versions, the findings, the filters.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::super::findings::{Finding, Severity};
use super::super::model::{DocumentReport, InterpreterInfo, Report};
use super::super::summary::summarise;
use super::marks::Ids;
use super::{FailOn, Layer, Page, claim, claims, clean, findings, text, words};
use crate::judge::Verdict;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");
const VERDICTS: [Verdict; 4] = [Verdict::Fails, Verdict::Varies, Verdict::Undecidable, Verdict::Holds];

/// The layers: the documents by name, the findings, the documents.
pub(super) fn layers(page: &Page, frame: &Report) -> Vec<Layer> {
    let unreadable: String = findings::unreadable(frame).iter().map(|finding| line(finding, None)).collect();
    let none = if unreadable.is_empty() { "<p>Nothing is wrong.</p>\n".to_owned() } else { listed(&unreadable) };
    vec![
        Layer {
            before: format!("{}{}<h2>Documents</h2>\n<ul class=\"documents\">\n", head(), summary(page, frame)),
            between: "",
            behind: "</ul>\n".into(),
            without: format!("{}{}", head(), summary(page, frame)),
        },
        Layer {
            before: format!("{FINDINGS}<ol class=\"findings\">\n"),
            between: "",
            behind: format!("{unreadable}</ol>\n</nav>\n{}", filters()),
            without: format!("{FINDINGS}{none}</nav>\n{}", filters()),
        },
        Layer::plain(
            "",
            format!("</main>\n<footer>{}</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n", tool(frame)),
        ),
    ]
}

const FINDINGS: &str =
    "<nav id=\"findings\" aria-labelledby=\"findings-title\">\n<h2 id=\"findings-title\">Findings</h2>\n";

fn listed(items: &str) -> String {
    format!("<ol class=\"findings\">\n{items}</ol>\n")
}

/// Nothing but this style and this script may act, and nothing is fetched.
fn head() -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>snipcheck report</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#documents\">To the documents</a>\n"
    )
}

fn summary(page: &Page, frame: &Report) -> String {
    let summary = &frame.summary;
    let sizes = [(summary.documents, "document"), (summary.blocks, "block"), (summary.claims, "claim")];
    let sizes: Vec<String> = sizes.iter().map(|(number, thing)| words::count(*number, thing)).collect();
    let numbers = [summary.fails, summary.varies, summary.undecidable, summary.holds];
    let verdicts = VERDICTS.iter().zip(numbers).map(|(verdict, number)| {
        let (class, sign) = (claim::class(*verdict), claim::sign(*verdict));
        let shown = words::verdicts(number, *verdict);
        format!("<li class=\"{class}\"><span aria-hidden=\"true\">{sign}</span> {shown}</li>\n")
    });
    let interrupted =
        if frame.interrupted { "<p><strong>Interrupted: not everything was checked.</strong></p>\n" } else { "" };
    format!(
        "<header>\n<h1>snipcheck report</h1>\n<p class=\"verdict\">{}</p>\n{interrupted}<p>{}</p>\n\
         <ul class=\"numbers\">\n{}</ul>\n{}</header>\n<main id=\"documents\">\n",
        result(page, frame),
        sizes.join(", "),
        verdicts.collect::<String>(),
        versions(page, frame)
    )
}

/// What it all comes to.
fn result(page: &Page, frame: &Report) -> String {
    let unreadable = frame.unreadable.len();
    let (errors, warnings) = (page.findings[0] + unreadable, page.findings[1]);
    match (errors, warnings) {
        (0, 0) => "✓ Nothing is wrong.".into(),
        (0, _) => format!("✓ Nothing fails; {}.", words::count(warnings, "warning")),
        (_, 0) => format!("✗ {}", words::count(errors, "finding")),
        _ => format!("✗ {}, {}", words::count(errors, "finding"), words::count(warnings, "warning")),
    }
}

/// On what it ran, and what came of it there.
fn versions(page: &Page, frame: &Report) -> String {
    let row = |info: &InterpreterInfo| {
        let [holds, fails, undecidable] = page.results.get(&info.id).copied().unwrap_or_default();
        let name = text::escape(&clean::short(&format!("{} {}", info.implementation, info.version)));
        format!("<tr><th scope=\"row\">{name}</th><td>{holds}</td><td>{fails}</td><td>{undecidable}</td></tr>\n")
    };
    let rows: String = frame.interpreters.iter().map(row).collect();
    let missing: Vec<String> =
        frame.isolation.missing.iter().map(|missing| text::escape(&clean::short(&missing.what))).collect();
    let without = if missing.is_empty() { String::new() } else { format!(" without {}", missing.join(", ")) };
    let level = words::level(frame.isolation.level);
    let columns =
        ["interpreter", "hold", "fail", "undecidable"].map(|name| format!("<th scope=\"col\">{name}</th>")).concat();
    format!(
        "<table class=\"versions\">\n<caption>Claims on each interpreter, isolation {level}{without}</caption>\n\
         <thead><tr>{columns}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
}

/// Which verdicts are shown. The styles do it, so it works without scripts.
fn filters() -> String {
    let choice = |name: &str, shown: &str, checked: &str| {
        format!("<label><input type=\"radio\" name=\"show\" id=\"show-{name}\"{checked}> {shown}</label>\n")
    };
    let choices: String =
        VERDICTS.iter().map(|verdict| choice(&claim::class(*verdict), &claim::verdict(*verdict), "")).collect();
    format!(
        "<div class=\"filters\">\n<fieldset>\n<legend>Show</legend>\n{}{choices}</fieldset>\n\
         <p class=\"steps\" hidden><button type=\"button\" data-step=\"-1\">Previous finding</button> \
         <button type=\"button\" data-step=\"1\">Next finding</button></p>\n</div>\n",
        choice("everything", "everything", " checked")
    )
}

/// A document in the list.
pub(super) fn document_line(ids: Ids, document: &DocumentReport) -> String {
    let path = text::escape(&clean::line(&document.path));
    format!("<li><a href=\"#{}\">{path}</a> <small>{}</small></li>\n", ids.document(), counts(document))
}

/// What came of a document's claims.
pub(super) fn counts(document: &DocumentReport) -> String {
    let sum = summarise(std::slice::from_ref(document));
    let numbers = [sum.fails, sum.varies, sum.undecidable, sum.holds];
    let verdicts = VERDICTS.iter().zip(numbers).map(|(verdict, number)| words::verdicts(number, *verdict));
    let broken = words::broken_words(words::broken(document.blocks.iter())).into_iter();
    let verdicts = verdicts.zip(numbers).map(|(words, number)| (number, words));
    let shown = broken.chain(verdicts).filter(|(number, _)| *number > 0).map(|(_, words)| words);
    let shown: Vec<String> = std::iter::once(words::count(sum.blocks, "block")).chain(shown).collect();
    shown.join(" · ")
}

/// The findings of a document in the list, by place.
pub(super) fn finding_lines(ids: Ids, document: &DocumentReport, fail_on: FailOn) -> String {
    let fail_on = fail_on.of(document);
    let path = document.path.as_str();
    let of_claims = claims(document).enumerate().filter_map(|(number, claim)| {
        findings::of_claim(path, claim, fail_on).map(|finding| (finding, ids.claim(number)))
    });
    let of_blocks = document.blocks.iter().enumerate().flat_map(|(place, block)| {
        findings::of_block(path, block).into_iter().map(move |finding| (finding, ids.ending(place)))
    });
    let mut all: Vec<(Finding, String)> = of_claims.chain(of_blocks).collect();
    all.extend(document.drift.iter().map(|drift| (findings::of_drift(path, drift), ids.document())));
    all.sort_by_key(|(finding, _)| finding.place);
    all.iter().map(|(finding, id)| line(finding, Some(id))).collect()
}

fn line(finding: &Finding, id: Option<&str>) -> String {
    let number = finding.place.map(|place| format!(":{}", place.line)).unwrap_or_default();
    let place = text::escape(&clean::line(&finding.path)) + &number;
    let place = id.map_or_else(|| place.clone(), |id| format!("<a href=\"#{id}\">{place}</a>"));
    let (class, sign, word) = match finding.severity {
        Severity::Error => ("error", "✗", "error"),
        Severity::Warning => ("warning", "!", "warning"),
    };
    let (title, message) = (text::escape(&finding.title), text::escape(&finding.message));
    format!(
        "<li class=\"{class}\"><span aria-hidden=\"true\">{sign}</span><span class=\"hidden\">{word}: </span> \
         {place} <b>{title}</b>: {message}</li>\n"
    )
}

fn tool(frame: &Report) -> String {
    text::escape(&clean::short(&format!("{} {}", frame.tool.name, frame.tool.version)))
}
