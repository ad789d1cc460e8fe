//! The letters that a desk writes about an article, and their forms.

/// A kind of letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    /// What the writer is asked.
    #[default]
    Questions,
    /// What the editor should change.
    Changes,
}

impl Letter {
    /// Both kinds.
    pub const ALL: [Letter; 2] = [Letter::Questions, Letter::Changes];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Letter::Questions => "Questions to the writer",
            Letter::Changes => "Change list for the editor",
        }
    }

    /// The word that a project file has for it.
    pub fn code(self) -> &'static str {
        match self {
            Letter::Questions => "questions",
            Letter::Changes => "changes",
        }
    }
}

/// The form of a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterForm {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A draft that mail programs open (RFC 5322).
    Mail,
}

impl LetterForm {
    /// All forms.
    pub const ALL: [LetterForm; 3] = [LetterForm::Text, LetterForm::Markdown, LetterForm::Mail];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            LetterForm::Text => "Plain text",
            LetterForm::Markdown => "Markdown",
            LetterForm::Mail => "E-mail draft",
        }
    }

    /// File name ending, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            LetterForm::Text => "txt",
            LetterForm::Markdown => "md",
            LetterForm::Mail => "eml",
        }
    }
}
