//! The report that is shown: built at once from a small project; from a larger one it is ordered from the app, which builds it
//! off the drawing thread, and the last one stays until then.

use std::sync::Arc;

use super::{MINUTE_MS, offset};
use crate::model::project::Project;
use crate::report::{BuildInput, Options, Report, build};
use crate::view::Cx;
use crate::view::kept::Stamp;

/// Marks, claims and links up to which building surely takes less than 4 ms: about 2.5 µs each on a slow machine.
const MOST_RECORDS: usize = 800;
/// Text up to which the same holds, bytes: what can be worked out is looked for in all of it, at 14 MB a second where it is dense with figures.
const MOST_BYTES: usize = 30_000;

/// What a report was built from.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    stamp: Stamp,
    minute: i64,
    checker: String,
}

/// A report that is wanted.
#[derive(Clone, Debug)]
pub struct ReportOrder {
    key: Key,
    input: BuildInput,
}

impl ReportOrder {
    /// What it needs to know besides the project.
    pub fn input(&self) -> &BuildInput {
        &self.input
    }
}

/// The report shown and the one on its way.
#[derive(Default)]
pub(super) struct Building {
    held: Option<(Key, Arc<Report>)>,
    under_way: Option<Key>,
    order: Option<ReportOrder>,
    /// Grows with every report, for what is computed from it.
    pub(super) serial: u64,
}

impl Building {
    /// The report to show: of the project as it is, or while that is being built the one before; none at first.
    pub(super) fn get(&mut self, cx: &Cx<'_>) -> Option<Arc<Report>> {
        let key = Key { stamp: Stamp::of(cx.session), minute: cx.now.epoch_ms / MINUTE_MS, checker: cx.preferences.checker.clone() };
        let is_held = self.held.as_ref().is_some_and(|(held, _)| *held == key);
        if !is_held {
            let input = BuildInput {
                today: cx.now,
                checker: key.checker.clone(),
                offset: offset(cx.now),
                options: Options::in_use(cx.session.project()),
            };
            if is_small(cx.session.project()) && cx.session.lookup().is_counted() {
                let report = build(cx.session.project(), cx.session.lookup(), &input);
                self.hold(key, Arc::new(report));
            } else if self.under_way.is_none() {
                self.under_way = Some(key.clone());
                self.order = Some(ReportOrder { key, input });
            }
        }
        self.held.as_ref().map(|(_, report)| Arc::clone(report))
    }

    /// Whether a newer report is on its way.
    pub(super) fn is_updating(&self) -> bool {
        self.under_way.is_some()
    }

    pub(super) fn take_order(&mut self) -> Option<ReportOrder> {
        self.order.take()
    }

    /// Takes a report that was ordered; gives the one before, which may be long in going.
    pub(super) fn take(&mut self, order: &ReportOrder, report: Arc<Report>) -> Option<Arc<Report>> {
        if self.under_way.as_ref() != Some(&order.key) {
            return Some(report);
        }
        self.under_way = None;
        self.hold(order.key.clone(), report)
    }

    fn hold(&mut self, key: Key, report: Arc<Report>) -> Option<Arc<Report>> {
        self.serial += 1;
        self.held.replace((key, report)).map(|(_, old)| old)
    }
}

fn is_small(project: &Project) -> bool {
    let records = project.annotations().len() + project.claims().len() + project.links().len();
    records <= MOST_RECORDS && project.documents().map(|document| document.text.len()).sum::<usize>() <= MOST_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Action, Command};
    use crate::model::annotation::Tag;
    use crate::session::{Preferences, Session};
    use crate::testing::{NOW, project};
    use crate::view::testing::session;

    fn get(building: &mut Building, session: &Session) -> Option<Arc<Report>> {
        building.get(&Cx::new(session, &Preferences::default(), NOW, None))
    }

    #[test]
    fn a_large_project_is_ordered_once_and_the_last_report_stays_until_the_next_is_there() {
        let mut session = session(project(&format!("Title\n[It rained|claim]. {}", "It was wet. ".repeat(MOST_BYTES / 10))));
        let mut building = Building::default();
        assert!(get(&mut building, &session).is_none() && building.is_updating());
        let order = building.take_order().unwrap();
        assert!(get(&mut building, &session).is_none() && building.take_order().is_none(), "ordered twice");
        let first = Arc::new(build(session.project(), session.lookup(), order.input()));
        building.take(&order, Arc::clone(&first));
        assert!(Arc::ptr_eq(&get(&mut building, &session).unwrap(), &first) && !building.is_updating());
        session.run(Command::Run(Action::TagSelection(Tag::Claim)), NOW);
        assert!(Arc::ptr_eq(&get(&mut building, &session).unwrap(), &first) && building.is_updating());
        let order = building.take_order().unwrap();
        let second = Arc::new(build(session.project(), session.lookup(), order.input()));
        assert!(Arc::ptr_eq(&building.take(&order, second).unwrap(), &first));
        assert_eq!(get(&mut building, &session).unwrap().claims.rows.len(), 2);
    }

    #[test]
    fn a_small_project_never_waits() {
        let mut session = session(project("Title\n[It rained|claim]. It poured."));
        let mut building = Building::default();
        assert_eq!(get(&mut building, &session).unwrap().claims.rows.len(), 1);
        session.run(Command::Run(Action::TagSelection(Tag::Claim)), NOW);
        assert_eq!(get(&mut building, &session).unwrap().claims.rows.len(), 2);
        assert!(!building.is_updating() && building.take_order().is_none());
    }
}
