//! Sentences by UAX 29, joined again where the stop is an abbreviation's, an ordinal's or a quotation's.

use unicode_segmentation::UnicodeSegmentation;
use whatlang::{Lang, Script};

use super::abbreviations::{Habits, habits};
use crate::model::document::language::Language;
use crate::model::document::span::Span;

/// How many letters of a text are enough to tell its language.
const LANGUAGE_CHARS: usize = 4000;

/// Sentences of each paragraph, without the white space around them.
pub fn sentences(text: &str, paragraphs: &[Span], rules: Rules) -> Vec<Span> {
    let mut found = Vec::new();
    for paragraph in paragraphs {
        let mut open: Option<Span> = None;
        for piece in rules.pieces(text.get(paragraph.range()).unwrap_or(""), paragraph.start()) {
            let whole = open.map_or(piece, |open| Span::between(open.start(), piece.end()));
            let so_far = text.get(whole.range()).unwrap_or("");
            let rest = text.get(whole.end()..paragraph.end()).unwrap_or("");
            if rules.goes_on(so_far, rest) {
                open = Some(whole);
            } else {
                push_trimmed(text, whole, &mut found);
                open = None;
            }
        }
        if let Some(open) = open {
            push_trimmed(text, open, &mut found);
        }
    }
    found
}

/// The language of a text, of those whose figures are read; English where it is none of them.
pub fn read_language(text: &str) -> Language {
    match language(text) {
        Lang::Spa => Language::Spanish,
        Lang::Fra => Language::French,
        Lang::Deu => Language::German,
        _ => Language::English,
    }
}

/// The language of a text; where that is in doubt, the one that its script is known best for.
fn language(text: &str) -> Lang {
    let end = text.char_indices().nth(LANGUAGE_CHARS).map_or(text.len(), |(end, _)| end);
    let found = text.get(..end).and_then(whatlang::detect);
    match found.map(|found| (found.is_reliable(), found.lang(), found.script())) {
        Some((true, language, _)) => language,
        Some((_, _, Script::Cyrillic)) => Lang::Rus,
        Some((_, _, Script::Devanagari)) => Lang::Hin,
        Some((_, _, Script::Greek)) => Lang::Ell,
        _ => Lang::Eng,
    }
}

fn push_trimmed(text: &str, span: Span, found: &mut Vec<Span>) {
    let words = text.get(span.range()).unwrap_or("");
    let trimmed = words.trim();
    if !trimmed.is_empty() {
        let start = span.start() + (words.len() - words.trim_start().len());
        found.push(Span::between(start, start + trimmed.len()));
    }
}

/// What one language does with its stops.
#[derive(Clone, Copy)]
pub struct Rules {
    habits: &'static Habits,
    /// The sign ";" asks a question in Greek.
    is_greek: bool,
}

impl Rules {
    /// Those of the language of a text.
    pub fn of(text: &str) -> Self {
        let language = language(text);
        Rules { habits: habits(language), is_greek: language == Lang::Ell }
    }

    /// The sentences of a paragraph as Unicode cuts them.
    fn pieces<'a>(&'a self, paragraph: &'a str, base: usize) -> impl Iterator<Item = Span> + 'a {
        let cut = move |(at, piece): (usize, &'a str)| {
            let ends = piece.match_indices(' ').map(|(gap, _)| gap + 1).filter(|end| self.ends_at(piece, *end));
            let mut start = 0;
            ends.chain([piece.len() - openers(piece).len(), piece.len()]).filter_map(move |end| {
                let span = Span::between(base + at + start, base + at + end);
                start = end;
                (!span.is_empty()).then_some(span)
            })
        };
        paragraph.split_sentence_bound_indices().flat_map(cut)
    }

    /// Whether a sentence ends before byte `end`, behind a sign that Unicode does not know to end any: a Greek question
    /// mark written as a semicolon, or three points before a capital.
    fn ends_at(&self, piece: &str, end: usize) -> bool {
        let before = piece.get(..end).unwrap_or("").trim_end();
        let opens = piece.get(end..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase);
        opens && (before.ends_with('…') || self.is_greek && before.ends_with(';'))
    }

    /// Whether the sentence goes on although a stop stands here.
    fn goes_on(&self, so_far: &str, rest: &str) -> bool {
        let is_apart = so_far.ends_with(char::is_whitespace);
        let (so_far, rest) = (so_far.trim(), rest.trim_start());
        let Some(next) = rest.chars().next() else { return false };
        if is_list_number(so_far) || quotation_goes_on(so_far, next, is_apart) || so_far.chars().all(|sign| OPENERS.contains(&sign)) {
            return true;
        }
        let Some(stem) = so_far.strip_suffix('.') else { return false };
        let next_word = rest.split_whitespace().next().unwrap_or("");
        let word = last_word(stem);
        let opens = self.habits.openers.iter().any(|opener| *opener == next_word.trim_end_matches([',', ':']));
        self.is_abbreviation(word, next, opens) || self.is_ordinal(word, opens)
    }

    fn is_abbreviation(&self, word: &str, next: char, opens: bool) -> bool {
        let lower = word.to_lowercase();
        let is_in = |list: &[&str]| list.contains(&lower.as_str());
        if is_in(self.habits.before_names) || (is_in(self.habits.before_figures) && next.is_numeric()) {
            return true;
        }
        (is_initial(word) || is_row_of_initials(word) || is_in(self.habits.anywhere)) && !opens
    }

    /// A short figure with a stop, where that means "third".
    fn is_ordinal(&self, word: &str, opens: bool) -> bool {
        self.habits.has_ordinals && !opens && word.len() <= 2 && !word.is_empty() && word.bytes().all(|sign| sign.is_ascii_digit())
    }
}

/// Letters, digits and stops at the end of a text: "U.S", "12", "Dr".
fn last_word(text: &str) -> &str {
    let belongs = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '№' | '\u{300}'..='\u{36f}' | '\u{900}'..='\u{97f}');
    text.rsplit(|sign| !belongs(sign)).next().unwrap_or("")
}

/// The first letter of a name: a capital, or a letter of a script without capitals.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|letter| letter.is_alphabetic() && !letter.is_lowercase()) && letters.next().is_none()
}

/// "U.S", "J.R.R", "z.B", "EE.UU".
fn is_row_of_initials(word: &str) -> bool {
    let is_short = |part: &str| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    word.contains('.') && word.split('.').all(is_short)
}

/// Signs that open a quotation or a bracket in Chinese and Japanese.
const OPENERS: [char; 9] = ['「', '『', '（', '【', '《', '〈', '〔', '“', '‘'];

/// The opening signs behind the stop at the end of a piece: Unicode gives them to the sentence before.
fn openers(piece: &str) -> &str {
    let words = piece.trim_end_matches(OPENERS);
    if words.ends_with(['。', '！', '？']) { piece.get(words.len()..).unwrap_or("") } else { "" }
}

/// Whether all there is so far is the number of a list's row: "1." or "a)".
fn is_list_number(so_far: &str) -> bool {
    let figure = so_far.strip_suffix('.').unwrap_or("");
    !figure.is_empty() && figure.len() <= 3 && figure.bytes().all(|sign| sign.is_ascii_digit())
}

/// "Who?" he asked. 「はい。」と言った。
fn quotation_goes_on(so_far: &str, next: char, is_apart: bool) -> bool {
    let bare = so_far.trim_end_matches(['"', '\'', '”', '’', '“', '»', '›', ')', '」', '』', '）']);
    let is_question = bare.ends_with(['?', '!', '؟', '？', '！']);
    let is_closed = bare.len() < so_far.len();
    let is_said = next == 'と' && is_closed && bare.ends_with(['。', '？', '！', '?', '!']);
    is_question && is_apart && next.is_lowercase() || is_said
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let spans = sentences(text, &paragraphs(text), Rules::of(text));
        let found: Vec<_> = spans.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        check("One. Two? Three!", &["One.", "Two?", "Three!"]);
        check("The U.S. military will go. It said so.", &["The U.S. military will go.", "It said so."]);
        check("He left the U.S. The rest stayed.", &["He left the U.S.", "The rest stayed."]);
        check("Gen. O'Shaughnessy told Mr. Smith. He nodded.", &["Gen. O'Shaughnessy told Mr. Smith.", "He nodded."]);
        check("Robert F. Kennedy spoke vs. Dr. Who on p. 4.", &["Robert F. Kennedy spoke vs. Dr. Who on p. 4."]);
        check("It rose 3.5 percent. \"Good,\" he said.", &["It rose 3.5 percent.", "\"Good,\" he said."]);
        check("A line\n\nAnother line", &["A line", "Another line"]);
        check("", &[]);
    }

    #[test]
    fn english_stops_that_end_nothing() {
        check("They met at 5 p.m. Mr. Ode was late.", &["They met at 5 p.m. Mr. Ode was late."]);
        check("They met at 5 p.m. The dyke held.", &["They met at 5 p.m.", "The dyke held."]);
        check("Ask for No. 12 of it. She said no. He left.", &["Ask for No. 12 of it.", "She said no.", "He left."]);
        check("\"Did it hold?\" she asked. \"No!\" he said.", &["\"Did it hold?\" she asked.", "\"No!\" he said."]);
        check("1. Close the gate.\n2. Run.", &["1. Close the gate.", "2. Run."]);
        check("It cost $3.2 mn. (Twice the plan.) Nobody knew.", &["It cost $3.2 mn.", "(Twice the plan.)", "Nobody knew."]);
        check("He waited… Then he left... and came back.", &["He waited…", "Then he left... and came back."]);
        check(
            "Orva Dykes Inc. said so. It sold Orva Dykes Inc. The end.",
            &["Orva Dykes Inc. said so.", "It sold Orva Dykes Inc.", "The end."],
        );
        check(
            "See example.org/a.b for J.R.R. Ode vs. Orva et al. in Vol. 3.",
            &["See example.org/a.b for J.R.R. Ode vs. Orva et al. in Vol. 3."],
        );
    }

    #[test]
    fn other_languages_have_their_own_abbreviations() {
        check(
            "Der Deich brach am 3. Oktober, wie Dr. Ode sagte. Etwa 1,2 Mio. Menschen flohen z.B. nach Süden. Er kam nicht zurück.",
            &[
                "Der Deich brach am 3. Oktober, wie Dr. Ode sagte.",
                "Etwa 1,2 Mio. Menschen flohen z.B. nach Süden.",
                "Er kam nicht zurück.",
            ],
        );
        check(
            "La digue a cédé jeudi, selon M. Ode et Mme Orva. Près de 1 200 personnes sont parties, mais personne n'est mort. Le maire n'y est pas.",
            &[
                "La digue a cédé jeudi, selon M. Ode et Mme Orva.",
                "Près de 1 200 personnes sont parties, mais personne n'est mort.",
                "Le maire n'y est pas.",
            ],
        );
        check(
            "El dique cedió el jueves, dijo la Sra. Ode. Ella dijo que no. Los EE.UU. Enviaron ayuda a la ciudad para todos los vecinos.",
            &[
                "El dique cedió el jueves, dijo la Sra. Ode.",
                "Ella dijo que no.",
                "Los EE.UU. Enviaron ayuda a la ciudad para todos los vecinos.",
            ],
        );
        check(
            "Плотина рухнула на ул. Садовой, сообщил проф. Одинцов. Около 1,2 млн. человек уехали из города. Они вернулись.",
            &["Плотина рухнула на ул. Садовой, сообщил проф. Одинцов.", "Около 1,2 млн. человек уехали из города.", "Они вернулись."],
        );
    }

    #[test]
    fn every_script_ends_its_sentences_with_its_own_signs() {
        check("هل انهار السد؟ قال د. أحمد نعم. ثم انصرف!", &["هل انهار السد؟", "قال د. أحمد نعم.", "ثم انصرف!"]);
        check("یہ ٹوٹ گیا۔ وہ گھر گئے۔", &["یہ ٹوٹ گیا۔", "وہ گھر گئے۔"]);
        check("बाँध टूट गया। डॉ. शर्मा ने कहा कि यह सच है। क्या वे लौटे?", &["बाँध टूट गया।", "डॉ. शर्मा ने कहा कि यह सच है।", "क्या वे लौटे?"]);
        check("大坝垮了。他说：“没有人知道。”然后离开。", &["大坝垮了。", "他说：“没有人知道。”", "然后离开。"]);
        check("堤防が壊れた。「はい。」と彼は言った。帰った。", &["堤防が壊れた。", "「はい。」と彼は言った。", "帰った。"]);
        check("ទំនប់បានបាក់។ គាត់បានទៅ។", &["ទំនប់បានបាក់។", "គាត់បានទៅ។"]);
        check("Τι έγινε με το φράγμα; Κανείς δεν ξέρει την αλήθεια.", &["Τι έγινε με το φράγμα;", "Κανείς δεν ξέρει την αλήθεια."]);
        check("댐이 무너졌다. 그는 떠났다.", &["댐이 무너졌다.", "그는 떠났다."]);
    }
}
