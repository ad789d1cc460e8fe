//! What all side panels have in common: they keep to the width that the checker gave them.

use egui::{Align, Layout, Sense, Ui, UiBuilder};

#[cfg(test)]
pub mod testing;

/// Takes all the room there is and keeps to it: whatever a panel holds, its width is the checker's.
pub fn panel_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    inside.set_clip_rect(rect.intersect(ui.clip_rect()));
    inside.spacing_mut().item_spacing.y = 0.0;
    contents(&mut inside);
}
