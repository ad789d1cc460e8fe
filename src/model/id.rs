//! Identities of records: 64 bits, unique across machines, written as 13 letters and digits.
//! They are passed in from outside; the model never invents one.

use std::fmt;
use std::str::FromStr;

/// Crockford's base 32 alphabet in lower case: no i, l, o, u, so an id can be read aloud.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// An untyped 64-bit identity. The upper 40 bits are milliseconds, so ids sort by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uid(pub u64);

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..13).rev() {
            let digit = (self.0 >> (place * 5)) & 31;
            let letter = ALPHABET.get(digit as usize).copied().unwrap_or(b'0');
            write!(f, "{}", letter as char)?;
        }
        Ok(())
    }
}

/// Why a text is no identity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no id: 13 letters and digits are wanted")]
pub struct NoId(pub String);

impl FromStr for Uid {
    type Err = NoId;

    fn from_str(text: &str) -> Result<Self, NoId> {
        let no_id = || NoId(text.to_owned());
        if text.len() != 13 {
            return Err(no_id());
        }
        let mut bits: u128 = 0;
        for byte in text.bytes() {
            let digit = ALPHABET.iter().position(|&letter| letter == byte).ok_or_else(no_id)?;
            bits = (bits << 5) | digit as u128;
        }
        u64::try_from(bits).map(Uid).map_err(|_| no_id())
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NoId;

            fn from_str(text: &str) -> Result<Self, NoId> {
                text.parse().map($name)
            }
        }

        impl From<$name> for Uid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<Uid> for $name {
            fn from(uid: Uid) -> Self {
                $name(uid)
            }
        }
    )*};
}

ids! {
    /// Identity of a project.
    ProjectId;
    /// Identity of an opened article.
    DocumentId;
    /// Identity of a mark in an article.
    AnnotationId;
    /// Identity of a claim.
    ClaimId;
    /// Identity of an entry of the source register.
    SourceId;
    /// Identity of what a number says.
    QuantityId;
    /// Identity of what several numbers measure.
    GroupId;
    /// Identity of a link between records.
    LinkId;
    /// Identity of a passage that was set aside as not checkable.
    ExclusionId;
    /// Identity of an evidence row.
    EvidenceId;
    /// Identity of a line of the change history.
    ChangeId;
    /// Identity of something that a merge could not decide.
    FlagId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        for bits in [0, 1, 31, 32, u64::MAX, 0x0123_4567_89ab_cdef] {
            assert_eq!(Uid(bits).to_string().parse(), Ok(Uid(bits)));
        }
        assert_eq!(Uid(0).to_string(), "0000000000000");
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "abc", "0000000000000x", "il00000000000", "zzzzzzzzzzzzz", "é00000000000"] {
            assert_eq!(text.parse::<Uid>(), Err(NoId(text.to_owned())), "{text}");
        }
    }
}
