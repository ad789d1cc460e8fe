//! What holds inside of a group of rich text, and ends with it.

use crate::import::pen::Ink;

/// Where words go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Destination {
    /// Into the text.
    #[default]
    Text,
    /// Nowhere.
    Nowhere,
    /// Into the table of fonts.
    Fonts,
    /// Into the table of styles.
    Styles,
    /// Into the table of those who changed something.
    Authors,
    /// Into what the file says about itself.
    Title,
    /// Its author.
    Author,
    /// When it was written.
    Written,
    /// Into the command of a field.
    Command,
    /// Into the name of who commented.
    CommentAuthor,
    /// Into the number by which a comment's beginning is known.
    CommentStart,
    /// And its end.
    CommentEnd,
    /// And the comment itself.
    CommentNumber,
    /// Into the date of a comment.
    CommentDate,
}

/// Who changed words, and when, as numbers of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// The place in the table of authors.
    pub author: i32,
    /// The moment, packed as Word does.
    pub moment: i32,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The number of its style.
    pub style: i32,
    /// Its level as a heading, from 0.
    pub outline: Option<u8>,
    /// Whether it is in a list.
    pub in_list: bool,
    /// How deep in lists it would be, from 0.
    pub list_level: u8,
    /// Whether it is in a cell.
    pub in_table: bool,
}

/// What holds in a group.
#[derive(Clone, Copy, Debug, Default)]
pub struct State {
    /// Where words go.
    pub destination: Destination,
    /// How words are printed.
    pub ink: Ink,
    /// The number of the font.
    pub font: Option<i32>,
    /// How many signs follow each `\u` for programs that do not know it.
    pub substitutes: usize,
    /// What the paragraph is.
    pub paragraph: Paragraph,
    /// Whether the words were taken out by a tracked change.
    pub deleted: Option<Hand>,
    /// Whether they were put in.
    pub inserted: Option<Hand>,
    /// Where words go in the second of two groups that say the same, `\upr`.
    pub twice: Option<Destination>,
    /// Whether text boxes in it are read although its own words are not.
    pub has_boxes: bool,
}
