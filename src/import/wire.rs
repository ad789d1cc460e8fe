//! What a reader in a process of its own is asked and answers: a line of JSON and the bytes of the file; a line of JSON.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::trouble::{ImportError, Warning};
use super::{Encoded, Imported, Wish};
use crate::model::document::aside::{Aside, AsideKind};
use crate::model::document::structure::{Kind, Part};
use crate::model::document::{LineEnd, Meta, Span, Structure, Text};

/// What is asked. The bytes of the file follow the line.
#[derive(Debug, Serialize, Deserialize)]
pub struct Ask {
    /// The file's name.
    pub name: String,
    /// How the checker wants it read.
    pub wish: Wish,
}

/// What is answered.
#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    /// It was read.
    Read(Box<Article>),
    /// It was not.
    Refused(ImportError),
}

/// An article that was read, as it is sent.
#[derive(Debug, Serialize, Deserialize)]
pub struct Article {
    text: String,
    line_end: Ends,
    had_bom: bool,
    parts: Vec<(usize, usize, PartKind)>,
    targets: Vec<String>,
    /// Title, outlet, byline, published, url, archive_url, language, origin.
    meta: [String; 8],
    asides: Vec<Note>,
    warnings: Vec<Warning>,
    encoding: Option<Encoded>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Ends {
    Lf,
    CrLf,
    Cr,
    Mixed,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum PartKind {
    Table,
    Quote(u8),
    Entry(u8),
    Heading(u8),
    Caption,
    Cell(u32, u32, bool),
    Sign,
    Page(u32),
    Time(u32),
    Strong,
    Emphasis,
    Link(u32),
}

#[derive(Debug, Serialize, Deserialize)]
struct Note {
    span: (usize, usize),
    kind: NoteKind,
    by: String,
    at: String,
    words: String,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum NoteKind {
    Comment,
    Footnote,
    Insertion,
    Deletion,
}

impl From<Result<Imported, ImportError>> for Answer {
    fn from(read: Result<Imported, ImportError>) -> Self {
        match read {
            Ok(imported) => Answer::Read(Box::new(Article::of(&imported))),
            Err(error) => Answer::Refused(error),
        }
    }
}

impl Answer {
    /// What was read, or why not.
    ///
    /// # Errors
    /// When the reader refused.
    pub fn into_read(self) -> Result<Imported, ImportError> {
        match self {
            Answer::Read(article) => Ok(article.imported()),
            Answer::Refused(error) => Err(error),
        }
    }
}

impl Article {
    fn of(read: &Imported) -> Self {
        let Meta { title, outlet, byline, published, url, archive_url, language, origin } = read.meta.clone();
        let note = |aside: &Aside| Note {
            span: (aside.span.start(), aside.span.end()),
            kind: match aside.kind {
                AsideKind::Comment => NoteKind::Comment,
                AsideKind::Footnote => NoteKind::Footnote,
                AsideKind::Insertion => NoteKind::Insertion,
                AsideKind::Deletion => NoteKind::Deletion,
            },
            by: aside.by.clone(),
            at: aside.at.clone(),
            words: aside.words.clone(),
        };
        Article {
            text: read.text.as_str().to_owned(),
            line_end: match read.text.line_end() {
                LineEnd::Lf => Ends::Lf,
                LineEnd::CrLf => Ends::CrLf,
                LineEnd::Cr => Ends::Cr,
                LineEnd::Mixed => Ends::Mixed,
            },
            had_bom: read.text.had_bom(),
            parts: read.structure.parts().iter().map(|part| (part.span.start(), part.span.end(), sent(part.kind))).collect(),
            targets: read.structure.targets().iter().map(|target| target.to_string()).collect(),
            meta: [title, outlet, byline, published, url, archive_url, language, origin],
            asides: read.asides.iter().map(note).collect(),
            warnings: read.warnings.clone(),
            encoding: read.encoding.clone(),
        }
    }

    /// The process may have been led astray by what it read: places that do not fit the text are left out.
    fn imported(self) -> Imported {
        let line_end = match self.line_end {
            Ends::Lf => LineEnd::Lf,
            Ends::CrLf => LineEnd::CrLf,
            Ends::Cr => LineEnd::Cr,
            Ends::Mixed => LineEnd::Mixed,
        };
        let text = Text::from_frozen(self.text, line_end, self.had_bom);
        let place = |start: usize, end: usize| {
            let is_sound = start < end && end <= text.len() && text.floor(start) == start && text.ceil(end) == end;
            is_sound.then(|| Span::between(start, end))
        };
        let part = |(start, end, kind): &(usize, usize, PartKind)| Some(Part { span: place(*start, *end)?, kind: taken(*kind) });
        let parts = self.parts.iter().filter_map(part).collect();
        let targets: Vec<Arc<str>> = self.targets.iter().map(|target| target.as_str().into()).collect();
        let structure = Structure::checked(parts, &text).0.with_targets(&targets);
        let aside = |note: Note| {
            let kind = match note.kind {
                NoteKind::Comment => AsideKind::Comment,
                NoteKind::Footnote => AsideKind::Footnote,
                NoteKind::Insertion => AsideKind::Insertion,
                NoteKind::Deletion => AsideKind::Deletion,
            };
            Some(Aside { span: place(note.span.0, note.span.1)?, kind, by: note.by, at: note.at, words: note.words })
        };
        let asides = self.asides.into_iter().filter_map(aside).collect();
        let [title, outlet, byline, published, url, archive_url, language, origin] = self.meta;
        let meta = Meta { title, outlet, byline, published, url, archive_url, language, origin };
        Imported { text, structure, meta, asides, warnings: self.warnings, encoding: self.encoding }
    }
}

fn sent(kind: Kind) -> PartKind {
    match kind {
        Kind::Table => PartKind::Table,
        Kind::Quote(depth) => PartKind::Quote(depth),
        Kind::Entry(depth) => PartKind::Entry(depth),
        Kind::Heading(level) => PartKind::Heading(level),
        Kind::Caption => PartKind::Caption,
        Kind::Cell { row, column, is_head } => PartKind::Cell(row, column, is_head),
        Kind::Sign => PartKind::Sign,
        Kind::Page(number) => PartKind::Page(number),
        Kind::Time(moment) => PartKind::Time(moment),
        Kind::Strong => PartKind::Strong,
        Kind::Emphasis => PartKind::Emphasis,
        Kind::Link(target) => PartKind::Link(target),
    }
}

fn taken(kind: PartKind) -> Kind {
    match kind {
        PartKind::Table => Kind::Table,
        PartKind::Quote(depth) => Kind::Quote(depth),
        PartKind::Entry(depth) => Kind::Entry(depth),
        PartKind::Heading(level) => Kind::Heading(level),
        PartKind::Caption => Kind::Caption,
        PartKind::Cell(row, column, is_head) => Kind::Cell { row, column, is_head },
        PartKind::Sign => Kind::Sign,
        PartKind::Page(number) => Kind::Page(number),
        PartKind::Time(moment) => Kind::Time(moment),
        PartKind::Strong => Kind::Strong,
        PartKind::Emphasis => Kind::Emphasis,
        PartKind::Link(target) => Kind::Link(target),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Draft, draft};

    #[test]
    fn an_article_comes_back_as_it_was_sent() {
        let mut draft = Draft::default();
        draft.meta = Meta { title: "Dyke fails".into(), origin: "a.docx, read as Word".into(), ..Meta::default() };
        let all = draft.begin();
        let heading = draft.begin();
        draft.words("Dyke fails");
        draft.end(heading, Kind::Heading(1));
        let link = draft.here();
        draft.words("the “report” é");
        let kind = draft.link("https://example.org");
        draft.mark(link, kind);
        let note = draft::Note { kind: AsideKind::Deletion, by: "Ann".into(), at: "2025".into(), words: "old".into() };
        draft.aside(link, note);
        draft.line();
        draft.end(all, Kind::Page(1));
        let mut read = draft.freeze();
        read.encoding = Some(Encoded { name: "windows-1252".into(), is_guess: true });
        let sent = serde_json::to_string(&Answer::from(Ok(read.clone()))).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&sent).unwrap().into_read(), Ok(read));
    }

    #[test]
    fn places_that_do_not_fit_are_left_out() {
        let mut article = Article::of(&crate::import::pasted("Dy\u{301}ke fails"));
        article.parts = vec![(0, 2, PartKind::Strong), (0, 99, PartKind::Table), (5, 5, PartKind::Page(1))];
        article.asides = vec![Note { span: (9, 2), kind: NoteKind::Comment, by: String::new(), at: String::new(), words: String::new() }];
        let read = article.imported();
        assert!(read.structure.is_empty() && read.asides.is_empty());
    }
}
