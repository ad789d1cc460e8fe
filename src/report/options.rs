//! What of a project goes into a report, and how it is printed.

use std::collections::BTreeSet;

use super::Section;
use super::language::Language;
use crate::model::id::DocumentId;
use crate::model::preset::Preset;
use crate::model::project::Project;

/// The choices for one report. The default is the whole report on A4 in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The parts that are printed.
    pub sections: BTreeSet<Section>,
    /// The articles that it is about; nothing for all.
    pub articles: Option<BTreeSet<DocumentId>>,
    /// Which claims stand in the table.
    pub filter: ClaimFilter,
    /// How people of the desk are named.
    pub names: Names,
    /// The language of the report's own words.
    pub language: Language,
    /// The paper that pages are laid out for.
    pub paper: Paper,
    /// Whether contacts of sources are printed that exports leave out otherwise.
    pub has_contacts: bool,
    /// Whether an HTML file brings its fonts.
    pub has_fonts: bool,
    /// The address of the page on which the reviews of claims are published, for ClaimReview; blank where nobody has said.
    pub page: String,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            sections: Section::ALL.into_iter().filter(|section| *section != Section::History).collect(),
            articles: None,
            filter: ClaimFilter::All,
            names: Names::AsWritten,
            language: Language::English,
            paper: Paper::A4,
            has_contacts: false,
            has_fonts: false,
            page: String::new(),
        }
    }
}

impl Options {
    /// The choices that a project prints its report by.
    pub fn in_use(project: &Project) -> Self {
        project.house().presets.first().map_or_else(Options::default, Options::of)
    }

    /// The choices of a preset. A word that this version does not know leaves the default.
    pub fn of(preset: &Preset) -> Self {
        let usual = Options::default();
        let sections: BTreeSet<_> = preset.sections.iter().filter_map(|code| Section::of_code(code)).collect();
        let articles: BTreeSet<_> = preset.articles.iter().copied().collect();
        Options {
            sections: if sections.is_empty() { usual.sections } else { sections },
            articles: (!articles.is_empty()).then_some(articles),
            filter: ClaimFilter::ALL.into_iter().find(|filter| filter.code() == preset.filter).unwrap_or_default(),
            names: if preset.names == Names::Initials.code() { Names::Initials } else { Names::AsWritten },
            language: Language::of_code(&preset.language).unwrap_or_default(),
            paper: if preset.paper == Paper::Letter.code() { Paper::Letter } else { Paper::A4 },
            has_contacts: preset.has_contacts,
            has_fonts: preset.has_fonts,
            page: preset.page.clone(),
        }
    }

    /// The preset that says the same, with what `preset` has besides: its name, and what a newer version wrote into it.
    pub fn into_preset(self, preset: Preset) -> Preset {
        let is_usual = self.sections == Options::default().sections;
        let sections = if is_usual { Vec::new() } else { self.sections.iter().map(|section| section.code().to_owned()).collect() };
        Preset {
            sections,
            articles: self.articles.into_iter().flatten().collect(),
            filter: self.filter.code().to_owned(),
            names: self.names.code().to_owned(),
            language: self.language.code().to_owned(),
            paper: self.paper.code().to_owned(),
            has_contacts: self.has_contacts,
            has_fonts: self.has_fonts,
            page: self.page,
            ..preset
        }
    }

    /// Whether an article is in the report.
    pub fn has_article(&self, id: DocumentId) -> bool {
        self.articles.as_ref().is_none_or(|articles| articles.contains(&id))
    }
}

/// Which claims stand in the table of claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimFilter {
    /// All, problems first.
    #[default]
    All,
    /// Those that nobody has begun with.
    Open,
    /// Those that wait for an answer.
    Asked,
    /// Those that name no source.
    NoSource,
    /// Those whose words were changed.
    Changed,
}

impl ClaimFilter {
    /// All filters, in the order of their buttons.
    pub const ALL: [ClaimFilter; 5] =
        [ClaimFilter::All, ClaimFilter::Open, ClaimFilter::Asked, ClaimFilter::NoSource, ClaimFilter::Changed];

    /// Its word in a file and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            ClaimFilter::All => "all",
            ClaimFilter::Open => "open",
            ClaimFilter::Asked => "asked",
            ClaimFilter::NoSource => "no-source",
            ClaimFilter::Changed => "changed",
        }
    }
}

/// How people of the desk are named: checkers, and those who sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// As they wrote themselves.
    #[default]
    AsWritten,
    /// By their initials.
    Initials,
}

impl Names {
    /// Its word in a file and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Names::AsWritten => "full",
            Names::Initials => "initials",
        }
    }

    /// A name as it is printed. What looks like initials already, a short word in capitals, is left alone.
    pub fn printed(self, name: &str) -> String {
        let name = name.trim();
        let is_short = name.chars().count() <= 4 && name.chars().all(|sign| sign.is_uppercase() || sign == '.');
        if self == Names::AsWritten || is_short {
            return name.to_owned();
        }
        name.split([' ', '-']).filter_map(|part| part.chars().next()).flat_map(char::to_uppercase).collect()
    }
}

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// ISO 216 A4.
    #[default]
    A4,
    /// US Letter (ANSI A).
    Letter,
}

impl Paper {
    /// Its word in a file and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        }
    }

    /// Width and height in points of 1/72 inch: 210 by 297 mm, and 8.5 by 11 in.
    pub fn size_pt(self) -> (f32, f32) {
        match self {
            Paper::A4 => (595.28, 841.89),
            Paper::Letter => (612.0, 792.0),
        }
    }

    /// Its name in a style sheet.
    pub fn css(self) -> &'static str {
        match self {
            Paper::A4 => "A4",
            Paper::Letter => "letter",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preset_and_the_options_say_the_same() {
        let chosen = Options {
            sections: [Section::Claims, Section::History].into(),
            articles: Some([DocumentId(crate::model::id::Uid(7))].into()),
            filter: ClaimFilter::NoSource,
            names: Names::Initials,
            language: Language::Arabic,
            paper: Paper::Letter,
            has_contacts: true,
            has_fonts: true,
            page: "https://desk.example/gate".into(),
        };
        for options in [chosen, Options::default()] {
            let preset = options.clone().into_preset(Preset { name: "Lawyer".into(), ..Preset::default() });
            assert_eq!((preset.name.as_str(), Options::of(&preset)), ("Lawyer", options));
        }
        let strange = Preset { sections: vec!["weather".into()], language: "tlh".into(), paper: "a0".into(), ..Preset::default() };
        assert_eq!(Options::of(&strange), Options::default());
    }

    #[test]
    fn people_are_named_in_full_or_by_initials() {
        let told = |name| [Names::AsWritten.printed(name), Names::Initials.printed(name)];
        assert_eq!(told(" Rita Kern-Holt "), ["Rita Kern-Holt", "RKH"]);
        assert_eq!([told("RK"), told("R.K."), told("")], [["RK", "RK"], ["R.K.", "R.K."], ["", ""]]);
        assert_eq!(told("Émile"), ["Émile", "É"]);
    }
}
