//! Merges one line a case, and the laws that every merge keeps.

use proptest::prelude::*;

use super::law::is_sound;
use super::*;
use crate::edit::Draft;
use crate::model::annotation::Mention;
use crate::model::claim::{Evidence, Grade, Rating, Status};
use crate::model::flag::Choice;
use crate::model::house::SavedFilter;
use crate::model::id::{ChangeId, ClaimId, EvidenceId, Uid};
use crate::model::link::Role;
use crate::model::stated::{Relation, Stated};
use crate::model::unknown::{Kept, Unknown};
use crate::testing::projects::projects;
use crate::testing::{Desk, NOW};

/// A desk with three claims, a number and a source.
fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.article("T\n[It rained|claim], [it poured|claim] for [40|number] days, [it snowed|claim], [they|source] said.");
    desk.article("U\nWords.");
    desk
}

#[test]
fn what_the_desk_decides_merges_entry_by_entry() {
    let filter = |name: &str, query: &str| SavedFilter { name: name.into(), query: query.into(), ..SavedFilter::default() };
    let add = |entry: SavedFilter| move |desk: &mut Desk| desk.decide(|house| house.filters.push(entry));
    let project = check(add(filter("Mine", "risk:legal")), add(filter("Late", "status:asked")), &[]);
    let names: Vec<_> = project.house().filters.iter().map(|filter| filter.name.as_str()).collect();
    assert_eq!(names, ["Mine", "Late"]);
    let word =
        |word: &'static str| move |desk: &mut Desk| desk.decide(|house| house.change_scale(|scale| scale.values[0].word = word.into()));
    let flag = "the project, rating scale: both sides changed it. Ours stands: “House scale: False, Mostly wrong, Mixed, Mostly right, \
                Right”. Theirs: “House scale: Untrue, Mostly wrong, Mixed, Mostly right, Right”.";
    let project = check(word("False"), word("Untrue"), &[flag]);
    assert_eq!((project.scale().values[0].word.as_str(), project.house().scales.len()), ("False", 1));
}

#[test]
fn checks_that_both_sides_stated_are_all_there_and_one_that_both_stated_is_one() {
    let stated = |relation| Stated::new(relation, vec![desk().number("40"), Uid(99).into()]);
    let add = |relations: Vec<Relation>| {
        move |desk: &mut Desk| relations.into_iter().for_each(|relation| desk.decide(|house| house.stated.push(stated(relation))))
    };
    let project = check(add(vec![Relation::Part, Relation::Growth]), add(vec![Relation::Part, Relation::Conversion]), &[]);
    let relations: Vec<_> = project.house().stated.iter().filter_map(|stated| stated.relation).collect();
    assert_eq!(relations, [Relation::Part, Relation::Growth, Relation::Conversion]);
}

fn rate(grade: u8, reason: &str) -> impl FnOnce(&mut Claim) {
    move |claim| claim.rating = Grade::new(grade).map(|grade| Rating::new(grade, reason))
}

/// A line of history as every step of a session writes one.
fn sign(desk: &mut Desk, claim: ClaimId, by: &str) {
    let id = ChangeId(desk.id());
    let (field, before, after) = ("rating".to_owned(), String::new(), "1".to_owned());
    desk.add(Change { id, at: NOW, by: by.to_owned(), subject: Mention::Claim(claim), field, before, after, unknown: Default::default() });
}

/// Merges what two people did on one desk; gives the project and its flags in words.
fn check(ours: impl FnOnce(&mut Desk), theirs: impl FnOnce(&mut Desk), flags: &[&str]) -> Project {
    let base = desk().project;
    let (mut one, mut other) = (desk(), desk());
    // Ids of two machines differ.
    for _ in 0..100 {
        other.id();
    }
    ours(&mut one);
    theirs(&mut other);
    let merged = merge(&base, &one.project, &other.project).unwrap();
    assert!(is_sound(&merged.project));
    assert_eq!(merged.flags.iter().map(|flag| flag.words(&merged.project)).collect::<Vec<_>>(), flags);
    assert!(merged.flags.iter().all(|flag| merged.project.flags.get(&flag.id) == Some(flag)));
    merged.project
}

fn claim(project: &Project, label: &str) -> Claim {
    project.claims()[&crate::testing::claim(project, label)].clone()
}

fn change(desk: &mut Desk, label: &str, change: impl FnOnce(&mut Claim)) {
    let id = desk.claim(label);
    desk.change(id, change);
}

#[test]
fn a_field_that_one_side_changed_is_taken_from_it() {
    let merged = check(
        |desk| change(desk, "A1", |claim| claim.note = "Ask.".into()),
        |desk| {
            change(desk, "A1", |claim| claim.status = Status::Confirmed);
            change(desk, "A2", |claim| claim.restatement = "It poured.".into());
            desk.rename("Dykes");
        },
        &[],
    );
    assert_eq!((claim(&merged, "A1").note.as_str(), claim(&merged, "A1").status), ("Ask.", Status::Confirmed));
    assert_eq!((claim(&merged, "A2").restatement.as_str(), merged.name()), ("It poured.", "Dykes"));
}

#[test]
fn a_text_that_both_changed_stays_ours_and_theirs_is_in_the_flag_until_somebody_decides() {
    let merged = check(
        |desk| change(desk, "A1", |claim| claim.note = "Ask.".into()),
        |desk| change(desk, "A1", |claim| claim.note = "Call.".into()),
        &["claim A1, note: both sides changed it. Ours stands: “Ask.”. Theirs: “Call.”."],
    );
    let flag = merged.flags.values().next().unwrap().clone();
    let note = |choice| {
        let resolved = resolve(&merged, flag.id, choice).unwrap();
        assert!(resolved.flags.is_empty());
        claim(&resolved, "A1").note
    };
    assert_eq!(choices(&flag), [Choice::Ours, Choice::Theirs, Choice::Both]);
    assert_eq!([Choice::Ours, Choice::Theirs, Choice::Both].map(note), ["Ask.", "Call.", "Ask.\nCall."]);
}

#[test]
fn equal_changes_are_one() {
    let merged = check(
        |desk| change(desk, "A1", |claim| claim.status = Status::Cut),
        |desk| change(desk, "A1", |claim| claim.status = Status::Cut),
        &[],
    );
    assert_eq!(claim(&merged, "A1").status, Status::Cut);
}

#[test]
fn ratings_by_two_people_stay_side_by_side() {
    let merged = check(
        |desk| change(desk, "A1", rate(2, "Fewer.")),
        |desk| {
            change(desk, "A1", rate(4, "Nearly."));
            let id = desk.claim("A1");
            sign(desk, id, "MB");
        },
        &["claim A1: two people rated it. Ours: “2 Mostly wrong: Fewer.”. Theirs: “4 Mostly right: Nearly.”. Both are kept."],
    );
    let rated = claim(&merged, "A1");
    assert_eq!(rated.rating.as_ref().map(|rating| rating.grade.value()), Some(2));
    let others: Vec<_> = rated.other_ratings.iter().map(|other| (other.rating.grade.value(), &*other.by, other.at)).collect();
    assert_eq!(others, [(4, "MB", NOW)]);
    let flag = *merged.flags.keys().next().unwrap();
    let after = |choice| {
        let rated = claim(&resolve(&merged, flag, choice).unwrap(), "A1");
        (rated.rating.unwrap().grade.value(), rated.other_ratings.len())
    };
    assert_eq!([Choice::Ours, Choice::Theirs, Choice::Both].map(after), [(2, 0), (4, 0), (2, 1)]);
}

#[test]
fn what_one_side_removed_and_the_other_changed_stays_with_its_marks() {
    let remove = |desk: &mut Desk| {
        let id = desk.claim("A1");
        let mark = *desk.project.annotations().iter().find(|(_, mark)| mark.mention == Mention::Claim(id)).unwrap().0;
        let mut draft = Draft::new(&mut desk.project);
        draft.remove::<Annotation>(mark).unwrap();
        draft.remove::<Claim>(id).unwrap();
    };
    let edit = |desk: &mut Desk| change(desk, "A1", |claim| claim.note = "Ask.".into());
    let words = ["claim A1: one side removed it, the other one worked with it. It is kept."];
    for merged in [check(remove, edit, &words), check(edit, remove, &words)] {
        assert_eq!((claim(&merged, "A1").note.as_str(), merged.annotations().len()), ("Ask.", 5));
    }
    let untouched = check(remove, |desk| desk.rename("Dykes"), &[]);
    assert_eq!((untouched.claims().len(), untouched.annotations().len()), (2, 4));
    let link = |desk: &mut Desk| {
        let (one, other) = (desk.claim("A1"), desk.claim("A2"));
        desk.link(one, Role::Same, other);
    };
    assert_eq!(check(remove, link, &words).links().len(), 1);
}

#[test]
fn a_number_that_both_sides_gave_is_changed_on_theirs() {
    let tag = |words: &'static str| {
        move |desk: &mut Desk| {
            let document = desk.project.order()[1];
            desk.tag(document, words, crate::model::annotation::Tag::Claim);
        }
    };
    let merged = check(tag("Wor"), tag("ds"), &["claim B2: both sides gave the number B1; theirs is B2 now."]);
    assert_eq!(merged.claims().len(), 5);
}

#[test]
fn an_id_that_both_sides_gave_to_different_things_keeps_both() {
    let add = |name: &'static str| move |desk: &mut Desk| desk.add(Source::named(Uid(77).into(), name));
    let merged = check(
        add("The mayor"),
        add("A clerk"),
        &["source “A clerk”: both sides gave the id 000000000002d to different things; theirs has the id 000000000002e now."],
    );
    let names: Vec<_> = merged.sources().values().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["they", "The mayor", "A clerk"]);
}

#[test]
fn lists_merge_by_their_elements() {
    let row = |id: u64, text: &'static str| {
        move |desk: &mut Desk| {
            change(desk, "A1", |claim| claim.evidence.push(Evidence { text: text.into(), ..Evidence::new(EvidenceId(Uid(id))) }));
            let mark = *desk.project.annotations().keys().next().unwrap();
            desk.change(mark, |mark: &mut Annotation| mark.keywords.push(text.into()));
        }
    };
    let merged = check(row(71, "One"), row(72, "Two"), &[]);
    assert_eq!(claim(&merged, "A1").evidence.iter().map(|row| row.text.as_str()).collect::<Vec<_>>(), ["One", "Two"]);
    assert_eq!(merged.annotations().values().next().unwrap().keywords, ["One", "Two"]);
    let reverse = |desk: &mut Desk| {
        let order = desk.project.order().iter().rev().copied().collect();
        Draft::new(&mut desk.project).reorder(order).unwrap();
    };
    let merged = check(
        reverse,
        |desk| {
            desk.article("V\nMore.");
        },
        &[],
    );
    assert_eq!(merged.documents().map(Document::title).collect::<Vec<_>>(), ["U", "V", "T"]);
}

#[test]
fn what_a_newer_version_wrote_is_taken_over_as_it_stands() {
    let kept = |field: &str, record: &str| {
        let fields = Unknown::new(vec![(field.to_owned(), "1".to_owned())]);
        Kept { fields, records: Arc::new(vec![("claims".to_owned(), record.to_owned())]), ..Kept::default() }
    };
    let merged = check(
        |desk| desk.project.keep(kept("colours", "(id: \"a\")")),
        |desk| {
            desk.project.keep(kept("shapes", "(id: \"b\")"));
            change(desk, "A1", |claim| claim.unknown = Unknown::new(vec![("doubt".to_owned(), "0.5".to_owned())]));
        },
        &[],
    );
    assert_eq!(merged.kept().fields.iter().collect::<Vec<_>>(), [("colours", "1"), ("shapes", "1")]);
    assert_eq!(merged.kept().records.len(), 2);
    assert_eq!(claim(&merged, "A1").unknown.get("doubt"), Some("0.5"));
}

#[test]
fn other_projects_are_refused() {
    let one = Project::new(Uid(1).into(), "One");
    let other = Project::new(Uid(2).into(), "Two");
    assert_eq!(
        merge(&one, &one, &other).unwrap_err().to_string(),
        "“One” and “Two” are different projects; only two states of one project can be merged"
    );
}

proptest! {
    #[test]
    fn a_side_that_did_nothing_adds_nothing(base in projects(), side in projects()) {
        for (ours, theirs) in [(&side, &side), (&base, &side), (&side, &base)] {
            let merged = merge(&base, ours, theirs).unwrap();
            prop_assert_eq!(&merged.project, &side);
            prop_assert!(merged.flags.is_empty());
        }
    }

    #[test]
    fn whatever_is_merged_the_result_is_sound(base in projects(), ours in projects(), theirs in projects()) {
        let merged = merge(&base, &ours, &theirs).unwrap();
        prop_assert!(is_sound(&merged.project), "{:#?}", merged.project);
        let again = merge(&base, &merged.project, &merged.project).unwrap();
        prop_assert_eq!(&again.project, &merged.project);
    }
}
