//! The right panel of the Numbers view: a calculator, and what holds and what does not. Where a number is selected its own panel can be
//! chosen instead.

pub mod rows;

use std::rc::Rc;

use egui::{Align, Id, Key, Layout, Modifiers, Rect, Role, Sense, Ui, UiBuilder, Vec2};

use self::rows::{CheckRow, Target, heading, rows};
use super::PADDING;
use super::rows::claim_of;
use crate::command::{Command, catalogue::Action};
use crate::model::annotation::Mention;
use crate::model::document::Language;
use crate::model::id::ClaimId;
use crate::model::quantity::arithmetic::{Answer, NoAnswer, answer_in};
use crate::session::Session;
use crate::suggest::checks::Verdict;
use crate::view::Cx;
use crate::view::kept::Kept;
use crate::view::table::{Heights, Lines, inset_ui, lines_ui, padded_ui};
use crate::widget::icon_button::{IconButton, icon_button_ui, tooltip_ui};
use crate::widget::line::{label_ui, words_ui};
use crate::widget::paint::{line_cut_to, line_of_text, paint_focus, paint_line_at};
use crate::widget::{
    Button, Chip, Face, Icon, Spoken, TextField, Theme, button_ui, chip_ui, hairline_ui, icon_ui, key_cap_ui, paint_icon, text_field_ui,
};

const ROW: f32 = 48.0;
const HEAD: f32 = 44.0;
const FOOT: f32 = 44.0;
/// Room for the cross that takes a stated check back, points.
const CROSS: f32 = 24.0;

/// What the right panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    /// The number that is selected, if there is one.
    #[default]
    Number,
    Checks,
}

/// What the panel remembers.
#[derive(Default)]
pub struct ChecksState {
    side: Side,
    line: String,
    worked: Option<(String, Language, Result<Answer, NoAnswer>)>,
    wants_focus: bool,
    rows: Kept<(), (Vec<CheckRow>, Heights)>,
}

impl ChecksState {
    /// Goes to the calculator.
    pub fn open_calculator(&mut self) {
        self.side = Side::Checks;
        self.wants_focus = true;
    }

    /// What the line comes to, worked out again only when another one is typed; nothing for an empty line.
    fn worked(&mut self, language: Language) -> Option<&Result<Answer, NoAnswer>> {
        if self.line.trim().is_empty() {
            return None;
        }
        if self.worked.as_ref().is_none_or(|(line, of, _)| *line != self.line || *of != language) {
            self.worked = Some((self.line.clone(), language, answer_in(&self.line, language)));
        }
        self.worked.as_ref().map(|(.., worked)| worked)
    }
}

/// Draws the panel. `number_ui` draws the selected number.
pub fn numbers_right_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ChecksState, number_ui: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    let has_number = matches!(cx.session.record(), Some(Mention::Number(_)));
    if cx.focus.is_some() {
        state.side = Side::Number;
    }
    if has_number {
        sides_ui(ui, state);
    }
    if has_number && state.side == Side::Number {
        number_ui(ui, cx);
        return;
    }
    checks_ui(ui, cx, state);
}

fn sides_ui(ui: &mut Ui, state: &mut ChecksState) {
    padded_ui(ui, 36.0, PADDING, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (side, word) in [(Side::Number, "This number"), (Side::Checks, "Checks")] {
            if chip_ui(ui, Chip { word, count: None, is_on: state.side == side }).clicked() {
                state.side = side;
            }
        }
    });
    hairline_ui(ui);
}

fn checks_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ChecksState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    let kept = state.rows.get(cx.session, (), || {
        let rows = rows(cx.session);
        let heights = Heights::new(rows.iter().map(|_| ROW));
        (rows, heights)
    });
    padded_ui(ui, HEAD, PADDING, |ui| {
        label_ui(ui, "Checks", Face::ClaimTitle, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| label_ui(ui, heading(&kept.0), Face::Meta, theme.ink3));
    });
    inset_ui(ui, PADDING, |ui| calculator_ui(ui, cx, state));
    ui.add_space(8.0);
    hairline_ui(ui);
    let room = ui.available_rect_before_wrap();
    let foot = room.with_min_y((room.bottom() - FOOT).max(room.top()));
    list_ui(&mut ui.new_child(UiBuilder::new().max_rect(room.with_max_y(foot.top())).id_salt("checks")), cx, &kept);
    foot_ui(&mut ui.new_child(UiBuilder::new().max_rect(foot).id_salt("foot")), cx);
}

/// What can be done with all of it.
fn foot_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    hairline_ui(ui);
    ui.spacing_mut().item_spacing.x = 8.0;
    padded_ui(ui, FOOT - 1.0, PADDING, |ui| {
        let figures = Button::secondary("All figures as CSV").icon(Icon::FileSpreadsheet);
        if button_ui(ui, figures.enabled(!cx.session.project().quantities().is_empty())).clicked() {
            cx.run(Action::SaveFigures);
        }
        let has_number = matches!(cx.session.record(), Some(Mention::Number(_)));
        let key = cx.key(Action::RowCheck);
        let button = Button::secondary("Put together").name("Put together with others").key(&key).enabled(has_number);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button_ui(ui, button).clicked() {
                cx.run(Action::RowCheck);
            }
        });
    });
}

/// The claim that a sum is kept for: the one of the selected number, or the one selected in its article.
fn claim_at_hand(session: &Session) -> Option<ClaimId> {
    let of = |record: Mention| match record {
        Mention::Claim(claim) => Some(claim),
        Mention::Number(number) => claim_of(session, number).map(|claim| claim.id),
        Mention::Source(_) => None,
    };
    session.record().and_then(of).or_else(|| session.mark().and_then(|mark| of(mark.mention)))
}

/// The language in which a line is read: that of the article of the selected number, or else of the article at hand.
fn language_at_hand(session: &Session) -> Language {
    let project = session.project();
    let number = match session.record() {
        Some(record @ Mention::Number(_)) => session.lookup().mentions(record).first(),
        _ => None,
    };
    let mark = number.and_then(|mark| project.annotations().get(mark));
    let document = mark.and_then(|mark| project.document(mark.document)).or(session.document());
    document.map_or(Language::English, |document| document.language())
}

/// What can be typed, in the manner of the language.
fn examples(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::English => ("1,553 mi in km", "Type sums, per cent, units, dates: 500 of 1,500; 29 Oct to 6 Nov 2018"),
        Language::Spanish => ("1.553 millas en km", "As in Spanish: 2,5 millones; 30 por ciento de 1.500; 500 de 1.500"),
        Language::French => ("12,5 % de 80", "As in French: 2,5 millions; 29 octobre 2018 au 6 novembre 2018"),
        Language::German => ("1.553 Meilen in km", "As in German: 2,5 Millionen; 500 von 1.500; 12 % mehr als 80"),
    }
}

fn calculator_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ChecksState) {
    let theme = Theme::of(ui.ctx());
    let id = Id::unique("calculator");
    let (claim, language) = (claim_at_hand(cx.session), language_at_hand(cx.session));
    let (hint, examples) = examples(language);
    let is_in_it = ui.memory(|memory| memory.has_focus(id));
    let is_kept = is_in_it && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        icon_ui(ui, Icon::Calculator, 16.0, theme.ink3);
        text_field_ui(ui, TextField::new("Calculator").hint(hint).id(id), &mut state.line);
    });
    if std::mem::take(&mut state.wants_focus) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    ui.add_space(4.0);
    let line = state.line.clone();
    match state.worked(language) {
        None => drop(words_ui(ui, examples, (Face::Meta, 17.0), theme.ink3)),
        Some(Err(trouble)) => drop(words_ui(ui, &trouble.words, (Face::Meta, 17.0), theme.ink2)),
        Some(Ok(answer)) => {
            result_ui(ui, cx, answer, claim);
            if is_kept && let Some(claim) = claim {
                cx.send(Command::KeepSum { claim, line, language });
            }
        }
    }
}

fn result_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &Answer, claim: Option<ClaimId>) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        let told = label_ui(ui, format!("= {}", answer.result), Face::Strong, theme.ink);
        Spoken::new(Role::Label, &format!("Result {}", answer.result)).tell(&told);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let words = match claim {
                Some(claim) => format!("keeps it as evidence of {}", cx.session.project().claim_label(claim)),
                None => "no claim is selected to keep it for".to_owned(),
            };
            label_ui(ui, words, Face::Meta, theme.ink3);
            if claim.is_some() {
                key_cap_ui(ui, "Enter");
            }
        });
    });
    if !answer.working.is_empty() {
        words_ui(ui, answer.working.join("; "), (Face::Meta, 17.0), theme.ink3);
    }
}

fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, kept: &Rc<(Vec<CheckRow>, Heights)>) {
    let theme = Theme::of(ui.ctx());
    let (rows, heights) = (&kept.0, &kept.1);
    if rows.is_empty() {
        ui.add_space(10.0);
        let words: &str =
            if cx.session.are_checks_known() { "Nothing here can be worked out again." } else { "Looking through the articles…" };
        inset_ui(ui, PADDING, |ui| words_ui(ui, words, (Face::Dense, 17.0), theme.ink3));
        return;
    }
    let (mut chosen, mut dropped) = (None, None);
    lines_ui(ui, Lines { id: "checks", heights, reveal: None }, |ui, at, rect| {
        let Some(row) = rows.get(at) else { return };
        if row_ui(ui, (at, rect), row) {
            chosen = Some(row.target);
        }
        if let Some(stated) = row.stated.as_ref().filter(|_| cross_ui(ui, (at, rect))) {
            dropped = Some(stated.clone());
        }
    });
    if let Some(stated) = dropped {
        cx.send(Command::DropCheck(stated));
        return;
    }
    match chosen {
        Some(Target::Place(document, span)) => cx.send(Command::ShowPlace { document, span }),
        Some(Target::Number(number)) => {
            cx.send(Command::SelectRecord(Mention::Number(number)));
            cx.run(Action::RowShow);
        }
        None => {}
    }
}

/// The cross that takes a stated check back; whether it was clicked.
fn cross_ui(ui: &mut Ui, (at, rect): (usize, Rect)) -> bool {
    let corner = egui::pos2(rect.right() - PADDING - CROSS + 4.0, rect.bottom() - CROSS - 2.0);
    let place = UiBuilder::new().max_rect(Rect::from_min_size(corner, Vec2::splat(CROSS))).id_salt(("cross", at));
    icon_button_ui(&mut ui.new_child(place), IconButton::new(Icon::X, "Take this check back").icon_size(13.0)).clicked()
}

/// The sign of a verdict, and its colour.
pub fn sign_of(verdict: Verdict, theme: &Theme) -> (Icon, egui::Color32) {
    match verdict {
        Verdict::Fails => (Icon::X, theme.warn),
        Verdict::Holds => (Icon::Check, theme.ok),
        Verdict::Open => (Icon::CircleQuestionMark, theme.ink2),
    }
}

fn row_ui(ui: &mut Ui, (at, rect): (usize, Rect), row: &CheckRow) -> bool {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(("check", at)), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let (icon, colour) = sign_of(row.verdict, &theme);
    let (left, right) = (rect.left() + PADDING, rect.right() - PADDING);
    paint_icon(ui.painter(), icon, egui::pos2(left + 7.0, rect.top() + 16.0), 15.0, colour);
    let place = line_of_text(ui, &row.place, Face::Meta, theme.ink3);
    let place_left = right - place.size().x;
    paint_line_at(ui.painter(), (place_left, rect.top() + 16.0), place, theme.ink3);
    let words_left = left + 24.0;
    let equation = line_cut_to(ui, &row.equation, Face::Strong, (theme.ink, place_left - words_left - 8.0));
    paint_line_at(ui.painter(), (words_left, rect.top() + 16.0), equation, theme.ink);
    let stated = if row.stated.is_some() { "Stated. " } else { "" };
    let end = if row.stated.is_some() { right - CROSS } else { right };
    let working = line_cut_to(ui, &format!("{stated}{}", row.working), Face::Meta, (theme.ink2, end - words_left));
    paint_line_at(ui.painter(), (words_left, rect.top() + 34.0), working, theme.ink2);
    ui.painter().rect_filled(rect.with_min_y(rect.bottom() - 1.0), 0.0, theme.line);
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &row.spoken()).tell(&response);
    let told = format!("{}. {}", row.equation, row.working);
    response.on_hover_ui(|ui| tooltip_ui(ui, &told, None)).clicked()
}
