//! The five real articles checked as a desk checks them, built from their files by commands alone: who says what is split by the program,
//! entries are merged, claims of two articles compared. Nothing of it is stored; with `TICKMARK_CHECKED` set to a path the project is
//! written there, to look at it in the window.

// Clippy takes helpers for tests, too.
#![cfg(test)]

#[path = "checked/articles.rs"]
mod articles;
mod common;
#[path = "checked/desk.rs"]
mod desk;

use std::collections::BTreeSet;

use articles::checked;
use desk::Desk;
use tickmark::command::{ClaimChange, Command, SourceChange};
use tickmark::lint::{Rule, Subject};
use tickmark::model::annotation::Mention;
use tickmark::model::claim::Status;
use tickmark::model::link::Role;
use tickmark::model::source::SourceKind;
use tickmark::model::support::Supports;
use tickmark::report;
use tickmark::storage;

/// A contact that nobody outside of the desk may read.
pub const CONTACT: &str = "+1 555 0142 (after nine)";

fn labels(desk: &Desk, rule: Rule) -> BTreeSet<String> {
    let (project, lookup) = (desk.session.project(), desk.session.lookup());
    let name = |subject| match subject {
        Subject::Record(Mention::Claim(id)) => project.claim_label(id),
        Subject::Record(Mention::Source(id)) => project.sources().get(&id).map_or(String::new(), |source| source.name.clone()),
        Subject::Record(number) => lookup.quote(project, number).to_owned(),
        Subject::Document(id) => project.letter(id),
    };
    desk.session.findings().of_rule(project, lookup, rule).into_iter().map(|finding| name(finding.subject)).collect()
}

#[test]
fn claims_of_two_articles_that_rest_on_the_same_officials_have_one_independent_source() {
    let Some(desk) = checked() else { return };
    let (project, lookup) = (desk.session.project(), desk.session.lookup());
    let circular = labels(&desk, Rule::CircularSupport);
    for words in ["additional active-duty U.S. troops are being deployed", "additional active duty US troops are being ordered"] {
        let claim = project.claims().get(&desk.claim(words)).unwrap();
        let supports = Supports::of(project, lookup, claim);
        let letters: BTreeSet<_> = supports.all.iter().map(|support| project.letter(support.article)).collect();
        assert_eq!((supports.independent(), letters), (1, BTreeSet::from(["B".to_owned(), "E".to_owned()])), "{words}");
        assert!(circular.contains(&project.claim_label(claim.id)), "{circular:?}");
    }
    let words: BTreeSet<_> =
        desk.session.findings().of_rule(project, lookup, Rule::CircularSupport).into_iter().map(|found| found.words).collect();
    assert!(words.contains("Circular: B and E are one source, “officials familiar with the matter”"), "{words:?}");
}

#[test]
fn no_active_duty_troops_contradicts_what_two_other_articles_count() {
    let Some(mut desk) = checked() else { return };
    let (project, lookup) = (desk.session.project(), desk.session.lookup());
    let none = desk.claim("there were no active duty troops");
    let others: Vec<_> =
        lookup.linked(project, Mention::Claim(none), Role::Contradicts).into_iter().map(|other| lookup.quote(project, other)).collect();
    assert_eq!(others.len(), 2);
    assert!(others.iter().all(|quote| quote.contains("2,200")), "{others:?}");
    let label = project.claim_label(none);
    // Who confirms all three is told so.
    assert!(!labels(&desk, Rule::ConfirmedContradiction).contains(&label));
    let all = [none, desk.claim("about 2,200 forces on active duty"), desk.claim("roughly 2,200 active duty forces")];
    desk.run(Command::Change(all.to_vec(), ClaimChange::Status(Status::Confirmed)));
    assert!(labels(&desk, Rule::ConfirmedContradiction).contains(&label));
}

#[test]
fn figures_of_the_same_are_compared_over_all_articles_and_a_contradiction_is_told_at_each_claim() {
    let Some(desk) = checked() else { return };
    let (project, findings) = (desk.session.project(), desk.session.findings());
    let said = |name: &str| {
        let group = project.groups().values().find(|group| group.name == name).unwrap();
        findings.judged(group.id).unwrap().agreement.sentence()
    };
    assert_eq!(said("First wave sent"), "All eight say 1,500");
    let before = "Active-duty troops at the border before the order";
    assert_eq!(said(before), "Contradiction. A says none, B and E say about 2,200");
    assert_eq!(said("Most that may still be sent"), "Five times apart. A says up to 2,000, B and E say up to 10,000");
    let guard = said("National Guard at the border");
    assert_eq!(guard, "Check the scope. A: US National Guard and Reserve forces. E: National Guardsmen");
    let claims = ["there were no active duty troops", "about 2,200 forces on active duty", "roughly 2,200 active duty forces"];
    let words = |claim: &str| {
        let about = findings.about(Subject::Record(Mention::Claim(desk.claim(claim))));
        about.filter(|found| found.rule == Rule::FiguresDisagree).map(|found| found.words).collect::<Vec<_>>()
    };
    let (none, others) = ("“no active duty troops” (A)", ["“about 2,200” (B)", "“roughly 2,200” (E)"]);
    let told = |own: &str, other: &str| vec![format!("Contradiction in “{before}”: {own} against {other}")];
    assert_eq!(claims.map(words), [told(none, others[0]), told(others[0], none), told(others[1], none)]);
}

#[test]
fn a_value_that_lies_is_caught() {
    let Some(mut desk) = checked() else { return };
    let number = desk.number('E', "wave of [1,500 troops] includes");
    desk.type_in(tickmark::command::Field::QuantityValue(number), "1800");
    let found: Vec<_> = desk.session.findings().about(Subject::Record(Mention::Number(number))).collect();
    let of = |rule| found.iter().find(|found| found.rule == rule).map(|found| found.words.as_str());
    assert_eq!(of(Rule::NumberMisread), Some("Typed 1,800, the words say 1,500: “1,500 troops”"));
    assert_eq!(of(Rule::FiguresDisagree), Some("20 % apart in “First wave sent”: “1,500 troops” (E) against “1500 troops” (A)"));
}

#[test]
fn mcaleenan_is_a_person_whom_nobody_has_identified() {
    let Some(desk) = checked() else { return };
    assert_eq!(labels(&desk, Rule::PersonUnidentified), BTreeSet::from(["McAleenan".to_owned()]));
    assert_eq!(desk.source("McAleenan").kind, SourceKind::Person);
}

#[test]
fn one_person_is_one_entry_after_the_program_has_found_its_names() {
    let Some(desk) = checked() else { return };
    let salesses: Vec<_> = desk.session.project().sources().values().filter(|source| source.name.contains("Salesses")).collect();
    let [salesses] = salesses.as_slice() else { panic!("{salesses:?}") };
    let (project, lookup) = (desk.session.project(), desk.session.lookup());
    let mentions = lookup.mentions(Mention::Source(salesses.id)).iter().filter_map(|id| project.annotations().get(id));
    let letters: Vec<_> = mentions.map(|mark| project.letter(mark.document)).collect();
    assert_eq!(letters, ["A", "A", "B", "B"]);
    let left: Vec<_> =
        desk.session.same_sources().iter().map(|pair| [pair.one, pair.other].map(|id| project.sources()[&id].name.clone())).collect();
    assert!(left.iter().flatten().all(|name| !name.contains("Salesses") && !name.contains("Shaughnessy")), "{left:?}");
}

#[test]
fn every_attribution_has_its_cue_in_the_text() {
    let Some(mut desk) = checked() else { return };
    let links: Vec<_> = desk.session.project().links().values().filter(|link| !link.cue.is_empty()).cloned().collect();
    assert!(links.len() > 30, "{}", links.len());
    for link in links {
        let mark = desk.session.lookup().mentions(link.from)[0];
        desk.run(Command::SelectMark(mark));
        let text = &desk.session.document().unwrap().text;
        let shown: Vec<_> = desk.session.cues_shown().into_iter().map(|cue| text.slice(cue)).collect();
        assert!(shown.contains(&link.cue.as_str()), "{} in {shown:?}", link.cue);
    }
}

#[test]
fn the_project_is_saved_and_opened_and_a_report_holds_a_contact_only_where_that_is_asked() {
    let Some(mut desk) = checked() else { return };
    let project = desk.session.project();
    let written = storage::to_ron(project);
    assert!(written.contains(CONTACT), "the desk keeps the contact");
    let opened = storage::read(written.as_bytes()).unwrap();
    assert_eq!((opened.warnings.as_slice(), &opened.project), (&[][..], project));
    let report = report::build(project, desk.session.lookup(), &desk::input());
    for page in [report::html(&report), report::markdown(&report).0] {
        assert!(page.contains("officials familiar with the matter") && !page.contains(CONTACT) && !page.contains("555 0142"));
    }
    let of_contact = project.sources().values().find(|source| source.contact == CONTACT).unwrap().id;
    desk.run(Command::ChangeSource(of_contact, SourceChange::ContactOpen(true)));
    let report = report::build(desk.session.project(), desk.session.lookup(), &desk::input());
    for page in [report::html(&report), report::markdown(&report).0] {
        assert!(page.contains("Contact: ") && page.contains("555 0142"), "the checker asked for it");
    }
    if let Some(path) = std::env::var_os("TICKMARK_CHECKED") {
        std::fs::write(path, written).unwrap();
    }
}
