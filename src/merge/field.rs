//! What a merge must know of a field: whether two records have the same there, how to take it over, and how to say it.

use crate::model::project::Project;

/// A field of a record.
pub struct Field<T: 'static> {
    /// What it is called in words, as the history calls it.
    pub name: &'static str,
    /// Whether two records have the same there.
    pub is_same: fn(&T, &T) -> bool,
    /// Takes it over from the first record into the second.
    pub copy: fn(&T, &mut T),
    /// What stands there, in words.
    pub show: fn(&T, &Project) -> String,
    /// Takes words as [`Field::show`] gives them; false where words do not say enough.
    pub read: fn(&str, &mut T) -> bool,
    /// Whether it holds words of the checker, to which others can be added.
    pub is_text: bool,
}

/// A field of words.
macro_rules! text {
    ($name:literal, $($field:ident).+) => {
        Field {
            name: $name,
            is_same: |one, other| one.$($field).+ == other.$($field).+,
            copy: |from, to| to.$($field).+.clone_from(&from.$($field).+),
            show: |record, _| record.$($field).+.clone(),
            read: |words, record| {
                words.clone_into(&mut record.$($field).+);
                true
            },
            is_text: true,
        }
    };
}

/// A field with one of several words.
macro_rules! choice {
    ($name:literal, $field:ident, $all:expr) => {
        Field {
            name: $name,
            is_same: |one, other| one.$field == other.$field,
            copy: |from, to| to.$field = from.$field,
            show: |record, _| record.$field.word().to_owned(),
            read: |words, record| match $all.into_iter().find(|choice| choice.word() == words) {
                Some(choice) => {
                    record.$field = choice;
                    true
                }
                None => false,
            },
            is_text: false,
        }
    };
}

/// A field of words on who said a claim.
macro_rules! said {
    ($name:literal, $field:ident) => {
        Field {
            name: $name,
            is_same: |one, other| one.said().$field == other.said().$field,
            copy: |from, to| to.say(|said| said.$field = from.said().$field),
            show: |claim, _| claim.said().$field,
            read: |words, claim| {
                claim.say(|said| words.clone_into(&mut said.$field));
                true
            },
            is_text: true,
        }
    };
}

/// Fields that say where something is or where it comes from: shown, taken over whole, not read from words.
macro_rules! plain {
    ($name:literal, [$($($field:ident).+),+], $show:expr) => {
        Field {
            name: $name,
            is_same: |one, other| $(one.$($field).+ == other.$($field).+)&&+,
            copy: |from, to| {
                $(to.$($field).+.clone_from(&from.$($field).+);)+
            },
            show: $show,
            read: |_, _| false,
            is_text: false,
        }
    };
}

/// What a newer version wrote into a record: taken over whole, since nobody here understands it.
macro_rules! opaque {
    () => {
        plain!("fields of a newer version", [unknown], |record, _| format!("{:?}", record.unknown))
    };
}

pub(super) use {choice, opaque, plain, said, text};
