//! What a newly visible paragraph costs: laying out, wrapping anew, geometry, and the rectangles to paint.

use std::sync::Arc;

use divan::{Bencher, black_box};
use egui::epaint::FontColorTransferFunction;
use egui::mutex::RwLock;
use egui::{Color32, Rect, pos2};
use tickmark::widget::font::article_fonts;
use tickmark::widget::typeset::{Ink, Paragraph, Placement, SystemFonts, TextEngine, TextStyle};

fn main() {
    divan::main();
}

const ARTICLE: TextStyle = TextStyle::serif(17.0, 30.0);
const COLUMN: f32 = 551.0;

/// A language and a paragraph in it.
struct Sample(&'static str, &'static str);

impl std::fmt::Display for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// About 440 bytes of English, as a paragraph in a newspaper has.
const ENGLISH: Sample = Sample(
    "English",
    "The active duty forces will join roughly 2500 reserve forces already present. Until this deployment, \
    there were no active duty troops working along the roughly 3200km border. In short order, the department will \
    develop and execute additional missions in cooperation with federal agencies and state partners to address the \
    full range of threats outlined by the council at the harbour, officials said on Monday after a briefing.",
);
const ARABIC: Sample = Sample(
    "Arabic",
    "أعلن متحدث باسم الوزارة أن نحو 2500 جندي سيصلون إلى الحدود، وفق بيان صدر يوم الاثنين. \
    وقال المسؤولون إن القوات ستنضم إلى الحرس الموجود هناك منذ أشهر، وإن المهمة قد تستمر حتى نهاية العام المقبل.",
);
const HINDI: Sample = Sample(
    "Hindi",
    "रक्षा मंत्रालय ने कहा कि क्षेत्र में लगभग 2500 सैनिक तैनात किए जाएंगे, अधिकारियों ने सोमवार को बताया। \
    उन्होंने कहा कि सैनिक पहले से मौजूद बलों के साथ मिलकर काम करेंगे।",
);
const CHINESE: Sample =
    Sample("Chinese", "国防部表示，约有2500名士兵将抵达边境（星期一）。官员说，部队将与已经在那里的卫队一起工作，任务可能持续到明年年底。");

fn engine() -> TextEngine {
    TextEngine::new(article_fonts(), SystemFonts::WhenNeeded, Arc::new(RwLock::default()))
}

fn set(engine: &mut TextEngine, text: &str) -> Paragraph {
    engine.layout(text, &ARTICLE, COLUMN)
}

#[divan::bench(args = [ENGLISH, ARABIC, HINDI, CHINESE])]
fn layout(bencher: Bencher, Sample(_, text): &Sample) {
    let mut engine = engine();
    set(&mut engine, text);
    bencher.bench_local(|| set(&mut engine, black_box(text)));
}

#[divan::bench]
fn rewrap(bencher: Bencher) {
    let mut engine = engine();
    let mut paragraph = set(&mut engine, ENGLISH.1);
    let mut width = COLUMN;
    bencher.bench_local(|| {
        width = COLUMN + 20.0 - width + 500.0;
        engine.rewrap(&mut paragraph, width);
    });
}

#[divan::bench(args = [ENGLISH, ARABIC, HINDI, CHINESE])]
fn paint(bencher: Bencher, Sample(_, text): &Sample) {
    let mut engine = engine();
    let paragraph = set(&mut engine, text);
    let placement = Placement {
        origin: pos2(64.0, 80.0),
        pixels_per_point: 1.0,
        clip: Rect::from_min_max(pos2(0.0, 0.0), pos2(2000.0, 2000.0)),
        transfer: FontColorTransferFunction::Off,
    };
    let ink = Ink::plain(Color32::BLACK);
    bencher.bench_local(|| engine.meshes(black_box(&paragraph), &placement, &ink));
}

#[divan::bench(args = [ENGLISH, ARABIC])]
fn rects_of_a_claim(bencher: Bencher, Sample(_, text): &Sample) {
    let paragraph = set(&mut engine(), text);
    bencher.bench_local(|| paragraph.rects(black_box(40..200)));
}

#[divan::bench(args = [ENGLISH, ARABIC])]
fn hit(bencher: Bencher, Sample(_, text): &Sample) {
    let paragraph = set(&mut engine(), text);
    bencher.bench_local(|| paragraph.hit(black_box(pos2(300.0, 50.0))));
}
