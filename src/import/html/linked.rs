//! What a page says of its article to search engines, in linked data (JSON-LD, by schema.org).

use serde_json::Value;

/// Kinds of things that are an article; others end in one of these.
const ARTICLES: [&str; 6] = ["Article", "BlogPosting", "Posting", "Report", "ClaimReview", "LiveBlogPosting"];

/// Kinds that count where there is no article.
const PAGES: [&str; 2] = ["WebPage", "ItemPage"];

/// Nodes that are looked at.
const NODES: usize = 2_000;

/// What is said of the article.
#[derive(Debug, Default)]
pub struct Linked {
    /// Its headline.
    pub title: Option<String>,
    /// Its authors, parted by commas.
    pub authors: Option<String>,
    /// Who publishes it.
    pub outlet: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its words.
    pub body: Option<String>,
}

impl Linked {
    /// Reads the scripts with linked data.
    pub fn of(scripts: &[String]) -> Linked {
        let values: Vec<Value> = scripts.iter().filter_map(|script| parsed(script)).collect();
        let mut nodes = Vec::new();
        for value in &values {
            collect(value, &mut nodes, 0);
        }
        let is_kind = |node: &&Value, kinds: &[&str]| kinds_of(node).iter().any(|kind| kinds.iter().any(|end| kind.ends_with(end)));
        let Some(article) = nodes.iter().find(|node| is_kind(node, &ARTICLES)).or_else(|| nodes.iter().find(|node| is_kind(node, &PAGES)))
        else {
            return Linked::default();
        };
        let is_article = is_kind(article, &ARTICLES);
        let words = |name: &str| article.get(name).and_then(text);
        let find = |id: &str| nodes.iter().copied().find(|node| node.get("@id").and_then(Value::as_str) == Some(id));
        let names = |name: &str| article.get(name).map(|value| names(value, &find)).filter(|names| !names.is_empty());
        Linked {
            title: words("headline").or_else(|| words("name")).filter(|_| is_article),
            authors: names("author").or_else(|| names("creator")).map(|names| names.join(", ")).filter(|_| is_article),
            outlet: names("publisher").and_then(|names| names.into_iter().next()),
            published: words("datePublished").or_else(|| words("dateCreated")),
            url: words("url")
                .or_else(|| article.get("mainEntityOfPage").and_then(|page| text(page).or_else(|| page.get("@id").and_then(text)))),
            body: words("articleBody"),
        }
    }
}

/// The script's value. Line ends within strings are no JSON, but common.
fn parsed(script: &str) -> Option<Value> {
    let script = script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let script = script.trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    serde_json::from_str(script).ok().or_else(|| serde_json::from_str(&script.replace(|sign: char| sign.is_control(), " ")).ok())
}

/// The things in a value, outer ones first.
fn collect<'a>(value: &'a Value, nodes: &mut Vec<&'a Value>, depth: usize) {
    if nodes.len() >= NODES || depth > 8 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, nodes, depth + 1)),
        Value::Object(fields) => {
            nodes.push(value);
            for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "item"] {
                if let Some(value) = fields.get(name) {
                    collect(value, nodes, depth + 1);
                }
            }
        }
        _ => {}
    }
}

fn kinds_of(node: &Value) -> Vec<&str> {
    match node.get("@type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn text(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words,
        Value::Array(values) => return values.first().and_then(text),
        Value::Object(fields) => return fields.get("@value").and_then(text),
        _ => return None,
    };
    let words = plain(words);
    (!words.is_empty()).then_some(words)
}

/// Names of people and organisations, each once.
fn names<'a>(value: &'a Value, find: &dyn Fn(&str) -> Option<&'a Value>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |value: &Value| {
        let name = text(value).map(|name| super::facts::byline(&name)).filter(|name| !name.is_empty() && !name.contains("://"));
        if let Some(name) = name.filter(|name| !found.contains(name)) {
            found.push(name);
        }
    };
    let values = if let Value::Array(values) = value { values.as_slice() } else { std::slice::from_ref(value) };
    for value in values {
        let named = value.get("name").or_else(|| find(value.get("@id")?.as_str()?)?.get("name"));
        add(named.unwrap_or(value));
    }
    found
}

/// Words without the entities of HTML, which some write here too.
fn plain(words: &str) -> String {
    if !words.contains('&') {
        return words.trim().to_owned();
    }
    let words = words.replace('<', "&lt;");
    dom_query::Document::fragment(words).text().trim().to_owned()
}
