//! The mouse on the page: dragging, several marks under the pointer, the overview strip, files dropped on the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Modifiers, Pos2, Role, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use tickmark::session::Selection;

use super::trial::{Desk, shipped};

/// An article of numbered paragraphs, much longer than the window.
fn long_article() -> Desk {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("long.txt");
    let text: String = (1..=300).map(|at| format!("Paragraph {at} says that the dyke stood.\n\n")).collect();
    std::fs::write(&path, text).unwrap();
    Desk::open_in(home, &[path])
}

/// The numbers of the paragraphs in view.
fn in_view(desk: &Desk) -> Vec<usize> {
    let number = |words: String| words.strip_prefix("Paragraph ")?.split(' ').next()?.parse().ok();
    // A screen reader is told of more than is in view, so that it can read on.
    let page = desk.rect_of("Article text: ");
    let paragraphs = desk.harness.query_all_by_role(Role::Paragraph).filter(|node| page.intersects(node.rect()));
    let paragraphs = paragraphs.filter_map(|node| node.accesskit_node().label());
    let mut found: Vec<usize> = paragraphs.filter_map(number).collect();
    found.sort_unstable();
    found
}

fn selected(desk: &Desk) -> String {
    desk.look(|app| {
        let session = app.session();
        session.document().unwrap().text.slice(session.selection().unwrap().span()).to_owned()
    })
}

fn caret(desk: &Desk) -> Option<Selection> {
    desk.look(|app| app.session().selection())
}

/// Holds the mouse button down at one place and moves to another.
fn hold(desk: &mut Desk, from: Pos2, to: Pos2) {
    desk.harness.hover_at(from);
    desk.harness.drag_at(from);
    desk.harness.hover_at(from.lerp(to, 0.5));
    desk.harness.hover_at(to);
    desk.settle();
}

#[test]
fn a_drag_past_the_edge_scrolls_and_goes_on_selecting() {
    let mut desk = long_article();
    let first = desk.row_of("Paragraph 2 says");
    let (shown, page) = (in_view(&desk), desk.rect_of("Article text: "));
    let below = pos2(first.left() + 40.0, page.bottom() + 30.0);
    hold(&mut desk, first.left_center() + egui::vec2(10.0, 0.0), below);
    let mut lengths = vec![selected(&desk).len()];
    for _ in 0..20 {
        desk.settle();
        lengths.push(selected(&desk).len());
    }
    assert!(lengths.windows(2).all(|pair| pair[0] <= pair[1]) && lengths[20] > lengths[0], "{lengths:?}");
    desk.harness.drop_at(below);
    desk.settle();
    let (words, last) = (selected(&desk), in_view(&desk));
    assert!(words.starts_with("Paragraph 2 says"), "{words}");
    assert!(last[0] > shown[0] && last.last() > shown.last(), "{shown:?} {last:?}");
    assert!(words.contains(&format!("Paragraph {} ", shown.last().unwrap() + 1)), "it goes on below what was in view");

    // Back up, past the upper edge.
    let above = pos2(first.left() + 40.0, page.top() - 40.0);
    let start = page.center();
    hold(&mut desk, start, above);
    for _ in 0..200 {
        desk.settle();
    }
    desk.harness.drop_at(above);
    desk.settle();
    assert_eq!(in_view(&desk)[0], 1);
    assert!(selected(&desk).starts_with("Paragraph 1 says"));
}

#[test]
fn with_alt_a_drag_takes_any_character_but_never_half_of_one() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("one.txt");
    std::fs::write(&path, "Headline\nNaïve cafe\u{301}s 👩‍👩‍👧 opened.\n").unwrap();
    let mut desk = Desk::open_in(home, &[path]);
    let row = desk.row_of("Naïve cafe");
    desk.drag(row.left_center(), row.left_center() + egui::vec2(30.0, 0.0));
    assert_eq!(selected(&desk), "Naïve");
    desk.harness.event(egui::Event::ModifiersChanged(Modifiers::ALT));
    let mut taken = std::collections::BTreeSet::new();
    for step in 0..130 {
        let to = row.left_center() + egui::vec2(step as f32 * 1.5, 0.0);
        desk.drag(row.left_center(), to);
        taken.insert(selected(&desk));
    }
    // Every beginning of the text, character by character as a reader sees them, and nothing else.
    let whole = ["N", "a", "ï", "v", "e", " ", "c", "a", "f", "e\u{301}", "s", " ", "👩‍👩‍👧", " ", "o", "p", "e", "n", "e", "d", "."];
    let beginnings: std::collections::BTreeSet<String> = (0..=whole.len()).map(|end| whole[..end].concat()).collect();
    assert!(taken.is_subset(&beginnings) && taken.len() > 18, "{taken:?}");
}

#[test]
fn clicks_that_come_within_one_slow_frame_are_still_counted() {
    let mut desk = long_article();
    let place = desk.row_of("Paragraph 2 says").left_center() + egui::vec2(20.0, 0.0);
    let button =
        |pressed| egui::Event::PointerButton { pos: place, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    for (clicks, expected) in [(2, "Paragraph"), (3, "Paragraph 2 says that the dyke stood.")] {
        let events = std::iter::once(egui::Event::PointerMoved(place));
        desk.frame_with(events.chain((0..clicks).flat_map(|_| [button(true), button(false)])).collect());
        desk.settle();
        assert_eq!(selected(&desk), expected);
    }
}

#[test]
fn several_marks_under_the_pointer_are_taken_smallest_first_and_then_in_turn() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("one.txt");
    std::fs::write(&path, "Dyke fails\nAbout 1,500 people left their homes on Monday, officials said.\n").unwrap();
    let mut desk = Desk::open_in(home, &[path]);
    let marks = [("1,500 people", "N"), ("About 1,500 people left", "C"), ("About 1,500 people left their homes on Monday", "C")];
    for (words, key) in marks {
        desk.select(words);
        desk.press(key);
    }
    desk.press("Escape");
    let place = desk.rect_of("Number, 1,500 people, read as").center();
    for (expected, _) in marks.iter().chain(&marks) {
        // Slower than a double click.
        desk.harness.run_steps(4);
        desk.drag(place, place);
        let quote = desk.look(|app| app.session().mark().map(|mark| app.session().project().quote(mark).to_owned()));
        assert_eq!(quote.as_deref(), Some(*expected));
    }
}

#[test]
fn a_click_or_drag_in_the_overview_moves_the_view_and_nothing_else() {
    let mut desk = long_article();
    let (strip, before) = (desk.rect_of("Overview of the article"), caret(&desk));
    let at = |share: f32| pos2(strip.center().x, strip.top() + strip.height() * share);
    assert_eq!(in_view(&desk)[0], 1);
    desk.drag(at(0.5), at(0.5));
    let middle = in_view(&desk);
    assert!(middle[0] < 150 && *middle.last().unwrap() > 150, "{middle:?}");
    hold(&mut desk, at(0.5), at(0.75));
    let lower = in_view(&desk);
    assert!(lower[0] < 225 && *lower.last().unwrap() > 225, "{lower:?}");
    desk.harness.hover_at(at(0.999));
    desk.settle();
    desk.harness.drop_at(at(0.999));
    desk.settle();
    assert_eq!(in_view(&desk).last(), Some(&300));
    desk.drag(at(0.001), at(0.001));
    assert_eq!(in_view(&desk)[0], 1);
    assert_eq!(caret(&desk), before);
}

/// A file that is let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        unreachable!("the program reads files itself")
    }
}

fn drop_files(desk: &mut Desk, paths: &[PathBuf]) {
    for path in paths {
        desk.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    }
    desk.settle();
}

#[test]
fn files_dropped_on_the_window_open_articles_and_projects() {
    let mut desk = Desk::open(&[]);
    drop_files(&mut desk, &[shipped("northwake-2031-03-13.txt"), shipped("varnholt-courier-2031-03-14.md")]);
    let articles = |desk: &Desk| desk.look(|app| app.session().project().order().len());
    assert_eq!(articles(&desk), 2, "{}", desk.said());
    drop_files(&mut desk, &[PathBuf::from("/nowhere/at-all.txt")]);
    assert!(articles(&desk) == 2 && desk.said().contains("at-all.txt"), "{}", desk.said());

    // A project is opened once the one at work is safe.
    let project = desk.home.path().join("flood.ron");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("projects/merrowhaven-flood.ron"), &project).unwrap();
    drop_files(&mut desk, &[project]);
    assert_eq!(desk.window().as_deref(), Some("Save the project before closing?"));
    desk.click("Close without saving");
    assert_eq!(articles(&desk), 4);
}

#[test]
fn the_toolbar_under_fresh_words_tags_them_and_a_click_on_a_mark_ends_a_link() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("one.txt");
    std::fs::write(&path, "Dyke fails\nAbout 1,500 people left, the mayor said.\nNobody was hurt. It rained.\n").unwrap();
    let mut desk = Desk::open_in(home, &[path]);
    let count = |desk: &Desk| {
        desk.look(|app| {
            let project = app.session().project();
            [project.claims().len(), project.quantities().len(), project.sources().len(), project.links().len(), project.exclusions().len()]
        })
    };
    assert!(!desk.has("Tag as claim"), "no words, no toolbar");
    let tags = [("About 1,500 people left", "Tag as claim"), ("1,500 people", "Tag as number"), ("the mayor", "Tag as source")];
    for (words, button) in tags {
        desk.select(words);
        desk.click(button);
    }
    assert_eq!(count(&desk), [1, 1, 1, 1, 0]);
    desk.select("It rained");
    desk.click("Sentence is not checkable");
    assert_eq!(count(&desk), [1, 1, 1, 1, 1]);

    // The source is linked by clicking its claim while a link is in the making; a number is refused in words.
    desk.press_all("Ctrl+Home J J J L");
    let number = desk.rect_of("Number, 1,500 people, read as").center();
    desk.drag(number, number);
    assert_eq!(count(&desk), [1, 1, 1, 1, 1]);
    assert!(desk.said().contains("cannot be linked"), "{}", desk.said());
    desk.press_all("Escape Ctrl+Home J J J L");
    let claim = desk.rect_of("no source. About 1,500").left_center() + egui::vec2(8.0, 0.0);
    desk.drag(claim, claim);
    assert_eq!(count(&desk), [1, 1, 1, 2, 1], "{}", desk.said());
}

#[test]
fn an_open_menu_keeps_the_keys_from_the_text_and_escape_closes_it() {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    desk.select("About 6,200 people");
    desk.click("Project New project");
    assert!(desk.has("Close the project"));
    desk.press("C");
    assert!(desk.look(|app| app.session().project().claims().is_empty()), "a claim was tagged behind the menu");
    desk.press("Escape");
    assert!(!desk.has("Close the project"), "the menu stays");
    desk.press("C");
    assert_eq!(desk.look(|app| app.session().project().claims().len()), 1);
}

#[test]
fn keys_and_clicks_of_one_slow_frame_are_taken_in_the_order_of_the_hands() {
    let mut desk = long_article();
    let place = |desk: &Desk, words: &str| desk.row_of(words).left_center() + egui::vec2(20.0, 0.0);
    let clicks = |pos, count: usize| {
        let button =
            move |pressed| egui::Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        std::iter::once(egui::Event::PointerMoved(pos)).chain((0..count).flat_map(move |_| [button(true), button(false)]))
    };
    let letter = |key: egui::Key| {
        let event = egui::Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers: Modifiers::NONE };
        [event, egui::Event::Text(key.name().to_lowercase())]
    };
    // The hand double-clicks a word and presses N, clicks a sentence three times and presses C, opens a field and types.
    let (word, sentence) = (place(&desk, "Paragraph 2 says"), place(&desk, "Paragraph 4 says"));
    let mut events: Vec<egui::Event> = clicks(word, 2).chain(letter(egui::Key::N)).collect();
    events.extend(clicks(sentence, 3).chain(letter(egui::Key::C)));
    events.push(egui::Event::Key { key: egui::Key::F2, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE });
    events.extend([egui::Key::N, egui::Key::O].into_iter().flat_map(letter));
    desk.frame_with(events);
    // What waits comes in frames of its own, more than it takes to settle.
    desk.settle();
    desk.settle();
    let marked = desk.look(|app| {
        let project = app.session().project();
        project.annotations().values().map(|mark| project.quote(mark).to_owned()).collect::<Vec<_>>()
    });
    assert_eq!(marked, ["Paragraph", "Paragraph 4 says that the dyke stood."]);
    assert_eq!(desk.focused().as_deref(), Some("Claim in full"));
    assert!(desk.field().is_some_and(|words| words.ends_with("no")), "{:?}", desk.field());
}

#[test]
fn clicks_are_counted_while_they_follow_soon_and_at_one_place() {
    let mut desk = long_article();
    let place = desk.row_of("Paragraph 2 says").left_center() + egui::vec2(20.0, 0.0);
    // A frame is a quarter of a second here.
    let click = |desk: &mut Desk, pos: Pos2| {
        let button =
            |pressed| egui::Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        desk.frame_with(vec![egui::Event::PointerMoved(pos), button(true), button(false)]);
        selected(desk)
    };
    let words: Vec<String> = (0..4).map(|_| click(&mut desk, place)).collect();
    let whole = "Paragraph 2 says that the dyke stood.";
    assert_eq!(words, ["", "Paragraph", whole, whole]);
    let beside = place + egui::vec2(30.0, 0.0);
    assert_eq!(click(&mut desk, beside), "", "elsewhere is a new click");
    desk.settle();
    assert_eq!(click(&mut desk, beside), "", "later is a new click");
}
