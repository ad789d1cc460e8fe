//! Checks that a checker states: numbers of any articles that belong together, and how.

use super::id::QuantityId;
use super::unknown::Unknown;

/// How numbers belong together. What each of them is follows from its place: see [`Relation::places`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// A total and all its parts.
    Sum,
    /// Parts that are no more than their whole.
    Part,
    /// Per cent, and of what.
    Share,
    /// From one figure to another one, and by how much.
    Growth,
    /// So much for each: per head, per day, per square kilometre.
    PerHead,
    /// The same in two units.
    Conversion,
    /// Two days and how long it is between them.
    Span,
    /// How old somebody was on a day.
    Age,
}

impl Relation {
    /// All, in the order in which they are offered.
    pub const ALL: [Relation; 8] = [
        Relation::Sum,
        Relation::Part,
        Relation::Share,
        Relation::Growth,
        Relation::PerHead,
        Relation::Conversion,
        Relation::Span,
        Relation::Age,
    ];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            Relation::Sum => "Sum",
            Relation::Part => "Part of a whole",
            Relation::Share => "Per cent of",
            Relation::Growth => "From – to",
            Relation::PerHead => "Per head",
            Relation::Conversion => "In two units",
            Relation::Span => "Span of time",
            Relation::Age => "Age",
        }
    }

    /// What stands at each place of it; the last one repeats where [`Relation::is_open`].
    pub fn places(self) -> &'static [&'static str] {
        match self {
            Relation::Sum => &["Total", "Part", "Part"],
            Relation::Part => &["Whole", "Part"],
            Relation::Share => &["Per cent", "Part", "Whole"],
            Relation::Growth => &["From", "To", "By"],
            Relation::PerHead => &["For each", "In all", "How many"],
            Relation::Conversion => &["One", "Other"],
            Relation::Span => &["Span", "First day", "Last day"],
            Relation::Age => &["Age", "Born", "On the day"],
        }
    }

    /// What stands at a place, counted from 0.
    pub fn place(self, at: usize) -> &'static str {
        let places = self.places();
        places.get(at).or(places.last()).copied().unwrap_or_default()
    }

    /// How many numbers it needs at least. "By" and the day of an age may be left out.
    pub fn least(self) -> usize {
        match self {
            Relation::Growth | Relation::Age => 2,
            other => other.places().len(),
        }
    }

    /// Whether any number of parts may follow.
    pub fn is_open(self) -> bool {
        matches!(self, Relation::Sum | Relation::Part)
    }

    /// Whether it can be said of so many numbers.
    pub fn takes(self, numbers: usize) -> bool {
        numbers >= self.least() && (self.is_open() || numbers <= self.places().len())
    }
}

/// A check that a checker has stated. It is what it says: two of the same relation and numbers are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// How the numbers belong together; none where a newer version has a word for it that this one does not know.
    pub relation: Option<Relation>,
    /// The numbers, each at its place. They may be gone by now.
    pub numbers: Vec<QuantityId>,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Stated {
    /// States that numbers belong together.
    pub fn new(relation: Relation, numbers: Vec<QuantityId>) -> Self {
        Stated { relation: Some(relation), numbers, unknown: Unknown::default() }
    }

    /// Whether a number is one of those that belong together.
    pub fn holds(&self, number: QuantityId) -> bool {
        self.numbers.contains(&number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_relation_has_a_name_for_every_place_and_says_how_many_it_takes() {
        for relation in Relation::ALL {
            assert!(relation.takes(relation.least()) && !relation.takes(1), "{relation:?}");
            assert_eq!(relation.takes(9), relation.is_open(), "{relation:?}");
        }
        assert_eq!((0..5).map(|at| Relation::Sum.place(at)).collect::<Vec<_>>(), ["Total", "Part", "Part", "Part", "Part"]);
        assert!(Relation::Growth.takes(2) && Relation::Growth.takes(3) && !Relation::Growth.takes(4));
    }
}
