//! How far the checking of a claim is.

/// The six states of a claim. Confirmed, changed and cut are settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nobody has looked yet.
    #[default]
    Open,
    /// A question is out.
    Asked,
    /// It holds.
    Confirmed,
    /// The wording was changed so that it holds.
    Changed,
    /// It is taken out of the article.
    Cut,
    /// It could not be settled.
    Unresolved,
}

impl Status {
    /// All states in the order of the inspector's buttons.
    pub const ALL: [Status; 6] = [Status::Open, Status::Asked, Status::Confirmed, Status::Changed, Status::Cut, Status::Unresolved];

    /// Whether nothing is left to do.
    pub fn is_settled(self) -> bool {
        matches!(self, Status::Confirmed | Status::Changed | Status::Cut)
    }

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            Status::Open => "Open",
            Status::Asked => "Asked",
            Status::Confirmed => "Confirmed",
            Status::Changed => "Changed",
            Status::Cut => "Cut",
            Status::Unresolved => "Unresolved",
        }
    }
}
