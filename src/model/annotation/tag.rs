//! The three tags a checker gives by hand.

/// What a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// A statement to check.
    Claim,
    /// A figure.
    Number,
    /// Who or what says it.
    Source,
}

impl Tag {
    /// All three, in the order of the keys C, N, S.
    pub const ALL: [Tag; 3] = [Tag::Claim, Tag::Number, Tag::Source];

    /// The word on screen, in lower case.
    pub fn word(self) -> &'static str {
        match self {
            Tag::Claim => "claim",
            Tag::Number => "number",
            Tag::Source => "source",
        }
    }
}
