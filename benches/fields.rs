//! What fields cost: a frame with thirty of them on screen at rest, and one in which a letter is typed, beside egui's own.

use divan::{Bencher, black_box};
use egui::{Context, Event, Id, RawInput, Rect, Ui, Vec2};
use tickmark::widget::typeset::{SystemFonts, TextEngine};
use tickmark::widget::{TextField, Theme, font, text_area_ui, text_field_ui};

fn main() {
    divan::main();
}

const LINES: usize = 20;
const AREAS: usize = 10;
const LINE: &str = "District figures: 4,100 + 1,350 + 480 = 5,930";
const AREA: &str = "The town hall withdrew 6,200 on 16 March: 270 people from Reed Isle were counted twice. About 5,930 people \
    left their homes in Merrowhaven in the early hours of 13 March 2031, by its own districts.";

/// A window of 1400 x 1600 without screen and the words in its fields.
struct Window {
    ctx: Context,
    words: Vec<String>,
}

impl Window {
    fn new(draw_ui: fn(&mut Ui, usize, &mut String)) -> Self {
        let ctx = Context::default();
        font::install(&ctx);
        Theme::light().apply(&ctx);
        TextEngine::install(&ctx, font::article_fonts(), SystemFonts::Never);
        let words = (0..LINES + AREAS).map(|nth| format!("{nth} {}", if nth < LINES { LINE } else { AREA })).collect();
        let mut window = Window { ctx, words };
        window.ctx.memory_mut(|memory| memory.request_focus(id(LINES)));
        for _ in 0..3 {
            window.frame(Vec::new(), draw_ui);
        }
        window
    }

    /// Lays out and draws a frame, without what turns it into triangles.
    fn frame(&mut self, events: Vec<Event>, draw_ui: fn(&mut Ui, usize, &mut String)) {
        let screen = Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(1400.0, 1600.0));
        let input = RawInput { screen_rect: Some(screen), events, ..RawInput::default() };
        let words = &mut self.words;
        let mut output = self.ctx.run_ui(input, |ui| {
            ui.set_max_width(320.0);
            for (nth, words) in words.iter_mut().enumerate() {
                draw_ui(ui, nth, words);
            }
        });
        output.textures_delta.clear();
        black_box(output);
    }
}

fn id(nth: usize) -> Id {
    Id::unique(("bench field", nth))
}

fn none(_: &mut Ui, _: usize, _: &mut String) {}

fn ours(ui: &mut Ui, nth: usize, words: &mut String) {
    let field = TextField::new("Words").id(id(nth));
    if nth < LINES {
        text_field_ui(ui, field, words)
    } else {
        text_area_ui(ui, field, words)
    };
}

#[expect(clippy::disallowed_types, reason = "what it is measured against")]
fn theirs(ui: &mut Ui, nth: usize, words: &mut String) {
    let edit = if nth < LINES { egui::TextEdit::singleline(words) } else { egui::TextEdit::multiline(words) };
    ui.add(edit.id(id(nth)).desired_width(f32::INFINITY));
}

/// What a frame is filled with.
#[derive(Clone, Copy)]
struct Drawn(&'static str, fn(&mut Ui, usize, &mut String));

impl std::fmt::Display for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

const NONE: Drawn = Drawn("no fields", none);
const OURS: Drawn = Drawn("ours", ours);
const THEIRS: Drawn = Drawn("egui's", theirs);

#[divan::bench(args = [NONE, OURS, THEIRS])]
fn at_rest(bencher: Bencher, Drawn(_, draw_ui): &Drawn) {
    let mut window = Window::new(*draw_ui);
    bencher.bench_local(|| window.frame(Vec::new(), *draw_ui));
}

#[divan::bench(args = [OURS, THEIRS])]
fn a_letter_typed(bencher: Bencher, Drawn(_, draw_ui): &Drawn) {
    let mut window = Window::new(*draw_ui);
    let start = window.words.clone();
    let mut typed = 0;
    bencher.bench_local(|| {
        window.frame(vec![Event::Text("x".into())], *draw_ui);
        typed += 1;
        if typed % 64 == 0 {
            window.words.clone_from(&start);
        }
    });
}
