//! The promises of the journal, each by breaking what it stands on.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;

use super::file::{Journal, Names, Snapshot, Unit, sha256};
use super::line::{self, Contents};
use super::resume::{self, Read, Resumed};
use crate::edit::draft::{Draft, Signature};
use crate::edit::transaction::Visit;
use crate::edit::{Deed, EditError, History, Transaction};
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::{Claim, Evidence, Grade, Rating, Scale, Stance, Status};
use crate::model::document::{Document, Meta, Structure, Text};
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, EvidenceId, ExclusionId, LinkId, ProjectId, SourceId, Uid};
use crate::model::link::{Link, Role};
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::model::source::{FirstHand, Source, SourceKind};
use crate::storage::atomic;
use crate::storage::faulty::{Failing, Unsynced, Volatile};
use crate::storage::fs::Fs;

const JOURNALS: &str = "/data/journals";
const FILE: &str = "/desk/flood.ron";
const WORDS: &str = "Dyke “fails”\nAbout 1,500 people 👨‍👩‍👧 left.\nSo said the mayor.";

/// Somebody who works on a project, as a session does.
struct Checker {
    project: Project,
    history: History,
    last_id: u64,
    time_ms: i64,
    /// Milliseconds from one step to the next.
    tick_ms: i64,
}

impl Checker {
    fn new() -> Self {
        Checker::at(Project::new(ProjectId(Uid(1)), "New project"), History::default())
    }

    fn at(project: Project, history: History) -> Self {
        let last_id = project.changes().keys().next_back().map_or(0, |id| id.0.0) + 1_000;
        Checker { project, history, last_id, time_ms: 1_900_000_000_000, tick_ms: 250 }
    }

    fn id(&mut self) -> Uid {
        self.last_id += 1;
        Uid(self.last_id)
    }

    fn step(&mut self, visit: Option<Visit>, draft: impl FnOnce(&mut Draft<'_>) -> Result<(), EditError>) -> Option<Deed> {
        let retaken = visit.and_then(|visit| self.history.retake(visit, &mut self.project).unwrap());
        self.time_ms += self.tick_ms;
        let signature = Signature { at: Moment::from_ms(self.time_ms), by: "RK".into() };
        let mut step = Draft::new(&mut self.project);
        let done = draft(&mut step);
        let step = match done {
            Ok(()) if step.is_empty() => None,
            Ok(()) => {
                let last_id = &mut self.last_id;
                let next = || {
                    *last_id += 1;
                    ChangeId(Uid(*last_id))
                };
                let label = format!("step of {}", self.time_ms);
                Some(Arc::new(Transaction { visit, ..step.finish(&label, &signature, next).unwrap() }))
            }
            Err(_) => {
                step.abandon();
                None
            }
        };
        if let Some(step) = &step {
            self.history.push(Arc::clone(step));
        }
        (step.is_some() || retaken.is_some()).then_some(Deed::Done { step, in_place_of: retaken })
    }

    /// Something that a checker does, by its number.
    fn act(&mut self, kind: u8, number: usize) -> Option<Deed> {
        let claim = self.project.claims().keys().nth(number % self.project.claims().len().max(1)).copied();
        let document = self.project.order().get(number % self.project.order().len().max(1)).copied();
        let (one, two) = (self.id(), self.id());
        match (kind % 12, claim, document) {
            (0, ..) => self.history.undo(&mut self.project).unwrap().cloned().map(Deed::Undone),
            (1, ..) => self.history.redo(&mut self.project).unwrap().cloned().map(Deed::Redone),
            (2, ..) | (3..=5, _, None) => self.step(None, |draft| {
                let text = Text::freeze(format!("{WORDS}\r\nNumber {}.", number % 4));
                draft.add(Document {
                    id: DocumentId(one),
                    text,
                    structure: Structure::default(),
                    meta: Meta::default(),
                    opened: Moment::from_ms(5),
                    unknown: Default::default(),
                })?;
                draft.reorder([&[DocumentId(one)], draft.project().order()].concat())
            }),
            (3..=5, _, Some(document)) => self.step(None, |draft| {
                let number = draft.next_claim_number(document);
                draft.add(Claim::new(ClaimId(one), document, number, Moment::from_ms(7), "RK"))?;
                mark(draft, one, document, Mention::Claim(ClaimId(one)))?;
                draft.add(mayor(SourceId(two)))?;
                let (from, to) = (Mention::Claim(ClaimId(one)), Mention::Source(SourceId(two)));
                draft.add(Link { id: LinkId(two), from, to, role: Role::RestsOn, note: String::new(), unknown: Default::default() })
            }),
            (6, Some(claim), _) => {
                self.step(Some(Visit(1)), |draft| draft.change::<Claim>(claim, |claim| claim.note = format!("typed {number} \u{202e}“\n”")))
            }
            (7, Some(claim), _) => self.step(None, |draft| {
                draft.change::<Claim>(claim, |claim| {
                    claim.status = if claim.status == Status::Asked { Status::Open } else { Status::Asked };
                    claim.rating = Grade::new(2).map(|grade| Rating { grade, reason: "Fewer.".into() });
                    let row = Evidence {
                        text: "Seen".into(),
                        url: String::new(),
                        locator: String::new(),
                        id: EvidenceId(two),
                        stance: Stance::Supports,
                        unknown: Default::default(),
                    };
                    claim.evidence.push(row);
                })
            }),
            _ => self.act_more(kind, number, (one, claim, document)),
        }
    }

    /// The rest of them.
    fn act_more(&mut self, kind: u8, number: usize, (one, claim, document): (Uid, Option<ClaimId>, Option<DocumentId>)) -> Option<Deed> {
        match (kind % 12, claim, document) {
            (8, Some(claim), _) => self.step(None, |draft| {
                let links: Vec<LinkId> = draft.links(Mention::Claim(claim));
                links.into_iter().try_for_each(|link| draft.remove::<Link>(link))?;
                let marks = draft.mentions(Mention::Claim(claim));
                marks.into_iter().try_for_each(|mark| draft.remove::<Annotation>(mark))?;
                draft.remove::<Claim>(claim)
            }),
            (9, _, Some(document)) => self.step(None, |draft| {
                let text = draft.project().document(document).unwrap().text.clone();
                let span = text.span(0, 12 + number % 20);
                draft.add(Exclusion {
                    id: ExclusionId(one),
                    document,
                    span,
                    reason: Reason::Motive,
                    doubt: Default::default(),
                    unknown: Default::default(),
                })?;
                draft.change::<Document>(document, |document| document.meta.title = format!("Title {number}"))
            }),
            (10, _, Some(document)) => self.step(None, |draft| {
                let order = draft.project().order().iter().copied().filter(|id| *id != document).collect();
                let marks: Vec<_> = draft.project().annotations().values().filter(|mark| mark.document == document).cloned().collect();
                let passages: Vec<_> =
                    draft.project().exclusions().values().filter(|passage| passage.document == document).cloned().collect();
                marks.iter().try_for_each(|mark| draft.remove::<Annotation>(mark.id))?;
                passages.iter().try_for_each(|passage| draft.remove::<Exclusion>(passage.id))?;
                let claims: Vec<_> =
                    draft.project().claims().values().filter(|claim| claim.home == document).map(|claim| claim.id).collect();
                for claim in claims {
                    let links = draft.links(Mention::Claim(claim));
                    links.into_iter().try_for_each(|link| draft.remove::<Link>(link))?;
                    draft.remove::<Claim>(claim)?;
                }
                draft.reorder(order)?;
                draft.remove::<Document>(document)
            }),
            (11, ..) => self.step(None, |draft| {
                draft.rename(&format!("Flood {number}"))?;
                draft.set_scale(Scale { name: format!("House {number}"), ..Scale::default() })
            }),
            _ => None,
        }
    }

    /// So many deeds of every kind.
    fn deeds(&mut self, number: usize) -> Vec<(Deed, Project)> {
        let kinds = [2, 3, 6, 6, 7, 4, 9, 0, 0, 1, 11, 5, 8, 0, 3, 10, 0, 6];
        let mut deeds = Vec::new();
        for at in 0.. {
            if deeds.len() == number {
                break;
            }
            let deed = self.act(kinds[at % kinds.len()], at);
            deeds.extend(deed.map(|deed| (deed, self.project.clone())));
        }
        deeds
    }
}

fn mark(draft: &mut Draft<'_>, id: Uid, document: DocumentId, mention: Mention) -> Result<(), EditError> {
    let text = draft.project().document(document).unwrap().text.clone();
    let span = text.span(3 + (id.0 % 9) as usize, 20 + (id.0 % 30) as usize);
    let (note, keywords, by) = (String::new(), vec!["flood".to_owned()], "RK".to_owned());
    draft.add(Annotation {
        id: AnnotationId(id),
        document,
        span,
        mention,
        note,
        keywords,
        created: Moment::from_ms(9),
        by,
        doubt: Default::default(),
        unknown: Default::default(),
    })
}

fn mayor(id: SourceId) -> Source {
    let (role, locator, grade, note) = ("office".to_owned(), String::new(), "B2".to_owned(), String::new());
    let (kind, first_hand) = (SourceKind::Person, FirstHand::Yes);
    Source { id, name: "mayor\n\\ “x”".into(), kind, role, locator, grade, first_hand, note, unknown: Default::default() }
}

fn disk() -> Volatile {
    Volatile::new(Path::new("/none"), b"", usize::MAX)
}

/// A journal for a new project.
fn begun<'d>(disk: &'d dyn Fs, project: &Project) -> Journal<'d> {
    Journal::new(disk, Unit::new(Path::new(JOURNALS), project))
}

fn folder() -> PathBuf {
    Path::new(JOURNALS).join("0000000000001")
}

fn write(journal: &mut Journal<'_>, seq: u64, (deed, after): &(Deed, Project)) -> io::Result<()> {
    journal.add(seq, deed, &deed.texts(after)).unwrap();
    journal.commit()
}

/// Saves as the program does.
fn save(disk: &dyn Fs, journal: &mut Journal<'_>, seq: u64, project: &Project) -> io::Result<()> {
    let contents = crate::storage::to_ron(project);
    let sha256 = sha256(contents.as_bytes());
    journal.note_snapshot(seq, &sha256).unwrap();
    let _ = journal.commit();
    atomic::save(disk, Path::new(FILE), contents.as_bytes()).map_err(io::Error::other)?;
    let texts = project.documents().map(|document| document.text.hash().to_string()).collect();
    let _ = super::file::write_private(disk, &Names(&folder()).base(), contents.as_bytes(), false);
    journal.rotate(Snapshot { seq, sha256, file: Some(FILE.into()), name: project.name().to_owned(), texts })
}

/// Opens the project's file, or what stands in none, as the next start does.
fn open(disk: &dyn Fs) -> Option<Resumed> {
    match disk.read(Path::new(FILE)) {
        Ok(bytes) => {
            let project = crate::storage::read(&bytes).unwrap().project;
            Some(resume::resume(disk, Path::new(JOURNALS), Read { project, file: Some(FILE.into()), sha256: Some(sha256(&bytes)) }))
        }
        Err(_) => resume::unsaved(disk, Path::new(JOURNALS)).map(|unsaved| resume::recover(disk, unsaved).unwrap()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn the_journal_gives_the_project_and_its_undo_back(kinds in prop::collection::vec((0u8..12, 0usize..50), 1..60), saves_at in 0usize..60) {
        let disk = disk();
        let mut checker = Checker::new();
        let mut journal = begun(&disk, &checker.project);
        let mut seq = 0;
        for (at, (kind, number)) in kinds.into_iter().enumerate() {
            if let Some(deed) = checker.act(kind, number) {
                seq += 1;
                write(&mut journal, seq, &(deed, checker.project.clone())).unwrap();
            }
            if at == saves_at {
                save(&disk, &mut journal, seq, &checker.project).unwrap();
            }
        }
        prop_assume!(seq > 0);
        drop(journal);
        let Some(resumed) = open(&disk) else { return Err(TestCaseError::fail("nothing was found")) };
        prop_assert_eq!(&resumed.project, &checker.project);
        prop_assert_eq!(&resumed.remarks, &Vec::<String>::new());
        let mut later = Checker::at(resumed.project, resumed.history);
        prop_assert_eq!(later.history.len(), checker.history.len());
        loop {
            let (one, other) = (later.history.redo(&mut later.project).unwrap().is_some(), checker.history.redo(&mut checker.project).unwrap().is_some());
            prop_assert_eq!((one, &later.project), (other, &checker.project));
            if !one {
                break;
            }
        }
        while checker.history.undo(&mut checker.project).unwrap().is_some() {
            prop_assert!(later.history.undo(&mut later.project).unwrap().is_some());
            prop_assert_eq!(&later.project, &checker.project);
        }
    }
}

/// A journal of so many steps, and the project after each of them.
fn journal_of(steps: usize) -> (Vec<u8>, Vec<u8>, Vec<Project>) {
    let disk = disk();
    let mut checker = Checker::new();
    let mut journal = begun(&disk, &checker.project);
    let mut states = vec![checker.project.clone()];
    for (seq, done) in (1..).zip(checker.deeds(steps)) {
        write(&mut journal, seq, &done).unwrap();
        states.push(done.1);
    }
    (disk.read(&Names(&folder()).journal()).unwrap(), disk.read(&Names(&folder()).base()).unwrap(), states)
}

#[test]
fn a_journal_cut_at_any_byte_gives_the_steps_before_the_cut() {
    let (bytes, base, states) = journal_of(200);
    let project = crate::storage::read(&base).unwrap().project;
    let whole = line::read(&bytes);
    assert_eq!(whole.steps.len(), 200);
    let first = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let mut replayed = (0, project.clone());
    for cut in 0..=bytes.len() {
        let cut_off = bytes.get(..cut).unwrap();
        // The lines before the cut are always the same, so they are read and replayed once; the cut line is read each time.
        let start = cut_off.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let expected = whole.ends.iter().filter(|end| **end <= cut + 1).count();
        if cut < first {
            assert!(line::read(cut_off).heading.is_none());
            continue;
        }
        let tail = line::read(&cut_off[start..]);
        assert!(tail.steps.len() <= 1);
        if replayed.0 != expected && (expected % 20 == 0 || expected == 1) {
            let contents = line::read(cut_off);
            assert_eq!(contents.steps.len(), expected, "cut at {cut}");
            let steps = super::replay::replay(project.clone(), &contents, 0);
            assert!(steps.is_whole && steps.project == states[expected], "cut at {cut}");
            replayed.1 = steps.project;
        } else if replayed.0 != expected {
            let before = Contents { steps: whole.steps[..expected].to_vec(), texts: whole.texts.clone(), ..Contents::default() };
            let steps = super::replay::replay(replayed.1, &before, replayed.0 as u64);
            replayed.1 = steps.project;
        }
        replayed.0 = expected;
        assert_eq!(replayed.1, states[expected], "cut at {cut}");
    }
}

#[test]
fn a_journal_cut_at_any_byte_opens_goes_on_and_keeps_the_torn_end() {
    let (bytes, base, states) = journal_of(8);
    let whole = line::read(&bytes);
    for cut in (0..=bytes.len()).step_by(7).chain(whole.ends.clone()) {
        let disk = disk();
        disk.put(&Names(&folder()).journal(), &bytes[..cut]);
        disk.put(&Names(&folder()).base(), &base);
        let expected = whole.ends.iter().filter(|end| **end <= cut + 1).count();
        let Some(resumed) = open(&disk) else {
            assert_eq!(expected, 0, "cut at {cut}");
            continue;
        };
        assert_eq!(resumed.project, states[expected], "cut at {cut}");
        let is_clean = whole.ends.iter().any(|end| *end == cut || *end == cut + 1);
        assert_eq!(resumed.remarks.iter().any(|remark| remark.contains("torn")), !is_clean, "cut at {cut}");
        // It goes on, and the next start has all.
        let mut checker = Checker::at(resumed.project, resumed.history);
        let mut journal = Journal::new(&disk, resumed.unit);
        let deed = checker.act(11, 1).unwrap();
        write(&mut journal, expected as u64 + 1, &(deed, checker.project.clone())).unwrap();
        drop(journal);
        let again = open(&disk).unwrap();
        assert_eq!((again.project, again.remarks), (checker.project, vec![]), "cut at {cut}");
    }
}

/// Ten steps with a save after the sixth, each noted once it is called safe; ends where the disk no longer works.
fn work(disk: &dyn Fs, deeds: &[(Deed, Project)], start: &Project) -> u64 {
    let mut journal = begun(disk, start);
    let mut safe = 0;
    for (seq, done) in (1..).zip(deeds) {
        // What fails is tried again at the next step, as the thread does after a while.
        if write(&mut journal, seq, done).is_ok() {
            safe = seq;
            assert_eq!(journal.safe(), seq);
        }
        if seq == 6 && save(disk, &mut journal, seq, &done.1).is_ok() {
            safe = seq;
        }
    }
    if journal.commit().is_ok() { journal.safe() } else { safe }
}

/// What the next start finds is a state of the work, and none before the last that was called safe.
#[track_caller]
fn check_found(disk: &dyn Fs, states: &[Project], safe: u64, what: &str) {
    let found = open(disk).map_or_else(|| states[0].clone(), |resumed| resumed.project);
    let at = states.iter().rposition(|state| *state == found);
    assert!(at.is_some_and(|at| at as u64 >= safe), "{what}: {safe} steps were called safe, found {at:?}");
}

fn worked() -> (Vec<(Deed, Project)>, Vec<Project>) {
    let mut checker = Checker::new();
    let start = checker.project.clone();
    let deeds = checker.deeds(10);
    let states = [start].into_iter().chain(deeds.iter().map(|(_, after)| after.clone())).collect();
    (deeds, states)
}

#[test]
fn whatever_operation_fails_nothing_that_was_called_safe_is_missing() {
    let (deeds, states) = worked();
    let mut faults = 0;
    for stays_broken in [false, true] {
        for kind in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied, io::ErrorKind::Other] {
            // One kind at every operation, the others here and there: what they are called makes no difference to the journal.
            let stride = if kind == io::ErrorKind::StorageFull { 1 } else { 7 };
            for at in (1..).step_by(stride) {
                let disk = disk();
                let failing = Failing::on(disk.clone(), at, stays_broken, kind);
                let safe = work(&failing, &deeds, &states[0]);
                if !failing.was_reached() {
                    assert_eq!(safe, 10);
                    break;
                }
                assert!(stays_broken || safe == 10, "the disk works again after operation {at}");
                check_found(&disk, &states, safe, &format!("{kind:?} at {at}"));
                faults += 1;
            }
        }
    }
    println!("{faults} faults");
    assert!(faults > 800, "{faults}");
}

#[test]
fn whenever_the_power_goes_nothing_that_was_called_safe_is_missing() {
    let (deeds, states) = worked();
    let mut ends = 0;
    for operations in (0..).step_by(3) {
        let disk = Volatile::new(Path::new("/none"), b"", operations);
        let safe = work(&disk, &deeds, &states[0]);
        for names in 0..=disk.unsynced_names() {
            for unsynced in [Unsynced::Lost, Unsynced::Torn, Unsynced::Kept] {
                let what = format!("power off after {operations}, {names} names, {unsynced:?}");
                check_found(&disk.after_power_loss(names, unsynced), &states, safe, &what);
                ends += 1;
            }
        }
        if !disk.is_off() {
            break;
        }
    }
    println!("{ends} ends");
    assert!(ends > 600, "{ends}");
}

#[test]
fn a_file_that_something_else_changed_is_never_replayed_onto() {
    let disk = disk();
    let (deeds, states) = worked();
    work(&disk, &deeds, &states[0]);
    let mut other = states[6].clone();
    Draft::new(&mut other).rename("Somebody else was here").unwrap();
    disk.put(Path::new(FILE), crate::storage::to_ron(&other).as_bytes());
    let resumed = open(&disk).unwrap();
    assert_eq!((&resumed.project, &resumed.recovered), (&other, &vec![]));
    assert!(resumed.remarks[0].contains("4 steps") && resumed.remarks[0].contains("/10.ron"), "{:?}", resumed.remarks);
    let kept = disk.read(&folder().join("10.ron")).unwrap();
    assert_eq!(crate::storage::read(&kept).unwrap().project, states[10], "kept as a project of its own");
    // What fits of the history still undoes: nothing here, for the last step before the save is not the file's last.
    drop(resumed);
    assert_eq!(open(&disk).unwrap().remarks, Vec::<String>::new(), "said once");
}

#[test]
fn without_the_snapshot_that_it_follows_the_journal_is_kept() {
    let disk = disk();
    let (deeds, states) = worked();
    work(&disk, &deeds, &states[0]);
    disk.put(Path::new(FILE), crate::storage::to_ron(&states[2]).as_bytes());
    disk.put(&Names(&folder()).base(), b"gone");
    let before = disk.read(&Names(&folder()).journal()).unwrap();
    let resumed = open(&disk).unwrap();
    assert_eq!(resumed.project, states[2]);
    assert!(resumed.remarks[0].contains("/10.journal"), "{:?}", resumed.remarks);
    assert_eq!(disk.read(&folder().join("10.journal")).unwrap(), before);
}

#[test]
fn a_clock_that_goes_back_costs_nothing() {
    let disk = disk();
    let mut checker = Checker { tick_ms: -86_400_000, ..Checker::new() };
    let mut journal = begun(&disk, &checker.project);
    for (seq, done) in (1..).zip(checker.deeds(40)) {
        write(&mut journal, seq, &done).unwrap();
    }
    drop(journal);
    let resumed = open(&disk).unwrap();
    assert_eq!((resumed.project, resumed.history.len()), (checker.project, checker.history.len()));
}

#[test]
fn a_history_that_is_gone_or_does_not_fit_is_forgotten_in_silence() {
    let (deeds, states) = worked();
    let disk = disk();
    work(&disk, &deeds, &states[0]);
    let whole = open(&disk).unwrap().history.len();
    disk.put(&Names(&folder()).history(), b"\x00 rubbish");
    let resumed = open(&disk).unwrap();
    assert_eq!((&resumed.project, resumed.remarks), (&states[10], vec![]));
    assert!(resumed.history.len() < whole, "{} of {whole}", resumed.history.len());
}

#[test]
fn long_work_keeps_a_thousand_steps_of_undo() {
    let disk = disk();
    let mut checker = Checker::new();
    let mut journal = begun(&disk, &checker.project);
    let add = checker.act(2, 0).unwrap();
    write(&mut journal, 1, &(add, checker.project.clone())).unwrap();
    for seq in 2..=2_300 {
        let deed = checker.act(11, seq as usize).unwrap();
        write(&mut journal, seq, &(deed, checker.project.clone())).unwrap();
        if seq % 100 == 0 {
            save(&disk, &mut journal, seq, &checker.project).unwrap();
        }
    }
    drop(journal);
    for _ in 0..2 {
        let mut resumed = open(&disk).unwrap();
        assert_eq!((&resumed.project, resumed.history.len()), (&checker.project, super::replay::MOST_STEPS));
        while resumed.history.undo(&mut resumed.project).unwrap().is_some() {}
        assert_eq!(resumed.project.name(), "Flood 1300");
    }
    assert_eq!(line::read(&disk.read(&Names(&folder()).history()).unwrap()).steps.len(), super::replay::MOST_STEPS, "shortened");
}

#[test]
fn the_words_of_an_article_stand_in_the_journal_once_and_not_in_the_history() {
    let disk = disk();
    let mut checker = Checker::new();
    let mut journal = begun(&disk, &checker.project);
    let add = checker.act(2, 0).unwrap();
    write(&mut journal, 1, &(add, checker.project.clone())).unwrap();
    for seq in 2..20 {
        let deed = checker.act(9, seq as usize).unwrap();
        write(&mut journal, seq, &(deed, checker.project.clone())).unwrap();
    }
    let times = |path: &Path| String::from_utf8(disk.read(path).unwrap()).unwrap().matches("So said the mayor").count();
    assert_eq!(times(&Names(&folder()).journal()), 1);
    save(&disk, &mut journal, 19, &checker.project).unwrap();
    assert_eq!((times(&Names(&folder()).journal()), times(&Names(&folder()).history())), (0, 0));
}

#[test]
fn what_was_recovered_is_said_with_counts() {
    let disk = disk();
    let (deeds, states) = worked();
    work(&disk, &deeds, &states[0]);
    let resumed = open(&disk).unwrap();
    let words = resume::recovered_words(&resumed.recovered);
    assert!(words.starts_with("Recovered 4 steps since the last save: "), "{words}");
}
