//! Selecting with a real mouse; what was selected is read from the clipboard by another program.

use std::path::{Path, PathBuf};

use tickmark::model::annotation::Tag;
use tickmark::model::document::Text;

use super::screen::{Screen, Window, has_tools};

/// A place in the article's column, a little below its head.
const PLACE: (u32, u32) = (350, 245);

/// Two hundred paragraphs, every sentence of which names its place.
fn article() -> String {
    let paragraph = |at: u32| format!("Paragraph{at} stands here firmly. Afterwards comes sentence {at}. Third of {at} ends.\n\n");
    (1..=200).map(paragraph).collect()
}

/// The number of the paragraph that words begin in.
fn paragraph_of(words: &str) -> usize {
    let text = article();
    text.split_once(words).unwrap().0.matches("\n\n").count() + 1
}

/// The article as a file.
fn article_in(home: &Path) -> PathBuf {
    let path = home.join("long.txt");
    std::fs::write(&path, article()).unwrap();
    path
}

fn open<'a>(screen: &'a Screen, home: &Path) -> Window<'a> {
    let window = Window::open(screen, home, &[article_in(home)]);
    window.wait_for("article_shown");
    window.keys("Escape");
    window
}

#[test]
fn clicks_take_word_sentence_and_paragraph_and_drags_words_or_characters() {
    if !has_tools() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let window = open(&screen, home.path());
    let text = Text::freeze(article());

    // On a busy machine the second click could come to the program too late for a double click.
    let [word, sentence, paragraph] = [2, 3, 4].map(|times| {
        window.held(|screen| screen.click(PLACE, times));
        let words = window.copied();
        window.keys("Escape");
        words
    });
    println!("{word:?} {sentence:?} {paragraph:?}");
    assert!(!word.is_empty() && word.chars().all(char::is_alphanumeric) && sentence.contains(&word) && paragraph.contains(&sentence));
    assert!(text.sentences().iter().any(|span| text.slice(*span) == sentence));
    assert!(text.paragraphs().iter().any(|span| text.slice(*span) == paragraph));

    let drag = |screen: &Screen| screen.drag(PLACE, (PLACE.0 + 90, PLACE.1));
    window.after(drag);
    let words = window.copied();
    window.keys("Escape");
    screen.xdotool(&["keydown", "alt"]);
    window.after(drag);
    screen.xdotool(&["keyup", "alt"]);
    let characters = window.copied();
    println!("{words:?} {characters:?}");
    assert!(words.contains(&characters) && words != characters && characters.len() > 5, "{words:?} {characters:?}");
    let start = text.as_str().find(&words).unwrap();
    let span = text.span(start, start + words.len());
    assert_eq!((text.word_at(span.start()).start(), text.word_at(span.end() - 1).end()), (span.start(), span.end()), "whole words");
}

#[test]
fn keys_pressed_while_the_window_is_slow_are_meant_for_what_was_clicked_before_them() {
    if !has_tools() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let window = Window::open_with(&screen, home.path(), &[article_in(home.path())], &[("TICKMARK_OWN_DIALOGS", "1")]);
    window.wait_for("article_shown");
    window.keys("Escape");
    let below = (PLACE.0, PLACE.1 + 78);
    window.held(|screen| {
        screen.click(PLACE, 2);
        screen.key("n");
        screen.click(below, 3);
        screen.key("c");
    });
    let project = home.path().join("slow.ron");
    window.keys("ctrl+s");
    super::screen::pause(400);
    window.answer_path(&project);
    window.wait_for("saved");
    let saved = tickmark::storage::read(&std::fs::read(&project).unwrap()).unwrap().project;
    let text = Text::freeze(article());
    let quotes: Vec<(Tag, &str)> = saved.annotations().values().map(|mark| (mark.mention.tag(), saved.quote(mark))).collect();
    println!("{quotes:?}");
    let [(Tag::Number, word), (Tag::Claim, sentence)] = quotes[..] else { panic!("{quotes:?}") };
    assert!(word.chars().all(char::is_alphanumeric) && !sentence.contains(word), "{word:?} {sentence:?}");
    assert!(text.sentences().iter().any(|span| text.slice(*span) == sentence), "{sentence:?}");
}

#[test]
fn a_drag_past_the_edge_and_the_overview_move_the_view() {
    if !has_tools() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let window = open(&screen, home.path());

    screen.hold(PLACE, (PLACE.0, 896));
    let before = window.frames();
    super::screen::wait_until("200 frames of scrolling", || window.frames() > before + 200);
    window.after(Screen::let_go);
    let words = window.copied();
    let lines = words.split("\n\n").count();
    // Sixteen paragraphs stand below the place where the drag began.
    assert!(lines > 25 && article().contains(&words), "{lines} paragraphs");

    window.after(|screen| screen.click(PLACE, 3));
    let here = paragraph_of(&window.copied());
    assert!(here > 8, "the view has followed: {here}");
    // The overview is the last column before the inspector.
    window.after(|screen| screen.click((1072, 455), 1));
    window.after(|screen| screen.click(PLACE, 3));
    let middle = paragraph_of(&window.copied());
    window.after(|screen| screen.drag((1072, 455), (1072, 860)));
    window.after(|screen| screen.click(PLACE, 3));
    let end = paragraph_of(&window.copied());
    println!("{here} {middle} {end}");
    assert!((75..125).contains(&middle) && end > 175, "{middle} {end}");
}
