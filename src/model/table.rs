//! Records in the order of their keys, on shelves that copies share: a copy costs next to nothing whatever the size, and a
//! change of one copies a single shelf. That is how a snapshot of a project goes to a background job.

use std::fmt;
use std::ops::Index;
use std::sync::Arc;

/// Records on a shelf at most. A shelf is what is copied when a shared table changes.
const SHELF: usize = 64;

/// Records by key, which is also by age.
#[derive(Clone)]
pub struct Table<K, V> {
    shelves: Vec<Shelf<K, V>>,
    len: usize,
}

/// Neighbouring records. None is empty.
#[derive(Clone)]
struct Shelf<K, V> {
    /// The key of the first, so that a search need not open every shelf.
    first: K,
    records: Arc<Vec<(K, V)>>,
}

impl<K: Ord + Copy, V: Clone> Table<K, V> {
    /// Number of records.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The record of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let shelf = self.shelves.get(self.shelf_of(key))?;
        let at = shelf.records.binary_search_by_key(key, |(key, _)| *key).ok()?;
        shelf.records.get(at).map(|(_, record)| record)
    }

    /// Whether there is a record of that key.
    pub fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// Puts a record in its place and gives the one that stood there.
    pub fn insert(&mut self, key: K, record: V) -> Option<V> {
        let at = self.shelf_of(&key);
        let Some(shelf) = self.shelves.get_mut(at) else {
            self.shelves.push(Shelf { first: key, records: Arc::new(vec![(key, record)]) });
            self.len += 1;
            return None;
        };
        let records = Arc::make_mut(&mut shelf.records);
        match records.binary_search_by_key(&key, |(key, _)| *key) {
            Ok(place) => records.get_mut(place).map(|(_, old)| std::mem::replace(old, record)),
            Err(place) => {
                records.insert(place, (key, record));
                shelf.first = shelf.first.min(key);
                self.len += 1;
                self.split(at);
                None
            }
        }
    }

    /// Takes a record out.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let at = self.shelf_of(key);
        let shelf = self.shelves.get_mut(at)?;
        let place = shelf.records.binary_search_by_key(key, |(key, _)| *key).ok()?;
        let (_, record) = Arc::make_mut(&mut shelf.records).remove(place);
        self.len -= 1;
        match shelf.records.first() {
            Some((first, _)) => shelf.first = *first,
            None => {
                self.shelves.remove(at);
            }
        }
        Some(record)
    }

    /// Keys and records in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + Clone {
        self.shelves.iter().flat_map(|shelf| shelf.records.iter().map(|(key, record)| (key, record)))
    }

    /// Keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.iter().map(|(key, _)| key)
    }

    /// Records in order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.iter().map(|(_, record)| record)
    }

    /// The shelf on which a key stands or would stand.
    fn shelf_of(&self, key: &K) -> usize {
        self.shelves.partition_point(|shelf| shelf.first <= *key).saturating_sub(1)
    }

    /// Parts a shelf that is too full. What grows at the end, as tables by age do, leaves full shelves behind.
    fn split(&mut self, at: usize) {
        let is_last = at + 1 == self.shelves.len();
        let Some(shelf) = self.shelves.get_mut(at).filter(|shelf| shelf.records.len() > SHELF) else { return };
        let records = Arc::make_mut(&mut shelf.records);
        let rest = records.split_off(if is_last { SHELF } else { SHELF / 2 });
        // Growing has taken room for twice as many, and a full shelf at the end of a table by age never grows again.
        records.shrink_to_fit();
        if let Some((first, _)) = rest.first() {
            self.shelves.insert(at + 1, Shelf { first: *first, records: Arc::new(rest) });
        }
    }
}

impl<K: Ord + Copy, V: Clone> Index<&K> for Table<K, V> {
    type Output = V;

    /// # Panics
    /// Where there is no such record, as the maps of the standard library do: for tests.
    #[expect(clippy::expect_used, reason = "the trait leaves no other way; the program itself asks with get")]
    fn index(&self, key: &K) -> &V {
        self.get(key).expect("no record of that key")
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Table { shelves: Vec::new(), len: 0 }
    }
}

impl<K: Ord + Copy, V: Clone + PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl<K: Ord + Copy + fmt::Debug, V: Clone + fmt::Debug> fmt::Debug for Table<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn a_table_agrees_with_a_plain_map_and_a_copy_stays_as_it_was(
            steps in prop::collection::vec((any::<bool>(), 0u16..400), 0..600),
            copied_at in 0usize..600,
        ) {
            let (mut table, mut plain) = (Table::default(), BTreeMap::new());
            let mut copy = (table.clone(), plain.clone());
            for (at, (is_insert, key)) in steps.into_iter().enumerate() {
                if at == copied_at {
                    copy = (table.clone(), plain.clone());
                }
                if is_insert {
                    prop_assert_eq!(table.insert(key, at), plain.insert(key, at));
                } else {
                    prop_assert_eq!(table.remove(&key), plain.remove(&key));
                }
                prop_assert_eq!(table.get(&key), plain.get(&key));
            }
            for (table, plain) in [(table, plain), copy] {
                prop_assert!(table.iter().eq(plain.iter()) && table.keys().rev().eq(plain.keys().rev()));
                prop_assert_eq!(table.len(), plain.len());
                prop_assert!(table.shelves.iter().all(|shelf| !shelf.records.is_empty() && shelf.records.len() <= SHELF));
            }
        }
    }

    #[test]
    fn a_copy_shares_its_shelves_until_one_is_changed() {
        let mut table = Table::default();
        (0..1000).for_each(|key| {
            table.insert(key, key);
        });
        let copy = table.clone();
        table.insert(500, 0);
        let shared = table.shelves.iter().zip(&copy.shelves).filter(|(one, other)| Arc::ptr_eq(&one.records, &other.records));
        assert_eq!(shared.count(), table.shelves.len() - 1);
    }
}
