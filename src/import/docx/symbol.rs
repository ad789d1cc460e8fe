//! Letters of the fonts Symbol and Wingdings, which older files use for Greek, for signs and for the marks of lists.

/// What a sign of such a font means; none where it is not known.
pub fn meaning(font: &str, code: u32) -> Option<char> {
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let font = font.to_lowercase();
    if font.starts_with("symbol") {
        return symbol(code);
    }
    if font.starts_with("wingdings") {
        return wingdings(code);
    }
    char::from_u32(code).filter(|sign| code >= 0x20 && !('\u{e000}'..='\u{f8ff}').contains(sign))
}

/// The letters of Symbol from 0x41 on, then those from 0xa0 on; a blank where there is none.
const CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
const SIGNS: &str = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";

fn symbol(code: u32) -> Option<char> {
    let nth = |letters: &str, first: u32| letters.chars().nth((code - first) as usize);
    match code {
        0x41..=0x5a => nth(CAPITALS, 0x41),
        0x61..=0x7a => nth(SMALL, 0x61),
        0xa0..=0xe5 => nth(SIGNS, 0xa0),
        0x22 => Some('∀'),
        0x24 => Some('∃'),
        0x27 => Some('∋'),
        0x2a => Some('∗'),
        0x2d => Some('−'),
        0x40 => Some('≅'),
        0x5c => Some('∴'),
        0x5e => Some('⊥'),
        0x7e => Some('∼'),
        0xf1 => Some('〉'),
        0xf2 => Some('∫'),
        0x20..=0x7e => char::from_u32(code),
        _ => None,
    }
}

fn wingdings(code: u32) -> Option<char> {
    Some(match code {
        0x20 => ' ',
        0x22 => '✂',
        0x28 => '☎',
        0x2a => '✉',
        0x4a => '☺',
        0x4c => '☹',
        0x6c => '●',
        0x6e => '■',
        0x6f | 0x71 => '□',
        0x72 => '❒',
        0x76 => '❖',
        0x77 => '◆',
        0x9f | 0xa0 => '•',
        0xa7 => '▪',
        0xa8 => '◻',
        0xd8 => '➢',
        0xe0 | 0xe8 => '→',
        0xdf | 0xe7 => '←',
        0xe1 | 0xe9 => '↑',
        0xe2 | 0xea => '↓',
        0xf0 => '⇨',
        0xfb => '✗',
        0xfc => '✓',
        0xfd => '☒',
        0xfe => '☑',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_what_the_font_shows() {
        let signs =
            [(0xf061, 'α'), (0xf057, 'Ω'), (0xf0a3, '≤'), (0xf0b1, '±'), (0xf0b0, '°'), (0xf0ae, '→'), (0xf0d6, '√'), (0xf0e5, '∑')];
        for (code, sign) in signs {
            assert_eq!(meaning("Symbol", code), Some(sign), "{code:x}");
        }
        assert_eq!(meaning("Wingdings", 0xf0fc), Some('✓'));
        assert_eq!(meaning("Wingdings", 0xf099), None);
        assert_eq!(meaning("Arial", 0x2022), Some('•'));
        assert_eq!(meaning("Arial", 0xf022), Some('"'));
        assert_eq!(meaning("Arial", 0xe123), None);
    }
}
