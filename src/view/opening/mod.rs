//! Articles on their way in: how far opening is, what could not be read and why, and what the checker decides before a text is frozen:
//! passwords, and encodings that were guessed.

#[cfg(test)]
mod tests;

use egui::{Align, Context, Layout, Rangef, ScrollArea, Ui, Vec2};

use super::table::inset_ui;
use crate::report::words::count;
use crate::widget::line::{words_cut_ui, words_ui};
use crate::widget::{
    Button, Chip, Face, Icon, ModalHead, ModalWindow, TextField, Theme, button_ui, check_box_ui, chip_ui, hairline_ui, modal_head_ui,
    modal_ui, progress_ui, text_field_ui,
};

const WIDTH: f32 = 640.0;
const TOP: f32 = 84.0;
const PADDING: f32 = 18.0;
/// Height of the list, beyond which it scrolls, points.
const LIST: f32 = 380.0;
/// What a matter is taken to be high until it is drawn, points: a name and a line of words.
const ROW: f32 = 62.0;

/// Articles on their way in. The app fills it in and drops it when it is answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpeningState {
    /// Files that were read or given up.
    pub done: usize,
    /// Files that were asked for.
    pub total: usize,
    /// What is to be decided or known, by file.
    pub matters: Vec<Matter>,
    /// The encodings that can be chosen from.
    pub encodings: &'static [&'static str],
    /// The number of the file whose encodings are listed.
    pub listed: Option<usize>,
    /// Whether passwords are shown as they are typed.
    pub shows_passwords: bool,
    /// How high matters were when they were drawn last, by their place in the list, points.
    pub heights: Vec<f32>,
}

/// A file about which something is to be decided or known.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    /// The number by which the app knows the file.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub about: About,
}

/// What is to be decided or known of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// It could not be read, or was not added: why, in words.
    Refused(String),
    /// It opens with a password.
    Locked {
        /// Whether one was given that is not right.
        is_wrong: bool,
        /// What is typed.
        typed: String,
    },
    /// Its encoding is a guess.
    Guessed {
        /// The encoding it is read in.
        encoding: String,
        /// Words of it that show whether that is right.
        sample: String,
        /// Of a web page, whether all of its words were read; none of other files.
        is_whole: Option<bool>,
    },
    /// It is a web page, and what of it is its article is a guess.
    Unsure {
        /// How many words were read.
        words: usize,
        /// The first of them.
        sample: String,
        /// Whether all words of the page were read.
        is_whole: bool,
    },
    /// It is read once more.
    Busy,
}

/// What was done in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpeningAnswer {
    /// What was not read yet is not wanted any more.
    Stopped,
    /// It is left; what waits for an answer is not opened.
    Left,
    /// The file of that number opens with that password.
    Password(usize, String),
    /// The file of that number is in that encoding.
    Encoding(usize, String),
    /// Of the page of that number all words are wanted, or its article alone.
    Whole(usize, bool),
    /// The file of that number is right as it is read.
    Taken(usize),
    /// All are.
    AllTaken,
}

impl OpeningState {
    /// Whether files are still read.
    pub fn is_reading(&self) -> bool {
        self.done < self.total
    }

    /// `Opening 137 of 2000 files`, or what is left to be decided.
    fn title(&self) -> String {
        if self.is_reading() {
            return format!("Opening {} of {}", self.done, count(self.total, "file"));
        }
        let refused = self.matters.iter().filter(|matter| matches!(matter.about, About::Refused(_))).count();
        match (self.matters.len() - refused, refused) {
            (0, 0) => "Opened".to_owned(),
            (0, refused) => format!("{} not opened", count(refused, "file")),
            (waiting, _) => format!("{} before {}", "One look".to_owned(), if waiting == 1 { "it is opened" } else { "they are opened" }),
        }
    }

    fn guesses(&self) -> usize {
        self.matters.iter().filter(|matter| matches!(matter.about, About::Guessed { .. } | About::Unsure { .. })).count()
    }
}

/// Draws the window over everything.
pub fn opening_ui(ctx: &Context, state: &mut OpeningState) -> Option<OpeningAnswer> {
    let title = state.title();
    let window = ModalWindow { id: "opening", name: "Opening articles", width: WIDTH, top: Some(TOP) };
    let ((is_closed, answer), should_close) = modal_ui(ctx, &window, |ui| {
        let head = ModalHead { icon: Icon::FolderOpen, title: &title, remark: "" };
        let is_closed = modal_head_ui(ui, head);
        if state.is_reading() {
            inset_ui(ui, PADDING, |ui| {
                ui.add_space(12.0);
                progress_ui(ui, "Files read", state.done as f32 / state.total.max(1) as f32, ui.available_width());
            });
        }
        let answer = matters_ui(ui, state);
        (is_closed, foot_ui(ui, state).or(answer))
    });
    let left = if state.is_reading() { OpeningAnswer::Stopped } else { OpeningAnswer::Left };
    answer.or_else(|| (is_closed || should_close).then_some(left))
}

fn matters_ui(ui: &mut Ui, state: &mut OpeningState) -> Option<OpeningAnswer> {
    let theme = Theme::of(ui.ctx());
    let mut answer = None;
    let most = LIST.min(ui.ctx().content_rect().height() - 230.0).max(80.0);
    let OpeningState { matters, encodings, listed, shows_passwords, heights, .. } = state;
    heights.resize(matters.len(), ROW);
    ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        // A window before and after it too, so that the keyboard finds what comes next.
        let near = ui.clip_rect().expand(most);
        for (nth, (matter, height)) in matters.iter_mut().zip(heights).enumerate() {
            let top = ui.cursor().top();
            if !near.y_range().intersects(Rangef::new(top, top + *height)) {
                ui.add_space(*height);
                continue;
            }
            if nth > 0 {
                ui.add_space(10.0);
                hairline_ui(ui);
            }
            ui.add_space(10.0);
            inset_ui(ui, PADDING, |ui| {
                words_cut_ui(ui, &matter.name, Face::Strong, theme.ink);
                ui.add_space(2.0);
                if let Some(done) = matter_ui(ui, matter, (encodings, listed), shows_passwords) {
                    answer = Some(done);
                }
            });
            *height = ui.cursor().top() - top;
        }
        ui.add_space(12.0);
    });
    answer
}

fn matter_ui(
    ui: &mut Ui,
    matter: &mut Matter,
    (encodings, listed): (&[&str], &mut Option<usize>),
    shows_passwords: &mut bool,
) -> Option<OpeningAnswer> {
    let theme = Theme::of(ui.ctx());
    let plain = (Face::Interface, Face::Interface.row());
    let place = matter.place;
    match &mut matter.about {
        About::Refused(words) => {
            words_ui(ui, words.clone(), plain, theme.ink2);
            None
        }
        About::Busy => {
            words_ui(ui, "Reading it again …", plain, theme.ink3);
            None
        }
        About::Locked { is_wrong, typed } => {
            let words = if *is_wrong { "That password does not open it." } else { "It is locked with a password." };
            words_ui(ui, words, plain, if *is_wrong { theme.warn } else { theme.ink2 });
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                let name = format!("Password of {}", matter.name);
                let field = TextField::new(&name).hint("Password").width(260.0).masked(!*shows_passwords);
                let response = text_field_ui(ui, field, typed);
                let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                // What is typed next is the password, at first and after a wrong one. It is asked after Enter, which takes the focus away.
                if ui.memory(|memory| memory.focused().is_none()) {
                    response.request_focus();
                }
                let clicked = button_ui(ui, Button::secondary("Open").name(&format!("Open {}", matter.name))).clicked();
                check_box_ui(ui, &format!("Show the password of {}", matter.name), "Show it", shows_passwords);
                ((entered || clicked) && !typed.is_empty()).then(|| OpeningAnswer::Password(place, typed.clone()))
            })
            .inner
        }
        About::Guessed { encoding, sample, is_whole } => {
            let words = format!("It does not say in which encoding it is. Read as {encoding} it says:");
            let mut answer = held_ui(ui, (place, &matter.name), (&words, sample), *is_whole, |ui| {
                let name = format!("Other encodings for {}", matter.name);
                if button_ui(ui, Button::secondary("Other encodings").name(&name)).clicked() {
                    *listed = if *listed == Some(place) { None } else { Some(place) };
                }
            });
            if *listed == Some(place) {
                ui.add_space(6.0);
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = Vec2::splat(6.0);
                    for other in encodings.iter().filter(|other| **other != encoding.as_str()) {
                        if chip_ui(ui, Chip { word: other, count: None, is_on: false }).clicked() {
                            answer = Some(OpeningAnswer::Encoding(place, (*other).to_owned()));
                            *listed = None;
                        }
                    }
                });
            }
            answer
        }
        About::Unsure { words, sample, is_whole } => {
            let words = format!("Which part of this page is its article is not clear. What was found has {}:", count(*words, "word"));
            held_ui(ui, (place, &matter.name), (&words, sample), Some(*is_whole), |_| {})
        }
    }
}

/// A file that waits until it is known to be right as it is read: what is open about it, words of it, and what can be done.
fn held_ui(
    ui: &mut Ui,
    (place, name): (usize, &str),
    (words, sample): (&str, &str),
    is_whole: Option<bool>,
    others: impl FnOnce(&mut Ui),
) -> Option<OpeningAnswer> {
    let theme = Theme::of(ui.ctx());
    words_ui(ui, words, (Face::Interface, Face::Interface.row()), theme.ink2);
    ui.add_space(4.0);
    words_ui(ui, sample, (Face::Quote, Face::Quote.row()), theme.ink);
    ui.add_space(6.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        if button_ui(ui, Button::primary("Right, open it").name(&format!("Open {name}"))).clicked() {
            answer = Some(OpeningAnswer::Taken(place));
        }
        others(ui);
        if let Some(is_whole) = is_whole {
            let (word, of) = if is_whole { ("The article alone", "The article alone of") } else { ("The whole page", "The whole page of") };
            if button_ui(ui, Button::secondary(word).name(&format!("{of} {name}"))).clicked() {
                answer = Some(OpeningAnswer::Whole(place, !is_whole));
            }
        }
    });
    answer
}

fn foot_ui(ui: &mut Ui, state: &OpeningState) -> Option<OpeningAnswer> {
    hairline_ui(ui);
    let mut answer = None;
    let room = Vec2::new(ui.available_width(), 48.0);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.add_space(PADDING);
        if state.is_reading() {
            if button_ui(ui, Button::secondary("Stop").key("Esc")).clicked() {
                answer = Some(OpeningAnswer::Stopped);
            }
            return;
        }
        let waits = state.matters.iter().any(|matter| !matches!(matter.about, About::Refused(_)));
        if button_ui(ui, Button::secondary(if waits { "Leave out" } else { "Done" })).clicked() {
            answer = Some(OpeningAnswer::Left);
        }
        if state.guesses() > 1 && button_ui(ui, Button::primary("Open all as they are")).clicked() {
            answer = Some(OpeningAnswer::AllTaken);
        }
    });
    answer
}
