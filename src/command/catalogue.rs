//! The catalogue: one row for every action, with label, tooltip, keys and where it applies. Nothing else names a key.

use std::collections::BTreeMap;

use super::key::Shortcut;
use crate::model::annotation::Tag;
use crate::model::claim::Status;

/// How far the caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Motion {
    /// One grapheme back.
    Left,
    /// One grapheme on.
    Right,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the start of the word before.
    WordLeft,
    /// To the end of the word after.
    WordRight,
    /// To the paragraph before.
    ParagraphUp,
    /// To the paragraph after.
    ParagraphDown,
    /// To the start of the row.
    RowStart,
    /// To the end of the row.
    RowEnd,
    /// To the start of the article.
    Start,
    /// To the end of the article.
    End,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
}

/// What a checker can do without naming an object: it acts on what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "label and tooltip of its catalogue row say what each does")]
pub enum Action {
    NewProject,
    OpenArticles,
    OpenFromWeb,
    OpenProject,
    OpenSample,
    SaveFigures,
    PasteArticle,
    OpenDraft,
    PasteDraft,
    Drafts,
    ReadAgain,
    Save,
    SaveAs,
    Backups,
    Export,
    ExportAgain,
    ShowExported,
    Print,
    Decide,
    CloseProject,
    TakeOver,
    Settings,
    Letters,
    Quit,
    Undo,
    Redo,
    Copy,
    ShowArticles,
    ShowClaims,
    ShowNumbers,
    Calculator,
    ShowSources,
    ShowCompare,
    ShowReport,
    NextPanel,
    PreviousPanel,
    ToggleLeftPanel,
    ToggleInspector,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Find,
    FindEverywhere,
    NextHit,
    PreviousHit,
    Palette,
    Shortcuts,
    MoveCaret(Motion),
    ExtendSelection(Motion),
    SelectAll,
    SelectWord,
    Grow,
    Shrink,
    Clear,
    TagSelection(Tag),
    TagEveryOccurrence(Tag),
    Attribute,
    NotCheckable,
    GroupNumber,
    StateCheck,
    Remove,
    StartLink,
    StartResize,
    SetStatus(Status),
    Rate(u8),
    ClearRating,
    SignOff,
    SignArticle,
    EditClaim,
    EditCorrection,
    EditNote,
    EditSelected,
    SplitMention,
    NextMark,
    PreviousMark,
    NextOpen,
    PreviousOpen,
    Suggest(Tag),
    Suggestions,
    NextSuggestion,
    TakeSuggestion,
    DropSuggestion,
    TakeAllSuggestions,
    DropAllSuggestions,
    NextDoubt,
    AcceptPlace,
    PlaceHere,
    NextArticle,
    PreviousArticle,
    Back,
    Forward,
    RenumberClaims,
    LinkNext,
    LinkPrevious,
    LinkRole,
    LinkConfirm,
    LinkLeave,
    ResizeRight,
    ResizeLeft,
    ResizeWordRight,
    ResizeWordLeft,
    ResizeEdge,
    ResizeKeep,
    ResizeRestore,
    OccurrenceTake,
    OccurrenceSkip,
    OccurrenceLeave,
    RowNext,
    RowPrevious,
    RowChoose,
    RowShow,
    RowEdit,
    RowGroup,
    RowCheck,
    RowDrop,
    MergeSources,
    PassageNext,
    PassagePrevious,
    PassageClaim,
    ClaimChanges,
    PassageLink,
    LinkPassages,
    PassageShow,
    SwapArticles,
}

/// Where a key acts. A key may mean different things in different scopes, never two things in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Always, also while typing.
    Everywhere,
    /// While the article text has the focus.
    Galley,
    /// While a suggestion is selected; what is not said here is as in the galley.
    Suggestion,
    /// While a table of the Numbers, Sources or Report view has the focus.
    Table,
    /// While the two articles of the Compare view have the focus.
    Compare,
    /// While a link is being made.
    Linking,
    /// While an edge of a mark is being moved.
    Resizing,
    /// While every occurrence is being confirmed.
    Confirming,
}

/// The part of the shortcut sheet in which a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "title() says what each is")]
pub enum Group {
    Read,
    Tag,
    Suggest,
    GoOn,
    Settle,
    Views,
    Find,
    Files,
    Link,
    Resize,
    Occurrences,
    Tables,
    Compare,
}

impl Group {
    /// All groups in the order of the sheet.
    pub const ALL: [Group; 13] = [
        Group::Read,
        Group::Tag,
        Group::Suggest,
        Group::GoOn,
        Group::Settle,
        Group::Views,
        Group::Find,
        Group::Files,
        Group::Link,
        Group::Resize,
        Group::Occurrences,
        Group::Tables,
        Group::Compare,
    ];

    /// Heading in the shortcut sheet.
    pub fn title(self) -> &'static str {
        match self {
            Group::Read => "Read and select",
            Group::Tag => "Tag",
            Group::Suggest => "Suggestions",
            Group::GoOn => "Go on",
            Group::Settle => "Settle a claim",
            Group::Views => "Views and windows",
            Group::Find => "Find and undo",
            Group::Files => "Articles and files",
            Group::Link => "While linking",
            Group::Resize => "While moving an edge",
            Group::Occurrences => "Every occurrence",
            Group::Tables => "In tables",
            Group::Compare => "Compare articles",
        }
    }
}

/// What must be there for an action to make sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// Always.
    Always,
    /// While a merge has left something open.
    Flags,
    /// At least one article is open.
    Article,
    /// Words or a mark are selected.
    Selection,
    /// A mark is selected.
    Mark,
    /// A claim's mark is selected.
    Claim,
    /// A number is selected.
    Number,
    /// There is something to take back.
    Undo,
    /// There is something to do again.
    Redo,
    /// A search has hits.
    Hits,
    /// The article shown has earlier drafts.
    Draft,
    /// The article shown was read from a file or page.
    Original,
    /// A place is in doubt.
    Doubt,
    /// A suggestion is selected.
    Suggestion,
    /// Another window has the project open.
    InUse,
}

/// A row of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What it does.
    pub action: Action,
    /// Where it stands in the sheet.
    pub group: Group,
    /// Where its keys act.
    pub scope: Scope,
    /// When it applies.
    pub when: When,
    /// As the menu says it.
    pub label: &'static str,
    /// One sentence more.
    pub tooltip: &'static str,
    /// Keys as shipped, the first one is shown.
    pub keys: &'static [&'static str],
}

#[allow(clippy::too_many_arguments, reason = "a row of a table, read across")]
const fn row(
    action: Action,
    group: Group,
    scope: Scope,
    when: When,
    texts: (&'static str, &'static str),
    keys: &'static [&'static str],
) -> Row {
    Row { action, group, scope, when, label: texts.0, tooltip: texts.1, keys }
}

/// Every action once.
pub const CATALOGUE: &[Row] = {
    use Action as A;
    use Group as G;
    use Motion as M;
    use Scope as S;
    use When as W;
    &[
        row(A::MoveCaret(M::Left), G::Read, S::Galley, W::Article, ("Caret left", "Moves the reading caret one character"), &["Left"]),
        row(A::MoveCaret(M::Right), G::Read, S::Galley, W::Article, ("Caret right", "Moves the reading caret one character"), &["Right"]),
        row(A::MoveCaret(M::Up), G::Read, S::Galley, W::Article, ("Caret up", "Moves the reading caret one row"), &["Up"]),
        row(A::MoveCaret(M::Down), G::Read, S::Galley, W::Article, ("Caret down", "Moves the reading caret one row"), &["Down"]),
        row(A::MoveCaret(M::WordLeft), G::Read, S::Galley, W::Article, ("Word left", "Moves the caret to the word before"), &["Ctrl+Left"]),
        row(
            A::MoveCaret(M::WordRight),
            G::Read,
            S::Galley,
            W::Article,
            ("Word right", "Moves the caret past the word after"),
            &["Ctrl+Right"],
        ),
        row(
            A::MoveCaret(M::ParagraphUp),
            G::Read,
            S::Galley,
            W::Article,
            ("Paragraph up", "Moves the caret to the paragraph before"),
            &["Ctrl+Up"],
        ),
        row(
            A::MoveCaret(M::ParagraphDown),
            G::Read,
            S::Galley,
            W::Article,
            ("Paragraph down", "Moves the caret to the paragraph after"),
            &["Ctrl+Down"],
        ),
        row(
            A::MoveCaret(M::RowStart),
            G::Read,
            S::Galley,
            W::Article,
            ("Start of row", "Moves the caret to the start of its row"),
            &["Home"],
        ),
        row(A::MoveCaret(M::RowEnd), G::Read, S::Galley, W::Article, ("End of row", "Moves the caret to the end of its row"), &["End"]),
        row(
            A::MoveCaret(M::Start),
            G::Read,
            S::Galley,
            W::Article,
            ("Start of article", "Moves the caret to the first word"),
            &["Ctrl+Home"],
        ),
        row(A::MoveCaret(M::End), G::Read, S::Galley, W::Article, ("End of article", "Moves the caret past the last word"), &["Ctrl+End"]),
        row(A::MoveCaret(M::PageUp), G::Read, S::Galley, W::Article, ("Page up", "Moves the caret one screen up"), &["PageUp"]),
        row(A::MoveCaret(M::PageDown), G::Read, S::Galley, W::Article, ("Page down", "Moves the caret one screen down"), &["PageDown"]),
        row(
            A::ExtendSelection(M::Left),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend left", "Extends the selection by a character"),
            &["Shift+Left"],
        ),
        row(
            A::ExtendSelection(M::Right),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend right", "Extends the selection by a character"),
            &["Shift+Right"],
        ),
        row(A::ExtendSelection(M::Up), G::Read, S::Galley, W::Article, ("Extend up", "Extends the selection by a row"), &["Shift+Up"]),
        row(
            A::ExtendSelection(M::Down),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend down", "Extends the selection by a row"),
            &["Shift+Down"],
        ),
        row(
            A::ExtendSelection(M::WordLeft),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend word left", "Extends the selection by a word"),
            &["Ctrl+Shift+Left"],
        ),
        row(
            A::ExtendSelection(M::WordRight),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend word right", "Extends the selection by a word"),
            &["Ctrl+Shift+Right"],
        ),
        row(
            A::ExtendSelection(M::ParagraphUp),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend paragraph up", "Extends the selection by a paragraph"),
            &["Ctrl+Shift+Up"],
        ),
        row(
            A::ExtendSelection(M::ParagraphDown),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend paragraph down", "Extends the selection by a paragraph"),
            &["Ctrl+Shift+Down"],
        ),
        row(
            A::ExtendSelection(M::RowStart),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend to row start", "Extends to the start of the row"),
            &["Shift+Home"],
        ),
        row(
            A::ExtendSelection(M::RowEnd),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend to row end", "Extends to the end of the row"),
            &["Shift+End"],
        ),
        row(
            A::ExtendSelection(M::Start),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend to article start", "Extends to the first word"),
            &["Ctrl+Shift+Home"],
        ),
        row(
            A::ExtendSelection(M::End),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend to article end", "Extends to the last word"),
            &["Ctrl+Shift+End"],
        ),
        row(
            A::ExtendSelection(M::PageUp),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend page up", "Extends the selection by a screen"),
            &["Shift+PageUp"],
        ),
        row(
            A::ExtendSelection(M::PageDown),
            G::Read,
            S::Galley,
            W::Article,
            ("Extend page down", "Extends the selection by a screen"),
            &["Shift+PageDown"],
        ),
        row(A::SelectAll, G::Read, S::Galley, W::Article, ("Select all", "Selects the whole article"), &["Ctrl+A"]),
        row(A::SelectWord, G::Read, S::Galley, W::Article, ("Word under the caret", "Selects the word at the caret"), &["W"]),
        row(A::Grow, G::Read, S::Galley, W::Article, ("Grow the selection", "Word, phrase, sentence, paragraph"), &["G"]),
        row(A::Shrink, G::Read, S::Galley, W::Article, ("Shrink again", "Takes the last growing back"), &["Shift+G"]),
        row(A::Clear, G::Read, S::Galley, W::Always, ("Clear the selection", "Lets go of words and mark"), &["Escape"]),
        row(A::Copy, G::Read, S::Galley, W::Selection, ("Copy", "Copies the exact words"), &["Ctrl+C"]),
        row(
            A::TagSelection(Tag::Claim),
            G::Tag,
            S::Galley,
            W::Article,
            ("Tag as claim", "The selected words are a statement to check"),
            &["C"],
        ),
        row(A::TagSelection(Tag::Number), G::Tag, S::Galley, W::Article, ("Tag as number", "The selected words are a figure"), &["N"]),
        row(A::TagSelection(Tag::Source), G::Tag, S::Galley, W::Article, ("Tag as source", "The selected words say who says it"), &["S"]),
        row(
            A::Attribute,
            G::Tag,
            S::Galley,
            W::Article,
            ("Who says what", "Splits the sentence: tags source and claim, and links them by the words between"),
            &["Q"],
        ),
        row(
            A::Suggestions,
            G::Suggest,
            S::Galley,
            W::Article,
            ("Suggestions", "Shows what could be tagged, or hides it again"),
            &["Shift+Y"],
        ),
        row(
            A::Suggest(Tag::Number),
            G::Suggest,
            S::Everywhere,
            W::Article,
            ("Suggest numbers", "Outlines figures that are not tagged"),
            &[],
        ),
        row(
            A::Suggest(Tag::Source),
            G::Suggest,
            S::Everywhere,
            W::Article,
            ("Suggest sources", "Outlines who is cited and not tagged"),
            &[],
        ),
        row(
            A::Suggest(Tag::Claim),
            G::Suggest,
            S::Everywhere,
            W::Article,
            ("Suggest claims", "Outlines sentences that are worth checking"),
            &[],
        ),
        row(A::NextSuggestion, G::Suggest, S::Galley, W::Article, ("Next suggestion", "Goes to the next one in this article"), &["Y"]),
        row(A::TakeSuggestion, G::Suggest, S::Suggestion, W::Suggestion, ("Take it", "Tags the words and goes on"), &["Enter"]),
        row(A::DropSuggestion, G::Suggest, S::Suggestion, W::Suggestion, ("Drop it", "It is not offered again; goes on"), &["Backspace"]),
        row(
            A::TakeAllSuggestions,
            G::Suggest,
            S::Everywhere,
            W::Article,
            ("Take all suggestions", "Tags all that is shown in this article, in one step"),
            &[],
        ),
        row(
            A::DropAllSuggestions,
            G::Suggest,
            S::Everywhere,
            W::Article,
            ("Drop all suggestions", "None of those shown in this article is offered again"),
            &[],
        ),
        row(
            A::NotCheckable,
            G::Tag,
            S::Galley,
            W::Article,
            ("Sentence is not checkable", "Sets the sentence aside; press again for another reason"),
            &["X"],
        ),
        row(
            A::TagEveryOccurrence(Tag::Claim),
            G::Tag,
            S::Galley,
            W::Selection,
            ("Tag every occurrence as claim", "Walks through the same words, Y or N at each"),
            &["Shift+C"],
        ),
        row(
            A::TagEveryOccurrence(Tag::Number),
            G::Tag,
            S::Galley,
            W::Selection,
            ("Tag every occurrence as number", "Walks through the same words, Y or N at each"),
            &["Shift+N"],
        ),
        row(
            A::TagEveryOccurrence(Tag::Source),
            G::Tag,
            S::Galley,
            W::Selection,
            ("Tag every occurrence as source", "Walks through the same words, Y or N at each"),
            &["Shift+S"],
        ),
        row(
            A::GroupNumber,
            G::Tag,
            S::Galley,
            W::Number,
            ("Number measures the same as", "Puts the number into a group of figures of the same"),
            &["Shift+M"],
        ),
        row(
            A::StateCheck,
            G::Tag,
            S::Galley,
            W::Number,
            ("Put numbers together", "States that the number belongs to others, as a part, a share or a span of time, and checks it"),
            &["Shift+P"],
        ),
        row(A::StartLink, G::Tag, S::Galley, W::Selection, ("Link", "Ties the selection to another mark"), &["L"]),
        row(A::StartResize, G::Tag, S::Galley, W::Mark, ("Move an edge of the mark", "The arrow keys move the end"), &["R"]),
        row(A::Remove, G::Tag, S::Galley, W::Mark, ("Remove the mark", "Takes the mark off the text"), &["Delete"]),
        row(
            A::SplitMention,
            G::Tag,
            S::Galley,
            W::Mark,
            ("Make this mention an entry of its own", "Splits it off the claim or source that it shares with other mentions"),
            &["Shift+L"],
        ),
        row(A::NextMark, G::GoOn, S::Galley, W::Article, ("Next mark", "Goes to the next mark in the text"), &["J"]),
        row(A::PreviousMark, G::GoOn, S::Galley, W::Article, ("Previous mark", "Goes to the mark before"), &["K"]),
        row(A::NextOpen, G::GoOn, S::Galley, W::Article, ("Next open claim", "Goes to the next claim that is not settled"), &["Space"]),
        row(
            A::PreviousOpen,
            G::GoOn,
            S::Galley,
            W::Article,
            ("Previous open claim", "Goes to the last claim before that is not settled"),
            &["Shift+Space"],
        ),
        row(
            A::NextDoubt,
            G::GoOn,
            S::Galley,
            W::Article,
            ("Next mark to look at", "Goes to the next mark that moved, was changed or lost its place"),
            &["Shift+J"],
        ),
        row(A::AcceptPlace, G::GoOn, S::Galley, W::Doubt, ("It is right here", "The place of the mark is looked at and right"), &["H"]),
        row(
            A::PlaceHere,
            G::GoOn,
            S::Galley,
            W::Doubt,
            ("Place it on the selected words", "Puts the mark that lost its place on the words selected"),
            &["P"],
        ),
        row(A::NextArticle, G::GoOn, S::Everywhere, W::Article, ("Next article", "Shows the next article of the list"), &["Ctrl+PageDown"]),
        row(A::PreviousArticle, G::GoOn, S::Everywhere, W::Article, ("Previous article", "Shows the article before"), &["Ctrl+PageUp"]),
        row(A::Back, G::GoOn, S::Everywhere, W::Article, ("Back to where you were", "Goes back to the last place"), &["Alt+Left"]),
        row(A::Forward, G::GoOn, S::Everywhere, W::Article, ("Forward again", "Goes on to the place you came back from"), &["Alt+Right"]),
        row(A::SetStatus(Status::Open), G::Settle, S::Galley, W::Claim, ("Open", "Nobody has looked yet"), &["O"]),
        row(A::SetStatus(Status::Asked), G::Settle, S::Galley, W::Claim, ("Asked", "A question is out"), &["A"]),
        row(A::SetStatus(Status::Confirmed), G::Settle, S::Galley, W::Claim, ("Confirmed: tick", "It holds"), &["T"]),
        row(A::SetStatus(Status::Changed), G::Settle, S::Galley, W::Claim, ("Changed: edit", "The wording was changed"), &["E"]),
        row(A::SetStatus(Status::Cut), G::Settle, S::Galley, W::Claim, ("Cut: drop", "It is taken out"), &["D"]),
        row(A::SetStatus(Status::Unresolved), G::Settle, S::Galley, W::Claim, ("Unresolved", "It could not be settled"), &["U"]),
        row(A::Rate(1), G::Settle, S::Galley, W::Claim, ("Rate: first value", "The first value of the scale; asks for the reason"), &["1"]),
        row(A::Rate(2), G::Settle, S::Galley, W::Claim, ("Rate: second value", "The second value of the scale"), &["2"]),
        row(A::Rate(3), G::Settle, S::Galley, W::Claim, ("Rate: third value", "The third value of the scale"), &["3"]),
        row(A::Rate(4), G::Settle, S::Galley, W::Claim, ("Rate: fourth value", "The fourth value of the scale"), &["4"]),
        row(A::Rate(5), G::Settle, S::Galley, W::Claim, ("Rate: fifth value", "The fifth value of the scale"), &["5"]),
        row(A::Rate(6), G::Settle, S::Galley, W::Claim, ("Rate: sixth value", "The sixth value, where the scale has one"), &["6"]),
        row(A::Rate(7), G::Settle, S::Galley, W::Claim, ("Rate: seventh value", "The seventh value, where the scale has one"), &["7"]),
        row(A::Rate(8), G::Settle, S::Galley, W::Claim, ("Rate: eighth value", "The eighth value, where the scale has one"), &["8"]),
        row(A::Rate(9), G::Settle, S::Galley, W::Claim, ("Rate: ninth value", "The ninth value, where the scale has one"), &["9"]),
        row(A::ClearRating, G::Settle, S::Galley, W::Claim, ("Clear the rating", "Takes rating and reason away"), &["0"]),
        row(A::SignOff, G::Settle, S::Galley, W::Claim, ("Sign off", "Puts your name under the claim; it stays as it is then"), &["I"]),
        row(
            A::SignArticle,
            G::Settle,
            S::Everywhere,
            W::Article,
            ("Sign the article off", "Puts your name under the article; its marks stay as they are then"),
            &["Ctrl+Shift+I"],
        ),
        row(A::EditClaim, G::Settle, S::Galley, W::Claim, ("Claim in full", "Write the claim so that it stands by itself"), &["F2"]),
        row(A::EditCorrection, G::Settle, S::Galley, W::Claim, ("Correction", "Write the wording that should stand there"), &["F4"]),
        row(A::EditNote, G::Settle, S::Galley, W::Mark, ("Margin note", "Write the note that stands beside the text"), &["M"]),
        row(
            A::EditSelected,
            G::Settle,
            S::Galley,
            W::Mark,
            ("Go to the inspector", "Puts the focus on the first field of the mark"),
            &["Enter"],
        ),
        row(
            A::RenumberClaims,
            G::Settle,
            S::Everywhere,
            W::Article,
            ("Renumber claims in text order", "Numbers the claims of this article from 1 as they stand"),
            &[],
        ),
        row(A::ShowArticles, G::Views, S::Everywhere, W::Always, ("Articles", "The articles and their marks"), &["Ctrl+1"]),
        row(
            A::ShowClaims,
            G::Views,
            S::Everywhere,
            W::Always,
            ("Claims", "What is left over all articles, and the other claims"),
            &["Ctrl+6"],
        ),
        row(A::ShowNumbers, G::Views, S::Everywhere, W::Always, ("Numbers", "All figures of all articles"), &["Ctrl+2"]),
        row(
            A::Calculator,
            G::Views,
            S::Everywhere,
            W::Article,
            ("Calculator", "Works out sums, units, per cent and days, beside the checks of the Numbers view"),
            &["Ctrl+R"],
        ),
        row(A::ShowSources, G::Views, S::Everywhere, W::Always, ("Sources", "The source register"), &["Ctrl+3"]),
        row(
            A::ShowCompare,
            G::Views,
            S::Everywhere,
            W::Always,
            ("Compare", "Two articles beside each other: what they share, and what was changed"),
            &["Ctrl+4"],
        ),
        row(A::ShowReport, G::Views, S::Everywhere, W::Always, ("Report", "The report as it will be handed over"), &["Ctrl+5"]),
        row(A::NextPanel, G::Views, S::Everywhere, W::Always, ("Next panel", "Moves the focus to the next panel"), &["F6"]),
        row(A::PreviousPanel, G::Views, S::Everywhere, W::Always, ("Previous panel", "Moves the focus to the panel before"), &["Shift+F6"]),
        row(A::ToggleLeftPanel, G::Views, S::Everywhere, W::Always, ("Left panel", "Shows or hides the list of articles"), &["Ctrl+B"]),
        row(A::ToggleInspector, G::Views, S::Everywhere, W::Always, ("Inspector", "Shows or hides the inspector"), &["Ctrl+I"]),
        row(A::ZoomIn, G::Views, S::Everywhere, W::Always, ("Larger", "Makes everything larger"), &["Ctrl+Plus"]),
        row(A::ZoomOut, G::Views, S::Everywhere, W::Always, ("Smaller", "Makes everything smaller"), &["Ctrl+Minus"]),
        row(A::ZoomReset, G::Views, S::Everywhere, W::Always, ("Usual size", "Back to the usual size"), &["Ctrl+0"]),
        row(A::Palette, G::Views, S::Everywhere, W::Always, ("Commands", "Finds commands, claims, words and sources"), &["Ctrl+K"]),
        row(A::Shortcuts, G::Views, S::Everywhere, W::Always, ("Keys", "Shows all keys"), &["F1", "Question"]),
        row(A::Settings, G::Views, S::Everywhere, W::Always, ("Settings", "Theme, reader size, name, scale, keys"), &["Ctrl+Comma"]),
        row(
            A::Letters,
            G::Files,
            S::Everywhere,
            W::Article,
            ("Letters", "Questions to the writer, and the change list for the editor"),
            &["Ctrl+Shift+L"],
        ),
        row(A::Find, G::Find, S::Everywhere, W::Article, ("Find in this article", "Finds words in the article shown"), &["Ctrl+F"]),
        row(
            A::FindEverywhere,
            G::Find,
            S::Everywhere,
            W::Article,
            ("Find in all articles", "Finds words in every article"),
            &["Ctrl+Shift+F"],
        ),
        row(A::NextHit, G::Find, S::Everywhere, W::Hits, ("Next hit", "Goes to the next place found"), &["F3"]),
        row(A::PreviousHit, G::Find, S::Everywhere, W::Hits, ("Previous hit", "Goes to the place found before"), &["Shift+F3"]),
        row(A::Undo, G::Find, S::Everywhere, W::Undo, ("Undo", "Takes the last step back"), &["Ctrl+Z"]),
        row(A::Redo, G::Find, S::Everywhere, W::Redo, ("Redo", "Does it again"), &["Ctrl+Shift+Z", "Ctrl+Y"]),
        row(
            A::OpenArticles,
            G::Files,
            S::Everywhere,
            W::Always,
            ("Open articles", "Adds text, web pages, PDF, Word, books and mails to the project"),
            &["Ctrl+O"],
        ),
        row(
            A::OpenFromWeb,
            G::Files,
            S::Everywhere,
            W::Always,
            ("Open from a web address", "Fetches one page by its address, and says first from whom"),
            &["Ctrl+L"],
        ),
        row(
            A::PasteArticle,
            G::Files,
            S::Everywhere,
            W::Always,
            ("Paste as article", "Adds the text of the clipboard, where no field has the focus"),
            &["Ctrl+V"],
        ),
        row(
            A::OpenDraft,
            G::Files,
            S::Everywhere,
            W::Article,
            ("Open new draft", "Puts a new draft of the article shown in its place; its marks go along"),
            &["Ctrl+D"],
        ),
        row(
            A::PasteDraft,
            G::Files,
            S::Everywhere,
            W::Article,
            ("Paste as new draft", "Takes the text of the clipboard as a new draft of the article shown"),
            &[],
        ),
        row(
            A::Drafts,
            G::Files,
            S::Everywhere,
            W::Draft,
            ("Drafts of this article", "Shows what the new draft changed, earlier drafts, and the marks to look at"),
            &["Ctrl+Shift+D"],
        ),
        row(
            A::ReadAgain,
            G::Files,
            S::Everywhere,
            W::Original,
            ("Read it in another way", "Takes the whole page or another encoding from the same bytes; marks go along"),
            &["Ctrl+Shift+R"],
        ),
        row(
            A::OpenProject,
            G::Files,
            S::Everywhere,
            W::Always,
            ("Open a project", "Opens a .ron file that was saved before"),
            &["Ctrl+Shift+O"],
        ),
        row(A::NewProject, G::Files, S::Everywhere, W::Always, ("New project", "Starts an empty project"), &["Ctrl+N"]),
        row(A::Save, G::Files, S::Everywhere, W::Always, ("Save", "Writes the project to its file"), &["Ctrl+S"]),
        row(A::SaveAs, G::Files, S::Everywhere, W::Always, ("Save as", "Writes the project to another file"), &["Ctrl+Shift+S"]),
        row(A::Backups, G::Files, S::Everywhere, W::Always, ("Backups", "Lists earlier states of the project, to bring one back"), &[]),
        row(
            A::Export,
            G::Files,
            S::Everywhere,
            W::Article,
            ("Export the report", "Chooses what goes into the annotated report, and writes it in one or more forms"),
            &["Ctrl+E"],
        ),
        row(
            A::ExportAgain,
            G::Files,
            S::Everywhere,
            W::Article,
            ("Write the report again", "The same forms to the same place as last time"),
            &["Ctrl+Shift+E"],
        ),
        row(A::ShowExported, G::Files, S::Everywhere, W::Article, ("Show in folder", "Where the report was written last"), &[]),
        row(A::Print, G::Files, S::Everywhere, W::Article, ("Print the report", "Opens it as pages in your viewer"), &["Ctrl+P"]),
        row(A::Decide, G::Files, S::Everywhere, W::Flags, ("Decide what a merge left open", "Goes through the questions one by one"), &[]),
        row(
            A::TakeOver,
            G::Files,
            S::Everywhere,
            W::InUse,
            ("Take over this project", "Opens it for changes here; the window that has it may only read from then on"),
            &[],
        ),
        row(
            A::OpenSample,
            G::Files,
            S::Everywhere,
            W::Always,
            ("Open the sample", "A copy of one flood in four articles, to try anything"),
            &[],
        ),
        row(
            A::SaveFigures,
            G::Files,
            S::Everywhere,
            W::Article,
            ("All figures as CSV", "Writes all numbers with their groups to a file for spreadsheets"),
            &[],
        ),
        row(A::CloseProject, G::Files, S::Everywhere, W::Always, ("Close the project", "Back to the welcome page"), &["Ctrl+W"]),
        row(A::Quit, G::Files, S::Everywhere, W::Always, ("Quit", "Asks first if something is not saved"), &["Ctrl+Q"]),
        row(A::LinkNext, G::Link, S::Linking, W::Always, ("Next mark to link", "Chooses the next mark as the other end"), &["J"]),
        row(A::LinkPrevious, G::Link, S::Linking, W::Always, ("Previous mark to link", "Chooses the mark before as the other end"), &["K"]),
        row(A::LinkRole, G::Link, S::Linking, W::Always, ("Another role", "Contradicts, same as, supports"), &["R"]),
        row(A::LinkConfirm, G::Link, S::Linking, W::Always, ("Make the link", "Ties the two together"), &["Enter"]),
        row(A::LinkLeave, G::Link, S::Linking, W::Always, ("Leave linking", "Nothing is linked"), &["Escape"]),
        row(A::ResizeRight, G::Resize, S::Resizing, W::Always, ("Edge right", "One character on"), &["Right"]),
        row(A::ResizeLeft, G::Resize, S::Resizing, W::Always, ("Edge left", "One character back"), &["Left"]),
        row(A::ResizeWordRight, G::Resize, S::Resizing, W::Always, ("Edge a word right", "One word on"), &["Shift+Right"]),
        row(A::ResizeWordLeft, G::Resize, S::Resizing, W::Always, ("Edge a word left", "One word back"), &["Shift+Left"]),
        row(A::ResizeEdge, G::Resize, S::Resizing, W::Always, ("The other edge", "Changes between start and end"), &["R"]),
        row(A::ResizeKeep, G::Resize, S::Resizing, W::Always, ("Keep", "Leaves the mark as it is now"), &["Enter"]),
        row(A::ResizeRestore, G::Resize, S::Resizing, W::Always, ("Restore", "Puts the mark back as it was"), &["Escape"]),
        row(A::OccurrenceTake, G::Occurrences, S::Confirming, W::Always, ("Tag this one", "Goes on to the next"), &["Y"]),
        row(A::OccurrenceSkip, G::Occurrences, S::Confirming, W::Always, ("Leave this one", "Goes on to the next"), &["N"]),
        row(A::OccurrenceLeave, G::Occurrences, S::Confirming, W::Always, ("Stop", "Keeps what was tagged so far"), &["Escape"]),
        row(A::RowNext, G::Tables, S::Table, W::Always, ("Next row", "Goes to the next row"), &["J", "Down"]),
        row(A::RowPrevious, G::Tables, S::Table, W::Always, ("Previous row", "Goes to the row before"), &["K", "Up"]),
        row(
            A::RowChoose,
            G::Tables,
            S::Table,
            W::Always,
            ("Choose the row", "Adds a claim to those that a change is of; among numbers, goes to the next conflict"),
            &["Space"],
        ),
        row(A::RowShow, G::Tables, S::Table, W::Always, ("Show in the text", "Goes to the words of the row"), &["Enter", "F"]),
        row(A::RowEdit, G::Tables, S::Table, W::Always, ("Edit the row", "Puts the focus on its first field"), &["V"]),
        row(
            A::RowGroup,
            G::Tables,
            S::Table,
            W::Always,
            ("Move to a group", "Says with which others the number measures the same"),
            &["M"],
        ),
        row(
            A::RowCheck,
            G::Tables,
            S::Table,
            W::Always,
            ("Put together with others", "States that the number belongs to others, as a part, a share or a span of time, and checks it"),
            &["P"],
        ),
        row(
            A::RowDrop,
            G::Tables,
            S::Table,
            W::Always,
            ("Drop what is offered", "These do not measure the same; nobody asks again"),
            &["Backspace"],
        ),
        row(
            A::MergeSources,
            G::Tables,
            S::Table,
            W::Always,
            ("Merge two sources", "Joins the selected source into the next one chosen"),
            if cfg!(target_os = "macos") { &["Ctrl+Shift+M"] } else { &["Ctrl+M"] },
        ),
        row(
            A::PassageNext,
            G::Compare,
            S::Compare,
            W::Always,
            ("Next passage", "Goes to the next passage that both articles have"),
            &["J", "Down"],
        ),
        row(A::PassagePrevious, G::Compare, S::Compare, W::Always, ("Previous passage", "Goes to the passage before"), &["K", "Up"]),
        row(
            A::PassageClaim,
            G::Compare,
            S::Compare,
            W::Always,
            ("Claim from this pair", "Makes one claim of the passage in both articles"),
            &["C"],
        ),
        row(
            A::ClaimChanges,
            G::Compare,
            S::Compare,
            W::Always,
            ("Claims from all changes", "Makes a claim of each passage in which more than the wording changed"),
            &["Shift+C"],
        ),
        row(
            A::PassageLink,
            G::Compare,
            S::Compare,
            W::Always,
            ("Link the pair", "Links the claims of the two passages as the same; a passage without one becomes a claim"),
            &["L"],
        ),
        row(
            A::LinkPassages,
            G::Compare,
            S::Compare,
            W::Always,
            ("Link all passages", "Links each pair of passages as the same"),
            &["Shift+L"],
        ),
        row(
            A::PassageShow,
            G::Compare,
            S::Compare,
            W::Always,
            ("Passage in the text", "Goes to the passage in its article"),
            &["Enter", "F"],
        ),
        row(A::SwapArticles, G::Compare, S::Compare, W::Always, ("Swap the two articles", "Left becomes right"), &["X"]),
    ]
};

impl Action {
    /// Its row.
    pub fn row(self) -> Option<&'static Row> {
        CATALOGUE.iter().find(|row| row.action == self)
    }
}

/// Keys by action: the shipped ones, with what the checker changed.
#[derive(Clone, Debug)]
pub struct KeyMap {
    keys: BTreeMap<Action, Vec<Shortcut>>,
}

impl Default for KeyMap {
    fn default() -> Self {
        let parse = |row: &Row| row.keys.iter().filter_map(|key| key.parse().ok()).collect();
        KeyMap { keys: CATALOGUE.iter().map(|row| (row.action, parse(row))).collect() }
    }
}

impl KeyMap {
    /// The keys of an action.
    pub fn keys(&self, action: Action) -> &[Shortcut] {
        self.keys.get(&action).map_or(&[], Vec::as_slice)
    }

    /// The key to show for an action: `Ctrl Shift F`; blank where it has none.
    pub fn shown(&self, action: Action) -> String {
        self.keys(action).first().map_or_else(String::new, Shortcut::shown)
    }

    /// Gives an action other keys.
    ///
    /// # Errors
    /// The label of the action that has the key already, in the same scope or everywhere.
    pub fn change(&mut self, action: Action, keys: Vec<Shortcut>) -> Result<(), &'static str> {
        let Some(row) = action.row() else { return Ok(()) };
        for key in &keys {
            let taken = CATALOGUE
                .iter()
                .find(|other| other.action != action && scopes_meet(row.scope, other.scope) && self.keys(other.action).contains(key));
            if let Some(other) = taken {
                return Err(other.label);
            }
        }
        self.keys.insert(action, keys);
        Ok(())
    }

    /// What a key does in a scope: the scope's own row first, then those that act everywhere.
    pub fn action(&self, scope: Option<Scope>, key: &Shortcut) -> Option<Action> {
        let in_scope = |wanted: Scope| {
            let mut rows = CATALOGUE.iter().filter(move |row| row.scope == wanted);
            rows.find(|row| self.keys(row.action).contains(key)).map(|row| row.action)
        };
        let below = scope.filter(|scope| *scope == Scope::Suggestion).map(|_| Scope::Galley);
        scope.and_then(in_scope).or_else(|| below.and_then(in_scope)).or_else(|| in_scope(Scope::Everywhere))
    }
}

/// Whether two scopes can be alive at once. While linking, resizing or confirming, the mode's own keys go first.
fn scopes_meet(one: Scope, other: Scope) -> bool {
    one == other || one == Scope::Everywhere || other == Scope::Everywhere
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_a_key_where_both_can_act() {
        for (at, row) in CATALOGUE.iter().enumerate() {
            for other in &CATALOGUE[at + 1..] {
                assert_ne!(row.action, other.action, "{} stands twice", row.label);
                if scopes_meet(row.scope, other.scope) {
                    for key in row.keys {
                        assert!(!other.keys.contains(key), "{} and {} share {key}", row.label, other.label);
                    }
                }
            }
        }
    }

    #[test]
    fn every_row_is_complete_and_its_keys_are_keys() {
        for row in CATALOGUE {
            assert!(!row.label.is_empty() && !row.tooltip.is_empty());
            for key in row.keys {
                assert_eq!(key.parse::<Shortcut>().map(|parsed| parsed.to_string()).as_deref(), Ok(*key));
            }
        }
    }

    #[test]
    fn a_changed_key_may_not_clash() {
        let mut map = KeyMap::default();
        let key = |text: &str| text.parse::<Shortcut>().unwrap();
        assert_eq!(map.change(Action::Grow, vec![key("C")]), Err("Tag as claim"));
        assert_eq!(map.change(Action::Grow, vec![key("Ctrl+F")]), Err("Find in this article"));
        assert_eq!(map.change(Action::Grow, vec![key("B")]), Ok(()));
        assert_eq!(map.action(Some(Scope::Galley), &key("B")), Some(Action::Grow));
        assert_eq!(map.action(Some(Scope::Galley), &key("G")), None);
        assert_eq!(map.action(None, &key("C")), None);
        assert_eq!(map.action(Some(Scope::Linking), &key("J")), Some(Action::LinkNext));
    }
}
