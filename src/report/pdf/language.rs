//! In which language an article is, for those who hear it read out and for the choice of letter forms.

use serde::Serialize;
use whatlang::Lang;

use crate::report::AnnotatedArticle;

/// A language as the typesetter takes it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Tongue {
    /// Its code by ISO 639; `und` where nobody knows.
    lang: String,
    /// Its region by ISO 3166; blank where none is said.
    region: String,
}

/// What the checker says, or what the words tell.
pub(super) fn tongue(article: &AnnotatedArticle) -> Tongue {
    let mut parts = article.language.split('-');
    let lang = parts.next().unwrap_or("").to_lowercase();
    let region = parts.find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic())).unwrap_or("").to_uppercase();
    if (2..=3).contains(&lang.len()) {
        return Tongue { lang, region };
    }
    let words: String = article.paragraphs.iter().flat_map(|line| &line.segments).map(|segment| segment.text.as_str()).take(200).collect();
    let found = whatlang::detect(&words).filter(whatlang::Info::is_reliable);
    Tongue { lang: found.map_or("und", |info| short(info.lang())).to_owned(), region: String::new() }
}

/// The two letters of a language where it has some, which is how it has to be named.
fn short(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Spa => "es",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Pol => "pl",
        Lang::Tur => "tr",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Ell => "el",
        Lang::Vie => "vi",
        Lang::Tha => "th",
        Lang::Ind => "id",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Ces => "cs",
        Lang::Ron => "ro",
        Lang::Hun => "hu",
        _ => "und",
    }
}
