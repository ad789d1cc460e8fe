//! 300 random drags of the mouse over a page in each script: what is painted as selected is what is stored as quote.

use egui::accesskit::Role;
use egui::{Event, Modifiers, PointerButton, Pos2, Rect, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

use super::super::tests::{filled, painted};
use super::super::{GalleyState, article_ui};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::Tag;
use crate::model::document::Span;
use crate::testing::{Desk, NOW};
use crate::view::testing::{Stage, session, window};
use crate::widget::font::article_fonts;
use crate::widget::theme::Theme;
use crate::widget::typeset::{SystemFonts, TextEngine};

const PAGES: &str = include_str!("../../../../tests/scripts/pages.txt");
const DRAGS: usize = 300;

type Page = Harness<'static, Stage<GalleyState>>;

/// A page in the fonts of this machine; where it has none for the script, boxes stand for letters and are dragged over.
fn page(code: &str) -> Page {
    let pages = PAGES.split("\n== ").find(|page| page.starts_with(&format!("{code} "))).unwrap();
    let paragraphs: Vec<&str> = pages.lines().skip(1).filter(|line| !line.is_empty()).collect();
    let mut desk = Desk::default();
    desk.plain(&paragraphs.join("\n"));
    let mut page = window(session(desk.project), GalleyState::default(), article_ui);
    TextEngine::install(&page.ctx, article_fonts(), SystemFonts::WhenNeeded);
    page.state_mut().own = GalleyState::default();
    page.run_steps(2);
    page
}

/// A character on screen as a screen reader is told of it.
struct Seen {
    /// Byte of the article.
    byte: usize,
    rect: Rect,
}

/// The characters on screen that have a width, in reading order.
fn characters(page: &Page) -> Vec<Seen> {
    let mut found = Vec::new();
    let mut byte = 0;
    collect(page.get_by_role(Role::Document).accesskit_node(), &mut byte, &mut found);
    found.retain(|seen: &Seen| seen.rect.width() > 0.5);
    found
}

fn collect(node: AccessKitNode<'_>, byte: &mut usize, found: &mut Vec<Seen>) {
    let data = node.data();
    if node.role() == Role::TextRun {
        let bounds = data.bounds().unwrap();
        let is_rtl = data.text_direction() == Some(egui::accesskit::TextDirection::RightToLeft);
        let (positions, widths) = (data.character_positions().unwrap(), data.character_widths().unwrap());
        for ((len, position), width) in data.character_lengths().iter().zip(positions).zip(widths) {
            let near = if is_rtl { bounds.x1 as f32 - position } else { bounds.x0 as f32 + position };
            let far = if is_rtl { near - width } else { near + width };
            let (top, bottom) = (bounds.y0 as f32, bounds.y1 as f32);
            found.push(Seen { byte: *byte, rect: Rect::from_two_pos(pos2(near, top), pos2(far, bottom)) });
            *byte += usize::from(*len);
        }
    }
    node.children().for_each(|child| collect(child, byte, found));
}

/// The bytes of the characters that rectangles lie under.
fn under(page: &Page, rects: &[Rect]) -> Vec<usize> {
    let is_under = |seen: &&Seen| rects.iter().any(|rect| rect.contains(seen.rect.center()));
    characters(page).iter().filter(is_under).map(|seen| seen.byte).collect()
}

/// The bytes of the characters of a span.
fn within(page: &Page, span: Span) -> Vec<usize> {
    characters(page).iter().map(|seen| seen.byte).filter(|byte| span.covers(*byte)).collect()
}

fn drag(page: &mut Page, (from, to): (Pos2, Pos2), is_exact: bool) {
    let modifiers = if is_exact { Modifiers::ALT } else { Modifiers::NONE };
    page.event(Event::ModifiersChanged(modifiers));
    let button = |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    let events = [
        Event::PointerMoved(from),
        button(from, true),
        Event::PointerMoved(from + (to - from) * 0.5),
        Event::PointerMoved(to),
        button(to, false),
    ];
    for event in events {
        page.event(event);
        page.step();
    }
    page.step();
}

/// Numbers that look random and are the same at every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: f32) -> f32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f32 / (1_u64 << 24) as f32 * most
    }

    fn place(&mut self, area: Rect) -> Pos2 {
        area.min + egui::vec2(self.below(area.width()), self.below(area.height()))
    }
}

fn check(code: &str) {
    let mut page = page(code);
    let area = characters(&page).iter().map(|seen| seen.rect).reduce(Rect::union).unwrap();
    let text = page.state().session.document().unwrap().text.clone();
    let mut chance = Chance(code.bytes().fold(7, |seed, byte| seed * 31 + u64::from(byte)));
    let (mut selected, mut in_pieces) = (0, 0);
    for nth in 0..DRAGS {
        drag(&mut page, (chance.place(area), chance.place(area)), nth % 2 == 0);
        let span = page.state().session.selection().unwrap().span();
        let fresh = filled(&painted(&page), Theme::light().fresh);
        assert_eq!(under(&page, &fresh), within(&page, span), "{code} {nth}: painted otherwise than selected");
        let words = text.trimmed(span);
        if words.is_empty() {
            continue;
        }
        page.state_mut().session.run(Command::Run(Action::TagSelection(Tag::Claim)), NOW);
        page.step();
        let project = page.state().session.project();
        let (stored, quote) = project.annotations().values().next().map(|mark| (mark.span, project.quote(mark).to_owned())).unwrap();
        // A mark lets go of the white space around its words.
        assert_eq!((stored, quote.as_str()), (words, text.slice(words)), "{code} {nth}");
        let wash = filled(&painted(&page), Theme::light().wash);
        assert_eq!(under(&page, &wash), within(&page, stored), "{code} {nth}: painted otherwise than stored: {quote}");
        selected += 1;
        in_pieces += usize::from(fresh.iter().any(|one| fresh.iter().any(|other| one.top() == other.top() && one.left() != other.left())));
        page.state_mut().session.run(Command::Run(Action::Undo), NOW);
        page.state_mut().session.run(Command::Run(Action::Clear), NOW);
        page.step();
    }
    println!("{code}: {selected} selections, {in_pieces} of them in several pieces on a row");
    assert!(selected > DRAGS * 9 / 10, "{code}: {selected}");
    let has_rtl = matches!(code, "ar" | "fa" | "ur" | "he");
    assert_eq!(in_pieces > 0, has_rtl, "{code}: {in_pieces} in pieces");
}

macro_rules! drags {
    ($($name:ident: $($code:literal)+;)+) => {
        $(#[test] fn $name() { $(check($code);)+ })+
    };
}

drags! {
    european_selections_are_stored_as_painted: "en" "vi" "ru" "el" "emoji";
    arabic_and_hebrew_selections_are_stored_as_painted: "ar" "fa" "ur" "he";
    indic_selections_are_stored_as_painted: "hi" "bn" "ta";
    thai_and_khmer_selections_are_stored_as_painted: "th" "km";
    east_asian_selections_are_stored_as_painted: "zh" "ja" "ko";
}
