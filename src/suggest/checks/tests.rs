//! What figures of one sentence say together: what holds, what does not, and what is nobody's mistake.

use super::*;
use crate::testing::Desk;

fn told(check: &Check) -> String {
    let sign = match check.verdict {
        Verdict::Holds => '✓',
        Verdict::Fails => '✗',
        Verdict::Open => '?',
    };
    format!("{sign} {} | {}", check.equation, check.working)
}

/// What is found in a text whose article appeared on 29 October 2018.
fn found(text: &str) -> Vec<String> {
    let text = Text::freeze(text);
    let article = Article::of_text(&text, Language::English, Day::read("2018-10-29"));
    article.checks().iter().map(told).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(found(text), expected, "{text}");
}

#[test]
fn a_figure_in_two_units_is_worked_out_again() {
    check(
        "In the 1,553 mile (2,500 kilometer) journey.",
        &["✓ 1,553 mi = 2,499.3 km | Written 2,500 km. Off by 0.03 %, within its rounding."],
    );
    check("A 1,553 mile (2,800 kilometer) journey.", &["✗ 1,553 mi = 2,499.3 km | Written 2,800 km. Off by 12 %."]);
    // Nobody can tell the rate of the day.
    check("It cost £5m ($6.3m).", &[]);
}

#[test]
fn parts_come_to_what_is_written_as_their_total() {
    check(
        "He noted that four aircraft in total — two C-17s and two C-130s — are being sent.",
        &["✓ 2 C-17s + 2 C-130s = 4 | Written 4 aircraft."],
    );
    check(
        "He noted that five aircraft in total — two C-17s and two C-130s — are being sent.",
        &["✗ 2 C-17s + 2 C-130s = 4 | Written 5 aircraft. Off by 1."],
    );
    check(
        "It sent five aircraft: two C-17s and two C-130s.",
        &["? 2 C-17s + 2 C-130s = 4 | Written 5 aircraft. 1 are not told: are there others?"],
    );
    check(
        "He sold 300 tickets: 120 on Monday, 130 on Tuesday and 60 on Friday.",
        &["✗ 120 + 130 + 60 = 310 | Written 300 tickets. Off by 10."],
    );
    check("Masks of 96 regions (48 regions in each half), 21 others and 3 more were used.", &[]);
    check("There were 12 men and 8 women, a total of 20 people.", &["✓ 12 men + 8 women = 20 | Written 20 people."]);
    check("There were 12 men and 8 women, a total of 21 people.", &["✗ 12 men + 8 women = 20 | Written 21 people. Off by 1."]);
    check("They found 3 dead and 15 wounded, 18 in all.", &["✓ 3 dead + 15 = 18 | Written 18."]);
    check(
        "The budget of $10 million ($4 million for roads, $3.5 million for schools and $2.4 million for parks) was passed.",
        &["✓ 4,000,000 USD + 3,500,000 USD + 2,400,000 USD = 9,900,000 USD | Written 10,000,000 USD. Off by 100,000, within its rounding."],
    );
}

#[test]
fn a_part_is_no_more_than_its_whole() {
    check(
        "The initial wave of 1,500 troops includes 500 Marines from Camp Pendleton.",
        &["✓ 500 of 1,500 = 33.33 % | 500 Marines of 1,500 troops. The rest is 1,000."],
    );
    check(
        "The initial wave of 1,500 troops includes 5,000 Marines from Camp Pendleton.",
        &["✗ 5,000 of 1,500 = 333.3 % | 5,000 Marines of 1,500 troops. The part is more than its whole."],
    );
    check("Officials counted 13 boats, five of them damaged.", &["✓ 5 of 13 = 38.46 % | 5 of 13 boats. The rest is 8."]);
    check("They were only 5 of the 40 wells.", &["✓ 5 of 40 = 12.5 % | 5 of 40 wells. The rest is 35."]);
    check(
        "Twelve people, including five children and eight women, were hurt.",
        &["✗ 13 of 12 = 108.3 % | 5 children and 8 women of 12 people. The part is more than its whole."],
    );
    check("The aircrews of these 4 aircraft are not included in the 1,500 ground troops.", &[]);
    check("It has 3 doors, 200 km away, including 4 windows.", &[]);
}

#[test]
fn per_cent_are_those_of_part_and_whole() {
    check("In all, 120 of the 400 wells, or 30 percent, were dry.", &["✓ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 30 %."]);
    check("In all, 120 of the 400 wells, or 40 percent, were dry.", &["✗ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 40 %. It is not."]);
    check("Of the 250 houses, 100 (40 percent) were flooded.", &["✓ 100 of 250 = 40 % | 100 ÷ 250 × 100. Written 40 %."]);
    check("The firm cut 1,200 of its 8,000 jobs, about 15 percent.", &["✓ 1,200 of 8,000 = 15 % | 1,200 ÷ 8,000 × 100. Written 15 %."]);
    check("A survey of 1,000 people found that 62 percent, or 620, agreed.", &["✓ 620 of 1,000 = 62 % | 620 ÷ 1,000 × 100. Written 62 %."]);
    check("He spent 30 percent of his $2,000 budget.", &["? 30 % of 2,000 USD = 600 USD | Not written."]);
    check(
        "We're laying down another 140 miles of wire—we're about 30 percent done with that.",
        &["? 30 % of 140 mi = 42 mi | About 98 mi would be left. Neither is written."],
    );
}

#[test]
fn growth_is_that_of_the_two_figures() {
    check("Membership rose from 80 to 92, or 15 percent.", &["✓ 80 to 92: 15 % more | (92 − 80) ÷ 80 × 100. Written 15 %."]);
    check("Membership rose from 80 to 92, or 51 percent.", &["✗ 80 to 92: 15 % more | (92 − 80) ÷ 80 × 100. Written 51 %. It is not."]);
    check(
        "Profit climbed 15 percent to $92 million from $80 million.",
        &["✓ 80,000,000 to 92,000,000 USD: 15 % more | (92,000,000 − 80,000,000) ÷ 80,000,000 × 100. Written 15 %."],
    );
    check(
        "The rate rose from 5 to 7 percent, up 2 percentage points.",
        &["✓ 5 to 7 %: 40 % more | 7 − 5 = 2 percentage points. Written 2 percentage points."],
    );
    check(
        "The rate rose from 5 to 7 percent, or 2 percent.",
        &["✗ 5 to 7 %: 40 % more | (7 − 5) ÷ 5 × 100. Written 2 %. Percentage points are meant."],
    );
    check("Membership fell from 80 to 92.", &["✗ 80 to 92: 15 % more | The words say that it became less."]);
    check("Turnout was 45 percent, up from 40 percent in 2019.", &["✓ 40 to 45 %: 12.5 % more | By how many per cent is not written."]);
    check("The number doubled from 40 to 80.", &["✓ 80 ÷ 40 = 2 | Written “doubled”."]);
    check("The number more than doubled from 40 to 95.", &["✓ 95 ÷ 40 = 2.38 | Written “more than doubled”."]);
    check("The number more than doubled from 40 to 60.", &["✗ 60 ÷ 40 = 1.5 | Written “more than doubled”."]);
    check("The number almost doubled from 40 to 75.", &["✓ 75 ÷ 40 = 1.88 | Written “almost doubled”."]);
    check("The number tripled from 40 to 80.", &["✗ 80 ÷ 40 = 2 | Written “tripled”."]);
    check("It is 5 km from 3 houses to 8 barns.", &[]);
}

#[test]
fn spans_of_time_are_those_between_the_days() {
    check(
        "From 29 October 2018 to 6 November 2018, eight days, it rained.",
        &["✓ 29 October 2018 to 6 November 2018 = 8 days | Written 8 days."],
    );
    check(
        "The strike began on 3 March 2024 and ended nine days later, on 11 March 2024.",
        &["✗ 3 March 2024 to 11 March 2024 = 8 days | Written 9 days. It is not."],
    );
    check(
        "It comes just a week before the midterm elections.",
        &["? 1 week before the midterm elections | No day is written. Counted from the article of 29 October 2018: 5 November 2018."],
    );
    check(
        "Taken on 6 November 2011, just two days before the close approach.",
        &["? 2 days before the close approach | Counted from 6 November 2011: 8 November 2011."],
    );
    check(
        "It was sent two days after President Ex ordered it.",
        &["? 2 days after President Ex ordered it | No day is written. Counted from the article of 29 October 2018: 27 October 2018."],
    );
}

#[test]
fn so_much_for_each_is_what_there_is_in_all() {
    check(
        "It cost $36,000 for 30 pupils, or $1,200 per pupil.",
        &["✓ 36,000 USD ÷ 30 pupils = 1,200 USD each | Written 1,200 USD per pupil."],
    );
    check(
        "It cost $36,000 for 30 pupils, or $1,500 per pupil.",
        &["✗ 36,000 USD ÷ 30 pupils = 1,200 USD each | Written 1,500 USD per pupil. Off by 300."],
    );
    check("It has 30 pupils and 4 teachers, or $1,500 per room.", &[]);
}

#[test]
fn parts_without_a_unit_have_that_of_their_whole() {
    check(
        "The budget of 10 million euros (4 million for roads and 7 million for schools) was passed.",
        &["✗ 4,000,000 + 7,000,000 = 11,000,000 EUR | Written 10,000,000 EUR. Off by 1,000,000."],
    );
}

#[track_caller]
fn check_in(language: Language, text: &str, expected: &str) {
    let text = Text::freeze(text);
    let article = Article::of_text(&text, language, Day::read("2018-10-29"));
    assert_eq!(article.checks().iter().map(told).collect::<Vec<_>>(), [expected], "{}", text.as_str());
}

#[test]
fn spanish_figures_are_worked_out_again() {
    let check = |text: &str, expected: &str| check_in(Language::Spanish, text, expected);
    check("Envió cuatro aviones en total: dos helicópteros y dos cazas.", "✓ 2 helicópteros + 2 cazas = 4 | Written 4 aviones.");
    check("Hubo 12 hombres y 8 mujeres, un total de 21 personas.", "✗ 12 hombres + 8 mujeres = 20 | Written 21 personas. Off by 1.");
    check("De los 400 pozos, 120 (el 30 %) estaban secos.", "✓ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 30 %.");
    check(
        "En total, 120 de los 400 pozos, es decir, el 40 %, estaban secos.",
        "✗ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 40 %. It is not.",
    );
    check("El número de socios subió de 80 a 92, un 15 %.", "✓ 80 to 92: 15 % more | (92 − 80) ÷ 80 × 100. Written 15 %.");
    check("El número de socios cayó de 80 a 92.", "✗ 80 to 92: 15 % more | The words say that it became less.");
    check("El número se duplicó de 40 a 80.", "✓ 80 ÷ 40 = 2 | Written “duplicó”.");
    check(
        "El paro bajó al 12,5 %, frente al 14 % del año anterior.",
        "✓ 14 to 12.5 %: 10.71 % less | By how many per cent is not written.",
    );
    check(
        "El grupo de 1.500 soldados, incluidos 5.000 marines, salió el lunes.",
        "✗ 5,000 of 1,500 = 333.3 % | 5,000 marines of 1,500 soldados. The part is more than its whole.",
    );
    check(
        "Del 29 de octubre de 2018 al 6 de noviembre de 2018, ocho días, llovió.",
        "✓ 29 October 2018 to 6 November 2018 = 8 days | Written 8 days.",
    );
}

#[test]
fn french_figures_are_worked_out_again() {
    let check = |text: &str, expected: &str| check_in(Language::French, text, expected);
    check(
        "Il y avait 12 hommes et 8 femmes, soit un total de 21 personnes.",
        "✗ 12 hommes + 8 femmes = 20 | Written 21 personnes. Off by 1.",
    );
    check("Sur les 400 puits, 120 (30 %) étaient à sec.", "✓ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 30 %.");
    check("Au total, 120 des 400 puits, soit 40 %, étaient à sec.", "✗ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 40 %. It is not.");
    check("Le nombre de membres est passé de 80 à 92, soit 15 % de plus.", "✓ 80 to 92: 15 % more | (92 − 80) ÷ 80 × 100. Written 15 %.");
    check("Le nombre a augmenté de 80 à 72.", "✗ 80 to 72: 10 % less | The words say that it became more.");
    check(
        "Les 1 500 soldats, dont 5 000 marines, sont partis lundi.",
        "✗ 5,000 of 1,500 = 333.3 % | 5,000 marines of 1,500 soldats. The part is more than its whole.",
    );
    check(
        "Du 29 octobre 2018 au 6 novembre 2018, huit jours, il a plu.",
        "✓ 29 October 2018 to 6 November 2018 = 8 days | Written 8 days.",
    );
    check(
        "Cela a coûté 36 000 euros pour 30 élèves, soit 1 200 euros par élève.",
        "✓ 36,000 EUR ÷ 30 élèves = 1,200 EUR each | Written 1,200 EUR per élève.",
    );
}

#[test]
fn german_figures_are_worked_out_again() {
    let check = |text: &str, expected: &str| check_in(Language::German, text, expected);
    check("Es gab 12 Männer und 8 Frauen, insgesamt 21 Personen.", "✗ 12 Männer + 8 Frauen = 20 | Written 21 Personen. Off by 1.");
    check("Von den 400 Brunnen waren 120 (30 Prozent) trocken.", "✓ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 30 %.");
    check(
        "Insgesamt waren 120 der 400 Brunnen, also 40 Prozent, trocken.",
        "✗ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 40 %. It is not.",
    );
    check(
        "Die Zahl der Mitglieder stieg von 80 auf 92, ein Plus von 15 Prozent.",
        "✓ 80 to 92: 15 % more | (92 − 80) ÷ 80 × 100. Written 15 %.",
    );
    check("Die Zahl der Mitglieder sank von 80 auf 92.", "✗ 80 to 92: 15 % more | The words say that it became less.");
    check("Die Zahl verdoppelte sich von 40 auf 80.", "✓ 80 ÷ 40 = 2 | Written “verdoppelte”.");
    check(
        "Der Anteil fiel auf 12 Prozent, nach 14 Prozent im Vorjahr.",
        "✓ 14 to 12 %: 14.29 % less | By how many per cent is not written.",
    );
    check(
        "Die 1.500 Soldaten, darunter 5.000 Marines, zogen am Montag ab.",
        "✗ 5,000 of 1,500 = 333.3 % | 5,000 Marines of 1,500 Soldaten. The part is more than its whole.",
    );
    check(
        "Es kostete 36.000 Euro für 30 Schüler, also 1.200 Euro pro Schüler.",
        "✓ 36,000 EUR ÷ 30 Schüler = 1,200 EUR each | Written 1,200 EUR per Schüler.",
    );
}

#[test]
fn ages_are_those_of_the_day() {
    check("Ann Ex, 28, born on 4 March 1990, said so.", &["✓ Born 4 March 1990: 28 on 29 October 2018 | Written 28."]);
    check("Ann Ex, 34, born on 4 March 1990, said so.", &["✗ Born 4 March 1990: 28 on 29 October 2018 | Written 34."]);
    check("The mayor, who was born in 1962, is 55 years old.", &["✓ Born 1962: 55 or 56 on 29 October 2018 | Written 55."]);
    check("He died on May 3, 2020, at the age of 81; he was born on 1 June 1938.", &["✓ Born 1 June 1938: 81 on 3 May 2020 | Written 81."]);
}

#[test]
fn a_value_typed_wrong_on_purpose_is_caught() {
    let mut desk = Desk::default();
    let id = desk.article("It sent [four aircraft|number] in total — [two C-17s|number] and [two C-130s|number].");
    let of = |desk: &Desk| {
        let lookup = Lookup::new(&desk.project);
        let found = Article::of(&desk.project, &lookup, desk.project.document(id).unwrap()).checks();
        found.iter().map(|check| (told(check), check.numbers.len())).collect::<Vec<_>>()
    };
    assert_eq!(of(&desk), [("✓ 2 C-17s + 2 C-130s = 4 | Written 4 aircraft.".to_owned(), 3)]);
    desk.change(desk.number("two C-17s"), |number: &mut Quantity| (number.value, number.is_edited) = ("20".parse().ok(), true));
    assert_eq!(of(&desk), [("✗ 20 C-17s + 2 C-130s = 22 | Written 4 aircraft. Off by 18.".to_owned(), 3)]);
}

#[test]
fn the_words_of_a_check_are_its_figures() {
    let text = Text::freeze("Nothing here.\nThe wave of 1,500 troops includes 500 Marines.");
    let article = Article::of_text(&text, Language::English, None);
    let checks = article.checks();
    let places: Vec<&str> = checks[0].places.iter().map(|place| text.slice(*place)).collect();
    assert_eq!((checks.len(), places), (1, vec!["1,500 troops", "500 Marines"]));
}

#[test]
fn what_has_nothing_to_do_with_each_other_is_no_check() {
    for text in [
        "It took 12 people 3 days to walk 5 km.",
        "There were 300 men, 20 km from the town of 5,000 people.",
        "He scored 3 goals and 2 assists in 20 games.",
        "Between 1,100 to 1,300 migrants a day cross, and 500 are sent back.",
        "Up to 10,000 troops, 1,500 of whom he had seen, he said.",
        "One of the 5 gates opened at 10:30.",
        "He has 2 sons, 34 and 36, and 3 daughters.",
        "Version 2.1 of 3 has 40 per cent more.",
    ] {
        let found = found(text);
        assert!(!found.iter().any(|line| line.starts_with('✗')), "{text}: {found:?}");
    }
}

#[test]
fn any_words_are_looked_through_without_harm() {
    let pieces =
        ["5", " of ", "1,500 troops", " (", ") ", "30 percent", ", or ", " from ", " to ", "§", "é", " — ", "two", " and ", "2018", ".\n"];
    let mut text = String::new();
    for step in 0..400_usize {
        text.push_str(pieces[(step * step + step / 3) % pieces.len()]);
    }
    let text = Text::freeze(&text);
    for check in Article::of_text(&text, Language::English, None).checks() {
        assert!(check.places.iter().all(|place| !text.slice(*place).is_empty()));
    }
}
