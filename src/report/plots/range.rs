//! The range plot of a group as plain data: an axis with round steps that begins with zero, and a mark for each different statement. No
//! axis is cut: figures look as far apart as they are.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::group::Judged;
use crate::model::project::Project;
use crate::model::quantity::agreement::year;
use crate::model::quantity::reach::{Meant, Reach};
use crate::model::quantity::{Approximation, Unit, Value};

/// Steps of an axis at most.
const MOST_STEPS: i64 = 5;
/// Lanes at most; what does not fit lies over others.
const MOST_LANES: usize = 6;
/// Width of a letter beside a mark, and of the mark itself, as parts of the axis.
const LETTER: f32 = 0.027;
const MARK: f32 = 0.03;

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Exact: a disc.
    Dot,
    /// About: a ring.
    Ring,
    /// Up to, less than: a bar from zero with an end.
    AtMost,
    /// At least, more than: an arrow.
    AtLeast,
    /// Between two values: a bar with two ends.
    Range,
}

/// Figures that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct PlotMark {
    /// What it looks like.
    pub shape: Shape,
    /// Where it begins, from 0 to 1.
    pub from: f32,
    /// Where it ends, from 0 to 1.
    pub to: f32,
    /// In which lane, from the top.
    pub lane: usize,
    /// Letters of the articles: `A 2× B`.
    pub label: String,
    /// Whether it is out of line with the rest.
    pub is_out: bool,
}

/// A plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// Places of the steps, from 0 to 1, with their figures.
    pub ticks: Vec<(f32, String)>,
    /// The marks.
    pub marks: Vec<PlotMark>,
    /// How many lanes there are.
    pub lanes: usize,
    /// Years of lanes, where the figures are of several.
    pub years: Vec<(usize, String)>,
}

/// One different statement of a group.
struct Stated {
    reach: Reach,
    shape: Shape,
    is_out: bool,
    year: Option<u16>,
    letters: Vec<(String, usize)>,
}

/// The plot of a group; nothing where no figure was read, or they are of several kinds.
pub fn plot(project: &Project, judged: &Judged) -> Option<Plot> {
    let stated = stated(project, judged)?;
    let ends = stated.iter().flat_map(|one| [one.reach.low, one.reach.high]);
    let (low, high) = ends.fold((Decimal::ZERO, Decimal::ZERO), |(low, high), end| (low.min(end), high.max(end)));
    let has_one_value = stated.iter().all(|one| one.reach.low == high || one.reach.high == high);
    let is_open = stated.iter().any(|one| one.shape == Shape::AtLeast && one.reach.high == high);
    // Where all say the same there is room behind it, and an arrow needs some.
    let room = if has_one_value {
        Decimal::new(15, 1)
    } else if is_open {
        Decimal::new(11, 1)
    } else {
        Decimal::ONE
    };
    let axis = Axis::new(low, high.checked_mul(room)?)?;
    let mut units = judged.members.iter().filter_map(|member| project.quantities().get(&member.number)).map(|number| number.unit.trim());
    let unit = units.find_map(|written| Unit::find(written).map(|unit| short(unit, written)));
    let mut plot = Plot { ticks: axis.ticks(unit), ..Plot::default() };
    lay_out(&mut plot, &axis, stated);
    Some(plot)
}

/// The different statements, each with its articles.
fn stated(project: &Project, judged: &Judged) -> Option<Vec<Stated>> {
    let numbers = judged.members.iter().map(|member| project.quantities().get(&member.number));
    let unit = numbers.clone().flatten().find_map(|number| Unit::find(&number.unit));
    let mut stated: Vec<Stated> = Vec::new();
    for (at, (member, number)) in judged.members.iter().zip(numbers).enumerate() {
        let Some(number) = number.filter(|number| number.value.is_some()) else { continue };
        if Unit::find(&number.unit).map(|unit| unit.dimension) != unit.map(|unit| unit.dimension) {
            return None;
        }
        let reach = Reach::of(number, unit)?;
        let shape = match (reach.meant, number.approximation) {
            (Meant::AtMost, _) => Shape::AtMost,
            (Meant::AtLeast, _) => Shape::AtLeast,
            _ if reach.low != reach.high => Shape::Range,
            (_, Approximation::About) => Shape::Ring,
            _ => Shape::Dot,
        };
        let is_out = judged.agreement.is_out_of_line.get(at).copied().unwrap_or(false);
        let (year, letter) = (year(&member.time), member.letter.clone());
        let same = |one: &&mut Stated| {
            (one.reach.low, one.reach.high, one.shape, one.is_out, one.year) == (reach.low, reach.high, shape, is_out, year)
        };
        match stated.iter_mut().find(same) {
            Some(one) => match one.letters.iter_mut().find(|(other, _)| *other == letter) {
                Some((_, times)) => *times += 1,
                None => one.letters.push((letter, 1)),
            },
            None => stated.push(Stated { reach, shape, is_out, year, letters: vec![(letter, 1)] }),
        }
    }
    (!stated.is_empty()).then_some(stated)
}

/// Puts marks into lanes where none lies over another one, by year where there are several.
fn lay_out(plot: &mut Plot, axis: &Axis, mut stated: Vec<Stated>) {
    let first = stated.first().map(|one| one.year);
    let has_years = stated.iter().any(|one| Some(one.year) != first);
    stated.sort_by_key(|one| (one.year.filter(|_| has_years), one.reach.low, one.reach.high, one.shape));
    let mut ends: Vec<(Option<u16>, f32)> = Vec::new();
    for one in stated {
        let year = one.year.filter(|_| has_years);
        let label = label(&one.letters);
        let (low, high) = (axis.place(one.reach.low), axis.place(one.reach.high));
        let from = if one.shape == Shape::AtMost { axis.place(Decimal::ZERO) } else { low };
        let start = from - MARK;
        let free = |(of, end): &(Option<u16>, f32)| *of == year && *end <= start;
        let lane = ends.iter().position(free).or_else(|| (ends.len() < MOST_LANES).then_some(ends.len()));
        let lane = lane.or_else(|| ends.iter().rposition(|(of, _)| *of == year)).unwrap_or(MOST_LANES - 1);
        let end = high + MARK + LETTER * (1 + label.chars().count()) as f32;
        if lane == ends.len() {
            ends.push((year, end));
            let is_first = !ends.iter().rev().skip(1).any(|(of, _)| *of == year);
            plot.years.extend(year.filter(|_| is_first).map(|year| (lane, year.to_string())));
        } else if let Some((_, last)) = ends.get_mut(lane) {
            *last = last.max(end);
        }
        plot.marks.push(PlotMark { shape: one.shape, from, to: high, lane, label, is_out: one.is_out });
    }
    plot.lanes = ends.len();
}

/// `A 2× B`.
fn label(letters: &[(String, usize)]) -> String {
    let part = |(letter, times): &(String, usize)| if *times > 1 { format!("{letter} {times}×") } else { letter.clone() };
    letters.iter().map(part).collect::<Vec<_>>().join(" ")
}

/// The shortest word for a unit that its readers have seen.
fn short<'a>(unit: &Unit, written: &'a str) -> &'a str {
    match unit.sign {
        "percent" => "%",
        sign if sign.len() < written.len() => sign,
        _ => written,
    }
}

/// An axis from zero, or from below it, in round steps.
struct Axis {
    from: Decimal,
    to: Decimal,
    step: Decimal,
}

impl Axis {
    fn new(low: Decimal, high: Decimal) -> Option<Axis> {
        let high = if high <= low { low.checked_add(Decimal::ONE)? } else { high };
        let range = high.checked_sub(low)?;
        let step = round_step(range)?;
        let from = low.checked_div(step)?.floor().checked_mul(step)?;
        let to = high.checked_div(step)?.ceil().checked_mul(step)?;
        Some(Axis { from, to, step })
    }

    /// Where a value lies, from 0 to 1.
    fn place(&self, value: Decimal) -> f32 {
        let part = |value: Decimal| value.checked_sub(self.from)?.checked_div(self.to.checked_sub(self.from)?)?.to_f32();
        part(value).unwrap_or(0.0).clamp(0.0, 1.0)
    }

    /// The steps; the last one names the unit.
    fn ticks(&self, unit: Option<&str>) -> Vec<(f32, String)> {
        let mut ticks = Vec::new();
        let mut at = self.from;
        while at <= self.to {
            ticks.push((self.place(at), figure(Value::one(at.normalize()))));
            match at.checked_add(self.step) {
                Some(next) => at = next,
                None => break,
            }
        }
        if let (Some(unit), Some((_, last))) = (unit, ticks.last_mut()) {
            last.push(' ');
            last.push_str(unit);
        }
        ticks
    }
}

/// A value as a narrow place has room for it: `1,500`, `10–20`, `90–120 million`. A figure is never cut.
pub fn figure(value: Value) -> String {
    let million = Decimal::from(1_000_000);
    let ends: Vec<Decimal> = std::iter::once(value.low).chain(value.high).collect();
    let is_round = |end: &Decimal| *end >= million && (*end / Decimal::from(100_000)).fract().is_zero();
    let (unit, word) = if ends.iter().all(is_round) { (million, " million") } else { (Decimal::ONE, "") };
    let written: Vec<_> = ends.iter().map(|end| Value::one(*end / unit).to_string()).collect();
    format!("{}{word}", written.join("–"))
}

/// The smallest of 1, 2, 2.5 and 5 with any number of zeros that leaves no more steps than an axis has room for.
fn round_step(range: Decimal) -> Option<Decimal> {
    let mut power = Decimal::ONE;
    let most = Decimal::from(MOST_STEPS);
    while range.checked_div(power)? < Decimal::ONE {
        power = power.checked_div(Decimal::TEN).filter(|power| !power.is_zero())?;
    }
    while range.checked_div(power)? >= Decimal::ONE_HUNDRED {
        power = power.checked_mul(Decimal::TEN)?;
    }
    let steps = [(1, 1), (2, 1), (5, 1), (1, 0), (2, 0), (25, 1), (5, 0), (10, 0), (20, 0), (25, 0), (50, 0)];
    let mut steps: Vec<Decimal> = steps.into_iter().filter_map(|(step, scale)| Decimal::new(step, scale).checked_mul(power)).collect();
    steps.sort();
    steps.into_iter().find(|step| range.checked_div(*step).is_some_and(|steps| steps.ceil() <= most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::group::{Group, judged};
    use crate::model::id::GroupId;
    use crate::model::lookup::Lookup;
    use crate::model::quantity::Quantity;
    use crate::testing::Desk;

    /// The plot of figures, an article each: `ticks / shape from-to lane label`.
    fn plotted(figures: &[&str]) -> String {
        let mut desk = Desk::default();
        for figure in figures {
            desk.article(&format!("There were [{figure}|number] in all."));
        }
        let group = GroupId(desk.id());
        desk.add(Group::named(group, "Men"));
        for id in desk.project.quantities().keys().copied().collect::<Vec<_>>() {
            desk.change(id, |number: &mut Quantity| number.group = Some(group));
        }
        let judged = judged(&desk.project, &Lookup::new(&desk.project), &desk.project.groups()[&group]);
        let Some(plot) = plot(&desk.project, &judged) else { return "none".to_owned() };
        let ticks: Vec<_> = plot.ticks.iter().map(|(_, label)| label.as_str()).collect();
        let mark = |mark: &PlotMark| {
            let out = if mark.is_out { "!" } else { "" };
            format!("{out}{:?} {:.2}-{:.2} {} {}", mark.shape, mark.from, mark.to, mark.lane, mark.label)
        };
        format!("{} / {}", ticks.join(" "), plot.marks.iter().map(mark).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn steps_are_round_and_the_axis_begins_with_zero() {
        assert_eq!(plotted(&["1,500", "1,500", "about 1,500"]), "0 500 1,000 1,500 2,000 2,500 / Dot 0.60-0.60 0 A B, Ring 0.60-0.60 1 C");
        assert_eq!(plotted(&["0.3 percent", "0.2 percent"]), "0 0.1 0.2 0.3 % / !Dot 0.67-0.67 0 B, !Dot 1.00-1.00 0 A");
        assert_eq!(plotted(&["4 million", "4 million"]), "0 2 million 4 million 6 million / Dot 0.67-0.67 0 A B");
        assert_eq!(plotted(&["0", "0"]), "0 0.2 0.4 0.6 0.8 1 / Dot 0.00-0.00 0 A B");
    }

    #[test]
    fn each_way_of_meaning_a_figure_has_its_shape_and_who_is_out_of_line_is_marked() {
        let expected = "0 2,000 4,000 6,000 8,000 10,000 / !AtMost 0.00-0.20 0 A, AtMost 0.00-1.00 1 B C";
        assert_eq!(plotted(&["up to 2,000", "up to 10,000", "up to 10,000"]), expected);
        let expected = "0 500 1,000 1,500 2,000 2,500 / AtLeast 0.80-0.80 0 A, Range 0.82-0.86 1 C, Ring 0.84-0.84 2 B";
        assert_eq!(plotted(&["more than 2,000", "about 2,100", "2,050 to 2,150"]), expected);
    }

    #[test]
    fn figures_of_one_kind_share_an_axis_in_one_unit_and_others_have_none() {
        assert_eq!(plotted(&["2,500 km", "1,553 miles"]), "0 500 1,000 1,500 2,000 2,500 km / Dot 1.00-1.00 0 B, Dot 1.00-1.00 1 A");
        assert_eq!(plotted(&["30 percent", "70 miles"]), "none");
        assert_eq!(plotted(&["several", "many"]), "none");
    }

    #[test]
    fn figures_of_any_length_have_a_plot_or_none() {
        let longest = Decimal::MAX.to_string();
        assert_eq!(plotted(&[&longest, "1"]), "none");
        assert!(plotted(&["9000000000000000000000", "1"]).starts_with("0 2"), "{}", plotted(&["9000000000000000000000", "1"]));
    }
}
