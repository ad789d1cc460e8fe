//! Guesses letters that a file does not tell from the numbers it has for them, and takes the guess only where it reads like words.

use super::letter::Letter;

/// Fewest letters by which a guess can be judged by its vowels.
const ENOUGH: usize = 30;

/// Gives letters to signs that have none. `codes` are these signs' places among the letters and their numbers in the file.
pub fn fill(letters: &mut [Letter], codes: &[(usize, u32)]) {
    let shifts = [by_code, by_glyph];
    let Some(guess) = shifts.into_iter().find(|guess| is_plausible(codes.iter().map(|(_, code)| guess(*code)))) else { return };
    for (place, code) in codes {
        if let (Some(letter), Some(words)) = (letters.get_mut(*place), guess(*code)) {
            letter.words = words.into();
        }
    }
}

/// Numbers as in Latin-1, and the ligatures of TeX's fonts.
fn by_code(code: u32) -> Option<&'static str> {
    const PRINTED: &str = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    const LATIN: &str = "\u{a0}¡¢£¤¥¦§¨©ª«¬-®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
    const LIGATURES: [&str; 5] = ["ff", "fi", "fl", "ffi", "ffl"];
    let nth = |signs: &'static str, first: u32| {
        let (start, sign) = signs.char_indices().nth((code - first) as usize)?;
        signs.get(start..start + sign.len_utf8())
    };
    match code {
        11..=15 => LIGATURES.get(code as usize - 11).copied(),
        0x20..=0x7e => nth(PRINTED, 0x20),
        0xa0..=0xff => nth(LATIN, 0xa0),
        _ => None,
    }
}

/// Numbers of glyphs as most TrueType fonts have them: the blank is the third.
fn by_glyph(code: u32) -> Option<&'static str> {
    by_code(code.checked_add(29)?).filter(|_| (3..=97).contains(&code))
}

/// Whether most of it is letters, with as many vowels among them as words have.
fn is_plausible(words: impl Iterator<Item = Option<&'static str>>) -> bool {
    let (mut all, mut letters, mut vowels) = (0_usize, 0_usize, 0_usize);
    for word in words {
        let sign = word.and_then(|word| word.chars().next());
        all += usize::from(sign != Some(' '));
        let Some(sign) = sign.filter(|sign| sign.is_alphabetic()) else { continue };
        letters += 1;
        vowels += usize::from("aeiouyAEIOUY".contains(sign) || !sign.is_ascii());
    }
    let is_mostly_letters = letters * 10 >= all * 6;
    let has_vowels = letters < ENOUGH || (vowels * 100 >= letters * 25 && vowels * 100 <= letters * 60);
    // Letters of other tongues than English may be vowels all of them; few signs are judged by their being letters alone.
    all > 0 && is_mostly_letters && has_vowels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str, number: impl Fn(char) -> u32) -> Option<String> {
        let codes: Vec<u32> = words.chars().map(number).collect();
        let guess = [by_code, by_glyph].into_iter().find(|guess| is_plausible(codes.iter().map(|code| guess(*code))));
        guess.map(|guess| codes.iter().filter_map(|code| guess(*code)).collect())
    }

    #[test]
    fn what_reads_like_words_is_taken_and_nothing_else() {
        let words = "The dyke at Orva failed in the night of 3 May after ten days of rain";
        assert_eq!(read(words, |sign| sign as u32).as_deref(), Some(words));
        assert_eq!(read(words, |sign| sign as u32 - 29).as_deref(), Some(words));
        assert_eq!(read(words, |sign| (sign as u32 * 7 + 3) % 19), None);
        assert_eq!(read("éàç", |sign| sign as u32).as_deref(), Some("éàç"));
    }
}
