//! English.

use super::{Roles, Tables};
use crate::model::quantity::Approximation::*;

/// The words of English.
pub const TABLES: Tables = Tables {
    words: &[
        (Roles::HALF, "half halves"),
        (Roles::ORDINAL, "first second"),
        (Roles::AND, "and"),
        (Roles::POINT, "point"),
        (Roles::ARTICLE, "a an"),
        (Roles::THE, "the this that these those its his her their our my your"),
        (Roles::ONE, "one"),
        (Roles::NO, "no zero"),
        (Roles::NONE, "none"),
        (Roles::NO_FIGURE, "more longer fewer less one other such matter doubt sooner"),
        (Roles::MINUS, "minus negative"),
        (Roles::PER, "per each every"),
        (Roles::TO, "to"),
        (Roles::BETWEEN, "between"),
        (Roles::OR, "or"),
        (Roles::FROM, "from"),
        (Roles::OF, "of"),
        (Roles::SHARE, "in"),
        (Roles::AT, "at by until till before after around from"),
        (Roles::CLOCK, "am pm a.m p.m o'clock noon gmt utc est edt pst pdt et bst cet"),
        (Roles::SEVERAL, "several few couple many"),
        (Roles::POINTS, "point points"),
        (
            Roles::CHANGE,
            "rose rise rises risen rising fell fall falls fallen falling dropped drop drops dropping increased increase increases \
             increasing decreased decrease decreases declined decline grew grow grows grown growing jumped jump climbed climb slid slipped \
             surged soared plunged tumbled shrank shrunk raised raise raising cut cuts lowered reduced reduce expanded expand changed went \
             gone going moved up down swelled doubled tripled improved worsened widened narrowed",
        ),
        (Roles::AGE, "old aged age ages"),
        (
            Roles::PERSON,
            "man woman boy girl teenager person suspect driver victim child student mother father son daughter wife husband player \
             pensioner",
        ),
        (
            Roles::COUNTED,
            "killed dead injured wounded were died missing arrested detained hurt hospitalized hospitalised others survived drowned are \
             have had remain remained perished displaced evacuated rescued infected hospitalised shot killing wounding injuring leaving \
             arresting",
        ),
        (
            Roles::BESIDE_UNIT,
            "more additional extra full whole long straight consecutive further other short working business calendar successive \
             entire solid good metric great",
        ),
        (
            Roles::BEFORE_SPAN,
            "for in within after over than just about nearly almost around only barely under lasting every approximately roughly",
        ),
        (Roles::AFTER_SPAN, "before after ago later earlier since prior away from long"),
        (
            Roles::STOP,
            "a an the of in on at by for with from to into onto over under about above below between among through during before \
             after since until till against across along around behind beside besides beyond near off out up down and or but nor so yet \
             if as than that which who whom whose what when where while why how because although though unless whether he she it they we \
             you i him her them us his its their our your my me this these those there here is are was were be been being am has have had \
             do does did will would can could may might must shall should not no nor said says say told tells tell met went came took \
             made got held saw found left gave became began won lost beat sent paid spent cost costs fell rose grew led kept felt ran set \
             put according including despite per each every also too just only even still already now then again ever never soon \
             later earlier ago today yesterday tomorrow tonight together apart alone away back however instead meanwhile both either \
             neither such via versus vs plus minus due once twice",
        ),
        (
            Roles::DESIGNATOR,
            "no nos number numbers page pages pp chapter chapters section sections article articles paragraph verse line volume vol issue \
             part phase stage step level grade class category type tier version model series season episode round game match day week \
             room suite floor apartment apt unit gate platform terminal exit lane route highway interstate road rte freeway junction \
             district zone sector area ward precinct block lot flight train bus line channel radio figure fig table box item option \
             question rule title act amendment resolution proposition prop measure clause schedule appendix annex note division formula \
             group team squad regiment battalion brigade boeing airbus apollo iphone ipad galaxy windows covid mig antonov tupolev \
             embarer embraer cessna gemini voyager sputnik falcon starship soyuz shenzhou playstation xbox ps android ios intel core ryzen \
             mach nasdaq dow ftse s&p nikkei dax cac russell topix fortune agenda studio pier dock camp plan u-boat hr sb ab bill case \
             docket serial error code bay hall court seed seeded world top big area studio catch vision horizon web generation gen",
        ),
        (
            Roles::COUNTABLE,
            "troops soldiers forces people men women children personnel officers police deaths injuries casualties arrests victims \
             survivors fatalities votes seats jobs ships planes aircraft weapons flights homes houses members patients passengers students \
             workers employees candidates migrants refugees prisoners hostages detainees protesters demonstrators civilians fighters \
             militants guards agents schools hospitals doctors nurses teachers cases infections vehicles tanks helicopters missiles drones \
             bombs attacks strikes shots goals wins losses points medals convictions charges complaints lawsuits applications permits \
             visas tickets books cars trucks buses trains boats vessels households customers users voters residents inhabitants tourists \
             visitors staff firefighters marines sailors veterans players fans runs hits errors fouls penalties units beds tests doses \
             vaccines apartments buildings shops stores banks companies factories countries states cities towns villages islands \
             witnesses judges lawyers lawmakers senators bodies",
        ),
        (
            Roles::PLURAL,
            "people men women children police personnel troops aircraft staff cattle sheep fish deer dead spacecraft hovercraft policemen \
             policewomen firemen businessmen congressmen servicemen servicewomen guardsmen fishermen gunmen spokesmen lawmen crewmen \
             infantrymen midshipmen horsemen salesmen workmen teeth feet geese mice lives wives knives halves crew faculty infantry \
             cavalry livestock poultry salmon offspring media criteria phenomena species series headquarters alumni bacteria \
             countrymen councilmen airmen seamen clergymen tribesmen highwaymen sportsmen women's",
        ),
        (
            Roles::EVENT,
            "election elections olympics games championship championships season budget census vote campaign cup attacks protests \
             midterms primaries riots war wars world presidential general summer winter",
        ),
        (
            Roles::BEFORE_YEAR,
            "in since until till by from during of through circa year early late mid spring summer autumn fall winter before after and to \
             between january february march april may june july august september october november december jan feb mar apr jun jul aug \
             sep sept oct nov dec fiscal",
        ),
        (
            Roles::SCORE,
            "won win wins beat beats defeated lost lose loss lead led leads drew draw tied tie victory defeat score scored vote voted \
             decision ruling record edged downed routed thrashed hammered set sets up down majority trailed winner final series match \
             goal goals game seed upset ahead approved rejected passed against by ruled over",
        ),
    ],
    numbers: &[
        (Roles::ONES, "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9"),
        (Roles::TEENS, "ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19"),
        (Roles::TENS, "twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90"),
        (Roles::HUNDRED, "hundred 100"),
        (
            Roles::SCALE,
            "thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000 quadrillion 1000000000000000 lakh 100000 lakhs 100000 \
             lac 100000 crore 10000000 crores 10000000 dozen 12",
        ),
        (
            Roles::SHORT_SCALE,
            "k 1000 mn 1000000 mln 1000000 mio 1000000 bn 1000000000 bln 1000000000 tn 1000000000000 trn 1000000000000 mil 1000000 bil \
             1000000000",
        ),
        (
            Roles::FRACTION,
            "third 3 thirds 3 quarter 4 quarters 4 fourth 4 fourths 4 fifth 5 fifths 5 sixth 6 sixths 6 seventh 7 sevenths 7 eighth 8 \
             eighths 8 ninth 9 ninths 9 tenth 10 tenths 10 twelfth 12 twelfths 12 twentieth 20 twentieths 20 hundredth 100 hundredths 100 \
             thousandth 1000 thousandths 1000 millionth 1000000 millionths 1000000",
        ),
        (
            Roles::VAGUE,
            "dozens 12 scores 20 hundreds 100 thousands 1000 millions 1000000 billions 1000000000 trillions 1000000000000 tens 10",
        ),
        (
            Roles::MONTH,
            "january 1 february 2 march 3 april 4 may 5 june 6 july 7 august 8 september 9 october 10 november 11 december 12 jan 1 feb 2 \
             mar 3 apr 4 jun 6 jul 7 aug 8 sep 9 sept 9 oct 10 nov 11 dec 12",
        ),
        (
            Roles::WEEKDAY,
            "monday 1 tuesday 2 wednesday 3 thursday 4 friday 5 saturday 6 sunday 7 mon 1 tue 2 tues 2 wed 3 thu 4 thur 4 thurs 4 fri 5 sat \
             6 sun 7",
        ),
    ],
    before: &[
        (
            About,
            "about|roughly|around|approximately|approx|approx.|circa|ca|ca.|c.|some|an estimated|estimated|close to|in the region of|\
             in the order of|on the order of|something like|somewhere around|more or less|~|≈|nearer|about some|an average of|average of|\
             or about|an approximate|in the neighborhood of|in the neighbourhood of|somewhere near|and about",
        ),
        (
            LessThan,
            "nearly|almost|just under|under|below|less than|fewer than|lower than|short of|shy of|just short of|just shy of|slightly under|\
             slightly less than|slightly fewer than|a little under|a little less than|well under|well below|slightly below|just below|<|\
             smaller than|close on|not quite|practically|virtually|approaching|nearing",
        ),
        (
            MoreThan,
            "over|more than|above|in excess of|upwards of|upward of|exceeding|greater than|higher than|just over|well over|\
             slightly more than|slightly over|slightly above|a little over|a little more than|north of|better than|just above|well above|\
             well more than|far more than|much more than|not less than over|>|larger than|bigger than|longer than|a bit over|\
             a bit more than|just more than|topping|beyond",
        ),
        (
            UpTo,
            "up to|as many as|as much as|as high as|at most|no more than|not more than|a maximum of|maximum of|maximum|max|a peak of|peak of|\
             a high of|not exceeding|as long as|as far as|≤|no higher than|no later than|no longer than|within|a limit of|capped at|\
             limited to|at the most|up to and including|a record high of|as large as",
        ),
        (
            AtLeast,
            "at least|no fewer than|no less than|not less than|a minimum of|minimum of|minimum|as few as|as little as|as low as|≥|\
             not fewer than|at the very least|at the least|a low of|starting at|starting from",
        ),
        (Exact, "plus or minus|±|just|only|exactly|precisely|a total of|total of|a mere|mere|merely|as of|a combined|an exact|barely"),
    ],
    after: &[
        (About, "or so|or thereabouts|approximately|roughly|give or take|or around|odd"),
        (
            AtLeast,
            "or more|at least|plus|and above|and over|and up|or over|or above|or higher|or greater|or longer|minimum|or older|and older|\
             at a minimum|at minimum",
        ),
        (UpTo, "or less|or fewer|at most|or under|or below|or lower|maximum|max|tops|at the most|and under|or younger|at a maximum"),
    ],
    rates: "daily day weekly week monthly month yearly year annually year annual year hourly hour nightly night quarterly quarter",
    rate_phrases: "a day=day|a week=week|a month=month|a year=year|an hour=hour|a minute=minute|a second=second|a night=night|a head=head|\
                   a piece=piece|a person=person|a barrel=barrel|a share=share|a gallon=gallon|a litre=litre|a liter=litre|a ton=ton|\
                   a tonne=tonne|a pound=pound|an ounce=ounce|a kilo=kilogram|a mile=mile|a household=household|a unit=unit|a ticket=ticket|\
                   apiece=piece|per capita=head|per annum=year|a pop=piece|a quarter=quarter|a decade=decade|a bushel=bushel|a game=game|\
                   a square foot=square foot|an acre=acre|each=piece|p.a.=year|per diem=day",
};
