//! The package of a Word document (ECMA-376, part 2): parts in a ZIP archive in a fixed order, with fixed times.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::styles;
use super::xml::safe;
use crate::report::export::ExportError;

/// Namespaces of every part.
pub(super) const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
/// What every part begins with.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Default Extension=\"png\" ContentType=\"image/png\"/>\
    <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
    <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>";

const ROOT: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
    <Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>\
    </Relationships>";

/// Parts beside the document: name, kind of relation, kind of content.
const PARTS: [(&str, &str, &str); 6] = [
    ("styles", "styles", "styles"),
    ("settings", "settings", "settings"),
    ("comments", "comments", "comments"),
    ("footnotes", "footnotes", "footnotes"),
    ("header1", "header", "header"),
    ("footer1", "footer", "footer"),
];

/// What a document is made of. All are whole elements without a declaration.
pub(super) struct Package {
    /// `w:body` with all in it.
    pub body: String,
    /// `w:comment` elements.
    pub comments: String,
    /// `w:footnote` elements.
    pub footnotes: String,
    /// Paragraphs of the running head.
    pub header: String,
    /// Paragraphs of the foot.
    pub footer: String,
    /// Addresses on the web, the first one with the id `rIdW1`.
    pub addresses: Vec<String>,
    /// Pictures as PNG files, the first one with the id `rIdP1`.
    pub pictures: Vec<Vec<u8>>,
    /// Title, who made it, when (RFC 3339, UTC), tag of the language.
    pub properties: [String; 4],
    /// Whether the document runs from right to left.
    pub is_right_to_left: bool,
}

impl Package {
    /// The file.
    pub fn into_bytes(mut self) -> Result<Vec<u8>, ExportError> {
        let failed = |error: zip::result::ZipError| ExportError::Failed { form: "DOCX file", why: error.to_string() };
        let io = |error: std::io::Error| ExportError::Failed { form: "DOCX file", why: error.to_string() };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let pictures = std::mem::take(&mut self.pictures);
        for (name, content) in self.parts(pictures.len()) {
            zip.start_file(name, options).map_err(failed)?;
            zip.write_all(DECLARATION.as_bytes()).map_err(io)?;
            zip.write_all(content.as_bytes()).map_err(io)?;
        }
        // They are packed already.
        let options = options.compression_method(CompressionMethod::Stored);
        for (at, picture) in pictures.iter().enumerate() {
            zip.start_file(format!("word/{}", picture_name(at)), options).map_err(failed)?;
            zip.write_all(picture).map_err(io)?;
        }
        Ok(zip.finish().map_err(failed)?.into_inner())
    }

    fn parts(self, pictures: usize) -> [(&'static str, String); 12] {
        let [title, checker, made, language] = self.properties.each_ref().map(|words| safe(words));
        let part = |tag: &str, content: &str| format!("<w:{tag} {SPACES}>{content}</w:{tag}>");
        [
            ("[Content_Types].xml", types()),
            ("_rels/.rels", ROOT.to_owned()),
            ("docProps/core.xml", core(&title, &checker, &made, &language)),
            (
                "docProps/app.xml",
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Tickmark</Application></Properties>"
                    .to_owned(),
            ),
            ("word/document.xml", part("document", &self.body)),
            ("word/styles.xml", styles::styles(&language, self.is_right_to_left)),
            ("word/settings.xml", styles::settings(&language)),
            ("word/comments.xml", part("comments", &self.comments)),
            ("word/footnotes.xml", part("footnotes", &format!("{}{}", styles::SEPARATORS, self.footnotes))),
            ("word/header1.xml", part("hdr", &self.header)),
            ("word/footer1.xml", part("ftr", &self.footer)),
            ("word/_rels/document.xml.rels", relations(&self.addresses, pictures)),
        ]
    }
}

fn types() -> String {
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let part =
        |(name, _, content): &(&str, &str, &str)| format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{main}.{content}+xml\"/>");
    let parts: String = PARTS.iter().map(part).collect();
    format!("{TYPES}<Override PartName=\"/word/document.xml\" ContentType=\"{main}.document.main+xml\"/>{parts}</Types>")
}

/// The name of a picture, counted from 0, beside the document.
fn picture_name(at: usize) -> String {
    format!("media/plot{}.png", at + 1)
}

fn relations(addresses: &[String], pictures: usize) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let part = |(name, relation, _): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{}\" Type=\"{kind}/{relation}\" Target=\"{name}.xml\"/>", part_id(name))
    };
    let address = |(at, address): (usize, &String)| {
        let address = safe(address);
        format!("<Relationship Id=\"rIdW{}\" Type=\"{kind}/hyperlink\" Target=\"{address}\" TargetMode=\"External\"/>", at + 1)
    };
    let parts: String = PARTS.iter().map(part).collect();
    let picture = |at| format!("<Relationship Id=\"rIdP{}\" Type=\"{kind}/image\" Target=\"{}\"/>", at + 1, picture_name(at));
    let pictures: String = (0..pictures).map(picture).collect();
    let addresses: String = addresses.iter().enumerate().map(address).collect();
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{parts}{pictures}{addresses}</Relationships>"
    )
}

/// The id by which the document names a part.
pub(super) fn part_id(name: &str) -> String {
    format!("rId_{name}")
}

fn core(title: &str, checker: &str, made: &str, language: &str) -> String {
    let date = |tag: &str| {
        if made.is_empty() { String::new() } else { format!("<dcterms:{tag} xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:{tag}>") }
    };
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:creator>{checker}</dc:creator>\
         <cp:lastModifiedBy>{checker}</cp:lastModifiedBy><dc:language>{language}</dc:language>{}{}</cp:coreProperties>",
        date("created"),
        date("modified")
    )
}
