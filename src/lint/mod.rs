//! Findings: what a second pair of eyes would ask before the article goes out. One file a rule; none of them changes anything.

mod article_incomplete;
mod confirmed_contradiction;
mod no_source;
mod number_unread;
mod only_anonymous;
mod place_doubtful;
mod place_lost;
mod rated_unsettled;
mod rating_without_reason;
mod rule;
mod sentences_untouched;
mod settled_unrated;
mod source_unused;

pub use rule::{Rule, Severity};

use crate::model::annotation::{Doubt, Mention, Tag};
use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::id::DocumentId;
use crate::model::lookup::Lookup;
use crate::model::project::Project;

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A claim, number or source.
    Record(Mention),
    /// An article.
    Document(DocumentId),
}

/// Something that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule it comes from.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// What was found, without naming the subject: `Rests on one anonymous source`.
    pub words: String,
}

/// A project as the rules look at it.
struct Desk<'a> {
    project: &'a Project,
    lookup: &'a Lookup,
    /// The claims that are asked, in the order of their labels.
    claims: Vec<&'a Claim>,
    /// The numbers and sources that are asked.
    others: Vec<Mention>,
    /// The articles that are asked.
    documents: Vec<&'a Document>,
}

/// Everything the rules find: by rule, the gravest first, then in the order of articles and labels.
pub fn findings(project: &Project, lookup: &Lookup) -> Vec<Finding> {
    let numbers = project.quantities().keys().map(|id| Mention::Number(*id));
    let others = numbers.chain(project.sources().keys().map(|id| Mention::Source(*id))).collect();
    let desk = Desk { project, lookup, claims: lookup.claims_in_order(project), others, documents: project.documents().collect() };
    Rule::ALL.into_iter().flat_map(|rule| look(rule, &desk)).collect()
}

/// What the rules find about these records alone, in the same order: nothing else is looked at.
pub fn findings_about(project: &Project, lookup: &Lookup, records: &[Mention]) -> Vec<Finding> {
    let claim = |record: &Mention| if let Mention::Claim(id) = record { project.claims().get(id) } else { None };
    let others = records.iter().copied().filter(|record| record.tag() != Tag::Claim && project.has(*record)).collect();
    let desk = Desk { project, lookup, claims: records.iter().filter_map(claim).collect(), others, documents: Vec::new() };
    Rule::ALL.into_iter().flat_map(|rule| look(rule, &desk)).collect()
}

fn look(rule: Rule, desk: &Desk<'_>) -> Vec<Finding> {
    let found = match rule {
        Rule::ConfirmedContradiction => confirmed_contradiction::find(desk),
        Rule::RatingWithoutReason => rating_without_reason::find(desk),
        Rule::PlaceLost => place_lost::find(desk),
        Rule::PlaceDoubtful => place_doubtful::find(desk),
        Rule::NoSource => no_source::find(desk),
        Rule::OnlyAnonymous => only_anonymous::find(desk),
        Rule::SettledUnrated => settled_unrated::find(desk),
        Rule::RatedUnsettled => rated_unsettled::find(desk),
        Rule::NumberUnread => number_unread::find(desk),
        Rule::ArticleIncomplete => article_incomplete::find(desk),
        Rule::SourceUnused => source_unused::find(desk),
        Rule::SentencesUntouched => sentences_untouched::find(desk),
    };
    found.into_iter().map(|(subject, words)| Finding { rule, severity: rule.severity(), subject, words }).collect()
}

/// What a rule gives: the subject and the words.
type Found = Vec<(Subject, String)>;

/// Asks of everything whose place is in doubt: the marks of the records, then the passages of the articles.
fn doubtful_places(desk: &Desk<'_>, ask: impl Fn(&Doubt, &str) -> Option<String>) -> Found {
    let project = desk.project;
    let claims = desk.claims.iter().map(|claim| Mention::Claim(claim.id));
    let marks =
        claims.chain(desk.others.iter().copied()).flat_map(|record| desk.lookup.mentions(record).iter().map(move |id| (record, id)));
    let of_marks = marks.filter_map(|(record, id)| {
        let mark = project.annotations().get(id)?;
        Some((Subject::Record(record), ask(mark.doubt.as_deref()?, &project.letter(mark.document))?))
    });
    let passages = desk.documents.iter().filter_map(|document| Some((document.id, desk.lookup.document(document.id)?)));
    let of_passages = passages.flat_map(|(id, lookup)| lookup.doubtful_exclusions.iter().map(move |passage| (id, passage)));
    let of_passages = of_passages.filter_map(|(id, passage)| {
        let doubt = passage.doubt.as_deref()?;
        ask(doubt, &project.letter(id))?;
        let fate = if doubt.is_lost() { "lost its place" } else { "must be looked at" };
        Some((Subject::Document(id), format!("A not-checkable passage {fate}: “{}”", shortened(&doubt.was.exact))))
    });
    of_marks.chain(of_passages).collect()
}

impl<'a> Desk<'a> {
    /// Asks every claim, in the order of labels.
    fn each_claim(&self, ask: impl Fn(&Claim) -> Option<String>) -> Found {
        let found = |claim: &&Claim| Some((Subject::Record(Mention::Claim(claim.id)), ask(claim)?));
        self.claims.iter().filter_map(found).collect()
    }

    /// The records of one kind in the order of their first marks; those without a mark come last.
    fn in_text_order(&self, records: impl Iterator<Item = Mention>) -> Vec<Mention> {
        let place = |record: &Mention| {
            let mark = self.lookup.mentions(*record).first().and_then(|id| self.project.annotations().get(id));
            mark.map_or((usize::MAX, 0), |mark| {
                let article = self.project.order().iter().position(|id| *id == mark.document);
                (article.unwrap_or(usize::MAX), mark.span.start())
            })
        };
        let mut records: Vec<_> = records.collect();
        records.sort_by_cached_key(|record| (place(record), *record));
        records
    }
}

/// What the subject of a finding is called, with the beginning of its words.
pub fn subject_words(project: &Project, lookup: &Lookup, subject: Subject) -> String {
    let quoted = |record: Mention| match lookup.quote(project, record) {
        "" => String::new(),
        quote => format!(" “{}”", shortened(quote)),
    };
    match subject {
        Subject::Record(record @ Mention::Claim(id)) => format!("{}{}", project.claim_label(id), quoted(record)),
        Subject::Record(record @ Mention::Number(_)) => format!("Number{}", quoted(record)),
        Subject::Record(Mention::Source(id)) => {
            let name = project.sources().get(&id).map_or("", |source| source.name.as_str());
            format!("Source “{}”", shortened(name))
        }
        Subject::Document(id) => {
            let title = project.document(id).map_or("", |document| document.title());
            format!("Article {} “{}”", project.letter(id), shortened(title))
        }
    }
}

/// The longest quote, in code points, that names a subject.
const QUOTE_CHARS: usize = 60;

/// The beginning of a text, on one line, with an ellipsis where something is left out.
pub(crate) fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTE_CHARS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or("").trim_end()),
        None => line,
    }
}

/// What one rule says about a test project: `A1: words`.
#[cfg(test)]
fn said(desk: &crate::testing::Desk, rule: Rule) -> Vec<String> {
    let (project, lookup) = (&desk.project, Lookup::new(&desk.project));
    let name = |subject| match subject {
        Subject::Record(Mention::Claim(id)) => project.claim_label(id),
        Subject::Record(Mention::Source(id)) => project.sources()[&id].name.clone(),
        Subject::Record(number) => lookup.quote(project, number).to_owned(),
        Subject::Document(id) => project.letter(id),
    };
    let found = findings(project, &lookup).into_iter().filter(|finding| finding.rule == rule);
    found.map(|finding| format!("{}: {}", name(finding.subject), finding.words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Desk;

    #[test]
    fn findings_come_by_rule_then_by_label_and_name_their_subject() {
        let mut desk = Desk::default();
        desk.article("One\n[First|claim]. [Second|claim].");
        desk.article("Two\n[Third|claim] is [some|number].");
        let lookup = Lookup::new(&desk.project);
        let found = findings(&desk.project, &lookup);
        let lines: Vec<_> = found.iter().map(|one| (one.rule.code(), subject_words(&desk.project, &lookup, one.subject))).collect();
        let expected = [
            ("no-source", "A1 “First”"),
            ("no-source", "A2 “Second”"),
            ("no-source", "B1 “Third”"),
            ("number-unread", "Number “some”"),
            ("article-incomplete", "Article A “One”"),
            ("article-incomplete", "Article B “Two”"),
            ("sentences-untouched", "Article A “One”"),
            ("sentences-untouched", "Article B “Two”"),
        ];
        assert_eq!(lines, expected.map(|(code, words)| (code, words.to_owned())));
    }

    #[test]
    fn an_empty_project_has_no_findings() {
        assert!(findings(&Desk::default().project, &Lookup::default()).is_empty());
    }

    #[test]
    fn long_quotes_are_cut_between_characters() {
        assert_eq!(shortened("a\n b"), "a b");
        assert_eq!(shortened(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
    }

    #[test]
    fn what_is_found_about_some_records_is_what_is_found_about_them_among_all() {
        let mut desk = Desk::default();
        desk.article("Title\n[It rained [12 days|number]|claim], [they|source] say. [No one|number] left|claim]. [Some|source] stayed.");
        let lookup = Lookup::new(&desk.project);
        let all = findings(&desk.project, &lookup);
        let records: Vec<Mention> = desk.project.annotations().values().map(|mark| mark.mention).collect();
        for record in &records {
            let about: Vec<_> = all.iter().filter(|finding| finding.subject == Subject::Record(*record)).cloned().collect();
            assert_eq!(findings_about(&desk.project, &lookup, &[*record]), about, "{record:?}");
        }
        let about = all.iter().filter(|finding| matches!(finding.subject, Subject::Record(_))).count();
        assert_eq!(findings_about(&desk.project, &lookup, &records).len(), about);
        assert!(about > 3, "{all:?}");
    }
}
