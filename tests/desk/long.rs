//! Steps that take longer than a frame: the window does not wait for them, and they are steps like any other.

use std::path::PathBuf;

use egui_kittest::kittest::Queryable as _;
use tickmark::command::catalogue::Action;
use tickmark::command::{Command, Field, NewArticle};
use tickmark::edit::transaction::Visit;
use tickmark::model::annotation::Tag;
use tickmark::model::document::Text;
use tickmark::model::moment::Moment;
use tickmark::session::{IdSource, Session};
use tickmark::storage::{self, Disk};

use super::trial::Desk;

/// Marks in the article: enough for its removal to take longer than a frame.
const MARKS: usize = 1_300;

/// A project file with an article of many marks, and two of none.
fn file() -> (tempfile::TempDir, PathBuf) {
    let now = Moment::from_ms(1_900_000_000_000);
    let mut session = Session::empty(IdSource::new(3), now);
    let words = (0..MARKS).map(|number| format!("{number:04} came.\n"));
    let texts = [words.collect::<String>(), "Another one.\n".to_owned(), "The last one.\n".to_owned()];
    let article = |text| NewArticle::of(Text::freeze(text));
    session.run(Command::AddArticles(texts.map(article).into()), now);
    let document = session.project().order()[0];
    let text = session.project().document(document).unwrap().text.clone();
    // A project without a name would be named as it is saved.
    let visit = session.new_visit();
    session.run(Command::Type { field: Field::ProjectName, text: "Long".into(), visit }, now);
    for number in 0..MARKS {
        let span = text.span(number * 11, number * 11 + 4);
        session.run(Command::Tag { document, span, tag: Tag::Number }, now);
    }
    assert_eq!(session.project().annotations().len(), MARKS);
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("long.ron");
    storage::save(&Disk, &path, session.project()).unwrap();
    (home, path)
}

fn marks(desk: &Desk) -> usize {
    desk.look(|app| app.session().project().annotations().len())
}

#[test]
fn a_large_article_goes_and_comes_back_while_the_window_goes_on() {
    let (home, path) = file();
    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    let before = desk.look(|app| app.session().project().clone());
    let first = before.order()[0];
    desk.begin(Command::RemoveArticle(first));
    assert!(desk.look(|app| app.session().is_lent()) && marks(&desk) == MARKS, "it is done elsewhere");
    desk.begin(Command::Tag { document: before.order()[1], span: before.documents().nth(1).unwrap().text.span(0, 7), tag: Tag::Claim });
    assert!(desk.said().contains("A long step is under way"), "{}", desk.said());
    desk.settle();
    assert_eq!(marks(&desk), 0);
    assert_eq!(desk.look(|app| app.session().history().undo_label().map(str::to_owned)).as_deref(), Some("remove article A"));
    assert!(!desk.look(|app| app.session().is_read_only()));

    desk.press("Ctrl+Z");
    assert!(desk.look(|app| app.session().project() == &before));
    desk.press("Ctrl+Shift+Z");
    assert_eq!(marks(&desk), 0);
    desk.wait_until("the autosave", |desk| desk.look(|app| app.session().is_saved()));
    assert_eq!(storage::open(&Disk, &path).unwrap().project.annotations().len(), 0);

    // A kill right behind it loses nothing of it.
    desk.press("Ctrl+Z");
    assert_eq!(marks(&desk), MARKS);
    let desk = Desk::open_in(desk.killed(), &[path]);
    assert_eq!((marks(&desk), desk.said().as_str()), (MARKS, "Recovered 1 step since the last save: undo remove article A."));
    assert!(desk.look(|app| app.session().project() == &before));
}

#[test]
fn the_end_of_the_program_waits_for_a_long_step() {
    let (home, path) = file();
    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    let first = desk.look(|app| app.session().project().order()[0]);
    desk.begin(Command::RemoveArticle(first));
    let desk = Desk::open_in(desk.close(), &[path]);
    assert_eq!(marks(&desk), 0, "{}", desk.said());
}

#[test]
fn what_is_asked_for_while_a_step_is_under_way_is_done_behind_it() {
    let (home, path) = file();
    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    let order = |desk: &Desk| desk.look(|app| app.session().project().order().to_vec());
    let before = order(&desk);
    assert_eq!(before.len(), 3);
    // Each of them takes long.
    desk.begin(Command::MoveArticleBy(before[0], 1));
    assert!(desk.look(|app| app.session().is_lent()) && order(&desk) == before, "it is done elsewhere");
    desk.begin(Command::MoveArticleBy(before[0], 1));
    desk.begin(Command::Type { field: Field::ProjectName, text: "Moved".into(), visit: Visit(900) });
    assert!(!desk.said().contains("A long step is under way"), "{}", desk.said());
    desk.settle();
    assert_eq!(order(&desk), [before[1], before[2], before[0]]);
    assert_eq!(desk.look(|app| app.session().project().name().to_owned()), "Moved");
    // Undone while another is under way, and put on disk when the window is closed at once.
    desk.begin(Command::MoveArticleBy(before[0], -1));
    desk.begin(Command::Run(Action::Undo));
    desk.begin(Command::Run(Action::Undo));
    desk.begin(Command::Run(Action::Undo));
    let home = desk.close();
    let desk = Desk::open_in(home, &[path]);
    assert_eq!(order(&desk), [before[1], before[0], before[2]]);
}

#[test]
fn a_version_that_changes_thousands_of_records_takes_its_place_while_the_window_goes_on() {
    let (home, path) = file();
    let mut desk = Desk::open_in(home, std::slice::from_ref(&path));
    let before = desk.look(|app| app.session().project().clone());
    // Somebody else has removed the article with all its marks.
    let now = Moment::from_ms(1_900_000_100_000);
    let mut other = Session::new(before.clone(), None, IdSource::new(4));
    other.run(Command::RemoveArticle(before.order()[0]), now);
    storage::save(&Disk, &path, other.project()).unwrap();
    desk.harness.input_mut().focused = false;
    desk.settle();
    desk.harness.input_mut().focused = true;
    desk.settle();
    desk.harness.get_by_label("Keep theirs").click();
    let mut was_lent = false;
    while !was_lent && marks(&desk) == MARKS {
        desk.step();
        was_lent = desk.look(|app| app.session().is_lent());
    }
    assert!(was_lent && marks(&desk) == MARKS, "it is done elsewhere");
    while desk.look(|app| app.session().is_lent()) {
        desk.step();
    }
    // A remark goes by itself.
    assert!(desk.said().contains("This is the version on disk."), "{}", desk.said());
    assert!(desk.look(|app| app.session().project() == other.project() && app.session().is_saved()));
    desk.settle();
    desk.press("Ctrl+Z");
    assert!(desk.look(|app| app.session().project() == &before));
}
