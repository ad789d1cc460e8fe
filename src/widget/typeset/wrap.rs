//! Where a row may end beyond what the line breaking of UAX 14 says.

use parley::LineBreakContext;

/// Whether a row may end between two characters; `None` leaves it to UAX 14.
pub(super) fn may_wrap(place: LineBreakContext) -> Option<bool> {
    let LineBreakContext { before_before, before, after, .. } = place;
    // "https://" alone at the end of a row says nothing.
    if before_before == Some('/') && before == '/' && !after.is_whitespace() {
        return Some(false);
    }
    // Between Chinese and Japanese letters a curly quotation mark opens or closes like a bracket (rule LB19a since Unicode
    // 16, which the tables of the layout do not have yet). Elsewhere its side is not known and nothing is broken there.
    if is_opening_quote(after) && is_east_asian(before) && !is_opening_bracket(before) {
        return Some(true);
    }
    let is_closed_before = is_closing_quote(before) && before_before.is_some_and(is_east_asian);
    (is_closed_before && is_east_asian_letter(after)).then_some(true)
}

const fn is_opening_quote(sign: char) -> bool {
    matches!(sign, '“' | '‘')
}

const fn is_closing_quote(sign: char) -> bool {
    matches!(sign, '”' | '’')
}

/// Chinese and Japanese letters and their full-width signs. Korean writes gaps and keeps its quotation marks at the word.
const fn is_east_asian(sign: char) -> bool {
    is_east_asian_letter(sign) || matches!(sign, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}')
}

const fn is_east_asian_letter(sign: char) -> bool {
    matches!(sign, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

const fn is_opening_bracket(sign: char) -> bool {
    matches!(sign, '「' | '『' | '（' | '【' | '《' | '〈' | '〔' | '［' | '｛')
}
