//! The left panel as plain rows: the articles with their counts, and what is left to do in the one shown.

use std::ops::Range;

use crate::model::annotation::Mention;
use crate::model::claim::Status;
use crate::model::document::Document;
use crate::model::id::{AnnotationId, ClaimId, DocumentId};
use crate::model::lookup::{DocumentLookup, SentenceState};
use crate::session::Session;
use crate::session::walking::nothing_left;
use crate::view::wording::count;

/// An article in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// Which article.
    pub id: DocumentId,
    /// Its letter.
    pub letter: String,
    /// Its title.
    pub title: String,
    /// Newspaper, agency, site; blank where nobody has written it yet.
    pub outlet: String,
    /// When it was published, as written.
    pub published: String,
    /// Claims in it, and how many of them are settled.
    pub claims: usize,
    /// Settled claims in it.
    pub settled: usize,
    /// Numbers marked in it.
    pub numbers: usize,
    /// Sources named in it.
    pub sources: usize,
    /// Claims in it that contradict another, and it is not settled which of the two holds.
    pub contradictions: usize,
}

impl ArticleRow {
    /// What a screen reader says of the row.
    pub fn spoken(&self) -> String {
        let mut words = format!("Article {}: {}, {} of {} settled", self.letter, self.title, self.settled, count(self.claims, "claim"));
        if self.contradictions > 0 {
            words.push_str(&format!(", {}", count(self.contradictions, "contradiction")));
        }
        words
    }
}

/// The list of articles and its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleRows {
    /// The articles in their order.
    pub articles: Vec<ArticleRow>,
    /// `47 of 78 settled`; blank while there are no claims.
    pub remark: String,
}

impl ArticleRows {
    /// Counts through the project.
    pub fn of(session: &Session) -> Self {
        let project = session.project();
        let claims = project.claims().len();
        let settled = session.lookup().settled();
        let remark = if claims == 0 { String::new() } else { format!("{settled} of {claims} settled") };
        ArticleRows { articles: project.documents().map(|document| article(session, document)).collect(), remark }
    }
}

fn article(session: &Session, document: &Document) -> ArticleRow {
    let tally = session.lookup().document(document.id).map(|document| document.tally).unwrap_or_default();
    ArticleRow {
        id: document.id,
        letter: session.project().letter(document.id),
        title: document.title().to_owned(),
        outlet: document.meta.outlet.trim().to_owned(),
        published: document.meta.published.trim().to_owned(),
        claims: tally.claims,
        settled: tally.settled,
        numbers: tally.numbers,
        sources: tally.sources,
        contradictions: tally.contradictions,
    }
}

/// A claim that is not settled yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftRow {
    /// Which claim.
    pub claim: ClaimId,
    /// Its first mention in the article shown.
    pub mark: AnnotationId,
    /// `A14`.
    pub label: String,
    /// `14`; with the letter where the claim is at home in another article.
    pub number: String,
    /// How far it is.
    pub status: Status,
    /// The claim in full, or its words in quotation marks where they are a quotation.
    pub words: String,
}

/// What is left to do in the article shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftRows {
    /// `Left in A`.
    pub title: String,
    /// `7 claims`.
    pub remark: String,
    /// Claims that are left.
    pub claims: usize,
    /// What is said where no claim is left.
    pub nothing: String,
}

impl LeftRows {
    /// Counts in the article shown; nothing where none is.
    pub fn of(session: &Session) -> Option<Self> {
        let document = session.document()?;
        let lookup = session.document_lookup()?;
        let claims = lookup.open.len();
        let remark = if claims == 0 { String::new() } else { count(claims, "claim") };
        let title = format!("Left in {}", session.project().letter(document.id));
        Some(LeftRows { title, remark, claims, nothing: nothing_here(lookup) })
    }
}

/// The claims left in the article shown that stand at these places, in the order of its text: only rows in view are made.
pub fn left_claims(session: &Session, places: Range<usize>) -> Vec<LeftRow> {
    let (Some(document), Some(lookup)) = (session.document(), session.document_lookup()) else { return Vec::new() };
    let marks = lookup.open.iter_from(places.start).take(places.len());
    marks.filter_map(|mark| left_row(session, document.id, mark.id)).collect()
}

fn left_row(session: &Session, shown: DocumentId, mark: AnnotationId) -> Option<LeftRow> {
    let project = session.project();
    let annotation = project.annotations().get(&mark)?;
    let Mention::Claim(claim) = annotation.mention else { return None };
    let record = project.claims().get(&claim)?;
    let restated = record.restatement.trim();
    let words = if restated.is_empty() { project.quote(annotation) } else { restated };
    let label = project.claim_label(claim);
    let number = if record.home == shown { record.number.to_string() } else { label.clone() };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(LeftRow { claim, mark, label, number, status: record.status, words })
}

fn nothing_here(lookup: &DocumentLookup) -> String {
    nothing_left(lookup.tally.claims, lookup.is_counted().then(|| lookup.count(SentenceState::Untouched)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::Claim;
    use crate::model::link::Role;
    use crate::session::IdSource;
    use crate::testing::Desk;

    fn desk() -> Desk {
        let mut desk = Desk::default();
        desk.article(
            "Dyke fails\n[It rained [12 days|number]|claim], [officials|source] and [they|source officials] say. [It broke|claim].",
        );
        desk.article("Dyke holds\n[It held|claim], [officials|source officials] say.");
        desk.change(desk.claim("A2"), |claim: &mut Claim| claim.status = Status::Confirmed);
        desk.link(desk.claim("A2"), Role::Contradicts, desk.claim("B1"));
        desk
    }

    fn session(desk: Desk) -> Session {
        Session::new(desk.project, None, IdSource::new(1))
    }

    #[test]
    fn articles_are_listed_with_their_counts() {
        let rows = ArticleRows::of(&session(desk()));
        let lines: Vec<_> = rows
            .articles
            .iter()
            .map(|row| {
                format!(
                    "{} {} {}/{} #{} s{} !{}",
                    row.letter, row.title, row.settled, row.claims, row.numbers, row.sources, row.contradictions
                )
            })
            .collect();
        assert_eq!(lines, ["A Dyke fails 1/2 #1 s2 !1", "B Dyke holds 0/1 #0 s1 !1"]);
        assert_eq!(rows.remark, "1 of 3 settled");
        assert_eq!(rows.articles[0].spoken(), "Article A: Dyke fails, 1 of 2 claims settled, 1 contradiction");
    }

    #[test]
    fn the_list_and_the_report_count_alike() {
        let mut desk = Desk::default();
        desk.article("One\n[It rained|claim rain]. [It was dry|claim]. [They left|claim].");
        desk.article("Two\n[Rain fell|claim rain]. [It fell|claim rain] for hours. [They stayed|claim].");
        desk.change(desk.claim("A1"), |claim: &mut Claim| claim.status = Status::Confirmed);
        let input = crate::report::BuildInput {
            today: crate::testing::NOW,
            checker: String::new(),
            offset: jiff::tz::Offset::UTC,
            options: Default::default(),
        };
        let session = session(desk);
        let report = crate::report::build(session.project(), session.lookup(), &input);
        let rows = ArticleRows::of(&session);
        let listed: Vec<_> = rows.articles.iter().map(|row| (row.settled, row.claims)).collect();
        let reported: Vec<_> = report.ratings.iter().map(|row| (row.tally.settled, row.tally.claims)).collect();
        assert_eq!(listed, [(1, 3), (1, 2)]);
        assert_eq!(reported, listed);
        // The claim that both articles mention is one claim in the project.
        let total = report.total.map(|total| format!("{} of {} settled", total.settled, total.claims));
        assert_eq!((rows.remark.as_str(), total.as_deref()), ("1 of 4 settled", Some("1 of 4 settled")));
    }

    #[test]
    fn a_contradiction_that_is_settled_no_longer_warns() {
        let warned = |a2: Status, b1: Status| {
            let mut desk = desk();
            for (label, status) in [("A2", a2), ("B1", b1)] {
                desk.change(desk.claim(label), |claim: &mut Claim| claim.status = status);
            }
            ArticleRows::of(&session(desk)).articles.iter().map(|row| row.contradictions).collect::<Vec<_>>()
        };
        assert_eq!(warned(Status::Confirmed, Status::Asked), [1, 1]);
        assert_eq!(warned(Status::Confirmed, Status::Changed), [0, 0]);
        assert_eq!(warned(Status::Confirmed, Status::Confirmed), [1, 1]);
    }

    #[test]
    fn what_is_left_is_listed_in_the_order_of_the_text() {
        let rows = LeftRows::of(&session(desk())).unwrap();
        assert_eq!((rows.title.as_str(), rows.remark.as_str()), ("Left in A", "1 claim"));
        let claims = left_claims(&session(desk()), 0..9);
        let lines: Vec<_> = claims.iter().map(|row| (row.number.as_str(), row.words.as_str())).collect();
        assert_eq!((rows.claims, lines), (1, vec![("1", "It rained 12 days")]));
    }

    #[test]
    fn what_is_said_when_nothing_is_left_depends_on_the_sentences() {
        let mut desk = Desk::default();
        desk.article("T\n[It rained|claim]. It snowed.");
        desk.change(desk.claim("A1"), |claim: &mut Claim| claim.status = Status::Cut);
        let rows = LeftRows::of(&session(desk)).unwrap();
        // The headline is a sentence too.
        assert_eq!(rows.nothing, "The one claim is settled. 2 sentences untouched.");
        let empty = LeftRows::of(&session(Desk::default()));
        assert_eq!(empty, None);
    }
}
