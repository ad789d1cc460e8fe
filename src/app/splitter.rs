//! The edge between a panel and the page by keyboard: where the focus is on it, it is outlined and the arrows move it.

use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Event, EventFilter, Id, IdSalt, Key, Modifiers, Rect, Ui};

use crate::widget::paint::paint_outline;

/// The id under which a panel registers its edge; `salt` is the name of the panel.
fn edge_id(ui: &Ui, salt: &str) -> Id {
    ui.scope_id().with_salt(IdSalt::new(salt)).with("__resize")
}

/// Before a panel is shown: turns arrows into the steps that a screen reader would ask its edge for. `wider` is the arrow
/// that points away from the panel.
pub(super) fn take_arrows(ui: &Ui, salt: &str, wider: Key) {
    let edge = edge_id(ui, salt);
    if !ui.memory(|memory| memory.has_focus(edge)) {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(edge, filter));
    for arrow in [Key::ArrowLeft, Key::ArrowRight] {
        let steps = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, arrow));
        let action = if arrow == wider { Action::Increment } else { Action::Decrement };
        let request = ActionRequest { action, target_node: edge.accesskit_id(), target_tree: TreeId::ROOT, data: None };
        let requests = std::iter::repeat_n(Event::AccessKitActionRequest(request), steps);
        ui.input_mut(|input| input.events.extend(requests));
    }
}

/// After a panel was shown: outlines its edge while that has the focus.
pub(super) fn paint_edge(ui: &Ui, salt: &str, panel: Rect) {
    let edge = edge_id(ui, salt);
    let Some(response) = ui.read_response(edge).filter(|_| ui.memory(|memory| memory.has_focus(edge))) else { return };
    paint_outline(ui, response.rect.intersect(panel.expand(3.0)).shrink(2.0), 2.0);
}
