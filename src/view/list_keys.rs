//! A list that is one stop for Tab, whose lines are chosen by arrows.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui};

use super::table::stepped;
use crate::widget::paint::paint_outline_above;

/// A list, as the keyboard and a screen reader meet it.
pub struct ListKeys<'a> {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: &'a str,
    /// What is said of the chosen line.
    pub spoken: String,
    /// How many lines it has.
    pub count: usize,
}

/// What the keyboard did to a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListPressed {
    /// The line that is chosen now, if a key chose one.
    pub chosen: Option<usize>,
    /// Whether Enter was pressed.
    pub is_entered: bool,
}

/// Takes the keys of a list that lies there, if it has the keyboard, which it takes where nobody else has it. `came_by_tab` is kept between
/// frames: who came by Tab sees an outline.
pub fn list_keys_ui(ui: &Ui, rect: Rect, list: ListKeys<'_>, chosen: usize, came_by_tab: &mut bool) -> ListPressed {
    let ListKeys { id, name, spoken, count } = list;
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(Role::ListBox, true, name);
        info.current_text_value = Some(spoken.clone());
        info
    });
    let mut done = ListPressed::default();
    if !ui.memory(|memory| memory.has_focus(id)) {
        return done;
    }
    let arrows = EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    if response.gained_focus() {
        *came_by_tab = ui.input(|input| input.key_pressed(Key::Tab));
    }
    if *came_by_tab {
        paint_outline_above(ui, id, rect);
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    /// From a place of so many to the next one.
    type Step = fn(usize, usize) -> Option<usize>;
    let steps: [(Key, Step); 4] = [
        (Key::ArrowDown, |at, count| stepped(Some(at), count, true)),
        (Key::ArrowUp, |at, count| stepped(Some(at), count, false)),
        (Key::Home, |_, _| Some(0)),
        (Key::End, |_, count| count.checked_sub(1)),
    ];
    for (key, to) in steps {
        if pressed(key) {
            done.chosen = Some(to(done.chosen.unwrap_or(chosen), count).unwrap_or(0));
        }
    }
    done.is_entered = pressed(Key::Enter);
    done
}
