//! Text fields: one line, or several lines that grow with what is written.

use egui::{Align, Layout, Response, Stroke, StrokeKind, Ui, Vec2};

use super::editor::{self, Look};
use super::font::Face;
use super::line::label_ui;
use super::paint::paint_focus;
use super::style::{HIT, RADIUS};
use super::theme::Theme;

const HEIGHT: f32 = 28.0;
/// Between the outer edge of the border and the words.
const PADDING: Vec2 = Vec2::new(9.0, 5.0);
/// How far the box of a quiet field reaches beyond its words.
const QUIET_REACH: Vec2 = Vec2::new(6.0, 2.0);

/// A text field, built up like `TextField::new("Of").label_width(84.0)`.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct TextField<'a> {
    name: &'a str,
    hint: &'a str,
    face: Face,
    label_width: Option<f32>,
    width: f32,
    least_rows: usize,
    id: Option<egui::Id>,
    is_quiet: bool,
    is_bare: bool,
    is_masked: bool,
}

impl<'a> TextField<'a> {
    /// A field in dense type across the available width. `name` is its label, shown or only spoken.
    pub fn new(name: &'a str) -> Self {
        Self {
            name,
            hint: "",
            face: Face::Dense,
            label_width: None,
            width: f32::INFINITY,
            least_rows: 2,
            id: None,
            is_quiet: false,
            is_bare: false,
            is_masked: false,
        }
    }

    /// Words that stand in the field while it is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// The face of what is written; a quote or a correction is set in serif.
    pub fn face(mut self, face: Face) -> Self {
        self.face = face;
        self
    }

    /// Shows the name at the left in a column of this many points; without it the name is only spoken.
    pub fn label_width(mut self, width: f32) -> Self {
        self.label_width = Some(width);
        self
    }

    /// Width of the field itself, points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Rows that an empty many-line field shows.
    pub fn least_rows(mut self, rows: usize) -> Self {
        self.least_rows = rows;
        self
    }

    /// Looks like plain text until the pointer or the keyboard comes to it.
    pub fn quiet(mut self) -> Self {
        self.is_quiet = true;
        self
    }

    /// Has no box, because it fills one that is there already.
    pub fn bare(mut self) -> Self {
        self.is_bare = true;
        self
    }

    /// Shows dots for what is typed while that is wished, as for a password.
    pub fn masked(mut self, is_masked: bool) -> Self {
        self.is_masked = is_masked;
        self
    }

    /// A fixed id, so that a command can send the focus here.
    pub fn id(mut self, id: egui::Id) -> Self {
        self.id = Some(id);
        self
    }
}

/// Draws a field of one line, 28 high.
pub fn text_field_ui(ui: &mut Ui, field: TextField<'_>, text: &mut String) -> Response {
    labelled_ui(ui, field, |ui| edit_ui(ui, field, text, Lines::One))
}

/// Draws a field of several lines that grows with its text. Enter makes a new line.
pub fn text_area_ui(ui: &mut Ui, field: TextField<'_>, text: &mut String) -> Response {
    labelled_ui(ui, field, |ui| edit_ui(ui, field, text, Lines::Many))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    One,
    Many,
}

fn labelled_ui(ui: &mut Ui, field: TextField<'_>, edit_ui: impl FnOnce(&mut Ui) -> Response) -> Response {
    let Some(width) = field.label_width else {
        return edit_ui(ui).accessible_name(field.name);
    };
    let muted = Theme::of(ui.ctx()).ink2;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let room = Vec2::new(width, HEIGHT);
        let label = ui
            .allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_size(room);
                label_ui(ui, field.name, Face::Dense, muted)
            })
            .inner;
        edit_ui(ui).labelled_by(label.id)
    })
    .inner
}

fn edit_ui(ui: &mut Ui, field: TextField<'_>, text: &mut String, lines: Lines) -> Response {
    let row = field.face.row();
    let padding = if field.is_quiet || field.is_bare { Vec2::ZERO } else { PADDING };
    let least_height = match lines {
        Lines::One if field.is_bare => row,
        Lines::One if field.is_quiet => HIT,
        Lines::One => HEIGHT,
        Lines::Many => row * field.least_rows as f32 + 2.0 * padding.y,
    };
    let look = Look {
        id: field.id,
        face: field.face,
        hint: field.hint,
        padding,
        width: field.width,
        least_height,
        has_lines: lines == Lines::Many,
        is_masked: field.is_masked,
    };
    editor::edit_ui(ui, &look, text, |ui, response| paint_frame(ui, response, field))
}

fn paint_frame(ui: &Ui, response: &Response, field: TextField<'_>) {
    let theme = Theme::of(ui.ctx());
    let frame = |rect, border| ui.painter().rect(rect, f32::from(RADIUS), theme.field, border, StrokeKind::Inside);
    if field.is_bare {
    } else if !field.is_quiet {
        frame(response.rect, Stroke::new(1.0, theme.line2));
        paint_focus(ui, response);
    } else if response.hovered() || response.has_focus() {
        // The box comes up around the words, which stay where they are.
        let border = if response.has_focus() { Stroke::new(2.0, theme.ink) } else { Stroke::new(1.0, theme.line2) };
        frame(response.rect.expand2(QUIET_REACH), border);
    }
}
