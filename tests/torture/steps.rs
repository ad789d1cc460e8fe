//! Work for the journal: commands of every kind on a project with records of every kind, and the project after each.

use tickmark::command::catalogue::Action;
use tickmark::command::{Command, Field, NewArticle};
use tickmark::edit::Deed;
use tickmark::edit::transaction::Visit;
use tickmark::model::annotation::{Mention, Tag};
use tickmark::model::claim::{Stance, Status};
use tickmark::model::document::{Span, Text};
use tickmark::model::exclusion::Reason;
use tickmark::model::flag::Choice;
use tickmark::model::id::{AnnotationId, ClaimId, DocumentId, EvidenceId, SourceId};
use tickmark::model::link::Role;
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::model::quantity::Approximation;
use tickmark::model::source::{FirstHand, SourceKind};
use tickmark::session::{IdSource, Session};
use tickmark::storage;

/// The project at the start: two articles with records of every kind, a place in doubt, an open question of a merge, and what a newer
/// version wrote.
pub fn start() -> Project {
    let quote = "mayor's office";
    let doubt = format!("by: \"RK\", doubt: (fate: Moved, was: (start: 1, end: 15, exact: \"{quote}\", prefix: \"\", suffix: \"\"))),\n");
    let flag = "flags: [(id: \"00000000000zz\", kind: \"claim\", record: \"0000000000008\", conflict: \"differs\", field: \"note\", ours: \"\", theirs: \"Ask.\")],";
    let mut written = include_str!("../old_projects/2.ron").replace("first_hand: No", "colour: {\"a\": Red(1)}, first_hand: No");
    written = written.replacen("\n)\n", &format!("\n  {flag}\n  panels: [(id: \"1\")],\n)\n"), 1);
    let mark = written.find(&format!("exact: \"{quote}\"")).unwrap();
    let end = mark + written[mark..].find("by: \"RK\"),\n").unwrap();
    written.replace_range(end..end + "by: \"RK\"),\n".len(), &doubt);
    let project = storage::read(written.as_bytes()).unwrap().project;
    assert!(!project.flags().is_empty() && !project.kept().fields.is_empty());
    assert!(project.annotations().values().any(|mark| mark.doubt.is_some()) && project.sources().values().any(|it| !it.unknown.is_empty()));
    project
}

/// Everything that was done, and the project before the first and after each.
pub struct Work {
    pub deeds: Vec<Deed>,
    pub states: Vec<Project>,
}

impl Work {
    /// Runs all commands; each must do one thing.
    pub fn new() -> Self {
        let project = start();
        let mut session = Session::new(project.clone(), None, IdSource::new(7));
        session.set_checker("RK");
        let (mut work, mut idle) = (Work { deeds: Vec::new(), states: vec![project] }, Vec::new());
        for (nth, command) in COMMANDS.iter().enumerate() {
            let at = Moment::from_ms(1_800_000_000_000 + 700 * i64::try_from(nth).unwrap());
            for command in command(&session) {
                session.run(command, at);
            }
            let deeds = session.take_deeds();
            if deeds.len() != 1 {
                idle.push(format!("command {nth} does {} things: {:?}", deeds.len(), session.notice().map(|notice| &notice.words)));
            }
            work.deeds.extend(deeds);
            work.states.push(session.project().clone());
        }
        assert!(idle.is_empty(), "{idle:#?}");
        work
    }
}

/// What the checker does, one step each; commands before the last of a step only select.
type Step = fn(&Session) -> Vec<Command>;

fn run(action: Action) -> Vec<Command> {
    vec![Command::Run(action)]
}

fn one(command: Command) -> Vec<Command> {
    vec![command]
}

fn article(session: &Session, nth: usize) -> DocumentId {
    session.project().order()[nth]
}

fn claim(session: &Session, nth: usize) -> ClaimId {
    *session.project().claims().keys().nth(nth).unwrap()
}

fn newest_claim(session: &Session) -> ClaimId {
    *session.project().claims().keys().next_back().unwrap()
}

fn source(session: &Session, nth: usize) -> SourceId {
    *session.project().sources().keys().nth(nth).unwrap()
}

fn newest_source(session: &Session) -> SourceId {
    *session.project().sources().keys().next_back().unwrap()
}

fn mark_of(session: &Session, record: impl Fn(Mention) -> bool) -> AnnotationId {
    session.project().annotations().values().rev().find(|mark| record(mark.mention)).unwrap().id
}

fn row(session: &Session) -> EvidenceId {
    session.project().claims()[&claim(session, 1)].evidence[0].id
}

fn words(session: &Session, nth: usize, words: &str) -> (DocumentId, Span) {
    let document = article(session, nth);
    let text = &session.project().document(document).unwrap().text;
    let start = text.as_str().find(words).unwrap();
    (document, text.span(start, start + words.len()))
}

fn tag(session: &Session, at: &str, tag: Tag) -> Vec<Command> {
    let (document, span) = words(session, 0, at);
    one(Command::Tag { document, span, tag })
}

fn typed(field: Field, text: &str, visit: u64) -> Vec<Command> {
    one(Command::Type { field, text: text.to_owned(), visit: Visit(visit) })
}

fn new_article(text: &str) -> Vec<Command> {
    let article = NewArticle::of(Text::freeze(text.to_owned()));
    one(Command::AddArticles(vec![article]))
}

const COMMANDS: &[Step] = &[
    |session| tag(session, "Orva\n", Tag::Claim),
    |session| tag(session, "3–5 days", Tag::Number),
    |session| tag(session, "سدّ", Tag::Source),
    |session| one(Command::SetStatus(claim(session, 1), Status::Confirmed)),
    |session| one(Command::Rate(claim(session, 1), Some(2))),
    |session| typed(Field::RatingReason(claim(session, 1)), "Nobody c", 1),
    |session| typed(Field::RatingReason(claim(session, 1)), "Nobody counted, “they” say\n\u{202e}x", 1),
    |session| one(Command::AddEvidence(claim(session, 1))),
    |session| typed(Field::EvidenceText(claim(session, 1), row(session)), "The register says 900.", 2),
    |session| one(Command::SetStance(claim(session, 1), row(session), Stance::Contradicts)),
    |session| one(Command::AddEvidence(claim(session, 1))),
    |session| one(Command::MoveEvidence(claim(session, 1), row(session), 1)),
    |session| one(Command::RemoveEvidence(claim(session, 1), row(session))),
    |_| run(Action::Undo),
    |_| run(Action::Undo),
    |_| run(Action::Redo),
    |session| one(Command::SetSourceKind(source(session, 0), SourceKind::Organisation)),
    |session| one(Command::SetFirstHand(source(session, 0), FirstHand::Yes)),
    |session| typed(Field::SourceName(source(session, 0)), "office of the mayor", 3),
    |session| {
        let number = *session.project().quantities().keys().next().unwrap();
        one(Command::SetApproximation(number, Approximation::ALL[2]))
    },
    |session| typed(Field::QuantityValue(*session.project().quantities().keys().next().unwrap()), "1400 to 1600", 4),
    |session| {
        let (document, span) = words(session, 0, "Nobody");
        vec![Command::Select { document, anchor: span.start(), head: span.end() }, Command::Run(Action::NotCheckable)]
    },
    |session| one(Command::SetReason(*session.project().exclusions().keys().next().unwrap(), Reason::ALL[2])),
    |session| one(Command::RemoveExclusion(*session.project().exclusions().keys().next_back().unwrap())),
    |session| {
        one(Command::Link { from: Mention::Claim(claim(session, 2)), to: Mention::Claim(claim(session, 0)), role: Some(Role::Supports) })
    },
    |session| one(Command::SetRole(*session.project().links().keys().next_back().unwrap(), Role::Contradicts)),
    |session| one(Command::Unlink(*session.project().links().keys().next_back().unwrap())),
    |session| {
        let (document, span) = words(session, 1, "2 a.m.");
        one(Command::AddMention { claim: claim(session, 0), document, span })
    },
    |session| {
        let wanted = claim(session, 0);
        one(Command::SplitClaim(mark_of(session, |record| record == Mention::Claim(wanted))))
    },
    |session| one(Command::MergeClaims { keep: claim(session, 0), join: newest_claim(session) }),
    |_| one(Command::AddSource("a guard “at the gate”".to_owned())),
    |session| one(Command::MergeSources { keep: source(session, 1), join: newest_source(session) }),
    |session| {
        let wanted = claim(session, 1);
        let mark = mark_of(session, |record| record == Mention::Claim(wanted));
        one(Command::Resize { mark, span: words(session, 0, "Nobody was").1 })
    },
    |session| typed(Field::Keywords(mark_of(session, |_| true)), "flood, dyke", 5),
    |session| typed(Field::Title(article(session, 1)), "Orva again", 6),
    |_| typed(Field::ProjectName, "Orva, second packet", 7),
    |_| typed(Field::ScaleWord(0), "Untrue", 8),
    |session| one(Command::Decide(*session.project().flags().keys().next().unwrap(), Choice::Theirs)),
    |session| {
        let doubtful = session.project().annotations().values().find(|mark| mark.doubt.is_some()).unwrap().id;
        vec![Command::SelectMark(doubtful), Command::Run(Action::AcceptPlace)]
    },
    |_| new_article("Third\r\n\r\nNobody knows 👨‍👩‍👧.\r\n"),
    |session| one(Command::MoveArticle(article(session, 2), 0)),
    |session| one(Command::RemoveArticle(article(session, 1))),
    |_| run(Action::Undo),
    |session| one(Command::RemoveMark(mark_of(session, |_| true))),
    |session| one(Command::RemoveSource(source(session, 0))),
    |_| run(Action::Undo),
    |session| one(Command::RemoveArticle(article(session, 0))),
    |_| typed(Field::ProjectName, "Orva", 9),
];
