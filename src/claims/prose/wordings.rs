//! Sentences that name a fact about a class of the page: its MRO, or that it can't be instantiated.

use super::inline::{Code, Prose, Result};
use super::said::{Link, Said};
use crate::text::Span;

/// All such sentences of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    let codes = if prose.span.of(prose.text).contains("instantiat") { prose.codes.as_slice() } else { &[] };
    let instances = codes.iter().filter_map(|code| no_instance(prose, *code));
    instances.chain(resolution_order(prose)).collect()
}

/// "Cannot instantiate `Shape`", "`Shape` can't be instantiated": a call of it is a `TypeError`.
fn no_instance(prose: &Prose<'_>, code: Code) -> Option<Said> {
    let name = code.inside.of(prose.text);
    let sentence = prose.sentence(code.outside);
    let before = prose.between(sentence.start, code.outside.start).trim_end().to_lowercase().replace('’', "'");
    let behind = prose.between(code.outside.end, sentence.end).trim_start().to_lowercase().replace('’', "'");
    let said =
        ["cannot instantiate", "can't instantiate", "can not instantiate"].iter().any(|words| before.ends_with(words))
            || ["cannot be instantiated", "can't be instantiated", "can not be instantiated"]
                .iter()
                .any(|words| behind.starts_with(words));
    let is_name = name.chars().all(|c| c.is_alphanumeric() || "_.".contains(c));
    (said && is_name).then(|| Said {
        expr: format!("{name}()"),
        span: code.outside,
        claimed: code.outside,
        written: "TypeError".into(),
        link: Link::Raises,
        at_large: true,
        about: false,
        only_if_so: false,
        ways: Vec::new(),
        table: None,
    })
}

/// "MRO: D -> B -> C -> A -> object"
fn resolution_order(prose: &Prose<'_>) -> Option<Said> {
    let text = prose.span.of(prose.text);
    let arrows = text.match_indices(" object").map(|(at, found)| at + found.len());
    arrows.into_iter().find_map(|end| {
        let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = &text[start..end];
        let chain_start = line.rfind([':', '`', '*', '(']).map_or(0, |at| at + 1);
        let lead = line[..chain_start].to_lowercase();
        let names: Vec<&str> =
            line[chain_start..].split(['→', '-', '>', '=']).map(str::trim).filter(|name| !name.is_empty()).collect();
        let are_names = names.iter().all(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_'));
        let told = lead.contains("mro") || lead.contains("resolution order");
        if !told || !are_names || names.len() < 3 {
            return None;
        }
        let at = prose.span.start + start + chain_start;
        let skipped = line[chain_start..].len() - line[chain_start..].trim_start().len();
        let span = Span::new(at + skipped, prose.span.start + end);
        let written = format!("[{}]", names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", "));
        let said = Result { written, span, end: span.end };
        Some(Said::of(format!("list(map(lambda each: each.__name__, {}.__mro__))", names[0]), said, Link::Value))
    })
}
