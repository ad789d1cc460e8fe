//! How long it takes to know again what the rules find after one step, in a project of 5,000 claims and 2,000 sources; a frame has 4 ms
//! for it.

#![allow(clippy::expect_used, reason = "in a bench a panic is the report")]

use divan::{Bencher, black_box};
use tickmark::edit::Draft;
use tickmark::lint::{Findings, Rule};
use tickmark::model::annotation::Mention;
use tickmark::model::claim::{Claim, Evidence, Scale, Stance, Status};
use tickmark::model::document::Document;
use tickmark::model::house::SwitchedOff;
use tickmark::model::id::{DocumentId, EvidenceId, LinkId, Uid};
use tickmark::model::link::{Link, Role};
use tickmark::model::lookup::{Lookup, Touched};
use tickmark::model::project::Project;
use tickmark::model::source::Source;
use tickmark::session::register::Alike;

#[path = "register/project.rs"]
mod made;

use made::{NOW, claim_id, project, source_id};

fn main() {
    divan::main();
}

/// What is kept of a project, and a step that was done on it.
struct After {
    project: Project,
    lookup: Lookup,
    findings: Findings,
    touched: Touched,
}

fn after(step: impl FnOnce(&mut Draft<'_>)) -> After {
    let mut project = project();
    let mut lookup = Lookup::new(&project);
    let findings = Findings::new(&project, &lookup, NOW);
    let mut draft = Draft::knowing(&mut project, &lookup);
    step(&mut draft);
    let mut touched = Touched::default();
    draft.edits().iter().for_each(|edit| edit.note(&mut touched));
    drop(draft);
    lookup.refresh(&project, &touched);
    After { project, lookup, findings, touched }
}

fn refresh(bencher: Bencher<'_, '_>, step: impl FnOnce(&mut Draft<'_>)) {
    let After { project, lookup, findings, touched } = after(step);
    bencher.with_inputs(|| findings.clone()).bench_local_values(|mut findings| {
        findings.refresh(&project, &lookup, black_box(&touched));
        // What was there before is not let go of here.
        findings
    });
}

#[divan::bench]
fn a_claim_is_confirmed(bencher: Bencher) {
    refresh(bencher, |draft| draft.change(claim_id(2_500), |claim: &mut Claim| claim.status = Status::Confirmed).expect("it fits"));
}

#[divan::bench]
fn evidence_is_added(bencher: Bencher) {
    let row = Evidence { source: Some(source_id(7)), stance: Stance::Supports, ..Evidence::new(EvidenceId(Uid(9))) };
    refresh(bencher, |draft| draft.change(claim_id(2_500), |claim: &mut Claim| claim.evidence.push(row)).expect("it fits"));
}

#[divan::bench]
fn a_link_is_made(bencher: Bencher) {
    let link = Link::new(LinkId(Uid(9)), Mention::Claim(claim_id(2_500)), Mention::Source(source_id(7)), Role::RestsOn);
    refresh(bencher, |draft| draft.add(link).expect("it fits"));
}

/// Nineteen sources rest on it, and with them some 150 claims.
#[divan::bench]
fn a_source_on_which_others_rest_is_renamed(bencher: Bencher) {
    refresh(bencher, |draft| draft.change(source_id(7), |source: &mut Source| source.name = "Officials".to_owned()).expect("it fits"));
}

#[divan::bench]
fn the_day_of_an_article_is_typed(bencher: Bencher) {
    let id = DocumentId(Uid(10));
    refresh(bencher, |draft| draft.change(id, |article: &mut Document| article.meta.published = "2025-01-24".to_owned()).expect("it fits"));
}

/// With it the words of a seventh of all ratings.
#[divan::bench]
fn a_word_of_the_scale_is_typed(bencher: Bencher) {
    let type_word = |scale: &mut Scale| {
        if let Some(value) = scale.values.first_mut() {
            value.word.push('x');
        }
    };
    refresh(bencher, |draft| draft.set_house(|house| house.change_scale(type_word)).expect("it fits"));
}

/// Off the drawing thread in a register of this size.
#[divan::bench]
fn the_register_is_looked_through_for_those_who_are_the_same(bencher: Bencher) {
    let After { project, .. } = after(|_| {});
    bencher.bench(|| Alike::of(black_box(&project)));
}

#[divan::bench]
fn a_rule_is_switched_off(bencher: Bencher) {
    let off = SwitchedOff { rule: Rule::NoSource.code().to_owned(), reason: "Satire".to_owned(), ..SwitchedOff::default() };
    refresh(bencher, |draft| draft.set_house(|house| house.switched_off.push(off)).expect("it fits"));
}

/// What a view asks for each frame in which something changed.
#[divan::bench]
fn one_rule_is_listed(bencher: Bencher) {
    let After { project, lookup, findings, .. } = after(|_| {});
    bencher.bench(|| findings.of_rule(black_box(&project), &lookup, Rule::CircularSupport).len());
}

/// Only when a project is opened or its articles are put in another order; both off the drawing thread.
#[divan::bench]
fn everything_is_asked(bencher: Bencher) {
    let After { project, lookup, .. } = after(|_| {});
    bencher.bench(|| Findings::new(black_box(&project), &lookup, NOW));
}
