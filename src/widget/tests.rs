//! The parts as a screen reader and a mouse meet them: found by name, clicked, with the right state.

use std::cell::Cell;

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::*;

fn window<'a>(mut contents: impl FnMut(&mut egui::Ui) + 'a) -> Harness<'a> {
    let mut harness = Harness::builder()
        .with_size(egui::Vec2::new(480.0, 320.0))
        .with_context_setup(|ctx| {
            font::install(ctx);
            Theme::light().apply(ctx);
        })
        .build_ui(move |ui| contents(ui));
    harness.run();
    harness
}

#[test]
fn buttons_are_found_by_name_and_clicked() {
    let clicks = Cell::new(0);
    let mut harness = window(|ui| {
        for response in [
            button_ui(ui, Button::primary("Save").name("Save as HTML").key("Ctrl S")),
            button_ui(ui, Button::secondary("Choose").icon(Icon::Ellipsis)),
            icon_button_ui(ui, IconButton::new(Icon::Undo2, "Undo").key("Ctrl Z")),
            link_button_ui(ui, "show", "Show 9 claims"),
            chip_ui(ui, Chip { word: "No source", count: Some(9), is_on: false }),
        ] {
            clicks.set(clicks.get() + u32::from(response.clicked()));
        }
    });
    let names = ["Save as HTML", "Choose", "Undo", "Show 9 claims", "No source"];
    for name in names {
        harness.get_by_label(name).click();
        harness.run();
    }
    assert_eq!(clicks.get() as usize, names.len());
    let save = harness.get_by_label("Save as HTML");
    assert_eq!(save.accesskit_node().data().keyboard_shortcut(), Some("Ctrl S"));
}

#[test]
fn everything_that_can_be_clicked_is_large_enough() {
    let harness = window(|ui| {
        let mut is_ticked = true;
        icon_button_ui(ui, IconButton::new(Icon::X, "Close").hit(10.0, 10.0));
        link_button_ui(ui, "go", "Go");
        check_box_ui(ui, "In the report", "", &mut is_ticked);
        modal::close_cap_ui(ui);
        chip_ui(ui, Chip { word: "I", count: None, is_on: true });
    });
    for node in harness.get_all_by(|node| node.data().supports_action(egui::accesskit::Action::Click)) {
        let size = node.rect().size();
        assert!(size.x >= style::HIT && size.y >= style::HIT, "{:?} is {size}", node.accesskit_node().label());
    }
}

#[test]
fn a_disabled_button_cannot_be_clicked() {
    let clicks = Cell::new(0);
    let mut harness = window(|ui| {
        let redo = icon_button_ui(ui, IconButton::new(Icon::Redo2, "Redo").enabled(false));
        clicks.set(clicks.get() + u32::from(redo.clicked()));
    });
    harness.get_by_label("Redo").click();
    harness.run();
    assert_eq!(clicks.get(), 0);
    assert!(harness.get_by_label("Redo").accesskit_node().is_disabled());
}

#[test]
fn a_status_is_chosen_by_mouse_or_by_keyboard() {
    let chosen = Cell::new(0_usize);
    let mut harness = window(|ui| {
        let button = |nth: usize, icon, word| StatusButton { icon, word, key: "K", is_chosen: chosen.get() == nth };
        let buttons = [button(0, Icon::Circle, "Open"), button(1, Icon::Send, "Asked"), button(2, Icon::CircleQuestionMark, "Unresolved")];
        if let Some(nth) = status_grid_ui(ui, &buttons, 3) {
            chosen.set(nth);
        }
    });
    harness.get_by_label("Asked").click();
    harness.run();
    assert_eq!(chosen.get(), 1);
    harness.get_by_label("Open").focus();
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(chosen.get(), 0);
    let width = |name| harness.get_by_label(name).rect().width();
    assert!(width("Unresolved") > width("Open") && width("Open") > style::HIT);
}

#[test]
fn a_long_message_wraps_and_stays_a_bar() {
    let text = "Could not save to the stick. Your work is safe in the recovery copy of 14:32, so choose another place or try again.";
    let mut height = 0.0;
    let harness = window(|ui| {
        let message = Message { tone: Tone::Warning, text, actions: &["Try again"], can_close: true };
        message_bar_ui(ui, &message);
        height = ui.min_rect().height();
    });
    assert!(harness.get_by_label("Try again").rect().right() <= 480.0);
    drop(harness);
    assert!((40.0..90.0).contains(&height), "{height}");
}

#[test]
fn a_rating_says_its_numeral_and_its_word() {
    let chosen = Cell::new(None);
    let mut harness = window(|ui| {
        rating_chip_ui(ui, Some(2), "Mostly wrong");
        rating_chip_ui(ui, None, "");
        let scale = [(1, "Wrong"), (3, "Mixed"), (5, "Right")];
        if let Some(rating) = rating_scale_ui(ui, &scale, chosen.get()) {
            chosen.set(Some(rating));
        }
    });
    harness.get_by_label("2 Mostly wrong");
    harness.get_by_label("not rated");
    harness.get_by_label("3 Mixed").click();
    harness.run();
    assert_eq!(chosen.get(), Some(1), "the second value of the scale");
}

#[test]
fn fields_are_found_by_their_label_and_take_text() {
    let mut of = String::new();
    let mut note = String::from("first line\nsecond line");
    let mut harness = window(|ui| {
        text_field_ui(ui, TextField::new("Of").label_width(84.0).hint("who or what"), &mut of);
        text_area_ui(ui, TextField::new("Margin note").least_rows(1), &mut note);
    });
    harness.get_by_label("Of").focus();
    harness.run();
    harness.get_by_label("Of").type_text("caravan");
    harness.run();
    assert_eq!(harness.get_by_label("Of").value().as_deref(), Some("caravan"));
    let area = harness.get_by_label("Margin note").rect();
    assert!(area.height() > harness.get_by_label("Of").rect().height(), "two lines need more room: {area}");
    harness.check_accessibility();
}

#[test]
fn a_message_is_spoken_and_answered() {
    let answer = Cell::new(None);
    let message =
        Message { tone: Tone::Warning, text: "Could not save. Choose another place.", actions: &["Choose another place"], can_close: true };
    let mut harness = window(|ui| {
        if let Some(given) = message_bar_ui(ui, &message) {
            answer.set(Some(given));
        }
        toast_ui(ui.ctx(), "saved", &Message { tone: Tone::Good, text: "Saved.", actions: &[], can_close: false });
    });
    harness.get_by_label(message.text);
    harness.get_by_label("Saved.");
    harness.get_by_label("Choose another place").click();
    harness.run();
    assert_eq!(answer.get(), Some(Answer::Action(0)));
    harness.get_by_label("Close message").click();
    harness.run();
    assert_eq!(answer.get(), Some(Answer::Closed));
}

#[test]
fn a_modal_closes_by_its_cap_and_by_escape() {
    let closed = Cell::new(0);
    let mut harness = window(|ui| {
        let keys = ModalWindow { id: "keys", name: "Keys", width: 300.0, top: None };
        let head = ModalHead { icon: Icon::Keyboard, title: "All keys", remark: "" };
        let (cap, beside) = modal_ui(ui.ctx(), &keys, |ui| modal_head_ui(ui, head));
        closed.set(closed.get() + u32::from(cap) + u32::from(beside));
    });
    harness.get_by_role_and_label(egui::Role::Dialog, "Keys");
    harness.get_by_role_and_label(egui::Role::Button, "Close").click();
    harness.run();
    assert_eq!(closed.get(), 1);
    harness.key_press(egui::Key::Escape);
    harness.run();
    assert_eq!(closed.get(), 2);
}

#[test]
fn lists_tabs_and_badges_say_what_they_are() {
    let harness = window(|ui| {
        tab_ui(ui, Tab { icon: Icon::Hash, word: "Numbers", count: Some(60), key: "Ctrl 2", is_short: false, is_open: true });
        let row = Row { name: "Claim A14", height: 25.0, padding: 12.0, is_selected: true };
        row_ui(ui, row, |ui| letter_badge_ui(ui, "A", Badge::Filled));
        section_ui(ui, "Rating", "keys 1–5");
        key_cap_ui(ui, "Ctrl K");
        progress_ui(ui, "10 of 17 settled", 10.0 / 17.0, 54.0);
        announce_ui(ui, "A14 confirmed. 6 left in A.");
    });
    harness.get_by_role_and_label(egui::Role::Tab, "Numbers");
    for name in ["Claim A14", "Article A", "Rating", "keys 1–5", "Ctrl K", "A14 confirmed. 6 left in A."] {
        harness.get_by_label(name);
    }
    let bar = harness.get_by_label("10 of 17 settled");
    assert!(bar.accesskit_node().numeric_value().is_some_and(|share| (share - 0.588).abs() < 0.001));
}
