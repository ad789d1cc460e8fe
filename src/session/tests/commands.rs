//! Commands of every kind with whatever they carry, in any order: what they did is undone to the start, and a project that may only be
//! read stays as it is.

use std::time::Duration;

use super::*;
use crate::command::Field;
use crate::edit::transaction::Visit;
use crate::model::claim::Stance;
use crate::model::exclusion::Reason;
use crate::model::quantity::Approximation;
use crate::model::source::{FirstHand, SourceKind};
use crate::storage::journal::{self, Unit, Writer};
use crate::storage::{Disk, read, to_ron};
use crate::testing::projects::projects;

/// A command of that kind on the records of those numbers; none where the project has no such records.
fn command(session: &Session, (kind, one, other): (u8, usize, usize)) -> Option<Command> {
    let project = session.project();
    let claim = |at: usize| project.claims().keys().nth(at % project.claims().len().max(1)).copied();
    let source = |at: usize| project.sources().keys().nth(at % project.sources().len().max(1)).copied();
    let number = || project.quantities().keys().nth(one % project.quantities().len().max(1)).copied();
    let mark = || project.annotations().keys().nth(one % project.annotations().len().max(1)).copied();
    let link = || project.links().keys().nth(one % project.links().len().max(1)).copied();
    let passage = || project.exclusions().keys().nth(one % project.exclusions().len().max(1)).copied();
    let document = || project.order().get(one % project.order().len().max(1)).copied();
    let row = || project.claims()[&claim(one)?].evidence.first().map(|row| row.id);
    let span = || project.document(document()?).map(|document| document.text.span(other % 40, other % 40 + 9));
    let text = ["", "About 900", "two\nlines “x” \u{202e}"][other % 3].to_owned();
    let typed = |field| Command::Type { field, text: text.clone(), visit: Visit(other as u64 % 2) };
    Some(match kind {
        0 => Command::Tag { document: document()?, span: span()?, tag: [Tag::Claim, Tag::Number, Tag::Source][other % 3] },
        1 => Command::SetStatus(claim(one)?, Status::ALL[other % 6]),
        2 => Command::Rate(claim(one)?, Some(other as u8 % 7).filter(|nth| *nth > 0)),
        3 => Command::AddEvidence(claim(one)?),
        4 => Command::RemoveEvidence(claim(one)?, row()?),
        5 => Command::MoveEvidence(claim(one)?, row()?, 1 - (other % 3) as isize),
        6 => Command::SetStance(claim(one)?, row()?, Stance::ALL[other % 3]),
        7 => Command::SetApproximation(number()?, Approximation::ALL[other % 7]),
        8 => Command::SetSourceKind(source(one)?, SourceKind::ALL[other % 5]),
        9 => Command::SetFirstHand(source(one)?, FirstHand::ALL[other % 3]),
        10 => Command::SetReason(passage()?, Reason::ALL[other % 4]),
        11 => Command::RemoveExclusion(passage()?),
        12 => Command::Link { from: Mention::Claim(claim(one)?), to: Mention::Claim(claim(other)?), role: None },
        13 => Command::Link { from: Mention::Claim(claim(one)?), to: Mention::Source(source(other)?), role: None },
        14 => Command::Unlink(link()?),
        15 => Command::SetRole(link()?, [Role::Same, Role::Contradicts, Role::Supports][other % 3]),
        16 => Command::AddMention { claim: claim(other)?, document: document()?, span: span()? },
        17 => Command::MergeClaims { keep: claim(one)?, join: claim(other)? },
        18 => Command::SplitClaim(mark()?),
        19 => Command::MergeSources { keep: source(one)?, join: source(other)? },
        20 => Command::SplitSource(mark()?),
        21 => Command::AddSource(text),
        22 => Command::RemoveMark(mark()?),
        23 => Command::RemoveSource(source(one)?),
        24 => Command::RemoveArticle(document()?),
        25 if one % 2 == 0 => Command::MoveArticle(document()?, other % 4),
        25 => Command::MoveArticleBy(document()?, other as isize % 4 - 2),
        26 => Command::Resize { mark: mark()?, span: span()? },
        27 => typed(Field::Restatement(claim(one)?)),
        28 => typed(Field::RatingReason(claim(one)?)),
        29 => typed(Field::Correction(claim(one)?)),
        30 => typed(Field::EvidenceText(claim(one)?, row()?)),
        31 => typed(Field::QuantityValue(number()?)),
        32 => typed(Field::SourceName(source(one)?)),
        33 => typed(Field::Keywords(mark()?)),
        34 => typed(Field::Title(document()?)),
        35 => typed([Field::ProjectName, Field::ScaleName, Field::ScaleWord((one % 6) as u8)][other % 3]),
        _ => Command::Run([Action::Undo, Action::Redo][other % 2]),
    })
}

/// A newer version's words in the sources and claims of a project, as its file would bring them.
fn with_unknown(project: &Project) -> Project {
    let written = to_ron(project)
        .replace("first_hand: ", "colour: {\"a\": Red(1)}, first_hand: ")
        .replace("status: Open", "status: Paused(2)")
        .replace("grade: 2,", "grade: 2, doubt: [1],")
        .replacen("\n)\n", "\n  panels: [(id: \"1\")],\n)\n", 1);
    read(written.as_bytes()).unwrap().project
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_commands_are_undone_to_the_start_with_all_that_is_not_known(
        project in projects(),
        steps in prop::collection::vec((0_u8..38, any::<u16>(), any::<u16>()), 1..50),
    ) {
        let project = with_unknown(&project);
        let mut session = Session::new(project.clone(), None, IdSource::new(7));
        for (kind, one, other) in steps {
            if let Some(command) = command(&session, (kind, one.into(), other.into())) {
                session.run(command, NOW);
            }
            let again = read(to_ron(session.project()).as_bytes()).unwrap();
            prop_assert_eq!(&again.project, session.project(), "saved and opened");
        }
        while session.history().undo_label().is_some() {
            session.run(Command::Run(Action::Undo), NOW);
        }
        prop_assert_eq!(session.project(), &project);
        prop_assert_eq!(to_ron(session.project()), to_ron(&project));
    }

    #[test]
    fn any_commands_that_were_journalled_are_there_after_a_kill_with_their_undo(
        project in projects(),
        steps in prop::collection::vec((0_u8..38, any::<u16>(), any::<u16>()), 1..50),
    ) {
        let (home, project) = (tempfile::tempdir().unwrap(), with_unknown(&project));
        let mut session = Session::new(project.clone(), None, IdSource::new(7));
        let writer = Writer::start(Disk, (Unit::new(home.path(), &project), 0), || ());
        for (kind, one, other) in steps {
            if let Some(command) = command(&session, (kind, one.into(), other.into())) {
                session.run(command, NOW);
            }
            // As the window does at the end of each frame.
            let deeds = session.take_deeds();
            writer.write(deeds, session.revision(), session.project());
        }
        prop_assert!(writer.end(true, Duration::from_secs(30)));
        let Some(unsaved) = journal::unsaved(&Disk, home.path()) else {
            prop_assert_eq!(session.revision(), 0);
            return Ok(());
        };
        let resumed = journal::recover(&Disk, unsaved, journal::UNDO_STEPS).unwrap();
        prop_assert_eq!(&resumed.project, session.project());
        prop_assert_eq!(&resumed.remarks, &Vec::<String>::new());
        prop_assert_eq!(resumed.history.len(), session.history().len());
        let mut resumed = Session::new(resumed.project, None, IdSource::new(8)).with_history(resumed.history);
        while resumed.history().undo_label().is_some() {
            resumed.run(Command::Run(Action::Undo), NOW);
        }
        prop_assert_eq!(resumed.project(), &project);
    }

    #[test]
    fn a_project_to_read_only_stays_as_it_is(
        project in projects(),
        steps in prop::collection::vec((0_u8..36, any::<u16>(), any::<u16>()), 1..20),
    ) {
        let mut session = Session::new(project.clone(), None, IdSource::new(7));
        session.set_guard(Guard::ReadOnly { reason: "A newer version wrote it.".into(), can_take_over: false });
        for (kind, one, other) in steps {
            if let Some(command) = command(&session, (kind, one.into(), other.into())) {
                session.run(command, NOW);
            }
        }
        prop_assert_eq!(session.project(), &project);
        prop_assert!(session.is_saved() && session.history().is_empty());
    }
}
