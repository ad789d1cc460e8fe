//! Plots as drawings of a few lines, boxes, discs and words, which every writer can print: figures of the same on one axis, and the
//! ratings of each article.

mod bars;
mod drawing;
mod png;
pub mod range;
mod ranges;
mod svg;
#[cfg(test)]
mod tests;

pub use drawing::{Anchor, Drawing, Shape};
pub use png::{Painter, Picture, foreign_words, png};
pub use range::figure;
pub use ranges::range_drawing;
pub use svg::{svg, to_svg};

use super::export::Export;
use super::groups::verdict;
use crate::model::annotation::Mention;
use crate::model::id::GroupId;

/// A plot of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPlot {
    /// What its file has behind the stem: `-ratings`, `-numbers-1`.
    pub suffix: String,
    /// The group that it is of; none for the ratings.
    pub group: Option<GroupId>,
    /// The plot.
    pub drawing: Drawing,
}

/// The plots of a report: the ratings of its articles, then a plot for each group of numbers that has figures in it.
pub fn plots(export: &Export<'_>) -> Vec<NamedPlot> {
    let ratings = bars::bars_drawing(export.report);
    let mut plots: Vec<_> = ratings.map(|drawing| NamedPlot { suffix: "-ratings".to_owned(), group: None, drawing }).into_iter().collect();
    let told: std::collections::BTreeSet<_> = export.report.numbers.iter().map(|row| Mention::Number(row.number)).collect();
    let is_told = |group: &GroupId| export.lookup.members(*group).iter().any(|number| told.contains(&Mention::Number(*number)));
    let groups = export.project.groups().values().filter(|group| is_told(&group.id));
    let drawn = groups.filter_map(|group| {
        let judged = export.findings.judged(group.id)?;
        let verdict = verdict(export.report.language(), judged);
        Some((group.id, range_drawing((group.title(), &verdict), judged, &range::plot(export.project, judged)?)))
    });
    plots.extend(drawn.enumerate().map(|(at, (group, drawing))| NamedPlot {
        suffix: format!("-numbers-{}", at + 1),
        group: Some(group),
        drawing,
    }));
    plots
}
