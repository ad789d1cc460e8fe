//! What a frame of the Claims and Sources views costs with 5,000 claims and 2,000 sources, and one of the Numbers view with 10,000 numbers
//! in 1,000 articles, and of its panel with 10,000 checks: at rest, scrolled, and after a step, when what the views keep of the project is
//! computed anew. A frame has 4 ms.

#![allow(clippy::expect_used, clippy::panic, reason = "in a bench a panic is the report")]

#[path = "register/numbers.rs"]
mod figures;
#[path = "register/hand.rs"]
mod hand;
#[path = "register/project.rs"]
mod made;

use divan::{Bencher, black_box};
use egui::{Context, Event, Key, MouseWheelSource, MouseWheelUnit, TouchPhase, Ui, Vec2};
use made::{NOW, SOURCES, claim_id, project, source_id};
use tickmark::command::{ClaimChange, Command, Field, GroupChoice, NewArticle};
use tickmark::model::annotation::Mention;
use tickmark::model::claim::Status;
use tickmark::model::document::Text;
use tickmark::model::id::{ProjectId, Uid};
use tickmark::model::project::Project;
use tickmark::session::register::Alike;
use tickmark::session::{IdSource, Preferences, Session};
use tickmark::suggest::same_measure;
use tickmark::view::Cx;
use tickmark::view::inspector::{InspectorState, inspector_ui};
use tickmark::view::numbers::checks::{ChecksState, numbers_right_ui};
use tickmark::view::numbers::{NumbersState, numbers_left_ui, numbers_ui};
use tickmark::view::queue::{QueueState, queue_left_ui, queue_ui};
use tickmark::view::sources::{SourcesState, sources_left_ui, sources_ui};
use tickmark::widget::typeset::{SystemFonts, TextEngine};
use tickmark::widget::{Theme, font};

fn main() {
    divan::main();
}

/// A window of 1440 x 900 without screen.
struct Window<S> {
    ctx: Context,
    session: Session,
    preferences: Preferences,
    state: S,
    draw: fn(&mut Ui, &mut Cx<'_>, &mut S),
}

impl<S: Default> Window<S> {
    fn new(draw: fn(&mut Ui, &mut Cx<'_>, &mut S)) -> Self {
        Self::of(Session::new(project(), None, IdSource::new(1)), draw)
    }

    fn of(session: Session, draw: fn(&mut Ui, &mut Cx<'_>, &mut S)) -> Self {
        let mut window = Self::blank(session, draw);
        for _ in 0..4 {
            window.frame(Vec::new());
        }
        window
    }

    /// A window that has not drawn anything yet.
    fn blank(session: Session, draw: fn(&mut Ui, &mut Cx<'_>, &mut S)) -> Self {
        let ctx = Context::default();
        font::install(&ctx);
        Theme::light().apply(&ctx);
        TextEngine::install(&ctx, font::article_fonts(), SystemFonts::Never);
        Window { ctx, session, preferences: Preferences::default(), state: S::default(), draw }
    }

    /// Draws a frame, without what turns it into triangles.
    fn frame(&mut self, events: Vec<Event>) {
        let (session, preferences, state, draw) = (&self.session, &self.preferences, &mut self.state, self.draw);
        let mut output = self.ctx.run_ui(hand::input(events), |ui| {
            let mut cx = Cx::new(session, preferences, NOW, None);
            draw(ui, &mut cx, state);
        });
        output.textures_delta.clear();
        black_box(output);
    }

    /// Where something is that has a name.
    fn place_of(&mut self, name: &str) -> egui::Pos2 {
        let (session, preferences, state, draw) = (&self.session, &self.preferences, &mut self.state, self.draw);
        let place = hand::place_of(&self.ctx, name, |ui| draw(ui, &mut Cx::new(session, preferences, NOW, None), state));
        place.unwrap_or_else(|| panic!("nothing is called “{name}”"))
    }

    fn click(&mut self, name: &str) {
        let place = self.place_of(name);
        hand::click(place).into_iter().for_each(|events| self.frame(events));
        self.frame(Vec::new());
    }

    /// Settles or opens a claim, another one each time.
    fn step(&mut self, nth: u64) {
        let status = if nth.is_multiple_of(2) { Status::Confirmed } else { Status::Open };
        self.session.run(Command::Change(vec![claim_id(nth % 5_000)], ClaimChange::Status(status)), NOW);
        self.session.run(Command::SelectRecord(Mention::Claim(claim_id(nth % 5_000))), NOW);
    }
}

fn claims_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut QueueState) {
    halves_ui(ui, cx, state, (queue_left_ui, queue_ui));
}

fn register_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SourcesState) {
    halves_ui(ui, cx, state, (sources_left_ui, sources_ui));
}

type Draw<S> = fn(&mut Ui, &mut Cx<'_>, &mut S);

fn halves_ui<S>(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut S, (left_ui, middle_ui): (Draw<S>, Draw<S>)) {
    let (left, middle) = ui.max_rect().split_left_right_at_x(232.0);
    left_ui(&mut ui.new_child(egui::UiBuilder::new().max_rect(left).id_salt("left")), cx, state);
    middle_ui(&mut ui.new_child(egui::UiBuilder::new().max_rect(middle).id_salt("middle")), cx, state);
}

fn at_rest<S: Default>(bencher: Bencher<'_, '_>, draw: Draw<S>) {
    let mut window = Window::new(draw);
    bencher.bench_local(move || window.frame(Vec::new()));
}

fn scrolled<S: Default>(bencher: Bencher<'_, '_>, draw: Draw<S>) {
    scroll(bencher, Window::new(draw));
}

fn scroll<S: Default>(bencher: Bencher<'_, '_>, mut window: Window<S>) {
    let over = Event::PointerMoved(egui::pos2(700.0, 500.0));
    window.frame(vec![over]);
    let mut down = 0;
    bencher.bench_local(move || {
        down += 1;
        let delta = Vec2::new(0.0, if down % 200 < 100 { -60.0 } else { 60.0 });
        let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
        let wheel = Event::MouseWheel { unit, delta, phase, source, modifiers: Default::default() };
        window.frame(vec![wheel]);
    });
}

/// Only the frame is measured; the step has its own bench.
fn after_a_step<S: Default>(bencher: Bencher<'_, '_>, draw: Draw<S>) {
    let window = std::cell::RefCell::new((Window::new(draw), 0));
    bencher
        .with_inputs(|| {
            let mut window = window.borrow_mut();
            let nth = window.1;
            window.0.step(nth);
            window.1 = nth + 1;
        })
        .bench_local_values(|()| window.borrow_mut().0.frame(Vec::new()));
}

#[divan::bench]
fn claims_at_rest(bencher: Bencher) {
    at_rest(bencher, claims_ui);
}

#[divan::bench]
fn claims_scrolled(bencher: Bencher) {
    scrolled(bencher, claims_ui);
}

#[divan::bench]
fn claims_after_a_step(bencher: Bencher) {
    after_a_step(bencher, claims_ui);
}

#[divan::bench]
fn sources_at_rest(bencher: Bencher) {
    at_rest(bencher, register_ui);
}

#[divan::bench]
fn sources_scrolled(bencher: Bencher) {
    scrolled(bencher, register_ui);
}

#[divan::bench]
fn sources_after_a_step(bencher: Bencher) {
    after_a_step(bencher, register_ui);
}

/// The frame after a key of a name, in a register of 2,000 of whom many may be the same: who is, is looked for on a thread. The step has a
/// bench of its own.
#[divan::bench]
fn sources_after_a_key_of_a_name_among_similar_ones(bencher: Bencher) {
    let mut window: Window<SourcesState> = Window::new(register_ui);
    for nth in 0..SOURCES {
        let visit = window.session.new_visit();
        window.session.run(Command::Type { field: Field::SourceName(source_id(nth)), text: similar(nth), visit }, NOW);
    }
    let (turn, project) = window.session.take_to_compare().expect("the names are new");
    window.session.take_alike(turn, Alike::of(&project));
    let visit = window.session.new_visit();
    let window = std::cell::RefCell::new((window, 0));
    bencher
        .with_inputs(|| {
            let (window, nth) = &mut *window.borrow_mut();
            *nth += 1;
            let text = format!("{} {}", similar(7), "a".repeat(*nth % 20));
            window.session.run(Command::Type { field: Field::SourceName(source_id(7)), text, visit }, NOW);
        })
        .bench_local_values(|()| window.borrow_mut().0.frame(Vec::new()));
}

/// The step of such a key: project, lookup and findings.
#[divan::bench]
fn a_key_of_a_name_among_similar_ones(bencher: Bencher) {
    let mut session = Session::new(project(), None, IdSource::new(1));
    for nth in 0..SOURCES {
        let visit = session.new_visit();
        session.run(Command::Type { field: Field::SourceName(source_id(nth)), text: similar(nth), visit }, NOW);
    }
    let visit = session.new_visit();
    let mut nth = 0;
    bencher.bench_local(move || {
        nth += 1;
        let text = format!("{} {}", similar(7), "a".repeat(nth % 20));
        session.run(Command::Type { field: Field::SourceName(source_id(7)), text, visit }, NOW);
    });
}

/// Each frame brings a key of the filter: the rows are chosen anew, in the order of what is to be settled.
#[divan::bench]
fn sources_while_the_filter_is_typed_in(bencher: Bencher) {
    let mut window: Window<SourcesState> = Window::new(register_ui);
    window.click("Sort by to settle");
    window.click("Filter the sources");
    type_in_turn(bencher, window, "source 1");
}

/// Each frame is one in which the other order of "To settle" is chosen.
#[divan::bench]
fn sources_sorted_by_what_is_to_settle(bencher: Bencher) {
    let mut window: Window<SourcesState> = Window::new(register_ui);
    let [comes, presses, lets_go] = hand::click(window.place_of("Sort by to settle"));
    window.frame(comes);
    let window = std::cell::RefCell::new(window);
    bencher
        .with_inputs(|| {
            window.borrow_mut().frame(presses.clone());
            lets_go.clone()
        })
        .bench_local_values(|lets_go| window.borrow_mut().frame(lets_go));
}

/// Each frame brings a key of the filter with which one of 5,000 claims is chosen; first few pass, then nearly all.
#[divan::bench(args = ["claim 4", "zzz", ""])]
fn claims_to_choose_from_while_the_filter_is_typed_in(bencher: Bencher, words: &str) {
    let mut window: Window<InspectorState> = Window::new(inspector_ui);
    window.session.run(Command::ShowRecord(Mention::Claim(claim_id(0))), NOW);
    window.frame(Vec::new());
    window.click("More");
    window.click("Merge another claim into this one");
    window.click("Filter");
    type_in_turn(bencher, window, words);
}

/// Types words a letter a frame, takes them back a letter a frame, and so on.
fn type_in_turn<S: Default>(bencher: Bencher<'_, '_>, mut window: Window<S>, words: &str) {
    let letters = words.chars().map(|letter| vec![Event::Text(letter.to_string())]);
    let back = words.chars().map(|_| hand::key(Key::Backspace));
    let mut keys: Vec<Vec<Event>> = letters.chain(back).collect();
    if keys.is_empty() {
        keys = vec![vec![Event::Text("a".to_owned())], hand::key(Key::Backspace)];
    }
    let mut keys = keys.into_iter().cycle();
    bencher.bench_local(move || window.frame(keys.next().unwrap_or_default()));
}

/// The frame in which a transcript of a megabyte is pasted beside a quote.
#[divan::bench(sample_count = 40, sample_size = 1)]
fn a_transcript_of_a_megabyte_is_pasted(bencher: Bencher) {
    let window = std::cell::RefCell::new(with_transcript());
    bencher
        .with_inputs(|| {
            let mut window = window.borrow_mut();
            window.state.lay_transcript(claim_id(0));
            (0..3).for_each(|_| window.frame(Vec::new()));
            vec![Event::Paste(transcript())]
        })
        .bench_local_values(|paste| window.borrow_mut().frame(paste));
}

/// The frame that takes what came of comparing it.
#[divan::bench(sample_count = 40, sample_size = 1)]
fn a_transcript_of_a_megabyte_has_been_compared(bencher: Bencher) {
    let window = std::cell::RefCell::new(with_transcript());
    bencher
        .with_inputs(|| {
            let mut window = window.borrow_mut();
            window.state.lay_transcript(claim_id(0));
            (0..3).for_each(|_| window.frame(Vec::new()));
            window.frame(vec![Event::Paste(transcript())]);
            window.state.take_transcript_order().expect("it is long").compare()
        })
        .bench_local_values(|answer| {
            let mut window = window.borrow_mut();
            window.state.take_compared_transcript(answer);
            window.frame(Vec::new());
        });
}

/// The comparison itself, off the drawing thread.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn comparing_a_transcript_of_a_megabyte(bencher: Bencher) {
    let text = transcript();
    bencher.bench_local(|| tickmark::model::claim::compare(black_box("It was never said by them"), black_box(&text)));
}

fn with_transcript() -> Window<InspectorState> {
    let mut window: Window<InspectorState> = Window::new(inspector_ui);
    window.session.run(Command::ShowRecord(Mention::Claim(claim_id(0))), NOW);
    window.frame(Vec::new());
    window
}

/// A megabyte in paragraphs, with the words in its middle.
fn transcript() -> String {
    let filler = "The committee will come to order and the department will answer. They said so at length.\n".repeat(5_600);
    format!("{filler}It was said by them. {filler}")
}

/// A word of the scale is typed with which a seventh of all claims are rated.
#[divan::bench]
fn a_word_of_the_scale_is_typed(bencher: Bencher) {
    let mut window: Window<QueueState> = Window::new(claims_ui);
    let visit = window.session.new_visit();
    let mut nth = 0;
    bencher.bench_local(move || {
        nth += 1;
        let text = format!("Wrong{}", "x".repeat(nth % 20));
        window.session.run(Command::Type { field: Field::ScaleWord(0), text, visit }, NOW);
    });
}

/// One of 200 names: with and without a title, a first name, a letter in the middle.
fn similar(nth: u64) -> String {
    const GIVEN: [&str; 10] = ["", "Ann", "Robert", "R.", "Gen. Robert", "Ann B.", "Mayor Ann", "Robert C.", "Dr. Ann", "Bob"];
    let given = GIVEN.get((nth % 10) as usize).unwrap_or(&"");
    format!("{given} Smith{}", char::from(b'a' + (nth / 100) as u8)).trim().to_owned()
}

fn numbers_both_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NumbersState) {
    halves_ui(ui, cx, state, (numbers_left_ui, numbers_ui));
}

/// As the window has it: sentences and findings are known since the project was read, proposals since a moment ago.
fn numbers_session() -> Session {
    let mut session = Session::new(figures::project(), None, IdSource::new(1));
    session.find_proposals();
    session
}

/// The first frame, when the table is put together.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn numbers_opened(bencher: Bencher) {
    let session = numbers_session();
    // Fonts and letters are there since the window was opened.
    let mut window: Window<NumbersState> = Window::of(session, numbers_both_ui);
    bencher.bench_local(move || {
        window.state = NumbersState::default();
        window.frame(Vec::new());
    });
}

#[divan::bench]
fn numbers_at_rest(bencher: Bencher) {
    let mut window: Window<NumbersState> = Window::of(numbers_session(), numbers_both_ui);
    bencher.bench_local(move || window.frame(Vec::new()));
}

#[divan::bench]
fn numbers_scrolled(bencher: Bencher) {
    scroll(bencher, Window::<NumbersState>::of(numbers_session(), numbers_both_ui));
}

/// The frame after a number has gone to another group, when the table is put together anew.
#[divan::bench(sample_count = 40, sample_size = 1)]
fn numbers_after_a_step(bencher: Bencher) {
    let window = std::cell::RefCell::new((Window::<NumbersState>::of(numbers_session(), numbers_both_ui), 0));
    bencher
        .with_inputs(|| {
            let mut window = window.borrow_mut();
            let nth = window.1;
            regroup(&mut window.0.session, nth);
            window.1 = nth + 1;
        })
        .bench_local_values(|()| window.borrow_mut().0.frame(Vec::new()));
}

/// A number goes to another group in the session: project, lookup, findings and verdicts.
#[divan::bench]
fn a_number_to_another_group(bencher: Bencher) {
    let mut session = numbers_session();
    let mut nth = 0;
    bencher.bench_local(move || {
        nth += 1;
        regroup(&mut session, nth);
    });
}

fn regroup(session: &mut Session, nth: u64) {
    let group = session.project().groups().keys().nth(nth as usize % 1_000).copied().expect("there are a thousand groups");
    session.run(Command::Group { numbers: vec![figures::number_id(nth % 10_000)], into: GroupChoice::Known(group) }, NOW);
}

/// The right panel alone, with its 10,000 checks.
fn panel_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ChecksState) {
    numbers_right_ui(ui, cx, state, |_, _| ());
}

/// A thousand articles with ten lengths each, told in two units; every third is wrong.
fn checks_session() -> Session {
    let mut session = Session::new(Project::new(ProjectId(Uid(9)), "Checks"), None, IdSource::new(1));
    let line = |nth: u64| {
        format!("The way {nth} is {} miles ({} km) long.", nth + 10, (nth + 10) * if nth.is_multiple_of(3) { 3 } else { 2 } * 8 / 10)
    };
    let text = |article: u64| (0..10).map(|at| line(article * 10 + at)).collect::<Vec<_>>().join("\n");
    let articles = (0..1_000).map(|article| NewArticle::of(Text::freeze(text(article)))).collect();
    session.run(Command::AddArticles(articles), NOW);
    session.find_checks();
    assert_eq!(session.checks().len(), 10_000);
    session.run(Command::Run(tickmark::command::catalogue::Action::ShowNumbers), NOW);
    session
}

/// The first frame, when the rows are made.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn ten_thousand_checks_opened(bencher: Bencher) {
    let mut window: Window<ChecksState> = Window::of(checks_session(), panel_ui);
    bencher.bench_local(move || {
        window.state = ChecksState::default();
        window.frame(Vec::new());
    });
}

#[divan::bench]
fn ten_thousand_checks_at_rest(bencher: Bencher) {
    let mut window: Window<ChecksState> = Window::of(checks_session(), panel_ui);
    bencher.bench_local(move || window.frame(Vec::new()));
}

#[divan::bench]
fn ten_thousand_checks_scrolled(bencher: Bencher) {
    scroll(bencher, Window::<ChecksState>::of(checks_session(), panel_ui));
}

/// All checks of 1,000 articles are found, on a thread of its own.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn ten_thousand_checks_found(bencher: Bencher) {
    let session = std::cell::RefCell::new(checks_session());
    bencher
        .with_inputs(|| {
            let mut session = session.borrow_mut();
            let first = session.project().order().first().copied().expect("there are articles");
            session.run(Command::MoveArticle(first, 5), NOW);
            session.take_sought_checks().expect("something was changed")
        })
        .bench_local_values(|sought| {
            let found = sought.find();
            session.borrow_mut().take_found_checks(found);
        });
}

/// The value of one of 10,000 numbers of one group is typed: all of it is judged again.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn a_number_of_a_group_of_10_000_is_typed(bencher: Bencher) {
    let mut session = numbers_session();
    let numbers: Vec<_> = session.project().quantities().keys().copied().collect();
    session.run(Command::Group { numbers, into: GroupChoice::New("All".into()) }, NOW);
    let visit = session.new_visit();
    let mut nth = 0;
    bencher.bench_local(move || {
        nth += 1;
        session.run(Command::Type { field: Field::QuantityValue(figures::number_id(7)), text: format!("{}", 100 + nth), visit }, NOW);
    });
}

/// All numbers of the same are looked for, on a thread of its own.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn proposals_for_10_000_numbers(bencher: Bencher) {
    let project = figures::project();
    bencher.bench_local(move || black_box(same_measure(&project)));
}

/// A claim is settled in the session: project, lookup and findings.
#[divan::bench]
fn a_step(bencher: Bencher) {
    let mut window: Window<QueueState> = Window::new(claims_ui);
    let mut nth = 0;
    bencher.bench_local(move || {
        nth += 1;
        window.step(nth);
    });
}
