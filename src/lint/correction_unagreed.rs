//! A claim that counts as changed before writer and editor have agreed to the wording.

use super::Words;
use crate::model::claim::{Claim, Party, Status};

pub(super) fn find(claim: &Claim) -> Option<Words> {
    let correction = claim.correction.as_ref().filter(|_| claim.status == Status::Changed)?;
    match [Party::Writer, Party::Editor].map(|party| correction.agreement(party).is_some()) {
        [true, true] => None,
        [false, true] => Some("Changed, but the writer has not agreed".into()),
        [true, false] => Some("Changed, but the editor has not agreed".into()),
        [false, false] => Some("Changed, but writer and editor have not agreed".into()),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::claim::{Agreement, Claim, Correction, Party, Status};
    use crate::model::unknown::Unknown;
    use crate::testing::{CHECKER, Desk, NOW};

    fn check(status: Status, parties: &[Party], expected: &[&str]) {
        let mut desk = Desk::default();
        desk.article("[One|claim].");
        let agreed = |party: &Party| Agreement { party: *party, by: CHECKER.into(), at: NOW, unknown: Unknown::default() };
        desk.change(desk.claim("A1"), |claim: &mut Claim| {
            claim.status = status;
            claim.correction = Some(Correction { wording: "Two".into(), agreed: parties.iter().map(agreed).collect() });
        });
        assert_eq!(said(&desk, Rule::CorrectionUnagreed), expected, "{status:?} {parties:?}");
    }

    #[test]
    fn writer_and_editor_agree_to_a_change() {
        use Party::{Checker, Editor, Writer};
        check(Status::Changed, &[Checker], &["A1: Changed, but writer and editor have not agreed"]);
        check(Status::Changed, &[Writer], &["A1: Changed, but the editor has not agreed"]);
        check(Status::Changed, &[Editor], &["A1: Changed, but the writer has not agreed"]);
        check(Status::Changed, &[Writer, Editor], &[]);
        check(Status::Open, &[], &[]);
    }
}
