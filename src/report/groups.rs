//! Groups of numbers that measure the same: what each article says, whether they agree, and their plot.

use super::Place;
use super::desk::Desk;
use super::language::Language;
use super::plots::{Drawing, range, range_drawing};
use crate::model::annotation::Mention;
use crate::model::group::Judged;
use crate::model::id::{GroupId, QuantityId};

/// A group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFigures {
    /// The group.
    pub group: GroupId,
    /// What is measured.
    pub name: String,
    /// What the figures say together, in a sentence.
    pub verdict: String,
    /// Whether they cannot all be right, or somebody must look.
    pub is_warning: bool,
    /// Its figures, in the order of articles and text.
    pub figures: Vec<GroupFigure>,
    /// They on one axis; nothing where there is nothing to plot.
    pub plot: Option<Drawing>,
}

/// One figure of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFigure {
    /// The number.
    pub number: QuantityId,
    /// Where it stands.
    pub places: Vec<Place>,
    /// The sentence around it, or its own words.
    pub quote: String,
    /// As read.
    pub reading: String,
    /// Whether it is out of line with the others.
    pub is_out: bool,
}

/// The groups that have figures in the report, those first in which somebody must look.
pub(super) fn rows(desk: &Desk<'_>) -> Vec<GroupFigures> {
    let groups = desk.project.groups().values();
    let judged = groups.filter_map(|group| Some((group, desk.judged.judged(group.id)?)));
    let is_told = |judged: &Judged| judged.members.iter().filter(|member| desk.is_mentioned(Mention::Number(member.number))).count() > 1;
    let mut rows: Vec<_> = judged
        .filter(|(_, judged)| is_told(judged))
        .map(|(group, judged)| GroupFigures {
            group: group.id,
            name: group.title().to_owned(),
            verdict: verdict(desk.language, judged),
            is_warning: judged.agreement.outcome.is_warning(),
            figures: figures(desk, judged),
            plot: range::plot(desk.project, judged)
                .map(|plot| range_drawing((group.title(), &verdict(desk.language, judged)), judged, &plot)),
        })
        .collect();
    rows.sort_by_key(|row| !row.is_warning);
    rows
}

/// The sentence in English; elsewhere the word for how they agree.
pub(super) fn verdict(language: Language, judged: &Judged) -> String {
    match language {
        Language::English => judged.agreement.sentence(),
        language => language.outcome(judged.agreement.outcome).into_owned(),
    }
}

fn figures(desk: &Desk<'_>, judged: &Judged) -> Vec<GroupFigure> {
    let figure = |(at, number): (usize, QuantityId)| {
        let record = Mention::Number(number);
        let reading = desk.project.quantities().get(&number).map_or_else(String::new, |quantity| quantity.reading());
        Some(GroupFigure {
            number,
            places: desk.places(record),
            quote: sentence(desk, record),
            reading,
            is_out: judged.agreement.is_out_of_line.get(at).copied().unwrap_or(false),
        })
    };
    let members = judged.members.iter().map(|member| member.number).enumerate();
    members.filter(|(_, number)| desk.is_mentioned(Mention::Number(*number))).filter_map(figure).collect()
}

/// The sentence around the first mark of a record; its own words where it has lost its place.
fn sentence(desk: &Desk<'_>, record: Mention) -> String {
    let first = desk.lookup.mentions(record).iter().find_map(|id| desk.project.annotations().get(id));
    let around = first.filter(|mark| !mark.is_lost()).and_then(|mark| {
        let document = desk.project.document(mark.document)?;
        Some(document.text.slice(document.text.sentence_around(mark.span.start())?).trim().to_owned())
    });
    around.unwrap_or_else(|| desk.quote(record))
}

#[cfg(test)]
mod tests {
    use crate::model::group::Group;
    use crate::model::id::GroupId;
    use crate::model::quantity::Quantity;
    use crate::report::tests::build;
    use crate::testing::Desk;

    #[test]
    fn figures_that_differ_stand_with_their_sentences_and_a_plot() {
        let mut desk = Desk::default();
        desk.article("One\n[About 1,500 troops|number one] came. It rained.");
        desk.article("Two\nSome say [9,000 troops|number two] came.");
        let id = GroupId(desk.id());
        desk.add(Group { id, name: "Troops".into(), note: String::new(), apart: String::new(), unknown: Default::default() });
        for number in [desk.number("About 1,500 troops"), desk.number("9,000 troops")] {
            desk.change(number, |quantity: &mut Quantity| quantity.group = Some(id));
        }
        let report = build(&desk);
        let group = &report.groups[0];
        assert!(group.is_warning && group.plot.is_some() && !group.verdict.is_empty(), "{group:#?}");
        let quotes: Vec<_> = group.figures.iter().map(|figure| figure.quote.as_str()).collect();
        assert_eq!(quotes, ["About 1,500 troops came.", "Some say 9,000 troops came."]);
        for printed in [crate::report::html(&report), crate::report::markdown(&report).0] {
            assert!(printed.contains("Some say 9,000 troops came."), "{printed}");
        }
        assert!(crate::report::html(&report).contains("<desc>"));
    }
}
