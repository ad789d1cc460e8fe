//! News in many manners, invented for this test and read by hand before the program read them. Each line of gold is the words of the
//! figure, its value, unit or counted noun, how exactly it is meant, and per what.

use super::gold::{Gold, Paragraph};
use tickmark::model::document::Language::*;

/// The paragraphs.
pub const PARAGRAPHS: &[Paragraph] = &[
    Paragraph {
        language: English,
        name: "money",
        text: "Harlow & Finch said on Tuesday that pre-tax profit fell 12% to £48.3m in the six months to 30 June, from £54.9m a year \
               earlier. Revenue rose to £1.2bn, just over half of it from the 230 stores outside London. The chain, founded in 1897, \
               plans to close about 40 branches and cut up to 1,100 jobs, or roughly 8 per cent of its workforce. Shares in the FTSE 250 \
               company dropped 4.5p to 212p. Chief executive Nina Osei, 51, will receive a bonus of nearly $2 million.",
        gold: &[
            Gold("12%", "12", "percent", "exact", ""),
            Gold("£48.3m", "48300000", "GBP", "exact", ""),
            Gold("six months", "6", "months", "exact", ""),
            Gold("£54.9m", "54900000", "GBP", "exact", ""),
            Gold("a year", "1", "year", "exact", ""),
            Gold("£1.2bn", "1200000000", "GBP", "exact", ""),
            Gold("half", "0.5", "", "more than", ""),
            Gold("230", "230", "stores", "exact", ""),
            Gold("40", "40", "branches", "about", ""),
            Gold("1,100", "1100", "jobs", "up to", ""),
            Gold("8 per cent", "8", "percent", "about", ""),
            Gold("4.5p", "4.5", "penny", "exact", ""),
            Gold("212p", "212", "penny", "exact", ""),
            Gold("$2 million", "2000000", "USD", "less than", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "football",
        text: "Rovers beat City 3-1 on Saturday in front of 41,287 fans, their fifth win in seven matches. Striker Dele Marsh scored \
               twice in the first half and has 14 goals this season. City, who had 63 percent of possession, finished with 10 men after \
               Kane Holt, 19, was sent off in the 78th minute. Rovers are now fourth with 38 points from 20 games, six points behind the \
               leaders. The transfer window shuts at 11 p.m. on Jan. 31.",
        gold: &[
            Gold("41,287", "41287", "fans", "exact", ""),
            Gold("seven", "7", "matches", "exact", ""),
            Gold("14", "14", "goals", "exact", ""),
            Gold("63 percent", "63", "percent", "exact", ""),
            Gold("10", "10", "men", "exact", ""),
            Gold("38", "38", "points", "exact", ""),
            Gold("20", "20", "games", "exact", ""),
            Gold("six", "6", "points", "exact", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "crime",
        text: "A 34-year-old man was arrested after at least three people were killed and a dozen injured in a shooting near Interstate 95, \
               police said. Officers recovered two AR-15 rifles, more than 600 rounds of ammunition and $15,400 in cash. One woman was killed \
               at the scene; the two others died in hospital. Detectives took some 70 statements within 48 hours. The suspect, who had no \
               convictions, faces 25 years to life in prison. Anyone with information can call 555-0142.",
        gold: &[
            Gold("three", "3", "people", "at least", ""),
            Gold("a dozen", "12", "", "exact", ""),
            Gold("two", "2", "AR-15 rifles", "exact", ""),
            Gold("600", "600", "rounds", "more than", ""),
            Gold("$15,400", "15400", "USD", "exact", ""),
            Gold("One", "1", "woman", "exact", ""),
            Gold("two", "2", "others", "exact", ""),
            Gold("70", "70", "statements", "about", ""),
            Gold("48 hours", "48", "hours", "up to", ""),
            Gold("no", "0", "convictions", "exact", ""),
            Gold("25 years", "25", "years", "exact", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "climate",
        text: "Global temperatures were 1.48C (2.66F) above the pre-industrial average in 2023, scientists said, and seas are rising by \
               3.4 millimetres a year. Emissions must fall 43 per cent by 2030 to keep warming below 1.5 degrees Celsius. The glacier lost \
               between 20 and 25 metres of ice, an area of 1.2 million square kilometres was burnt, and winds reached 160 mph. About a \
               third of the 5.6 gigatonnes of carbon dioxide came from coal, which costs less than $60 a tonne.",
        gold: &[
            Gold("1.48C", "1.48", "°C", "exact", ""),
            Gold("3.4 millimetres", "3.4", "mm", "exact", "year"),
            Gold("43 per cent", "43", "percent", "exact", ""),
            Gold("1.5 degrees Celsius", "1.5", "°C", "less than", ""),
            Gold("20 and 25 metres", "20..25", "m", "between", ""),
            Gold("1.2 million square kilometres", "1200000", "km²", "exact", ""),
            Gold("160 mph", "160", "mph", "exact", ""),
            Gold("a third", "0.333333", "", "about", ""),
            Gold("5.6 gigatonnes", "5.6", "Gt", "exact", ""),
            Gold("$60", "60", "USD", "less than", "tonne"),
        ],
    },
    Paragraph {
        language: English,
        name: "election",
        text: "With 97 percent of precincts reporting, Mayor Ruth Abara led by 1,204 votes out of 88,000 cast, a margin of 1.4 percentage \
               points. Turnout was 61.3%, up from 54% in 2020. The Greens won 9 of the 45 seats, twice as many as four years ago. A poll of \
               1,012 adults taken March 3-6 had a margin of error of plus or minus 3 points; two in five voters said they were undecided. \
               The council voted 24-21 for Measure 7, which needs a two-thirds majority.",
        gold: &[
            Gold("97 percent", "97", "percent", "exact", ""),
            Gold("1,204", "1204", "votes", "exact", ""),
            Gold("88,000", "88000", "", "exact", ""),
            Gold("1.4 percentage points", "1.4", "percentage points", "exact", ""),
            Gold("61.3%", "61.3", "percent", "exact", ""),
            Gold("54%", "54", "percent", "exact", ""),
            Gold("9", "9", "", "exact", ""),
            Gold("45", "45", "seats", "exact", ""),
            Gold("four years", "4", "years", "exact", ""),
            Gold("1,012", "1012", "adults", "exact", ""),
            Gold("3 points", "3", "points", "exact", ""),
            Gold("two in five", "0.4", "", "exact", ""),
            Gold("two-thirds", "0.666667", "", "exact", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "health",
        text: "The hospital treated 312 patients a day in January, compared with 287 a day last year, and the waiting list stands at 7.6 \
               million. Researchers gave 2,400 women aged 50 to 64 a 200mg dose of the drug; after 18 months the risk fell by a quarter. \
               Side effects were seen in one in 20. Covid-19 cases have doubled in two weeks to 14 per 100,000 people. Nobody died, and no \
               deaths were recorded in the placebo group.",
        gold: &[
            Gold("312", "312", "patients", "exact", "day"),
            Gold("287", "287", "", "exact", "day"),
            Gold("7.6 million", "7600000", "", "exact", ""),
            Gold("2,400", "2400", "women", "exact", ""),
            Gold("200mg", "200", "mg", "exact", ""),
            Gold("18 months", "18", "months", "exact", ""),
            Gold("a quarter", "0.25", "", "exact", ""),
            Gold("one in 20", "0.05", "", "exact", ""),
            Gold("two weeks", "2", "weeks", "exact", ""),
            Gold("14", "14", "", "exact", "100,000 people"),
            Gold("no", "0", "deaths", "exact", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "transport",
        text: "The 9:42 train from Leeds hit a fallen tree at about 70 miles per hour and stopped after 300 yards. Some 180 passengers were \
               led off; the Boeing 737 MAX that had been due to carry a group of 45 pensioners left four and a half hours late from Gate \
               22. Line 3 will be closed for a week, and a 12-mile diversion is in place on the A64. The operator carries 1.3 million \
               people daily and has ordered 24 six-car trains at $9.5 million each.",
        gold: &[
            Gold("70 miles per hour", "70", "mph", "about", ""),
            Gold("300 yards", "300", "yd", "exact", ""),
            Gold("180", "180", "passengers", "about", ""),
            Gold("45", "45", "pensioners", "exact", ""),
            Gold("four and a half hours", "4.5", "hours", "exact", ""),
            Gold("a week", "1", "week", "exact", ""),
            Gold("12-mile", "12", "mi", "exact", ""),
            Gold("1.3 million", "1300000", "people", "exact", "day"),
            Gold("24", "24", "six-car trains", "exact", ""),
            Gold("$9.5 million", "9500000", "USD", "exact", "piece"),
        ],
    },
    Paragraph {
        language: English,
        name: "india",
        text: "The state government has sanctioned Rs 2,450 crore for the scheme, which will benefit nearly 12 lakh farmers across 17 \
               districts. Each will get ₹6,000 a year in three instalments. Of the 1,25,000 applications received so far, 1.1 lakh were \
               approved, the minister said on 5 July. Under Section 144, gatherings of more than four people remain banned in Sector 12.",
        gold: &[
            Gold("Rs 2,450 crore", "24500000000", "INR", "exact", ""),
            Gold("12 lakh", "1200000", "farmers", "less than", ""),
            Gold("17", "17", "districts", "exact", ""),
            Gold("₹6,000", "6000", "INR", "exact", "year"),
            Gold("three", "3", "instalments", "exact", ""),
            Gold("1,25,000", "125000", "applications", "exact", ""),
            Gold("1.1 lakh", "110000", "", "exact", ""),
            Gold("four", "4", "people", "more than", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "war",
        text: "Russia launched 83 drones and four Iskander-M missiles overnight, Ukraine's air force said, adding that 70 were shot down. \
               Four people were killed and 17 wounded, including a 6-year-old girl, in Kharkiv, 40 kilometers (25 miles) from the border. \
               Dozens of homes were destroyed. The G7 pledged $50 billion and at least two more Patriot batteries, each with six to eight \
               launchers. The Su-34 crashed about 3 km south of the base; none of the crew survived. It was the third attack in a week.",
        gold: &[
            Gold("83", "83", "drones", "exact", ""),
            Gold("four", "4", "Iskander-M missiles", "exact", ""),
            Gold("70", "70", "", "exact", ""),
            Gold("Four", "4", "people", "exact", ""),
            Gold("17", "17", "", "exact", ""),
            Gold("40 kilometers", "40", "km", "exact", ""),
            Gold("Dozens", "24", "homes", "at least", ""),
            Gold("$50 billion", "50000000000", "USD", "exact", ""),
            Gold("two", "2", "more Patriot batteries", "at least", ""),
            Gold("six to eight", "6..8", "launchers", "between", ""),
            Gold("3 km", "3", "km", "about", ""),
            Gold("none", "0", "crew", "exact", ""),
            Gold("a week", "1", "week", "exact", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "housing",
        text: "Prices for a two-bedroom flat climbed from $310,000 to $345,000 between 2019 and 2022, while rents rose 5 to 7 percent. The \
               46-storey tower will have 312 units of 450 to 900 square feet, and 20% will be affordable. Only one bidder came forward. \
               Roughly one in three tenants spends over half their income on rent; the average is $1,870 per month. The 1990s block next \
               door, at 22 Acacia Road, is under offer. Mortgage rates fell a quarter of a percentage point to 6.25%.",
        gold: &[
            Gold("two-bedroom", "2", "bedroom", "exact", ""),
            Gold("$310,000", "310000", "USD", "exact", ""),
            Gold("$345,000", "345000", "USD", "exact", ""),
            Gold("5 to 7 percent", "5..7", "percent", "between", ""),
            Gold("46-storey", "46", "storey", "exact", ""),
            Gold("312", "312", "units", "exact", ""),
            Gold("450 to 900 square feet", "450..900", "sq ft", "between", ""),
            Gold("20%", "20", "percent", "exact", ""),
            Gold("one", "1", "bidder", "exact", ""),
            Gold("one in three", "0.333333", "", "about", ""),
            Gold("half", "0.5", "", "more than", ""),
            Gold("$1,870", "1870", "USD", "exact", "month"),
            Gold("a quarter", "0.25", "percentage points", "exact", ""),
            Gold("6.25%", "6.25", "percent", "exact", ""),
        ],
    },
    Paragraph {
        language: Spanish,
        name: "economía",
        text: "El paro bajó en 31.200 personas en marzo, un 1,4 % menos que el mes anterior, hasta un total de 2,6 millones. La deuda \
               asciende a 1.573 millones de euros, más del doble que en 2015. La empresa, con unos 8.500 empleados en 12 países, invertirá \
               cerca de 40 millones de dólares en tres años. El precio de la luz será de 85,3 euros por megavatio hora. Casi la mitad de \
               los hogares gasta menos de 1.000 euros al mes. El ministro, de 54 años, comparecerá el 3 de mayo a las 10.30.",
        gold: &[
            Gold("31.200", "31200", "personas", "exact", ""),
            Gold("1,4 %", "1.4", "percent", "exact", ""),
            Gold("2,6 millones", "2600000", "", "exact", ""),
            Gold("1.573 millones de euros", "1573000000", "EUR", "exact", ""),
            Gold("8.500", "8500", "empleados", "about", ""),
            Gold("12", "12", "países", "exact", ""),
            Gold("40 millones de dólares", "40000000", "USD", "about", ""),
            Gold("tres años", "3", "years", "exact", ""),
            Gold("85,3 euros", "85.3", "EUR", "exact", "megawatt-hour"),
            Gold("la mitad", "0.5", "", "less than", ""),
            Gold("1.000 euros", "1000", "EUR", "less than", "month"),
        ],
    },
    Paragraph {
        language: Spanish,
        name: "sucesos",
        text: "Al menos 17 personas murieron y más de un centenar resultaron heridas al volcar un autobús a 30 kilómetros de Puno. En el \
               vehículo viajaban sesenta y dos pasajeros, entre ellos cuatro menores. La policía detuvo al conductor, un hombre de 47 años, \
               e incautó 2,5 kilos de cocaína. Ningún detenido opuso resistencia. El Real Valle ganó 2-1 el domingo. Dos tercios de los \
               vecinos fueron evacuados hace una semana; entre 200 y 250 siguen en el albergue, a 1.200 metros de altura.",
        gold: &[
            Gold("17", "17", "personas", "at least", ""),
            Gold("un centenar", "100", "", "more than", ""),
            Gold("30 kilómetros", "30", "km", "exact", ""),
            Gold("sesenta y dos", "62", "pasajeros", "exact", ""),
            Gold("cuatro", "4", "menores", "exact", ""),
            Gold("2,5 kilos", "2.5", "kg", "exact", ""),
            Gold("Ningún", "0", "detenido", "exact", ""),
            Gold("Dos tercios", "0.666667", "", "exact", ""),
            Gold("una semana", "1", "week", "exact", ""),
            Gold("200 y 250", "200..250", "", "between", ""),
            Gold("1.200 metros", "1200", "m", "exact", ""),
        ],
    },
    Paragraph {
        language: French,
        name: "politique",
        text: "Près de 12 000 personnes ont manifesté samedi à Lyon, selon la préfecture, 30 000 selon les syndicats. Le texte a été adopté \
               par 289 voix contre 263. Le déficit atteint 5,5 % du PIB, soit 154 milliards d'euros, et pourrait être réduit d'un tiers d'ici \
               2027. Une centaine de policiers et trois hélicoptères étaient mobilisés. Le maire, âgé de 62 ans, a promis la construction de \
               vingt-cinq logements en deux ans et demi, à 2 300 euros le mètre carré. Aucun blessé n'est à déplorer.",
        gold: &[
            Gold("12 000", "12000", "personnes", "less than", ""),
            Gold("30 000", "30000", "", "exact", ""),
            Gold("289", "289", "voix", "exact", ""),
            Gold("263", "263", "", "exact", ""),
            Gold("5,5 %", "5.5", "percent", "exact", ""),
            Gold("154 milliards d'euros", "154000000000", "EUR", "exact", ""),
            Gold("un tiers", "0.333333", "", "exact", ""),
            Gold("Une centaine", "100", "policiers", "about", ""),
            Gold("trois", "3", "hélicoptères", "exact", ""),
            Gold("vingt-cinq", "25", "logements", "exact", ""),
            Gold("deux ans et demi", "2.5", "years", "exact", ""),
            Gold("2 300 euros", "2300", "EUR", "exact", "square metre"),
            Gold("Aucun", "0", "blessé", "exact", ""),
        ],
    },
    Paragraph {
        language: French,
        name: "météo",
        text: "Il est tombé jusqu'à 120 millimètres de pluie en six heures, et le vent a soufflé à plus de 130 km/h. Environ 45 000 foyers \
               étaient privés d'électricité vers 20h30. La température descendra à -5 °C mardi 14 janvier, soit 7 degrés de moins que la \
               normale. Deux personnes sur trois vivent à moins de 10 km de la côte. Le coût est estimé à 1,2 million d'euros par jour.",
        gold: &[
            Gold("120 millimètres", "120", "mm", "up to", ""),
            Gold("six heures", "6", "hours", "exact", ""),
            Gold("130 km/h", "130", "km/h", "more than", ""),
            Gold("45 000", "45000", "foyers", "about", ""),
            Gold("-5 °C", "-5", "°C", "exact", ""),
            Gold("7 degrés", "7", "°", "exact", ""),
            Gold("Deux", "0.666667", "", "exact", ""),
            Gold("10 km", "10", "km", "less than", ""),
            Gold("1,2 million d'euros", "1200000", "EUR", "exact", "day"),
        ],
    },
    Paragraph {
        language: German,
        name: "wirtschaft",
        text: "Der Umsatz stieg um 3,5 Prozent auf 2,4 Milliarden Euro, der Gewinn sank dagegen von 180 auf 152 Millionen Euro. Rund 1.200 \
               der 14.000 Beschäftigten sollen bis Ende 2026 gehen. Die Inflation lag im März bei 2,2 Prozent, 0,3 Prozentpunkte niedriger \
               als im Vormonat. Ein Liter Diesel kostet knapp 1,60 Euro. Mehr als die Hälfte der 85 Filialen schreibt Verluste. Der Vertrag \
               läuft fünf Jahre; am 3. Mai um 15 Uhr tagt der Aufsichtsrat. Der Dax legte 0,8 Prozent zu.",
        gold: &[
            Gold("3,5 Prozent", "3.5", "percent", "exact", ""),
            Gold("2,4 Milliarden Euro", "2400000000", "EUR", "exact", ""),
            Gold("180", "180000000", "EUR", "exact", ""),
            Gold("152 Millionen Euro", "152000000", "EUR", "exact", ""),
            Gold("1.200", "1200", "", "about", ""),
            Gold("14.000", "14000", "Beschäftigten", "exact", ""),
            Gold("2,2 Prozent", "2.2", "percent", "exact", ""),
            Gold("0,3 Prozentpunkte", "0.3", "percentage points", "exact", ""),
            Gold("Ein Liter", "1", "l", "exact", ""),
            Gold("1,60 Euro", "1.6", "EUR", "less than", ""),
            Gold("die Hälfte", "0.5", "", "more than", ""),
            Gold("85", "85", "Filialen", "exact", ""),
            Gold("fünf Jahre", "5", "years", "exact", ""),
            Gold("0,8 Prozent", "0.8", "percent", "exact", ""),
        ],
    },
    Paragraph {
        language: German,
        name: "unfall",
        text: "Bei dem Unfall auf der A 7 wurden zwei Menschen getötet und mindestens zwölf weitere verletzt. Der 23-jährige Fahrer war laut \
               Polizei mit 180 km/h unterwegs. Die Autobahn blieb fast vier Stunden gesperrt, der Stau war bis zu 15 Kilometer lang. Es \
               entstand ein Schaden von etwa 250.000 Euro. Einsatzkräfte rückten mit einundzwanzig Fahrzeugen aus. Im vergangenen Jahr gab \
               es hier 3.046 Unfälle, ein Drittel davon bei Nässe. Keine Kinder kamen zu Schaden. Der SC siegte 4:2.",
        gold: &[
            Gold("zwei", "2", "Menschen", "exact", ""),
            Gold("zwölf", "12", "", "at least", ""),
            Gold("180 km/h", "180", "km/h", "exact", ""),
            Gold("vier Stunden", "4", "hours", "less than", ""),
            Gold("15 Kilometer", "15", "km", "up to", ""),
            Gold("250.000 Euro", "250000", "EUR", "about", ""),
            Gold("einundzwanzig", "21", "Fahrzeugen", "exact", ""),
            Gold("3.046", "3046", "Unfälle", "exact", ""),
            Gold("ein Drittel", "0.333333", "", "exact", ""),
            Gold("Keine", "0", "Kinder", "exact", ""),
        ],
    },
];
