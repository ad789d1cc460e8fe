//! Two articles beside each other as text, and as fingers use them.

use std::sync::Arc;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::building::Building;
use super::figures::table;
use super::rows::{Block, Column, Open, blocks, cards, origin, shared};
use super::*;
use crate::model::document::Document;
use crate::model::link::{Link, Role as LinkRole};
use crate::model::quantity::Quantity;
use crate::testing::{Desk, number};
use crate::view::testing::{Stage, session, window};

const ONE: &str = "The gate jammed at noon on Monday, [the two sources|source] said. It did not open for 40 hours.\n\
    Bread is dear.\nNobody bakes any.\n\
    The mayor said [about 2,200|number] people left their homes by the river.\n\
    Ferries may run again on Sunday morning from the old pier.";
const TWO: &str = "Ferries run again on Sunday morning from the old pier.\n\
    [Salesses|source] said the gate jammed at noon on Monday. It did not open for 14 hours.\n\
    The mayor said [roughly 2,200|number] people fled their homes by the river.\nSheep were lost. They were found.";

fn project() -> crate::model::project::Project {
    made().project
}

fn made() -> Desk {
    let mut desk = Desk::default();
    desk.article(ONE);
    desk.article(TWO);
    desk.article("[Only [1,100 men|number] left|claim], officials said.");
    desk
}

/// The first article beside the second.
fn beside(session: &Session) -> Arc<Beside> {
    let order = session.project().order();
    let mut building = Building::default();
    let two = (order[0], order[1]);
    assert!(building.get(session, two).is_none(), "it is ordered first");
    let order = building.take_order().unwrap();
    assert!(building.take_order().is_none() && building.get(session, two).is_none(), "ordered once");
    let made = Arc::new(order.compare());
    building.take(order, made);
    building.get(session, two).unwrap()
}

fn shown_blocks(session: &Session, column: Column, open: &Open) -> Vec<String> {
    let beside = beside(session);
    let text = column.of((&beside.one, &beside.other)).text();
    let block = |block: &Block| match block {
        Block::Fold(fold) => format!("{} {}", if fold.is_open { "v" } else { ">" }, fold.words),
        Block::Words(words) => {
            let mark = |(span, look): &(Span, rows::Look)| format!("{look:?}:{}", text.slice(*span));
            let marks: Vec<String> = words.marks.iter().map(mark).collect();
            let passage = words.passage.map_or("-".to_owned(), |at| at.to_string());
            let short: String = text.slice(words.span).chars().take(16).collect();
            format!("{} {passage} {short} [{}]", words.paragraph.as_deref().unwrap_or("·"), marks.join(", "))
        }
    };
    blocks(session, &beside, column, open).iter().map(block).collect()
}

#[test]
fn each_column_tells_passages_what_differs_and_what_only_it_has() {
    let session = session(project());
    assert_eq!(
        shown_blocks(&session, Column::One, &Open::new()),
        [
            "1 0 The gate jammed  [Differs:the two sources said, Shifts:the two sources]",
            "· 1 It did not open  [Differs:40, Shifts:40 hours]",
            "> ¶2–3: 2 paragraphs only in A",
            "4 2 The mayor said a [Differs:about, Figure:about 2,200, Differs:left]",
            "5 3 Ferries may run  [Differs:may, Shifts:may]",
        ]
    );
    let open = Open::from([(Column::Other, 3)]);
    assert_eq!(
        shown_blocks(&session, Column::Other, &open),
        [
            "1 3 Ferries run agai []",
            "2 0 Salesses said th [Differs:Salesses said, Shifts:Salesses]",
            "· 1 It did not open  [Differs:14, Shifts:14 hours]",
            "3 2 The mayor said r [Differs:roughly, Figure:roughly 2,200, Differs:fled]",
            "v ¶4: 1 paragraph only in B",
            "4 - Sheep were lost. []",
        ]
    );
    assert_eq!(shared(&beside(&session)), (3, 5));
}

#[test]
fn cards_say_what_is_known_and_leave_meaning_to_the_reader() {
    let session = session(project());
    let card = |card: Card| format!("{} {} | {} | {} | {}", card.place, card.chip, card.quotes.0.text, card.quotes.1.text, card.words);
    assert_eq!(
        cards(&session, &beside(&session)).into_iter().map(card).collect::<Vec<_>>(),
        [
            "¶1 source changes | Salesses said the gate jammed… | …at noon on Monday, the two sources said. | On the record in B, anonymous in A.",
            "¶1 figure changes | It did not open for 14 hours. | It did not open for 40 hours. | B has “14 hours”, A has “40 hours”.",
            "¶5 hedge changes | Ferries run again on Sunday… | Ferries may run again on Sunday… | A hedges with “may”; B does not.",
            "¶4 reworded | The mayor said roughly 2,200 people fled… | The mayor said about 2,200 people left… | Reworded. Whether it means the same is yours to judge.",
        ]
    );
}

fn listed(session: &Session, has_others: bool) -> Vec<String> {
    let cell = |cell: &Option<figures::Cell>| cell.as_ref().map_or("–".to_owned(), |cell| cell.words.clone());
    let row = |row: &figures::FigureRow| {
        let others: Vec<String> = row.others.iter().map(|(letter, cell)| format!("{letter} {}", cell.words)).collect();
        let sign = if row.finding.is_warning { "!" } else { "" };
        format!("{} | {} | {} | {} | {sign}{}", row.measured, cell(&row.one), cell(&row.other), others.join(", "), row.finding.words)
    };
    let table = table(session, &beside(session), has_others);
    table.rows.iter().map(row).chain([format!("{:?}", table.counts)]).collect()
}

#[test]
fn figures_stand_beside_each_other_with_what_others_say_of_the_same() {
    let mut desk = made();
    let plain = [
        "people | about 2,200 | roughly 2,200 |  | Both agree",
        "hours | 40 hours | – |  | Only in A",
        "hours | – | 14 hours |  | Only in B",
        "(1, 1, 1)",
    ];
    assert_eq!(listed(&session(desk.project.clone()), true), plain);
    for words in ["about 2,200", "roughly 2,200", "1,100 men"] {
        desk.change(number(&desk.project, words), |number: &mut Quantity| number.measured = "People who left".into());
    }
    let asked = listed(&session(desk.project.clone()), true);
    assert_eq!(asked[0], "People who left | about 2,200 | roughly 2,200 | C 1,100 men | !C differs from both");
    assert_eq!(listed(&session(desk.project.clone()), false)[0], "People who left | about 2,200 | roughly 2,200 |  | Both agree");
}

#[test]
fn who_published_first_is_told_where_both_days_are_known() {
    let mut desk = made();
    let order = desk.project.order().to_vec();
    let told = |desk: &Desk| {
        let document = |at: usize| desk.project.document(order[at]).unwrap();
        [origin(document(0), Some(document(1))), origin(document(1), Some(document(0)))]
    };
    assert_eq!(told(&desk), ["outlet? · 47 words", "outlet? · 44 words"]);
    desk.change(order[0], |document: &mut Document| document.meta.published = "22 January 2025".into());
    desk.change(order[1], |document: &mut Document| (document.meta.published, document.meta.outlet) = ("2025-01-20".into(), "CNN".into()));
    assert_eq!(told(&desk), ["outlet? · 22 January 2025 · 47 words · published later", "CNN · 2025-01-20 · 44 words · published first"]);
}

/// The view on a session; comparisons are made at once.
fn view(project: crate::model::project::Project) -> Harness<'static, Stage<CompareState>> {
    let state = CompareState { all: AllPairs { is_known: true, ..AllPairs::default() }, ..CompareState::default() };
    window(session(project), state, |ui, cx, state| {
        egui::Panel::right("right").exact_size(356.0).show(ui, |ui| compare_right_ui(ui, cx, state));
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| compare_ui(ui, cx, state));
        if let Some(order) = state.take_order() {
            let beside = order.compare();
            state.take_beside(order, beside);
            ui.ctx().request_repaint();
        }
    })
}

fn claims(harness: &Harness<'_, Stage<CompareState>>) -> Vec<(String, usize)> {
    let session = &harness.state().session;
    let claims = session.project().claims().keys();
    claims.map(|id| (session.project().claim_label(*id), session.lookup().mentions((*id).into()).len())).collect()
}

fn press(harness: &mut Harness<'_, Stage<CompareState>>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn keys_go_through_the_passages_and_make_claims_and_links_of_them() {
    let mut harness = view(project());
    let first = "A ¶1 and B ¶2: 70 % shared, source changes";
    press(&mut harness, Key::J);
    assert_eq!(harness.state_mut().own.take_announcement().as_deref(), Some(first));
    press(&mut harness, Key::C);
    assert_eq!(claims(&harness), [("C1".to_owned(), 1), ("A1".to_owned(), 2)]);
    press(&mut harness, Key::C);
    assert!(harness.state().session.notice().unwrap().words.starts_with("These passages are one claim already"));
    press(&mut harness, Key::J);
    press(&mut harness, Key::L);
    assert_eq!(claims(&harness)[2..], [("A2".to_owned(), 1), ("B1".to_owned(), 1)]);
    let links: Vec<&Link> = harness.state().session.project().links().values().filter(|link| link.role == LinkRole::Same).collect();
    assert_eq!(links.len(), 1);
    press(&mut harness, Key::K);
    press(&mut harness, Key::Enter);
    let session = &harness.state().session;
    let words = session.document().unwrap().text.slice(session.selection().unwrap().span());
    assert_eq!((session.view(), words), (ViewKind::Articles, "The gate jammed at noon on Monday, the two sources said."));
}

#[test]
fn what_changed_becomes_claims_and_all_passages_links_in_a_step_each() {
    let mut harness = view(project());
    harness.get_by_label("Make 3 claims").click();
    harness.run();
    assert_eq!(claims(&harness).len(), 4);
    assert!(harness.query_by_label_contains("Make ").is_none(), "nothing is left to be made");
    harness.get_by_label("Link all passages").click();
    harness.run();
    let session = &harness.state().session;
    // Three are one claim each by now; the reworded one gets two claims that are linked.
    assert_eq!((session.project().claims().len(), session.history().len()), (6, 2));
    assert!(session.notice().unwrap().words.starts_with("Linked: A"));
}

#[test]
fn folds_open_by_mouse_and_by_key_and_swapping_turns_everything() {
    let mut harness = view(project());
    harness.get_by_label("¶2–3: 2 paragraphs only in A").click();
    harness.run();
    assert!(harness.query_by_label_contains("only in A: Nobody bakes any.").is_some());
    harness.get_by_label("¶2–3: 2 paragraphs only in A").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_label_contains("only in A: Nobody bakes any.").is_none());
    harness.get_by_label("Swap the two").click();
    harness.run();
    assert!(harness.query_by_label_contains("What B changed").is_some());
    assert!(harness.query_by_label_contains("B ¶2 and A ¶1: 70 % shared").is_some());
}

#[test]
fn another_article_is_chosen_from_the_list() {
    let mut harness = view(project());
    harness.get_by_label_contains("Right article: B").click();
    harness.run();
    harness.get_by_label_contains("C  Only 1,100 men").click();
    harness.run();
    assert!(harness.query_by_label_contains("These two share no passages.").is_some());
}

#[test]
fn one_article_alone_says_what_is_missing() {
    let harness = view(crate::testing::project("Title\nIt rained."));
    assert!(harness.query_by_label_contains("Compare needs two articles. Open another one.").is_some());
}

#[test]
fn who_comes_from_an_article_sees_it_beside_the_one_it_shares_most_with() {
    let project = project();
    let order = project.order().to_vec();
    let pair = crate::compare::Pair { one: order[0], other: order[2], passages: 3, moved: 0, share_percent: 50 };
    let mut session = session(project);
    let mut state = CompareState::default();
    let preferences = crate::session::Preferences::default();
    let two = |state: &mut CompareState, session: &Session, pass: u64| {
        state.two(&Cx::new(session, &preferences, crate::testing::NOW, None), pass)
    };
    assert_eq!(two(&mut state, &session, 5), Some((order[0], order[1])), "until all are compared, the next of the list");
    state.all = AllPairs { pairs: Arc::new(vec![pair]), is_known: true, progress: None };
    assert_eq!(two(&mut state, &session, 6), Some((order[0], order[2])));
    state.choose((order[0], order[1]));
    assert_eq!(two(&mut state, &session, 7), Some((order[0], order[1])), "what was chosen stays");
    session.run(Command::ShowArticle(order[2]), crate::testing::NOW);
    assert_eq!(two(&mut state, &session, 20), Some((order[2], order[0])), "coming from another article");
}

#[test]
fn a_claim_that_is_confirmed_leaves_the_comparison_as_it_is() {
    let mut session = session(project());
    let held = beside(&session);
    let mut building = Building::default();
    let two = held.two;
    building.get(&session, two);
    let order = building.take_order().unwrap();
    building.take(order, held);
    let claim = session.project().claims().keys().next().copied().unwrap();
    session.run(Command::SetStatus(claim, crate::model::claim::Status::Confirmed), crate::testing::NOW);
    assert!(building.get(&session, two).is_some() && building.take_order().is_none());
    // A source that is marked may be who speaks in a passage.
    let text = &session.project().document(two.0).unwrap().text;
    let at = text.as_str().find("The mayor").unwrap();
    let span = text.span(at, at + 9);
    session.run(Command::Tag { document: two.0, span, tag: crate::model::annotation::Tag::Source }, crate::testing::NOW);
    assert!(building.get(&session, two).is_some() && building.take_order().is_some());
}
