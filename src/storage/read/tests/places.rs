//! Places and words that disagree, and articles that were changed outside the program.

use super::*;
use crate::model::annotation::Fate;
use crate::model::id::AnnotationId;

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
    let newer = written.replacen("doubt: (", "doubt: (weight: 3, ", 1).replacen("fate: Changed", "fate: Torn", 1);
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
