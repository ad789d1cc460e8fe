//! What every part of the report asks for: labels, places, findings, and which numbers a claim holds.

use std::collections::BTreeMap;

use super::{BuildInput, ClaimRef, Language, Place};
use crate::lint::{self, Finding, Rule, Subject};
use crate::model::annotation::{Annotation, Mention, Tag};
use crate::model::claim::{Claim, Rating, Status};
use crate::model::document::structure::clock_words;
use crate::model::document::{Document, Span};
use crate::model::id::{ClaimId, QuantityId};
use crate::model::link::Role;
use crate::model::lookup::Lookup;
use crate::model::moment::Moment;
use crate::model::project::Project;

use super::claims::RatingFace;

/// A project laid out for the report.
pub(super) struct Desk<'a> {
    pub project: &'a Project,
    pub lookup: &'a Lookup,
    pub input: &'a BuildInput,
    /// The language of the report's words.
    pub language: Language,
    /// All claims in the order of their labels.
    pub claims: Vec<&'a Claim>,
    pub findings: Vec<Finding>,
    /// What the rules hold besides: what figures of the same say together.
    pub judged: lint::Findings,
    /// The place of each claim among them.
    places_of_claims: BTreeMap<ClaimId, usize>,
    by_subject: BTreeMap<Subject, Vec<usize>>,
    numbers_of: BTreeMap<ClaimId, Vec<QuantityId>>,
    claims_of: BTreeMap<QuantityId, Vec<ClaimId>>,
}

impl<'a> Desk<'a> {
    pub fn new(project: &'a Project, lookup: &'a Lookup, input: &'a BuildInput) -> Self {
        let options = &input.options;
        let is_in = |mark: &Annotation| options.has_article(mark.document);
        let mentioned = |record: Mention| lookup.mentions(record).iter().filter_map(|id| project.annotations().get(id)).any(is_in);
        let is_about = |subject: Subject| match subject {
            Subject::Record(record) => mentioned(record),
            Subject::Document(id) => options.has_article(id),
        };
        let judged = lint::Findings::new(project, lookup, input.today);
        let mut findings = judged.all(project, lookup);
        let mut claims = lookup.claims_in_order(project);
        if options.articles.is_some() {
            findings.retain(|finding| is_about(finding.subject));
            claims.retain(|claim| mentioned(Mention::Claim(claim.id)));
        }
        let mut by_subject: BTreeMap<Subject, Vec<usize>> = BTreeMap::new();
        for (at, finding) in findings.iter().enumerate() {
            by_subject.entry(finding.subject).or_default().push(at);
        }
        let places_of_claims = claims.iter().enumerate().map(|(at, claim)| (claim.id, at)).collect();
        let mut numbers_of = BTreeMap::new();
        let mut claims_of: BTreeMap<QuantityId, Vec<ClaimId>> = BTreeMap::new();
        for claim in &claims {
            let numbers = numbers_of_claim(project, lookup, claim.id);
            for number in &numbers {
                claims_of.entry(*number).or_default().push(claim.id);
            }
            numbers_of.insert(claim.id, numbers);
        }
        Desk {
            project,
            lookup,
            input,
            language: options.language,
            claims,
            findings,
            judged,
            places_of_claims,
            by_subject,
            numbers_of,
            claims_of,
        }
    }

    /// The findings about a record or article.
    pub fn findings_on(&self, subject: Subject) -> impl Iterator<Item = &Finding> {
        let places = self.by_subject.get(&subject).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|at| self.findings.get(*at))
    }

    /// The words of a rule's finding about a claim.
    pub fn finding(&self, claim: ClaimId, rule: Rule) -> Option<&str> {
        let subject = Subject::Record(Mention::Claim(claim));
        self.findings_on(subject).find(|finding| finding.rule == rule).map(|finding| finding.words.as_str())
    }

    /// The numbers a claim holds: those linked to it and those marked inside its words.
    pub fn numbers_of(&self, claim: ClaimId) -> &[QuantityId] {
        self.numbers_of.get(&claim).map_or(&[], Vec::as_slice)
    }

    /// The claims that hold a number.
    pub fn claims_of(&self, number: QuantityId) -> Vec<ClaimRef> {
        self.claims_of.get(&number).into_iter().flatten().map(|id| self.claim_ref(*id)).collect()
    }

    pub fn claim_ref(&self, claim: ClaimId) -> ClaimRef {
        ClaimRef { claim, label: self.project.claim_label(claim) }
    }

    /// The claims at the other end of a claim's links with that role, each once.
    pub fn linked_claims(&self, claim: ClaimId, role: Role) -> Vec<ClaimRef> {
        self.claims_linked_to(Mention::Claim(claim), role)
    }

    /// The claims linked to a record with that role, each once, in the order of their labels.
    pub fn claims_linked_to(&self, record: Mention, role: Role) -> Vec<ClaimRef> {
        let mut ids: Vec<_> = self.lookup.linked(self.project, record, role).into_iter().filter_map(claim_id).collect();
        ids.sort_by_key(|id| self.place_of_claim(*id));
        ids.dedup();
        ids.into_iter().map(|id| self.claim_ref(id)).collect()
    }

    /// The place of a claim in the order of labels.
    pub fn place_of_claim(&self, claim: ClaimId) -> Option<usize> {
        self.places_of_claims.get(&claim).copied()
    }

    /// Whether the words of a claim still stand in the article: they were neither changed nor cut.
    pub fn stands(&self, claim: ClaimId) -> bool {
        self.project.claims().get(&claim).is_some_and(|claim| !matches!(claim.status, Status::Changed | Status::Cut))
    }

    /// All places of a record, in the order of articles and text.
    pub fn places(&self, record: Mention) -> Vec<Place> {
        let marks = self.lookup.mentions(record).iter().filter_map(|id| self.project.annotations().get(id));
        marks.filter(|mark| self.input.options.has_article(mark.document)).map(|mark| self.place(mark)).collect()
    }

    pub fn place(&self, mark: &Annotation) -> Place {
        let words = self.project.document(mark.document).map(|document| match mark.is_lost() {
            true => self.lost(document),
            false => self.place_words(document, mark.span),
        });
        Place { mark: mark.id, document: mark.document, words: words.unwrap_or_default() }
    }

    /// Letter and paragraph of a passage, and where it stands in the file it came from: `A ¶10`, `A headline`, `A ¶10, p. 3`,
    /// `A ¶4, at 1:02:09`.
    pub fn place_words(&self, document: &Document, span: Span) -> String {
        let name = document.paragraph_name(document.text.paragraph_at(span.start()));
        let letter = self.project.letter(document.id);
        let mut place = match name.as_str() {
            "H" => self.language.say_with("place-headline", &[("letter", letter.into())]),
            _ => self.language.say_with("place-paragraph", &[("letter", letter.into()), ("name", name.into())]),
        };
        let (page, moment_ms) = document.structure.locator(span.start());
        if let Some(page) = page {
            place = self.language.say_with("place-page", &[("place", place.into()), ("page", page.to_string().into())]);
        }
        if let Some(moment) = moment_ms {
            place = self.language.say_with("place-moment", &[("place", place.into()), ("moment", clock_words(moment).into())]);
        }
        place
    }

    /// What is said of the place of something that has lost it.
    pub fn lost(&self, document: &Document) -> String {
        self.language.say_with("place-lost", &[("letter", self.project.letter(document.id).into())])
    }

    /// The articles that the report is about, in order.
    pub fn documents(&self) -> impl Iterator<Item = &'a Document> + '_ {
        self.project.documents().filter(|document| self.input.options.has_article(document.id))
    }

    /// Whether a record stands in one of these articles; where all are, also one that stands nowhere.
    pub fn is_mentioned(&self, record: Mention) -> bool {
        let mut marks = self.lookup.mentions(record).iter().filter_map(|id| self.project.annotations().get(id));
        self.input.options.articles.is_none() || marks.any(|mark| self.input.options.has_article(mark.document))
    }

    /// Whether a claim is among those that the report is about.
    pub fn has_claim(&self, claim: ClaimId) -> bool {
        self.places_of_claims.contains_key(&claim)
    }

    /// Somebody of the desk, as the report names people.
    pub fn person(&self, name: &str) -> String {
        self.input.options.names.printed(name)
    }

    /// The words of a finding.
    pub fn words_of(&self, finding: &Finding) -> String {
        self.language.words_of(finding)
    }

    /// What the subject of a finding is called, with the beginning of its words: `A14 “there were no…”`.
    pub fn subject(&self, subject: Subject) -> String {
        let language = self.language;
        let with_quote = |name: &str, record| match self.lookup.quote(self.project, record) {
            "" => name.to_owned(),
            quote => format!("{name} {}", language.say_with("quoted", &[("words", lint::shortened(quote).into())])),
        };
        match subject {
            Subject::Record(record @ Mention::Claim(id)) => with_quote(&self.project.claim_label(id), record),
            Subject::Record(record @ Mention::Number(_)) => with_quote(&language.say("subject-number"), record),
            Subject::Record(Mention::Source(id)) => {
                let name = self.project.sources().get(&id).map_or("", |source| source.name.as_str());
                language.say_with("subject-source", &[("name", lint::shortened(name).into())])
            }
            Subject::Document(id) => {
                let title = self.project.document(id).map_or("", |document| document.title());
                let values = [("letter", self.project.letter(id).into()), ("title", lint::shortened(title).into())];
                language.say_with("subject-article", &values)
            }
        }
    }

    /// The title; a title that nobody gave is cut short.
    pub fn title(&self, document: &Document) -> String {
        if document.meta.title.trim().is_empty() { lint::shortened(document.title()) } else { document.title().to_owned() }
    }

    pub fn quote(&self, record: Mention) -> String {
        self.lookup.quote(self.project, record).to_owned()
    }

    pub fn date_and_time(&self, moment: Moment) -> String {
        self.language.date_and_time(moment, self.input.offset)
    }

    pub fn rating_face(&self, rating: &Rating) -> RatingFace {
        RatingFace { grade: rating.grade, word: self.project.house().word(rating).to_owned(), reason: rating.reason.trim().to_owned() }
    }
}

/// The claim of a mention that is one.
pub(super) fn claim_id(record: Mention) -> Option<ClaimId> {
    match record {
        Mention::Claim(id) => Some(id),
        Mention::Number(_) | Mention::Source(_) => None,
    }
}

fn numbers_of_claim(project: &Project, lookup: &Lookup, claim: ClaimId) -> Vec<QuantityId> {
    let mut numbers = Vec::new();
    let mut add = |record: Mention| {
        if let Mention::Number(id) = record
            && !numbers.contains(&id)
        {
            numbers.push(id);
        }
    };
    for mark in lookup.mentions(Mention::Claim(claim)).iter().filter_map(|id| project.annotations().get(id)) {
        let inside = lookup.document(mark.document).map(|document| document.marks.overlapping(mark.span)).unwrap_or_default();
        let inside = inside.into_iter().filter(|other| other.tag == Tag::Number && mark.span.contains(other.span));
        inside.filter_map(|other| project.annotations().get(&other.id)).for_each(|other| add(other.mention));
    }
    lookup.linked(project, Mention::Claim(claim), Role::Contains).into_iter().for_each(&mut add);
    numbers
}
