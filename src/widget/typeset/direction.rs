//! Which way a text reads: as most of its letters do.
//!
//! The first letter decides in plain bidi (UAX 9, rule P2), but a paragraph that opens with the name of an agency or a
//! town in other letters is common in news and would be turned round by it. UAX 9, HL1 lets a program decide better.

/// Whether the text reads from right to left; `None` where no letter says so.
pub fn reads_rtl(text: &str) -> Option<bool> {
    if text.is_ascii() {
        return text.contains(|sign: char| sign.is_ascii_alphabetic()).then_some(false);
    }
    let (mut rtl, mut ltr) = (0_usize, 0_usize);
    for sign in text.chars().filter(|sign| is_everyday(*sign) || sign.is_alphabetic()) {
        if is_rtl_letter(sign) { rtl += 1 } else { ltr += 1 }
    }
    (rtl + ltr > 0).then_some(rtl > ltr)
}

/// Letters that are told without a look into the tables of Unicode: nearly all that are asked about.
const fn is_everyday(sign: char) -> bool {
    matches!(sign, 'a'..='z' | 'A'..='Z' | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}' | '\u{905}'..='\u{939}' | '\u{4e00}'..='\u{9fff}')
}

/// Letters of the blocks that Unicode sets aside for right-to-left scripts.
const fn is_rtl_letter(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1eeff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_letters_are_letters() {
        assert!(('\0'..=char::MAX).filter(|sign| is_everyday(*sign)).all(char::is_alphabetic));
    }

    #[test]
    fn a_text_reads_as_most_of_its_letters() {
        assert_eq!(reads_rtl("BBC نقلت عن رئيسة البلدية"), Some(true));
        assert_eq!(reads_rtl("مرحبا is the Arabic word for hello"), Some(false));
        assert_eq!(reads_rtl("שלום"), Some(true));
        assert_eq!(reads_rtl("Привет"), Some(false));
        assert_eq!(reads_rtl("1,200 – 2025"), None);
        assert_eq!(reads_rtl("٣٫٥٪"), None);
        assert_eq!(reads_rtl(""), None);
    }
}
