//! A person of whom only one name is known: nobody can tell who that is.

use super::Words;
use crate::model::source::Source;

pub(super) fn find(source: &Source) -> Option<Words> {
    source.is_unidentified().then(|| "Who is this? No first name, no office".into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::source::Source;
    use crate::testing::Desk;

    #[test]
    fn a_person_has_a_full_name_or_an_office() {
        let mut desk = Desk::default();
        desk.article("[McAleenan|source], [Salesses|source], [Robert Ex|source], [officials|source].");
        desk.change(desk.source("Salesses"), |source: &mut Source| source.role = "acting secretary".into());
        assert_eq!(said(&desk, Rule::PersonUnidentified), ["McAleenan: Who is this? No first name, no office"]);
    }
}
