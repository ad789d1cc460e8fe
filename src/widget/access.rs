//! What assistive technology hears of a part that we paint ourselves.

use egui::accesskit::Live;
use egui::{Id, Response, Role, Sense, Ui, Vec2, WidgetInfo};

/// The spoken side of one control. Every painted control tells one of these.
#[derive(Clone, Copy, Debug)]
pub struct Spoken<'a> {
    /// What kind of control it is.
    pub role: Role,
    /// Its name; for an icon button the same words as in its tooltip.
    pub name: &'a str,
    /// Whether it is on, for controls that can be.
    pub is_on: Option<bool>,
    /// The key that does the same, as shown on screen.
    pub key: Option<&'a str>,
}

impl<'a> Spoken<'a> {
    /// A control with a name and nothing more.
    pub fn new(role: Role, name: &'a str) -> Self {
        Self { role, name, is_on: None, key: None }
    }

    /// A control that is on or off.
    #[must_use]
    pub fn on(mut self, is_on: bool) -> Self {
        self.is_on = Some(is_on);
        self
    }

    /// A control that a key does too.
    #[must_use]
    pub fn key(mut self, key: Option<&'a str>) -> Self {
        self.key = key;
        self
    }

    /// Writes it to the accessibility tree. Call once per frame, after the response has its final state.
    pub fn tell(self, response: &Response) {
        let enabled = response.enabled();
        response.widget_info(|| match self.is_on {
            Some(is_on) => WidgetInfo::selected(self.role, enabled, is_on, self.name),
            None => WidgetInfo::labeled(self.role, enabled, self.name),
        });
        if let Some(key) = self.key {
            response.ctx.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key));
        }
    }
}

/// Speaks `text` when it changes, without taking the focus: “A14 confirmed. 6 left in A.” Draws nothing. Call it every
/// frame in the same place, with the latest announcement.
pub fn announce_ui(ui: &mut Ui, text: &str) {
    let (_, response) = ui.allocate_exact_size(Vec2::ZERO, Sense::hover());
    Spoken::new(Role::Status, text).tell(&response);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

/// Room around what is brought into view, points: its focus outline is seen whole.
const AROUND: f32 = 6.0;

/// Brings what the keyboard comes to into view, within a part that scrolls. Call it in that part, after all that it holds. What is
/// clicked stays where it is.
pub fn follow_focus_ui(ui: &Ui) {
    let focused = ui.memory(|memory| memory.focused());
    let key = ui.unique_id().with("followed");
    let followed: Option<Id> = ui.data(|data| data.get_temp(key)).flatten();
    if followed == focused {
        return;
    }
    ui.data_mut(|data| data.insert_temp(key, focused));
    let is_by_pointer = ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released());
    let Some(response) = focused.filter(|_| !is_by_pointer).and_then(|id| ui.ctx().read_response(id)) else { return };
    if response.layer_id == ui.layer_id() && ui.min_rect().contains_rect(response.rect) {
        ui.scroll_to_rect(response.rect.expand(AROUND), None);
    }
}
