//! Which way words run, by their first letter that says so.

/// Whether a text starts with a letter of a script that runs from right to left.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().find(|sign| sign.is_alphabetic()).is_some_and(is_right_to_left_letter)
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic and their forms; then Phoenician to Sogdian and Mende to Adlam.
pub(super) fn is_right_to_left_letter(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn the_first_letter_says_which_way_words_run() {
        for (text, expected) in
            [("Rain", false), ("שלום", true), ("“2031: مرحبا", true), ("12 %", false), ("", false), ("A שלום", false), ("日本", false)]
        {
            assert_eq!(is_right_to_left(text), expected, "{text}");
        }
    }
}
