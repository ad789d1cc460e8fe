//! Damaged files: what comes back, and what is said of the rest.

use crate::model::project::Project;
use crate::storage::read::{Opened, read};
use crate::storage::write::to_ron;

const FILE: &str = include_str!("../../../tests/old_projects/2.ron");
const OLD: &str = include_str!("../../../tests/old_projects/1.ron");

#[track_caller]
fn opened(bytes: impl AsRef<[u8]>) -> Opened {
    read(bytes.as_ref()).unwrap()
}

/// Articles, sources, numbers, claims, marks, links, passages, lines of history.
fn counts(project: &Project) -> [usize; 8] {
    [
        project.order().len(),
        project.sources().len(),
        project.quantities().len(),
        project.claims().len(),
        project.annotations().len(),
        project.links().len(),
        project.exclusions().len(),
        project.changes().len(),
    ]
}

const ALL: [usize; 8] = [2, 2, 2, 4, 8, 3, 1, 1];

/// The file with one place replaced: what comes back of it, and where the damage is told.
#[track_caller]
fn check(old: &str, new: &str, left: [usize; 8], list: &str) {
    let line = FILE.lines().position(|line| line.contains(old)).unwrap() + 1;
    let opened = opened(FILE.replacen(old, new, 1));
    assert_eq!(counts(&opened.project), left);
    let told: Vec<_> = opened.damage.iter().map(|damage| (damage.position.line, damage.list.as_str())).collect();
    assert_eq!(told, [(line, list)]);
}

#[test]
fn one_bad_line_costs_one_record() {
    assert_eq!(counts(&opened(FILE).project), ALL);
    check("reason: Forecast", "reason: Forecast\"", [2, 2, 2, 4, 8, 3, 0, 1], "exclusions");
    check("(id: \"000000000000e\", doc", "(\0\0\0\0\0\0\0\0", [2, 2, 2, 4, 7, 3, 1, 1], "annotations");
    check("    (id: \"000000000000m\"", "  x (id: \"000000000000m\"", [2, 2, 2, 4, 8, 2, 1, 1], "");
    check("    (id: \"000000000000n\"", "    [id: \"000000000000n\"", [2, 2, 2, 4, 8, 2, 1, 1], "");
}

#[test]
fn a_bad_line_of_an_article_costs_that_line() {
    let line = FILE.lines().position(|line| line.contains("\"Nobody was hurt. It")).unwrap() + 1;
    let opened = opened(FILE.replacen("      \"Nobody was hurt. It", "      Nobody was\u{1} hurt. It", 1));
    assert_eq!(opened.project.order().len(), 2);
    let text = &opened.project.documents().next().unwrap().text;
    assert!(text.as_str().contains("Nobody was\u{1} hurt. It will rain"), "{}", text.as_str());
    assert_eq!(opened.damage.iter().map(|damage| damage.position.line).collect::<Vec<_>>(), [line]);
    assert!(opened.warnings.iter().any(|warning| warning.to_string().contains("its text is not the one that was saved")));
}

#[test]
fn bytes_that_are_no_text_cost_their_record_alone() {
    let mut bytes = FILE.as_bytes().to_vec();
    let at = FILE.find("Asked twice").unwrap();
    bytes[at] = 0xff;
    let opened = opened(bytes);
    assert_eq!(opened.damage.len(), 1);
    assert_eq!(opened.damage[0].list, "claims");
    assert!(opened.damage[0].text.contains("\u{fffd}sked twice"));
    assert_eq!(
        opened.damage_words(Some("14:10")).unwrap(),
        format!(
            "The project file is damaged after line {}. 3 of 4 claims were read; the rest is in the backup of 14:10. Compare the two.",
            opened.damage[0].position.line - 1
        )
    );
    // What pointed to the claim stays in the file until the claim is back.
    assert_eq!(to_ron(&opened.project).matches("Claim(\"").count(), FILE.matches("Claim(\"").count());
}

#[test]
fn a_file_without_its_last_brackets_comes_back() {
    let opened = opened(FILE.trim_end().trim_end_matches([')', ']', ',', ' ', '\n']));
    assert_eq!(counts(&opened.project)[..7], ALL[..7]);
    assert!(!opened.is_whole());
}

#[test]
fn a_file_behind_a_file_is_not_mixed_in() {
    let twice = opened(format!("{FILE}{FILE}"));
    assert_eq!(twice.project, opened(FILE).project);
    let torn = opened(format!("{}{FILE}", &FILE[..FILE.find("  claims: [").unwrap() + 40]));
    assert_eq!(counts(&torn.project), ALL);
    let other = FILE.replacen("id: \"0000000000000\"", "id: \"00000000000zz\"", 1).replace("people left", "people came");
    let two = opened(format!("{FILE}{other}"));
    assert_eq!(two.project, opened(FILE).project);
    assert!(!two.is_whole() && two.damage[0].fault.contains("another project"));
}

#[test]
fn a_record_of_any_list_that_no_type_can_read_costs_itself_alone() {
    for list in ["documents", "sources", "quantities", "claims", "annotations", "links", "exclusions", "changes", "flags", "panels"] {
        let (head, tail) =
            (format!("(\n  version: 2,\n  id: \"0000000000001\",\n  {list}: [\n"), "    (id: \"0000000000003\"),\n  ],\n)\n");
        let opened = opened(format!("{head}    (id: 7, colour: Red),\n{tail}"));
        assert!(opened.is_whole() && to_ron(&opened.project).contains("(id: 7, colour: Red)"), "{list}");
    }
}

#[test]
fn a_damaged_beginning_costs_its_fields() {
    assert_eq!(counts(&opened(FILE.replacen("  version: 2,", "  ver\0ion: 2,", 1)).project), ALL);
    let headless = opened(&FILE[FILE.find("  sources: [").unwrap()..]);
    assert_eq!((headless.project.sources().len(), headless.project.quantities().len()), (2, 2));
}

#[test]
fn old_files_are_salvaged_as_well() {
    let bad = opened(OLD.replacen("status: Asked,", "status: As\"ked,", 1));
    assert_eq!(bad.project.claims().len(), 3);
    assert_eq!((bad.damage.len(), bad.damage[0].list.as_str()), (1, "claims"));
    let cut = opened(&OLD[..OLD.find("  annotations: [").unwrap()]);
    assert_eq!(cut.project.claims().len(), 4);
}
