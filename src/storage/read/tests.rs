//! Files that are broken, cut off, edited by hand or hostile: one line a case.

mod hostile;
mod newer;
mod places;

use super::{Opened, Position, ReadError, read};
use crate::model::id::{ClaimId, Uid};
use crate::model::project::Project;
use crate::storage::write::to_ron;
use crate::testing::{Desk, project};

/// Two articles with marks of all kinds, a link, evidence and a rating.
fn sample() -> String {
    use crate::model::annotation::Mention;
    use crate::model::claim::{Claim, Evidence, Grade, Rating};
    use crate::model::exclusion::Reason;
    use crate::model::id::EvidenceId;
    use crate::model::link::Role;
    let mut desk = Desk::default();
    let article = desk.article("Dyke fails\n[About [1,500|number] people left|claim], [officials|source] said. Then 1,500 came back.");
    desk.article("Other\nIt was [dry|claim].");
    desk.exclude(article, "Then 1,500 came back.", Reason::Forecast);
    let (claim, number) = (desk.claim("A1"), desk.number("1,500"));
    desk.link(Mention::Claim(claim), Role::Contains, Mention::Number(number));
    desk.change(claim, |claim: &mut Claim| {
        claim.rating = Grade::new(2).map(|grade| Rating::new(grade, "Fewer."));
        claim.evidence = vec![Evidence { text: "The register says 900.".into(), ..Evidence::new(EvidenceId(Uid(77))) }];
    });
    to_ron(&desk.project)
}

/// The sample with the first `old` in it replaced.
fn edited(old: &str, new: &str) -> String {
    let sample = sample();
    assert!(sample.contains(old), "{old} is not in:\n{sample}");
    sample.replacen(old, new, 1)
}

/// Whatever opens is sound: it can be saved, and opens again as the same, with nothing new to say.
fn is_sound(opened: &Opened) -> bool {
    let written = to_ron(&opened.project);
    let again = read(written.as_bytes()).unwrap();
    again.project == opened.project && to_ron(&again.project) == written && again.warnings.len() <= opened.warnings.len()
}

/// What opening the sample says after one change by hand. Whatever opens can be saved, and then opens as the same.
#[track_caller]
fn warnings(old: &str, new: &str) -> Vec<String> {
    let opened = read(edited(old, new).as_bytes()).unwrap();
    assert!(is_sound(&opened));
    opened.warnings.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    assert_eq!(warnings(old, new), expected);
}

#[track_caller]
fn check_refused(bytes: &[u8], expected: &str) {
    assert_eq!(read(bytes).unwrap_err().to_string(), expected);
}

#[test]
fn a_file_opens_with_or_without_a_byte_order_mark_and_with_any_line_ends() {
    let plain = read(sample().as_bytes()).unwrap();
    assert_eq!(plain.warnings, []);
    for changed in [format!("\u{feff}{}", sample()), sample().replace('\n', "\r\n"), format!("\n\n{}\n\n", sample())] {
        assert_eq!(read(changed.as_bytes()), Ok(plain.clone()));
    }
}

#[test]
fn what_is_no_project_is_refused_in_words() {
    let refusal = |place| {
        format!(
            "This is not a Tickmark project: one begins with a version number, and none stands at {place}. To check an article, use Open article"
        )
    };
    check_refused(b"", &refusal("line 1, column 1"));
    check_refused(b"The dyke failed on Monday.", &refusal("line 1, column 1"));
    check_refused(b"// light theme\n(name: \"Light\")", &refusal("line 2, column 1"));
    check_refused(b"(id: \"0000000000001\")", &refusal("line 1, column 1"));
    check_refused(b"(version: 0, id: \"0000000000001\")", &refusal("line 1, column 1"));
    check_refused(
        b"PK\x03\x04\xff\xfe",
        "This is not a Tickmark project, or it is damaged: at line 1, column 5 it stops being text. Open another file, or a backup of this one",
    );
}

#[test]
fn a_newer_version_of_which_nothing_can_be_read_is_named() {
    let newer = |position| {
        format!(
            "A newer version of Tickmark wrote this project: it has file version 3 ({position}), and this program reads up to 2. Update Tickmark to open it; the file is unharmed"
        )
    };
    check_refused(b"(version: 3, records: {1: \"of a shape to come\"", &newer("line 1, column 2"));
    let huge = read(b"(version: 99999999999999999999999)");
    assert!(matches!(huge, Err(ReadError::Newer { version: u64::MAX, .. })), "{huge:?}");
}

#[test]
fn a_fault_in_a_record_is_named_with_its_place_and_the_record_stays_in_the_file() {
    let opened = read(edited("number: 1", "number: one").as_bytes()).unwrap();
    assert_eq!(
        opened.warnings.last().map(ToString::to_string).unwrap(),
        "file “claims”: a record at line 25, column 57 has a fault: Expected integer. It is not shown, and stays in the file as it is."
    );
    assert!(opened.is_whole() && to_ron(&opened.project).contains("number: one"));
    let again = read(to_ron(&opened.project).as_bytes()).unwrap();
    assert_eq!(again.project, opened.project);
}

#[test]
fn a_fault_in_a_file_of_another_layout_is_named_with_its_place() {
    check_refused(
        b"(version: 2, id: \"0000000000001\" name: \"by hand\")",
        "The project file has a fault at line 1, column 34: Expected comma. Mend that place in a text editor, or open a backup",
    );
}

#[test]
fn a_file_cut_off_before_its_first_record_says_that_it_is_cut_off() {
    let sample = sample();
    let stated = sample.find("version: 2").unwrap() + "version: 2".len();
    for cut in 0..sample.find("    (id").unwrap() {
        match read(&sample.as_bytes()[..cut]) {
            Err(ReadError::Truncated(position)) => {
                let end = Position::of_byte(&sample, sample[..sample.floor_char_boundary(cut)].trim_end().len());
                assert_eq!(position.line, end.line, "at {cut}");
            }
            Err(ReadError::NotAProject(_)) if cut < stated => {}
            other => panic!("cut at {cut}, after {:?}: {other:?}", &sample[sample.floor_char_boundary(cut.saturating_sub(30))..cut]),
        }
    }
}

#[test]
fn a_field_that_is_not_known_is_named() {
    check(
        "first_hand: Unclear,",
        "first_hand: Unclear, colour: Red,",
        &["source “officials” (0000000000006): the field “colour” is not known to this version of Tickmark; it is kept as it is."],
    );
    check(
        "grade: 2,",
        "grade: 2, doubt: [1, (a: \"b\")],",
        &["claim (0000000000002): the field “rating, doubt” is not known to this version of Tickmark; it is kept as it is."],
    );
    check(
        "name: \"Test\",",
        "name: \"Test\",\n  team: {\"RK\": 1},",
        &["project “Test”: the field “team” is not known to this version of Tickmark; it is kept as it is."],
    );
}

#[test]
fn what_points_to_nothing_is_left_out_and_named() {
    let sample = sample();
    let article = &sample[sample.find("  documents: [\n").unwrap()..sample.find("    (id: \"0000000000008\", title").unwrap()];
    let said = warnings(article, "  documents: [\n");
    assert_eq!(
        said[0],
        "claim (0000000000002): it points to the article 0000000000001, which is not in the file. It is not shown, and stays in the file as it is."
    );
    assert_eq!(said.len(), 6, "{said:#?}");
    check(
        "to: Number(\"0000000000004\")",
        "to: Number(\"000000000zzzz\")",
        &[
            "link (000000000000c): it points to the number 000000000zzzz, which is not in the file. It is not shown, and stays in the file as it is.",
        ],
    );
}

#[test]
fn records_with_the_same_or_no_id_are_named() {
    check(
        "id: \"0000000000009\", home",
        "id: \"0000000000002\", home",
        &[
            "claim (0000000000002): another claim before it has the same id. It is not shown, and stays in the file as it is.",
            "mark “dry” (000000000000a): it points to the claim 0000000000009, which is not in the file. It is not shown, and stays in the file as it is.",
        ],
    );
    check(
        "id: \"0000000000006\"",
        "id: \"six\"",
        &[
            "source “officials” (six): its id cannot be read: “six” is no id: 13 letters and digits are wanted. It is not shown, and stays in the file as it is.",
            "mark “officials” (0000000000007): it points to the source 0000000000006, which is not in the file. It is not shown, and stays in the file as it is.",
        ],
    );
    check("id: \"0000000000000\"", "id: \"\"", &["project “Test”: its id “” cannot be read or is taken; it was given a new one."]);
}

#[test]
fn evidence_keeps_its_place_whatever_its_id() {
    let row = "id: \"000000000002d\"";
    check(row, "id: \"\"", &["claim (0000000000002): its id “” cannot be read or is taken; it was given a new one."]);
    let twice = sample().replacen(row, &format!("{row}), ({row}"), 1);
    let opened = read(twice.as_bytes()).unwrap();
    let ids: Vec<_> = opened.project.claims()[&ClaimId(Uid(2))].evidence.iter().map(|row| row.id.0.0).collect();
    assert_eq!(ids, [77, 78]);
}

#[test]
fn values_that_cannot_be_read_are_named() {
    check(
        "low: \"1500\"",
        "low: \"many\"",
        &["number (0000000000004): “many” is not a number; the value is blank here and stays in the file until you enter one."],
    );
    check(
        "grade: 2",
        "grade: 9",
        &[
            "claim (0000000000002): 9 is no grade from 1 to 5; the claim is unrated here and the rating (“Fewer.”) stays in the file until you rate it.",
        ],
    );
    check(
        "created: \"2026-11-21T14:32:00Z\"",
        "created: \"Monday\"",
        &[
            "claim (0000000000002): the time “Monday” in the field “created” cannot be read; 1970 stands in its place. Times look like 2031-03-14T09:30:00Z.",
        ],
    );
    check(
        "\"Wrong\", ",
        "",
        &[
            "scale “House scale”: a scale has five words and this one has 4; the words that are missing were filled in, those too many left out: Mostly wrong, Mixed, Mostly right, Right.",
        ],
    );
    check(
        "role: Contains",
        "role: RestsOn",
        &["link (000000000000c): a claim cannot be linked to a number as “rests on”. It is not shown, and stays in the file as it is."],
    );
}

#[test]
fn two_claims_with_one_number_are_named_and_kept() {
    let project = project("One\n[It rained|claim]. [It snowed|claim].");
    let written = to_ron(&project).replacen("number: 2", "number: 1", 1);
    let opened = read(written.as_bytes()).unwrap();
    assert_eq!(opened.warnings[0].to_string(), "claim (0000000000004): another claim of the article has the number 1 too.");
    assert_eq!(opened.project.claims().len(), 2);
}

#[test]
fn a_claim_number_at_the_end_of_counting_is_harmless() {
    let opened = read(edited("number: 1", "number: 4294967295").as_bytes()).unwrap();
    let first = opened.project.order()[0];
    assert_eq!(opened.project.next_claim_number(first), u32::MAX);
}

#[test]
fn a_file_may_be_written_by_hand() {
    let by_hand = r#"
        (
            version: 1,
            id: "0000000000000",
            /* Only what is needed. */
            documents: [(id: "0000000000001", text: ["Dyke fails", "It failed."])],
            claims: [(id: "0000000000002", home: "0000000000001", number: 1, rating: (grade: 1, reason: "It held."), status_since: "2031-03-14T09:30:00Z", created: "2031-03-14T09:30:00Z")],
            annotations: [(id: "0000000000003", document: "0000000000001", place: (exact: "It failed"), mention: Claim("0000000000002"), created: "2031-03-14T09:30:00+01:00")],
        )"#;
    let opened = read(by_hand.as_bytes()).unwrap();
    assert_eq!(opened.project.quote(opened.project.annotations().values().next().unwrap()), "It failed");
    assert_eq!(opened.project.scale().values[0].word, "Wrong");
    let said: Vec<_> = opened.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 2, "{said:#?}");
}

#[test]
fn a_change_of_a_rating_is_one_line() {
    use crate::edit::Draft;
    use crate::model::claim::{Claim, Grade};
    let mut project = read(sample().as_bytes()).unwrap().project;
    let before = to_ron(&project);
    let rate = |claim: &mut Claim| claim.rating.iter_mut().for_each(|rating| rating.grade = Grade::ALL[4]);
    Draft::new(&mut project).change(ClaimId(Uid(2)), rate).unwrap();
    let after = to_ron(&project);
    let changed = before.lines().zip(after.lines()).filter(|(before, after)| before != after).count();
    assert_eq!((changed, before.lines().count()), (1, after.lines().count()));
}
