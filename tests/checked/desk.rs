//! A desk at work without a window: commands by the words of the articles.

use tickmark::command::catalogue::Action;
use tickmark::command::{Command, Field, NewArticle, SourceChange};
use tickmark::import;
use tickmark::model::annotation::{Annotation, Mention, Tag};
use tickmark::model::claim::Status;
use tickmark::model::document::Span;
use tickmark::model::id::{ClaimId, DocumentId, QuantityId, SourceId};
use tickmark::model::link::Role;
use tickmark::model::moment::Moment;
use tickmark::model::source::{FirstHand, Source, SourceKind};
use tickmark::session::{IdSource, Session};

/// 21 November 2026, 14:32 UTC: when everything in the project happens.
const NOW: Moment = Moment::from_ms(1_795_271_520_000);

/// A session, and the articles in their order.
pub struct Desk {
    /// The project at work.
    pub session: Session,
    articles: Vec<DocumentId>,
}

/// What a report needs from outside.
pub fn input() -> tickmark::report::BuildInput {
    tickmark::report::BuildInput { today: NOW, checker: "RK".into(), offset: jiff::tz::Offset::UTC, options: Default::default() }
}

impl Desk {
    /// The articles of these files, opened and not yet read.
    pub fn open(files: &[std::path::PathBuf]) -> Self {
        let read = |path: &std::path::PathBuf| {
            let imported = import::read(&path.to_string_lossy(), std::fs::read(path).unwrap()).unwrap();
            NewArticle::from(imported)
        };
        let mut session = Session::empty(IdSource::new(7), NOW);
        session.set_checker("RK");
        session.run(Command::AddArticles(files.iter().map(read).collect()), NOW);
        let articles = session.project().order().to_vec();
        Desk { session, articles }
    }

    /// Carries a command out, which must not be refused.
    #[track_caller]
    pub fn run(&mut self, command: Command) {
        self.session.dismiss_notice();
        let told = format!("{command:?}");
        self.session.run(command, NOW);
        let refused = self.session.notice().filter(|notice| notice.is_warning).map(|notice| notice.words.clone());
        assert_eq!(refused, None, "{told}");
    }

    #[track_caller]
    fn find(&self, letter: char, words: &str) -> (DocumentId, Span) {
        let document = self.articles[letter as usize - 'A' as usize];
        let text = &self.session.project().document(document).unwrap().text;
        let start = text.as_str().find(words).unwrap_or_else(|| panic!("“{words}” is not in {letter}"));
        (document, text.span(start, start + words.len()))
    }

    /// Tags the first place of some words.
    #[track_caller]
    pub fn tag(&mut self, letter: char, words: &str, tag: Tag) -> Mention {
        let (document, span) = self.find(letter, words);
        self.run(Command::Tag { document, span, tag });
        self.session.mark().unwrap().mention
    }

    /// The number marked on the words in brackets; it is tagged where it is not yet.
    #[track_caller]
    pub fn number(&mut self, letter: char, marked: &str) -> QuantityId {
        let (before, rest) = marked.split_once('[').unwrap();
        let (words, after) = rest.split_once(']').unwrap();
        let (document, whole) = self.find(letter, &format!("{before}{words}{after}"));
        let start = whole.start() + before.len();
        let span = Span::between(start, start + words.len());
        let is_it = |mark: &&Annotation| (mark.document, mark.span, mark.mention.tag()) == (document, span, Tag::Number);
        let known = self.session.project().annotations().values().find(is_it).map(|mark| mark.mention);
        if known.is_none() {
            self.run(Command::Tag { document, span, tag: Tag::Number });
        }
        match known.unwrap_or_else(|| self.session.mark().unwrap().mention) {
            Mention::Number(id) => id,
            other => panic!("{other:?}"),
        }
    }

    /// Presses the key that splits who says what, with the caret in these words.
    #[track_caller]
    pub fn attribute(&mut self, letter: char, words: &str) {
        let (document, span) = self.find(letter, words);
        self.run(Command::Select { document, anchor: span.start(), head: span.start() });
        self.run(Command::Run(Action::Attribute));
    }

    /// Sets the sentence of these words aside.
    #[track_caller]
    pub fn set_aside(&mut self, letter: char, words: &str) {
        let (document, span) = self.find(letter, words);
        self.run(Command::Select { document, anchor: span.start(), head: span.start() });
        self.run(Command::Run(Action::NotCheckable));
    }

    /// The claim that has these words.
    #[track_caller]
    pub fn claim(&self, words: &str) -> ClaimId {
        let (project, lookup) = (self.session.project(), self.session.lookup());
        let has = |id: &&ClaimId| lookup.quote(project, Mention::Claim(**id)).contains(words);
        *project.claims().keys().find(has).unwrap_or_else(|| panic!("no claim says “{words}”"))
    }

    /// The source of that name.
    #[track_caller]
    pub fn source(&self, name: &str) -> &Source {
        let mut sources = self.session.project().sources().values();
        sources.find(|source| source.name == name).unwrap_or_else(|| panic!("no source is called “{name}”"))
    }

    #[track_caller]
    fn id(&self, name: &str) -> SourceId {
        self.source(name).id
    }

    /// Lets a claim rest on a source.
    #[track_caller]
    pub fn rest(&mut self, claim: &str, source: &str) {
        let (from, to) = (Mention::Claim(self.claim(claim)), Mention::Source(self.id(source)));
        self.run(Command::Link { from, to, role: Some(Role::RestsOn) });
    }

    /// Ties two claims.
    #[track_caller]
    pub fn tie(&mut self, one: &str, role: Role, other: &str) {
        let (from, to) = (Mention::Claim(self.claim(one)), Mention::Claim(self.claim(other)));
        self.run(Command::Link { from, to, role: Some(role) });
    }

    /// Merges an entry into another one, if the program has found that they are perhaps the same.
    #[track_caller]
    pub fn merge(&mut self, keep: &str, join: &str) {
        let (keep, join) = (self.id(keep), self.id(join));
        let is_found = self.session.same_sources().iter().any(|pair| pair.beside(keep) == Some(join));
        assert!(is_found, "{} is not offered", self.session.project().sources()[&join].name);
        self.run(Command::MergeSources { keep, join });
    }

    /// Lets a source rest on another one.
    #[track_caller]
    pub fn heard_from(&mut self, source: &str, root: &str) {
        let (source, root) = (self.id(source), self.id(root));
        self.run(Command::ChangeSource(source, SourceChange::RestsOn(root, true)));
    }

    /// Types in a field.
    #[track_caller]
    pub fn type_in(&mut self, field: Field, text: &str) {
        let visit = self.session.new_visit();
        self.run(Command::Type { field, text: text.to_owned(), visit });
    }

    /// Describes a source: its name from now on, role, grade, first hand.
    #[track_caller]
    pub fn describe(&mut self, source: &str, (name, role): (&str, &str), (grade, first_hand): (&str, FirstHand)) {
        let id = self.id(source);
        let fields = [(Field::SourceName(id), name), (Field::SourceRole(id), role), (Field::SourceGrade(id), grade)];
        for (field, text) in fields.into_iter().filter(|(_, text)| !text.is_empty()) {
            self.type_in(field, text);
        }
        self.run(Command::SetFirstHand(id, first_hand));
    }

    /// Says of what kind a source is.
    #[track_caller]
    pub fn kind(&mut self, source: &str, kind: SourceKind) {
        let id = self.id(source);
        self.run(Command::SetSourceKind(id, kind));
    }

    /// Settles a claim: rating with its reason, and status.
    #[track_caller]
    pub fn settle(&mut self, claim: &str, (nth, reason): (u8, &str), status: Status) {
        let id = self.claim(claim);
        self.run(Command::Rate(id, Some(nth)));
        self.type_in(Field::RatingReason(id), reason);
        self.run(Command::SetStatus(id, status));
    }
}
