//! Files that a newer version wrote.

use super::*;

/// The sample as a newer version might have written it: unknown fields, words, records and lists.
fn newer(version: u32, least_reader: u32) -> String {
    let head = format!("version: {version},\n  least_reader: {least_reader}");
    let link = "    (id: \"00000000000zz\", from: Panel(\"0000000000002\"), to: Claim(\"0000000000009\"), role: Same, note: \"\"),\n";
    let panels = "\n  panels: [\n    (id: \"1\", what: {\"of\": \"a shape to come\"}),\n  ],\n  r#house-style: Ap,\n)\n";
    sample()
        .replacen("version: 2,\n  least_reader: 2", &head, 1)
        .replacen("status: Open", "status: Paused(until: \"2027\")", 1)
        .replacen("stance: Context", "stance: Doubts", 1)
        .replacen("grade: 2,", "grade: 2, doubt: [1, (a: \"b\")],", 1)
        .replacen("first_hand: Unclear,", "first_hand: Unclear, colour: Some(Red),", 1)
        .replacen("  links: [\n", &format!("  links: [\n{link}"), 1)
        .replacen("\n)\n", panels, 1)
}

/// The record of an id on its line.
fn line_of<'a>(text: &'a str, id: &str) -> &'a str {
    text.lines().find(|line| line.starts_with(&format!("    (id: \"{id}\""))).unwrap()
}

#[test]
fn what_a_newer_version_wrote_is_written_back_word_for_word() {
    let opened = read(newer(3, 2).as_bytes()).unwrap();
    assert!(opened.is_whole() && !opened.is_read_only && is_sound(&opened));
    let written = to_ron(&opened.project);
    for kept in [
        "version: 3,\n  least_reader: 2,",
        "status: Paused(until: \"2027\")",
        "stance: Doubts",
        "doubt: [1, (a: \"b\")]",
        "colour: Some(Red)",
        "from: Panel(\"0000000000002\")",
        "panels: [\n    (id: \"1\", what: {\"of\": \"a shape to come\"}),\n  ],",
        "r#house-style: Ap,",
    ] {
        assert!(written.contains(kept), "{kept} is lost in:\n{written}");
    }
    // Only places change: what is not known stands behind what is.
    assert_eq!(written.len(), newer(3, 2).len());
}

#[test]
fn a_stated_check_of_a_kind_to_come_stays_as_it_is() {
    let row = "(relation: Trend(up), numbers: [\"0000000000003\"], since: \"2027\")";
    let text = newer(3, 2).replacen("  documents: [", &format!("  stated: [\n    {row},\n  ],\n  documents: ["), 1);
    let opened = read(text.as_bytes()).unwrap();
    assert_eq!(opened.project.house().stated.iter().map(|stated| (stated.relation, stated.numbers.len())).collect::<Vec<_>>(), [(None, 1)]);
    let written = to_ron(&opened.project);
    for kept in ["relation: Trend(up)", "numbers: [\"0000000000003\"]", "since: \"2027\""] {
        assert!(written.contains(kept), "{kept} is lost in:\n{written}");
    }
    assert_eq!(read(written.as_bytes()).unwrap().project, opened.project);
}

#[test]
fn an_unknown_word_stands_until_that_very_field_is_changed() {
    use crate::edit::Draft;
    use crate::model::claim::{Claim, Status};
    let start = read(newer(3, 2).as_bytes()).unwrap().project;
    let id = ClaimId(Uid(2));
    let change = |project: &mut Project, change: &dyn Fn(&mut Claim)| {
        let mut draft = Draft::new(project);
        draft.change(id, change).unwrap();
        draft.edits().to_vec()
    };
    let status = |project: &Project, word: &str| line_of(&to_ron(project), "0000000000002").contains(&format!("status: {word}"));
    let mut project = start.clone();
    assert_eq!(project.claims()[&id].status, Status::Open);
    change(&mut project, &|claim| claim.note = "Called.".into());
    assert!(status(&project, "Paused(until: \"2027\")"));
    change(&mut project, &|claim| claim.status = Status::Asked);
    assert!(status(&project, "Asked"));
    change(&mut project, &|claim| claim.status = Status::Open);
    assert!(status(&project, "Open"), "the checker's own choice stands");
    // Undone, the word is back.
    let mut project = start.clone();
    let edits = change(&mut project, &|claim| claim.status = Status::Asked);
    edits.iter().rev().for_each(|edit| edit.inverse().apply(&mut project).unwrap());
    assert_eq!(to_ron(&project), to_ron(&start));
}

#[test]
fn a_file_that_only_newer_versions_may_write_is_open_to_read_only() {
    let opened = read(newer(4, 3).as_bytes()).unwrap();
    assert!(opened.is_read_only);
    assert_eq!(opened.project.claims().len(), read(sample().as_bytes()).unwrap().project.claims().len());
    assert!(!read(newer(4, 2).as_bytes()).unwrap().is_read_only);
}

#[test]
fn words_of_a_newer_version_in_what_few_records_have_are_kept_until_the_checker_chooses() {
    use crate::edit::Draft;
    use crate::model::claim::{Claim, Risk};
    let newer = super::edited("status: Open", "kind: Rumour, risks: [Legal, Money], not_checkable: Satire, status: Open");
    let mut opened = super::read(newer.as_bytes()).unwrap();
    let id = crate::testing::claim(&opened.project, "A1");
    assert!(opened.project.claims()[&id].risks.is_empty());
    let written = super::to_ron(&opened.project);
    assert!(
        written.contains("kind: Rumour") && written.contains("risks: [Legal, Money]") && written.contains("not_checkable: Satire"),
        "{written}"
    );
    Draft::new(&mut opened.project).change::<Claim>(id, |claim| claim.risks = claim.risks.with(Risk::Legal, true)).unwrap();
    let written = super::to_ron(&opened.project);
    assert!(written.contains("kind: Rumour") && written.contains("risks: [Legal],"), "{written}");
}
