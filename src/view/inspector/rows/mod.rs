//! What the inspector shows, as plain rows: one file for each kind of thing.

pub mod article;
pub mod beside;
pub mod checked;
pub mod circle;
pub mod claim;
pub mod history;
pub mod number;
pub mod selection;
pub mod source;

#[cfg(test)]
mod tests;

use crate::lint::{Finding, Rule, Subject};
use crate::model::annotation::{Annotation, Mention};
use crate::model::exclusion::Exclusion;
use crate::model::id::{AnnotationId, ClaimId, DocumentId};
use crate::session::{Session, ViewKind};
use crate::view::place::{paragraph_words, place_words};

/// What the inspector is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A claim, number or source, at one of its mentions if it has any.
    Record(Mention, Option<AnnotationId>),
    /// Words that are selected but not tagged.
    Words,
    /// A sentence that was set aside, under the caret.
    NotCheckable(crate::model::id::ExclusionId),
    /// An article.
    Article(DocumentId),
    /// Nothing at all.
    Nothing,
}

impl Shown {
    /// What is chosen now.
    pub fn of(session: &Session) -> Self {
        if let Some(record) = session.record() {
            let mark = session.mark().filter(|mark| mark.mention == record).map(|mark| mark.id);
            return Shown::Record(record, mark.or_else(|| session.lookup().mentions(record).first().copied()));
        }
        let (true, Some(selection)) = (session.view() == ViewKind::Articles, session.selection()) else { return Shown::Nothing };
        if !selection.is_empty() {
            return Shown::Words;
        }
        match session.lost_passage().or_else(|| set_aside_at(session, selection.head).map(|passage| passage.id)) {
            Some(passage) => Shown::NotCheckable(passage),
            None => Shown::Article(selection.document),
        }
    }
}

fn set_aside_at(session: &Session, at: usize) -> Option<&Exclusion> {
    let passages = &session.document_lookup()?.exclusions;
    let next = passages.partition_point(|passage| passage.span.start() <= at);
    passages.get(next.checked_sub(1)?).filter(|passage| at <= passage.span.end())
}

/// One mention of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionRow {
    /// Its mark.
    pub mark: AnnotationId,
    /// The letter of its article.
    pub letter: String,
    /// Its paragraph.
    pub place: String,
    /// Its words.
    pub words: String,
    /// Whether it is the one that is selected.
    pub is_current: bool,
}

/// All mentions of a record in the order of articles and text.
pub fn mentions(session: &Session, record: Mention, current: Option<AnnotationId>) -> Vec<MentionRow> {
    let project = session.project();
    let marks = session.lookup().mentions(record).iter().filter_map(|id| project.annotations().get(id));
    let row = |mark: &Annotation| MentionRow {
        mark: mark.id,
        letter: project.letter(mark.document),
        place: match project.document(mark.document) {
            Some(_) if mark.is_lost() => "lost".to_owned(),
            Some(document) => paragraph_words(document, mark.span.start()),
            None => String::new(),
        },
        words: on_one_line(project.quote(mark)),
        is_current: current == Some(mark.id),
    };
    marks.map(row).collect()
}

/// A claim as other panels name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimLine {
    /// Which claim.
    pub id: ClaimId,
    /// `A14`.
    pub label: String,
    /// The claim in full, or its words.
    pub words: String,
    /// Whether the words are the article's, not the checker's.
    pub is_quote: bool,
    /// How far it is.
    pub status: crate::model::claim::Status,
}

/// The line of a claim; nothing where there is no such claim.
pub fn claim_line(session: &Session, id: ClaimId) -> Option<ClaimLine> {
    let project = session.project();
    let claim = project.claims().get(&id)?;
    let restated = claim.restatement.trim();
    let words = if restated.is_empty() { session.lookup().quote(project, Mention::Claim(id)) } else { restated };
    let is_quote = restated.is_empty();
    Some(ClaimLine { id, label: project.claim_label(id), words: on_one_line(words), is_quote, status: claim.status })
}

/// Where a mark stands: `¶10, sentence 2`; with the article's letter in views that show no article.
pub fn place(session: &Session, mark: Option<&Annotation>) -> String {
    let Some(mark) = mark else { return "not in any article".to_owned() };
    let Some(document) = session.project().document(mark.document) else { return String::new() };
    let words = if mark.is_lost() { "lost its place".to_owned() } else { place_words(document, mark.span) };
    if session.view() == ViewKind::Articles { words } else { format!("{} {words}", session.project().letter(document.id)) }
}

/// What the rules found about a record, in their order.
pub fn findings_about(findings: &[Finding], record: Mention) -> Vec<(Rule, String)> {
    let about = findings.iter().filter(|finding| finding.subject == Subject::Record(record));
    about.map(|finding| (finding.rule, finding.words.clone())).collect()
}

/// A quote without its line ends.
pub fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
