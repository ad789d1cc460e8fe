//! Frames of the page: what a checker does, again and again, and how long each frame takes.

use egui::{Context, Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, pos2, vec2};
use tickmark::command::Command;
use tickmark::command::catalogue::{Action, Motion};
use tickmark::model::annotation::Tag;
use tickmark::model::document::Span;
use tickmark::model::moment::Moment;
use tickmark::session::{IdSource, Preferences, Session};
use tickmark::view::article::{GalleyState, article_ui};
use tickmark::view::{Cx, Sent};
use tickmark::widget::Theme;
use tickmark::widget::font;
use tickmark::widget::typeset::{SystemFonts, TextEngine, TextStyle};

use super::clock::Stopwatch;
use super::texts::{self, FIRST, Language, SECOND};
use super::{Case, MB, table::Times};

const SIZE: (f32, f32) = (1000.0, 800.0);
const NOW: Moment = Moment::from_ms(1_795_271_520_000);
/// Frames of each kind.
const FRAMES: usize = 100;

/// What was measured of a text, in the order of the table's columns.
pub const WHAT: [&str; 10] = ["at rest", "wheel", "page", "jump", "drag", "resize", "first frame", "switch", "tag", "undo"];

/// A page in a context that nobody sees.
pub struct Page {
    ctx: Context,
    session: Session,
    preferences: Preferences,
    galley: GalleyState,
    size: (f32, f32),
    time: f64,
}

impl Page {
    pub fn new(session: Session) -> Self {
        let ctx = Context::default();
        font::install(&ctx);
        Theme::light().apply(&ctx);
        TextEngine::install(&ctx, font::article_fonts(), SystemFonts::WhenNeeded);
        Page { ctx, session, preferences: Preferences::default(), galley: GalleyState::default(), size: SIZE, time: 0.0 }
    }

    /// Shows another session on the same page and gives the one before.
    pub fn turn_to(&mut self, session: Session) -> Session {
        self.galley = GalleyState::default();
        std::mem::replace(&mut self.session, session)
    }

    /// One frame with these events, to the last triangle; its milliseconds of this thread. What the view sends is run before the next one.
    pub fn frame(&mut self, events: Vec<Event>) -> f64 {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(self.size.0, self.size.1)));
        let input = RawInput { screen_rect, time: Some(self.time), events, focused: true, ..RawInput::default() };
        let began = Stopwatch::start();
        let mut sent = Vec::new();
        let output = self.ctx.run_ui(input, |ui| {
            let mut cx = Cx::new(&self.session, &self.preferences, NOW, None);
            article_ui(ui, &mut cx, &mut self.galley);
            sent.append(&mut cx.sent);
        });
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        for sent in sent {
            if let Sent::Command(command) = sent {
                self.session.run(command, NOW);
            }
        }
        let took = began.ms();
        drop(triangles);
        took
    }

    fn settle(&mut self) {
        (0..5).for_each(|_| {
            self.frame(Vec::new());
        });
    }

    fn run(&mut self, command: Command) {
        self.session.run(command, NOW);
    }

    fn reveal(&mut self, byte: usize) {
        self.galley.reveal(FIRST, Span::between(byte, byte));
    }

    fn len(&self) -> usize {
        self.session.project().document(FIRST).map_or(0, |document| document.text.len())
    }
}

/// A row of places that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((u128::from(self.0 >> 16) * most as u128) >> 48) as usize
    }
}

/// Measures everything of one case.
pub fn measure(case: Case) -> Vec<Times> {
    let mut page = Page::new(Session::new(texts::project(case, &[FIRST, SECOND]), None, IdSource::new(7)));
    let mut dice = Dice(1);
    let len = page.len();
    page.settle();
    let middle = pos2(400.0, 400.0);
    let all = |page: &mut Page, act: &mut dyn FnMut(&mut Page, usize) -> f64| Times::of((0..FRAMES).map(|at| act(page, at)).collect());
    let rest = all(&mut page, &mut |page, _| page.frame(Vec::new()));
    page.frame(vec![Event::PointerMoved(middle)]);
    let wheel = all(&mut page, &mut |page, at| page.frame(vec![wheel(at, len > 100_000)]));
    page.settle();
    page.reveal(len / 3);
    page.settle();
    let paged = all(&mut page, &mut |page, _| {
        page.galley.push_motion(Motion::PageDown, false);
        page.frame(Vec::new())
    });
    let jump = all(&mut page, &mut |page, _| {
        page.reveal(dice.below(len));
        page.frame(Vec::new())
    });
    page.settle();
    let drag = drag(&mut page);
    let resize = all(&mut page, &mut |page, at| {
        // Narrow enough that the column follows.
        page.size.0 = 640.0 + (at % 50) as f32 * 4.0;
        page.frame(Vec::new())
    });
    page.size = SIZE;
    page.settle();
    let first = Times::of(
        (0..20)
            .map(|_| {
                page.galley = GalleyState::default();
                page.frame(Vec::new())
            })
            .collect(),
    );
    for article in [SECOND, FIRST] {
        page.run(Command::ShowArticle(article));
        page.settle();
    }
    let switch = all(&mut page, &mut |page, at| {
        let began = Stopwatch::start();
        page.run(Command::ShowArticle(if at % 2 == 0 { SECOND } else { FIRST }));
        began.ms() + page.frame(Vec::new())
    });
    page.run(Command::ShowArticle(FIRST));
    let mut tag = |page: &mut Page, command: &dyn Fn(usize) -> Command| {
        Times::of(
            (0..FRAMES / 2)
                .map(|at| {
                    let byte = dice.below(len);
                    page.run(Command::Select { document: FIRST, anchor: byte, head: byte });
                    page.reveal(byte);
                    page.settle();
                    let began = Stopwatch::start();
                    page.run(command(at));
                    began.ms() + page.frame(Vec::new())
                })
                .collect(),
        )
    };
    let tagged = tag(&mut page, &|at| Command::Run(Action::TagSelection([Tag::Claim, Tag::Number, Tag::Source][at % 3])));
    let undone = tag(&mut page, &|_| Command::Run(Action::Undo));
    vec![rest, wheel, paged, jump, drag, resize, first, switch, tagged, undone]
}

/// Laying out as many new words as a view holds, and nothing else: most of it is parley's shaping.
pub fn view_of_words(language: Language) -> Times {
    let ctx = Context::default();
    let engine = TextEngine::install(&ctx, font::article_fonts(), SystemFonts::WhenNeeded);
    let text = language.text(MB);
    let paragraphs: Vec<&str> = text.lines().collect();
    let mut dice = Dice(1);
    let mut view = || {
        let (mut at, mut height) = (dice.below(paragraphs.len() - 30), 0.0);
        let began = Stopwatch::start();
        while height < SIZE.1 {
            height += engine.lock().layout(paragraphs[at], &TextStyle::serif(17.0, 30.0), 551.0).height() + 9.0;
            at += 1;
        }
        began.ms()
    };
    view();
    Times::of((0..FRAMES).map(|_| view()).collect())
}

/// 120 points down; in a short article after a while up again, so that it does not come to its end.
fn wheel(at: usize, is_long: bool) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, if is_long || at % 40 < 20 { -120.0 } else { 120.0 }),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    }
}

/// Selecting with the mouse from the middle of the page, to and fro.
fn drag(page: &mut Page) -> Times {
    let button =
        |pressed| Event::PointerButton { pos: pos2(400.0, 400.0), button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    page.frame(vec![Event::PointerMoved(pos2(400.0, 400.0))]);
    page.frame(vec![button(true)]);
    let times = (0..FRAMES).map(|at| {
        let to = pos2(250.0 + (at * 37 % 400) as f32, 200.0 + (at * 53 % 500) as f32);
        page.frame(vec![Event::PointerMoved(to)])
    });
    let times = Times::of(times.collect());
    page.frame(vec![button(false)]);
    times
}
