//! The sheet of all keys, in two columns by what they do, from the catalogue and the checker's own keys.

use egui::{Align, Context, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use super::Cx;
use crate::command::catalogue::{Action, Group, Motion};
use crate::model::annotation::Tag;
use crate::model::claim::Status;
use crate::widget::line::{label_ui, words_cut_ui};
use crate::widget::paint::{line_of_text, paint_line_at};
use crate::widget::{Face, Icon, ModalHead, ModalWindow, Spoken, Theme, hairline_ui, key_cap_ui, modal_head_ui, modal_ui};

const WIDTH: f32 = 672.0;
const TOP: f32 = 84.0;
const PADDING: f32 = 18.0;
const GAP: f32 = 34.0;
const HEAD: f32 = 21.0;
const ROW: f32 = 22.0;
const FOOT: f32 = 32.0;

/// One line of the sheet: what its keys do together.
struct Line {
    words: &'static str,
    actions: &'static [Action],
    /// Muted words after the keys.
    remark: &'static str,
}

const fn line(words: &'static str, actions: &'static [Action]) -> Line {
    Line { words, actions, remark: "" }
}

use Action as A;
use Motion as M;

const READ: &[Line] = &[
    line("Move the caret", &[A::MoveCaret(M::Left), A::MoveCaret(M::Right), A::MoveCaret(M::Up), A::MoveCaret(M::Down)]),
    line("By word", &[A::MoveCaret(M::WordLeft), A::MoveCaret(M::WordRight)]),
    line("By paragraph", &[A::MoveCaret(M::ParagraphUp), A::MoveCaret(M::ParagraphDown)]),
    line("Start, end of the row", &[A::MoveCaret(M::RowStart), A::MoveCaret(M::RowEnd)]),
    line("Start, end of the article", &[A::MoveCaret(M::Start), A::MoveCaret(M::End)]),
    line("By screen", &[A::MoveCaret(M::PageUp), A::MoveCaret(M::PageDown)]),
    Line { words: "Extend the selection", actions: &[A::ExtendSelection(M::Right)], remark: "and so on" },
    line("Word under the caret", &[A::SelectWord]),
    line("Grow: phrase, sentence, ¶", &[A::Grow]),
    line("Shrink again", &[A::Shrink]),
    line("Whole article", &[A::SelectAll]),
    line("Copy the exact words", &[A::Copy]),
    line("Let go", &[A::Clear]),
];
const TAG: &[Line] = &[
    line("Claim", &[A::TagSelection(Tag::Claim)]),
    line("Number", &[A::TagSelection(Tag::Number)]),
    line("Source", &[A::TagSelection(Tag::Source)]),
    line("Who says what in the sentence", &[A::Attribute]),
    line("Sentence is not checkable", &[A::NotCheckable]),
    line("Link: then J, K, Enter", &[A::StartLink]),
    line(
        "Tag every occurrence",
        &[A::TagEveryOccurrence(Tag::Claim), A::TagEveryOccurrence(Tag::Number), A::TagEveryOccurrence(Tag::Source)],
    ),
    line("Number measures the same as", &[A::GroupNumber]),
    line("Put numbers together", &[A::StateCheck]),
    line("Move an edge of a mark", &[A::StartResize]),
    line("Split the mention off", &[A::SplitMention]),
    line("Remove the mark", &[A::Remove]),
];
const SUGGEST: &[Line] = &[
    line("Show or hide them", &[A::Suggestions]),
    line("Next suggestion; J and K, too", &[A::NextSuggestion]),
    line("Take it, drop it", &[A::TakeSuggestion, A::DropSuggestion]),
    Line {
        words: "Numbers, sources, claims",
        actions: &[A::Suggest(Tag::Number), A::Suggest(Tag::Source), A::Suggest(Tag::Claim)],
        remark: "by name",
    },
    Line { words: "All of the article", actions: &[A::TakeAllSuggestions, A::DropAllSuggestions], remark: "by name" },
];
const GO_ON: &[Line] = &[
    line("Next, previous mark", &[A::NextMark, A::PreviousMark]),
    line("Next, previous open claim", &[A::NextOpen, A::PreviousOpen]),
    line("Next place to look at", &[A::NextDoubt]),
    line("It is right here, it belongs here", &[A::AcceptPlace, A::PlaceHere]),
    line("Next, previous article", &[A::NextArticle, A::PreviousArticle]),
    line("Back, forward", &[A::Back, A::Forward]),
];
const SETTLE: &[Line] = &[
    line("Open", &[A::SetStatus(Status::Open)]),
    line("Asked", &[A::SetStatus(Status::Asked)]),
    line("Confirmed: tick", &[A::SetStatus(Status::Confirmed)]),
    line("Changed: edit", &[A::SetStatus(Status::Changed)]),
    line("Cut: drop", &[A::SetStatus(Status::Cut)]),
    line("Unresolved", &[A::SetStatus(Status::Unresolved)]),
    line("Rate", &[A::Rate(1), A::Rate(2), A::Rate(3), A::Rate(4), A::Rate(5)]),
    line("Rate, longer scales", &[A::Rate(6), A::Rate(7), A::Rate(8), A::Rate(9)]),
    line("Clear the rating", &[A::ClearRating]),
    line("Sign off: claim, article", &[A::SignOff, A::SignArticle]),
    line("Claim in full", &[A::EditClaim]),
    line("Correction", &[A::EditCorrection]),
    line("Margin note", &[A::EditNote]),
    line("To the inspector", &[A::EditSelected]),
    line("Renumber claims in text order", &[A::RenumberClaims]),
];
const VIEWS: &[Line] = &[
    line("Articles, claims", &[A::ShowArticles, A::ShowClaims]),
    line("Numbers, sources", &[A::ShowNumbers, A::ShowSources]),
    line("Calculator", &[A::Calculator]),
    line("Compare, report", &[A::ShowCompare, A::ShowReport]),
    line("Next, previous panel", &[A::NextPanel, A::PreviousPanel]),
    line("Left panel, inspector", &[A::ToggleLeftPanel, A::ToggleInspector]),
    line("Larger, smaller, usual size", &[A::ZoomIn, A::ZoomOut, A::ZoomReset]),
    line("Commands", &[A::Palette]),
    line("This sheet", &[A::Shortcuts]),
    line("Settings", &[A::Settings]),
];
const FIND: &[Line] = &[
    line("In this article, in all", &[A::Find, A::FindEverywhere]),
    line("Next, previous hit", &[A::NextHit, A::PreviousHit]),
    line("Undo, redo", &[A::Undo, A::Redo]),
];
const FILES: &[Line] = &[
    line("Open articles", &[A::OpenArticles]),
    line("Open from a web address", &[A::OpenFromWeb]),
    line("Letters", &[A::Letters]),
    line("Paste as article", &[A::PasteArticle]),
    line("Open, paste new draft", &[A::OpenDraft, A::PasteDraft]),
    line("Drafts of this article", &[A::Drafts]),
    line("Read it in another way", &[A::ReadAgain]),
    line("Open, new project", &[A::OpenProject, A::NewProject]),
    line("Save, save as", &[A::Save, A::SaveAs]),
    line("Backups", &[A::Backups]),
    line("Export the report, write it again", &[A::Export, A::ExportAgain]),
    line("Print the report", &[A::Print]),
    line("Show in folder", &[A::ShowExported]),
    line("All figures as CSV", &[A::SaveFigures]),
    line("Decide what a merge left open", &[A::Decide]),
    line("Take over this project", &[A::TakeOver]),
    line("Open the sample", &[A::OpenSample]),
    line("Close the project", &[A::CloseProject]),
    line("Quit", &[A::Quit]),
];
const LINK: &[Line] = &[
    line("Next, previous mark", &[A::LinkNext, A::LinkPrevious]),
    line("Another role", &[A::LinkRole]),
    line("Make the link", &[A::LinkConfirm]),
    line("Leave", &[A::LinkLeave]),
];
const RESIZE: &[Line] = &[
    line("By character", &[A::ResizeLeft, A::ResizeRight]),
    line("By word", &[A::ResizeWordLeft, A::ResizeWordRight]),
    line("The other edge", &[A::ResizeEdge]),
    line("Keep, restore", &[A::ResizeKeep, A::ResizeRestore]),
];
const OCCURRENCES: &[Line] =
    &[line("Tag this one, leave it", &[A::OccurrenceTake, A::OccurrenceSkip]), line("Stop", &[A::OccurrenceLeave])];
const TABLES: &[Line] = &[
    line("Next, previous row", &[A::RowNext, A::RowPrevious]),
    line("Choose the row, next conflict", &[A::RowChoose]),
    line("Show in the text", &[A::RowShow]),
    line("Edit the row", &[A::RowEdit]),
    line("To a group, drop what is offered", &[A::RowGroup, A::RowDrop]),
    line("Put together with others", &[A::RowCheck]),
    line("Merge two sources", &[A::MergeSources]),
];

const COMPARE: &[Line] = &[
    line("Next, previous passage", &[A::PassageNext, A::PassagePrevious]),
    line("Claim of the pair, of all that changed", &[A::PassageClaim, A::ClaimChanges]),
    line("Link the pair, all pairs", &[A::PassageLink, A::LinkPassages]),
    line("Show in the text", &[A::PassageShow]),
    line("Swap the two articles", &[A::SwapArticles]),
];

const COLUMNS: [[Group; 7]; 2] = [
    [Group::Read, Group::Tag, Group::Suggest, Group::GoOn, Group::Files, Group::Link, Group::Occurrences],
    [Group::Settle, Group::Views, Group::Find, Group::Tables, Group::Compare, Group::Resize, Group::Occurrences],
];

fn lines(group: Group) -> &'static [Line] {
    match group {
        Group::Read => READ,
        Group::Tag => TAG,
        Group::Suggest => SUGGEST,
        Group::GoOn => GO_ON,
        Group::Settle => SETTLE,
        Group::Views => VIEWS,
        Group::Find => FIND,
        Group::Files => FILES,
        Group::Link => LINK,
        Group::Resize => RESIZE,
        Group::Occurrences => OCCURRENCES,
        Group::Tables => TABLES,
        Group::Compare => COMPARE,
    }
}

/// Draws the sheet over everything while it is open.
pub fn shortcut_sheet_ui(ctx: &Context, cx: &mut Cx<'_>, is_open: &mut bool) {
    if !*is_open {
        return;
    }
    let window = ModalWindow { id: "keys", name: "Keys", width: WIDTH, top: Some(TOP) };
    let (is_closed, should_close) = modal_ui(ctx, &window, |ui| {
        let head = ModalHead { icon: Icon::Keyboard, title: "Keys", remark: "Letters work while the text has the focus" };
        let is_closed = modal_head_ui(ui, head);
        let most = (ui.ctx().content_rect().height() - TOP - 52.0 - FOOT - 28.0).max(120.0);
        ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]).show(ui, |ui| columns_ui(ui, cx));
        foot_ui(ui, cx) | is_closed
    });
    if is_closed || should_close {
        *is_open = false;
    }
}

fn columns_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let whole = ui.available_rect_before_wrap().shrink2(Vec2::new(PADDING, 0.0));
    let width = (whole.width() - GAP) / 2.0;
    let mut bottom = whole.top();
    for (nth, groups) in COLUMNS.into_iter().enumerate() {
        let left = whole.left() + nth as f32 * (width + GAP);
        let rect = Rect::from_min_size(egui::pos2(left, whole.top() + 14.0), Vec2::new(width, 4000.0));
        let mut column = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
        // The last group is short and shared: it stands once, at the right.
        let mut groups: Vec<Group> = groups.into_iter().filter(|group| *group != Group::Occurrences || nth == 1).collect();
        groups.dedup();
        for group in groups {
            group_ui(&mut column, cx, group);
        }
        bottom = bottom.max(column.min_rect().bottom());
    }
    ui.allocate_rect(Rect::from_min_max(whole.min, egui::pos2(whole.right(), bottom)), Sense::hover());
}

fn group_ui(ui: &mut Ui, cx: &Cx<'_>, group: Group) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing = Vec2::new(6.0, 0.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEAD), Sense::hover());
    let title = line_of_text(ui, group.title(), Face::Strong, theme.ink);
    paint_line_at(ui.painter(), (rect.left(), rect.top() + 9.0), title, theme.ink);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, theme.line2));
    Spoken::new(Role::Heading, group.title()).tell(&response);
    for line in lines(group) {
        let room = Vec2::new(ui.available_width(), ROW);
        ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_size(room);
            keys_ui(ui, cx, line);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                words_cut_ui(ui, line.words, Face::Dense, theme.ink);
            });
        });
    }
    ui.add_space(13.0);
}

/// The caps from right to left.
fn keys_ui(ui: &mut Ui, cx: &Cx<'_>, line: &Line) {
    let theme = Theme::of(ui.ctx());
    if !line.remark.is_empty() {
        label_ui(ui, line.remark, Face::Meta, theme.ink3);
    }
    for action in line.actions.iter().rev() {
        let key = cx.key(*action);
        if !key.is_empty() {
            key_cap_ui(ui, &key);
        }
    }
}

/// True when the settings were asked for; the sheet then makes way.
fn foot_ui(ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
    let theme = Theme::of(ui.ctx());
    hairline_ui(ui);
    let room = Vec2::new(ui.available_width(), FOOT);
    let inner = ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.add_space(PADDING);
        let words = "Every key can be changed in Settings";
        let width = line_of_text(ui, words, Face::Meta, theme.ink3).size().x;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 24.0), Sense::click());
        let colour = if response.hovered() { theme.ink } else { theme.ink3 };
        paint_line_at(ui.painter(), (rect.left(), rect.center().y), line_of_text(ui, words, Face::Meta, colour), colour);
        crate::widget::paint::paint_focus(ui, &response);
        Spoken::new(Role::Button, words).key(Some(&cx.key(Action::Settings))).tell(&response);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(PADDING);
            key_cap_ui(ui, &cx.key(Action::Settings));
        });
        response.clicked()
    });
    if inner.inner {
        cx.run(Action::Settings);
    }
    inner.inner
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::command::Command;
    use crate::command::catalogue::CATALOGUE;
    use crate::testing::project;
    use crate::view::testing::{session, window};

    #[test]
    fn every_action_stands_in_its_group_of_the_sheet() {
        for row in CATALOGUE {
            let is_told = lines(row.group).iter().any(|line| line.actions.contains(&row.action));
            let is_extending = matches!(row.action, Action::ExtendSelection(_));
            assert!(is_told || is_extending, "{} is not in the sheet", row.label);
        }
        for group in Group::ALL {
            assert!(COLUMNS.as_flattened().contains(&group), "{group:?} has no column");
        }
    }

    #[test]
    fn the_sheet_shows_the_keys_and_leads_to_the_settings() {
        let mut harness = window(session(project("Words.")), true, |ui, cx, is_open| shortcut_sheet_ui(ui.ctx(), cx, is_open));
        harness.get_by_label("Settle a claim");
        harness.get_by_label("Ctrl K");
        harness.get_by_label("Every key can be changed in Settings").click();
        harness.run();
        assert_eq!(harness.state().commands(), [&Command::Run(Action::Settings)]);
        assert!(!harness.state().own);
    }
}
