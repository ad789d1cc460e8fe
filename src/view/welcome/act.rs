//! The four ways to begin.

use egui::{Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use crate::command::catalogue::Action;
use crate::view::Cx;
use crate::widget::paint::{line_cut_to, line_of_text, paint_focus, paint_line_at};
use crate::widget::{Face, Icon, Spoken, Theme, paint_icon};

const HEIGHT: f32 = 62.0;
const GAP: f32 = 10.0;
const PADDING: f32 = 14.0;

/// A large button.
struct Act<'a> {
    icon: Icon,
    title: &'a str,
    detail: &'a str,
    key: String,
    is_primary: bool,
}

/// Draws the four large buttons.
pub(super) fn acts_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let size = Vec2::new((rect.width() - GAP) / 2.0, HEIGHT);
    let place = |column: f32, row: f32| Rect::from_min_size(rect.min + Vec2::new(column * (size.x + GAP), row * (HEIGHT + GAP)), size);
    let open = Act {
        icon: Icon::FolderOpen,
        title: "Open articles",
        detail: "Text, web page, PDF, Word",
        key: cx.key(Action::OpenArticles),
        is_primary: true,
    };
    if act_ui(ui, place(0.0, 0.0), &open) {
        cx.run(Action::OpenArticles);
    }
    let paste = Act {
        icon: Icon::ClipboardPaste,
        title: "Paste text",
        detail: "From the clipboard, as an article",
        key: cx.key(Action::PasteArticle),
        is_primary: false,
    };
    if act_ui(ui, place(1.0, 0.0), &paste) {
        cx.run(Action::PasteArticle);
    }
    let sample =
        Act { icon: Icon::BookOpen, title: "Open the sample", detail: "One flood in four articles", key: String::new(), is_primary: false };
    if act_ui(ui, place(0.0, 1.0), &sample) {
        cx.run(Action::OpenSample);
    }
    let project = Act {
        icon: Icon::FileText,
        title: "Open a project",
        detail: "A .ron file you saved before",
        key: cx.key(Action::OpenProject),
        is_primary: false,
    };
    if act_ui(ui, place(1.0, 1.0), &project) {
        cx.run(Action::OpenProject);
    }
}

fn act_ui(ui: &mut Ui, rect: Rect, act: &Act<'_>) -> bool {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.unique_id().with(act.title), Sense::click());
    let is_lit = response.hovered() || response.is_pointer_button_down_on();
    let (fill, border, text) = match (act.is_primary, is_lit) {
        (true, false) => (theme.ink, theme.ink, theme.onink),
        (true, true) => (theme.ink2, theme.ink2, theme.onink),
        (false, false) => (theme.field, theme.line2, theme.ink),
        (false, true) => (theme.hover, theme.line2, theme.ink),
    };
    ui.painter().rect(rect, 5.0, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    let quiet = text.gamma_multiply(0.82);
    let middle = rect.center().y;
    paint_icon(ui.painter(), act.icon, Pos2::new(rect.left() + PADDING + 10.0, middle), 20.0, text);
    let key = line_of_text(ui, &act.key, Face::Dense, quiet);
    let key_left = rect.right() - PADDING - key.size().x;
    paint_line_at(ui.painter(), (key_left, middle), key, quiet);
    let left = rect.left() + PADDING + 20.0 + 12.0;
    let title = line_of_text(ui, act.title, Face::GroupTitle, text);
    paint_line_at(ui.painter(), (left, middle - 9.0), title, text);
    let detail = line_cut_to(ui, act.detail, Face::Dense, (quiet, key_left - 8.0 - left));
    paint_line_at(ui.painter(), (left, middle + 9.0), detail, quiet);
    paint_focus(ui, &response);
    Spoken::new(Role::Button, act.title).key((!act.key.is_empty()).then_some(&act.key)).tell(&response);
    response.clicked()
}
