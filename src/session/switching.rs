//! Findings that a desk does not want in a project, each with its reason.

use super::{Outcome, Refusal, Request, Session};
use crate::lint::Rule;
use crate::model::house::SwitchedOff;

impl Session {
    pub(super) fn ask_why_off(&mut self, code: String) -> Outcome {
        let rule = Rule::of_code(&code).ok_or(Refusal(format!("No rule is called “{code}”.")))?;
        self.requests.push(Request::AskWhyOff(rule));
        Ok(())
    }

    /// Leaves what a rule finds out of the project. Again with another reason, that one counts.
    pub(super) fn switch_off(&mut self, code: &str, reason: &str) -> Outcome {
        let rule = Rule::of_code(code).ok_or(Refusal(format!("No rule is called “{code}”.")))?;
        let reason = reason.trim();
        if reason.is_empty() {
            let words = format!("“{}” stays on: the report prints why findings are switched off. Write the reason.", rule.title());
            return Err(Refusal(words));
        }
        let off = self.findings.count(rule);
        self.step(|draft, maker| {
            let (by, at) = (maker.by().to_owned(), maker.now());
            draft.set_house(|house| {
                let known = house.switched_off.iter_mut().find(|off| off.rule == code);
                if known.as_ref().is_some_and(|known| known.reason == reason) {
                    return;
                }
                let new = SwitchedOff { rule: code.to_owned(), reason: reason.to_owned(), by, at, ..SwitchedOff::default() };
                match known {
                    Some(known) => *known = SwitchedOff { unknown: known.unknown.clone(), ..new },
                    None => house.switched_off.push(new),
                }
            })?;
            Ok(((), format!("switch off “{}”", rule.title())))
        })?;
        let words = format!("“{}” is switched off for this project: {}.", rule.title(), crate::model::count::count(off, "finding"));
        self.requests.push(Request::Announce(words.clone()));
        self.say(words, false);
        Ok(())
    }

    /// Finds what a rule finds again. One that this version does not know can be switched on as well.
    pub(super) fn switch_on(&mut self, code: &str) -> Outcome {
        self.step(|draft, _| {
            draft.set_house(|house| house.switched_off.retain(|off| off.rule != code))?;
            let title = Rule::of_code(code).map_or(code, |rule| rule.title());
            Ok(((), format!("switch on “{title}”")))
        })
    }
}
