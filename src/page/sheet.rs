//! The overlay's style sheet without what only its readers need: an engine travels with every installation.

/// As it stands in its files.
const WRITTEN: &[u8] = concat!(include_str!("overlay.css"), include_str!("panel.css")).as_bytes();

const LEN: usize = bare(&mut [0; WRITTEN.len()]);

const BARE: [u8; LEN] = {
    let mut room = [0; WRITTEN.len()];
    bare(&mut room);
    let mut out = [0; LEN];
    let mut at = 0;
    while at < LEN {
        out[at] = room[at];
        at += 1;
    }
    out
};

/// The rules alone.
pub(super) const SHEET: &str = match str::from_utf8(&BARE) {
    Ok(sheet) => sheet,
    Err(_) => panic!(),
};

/// Writes the sheet without comments, indents and most ends of lines; how long that is.
const fn bare(to: &mut [u8]) -> usize {
    let (mut from, mut len) = (0, 0);
    while from < WRITTEN.len() {
        let byte = WRITTEN[from];
        if byte == b'/' && WRITTEN[from + 1] == b'*' {
            from += 2;
            while !(WRITTEN[from] == b'*' && WRITTEN[from + 1] == b'/') {
                from += 1;
            }
            from += 2;
            continue;
        }
        from += 1;
        let space = byte == b' ' || byte == b'\n';
        // Behind these a space says nothing, and of several spaces one is enough.
        let idle = len == 0 || matches!(to[len - 1], b' ' | b'{' | b'}' | b';' | b',');
        if !(space && idle) {
            // Nor does one before the rules, nor the mark behind the last of them.
            let loose = len > 0 && matches!((to[len - 1], byte), (b' ', b'{') | (b';', b'}'));
            len -= loose as usize;
            to[len] = if space { b' ' } else { byte };
            len += 1;
        }
    }
    len
}

#[cfg(test)]
mod tests {
    use super::{SHEET, WRITTEN};

    #[test]
    fn nothing_but_comments_and_space_is_left_out() {
        let written = String::from_utf8_lossy(WRITTEN).into_owned();
        let mut rest = written.as_str();
        let mut kept = String::new();
        while let Some((before, comment)) = rest.split_once("/*") {
            kept.push_str(before);
            rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
        }
        kept.push_str(rest);
        let words = |text: &str| text.split_whitespace().collect::<String>().replace(";}", "}");
        assert_eq!(words(SHEET), words(&kept));
        assert!(SHEET.len() < written.len() * 9 / 10);
        assert!(SHEET.contains(".panel .disc"), "a space between two words stays");
    }
}
