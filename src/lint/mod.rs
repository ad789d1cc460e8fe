//! Findings: what a second pair of eyes would ask before the article goes out. One file a rule; none of them changes anything. A rule
//! looks at one subject at a time, so that after a step only what it touched is asked again.

mod affected;
mod article_incomplete;
mod asked_overdue;
mod asking;
mod circular_support;
mod confirmed_contradiction;
mod contradiction_unanswered;
mod correction_unagreed;
mod document_unlocated;
mod evidence_early;
mod figures_disagree;
mod found;
mod no_source;
mod number_misread;
mod number_unmeasured;
mod number_unread;
mod only_anonymous;
mod only_secondary;
mod person_unidentified;
mod place_doubtful;
mod place_lost;
mod quote_altered;
mod rated_unsettled;
mod rating_outdated;
mod rating_unfindable;
mod rating_without_reason;
mod rule;
mod sentences_untouched;
mod settled_unrated;
mod signs_hidden;
mod source_unused;
mod sum_fails;
pub mod worked_out;

pub use affected::changes_letters;
pub use found::Findings;
pub use rule::{Rule, Severity};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::annotation::{Doubt, Mention};
use crate::model::claim::{Claim, Evidence, Status};
use crate::model::group::Judged;
use crate::model::id::{DocumentId, GroupId};
use crate::model::lookup::Lookup;
use crate::model::moment::Moment;
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

/// Words of a finding. Most are the same for every subject, and then take no room of their own.
type Words = Cow<'static, str>;

/// A project as the rules look at it.
#[derive(Clone, Copy)]
struct Desk<'a> {
    project: &'a Project,
    lookup: &'a Lookup,
    judged: &'a Groups,
    now: Moment,
}

/// What the figures of each group say together.
type Groups = BTreeMap<GroupId, Arc<Judged>>;

/// Everything the rules find that are not switched off: by rule, the gravest first, then in the order of articles and labels.
pub fn findings(project: &Project, lookup: &Lookup, now: Moment) -> Vec<Finding> {
    Findings::new(project, lookup, now).all(project, lookup)
}

/// Whether somebody is to check a claim and needs sources for that: it stands in the article and can be checked.
fn is_checked(claim: &Claim) -> bool {
    claim.status != Status::Cut && claim.not_checkable.is_none()
}

/// Whether a row of evidence holds anything. One that was added but never filled in does not, nor does one that only asks.
fn says_something(row: &Evidence) -> bool {
    row.is_answered() || row.source.is_some() || !row.locator.trim().is_empty()
}

/// Asks of every place of a subject that is in doubt: the marks of a record, the passages of an article.
fn doubtful_places(desk: &Desk<'_>, subject: Subject, ask: impl Fn(&Doubt, &str) -> Option<String>) -> Vec<Words> {
    let project = desk.project;
    match subject {
        Subject::Record(record) => {
            let marks = desk.lookup.mentions(record).iter().filter_map(|id| project.annotations().get(id));
            let doubts = marks.filter_map(|mark| Some((mark.document, mark.doubt.as_deref()?)));
            doubts.filter_map(|(document, doubt)| ask(doubt, &project.letter(document)).map(Words::from)).collect()
        }
        Subject::Document(id) => {
            let passages = desk.lookup.document(id).map_or(&[][..], |lookup| &lookup.doubtful_exclusions);
            let words = |doubt: &Doubt| {
                ask(doubt, &project.letter(id))?;
                let fate = if doubt.is_lost() { "lost its place" } else { "must be looked at" };
                Some(format!("A not-checkable passage {fate}: “{}”", shortened(&doubt.was.exact)).into())
            };
            passages.iter().filter_map(|passage| words(passage.doubt.as_deref()?)).collect()
        }
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
    let found = findings(project, &lookup, crate::testing::NOW).into_iter().filter(|finding| finding.rule == rule);
    found.map(|finding| format!("{}: {}", name(finding.subject), finding.words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Desk, NOW};

    #[test]
    fn findings_come_by_rule_then_by_label_and_name_their_subject() {
        let mut desk = Desk::default();
        desk.article("One\n[First|claim]. [Second|claim].");
        desk.article("Two\n[Third|claim] is [some|number].");
        let lookup = Lookup::new(&desk.project);
        let found = findings(&desk.project, &lookup, NOW);
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
        assert!(findings(&Desk::default().project, &Lookup::default(), NOW).is_empty());
    }

    #[test]
    fn long_quotes_are_cut_between_characters() {
        assert_eq!(shortened("a\n b"), "a b");
        assert_eq!(shortened(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
    }
}
