//! Places that must be looked at because an article was changed outside the program: the walk through them, and the three ways
//! out. A place is right as it is, belongs on other words, or goes.

use super::tagging::{link_neighbours, shortened, whole_sentences};
use super::{Mode, Outcome, Refusal, Request, Session};
use crate::model::annotation::{Annotation, Doubt, Doubtful, Fate, Mention};
use crate::model::document::Span;
use crate::model::exclusion::Exclusion;
use crate::model::id::{DocumentId, ExclusionId};
use crate::report::words::{capitalised, count};

/// What is said where a lost place is asked for words.
pub(super) const NO_WORDS: &str =
    "Its words are nowhere in the article. Select the words where it belongs, then place it there, or remove it.";

/// How many places must be looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DoubtCount {
    /// Moved or changed.
    pub to_look_at: usize,
    /// Without a place.
    pub lost: usize,
}

impl DoubtCount {
    /// `2 to look at, 1 lost its place`; nothing where all is certain.
    pub fn words(self) -> Option<String> {
        let look = (self.to_look_at > 0).then(|| format!("{} to look at", self.to_look_at));
        let lost = (self.lost > 0).then(|| lost_words(self.lost));
        let parts: Vec<String> = look.into_iter().chain(lost).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

fn lost_words(lost: usize) -> String {
    format!("{lost} lost {} place", if lost == 1 { "its" } else { "their" })
}

impl Session {
    /// How many places of the project must be looked at.
    pub fn doubt_count(&self) -> DoubtCount {
        let mut found = DoubtCount::default();
        for lookup in self.project.order().iter().filter_map(|id| self.lookup.document(*id)) {
            let lost = lookup.lost().count() + lookup.doubtful_exclusions.iter().filter(|passage| passage.is_lost()).count();
            found.lost += lost;
            found.to_look_at += lookup.doubtful.len() + lookup.doubtful_exclusions.len() - lost;
        }
        found
    }

    /// What became of the places of articles that were changed, for the notice on opening: `12 marks kept, 2 moved, 1 lost its place`.
    /// Nothing where none is in doubt.
    pub fn reanchored_words(&self) -> Option<String> {
        let (mut kept, mut fates) = (0, [0_usize; 3]);
        for lookup in self.project.order().iter().filter_map(|id| self.lookup.document(*id)) {
            let doubts = self.doubts_in(lookup.doubtful.iter().map(|mark| mark.id), &lookup.doubtful_exclusions);
            if doubts.is_empty() {
                continue;
            }
            kept += lookup.marks.len() + lookup.exclusions.len() + lookup.lost().count();
            kept = (kept + lookup.doubtful_exclusions.iter().filter(|passage| passage.is_lost()).count()).saturating_sub(doubts.len());
            for fate in doubts {
                if let Some(number) = fates.get_mut(fate as usize) {
                    *number += 1;
                }
            }
        }
        let [moved, changed, lost] = fates;
        let kept = format!("{} kept", count(kept, "mark"));
        let others = [(moved, format!("{moved} moved")), (changed, format!("{changed} changed")), (lost, lost_words(lost))];
        let others: Vec<String> = others.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
        (!others.is_empty()).then(|| format!("{kept}, {}. Look at them", others.join(", ")))
    }

    fn doubts_in(&self, marks: impl Iterator<Item = crate::model::id::AnnotationId>, passages: &[Exclusion]) -> Vec<Fate> {
        let marks = marks.filter_map(|id| self.project.annotations().get(&id)?.doubt.as_deref());
        marks.chain(passages.iter().filter_map(|passage| passage.doubt.as_deref())).map(|doubt| doubt.fate).collect()
    }

    /// The passage without a place that the walk came to, while nothing else is selected.
    pub fn lost_passage(&self) -> Option<ExclusionId> {
        let Some(Doubtful::Passage(id)) = self.looked_at.filter(|_| self.mark.is_none()) else { return None };
        let passage = self.project.exclusions().get(&id).filter(|passage| passage.is_lost())?;
        let selection = self.selection?;
        (selection.is_empty() && selection.document == passage.document && selection.head == passage.span.start()).then_some(id)
    }

    /// What is in doubt under the hand: the selected mark, the passage under the caret, or what the walk came to last.
    pub fn doubtful(&self) -> Option<Doubtful> {
        let mark = self.mark().filter(|mark| mark.doubt.is_some()).map(|mark| Doubtful::Mark(mark.id));
        let under_caret = || {
            let at = self.selection.filter(|_| self.mark.is_none())?.head;
            let passages = &self.document_lookup()?.doubtful_exclusions;
            passages.iter().find(|passage| passage.span.covers(at)).map(|passage| Doubtful::Passage(passage.id))
        };
        mark.or_else(under_caret).or(self.looked_at.filter(|doubtful| self.doubt_of(*doubtful).is_some()))
    }

    /// Whether there is a place to accept, or to put on other words.
    pub(super) fn has_doubt_at_hand(&self) -> bool {
        self.doubtful().or_else(|| self.only_lost()).is_some()
    }

    /// Why something must be looked at.
    pub fn doubt_of(&self, doubtful: Doubtful) -> Option<&Doubt> {
        match doubtful {
            Doubtful::Mark(id) => self.project.annotations().get(&id)?.doubt.as_deref(),
            Doubtful::Passage(id) => self.project.exclusions().get(&id)?.doubt.as_deref(),
        }
    }

    /// What a doubtful place is called: `Lost its place: claim D4`.
    pub fn doubt_words(&self, doubtful: Doubtful) -> String {
        let fate = self.doubt_of(doubtful).map_or(Fate::Changed, |doubt| doubt.fate);
        let what = match doubtful {
            Doubtful::Passage(_) => "not-checkable passage".to_owned(),
            Doubtful::Mark(id) => match self.project.annotations().get(&id).map(|mark| mark.mention) {
                Some(Mention::Claim(claim)) => format!("claim {}", self.project.claim_label(claim)),
                Some(other) => other.tag().word().to_owned(),
                None => String::new(),
            },
        };
        format!("{}: {what}", fate_words(fate))
    }

    /// Everything in doubt, in the order of articles and text.
    fn all_doubtful(&self) -> Vec<(usize, Span, Doubtful)> {
        let mut all = Vec::new();
        for (rank, id) in self.project.order().iter().enumerate() {
            let Some(lookup) = self.lookup.document(*id) else { continue };
            all.extend(lookup.doubtful.iter().map(|mark| (rank, mark.span, Doubtful::Mark(mark.id))));
            all.extend(lookup.doubtful_exclusions.iter().map(|passage| (rank, passage.span, Doubtful::Passage(passage.id))));
        }
        all.sort_unstable();
        all
    }

    /// Goes to the next place that must be looked at: behind the last one, else behind the caret, round through all articles.
    pub(super) fn next_doubt(&mut self) -> Outcome {
        let all = self.all_doubtful();
        let rank = |document: DocumentId| self.project.order().iter().position(|id| *id == document).unwrap_or(0);
        let caret = self.selection.map_or((0, 0), |selection| (rank(selection.document), selection.head));
        let last = self.looked_at.and_then(|last| all.iter().position(|(.., doubtful)| *doubtful == last));
        let next = last.map_or_else(|| all.partition_point(|(rank, span, _)| (*rank, span.start()) < caret), |at| at + 1);
        let Some((.., doubtful)) = all.get(next).or(all.first()).copied() else {
            self.say("Every mark stands on its words.", false);
            return Ok(());
        };
        self.look_at(doubtful)?;
        let words = self.doubt_words(doubtful);
        self.requests.push(Request::Announce(words.clone()));
        let was = self.doubt_of(doubtful).map_or("", |doubt| doubt.was.exact.as_str());
        let was = was.split_whitespace().collect::<Vec<_>>().join(" ");
        self.say(format!("{words}. It was on “{}”. {} in all.", shortened(&was), count(all.len(), "place")), false);
        Ok(())
    }

    /// Shows something in doubt; what is done about it afterwards is done to this.
    pub(super) fn look_at(&mut self, doubtful: Doubtful) -> Outcome {
        self.looked_at = Some(doubtful);
        match doubtful {
            Doubtful::Mark(mark) => self.select_mark(mark)?,
            Doubtful::Passage(id) => {
                let Some(passage) = self.project.exclusions().get(&id) else { return Err("This passage is gone already.".into()) };
                let (document, start) = (passage.document, passage.span.start());
                self.show_place(document, Span::between(start, start))?;
            }
        }
        self.requests.push(Request::FocusGalley);
        Ok(())
    }

    /// Takes the place of a mark that moved or was changed as right.
    pub(super) fn accept_place(&mut self) -> Outcome {
        match self.doubtful() {
            Some(doubtful) => self.accept(doubtful),
            None => Err("Nothing here is in doubt. The next place to look at has its own key.".into()),
        }
    }

    /// The same for one that is named.
    pub(super) fn accept(&mut self, doubtful: Doubtful) -> Outcome {
        if self.doubt_of(doubtful).is_none() {
            return Err("Somebody has looked at this already.".into());
        }
        if self.doubt_of(doubtful).is_some_and(Doubt::is_lost) {
            return Err(NO_WORDS.into());
        }
        self.settle_place(doubtful, None, "accept the place")
    }

    /// Puts a mark or passage in doubt on the selected words.
    pub(super) fn place_here(&mut self) -> Outcome {
        let Some(doubtful) = self.doubtful().or_else(|| self.only_lost()) else {
            return Err("Go to the mark that lost its place first, then select the words where it belongs.".into());
        };
        let (Some(selection), Some(document)) = (self.selection.filter(|selection| !selection.is_empty()), self.document()) else {
            return Err("Select the words where it belongs first.".into());
        };
        let home = match doubtful {
            Doubtful::Mark(id) => self.project.annotations().get(&id).map(|mark| mark.document),
            Doubtful::Passage(id) => self.project.exclusions().get(&id).map(|passage| passage.document),
        };
        if home != Some(document.id) {
            let letter = home.map_or_else(|| "?".to_owned(), |home| self.project.letter(home));
            return Err(Refusal(format!("It belongs to article {letter}. Select words there.")));
        }
        let words = document.text.trimmed(selection.span());
        let span = if matches!(doubtful, Doubtful::Passage(_)) { whole_sentences(document, words) } else { Some(words) };
        let Some(span) = span.filter(|span| !span.is_empty()) else { return Err("There are no words here.".into()) };
        self.settle_place(doubtful, Some(span), "place again")
    }

    /// The mark or passage without a place, where there is only one.
    fn only_lost(&self) -> Option<Doubtful> {
        let lost = self.all_doubtful().into_iter().map(|(.., doubtful)| doubtful);
        let mut lost = lost.filter(|doubtful| self.doubt_of(*doubtful).is_some_and(Doubt::is_lost));
        lost.next().filter(|_| lost.next().is_none())
    }

    fn settle_place(&mut self, doubtful: Doubtful, place: Option<Span>, label: &str) -> Outcome {
        let words = self.doubt_words(doubtful);
        let what = words.split_once(": ").map_or("", |(_, what)| what);
        self.step(|draft, maker| {
            match doubtful {
                Doubtful::Mark(id) => {
                    draft.change::<Annotation>(id, |mark| {
                        mark.span = place.unwrap_or(mark.span);
                        mark.doubt = None;
                    })?;
                    if place.is_some() {
                        link_neighbours(draft, maker, id)?;
                    }
                }
                Doubtful::Passage(id) => draft.change::<Exclusion>(id, |passage| {
                    passage.span = place.unwrap_or(passage.span);
                    passage.doubt = None;
                })?,
            }
            Ok(((), format!("{label}: {what}")))
        })?;
        self.mode = Mode::Reading;
        if let (Doubtful::Mark(id), Some(_)) = (doubtful, place) {
            self.select_mark(id)?;
        }
        let left = self.doubt_count().words().map_or_else(|| "every mark stands on its words".to_owned(), |left| format!("{left} still"));
        let told = if place.is_some() { "Placed" } else { "Accepted" };
        self.requests.push(Request::Announce(format!("{told}: {what}, {left}")));
        self.say(format!("{told}: {what}. {}.", capitalised(&left)), false);
        Ok(())
    }
}

/// What became of a place, in words.
pub fn fate_words(fate: Fate) -> &'static str {
    match fate {
        Fate::Moved => "Moved",
        Fate::Changed => "Changed",
        Fate::Lost => "Lost its place",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;
    use crate::command::catalogue::Action;
    use crate::model::document::offset::OffsetMap;
    use crate::model::exclusion::Reason;
    use crate::model::lookup::Lookup;
    use crate::model::project::Project;
    use crate::session::{IdSource, ViewKind};
    use crate::testing::{Desk, NOW};

    /// Two articles: a claim that moved, a number that was changed, a source and a passage without a place.
    fn project() -> Project {
        let mut desk = Desk::default();
        desk.article("One\n[It rained|claim]. Then [4|number] left, [they|source] say.");
        let second = desk.article("Two\nThat is sad. [It snowed|claim].");
        desk.exclude(second, "That is sad.", Reason::Opinion);
        desk.doubt("It rained", Fate::Moved);
        desk.doubt("4", Fate::Changed);
        desk.doubt("they", Fate::Lost);
        desk.doubt_passages(Fate::Lost);
        desk.project
    }

    fn session() -> Session {
        Session::new(project(), None, IdSource::new(7))
    }

    impl Session {
        fn told(&mut self, action: Action) -> String {
            self.notice = None;
            self.run(Command::Run(action), NOW);
            self.notice().map_or_else(String::new, |notice| notice.words.clone())
        }

        fn select_words(&mut self, words: &str) {
            let document = self.document().unwrap();
            let (id, start) = (document.id, document.text.as_str().find(words).unwrap());
            self.run(Command::Select { document: id, anchor: start, head: start + words.len() }, NOW);
        }
    }

    #[test]
    fn the_walk_goes_through_all_places_in_doubt_and_round() {
        let mut session = session();
        assert_eq!(session.doubt_count().words().unwrap(), "2 to look at, 2 lost their place");
        assert_eq!(session.reanchored_words().unwrap(), "1 mark kept, 1 moved, 1 changed, 2 lost their place. Look at them");
        let walk: Vec<_> = (0..5).map(|_| session.told(Action::NextDoubt)).collect();
        let expected = [
            "Moved: claim A1. It was on “It rained”. 4 places in all.",
            "Changed: number. It was on “4”. 4 places in all.",
            "Lost its place: source. It was on “they”. 4 places in all.",
            "Lost its place: not-checkable passage. It was on “That is sad.”. 4 places in all.",
            "Moved: claim A1. It was on “It rained”. 4 places in all.",
        ];
        assert_eq!(walk, expected);
        let requests = session.take_requests();
        assert!(requests.contains(&Request::Announce("Lost its place: source".into())), "{requests:?}");
    }

    #[test]
    fn a_place_that_is_right_is_accepted_and_undo_brings_the_doubt_back() {
        let mut session = session();
        let before = session.project().clone();
        session.told(Action::NextDoubt);
        assert_eq!(session.told(Action::AcceptPlace), "Accepted: claim A1. 1 to look at, 2 lost their place still.");
        assert_eq!(session.history().undo_label(), Some("accept the place: claim A1"));
        assert_eq!(session.doubt_count(), DoubtCount { to_look_at: 1, lost: 2 });
        session.told(Action::Undo);
        assert_eq!((session.project(), session.doubt_count().to_look_at), (&before, 2));
    }

    #[test]
    fn what_is_lost_is_placed_on_the_selected_words_of_its_article() {
        let mut session = session();
        (0..3).for_each(|_| drop(session.told(Action::NextDoubt)));
        assert_eq!(session.told(Action::AcceptPlace), NO_WORDS);
        assert_eq!(session.told(Action::StartResize), NO_WORDS);
        assert_eq!(session.told(Action::PlaceHere), "Select the words where it belongs first.");
        session.select_words("left");
        assert_eq!(session.told(Action::PlaceHere), "Placed: source. 2 to look at, 1 lost its place still.");
        let mark = session.mark().unwrap().clone();
        assert_eq!((session.project().quote(&mark), &mark.doubt), ("left", &None));
        // The passage is the last one without a place, so nobody need walk to it; it takes whole sentences.
        session.looked_at = None;
        session.select_words("Then");
        assert_eq!(session.told(Action::PlaceHere), "It belongs to article B. Select words there.");
        session.run(Command::Run(Action::NextArticle), NOW);
        session.select_words("snowed");
        assert_eq!(session.told(Action::PlaceHere), "Placed: not-checkable passage. 2 to look at still.");
        let passage = session.project().exclusions().values().next().unwrap().clone();
        assert_eq!(session.document().unwrap().text.slice(passage.span), "It snowed.");
    }

    #[test]
    fn what_is_lost_can_be_removed_and_comes_back_by_undo() {
        let mut session = session();
        let before = session.project().clone();
        (0..3).for_each(|_| drop(session.told(Action::NextDoubt)));
        assert!(session.applies(Action::Remove));
        session.told(Action::Remove);
        assert_eq!(session.doubt_count(), DoubtCount { to_look_at: 2, lost: 1 });
        session.told(Action::Undo);
        assert_eq!(session.project(), &before);
        let mut again = self::session();
        (0..4).for_each(|_| drop(again.told(Action::NextDoubt)));
        assert!(again.applies(Action::Remove) && again.lost_passage().is_some());
        again.told(Action::Remove);
        assert!(again.project().exclusions().is_empty());
        again.told(Action::Undo);
        assert_eq!(again.project(), &before);
    }

    #[test]
    fn what_is_lost_is_counted_but_lies_on_no_words() {
        let session = session();
        let first = session.lookup().document(session.project().order()[0]).unwrap();
        let mark = session.project().annotations().values().find(|mark| mark.is_lost()).unwrap();
        assert!(first.marks.iter().all(|other| other.id != mark.id) && first.tally.sources == 1);
        assert_eq!(first.lost().map(|mark| mark.id).collect::<Vec<_>>(), [mark.id]);
        let second = session.lookup().document(session.project().order()[1]).unwrap();
        assert_eq!(second.count(crate::model::lookup::SentenceState::NotCheckable), 0);
        assert!(second.exclusions.is_empty() && second.doubtful_exclusions.len() == 1);
    }

    #[test]
    fn what_follows_from_the_project_is_the_same_after_each_step_as_looked_through_at_once() {
        let mut session = session();
        let actions = [
            Action::NextDoubt,
            Action::AcceptPlace,
            Action::NextDoubt,
            Action::Remove,
            Action::NextDoubt,
            Action::Remove,
            Action::NextDoubt,
            Action::Remove,
            Action::Undo,
            Action::Undo,
            Action::Undo,
            Action::Undo,
            Action::Redo,
        ];
        for action in actions {
            session.told(action);
            let fresh = Lookup::new(session.project());
            for document in session.project().documents() {
                let (now, fresh) = (session.lookup().document(document.id).unwrap(), fresh.document(document.id).unwrap());
                assert!(now.marks.iter().eq(fresh.marks.iter()) && now.doubtful.iter().eq(fresh.doubtful.iter()), "{action:?}");
                assert_eq!((&now.doubtful_exclusions, &now.exclusions), (&fresh.doubtful_exclusions, &fresh.exclusions));
                assert_eq!((now.tally, &now.sentences, &now.overview), (fresh.tally, &fresh.sentences, &fresh.overview), "{action:?}");
                assert!(now.open.iter().eq(fresh.open.iter()), "{action:?}");
            }
        }
        assert_eq!(session.view(), ViewKind::Articles);
    }

    #[test]
    fn moving_an_edge_is_looking_at_the_place() {
        let mut session = session();
        session.told(Action::NextDoubt);
        let mark = session.mark().unwrap().clone();
        let text = session.document().unwrap().text.clone();
        assert_eq!(
            mark.doubt.as_ref().unwrap().was,
            crate::model::annotation::Anchor::of(&text, mark.span, &OffsetMap::new(text.as_str()))
        );
        session.run(Command::Resize { mark: mark.id, span: Span::between(mark.span.start(), mark.span.end() - 2) }, NOW);
        assert_eq!(session.mark().unwrap().doubt, None);
    }
}
