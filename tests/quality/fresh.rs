//! More invented news, read by hand after the program had been tuned and never used to tune it: what it makes of other articles.

use super::gold::{Gold, Paragraph};
use tickmark::model::document::Language::*;

/// The paragraphs.
pub const PARAGRAPHS: &[Paragraph] = &[
    Paragraph {
        language: English,
        name: "budget",
        text: "Finance Minister Carl Odum unveiled a $3.2 trillion budget on Wednesday that raises defense spending by 6% and trims aid by \
               roughly a quarter. The deficit would shrink to 2.9 percent of GDP by fiscal 2027 from 4.1 percent this year. About 340,000 \
               civil servants get a 2.5 percent raise; the top tax rate drops one percentage point, to 36 percent. Lawmakers have until \
               midnight on Sept. 30 to pass the 1,204-page bill, which needs 218 votes in the 435-member House.",
        gold: &[
            Gold("$3.2 trillion", "3200000000000", "USD", "exact", ""),
            Gold("6%", "6", "percent", "exact", ""),
            Gold("a quarter", "0.25", "", "about", ""),
            Gold("2.9 percent", "2.9", "percent", "exact", ""),
            Gold("4.1 percent", "4.1", "percent", "exact", ""),
            Gold("340,000", "340000", "civil servants", "about", ""),
            Gold("2.5 percent", "2.5", "percent", "exact", ""),
            Gold("one percentage point", "1", "percentage point", "exact", ""),
            Gold("36 percent", "36", "percent", "exact", ""),
            Gold("1,204", "1204", "page", "exact", ""),
            Gold("218", "218", "votes", "exact", ""),
            Gold("435", "435", "member", "exact", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "quake",
        text: "A magnitude 6.4 earthquake struck 12 kilometers southwest of Palu at 4:17 a.m., killing at least 38 people and leaving more than \
               1,500 homeless, the disaster agency said. Two bridges collapsed and close to 900 houses were damaged. Rescuers pulled a \
               7-year-old boy alive from the rubble after 31 hours. The quake, at a depth of 10 km, was followed by 60 aftershocks. Some \
               250 soldiers, 14 excavators and 20 tons of rice are on the way. In 2018, a quake and tsunami killed over 4,300 there.",
        gold: &[
            Gold("6.4", "6.4", "", "exact", ""),
            Gold("12 kilometers", "12", "km", "exact", ""),
            Gold("38", "38", "people", "at least", ""),
            Gold("1,500", "1500", "", "more than", ""),
            Gold("Two", "2", "bridges", "exact", ""),
            Gold("900", "900", "houses", "about", ""),
            Gold("31 hours", "31", "hours", "exact", ""),
            Gold("10 km", "10", "km", "exact", ""),
            Gold("60", "60", "aftershocks", "exact", ""),
            Gold("250", "250", "soldiers", "about", ""),
            Gold("14", "14", "excavators", "exact", ""),
            Gold("20 tons", "20", "ton", "exact", ""),
            Gold("4,300", "4300", "", "more than", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "basketball",
        text: "Guard Malik Stone had 31 points, nine rebounds and eight assists as the Hawks held off the Kings 112-108 on Friday night. The \
               Hawks, who trailed by 15 in the third quarter, shot 48.2% from the field and made 17 of 34 three-pointers. Stone, a two-time \
               All-Star, played 41 minutes. It was their 11th win in 14 games. Coach Ann Riley, in her second season, got a technical foul \
               with 2:13 left. The Kings (23-30) have lost six straight.",
        gold: &[
            Gold("31", "31", "points", "exact", ""),
            Gold("nine", "9", "rebounds", "exact", ""),
            Gold("eight", "8", "assists", "exact", ""),
            Gold("15", "15", "", "exact", ""),
            Gold("48.2%", "48.2", "percent", "exact", ""),
            Gold("17", "17", "", "exact", ""),
            Gold("34", "34", "three-pointers", "exact", ""),
            Gold("41 minutes", "41", "minutes", "exact", ""),
            Gold("14", "14", "games", "exact", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "tech",
        text: "The phone, which goes on sale on 19 September from £799, has a 6.1-inch screen, 8GB of memory and a battery that the company \
               says lasts up to 27 hours. Analysts at Bright expect sales of 80 to 85 million units this quarter, down as much as 10 percent. \
               The firm, worth nearly $3 trillion, employs 164,000 people in more than 30 countries. It was fined €1.8bn in March for breaking \
               Article 102. Roughly two-thirds of its revenue comes from the iPhone; the App Store takes a 15 to 30 percent cut.",
        gold: &[
            Gold("£799", "799", "GBP", "exact", ""),
            Gold("6.1-inch", "6.1", "in", "exact", ""),
            Gold("8GB", "8", "GB", "exact", ""),
            Gold("27 hours", "27", "hours", "up to", ""),
            Gold("80 to 85 million", "80000000..85000000", "units", "between", ""),
            Gold("10 percent", "10", "percent", "up to", ""),
            Gold("$3 trillion", "3000000000000", "USD", "less than", ""),
            Gold("164,000", "164000", "people", "exact", ""),
            Gold("30", "30", "countries", "more than", ""),
            Gold("€1.8bn", "1800000000", "EUR", "exact", ""),
            Gold("two-thirds", "0.666667", "", "about", ""),
            Gold("15 to 30 percent", "15..30", "percent", "between", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "court",
        text: "A federal jury took less than four hours to convict Dale Pruitt, 46, on 11 of 13 counts of wire fraud. Prosecutors said he \
               cheated more than 200 investors, many of them over 65, out of $27 million between 2015 and 2019. He faces up to 20 years in \
               prison on each count. Judge Rosa Lind set bail at $1.5 million. Three of his partners pleaded guilty last year; no lawyers \
               for them could be reached. In a 6-3 decision in June, the Supreme Court narrowed the statute, which dates to 1952.",
        gold: &[
            Gold("four hours", "4", "hours", "less than", ""),
            Gold("11", "11", "", "exact", ""),
            Gold("13", "13", "counts", "exact", ""),
            Gold("200", "200", "investors", "more than", ""),
            Gold("$27 million", "27000000", "USD", "exact", ""),
            Gold("20 years", "20", "years", "up to", ""),
            Gold("$1.5 million", "1500000", "USD", "exact", ""),
            Gold("Three", "3", "", "exact", ""),
            Gold("no", "0", "lawyers", "exact", ""),
        ],
    },
    Paragraph {
        language: English,
        name: "farming",
        text: "Wheat futures climbed 14 cents to $6.32 a bushel after drought cut the harvest by an estimated 5 million metric tons. Farmers \
               sowed 47.3 million acres, the fewest since 1919, and expect yields of around 44 bushels per acre. Fewer than one in four \
               fields is rated good. The reservoir is 38% full, 19 feet below its normal level, and some growers have had no rain for seven \
               weeks. A dozen counties declared emergencies, and the state will spend $75m over three years on 260 wells.",
        gold: &[
            Gold("14 cents", "14", "cent", "exact", ""),
            Gold("$6.32", "6.32", "USD", "exact", "bushel"),
            Gold("5 million metric tons", "5000000", "t", "about", ""),
            Gold("47.3 million acres", "47300000", "acre", "exact", ""),
            Gold("44 bushels", "44", "bushel", "about", "acre"),
            Gold("one in four", "0.25", "", "less than", ""),
            Gold("38%", "38", "percent", "exact", ""),
            Gold("19 feet", "19", "ft", "exact", ""),
            Gold("seven weeks", "7", "weeks", "exact", ""),
            Gold("A dozen", "12", "counties", "exact", ""),
            Gold("$75m", "75000000", "USD", "exact", ""),
            Gold("three years", "3", "years", "more than", ""),
            Gold("260", "260", "wells", "exact", ""),
        ],
    },
    Paragraph {
        language: Spanish,
        name: "sanidad",
        text: "La sanidad pública atendió a 4,3 millones de pacientes en 2023, un 7 % más que el año anterior. Faltan al menos 5.000 médicos \
               de familia y casi 15.000 enfermeras. La espera media supera los 95 días, frente a los 68 de hace cinco años. El hospital, de \
               320 camas, costará 112,5 millones de euros y abrirá dentro de dos años. Nueve de cada diez usuarios se dicen satisfechos. El \
               consejero, que cumplirá 60 años en junio, gana unos 6.000 euros al mes.",
        gold: &[
            Gold("4,3 millones", "4300000", "pacientes", "exact", ""),
            Gold("7 %", "7", "percent", "exact", ""),
            Gold("5.000", "5000", "médicos", "at least", ""),
            Gold("15.000", "15000", "enfermeras", "less than", ""),
            Gold("95 días", "95", "days", "exact", ""),
            Gold("68", "68", "", "exact", ""),
            Gold("cinco años", "5", "years", "exact", ""),
            Gold("320", "320", "camas", "exact", ""),
            Gold("112,5 millones de euros", "112500000", "EUR", "exact", ""),
            Gold("dos años", "2", "years", "exact", ""),
            Gold("Nueve de cada diez", "0.9", "", "exact", ""),
            Gold("60 años", "60", "years", "exact", ""),
            Gold("6.000 euros", "6000", "EUR", "about", "month"),
        ],
    },
    Paragraph {
        language: French,
        name: "transports",
        text: "La SNCF a transporté 122 millions de voyageurs l'an dernier, soit 4 % de plus qu'en 2022. Le trajet de 510 kilomètres durera \
               un peu moins de trois heures et coûtera entre 29 et 95 euros. Quelque 1 200 cheminots, soit près d'un tiers des effectifs, \
               étaient en grève jeudi 7 mars. Le chantier, estimé à 8,5 milliards d'euros, doit s'achever dans dix ans. Trois trains sur \
               quatre circulaient ; aucun train n'a roulé entre Nice et Menton. Le conducteur, 44 ans, a été légèrement blessé.",
        gold: &[
            Gold("122 millions", "122000000", "voyageurs", "exact", ""),
            Gold("4 %", "4", "percent", "exact", ""),
            Gold("510 kilomètres", "510", "km", "exact", ""),
            Gold("trois heures", "3", "hours", "less than", ""),
            Gold("29 et 95 euros", "29..95", "EUR", "between", ""),
            Gold("1 200", "1200", "cheminots", "about", ""),
            Gold("un tiers", "0.333333", "", "less than", ""),
            Gold("8,5 milliards d'euros", "8500000000", "EUR", "exact", ""),
            Gold("dix ans", "10", "years", "exact", ""),
            Gold("Trois trains sur quatre", "0.75", "", "exact", ""),
        ],
    },
    Paragraph {
        language: German,
        name: "politik",
        text: "Bei der Landtagswahl kam die Partei auf 31,4 Prozent, 2,6 Punkte mehr als vor fünf Jahren. Sie stellt 44 der 118 Abgeordneten. \
               Die Wahlbeteiligung lag bei knapp 66 Prozent. Das Programm kostet bis zu 1,5 Milliarden Euro im Jahr, hinzu kommen einmalig \
               300 Millionen. Rund 20.000 Menschen demonstrierten am 12. Oktober in Halle. Der 57-jährige Minister sprach fast eine halbe \
               Stunde. Mindestens drei Viertel der Mittel sollen in die 250 ärmsten Gemeinden fließen, je 80 Euro pro Einwohner.",
        gold: &[
            Gold("31,4 Prozent", "31.4", "percent", "exact", ""),
            Gold("2,6", "2.6", "Punkte", "exact", ""),
            Gold("fünf Jahren", "5", "years", "exact", ""),
            Gold("44", "44", "", "exact", ""),
            Gold("118", "118", "Abgeordneten", "exact", ""),
            Gold("66 Prozent", "66", "percent", "less than", ""),
            Gold("1,5 Milliarden Euro", "1500000000", "EUR", "up to", "year"),
            Gold("300 Millionen", "300000000", "", "exact", ""),
            Gold("20.000", "20000", "Menschen", "about", ""),
            Gold("eine halbe", "0.5", "hours", "less than", ""),
            Gold("drei Viertel", "0.75", "", "at least", ""),
            Gold("250", "250", "ärmsten Gemeinden", "exact", ""),
            Gold("80 Euro", "80", "EUR", "exact", "Einwohner"),
        ],
    },
];
