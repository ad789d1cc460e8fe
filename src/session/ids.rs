//! Fresh ids from the time and a seed, both passed in: 40 bits of milliseconds since 2020, 24 bits that count on from the seed.

use crate::model::id::Uid;
use crate::model::moment::Moment;
use crate::model::project::Project;

/// Milliseconds from the Unix epoch to 2020-01-01T00:00:00 UTC.
const YEAR_2020_MS: i64 = 1_577_836_800_000;

/// Gives ids that grow with time and never repeat within a run. Two machines differ by their seeds.
#[derive(Clone, Debug)]
pub struct IdSource {
    last: u64,
    salt: u64,
}

impl IdSource {
    /// Ids salted with a seed; give each start of the program another one.
    pub fn new(seed: u64) -> Self {
        // All bits of the seed count, wherever the caller put what differs.
        IdSource { last: 0, salt: (seed ^ (seed >> 24) ^ (seed >> 48)) & 0xff_ffff }
    }

    /// The next id, for something made at `now`.
    pub fn next<T: From<Uid>>(&mut self, now: Moment) -> T {
        let since_2020 = u64::try_from(now.epoch_ms - YEAR_2020_MS).unwrap_or(0);
        // An odd step goes through all 24-bit values before one comes again.
        self.salt = (self.salt + 0x5b_d1e9) & 0xff_ffff;
        let wanted = ((since_2020 & 0xff_ffff_ffff) << 24) | self.salt;
        self.last = wanted.max(self.last.saturating_add(1));
        T::from(Uid(self.last))
    }

    /// Gives only ids behind all that a project has, so that what is made now sorts as the newest whatever the clock says.
    pub fn start_behind(&mut self, project: &Project) {
        let last = [
            project.documents().map(|document| document.id.0).max(),
            project.annotations().keys().next_back().map(|id| id.0),
            project.claims().keys().next_back().map(|id| id.0),
            project.sources().keys().next_back().map(|id| id.0),
            project.groups().keys().next_back().map(|id| id.0),
            project.quantities().keys().next_back().map(|id| id.0),
            project.links().keys().next_back().map(|id| id.0),
            project.exclusions().keys().next_back().map(|id| id.0),
            project.changes().keys().next_back().map(|id| id.0),
        ];
        let newest = last.into_iter().flatten().max().map_or(0, |uid| uid.0);
        self.last = self.last.max(newest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_grow_and_never_repeat_even_when_the_clock_stands_or_goes_back() {
        let mut ids = IdSource::new(99);
        let mut all = BTreeSet::new();
        let mut last = Uid(0);
        for step in 0..10_000_i64 {
            let id: Uid = ids.next(Moment::from_ms(1_700_000_000_000 - step / 100));
            assert!(id > last && all.insert(id));
            last = id;
        }
    }
}
