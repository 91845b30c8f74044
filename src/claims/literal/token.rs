//! Strings and numbers as they are written.

/// Where the string that begins with `body` ends: the offset of its closing quote.
pub(super) fn string_end(body: &str, quote: &str, raw: bool) -> Option<usize> {
    let mut at = 0;
    while at < body.len() {
        if body[at..].starts_with(quote) {
            return Some(at);
        }
        let c = body[at..].chars().next()?;
        if c == '\n' && quote.len() == 1 {
            return None;
        }
        at += c.len_utf8();
        if c == '\\' && !raw {
            at += body[at..].chars().next()?.len_utf8();
        }
    }
    None
}

/// Resolves the escapes that `repr` writes; others stay as they are.
pub(super) fn unescape(inner: &str) -> String {
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some(c @ ('\\' | '\'' | '"')) => out.push(c),
            Some(kind @ ('x' | 'u' | 'U')) => {
                let digits = match kind {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let code: String = chars.by_ref().take(digits).collect();
                match u32::from_str_radix(&code, 16).ok().and_then(char::from_u32) {
                    Some(c) => out.push(c),
                    None => out.extend(['\\', kind].into_iter().chain(code.chars())),
                }
            }
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}

/// How many bytes of `body`, which has no sign, are a number; `None` where it does not begin with one.
pub(super) fn number_length(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let digits = |from: usize, is: fn(&u8) -> bool| bytes[from..].iter().take_while(|b| is(b) || **b == b'_').count();
    let based = bytes.first() == Some(&b'0') && matches!(bytes.get(1), Some(b'x' | b'X' | b'o' | b'O' | b'b' | b'B'));
    if based {
        let length = digits(2, u8::is_ascii_hexdigit);
        return (length > 0).then_some(2 + length);
    }
    let mut at = digits(0, u8::is_ascii_digit);
    if bytes.get(at) == Some(&b'.') {
        let fraction = digits(at + 1, u8::is_ascii_digit);
        if fraction > 0 || (at > 0 && !matches!(bytes.get(at + 1), Some(b'.' | b' ') | None)) {
            at += 1 + fraction;
        }
    }
    if at == 0 {
        return None;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits((at + 1 + sign).min(bytes.len()), u8::is_ascii_digit);
        if exponent > 0 {
            at += 1 + sign + exponent;
        }
    }
    Some(at + usize::from(bytes.get(at) == Some(&b'j')))
}
