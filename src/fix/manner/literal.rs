//! A value as Python writes it, written again in the manner of another one.

use super::number;
use crate::claims::literal::{Argument, Literal};

/// Whether a text is written as `repr` would write it, or is none of an author's.
pub fn is_repr(text: &str) -> bool {
    text.is_empty() || Literal::whole(text).is_some_and(|literal| !literal.is_name())
}

/// `true` for `True`, where the author writes constants so.
pub fn constant(claimed: &str, plain: &str) -> Option<String> {
    let is_constant = |text: &str| ["true", "false", "none"].contains(&text.to_lowercase().as_str());
    let upper = claimed.chars().all(char::is_uppercase);
    let lower = claimed.chars().all(char::is_lowercase);
    let written = if upper { plain.to_uppercase() } else { plain.to_lowercase() };
    (is_constant(claimed) && is_constant(plain) && (upper || lower)).then_some(written)
}

/// Ways to write `plain` like `claimed`, the closest first. Empty where it is no value that can be written again.
pub fn rewritten(claimed: &str, plain: &str) -> Vec<String> {
    let Some(value) = Literal::whole(plain) else { return Vec::new() };
    let python = Style { quote: '\'', names: false, tight: false };
    // What would not come out as Python writes it is left to Python.
    if python.write(&value, None).as_deref() != Some(plain) {
        return Vec::new();
    }
    let style = Style::of(claimed);
    let guide = Literal::whole(claimed);
    let mut ways = Vec::new();
    ways.extend(style.without_brackets(claimed, &value));
    ways.extend(style.write(&value, guide.as_ref()));
    ways.extend(style.write(&value, None));
    ways
}

/// The first items and the last one, with dots between.
pub fn shortened(claimed: &str, plain: &str) -> Option<String> {
    let any = || Literal::Word("_".into());
    let guide = Literal::List(vec![any(), any(), any(), Literal::Rest, any()]);
    let value = Literal::whole(plain)?;
    let (Literal::List(_) | Literal::Tuple(_)) = value else { return None };
    Style::of(claimed).write(&value, Some(&guide))
}

/// How an author writes values.
struct Style {
    quote: char,
    /// `list` for `<class 'list'>`
    names: bool,
    /// `[1,2]`
    tight: bool,
}

impl Style {
    fn of(claimed: &str) -> Self {
        let double = claimed.contains('"') && !claimed.contains('\'');
        let tight = claimed.contains(',') && !claimed.contains(", ");
        Self { quote: if double { '"' } else { '\'' }, names: !claimed.contains('<'), tight }
    }

    /// The value, with the claimed one as a guide where it has the same shape. `None` where it cannot be written.
    fn write(&self, value: &Literal, guide: Option<&Literal>) -> Option<String> {
        match value {
            Literal::Number(number) => Some(self.number(number, guide)),
            Literal::Text(text) => quoted(text, self.quote),
            Literal::Bytes(_) => None,
            Literal::Word(word) => Some(word.clone()),
            Literal::Rest => Some("...".into()),
            Literal::Angle(inner) => Some(self.angle(inner, guide)),
            Literal::List(items) => self.items(items, inner(guide)).map(|items| format!("[{items}]")),
            Literal::Set(items) => {
                let items = in_order_of(items, inner(guide));
                self.items(&items, inner(guide)).map(|items| format!("{{{items}}}"))
            }
            Literal::Tuple(items) => {
                let comma = if items.len() == 1 { "," } else { "" };
                self.items(items, inner(guide)).map(|items| format!("({items}{comma})"))
            }
            Literal::Dict(pairs) => self.pairs(pairs, guide),
            Literal::Call(name, arguments) => self.call(name, arguments, guide),
        }
    }

    fn number(&self, number: &str, guide: Option<&Literal>) -> String {
        let rounded = match guide {
            Some(Literal::Number(guide)) => number::rounded(guide, number),
            _ => None,
        };
        rounded.unwrap_or_else(|| number.to_owned())
    }

    fn angle(&self, inner: &str, guide: Option<&Literal>) -> String {
        let class = inner.strip_prefix("class '").and_then(|rest| rest.strip_suffix('\''));
        match class {
            Some(class) if self.names && guide.is_some() => class.rsplit('.').next().unwrap_or(class).to_owned(),
            _ => format!("<{inner}>"),
        }
    }

    /// Items, with `...` for the middle ones where the author has it.
    fn items(&self, items: &[Literal], guides: &[Literal]) -> Option<String> {
        let dots = guides.iter().position(|guide| *guide == Literal::Rest);
        let behind = dots.map_or(0, |at| guides.len() - at - 1);
        let written = |(at, item): (usize, &Literal)| self.write(item, guides.get(at).or(guides.first()));
        let mut texts: Vec<String> = items.iter().enumerate().map(written).collect::<Option<_>>()?;
        if let Some(at) = dots.filter(|at| items.len() > at + behind) {
            texts.splice(at..items.len() - behind, ["...".to_owned()]);
        }
        Some(texts.join(self.comma()))
    }

    fn pairs(&self, pairs: &[(Literal, Literal)], guide: Option<&Literal>) -> Option<String> {
        let guides: &[(Literal, Literal)] = if let Some(Literal::Dict(guides)) = guide { guides } else { &[] };
        let colon = if self.tight { ":" } else { ": " };
        let texts = pairs.iter().enumerate().map(|(at, (key, value))| {
            let guide = guides.get(at).or(guides.first()).map(|(_, value)| value);
            Some(format!("{}{colon}{}", self.write(key, None)?, self.write(value, guide)?))
        });
        Some(format!("{{{}}}", texts.collect::<Option<Vec<_>>>()?.join(self.comma())))
    }

    fn call(&self, name: &str, arguments: &[Argument], guide: Option<&Literal>) -> Option<String> {
        let (guide_name, guides): (&str, &[Argument]) = match guide {
            Some(Literal::Call(name, arguments)) => (name, arguments),
            _ => ("", &[]),
        };
        let bare = !guides.is_empty() && guides.iter().all(|(name, _)| name.is_none());
        let name = if name.ends_with(&format!(".{guide_name}")) { guide_name } else { name };
        let texts = arguments.iter().enumerate().map(|(at, (keyword, value))| {
            let value = self.write(value, guides.get(at).map(|(_, guide)| guide))?;
            Some(match keyword.as_ref().filter(|_| !bare) {
                Some(keyword) => format!("{keyword}={value}"),
                None => value,
            })
        });
        Some(format!("{name}({})", texts.collect::<Option<Vec<_>>>()?.join(self.comma())))
    }

    /// `1, 2` for a list or a tuple, where the author leaves its brackets out.
    fn without_brackets(&self, claimed: &str, value: &Literal) -> Option<String> {
        let guides = Literal::sequence(claimed)?;
        let (Literal::List(items) | Literal::Tuple(items)) = value else { return None };
        (items.len() > 1).then(|| self.items(items, &guides)).flatten()
    }

    fn comma(&self) -> &'static str {
        if self.tight { "," } else { ", " }
    }
}

fn inner(guide: Option<&Literal>) -> &[Literal] {
    match guide {
        Some(Literal::List(items) | Literal::Tuple(items) | Literal::Set(items)) => items,
        _ => &[],
    }
}

/// The items of a set in the order shown; new ones come last.
fn in_order_of(items: &[Literal], guides: &[Literal]) -> Vec<Literal> {
    let known = guides.iter().filter(|guide| items.contains(guide));
    let new = items.iter().filter(|item| !guides.contains(item));
    known.chain(new).cloned().collect()
}

/// A string as `repr` writes it, with other quotes. `None` where that takes more than these escapes.
fn quoted(text: &str, quote: char) -> Option<String> {
    let other = if quote == '"' { '\'' } else { '"' };
    let quote = if text.contains(quote) && !text.contains(other) { other } else { quote };
    let mut written = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => written += "\\n",
            '\t' => written += "\\t",
            '\r' => written += "\\r",
            '\\' => written += "\\\\",
            c if c == quote => written.extend(['\\', c]),
            c if c.is_control() => return None,
            c => written.push(c),
        }
    }
    written.push(quote);
    Some(written)
}
