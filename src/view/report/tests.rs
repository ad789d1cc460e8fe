//! The report's lines as text, and the view as fingers use it.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::command::ExportFormat;
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Correction, Grade, Rating, Status};
use crate::model::link::Role as LinkRole;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::report::{BuildInput, build};
use crate::testing::{CHECKER, Desk, NOW, claim};
use crate::view::testing::{Stage, session, window};

fn project() -> Project {
    let mut desk = Desk::default();
    desk.article("Dykes\n[It held [two days|number]|claim], [officials|source] said. [It leaked|claim]. Nobody saw.");
    desk.article("Locks\n[It never held|claim].");
    desk.link(desk.claim("A1"), LinkRole::RestsOn, desk.source("officials"));
    desk.link(desk.claim("A1"), LinkRole::Contradicts, desk.claim("B1"));
    desk.change(desk.claim("A1"), |claim: &mut Claim| {
        claim.rating = Grade::new(1).map(|grade| Rating::new(grade, "Minutes"));
        claim.correction = Some(Correction::of("It held one day"));
    });
    desk.change(desk.claim("B1"), |claim: &mut Claim| {
        claim.status = Status::Asked;
        claim.note = "Lock keeper: when?".into();
    });
    desk.project
}

fn built() -> Report {
    let project = project();
    build(
        &project,
        &Lookup::new(&project),
        &BuildInput { today: NOW, checker: CHECKER.into(), offset: jiff::tz::Offset::UTC, options: Default::default() },
    )
}

#[test]
fn lines_stand_in_the_order_of_the_parts() {
    let report = built();
    let line = |line: &Line| match spoken(&report, *line) {
        words if words.is_empty() => format!("{line:?}"),
        words => words,
    };
    let listed =
        lines(&report, Wish::default()).iter().filter(|line| !matches!(line, Line::Hash(_))).map(line).collect::<Vec<_>>().join("\n");
    let expected = "\
Title
Cards
StatusColumns
A Dykes, 2 open, 0 asked
B Locks, 0 open, 1 asked
All articles, each claim once, 2 open, 1 asked
Head(Ratings)
Columns(Ratings)
A Dykes, 0 of 2 settled, 2 sentences untouched
B Locks, 0 of 1 settled, 1 sentence untouched
All articles, each claim once, 0 of 3 settled, 3 sentences untouched
Head(Claims)
Columns(Claims)
A1, It held two days, 1 Wrong, Open, contradicts B1
A2, It leaked, not rated, Open, no source named
B1, It never held, not rated, Asked, contradicts A1
Head(Contradictions)
A1 It held two days against B1 It never held
Head(Questions)
B1, Asked, Lock keeper: when?, since 21 November 2026, 14:32
Head(Changes)
A1: It held two days becomes It held one day
Head(Sources)
Columns(Sources)
Kind(0)
officials, Only source for A1
Head(Numbers)
Columns(Numbers)
two days, 2 days, exact, 
Head(Articles)
A Dykes
B Locks
Head(Method)
Method(0)
Method(1)
Method(2)
Head(Hashes)
End";
    assert_eq!(listed, expected);
}

#[test]
fn a_filter_leaves_its_claims_and_a_long_table_is_cut() {
    let report = built();
    let claims = |filter| {
        let lines = lines(&report, Wish { filter, has_all_claims: false });
        lines.into_iter().filter(|line| matches!(line, Line::Claim(_) | Line::Nothing(Section::Claims))).count()
    };
    assert_eq!([claims(0), claims(1), claims(2), claims(4)], [3, 2, 1, 1]);
    let mut desk = Desk::default();
    desk.article(&"[One|claim]. ".repeat(50));
    let report = build(
        &desk.project,
        &Lookup::new(&desk.project),
        &BuildInput { today: NOW, checker: String::new(), offset: jiff::tz::Offset::UTC, options: Default::default() },
    );
    assert!(lines(&report, Wish::default()).contains(&Line::MoreClaims(30)));
    assert!(lines(&report, Wish { filter: 0, has_all_claims: true }).contains(&Line::Claim(49)));
}

fn open() -> Harness<'static, Stage<ReportState>> {
    let mut session = session(project());
    session.run(Command::Run(Action::ShowReport), NOW);
    window(session, ReportState::default(), |ui, cx, state| {
        egui::Panel::left("left").exact_size(180.0).show(ui, |ui| report_left_ui(ui, cx, state));
        egui::Panel::right("right").exact_size(300.0).show(ui, |ui| report_right_ui(ui, cx, state));
        egui::CentralPanel::default().show(ui, |ui| report_ui(ui, cx, state));
    })
}

#[test]
fn every_line_leads_to_its_place() {
    let mut harness = open();
    harness.get_by_label("A1, It held two days, 1 Wrong, Open, contradicts B1").click();
    harness.run();
    let session = &harness.state().session;
    assert_eq!((session.view(), session.claim()), (ViewKind::Articles, Some(claim(session.project(), "A1"))));
    let mut harness = open();
    for key in [Key::J, Key::J, Key::J, Key::K, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    assert!(matches!(harness.state().commands().last(), Some(Command::ShowArticle(_))));
}

#[test]
fn parts_are_reached_from_the_left_and_filters_narrow_the_claims() {
    let mut harness = open();
    assert!(harness.query_by_label_contains("SHA-256 below").is_none());
    harness.get_by_role_and_label(Role::Button, "Text hashes").click();
    harness.run();
    harness.get_by_label_contains("SHA-256 below");
    harness.get_by_role_and_label(Role::Button, "Claims").click();
    harness.run();
    harness.get_by_label("Asked").click();
    harness.run();
    assert!(harness.query_by_label_contains("A2, It leaked").is_none());
    harness.get_by_label_contains("B1, It never held, not rated, Asked");
}

#[test]
fn the_report_is_saved_and_its_findings_lead_to_their_subjects() {
    let mut harness = open();
    harness.get_by_label("Save as HTML").click();
    harness.run();
    harness.get_by_label("Save as Markdown").click();
    harness.run();
    let expected = [&Command::Export(vec![ExportFormat::Html]), &Command::Export(vec![ExportFormat::Markdown])];
    assert_eq!(harness.state().commands(), expected);
    harness.get_by_label("Show 2 claims name no source").click();
    harness.run();
    harness.get_by_label_contains("A2 “It leaked”").click();
    harness.run();
    let session = &harness.state().session;
    assert_eq!(session.record(), Some(Mention::Claim(claim(session.project(), "A2"))));
}

#[test]
fn an_empty_report_says_how_it_fills() {
    let mut session = session(Desk::default().project);
    session.run(Command::Run(Action::ShowReport), NOW);
    let harness = window(session, ReportState::default(), report_ui);
    harness.get_by_label("Nothing to report yet. It fills as you tag.");
}
