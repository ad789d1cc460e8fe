//! Evidence with the keyboard alone: a row is added, takes words of another article, points at a claim there, and changes its place.

use tickmark::model::claim::{Evidence, Pointer};

use super::keys;
use super::trial::{Desk, PASTED};

/// Goes on with Tab until something has the keyboard.
#[track_caller]
fn tab_to(desk: &mut Desk, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..120 {
        desk.harness.key_press(egui::Key::Tab);
        desk.settle();
        let focused = desk.focused().unwrap_or_default();
        if focused == name {
            return;
        }
        seen.push(focused);
    }
    panic!("Tab does not come to {name}: {seen:#?}");
}

/// The evidence of the first claim.
fn evidence(desk: &Desk) -> Vec<Evidence> {
    desk.look(|app| app.session().project().claims().values().next().unwrap().evidence.clone())
}

#[test]
fn a_row_takes_words_of_another_article_and_points_there() {
    let mut desk = keys::desk();
    desk.press("Ctrl+PageDown");
    desk.select("Some 2,000 people left");
    let other = desk.look(|app| app.session().document().unwrap().id);
    desk.press_all("Ctrl+6 J F6");
    tab_to(&mut desk, "Add evidence");
    desk.press("Enter");
    assert_eq!(evidence(&desk).len(), 1);
    tab_to(&mut desk, "Where it comes from");
    desk.press("Enter");
    tab_to(&mut desk, "Take the words selected in the article");
    desk.press("Enter");
    let row = evidence(&desk).remove(0);
    assert_eq!((row.quote.as_str(), row.pointer), ("Some 2,000 people left", Some(Pointer::Passage(other))));
    tab_to(&mut desk, "Show what the evidence points at");
    desk.press("Enter");
    let (letter, words) = desk.look(|app| {
        let (session, selection) = (app.session(), app.session().selection().unwrap());
        let document = session.document().unwrap();
        (session.project().letter(document.id), document.text.slice(selection.span()).to_owned())
    });
    assert_eq!((letter.as_str(), words.as_str()), ("B", "Some 2,000 people left"));
}

#[test]
fn a_row_points_at_a_claim_of_another_article() {
    let mut desk = keys::desk();
    desk.press("Ctrl+PageDown");
    desk.select("Some 2,000 people left");
    // The new claim is the last row.
    desk.press_all("C Ctrl+6 J K K F6");
    assert_eq!(desk.look(|app| app.session().claim().map(|id| app.session().project().claim_label(id))).as_deref(), Some("A1"));
    tab_to(&mut desk, "Add evidence");
    desk.press("Enter");
    tab_to(&mut desk, "Where it comes from");
    desk.press("Enter");
    tab_to(&mut desk, "Points at another claim");
    desk.press("Enter");
    assert_eq!(desk.focused().as_deref(), Some("Filter"));
    desk.type_text("B1");
    tab_to(&mut desk, "Choose B1 Some 2,000 people left");
    desk.press("Enter");
    let pointed = evidence(&desk).remove(0).pointer;
    let Some(Pointer::Claim(id)) = pointed else { panic!("{pointed:?}") };
    assert_eq!(desk.look(|app| app.session().project().claim_label(id)), "B1");
}

#[test]
fn alt_and_an_arrow_move_a_row_and_the_keyboard_stays_on_it() {
    let mut desk = keys::desk();
    desk.press_all("Ctrl+6 J F6");
    for words in ["Minutes", "Photo", "Letter"] {
        tab_to(&mut desk, "Add evidence");
        desk.press("Enter");
        tab_to(&mut desk, "Evidence");
        desk.type_text(words);
        tab_to(&mut desk, "Fold the evidence");
        desk.press("Enter");
    }
    let order = |desk: &Desk| evidence(desk).into_iter().map(|row| row.text).collect::<Vec<_>>();
    assert_eq!(order(&desk), ["Minutes", "Photo", "Letter"]);
    tab_to(&mut desk, "Edit evidence: Minutes");
    for (key, expected) in [
        ("Alt+Down", ["Photo", "Minutes", "Letter"]),
        ("Alt+Down", ["Photo", "Letter", "Minutes"]),
        ("Alt+Down", ["Photo", "Letter", "Minutes"]),
        ("Alt+Up", ["Photo", "Minutes", "Letter"]),
    ] {
        desk.press(key);
        assert_eq!(
            (order(&desk), desk.focused().as_deref()),
            (expected.map(str::to_owned).to_vec(), Some("Edit evidence: Minutes")),
            "{key}"
        );
    }
    desk.press("Ctrl+Z");
    assert_eq!(order(&desk), ["Photo", "Letter", "Minutes"]);
}

#[test]
fn a_transcript_takes_the_keyboard_so_that_nothing_pasted_becomes_an_article() {
    let mut desk = keys::desk();
    desk.press_all("Ctrl+6 J F6");
    tab_to(&mut desk, "More");
    desk.press("Enter");
    tab_to(&mut desk, "Lay a transcript beside it");
    desk.press("Enter");
    assert_eq!(desk.focused().as_deref(), Some("Transcript"));
    let articles = desk.look(|app| app.session().project().order().len());
    desk.press("Ctrl+V");
    assert_eq!((desk.field().as_deref(), desk.look(|app| app.session().project().order().len())), (Some(PASTED), articles));
    assert!(desk.has("Not found: nothing like it stands there."));
    tab_to(&mut desk, "Keep as evidence");
    desk.press("Enter");
    assert_eq!(evidence(&desk).len(), 1);
}

#[test]
fn a_transcript_of_a_megabyte_is_compared_in_the_background() {
    let mut desk = keys::desk();
    desk.press_all("Ctrl+6 J F6");
    tab_to(&mut desk, "More");
    desk.press("Enter");
    tab_to(&mut desk, "Lay a transcript beside it");
    desk.press("Enter");
    let filler = "The committee will come to order and the department will answer. ".repeat(8_000);
    let long = format!("{filler}He said that about 1,500 people had left their homes by noon. {filler}");
    let articles = desk.look(|app| app.session().project().order().len());
    desk.frame_with(vec![egui::Event::Paste(long)]);
    assert!(desk.has("Comparing…") && !desk.has("Keep as evidence"), "the frame of the paste compares nothing");
    desk.settle();
    assert!(desk.has("Altered: it was said otherwise."));
    assert_eq!(desk.look(|app| app.session().project().order().len()), articles);
    tab_to(&mut desk, "Keep as evidence");
    desk.press("Enter");
    assert_eq!(evidence(&desk).remove(0).quote, "about 1,500 people had left their homes");
}
