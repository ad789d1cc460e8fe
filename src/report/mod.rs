//! The report: built once from a project as a tree, printed by writers that decide nothing. Every line knows its place in the
//! text, so that the window can jump there.

mod address;
pub mod anchors;
pub mod annotated;
pub mod changes;
pub mod checks;
pub mod claim_review;
pub mod claims;
pub mod contradictions;
pub mod data;
mod desk;
pub mod docx;
pub mod export;
pub mod figures;
pub mod flow;
pub mod forms;
pub mod groups;
pub mod history;
pub mod html;
pub mod json;
pub mod language;
pub mod letter_files;
pub mod letters;
pub mod markdown;
pub mod method;
pub mod notes;
pub mod numbers;
pub mod options;
pub mod palette;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod place;
pub mod plots;
pub mod questions;
pub mod ratings;
pub mod sources;
pub mod summary;
#[cfg(test)]
pub(crate) mod testing;
mod withheld;
pub mod words;
pub mod workings;

pub use address::page_address;
pub use annotated::{AnnotatedArticle, Look, MarkFace, Paragraph, Remark, Segment, SetAside, Strike};
pub use changes::ChangeRow;
pub use checks::{Check, Off};
pub use claim_review::claim_review;
pub use claims::{ClaimRow, ClaimTable, Filter, RatingFace, RestsOn};
pub use contradictions::{Contradiction, Side};
pub use data::{csv, xlsx};
pub use docx::docx;
pub use export::{Export, ExportError};
pub use figures::figures;
pub use groups::{GroupFigure, GroupFigures};
pub use history::HistoryRow;
pub use html::html;
pub use json::json;
pub use language::Language;
pub use letter_files::letter_files;
pub use markdown::{Loss, markdown};
pub use method::{Fact, HashRow, Method};
pub use notes::{EvidenceLine, LinkLine, MarginNote, Note, NumberLine, SourceLine};
pub use numbers::NumberRow;
pub use options::{ClaimFilter, Names, Options, Paper};
#[cfg(feature = "pdf")]
pub use pdf::{PdfError, first_page, pdf};
pub use place::{ClaimRef, Jump, Place};
pub use plots::{png, svg};
pub use questions::Question;
pub use ratings::{ArticleRow, SentenceCount, Tally};
pub use sources::{SourceGroup, SourceRow};
pub use summary::Card;
pub use workings::Working;

use std::borrow::Cow;

use crate::model::claim::Status;
use crate::model::lookup::Lookup;
use crate::model::moment::Moment;
use crate::model::project::Project;

/// What a report needs to know besides the project. No clock is read: the same input gives the same report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildInput {
    /// When the report is made.
    pub today: Moment,
    /// Who signs it (a name or initials); blank for nobody.
    pub checker: String,
    /// Difference of the checker's clock to UTC; all dates are written by it.
    pub offset: jiff::tz::Offset,
    /// What goes into it, and how it is printed.
    pub options: Options,
}

/// A report as a tree. All strings are plain text; a writer escapes them for its format.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The choices that it was built by.
    pub options: Options,
    /// When it was made.
    pub made: Moment,
    /// When it was made, in words: `21 November 2026, 14:32`.
    pub date: String,
    /// Who made it, as printed; blank for nobody.
    pub checker: String,
    /// The project's name.
    pub title: String,
    /// How many articles, by whom, when, on which scale.
    pub byline: String,
    /// The summary.
    pub cards: Vec<Card>,
    /// Ratings by article, in the checker's order.
    pub ratings: Vec<ArticleRow>,
    /// The statuses that claims have: the columns of the summary's table, whose rows are those of the ratings.
    pub statuses: Vec<Status>,
    /// All articles together, each claim once; nothing for a single article.
    pub total: Option<Tally>,
    /// The words of the scale, worst first, for legends.
    pub scale: Vec<RatingFace>,
    /// All claims, problems first.
    pub claims: ClaimTable,
    /// Claims that cannot both be right.
    pub contradictions: Vec<Contradiction>,
    /// Figures of the same, those that disagree first.
    pub groups: Vec<GroupFigures>,
    /// Sums and conversions that were worked out again.
    pub workings: Vec<Working>,
    /// Claims that wait for an answer.
    pub questions: Vec<Question>,
    /// Proposed corrections.
    pub changes: Vec<ChangeRow>,
    /// The register of sources by kind; kinds without sources are left out.
    pub sources: Vec<SourceGroup>,
    /// Numbers in the order of articles and text.
    pub numbers: Vec<NumberRow>,
    /// The articles with their marks and notes.
    pub articles: Vec<AnnotatedArticle>,
    /// How was checked, and on which scale.
    pub method: Method,
    /// Proof of the texts.
    pub hashes: Vec<HashRow>,
    /// What to look at before it goes out, rule by rule.
    pub checks: Vec<Check>,
    /// Which rules are switched off, and why.
    pub switched_off: Vec<Off>,
    /// Who changed what, when; only where it is asked for.
    pub history: Vec<HistoryRow>,
    /// What the project holds that this copy does not, in words; blank where it is all there.
    pub left_out: String,
}

/// The parts of a report, in the order in which they are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The cards.
    Summary,
    /// The bars.
    Ratings,
    /// The table of claims.
    Claims,
    /// Pairs of claims.
    Contradictions,
    /// What was asked.
    Questions,
    /// Old and new wording.
    Changes,
    /// The register.
    Sources,
    /// The numbers.
    Numbers,
    /// The articles with their notes.
    Articles,
    /// Method and scale.
    Method,
    /// Proof of the texts.
    Hashes,
    /// Findings.
    Checks,
    /// Who changed what, when.
    History,
}

impl Section {
    /// All parts, in order.
    pub const ALL: [Section; 13] = [
        Section::Summary,
        Section::Ratings,
        Section::Claims,
        Section::Contradictions,
        Section::Questions,
        Section::Changes,
        Section::Sources,
        Section::Numbers,
        Section::Articles,
        Section::Method,
        Section::Hashes,
        Section::Checks,
        Section::History,
    ];

    /// Its word in a file, on the command line and in the addresses of a page.
    pub fn code(self) -> &'static str {
        match self {
            Section::Summary => "summary",
            Section::Ratings => "ratings",
            Section::Claims => "claims",
            Section::Contradictions => "contradictions",
            Section::Questions => "questions",
            Section::Changes => "changes",
            Section::Sources => "sources",
            Section::Numbers => "numbers",
            Section::Articles => "articles",
            Section::Method => "method",
            Section::Hashes => "hashes",
            Section::Checks => "checks",
            Section::History => "history",
        }
    }

    /// The part of a word.
    pub fn of_code(code: &str) -> Option<Self> {
        Section::ALL.into_iter().find(|section| section.code() == code)
    }

    /// The heading.
    pub fn title(self, language: Language) -> Cow<'static, str> {
        language.say(&format!("section-{}", self.code()))
    }
}

impl Report {
    /// How many lines a part holds, where that says something.
    pub fn count(&self, section: Section) -> Option<usize> {
        match section {
            Section::Summary | Section::Ratings | Section::Method => None,
            Section::Claims => Some(self.claims.rows.len()),
            Section::Contradictions => Some(self.contradictions.len() + self.disagreeing().count()),
            Section::Questions => Some(self.questions.len()),
            Section::Changes => Some(self.changes.len()),
            Section::Sources => Some(self.sources.iter().map(|group| group.rows.len()).sum()),
            Section::Numbers => Some(self.numbers.len()),
            Section::Articles => Some(self.articles.len()),
            Section::Hashes => Some(self.hashes.len()),
            Section::Checks => Some(self.checks.iter().filter(|check| !check.is_fine()).count()),
            Section::History => Some(self.history.len()),
        }
    }

    /// The groups of figures that disagree, or that somebody must look at.
    pub fn disagreeing(&self) -> impl Iterator<Item = &GroupFigures> {
        self.groups.iter().filter(|group| group.is_warning)
    }

    /// The language of its words.
    pub fn language(&self) -> Language {
        self.options.language
    }

    /// The heading of a part.
    pub fn title_of(&self, section: Section) -> Cow<'static, str> {
        section.title(self.language())
    }

    /// The parts that a writer prints, in order: those that are wanted and hold something. What the rules found is told even where that is
    /// nothing.
    pub fn parts(&self) -> impl Iterator<Item = Section> + '_ {
        let is_wanted = |section: &Section| self.options.sections.contains(section);
        let is_filled = |section: &Section| self.count(*section) != Some(0) || *section == Section::Checks;
        Section::ALL.into_iter().filter(is_wanted).filter(is_filled)
    }

    /// Whether there is nothing to report yet.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }
}

/// Builds the report of a project.
pub fn build(project: &Project, lookup: &Lookup, input: &BuildInput) -> Report {
    let desk = desk::Desk::new(project, lookup, input);
    let ratings = ratings::rows(&desk);
    Report {
        options: input.options.clone(),
        made: input.today,
        date: desk.date_and_time(input.today),
        checker: desk.person(&input.checker),
        title: project.name().to_owned(),
        byline: summary::byline(&desk),
        cards: summary::cards(&desk),
        statuses: ratings::statuses(&ratings),
        ratings,
        total: ratings::total(&desk),
        scale: method::scale(&desk),
        claims: claims::table(&desk),
        contradictions: contradictions::rows(&desk),
        groups: groups::rows(&desk),
        workings: workings::rows(&desk),
        questions: questions::rows(&desk),
        changes: changes::rows(&desk),
        sources: sources::groups(&desk),
        numbers: numbers::rows(&desk),
        articles: annotated::articles(&desk),
        method: method::method(&desk),
        hashes: method::hashes(&desk),
        checks: checks::rows(&desk),
        switched_off: checks::off(&desk),
        history: history::rows(&desk),
        left_out: summary::left_out(&desk),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::annotation::{Mention, Tag};
    use crate::model::claim::{Claim, Grade, Rating, Status};
    use crate::model::link::Role;
    use crate::testing::{CHECKER, Desk, NOW};

    pub(crate) fn input() -> BuildInput {
        BuildInput { today: NOW, checker: CHECKER.to_owned(), offset: jiff::tz::Offset::UTC, options: Options::default() }
    }

    pub(crate) fn build(desk: &Desk) -> Report {
        super::build(&desk.project, &Lookup::new(&desk.project), &input())
    }

    fn rate(desk: &mut Desk, label: &str, grade: u8, status: Status) {
        desk.change(desk.claim(label), |claim: &mut Claim| {
            claim.status = status;
            claim.rating = Grade::new(grade).map(|grade| Rating::new(grade, "Minutes"));
        });
    }

    #[test]
    fn a_place_tells_the_page_and_the_moment_of_the_file() {
        use crate::model::document::structure::Kind;
        let mut desk = Desk::default();
        let parts = [("It rained.", Kind::Page(7)), ("It snowed.", Kind::Time(3_729_000))];
        let article = desk.structured("Dyke fails\nIt rained.\nIt snowed.", &parts);
        desk.tag(article, "rained", Tag::Source);
        desk.tag(article, "snowed", Tag::Source);
        let report = build(&desk);
        let places = report.sources.iter().flat_map(|group| &group.rows).flat_map(|row| &row.places);
        let mut words: Vec<_> = places.map(|place| place.words.as_str()).collect();
        words.sort_unstable();
        assert_eq!(words, ["A ¶1, p. 7", "A ¶2, p. 7, at 1:02:09"]);
    }

    #[test]
    fn the_head_counts_what_is_there() {
        let mut desk = Desk::default();
        desk.article("One\n[It rained|claim]. [It was dry|claim]. Nothing else.");
        desk.article("Two\n[It snowed|claim].");
        rate(&mut desk, "A1", 1, Status::Confirmed);
        rate(&mut desk, "B1", 5, Status::Open);
        let (one, two) = (desk.claim("A1"), desk.claim("A2"));
        desk.link(one, Role::Contradicts, two);
        let report = build(&desk);
        assert_eq!(report.byline, "Two articles checked by RK, 21 November 2026, 14:32. House scale 1 to 5. Text frozen when opened.");
        let cards: Vec<_> = report.cards.iter().map(|card| format!("{} {} {}", card.figure, card.beside, card.below)).collect();
        let expected = [
            "1 of 3 claims settled",
            "1 of 2 rated rated 1 or 2",
            "1 of 1 pair still contradict",
            "0 corrections proposed, 0 made",
            "3 of 6 sentences untouched",
        ];
        assert_eq!(cards, expected);
        assert_eq!(report.cards[0].jump, Some(Jump::Record(Mention::Claim(two))));
        let tally = report.ratings[0].tally;
        assert_eq!((tally.rated, tally.unrated, tally.settled), ([1, 0, 0, 0, 0], 1, 1));
        assert_eq!((tally.sentences.total(), tally.sentences.untouched), (4, 2));
    }

    #[test]
    fn a_claim_counts_in_each_article_that_mentions_it_and_once_in_the_total() {
        let mut desk = Desk::default();
        desk.article("One\n[It rained|claim rain]. [It was dry|claim].");
        desk.article("Two\n[Rain fell|claim rain]. [It fell|claim rain] for hours.");
        rate(&mut desk, "A1", 4, Status::Confirmed);
        let report = build(&desk);
        let told = |tally: Tally| (tally.settled, tally.claims, tally.rated, tally.unrated, tally.sentences.total());
        let rows: Vec<_> = report.ratings.iter().map(|row| told(row.tally)).collect();
        assert_eq!(rows, [(1, 2, [0, 0, 0, 1, 0], 1, 3), (1, 1, [0, 0, 0, 1, 0], 0, 3)]);
        assert_eq!(report.total.map(told), Some((1, 2, [0, 0, 0, 1, 0], 1, 6)));
        let mut alone = Desk::default();
        alone.article("One\n[It rained|claim].");
        assert_eq!(build(&alone).total, None);
    }

    #[test]
    fn problems_come_first_and_filters_point_into_the_table() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim]. [Three|claim], [they|source officials] say. [Four|claim]. [Five|claim].");
        rate(&mut desk, "A2", 2, Status::Changed);
        rate(&mut desk, "A4", 1, Status::Asked);
        rate(&mut desk, "A5", 5, Status::Confirmed);
        let (three, they) = (desk.claim("A3"), desk.source("they"));
        desk.link(three, Role::RestsOn, they);
        let table = build(&desk).claims;
        let rows: Vec<_> = table.rows.iter().map(|row| format!("{} {}", row.label, row.rests_on.words)).collect();
        let expected = ["A4 no source named", "A2 no source named", "A1 no source named", "A3 one anonymous source", "A5 no source named"];
        assert_eq!(rows, expected);
        let filters: Vec<_> = table.filters.iter().map(|filter| (filter.name.as_str(), filter.rows.clone())).collect();
        let expected = [
            ("Problems first", vec![0, 1, 2, 3, 4]),
            ("Open", vec![2, 3]),
            ("Asked", vec![0]),
            ("No source", vec![0, 1, 2, 4]),
            ("Changed", vec![1]),
        ];
        assert_eq!(filters, expected);
    }

    #[test]
    fn an_empty_project_makes_an_empty_report() {
        let report = build(&Desk::default());
        assert!(report.is_empty() && report.claims.rows.is_empty());
        assert!(report.byline.starts_with("No articles checked by RK"));
    }
}
