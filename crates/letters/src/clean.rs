//! Text without what paper cannot show: signs that turn its direction, that have no width, or that no standard takes.

/// The text with plain spaces and line breaks, and without signs that are not seen: they could make a name read otherwise on paper than to whoever
/// signs it off.
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}', '\u{85}'], "\n");
    let seen: String =
        text.chars().map(|sign| if sign == '\t' { ' ' } else { sign }).filter(|sign| *sign == '\n' || is_seen(*sign)).collect();
    let lines: Vec<&str> = seen.lines().map(|line| line.trim_matches(' ')).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn is_seen(sign: char) -> bool {
    let unseen = sign.is_control()
        || matches!(sign,
            // Soft hyphen, joiners, fillers, marks and overrides of direction, variation selectors, byte order mark, tags.
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
            // Private use, and what is no sign at all.
            | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'..='\u{10ffff}')
        || u32::from(sign) & 0xfffe == 0xfffe;
    !unseen
}
