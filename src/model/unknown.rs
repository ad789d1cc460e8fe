//! What a file holds that this version does not understand. It is kept word for word, travels with its record through edits and
//! undo, and is written back. To the model it is opaque.

use std::sync::Arc;

/// Fields that a newer version wrote, with their values as they stand in the file. A field of something inside a record carries
/// its place: `rating/doubt`. A known field stands here, too, when its word is unknown (`status` with `Paused`).
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Unknown(Option<Arc<Vec<(String, String)>>>);

impl Unknown {
    /// These fields, in this order.
    pub fn new(fields: Vec<(String, String)>) -> Self {
        Unknown((!fields.is_empty()).then(|| Arc::new(fields)))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Names and values in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|fields| fields.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Lets go of a word: the checker has changed its field.
    pub fn forget(&mut self, name: &str) {
        self.drop_where(|field| field == name);
    }

    /// Lets go of all that stands inside something: the checker has taken it away.
    pub fn forget_part(&mut self, part: &str) {
        self.drop_where(|field| field.strip_prefix(part).is_some_and(|rest| rest.starts_with('/')));
    }

    fn drop_where(&mut self, is_gone: impl Fn(&str) -> bool) {
        if self.iter().any(|(field, _)| is_gone(field)) {
            let kept = self.iter().filter(|(field, _)| !is_gone(field));
            *self = Unknown::new(kept.map(|(field, value)| (field.to_owned(), value.to_owned())).collect());
        }
    }

    /// Adds fields of another where this one has none of the same name.
    pub fn adopt(&mut self, other: &Unknown) {
        self.adopt_inside("", other);
    }

    /// Adds the fields of something that stands inside, as `part/field`.
    pub fn adopt_part(&mut self, part: &str, inside: &Unknown) {
        self.adopt_inside(&format!("{part}/"), inside);
    }

    fn adopt_inside(&mut self, prefix: &str, other: &Unknown) {
        if other.is_empty() {
            return;
        }
        let own = self.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        let named = other.iter().map(|(name, value)| (format!("{prefix}{name}"), value.to_owned()));
        let fields = own.chain(named.filter(|(name, _)| self.get(name).is_none())).collect();
        *self = Unknown::new(fields);
    }

    /// The fields of something that stands inside, without their place.
    pub fn part(&self, part: &str) -> Unknown {
        if self.is_empty() {
            return Unknown::default();
        }
        let inside = self.iter().filter_map(|(name, value)| Some((name.strip_prefix(part)?.strip_prefix('/')?, value)));
        Unknown::new(inside.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// The fields that stand inside nothing.
    pub fn own(&self) -> Unknown {
        if self.iter().all(|(name, _)| !name.contains('/')) {
            return self.clone();
        }
        Unknown::new(self.iter().filter(|(name, _)| !name.contains('/')).map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }
}

impl std::fmt::Debug for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// What a whole file holds that this version does not understand, or cannot place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Version of the file where it is newer than this program's, else 0.
    pub version: u32,
    /// The least version that may write it where it is stated, else 0.
    pub least_reader: u32,
    /// Fields and lists of the file itself.
    pub fields: Unknown,
    /// Records that cannot stand in the project, each with the name of its list, as they stand in the file.
    pub records: Arc<Vec<(String, String)>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(fields: &[(&str, &str)]) -> Unknown {
        Unknown::new(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn what_stands_inside_is_told_from_what_stands_in_the_record() {
        let mut record = of(&[("colour", "Red")]);
        record.adopt_part("rating", &of(&[("doubt", "0.5")]));
        assert_eq!(record, of(&[("colour", "Red"), ("rating/doubt", "0.5")]));
        assert_eq!((record.part("rating"), record.own()), (of(&[("doubt", "0.5")]), of(&[("colour", "Red")])));
        record.adopt(&of(&[("colour", "Blue"), ("size", "3")]));
        assert_eq!(record.get("colour"), Some("Red"));
        assert_eq!(record.get("size"), Some("3"));
        record.forget("rating");
        assert_eq!(record.get("rating/doubt"), Some("0.5"));
        record.forget_part("rating");
        record.forget("colour");
        assert_eq!(record, of(&[("size", "3")]));
        record.forget("size");
        assert!(record.is_empty() && record == Unknown::default());
    }
}
