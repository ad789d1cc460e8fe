//! Money, by the codes of ISO 4217 and the signs and words in the news. A name that many countries share (`peso`, `krone`, `franc`) is
//! a unit of its own and no currency is guessed; the bare dollar, pound sterling, yen and rupee signs stand for those traded most.

use super::Dimension::Money;
use super::Unit;
use super::row::row;

/// Whole currencies are one of their kind.
const fn whole(code: &'static str, name: &'static str, names: [&'static str; 4]) -> Unit {
    row(Money(code), code, name, "1", names)
}

/// A hundredth of a currency.
const fn hundredth(code: &'static str, name: &'static str, names: [&'static str; 4]) -> Unit {
    row(Money(code), name, name, "0.01", names)
}

/// Currencies, those met most often first.
pub const UNITS: &[Unit] = &[
    whole(
        "USD",
        "US dollar",
        [
            "dollar, American dollar, U.S. dollar, buck, greenback, United States dollar",
            "dólar, dólares, dolar, dolares, dólar estadounidense, dólares estadounidenses, dólar americano, dólares americanos",
            "dollar, dollar américain, dollar US, dollar des États-Unis",
            "Dollar, US-Dollar, US-Dollars, amerikanischer Dollar, amerikanische Dollar",
        ],
    )
    .or("$, US$, U$D, U.S.$, US $, USD$, $US, U$S"),
    whole("EUR", "euro", ["", "euro", "euro", "Euro, Euros"]).or("€"),
    whole(
        "GBP",
        "pound sterling",
        [
            "pounds sterling, British pound, sterling, quid, UK pound",
            "libra esterlina, libras esterlinas, libra británica",
            "livre sterling, livres sterling, livre britannique",
            "Pfund, Pfund Sterling, britisches Pfund, britische Pfund",
        ],
    )
    .or("£, UK£, ￡"),
    whole(
        "JPY",
        "Japanese yen",
        ["yen", "yen, yenes, yen japonés, yenes japoneses", "yen, yen japonais", "Yen, japanischer Yen, japanische Yen"],
    )
    .or("¥, JP¥, ￥"),
    whole(
        "CNY",
        "Chinese yuan",
        ["yuan, renminbi, RMB", "yuan, yuanes, renminbi, yuan chino, yuanes chinos", "yuan, renminbi", "Yuan, Renminbi"],
    )
    .or("CN¥, RMB, CNH"),
    whole(
        "INR",
        "Indian rupee",
        ["rupee", "rupia, rupia india, rupias indias", "roupie, roupie indienne", "Rupie, Rupien, indische Rupie, indische Rupien"],
    )
    .or("₹, Rs, Rs., Re"),
    whole("CHF", "Swiss franc", ["", "franco suizo, francos suizos", "franc suisse", "Franken, Schweizer Franken, Schweizerfranken"])
        .or("SFr, SFr., Fr."),
    whole(
        "CAD",
        "Canadian dollar",
        ["", "dólar canadiense, dólares canadienses", "dollar canadien", "kanadischer Dollar, kanadische Dollar, kanadischen Dollar"],
    )
    .or("C$, CA$, CAN$, Can$, CDN$, $CA, $CAN"),
    whole(
        "AUD",
        "Australian dollar",
        [
            "Aussie dollar",
            "dólar australiano, dólares australianos",
            "dollar australien",
            "australischer Dollar, australische Dollar, australischen Dollar",
        ],
    )
    .or("A$, AU$, AUS$, $A, $AU"),
    whole(
        "NZD",
        "New Zealand dollar",
        [
            "Kiwi dollar",
            "dólar neozelandés, dólares neozelandeses",
            "dollar néo-zélandais",
            "neuseeländischer Dollar, neuseeländische Dollar",
        ],
    )
    .or("NZ$, $NZ"),
    whole("HKD", "Hong Kong dollar", ["", "dólar de Hong Kong, dólares de Hong Kong", "dollar de Hong Kong", "Hongkong-Dollar"])
        .or("HK$, $HK"),
    whole("SGD", "Singapore dollar", ["", "dólar de Singapur, dólares de Singapur", "dollar de Singapour", "Singapur-Dollar"])
        .or("S$, SG$"),
    whole("TWD", "New Taiwan dollar", ["Taiwan dollar, Taiwanese dollar", "", "dollar taïwanais", "Taiwan-Dollar"]).or("NT$, TW$"),
    whole(
        "BRL",
        "Brazilian real",
        [
            "reais, Brazilian reais",
            "real brasileño, reales brasileños",
            "real brésilien, réal brésilien, reals",
            "brasilianischer Real, brasilianische Real",
        ],
    )
    .or("R$"),
    whole("MXN", "Mexican peso", ["", "peso mexicano, pesos mexicanos", "peso mexicain", "mexikanischer Peso, mexikanische Pesos"])
        .or("MX$, Mex$"),
    whole(
        "ARS",
        "Argentine peso",
        ["Argentinian peso", "peso argentino, pesos argentinos", "peso argentin", "argentinischer Peso, argentinische Pesos"],
    )
    .or("AR$"),
    whole("CLP", "Chilean peso", ["", "peso chileno, pesos chilenos", "peso chilien", "chilenischer Peso, chilenische Pesos"]).or("CL$"),
    whole(
        "COP",
        "Colombian peso",
        ["", "peso colombiano, pesos colombianos", "peso colombien", "kolumbianischer Peso, kolumbianische Pesos"],
    )
    .or("COL$"),
    whole("UYU", "Uruguayan peso", ["", "peso uruguayo, pesos uruguayos", "peso uruguayen", ""]),
    whole("CUP", "Cuban peso", ["", "peso cubano, pesos cubanos", "peso cubain", ""]),
    whole("DOP", "Dominican peso", ["", "peso dominicano, pesos dominicanos", "peso dominicain", ""]),
    whole("PHP", "Philippine peso", ["", "peso filipino, pesos filipinos", "peso philippin", "philippinischer Peso, philippinische Pesos"])
        .or("₱, PhP"),
    whole("PEN", "Peruvian sol", ["", "sol peruano, soles peruanos", "sol péruvien", "peruanischer Sol"]).or("S/, S/."),
    whole("BOB", "boliviano", ["", "boliviano", "boliviano", ""]),
    whole("VES", "Venezuelan bolívar", ["bolivar, bolívar", "bolívar, bolívares", "bolivar", "Bolívar"]),
    whole("GTQ", "Guatemalan quetzal", ["quetzal, quetzales", "quetzal, quetzales", "quetzal", ""]),
    whole("HNL", "Honduran lempira", ["lempira", "lempira", "lempira", ""]),
    whole("CRC", "Costa Rican colón", ["", "colón, colones", "", ""]).or("₡"),
    whole(
        "SEK",
        "Swedish krona",
        [
            "Swedish kronor, Swedish crown",
            "corona sueca, coronas suecas",
            "couronne suédoise",
            "schwedische Krone, schwedische Kronen, schwedischen Kronen",
        ],
    ),
    whole(
        "NOK",
        "Norwegian krone",
        [
            "Norwegian kroner, Norwegian crown",
            "corona noruega, coronas noruegas",
            "couronne norvégienne",
            "norwegische Krone, norwegische Kronen, norwegischen Kronen",
        ],
    ),
    whole(
        "DKK",
        "Danish krone",
        [
            "Danish kroner, Danish crown",
            "corona danesa, coronas danesas",
            "couronne danoise",
            "dänische Krone, dänische Kronen, dänischen Kronen",
        ],
    ),
    whole(
        "ISK",
        "Icelandic króna",
        [
            "Icelandic krona, Icelandic kronur",
            "corona islandesa, coronas islandesas",
            "couronne islandaise",
            "isländische Krone, isländische Kronen",
        ],
    ),
    whole(
        "CZK",
        "Czech koruna",
        ["koruna, Czech crown", "corona checa, coronas checas", "couronne tchèque", "tschechische Krone, tschechische Kronen"],
    )
    .or("Kč"),
    whole("PLN", "Polish zloty", ["zloty, zlotys, złoty", "zloty, esloti", "zloty", "Zloty, Złoty"]).or("zł"),
    whole("HUF", "Hungarian forint", ["forint", "forinto, florín húngaro", "forint", "Forint"]).or("Ft"),
    whole("RON", "Romanian leu", ["Romanian lei", "leu rumano", "leu roumain", "rumänischer Leu"]),
    whole("BGN", "Bulgarian lev", ["lev, leva", "lev, leva", "lev", "Lew"]),
    whole("RSD", "Serbian dinar", ["", "dinar serbio, dinares serbios", "dinar serbe", "serbischer Dinar"]),
    whole("UAH", "Ukrainian hryvnia", ["hryvnia, hryvnya", "grivna", "hryvnia", "Hrywnja, Griwna"]).or("₴"),
    whole(
        "RUB",
        "Russian rouble",
        [
            "rouble, ruble, Russian ruble",
            "rublo, rublo ruso, rublos rusos",
            "rouble, rouble russe",
            "Rubel, russischer Rubel, russische Rubel",
        ],
    )
    .or("₽"),
    whole("BYN", "Belarusian rouble", ["Belarusian ruble", "", "rouble biélorusse", "belarussischer Rubel"]),
    whole("TRY", "Turkish lira", ["", "lira turca, liras turcas", "livre turque, lire turque", "türkische Lira"]).or("₺, TL"),
    whole("ILS", "Israeli shekel", ["shekel, new Israeli shekel", "séquel, shekel, séqueles", "shekel", "Schekel"]).or("₪, NIS"),
    whole("AED", "UAE dirham", ["Emirati dirham", "dírham de los EAU", "dirham émirati", ""]).or("Dh, Dhs"),
    whole("MAD", "Moroccan dirham", ["", "dírham marroquí, dírhams marroquíes", "dirham marocain", "marokkanischer Dirham"]),
    whole("SAR", "Saudi riyal", ["", "riyal saudí, riyales saudíes", "riyal saoudien", "saudischer Riyal"]),
    whole("QAR", "Qatari riyal", ["", "riyal catarí", "riyal qatari", ""]),
    whole("IRR", "Iranian rial", ["", "rial iraní, riales iraníes", "rial iranien", "iranischer Rial"]),
    whole("IQD", "Iraqi dinar", ["", "dinar iraquí, dinares iraquíes", "dinar irakien", "irakischer Dinar"]),
    whole("KWD", "Kuwaiti dinar", ["", "dinar kuwaití, dinares kuwaitíes", "dinar koweïtien", "kuwaitischer Dinar"]),
    whole("JOD", "Jordanian dinar", ["", "dinar jordano, dinares jordanos", "dinar jordanien", "jordanischer Dinar"]),
    whole("DZD", "Algerian dinar", ["", "dinar argelino, dinares argelinos", "dinar algérien", "algerischer Dinar"]),
    whole("TND", "Tunisian dinar", ["", "dinar tunecino, dinares tunecinos", "dinar tunisien", "tunesischer Dinar"]),
    whole("LBP", "Lebanese pound", ["Lebanese lira", "libra libanesa, libras libanesas", "livre libanaise", "libanesisches Pfund"]),
    whole("SYP", "Syrian pound", ["", "libra siria, libras sirias", "livre syrienne", "syrisches Pfund"]),
    whole("EGP", "Egyptian pound", ["", "libra egipcia, libras egipcias", "livre égyptienne", "ägyptisches Pfund"]),
    whole("SDG", "Sudanese pound", ["", "", "livre soudanaise", ""]),
    whole("ZAR", "South African rand", ["rand", "rand sudafricano", "rand", "Rand"]),
    whole("NGN", "Nigerian naira", ["naira", "naira", "naira", "Naira"]).or("₦"),
    whole("GHS", "Ghanaian cedi", ["cedi", "cedi", "cedi", "Cedi"]).or("GH₵, ₵"),
    whole("KES", "Kenyan shilling", ["", "chelín keniano", "shilling kényan", "kenianischer Schilling"]).or("KSh, Ksh, KShs"),
    whole("UGX", "Ugandan shilling", ["", "", "shilling ougandais", ""]).or("USh"),
    whole("TZS", "Tanzanian shilling", ["", "", "shilling tanzanien", ""]).or("TSh"),
    whole("ETB", "Ethiopian birr", ["birr", "birr", "birr", "Birr"]),
    whole("XOF", "West African CFA franc", ["CFA franc", "franco CFA, francos CFA", "franc CFA, francs CFA", "CFA-Franc"])
        .or("FCFA, F CFA"),
    whole("XAF", "Central African CFA franc", ["", "", "", ""]),
    whole("IDR", "Indonesian rupiah", ["rupiah", "rupia indonesia", "roupie indonésienne", "Rupiah"]).or("Rp"),
    whole("MYR", "Malaysian ringgit", ["ringgit", "ringgit", "ringgit", "Ringgit"]).or("RM"),
    whole("THB", "Thai baht", ["baht", "baht, bat", "baht", "Baht"]).or("฿"),
    whole("VND", "Vietnamese dong", ["dong", "dong", "dong", "Dong"]).or("₫"),
    whole("KRW", "South Korean won", ["won, Korean won", "won, won surcoreano, wones", "won", "Won"]).or("₩"),
    whole("KPW", "North Korean won", ["", "", "won nord-coréen", ""]),
    whole("PKR", "Pakistani rupee", ["", "rupia pakistaní", "roupie pakistanaise", "pakistanische Rupie, pakistanische Rupien"]).or("PRs"),
    whole("LKR", "Sri Lankan rupee", ["", "", "roupie sri-lankaise", ""]),
    whole("NPR", "Nepalese rupee", ["Nepali rupee", "", "roupie népalaise", ""]),
    whole("BDT", "Bangladeshi taka", ["taka", "taka", "taka", "Taka"]).or("৳, Tk"),
    whole("KZT", "Kazakhstani tenge", ["tenge", "tenge", "tenge", "Tenge"]).or("₸"),
    whole("GEL", "Georgian lari", ["lari", "lari", "lari", "Lari"]).or("₾"),
    whole("AMD", "Armenian dram", ["", "dram armenio", "dram", "armenischer Dram"]).or("֏"),
    whole("AZN", "Azerbaijani manat", ["", "", "", ""]).or("₼"),
    whole("AFN", "Afghan afghani", ["afghani", "afgani", "afghani", "Afghani"]).or("؋"),
    whole("BTC", "bitcoin", ["", "bitcoin", "bitcoin", "Bitcoin"]).or("₿"),
    whole("ETH", "ether", ["", "", "", "Ether"]),
    whole(
        "DEM",
        "German mark",
        [
            "Deutsche Mark, Deutschmark, D-mark",
            "marco alemán, marcos alemanes",
            "mark allemand, deutsche mark",
            "Deutsche Mark, D-Mark, Mark",
        ],
    )
    .or("DM"),
    whole("FRF", "French franc", ["", "franco francés, francos franceses", "franc français", "französischer Franc, französische Francs"]),
    whole(
        "ITL",
        "Italian lira",
        ["Italian lire", "lira italiana, liras italianas", "lire italienne", "italienische Lira, italienische Lire"],
    ),
    whole("ESP", "Spanish peseta", ["peseta", "peseta", "peseta", "Peseta, Peseten"]),
    whole("ATS", "Austrian schilling", ["", "chelín austriaco", "schilling autrichien", "österreichischer Schilling, Schilling"]),
    whole("peso", "peso", ["", "peso", "peso", "Peso, Pesos"]),
    whole("krone", "krone", ["kroner, krona, kronor, króna", "corona", "couronne", "Krone, Kronen"]).or("kr"),
    whole("franc", "franc", ["", "franco", "franc", "Franc"]),
    whole("dinar", "dinar", ["", "dinar, dinares", "dinar", "Dinar"]),
    whole("dirham", "dirham", ["", "dírham, dirham", "dirham", "Dirham"]),
    whole("rial", "rial", ["riyal", "rial, riales, riyal, riyales", "rial, riyal", "Rial, Riyal"]),
    whole("lira", "lira", ["lire", "lira", "lire", "Lira"]),
    whole("shilling", "shilling", ["", "chelín, chelines", "shilling", ""]),
    whole("sol", "sol", ["", "sol, soles", "", ""]),
    whole("leu", "leu", ["lei", "leu, lei", "leu, lei", "Leu, Lei"]),
    hundredth(
        "USD",
        "US cent",
        ["American cent", "centavo de dólar, centavos de dólar, centavo estadounidense", "cent américain", "US-Cent"],
    )
    .or("¢"),
    hundredth(
        "EUR",
        "euro cent",
        [
            "eurocent",
            "céntimo de euro, céntimos de euro",
            "centime d'euro, centimes d'euro, centime d’euro, centimes d’euro",
            "Eurocent, Euro-Cent",
        ],
    ),
    hundredth("GBP", "penny", ["pence, new pence, new penny", "penique", "penny, pence", "Pence, Penny"]).or("p"),
    hundredth("INR", "paisa", ["paise", "paisa", "", ""]),
    hundredth("RUB", "kopek", ["kopeck", "kopek", "kopeck", "Kopeke, Kopeken"]),
    hundredth("CHF", "rappen", ["", "", "", "Rappen"]),
    hundredth("DEM", "pfennig", ["", "", "", "Pfennig"]),
    row(Money("cent"), "cent", "cent", "1", ["", "centavo, céntimo", "centime, cent", "Cent, Cents"]).or("ct., c"),
];
