//! Files that are broken, cut off, edited by hand or hostile: one line a case.

use proptest::prelude::*;

use super::{Opened, Position, ReadError, read};
use crate::model::annotation::Fate;
use crate::model::id::{AnnotationId, ClaimId, Uid};
use crate::model::project::Project;
use crate::storage::write::to_ron;
use crate::testing::projects::projects;
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
        claim.rating = Grade::new(2).map(|grade| Rating { grade, reason: "Fewer.".into() });
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
fn a_mark_whose_place_and_words_disagree_stands_where_the_words_are() {
    let opened = read(edited("start: 17,", "start: 3,").as_bytes()).unwrap();
    let said: Vec<_> = opened.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "mark “1,500” (0000000000005): its words were not at 3 but at 17 (code points); it was put where the words are. Please check the place."
        ]
    );
    let (mark, before) = (AnnotationId(Uid(5)), read(sample().as_bytes()).unwrap().project);
    let doubt = opened.project.annotations()[&mark].doubt.clone().unwrap();
    assert_eq!((doubt.fate, doubt.was.exact.as_str()), (Fate::Moved, "1,500"));
    assert_eq!(opened.project.annotations()[&mark].span, before.annotations()[&mark].span);
    assert!(opened.is_whole());
}

/// The words of the second line of the sample.
const LINE: &str = "\"About 1,500 people left, officials said. Then 1,500 came back.\"";

#[test]
fn what_has_lost_its_place_is_kept_with_its_words_and_saved_and_found_when_they_are_back() {
    let opened = read(edited(LINE, "\"Nobody knows.\"").as_bytes()).unwrap();
    let said: Vec<_> = opened.warnings.iter().skip(1).map(ToString::to_string).collect();
    assert_eq!(
        said[0],
        "mark “About 1,500 people left” (0000000000003): its words are nowhere in the article “Dyke fails”. It is kept without a place: put it on the right words, or remove it."
    );
    assert_eq!((said.len(), opened.is_whole()), (4, true));
    let before = read(sample().as_bytes()).unwrap().project;
    let project = &opened.project;
    for (mark, was) in project.annotations().values().zip(before.annotations().values()).take(3) {
        assert!(mark.is_lost() && mark.span.is_empty() && project.quote(mark) == before.quote(was), "{mark:?}");
    }
    let passage = project.exclusions().values().next().unwrap();
    assert!(passage.is_lost() && passage.doubt.as_ref().unwrap().was.exact == "Then 1,500 came back.");
    // It is saved so, and opens so without a word.
    let written = to_ron(project);
    let again = read(written.as_bytes()).unwrap();
    assert_eq!((&again.project, again.warnings), (project, vec![]));
    // Once somebody has put the words back, the marks stand on them as if nothing had happened.
    let mended = written.replacen("\"Nobody knows.\"", LINE, 1);
    assert_eq!(read(mended.as_bytes()).unwrap().project, before);
}

#[test]
fn a_place_in_doubt_stays_in_doubt_until_somebody_has_looked() {
    let moved = edited("      \"Dyke fails\",\n", "      \"A headline that is new\",\n      \"Dyke fails\",\n");
    let first = read(moved.as_bytes()).unwrap();
    let fates =
        |project: &Project| project.annotations().values().map(|mark| mark.doubt.as_ref().map(|doubt| doubt.fate)).collect::<Vec<_>>();
    let changed = Some(Fate::Changed);
    assert_eq!(fates(&first.project)[..3], [changed, changed, Some(Fate::Moved)]);
    let written = to_ron(&first.project);
    let again = read(written.as_bytes()).unwrap();
    assert_eq!((&again.project, again.warnings), (&first.project, vec![]));
    // Changed again: it tells of the words as they were when they were certain.
    let twice = read(written.replacen("\"A headline that is new\"", "\"Another\"", 1).as_bytes()).unwrap();
    assert_eq!(fates(&twice.project)[..3], [changed, changed, Some(Fate::Moved)]);
    let was = |opened: &Opened| {
        opened.project.annotations().values().map(|mark| mark.doubt.as_ref().map(|doubt| doubt.was.clone())).collect::<Vec<_>>()
    };
    assert_eq!(was(&twice), was(&first));
}

#[test]
fn what_a_newer_version_says_of_a_doubt_is_kept() {
    let moved = edited("      \"Dyke fails\",\n", "      \"A headline that is new\",\n      \"Dyke fails\",\n");
    let written = to_ron(&read(moved.as_bytes()).unwrap().project);
    let newer = written.replacen("doubt: Some((", "doubt: Some((weight: 3, ", 1).replacen("fate: Changed", "fate: Torn", 1);
    let again = to_ron(&read(newer.as_bytes()).unwrap().project);
    assert!(again.contains("weight: 3") && again.contains("fate: Torn"), "{again}");
}

#[test]
fn words_that_were_changed_in_the_file_are_noticed() {
    check(
        "About 1,500 people left",
        "Some 1,500 people left",
        &[
            "article “Dyke fails” (0000000000001): its text is not the one that was saved: the file was changed by hand or damaged. Compare it with the published article.",
            "mark “Some 1,500 people left” (0000000000003): its words were changed: “About 1,500 people left” became “Some 1,500 people left”. Please look at it again.",
            "mark “1,500” (0000000000005): the words beside it were changed. Please look at it again.",
            "mark “officials” (0000000000007): the words beside it were changed. Please look at it again.",
            "not-checkable passage “Then 1,500 came back.” (000000000000b): its words were not at 52 but at 51 (code points); it was put where the words are. Please check the place.",
        ],
    );
}

#[test]
fn marks_on_words_that_repeat_move_as_far_as_those_before_them() {
    let rain = "It rained. ".repeat(20);
    let marked = format!("Head\n[They|source] said: {rain}It [rained|claim]. {rain}");
    let before = project(&marked);
    let written = to_ron(&before).replacen("      \"Head\",", "      \"A headline that is longer\",", 1);
    let opened = read(written.as_bytes()).unwrap();
    let starts = |project: &Project| project.annotations().values().map(|mark| mark.span.start()).collect::<Vec<_>>();
    let moved: Vec<_> = starts(&before).iter().map(|start| start + "A headline that is longer".len() - "Head".len()).collect();
    assert_eq!(starts(&opened.project), moved);
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
    assert_eq!(opened.project.scale().words[0], "Wrong");
    let said: Vec<_> = opened.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 2, "{said:#?}");
}

#[test]
fn hostile_nesting_is_an_error() {
    for sign in ["(", "[", "Some(", "{", "/*", "\"", "r#", "#![enable("] {
        let inside = format!("(version: 1, id: {}", sign.repeat(100_000));
        assert!(read(inside.as_bytes()).is_err());
        assert!(read(sign.repeat(100_000).as_bytes()).is_err());
    }
}

/// Whatever opens is sound: it can be saved, and opens again as the same, with nothing new to say.
fn is_sound(opened: &Opened) -> bool {
    let written = to_ron(&opened.project);
    let again = read(written.as_bytes()).unwrap();
    again.project == opened.project && to_ron(&again.project) == written && again.warnings.len() <= opened.warnings.len()
}

proptest! {
    #[test]
    fn no_change_of_bytes_brings_the_reader_down(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = sample().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(opened) = read(&bytes) {
            prop_assert!(is_sound(&opened));
        }
    }

    #[test]
    fn no_loss_or_repetition_of_a_piece_brings_the_reader_down(from in any::<prop::sample::Index>(), len in 0_usize..60, again in any::<bool>()) {
        let bytes = sample().into_bytes();
        let from = from.index(bytes.len());
        let to = (from + len).min(bytes.len());
        let changed = if again { [&bytes[..to], &bytes[from..]].concat() } else { [&bytes[..from], &bytes[to..]].concat() };
        if let Ok(opened) = read(&changed) {
            prop_assert!(is_sound(&opened));
        }
    }

    #[test]
    fn no_project_cut_short_brings_the_reader_down(project in projects(), at in any::<prop::sample::Index>()) {
        let written = to_ron(&project);
        let end = written.trim_end().len();
        let cut = &written.as_bytes()[..at.index(end)];
        match read(cut) {
            Ok(opened) => prop_assert!(is_sound(&opened) && !opened.is_whole()),
            Err(error) => prop_assert!(matches!(error, ReadError::Truncated(_) | ReadError::NotAProject(_)), "{error}"),
        }
    }
}

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
