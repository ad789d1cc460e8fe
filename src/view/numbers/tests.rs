//! The table of figures as text, and as fingers use it.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::rows::figure;
use super::*;
use crate::model::claim::{Claim, Status};
use crate::model::link::Role as LinkRole;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::testing::{Desk, number};
use crate::view::testing::{Stage, session, window};

fn project() -> Project {
    let mut desk = Desk::default();
    desk.article("Dykes\n[There were [1,100 men|number] at all|claim], [officials|source] said. [Some [3,200 km|number] of wall|claim].");
    desk.article("Locks\n[Already [about 2,200|number] men|claim]. [Umpteen|number] came.");
    let measured = [("1,100 men", "Troops before"), ("about 2,200", "Troops before"), ("3,200 km", "Length")];
    for (words, measured) in measured {
        desk.change(desk.number(words), |number: &mut Quantity| number.measured = measured.into());
    }
    for (claim, words) in [("A1", "1,100 men"), ("A2", "3,200 km"), ("B1", "about 2,200")] {
        desk.link(desk.claim(claim), LinkRole::Contains, desk.number(words));
    }
    desk.link(desk.claim("A1"), LinkRole::RestsOn, desk.source("officials"));
    desk.link(desk.claim("A1"), LinkRole::Contradicts, desk.claim("B1"));
    desk.change(desk.claim("B1"), |claim: &mut Claim| claim.status = Status::Asked);
    desk.project
}

fn listed(wish: Wish) -> String {
    let table = table(&session(project()));
    let text = |line: Line| match line {
        Line::Group(at) => {
            let group = &table.groups[at];
            format!("# {} ({}) {:?}", group.title(), group.remark, group.verdict)
        }
        Line::Row(at) => {
            let row = &table.rows[at];
            let claim = row.claim.as_ref().map_or("-".to_owned(), |(label, status)| format!("{label} {}", status.word()));
            let words =
                [&row.quote.text, &row.value, &row.meant(), &format!("{} {}", row.letter, row.paragraph), row.source_words(), &claim];
            words.join(" | ")
        }
    };
    lines(&table, &wish).into_iter().map(text).collect::<Vec<_>>().join("\n")
}

#[test]
fn figures_are_grouped_by_what_they_measure_conflicts_first() {
    let expected = "\
# Troops before (2 figures, 2 articles) Some(Contradiction(\"A1 against B1\"))
There were 1,100 men at all, officials said. | 1,100 | exact, men | A ¶1 | officials | A1 Open
Already about 2,200 men. | 2,200 | about | B ¶1 | none given | B1 Asked
# Length (1 figure, 1 article) None
Some 3,200 km of wall. | 3,200 | exact, km | A ¶1 | none given | A2 Open
# Not said what is measured (1 figure, 1 article) None
Umpteen came. | – | not read | B ¶1 | in no claim | -";
    assert_eq!(listed(Wish::default()), expected);
}

#[test]
fn a_figure_is_short_and_whole() {
    let shown = |text: &str| figure(text.parse().unwrap());
    assert_eq!(["1500", "10 to 20", "1234567"].map(shown), ["1,500", "10–20", "1,234,567"]);
    assert_eq!(["150000000", "90000000 to 120000000", "1500000"].map(shown), ["150 million", "90–120 million", "1.5 million"]);
    assert_eq!(["500000 to 2000000", "-3.5"].map(shown), ["500,000–2,000,000", "−3.5"]);
}

#[test]
fn filters_and_headings_narrow_and_sort() {
    let rows = |wish: Wish| {
        listed(wish)
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split(" | ").nth(1).unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let filter = |filter| rows(Wish { filter, ..Wish::default() });
    assert_eq!(filter(Filter::Conflicts), ["1,100", "2,200"]);
    assert_eq!(filter(Filter::NotRead), ["–"]);
    assert_eq!(filter(Filter::NoSource), ["2,200", "3,200", "–"]);
    assert_eq!(rows(Wish { typed: " WALL".into(), ..Wish::default() }), ["3,200"]);
    let by_value = Wish { sorting: crate::view::table::Sorting { column: Some(1), is_backward: true }, ..Wish::default() };
    assert_eq!(rows(by_value), ["2,200", "1,100", "3,200", "–"]);
}

#[test]
fn a_settled_contradiction_and_one_over_something_else_flag_no_figure() {
    let flagged = |change: &dyn Fn(&mut Desk)| {
        let mut desk = Desk::default();
        desk.article("[It held [2 days|number]|claim]. [It held [3 days|number]|claim].");
        for (claim, words) in [("A1", "2 days"), ("A2", "3 days")] {
            desk.link(desk.claim(claim), LinkRole::Contains, desk.number(words));
            desk.change(desk.number(words), |number: &mut Quantity| number.measured = "Length".into());
        }
        desk.link(desk.claim("A1"), LinkRole::Contradicts, desk.claim("A2"));
        change(&mut desk);
        let table = table(&session(desk.project));
        let told = table.groups.iter().filter(|group| matches!(group.verdict, Some(Verdict::Contradiction(_)))).count();
        (table.count(Filter::Conflicts), told)
    };
    assert_eq!(flagged(&|_| {}), (2, 1));
    assert_eq!(flagged(&|desk| desk.change(desk.claim("A2"), |claim: &mut Claim| claim.status = Status::Changed)), (0, 0));
    assert_eq!(flagged(&|desk| desk.change(desk.claim("A1"), |claim: &mut Claim| claim.status = Status::Cut)), (0, 0));
    assert_eq!(flagged(&|desk| desk.change(desk.number("3 days"), |number: &mut Quantity| number.measured = "Depth".into())), (0, 0));
    // Where nobody has said what is measured, the figures may well be of the same.
    let unsaid = |desk: &mut Desk| {
        for words in ["2 days", "3 days"] {
            desk.change(desk.number(words), |number: &mut Quantity| number.measured.clear());
        }
    };
    assert_eq!(flagged(&unsaid), (2, 0));
}

#[test]
fn without_what_is_measured_there_are_no_groups() {
    let mut desk = Desk::default();
    desk.article("[One|number] and [two|number].");
    let table = table(&session(desk.project));
    assert!(table.groups.is_empty());
    assert_eq!(lines(&table, &Wish::default()), [Line::Row(0), Line::Row(1)]);
}

fn open() -> Harness<'static, Stage<NumbersState>> {
    let mut session = session(project());
    session.run(Command::Run(Action::ShowNumbers), crate::testing::NOW);
    window(session, NumbersState::default(), |ui, cx, state| {
        egui::Panel::left("left").exact_size(232.0).show(ui, |ui| numbers_left_ui(ui, cx, state));
        egui::CentralPanel::default().show(ui, |ui| numbers_ui(ui, cx, state));
    })
}

fn selected(harness: &Harness<'static, Stage<NumbersState>>) -> Option<String> {
    let session = &harness.state().session;
    session.record().map(|record| session.lookup().quote(session.project(), record).to_owned())
}

#[test]
fn the_keyboard_goes_through_the_rows_and_shows_one_in_the_text() {
    let mut harness = open();
    for (key, expected) in [(Key::J, "1,100 men"), (Key::ArrowDown, "about 2,200"), (Key::J, "3,200 km"), (Key::K, "about 2,200")] {
        harness.key_press(key);
        harness.run();
        assert_eq!(selected(&harness).as_deref(), Some(expected));
    }
    harness.key_press(Key::V);
    harness.run();
    assert_eq!(harness.state().commands().last(), Some(&&Command::Run(Action::RowEdit)));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().session.view(), ViewKind::Articles);
}

#[test]
fn a_click_selects_a_double_click_shows_and_chips_filter() {
    let mut harness = open();
    harness.get_by_label_contains("3,200 km, 3,200 exact, km").click();
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("3,200 km"));
    harness.get_by_label("Not read").click();
    harness.run();
    assert!(harness.query_by_label_contains("3,200 km, 3,200").is_none());
    harness.get_by_label("Sort by value").click();
    harness.run();
    harness.get_by_label("Length, 1 figure, 1 article").click();
    harness.run();
    harness.get_by_label_contains("3,200 km, 3,200 exact, km");
    let row = number(harness.state().session.project(), "3,200 km");
    assert_eq!(harness.state().session.record(), Some(Mention::Number(row)));
}

#[test]
fn an_empty_table_says_how_it_fills() {
    let mut session = session(crate::testing::project("Words."));
    session.run(Command::Run(Action::ShowNumbers), crate::testing::NOW);
    let harness = window(session, NumbersState::default(), numbers_ui);
    harness.get_by_label("No numbers tagged yet. Select a figure and press N.");
}
