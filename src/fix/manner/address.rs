//! Memory addresses: those of the author stay, abridged or not, since another run shows others anyway.

/// The text with the author's addresses in place of its own, in their order; the last one stands for all further ones.
pub fn kept(claimed: &str, text: &str) -> String {
    let own: Vec<&str> = addresses(claimed).map(|(start, end)| &claimed[start..end]).collect();
    let Some(last) = own.last() else { return text.to_owned() };
    let (mut result, mut at) = (String::new(), 0);
    for (number, (start, end)) in addresses(text).enumerate() {
        result += &text[at..start];
        result += own.get(number).unwrap_or(last);
        at = end;
    }
    result + &text[at..]
}

/// `0x7f12ab`, `0x...`, `0x…`, `0xABC...`
fn addresses(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.match_indices(" at 0x").map(|(at, _)| {
        let start = at + " at ".len();
        let rest = &text[start + 2..];
        let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        let behind = &rest[digits..];
        let dots = ["...", "…"].into_iter().find(|dots| behind.starts_with(dots)).map_or(0, str::len);
        (start, start + 2 + digits + dots)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_author_s_addresses_stay() {
        let check = |claimed, text, expect| assert_eq!(kept(claimed, text), expect, "{claimed}");
        check("<A at 0x1>", "<B at 0x22> <C at 0x33>", "<B at 0x1> <C at 0x1>");
        check("<A at 0x...>", "<B at 0x22>", "<B at 0x...>");
        check("<A at 0x7f…>", "<B at 0x22>", "<B at 0x7f…>");
        check("5", "<B at 0x22>", "<B at 0x22>");
    }
}
