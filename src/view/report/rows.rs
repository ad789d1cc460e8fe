//! The report as lines down a page: which stand there, in which order, how high. The words come from the built report.

use crate::report::{Report, Section};

/// Claims shown before the whole table is asked for.
const FIRST_CLAIMS: usize = 12;

/// One line of the page. Numbers are places in the report's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The project's name.
    Title,
    /// Who checked what, when.
    Byline,
    /// The summary cards.
    Cards,
    /// Room.
    Gap,
    /// A heading with its count.
    Heading(Section),
    /// Nothing to show in a part.
    Empty(Section),
    /// Ratings of an article.
    Rating(usize),
    /// Headings of the table of claims.
    ClaimsHead,
    /// A claim: its place in the table.
    Claim(usize),
    /// So many claims more.
    MoreClaims(usize),
    /// Two claims that cannot both be right.
    Contradiction(usize),
    /// Something that waits for an answer.
    Question(usize),
    /// A correction.
    Change(usize),
    /// A kind of sources.
    SourceKind(usize),
    /// A source: group and place in it.
    Source(usize, usize),
    /// A number.
    Number(usize),
    /// An article that is in the report with its marks.
    Article(usize),
    /// A paragraph on the method.
    Method(usize),
    /// The scale.
    Scale,
    /// The hash of a text.
    Hash(usize),
}

impl Line {
    /// Its height, points.
    pub fn height(self) -> f32 {
        match self {
            Line::Title => 46.0,
            Line::Byline => 26.0,
            Line::Cards => 84.0,
            Line::Gap => 22.0,
            Line::Heading(_) => 34.0,
            Line::ClaimsHead => 22.0,
            Line::Rating(_) | Line::Claim(_) | Line::Hash(_) | Line::Article(_) | Line::Question(_) => 28.0,
            Line::Empty(_) | Line::MoreClaims(_) | Line::Number(_) => 28.0,
            Line::SourceKind(_) => 28.0,
            Line::Source(..) => 42.0,
            Line::Contradiction(_) => 66.0,
            Line::Change(_) => 48.0,
            Line::Method(_) => 40.0,
            Line::Scale => 34.0,
        }
    }
}

/// The parts of the page in order; the checks stand in the panel at the right.
pub const PARTS: [Section; 11] = [
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
];

/// All lines of the page. `filter` is a place among the filters of the table of claims.
pub fn lines(report: &Report, filter: usize, shows_all_claims: bool) -> Vec<Line> {
    let mut lines = vec![Line::Gap, Line::Title, Line::Byline, Line::Cards];
    for part in PARTS.into_iter().skip(1) {
        lines.extend([Line::Gap, Line::Heading(part)]);
        let before = lines.len();
        push_part(&mut lines, report, part, (filter, shows_all_claims));
        if lines.len() == before {
            lines.push(Line::Empty(part));
        }
    }
    lines.push(Line::Gap);
    lines
}

fn push_part(lines: &mut Vec<Line>, report: &Report, part: Section, (filter, shows_all): (usize, bool)) {
    match part {
        Section::Ratings => lines.extend((0..report.ratings.len()).map(Line::Rating)),
        Section::Claims => {
            let chosen = report.claims.filters.get(filter).map_or(&[][..], |filter| filter.rows.as_slice());
            if chosen.is_empty() {
                return;
            }
            lines.push(Line::ClaimsHead);
            let shown = if shows_all { chosen.len() } else { FIRST_CLAIMS };
            lines.extend(chosen.iter().take(shown).map(|row| Line::Claim(*row)));
            let more = chosen.len().saturating_sub(shown);
            lines.extend((more > 0).then_some(Line::MoreClaims(more)));
        }
        Section::Contradictions => lines.extend((0..report.contradictions.len()).map(Line::Contradiction)),
        Section::Questions => lines.extend((0..report.questions.len()).map(Line::Question)),
        Section::Changes => lines.extend((0..report.changes.len()).map(Line::Change)),
        Section::Sources => {
            for (group, sources) in report.sources.iter().enumerate() {
                lines.push(Line::SourceKind(group));
                lines.extend((0..sources.rows.len()).map(|row| Line::Source(group, row)));
            }
        }
        Section::Numbers => lines.extend((0..report.numbers.len()).map(Line::Number)),
        Section::Articles => lines.extend((0..report.articles.len()).map(Line::Article)),
        Section::Method => {
            lines.extend((0..report.method.paragraphs.len()).map(Line::Method));
            lines.push(Line::Scale);
        }
        Section::Hashes => lines.extend((0..report.hashes.len()).map(Line::Hash)),
        Section::Summary | Section::Checks => {}
    }
}

/// What an empty part says.
pub fn empty_words(part: Section) -> &'static str {
    match part {
        Section::Claims => "No claims here.",
        Section::Contradictions => "No claims contradict one another.",
        Section::Questions => "Nothing asked, nothing late.",
        Section::Changes => "No corrections proposed.",
        Section::Sources => "No sources yet.",
        Section::Numbers => "No numbers tagged yet.",
        _ => "Nothing yet.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lookup::Lookup;
    use crate::report::{BuildInput, build};
    use crate::testing;

    fn report(article: &str) -> Report {
        let project = testing::project(article);
        let input = BuildInput { today: testing::NOW, checker: "RK".into(), offset: jiff::tz::Offset::UTC };
        build(&project, &Lookup::new(&project), &input)
    }

    #[test]
    fn every_part_has_its_heading_and_says_when_it_is_empty() {
        let report = report("Flood\n[Five came|claim], [officials|source] said.");
        let lines = lines(&report, 0, false);
        for part in PARTS.into_iter().skip(1) {
            assert!(lines.contains(&Line::Heading(part)), "{part:?}");
        }
        assert!(lines.contains(&Line::Claim(0)) && lines.contains(&Line::Empty(Section::Numbers)));
    }

    #[test]
    fn a_long_table_of_claims_is_cut_until_all_of_it_is_asked_for() {
        let article = format!("Flood\n{}", "[Five came|claim]. ".repeat(30));
        let report = report(&article);
        let claims = |all| lines(&report, 0, all).iter().filter(|line| matches!(line, Line::Claim(_))).count();
        assert_eq!((claims(false), claims(true)), (12, 30));
        assert!(lines(&report, 0, false).contains(&Line::MoreClaims(18)));
    }
}
