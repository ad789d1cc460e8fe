//! The parts of a Word document, found by the relations between them.

use std::collections::HashMap;

use super::styles::Styles;
use crate::import::archive::{self, Archive};
use crate::import::draft::Draft;
use crate::import::trouble::{Refusal, Warning};
use crate::import::xml::{Element, Xml};
use crate::model::document::{Meta, meta};

/// A run of text with its own notes and links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Story {
    /// The document.
    Main,
    /// Its footnotes.
    Footnotes,
    /// Its endnotes.
    Endnotes,
    /// Its comments.
    Comments,
}

/// The parts that are read.
pub struct Package {
    main: Xml,
    footnotes: Option<Xml>,
    endnotes: Option<Xml>,
    comments: Option<Xml>,
    core: Option<Xml>,
    /// The looks of paragraphs and words by name.
    pub styles: Styles,
    links: HashMap<(Story, String), String>,
    /// What the checker should know.
    pub warnings: Vec<Warning>,
}

/// A relation of a part to another one, or to an address outside.
struct Relation {
    id: String,
    /// The end of its type, as `footnotes`.
    kind: String,
    target: String,
    is_outside: bool,
}

impl Package {
    /// Unpacks a document.
    pub fn open(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut archive = Archive::open(bytes)?;
        let top = relations(&mut archive, "")?;
        let main_name = part_of(&top, "", "officeDocument").filter(|name| archive.has(name)).or_else(|| main_by_name(&archive));
        let no_main = || Refusal::Damaged("it has no part with the words of a document".to_owned());
        let main_name = main_name.ok_or_else(no_main)?;
        let inner = relations(&mut archive, &main_name)?;
        let mut warnings = Vec::new();
        let mut links = HashMap::new();
        note_links(&inner, Story::Main, &mut links);
        let mut story = |archive: &mut Archive<'_>, kind: &str, story: Story| -> Result<Option<Xml>, Refusal> {
            let Some(name) = part_of(&inner, &main_name, kind) else { return Ok(None) };
            note_links(&relations(archive, &name)?, story, &mut links);
            part(archive, &name, &mut warnings)
        };
        let footnotes = story(&mut archive, "footnotes", Story::Footnotes)?;
        let endnotes = story(&mut archive, "endnotes", Story::Endnotes)?;
        let comments = story(&mut archive, "comments", Story::Comments)?;
        let styles = story(&mut archive, "styles", Story::Main)?;
        let core_name = part_of(&top, "", "core-properties").unwrap_or_else(|| "docProps/core.xml".to_owned());
        let core = part(&mut archive, &core_name, &mut warnings)?;
        let main = part(&mut archive, &main_name, &mut warnings)?.ok_or_else(no_main)?;
        if main.root().is_none() {
            return Err(no_main());
        }
        warnings.extend(archive.warnings());
        let styles = Styles::of(styles.as_ref().and_then(Xml::root));
        Ok(Package { main, footnotes, endnotes, comments, core, styles, links, warnings })
    }

    /// The outermost element of a story.
    pub fn root(&self, story: Story) -> Option<Element<'_>> {
        match story {
            Story::Main => self.main.root(),
            Story::Footnotes => self.footnotes.as_ref()?.root(),
            Story::Endnotes => self.endnotes.as_ref()?.root(),
            Story::Comments => self.comments.as_ref()?.root(),
        }
    }

    /// The address outside that a relation of a story leads to.
    pub fn link(&self, story: Story, id: &str) -> Option<&str> {
        self.links.get(&(story, id.to_owned())).map(String::as_str)
    }

    /// Title, author and date that it states, else those that its words propose.
    pub fn meta(&self, draft: &Draft) -> Meta {
        let mut proposed = meta::propose(draft.text());
        let Some(core) = self.core.as_ref().and_then(Xml::root) else { return proposed };
        let stated = |name: &str| core.child(name).map(|field| field.words().trim().to_owned()).filter(|words| !words.is_empty());
        if let Some(title) = stated("title") {
            proposed.title = title;
        }
        if let Some(author) = stated("creator").filter(|author| !is_program(author)) {
            proposed.byline = author;
        }
        if let Some(date) = stated("modified").or_else(|| stated("created")).filter(|_| proposed.published.is_empty()) {
            proposed.published = date.split('T').next().unwrap_or("").to_owned();
        }
        proposed
    }
}

/// Names that programs write where a person should stand.
fn is_program(author: &str) -> bool {
    let author = author.to_lowercase();
    ["python-docx", "apache poi", "docx4j", "microsoft office user", "un-named", "unknown", "user", "admin", "administrator"]
        .contains(&author.as_str())
}

/// Reads a part; none where there is none.
fn part(archive: &mut Archive<'_>, name: &str, warnings: &mut Vec<Warning>) -> Result<Option<Xml>, Refusal> {
    let Some(bytes) = archive.part(name)? else { return Ok(None) };
    let xml = Xml::read(&bytes)?;
    warnings.extend(xml.warnings(name));
    Ok(Some(xml))
}

/// The relations of a part; those of the whole file for no name.
fn relations(archive: &mut Archive<'_>, name: &str) -> Result<Vec<Relation>, Refusal> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let Some(bytes) = archive.part(&format!("{folder}/_rels/{file}.rels"))? else { return Ok(Vec::new()) };
    let xml = Xml::read(&bytes)?;
    let Some(root) = xml.root() else { return Ok(Vec::new()) };
    let relation = |element: Element<'_>| {
        let kind = element.attribute("Type")?;
        Some(Relation {
            id: element.attribute("Id")?.into_owned(),
            kind: kind.rsplit('/').next().unwrap_or("").to_owned(),
            target: element.attribute("Target")?.into_owned(),
            is_outside: element.attribute("TargetMode").is_some_and(|mode| mode == "External"),
        })
    };
    Ok(root.elements().filter_map(relation).collect())
}

fn part_of(relations: &[Relation], from: &str, kind: &str) -> Option<String> {
    let found = relations.iter().find(|relation| relation.kind == kind && !relation.is_outside)?;
    Some(archive::resolved(from, &found.target))
}

/// Where the relations are missing, the usual place.
fn main_by_name(archive: &Archive<'_>) -> Option<String> {
    let mut names: Vec<_> = archive.names().filter(|name| name.ends_with("word/document.xml") || *name == "document.xml").collect();
    names.sort_unstable();
    names.first().map(|name| (*name).to_owned())
}

fn note_links(relations: &[Relation], story: Story, links: &mut HashMap<(Story, String), String>) {
    for relation in relations.iter().filter(|relation| relation.is_outside && relation.kind == "hyperlink") {
        links.insert((story, relation.id.clone()), relation.target.clone());
    }
}
