//! What can be worked out again, with a tick, a cross or a question before it.

use egui::{Align, Layout, Role, Ui};

use super::rows::checked::CheckLine;
use crate::suggest::checks::Verdict;
use crate::view::numbers::checks::sign_of;
use crate::widget::line::{label_ui, words_ui};
use crate::widget::{Face, Spoken, Theme, icon_ui};

/// Checks shown at most; the panel of the Numbers view has all.
const MOST: usize = 6;

/// Draws the checks.
pub(super) fn checks_ui(ui: &mut Ui, checks: &[CheckLine]) {
    let theme = Theme::of(ui.ctx());
    for check in checks.iter().take(MOST) {
        let (icon, colour) = sign_of(check.verdict, &theme);
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            icon_ui(ui, icon, 15.0, colour);
            ui.vertical(|ui| {
                let told = words_ui(ui, &check.equation, (Face::Strong, 18.0), theme.ink);
                Spoken::new(Role::Label, &check.spoken()).tell(&told);
                let working = if check.verdict == Verdict::Fails { theme.warn } else { theme.ink3 };
                words_ui(ui, &check.working, (Face::Meta, 16.0), working);
            });
        });
        ui.add_space(5.0);
    }
    if checks.len() > MOST {
        label_ui(ui, format!("and {} more, beside the Numbers view", checks.len() - MOST), Face::Meta, theme.ink3);
    }
}
