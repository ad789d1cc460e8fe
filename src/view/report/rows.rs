//! The report as a list of lines from top to bottom, so that only the visible ones are drawn; where each line leads.

use crate::command::Command;
use crate::model::annotation::Mention;
use crate::model::claim::Status;
use crate::report::{Jump, Report, Section, Tally};
use crate::view::wording::count;

/// Claims shown before the rest is asked for.
const FIRST_CLAIMS: usize = 20;

/// A line of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Name of the project, who checked when.
    Title,
    /// The cards.
    Cards,
    /// Headings of the counts of claims by status.
    StatusColumns,
    /// How many claims of an article have which status.
    Statuses(usize),
    /// The same of all articles together.
    AllStatuses,
    /// Heading of a part.
    Head(Section),
    /// Headings of the columns of a part.
    Columns(Section),
    /// What stands in a part that holds nothing.
    Nothing(Section),
    /// An article with its ratings.
    Rating(usize),
    /// All articles together.
    Total,
    /// A claim.
    Claim(usize),
    /// So many more claims.
    MoreClaims(usize),
    /// Two claims against one another.
    Contradiction(usize),
    /// Figures of the same that disagree.
    Group(usize),
    /// Something that was worked out again.
    Working(usize),
    /// A claim that waits for an answer.
    Question(usize),
    /// A correction.
    Change(usize),
    /// Sources of one kind.
    Kind(usize),
    /// A source of that kind.
    Source(usize, usize),
    /// A number.
    Number(usize),
    /// An article.
    Article(usize),
    /// A paragraph on the method.
    Method(usize),
    /// Proof of a text.
    Hash(usize),
    /// A change of the history.
    Past(usize),
    /// Room below the last line.
    End,
}

/// What of the report is to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Which filter of the claims.
    pub filter: usize,
    /// Whether all claims are shown, not only the first ones.
    pub has_all_claims: bool,
}

/// The parts in the order of the window: as printed, without the findings, which stand at the right.
pub fn sections(report: &Report) -> impl Iterator<Item = Section> + '_ {
    Section::ALL.into_iter().filter(|section| *section != Section::Checks && report.options.sections.contains(section))
}

/// All lines from top to bottom.
pub fn lines(report: &Report, wish: Wish) -> Vec<Line> {
    let mut lines = vec![Line::Title, Line::Cards];
    if report.options.sections.contains(&Section::Summary) && !report.statuses.is_empty() {
        lines.push(Line::StatusColumns);
        lines.extend((0..report.ratings.len()).map(Line::Statuses).chain(report.total.map(|_| Line::AllStatuses)));
    }
    for section in sections(report).filter(|section| *section != Section::Summary) {
        lines.push(Line::Head(section));
        let rows = section_lines(report, section, wish);
        if rows.is_empty() {
            lines.push(Line::Nothing(section));
        } else if has_columns(section) {
            lines.push(Line::Columns(section));
        }
        lines.extend(rows);
    }
    lines.push(Line::End);
    lines
}

fn has_columns(section: Section) -> bool {
    matches!(section, Section::Ratings | Section::Claims | Section::Sources | Section::Numbers)
}

fn section_lines(report: &Report, section: Section, wish: Wish) -> Vec<Line> {
    let all = |count: usize, line: fn(usize) -> Line| (0..count).map(line).collect();
    match section {
        Section::Summary | Section::Checks => Vec::new(),
        Section::Ratings => (0..report.ratings.len()).map(Line::Rating).chain(report.total.map(|_| Line::Total)).collect(),
        Section::Claims => claim_lines(report, wish),
        Section::Contradictions => {
            let pairs = (0..report.contradictions.len()).map(Line::Contradiction);
            pairs.chain((0..report.disagreeing().count()).map(Line::Group)).collect()
        }
        Section::Questions => all(report.questions.len(), Line::Question),
        Section::Changes => all(report.changes.len(), Line::Change),
        Section::Sources => source_lines(report),
        Section::Numbers => {
            let numbers = (0..report.numbers.len()).map(Line::Number);
            numbers.chain((0..report.workings.len()).map(Line::Working)).collect()
        }
        Section::Articles => all(report.articles.len(), Line::Article),
        Section::Method => all(report.method.paragraphs.len(), Line::Method),
        Section::Hashes => all(report.hashes.len(), Line::Hash),
        Section::History => all(report.history.len(), Line::Past),
    }
}

fn claim_lines(report: &Report, wish: Wish) -> Vec<Line> {
    let Some(filter) = report.claims.filters.get(wish.filter) else { return Vec::new() };
    let shown = if wish.has_all_claims { filter.rows.len() } else { FIRST_CLAIMS.min(filter.rows.len()) };
    let mut lines: Vec<Line> = filter.rows.iter().take(shown).map(|at| Line::Claim(*at)).collect();
    if shown < filter.rows.len() {
        lines.push(Line::MoreClaims(filter.rows.len() - shown));
    }
    lines
}

fn source_lines(report: &Report) -> Vec<Line> {
    let group = |(at, group): (usize, &crate::report::SourceGroup)| {
        std::iter::once(Line::Kind(at)).chain((0..group.rows.len()).map(move |row| Line::Source(at, row))).collect::<Vec<_>>()
    };
    report.sources.iter().enumerate().flat_map(group).collect()
}

/// What a part says that holds nothing.
pub fn nothing(section: Section, filter: Option<&str>) -> String {
    match (section, filter) {
        (Section::Claims, Some(filter)) => format!("No claims are “{}”.", filter.to_lowercase()),
        (Section::Claims, _) => "No claims yet. Select a statement and press C.".to_owned(),
        (Section::Contradictions, _) => "No claims contradict each other.".to_owned(),
        (Section::Questions, _) => "Nothing asked, nothing unresolved.".to_owned(),
        (Section::Changes, _) => "No corrections proposed.".to_owned(),
        (Section::Sources, _) => "No sources yet.".to_owned(),
        (Section::Numbers, _) => "No numbers tagged yet.".to_owned(),
        _ => String::new(),
    }
}

/// Where a line leads.
pub fn jump(report: &Report, line: Line) -> Option<Jump> {
    let claim = |id| Jump::Record(Mention::Claim(id));
    match line {
        Line::Rating(at) | Line::Statuses(at) => report.ratings.get(at).map(|row| Jump::Document(row.document)),
        Line::Claim(at) => report.claims.rows.get(at).map(|row| claim(row.claim)),
        Line::Contradiction(at) => report.contradictions.get(at).map(|row| claim(row.one.claim.claim)),
        Line::Group(at) => {
            let first = report.disagreeing().nth(at).and_then(|group| group.figures.first());
            first.map(|figure| Jump::Record(Mention::Number(figure.number)))
        }
        Line::Working(at) => report.workings.get(at).map(|row| row.jump),
        Line::Question(at) => report.questions.get(at).map(|row| claim(row.claim.claim)),
        Line::Change(at) => report.changes.get(at).map(|row| claim(row.claim.claim)),
        Line::Source(group, at) => {
            report.sources.get(group).and_then(|group| group.rows.get(at)).map(|row| Jump::Record(Mention::Source(row.source)))
        }
        Line::Number(at) => report.numbers.get(at).map(|row| Jump::Record(Mention::Number(row.number))),
        Line::Article(at) => report.articles.get(at).map(|article| Jump::Document(article.document)),
        Line::Hash(at) => report.hashes.get(at).map(|row| Jump::Document(row.document)),
        Line::Past(at) => report.history.get(at).and_then(|row| row.claim.as_ref()).map(|row| claim(row.claim)),
        Line::Title
        | Line::Cards
        | Line::StatusColumns
        | Line::AllStatuses
        | Line::Total
        | Line::Head(_)
        | Line::Columns(_)
        | Line::Nothing(_)
        | Line::MoreClaims(_)
        | Line::Kind(_)
        | Line::Method(_)
        | Line::End => None,
    }
}

/// The command that goes there.
pub fn command(jump: Jump) -> Command {
    match jump {
        Jump::Record(record) => Command::ShowRecord(record),
        Jump::Mark(mark) => Command::SelectMark(mark),
        Jump::Document(document) => Command::ShowArticle(document),
        Jump::Passage(document, span) => Command::ShowPlace { document, span },
    }
}

/// What a line says, for assistive technology and for tests.
pub fn spoken(report: &Report, line: Line) -> String {
    match line {
        Line::Rating(at) => report.ratings.get(at).map(|row| format!("{} {}, {}", row.letter, row.title, tally_words(&row.tally))),
        Line::Statuses(at) => {
            report.ratings.get(at).map(|row| format!("{} {}, {}", row.letter, row.title, status_words(report, &row.tally)))
        }
        Line::AllStatuses => report.total.map(|total| format!("{}, {}", report.language().say("total-row"), status_words(report, &total))),
        Line::Total => report.total.map(|total| format!("{}, {}", report.language().say("total-row"), tally_words(&total))),
        Line::Claim(at) => report.claims.rows.get(at).map(|row| {
            let rating = row.rating.as_ref().map_or_else(|| "not rated".to_owned(), |rating| rating.label());
            [&row.label, &row.quote, &rating, row.status.word(), &row.rests_on.words].join(", ")
        }),
        Line::Contradiction(at) => report
            .contradictions
            .get(at)
            .map(|row| format!("{} {} against {} {}", row.one.claim.label, row.one.quote, row.other.claim.label, row.other.quote)),
        Line::Group(at) => report.disagreeing().nth(at).map(|group| format!("{}: {}", group.name, group.verdict)),
        Line::Working(at) => {
            report.workings.get(at).map(|row| [&*row.verdict_in(report.language()), &row.equation, &row.words, &row.place].join(", "))
        }
        Line::Question(at) => report.questions.get(at).map(|row| {
            let words = if row.note.is_empty() { &row.quote } else { &row.note };
            format!("{}, {}, {words}, since {}", row.claim.label, row.status.word(), row.since)
        }),
        Line::Change(at) => report.changes.get(at).map(|row| format!("{}: {} becomes {}", row.claim.label, row.old, row.new)),
        Line::Source(group, at) => report.sources.get(group).and_then(|group| group.rows.get(at)).map(|row| {
            [&row.name, &row.role, &row.grade, &row.finding]
                .into_iter()
                .filter(|words| !words.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(", ")
        }),
        Line::Number(at) => {
            report.numbers.get(at).map(|row| [&row.written, &row.reading, row.approximation.word(), &row.measured].join(", "))
        }
        Line::Article(at) => report.articles.get(at).map(|article| format!("{} {}", article.letter, article.title)),
        Line::Hash(at) => report.hashes.get(at).map(|row| format!("{} {}", row.letter, row.hash)),
        Line::Past(at) => {
            report.history.get(at).map(|row| [&row.at, &row.by, &row.subject, &row.field, &row.after].map(String::as_str).join(", "))
        }
        _ => None,
    }
    .unwrap_or_default()
}

/// `2 open, 1 asked, 0 cut`: as the columns stand.
fn status_words(report: &Report, tally: &Tally) -> String {
    let told = |status: &Status| format!("{} {}", tally.of_status(*status), status.word().to_lowercase());
    report.statuses.iter().map(told).collect::<Vec<_>>().join(", ")
}

fn tally_words(tally: &Tally) -> String {
    format!("{} of {} settled, {} untouched", tally.settled, tally.claims, count(tally.sentences.untouched, "sentence"))
}
