//! The words by which figures of one sentence are tied together, in each language. All in lower case; a phrase is words with one space.

use super::sentence::words_of;
use crate::model::document::Language;

/// The words of a language.
pub struct Words {
    /// Join the parts of a list.
    pub and: &'static [&'static str],
    /// Begin something new, so that what stands behind is no part of the list.
    pub clause: &'static [&'static str],
    /// Before a figure that is all there is.
    pub total_before: &'static [&'static str],
    /// Behind it.
    pub total_behind: &'static [&'static str],
    /// Between a whole and all of its parts.
    pub made_of: &'static [&'static str],
    /// Between a whole and some of its parts.
    pub including: &'static [&'static str],
    /// Say that it is not so.
    pub not: &'static [&'static str],
    /// Behind a part of what was told before.
    pub of_them: &'static [&'static str],
    /// Between a part and its whole.
    pub of: &'static [&'static str],
    /// May stand behind that.
    pub the: &'static [&'static str],
    /// Between a figure and the same in other words; what stands alone needs a comma or a bracket before it.
    pub or: &'static [&'static str],
    /// About; may stand behind that.
    pub about: &'static [&'static str],
    /// Behind per cent: how far something is.
    pub done: &'static [&'static str],
    /// Before the old figure.
    pub from: &'static [&'static str],
    /// Between the old figure and the new one.
    pub to: &'static [&'static str],
    /// Between the new figure and the old one.
    pub up_from: &'static [&'static str],
    /// Before the new figure, where the old one follows.
    pub to_new: &'static [&'static str],
    /// It became more.
    pub rose: &'static [&'static str],
    /// It became less.
    pub fell: &'static [&'static str],
    /// It became so many times as much.
    pub times: &'static [(&'static str, i64, i64)],
    /// More than, before such a word.
    pub more_than: &'static [&'static str],
    /// Between two days of a span.
    pub until: &'static [&'static str],
    /// Behind a span that lies between two days.
    pub later: &'static [&'static str],
    /// Behind a span that leads back.
    pub before: &'static [&'static str],
    /// Behind a span that leads on.
    pub after: &'static [&'static str],
    /// Before the day of a birth.
    pub born: &'static [&'static str],
    /// Of the dead.
    pub died: &'static [&'static str],
}

impl Words {
    /// Those of a language.
    pub fn of(language: Language) -> &'static Words {
        match language {
            Language::English => &ENGLISH,
            Language::Spanish => &SPANISH,
            Language::French => &FRENCH,
            Language::German => &GERMAN,
        }
    }
}

/// The words of a text in lower case.
fn lower(text: &str) -> Vec<String> {
    words_of(text).map(str::to_lowercase).collect()
}

/// Whether a text ends with one of these phrases.
pub fn ends(text: &str, phrases: &[&str]) -> bool {
    let words = lower(text);
    phrases.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.len() >= phrase.len() && words.iter().rev().zip(phrase.iter().rev()).all(|(one, other)| one == other)
    })
}

/// Whether a text begins with one of these phrases.
pub fn begins(text: &str, phrases: &[&str]) -> bool {
    let words = lower(text);
    phrases.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.len() >= phrase.len() && words.iter().zip(&phrase).all(|(one, other)| one == other)
    })
}

/// Whether the words of a text are one of these phrases and no others, whatever signs stand around them.
pub fn is_any(text: &str, phrases: &[&str]) -> bool {
    let words = lower(text);
    phrases.iter().any(|phrase| words.iter().map(String::as_str).eq(phrase.split(' ').filter(|word| !word.is_empty())))
}

static ENGLISH: Words = Words {
    and: &["and", "plus"],
    clause: &["but", "while", "that", "which", "who", "said", "says", "because", "after", "before", "than", "from", "to"],
    total_before: &["total of", "total", "totals", "totaling", "totalling", "totalled", "altogether", "together", "combined", "overall"],
    total_behind: &["in all", "in total", "altogether", "together", "combined"],
    made_of: &["consisting of", "made up of", "comprising", "composed of"],
    including: &["including", "includes", "include", "included", "of whom", "of which", "of them", "among them"],
    not: &["not", "no", "without", "excluding", "never"],
    of_them: &["of them", "of whom", "of which"],
    of: &["of"],
    the: &["the", "its", "his", "her", "their", "our", "these", "those", "all", "a"],
    or: &["or", "that is", "which is", "or that is"],
    about: &["about", "roughly", "nearly", "almost"],
    done: &["done", "complete", "completed", "finished", "built", "full", "ready", "through"],
    from: &["from"],
    to: &["to"],
    up_from: &["up from", "down from"],
    to_new: &["to"],
    rose: &[
        "rose",
        "rise",
        "rises",
        "risen",
        "grew",
        "grow",
        "grows",
        "grown",
        "increased",
        "increase",
        "increases",
        "climbed",
        "jumped",
        "soared",
        "surged",
        "gained",
        "up",
        "doubled",
        "tripled",
        "quadrupled",
        "raised",
        "expanded",
    ],
    fell: &[
        "fell",
        "fall",
        "falls",
        "fallen",
        "dropped",
        "drop",
        "drops",
        "declined",
        "decline",
        "decreased",
        "decrease",
        "shrank",
        "shrunk",
        "sank",
        "plunged",
        "slipped",
        "down",
        "halved",
        "cut",
        "lowered",
        "reduced",
        "dwindled",
    ],
    times: &[("doubled", 2, 1), ("tripled", 3, 1), ("trebled", 3, 1), ("quadrupled", 4, 1), ("halved", 1, 2)],
    more_than: &["more than"],
    until: &["to", "until", "and", "through", ""],
    later: &["later", "earlier"],
    before: &["before"],
    after: &["after"],
    born: &["born"],
    died: &["died", "dead", "killed", "death"],
};

static SPANISH: Words = Words {
    and: &["y", "e", "más"],
    clause: &["pero", "mientras", "que", "quien", "quienes", "dijo", "porque", "después", "antes", "desde", "hasta"],
    total_before: &["total de", "total", "suman", "sumaron", "suma", "conjunto"],
    total_behind: &["en total", "en conjunto", "en suma"],
    made_of: &["compuesto por", "compuesta por", "formado por", "formada por", "compuestos por", "integrado por"],
    including: &[
        "incluidos",
        "incluidas",
        "incluido",
        "incluida",
        "incluye",
        "incluyen",
        "incluyendo",
        "entre ellos",
        "entre ellas",
        "de los cuales",
        "de las cuales",
        "de los que",
        "de las que",
    ],
    not: &["no", "sin", "nunca", "excluidos", "excluyendo"],
    of_them: &["de ellos", "de ellas", "de los cuales", "de las cuales"],
    of: &["de", "del"],
    the: &["los", "las", "el", "la", "sus", "su", "estos", "estas", "esos", "esas", "un", "una"],
    or: &["o", "es decir", "o sea", "esto es"],
    about: &["el", "un", "casi", "cerca del", "alrededor del", "aproximadamente el"],
    done: &["terminado", "terminada", "completado", "completada", "construido", "construida", "hecho", "lleno"],
    from: &["de", "del", "desde", "desde el"],
    to: &["a", "al", "hasta", "hasta el"],
    up_from: &["frente a", "frente al", "frente a los", "frente a las", "desde", "desde los", "desde las"],
    to_new: &["a", "al", "hasta", "hasta el"],
    rose: &[
        "subió",
        "sube",
        "subieron",
        "aumentó",
        "aumentaron",
        "aumenta",
        "aumento",
        "creció",
        "crecieron",
        "crece",
        "incrementó",
        "incrementaron",
        "alza",
        "duplicó",
        "duplicaron",
        "triplicó",
        "triplicaron",
        "elevó",
        "pasó del",
    ],
    fell: &[
        "bajó",
        "bajaron",
        "baja",
        "cayó",
        "cayeron",
        "cae",
        "disminuyó",
        "disminuyeron",
        "descendió",
        "descendieron",
        "redujo",
        "redujeron",
        "caída",
        "descenso",
    ],
    times: &[("duplicó", 2, 1), ("duplicaron", 2, 1), ("triplicó", 3, 1), ("triplicaron", 3, 1), ("cuadruplicó", 4, 1)],
    more_than: &["más que"],
    until: &["a", "al", "hasta", "hasta el", "y", "y el", ""],
    later: &["después", "más tarde", "antes"],
    before: &["antes de", "antes del"],
    after: &["después de", "después del"],
    born: &["nacido", "nacida", "nació"],
    died: &["murió", "falleció", "muerto", "muerta", "fallecido", "fallecida"],
};

static FRENCH: Words = Words {
    and: &["et", "plus"],
    clause: &["mais", "tandis", "que", "qui", "qu'ils", "déclaré", "dit", "car", "après", "avant", "depuis", "jusqu'à"],
    total_before: &["total de", "total", "ensemble", "tout"],
    total_behind: &["au total", "en tout", "ensemble"],
    made_of: &["composé de", "composée de", "composés de", "formé de", "formée de", "constitué de"],
    including: &["dont", "comprenant", "comprend", "comprennent", "parmi lesquels", "parmi lesquelles", "parmi eux", "y compris"],
    not: &["ne", "n'est", "pas", "sans", "jamais", "hors"],
    of_them: &["d'entre eux", "d'entre elles", "de ceux"],
    of: &["de", "des", "sur", "parmi"],
    the: &["les", "le", "la", "ses", "sa", "son", "leurs", "ces", "un", "une"],
    or: &["soit", "ou", "c'est-à-dire", "c'est à dire"],
    about: &["environ", "près de", "presque", "quelque"],
    done: &["terminé", "terminée", "achevé", "achevée", "construit", "construite", "fait"],
    from: &["de", "des"],
    to: &["à"],
    up_from: &["contre"],
    to_new: &["à"],
    rose: &[
        "augmenté",
        "augmente",
        "augmentent",
        "augmentation",
        "passé",
        "grimpé",
        "bondi",
        "crû",
        "progressé",
        "progresse",
        "monté",
        "hausse",
        "doublé",
        "triplé",
        "quadruplé",
    ],
    fell: &["baissé", "baisse", "diminué", "diminue", "chuté", "chute", "reculé", "recul", "tombé", "tombée", "réduit"],
    times: &[("doublé", 2, 1), ("triplé", 3, 1), ("quadruplé", 4, 1)],
    more_than: &["plus que"],
    until: &["au", "à", "jusqu'au", "et", "et le", ""],
    later: &["plus tard", "auparavant"],
    before: &["avant"],
    after: &["après"],
    born: &["né", "née", "nés"],
    died: &["mort", "morte", "décédé", "décédée", "tué", "tuée"],
};

static GERMAN: Words = Words {
    and: &["und", "sowie", "plus"],
    clause: &["aber", "während", "dass", "die", "der", "sagte", "weil", "nach", "vor", "als", "von", "bis"],
    total_before: &["insgesamt", "zusammen", "gesamt", "summe von", "alles in allem"],
    total_behind: &["insgesamt", "zusammen", "im ganzen"],
    made_of: &["bestehend aus", "zusammengesetzt aus"],
    including: &["darunter", "davon", "einschließlich", "inklusive", "von denen", "unter ihnen"],
    not: &["nicht", "kein", "keine", "ohne", "nie"],
    of_them: &["davon", "von ihnen", "von denen"],
    of: &["von", "der", "vom"],
    the: &["den", "der", "die", "das", "dem", "ihren", "seinen", "seiner", "ihrer", "diesen", "insgesamt"],
    or: &["oder", "das sind", "also", "das heißt", "mithin"],
    about: &["rund", "etwa", "fast", "knapp", "ungefähr"],
    done: &["fertig", "abgeschlossen", "gebaut", "vollendet"],
    from: &["von"],
    to: &["auf"],
    up_from: &["nach", "nach zuvor", "gegenüber"],
    to_new: &["auf"],
    rose: &[
        "stieg",
        "stiegen",
        "steigt",
        "gestiegen",
        "wuchs",
        "wuchsen",
        "gewachsen",
        "erhöhte",
        "erhöhten",
        "erhöht",
        "kletterte",
        "zugenommen",
        "verdoppelte",
        "verdoppelten",
        "verdoppelt",
        "verdreifachte",
        "verdreifacht",
        "plus",
    ],
    fell: &[
        "fiel",
        "fielen",
        "fällt",
        "gefallen",
        "sank",
        "sanken",
        "sinkt",
        "gesunken",
        "ging",
        "zurückgegangen",
        "schrumpfte",
        "abgenommen",
        "halbierte",
        "halbiert",
        "verringerte",
        "reduzierte",
        "minus",
    ],
    times: &[
        ("verdoppelte", 2, 1),
        ("verdoppelten", 2, 1),
        ("verdoppelt", 2, 1),
        ("verdreifachte", 3, 1),
        ("verdreifacht", 3, 1),
        ("halbierte", 1, 2),
        ("halbiert", 1, 2),
    ],
    more_than: &["mehr als"],
    until: &["bis", "bis zum", "und", "und dem", ""],
    later: &["später", "zuvor", "früher"],
    before: &["vor"],
    after: &["nach"],
    born: &["geboren", "geborene", "geborener"],
    died: &["starb", "tot", "gestorben", "getötet", "verstorben"],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_at_the_end_at_the_start_or_are_all() {
        assert!(ends("made, as a Total of", &["total of"]) && !ends("total", &["a total"]));
        assert!(begins(" in all, he", &["in all"]) && !begins("in", &["in all"]) && !begins("in some", &["in all"]));
        assert!(is_any(", up from ", &["up from"]) && is_any(" – ", &[""]) && !is_any("up from the", &["up from"]));
    }
}
