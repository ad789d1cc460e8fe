//! Asks every rule about one subject.

use std::collections::BTreeSet;

use super::{Desk, Rule, Subject, Words};
use super::{
    article_incomplete, asked_overdue, circular_support, confirmed_contradiction, contradiction_unanswered, correction_unagreed,
    document_unlocated, evidence_early, figures_disagree, no_source, number_misread, number_unmeasured, number_unread, only_anonymous,
    only_secondary, person_unidentified, place_doubtful, place_lost, quote_altered, rated_unsettled, rating_outdated, rating_unfindable,
    rating_without_reason, sentences_untouched, settled_unrated, signs_hidden, source_unused, sum_fails,
};
use crate::model::annotation::Mention;
use crate::model::claim::Claim;
use crate::model::id::SourceId;
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::model::support::Supports;

/// What the rules say about a subject, the gravest first; nothing about one that is gone.
pub(super) fn about(desk: &Desk<'_>, subject: Subject) -> Answers {
    let mut answers = Answers::default();
    let (project, told) = (desk.project, &mut answers);
    match subject {
        Subject::Record(Mention::Claim(id)) => drop(project.claims().get(&id).map(|claim| ask_claim(desk, claim, told))),
        Subject::Record(Mention::Number(id)) => drop(project.quantities().get(&id).map(|number| ask_number(desk, number, told))),
        Subject::Record(Mention::Source(id)) => drop(project.sources().get(&id).map(|source| ask_source(desk, source, told))),
        Subject::Document(id) => {
            told.put(Rule::SignsHidden, signs_hidden::find(desk, id));
            told.put(Rule::SentencesUntouched, sentences_untouched::find(desk, id));
            told.put(Rule::ArticleIncomplete, project.document(id).and_then(article_incomplete::find));
        }
    }
    told.put(Rule::PlaceLost, place_lost::find(desk, subject));
    told.put(Rule::PlaceDoubtful, place_doubtful::find(desk, subject));
    answers.list.sort_by_key(|(rule, _)| *rule);
    answers
}

fn ask_claim(desk: &Desk<'_>, claim: &Claim, told: &mut Answers) {
    let supports = Supports::of(desk.project, desk.lookup, claim);
    told.put(Rule::ConfirmedContradiction, confirmed_contradiction::find(desk, claim));
    told.put(Rule::ContradictionUnanswered, contradiction_unanswered::find(desk, claim));
    told.put(Rule::QuoteAltered, quote_altered::find(desk, claim));
    told.put(Rule::RatingWithoutReason, rating_without_reason::find(desk, claim));
    told.put(Rule::NoSource, no_source::find(desk, claim));
    told.put_of_sources(desk, claim, (Rule::OnlyAnonymous, only_anonymous::find(desk, claim)));
    told.put_of_sources(desk, claim, (Rule::OnlySecondary, only_secondary::find(desk.project, claim, &supports)));
    for (nth, (words, sources)) in circular_support::find(desk, claim, &supports).into_iter().enumerate() {
        told.put(Rule::CircularSupport, [words]);
        told.against.extend(sources.iter().map(|source| Against { rule: Rule::CircularSupport, nth, source: *source }));
    }
    told.put(Rule::RatingUnfindable, rating_unfindable::find(desk, claim));
    told.put(Rule::RatingOutdated, rating_outdated::find(desk, claim));
    told.put(Rule::SettledUnrated, settled_unrated::find(claim));
    told.put(Rule::RatedUnsettled, rated_unsettled::find(desk, claim));
    told.put(Rule::CorrectionUnagreed, correction_unagreed::find(claim));
    told.put(Rule::AskedOverdue, asked_overdue::find(claim, desk.now));
    told.put(Rule::FiguresDisagree, figures_disagree::of_claim(desk, claim));
    told.put(Rule::EvidenceEarly, evidence_early::find(desk, claim));
}

/// The rules whose words depend on the rating scales.
pub(super) const OF_SCALES: [Rule; 5] =
    [Rule::ContradictionUnanswered, Rule::RatingWithoutReason, Rule::RatingUnfindable, Rule::RatingOutdated, Rule::RatedUnsettled];

/// What the rules [`OF_SCALES`] say about a claim.
pub(super) fn about_rating(desk: &Desk<'_>, claim: &Claim) -> Vec<(Rule, Words)> {
    let mut told = Answers::default();
    told.put(Rule::ContradictionUnanswered, contradiction_unanswered::find(desk, claim));
    told.put(Rule::RatingWithoutReason, rating_without_reason::find(desk, claim));
    told.put(Rule::RatingUnfindable, rating_unfindable::find(desk, claim));
    told.put(Rule::RatingOutdated, rating_outdated::find(desk, claim));
    told.put(Rule::RatedUnsettled, rated_unsettled::find(desk, claim));
    told.list
}

fn ask_number(desk: &Desk<'_>, number: &Quantity, told: &mut Answers) {
    told.put(Rule::FiguresDisagree, figures_disagree::of_number(desk, number));
    told.put(Rule::NumberMisread, number_misread::find(desk, number));
    told.put(Rule::SumFails, sum_fails::of_number(desk, number));
    told.put(Rule::NumberUnread, number_unread::find(number));
    told.put(Rule::NumberUnmeasured, number_unmeasured::find(number));
}

fn ask_source(desk: &Desk<'_>, source: &Source, told: &mut Answers) {
    told.put(Rule::CircularSupport, circular_support::of_source(desk, source));
    told.put(Rule::PersonUnidentified, person_unidentified::find(source));
    told.put(Rule::DocumentUnlocated, document_unlocated::find(source));
    told.put(Rule::SourceUnused, source_unused::find(desk, source));
}

/// A source against which a finding about a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Against {
    pub rule: Rule,
    /// The how manieth of the findings that the rule has about the claim, from 0.
    pub nth: usize,
    pub source: SourceId,
}

/// What was answered so far.
#[derive(Default)]
pub(super) struct Answers {
    pub list: Vec<(Rule, Words)>,
    pub against: Vec<Against>,
}

impl Answers {
    fn put(&mut self, rule: Rule, words: impl IntoIterator<Item = Words>) {
        self.list.extend(words.into_iter().map(|words| (rule, words)));
    }

    /// Puts a finding that stands against all sources on which the claim rests.
    fn put_of_sources(&mut self, desk: &Desk<'_>, claim: &Claim, (rule, words): (Rule, Option<Words>)) {
        if words.is_some() {
            let sources: BTreeSet<SourceId> = desk.lookup.sources_of(desk.project, claim.id).into_iter().collect();
            self.against.extend(sources.into_iter().map(|source| Against { rule, nth: 0, source }));
        }
        self.put(rule, words);
    }
}
