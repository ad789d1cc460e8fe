//! The projects that were chosen as library: their settled claims are offered where a claim is like them.

use egui::{Align, Layout, Ui, Vec2};

use super::{labelled_ui, remark_ui};
use crate::command::Command;
use crate::session::Preference;
use crate::view::Cx;
use crate::widget::line::{HoverWords, words_cut_ui};
use crate::widget::{Button, Face, Icon, IconButton, Theme, button_ui, icon_button_ui};

/// Draws the list, with a way to add to it and to take from it.
pub(super) fn library_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let paths = cx.preferences.library.clone();
    labelled_ui(ui, "Library", |ui| {
        if button_ui(ui, Button::secondary("Add a project").name("Add a project to the library")).clicked() {
            cx.send(Command::AddToLibrary);
        }
    });
    for (at, path) in paths.iter().enumerate() {
        labelled_ui(ui, "", |ui| {
            let name = path.file_stem().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
            let remove = format!("Take {name} out of the library");
            if icon_button_ui(ui, IconButton::new(Icon::X, &remove)).clicked() {
                let rest = paths.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, path)| path.clone());
                cx.prefer(Preference::Library(rest.collect()));
            }
            let room = Vec2::new((ui.available_width() - 20.0).max(60.0), 20.0);
            let ink = Theme::of(ui.ctx()).ink;
            let shown =
                ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| words_cut_ui(ui, &name, Face::Dense, ink));
            shown.inner.on_hover_words(path.display().to_string());
        });
    }
    labelled_ui(ui, "", |ui| {
        remark_ui(
            ui,
            "Settled claims of these projects are offered where a claim has their wording or their figure. The files are only read.",
        );
    });
}
