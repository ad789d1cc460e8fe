//! Figures of the same, from the keyboard: put together in the table and in the text, compared, found at the claims, and written as CSV.

use std::path::PathBuf;

use tickmark::command::catalogue::Action;
use tickmark::command::{Command, GroupChoice};
use tickmark::lint::{Rule, Subject};
use tickmark::model::annotation::Mention;

use super::trial::Desk;

const ONE: &str = "Dyke fails\nThere were 1,100 men at the dyke when it broke, officials said.\n";
const TWO: &str = "Dyke holds\nAlready about 2,200 soldiers stood there, the ministry said.\n";

/// Two articles with a claim and its number each.
fn desk() -> Desk {
    let home = tempfile::tempdir().unwrap();
    let files: [PathBuf; 2] = [("one.txt", ONE), ("two.txt", TWO)].map(|(name, text)| {
        let path = home.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    });
    let mut desk = Desk::open_in(home, &files);
    desk.press("Ctrl+1");
    for (claim, number) in
        [("There were 1,100 men at the dyke", "1,100 men"), ("Already about 2,200 soldiers stood there", "about 2,200 soldiers")]
    {
        desk.select(claim);
        desk.press("C");
        desk.select(number);
        desk.press("N");
        desk.press("Ctrl+PageDown");
    }
    desk
}

fn groups(desk: &Desk) -> Vec<(String, usize)> {
    desk.look(|app| {
        let (project, lookup) = (app.session().project(), app.session().lookup());
        project.groups().values().map(|group| (group.name.clone(), lookup.members(group.id).len())).collect()
    })
}

#[test]
fn a_new_name_makes_a_group_and_two_keystrokes_put_the_next_figure_there() {
    let mut desk = desk();
    desk.press_all("Ctrl+2 J M");
    desk.type_text("Men at the dyke");
    desk.press("Enter");
    assert_eq!(groups(&desk), [("Men at the dyke".to_owned(), 1)]);
    desk.press_all("J M");
    assert!(desk.has("Men at the dyke, 1 figure"), "the group is offered first");
    desk.press("Enter");
    assert_eq!(groups(&desk), [("Men at the dyke".to_owned(), 2)]);
    let verdict = "Two times apart. A says 1,100, B says about 2,200";
    assert!(desk.has(&format!("Men at the dyke, 2 figures, 2 articles, {verdict}")), "{}", desk.said());
    assert!(desk.has("Plot. A: 1,100 men, out of line; B: about 2,200 soldiers, out of line"));
    assert!(desk.has_containing("A ¶1, 1,100 exact: There were 1,100 men"));
    let found = desk.look(|app| {
        let session = app.session();
        let claims = session.project().claims().keys().map(|id| Subject::Record(Mention::Claim(*id)));
        claims.filter(|claim| session.findings().about(*claim).any(|finding| finding.rule == Rule::FiguresDisagree)).count()
    });
    assert_eq!(found, 2, "both claims say so");
    desk.press("Ctrl+Z");
    assert_eq!(groups(&desk), [("Men at the dyke".to_owned(), 1)]);
}

#[test]
fn a_number_is_grouped_in_the_text_and_the_inspector_tells_the_verdict() {
    let mut desk = desk();
    let numbers: Vec<_> = desk.look(|app| app.session().project().quantities().keys().copied().collect());
    desk.run(Command::Group { numbers: vec![numbers[0]], into: GroupChoice::New("Men at the dyke".into()) });
    desk.run(Command::ShowRecord(Mention::Number(numbers[1])));
    desk.press_all("Shift+M Enter");
    assert_eq!(groups(&desk), [("Men at the dyke".to_owned(), 2)]);
    assert!(desk.has("Two times apart. A says 1,100, B says about 2,200"), "{}", desk.said());
    assert!(desk.has("Show A: 1,100 men"));
    // Why they cannot be compared is a word of the checker, and ends the contradiction.
    desk.focus_field("All of them");
    desk.type_text("Before and after the alarm");
    assert!(desk.has("Not comparable. Before and after the alarm"), "{}", desk.said());
    assert_eq!(desk.look(|app| app.session().findings().count(Rule::FiguresDisagree)), 0);
}

#[test]
fn all_figures_are_written_as_csv() {
    let mut desk = desk();
    desk.run(Command::Run(Action::SaveFigures));
    let path = desk.home.path().join("figures.csv");
    desk.answer_path(&path);
    let written = std::fs::read_to_string(&path).unwrap();
    let mut lines = written.lines();
    assert!(lines.next().unwrap().starts_with("group,verdict,out of line,article,place,as written,value"), "{written}");
    assert_eq!(lines.next(), Some(",,,Dyke fails,A ¶1,\"1,100 men\",1100,,men,exact,,,,,A1,Open"));
}
