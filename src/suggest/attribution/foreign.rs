//! Who is cited in a Spanish, French or German sentence: by "according to" and by verbs of saying, where the words around them say plainly
//! who speaks. Less is known of these languages than of English, so less is offered.

use super::{Cited, Sentence};
use crate::model::document::Language;

/// The most words of a speaker.
const MOST_WORDS: usize = 9;

/// What gives words to somebody in a language. A phrase is words with one space.
struct Tongue {
    /// Before the speaker: `según`.
    according: &'static [&'static str],
    /// Behind the speaker: `zufolge`.
    behind: &'static [&'static str],
    /// Verbs of saying.
    said: &'static [&'static str],
    /// Before what is said, behind the verb.
    that: &'static [&'static str],
    /// With which a speaker begins, unless it is a name.
    articles: &'static [&'static str],
    /// Whoever was named before.
    pronouns: &'static [&'static str],
    /// May stand before a speaker and is no part of it.
    joints: &'static [&'static str],
}

const SPANISH: Tongue = Tongue {
    according: &["según", "de acuerdo con", "de acuerdo a"],
    behind: &[],
    said: &[
        "dijo",
        "dijeron",
        "dice",
        "afirmó",
        "afirmaron",
        "afirma",
        "aseguró",
        "aseguraron",
        "asegura",
        "declaró",
        "declararon",
        "explicó",
        "explicaron",
        "explica",
        "señaló",
        "señalaron",
        "señala",
        "indicó",
        "indicaron",
        "indica",
        "informó",
        "informaron",
        "informa",
        "añadió",
        "advirtió",
        "anunció",
        "anunciaron",
        "confirmó",
        "confirmaron",
        "denunció",
        "sostuvo",
        "reconoció",
        "precisó",
        "apuntó",
    ],
    that: &["que"],
    articles: &["el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "fuentes", "varios", "varias", "otro", "otra"],
    pronouns: &["él", "ella", "ellos", "ellas"],
    joints: &["y", "pero", "además", "también", "después", "luego"],
};

const FRENCH: Tongue = Tongue {
    according: &["selon", "d'après", "d’après"],
    behind: &[],
    said: &[
        "a déclaré",
        "ont déclaré",
        "a dit",
        "ont dit",
        "a affirmé",
        "ont affirmé",
        "a annoncé",
        "ont annoncé",
        "a indiqué",
        "ont indiqué",
        "a précisé",
        "a expliqué",
        "ont expliqué",
        "a ajouté",
        "a assuré",
        "a confirmé",
        "ont confirmé",
        "a estimé",
        "a souligné",
        "a reconnu",
        "déclare",
        "affirme",
        "affirment",
        "annonce",
        "indique",
        "indiquent",
        "précise",
        "explique",
        "assure",
        "estime",
    ],
    that: &["que"],
    articles: &["le", "la", "les", "un", "une", "des", "son", "sa", "ses", "leur", "plusieurs", "certains"],
    pronouns: &["il", "elle", "ils", "elles"],
    joints: &["et", "mais", "ensuite", "puis", "aussi"],
};

const GERMAN: Tongue = Tongue {
    according: &["laut", "nach angaben von", "nach angaben"],
    behind: &["zufolge"],
    said: &[
        "sagte",
        "sagten",
        "sagt",
        "erklärte",
        "erklärten",
        "erklärt",
        "teilte",
        "teilten",
        "berichtete",
        "berichteten",
        "berichtet",
        "betonte",
        "bestätigte",
        "bestätigten",
        "behauptete",
        "meinte",
        "schrieb",
        "warnte",
        "versicherte",
    ],
    that: &["dass"],
    articles: &["der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einer", "sein", "seine", "ihr", "ihre", "mehrere"],
    pronouns: &["er", "sie", "es"],
    joints: &["und", "aber", "auch", "zudem", "dann"],
};

/// Words that may stand within a German name of somebody.
const GERMAN_WITHIN: &[&str] = &["der", "des", "von", "vom", "für", "und", "im", "in", "am", "zu", "zur", "aus"];

/// All who are cited in a sentence of one of the languages, in its order; in English nobody. `is_open` tells whether a quote was opened
/// before it.
pub fn cited(sentence: &str, language: Language, is_open: bool) -> Vec<Cited> {
    let tongue = match language {
        Language::English => return Vec::new(),
        Language::Spanish => &SPANISH,
        Language::French => &FRENCH,
        Language::German => &GERMAN,
    };
    // The mark that opens in English closes in German; both are as long.
    let turned = (language == Language::German && (is_open || sentence.contains('„'))).then(|| sentence.replace('“', "”"));
    let text = turned.as_deref().unwrap_or(sentence);
    let reader = Reader { sentence: Sentence::within(text, is_open), tongue, is_german: language == Language::German };
    let mut found: Vec<Cited> = Vec::new();
    for at in 0..reader.sentence.words.len() {
        if reader.sentence.word(at).is_none_or(|word| word.is_quoted) {
            continue;
        }
        let is_apart = |cited: &Cited| found.last().is_none_or(|last| last.speaker.end <= cited.speaker.start);
        if let Some(cited) = reader.at(at).filter(is_apart) {
            found.push(cited);
        }
    }
    found
}

struct Reader<'a> {
    sentence: Sentence<'a>,
    tongue: &'static Tongue,
    is_german: bool,
}

impl Reader<'_> {
    fn at(&self, at: usize) -> Option<Cited> {
        if let Some(count) = self.phrase(at, self.tongue.according) {
            return self.according(at, count);
        }
        if self.phrase(at, self.tongue.behind).is_some() {
            return self.behind(at);
        }
        let count = self.phrase(at, self.tongue.said)?;
        self.said_last(at, count).or_else(|| self.said_first(at, count)).or_else(|| self.said_turned(at, count))
    }

    /// How many words of a phrase stand here; the longest that does.
    fn phrase(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let is_here = |phrase: &&&str| {
            phrase.split(' ').enumerate().all(|(ahead, wanted)| self.sentence.word(at + ahead).is_some_and(|word| word.small == wanted))
        };
        phrases.iter().filter(is_here).map(|phrase| phrase.split(' ').count()).max()
    }

    fn last(&self) -> usize {
        self.sentence.words.len().saturating_sub(1)
    }

    fn cited(&self, speaker: (usize, usize), cue: (usize, usize), content: (usize, usize)) -> Option<Cited> {
        self.is_speaker(speaker.0, speaker.1).then_some(())?;
        let is_quoted = (content.0..=content.1).any(|at| self.sentence.word(at).is_some_and(|word| word.is_quoted));
        let content = self.sentence.content(content.0, content.1)?;
        Some(Cited { speaker: self.sentence.range(speaker.0, speaker.1), cue: self.sentence.range(cue.0, cue.1), content, is_quoted })
    }

    /// `Según la policía, CONTENT.` | `CONTENT, según la policía.` | `Laut Polizei CONTENT.`
    fn according(&self, at: usize, count: usize) -> Option<Cited> {
        let from = at + count;
        let end = self.speaker_end(from)?;
        // `varía según las regiones` is no citation: elsewhere than in German a comma parts it from what is said.
        let has_comma = |at: usize| self.sentence.word(at).is_some_and(|word| word.comma || word.closed);
        let is_free = self.is_german || has_comma(if at == 0 { end + 1 } else { at });
        let content = if at == 0 { (end + 1, self.last()) } else { (0, at - 1) };
        self.cited((from, end), (at, from - 1), content).filter(|_| is_free)
    }

    /// `Dem Ministerium zufolge CONTENT.`
    fn behind(&self, at: usize) -> Option<Cited> {
        let end = at.checked_sub(1)?;
        let start = self.speaker_start(end);
        let content = if start == 0 { (at + 1, self.last()) } else { (0, start - 1) };
        self.cited((start, end), (at, at), content)
    }

    /// `CONTENT, dijo el alcalde.`
    fn said_last(&self, at: usize, count: usize) -> Option<Cited> {
        let word = self.sentence.word(at).filter(|word| (word.comma || word.closed) && at > 1)?;
        // Behind a comma alone a speaker follows at once; "que" would begin what is said.
        let is_that = self.sentence.word(at + count).is_some_and(|next| next.is_one_of(self.tongue.that));
        let end = self.speaker_end(at + count).filter(|_| !is_that && (word.closed || self.is_speaker_like(at + count)))?;
        self.cited((at + count, end), (at, at + count - 1), (0, at - 1))
    }

    /// `El alcalde dijo que CONTENT.` | `Der Bürgermeister sagte, dass CONTENT.` | `Le maire a dit : « CONTENT ».`
    fn said_first(&self, at: usize, count: usize) -> Option<Cited> {
        let end = at.checked_sub(1)?;
        let start = self.speaker_start(end);
        let content = self.content_from(at + count)?;
        self.cited((start, end), (at, at + count - 1), (content, self.last()))
    }

    /// `Am Montag sagte der Minister, dass CONTENT.`
    fn said_turned(&self, at: usize, count: usize) -> Option<Cited> {
        let end = self.speaker_end(at + count)?;
        let content = self.content_from(end + 1)?;
        self.cited((at + count, end), (at, at + count - 1), (content, self.last()))
    }

    /// Where what is said begins: behind "that", or at a quote.
    fn content_from(&self, at: usize) -> Option<usize> {
        let word = self.sentence.word(at)?;
        match word {
            word if word.is_one_of(self.tongue.that) => Some(at + 1),
            word if word.small.starts_with("qu'") || word.small.starts_with("qu’") => Some(at),
            word if word.opened => Some(at),
            _ => None,
        }
    }

    /// The last word of a speaker that begins here: up to a comma, a quote or a break; in German no further than its nouns go.
    fn speaker_end(&self, from: usize) -> Option<usize> {
        self.sentence.word(from)?;
        let is_break = |at: usize| self.sentence.word(at).is_none_or(|word| word.comma || word.opened || word.closed || word.is_broken);
        let goes_on = |at: usize| !is_break(at) && (!self.is_german || self.belongs(at));
        Some((from + 1..=from + MOST_WORDS).find(|at| !goes_on(*at)).map_or(from + MOST_WORDS, |at| at - 1))
    }

    /// Whether a German word is part of a name that begins further up: a noun, or what ties nouns.
    fn belongs(&self, at: usize) -> bool {
        let is_article = |at: usize| self.sentence.word(at).is_some_and(|word| word.is_one_of(self.tongue.articles));
        let ties = self.sentence.word(at).is_some_and(|word| word.is_one_of(GERMAN_WITHIN)) && self.is_capital(at + 1);
        // An adjective stands between its article and its noun.
        let is_adjective = is_article(at - 1) && self.is_capital(at + 1);
        self.is_capital(at) || ties || is_adjective
    }

    /// Where a speaker that ends here begins: behind a comma or a break, without what joins it to what was before.
    fn speaker_start(&self, end: usize) -> usize {
        let begins = |at: &usize| self.sentence.word(*at).is_some_and(|word| word.comma || word.is_broken || word.closed);
        let mut start = (1..=end).rev().find(begins).unwrap_or(0);
        while start < end && self.sentence.word(start).is_some_and(|word| word.is_one_of(self.tongue.joints)) {
            start += 1;
        }
        start
    }

    fn is_capital(&self, at: usize) -> bool {
        self.sentence.word(at).is_some_and(|word| self.sentence.slice(&word.range).starts_with(char::is_uppercase))
    }

    fn is_speaker_like(&self, at: usize) -> bool {
        let Some(word) = self.sentence.word(at) else { return false };
        let is_led = word.is_one_of(self.tongue.articles) || word.is_one_of(self.tongue.pronouns);
        is_led || self.is_capital(at) || word.small.starts_with("l'") || word.small.starts_with("l’")
    }

    /// Whether words can be somebody: an article or a name first, no figure, and more than the article.
    fn is_speaker(&self, first: usize, last: usize) -> bool {
        let is_short = first <= last && last - first < MOST_WORDS;
        let is_only_article = first == last && self.sentence.word(first).is_some_and(|word| word.is_one_of(self.tongue.articles));
        let has_figure =
            (first..=last).any(|at| self.sentence.word(at).is_some_and(|word| word.small.starts_with(|sign: char| sign.is_ascii_digit())));
        let is_quoted = (first..=last).any(|at| self.sentence.word(at).is_some_and(|word| word.is_quoted));
        is_short && self.is_speaker_like(first) && !is_only_article && !has_figure && !is_quoted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slice<'a>(sentence: &'a str, range: &std::ops::Range<usize>) -> &'a str {
        sentence.get(range.clone()).unwrap_or_default()
    }

    #[track_caller]
    fn check(language: Language, sentence: &str, expected: &[&str]) {
        let found = cited(sentence, language, false);
        let told: Vec<String> = found
            .iter()
            .map(|cited| {
                format!("{} | {} | {}", slice(sentence, &cited.speaker), slice(sentence, &cited.cue), slice(sentence, &cited.content))
            })
            .collect();
        assert_eq!(told, expected, "{sentence}");
    }

    #[test]
    fn spanish_speakers_stand_beside_segun_and_verbs_of_saying() {
        let check = |sentence: &str, expected: &[&str]| check(Language::Spanish, sentence, expected);
        check("Según la policía, tres personas resultaron heridas.", &["la policía | Según | tres personas resultaron heridas"]);
        check(
            "Tres personas resultaron heridas, según el Ministerio del Interior.",
            &["el Ministerio del Interior | según | Tres personas resultaron heridas"],
        );
        check("La alcaldesa Ana Ex dijo que el dique resistirá.", &["La alcaldesa Ana Ex | dijo | el dique resistirá"]);
        check("«El dique resistirá», aseguró Ana Ex.", &["Ana Ex | aseguró | El dique resistirá"]);
        check("De acuerdo con los bomberos, el fuego está controlado.", &["los bomberos | De acuerdo con | el fuego está controlado"]);
        check("El agua subió según lo previsto.", &[]);
        check("Lo dijo en 2019 y nadie respondió.", &[]);
    }

    #[test]
    fn french_speakers_stand_beside_selon_and_verbs_of_saying() {
        let check = |sentence: &str, expected: &[&str]| check(Language::French, sentence, expected);
        check("Selon la police, trois personnes ont été blessées.", &["la police | Selon | trois personnes ont été blessées"]);
        check("La digue tiendra, a déclaré la maire Anne Ex.", &["la maire Anne Ex | a déclaré | La digue tiendra"]);
        check("« La digue tiendra », a assuré Anne Ex.", &["Anne Ex | a assuré | La digue tiendra"]);
        check("Le ministère a annoncé que la digue serait refaite.", &["Le ministère | a annoncé | la digue serait refaite"]);
        check("Elle a ajouté qu'il fallait attendre.", &["Elle | a ajouté | qu'il fallait attendre"]);
        check("La facture varie selon les régions du pays et les saisons de l'année, souvent beaucoup trop.", &[]);
    }

    #[test]
    fn german_speakers_stand_beside_laut_and_verbs_of_saying() {
        let check = |sentence: &str, expected: &[&str]| check(Language::German, sentence, expected);
        check("Laut Polizei wurden drei Menschen verletzt.", &["Polizei | Laut | wurden drei Menschen verletzt"]);
        check(
            "Nach Angaben des französischen Innenministeriums hielt der Deich.",
            &["des französischen Innenministeriums | Nach Angaben | hielt der Deich"],
        );
        check("„Der Deich hält“, sagte Bürgermeisterin Anna Ex.", &["Bürgermeisterin Anna Ex | sagte | Der Deich hält"]);
        check("Die Bürgermeisterin sagte, dass der Deich hält.", &["Die Bürgermeisterin | sagte | der Deich hält"]);
        check("Der Deich hält, teilte die Feuerwehr mit.", &["die Feuerwehr | teilte | Der Deich hält"]);
        check("Dem Ministerium zufolge hielt der Deich.", &["Dem Ministerium | zufolge | hielt der Deich"]);
        check("Am Montag sagte der Minister, dass er geht.", &["der Minister | sagte | er geht"]);
        check("Sie lachte laut und ging.", &[]);
    }

    #[test]
    fn any_words_are_looked_through_without_harm() {
        for language in Language::ALL {
            for sentence in ["", "según", "Según", "dijo que", "laut", "„“”«»", "selon , a dit", "zufolge", "12 dijo que 13", "sagte, dass"]
            {
                assert!(cited(sentence, language, true).iter().all(|cited| sentence.get(cited.content.clone()).is_some()), "{sentence}");
            }
        }
    }
}
