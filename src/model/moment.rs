//! A moment in time, passed in from outside.

/// Milliseconds since 1970-01-01T00:00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Milliseconds since the Unix epoch.
    pub epoch_ms: i64,
}

impl Moment {
    /// The moment so many milliseconds after the Unix epoch.
    pub const fn from_ms(epoch_ms: i64) -> Self {
        Moment { epoch_ms }
    }
}
