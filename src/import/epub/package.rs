//! What a book says about itself: its chapters in order, title, authors, publisher, date and language.

use std::collections::{HashMap, HashSet};

use crate::import::archive::{Archive, resolved};
use crate::import::trouble::Refusal;
use crate::import::xml::{Element, Xml};
use crate::model::document::Meta;

/// How many times a form that is no text may name another one in its place.
const FALLBACKS: usize = 8;

/// A book's own description.
pub struct Package {
    /// The names of its chapters in the archive, in reading order.
    pub chapters: Vec<String>,
    /// The names of parts that are encrypted.
    pub locked: HashSet<String>,
    /// What it says about itself.
    pub meta: Meta,
}

/// A part that the book lists.
struct Listed {
    name: String,
    kind: String,
    fallback: Option<String>,
}

impl Package {
    /// Reads the first description that the archive names.
    pub fn read(archive: &mut Archive<'_>) -> Result<Self, Refusal> {
        let no_list = || Refusal::Damaged("the list of its chapters cannot be found".to_owned());
        let name = named_package(archive)?.filter(|name| archive.has(name)).or_else(|| package_by_name(archive)).ok_or_else(no_list)?;
        let xml = Xml::read(&archive.part(&name)?.ok_or_else(no_list)?)?;
        let root = xml.root().ok_or_else(no_list)?;
        let listed = listed(root, &name);
        let mut chapters = chapters(root, &listed);
        if chapters.is_empty() {
            chapters = in_order_of_list(root, &listed);
        }
        Ok(Package { chapters, locked: locked(archive)?, meta: meta(root) })
    }
}

fn named_package(archive: &mut Archive<'_>) -> Result<Option<String>, Refusal> {
    let Some(bytes) = archive.part("META-INF/container.xml")? else { return Ok(None) };
    let xml = Xml::read(&bytes)?;
    let files = xml.root().into_iter().flat_map(Element::descendants).filter(|inner| inner.name() == "rootfile");
    let mut names = files.filter_map(|file| file.attribute("full-path").map(|path| resolved("", &path)));
    Ok(names.next())
}

fn package_by_name(archive: &Archive<'_>) -> Option<String> {
    let mut names: Vec<_> = archive.names().filter(|name| name.ends_with(".opf")).collect();
    names.sort_unstable();
    names.first().map(|name| (*name).to_owned())
}

fn listed(root: Element<'_>, package: &str) -> HashMap<String, Listed> {
    let list = root.child("manifest").into_iter().flat_map(Element::elements);
    list.filter_map(|part| {
        let name = resolved(package, &part.attribute("href")?);
        let kind = part.attribute("media-type").unwrap_or_default().into_owned();
        let fallback = part.attribute("fallback").map(std::borrow::Cow::into_owned);
        Some((part.attribute("id")?.into_owned(), Listed { name, kind, fallback }))
    })
    .collect()
}

/// The chapters in reading order; those that are to be read aside of it are left out.
fn chapters(root: Element<'_>, listed: &HashMap<String, Listed>) -> Vec<String> {
    let order = root.child("spine").into_iter().flat_map(Element::elements);
    let in_line = order.filter(|place| place.attribute("linear").is_none_or(|linear| &*linear != "no"));
    in_line.filter_map(|place| readable(&place.attribute("idref")?, listed)).collect()
}

/// A part, or what may stand for it, that is a page of text.
fn readable(id: &str, listed: &HashMap<String, Listed>) -> Option<String> {
    let mut part = listed.get(id)?;
    for _ in 0..FALLBACKS {
        if is_page(part) {
            return Some(part.name.clone());
        }
        part = listed.get(part.fallback.as_ref()?)?;
    }
    None
}

fn is_page(part: &Listed) -> bool {
    let kind = part.kind.to_lowercase();
    let by_name = || ["xhtml", "html", "htm"].iter().any(|ending| part.name.to_lowercase().ends_with(ending));
    kind.contains("html")
        || kind.contains("svg")
        || kind.contains("dtbook")
        || kind.contains("oeb1-document")
        || (kind.is_empty() && by_name())
}

/// For books that forgot the reading order.
fn in_order_of_list(root: Element<'_>, listed: &HashMap<String, Listed>) -> Vec<String> {
    let list = root.child("manifest").into_iter().flat_map(Element::elements);
    list.filter_map(|part| listed.get(&*part.attribute("id")?)).filter(|part| is_page(part)).map(|part| part.name.clone()).collect()
}

/// What is encrypted. Fonts may be, so that they are not taken out of a book; chapters are by shops.
fn locked(archive: &mut Archive<'_>) -> Result<HashSet<String>, Refusal> {
    let Some(bytes) = archive.part("META-INF/encryption.xml")? else { return Ok(HashSet::new()) };
    let xml = Xml::read(&bytes)?;
    let references = xml.root().into_iter().flat_map(Element::descendants).filter(|inner| inner.name() == "CipherReference");
    Ok(references.filter_map(|reference| Some(resolved("", &reference.attribute("URI")?))).collect())
}

fn meta(root: Element<'_>) -> Meta {
    let fields: Vec<Element<'_>> = root.child("metadata").into_iter().flat_map(Element::descendants).collect();
    let words = |element: &Element<'_>| element.words().split_whitespace().collect::<Vec<_>>().join(" ");
    let first = |name: &str| fields.iter().filter(|field| field.name() == name).map(words).find(|words| !words.is_empty());
    let refined = |id: &str, property: &str| {
        let target = format!("#{id}");
        let refines = |field: &&Element<'_>| {
            field.attribute("refines").as_deref() == Some(target.as_str()) && field.attribute("property").as_deref() == Some(property)
        };
        fields.iter().find(refines).map(words)
    };
    // The role says who is the author, and who translated or drew.
    let is_author = |field: &&Element<'_>| {
        let role = field.attribute("role").map(std::borrow::Cow::into_owned);
        let role = role.or_else(|| refined(&field.attribute("id")?, "role"));
        role.is_none_or(|role| role == "aut")
    };
    let creators: Vec<String> = fields.iter().filter(|field| field.name() == "creator").filter(is_author).map(words).collect();
    Meta {
        title: first("title").unwrap_or_default(),
        byline: creators.join(", "),
        outlet: first("publisher").unwrap_or_default(),
        published: first("date").map(|date| date.split('T').next().unwrap_or("").to_owned()).unwrap_or_default(),
        language: first("language").filter(|language| language != "und").unwrap_or_default(),
        ..Meta::default()
    }
}
