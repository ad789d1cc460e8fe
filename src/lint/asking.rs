//! Asks every rule about one subject.

use super::{Desk, Rule, Subject, Words};
use super::{
    article_incomplete, asked_overdue, circular_support, confirmed_contradiction, contradiction_unanswered, correction_unagreed,
    document_unlocated, evidence_early, no_source, number_unmeasured, number_unread, only_anonymous, only_secondary, person_unidentified,
    place_doubtful, place_lost, quote_altered, rated_unsettled, rating_outdated, rating_unfindable, rating_without_reason,
    sentences_untouched, settled_unrated, source_unused,
};
use crate::model::annotation::Mention;
use crate::model::claim::Claim;
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::model::support::Supports;

/// What the rules say about a subject, the gravest first; nothing about one that is gone.
pub(super) fn about(desk: &Desk<'_>, subject: Subject) -> Vec<(Rule, Words)> {
    let mut answers = Answers { list: Vec::new() };
    let (project, told) = (desk.project, &mut answers);
    match subject {
        Subject::Record(Mention::Claim(id)) => drop(project.claims().get(&id).map(|claim| ask_claim(desk, claim, told))),
        Subject::Record(Mention::Number(id)) => drop(project.quantities().get(&id).map(|number| ask_number(number, told))),
        Subject::Record(Mention::Source(id)) => drop(project.sources().get(&id).map(|source| ask_source(desk, source, told))),
        Subject::Document(id) => {
            told.put(Rule::SentencesUntouched, sentences_untouched::find(desk, id));
            told.put(Rule::ArticleIncomplete, project.document(id).and_then(article_incomplete::find));
        }
    }
    told.put(Rule::PlaceLost, place_lost::find(desk, subject));
    told.put(Rule::PlaceDoubtful, place_doubtful::find(desk, subject));
    answers.list.sort_by_key(|(rule, _)| *rule);
    answers.list
}

fn ask_claim(desk: &Desk<'_>, claim: &Claim, told: &mut Answers) {
    let supports = Supports::of(desk.project, desk.lookup, claim);
    told.put(Rule::ConfirmedContradiction, confirmed_contradiction::find(desk, claim));
    told.put(Rule::ContradictionUnanswered, contradiction_unanswered::find(desk, claim));
    told.put(Rule::QuoteAltered, quote_altered::find(desk, claim));
    told.put(Rule::RatingWithoutReason, rating_without_reason::find(desk, claim));
    told.put(Rule::NoSource, no_source::find(desk, claim));
    told.put(Rule::OnlyAnonymous, only_anonymous::find(desk, claim));
    told.put(Rule::OnlySecondary, only_secondary::find(desk.project, claim, &supports));
    told.put(Rule::CircularSupport, circular_support::find(desk, claim, &supports));
    told.put(Rule::RatingUnfindable, rating_unfindable::find(desk, claim));
    told.put(Rule::RatingOutdated, rating_outdated::find(desk, claim));
    told.put(Rule::SettledUnrated, settled_unrated::find(claim));
    told.put(Rule::RatedUnsettled, rated_unsettled::find(desk, claim));
    told.put(Rule::CorrectionUnagreed, correction_unagreed::find(claim));
    told.put(Rule::AskedOverdue, asked_overdue::find(claim, desk.now));
    told.put(Rule::EvidenceEarly, evidence_early::find(desk, claim));
}

fn ask_number(number: &Quantity, told: &mut Answers) {
    told.put(Rule::NumberUnread, number_unread::find(number));
    told.put(Rule::NumberUnmeasured, number_unmeasured::find(number));
}

fn ask_source(desk: &Desk<'_>, source: &Source, told: &mut Answers) {
    told.put(Rule::CircularSupport, circular_support::of_source(desk, source));
    told.put(Rule::PersonUnidentified, person_unidentified::find(source));
    told.put(Rule::DocumentUnlocated, document_unlocated::find(source));
    told.put(Rule::SourceUnused, source_unused::find(desk, source));
}

/// What was answered so far.
struct Answers {
    list: Vec<(Rule, Words)>,
}

impl Answers {
    fn put(&mut self, rule: Rule, words: impl IntoIterator<Item = Words>) {
        self.list.extend(words.into_iter().map(|words| (rule, words)));
    }
}
