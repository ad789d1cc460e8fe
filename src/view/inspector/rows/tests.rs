//! The rows as text, on small projects.

use std::fmt::Write as _;

use super::claim::ClaimRows;
use super::number::NumberRows;
use super::selection::SelectionRows;
use super::source::SourceRows;
use super::*;
use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::edit::transaction::Visit;
use crate::model::claim::{Stance, Status};
use crate::model::exclusion::Reason;
use crate::model::link::Role;
use crate::session::IdSource;
use crate::testing::{Desk, NOW};

fn session(desk: Desk) -> Session {
    Session::new(desk.project, None, IdSource::new(7))
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.article("Dyke fails\nIt was quiet. [It rained [about 12 days|number], [officials|source] said|claim rain]. [It broke|claim].");
    desk.article("Dyke holds\n[Rain fell|claim rain] in March. [It held|claim].");
    let (rain, broke, held) = (desk.claim("A1"), desk.claim("A2"), desk.claim("B1"));
    desk.link(rain, Role::Contains, desk.number("about 12 days"));
    desk.link(rain, Role::RestsOn, desk.source("officials"));
    desk.link(broke, Role::Contradicts, held);
    desk
}

fn claim_rows(session: &Session, label: &str) -> ClaimRows {
    let id = crate::testing::claim(session.project(), label);
    let mark = session.lookup().mentions(Mention::Claim(id)).first().copied();
    ClaimRows::of(session, id, mark, &session.findings().all(session.project(), session.lookup())).unwrap()
}

/// The rows of a claim as lines.
fn told(rows: &ClaimRows) -> String {
    let mut lines = format!("{} {} “{}” {}\n", rows.title, rows.place, rows.quote, rows.status.word());
    let found = [&rows.settling, &rows.sourcing, &rows.evidencing, &rows.correcting].into_iter().flatten().map(|(_, words)| words);
    rows.rating_lack.iter().chain(found).for_each(|words| writeln!(lines, "! {words}").unwrap());
    rows.numbers
        .iter()
        .for_each(|row| writeln!(lines, "# {} = {}, {} {:?}", row.words, row.reading, row.approximation, row.findings).unwrap());
    rows.sources.iter().for_each(|row| writeln!(lines, "s {}: {}", row.name, row.detail).unwrap());
    rows.links.iter().for_each(|row| writeln!(lines, "l {} {} {}", row.words, row.other.label, row.other.words).unwrap());
    rows.mentions.iter().for_each(|row| writeln!(lines, "m {} {} {} {}", row.letter, row.place, row.words, row.is_current).unwrap());
    rows.history.iter().for_each(|row| writeln!(lines, "h {}", row.words).unwrap());
    lines
}

#[test]
fn a_claim_shows_what_hangs_on_it() {
    let rows = claim_rows(&session(desk()), "A1");
    insta::assert_snapshot!(told(&rows), @r"
    Claim A1 ¶1, sentence 2 “It rained about 12 days, officials said” Open
    ! Rests on one anonymous source
    # about 12 days = 12 days, about []
    s officials: Anonymous
    m A ¶1 It rained about 12 days, officials said true
    m B ¶1 Rain fell false
    ");
    let other = claim_rows(&session(desk()), "B1");
    assert_eq!(told(&other), "Claim B1 ¶1, sentence 2 “It held” Open\nl contradicts A2 It broke\nm B ¶1 It held true\n");
}

#[test]
fn the_history_tells_who_did_what_newest_first() {
    let mut session = session(desk());
    session.set_checker("RK");
    let claim = crate::testing::claim(session.project(), "A2");
    let later = |seconds: i64| crate::model::moment::Moment::from_ms(NOW.epoch_ms + seconds * 1000);
    session.run(Command::Rate(claim, Some(1)), later(1));
    session.run(Command::Type { field: Field::RatingReason(claim), text: "It held.".into(), visit: Visit(1) }, later(1));
    session.run(Command::SetStatus(claim, Status::Cut), later(2));
    session.run(Command::Rate(claim, None), later(3));
    let words: Vec<_> = claim_rows(&session, "A2").history.into_iter().map(|row| row.words).collect();
    assert_eq!(words, ["RK cleared the rating, removed the reason", "RK marked it cut", "RK rated it 1 Wrong, wrote the reason"]);
    let number = crate::testing::number(session.project(), "about 12 days");
    for (visit, field) in [Field::Measured(number), Field::MeasuredOf(number), Field::AsOf(number)].into_iter().enumerate() {
        session.run(Command::Type { field, text: "rain".into(), visit: Visit(2 + visit as u64) }, later(4));
    }
    let one = crate::testing::claim(session.project(), "B1");
    session.run(Command::Link { from: Mention::Claim(claim), to: Mention::Claim(one), role: Some(Role::Supports) }, later(5));
    let newest = |record| history::history(&session, record).swap_remove(0).words;
    assert_eq!(newest(Mention::Number(number)), "RK wrote what is measured, of whom and as of when");
    assert_eq!(newest(Mention::Claim(claim)), "RK linked it as supporting B1");
}

#[test]
fn a_rating_without_reason_is_told_in_house_words() {
    let mut session = session(desk());
    session.run(Command::Rate(crate::testing::claim(session.project(), "A2"), Some(1)), NOW);
    let rows = claim_rows(&session, "A2");
    assert_eq!(rows.rating_lack.as_deref(), Some("1 Wrong needs a reason."));
    assert_eq!(rows.settling, [(Rule::RatedUnsettled, "Rated 1 Wrong, but open".to_owned())]);
}

#[test]
fn evidence_is_counted_by_stance() {
    let mut session = session(desk());
    let claim = crate::testing::claim(session.project(), "A2");
    for stance in [Stance::Contradicts, Stance::Supports, Stance::Contradicts] {
        session.run(Command::AddEvidence(claim), NOW);
        let row = session.project().claims()[&claim].evidence.last().unwrap().id;
        session.run(Command::SetStance(claim, row, stance), NOW);
    }
    assert_eq!(claim_rows(&session, "A2").evidence_remark(), "2 against, 1 for");
}

#[test]
fn numbers_and_sources_know_their_claims() {
    let session = session(desk());
    let project = session.project();
    let number = crate::testing::number(project, "about 12 days");
    let rows = NumberRows::of(&session, number, None, &[]).unwrap();
    let claims: Vec<_> = rows.claims.iter().map(|row| row.claim.label.as_str()).collect();
    assert_eq!((rows.value.as_str(), claims.as_slice(), rows.place.as_str()), ("12", &["A1"][..], "not in any article"));
    let source = SourceRows::of(&session, crate::testing::source(project, "officials"), None, &[]).unwrap();
    assert_eq!((source.claims_title(), source.claims_remark()), ("1 claim rests on it".to_owned(), "0 settled".to_owned()));
    assert_eq!(source.claims[0].cue, "");
}

#[test]
fn a_source_knows_with_which_words_its_claims_were_given_to_it() {
    let mut session = Session::new(crate::testing::project("Dyke\nThe dyke held, according to officials."), None, IdSource::new(7));
    let document = session.project().order()[0];
    session.run(Command::Select { document, anchor: 8, head: 8 }, NOW);
    session.run(Command::Run(Action::Attribute), NOW);
    let source = SourceRows::of(&session, crate::testing::source(session.project(), "officials"), None, &[]).unwrap();
    let claims: Vec<_> = source.claims.iter().map(|row| (row.claim.label.as_str(), row.cue.as_str())).collect();
    assert_eq!(claims, [("A1", "according to")]);
}

fn select(session: &mut Session, words: &str) -> SelectionRows {
    let document = session.project().order()[0];
    let start = session.project().document(document).unwrap().text.as_str().find(words).unwrap();
    session.run(Command::Select { document, anchor: start, head: start + words.len() }, NOW);
    SelectionRows::of(session).unwrap()
}

#[test]
fn fresh_words_are_read_and_offered_to_the_nearest_claims() {
    let mut session = session(desk());
    let rows = select(&mut session, "about 12 days");
    assert_eq!(rows.reading, Some(("12 days".to_owned(), "about".to_owned())));
    let nearby: Vec<_> = rows.nearby.iter().map(|claim| claim.label.as_str()).collect();
    assert_eq!(nearby, ["A1", "A2"]);
    assert!(rows.sentence.is_some());
    assert_eq!(rows.elsewhere.as_deref(), Some("Nowhere else in the two articles"));
    assert_eq!(select(&mut session, "It").elsewhere.as_deref(), Some("3 places more: in A (2), B"));
}

#[test]
fn what_is_shown_follows_mark_words_and_caret() {
    let mut desk = desk();
    let document = desk.project.order()[0];
    desk.exclude(document, "It was quiet.", Reason::Opinion);
    let mut session = session(desk);
    let at = |session: &Session, words: &str| session.document().unwrap().text.as_str().find(words).unwrap();
    let quiet = at(&session, "quiet");
    assert_eq!(Shown::of(&session), Shown::Article(document));
    session.run(Command::Select { document, anchor: quiet, head: quiet }, NOW);
    assert!(matches!(Shown::of(&session), Shown::NotCheckable(_)));
    session.run(Command::Select { document, anchor: quiet, head: quiet + 3 }, NOW);
    assert_eq!(Shown::of(&session), Shown::Words);
    session.run(Command::Run(Action::NextMark), NOW);
    assert!(matches!(Shown::of(&session), Shown::Record(Mention::Claim(_), Some(_))));
    assert_eq!(Shown::of(&Session::empty(IdSource::new(1), NOW)), Shown::Nothing);
}

#[test]
fn a_figure_in_two_units_is_worked_out_again_where_it_is_selected() {
    let mut desk = Desk::default();
    desk.article("A long way\nThe 1,553 mile (2,500 kilometer) way was closed. It is 10 miles (26 km) to Orva. Nobody came.");
    let mut session = session(desk);
    let told =
        |rows: SelectionRows| rows.checks.iter().map(|check| format!("{}: {}", check.verdict.words(), check.equation)).collect::<Vec<_>>();
    assert_eq!(told(select(&mut session, "1,553 mile (2,500 kilometer)")), ["holds: 1,553 mi = 2,499.3 km"]);
    assert_eq!(told(select(&mut session, "10 miles (26 km)")), ["does not hold: 10 mi = 16.1 km"]);
    assert!(told(select(&mut session, "Nobody")).is_empty());
}

#[test]
fn a_sum_is_worked_out_again_where_a_part_of_it_is_selected_or_tagged() {
    let mut desk = Desk::default();
    desk.article("Help comes\nIt sent [four aircraft|number] in total: two C-17s and two C-130s.");
    let number = desk.number("four aircraft");
    let mut session = session(desk);
    let sum = "holds: 2 C-17s + 2 C-130s = 4. Written 4 aircraft.";
    let spoken = |checks: &[checked::CheckLine]| checks.iter().map(checked::CheckLine::spoken).collect::<Vec<_>>();
    assert_eq!(spoken(&select(&mut session, "two C-17s").checks), [sum]);
    assert!(select(&mut session, "Help comes").checks.is_empty());
    assert_eq!(spoken(&checked::checks_of(&session, number)), [sum]);
}
