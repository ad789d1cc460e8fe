//! The rating scales of the project: the values of the one in use, other scales, and what was rated in other words.

use egui::{Ui, Vec2};

use super::{labelled_ui, remark_ui};
use crate::command::{Command, Field, ScaleChange};
use crate::model::claim::{Grade, Scale, ScaleValue};
use crate::view::Cx;
use crate::view::field::line_ui;
use crate::view::menu::{Choice, MenuRow, choice_ui, drop_down_ui, menu_row_ui};
use crate::view::wording::count;
use crate::widget::{Button, Icon, IconButton, TextField, button_ui, icon_button_ui, link_button_ui, rating_chip_ui};

/// Draws the page.
pub(super) fn scale_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let session = cx.session;
    let house = session.project().house();
    let scale = house.scale();
    ui.add_space(8.0);
    in_use_ui(ui, cx, &house.scales);
    labelled_ui(ui, "Name of the scale", |ui| {
        line_ui(ui, cx, Field::ScaleName, TextField::new("Name of the scale").width(280.0), &scale.name);
    });
    for (at, value) in (0..).zip(&scale.values) {
        value_ui(ui, cx, (at, scale.values.len()), value);
    }
    labelled_ui(ui, "", |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let add = Button::secondary("Add a value").icon(Icon::Plus).enabled(scale.values.len() < Scale::MOST_VALUES);
        if button_ui(ui, add).clicked() {
            cx.send(Command::ChangeScale(ScaleChange::AddValue));
        }
    });
    outdated_ui(ui, cx);
    labelled_ui(ui, "", |ui| {
        remark_ui(ui, "The scale belongs to this project and stands in its report.");
    });
    ui.add_space(8.0);
}

/// Which scale is in use, and what can be done with scales.
fn in_use_ui(ui: &mut Ui, cx: &mut Cx<'_>, scales: &[Scale]) {
    labelled_ui(ui, "Scale in use", |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let names: Vec<(usize, &str)> = scales.iter().map(|scale| scale.name.as_str()).enumerate().collect();
        ui.scope(|ui| {
            ui.set_max_width(280.0);
            let chosen = choice_ui(ui, Choice { name: "Scale in use", label_width: 0.0, chosen: 0 }, &names);
            if let Some(scale) = chosen.and_then(|at| scales.get(at)) {
                cx.send(Command::ChangeScale(ScaleChange::Use(scale.name.clone())));
            }
        });
        let more = button_ui(ui, Button::secondary("Scales"));
        drop_down_ui(&more, |ui| scales_menu_ui(ui, cx, scales));
    });
}

fn scales_menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, scales: &[Scale]) {
    if menu_row_ui(ui, MenuRow::new("New scale of five values").icon(Icon::Plus)) {
        cx.send(Command::ChangeScale(ScaleChange::Add(Scale { name: "New scale".into(), ..Scale::default() })));
    }
    let Some(scale) = scales.first() else { return };
    if menu_row_ui(ui, MenuRow::new("Copy of this scale").icon(Icon::ClipboardPaste)) {
        cx.send(Command::ChangeScale(ScaleChange::Add(scale.clone())));
    }
    if menu_row_ui(ui, MenuRow::new("Open a scale from a file").icon(Icon::FolderOpen)) {
        cx.send(Command::OpenScale);
    }
    if menu_row_ui(ui, MenuRow::new("Save this scale to a file").icon(Icon::FileDown)) {
        cx.send(Command::SaveScale);
    }
    if menu_row_ui(ui, MenuRow::new("Remove this scale; ratings keep their words").icon(Icon::Trash).enabled(scales.len() > 1)) {
        cx.send(Command::ChangeScale(ScaleChange::Remove(scale.name.clone())));
    }
}

/// A value: its key, place, word and meaning, and where it stands in the list.
fn value_ui(ui: &mut Ui, cx: &mut Cx<'_>, (at, of): (u8, usize), value: &ScaleValue) {
    let nth = at + 1;
    labelled_ui(ui, &format!("Key {nth}"), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let chip = rating_chip_ui(ui, Some(value.place.value()), "");
        let place = ui.interact(chip.rect.expand(3.0), ui.unique_id().with(("place", at)), egui::Sense::click());
        crate::widget::paint::paint_focus_around(ui, &place, chip.rect, 2.0);
        let name = format!("Place of value {nth}: {}", value.place.value());
        crate::widget::Spoken::new(egui::Role::Button, &name).tell(&place);
        drop_down_ui(&place, |ui| {
            for grade in Grade::ALL {
                let words = match grade.value() {
                    1 => "1, wrong".to_owned(),
                    5 => "5, right".to_owned(),
                    other => format!("{other} of 5"),
                };
                if menu_row_ui(ui, MenuRow::new(&words).chosen(grade == value.place)) {
                    cx.send(Command::ChangeScale(ScaleChange::Place(at, grade)));
                }
            }
        });
        line_ui(ui, cx, Field::ScaleWord(at), TextField::new(&format!("Word for {nth}")).width(130.0), &value.word);
        let name = format!("Meaning of {nth}");
        let meaning = TextField::new(&name).hint("what the desk means").width(190.0);
        line_ui(ui, cx, Field::ScaleMeaning(at), meaning, &value.meaning);
        let name = format!("Move value {nth} up");
        let up = IconButton::new(Icon::ChevronUp, &name).enabled(at > 0);
        if icon_button_ui(ui, up).clicked() {
            cx.send(Command::ChangeScale(ScaleChange::MoveValue(at, -1)));
        }
        if icon_button_ui(ui, IconButton::new(Icon::Trash, &format!("Remove value {nth}")).enabled(of > 1)).clicked() {
            cx.send(Command::ChangeScale(ScaleChange::RemoveValue(at)));
        }
    });
}

/// Ratings in words that are not those of the scale in use, and the way to map them.
fn outdated_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let outdated = cx.session.outdated_ratings();
    if outdated == 0 {
        return;
    }
    labelled_ui(ui, "", |ui| {
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 0.0);
        remark_ui(ui, &format!("{} in other words, kept as they are.", count(outdated, "rating")));
        if link_button_ui(ui, "map them to this scale", "Give all ratings the words that this scale has at their places").clicked() {
            cx.send(Command::ChangeScale(ScaleChange::Map));
        }
    });
}
