//! Who stands for something, and since when: sign-off of claims and articles, and agreement to a correction.

use super::moment::Moment;

/// Initials under a claim or an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignOff {
    /// Initials or name.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Why it was opened again; blank while the sign-off holds.
    pub reopened: String,
}

impl SignOff {
    /// A sign-off that holds.
    pub fn new(by: &str, at: Moment) -> Self {
        SignOff { by: by.to_owned(), at, reopened: String::new() }
    }

    /// Whether it holds: nobody has opened what it stands under again.
    pub fn holds(&self) -> bool {
        self.reopened.is_empty()
    }
}
