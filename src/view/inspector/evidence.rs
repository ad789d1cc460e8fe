//! The evidence of a claim: each row folded to its words, the one at work unfolded to its fields.

use egui::{Frame, Margin, Rect, Role, Sense, Ui, Vec2};
use jiff::tz::TimeZone;

use super::choose::{Choosing, Purpose, choose_ui};
use super::rows::claim::{ClaimRows, EvidenceRow};
use super::{InspectorState, list, part};
use crate::command::{Command, EvidenceChange, Field};
use crate::model::annotation::Mention;
use crate::model::claim::{Evidence, Pointer, Stance};
use crate::model::id::ClaimId;
use crate::session::due;
use crate::view::Cx;
use crate::view::field::{area_ui, checked_line_ui, field_id};
use crate::view::menu::{MenuRow, drop_down_ui, menu_row_ui, more_ui};
use crate::view::sign::stance_icon;
use crate::view::wording::time_of;
use crate::widget::field::TextField;
use crate::widget::line;
use crate::widget::line::{HoverWords, label_ui, said_ui};
use crate::widget::paint::paint_focus_around;
use crate::widget::{
    Face, Icon, IconButton, Spoken, StatusButton, Theme, hairline_ui, icon_button_ui, link_button_ui, paint_icon, section_ui,
    status_grid_ui,
};

/// Draws the evidence and the row that adds some.
pub(super) fn evidence_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, rows): (&mut InspectorState, &ClaimRows)) {
    section_ui(ui, "Evidence", &rows.evidence_remark());
    for (nth, evidence) in rows.evidence.iter().enumerate() {
        let place = Place { claim: rows.id, nth, of: rows.evidence.len() };
        if is_unfolded(ui, cx, state, place, &evidence.row) {
            unfolded_ui(ui, cx, (state, place), evidence);
        } else {
            folded_ui(ui, cx, (state, place), evidence);
        }
    }
    add_ui(ui, cx, rows.id);
}

/// Which row of which claim.
#[derive(Clone, Copy)]
struct Place {
    claim: ClaimId,
    nth: usize,
    of: usize,
}

fn fields(claim: ClaimId, evidence: &Evidence) -> [Field; 8] {
    let id = evidence.id;
    [
        Field::EvidenceQuestion(claim, id),
        Field::EvidenceText(claim, id),
        Field::EvidenceQuote(claim, id),
        Field::EvidenceUrl(claim, id),
        Field::EvidenceArchive(claim, id),
        Field::EvidenceLocator(claim, id),
        Field::EvidenceSeen(claim, id),
        Field::EvidenceDue(claim, id),
    ]
}

/// A row is unfolded when it was clicked, while a field of it has the focus, and as long as it says nothing.
fn is_unfolded(ui: &Ui, cx: &Cx<'_>, state: &mut InspectorState, place: Place, evidence: &Evidence) -> bool {
    let fields = fields(place.claim, evidence);
    let has_focus = fields.iter().any(|field| cx.focus == Some(*field) || ui.memory(|memory| memory.has_focus(field_id(*field))));
    if has_focus {
        state.unfolded = Some(evidence.id);
    }
    let is_blank = !evidence.is_answered() && evidence.question.trim().is_empty() && evidence.locator.trim().is_empty();
    state.unfolded == Some(evidence.id) || (is_blank && evidence.source.is_none())
}

fn folded_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, place): (&mut InspectorState, Place), evidence: &EvidenceRow) {
    hairline_ui(ui);
    let theme = Theme::of(ui.ctx());
    let ground = ui.painter().add(egui::Shape::Noop);
    let shown = Frame::NONE.inner_margin(Margin::symmetric(0, 3)).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 7.0;
            stance_menu_ui(ui, cx, place.claim, &evidence.row);
            let words = ui.vertical(|ui| {
                ui.set_min_width(ui.available_width());
                words_ui(ui, cx, evidence);
            });
            words.response.rect
        })
        .inner
    });
    let response = ui.interact(shown.inner, ui.unique_id().with(("evidence", evidence.row.id)), Sense::click());
    if response.hovered() {
        let reach = shown.response.rect.expand2(Vec2::new(6.0, 0.0));
        ui.painter().set(ground, egui::epaint::RectShape::filled(reach, 0.0, theme.hover));
    }
    paint_focus_around(ui, &response, shown.inner, 2.0);
    Spoken::new(Role::Button, &format!("Edit evidence: {}", evidence.words())).tell(&response);
    if response.clicked() {
        state.unfolded = Some(evidence.row.id);
    }
    // The row that has the focus is moved by keys, too.
    if response.has_focus() {
        let by = ui.input_mut(|input| {
            let up = input.consume_key(egui::Modifiers::ALT, egui::Key::ArrowUp);
            let down = input.consume_key(egui::Modifiers::ALT, egui::Key::ArrowDown);
            isize::from(down) - isize::from(up)
        });
        if by != 0 {
            cx.send(Command::MoveEvidence(place.claim, evidence.row.id, by));
        }
    }
}

fn words_ui(ui: &mut Ui, cx: &Cx<'_>, evidence: &EvidenceRow) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(1.0);
    line::words_ui(ui, evidence.words(), (Face::Dense, 16.0), theme.ink);
    let detail = evidence.detail();
    if !detail.is_empty() {
        line::words_ui(ui, detail, (Face::Meta, Face::Meta.row()), theme.ink3);
    }
    if let Some((words, is_late)) = waiting(cx, &evidence.row) {
        let colour = if is_late { theme.warn } else { theme.ink3 };
        line::words_ui(ui, words, (Face::Meta, Face::Meta.row()), colour);
    }
    if let Some(verdict) = &evidence.verdict {
        line::words_ui(ui, verdict, (Face::Meta, Face::Meta.row()), theme.ink2);
    }
    ui.add_space(1.0);
}

/// `Waiting, due 17:00`, and whether that is past.
fn waiting(cx: &Cx<'_>, evidence: &Evidence) -> Option<(String, bool)> {
    if !evidence.is_waiting() {
        return None;
    }
    Some(match evidence.due {
        Some(due) if due < cx.now => (format!("Overdue since {}", time_of(due, cx.now)), true),
        Some(due) => (format!("Waiting, due {}", time_of(due, cx.now)), false),
        None => ("Waiting for an answer".to_owned(), false),
    })
}

/// The sign of the stance, which opens the choice of another.
fn stance_menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, claim: ClaimId, evidence: &Evidence) {
    let theme = Theme::of(ui.ctx());
    let (rect, place) = ui.allocate_exact_size(Vec2::new(14.0, 20.0), Sense::hover());
    let colour = if evidence.stance == Stance::Contradicts { theme.warn } else { theme.ink2 };
    let icon = if evidence.is_waiting() { Icon::Hourglass } else { stance_icon(evidence.stance) };
    paint_icon(ui.painter(), icon, rect.center(), 14.0, colour);
    let button = ui.interact(Rect::from_center_size(rect.center(), Vec2::splat(24.0)), place.id.with("stance"), Sense::click());
    paint_focus_around(ui, &button, rect, 2.0);
    let name = format!("{}: change", evidence.stance.word());
    Spoken::new(Role::Button, &name).tell(&button);
    let button = button.on_hover_words(&name);
    drop_down_ui(&button, |ui| {
        for stance in Stance::ALL {
            let row = MenuRow::new(stance.word()).icon(stance_icon(stance)).chosen(stance == evidence.stance);
            if menu_row_ui(ui, row) {
                cx.send(Command::SetStance(claim, evidence.id, stance));
            }
        }
    });
}

fn unfolded_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, place): (&mut InspectorState, Place), evidence: &EvidenceRow) {
    hairline_ui(ui);
    ui.add_space(6.0);
    let row = &evidence.row;
    stances_ui(ui, cx, place.claim, row);
    ui.add_space(5.0);
    let [question, text, quote, url, archive, locator, seen, due] = fields(place.claim, row);
    part::named_line_ui(ui, cx, ("Question", "what was asked, of whom"), question, &row.question);
    area_ui(ui, cx, text, TextField::new("Evidence").hint("What was found").least_rows(2), &row.text);
    ui.add_space(5.0);
    area_ui(ui, cx, quote, TextField::new("Words found").hint("The words that were found, to the letter").least_rows(1), &row.quote);
    ui.add_space(5.0);
    origin_ui(ui, cx, (state, place), evidence);
    part::named_line_ui(ui, cx, ("Address", "https://"), url, &row.url);
    part::named_line_ui(ui, cx, ("Archived", "address of a copy"), archive, &row.archive_url);
    part::named_line_ui(ui, cx, ("Locator", "page, paragraph, minute"), locator, &row.locator);
    part::named_line_ui(ui, cx, ("Seen on", "date"), seen, &row.seen);
    if !row.question.trim().is_empty() {
        due_ui(ui, cx, due, row);
    }
    if let Some(verdict) = &evidence.verdict {
        let ink = Theme::of(ui.ctx()).ink2;
        line::words_ui(ui, verdict, (Face::Dense, 17.0), ink);
    }
    tools_ui(ui, cx, (state, place), row);
}

fn due_ui(ui: &mut Ui, cx: &mut Cx<'_>, field: Field, evidence: &Evidence) {
    let now = cx.now;
    let text = evidence.due.map_or_else(String::new, |due| due::write(due, &TimeZone::system()));
    let look = TextField::new("Answer due").hint("17:00, tomorrow 9:00, 2 h").label_width(part::LABEL);
    let check = |typed: &str| {
        let is_time = typed.trim().is_empty() || due::read(typed, now, &TimeZone::system()).is_some();
        (!is_time).then(|| format!("Write {}.", due::EXAMPLES))
    };
    if let Some(words) = checked_line_ui(ui, cx, (field, &text), look, check) {
        let warn = Theme::of(ui.ctx()).warn;
        label_ui(ui, words, Face::Note, warn);
    }
    ui.add_space(5.0);
}

/// Where it comes from: a source of the register, a passage or claim of an article, a file.
fn origin_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, place): (&mut InspectorState, Place), evidence: &EvidenceRow) {
    let (claim, row) = (place.claim, evidence.row.id);
    if let Some(source) = &evidence.source {
        let mut is_gone = false;
        named_part_ui(ui, "Source", source, |ui| is_gone = link_button_ui(ui, "take away", "Take the source away").clicked());
        if is_gone {
            cx.send(Command::ChangeEvidence(claim, row, EvidenceChange::Source(None)));
        }
    }
    if let Some(pointer) = &evidence.pointer {
        let (mut is_gone, mut is_shown) = (false, false);
        named_part_ui(ui, "Points at", pointer, |ui| {
            is_gone = link_button_ui(ui, "take away", "Take the passage away").clicked();
            is_shown = link_button_ui(ui, "show", "Show what the evidence points at").clicked();
        });
        if is_gone {
            cx.send(Command::ChangeEvidence(claim, row, EvidenceChange::Pointer(None)));
        }
        if is_shown {
            show(cx, &evidence.row);
        }
    }
    if let Some(file) = &evidence.row.file {
        let mut is_gone = false;
        let shown = file.name().to_owned();
        named_part_ui(ui, "File", &shown, |ui| is_gone = link_button_ui(ui, "take away", "Take the file away").clicked());
        if is_gone {
            cx.send(Command::ChangeEvidence(claim, row, EvidenceChange::File(None)));
        }
    }
    choose_ui(ui, cx, state, |purpose| purpose == Purpose::EvidenceSource(claim, row) || purpose == Purpose::EvidenceClaim(claim, row));
}

/// A name, what stands there, and what can be done about it.
fn named_part_ui(ui: &mut Ui, name: &str, words: &str, trailing: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        list::column_ui(ui, part::LABEL - 8.0, |ui| drop(label_ui(ui, name, Face::Dense, theme.ink2)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            trailing(ui);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| list::one_line_ui(ui, words, false));
        });
    });
    ui.add_space(5.0);
}

/// Shows what a row points at: the claim, or the first place of its words in the article.
fn show(cx: &mut Cx<'_>, row: &Evidence) {
    let project = cx.session.project();
    match row.pointer {
        Some(Pointer::Claim(id)) => cx.send(Command::ShowRecord(Mention::Claim(id))),
        Some(Pointer::Passage(id)) => {
            let Some(document) = project.document(id) else { return };
            let found = document.text.as_str().find(row.quote.trim()).filter(|_| !row.quote.trim().is_empty());
            match found {
                Some(start) => {
                    let span = document.text.span(start, start + row.quote.trim().len());
                    cx.send(Command::ShowPlace { document: id, span });
                }
                None => cx.send(Command::ShowArticle(id)),
            }
        }
        None => {}
    }
}

fn stances_ui(ui: &mut Ui, cx: &mut Cx<'_>, claim: ClaimId, evidence: &Evidence) {
    let button =
        |stance: Stance| StatusButton { icon: stance_icon(stance), word: stance.word(), key: "", is_chosen: stance == evidence.stance };
    let clicked = status_grid_ui(ui, &Stance::ALL.map(button), 3);
    if let Some(stance) = clicked.and_then(|nth| Stance::ALL.get(nth)) {
        cx.send(Command::SetStance(claim, evidence.id, *stance));
    }
}

fn tools_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, place): (&mut InspectorState, Place), evidence: &Evidence) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let up = IconButton::new(Icon::ChevronUp, "Move evidence up").key("Alt ↑").enabled(place.nth > 0);
        if icon_button_ui(ui, up).clicked() {
            cx.send(Command::MoveEvidence(place.claim, evidence.id, -1));
        }
        let down = IconButton::new(Icon::ChevronDown, "Move evidence down").key("Alt ↓").enabled(place.nth + 1 < place.of);
        if icon_button_ui(ui, down).clicked() {
            cx.send(Command::MoveEvidence(place.claim, evidence.id, 1));
        }
        if icon_button_ui(ui, IconButton::new(Icon::Trash, "Remove evidence")).clicked() {
            cx.send(Command::RemoveEvidence(place.claim, evidence.id));
        }
        more_ui(ui, "Where it comes from", |ui| more_menu_ui(ui, cx, (state, place), evidence));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if link_button_ui(ui, "done", "Fold the evidence").clicked() {
                state.unfolded = None;
            }
        });
    });
}

fn more_menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, place): (&mut InspectorState, Place), evidence: &Evidence) {
    let (claim, row) = (place.claim, evidence.id);
    if menu_row_ui(ui, MenuRow::new("From a source of the register").icon(Icon::Quote)) {
        state.choosing = Some(Choosing::a_record(Purpose::EvidenceSource(claim, row)));
    }
    if menu_row_ui(ui, MenuRow::new("Points at another claim").icon(Icon::Spline)) {
        state.choosing = Some(Choosing::a_record(Purpose::EvidenceClaim(claim, row)));
    }
    if menu_row_ui(ui, MenuRow::new("Take the words selected in the article").icon(Icon::FileText)) {
        cx.send(Command::ChangeEvidence(claim, row, EvidenceChange::TakeSelection));
    }
    if menu_row_ui(ui, MenuRow::new("Attach a file").icon(Icon::FolderOpen)) {
        cx.send(Command::AttachFile(claim, row));
    }
}

fn add_ui(ui: &mut Ui, cx: &mut Cx<'_>, claim: ClaimId) {
    let row = list::JumpRow { name: "Add evidence", height: list::ROW, is_current: false };
    let response = list::jump_row_ui(
        ui,
        row,
        |ui| {
            let theme = Theme::of(ui.ctx());
            crate::widget::icon_ui(ui, Icon::Plus, 15.0, theme.ink3);
            said_ui(ui, "Add evidence", Face::Dense, theme.ink2);
        },
        |_| {},
    );
    if response.clicked() {
        cx.send(Command::AddEvidence(claim));
    }
}
