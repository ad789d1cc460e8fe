//! Claims that were checked before and are like the one shown: each with its verdict and its age, to look at or to take over.

use std::sync::Arc;

use egui::{Frame, Margin, Stroke, Ui};

use super::rows::claim::ClaimRows;
use crate::command::Command;
use crate::compare::claims::Likeness;
use crate::model::annotation::Mention;
use crate::model::id::ClaimId;
use crate::model::moment::Moment;
use crate::session::already::{Asked, Known, Library, ago};
use crate::view::Cx;
use crate::widget::line::{HoverWords, words_ui};
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{Button, Face, Theme, button_ui, section_ui};

/// What an answer depends on: the claim and its words, how many claims are settled, and which library it was.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    claim: ClaimId,
    words: [String; 2],
    settled: usize,
    library: usize,
}

/// What is asked and known about claims that were checked before.
#[derive(Default)]
pub struct AlreadyState {
    /// The settled claims of other projects.
    pub library: Arc<Library>,
    held: Option<(Key, Vec<Known>)>,
    under_way: Option<Key>,
    order: Option<Asked>,
}

impl AlreadyState {
    /// The question to be answered by the app, taken once.
    pub fn take_order(&mut self) -> Option<Asked> {
        self.order.take()
    }

    /// Takes an answer, unless another claim is looked at by now.
    pub fn take_answer(&mut self, claim: ClaimId, known: Vec<Known>) {
        if let Some(key) = self.under_way.take_if(|key| key.claim == claim) {
            self.held = Some((key, known));
        }
    }

    /// What is known of a claim; asks where it is not known yet. A claim that is settled needs no answer.
    fn known(&mut self, cx: &Cx<'_>, rows: &ClaimRows) -> &[Known] {
        let claim = cx.session.project().claims().get(&rows.id);
        if claim.is_none_or(|claim| claim.is_settled()) {
            return &[];
        }
        let quote = cx.session.lookup().quote(cx.session.project(), Mention::Claim(rows.id)).to_owned();
        let library = Arc::as_ptr(&self.library) as usize;
        let key = Key { claim: rows.id, words: [quote, rows.restatement.clone()], settled: cx.session.lookup().settled(), library };
        if self.held.as_ref().is_none_or(|(held, _)| *held != key) && self.under_way.as_ref() != Some(&key) {
            self.order = cx.session.ask_if_checked(rows.id, &self.library);
            self.under_way = Some(key);
        }
        match &self.held {
            Some((held, known)) if held.claim == rows.id => known,
            _ => &[],
        }
    }
}

/// `Checked 12 days ago in Border troops: 1 Wrong`.
pub(super) fn words(known: &Known, now: Moment) -> String {
    let checked = &known.checked;
    let place = if checked.own.is_some() { format!("as {}", checked.label) } else { format!("in {}", checked.project) };
    format!("Checked {} {place}: {}", ago(checked.since, now), checked.verdict)
}

/// Why it is offered.
pub(super) fn why(likeness: &Likeness) -> String {
    match likeness {
        Likeness::Wording(share) => format!("{share} % of the wording is the same"),
        Likeness::Figure(figure) => format!("It has the same figure, {figure}, and words around it"),
    }
}

/// Draws them; nothing where there are none.
pub(super) fn already_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut AlreadyState, rows: &ClaimRows) {
    let known = state.known(cx, rows).to_vec();
    if known.is_empty() {
        return;
    }
    section_ui(ui, "Already checked", "");
    for known in &known {
        known_ui(ui, cx, rows.id, known);
        ui.add_space(8.0);
    }
}

fn known_ui(ui: &mut Ui, cx: &mut Cx<'_>, claim: ClaimId, known: &Known) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame {
        fill: theme.paper,
        stroke: Stroke::new(1.0, theme.line2),
        corner_radius: 4.into(),
        inner_margin: Margin::symmetric(10, 8),
        ..Frame::NONE
    };
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        words_ui(ui, words(known, cx.now), (Face::DenseStrong, 17.0), theme.ink);
        ui.add_space(3.0);
        quote_ui(ui, &Quote::new(&known.checked.words, TextStyle::serif(14.0, 19.0), theme.ink).rows(3));
        ui.add_space(3.0);
        words_ui(ui, why(&known.likeness), (Face::Meta, Face::Meta.row()), theme.ink3);
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let name = format!("Take the verdict of {}", known.checked.label);
            let take = button_ui(ui, Button::secondary("Take verdict and evidence").name(&name));
            if take.on_hover_words("Copies both into this claim, with a row that says where they are from").clicked() {
                cx.send(Command::TakeVerdict { claim, from: Box::new(known.checked.clone()) });
            }
            if let Some(own) = known.checked.own {
                let name = format!("Show {}", known.checked.label);
                if button_ui(ui, Button::secondary("Show").name(&name)).clicked() {
                    cx.send(Command::ShowRecord(Mention::Claim(own)));
                }
            }
        });
    });
}
