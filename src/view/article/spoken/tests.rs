//! The tree that a screen reader gets of a page, and what it may ask for.

use egui::accesskit::{Action, ActionData, ActionRequest, Role, TextSelection, TreeId};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

use super::super::{GalleyState, article_ui};
use crate::command::Command;
use crate::model::annotation::Fate;
use crate::testing::Desk;
use crate::view::testing::{Stage, session, window};

const MARKED: &str =
    "First words\nThen [about [1,500 people|number] left|claim], [officials|source] said.\nA last paragraph with שלום in it.";

type Page = Harness<'static, Stage<GalleyState>>;

fn page() -> Page {
    let mut desk = Desk::default();
    desk.article(MARKED);
    let mut page = window(session(desk.project), GalleyState::default(), article_ui);
    page.run_steps(2);
    page
}

/// Role and name or words of a node and those below it.
fn tell(node: AccessKitNode<'_>, depth: usize, told: &mut String) {
    let words = node.label().or(node.value()).unwrap_or_default();
    told.push_str(&format!("{}{:?} {words:?}\n", "  ".repeat(depth), node.role()));
    node.children().for_each(|child| tell(child, depth + 1, told));
}

#[test]
fn paragraphs_hold_marks_and_words_in_reading_order() {
    let page = page();
    let mut told = String::new();
    tell(page.get_by_role(Role::Document).accesskit_node(), 0, &mut told);
    insta::assert_snapshot!(told, @r#"
    Document "Article text: First words"
      Heading "First words"
        Note "Sentence 1 of 3, untouched"
        TextRun "First words\n"
      Paragraph "Then about 1,500 people left, officials said."
        TextRun "Then "
        Mark "Claim A1, open, no source. about 1,500 people left"
        TextRun "about "
        Mark "Number, 1,500 people, read as 1,500 people, about"
        TextRun "1,500 people"
        TextRun " left"
        TextRun ", "
        Mark "Source, anonymous, officials, 0 claims"
        TextRun "officials"
        TextRun " said.\n"
      Paragraph "A last paragraph with שלום in it."
        Note "Sentence 3 of 3, untouched"
        TextRun "A last paragraph with "
        TextRun "שלום"
        TextRun " in it.\n"
    "#);
}

#[test]
fn the_words_in_view_are_one_text_read_by_word_and_by_line() {
    let page = page();
    let document = page.get_by_role(Role::Document).accesskit_node();
    assert!(document.supports_text_ranges());
    assert_eq!(
        document.document_range().text(),
        "First words\nThen about 1,500 people left, officials said.\nA last paragraph with שלום in it.\n"
    );
    let mut at = document.document_start();
    let mut words = Vec::new();
    while !at.is_document_end() && words.len() < 40 {
        let mut range = at.to_degenerate_range();
        at = at.forward_to_word_end();
        range.set_end(at);
        words.push(range.text());
    }
    assert_eq!(words[..6], ["First ", "words\n", "Then ", "about ", "1,500 ", "people "]);
    let mut line = document.document_start().forward_to_line_end().to_degenerate_range();
    line.set_end(document.document_start().forward_to_line_end().forward_to_line_end());
    assert_eq!(line.text(), "Then about 1,500 people left, officials said.\n");
    assert!(!line.bounding_boxes().is_empty());
}

#[test]
fn a_screen_reader_hears_and_moves_the_selection() {
    let mut page = page();
    let document = page.get_by_role(Role::Document).accesskit_node();
    let (range, target) = (document.document_range(), document.locate().0);
    let text = range.text();
    let at = |words: &str| text[..text.find(words).unwrap()].chars().count();
    let (start, end) = (at("people"), at(" left"));
    let position = |offset: usize| document.text_position_from_global_usv_index(offset).unwrap().to_raw();
    let data = ActionData::SetTextSelection(TextSelection { anchor: position(start), focus: position(end) });
    let request = ActionRequest { action: Action::SetTextSelection, target_node: target, target_tree: TreeId::ROOT, data: Some(data) };
    page.event(egui::Event::AccessKitActionRequest(request));
    page.run_steps(3);
    let selection = page.state().session.selection().unwrap();
    assert_eq!(page.state().session.document().unwrap().text.slice(selection.span()), "people");
    let document = page.get_by_role(Role::Document).accesskit_node();
    assert_eq!(document.text_selection().unwrap().text(), "people");
}

#[test]
fn a_mark_is_selected_by_the_screen_readers_click() {
    let mut page = page();
    page.get_by_label_contains("Number, 1,500 people").click_accesskit();
    page.run_steps(2);
    assert!(page.state().commands().iter().any(|command| matches!(command, Command::SelectMark(_))));
    assert!(page.state().session.mark().is_some());
}

#[test]
fn what_has_lost_its_place_is_told_where_it_would_stand_and_what_changed_is_told_with_its_mark() {
    let mut desk = Desk::default();
    let article = desk.article(MARKED);
    desk.exclude(article, "First words", crate::model::exclusion::Reason::Opinion);
    desk.doubt("about 1,500 people left", Fate::Lost);
    desk.doubt("1,500 people", Fate::Changed);
    desk.doubt_passages(Fate::Lost);
    let mut page = window(session(desk.project), GalleyState::default(), article_ui);
    page.run_steps(2);
    for name in [
        "Lost its place: claim A1. about 1,500 people left",
        "Lost its place: not-checkable passage. First words",
        "Number, 1,500 people, read as 1,500 people, about, changed, look again",
    ] {
        assert_eq!(page.query_all_by_label(name).count(), 1, "{name}");
    }
    let lost = page.get_by_label("Lost its place: claim A1. about 1,500 people left").accesskit_node().locate().0;
    let request = ActionRequest { action: Action::Click, target_tree: TreeId::ROOT, target_node: lost, data: None };
    page.event(egui::Event::AccessKitActionRequest(request));
    page.run_steps(3);
    let mark = page.state().session.mark().unwrap();
    assert!(mark.is_lost() && page.state().session.project().quote(mark) == "about 1,500 people left");
}
