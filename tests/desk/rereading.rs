//! An article that is read again from the bytes that it was opened from, in another way.

use std::path::{Path, PathBuf};

use tickmark::command::Command;
use tickmark::model::annotation::Tag;
use tickmark::model::document::Span;
use tickmark::session::Preference;

use super::trial::Desk;

const PAGE: &str = "<!DOCTYPE html><html><head><title>Gate jams</title></head><body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>\
    <article><h1>Gate jams in Merrowhaven</h1><p>The gate at Merrowhaven jammed on Friday night, and about 6,200 people had to leave \
    their homes before the water came. The reeve said that nobody had been warned, although the gauge had risen since noon.</p>\
    <p>The ministry denied it on Saturday. It had sent two warnings in writing, it said, and the harbour office had confirmed both \
    of them within an hour. The office did not answer questions.</p><p>Water stood two metres high in the lower town until Sunday \
    morning, when the gate was lifted by hand.</p></article><footer>Contact the desk at the old harbour</footer></body></html>";

fn open(name: &str, bytes: &[u8]) -> (Desk, PathBuf) {
    let mut desk = Desk::open(&[]);
    let path = desk.home.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    desk.run(Command::OpenPaths(vec![path.clone()]));
    (desk, path)
}

fn tag(desk: &mut Desk, words: &str) {
    let (document, start) = desk.look(|app| {
        let document = app.session().document().unwrap();
        (document.id, document.text.as_str().find(words).unwrap())
    });
    desk.run(Command::Tag { document, span: Span::between(start, start + words.len()), tag: Tag::Claim });
}

fn text(desk: &Desk) -> String {
    desk.look(|app| app.session().document().unwrap().text.as_str().to_owned())
}

fn choose(desk: &mut Desk, what: &str, choice: &str) {
    desk.click(what);
    desk.click(choice);
}

#[test]
fn the_whole_page_is_taken_with_the_marks_and_one_undo_takes_it_back() {
    let (mut desk, path) = open("gate.html", PAGE.as_bytes());
    tag(&mut desk, "about 6,200 people had to leave their homes");
    let before = desk.look(|app| app.session().project().clone());
    assert!(!text(&desk).contains("Sport"), "{}", text(&desk));
    desk.press("Ctrl+Shift+R");
    choose(&mut desk, "Words", "All words of the page");
    desk.click("Read it");
    assert!(desk.said().contains("New draft of A: 1 mark kept. Every mark stands on its words."), "{}", desk.said());
    assert!(text(&desk).contains("Sport") && text(&desk).contains("Contact the desk"), "{}", text(&desk));
    let (origin, original) = desk.look(|app| {
        let document = app.session().document().unwrap();
        (document.meta.origin.clone(), document.original.clone())
    });
    assert_eq!(origin, "gate.html, read as a web page, with all of its words");
    assert_eq!(original, before.documents().next().unwrap().original, "it is the same file");
    desk.press("Escape");
    desk.press("Ctrl+Z");
    assert_eq!(desk.look(|app| app.session().project().clone()), before);
    // And where the file was changed meanwhile, that is said, and nothing is read.
    std::fs::write(&path, "<p>Other words.").unwrap();
    desk.press("Ctrl+Shift+R");
    choose(&mut desk, "Words", "All words of the page");
    desk.click("Read it");
    assert!(desk.said().contains("gate.html was changed since it was opened, and no copy of it was kept."), "{}", desk.said());
    assert_eq!(desk.look(|app| app.session().project().clone()), before);
}

#[test]
fn the_encoding_is_changed_after_opening_once_its_words_were_looked_at() {
    let czech = "Povode\u{148} protrhla hr\u{e1}z.";
    let (mut desk, path) = open("dyke.txt", b"Povode\xf2 protrhla hr\xe1z.");
    // Whatever it was guessed to be, it is taken as another encoding first.
    if desk.window().as_deref() == Some("Opening articles") {
        desk.click("Open dyke.txt");
    }
    desk.prefer(Preference::Originals(true));
    desk.press("Ctrl+S");
    desk.answer_path(Path::new(&desk.home.path().join("story.ron").display().to_string()));
    for encoding in ["macintosh", "ISO-8859-2"] {
        let before = text(&desk);
        desk.press("Ctrl+Shift+R");
        choose(&mut desk, "Encoding", encoding);
        desk.click("Read it");
        if desk.has("Open dyke.txt") {
            desk.click("Open dyke.txt");
        }
        desk.press("Escape");
        assert!(text(&desk) != before || encoding == "ISO-8859-2", "{encoding}: {}", desk.said());
    }
    assert_eq!(text(&desk), czech);
    assert!(path.exists());
}

#[test]
fn a_page_whose_article_is_not_clear_is_asked_about_before_its_text_is_frozen() {
    // Its words stand for search engines; what readers see is little.
    let body = "The gate jammed on Friday night, and 6,200 people had to leave. ".repeat(8);
    let page = format!(
        "<!DOCTYPE html><html><head><script type=\"application/ld+json\">{{\"@type\": \"NewsArticle\", \"articleBody\": \"{body}\"}}</script>\
         </head><body><p>Gate jams</p><footer>Contact</footer></body></html>"
    );
    let (mut desk, _) = open("gate.html", page.as_bytes());
    assert_eq!(desk.window().as_deref(), Some("Opening articles"));
    assert!(desk.has_containing("Which part of this page is its article is not clear."));
    desk.click("The whole page of gate.html");
    assert!(text(&desk).contains("Contact"), "{}", text(&desk));
    assert_eq!(desk.look(|app| app.session().project().order().len()), 1);
}

#[test]
fn what_was_pasted_has_no_file_to_read_again() {
    let mut desk = Desk::open(&[]);
    desk.press("Ctrl+V");
    desk.settle();
    desk.press("Ctrl+Shift+R");
    assert_eq!(desk.window(), None);
    assert!(desk.said().contains("There is no file to read it from again: it was pasted."), "{}", desk.said());
}
