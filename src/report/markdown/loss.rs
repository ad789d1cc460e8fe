//! What the Markdown file could not show.

use std::fmt;

/// Something that is in the report but not, or not wholly, in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// So many claims overlap others without lying inside them: the brackets do not tell which ends where.
    CrossingClaims(usize),
    /// So many marks of numbers have no sign in the text. The table of numbers lists them.
    HiddenNumbers(usize),
    /// So many marks of sources have no sign in the text. The table of sources lists them.
    HiddenSources(usize),
    /// So many struck passages are not shown as struck. The change list has them.
    HiddenStrikes(usize),
}

impl Loss {
    /// How often it happened.
    pub fn count(self) -> usize {
        match self {
            Loss::CrossingClaims(count) | Loss::HiddenNumbers(count) | Loss::HiddenSources(count) | Loss::HiddenStrikes(count) => count,
        }
    }

    fn adding(self, more: usize) -> Self {
        match self {
            Loss::CrossingClaims(count) => Loss::CrossingClaims(count + more),
            Loss::HiddenNumbers(count) => Loss::HiddenNumbers(count + more),
            Loss::HiddenSources(count) => Loss::HiddenSources(count + more),
            Loss::HiddenStrikes(count) => Loss::HiddenStrikes(count + more),
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = self.count() == 1;
        let (subject, words) = match self {
            Loss::CrossingClaims(_) if one => ("claim", "overlaps another; its brackets do not tell which ends where"),
            Loss::CrossingClaims(_) => ("claims", "overlap others; their brackets do not tell which ends where"),
            Loss::HiddenNumbers(_) if one => ("number", "has no sign in the text; the table of numbers has it"),
            Loss::HiddenNumbers(_) => ("numbers", "have no sign in the text; the table of numbers has them"),
            Loss::HiddenSources(_) if one => ("source", "has no sign in the text; the table of sources has it"),
            Loss::HiddenSources(_) => ("sources", "have no sign in the text; the table of sources has them"),
            Loss::HiddenStrikes(_) if one => ("struck passage", "is not shown as struck; the change list has it"),
            Loss::HiddenStrikes(_) => ("struck passages", "are not shown as struck; the change list has them"),
        };
        write!(f, "{} {subject} {words}", self.count())
    }
}

/// One line for each kind, in order; kinds that did not happen are left out.
pub(super) fn summed(losses: Vec<Loss>) -> Vec<Loss> {
    let mut sums = [Loss::CrossingClaims(0), Loss::HiddenNumbers(0), Loss::HiddenSources(0), Loss::HiddenStrikes(0)];
    for loss in losses {
        for sum in &mut sums {
            if std::mem::discriminant(sum) == std::mem::discriminant(&loss) {
                *sum = sum.adding(loss.count());
            }
        }
    }
    sums.into_iter().filter(|loss| loss.count() > 0).collect()
}
