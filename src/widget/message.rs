//! Messages: what happened, what is safe, what to do. A bar stands in its panel, a toast floats over the window; both stay
//! until they are answered.

use egui::accesskit::Live;
use egui::{Align, Align2, Area, Color32, Context, Frame, Id, Layout, Margin, Order, Role, Stroke, Ui, Vec2};

use super::button::{self, Button, button_ui, button_width};
use super::font::Face;
use super::icon::{Icon, icon_ui};
use super::icon_button::{IconButton, icon_button_ui};
use super::line::{Line, line_ui};
use super::style::{RADIUS, WINDOW_RADIUS};
use super::theme::Theme;

const SIGN: f32 = 15.0;
const CLOSE: f32 = 26.0;
/// Narrower than this no sentence can be read; the bar then grows over its edge rather than into a tower.
const LEAST_TEXT: f32 = 120.0;
const TOAST_WIDTH: f32 = 460.0;
const ABOVE_STATUS_BAR: f32 = -46.0;

/// How serious a message is. Each tone has its own sign besides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A remark.
    Note,
    /// Something went as asked.
    Good,
    /// Something went wrong or needs a decision.
    Warning,
}

/// A message with what can be done about it.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// How serious it is.
    pub tone: Tone,
    /// Plain sentences.
    pub text: &'a str,
    /// Words of the buttons, the most likely first.
    pub actions: &'a [&'a str],
    /// Whether it may be put away without an action.
    pub can_close: bool,
}

/// What the user did with a message in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The action with this place in [`Message::actions`].
    Action(usize),
    /// Put away.
    Closed,
}

/// Draws the message as a bar across the available width.
pub fn message_bar_ui(ui: &mut Ui, message: &Message<'_>) -> Option<Answer> {
    let theme = Theme::of(ui.ctx());
    let look = Look::of(&theme, message.tone);
    let frame = Frame {
        fill: look.ground,
        stroke: Stroke::new(1.0, look.border),
        corner_radius: RADIUS.into(),
        inner_margin: Margin::symmetric(10, 5),
        ..Frame::NONE
    };
    frame.show(ui, |ui| contents_ui(ui, message, look)).inner
}

/// Draws the message floating above the status bar. `id` keeps two toasts apart.
pub fn toast_ui(ctx: &Context, id: &str, message: &Message<'_>) -> Option<Answer> {
    let theme = Theme::of(ctx);
    let look = Look::of(&theme, message.tone);
    let frame = Frame {
        fill: look.ground,
        stroke: Stroke::new(1.0, theme.line2),
        corner_radius: WINDOW_RADIUS.into(),
        inner_margin: Margin::symmetric(12, 7),
        shadow: theme.floating_shadow(),
        ..Frame::NONE
    };
    Area::new(Id::unique(("toast", id)))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, ABOVE_STATUS_BAR))
        .show(ctx, |ui| {
            ui.set_width(TOAST_WIDTH.min(ctx.content_rect().width() - 32.0));
            frame.show(ui, |ui| contents_ui(ui, message, look)).inner
        })
        .inner
}

#[derive(Clone, Copy)]
struct Look {
    icon: Icon,
    sign: Color32,
    ground: Color32,
    border: Color32,
}

impl Look {
    fn of(theme: &Theme, tone: Tone) -> Self {
        let (icon, sign, ground, border) = match tone {
            Tone::Note => (Icon::Info, theme.ink2, theme.paper, theme.line2),
            Tone::Good => (Icon::Check, theme.ok, theme.paper, theme.line2),
            Tone::Warning => (Icon::TriangleAlert, theme.warn, theme.warnbg, theme.warn),
        };
        Self { icon, sign, ground, border }
    }
}

fn contents_ui(ui: &mut Ui, message: &Message<'_>, look: Look) -> Option<Answer> {
    let gap = ui.spacing().item_spacing.x;
    let buttons: Vec<_> = message.actions.iter().map(|word| Button::secondary(word)).collect();
    let mut taken = SIGN + gap;
    taken += buttons.iter().map(|button| button_width(ui, button) + gap).sum::<f32>();
    if message.can_close {
        taken += CLOSE + gap;
    }
    let words = words(ui, message, (ui.available_width() - taken).max(LEAST_TEXT));
    let size = Vec2::new(ui.available_width(), words.size().y.max(button::HEIGHT));
    let layout = Layout::left_to_right(Align::Center);
    let mut answer = None;
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_size(size);
        icon_ui(ui, look.icon, SIGN, look.sign);
        announce(&line_ui(ui, words), message);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = IconButton::new(Icon::X, "Close message").hit(CLOSE, CLOSE);
            if message.can_close && icon_button_ui(ui, close).clicked() {
                answer = Some(Answer::Closed);
            }
            for (nth, button) in buttons.into_iter().enumerate().rev() {
                if button_ui(ui, button).clicked() {
                    answer = Some(Answer::Action(nth));
                }
            }
        });
    });
    answer
}

/// The words, wrapped to `width` points beforehand: the height of the bar follows from them.
fn words(ui: &Ui, message: &Message<'_>, width: f32) -> Line {
    Line::rows(ui.ctx(), message.text, Face::Dense.style(), (Theme::of(ui.ctx()).ink, width, None))
}

/// A warning interrupts a screen reader's silence, the rest waits for a pause.
fn announce(words: &egui::Response, message: &Message<'_>) {
    let (role, live) = match message.tone {
        Tone::Warning => (Role::Alert, Live::Assertive),
        Tone::Note | Tone::Good => (Role::Status, Live::Polite),
    };
    words.ctx.accesskit_node_builder(words.id, |node| {
        node.set_role(role);
        node.set_label(message.text);
        node.set_live(live);
    });
}
