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
    records: Arc<Records<K, V>>,
}

/// What stands on a shelf. Keys are apart from the records: a search goes through many keys and wants one record, and records are so
/// large that each would be fetched from memory for its key.
#[derive(Clone)]
struct Records<K, V> {
    keys: Vec<K>,
    /// One for each key.
    values: Vec<V>,
}

impl<K: Ord + Copy, V: Clone> Records<K, V> {
    fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + Clone {
        self.keys.iter().zip(&self.values)
    }

    /// What stands behind a place, which it loses. Growing has taken room for twice as many, and a full shelf at the end of a table
    /// by age never grows again.
    fn split_off(&mut self, at: usize) -> Self {
        let rest = Records { keys: self.keys.split_off(at), values: self.values.split_off(at) };
        self.keys.shrink_to_fit();
        self.values.shrink_to_fit();
        rest
    }
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
        let at = shelf.records.keys.binary_search(key).ok()?;
        shelf.records.values.get(at)
    }

    /// Whether there is a record of that key.
    pub fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// Puts a record in its place and gives the one that stood there.
    pub fn insert(&mut self, key: K, record: V) -> Option<V> {
        let at = self.shelf_of(&key);
        let Some(shelf) = self.shelves.get_mut(at) else {
            self.shelves.push(Shelf { first: key, records: Arc::new(Records { keys: vec![key], values: vec![record] }) });
            self.len += 1;
            return None;
        };
        let records = Arc::make_mut(&mut shelf.records);
        match records.keys.binary_search(&key) {
            Ok(place) => records.values.get_mut(place).map(|old| std::mem::replace(old, record)),
            Err(place) => {
                records.keys.insert(place, key);
                records.values.insert(place, record);
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
        let place = shelf.records.keys.binary_search(key).ok()?;
        let records = Arc::make_mut(&mut shelf.records);
        records.keys.remove(place);
        let record = records.values.remove(place);
        self.len -= 1;
        match records.keys.first() {
            Some(first) => shelf.first = *first,
            None => {
                self.shelves.remove(at);
            }
        }
        Some(record)
    }

    /// Keys and records in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + Clone {
        self.shelves.iter().flat_map(|shelf| shelf.records.iter())
    }

    /// Keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.shelves.iter().flat_map(|shelf| &shelf.records.keys)
    }

    /// Records in order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.shelves.iter().flat_map(|shelf| &shelf.records.values)
    }

    /// The shelf on which a key stands or would stand.
    fn shelf_of(&self, key: &K) -> usize {
        self.shelves.partition_point(|shelf| shelf.first <= *key).saturating_sub(1)
    }

    /// Parts a shelf that is too full. What grows at the end, as tables by age do, leaves full shelves behind.
    fn split(&mut self, at: usize) {
        let is_last = at + 1 == self.shelves.len();
        let Some(shelf) = self.shelves.get_mut(at).filter(|shelf| shelf.records.keys.len() > SHELF) else { return };
        let rest = Arc::make_mut(&mut shelf.records).split_off(if is_last { SHELF } else { SHELF / 2 });
        if let Some(first) = rest.keys.first().copied() {
            self.shelves.insert(at + 1, Shelf { first, records: Arc::new(rest) });
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
                let is_whole = |shelf: &Shelf<_, _>| {
                    let Records { keys, values } = &*shelf.records;
                    shelf.first == keys[0] && keys.len() == values.len() && keys.len() <= SHELF
                };
                prop_assert!(table.shelves.iter().all(is_whole));
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
