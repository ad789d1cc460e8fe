//! The inspector as a checker meets it: found by name, clicked, typed in.

use std::cell::RefCell;

use egui_kittest::kittest::Queryable;

use super::*;
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::{Fate, Tag};
use crate::model::claim::{Stance, Status};
use crate::model::document::Span;
use crate::model::exclusion::Reason;
use crate::model::link::Role;
use crate::model::project::Project;
use crate::model::quantity::Approximation;
use crate::model::source::SourceKind;
use crate::testing::{Desk, claim, number, source};
use crate::view::panel::testing::Bench;

fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.article(
        "Dyke fails\nIt was quiet. [It rained [about 12 days|number], [officials|source officials] said|claim rain]. [It broke|claim].",
    );
    desk.article("Dyke holds\n[Rain fell|claim rain] in March. [It held|claim]. The [officials|source officials] agree.");
    desk.link(desk.claim("A1"), Role::Contains, desk.number("about 12 days"));
    desk.link(desk.claim("A2"), Role::Contradicts, desk.claim("B1"));
    desk
}

fn bench(project: Project) -> Bench<'static> {
    let mut state = InspectorState::default();
    Bench::new(project, move |ui, cx| inspector_ui(ui, cx, &mut state))
}

/// The inspector on the first mention of a claim.
fn on_claim(project: Project, label: &str) -> (Bench<'static>, ClaimId) {
    let id = claim(&project, label);
    let mut bench = bench(project);
    bench.command(Command::ShowRecord(Mention::Claim(id)));
    (bench, id)
}

#[test]
fn a_claim_is_settled_and_rated_with_its_reason() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.see("Claim A2").see("¶1, sentence 3").see("It broke");
    bench.click("Confirmed").click("2 Mostly wrong");
    assert_eq!(bench.session().project().claims()[&id].status, Status::Confirmed);
    bench.see("2 Mostly wrong needs a reason.");
    bench.type_in("Reason for the rating", "It held until noon.");
    assert!(!bench.shows("2 Mostly wrong needs a reason."));
    let rating = bench.session().project().claims()[&id].rating.clone().unwrap();
    assert_eq!((rating.grade.value(), rating.reason.as_str()), (2, "It held until noon."));
    bench.click("Clear the rating");
    assert_eq!(bench.session().project().claims()[&id].rating, None);
}

#[test]
fn the_neighbours_are_a_click_away() {
    let (mut bench, _) = on_claim(desk().project, "A2");
    bench.taken();
    bench.click("Previous mark").click("Next mark");
    assert_eq!(bench.taken(), [Command::Run(Action::PreviousMark), Command::Run(Action::NextMark)]);
}

#[test]
fn evidence_is_added_described_ordered_and_removed() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.click("Add evidence");
    bench.type_in("Evidence", "Minutes of the council").type_in("Locator", "page 4").click("Contradicts");
    let row = bench.session().project().claims()[&id].evidence[0].clone();
    assert_eq!((row.text.as_str(), row.locator.as_str(), row.stance), ("Minutes of the council", "page 4", Stance::Contradicts));
    bench.see("1 against");
    bench.click("Fold the evidence").see("page 4");
    bench.click("Edit evidence: Minutes of the council").click("Remove evidence");
    assert!(bench.session().project().claims()[&id].evidence.is_empty());
}

#[test]
fn a_correction_starts_from_the_words_and_shows_the_difference() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.click("Edit the correction");
    assert_eq!(bench.value("Proposed correction"), "It broke");
    bench.type_in("Proposed correction", " at noon");
    let wording = bench.session().project().claims()[&id].correction.clone().unwrap().wording;
    assert!(wording.contains("at noon"), "{wording}");
    bench.harness().key_press(egui::Key::Escape);
    bench.harness().run();
    bench.see("Edit the correction");
}

#[test]
fn the_command_for_a_field_puts_the_cursor_there() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.command(Command::Run(Action::EditClaim));
    bench.harness().event(egui::Event::Text("The dyke broke.".into()));
    bench.harness().run();
    assert_eq!(bench.session().project().claims()[&id].restatement, "The dyke broke.");
    bench.command(Command::Run(Action::EditCorrection));
    assert_eq!(bench.value("Proposed correction"), "It broke");
}

#[test]
fn links_mentions_and_numbers_jump_and_unlink() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.click("Unlink B1");
    assert!(bench.session().project().links().values().all(|link| link.role != Role::Contradicts));
    bench.command(Command::Run(Action::Undo)).click("contradicts B1: change").click("supports");
    assert!(bench.session().project().links().values().any(|link| link.role == Role::Supports));
    bench.command(Command::Run(Action::Undo)).click("Show B1, contradicts");
    assert_ne!(bench.session().claim(), Some(id));
    let rain = claim(bench.session().project(), "A1");
    bench.command(Command::ShowRecord(Mention::Claim(rain))).click("Show B ¶1: Rain fell");
    assert_eq!(bench.session().document().unwrap().title(), "Dyke holds");
    bench.click("Show number about 12 days");
    assert_eq!(bench.session().record().map(Mention::tag), Some(Tag::Number));
}

#[test]
fn beside_a_table_the_menu_acts_on_what_is_shown_not_on_what_is_selected_in_the_text() {
    let (mut bench, held) = on_claim(desk().project, "A2");
    let id = source(bench.session().project(), "officials");
    bench.command(Command::Run(Action::ShowSources)).command(Command::SelectRecord(Mention::Source(id)));
    bench.click("More").click("Remove the mark");
    assert!(bench.session().project().claims().contains_key(&held));
    assert_eq!(bench.session().lookup().mentions(Mention::Source(id)).len(), 1);
    bench.taken();
    bench.click("Show in the text");
    assert_eq!(bench.taken(), [Command::Run(Action::RowShow)]);
    assert_eq!(bench.session().view(), ViewKind::Articles);
}

#[test]
fn a_claim_without_source_offers_to_link_one() {
    let (mut bench, _) = on_claim(desk().project, "A2");
    bench.see("None given for this claim").click("Link a source");
    assert!(matches!(bench.session().mode(), crate::session::Mode::Linking(_)));
}

#[test]
fn a_mention_is_split_off_and_merged_again_from_the_menu() {
    let (mut bench, rain) = on_claim(desk().project, "A1");
    bench.click("More").click("Make this mention a claim of its own");
    assert_eq!(bench.session().project().claims().len(), 4);
    let split = bench.session().claim().unwrap();
    assert_ne!(split, rain);
    bench.click("More").click("Merge another claim into this one").type_in("Filter", "held").click("Merge B1 It held");
    assert_eq!(bench.session().project().claims().len(), 3);
    assert_eq!(bench.session().lookup().mentions(Mention::Claim(split)).len(), 2);
}

#[test]
fn a_row_that_has_the_keyboard_keeps_it_while_the_list_scrolls() {
    let mut desk = Desk::default();
    desk.article(&"It rained. [Rain fell|claim rain]. ".repeat(40));
    let rain = desk.claim("A1");
    let mut state = InspectorState::default();
    let mut bench = Bench::sized((356.0, 600.0), desk.project, move |ui, cx| inspector_ui(ui, cx, &mut state));
    bench.command(Command::ShowRecord(Mention::Claim(rain)));
    let row = "Show A ¶1: Rain fell";
    let of_rows = |bench: &mut Bench<'_>| {
        let rows: Vec<_> = bench.harness().query_all_by_label(row).map(|node| (node.rect().top(), node.is_focused())).collect();
        rows
    };
    bench.harness().query_all_by_label(row).nth(3).unwrap().focus();
    bench.harness().run();
    let before = of_rows(&mut bench);
    bench.harness().query_all_by_label(row).nth(30).unwrap().scroll_to_me();
    bench.harness().run();
    let after = of_rows(&mut bench);
    assert!(after[3].0 < before[3].0 - 20.0, "the list did not scroll: {} to {}", before[3].0, after[3].0);
    assert!(before[3].1 && after[3].1 && after.iter().filter(|row| row.1).count() == 1, "{after:?}");
}

#[test]
fn the_hint_names_the_keys_that_rate() {
    let (mut bench, _) = on_claim(desk().project, "A2");
    bench.see("keys 1–5");
    let keys = &mut bench.harness().state_mut().preferences.keys;
    keys.change(Action::Rate(2), vec!["Shift+F9".parse().unwrap()]).unwrap();
    bench.harness().run();
    bench.see("keys 1 Shift F9 3 4 5");
}

#[test]
fn a_number_keeps_what_is_refused_and_says_why() {
    let project = desk().project;
    let id = number(&project, "about 12 days");
    let mut bench = bench(project);
    bench.command(Command::ShowRecord(Mention::Number(id)));
    bench.see("about 12 days");
    assert_eq!(bench.value("Value"), "12");
    bench.type_in("Value", "x");
    assert_eq!(bench.value("Value"), "12x");
    bench.see("“12x” is not a number. Write it in digits, as 1500 or 3.5, or a range as 10 to 20.");
    assert_eq!(bench.session().notice(), None);
    // Going elsewhere does not take it away.
    bench.type_in("Unit", "!");
    assert_eq!(bench.value("Value"), "12x");
    let quantity = &bench.session().project().quantities()[&id];
    assert_eq!(quantity.reading(), "12 days!");
    bench.click("Meant as").click("up to");
    assert_eq!(bench.session().project().quantities()[&id].approximation, Approximation::UpTo);
    bench.type_in("Keywords", "rain, weather");
    assert_eq!(bench.session().mark().unwrap().keywords, ["rain", "weather"]);
}

#[test]
fn a_source_is_described_merged_and_shows_what_rests_on_it() {
    let mut desk = desk();
    desk.link(desk.claim("B1"), Role::RestsOn, desk.source("officials"));
    let project = desk.project;
    let id = source(&project, "officials");
    let mut bench = bench(project);
    bench.command(Command::ShowRecord(Mention::Source(id)));
    bench.see("1 claim rests on it").see("Mentions");
    bench.type_in("Role", "dyke board").click("Kind").click("Organisation");
    let entry = bench.session().project().sources()[&id].clone();
    assert_eq!((entry.role.as_str(), entry.kind), ("dyke board", SourceKind::Organisation));
    assert_eq!(bench.session().project().sources().len(), 1);
    bench.click("More").click("Make this mention an entry of its own");
    assert_eq!(bench.session().project().sources().len(), 2);
    bench.click("More").click("Merge another source into this one").click("Merge officials");
    assert_eq!(bench.session().project().sources().len(), 1);
}

#[test]
fn fresh_words_become_a_number_a_mention_or_a_claim() {
    let mut desk = Desk::default();
    let document = desk.article("T\n[It rained|claim]. The dyke held 12 days in March.");
    let mut bench = bench(desk.project);
    let select = |bench: &mut Bench<'_>| {
        let start = bench.session().document().unwrap().text.as_str().find("12 days").unwrap();
        bench.command(Command::Select { document, anchor: start, head: start + 7 });
        bench.taken();
        Span::between(start, start + 7)
    };
    let span = select(&mut bench);
    bench.see("New selection").see("¶1, sentence 2").see("not yet taken").see("Nowhere else in this article");
    bench.click("Another mention of A1");
    let id = claim(bench.session().project(), "A1");
    assert_eq!(bench.taken(), [Command::AddMention { claim: id, document, span }]);
    bench.command(Command::Run(Action::Undo));
    select(&mut bench);
    bench.click("Tag as number, 12 days");
    assert_eq!(bench.session().record().map(Mention::tag), Some(Tag::Number));
    bench.command(Command::Run(Action::Undo));
    select(&mut bench);
    bench.click("New claim from the whole sentence");
    let mark = bench.session().mark().unwrap();
    assert_eq!(bench.session().project().quote(mark), "The dyke held 12 days in March.");
}

#[test]
fn a_sentence_set_aside_tells_why_and_comes_back() {
    let mut desk = desk();
    let document = desk.project.order()[0];
    desk.exclude(document, "It was quiet.", Reason::Opinion);
    let mut bench = bench(desk.project);
    bench.command(Command::Select { document, anchor: 14, head: 14 });
    bench.see("Not checkable").click("Forecast");
    assert_eq!(bench.session().project().exclusions().values().next().unwrap().reason, Reason::Forecast);
    bench.click("Checkable again");
    assert!(bench.session().project().exclusions().is_empty());
}

#[test]
fn an_article_shows_its_fields_and_its_place() {
    let mut bench = bench(desk().project);
    let first = bench.session().project().order()[0];
    bench.see("Article A").see("14 words, 4 sentences, 2 paragraphs").type_in("Outlet", "The Packet");
    assert_eq!(bench.session().project().document(first).unwrap().meta.outlet, "The Packet");
    bench.click("Move down");
    assert_eq!(bench.session().project().order()[1], first);
    bench.click("Remove article");
    assert_eq!(bench.session().project().order().len(), 1);
    assert_eq!(bench.session().notice().unwrap().words, "Article B was removed with its marks. Undo brings it back.");
}

#[test]
fn every_control_has_a_name() {
    let mut desk = desk();
    let document = desk.project.order()[0];
    desk.exclude(document, "It was quiet.", Reason::Opinion);
    let project = desk.project;
    let records = [
        Mention::Claim(claim(&project, "A2")),
        Mention::Number(number(&project, "about 12 days")),
        Mention::Source(source(&project, "officials")),
    ];
    let mut bench = bench(project);
    bench.harness().check_accessibility();
    for record in records {
        bench.command(Command::ShowRecord(record)).harness().check_accessibility();
    }
    bench.click("More").harness().check_accessibility();
    for head in [14, 20] {
        bench.command(Command::Select { document, anchor: 14, head }).harness().check_accessibility();
    }
}

#[test]
fn nothing_selected_and_no_article_says_what_to_do() {
    let mut bench = bench(Desk::default().project);
    bench.see(NOTHING);
}

#[test]
fn a_place_in_doubt_says_what_became_of_it_and_the_ways_out() {
    let mut doubtful = desk();
    doubtful.doubt("It broke", Fate::Changed);
    let (mut bench, _) = on_claim(doubtful.project, "A2");
    bench.see("Changed").click("It is right here");
    assert!(!bench.shows("It is right here") && bench.session().mark().unwrap().doubt.is_none());

    let mut lost = desk();
    lost.doubt("It broke", Fate::Lost);
    let (mut bench, id) = on_claim(lost.project, "A2");
    bench.see("Lost its place").see("lost its place").see("It broke");
    assert!(!bench.shows("It is right here"));
    bench.click("Remove it");
    assert!(!bench.session().project().claims().contains_key(&id));
}

#[test]
fn a_claim_lists_numbers_whose_place_is_in_doubt() {
    for fate in [Fate::Moved, Fate::Changed, Fate::Lost] {
        let mut doubtful = desk();
        doubtful.doubt("about 12 days", fate);
        let (mut bench, _) = on_claim(doubtful.project, "A1");
        bench.see(crate::session::doubts::fate_words(fate)).see("Show number about 12 days");
    }
}

#[test]
fn kind_risk_and_whether_it_is_checkable_are_set_in_the_inspector() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.click("Kind").click("Quote").click("Legal").click("Minors");
    bench.type_in("Speaker", "The mayor").type_in("Date said", "13 March");
    bench.see("Legal risk").click("Legal risk");
    bench.click("Whether it can be checked").click("Not checkable: forecast");
    let claim = bench.session().project().claims()[&id].clone();
    assert_eq!((claim.kind.word(), claim.risks.words().as_str()), ("Quote", "Minors"));
    assert_eq!((claim.said().speaker.as_str(), claim.said().date.as_str()), ("The mayor", "13 March"));
    assert!(claim.not_checkable == Some(Reason::Forecast) && claim.is_settled());
}

#[test]
fn a_signed_claim_says_who_signed_and_is_opened_again_with_a_reason() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.harness().state_mut().session.set_checker("RK");
    bench.click("Confirmed").click("More").click("Sign off");
    assert!(bench.session().project().claims()[&id].is_signed());
    assert!(bench.shows_containing("Signed off by RK"));
    bench.click("Cut");
    assert_eq!(bench.session().project().claims()[&id].status, Status::Confirmed);
    bench.click("Open it again, with a reason").type_in("Reason for opening it again", "New minutes").click("Open again");
    assert!(!bench.session().project().claims()[&id].is_signed());
    assert!(bench.shows_containing("opened again: New minutes"));
    bench.click("Cut");
    assert_eq!(bench.session().project().claims()[&id].status, Status::Cut);
}

#[test]
fn a_question_waits_until_it_is_answered_and_points_at_another_claim() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.click("Add evidence").type_in("Question", "When did it break?");
    bench.see("1 waiting").type_in("Answer due", "2 h");
    bench.click("Where it comes from").click("Points at another claim").type_in("Filter", "B1").click("Choose B1 It held");
    bench.see("B1");
    let row = bench.session().project().claims()[&id].evidence[0].clone();
    assert!(row.due.is_some() && !row.is_waiting(), "{row:?}");
    bench.click("Take the passage away").see("1 waiting");
    bench.click("Where it comes from").click("From a source of the register").type_in("Filter", "offic").click("Choose officials");
    bench.type_in("Evidence", "At noon.").see("1 context").click("Fold the evidence").see("At noon.");
    assert!(bench.shows_containing("officials"));
}

#[test]
fn everybody_who_agrees_to_a_correction_is_noted_and_another_wording_asks_anew() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.harness().state_mut().session.set_checker("RK");
    bench.click("Edit the correction").type_in("Proposed correction", " at noon");
    bench.harness().key_press(egui::Key::Escape);
    bench.harness().run();
    bench.click("Checker: waiting").click("Writer: waiting").see("Checker RK agrees").see("Editor: waiting");
    assert_eq!(bench.session().project().claims()[&id].correction.as_ref().unwrap().agreed.len(), 2);
    bench.click("Edit the correction").type_in("Proposed correction", " or so");
    bench.harness().key_press(egui::Key::Escape);
    bench.harness().run();
    bench.see("Checker: waiting");
}

#[test]
fn what_stood_there_before_is_brought_back_from_the_history() {
    let (mut bench, id) = on_claim(desk().project, "A2");
    bench.command(Command::SetStatus(id, Status::Cut));
    bench.click("Go back to before: Marked it cut").click("Restore the status");
    assert_eq!(bench.session().project().claims()[&id].status, Status::Open);
}

#[test]
fn a_source_says_what_it_rests_on_and_keeps_its_contact() {
    let mut desk = desk();
    desk.article("Third\nThe [wire|source wire] said so.");
    let (wire, officials) = (source(&desk.project, "wire"), source(&desk.project, "officials"));
    let mut bench = bench(desk.project);
    bench.command(Command::ShowRecord(Mention::Source(wire)));
    bench.type_in("Contact", "0151 555");
    bench.click("Add what it rests on").type_in("Filter", "off").click("Choose officials");
    let entry = bench.session().project().sources()[&wire].clone();
    assert_eq!((entry.rests_on.as_slice(), entry.is_contact_open), (&[officials][..], false));
    bench.click("Exports may hold the contact");
    assert!(bench.session().project().sources()[&wire].is_contact_open);
}

fn two_names() -> Project {
    let mut desk = Desk::default();
    desk.article("[Salesses|source] said [it held|claim]. [Acting Secretary of Defense Robert Salesses|source] agreed.");
    for name in ["Salesses", "Acting Secretary of Defense Robert Salesses"] {
        let source = desk.source(name);
        desk.link(desk.claim("A1"), Role::RestsOn, source);
    }
    desk.project
}

/// The inspector on an entry of the register.
fn on_source(project: Project, name: &str) -> Bench<'static> {
    let id = source(&project, name);
    let mut bench = bench(project);
    bench.command(Command::ShowRecord(Mention::Source(id)));
    bench
}

#[test]
fn what_is_perhaps_the_same_is_merged_under_the_fuller_name() {
    let mut bench = on_source(two_names(), "Salesses");
    bench.see("Perhaps the same: “Acting Secretary of Defense Robert Salesses” (the same last name)");
    bench.click("Merge the two");
    let names: Vec<_> = bench.session().project().sources().values().map(|source| source.name.clone()).collect();
    assert_eq!(names, ["Acting Secretary of Defense Robert Salesses"]);
}

#[test]
fn what_is_perhaps_the_same_is_told_apart_or_counted_as_one() {
    let mut bench = on_source(two_names(), "Salesses");
    bench.click("Not the same");
    assert!(!bench.shows("Merge the two"));
    let (mut bench, _) = on_claim(two_names(), "A1");
    bench.see("2 independent sources");
    let salesses = source(bench.session().project(), "Salesses");
    bench.command(Command::ShowRecord(Mention::Source(salesses)));
    bench.click("Count as one");
    assert!(!bench.shows("Merge the two"));
    bench.see("Circular: two names, one source");
    let first = claim(bench.session().project(), "A1");
    bench.command(Command::ShowRecord(Mention::Claim(first)));
    bench.see("2 sources speak for it, only 1 independent");
}

#[test]
fn a_claim_shows_by_which_words_it_is_attributed() {
    let mut desk = Desk::default();
    let first = desk.article("The dyke held, the reeve said.");
    let mut bench = bench(desk.project);
    bench.command(Command::Select { document: first, anchor: 0, head: 0 });
    bench.command(Command::Run(Action::Attribute));
    bench.see("Claim A1").see("“said” · Named person");
}

#[test]
fn a_transcript_beside_a_claim_gives_a_verdict_that_is_kept_as_evidence() {
    let mut desk = Desk::default();
    desk.article("T\n[“We will not leave the city tonight”|claim], she said.");
    let (mut bench, id) = on_claim(desk.project, "A1");
    bench.click("More").click("Lay a transcript beside it");
    bench.type_in("Transcript", "Good evening. We will never leave the city tonight. Thank you.");
    bench.see("Altered: it was said otherwise.");
    // Another text of the same length is another transcript.
    bench.harness().get_by_label("Transcript").focus();
    bench.harness().run();
    bench.harness().key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    bench.harness().event(egui::Event::Text("x".repeat("Good evening. We will never leave the city tonight. Thank you.".len())));
    bench.harness().run();
    bench.see("Not found: nothing like it stands there.");
    bench.harness().key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    bench.harness().event(egui::Event::Text("Good evening. We will never leave the city tonight. Thank you.".into()));
    bench.harness().run();
    bench.see("Altered: it was said otherwise.").click("Keep as evidence");
    let row = bench.session().project().claims()[&id].evidence[0].clone();
    assert_eq!((row.text.as_str(), row.stance), ("Transcript: altered", Stance::Contradicts));
    assert!(row.quote.contains("never leave the city") && !bench.shows("Transcript"), "{row:?}");
}

#[test]
fn a_long_transcript_stays_out_of_the_field_and_is_compared_elsewhere() {
    let mut desk = Desk::default();
    desk.article("T\n[“We will not leave the city tonight”|claim], she said.");
    let id = desk.claim("A1");
    let state = Rc::new(RefCell::new(InspectorState::default()));
    let mut bench = {
        let state = Rc::clone(&state);
        Bench::new(desk.project, move |ui, cx| inspector_ui(ui, cx, &mut state.borrow_mut()))
    };
    bench.command(Command::ShowRecord(Mention::Claim(id)));
    bench.click("More").click("Lay a transcript beside it");
    let order = || state.borrow_mut().take_transcript_order();
    assert!(order().is_none());
    let filler = "The committee will come to order and the department will answer. ".repeat(8_000);
    let long = format!("{filler}Good evening. We will never leave the city tonight. {filler}");
    assert!(long.len() > 1_000_000);
    bench.harness().event(egui::Event::Paste(long.clone()));
    bench.harness().run();
    // The field that would lay all of it out is gone, and nobody has compared yet.
    assert!(!bench.shows("Transcript"));
    bench.see("1.0 MB of text").see("Comparing…");
    assert!(!bench.shows("Keep as evidence"));
    let ordered = order().unwrap();
    assert!(order().is_none(), "ordered once");
    state.borrow_mut().take_compared_transcript(ordered.compare());
    bench.harness().run();
    bench.see("Altered: it was said otherwise.");
    // What belongs to a text that is there no more changes nothing, and a fault is told.
    bench.click("Paste another text").see("Transcript");
    bench.harness().event(egui::Event::Paste(long.clone()));
    bench.harness().run();
    let late = order().unwrap();
    bench.click("Paste another text");
    state.borrow_mut().take_compared_transcript(late.failed());
    bench.harness().event(egui::Event::Paste(long));
    bench.harness().run();
    bench.see("Comparing…");
    let failed = order().unwrap().failed();
    state.borrow_mut().take_compared_transcript(failed);
    bench.harness().run();
    bench.see("A fault in the program stopped this. Paste it again.");
    assert!(!bench.shows("Keep as evidence"));
    // A short one is compared at once.
    bench.click("Paste another text");
    bench.harness().event(egui::Event::Paste("We will not leave the city tonight.".into()));
    bench.harness().run();
    bench.see("Exact: word for word.");
    assert!(order().is_none());
}

#[test]
fn words_that_differ_from_a_transcript_stand_apart_from_those_beside_them() {
    let mut desk = Desk::default();
    desk.article("T\n[“We will not leave the city tonight”|claim], she said.");
    let (mut bench, _) = on_claim(desk.project, "A1");
    bench.click("More").click("Lay a transcript beside it");
    bench.type_in("Transcript", "We will never leave the town tonight.");
    bench.see("We will not never leave the city town tonight ");
}

/// The inspector, with the question whether a claim was checked before answered at once.
fn answering_bench(project: Project) -> Bench<'static> {
    let mut state = InspectorState::default();
    Bench::new(project, move |ui, cx| {
        inspector_ui(ui, cx, &mut state);
        if let Some(asked) = state.already.take_order() {
            state.already.take_answer(asked.claim, asked.answer());
            ui.ctx().request_repaint();
        }
    })
}

#[test]
fn a_claim_that_was_checked_before_is_offered_with_its_verdict_to_look_at_or_to_take_over() {
    let mut desk = Desk::default();
    desk.article("[The gate at Orva jammed at noon on Monday|claim], officials said. [Sheep were lost|claim].");
    desk.article("[The gate at Orva jammed on Monday|claim].");
    let settled = desk.claim("A1");
    desk.change(settled, |claim: &mut crate::model::claim::Claim| {
        claim.status = Status::Confirmed;
        claim.status_since = crate::model::moment::Moment::from_ms(crate::testing::NOW.epoch_ms - 12 * 86_400_000);
    });
    let (asked, other) = (desk.claim("B1"), desk.claim("A2"));
    let mut bench = answering_bench(desk.project);
    bench.command(Command::ShowRecord(Mention::Claim(other)));
    assert!(!bench.shows("Already checked"));
    bench.command(Command::ShowRecord(Mention::Claim(asked)));
    bench.see("Already checked").see("Checked 12 days ago as A1: confirmed");
    assert!(bench.shows_containing("% of the wording is the same"));
    bench.click("Take the verdict of A1");
    let claim = &bench.session().project().claims()[&asked];
    assert_eq!((claim.status, claim.evidence.len()), (Status::Confirmed, 1));
    assert!(!bench.shows("Already checked"), "it is settled by now");
}
