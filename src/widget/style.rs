//! Dresses egui's own widgets (menus, tooltips, scroll bars, text fields) in a theme, so that nothing on screen keeps the
//! look of a toolkit.

use egui::epaint::{FontColorTransferFunction, TextOptions};
use egui::style::{ScrollFadeStyle, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, FontId, Margin, Stroke, Style, TextStyle, Vec2, Visuals};

use super::font::{self, Face};
use super::theme::Theme;

/// Corner radius of controls, points.
pub const RADIUS: u8 = 4;
/// Corner radius of floating windows, points.
pub const WINDOW_RADIUS: u8 = 6;
/// Least side of anything that can be clicked, points.
pub const HIT: f32 = 24.0;
/// Opacity of what is disabled.
pub const DISABLED_OPACITY: f32 = 0.45;
/// Length of the fades of toolbar and menus, seconds; nothing else moves.
pub(super) const FADE_S: f32 = 0.08;
/// Rest of the pointer before a tooltip comes, seconds.
const TOOLTIP_S: f32 = 0.4;
/// Exponent on the coverage of glyph edges in the dark theme.
const DARK_EDGE_GAMMA: f32 = 0.8;

/// The egui style of a theme.
pub fn style(theme: &Theme) -> Style {
    let mut style = Style {
        text_styles: text_styles().into(),
        visuals: visuals(theme),
        animation_time: FADE_S,
        scroll_animation: egui::style::ScrollAnimation::none(),
        compact_menu_style: false,
        ..Style::default()
    };
    spacing(&mut style.spacing);
    style.interaction.tooltip_delay = TOOLTIP_S;
    // Only the article can be selected and copied from; a stray drag over a panel must not leave a blue smear.
    style.interaction.selectable_labels = false;
    // Parts stand on whole pixels; at most zooms those are no thirty-seconds of a point, which is what egui would remark on here.
    #[cfg(debug_assertions)]
    {
        style.debug.show_unaligned = false;
    }
    style
}

fn text_styles() -> [(TextStyle, FontId); 5] {
    [
        (TextStyle::Body, Face::Interface.font()),
        (TextStyle::Button, Face::Interface.font()),
        (TextStyle::Small, Face::Meta.font()),
        (TextStyle::Monospace, font::sans(13.0)),
        (TextStyle::Heading, Face::ViewTitle.font()),
    ]
}

fn spacing(spacing: &mut egui::style::Spacing) {
    spacing.item_spacing = Vec2::new(8.0, 4.0);
    spacing.button_padding = Vec2::new(8.0, 4.0);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(4);
    spacing.menu_spacing = 0.0;
    spacing.interact_size = Vec2::new(HIT, HIT);
    spacing.indent = 16.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = 8.0;
    spacing.tooltip_width = 320.0;
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        handle_min_length: HIT,
        // A page is cut by its edge, not dissolved.
        fade: ScrollFadeStyle { strength: 0.0, ..ScrollFadeStyle::default() },
        ..ScrollStyle::floating()
    };
}

fn visuals(theme: &Theme) -> Visuals {
    let base = if theme.is_dark() { Visuals::dark() } else { Visuals::light() };
    // Bright strokes on dark look thinner than they are. egui's own remedy makes small type near bold; this one keeps the
    // weight of the light theme.
    let edges = if theme.is_dark() { FontColorTransferFunction::Gamma(DARK_EDGE_GAMMA) } else { FontColorTransferFunction::Off };
    Visuals {
        text_options: TextOptions { color_transfer_function: edges, ..base.text_options },
        widgets: widgets(theme),
        selection: Selection { bg_fill: theme.fresh, stroke: Stroke::new(2.0, theme.ink) },
        weak_text_color: Some(theme.ink3),
        hyperlink_color: theme.ink,
        faint_bg_color: theme.hover,
        extreme_bg_color: theme.field,
        text_edit_bg_color: Some(theme.field),
        code_bg_color: theme.selbg,
        warn_fg_color: theme.warn,
        error_fg_color: theme.warn,
        window_corner_radius: CornerRadius::same(WINDOW_RADIUS),
        window_shadow: theme.floating_shadow(),
        window_fill: theme.paper,
        window_stroke: Stroke::new(1.0, theme.line2),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(WINDOW_RADIUS),
        panel_fill: theme.panel,
        popup_shadow: theme.floating_shadow(),
        text_cursor: egui::style::TextCursorStyle { stroke: Stroke::new(2.0, theme.ink), blink: false, ..base.text_cursor },
        indent_has_left_vline: false,
        disabled_alpha: DISABLED_OPACITY,
        ..base
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let control = |fill: Color32, border: Stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: border,
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, theme.ink),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: control(theme.panel, Stroke::new(1.0, theme.line)),
        // The rail of a slider is filled with this and has no border, so it must differ from page and panel.
        inactive: WidgetVisuals { bg_fill: theme.selbg, ..control(theme.field, Stroke::new(1.0, theme.line2)) },
        hovered: control(theme.hover, Stroke::new(1.0, theme.line2)),
        // egui draws pressed and focused alike, and takes the colour of a check box's word from the same place. So the
        // ink fill of “pressed” is left to our own controls; here both states get the focus outline.
        active: control(theme.selbg, Stroke::new(2.0, theme.ink)),
        open: control(theme.selbg, Stroke::new(1.0, theme.ink)),
    }
}
