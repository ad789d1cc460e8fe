//! The languages whose figures the program reads.

/// A language in which numbers, units and the words around them are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English; also where an article is in none of the others.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// German.
    German,
}

impl Language {
    /// All of them, in the order of the tables.
    pub const ALL: [Language; 4] = [Language::English, Language::Spanish, Language::French, Language::German];

    /// The language that somebody means by its code or by its name in any of the four: `es`, `es-MX`, `Spanish`, `español`.
    pub fn named(words: &str) -> Option<Language> {
        const NAMES: [&[&str]; 4] = [
            &["en", "eng", "english", "inglés", "anglais", "englisch"],
            &["es", "spa", "spanish", "español", "castellano", "espagnol", "spanisch"],
            &["fr", "fra", "fre", "french", "francés", "français", "französisch"],
            &["de", "deu", "ger", "german", "alemán", "allemand", "deutsch"],
        ];
        let lower = words.trim().to_lowercase();
        let main = lower.split(['-', '_', ' ']).next().unwrap_or("");
        Language::ALL.into_iter().zip(NAMES).find(|(_, names)| names.contains(&main)).map(|(language, _)| language)
    }

    /// Its English name.
    pub fn word(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Spanish => "Spanish",
            Language::French => "French",
            Language::German => "German",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_language_is_known_by_code_and_name() {
        let check = |words: &str, expected: Option<Language>| assert_eq!(Language::named(words), expected, "{words}");
        check("es", Some(Language::Spanish));
        check("es-MX", Some(Language::Spanish));
        check(" Français ", Some(Language::French));
        check("German (Austria)", Some(Language::German));
        check("en_GB", Some(Language::English));
        check("", None);
        check("nl", None);
    }
}
