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
