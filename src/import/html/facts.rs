//! What a page says of itself: title, outlet, authors, date, address and language, out of its linked data, its `meta` elements and
//! what stands in it.

use std::collections::HashMap;

use dom_query::{Document, NodeData};

use super::address;
use super::linked::Linked;
use super::walk::attribute;
use crate::model::document::Meta;

/// Bytes of an address, name or date that are believed.
const LONGEST: usize = 400;

/// What a page says of itself.
#[derive(Debug, Default)]
pub struct Facts {
    /// What is known of the article, in the words of the page. The title is the linked data's or that for other sites, if any.
    pub meta: Meta,
    /// The address that its links are parts of.
    pub base: Option<String>,
    /// The article's words in its linked data.
    pub body: Option<String>,
}

/// Reads a page. `url` is the address that it was fetched from, where that is known.
pub fn of(page: &Document, url: Option<&str>) -> Facts {
    let said = Said::of(page);
    let linked = Linked::of(&said.scripts);
    let is_web = |address: &&str| address::host(address).is_some();
    let own = url.filter(is_web).or(said.saved_from.as_deref().filter(is_web));
    let canonical = said.canonical.as_deref().and_then(|href| address::absolute(own, href));
    let canonical = canonical.or_else(|| said.first(&["og:url", "twitter:url"]).filter(|url| is_web(&url.as_str())));
    let canonical = canonical.or_else(|| linked.url.clone().filter(|url| is_web(&url.as_str())));
    let address = canonical.or_else(|| own.map(str::to_owned));
    let own = own.or(address.as_deref());
    let base = said.base.as_deref().and_then(|href| address::absolute(own, href)).or_else(|| own.map(str::to_owned));
    let address = address.unwrap_or_default();
    let host = address::host(&address).unwrap_or("").to_owned();
    let outlet = said.first(&["og:site_name"]).or_else(|| linked.outlet.clone()).or_else(|| said.first(&["application-name"]));
    let published = linked.published.clone().or_else(|| said.first(DATES)).or_else(|| said.time.clone());
    let meta = Meta {
        title: linked
            .title
            .clone()
            .or_else(|| said.first(TITLES))
            .map(|title| without_outlet(&title, outlet.as_deref()))
            .unwrap_or_default(),
        outlet: outlet.unwrap_or(host),
        byline: linked.authors.clone().or_else(|| said.author()).unwrap_or_default(),
        published: published.map(|words| moment(&words)).or_else(|| day_in(&address)).unwrap_or_default(),
        url: address,
        language: said.language.clone().unwrap_or_default(),
        ..Meta::default()
    };
    Facts { meta, base, body: linked.body }
}

/// `meta` elements with the title, as pages name them, the best first.
const TITLES: &[&str] = &["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"];

/// Those with the authors.
const AUTHORS: &[&str] = &[
    "author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "byl",
    "article:author_name",
    "og:article:author",
    "article:author",
    "twitter:data1",
];

/// Those with the date of publication.
const DATES: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "article:published",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "publication_date",
    "pubdate",
    "cxenseparse:recs:publishtime",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "article.published",
    "last-published",
    "date",
];

/// What stands in the elements of a page, as far as it says something of the page.
#[derive(Default)]
struct Said {
    metas: HashMap<String, String>,
    scripts: Vec<String>,
    canonical: Option<String>,
    base: Option<String>,
    saved_from: Option<String>,
    language: Option<String>,
    time: Option<String>,
}

impl Said {
    fn of(page: &Document) -> Said {
        let mut said = Said::default();
        let mut pubdate = None;
        for node in page.root().descendants_it() {
            let Some(element) = node.element_ref() else {
                if said.saved_from.is_none() {
                    said.saved_from = node
                        .query(|inner| if let NodeData::Comment { contents } = &inner.data { saved_from(contents) } else { None })
                        .flatten();
                }
                continue;
            };
            let value = |name: &str| attribute(&element, name).map(str::trim).filter(|value| !value.is_empty() && value.len() <= LONGEST);
            let is =
                |name: &str, words: &[&str]| value(name).is_some_and(|value| words.iter().any(|word| value.eq_ignore_ascii_case(word)));
            match element.name.local.as_ref() {
                "html" => said.language = value("lang").or_else(|| value("xml:lang")).map(str::to_owned),
                "base" if said.base.is_none() => said.base = value("href").map(str::to_owned),
                "link" if is("rel", &["canonical"]) => said.canonical = value("href").map(str::to_owned),
                "meta" => {
                    let names = ["property", "name", "itemprop", "http-equiv"].into_iter().find_map(value);
                    if let (Some(names), Some(content)) = (names, value("content")) {
                        for name in names.split_ascii_whitespace() {
                            said.metas
                                .entry(name.to_ascii_lowercase().replace("dc:", "dc.").replace("dcterms:", "dcterms."))
                                .or_insert_with(|| content.to_owned());
                        }
                    }
                }
                "script" if value("type").is_some_and(|kind| kind.to_ascii_lowercase().starts_with("application/ld+json")) => {
                    said.scripts.push(node.text().to_string());
                }
                "time" => {
                    let words = value("datetime").or_else(|| value("content")).map(str::to_owned);
                    let is_published = is("itemprop", &["datePublished"]) || attribute(&element, "pubdate").is_some();
                    if is_published && pubdate.is_none() {
                        pubdate = words.clone();
                    }
                    said.time = said.time.take().or(words);
                }
                _ if is("itemprop", &["datePublished"]) && pubdate.is_none() => {
                    pubdate = value("content")
                        .or_else(|| value("datetime"))
                        .map(str::to_owned)
                        .or_else(|| Some(node.text().trim().to_owned()).filter(|words| words.len() < 60));
                }
                _ => {}
            }
        }
        said.time = pubdate.or(said.time);
        said.language = said.language.take().or_else(|| said.first(&["content-language", "og:locale"]));
        said
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.metas.get(*name)).cloned()
    }

    /// The authors; some pages give their addresses.
    fn author(&self) -> Option<String> {
        let names = AUTHORS.iter().filter_map(|name| self.metas.get(*name));
        names.filter(|name| !name.contains("://")).map(|name| byline(name)).find(|name| !name.is_empty())
    }
}

/// The address that a browser notes in a page which it saves.
fn saved_from(comment: &str) -> Option<String> {
    let comment = comment.trim();
    let address = match comment.strip_prefix("saved from url=") {
        // The figure in brackets is the length of the address.
        Some(rest) => rest.split_once(')').map_or(rest, |(_, address)| address),
        None => comment.lines().find_map(|line| line.trim().strip_prefix("url: "))?,
    };
    let address = address.split_whitespace().next()?;
    (address::host(address).is_some() && address.len() <= LONGEST).then(|| address.to_owned())
}

/// Names of authors without what stands before them on a page.
pub fn byline(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = words.to_lowercase();
    let before = ["by ", "by: ", "von ", "por ", "par ", "written by "].into_iter().find(|before| lower.starts_with(before));
    before.and_then(|before| words.get(before.len()..)).unwrap_or(&words).trim().to_owned()
}

/// A title without the name of the outlet behind it.
pub fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let outlet = outlet.map(str::trim).filter(|outlet| !outlet.is_empty()).and_then(|outlet| title.strip_suffix(outlet));
    let short = outlet.map(str::trim_end).and_then(|rest| rest.strip_suffix(['|', '-', '–', '—', '·', '»', ':', '•'])).map(str::trim_end);
    short.filter(|short| !short.is_empty()).map(str::to_owned).unwrap_or(title)
}

/// A moment as pages give it, in the form that people read: `2025-01-22T07:30:00.000+01:00` as `2025-01-22 07:30 +01:00`.
pub fn moment(words: &str) -> String {
    let words = words.trim();
    let Some((day, rest)) = words.split_once(['T', ' ']).filter(|(day, _)| is_iso_day(day)) else { return words.to_owned() };
    let clock: String = rest.chars().take(5).collect();
    let is_clock =
        clock.len() == 5 && clock.chars().enumerate().all(|(at, sign)| if at == 2 { sign == ':' } else { sign.is_ascii_digit() });
    if !is_clock {
        return words.to_owned();
    }
    let zone = rest.get(5..).unwrap_or("").trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, ':' | '.' | ',')).trim();
    let offset: String = zone.chars().filter(|sign| *sign != ':').collect();
    match offset.as_str() {
        "Z" | "z" | "+0000" | "UTC" | "GMT" => format!("{day} {clock} UTC"),
        _ => match offset.split_at_checked(3) {
            Some((hours, minutes)) if offset.starts_with(['+', '-']) && minutes.len() == 2 => format!("{day} {clock} {hours}:{minutes}"),
            _ => format!("{day} {clock}"),
        },
    }
}

fn is_iso_day(day: &str) -> bool {
    let lengths: Vec<usize> = day.split('-').map(str::len).collect();
    lengths == [4, 2, 2] && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// The day in an address such as `/2025/01/22/dyke-fails`.
fn day_in(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(['/', '-']).collect();
    parts.windows(3).find_map(|parts| {
        let [year, month, day] = parts else { return None };
        let number = |part: &str, digits: usize| {
            part.parse::<u16>().ok().filter(|_| part.len() <= digits && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
        let is_day = (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        is_day.then(|| format!("{year}-{month:02}-{day:02}"))
    })
}
