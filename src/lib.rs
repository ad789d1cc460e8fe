//! Tickmark: a desk for fact-checkers. Articles are opened, claims, numbers and sources in them are tagged by hand, each claim is
//! settled, and an annotated report is handed over. This page is the map of the source.
//!
//! # Reading order
//!
//! | Module | What it is |
//! |---|---|
//! | [`model`] | what a checker's file contains: plain data with its own rules |
//! | [`edit`] | the only door through which a project changes: edits with inverses, in labelled transactions |
//! | [`command`] | every user action with its payload, and the catalogue of labels and keys |
//! | [`import`] | bytes or pasted words to a frozen article and warnings, one file a format |
//! | [`fetch`] | a page from the web, when somebody asks for it: one request, within limits, in bytes |
//! | [`storage`] | project files: read generously, written safely; journals, backups |
//! | [`merge`] | three states of a project become one; what cannot be decided is flagged |
//! | [`lint`] | findings: what a second pair of eyes would ask, one file a rule |
//! | [`suggest`] | what could be marked in an article, entries that are perhaps the same, figures of the same, who says what: proposals with their reason; and what can be worked out again in a sentence |
//! | [`compare`] | articles against each other: shared passages and what was changed in them, drafts; which of many belong together |
//! | [`report`] | the report, built once as a tree in one of five languages; HTML, PDF, Markdown, Word documents, tables, JSON, plots and letters only print it |
//! | [`session`] | a project at work: selection, history, view, search; turns commands into edits |
//! | [`cli`] | the command line, one file a command |
//! | `widget` | what the window is built of: theme, fonts, icons, controls, typesetting; knows no model |
//! | `view` | what is on screen: `rows.rs` prepares plain rows, `mod.rs` draws them |
//! | `app` | the window: keys, dispatch, dialogs, background jobs, settings |
//!
//! The last three are there with the feature `gui`, pages of the report as PDF with the feature `pdf`. `testing`, in tests only, writes projects as articles with their marks.
//!
//! # Who may use whom
//!
//! Arrows point down.
//!
//! | Module | May use | Never |
//! |---|---|---|
//! | `model` | | serde, egui, files, clock, chance |
//! | `edit` | `model` | the same |
//! | `command` | `model`, `edit` | egui |
//! | `import`, `suggest` | `model` | egui |
//! | `fetch` | | egui, files |
//! | `lint`, `compare` | `model`, `suggest` | egui |
//! | `storage` | `model`, `edit` | egui |
//! | `merge` | `model`, `edit` | serde, egui, files, clock, chance |
//! | `report` | `model`, `lint` | egui |
//! | `session` | all above | egui |
//! | `cli` | all above | egui |
//! | `widget` | | all other modules, files, dialogs |
//! | `view` | `model`, `edit`, `command`, `lint`, `suggest`, `compare`, `report`, `session` to read, `widget` | files, dialogs, `storage`, `import` |
//! | `app` | everything | |
//!
//! `tests/architecture.rs` reads every file and holds this table. The build without `gui` proves a part of it again.
//!
//! # What always holds
//!
//! - **Text is frozen.** An article's text is what was decoded when it was opened, with line ends as LF. Everything else points into it.
//! - **Byte spans in memory, code points on disk.** A span is a half-open range of UTF-8 bytes between graphemes, never backwards. All
//!   conversions are in `model/document/offset.rs`; only `model/document/text.rs` slices the text.
//! - **No mark slides onto other words.** In a text that was changed outside the program each is found again by its words, or says that
//!   it moved, was changed or lost its place, until somebody has looked (`model/annotation/reanchor.rs`). In a new draft of an article
//!   each goes where its words went in the word-by-word difference (`model/annotation/carry.rs`).
//! - **Every change is an edit with an inverse.** Undo and the change history read the same edits.
//! - **Every action is one row of the catalogue.** Menu, palette, tooltips, shortcut sheet and keyboard come from it.
//! - **Views read and send.** They get a session that they cannot change and send commands, which the app runs between frames.
//! - **A hostile article harms nothing.** Formats that other people's code takes apart are read in a process of its own, held to its share
//!   of time and memory (`import/room.rs`); text and Markdown, where nothing of others runs, are read in place.
//! - **Nothing in a file can panic.** Reading gives a value and warnings. An error is a value, told once, with a next step.
//! - **A write is a temporary file, a sync, a rename.** After a crash the file is the old one or the new one, whole.
//! - **What is called safe is on disk.** Each step goes to a journal as it is done and is synced before the status bar says so; the next
//!   start replays what the file does not hold (`storage/journal`, `app/journalling.rs`).
//! - **Nothing unseen is overwritten.** A lock beside the file tells a second window that it may only read, and in the last moment before
//!   the rename the file is compared with what was last read or written.
//! - **The model cannot fail from outside.** Times and ids are passed in.
//! - **A fault ends nothing.** A panic in a frame or a job is caught, the step that failed is taken back, and the work is kept
//!   (`app/fault.rs`). Logs hold no words of a project (`app/log.rs`).
//! - **Slow work leaves the drawing thread.** Opening, saving, exporting, large reports and searches, the sentences, words and
//!   hash of long articles, the comparison of articles and of claims that were checked before, and who is perhaps the same in a large
//!   register are jobs of the app; a step that takes longer than a frame is one on a copy (`session/lending.rs`). What is not known yet
//!   is not shown, and never guessed.
//!
//! # Words
//!
//! - **Document**: an opened article, its text and what is known about it. *Article* on screen.
//! - **Span**: a stretch of one document's text. An *anchor* finds it again by its words.
//! - **Doubt**: why a place must be looked at again; a place that is *lost* covers no words.
//! - **Annotation**, on screen *mark*: a span with a tag (claim, number, source) and the record that it mentions.
//! - **Mention**: which record a mark points to. Several marks, also in several articles, may mention one record.
//! - **Claim**: the thing that is checked. A mark is only where it stands in a text.
//! - **Status**: how far the work on a claim is. Confirmed, changed and cut are settled; open, asked and unresolved are not.
//! - **Rating**: how right a claim is, a grade of the scale with its reason. Not the status.
//! - **Source**: an entry of the register, on which claims rest.
//! - **Quantity**: what a number says: value or range, unit, approximation, what is measured, of whom, when. *Number* on screen.
//! - **Group**: what several numbers measure, over all articles. Its figures *agree*, *differ*, or cannot be compared.
//! - **Link**: a named tie from a claim to a source, a number or another claim.
//! - **Exclusion**: sentences that cannot be checked, and why.
//! - **Draft**: an article as its writer sends it again. It takes the place of the one before, which stays with it to be read.
//! - **Passage**: what two articles share though reworded, a sentence as a rule. It is *moved* where it stands elsewhere in the other.
//! - **Library**: other projects whose settled claims are offered again.
//! - **Flag**: what a merge could not decide. It stays with the project until somebody has looked at it.
//! - **Finding**: what a rule of `lint` has found. It changes nothing.
//! - **Loss report**: what a format of export could not express.
//!
//! # What is not here
//!
//! - **Network, but for one door.** Only `fetch` reaches out, for a page whose address was typed, when it is allowed; pictures, scripts and
//!   styles of the page are never asked for, and nothing is sent but the request. `tests/architecture.rs` and `deny.toml` keep it so.
//! - **Marks and groups made by the program.** The checker reads and tags. Suggestions are outlines, shown on wish, and nothing before they
//!   are taken; figures of the same are offered, never put together unasked.
//! - **Understanding.** What was reworded is shown and whether it means the same is left to the reader; only another source, figure,
//!   negation or hedge is told (`compare/changes.rs`).
//! - **Exchange formats** of other annotation tools. The table in `tests/architecture/rooms.rs` has the room for them.
//! - **Recognition of letters in pictures.** Pages that are pictures say so.

#![cfg_attr(
    test,
    allow(
        clippy::string_slice,
        clippy::single_range_in_vec_init,
        reason = "in a test a panic is the report, and one span is a list of spans"
    )
)]

/// The allocator of the whole program, in which reports are laid out a quarter faster than in that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod cli;
pub mod command;
pub mod compare;
pub mod edit;
pub mod fetch;
pub mod import;
pub mod lint;
pub mod merge;
pub mod model;
pub mod report;
pub mod session;
pub mod storage;
pub mod suggest;

#[cfg(feature = "gui")]
pub mod app;
#[cfg(feature = "gui")]
pub mod view;
#[cfg(feature = "gui")]
pub mod widget;

#[cfg(test)]
pub mod testing;
