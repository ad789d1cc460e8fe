//! Settings: how the window looks, who checks, the house scale, and every key.

mod keys;
mod library;
mod scale;

use egui::{Align, Context, Layout, ScrollArea, Ui, Vec2};

use self::keys::{KeysState, keys_ui};
use self::library::library_ui;
use self::scale::scale_ui;
use super::Cx;
use crate::model::annotation::Tag;
use crate::model::count::count;
use crate::session::preferences::{READER_SIZES, UNDO_STEPS};
use crate::session::{Preference, Preferences, ThemeWish};
use crate::widget::line::{label_ui, words_ui};
use crate::widget::modal::top_within;
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{
    Chip, Face, Icon, IconButton, ModalHead, ModalWindow, TextField, Theme, chip_ui, follow_focus_ui, hairline_ui, icon_button_ui,
    modal_head_ui, modal_ui, text_field_ui,
};

const WIDTH: f32 = 640.0;
const TOP: f32 = 84.0;
const PADDING: f32 = 18.0;
const LABEL: f32 = 150.0;
const ROW: f32 = 36.0;
const LIST: f32 = 520.0;

/// The parts of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Page {
    #[default]
    Reading,
    Scale,
    Keys,
}

impl Page {
    const ALL: [Page; 3] = [Page::Reading, Page::Scale, Page::Keys];

    fn word(self) -> &'static str {
        match self {
            Page::Reading => "Window and name",
            Page::Scale => "House scale",
            Page::Keys => "Keys",
        }
    }
}

/// What the settings remember while they are open.
#[derive(Default)]
pub struct SettingsState {
    is_open: bool,
    page: Page,
    /// The checker's name while it is typed.
    name: Option<String>,
    keys: KeysState,
}

impl SettingsState {
    /// Opens the settings.
    pub fn open(&mut self) {
        *self = SettingsState { is_open: true, ..SettingsState::default() };
    }

    /// Whether they are on screen.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether the next key pressed is to be kept, not obeyed.
    pub fn is_capturing(&self) -> bool {
        self.is_open && self.keys.is_capturing()
    }
}

/// Draws the settings over everything while they are open.
pub fn settings_ui(ctx: &Context, cx: &mut Cx<'_>, state: &mut SettingsState) {
    if !state.is_open {
        return;
    }
    // Before the window can take Esc as "close".
    state.keys.capture(ctx, cx);
    let window = ModalWindow { id: "settings", name: "Settings", width: WIDTH, top: Some(TOP) };
    let (is_closed, should_close) = modal_ui(ctx, &window, |ui| {
        let is_closed = modal_head_ui(ui, ModalHead { icon: Icon::Settings, title: "Settings", remark: "Kept on this computer" });
        pages_ui(ui, state);
        match state.page {
            Page::Reading => scrolling_ui(ui, LIST, |ui| reading_ui(ui, cx, state)),
            Page::Scale => scrolling_ui(ui, LIST, |ui| scale_ui(ui, cx)),
            Page::Keys => keys_ui(ui, cx, &mut state.keys, PADDING, LIST),
        }
        is_closed
    });
    if is_closed || should_close {
        state.is_open = false;
    }
}

fn pages_ui(ui: &mut Ui, state: &mut SettingsState) {
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(PADDING);
        for page in Page::ALL {
            if chip_ui(ui, Chip { word: page.word(), count: None, is_on: state.page == page }).clicked() {
                state.page = page;
            }
        }
    });
    ui.add_space(12.0);
    hairline_ui(ui);
}

/// A line with its label in a column of its own.
fn labelled_ui<R>(ui: &mut Ui, label: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let ink = Theme::of(ui.ctx()).ink2;
    let room = Vec2::new(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(ROW);
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(PADDING);
        let words = Vec2::new(LABEL, ROW);
        ui.allocate_ui_with_layout(words, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(words);
            label_ui(ui, label, Face::Dense, ink);
        });
        contents(ui)
    })
    .inner
}

fn reading_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SettingsState) {
    ui.add_space(8.0);
    labelled_ui(ui, "Theme", |ui| {
        for (wish, word) in [(ThemeWish::System, "As the system"), (ThemeWish::Light, "Light"), (ThemeWish::Dark, "Dark")] {
            if chip_ui(ui, Chip { word, count: None, is_on: cx.preferences.theme == wish }).clicked() {
                cx.prefer(Preference::Theme(wish));
            }
        }
    });
    let Preferences { has_high_contrast, is_still, .. } = *cx.preferences;
    labelled_ui(ui, "Contrast", |ui| {
        for (is_high, word) in [(false, "Usual contrast"), (true, "High contrast")] {
            if chip_ui(ui, Chip { word, count: None, is_on: has_high_contrast == is_high }).clicked() {
                cx.prefer(Preference::HighContrast(is_high));
            }
        }
    });
    labelled_ui(ui, "Motion", |ui| {
        for (wish, word) in [(false, "Short fades"), (true, "No motion")] {
            if chip_ui(ui, Chip { word, count: None, is_on: is_still == wish }).clicked() {
                cx.prefer(Preference::Still(wish));
            }
        }
    });
    labelled_ui(ui, "Suggestions", |ui| {
        for (tag, word) in [(Tag::Number, "Numbers"), (Tag::Source, "Sources"), (Tag::Claim, "Worth checking")] {
            let is_on = cx.preferences.suggested.contains(&tag);
            if chip_ui(ui, Chip { word, count: None, is_on }).clicked() {
                cx.prefer(Preference::Suggest(tag, !is_on));
            }
        }
    });
    labelled_ui(ui, "Size of article text", |ui| size_ui(ui, cx));
    sample_ui(ui, cx);
    labelled_ui(ui, "Checker", |ui| name_ui(ui, cx, state));
    labelled_ui(ui, "", |ui| {
        remark_ui(ui, "Name or initials. They stand in every change and under the report.");
    });
    labelled_ui(ui, "Undo after a restart", |ui| undo_ui(ui, cx));
    labelled_ui(ui, "", |ui| {
        remark_ui(
            ui,
            "So many of the last steps can still be undone when a project is opened again: 100 to 10,000. While it is open, all can.",
        );
    });
    library_ui(ui, cx);
    web_ui(ui, cx);
    originals_ui(ui, cx);
    ui.add_space(8.0);
}

fn web_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let may_fetch = cx.preferences.may_fetch;
    labelled_ui(ui, "Pages of the web", |ui| {
        for (wish, word) in [(false, "Never fetch"), (true, "Fetch when asked")] {
            if chip_ui(ui, Chip { word, count: None, is_on: may_fetch == wish }).clicked() {
                cx.prefer(Preference::Fetch(wish));
            }
        }
    });
    labelled_ui(ui, "", |ui| {
        remark_ui(ui, "Only a page whose address you give, after it was shown who will be asked. Started with --offline, never.");
    });
}

fn originals_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let keeps_originals = cx.preferences.keeps_originals;
    labelled_ui(ui, "Opened files", |ui| {
        for (wish, word) in [(false, "Known by their hash"), (true, "Keep a copy of each")] {
            if chip_ui(ui, Chip { word, count: None, is_on: keeps_originals == wish }).clicked() {
                cx.prefer(Preference::Originals(wish));
            }
        }
    });
    labelled_ui(ui, "", |ui| {
        remark_ui(ui, "Copies lie beside the project in a folder that is named after it, from the moment it has a file.");
    });
}

/// Words about a line, wrapped where the window is slim.
fn remark_ui(ui: &mut Ui, words: &str) {
    let muted = Theme::of(ui.ctx()).ink3;
    // Within a row of its own: in one that runs from left to right, a narrower limit would send the words to its start.
    ui.vertical(|ui| {
        ui.set_max_width((ui.available_width() - PADDING).max(0.0));
        words_ui(ui, words, (Face::Meta, Face::Meta.row()), muted);
    });
}

fn size_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let (least, _, most) = READER_SIZES;
    let mut size = cx.preferences.reader_size_pt;
    let smaller = IconButton::new(Icon::Minus, "Smaller article text").enabled(size > least);
    let larger = IconButton::new(Icon::Plus, "Larger article text").enabled(size < most);
    if icon_button_ui(ui, smaller).clicked() {
        cx.prefer(Preference::ReaderSize((size - 1.0).max(least)));
    }
    let slider = egui::Slider::new(&mut size, least..=most).step_by(1.0).show_value(false);
    if ui.add(slider).accessible_name("Size of article text").changed() {
        cx.prefer(Preference::ReaderSize(size));
    }
    if icon_button_ui(ui, larger).clicked() {
        cx.prefer(Preference::ReaderSize((size + 1.0).min(most)));
    }
    label_ui(ui, format!("{size:.0}"), Face::Dense, Theme::of(ui.ctx()).ink);
}

fn undo_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let (least, _, most) = UNDO_STEPS;
    let mut steps = cx.preferences.undo_steps;
    // A hundred at a time, and a thousand where there are many.
    let stride = |steps: usize| if steps < 1_000 { 100 } else { 1_000 };
    let fewer = IconButton::new(Icon::Minus, "Fewer steps of undo").enabled(steps > least);
    let more = IconButton::new(Icon::Plus, "More steps of undo").enabled(steps < most);
    if icon_button_ui(ui, fewer).clicked() {
        cx.prefer(Preference::UndoSteps(steps.saturating_sub(stride(steps - 1)).max(least)));
    }
    let slider = egui::Slider::new(&mut steps, least..=most).logarithmic(true).step_by(100.0).show_value(false);
    if ui.add(slider).accessible_name("Steps of undo").changed() {
        cx.prefer(Preference::UndoSteps(steps));
    }
    if icon_button_ui(ui, more).clicked() {
        cx.prefer(Preference::UndoSteps((steps + stride(steps)).min(most)));
    }
    label_ui(ui, count(steps, "step"), Face::Dense, Theme::of(ui.ctx()).ink);
}

/// The first words of the article shown, at the size chosen.
fn sample_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let first = cx.session.document().and_then(|document| {
        let paragraph = usize::from(document.has_headline());
        let sentence = document.text.sentences_of(paragraph).first().copied()?;
        Some(document.text.slice(sentence))
    });
    let Some(words) = first else { return };
    let size = cx.preferences.reader_size_pt;
    let style = TextStyle::serif(size, (1.76 * size).round());
    labelled_ui(ui, "", |ui| {
        let room = egui::Rect::from_min_max(ui.cursor().min, ui.max_rect().max - Vec2::new(PADDING, 0.0));
        let below = egui::UiBuilder::new().max_rect(room).layout(Layout::top_down(Align::Min));
        ui.scope_builder(below, |ui| quote_ui(ui, &Quote::new(words, style, Theme::of(ui.ctx()).ink).rows(2)));
    });
    ui.add_space(6.0);
}

fn name_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SettingsState) {
    let draft = state.name.get_or_insert_with(|| cx.preferences.checker.clone());
    let field = TextField::new("Checker").hint("Name or initials").width(240.0);
    if text_field_ui(ui, field, draft).changed() {
        cx.prefer(Preference::Checker(draft.trim().to_owned()));
    }
}

/// A list that scrolls where it does not fit. Without the least height the window would remember its last size and grow
/// into a longer list only little by little.
fn scrolling_ui<R>(ui: &mut Ui, most: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let room = (ui.ctx().content_rect().height() - top_within(ui.ctx(), TOP) - 190.0).clamp(120.0, most);
    let shown = ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true]).show(ui, |ui| {
        let inner = contents(ui);
        follow_focus_ui(ui);
        inner
    });
    shown.inner
}

#[cfg(test)]
mod tests;
