//! How a kind of record is read and written, from the list of its fields: what is absent is blank, what is not known is kept word for
//! word, and a word that is not known leaves its field blank and is kept with it. Serde's `flatten` and untagged enums cannot do this in
//! RON, so the few lines that a derive would make stand here.

use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::MapAccess;

use super::written::{LeftOut, Lines, Written};

/// The value of a field, or what stands there where its word is not known.
pub type Read<T> = Result<T, String>;

/// Something that can stand in a field of a record.
pub trait Field<'de>: Written + Default + PartialEq + Sized {
    /// Reads the value whose name was just read.
    ///
    /// # Errors
    /// The parser's.
    fn next<A: MapAccess<'de>>(map: &mut A) -> Result<Read<Self>, A::Error>;
}

/// Reads a text as a record. Both `Some("x")` and `"x"` are read, so that a file may be written by hand.
///
/// # Errors
/// The parser's, with its place.
pub fn parse<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, SpannedError> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
}

/// Reads a value without looking into it.
///
/// # Errors
/// The parser's.
pub fn next_raw<'de, A: MapAccess<'de>>(map: &mut A) -> Result<String, A::Error> {
    // What was borrowed is sound, but a comment at its end would swallow what is written behind it.
    map.next_value::<&RawValue>().map(|raw| raw.trim().get_ron().to_owned())
}

macro_rules! plain_value {
    ($(($($bound:tt)*) $type:ty;)+) => {$(
        impl<'de, $($bound)*> $crate::storage::record::Field<'de> for $type {
            fn next<A: serde::de::MapAccess<'de>>(map: &mut A) -> Result<$crate::storage::record::Read<Self>, A::Error> {
                map.next_value().map(Ok)
            }
        }
    )+};
}
pub(super) use plain_value;

plain_value! {
    () String;
    () bool;
    () u8;
    () u32;
    () usize;
    () Lines;
    (T: Deserialize<'de> + Written + PartialEq) Option<T>;
    (T: Deserialize<'de> + Written + PartialEq) LeftOut<T>;
    (T: Deserialize<'de> + Written + PartialEq) Vec<T>;
}

macro_rules! records {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
            /// What this version does not know, word for word.
            pub unknown: $crate::model::unknown::Unknown,
        }

        impl $name {
            /// The fields that this version knows, in the order of the file.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;
                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("the fields of a ", stringify!($name)))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        $(let mut $field: Option<$type> = None;)*
                        let mut unknown: Vec<(String, String)> = Vec::new();
                        while let Some(name) = map.next_key::<&str>()? {
                            let is_twice = match name {
                                $(stringify!($field) => $field.is_some(),)*
                                _ => false,
                            };
                            if is_twice || unknown.iter().any(|(known, _)| known == name) {
                                return Err(serde::de::Error::custom(format_args!("Duplicate field named `{name}`")));
                            }
                            match name {
                                $(stringify!($field) => match <$type as $crate::storage::record::Field<'de>>::next(&mut map)? {
                                    Ok(value) => $field = Some(value),
                                    Err(word) => unknown.push((name.to_owned(), word)),
                                },)*
                                _ => unknown.push((name.to_owned(), $crate::storage::record::next_raw(&mut map)?)),
                            }
                        }
                        let unknown = $crate::model::unknown::Unknown::new(unknown);
                        Ok($name { $($field: $field.unwrap_or_default(),)* unknown })
                    }
                }
                deserializer.deserialize_struct(stringify!($name), Self::FIELDS, Fields)
            }
        }

        impl $crate::storage::written::Written for $name {
            fn write(&self, out: &mut $crate::storage::written::Out) {
                let mut fields = $crate::storage::written::Fields::new(out);
                $({
                    // A word that is not known stands until the checker chooses another.
                    match self.unknown.get(stringify!($field)).filter(|_| self.$field == <$type>::default()) {
                        Some(word) => fields.name(stringify!($field)).push(word),
                        None if self.$field.is_left_out() => {}
                        None => self.$field.write(fields.name(stringify!($field))),
                    }
                })*
                for (name, value) in self.unknown.iter().filter(|(name, _)| !Self::FIELDS.contains(name)) {
                    fields.name(name).push(value);
                }
                fields.end();
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let written = $crate::storage::written::Written::to_ron(self);
                let raw = ron::value::RawValue::from_boxed_ron(written.into_boxed_str()).map_err(serde::ser::Error::custom)?;
                raw.serialize(serializer)
            }
        }

        $crate::storage::record::plain_value!(() $name;);
    )*};
}
pub(super) use records;
