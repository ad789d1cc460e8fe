//! Plots as pictures in the flow of the text (DrawingML, ECMA-376 part 1, 20.4), with what they show in words for those who do not see
//! them.

use super::xml::safe;
use super::{MARGIN, TWIPS_PER_POINT, Writer, closed, page};
use crate::report::export::ExportError;

/// The unit of lengths in drawings: so many to a point.
const EMU_PER_POINT: f32 = 12_700.0;
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

impl Writer<'_> {
    /// A plot of that SVG file in a paragraph of its own, not wider than the text.
    pub(super) fn plot(&mut self, svg: &str, words: &str) -> Result<(), ExportError> {
        let picture = self.painter.paint(svg).map_err(|why| ExportError::Failed { form: "DOCX file", why })?;
        let (paper, _) = page(self.export.report.options.paper);
        let room = paper.saturating_sub(2 * MARGIN) as f32 / TWIPS_PER_POINT;
        let scale = (room / picture.width_pt).min(1.0);
        let [width, height] = [picture.width_pt, picture.height_pt].map(|points| (points * scale * EMU_PER_POINT).round() as u64);
        self.pictures.push(picture.png);
        let (at, id, words) = (self.pictures.len(), self.next_id(), safe(&closed(words)));
        self.body.open_paragraph("", false).put(format_args!(
            "<w:r><w:drawing><wp:inline xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{id}\" name=\"Plot {at}\" descr=\"{words}\"/>\
             <a:graphic xmlns:a=\"{DRAWING}/main\"><a:graphicData uri=\"{DRAWING}/picture\"><pic:pic xmlns:pic=\"{DRAWING}/picture\">\
             <pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"plot{at}.png\" descr=\"{words}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"rIdP{at}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        ));
        self.body.close_paragraph();
        Ok(())
    }
}
