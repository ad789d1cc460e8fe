//! Values as the file writes them: RON on one line. The parser of the `ron` crate reads them back; writing is done here so that a
//! record stands on one line, fields of newer versions stand in it word for word, and readable characters stay as they are.

use std::fmt::Write;

use serde::Deserialize;

use super::legible;

/// Something that stands in a file.
pub trait Written {
    /// Writes it at the end of a text.
    fn write(&self, out: &mut Out);

    /// Whether its field is left out with its name.
    fn is_left_out(&self) -> bool {
        false
    }

    /// It as a text of one line.
    fn to_ron(&self) -> String {
        let mut out = Out::default();
        self.write(&mut out);
        out.text
    }
}

/// A file in the making.
#[derive(Default)]
pub struct Out {
    /// What is written so far.
    pub text: String,
    /// Whether the lines of an article get a line of the file each.
    pub breaks_lines: bool,
}

impl Out {
    /// Adds words as they are.
    pub fn push(&mut self, words: &str) {
        self.text.push_str(words);
    }
}

/// The lines of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Lines(pub Vec<String>);

impl Written for Lines {
    fn write(&self, out: &mut Out) {
        if !out.breaks_lines {
            return self.0.write(out);
        }
        out.push("[\n");
        for line in &self.0 {
            out.push("      ");
            line.write(out);
            out.push(",\n");
        }
        out.push("    ]");
    }
}

impl Written for String {
    fn write(&self, out: &mut Out) {
        legible::quote(self, &mut out.text);
    }
}

/// What stands in a file as it is.
pub struct Verbatim<'a>(pub &'a str);

impl Written for Verbatim<'_> {
    fn write(&self, out: &mut Out) {
        out.push(self.0);
    }
}

macro_rules! plain {
    ($($name:ty)+) => {$(
        impl Written for $name {
            fn write(&self, out: &mut Out) {
                // Writing to a text cannot fail.
                let _ = write!(out.text, "{self}");
            }
        }
    )+};
}

plain!(bool u8 u32 usize);

impl<T: Written> Written for Option<T> {
    fn write(&self, out: &mut Out) {
        match self {
            Some(value) => {
                out.push("Some(");
                value.write(out);
                out.push(")");
            }
            None => out.push("None"),
        }
    }
}

/// What few records have: its field is left out where there is nothing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct LeftOut<T>(pub Option<T>);

impl<T> Default for LeftOut<T> {
    fn default() -> Self {
        LeftOut(None)
    }
}

impl<T: Written> Written for LeftOut<T> {
    fn write(&self, out: &mut Out) {
        // The name of the field says that it is there.
        if let Some(value) = &self.0 {
            value.write(out);
        }
    }

    fn is_left_out(&self) -> bool {
        self.0.is_none()
    }
}

/// A list of words that is left out where it is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words<T>(pub Vec<T>);

impl<T> Default for Words<T> {
    fn default() -> Self {
        Words(Vec::new())
    }
}

impl<T: Written> Written for Words<T> {
    fn write(&self, out: &mut Out) {
        self.0.write(out);
    }

    fn is_left_out(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Written> Written for Vec<T> {
    fn write(&self, out: &mut Out) {
        out.push("[");
        for (at, value) in self.iter().enumerate() {
            out.push(if at == 0 { "" } else { ", " });
            value.write(out);
        }
        out.push("]");
    }
}

/// Writes the fields of a record between brackets, with commas between them.
pub struct Fields<'a> {
    out: &'a mut Out,
    is_first: bool,
}

impl<'a> Fields<'a> {
    /// Opens the bracket.
    pub fn new(out: &'a mut Out) -> Self {
        out.push("(");
        Fields { out, is_first: true }
    }

    /// Writes a name and gives the text in which its value is to be written.
    pub fn name(&mut self, name: &str) -> &mut Out {
        self.out.push(if self.is_first { "" } else { ", " });
        self.is_first = false;
        write_name(name, self.out);
        self.out.push(": ");
        self.out
    }

    /// Closes the bracket.
    pub fn end(self) {
        self.out.push(")");
    }
}

/// Writes the name of a field; one that is no plain word is marked as RON wants it.
pub fn write_name(name: &str, out: &mut Out) {
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') || name.starts_with(|sign: char| sign.is_ascii_digit()) {
        out.push("r#");
    }
    out.push(name);
}
