//! Articles with who is cited in them: `{who}`. Those of `NEWS` were written before the cues were tuned: then 0.81 of the cited were
//! found, and 0.90 of the found were cited. Of `LATER`, 0.77 and 0.88 at the first look. The five real articles are in `tests/quality`.

use super::*;

/// Spans of the article that stand between curly brackets, and the article without them.
fn marked(marked: &str) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), 0);
    for sign in marked.chars() {
        match sign {
            '{' => open = text.len(),
            '}' => spans.push((open, text.len())),
            sign => text.push(sign),
        }
    }
    (text, spans)
}

/// How many of the cited were found, how many were found that nobody cites, and what went wrong.
fn score(articles: &[&str]) -> (usize, usize, usize, Vec<String>) {
    let (mut hits, mut missed, mut false_ones, mut faults) = (0, 0, 0, Vec::new());
    for article in articles {
        let (words, wanted) = marked(article);
        let text = Text::freeze(words);
        let found = citations(&text, Language::English);
        let meets = |(start, end): &(usize, usize), citation: &Citation| citation.speaker.start() < *end && citation.speaker.end() > *start;
        for span in &wanted {
            if found.iter().any(|citation| meets(span, citation)) {
                hits += 1;
            } else {
                missed += 1;
                faults.push(format!("missed: {}", &text.as_str()[span.0..span.1]));
            }
        }
        for citation in found.iter().filter(|citation| !wanted.iter().any(|span| meets(span, citation))) {
            false_ones += 1;
            faults.push(format!("false: {} <{}>", text.slice(citation.speaker), text.slice(citation.cue)));
        }
    }
    (hits, missed, false_ones, faults)
}

const NEWS: &[&str] = &[
    "The river rose by two metres overnight, {the Environment Agency} said on Sunday, and is expected to peak on Tuesday. {Mayor Ana Duarte} told local radio that 340 homes had been evacuated. \"We have not lost anyone, and that is what counts,\" {she} said. Rescue teams worked through the night. Insurers had denied claims in earlier floods, according to {a report by the consumer group Which}.",
    "Shares in the carmaker fell 4% after it recalled 120,000 vehicles. {Analysts at Barclays} said the cost could reach £80m. Chief executive Tom Reed declined to comment, but {a person close to the board} said that the recall \"was overdue\". The company reported a profit of £2.1bn last year. In a statement, {the firm} said it would \"co-operate fully\".",
    "\"It was chaos,\" said {Maria Lopez, 34, who lives nearby}. \"People were running.\" {Police} said they were treating the fire as suspicious. {A spokesman for the fire brigade, Alan Shaw}, said eight engines attended. {Witnesses} reported hearing a loud bang. No arrests have been made.",
    "Global mean temperature last year was 1.55C above the pre-industrial average, {the World Meteorological Organization} has confirmed. {The study}, published in Nature on Wednesday, found that the oceans took up most of the heat. \"These numbers should worry everybody,\" {its lead author, Dr Mei Chen of the University of Leeds}, said. Critics have long argued about models, but {independent scientists} said the findings were robust.",
    "The striker scored twice as City beat Rovers 3-1. \"I thought we were brilliant,\" {manager Pep Alonso} said. \"The lads gave everything.\" {Alonso}, who took over in May, added that the captain would miss two weeks. City have won six in a row and are four points clear.",
    "The defendant, 41, denied two counts of fraud. {Prosecutor Helen Ward} told the jury he had \"lied again and again\". {The court} heard that £1.2m was moved in three days. {Ms Ward} added: \"He thought nobody would look.\" The trial continues.",
    "Two-thirds of voters back the plan, {a poll for the Herald} found. {Opposition leader Jan Novak} called the figures \"misleading\". The government, {he} argued, had asked the wrong question. {Ministers} insist that the survey was fair. Turnout was 61 percent in 2020.",
    "Inflation slowed to 2.4% in October, {official figures} showed on Thursday. {Economists} expect the central bank to cut rates next month. {The Office for National Statistics} said food prices rose 1.9%. \"The direction is right,\" said {Priya Nair, an economist at Capital House}, \"but wages are still a worry.\"",
    "The ministry did not respond to a request for comment. {Amnesty International} accused the army of shelling a school, saying that at least 22 people died. {An army spokesman} denied the charge. {Residents of the village} told Reuters by telephone that the strike came at dawn. Citing {two diplomats}, {the Times} reported that talks would resume in Geneva.",
    "More than half of the patients recovered, according to {the trial's results}. The drug, which costs $900 a month, was approved in March. {Dr. Samuel Osei}, who was not involved in the study, said it was \"too early to celebrate\". The researchers followed 1,204 people for two years.",
    "{Senator Warren Cole}, a Republican from Ohio, wrote on X that the bill \"is dead\". Democrats hold 48 seats. {House aides}, speaking on condition of anonymity, said a vote was unlikely this week. As {one aide} put it, nobody has counted the votes. The Senate passed a similar bill in 2019.",
    "Harbour dredging will cost 12 million euros, {the port authority} estimates. {Its director, Luc Peeters}, says work starts in June. Fishermen fear for their catch. \"Last time the eels were gone for five years,\" {one of them} recalled. {Peeters} says the fears are unfounded.",
];

/// Written after the cues were tuned on [`NEWS`].
const LATER: &[&str] = &[
    "The airline cancelled 212 flights on Friday after a software fault grounded its fleet, stranding passengers across Europe. {Chief executive Marta Lindqvist} apologised and said the fault had been found. \"We let people down,\" {she} told the BBC's Today programme. Passengers at Gatwick described scenes of confusion. \"Nobody told us anything for six hours,\" said {Ian Marsh}, a teacher from Leeds, who was travelling with two children. {The regulator} said it was in contact with the company.",
    "LISBON (Reuters) - Portugal's economy grew 0.3% in the third quarter, {the National Statistics Institute (INE)} said on Monday, less than {analysts} had expected. Exports fell for a second month. {Finance Minister Rui Castro} said he was confident that growth would pick up, and pointed to record tourism revenue. The minority government survived a no-confidence vote in September. {Two sources with knowledge of the talks} said a budget deal was close.",
    "A new strain of the virus has been found in 14 countries, {health officials} said. It spreads faster, but there is no evidence that it is deadlier, according to {Dr. Farida Haddad of the Pasteur Institute}. {She} urged people to get vaccinated. The World Health Organization, which tracks variants, has not yet given it a name. {A preprint by researchers in Milan} suggests that antibodies from earlier infections offer some protection.",
    "He won 43.2 percent of the vote, short of a majority. \"The people have spoken,\" {the incumbent} told supporters at a rally in the capital, \"and they want change.\" Observers from the European Union reported irregularities at 31 polling stations, {the mission} said in its preliminary statement. The runner-up refused to concede. {His campaign manager} alleged that ballots were missing. {The electoral commission} rejected that claim.",
    "What the minister did not say is how the scheme will be paid for. It costs 1.4 billion a year. {The Treasury} estimates savings of 300 million from 2027, but {the Institute for Fiscal Studies} has called that figure \"heroic\". {Ministers} argue that the reform pays for itself. {Labour's Rachel Adeyemi} said: \"They have lost control of the numbers.\"",
    "Sir Keir Barlow, 62, wrote three novels. They sold 2 million copies. In an interview with the Guardian last year, {he} said that he \"never planned any of it\". {His widow, Anne}, said he died at home. {Fellow novelist Tess Okoro} remembered him as \"the kindest of rivals\".",
    "Firefighters contained 80% of the blaze by nightfall. The cause is not known. {Cal Fire} reported that 1,100 acres had burned. \"The wind was our enemy,\" {battalion chief Lou Herrera} explained. Some 900 people were told to leave their homes. {County records} show that the area was last cleared in 2011. {Neighbors} say they complained for years.",
    "The club announced a loss of 31 million pounds. {Supporters' groups} said it was proof that the owners had \"gambled with our future\". {A club spokesperson} declined to comment on transfers but confirmed that the stadium would be renamed. {The Athletic} first reported the talks.",
];

/// At least this part of the cited is found, and of the found is cited.
#[track_caller]
fn check(articles: &[&str], least: f64) {
    let (hits, missed, wrong, faults) = score(articles);
    let part = |of: usize| hits as f64 / (hits + of) as f64;
    println!("recall {:.2}, precision {:.2}\n{}", part(missed), part(wrong), faults.join("\n"));
    assert!(part(missed) >= least && part(wrong) >= least, "{}", faults.join("\n"));
}

#[test]
fn who_is_cited_in_news_is_found() {
    check(NEWS, 0.95);
    check(LATER, 0.95);
}

#[test]
fn quotes_end_where_their_marks_do_also_if_one_is_missing() {
    let of = |text: &str| {
        let text = Text::freeze(text);
        citations(&text, Language::English).iter().map(|found| text.slice(found.speaker).to_owned()).collect::<Vec<_>>()
    };
    // A verb inside of a quote cites nobody; where the closing mark is missing, the next paragraph begins anew.
    assert_eq!(of("“He said no. They said yes,” Ann Ex told us."), ["Ann Ex"]);
    assert_eq!(of("Ann Ex said the reeve would \"not take part in it.\nOfficials said it held."), ["Ann Ex", "Officials"]);
    assert_eq!(
        of("“We waited,” Ann Ex said. “Nobody said a word.\n“Then the police said: go.” Officials said it held."),
        ["Ann Ex", "Officials"]
    );
}

#[test]
fn pronouns_and_surnames_point_to_the_name_before() {
    let text = Text::freeze("Mrs Ann Ex said it held. Later she said more. Tom Reed said less. He said nothing else. Ex said so.");
    let all = citations(&text, Language::English);
    let earlier: Vec<_> = all.iter().map(|found| found.earlier.map_or("-", |span| text.slice(span))).collect();
    assert_eq!(earlier, ["-", "Mrs Ann Ex", "-", "Tom Reed", "Mrs Ann Ex"]);
}
