//! Things at the right edge, laid out from left to right all the same: a layout that runs from the right would hand Tab and
//! a screen reader the last thing first.

use egui::{Align, Layout, Rect, Ui, UiBuilder, Vec2, pos2};

/// Draws `add` in one row so that it ends at the right edge of `rect`, and says where it stands. How wide it is, is known
/// from the frame before; when that has changed the frame is drawn again.
pub fn trailing_ui(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) -> Rect {
    let id = ui.unique_id().with("trailing");
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let left = (rect.right() - known.unwrap_or(rect.width())).max(rect.left());
    let room = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    let mut group = ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center)));
    group.spacing_mut().item_spacing = Vec2::ZERO;
    add(&mut group);
    let used = group.min_rect();
    if known.is_none_or(|known| (known - used.width()).abs() > 0.25) {
        ui.data_mut(|data| data.insert_temp(id, used.width()));
        ui.ctx().request_discard("the group at the right has another width");
    }
    used
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "any two controls will do here")]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;

    #[test]
    fn a_group_ends_at_the_right_and_reads_from_the_left() {
        let mut harness =
            Harness::builder().with_size(Vec2::new(300.0, 60.0)).with_context_setup(crate::widget::font::install).build_ui(|ui| {
                let rect = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(300.0, 40.0));
                trailing_ui(ui, rect, |ui| {
                    let _ = ui.button("first");
                    let _ = ui.button("second");
                });
            });
        harness.run();
        let (first, second) = (harness.get_by_label("first").rect(), harness.get_by_label("second").rect());
        assert!((second.right() - 300.0).abs() < 0.5, "{second}");
        assert!(first.right() <= second.left());
        harness.key_press(egui::Key::Tab);
        harness.run();
        assert!(harness.get_by_label("first").is_focused());
    }
}
