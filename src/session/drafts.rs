//! A new draft of an article takes the place of the one before: its marks go along, each to its own words or to be looked at, and
//! claims, links, ratings and evidence stay what they are.

use std::collections::BTreeMap;

use super::{Notice, Outcome, Refusal, Request, Session};
use crate::command::NewArticle;
use crate::command::catalogue::Action;
use crate::edit::Draft;
use crate::model::annotation::carry::Carrier;
use crate::model::annotation::reanchor::Trail;
use crate::model::annotation::{Annotation, Doubt, Fate};
use crate::model::claim::{Claim, Pointer};
use crate::model::count::count;
use crate::model::document::{Aside, Document, Dropped, Meta, Offer, Span};
use crate::model::exclusion::Exclusion;
use crate::model::id::{AnnotationId, DocumentId, ExclusionId};
use crate::model::unknown::Unknown;

/// What became of the marks and passages of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// On the same words as before.
    pub kept: usize,
    /// On the same words elsewhere.
    pub moved: usize,
    /// On words that were changed, or beside such.
    pub changed: usize,
    /// On none.
    pub lost: usize,
}

impl Carried {
    fn note(&mut self, doubt: Option<&Doubt>) {
        *match doubt.map(|doubt| doubt.fate) {
            None => &mut self.kept,
            Some(Fate::Moved) => &mut self.moved,
            Some(Fate::Changed) => &mut self.changed,
            Some(Fate::Lost) => &mut self.lost,
        } += 1;
    }

    /// Whether any must be looked at.
    pub fn is_doubtful(self) -> bool {
        self.moved + self.changed + self.lost > 0
    }

    /// `12 marks kept, 2 moved, 1 lost its place`.
    pub fn words(self) -> String {
        let Carried { kept, moved, changed, lost } = self;
        let lost_words = format!("{lost} lost {} place", if lost == 1 { "its" } else { "their" });
        let others = [(moved, format!("{moved} moved")), (changed, format!("{changed} changed")), (lost, lost_words)];
        let others = others.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words);
        let all: Vec<String> = [format!("{} kept", count(kept, "mark"))].into_iter().chain(others).collect();
        all.join(", ")
    }
}

impl Session {
    /// Puts a new draft in the place of an article. Its marks go along; the draft before stays in the project, to be read.
    pub(super) fn open_draft(&mut self, id: DocumentId, article: NewArticle) -> Outcome {
        let Some(old) = self.project.document(id).cloned() else { return Err("This article is no longer in the project.".into()) };
        let letter = self.project.letter(id);
        check(&old, &article, &letter)?;
        let mut carried = Carried::default();
        let new = self.step(|draft, maker| {
            let new: DocumentId = maker.id();
            let carrier = Carrier::new(&old.text, &article.text);
            draft.add(successor(&old, &article, &carrier, (new, maker.now())))?;
            let order = draft.project().order().iter().map(|other| if *other == id { new } else { *other }).collect();
            draft.reorder(order)?;
            move_claims(draft, id, new)?;
            carried = move_marks(draft, (id, new), &carrier)?;
            draft.remove::<Document>(id)?;
            Ok((new, format!("open a new draft of {letter}")))
        })?;
        self.looked_at = None;
        self.show_article(new)?;
        self.requests.push(Request::ShowDrafts(new));
        self.tell_carried(&letter, carried);
        Ok(())
    }

    fn tell_carried(&mut self, letter: &str, carried: Carried) {
        let next = if carried.is_doubtful() { "Look at them." } else { "Every mark stands on its words." };
        let words = format!("New draft of {letter}: {}. {next}", carried.words());
        self.requests.push(Request::Announce(words.clone()));
        let action = carried.is_doubtful().then_some(Action::NextDoubt);
        self.notice = Some(Notice { words, is_warning: false, stays: carried.is_doubtful(), action });
    }
}

fn check(old: &Document, article: &NewArticle, letter: &str) -> Outcome {
    if let Some(signed) = old.signed.as_ref().filter(|signed| signed.holds()) {
        return Err(Refusal(format!("{letter} is signed off by {}. Open it again with a reason, then open its new draft.", signed.by)));
    }
    if article.text.as_str().trim().is_empty() {
        return Err("There are no words in this draft.".into());
    }
    if article.text.as_str() == old.text.as_str() {
        return Err(Refusal(format!("This is the draft that {letter} has already: the text is the same to the letter.")));
    }
    Ok(())
}

/// The new draft with what is known of it. What its file does not say is as it was.
fn successor(
    old: &Document,
    article: &NewArticle,
    carrier: &Carrier<'_>,
    (id, opened): (DocumentId, crate::model::moment::Moment),
) -> Document {
    let or = |new: &str, old: &str| if new.trim().is_empty() { old.to_owned() } else { new.to_owned() };
    let (new, was) = (&article.meta, &old.meta);
    let meta = Meta {
        title: or(&new.title, &was.title),
        outlet: or(&new.outlet, &was.outlet),
        byline: or(&new.byline, &was.byline),
        published: or(&new.published, &was.published),
        url: or(&new.url, &was.url),
        archive_url: or(&new.archive_url, &was.archive_url),
        // What the checker says of the language holds for all drafts.
        language: or(&was.language, &new.language),
        origin: new.origin.clone(),
    };
    let mut dropped = Vec::new();
    for turned_down in &old.dropped {
        let (span, doubt) = carrier.carry(turned_down.span, None, &mut Trail::default());
        // What is noted anew on the same words is offered.
        let noted =
            |asides: &[Aside], span| asides.iter().filter(|aside| aside.span == span).map(|aside| aside.words.clone()).collect::<Vec<_>>();
        let is_same = turned_down.offer != Offer::Aside || noted(&old.asides, turned_down.span) == noted(&article.asides, span);
        if doubt.is_none() && is_same {
            Dropped { span, ..*turned_down }.note(&mut dropped);
        }
    }
    Document {
        id,
        text: article.text.clone(),
        structure: article.structure.clone(),
        meta,
        opened,
        signed: None,
        dropped,
        asides: article.asides.clone(),
        original: article.original.clone(),
        earlier: old.drafts(),
        unknown: Unknown::default(),
    }
}

/// Claims that have their letter from the article, and evidence that points there, go along.
fn move_claims(draft: &mut Draft<'_>, from: DocumentId, to: DocumentId) -> Result<(), Refusal> {
    let points = |claim: &Claim| claim.evidence.iter().any(|row| row.pointer == Some(Pointer::Passage(from)));
    let claims = draft.project().claims().values().filter(|claim| claim.home == from || points(claim)).map(|claim| claim.id);
    for id in claims.collect::<Vec<_>>() {
        draft.change::<Claim>(id, |claim| follow(claim, from, to))?;
    }
    Ok(())
}

/// Lets a claim follow an article to its next draft.
fn follow(claim: &mut Claim, from: DocumentId, to: DocumentId) {
    if claim.home == from {
        claim.home = to;
    }
    let pointers = claim.evidence.iter_mut().filter_map(|row| row.pointer.as_mut());
    pointers.filter(|pointer| **pointer == Pointer::Passage(from)).for_each(|pointer| *pointer = Pointer::Passage(to));
}

fn move_marks(draft: &mut Draft<'_>, (from, to): (DocumentId, DocumentId), carrier: &Carrier<'_>) -> Result<Carried, Refusal> {
    let (mut carried, mut trail) = (Carried::default(), Trail::default());
    let mut place = |span: Span, doubt: Option<&Doubt>| {
        let (span, doubt) = carrier.carry(span, doubt, &mut trail);
        carried.note(doubt.as_deref());
        (span, doubt)
    };
    let marks = draft.project().annotations().values().filter(|mark| mark.document == from);
    let marks: BTreeMap<AnnotationId, _> = marks.map(|mark| (mark.id, place(mark.span, mark.doubt.as_deref()))).collect();
    let passages = draft.project().exclusions().values().filter(|passage| passage.document == from);
    let passages: BTreeMap<ExclusionId, _> = passages.map(|passage| (passage.id, place(passage.span, passage.doubt.as_deref()))).collect();
    for (id, (span, doubt)) in marks {
        draft.change::<Annotation>(id, |mark| (mark.document, mark.span, mark.doubt) = (to, span, doubt))?;
    }
    for (id, (span, doubt)) in passages {
        draft.change::<Exclusion>(id, |passage| (passage.document, passage.span, passage.doubt) = (to, span, doubt))?;
    }
    Ok(carried)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, EvidenceChange};
    use crate::model::claim::Status;
    use crate::model::document::Text;
    use crate::model::exclusion::Reason;
    use crate::model::link::Role;
    use crate::model::lookup::Lookup;
    use crate::session::IdSource;
    use crate::testing::{Desk, NOW};

    const OLD: &str = "Rain\nIn May [it rained on [4|number] days|claim], [the office|source] said. [Nobody was hurt|claim]. That is sad.";
    const NEW: &str = "Rain\nIt was wet. In May it rained on 5 days, the office said. That is sad.";

    fn desk() -> Session {
        let mut desk = Desk::default();
        let first = desk.article(OLD);
        desk.article("Other\n[It was dry|claim].");
        desk.exclude(first, "That is sad.", Reason::Opinion);
        let (one, other) = (desk.claim("A1"), desk.claim("B1"));
        desk.link(one, Role::Contradicts, other);
        let mut session = Session::new(desk.project, None, IdSource::new(9));
        session.run(Command::SetStatus(one, Status::Asked), NOW);
        session.run(Command::Rate(one, Some(2)), NOW);
        session.run(Command::AddEvidence(other), NOW);
        let row = session.project().claims()[&other].evidence[0].id;
        session.run(Command::ChangeEvidence(other, row, EvidenceChange::Pointer(Some(Pointer::Passage(first)))), NOW);
        session
    }

    fn open(session: &mut Session, text: &str) {
        let first = session.project().order()[0];
        session.run(Command::OpenDraft(first, Box::new(NewArticle::of(Text::freeze(text)))), NOW);
    }

    #[test]
    fn marks_go_along_with_what_became_of_each_and_everything_else_stays() {
        let mut session = desk();
        let before = session.project().clone();
        let old = before.documents().next().unwrap().clone();
        open(&mut session, NEW);
        let words = "New draft of A: 2 marks kept, 2 changed, 1 lost its place. Look at them.";
        assert_eq!(session.notice().unwrap().words, words);
        assert_eq!(session.notice().unwrap().action, Some(Action::NextDoubt));
        let project = session.project();
        let new = project.documents().next().unwrap();
        assert_eq!((new.text.as_str(), new.title(), project.order().len()), (NEW, "Rain", 2));
        assert_eq!(new.earlier.iter().map(|draft| &**draft).collect::<Vec<_>>(), [&old]);
        let quotes: Vec<_> =
            project.annotations().values().map(|mark| (project.quote(mark), mark.doubt.as_ref().map(|doubt| doubt.fate))).collect();
        let expected = [
            ("it rained on 5 days", Some(Fate::Changed)),
            ("5", Some(Fate::Changed)),
            ("the office", None),
            ("Nobody was hurt", Some(Fate::Lost)),
            ("It was dry", None),
        ];
        assert_eq!(quotes, expected);
        let claim = |label: &str| &project.claims()[&crate::testing::claim(project, label)];
        assert_eq!((claim("A1").status, claim("A1").rating.is_some(), project.links().len()), (Status::Asked, true, before.links().len()));
        assert_eq!(claim("B1").evidence[0].pointer, Some(Pointer::Passage(new.id)));
        assert_eq!(project.changes(), before.changes(), "nothing about a claim was decided");
        assert_eq!(session.document().unwrap().id, new.id);
    }

    #[test]
    fn one_undo_brings_the_old_draft_back_to_the_letter_and_redo_the_new_one() {
        let mut session = desk();
        let before = session.project().clone();
        open(&mut session, NEW);
        let after = session.project().clone();
        session.run(Command::Run(Action::Undo), NOW);
        assert_eq!(session.project(), &before);
        session.run(Command::Run(Action::Redo), NOW);
        assert_eq!(session.project(), &after);
        let (known, fresh) = (session.lookup(), Lookup::new(session.project()));
        for document in session.project().documents() {
            let (known, fresh) = (known.document(document.id).unwrap(), fresh.document(document.id).unwrap());
            assert!(known.marks.iter().eq(fresh.marks.iter()) && known.doubtful.iter().eq(fresh.doubtful.iter()));
            assert_eq!((known.tally, &known.sentences, &known.overview), (fresh.tally, &fresh.sentences, &fresh.overview));
        }
    }

    #[test]
    fn drafts_pile_up_and_what_was_lost_is_found_where_it_stands_again() {
        let mut session = desk();
        open(&mut session, NEW);
        let plain = session.project().documents().next().unwrap().earlier[0].text.as_str().to_owned();
        open(&mut session, &plain);
        let document = session.project().documents().next().unwrap();
        assert_eq!(document.earlier.len(), 2);
        assert!(document.earlier.iter().all(|draft| draft.earlier.is_empty()));
        let project = session.project();
        let lost: Vec<_> = project.annotations().values().filter(|mark| mark.is_lost()).collect();
        assert!(lost.is_empty(), "{lost:?}");
        assert_eq!(project.letter(document.earlier[0].id), "A");
    }

    #[test]
    fn what_another_checker_did_in_the_draft_before_goes_along_in_a_merge() {
        let base = desk();
        let (mut ours, mut theirs) = (desk(), Session::new(base.project().clone(), None, IdSource::new(77)));
        open(&mut ours, NEW);
        let first = base.project().order()[0];
        let text = base.document().unwrap().text.clone();
        for words in ["said", "That"] {
            let start = text.as_str().find(words).unwrap();
            let span = Span::between(start, start + words.len());
            theirs.run(Command::Tag { document: first, span, tag: crate::model::annotation::Tag::Source }, NOW);
        }
        let mut desk = theirs.project().clone();
        crate::edit::Draft::new(&mut desk).change::<Document>(first, |document| document.meta.outlet = "Nordpost".into()).unwrap();
        for (one, other) in [(ours.project(), &desk), (&desk, ours.project())] {
            let merged = crate::merge::merge(base.project(), one, other).unwrap();
            let project = &merged.project;
            assert_eq!(merged.flags, [], "nothing is left to decide");
            let article = project.documents().next().unwrap();
            assert_eq!((project.order().len(), article.text.as_str(), &*article.earlier[0].meta.outlet), (2, NEW, "Nordpost"));
            let quotes =
                |mark: &Annotation| mark.document == article.id && ["said", "That"].contains(&project.quote(mark)) && mark.doubt.is_none();
            assert_eq!(project.annotations().values().filter(|mark| quotes(mark)).count(), 2);
            assert_eq!(project.annotations().len(), desk.annotations().len());
        }
    }

    #[test]
    fn what_is_no_new_draft_is_refused_in_words() {
        let mut session = desk();
        let before = session.project().clone();
        let same = before.documents().next().unwrap().text.as_str().to_owned();
        open(&mut session, &same);
        assert_eq!(session.notice().unwrap().words, "This is the draft that A has already: the text is the same to the letter.");
        open(&mut session, " \n");
        assert_eq!(session.notice().unwrap().words, "There are no words in this draft.");
        assert_eq!(session.project(), &before);
    }

    #[test]
    fn a_signed_article_gets_no_new_draft_but_signed_claims_go_along() {
        let mut session = desk();
        session.set_checker("RK");
        let other = crate::testing::claim(session.project(), "B1");
        session.run(Command::SetStatus(other, Status::Confirmed), NOW);
        session.run(Command::Rate(other, Some(5)), NOW);
        session.run(Command::Change(vec![other], crate::command::ClaimChange::SignOff), NOW);
        assert!(session.project().claims()[&other].is_signed(), "{:?}", session.notice());
        open(&mut session, NEW);
        let new = session.project().order()[0];
        assert_eq!(session.project().claims()[&other].evidence[0].pointer, Some(Pointer::Passage(new)));
        let second = session.project().order()[1];
        session.run(Command::ChangeArticle(crate::command::ArticleChange::SignOff(second)), NOW);
        session.run(Command::OpenDraft(second, Box::new(NewArticle::of(Text::freeze("Other\nIt was wet.")))), NOW);
        let words = "B is signed off by RK. Open it again with a reason, then open its new draft.";
        assert_eq!(session.notice().unwrap().words, words);
    }
}
