//! What is read off texts: one line a case.

use super::*;

/// Every quantity of the text as `value unit per rate, exactness`, with what it covers.
fn said(text: &str, language: Language) -> Vec<String> {
    quantities(text, language).iter().map(|found| words(&found.reading)).collect()
}

fn words(reading: &Reading) -> String {
    let mut words = reading.value.to_string();
    if !reading.unit.is_empty() {
        words = format!("{words} {}", reading.unit);
    }
    if !reading.per.is_empty() {
        words = format!("{words} per {}", reading.per);
    }
    match reading.approximation {
        Approximation::Exact => words,
        other => format!("{words}, {}", other.word()),
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(said(text, Language::English), expected, "{text}");
}

#[track_caller]
fn check_in(language: Language, text: &str, expected: &[&str]) {
    assert_eq!(said(text, language), expected, "{text}");
}

#[test]
fn hedges_say_how_exactly_a_figure_is_meant() {
    check("There are about 2,200 forces.", &["2,200 forces, about"]);
    check("Roughly 2500 came.", &["2,500, about"]);
    check("It may send as many as 2000 additional troops.", &["2,000 additional troops, up to"]);
    check("Up to 10,000 active-duty troops.", &["10,000 active-duty troops, up to"]);
    check("At least 12 people died.", &["12 people, at least"]);
    check("The more than 2,000 members left.", &["2,000 members, more than"]);
    check("Over 5,200 troops.", &["5,200 troops, more than"]);
    check("It took just under 40 minutes.", &["40 minutes, less than"]);
    check("Nearly $5 million was lost.", &["5,000,000 USD, less than"]);
    check("The caravan reached a peak of 7,000 people.", &["7,000 people, up to"]);
    check("Just two days later it rained.", &["2 days"]);
    check("It lasted up to about 500 hours.", &["500 hours, about"].map(|_| "500 hours, up to"));
    check("Some 30 people or more.", &["30 people, about"]);
    check("Tickets for 500 people or more.", &["500 people, at least"]);
    check("A crowd of 50-plus people and 30-odd dogs.", &["50 people, at least", "30 dogs, about"]);
}

#[test]
fn ranges_are_one_number() {
    check("In the next 24-48 hours.", &["24 to 48 hours, between"]);
    check("Between 1,100 to 1,300 migrants cross the border daily.", &["1,100 to 1,300 migrants per day, between"]);
    check("It costs $5 to $10 million.", &["5,000,000 to 10,000,000 USD, between"]);
    check("Two to three million people.", &["2,000,000 to 3,000,000 people, between"]);
    check("Wait two or three days.", &["2 to 3 days, between"]);
    check("It rose from 5 to 7 percent.", &["5 percent", "7 percent"]);
    check("It fell 3% to 12%.", &["3 percent", "12 percent"]);
    check("Rates were raised to a range of 5.25% to 5.5%.", &["5.25 to 5.5 percent, between"]);
}

#[test]
fn numbers_are_read_in_words_and_scales() {
    check("The 1,200-store chain has a 14-member board and a two-state plan.", &["1,200 store", "14 member"]);
    check("Twenty-two people died.", &["22 people"]);
    check("One hundred and three ships sailed.", &["103 ships"]);
    check("Two and a half million votes.", &["2,500,000 votes"]);
    check("Half a million people fled.", &["500,000 people"]);
    check("Half a dozen eggs broke.", &["6 eggs"]);
    check("Dozens of people fled.", &["24 people, at least"]);
    check("Tens of thousands of people fled.", &["20,000 people, at least"]);
    check("Several hundred soldiers came.", &["200 soldiers, at least"]);
    check("A third of voters stayed away.", &["0.333333"]);
    check("It needs a two-thirds majority.", &["0.666667"]);
    check("One in five adults smokes; nine out of 10 do not.", &["0.2", "0.9"]);
    check("The 2½-hour film cost £1.5bn.", &["2.5 hours", "1,500,000,000 GBP"]);
    check("Three lakh crore rupees and 12 lakh farmers.", &["3,000,000,000,000 INR", "1,200,000 farmers"]);
    check("A 5m people strong town lies 5m from the wall.", &["5,000,000 people", "5 m"]);
}

#[test]
fn units_rates_and_currencies_belong_to_the_figure() {
    check("The roughly 3200km border.", &["3,200 km, about"]);
    check("It rained for *36* hours and __about__ 5 km.", &["36 hours", "5 km, about"]);
    check("Some 70 miles of wire.", &["70 mi, about"]);
    check("It drew 30 percent, 2 percentage points more.", &["30 percent", "2 percentage points"]);
    check("US$3.5m, C$20, EUR 40, 50p, 3 million Swiss francs.", &["3,500,000 USD", "20 CAD", "40 EUR", "50 penny", "3,000,000 CHF"]);
    check("They earn $15 an hour, $60 a barrel, 3 meals per day.", &["15 USD per hour", "60 USD per barrel", "3 meals per day"]);
    check(
        "It was -5°C, then 98.6 degrees Fahrenheit.",
        &["-5 °C", "98.6 °F"].map(|words| if words.starts_with('-') { "−5 °C" } else { words }),
    );
    check("He is 5 feet 10 inches tall and ran 2 hours 30 minutes.", &["70 in", "150 minutes"]);
    check("The 1,500 ground personnel and two C-17s.", &["1,500 ground personnel", "2 C-17s"]);
    check("About 500 daily flights left.", &["500 flights per day, about"]);
    check("A debt of £200; she weighs 9 pounds.", &["200 GBP", "9 GBP"]);
    check("She weighs 9 pounds.", &["9 lb"]);
}

#[test]
fn a_second_unit_in_brackets_is_the_same_number() {
    let found = quantities("In the 1,553 mile (2,500 kilometer) journey.", Language::English);
    let [journey] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(words(&journey.reading), "1,553 mi");
    assert_eq!(journey.also.as_ref().map(words).as_deref(), Some("2,500 km"));
    let text = "In the 1,553 mile (2,500 kilometer) journey.";
    assert_eq!(text.get(journey.span.range()), Some("1,553 mile (2,500 kilometer)"));
    assert_eq!(text.get(journey.figure.range()), Some("1,553 mile"));
    let money = quantities("It cost £5m ($6.3m) in all.", Language::English);
    assert_eq!(money.first().and_then(|found| found.also.as_ref()).map(words).as_deref(), Some("6,300,000 USD"));
}

#[test]
fn none_in_words_is_a_number() {
    check("There were no active duty troops there.", &["0 active duty troops"]);
    check("None of the troops are armed.", &["0 troops"]);
    check("Zero deaths were counted.", &["0 deaths"]);
    for text in
        ["No more division, xenophobia.", "Nobody came.", "There is no evidence.", "No longer at war.", "None the less.", "No comment."]
    {
        check(text, &[]);
    }
}

#[test]
fn spans_of_time_are_numbers_and_figures_of_speech_are_none() {
    check("Just a week before the elections.", &["1 week"]);
    check("It dates back more than a century.", &["1 century, more than"]);
    check("He must decide within 90 days.", &["90 days, up to"]);
    for text in [
        "One of the officials said so.",
        "He had a day off.",
        "One day he left.",
        "No one else.",
        "It was a second chance.",
        "The first two.",
        "At once.",
    ] {
        check(text, &[]);
    }
}

/// Kinds in the text that are no quantities.
fn kinds(text: &str, language: Language) -> Vec<Kind> {
    let others = figures(text, language).into_iter().filter_map(|figure| match figure {
        Figure::Quantity(_) => None,
        Figure::Other { kind, .. } => Some(kind),
    });
    others.collect()
}

#[track_caller]
fn check_apart(text: &str, kind: Kind) {
    check(text, &[]);
    assert_eq!(kinds(text, Language::English), [kind], "{text}");
}

#[test]
fn dates_times_years_and_ordinals_are_no_quantities() {
    for text in [
        "On March 1.",
        "On 29 October 2018.",
        "Nov. 22, 2018 came.",
        "Filed 2018-10-29.",
        "On 12/05/2019.",
        "Wednesday (22).",
        "The 1990s.",
        "May 5th.",
        "In October 2018.",
    ] {
        check_apart(text, Kind::Date);
    }
    for text in ["At 10:30.", "At 5 p.m.", "By 9am.", "At 5 o'clock.", "The 1400 GMT news."] {
        check_apart(text, Kind::Time);
    }
    for text in ["In 2018, it fell.", "The 2020 elections.", "Since 1989.", "From 2018-2020.", "In mid-2018."] {
        check_apart(text, Kind::Year);
    }
    for text in ["His 22nd win.", "The 1st Marine Division.", "The twenty-first time."] {
        check_apart(text, Kind::Ordinal);
    }
}

#[test]
fn ages_scores_telephones_and_names_are_no_quantities() {
    for text in ["A 27-year-old man.", "Ann Smith, 34, said so.", "The president, 78, spoke.", "She is 12 years old.", "Aged 65."] {
        check_apart(text, Kind::Age);
    }
    for text in ["Rovers won 3-2.", "A 5-4 ruling.", "It ended 2:1."] {
        check_apart(text, Kind::Score);
    }
    for text in ["Call 555-0142.", "Call 911 or wait.", "Ring +1 555-123-4567.", "Dial (555) 123-4567."] {
        check_apart(text, Kind::Phone);
    }
    for text in [
        "A C-17 flew.",
        "The No.1 priority.",
        "No. 1 again.",
        "A Boeing 737 fell.",
        "It is on US 101.",
        "Covid-19 spread.",
        "See page 12.",
        "An A320 fell.",
        "Title 42 ended.",
        "At 10 Downing Street.",
        "On 9/11.",
    ] {
        let all = kinds(text, Language::English);
        check(text, &[]);
        assert!(all.iter().all(|kind| *kind == Kind::Name), "{text}: {all:?}");
    }
}

#[test]
fn an_ungrouped_count_is_no_year() {
    check("A deployment of 1500 troops.", &["1,500 troops"]);
    check("It sent 2000 additional troops.", &["2,000 additional troops"]);
}

#[test]
fn other_languages_have_their_own_words_and_signs() {
    use Language::*;
    check_in(Spanish, "Más de 1.500 soldados y un 3,5 % del PIB.", &["1,500 soldados, more than", "3.5 percent"]);
    check_in(Spanish, "Costó 2 millones 300 mil pesos, treinta y un días.", &["2,300,000 peso", "31 days"]);
    check_in(Spanish, "Unos 40 millones de dólares al año.", &["40,000,000 USD per year, about"]);
    check_in(French, "Près de 12 000 personnes, soit 5,5 % de plus.", &["12,000 personnes, less than", "5.5 percent"]);
    check_in(French, "Quatre-vingt-dix-sept logements en deux ans et demi.", &["97 logements", "2.5 years"]);
    check_in(French, "Une centaine de policiers.", &["100 policiers, about"]);
    check_in(German, "Rund 1.500 Soldaten und 3,5 Prozent.", &["1,500 Soldaten, about", "3.5 percent"]);
    check_in(German, "Einundzwanzig Fahrzeuge, 2,4 Milliarden Euro.", &["21 Fahrzeuge", "2,400,000,000 EUR"]);
    check_in(German, "Am 3. Mai um 15 Uhr, im 19. Jahrhundert.", &[]);
}

#[track_caller]
fn check_read(text: &str, marked: &str, expected: Option<&str>) {
    let at = text.find(marked).unwrap();
    let read = read(text, Span::between(at, at + marked.len()), Language::English);
    assert_eq!(read.as_ref().map(words).as_deref(), expected, "{marked}");
}

#[test]
fn a_mark_is_read_with_the_words_around_it() {
    check_read("It may send as many as 2000 additional troops.", "2000", Some("2,000 additional troops, up to"));
    check_read(
        "It may send as many as 2000 additional troops.",
        "as many as 2000 additional troops",
        Some("2,000 additional troops, up to"),
    );
    check_read("The 1,553 mile (2,500 kilometer) journey.", "1,553 mile (2,500 kilometer)", Some("1,553 mi"));
    check_read("One of the officials, in 2018.", "One", Some("1"));
    check_read("One of the officials, in 2018.", "2018", Some("2,018"));
    check_read("A man, 34, and a 27-year-old.", "27-year-old", Some("27 years"));
    check_read("Two C-17s and two C-130s.", "Two C-17s and two C-130s", None);
    check_read("Nothing at all.", "Nothing", None);
    check_read("They met at Gate 3.", "Gate 3", None);
    check_read("It was on March 1.", "March 1", None);
    check_read("First line of 5 km.\nSecond of 7 km.", "7", Some("7 km"));
}

#[test]
fn spans_lie_in_the_text_in_order_and_do_not_overlap() {
    let texts = [
        "“£5m” (€6m) – 3½ hrs, 1,2,3 … 12.5.2019 ±5 % 10–20-30 5-5 $ 5 1st2nd 🙂7 km 1\u{202f}500 €",
        "No no none of the of the 1 in 5 in 6 a a million million hundred hundred half half of a third third",
        "",
        "\n\n5\n",
        "- - – 5 - 6 -- 7/8/9/10 1:2:3:4 1.2.3.4 ,5, .5. '5' \"5\" (5) [5] {5} 5% %5 5$ $5 $$5",
        "٣٤ १२ 五 ５ cinco cinq fünf zweiundzwanzighundert",
    ];
    for language in Language::ALL {
        for text in texts {
            let mut end = 0;
            for figure in figures(text, language) {
                let span = figure.span();
                assert!(span.start() >= end && text.get(span.range()).is_some_and(|words| !words.is_empty()), "{text}: {span:?}");
                end = span.end();
            }
        }
    }
}

#[test]
fn a_word_that_never_ends_does_no_harm() {
    for text in [
        "9".repeat(10_000),
        "million ".repeat(5_000),
        "1,".repeat(5_000),
        "two-".repeat(5_000),
        "1-".repeat(5_000),
        "half a ".repeat(5_000),
        "12 34 ".repeat(20_000),
    ] {
        let started = std::time::Instant::now();
        let _ = figures(&text, Language::English);
        assert!(started.elapsed().as_secs() < 5, "{}", text.get(..8).unwrap_or(""));
    }
}
