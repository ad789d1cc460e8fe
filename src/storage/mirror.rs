//! The closed lists of the model (status, stance, role …) as the file spells them, with the way there and back. A variant
//! that is added to the model stops the build here until the file has a word for it. A word of a newer version is kept as it is.

use ron::value::RawValue;
use serde::de::MapAccess;

use super::record::{Field, Read};
use super::written::{LeftOut, Out, Words, Written};
use crate::model::{annotation, claim, document, exclusion, link, quantity, source, stated};

macro_rules! mirror {
    ($($(#[$doc:meta])* $name:ident of $live:path { $($variant:ident),+ } else $default:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $(#[doc = concat!("As `", stringify!($variant), "` of the model.")] $variant),+ }

        impl Default for $name {
            fn default() -> Self {
                $name::$default
            }
        }

        impl Written for $name {
            fn write(&self, out: &mut Out) {
                out.push(match self { $($name::$variant => stringify!($variant)),+ });
            }
        }

        impl<'de> Field<'de> for $name {
            fn next<A: MapAccess<'de>>(map: &mut A) -> Result<Read<Self>, A::Error> {
                let raw: &RawValue = map.next_value()?;
                let known = |word: &str| match word {
                    $(stringify!($variant) => Some($name::$variant),)+
                    _ => None,
                };
                // A comment may stand before the word.
                let word = || raw.trim().get_ron().to_owned();
                Ok(known(raw.get_ron()).ok_or_else(word).or_else(|word| known(&word).ok_or(word)))
            }
        }

        impl<'de> Field<'de> for LeftOut<$name> {
            fn next<A: MapAccess<'de>>(map: &mut A) -> Result<Read<Self>, A::Error> {
                let raw: &RawValue = map.next_value()?;
                let words = raw.trim().get_ron();
                let bare = words.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(words).trim();
                match bare {
                    $(stringify!($variant) => Ok(Ok(LeftOut(Some($name::$variant)))),)+
                    "None" => Ok(Ok(LeftOut(None))),
                    _ => Ok(Err(words.to_owned())),
                }
            }
        }

        impl<'de> Field<'de> for Words<$name> {
            fn next<A: MapAccess<'de>>(map: &mut A) -> Result<Read<Self>, A::Error> {
                let raw: &RawValue = map.next_value()?;
                let words = raw.trim().get_ron();
                let list = words.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(words).trim();
                let list = list.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
                let known = |word: &str| match word {
                    $(stringify!($variant) => Some($name::$variant),)+
                    _ => None,
                };
                let read = |list: &str| list.split(',').map(str::trim).filter(|word| !word.is_empty()).map(known).collect::<Option<Vec<_>>>();
                // A list with words that are not known stays as it is.
                Ok(list.and_then(read).map(Words).ok_or_else(|| words.to_owned()))
            }
        }

        impl From<$live> for $name {
            fn from(live: $live) -> Self {
                match live { $(<$live>::$variant => $name::$variant),+ }
            }
        }

        impl From<$name> for $live {
            fn from(row: $name) -> Self {
                match row { $($name::$variant => <$live>::$variant),+ }
            }
        }
    )*};
}

mirror! {
    /// Line ends of an article as it was opened.
    LineEnd of document::LineEnd { Lf, CrLf, Cr, Mixed } else Lf;
    /// Kind of a source.
    SourceKind of source::SourceKind { Person, Anonymous, Organisation, Document, Media } else Person;
    /// Whether a source speaks first hand.
    FirstHand of source::FirstHand { Unclear, Yes, No } else Unclear;
    /// How exactly a number is meant.
    Approximation of quantity::Approximation { Exact, About, UpTo, AtLeast, MoreThan, LessThan, Between } else Exact;
    /// How far the checking of a claim is.
    Status of claim::Status { Open, Asked, Confirmed, Changed, Cut, Unresolved } else Open;
    /// How evidence stands to its claim.
    Stance of claim::Stance { Supports, Contradicts, Context } else Context;
    /// What one record is to another.
    Role of link::Role { RestsOn, Contains, Same, Contradicts, Supports } else RestsOn;
    /// What became of a place.
    Fate of annotation::Fate { Moved, Changed, Lost } else Changed;
    /// What sort of thing a claim says.
    ClaimKind of claim::ClaimKind { Fact, Quote, Name, Date, Figure, Opinion, Forecast } else Fact;
    /// Why a claim must be right before all others.
    Risk of claim::Risk { Legal, Health, Minors, Quote, Safety } else Legal;
    /// Who agrees to a correction.
    Party of claim::Party { Checker, Writer, Editor } else Checker;
    /// How numbers belong together.
    Relation of stated::Relation { Sum, Part, Share, Growth, PerHead, Conversion, Span, Age } else Sum;
    /// Why a passage is not checkable.
    Reason of exclusion::Reason { Opinion, Forecast, Motive, Experience } else Opinion;
}
