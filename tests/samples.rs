//! The sample projects that ship: each opens without a warning, saves to the same bytes and holds the articles of this package;
//! together they show everything that a project can hold, so that whoever opens them meets every kind of mark.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "in a test a panic is the report, also outside #[test] functions")]

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

use tickmark::lint::{self, Rule};
use tickmark::model::annotation::{Annotation, Mention};
use tickmark::model::claim::{Grade, Stance, Status};
use tickmark::model::document::Span;
use tickmark::model::exclusion::Reason;
use tickmark::model::link::Role;
use tickmark::model::lookup::{Lookup, SentenceState};
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::model::source::SourceKind;
use tickmark::storage;

/// The longest margin note, in code points, that still stands beside its line.
const NOTE_CHARS: usize = 60;

#[test]
fn every_sample_opens_without_warnings_and_saves_to_the_same_bytes() {
    for path in files("projects", "ron") {
        let bytes = std::fs::read(&path).unwrap();
        let opened = storage::read::read(&bytes).unwrap();
        assert_eq!(opened.warnings, [], "{}", path.display());
        let written = storage::write::to_ron(&opened.project);
        assert!(written.as_bytes() == bytes, "{} would be saved otherwise than it was opened", path.display());
    }
}

#[test]
fn the_articles_in_the_samples_are_those_of_this_package() {
    let articles =
        ["txt", "md"].into_iter().flat_map(|ending| files("assets/articles", ending)).filter(|path| !path.ends_with("ORIGIN.md"));
    let hashes: BTreeSet<_> = articles.map(|path| hash_of(&path)).collect();
    assert_eq!(hashes.len(), 4);
    for (name, project) in projects() {
        for document in project.documents() {
            assert!(hashes.contains(&document.text.hash().to_string()), "{name}: “{}” is not in assets/articles", document.title());
        }
    }
}

#[test]
fn the_flood_shows_every_kind_of_record() {
    let project = flood();
    shows_all(Status::ALL, project.claims().values().map(|claim| claim.status));
    shows_all(Grade::ALL, project.claims().values().filter_map(|claim| Some(claim.rating.as_ref()?.grade)));
    shows_all(Stance::ALL, project.claims().values().flat_map(|claim| &claim.evidence).map(|row| row.stance));
    shows_all(Reason::ALL, project.exclusions().values().map(|passage| passage.reason));
    shows_all(SourceKind::ALL, project.sources().values().map(|source| source.kind));
    let roles = [Role::RestsOn, Role::Contains, Role::Same, Role::Contradicts, Role::Supports];
    shows_all(roles, project.links().values().map(|link| link.role));
    let checkers: BTreeSet<_> = project.changes().values().map(|change| change.by.as_str()).collect();
    assert_eq!(checkers, ["MH", "RK"].into());
}

#[test]
fn the_flood_shows_every_way_in_which_marks_can_lie() {
    let project = flood();
    let nests = |one: Span, other: Span| one != other && one.contains(other);
    let crosses = |one: Span, other: Span| one.overlaps(other) && one.start() < other.start() && one.end() < other.end();
    let claims = |mark: &&Annotation| matches!(mark.mention, Mention::Claim(_));
    assert!(pairs(&project, claims).any(|(one, other)| nests(one, other)), "no claim lies inside another");
    assert!(pairs(&project, claims).any(|(one, other)| crosses(one, other)), "no claim crosses another");
    assert!(pairs(&project, |_| true).any(|(one, other)| one == other), "no two marks share their words");
    let lookup = Lookup::new(&project);
    for document in project.documents() {
        for state in [SentenceState::Untouched, SentenceState::Marked, SentenceState::NotCheckable] {
            assert!(lookup.document(document.id).unwrap().count(state) > 0, "“{}” has no sentence {state:?}", document.title());
        }
    }
    let spans_articles = |claim| {
        let marks = lookup.mentions(Mention::Claim(claim)).iter().map(|id| project.annotations()[id].document);
        marks.collect::<BTreeSet<_>>().len() > 1
    };
    assert!(project.claims().keys().any(|claim| spans_articles(*claim)), "no claim is mentioned in two articles");
}

#[test]
fn the_flood_is_checked_as_a_desk_would_check_it() {
    let project = flood();
    let lookup = Lookup::new(&project);
    let grave = [Rule::ConfirmedContradiction, Rule::RatingWithoutReason, Rule::NumberUnread, Rule::ArticleIncomplete];
    let found: Vec<_> =
        lint::findings(&project, &lookup, Moment::default()).into_iter().filter(|finding| grave.contains(&finding.rule)).collect();
    assert_eq!(found, []);
    for claim in project.claims().values() {
        let label = project.claim_label(claim.id);
        assert!((1..=NOTE_CHARS).contains(&claim.note.chars().count()), "{label}: margin note “{}”", claim.note);
        assert!(!claim.restatement.is_empty(), "{label} does not stand by itself");
        assert_eq!(claim.correction.is_some(), claim.status == Status::Changed, "{label}: status and correction");
        let words = lookup.quote(&project, Mention::Claim(claim.id));
        assert!(claim.correction.as_ref().is_none_or(|correction| correction.wording != words), "{label} corrects nothing");
    }
}

#[test]
fn the_claims_of_the_flood_are_numbered_in_the_order_of_the_text() {
    let project = flood();
    let lookup = Lookup::new(&project);
    for document in project.documents() {
        let claims = lookup.claims_in(&project, document.id).into_iter().map(|(id, _)| &project.claims()[&id]);
        let numbers: Vec<_> = claims.filter(|claim| claim.home == document.id).map(|claim| claim.number).collect();
        assert!(numbers.iter().copied().eq(1..=numbers.len() as u32), "{}: {numbers:?}", project.letter(document.id));
    }
}

fn flood() -> Project {
    projects().into_iter().find(|(name, _)| name == "merrowhaven-flood").unwrap().1
}

fn projects() -> Vec<(String, Project)> {
    let open = |path: PathBuf| {
        let opened = storage::read::read(&std::fs::read(&path).unwrap()).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), opened.project)
    };
    files("projects", "ron").into_iter().map(open).collect()
}

/// Files with that ending in a folder of the package; there is at least one.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.filter(|path| path.extension().is_some_and(|other| other == ending)).collect();
    found.sort();
    assert!(!found.is_empty(), "no *.{ending}");
    found
}

fn hash_of(article: &Path) -> String {
    let read = tickmark::import::read(&article.to_string_lossy(), std::fs::read(article).unwrap()).unwrap();
    assert_eq!(read.warnings, [], "{}", article.display());
    read.text.hash().to_string()
}

/// The spans of every two marks of an article that pass, in both orders.
fn pairs(project: &Project, passes: impl Fn(&&Annotation) -> bool) -> impl Iterator<Item = (Span, Span)> {
    let marks: Vec<_> = project.annotations().values().filter(passes).collect();
    let mut found = Vec::new();
    for one in &marks {
        let others = marks.iter().filter(|other| other.document == one.document && other.id != one.id);
        found.extend(others.map(|other| (one.span, other.span)));
    }
    found.into_iter()
}

#[track_caller]
fn shows_all<T: Copy + Ord + Debug, const N: usize>(wanted: [T; N], shown: impl Iterator<Item = T>) {
    let shown: BTreeSet<T> = shown.collect();
    let missing: Vec<_> = wanted.into_iter().filter(|one| !shown.contains(one)).collect();
    assert!(missing.is_empty(), "the sample shows no {missing:?}");
}
