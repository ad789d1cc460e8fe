//! The table of figures as text, and as fingers use it.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};

use super::rows::figure;
use super::*;
use crate::command::GroupChoice;
use crate::command::catalogue::Action;
use crate::model::claim::{Claim, Status};
use crate::model::document::Document;
use crate::model::group::Group;
use crate::model::link::Role as LinkRole;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::session::Session;
use crate::testing::{Desk, NOW, number};
use crate::view::table::Sorting;
use crate::view::testing::{Stage, session, window};

/// Two groups, one of which is in conflict; two figures that are perhaps of the same; one alone.
fn project() -> Project {
    let mut desk = Desk::default();
    desk.article("Dykes\n[There were [1,100 men|number] at all|claim], [officials|source] said. [Some [3,200 km|number] of wall|claim].");
    desk.article(
        "Locks\n[Already [about 2,200|number]|claim]. [Umpteen|number] came. There are already [30 rescue boats|number] on the river.",
    );
    desk.article("Rivers\nThere were [40 rescue boats|number] on the river.");
    for (words, name) in [("1,100 men", "Men before"), ("about 2,200", "Men before"), ("3,200 km", "Length of the wall")] {
        let known = desk.project.groups().values().find(|group| group.name == name).map(|group| group.id);
        let group = known.unwrap_or_else(|| {
            let group = GroupId(desk.id());
            desk.add(Group::named(group, name));
            group
        });
        desk.change(desk.number(words), |number: &mut Quantity| number.group = Some(group));
    }
    for (claim, words) in [("A1", "1,100 men"), ("A2", "3,200 km"), ("B1", "about 2,200")] {
        desk.link(desk.claim(claim), LinkRole::Contains, desk.number(words));
    }
    desk.link(desk.claim("A1"), LinkRole::RestsOn, desk.source("officials"));
    desk.change(desk.claim("B1"), |claim: &mut Claim| claim.status = Status::Asked);
    for id in desk.project.order().to_vec() {
        desk.change(id, |document: &mut Document| document.meta.published = "22 January 2025".into());
    }
    desk.project
}

fn listed_of(session: &Session, wish: &Wish) -> String {
    let table = table(session);
    let text = |line: Line| match line {
        Line::Head(at) => {
            let section = &table.sections[at];
            match &section.head {
                Head::Group(group) => format!("# {} ({}) {}", group.title, group.remark(), group.judged.agreement.sentence()),
                Head::Offer(proposal) => format!("? {} ({})", proposal.name, proposal.reason),
                Head::Loose => "# -".to_owned(),
            }
        }
        Line::Pair(at) => {
            let judged = table.sections[at].judged().unwrap();
            let (one, other) = judged.quoted_pair().unwrap();
            let words = |at: usize| QuotedFigure::of(session, judged.members[at].number).unwrap();
            let (one, other) = (words(one), words(other));
            format!("{} {} {} ≠ {} {} {}", one.letter, one.paragraph, one.value, other.letter, other.paragraph, other.value)
        }
        Line::Columns(_) => "=".to_owned(),
        Line::Row(_, number) => {
            let row = NumberRow::of(session, number).unwrap();
            let claim = row.claim.as_ref().map_or("-".to_owned(), |(label, status)| format!("{label} {}", status.word()));
            let place = format!("{} {}", row.letter, row.paragraph);
            [&row.quote.text, &row.value, &row.meant(), &place, row.source_words(), &claim].join(" | ")
        }
    };
    lines(session, &table, wish).into_iter().map(text).collect::<Vec<_>>().join("\n")
}

fn listed(wish: &Wish) -> String {
    let mut session = session(project());
    session.find_proposals();
    listed_of(&session, wish)
}

#[test]
fn groups_come_first_those_in_conflict_before_others_then_what_is_offered_then_the_rest() {
    let expected = "\
# Men before (January 2025 · 2 figures, 2 articles) Two times apart. A says 1,100, B says about 2,200
A ¶1 1,100 ≠ B ¶1 2,200
=
There were 1,100 men at all, officials said. | 1,100 | exact, men | A ¶1 | officials | A1 Open
Already about 2,200. | 2,200 | about | B ¶1 | none given | B1 Asked
# Length of the wall (January 2025 · 1 figure, 1 article)\u{20}
=
Some 3,200 km of wall. | 3,200 | about, km | A ¶1 | none given | A2 Open
? Rescue boats (all tell what is there; the words “rescue”, “boats”, “river”)
=
There are already 30 rescue boats on the river. | 30 | exact, rescue boats | B ¶1 | in no claim | -
There were 40 rescue boats on the river. | 40 | exact, rescue boats | C ¶1 | in no claim | -
# -
=
Umpteen came. | – | not read | B ¶1 | in no claim | -";
    assert_eq!(listed(&Wish::default()), expected);
}

#[test]
fn a_figure_is_short_and_whole() {
    let shown = |text: &str| figure(text.parse().unwrap());
    assert_eq!(["1500", "10 to 20", "1234567"].map(shown), ["1,500", "10–20", "1,234,567"]);
    assert_eq!(["150000000", "90000000 to 120000000", "1500000"].map(shown), ["150 million", "90–120 million", "1.5 million"]);
    assert_eq!(["500000 to 2000000", "-3.5"].map(shown), ["500,000–2,000,000", "−3.5"]);
}

fn values(wish: &Wish) -> Vec<String> {
    let value = |line: &str| line.split(" | ").nth(1).map(str::to_owned);
    listed(wish).lines().filter_map(value).collect()
}

#[test]
fn filters_words_and_headings_narrow_and_sort() {
    let filter = |filter| values(&Wish { filter, ..Wish::default() });
    assert_eq!(filter(Filter::Conflicts), ["1,100", "2,200"]);
    assert_eq!(filter(Filter::NotRead), ["–"]);
    assert_eq!(filter(Filter::NoUnit), ["2,200"]);
    assert_eq!(filter(Filter::NoSource), ["2,200", "3,200", "30", "40", "–"]);
    let typed = |typed: &str| values(&Wish { typed: typed.into(), ..Wish::default() });
    assert_eq!(typed(" WALL"), ["3,200"]);
    assert_eq!(typed("men before"), ["1,100", "2,200"], "the title of a group counts for all of it");
    let by = |column, is_backward| values(&Wish { sorting: Sorting { column: Some(column), is_backward }, ..Wish::default() });
    assert_eq!(by(1, true), ["2,200", "1,100", "3,200", "40", "30", "–"]);
    assert_eq!(by(0, false), ["1,100", "2,200", "3,200", "30", "40", "–"]);
}

#[test]
fn counts_are_of_figures_and_of_groups_in_conflict() {
    let mut session = session(project());
    session.find_proposals();
    let table = table(&session);
    assert_eq!(Filter::ALL.map(|filter| table.count(filter)), [6, 1, 1, 5, 1]);
    assert_eq!((table.groups, table.read), (2, 5));
}

#[test]
fn a_settled_contradiction_flags_no_figure() {
    let flagged = |status| {
        let mut session = session(project());
        let claim = crate::testing::claim(session.project(), "A1");
        session.run(Command::SetStatus(claim, status), NOW);
        table(&session).count(Filter::Conflicts)
    };
    assert_eq!([Status::Confirmed, Status::Changed, Status::Cut].map(flagged), [1, 0, 0]);
}

#[test]
fn without_groups_there_are_no_headings() {
    let mut desk = Desk::default();
    desk.article("[One|number] and [two|number].");
    let session = session(desk.project);
    let table = table(&session);
    assert!(!table.is_grouped);
    assert!(matches!(lines(&session, &table, &Wish::default())[..], [Line::Columns(0), Line::Row(..), Line::Row(..)]));
}

fn open() -> Harness<'static, Stage<NumbersState>> {
    let mut session = session(project());
    session.find_proposals();
    session.run(Command::Run(Action::ShowNumbers), NOW);
    window(session, NumbersState::default(), |ui, cx, state| {
        egui::Panel::left("left").exact_size(232.0).show(ui, |ui| numbers_left_ui(ui, cx, state));
        egui::CentralPanel::default().show(ui, |ui| numbers_ui(ui, cx, state));
    })
}

fn selected(harness: &Harness<'static, Stage<NumbersState>>) -> Option<String> {
    let session = &harness.state().session;
    session.record().map(|record| session.lookup().quote(session.project(), record).to_owned())
}

fn press(harness: &mut Harness<'static, Stage<NumbersState>>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn the_keyboard_goes_through_the_rows_and_shows_one_in_the_text() {
    let mut harness = open();
    for (key, expected) in [(Key::J, "1,100 men"), (Key::ArrowDown, "about 2,200"), (Key::J, "3,200 km"), (Key::K, "about 2,200")] {
        press(&mut harness, key);
        assert_eq!(selected(&harness).as_deref(), Some(expected));
    }
    for (key, action) in [(Key::V, Action::RowEdit), (Key::M, Action::RowGroup)] {
        press(&mut harness, key);
        assert_eq!(harness.state().commands().last(), Some(&&Command::Run(action)));
    }
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().session.view(), crate::session::ViewKind::Articles);
}

#[test]
fn space_goes_to_the_next_conflict_and_what_is_out_of_line_there() {
    let mut harness = open();
    press(&mut harness, Key::Space);
    assert_eq!(selected(&harness).as_deref(), Some("1,100 men"));
    // The only one comes again.
    press(&mut harness, Key::J);
    press(&mut harness, Key::Space);
    assert_eq!(selected(&harness).as_deref(), Some("1,100 men"));
}

fn sizes(harness: &Harness<'static, Stage<NumbersState>>) -> Vec<(String, usize)> {
    let session = &harness.state().session;
    session.project().groups().values().map(|group| (group.name.clone(), session.lookup().members(group.id).len())).collect()
}

#[test]
fn what_is_offered_is_taken_with_enter_and_dropped_with_backspace() {
    let mut harness = open();
    for _ in 0..4 {
        press(&mut harness, Key::J);
    }
    let node = harness.get_by_label_contains("Offered: Rescue boats, 2 figures. Perhaps the same");
    assert_eq!(node.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    press(&mut harness, Key::Enter);
    assert!(sizes(&harness).contains(&("Rescue boats".to_owned(), 2)));
    assert_eq!(selected(&harness).as_deref(), Some("30 rescue boats"));
    let mut harness = open();
    for _ in 0..4 {
        press(&mut harness, Key::J);
    }
    press(&mut harness, Key::Backspace);
    let session = &harness.state().session;
    assert!(session.proposals().is_empty() && session.project().house().told_apart.len() == 1);
    assert_eq!(session.history().undo_label(), Some("tell numbers apart"));
}

#[test]
fn the_mouse_takes_and_drops_as_well_also_what_belongs_to_a_group() {
    let mut harness = open();
    harness.get_by_label("Put together: Rescue boats, 2 figures").click();
    harness.run();
    assert!(sizes(&harness).contains(&("Rescue boats".to_owned(), 2)));
    let session = &mut harness.state_mut().session;
    let forty = number(session.project(), "40 rescue boats");
    session.run(Command::Group { numbers: vec![forty], into: GroupChoice::Nothing }, NOW);
    session.find_proposals();
    harness.run();
    harness.get_by_label("Not the same: 1 figure to “Rescue boats”").click();
    harness.run();
    let told = &harness.state().session.project().house().told_apart[0];
    assert_eq!((told.numbers.as_slice(), told.from.len()), (&[forty][..], 1));
}

#[test]
fn a_click_selects_a_double_click_shows_and_chips_filter() {
    let mut harness = open();
    harness.get_by_label_contains("3,200 km, 3,200 about, km").click();
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("3,200 km"));
    harness.get_by_label("Not read").click();
    harness.run();
    assert!(harness.query_by_label_contains("3,200 km, 3,200").is_none());
    harness.get_by_label("Sort by value").click();
    harness.run();
    harness.get_by_label("Length of the wall, 1 figure").click();
    harness.run();
    harness.get_by_label_contains("3,200 km, 3,200 about, km");
    let row = number(harness.state().session.project(), "3,200 km");
    assert_eq!(harness.state().session.record(), Some(Mention::Number(row)));
}

#[test]
fn a_contradiction_shows_both_quotes_and_its_plot_tells_the_table() {
    let mut harness = open();
    harness.get_by_label("Plot. A: 1,100 men, out of line; B: about 2,200, out of line");
    harness.get_by_label("A ¶1, 1,100 exact: There were 1,100 men at all, officials said.");
    harness.get_by_label("B ¶1, 2,200 about: Already about 2,200.").click();
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("about 2,200"));
    harness.get_by_label("Men before, 2 figures, Two times apart. A says 1,100, B says about 2,200");
    harness.get_by_label("out of line with the rest");
}

#[test]
fn an_empty_table_says_how_it_fills() {
    let mut session = session(crate::testing::project("Words."));
    session.run(Command::Run(Action::ShowNumbers), NOW);
    let harness = window(session, NumbersState::default(), numbers_ui);
    harness.get_by_label("No numbers tagged yet. Select a figure and press N.");
}
