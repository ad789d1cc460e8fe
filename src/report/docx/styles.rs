//! Styles and settings of the Word document: headings that navigate, a table style, the looks of claims, numbers and sources.

use super::package::SPACES;
use crate::report::palette::{CLAIM, INK, INK_MUTED, LINE, LINE_STRONG};

/// The lines above footnotes, which every file with footnotes has.
pub(super) const SEPARATORS: &str = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
    <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";

/// Ids of paragraph styles.
pub(super) const TITLE: &str = "Title";
pub(super) const SUBTITLE: &str = "Subtitle";
pub(super) const ARTICLE: &str = "ArticleText";
pub(super) const SMALL: &str = "Small";
pub(super) const FIGURE: &str = "Figure";
pub(super) const TABLE_TEXT: &str = "TableText";
pub(super) const TABLE_HEAD: &str = "TableHead";
pub(super) const TABLE_HEAD_FIGURE: &str = "TableHeadFigure";
pub(super) const TABLE_FIGURE: &str = "TableFigure";
pub(super) const BULLET: &str = "BulletLine";
pub(super) const SUB_LINE: &str = "SubLine";
pub(super) const FOOTNOTE: &str = "FootnoteText";
pub(super) const COMMENT: &str = "CommentText";
pub(super) const HEADER: &str = "Header";
pub(super) const FOOTER: &str = "Footer";

/// The id of a heading's style.
pub(super) fn heading(level: u8) -> String {
    format!("Heading{level}")
}

/// A paragraph style: id, name, paragraph properties, run properties.
fn paragraph(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
}

fn character(id: &str, name: &str, run: &str) -> String {
    format!("<w:style w:type=\"character\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:rPr>{run}</w:rPr></w:style>")
}

fn size(half_points: u32) -> String {
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

const SERIF: &str = "<w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\" w:cs=\"Times New Roman\"/>";

pub(super) fn styles(language: &str, is_right_to_left: bool) -> String {
    let bidi = if is_right_to_left { "<w:bidi/>" } else { "" };
    let mut out = format!(
        "<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" \
         w:cs=\"Arial\"/><w:color w:val=\"{INK:06X}\"/>{}<w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"{language}\"/></w:rPr>\
         </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr>{bidi}</w:pPr></w:style>",
        size(21)
    );
    for (level, half_points, before) in [(1, 30, 360), (2, 26, 320), (3, 22, 200)] {
        let head = format!(
            "<w:keepNext/><w:keepLines/>{bidi}<w:spacing w:before=\"{before}\" w:after=\"80\"/><w:outlineLvl w:val=\"{}\"/>",
            level - 1
        );
        let run = format!("{}<w:b/><w:bCs/>{}", if level == 2 { SERIF } else { "" }, size(half_points));
        out.push_str(&paragraph(&format!("Heading{level}"), &format!("heading {level}"), &head, &run));
    }
    let muted = format!("<w:color w:val=\"{INK_MUTED:06X}\"/>");
    let small = size(18);
    for (id, name, properties, run) in [
        (TITLE, "Title", format!("{bidi}<w:spacing w:after=\"60\"/>"), format!("{SERIF}<w:b/><w:bCs/>{}", size(44))),
        (SUBTITLE, "Subtitle", format!("{bidi}<w:spacing w:after=\"240\"/>"), muted.clone()),
        (
            ARTICLE,
            "Article text",
            "<w:spacing w:after=\"140\" w:line=\"340\" w:lineRule=\"auto\"/>".to_owned(),
            format!("{SERIF}{}", size(23)),
        ),
        (SMALL, "Small", bidi.to_owned(), format!("{muted}{small}")),
        (FIGURE, "Figure", format!("{bidi}<w:spacing w:after=\"0\"/>"), format!("<w:b/><w:bCs/>{}", size(36))),
        (TABLE_TEXT, "Table text", format!("{bidi}<w:spacing w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>"), small.clone()),
        (TABLE_HEAD, "Table head", format!("<w:keepNext/>{bidi}<w:spacing w:after=\"20\"/>"), format!("{muted}{small}")),
        (
            TABLE_HEAD_FIGURE,
            "Table head of figures",
            format!("<w:keepNext/>{bidi}<w:spacing w:after=\"20\"/><w:jc w:val=\"right\"/>"),
            format!("{muted}{small}"),
        ),
        (
            TABLE_FIGURE,
            "Table figure",
            format!("{bidi}<w:spacing w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>"),
            small.clone(),
        ),
        (BULLET, "Line of a list", format!("{bidi}<w:spacing w:after=\"40\"/><w:ind w:left=\"240\" w:hanging=\"240\"/>"), String::new()),
        (SUB_LINE, "Line below", format!("{bidi}<w:spacing w:after=\"20\"/><w:ind w:left=\"480\"/>"), small.clone()),
        (FOOTNOTE, "footnote text", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>".to_owned(), small.clone()),
        (COMMENT, "annotation text", "<w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>".to_owned(), size(20)),
        (HEADER, "header", bidi.to_owned(), format!("{muted}{}", size(17))),
        (FOOTER, "footer", "<w:jc w:val=\"center\"/>".to_owned(), format!("{muted}{}", size(17))),
    ] {
        out.push_str(&paragraph(id, name, &properties, &run));
    }
    out.push_str(&character("FootnoteReference", "footnote reference", "<w:vertAlign w:val=\"superscript\"/>"));
    out.push_str(&character("CommentReference", "annotation reference", &size(16)));
    out.push_str(&character("Hyperlink", "Hyperlink", "<w:u w:val=\"single\"/>"));
    out.push_str(&character("Verbatim", "Verbatim words", SERIF));
    out.push_str(&character("ClaimLabel", "Claim label", &format!("<w:b/><w:bCs/><w:color w:val=\"{CLAIM:06X}\"/>")));
    out.push_str(&format!(
        "<w:style w:type=\"table\" w:styleId=\"ReportTable\"><w:name w:val=\"Report table\"/><w:tblPr><w:tblBorders>\
         <w:top w:val=\"single\" w:sz=\"4\" w:color=\"{LINE_STRONG:06X}\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"{LINE_STRONG:06X}\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"{LINE:06X}\"/></w:tblBorders><w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/>\
         <w:left w:w=\"60\" w:type=\"dxa\"/><w:bottom w:w=\"30\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         </w:style></w:styles>"
    ));
    out
}

/// The settings: what Word is to take the file for, and its language.
pub(super) fn settings(language: &str) -> String {
    format!(
        "<w:settings {SPACES}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"480\"/><w:footnotePr><w:footnote w:id=\"-1\"/>\
         <w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{language}\" \
         w:bidi=\"{language}\"/></w:settings>"
    )
}
