//! A session as a checker uses it: selections written as quotes, commands by name, outcomes as short texts.

mod attributing;
mod commands;
mod comparing;
mod findings;
mod guard;
mod lending;
mod lookup;
mod merging;
mod numbers;
mod replacing;

use proptest::prelude::*;

use super::*;
use crate::command::catalogue::{Action, Motion};
use crate::command::{CATALOGUE, Command, NewArticle, Query};
use crate::model::annotation::Tag;
use crate::model::claim::Status;
use crate::model::link::Role;
use crate::model::lookup::SentenceState;
use crate::testing;

const NOW: Moment = testing::NOW;

fn session(articles: &[&str]) -> Session {
    let mut session = Session::new(testing::project_of(articles), None, IdSource::new(7));
    session.set_checker("RK");
    session
}

impl Session {
    fn do_all(&mut self, actions: &[Action]) -> &mut Self {
        for action in actions {
            self.run(Command::Run(*action), NOW);
        }
        self
    }

    /// Selects the first place of some words in the article shown.
    fn pick(&mut self, words: &str) -> &mut Self {
        let document = self.document().unwrap();
        let start = document.text.as_str().find(words).unwrap_or_else(|| panic!("no {words}"));
        let (document, head) = (document.id, start + words.len());
        self.run(Command::Select { document, anchor: start, head }, NOW);
        self
    }

    fn tag_words(&mut self, words: &str, tag: Tag) -> &mut Self {
        self.pick(words).do_all(&[Action::TagSelection(tag)])
    }

    /// All marks of the article shown: `claim A1 “…”`.
    fn marks_as_text(&self) -> Vec<String> {
        let lookup = self.document_lookup().unwrap();
        let describe = |mark: &crate::model::annotation::Mark| {
            let annotation = &self.project().annotations()[&mark.id];
            let name = match annotation.mention {
                Mention::Claim(id) => format!(" {}", self.project().claim_label(id)),
                _ => String::new(),
            };
            format!("{}{name} “{}”", mark.tag.word(), self.project().quote(annotation))
        };
        lookup.marks.iter().map(describe).collect()
    }

    fn links_as_text(&self) -> Vec<String> {
        let name = |record: Mention| match record {
            Mention::Claim(id) => self.project().claim_label(id),
            other => self.lookup().quote(self.project(), other).to_owned(),
        };
        self.project().links().values().map(|link| format!("{} {} {}", name(link.from), link.role.word(), name(link.to))).collect()
    }

    fn selected_words(&self) -> String {
        let span = self.mark().map_or(self.selection().unwrap().span(), |mark| mark.span);
        self.document().unwrap().text.slice(span).to_owned()
    }

    fn said(&self) -> &str {
        self.notice().map_or("", |notice| notice.words.as_str())
    }
}

const ARTICLE: &str = "Dyke fails\nAbout 1,500 people left, officials said. The dyke had held for 40 years. It was bad luck.";

#[test]
fn tagging_links_what_lies_inside() {
    let mut session = session(&[ARTICLE]);
    session.tag_words("1,500 people", Tag::Number).tag_words("About 1,500 people left, officials said", Tag::Claim);
    assert_eq!(session.links_as_text(), ["A1 contains 1,500 people"]);
    session.tag_words("officials", Tag::Source);
    assert_eq!(session.links_as_text(), ["A1 contains 1,500 people", "A1 rests on officials"]);
    let number = session.project().quantities().values().next().unwrap();
    assert_eq!(number.reading(), "1,500 people");
    assert_eq!(session.history().undo_label(), Some("tag source “officials”"));
}

#[test]
fn a_bare_caret_tags_the_sentence_or_the_word() {
    let mut session = session(&[ARTICLE]);
    session.pick("dyke had");
    session.do_all(&[Action::Clear, Action::TagSelection(Tag::Claim)]);
    assert_eq!(session.marks_as_text(), ["claim A1 “The dyke had held for 40 years.”"]);
    session.pick("40");
    session.do_all(&[Action::Clear, Action::TagSelection(Tag::Number)]);
    assert_eq!(session.selected_words(), "40");
}

#[test]
fn the_same_words_are_not_tagged_twice() {
    let mut session = session(&[ARTICLE]);
    session.tag_words("40 years", Tag::Number).tag_words("40 years", Tag::Number);
    assert_eq!(session.marks_as_text().len(), 1);
    assert_eq!(session.said(), "These words are tagged as a number already.");
}

#[test]
fn removing_a_claim_takes_its_links_and_undo_brings_all_back() {
    let mut session = session(&[ARTICLE]);
    session.tag_words("1,500 people", Tag::Number).tag_words("About 1,500 people left", Tag::Claim);
    let before = session.project().clone();
    session.do_all(&[Action::Remove]);
    assert_eq!(session.marks_as_text(), ["number “1,500 people”"]);
    assert!(session.links_as_text().is_empty());
    session.do_all(&[Action::Undo]);
    assert_eq!(session.project(), &before);
    assert_eq!(session.selected_words(), "About 1,500 people left");
    assert_eq!(session.said(), "Undone: remove claim A1");
}

#[test]
fn resizing_keeps_links_and_rating() {
    let mut session = session(&[ARTICLE]);
    session.tag_words("1,500 people", Tag::Number).tag_words("About 1,500 people left", Tag::Claim);
    session.do_all(&[Action::Rate(1), Action::StartResize, Action::ResizeWordRight, Action::ResizeKeep]);
    assert_eq!(session.selected_words(), "About 1,500 people left, officials");
    assert_eq!(session.links_as_text(), ["A1 contains 1,500 people"]);
    let claim = session.project().claims().values().next().unwrap();
    assert_eq!(claim.rating.as_ref().map(|rating| rating.grade.value()), Some(1));
    session.do_all(&[Action::StartResize, Action::ResizeEdge, Action::ResizeWordRight, Action::ResizeRestore]);
    assert_eq!(session.selected_words(), "About 1,500 people left, officials");
}

#[test]
fn every_occurrence_is_confirmed_one_by_one() {
    let mut session = session(&["Flood\nSalesses said so. Later Salesses denied it.", "More\nSalesses again."]);
    session.pick("Salesses").do_all(&[Action::TagEveryOccurrence(Tag::Source)]);
    assert!(matches!(session.mode(), Mode::Confirming(_)));
    session.do_all(&[Action::OccurrenceSkip, Action::OccurrenceTake]);
    assert_eq!(session.mode(), &Mode::Reading);
    assert_eq!(session.said(), "2 tagged.");
    assert_eq!(session.project().sources().len(), 1);
    assert_eq!(session.marks_as_text(), ["source “Salesses”"]);
}

#[test]
fn a_name_is_one_source_whatever_its_case_and_letters() {
    let mut session = session(&["Flood\nSalesses, Мария and Kelvin left. SALESSES, МАРИЯ and \u{212a}ELVIN came back, as Zoë and zoe."]);
    for name in ["Salesses", "Мария", "\u{212a}ELVIN", "SALESSES", "МАРИЯ", "Kelvin", "Zoë", "zoe"] {
        session.tag_words(name, Tag::Source);
    }
    let names: Vec<&str> = session.project().sources().values().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["Salesses", "Мария", "\u{212a}ELVIN", "Zoë", "zoe"]);
    assert_eq!(session.marks_as_text().len(), 8);
}

#[test]
fn a_sentence_goes_through_the_reasons_and_back_to_checkable() {
    let mut session = session(&[ARTICLE]);
    session.pick("bad luck");
    let mut reasons = Vec::new();
    for _ in 0..5 {
        session.do_all(&[Action::NotCheckable]);
        reasons.push(session.project().exclusions().values().next().map(|passage| passage.reason.word()));
    }
    assert_eq!(reasons, [Some("opinion"), Some("forecast"), Some("motive"), Some("experience"), None]);
}

#[test]
fn coverage_counts_marked_and_set_aside_sentences() {
    let mut session = session(&[ARTICLE]);
    session.tag_words("40 years", Tag::Number).pick("bad luck").do_all(&[Action::NotCheckable]);
    let lookup = session.document_lookup().unwrap();
    let count = |state| lookup.count(state);
    assert_eq!([count(SentenceState::Marked), count(SentenceState::NotCheckable), count(SentenceState::Untouched)], [1, 1, 2]);
}

#[test]
fn links_are_made_by_keyboard_across_articles_and_wrong_kinds_are_refused() {
    let mut session =
        session(&["One\n[None were there|claim]. [Five|number] came, [she|source] said.", "Two\n[About 2,200 were there|claim]."]);
    session.do_all(&[Action::NextMark, Action::StartLink, Action::NextArticle, Action::LinkNext, Action::LinkConfirm]);
    assert_eq!(session.links_as_text(), ["A1 contradicts B1"]);
    assert_eq!(session.selected_words(), "None were there");
    session.do_all(&[Action::StartLink]);
    session.type_link_end('b');
    session.type_link_end('1');
    session.do_all(&[Action::LinkRole, Action::LinkConfirm]);
    assert_eq!(session.links_as_text(), ["A1 contradicts B1", "A1 same as B1"]);
    let number = *session.project().quantities().keys().next().unwrap();
    let source = *session.project().sources().keys().next().unwrap();
    session.run(Command::Link { from: Mention::Number(number), to: Mention::Source(source), role: None }, NOW);
    assert_eq!(session.said(), "A number cannot be linked to a source. Link both to the claim they belong to.");
}

#[test]
fn a_selection_becomes_another_mention_and_splits_off_again() {
    let mut session = session(&["One\n[None were there|claim].", "Two\nNobody was there."]);
    session.do_all(&[Action::NextArticle]);
    session.pick("Nobody was there").do_all(&[Action::StartLink]);
    session.type_link_end('A');
    session.type_link_end('1');
    session.do_all(&[Action::LinkConfirm]);
    assert_eq!(session.marks_as_text(), ["claim A1 “Nobody was there”"]);
    session.do_all(&[Action::SplitMention]);
    assert_eq!(session.marks_as_text(), ["claim B1 “Nobody was there”"]);
    let ids: Vec<_> = session.project().claims().keys().copied().collect();
    session.run(Command::MergeClaims { keep: ids[0], join: ids[1] }, NOW);
    assert_eq!(session.lookup().mentions(Mention::Claim(ids[0])).len(), 2);
}

#[test]
fn settling_moves_the_status_and_says_what_is_left() {
    let mut session = session(&["One\n[None were there|claim]. [Five came|claim]."]);
    session.do_all(&[Action::NextOpen, Action::SetStatus(Status::Confirmed)]);
    let announced = session.take_requests().into_iter().any(|request| request == Request::Announce("A1 confirmed. 1 left in A.".into()));
    assert!(announced);
    session.do_all(&[Action::NextOpen]);
    assert_eq!(session.selected_words(), "Five came");
    session.do_all(&[Action::SetStatus(Status::Cut), Action::NextOpen]);
    assert_eq!(session.said(), "Both claims are settled. 1 sentence untouched.");
}

#[test]
fn a_rating_asks_for_its_reason_and_a_visit_is_one_step() {
    let mut session = session(&["One\n[None were there|claim]."]);
    session.do_all(&[Action::NextMark, Action::Rate(1)]);
    let claim = session.claim().unwrap();
    assert!(session.take_requests().contains(&Request::Focus(Field::RatingReason(claim))));
    let steps = session.history().len();
    for text in ["A", "Ab", "About 2,200"] {
        session.run(Command::Type { field: Field::RatingReason(claim), text: text.into(), visit: Visit(1) }, NOW);
    }
    assert_eq!(session.history().len(), steps + 1);
    assert_eq!(session.history().undo_label(), Some("type reason of A1"));
    let reasons: Vec<_> =
        session.project().changes().values().filter(|change| change.field == "reason").map(|change| change.after.as_str()).collect();
    assert_eq!(reasons, ["About 2,200"]);
    session.do_all(&[Action::Undo]);
    assert_eq!(session.project().claims()[&claim].rating.as_ref().unwrap().reason, "");
}

#[test]
fn a_value_that_is_none_is_refused_in_words_and_what_stood_there_stays() {
    let mut session = session(&["One\n[Five|number] came."]);
    let number = *session.project().quantities().keys().next().unwrap();
    let mut write =
        |text: &str, visit| session.run(Command::Type { field: Field::QuantityValue(number), text: text.into(), visit: Visit(visit) }, NOW);
    write("5", 1);
    write("5x", 1);
    assert!(session.said().contains("“5x” is not a number"));
    assert_eq!(session.project().quantities()[&number].reading(), "5");
}

#[test]
fn the_way_back_leads_through_articles_and_views() {
    let mut session = session(&["One\n[None|claim].", "Two\n[Five|claim]."]);
    session.do_all(&[Action::NextMark, Action::NextArticle, Action::ShowNumbers, Action::Back, Action::Back]);
    assert_eq!((session.view(), session.selected_words().as_str()), (ViewKind::Articles, "None"));
    session.do_all(&[Action::Forward]);
    assert_eq!(session.project().letter(session.document().unwrap().id), "B");
}

#[test]
fn removing_an_article_rehomes_claims_that_live_on() {
    let mut session = session(&["One\n[None were there|claim].", "Two\nNobody was there."]);
    session.do_all(&[Action::NextArticle]);
    session.pick("Nobody was there").do_all(&[Action::StartLink]);
    session.type_link_end('A');
    session.type_link_end('1');
    session.do_all(&[Action::LinkConfirm]);
    let first = session.project().order()[0];
    let before = session.project().clone();
    session.run(Command::RemoveArticle(first), NOW);
    assert_eq!(session.marks_as_text(), ["claim A1 “Nobody was there”"]);
    session.do_all(&[Action::Undo]);
    assert_eq!(session.project(), &before);
}

#[test]
fn an_article_is_not_added_twice_and_can_be_moved() {
    let mut session = session(&["One\nA.", "Two\nB."]);
    let text = session.document().unwrap().text.clone();
    session.run(Command::AddArticles(vec![NewArticle::of(text)]), NOW);
    assert_eq!(session.project().order().len(), 2);
    assert!(session.said().starts_with("Already open as A"));
    let first = session.project().order()[0];
    session.run(Command::MoveArticle(first, 1), NOW);
    assert_eq!(session.project().letter(first), "B");
}

#[test]
fn search_finds_words_whole_words_and_patterns() {
    let mut session = session(&["One\nTroops and troop carriers. 1500 troops.", "Two\nNo troops."]);
    let mut hits = |query: Query| {
        session.run(Command::Search(query), NOW);
        session.search().hits().len()
    };
    let text = |text: &str| Query { text: text.into(), ..Query::default() };
    assert_eq!(hits(text("troop")), 3);
    assert_eq!(hits(Query { is_whole_words: true, ..text("troop") }), 1);
    assert_eq!(hits(Query { is_case_sensitive: true, ..text("troop") }), 2);
    assert_eq!(hits(Query { is_everywhere: true, ..text("troops") }), 3);
    assert_eq!(hits(Query { is_regex: true, ..text(r"\d+ troops") }), 1);
    assert_eq!(hits(Query { is_regex: true, ..text("(") }), 0);
    assert!(session.search().error().is_some());
    session.run(Command::Search(Query { is_everywhere: true, ..text("no troops") }), NOW);
    session.do_all(&[Action::NextHit]);
    assert_eq!(session.selected_words(), "No troops");
}

#[test]
fn the_selection_grows_extends_and_copies_the_exact_words() {
    let mut session = session(&["One\nÉmile said “no”.\n\nNext one."]);
    session.pick("said").do_all(&[Action::ExtendSelection(Motion::WordRight), Action::ExtendSelection(Motion::WordRight)]);
    assert_eq!(session.selected_words(), "said “no”.\n\nNext");
    session.do_all(&[Action::Copy]);
    assert!(session.take_requests().contains(&Request::Copy("said “no”.\n\nNext".into())));
    session.pick("said").do_all(&[Action::Grow, Action::Shrink]);
    assert_eq!(session.selected_words(), "said");
}

#[test]
fn what_is_done_now_is_the_newest_even_in_a_project_from_the_future() {
    let mut session = session(&["One\n[None|claim]."]);
    session.do_all(&[Action::NextMark]);
    session.run(Command::Run(Action::SetStatus(Status::Asked)), Moment::from_ms(NOW.epoch_ms + 1_000_000_000_000));
    let mut later = Session::new(session.project().clone(), None, IdSource::new(9));
    later.do_all(&[Action::NextMark, Action::SetStatus(Status::Cut)]);
    let last = later.project().changes().values().next_back().unwrap();
    assert_eq!((last.field.as_str(), last.after.as_str()), ("status", "Cut"));
}

#[test]
fn contradictions_are_found_from_both_ends() {
    let mut session = session(&["One\n[None|claim]. [Five|claim]."]);
    let ids: Vec<_> = session.project().claims().keys().copied().collect();
    session.run(Command::Link { from: Mention::Claim(ids[0]), to: Mention::Claim(ids[1]), role: Some(Role::Contradicts) }, NOW);
    let other = session.lookup().linked(session.project(), Mention::Claim(ids[1]), Role::Contradicts);
    assert_eq!(other, [Mention::Claim(ids[0])]);
}

/// What must hold of every project: nothing points to nothing, nothing hangs loose.
fn check_whole(project: &Project) {
    for mark in project.annotations().values() {
        assert!(project.has(mark.mention));
        let text = &project.document(mark.document).unwrap().text;
        assert_eq!(text.span(mark.span.start(), mark.span.end()), mark.span);
    }
    for link in project.links().values() {
        assert!(project.has(link.from) && project.has(link.to) && link.from != link.to);
    }
    for id in project.claims().keys() {
        assert!(project.annotations().values().any(|mark| mark.mention == Mention::Claim(*id)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_row_of_actions_leaves_a_whole_project_that_can_be_undone_to_the_start(
        steps in prop::collection::vec((0..CATALOGUE.len(), 0usize..80, 0usize..30), 1..60),
    ) {
        let mut session = session(&[ARTICLE, "Two\nÉmile counted 1,500 people 👨‍👩‍👧 there, they said.\nThe dyke had held for 40 years."]);
        let start = session.project().clone();
        for (row, anchor, length) in steps {
            if row % 3 == 0 {
                let document = session.document().unwrap().id;
                session.run(Command::Select { document, anchor, head: anchor + length }, NOW);
            }
            session.do_all(&[CATALOGUE[row].action]);
            check_whole(session.project());
            prop_assert_eq!(session.lookup().document(session.document().unwrap().id).unwrap().sentences.len(),
                session.document().unwrap().text.sentences().len());
        }
        while session.history().undo_label().is_some() {
            session.do_all(&[Action::Undo]);
        }
        prop_assert_eq!(session.project(), &start);
    }
}

#[test]
fn a_fault_in_the_middle_of_any_action_leaves_the_project_as_it_was_and_the_next_try_succeeds() {
    let start = || {
        let mut session = session(&["One\n[It rained [4 days|number]|claim], [they|source] say. It snowed.", "Two\n[It was dry|claim]."]);
        session.do_all(&[Action::NextMark, Action::SetStatus(Status::Asked), Action::Rate(2)]);
        session
    };
    let mut failed = 0;
    for action in CATALOGUE.iter().map(|row| row.action) {
        let mut session = start();
        let before = (session.project().clone(), session.history().undo_label().map(str::to_owned), session.history().len());
        testing::let_fail(testing::Spot::Step);
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| session.run(Command::Run(action), NOW)));
        testing::takes_fault(testing::Spot::Step);
        if outcome.is_ok() {
            continue;
        }
        failed += 1;
        session.mend_after_fault();
        let after = (session.project().clone(), session.history().undo_label().map(str::to_owned), session.history().len());
        assert_eq!(after, before, "{action:?}");
        let mut untroubled = start();
        untroubled.run(Command::Run(action), NOW);
        session.run(Command::Run(action), NOW);
        assert_eq!(
            (session.history().len(), session.project().claims()),
            (untroubled.history().len(), untroubled.project().claims()),
            "{action:?}"
        );
    }
    assert!(failed >= 15, "{failed}");
}

#[test]
fn a_fault_while_typing_keeps_what_was_typed_before() {
    let mut session = session(&["One\n[It rained|claim]."]);
    session.do_all(&[Action::NextMark]);
    let field = crate::command::Field::ClaimNote(session.claim().unwrap());
    let visit = session.new_visit();
    let mut type_it = |text: &str| session.run(Command::Type { field, text: text.into(), visit }, NOW);
    type_it("It did");
    testing::let_fail(testing::Spot::Step);
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| type_it("It did not"))).is_err());
    let note = |session: &Session| session.project().claims().values().next().unwrap().note.clone();
    assert_eq!(note(&session), "It did");
    session.mend_after_fault();
    session.do_all(&[Action::Undo]);
    assert_eq!(note(&session), "");
}

#[test]
fn a_clock_that_is_put_back_leaves_ids_and_history_in_the_order_of_the_work() {
    let earlier = Moment::from_ms(NOW.epoch_ms - 86_400_000);
    let mut session = session(&["One\n[It rained|claim]."]);
    session.do_all(&[Action::NextMark, Action::SetStatus(Status::Asked)]);
    session.run(Command::Run(Action::SetStatus(Status::Confirmed)), earlier);
    // The next start, with a clock that is still wrong.
    let mut session = Session::new(session.project().clone(), None, IdSource::new(3));
    session.run(Command::Run(Action::NextMark), earlier);
    session.run(Command::Run(Action::SetStatus(Status::Cut)), earlier);
    let after: Vec<_> = session.project().changes().values().map(|change| change.after.clone()).collect();
    assert_eq!(after, ["Asked", "Confirmed", "Cut"].map(str::to_owned));
    session.run(Command::Run(Action::Undo), earlier);
    assert_eq!(session.project().claims().values().next().unwrap().status, Status::Confirmed);
}
