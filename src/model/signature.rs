//! Who stands for something, and since when: sign-off of claims and articles, and agreement to a correction.

use super::moment::Moment;

/// Initials under a claim or an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignOff {
    /// Initials or name.
    pub by: String,
    /// When.
    pub at: Moment,
}
