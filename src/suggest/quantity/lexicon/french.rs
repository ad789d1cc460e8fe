//! French.

use super::{Roles, Tables};
use crate::model::quantity::Approximation::*;

/// The words of French.
pub const TABLES: Tables = Tables {
    words: &[
        (Roles::HALF, "demi demie moitié"),
        (Roles::AND, "et"),
        (Roles::POINT, "virgule"),
        (Roles::ARTICLE, "un une"),
        (Roles::THE, "le la les l ce cet cette ces son sa ses leur leurs"),
        (Roles::ONE, "un une"),
        (Roles::NO, "aucun aucune zéro"),
        (Roles::NONE, "aucun aucune"),
        (Roles::MINUS, "moins"),
        (Roles::PER, "par chaque"),
        (Roles::TO, "à"),
        (Roles::BETWEEN, "entre"),
        (Roles::OR, "ou"),
        (Roles::FROM, "de depuis d"),
        (Roles::OF, "de d des du"),
        (Roles::SHARE, "sur"),
        (Roles::AT, "à vers dès avant après"),
        (Roles::CLOCK, "heures h gmt"),
        (Roles::SEVERAL, "plusieurs quelques"),
        (Roles::POINTS, "point points"),
        (
            Roles::CHANGE,
            "passé passée passés passe passent passant passer augmenté augmente augmenter grimpé grimpe baissé baisse baisser chuté chute \
             reculé recule bondi progressé progresse monté monte tombé tombée diminué diminue réduit réduire relevé relever hausse doublé double triplé quadruplé",
        ),
        (Roles::AGE, "âgé âgée âgés âgées âge"),
        (
            Roles::PERSON,
            "homme femme garçon fille jeune adolescent adolescente conducteur victime suspect étudiant étudiante mère père fils \
             retraité retraitée enfant personne quinquagénaire",
        ),
        (
            Roles::COUNTED,
            "morts mortes blessés blessées tués tuées disparus sont ont étaient arrêtés interpellés victimes évacués décédés hospitalisés",
        ),
        (Roles::BESIDE_UNIT, "longues longs derniers dernières prochains prochaines bonnes bons autres"),
        (Roles::BEFORE_SPAN, "en pendant durant depuis dans après presque seulement d de il"),
        (Roles::AFTER_SPAN, "avant après plus"),
        (
            Roles::STOP,
            "à au aux avec chez contre dans de des du d depuis derrière dès devant durant en entre hors jusque malgré par parmi pendant \
             pour sans sauf selon sous sur vers et ou mais ni car donc or que qui quoi dont où quand comme si ne pas plus moins très se s \
             le la les l un une je tu il elle on nous vous ils elles me m te t lui leur leurs y est sont était étaient fut furent être \
             été sera seront serait a ai as ont avait avaient avoir eu aura auront ce cet cette ces c son sa ses mon ma mes notre nos \
             votre vos dit disent a déclaré selon indiqué affirmé expliqué annoncé aussi encore déjà toujours jamais hier demain \
             aujourd'hui maintenant puis ensuite alors ainsi afin parce lorsque tandis chaque dont peut peuvent doit doivent fait font \
             soit dont qu j n contre environ",
        ),
        (
            Roles::DESIGNATOR,
            "numéro numéros n° nº no page pages chapitre section article articles paragraphe alinéa ligne volume tome partie phase étape \
             niveau degré classe catégorie type version modèle série saison épisode journée tour chambre salle étage porte rue avenue \
             route autoroute nationale départementale km kilomètre arrondissement zone secteur vol train bus canal figure tableau option \
             question règle loi décret résolution amendement annexe note division formule groupe boeing airbus apollo iphone windows \
             covid agenda top cac dow nasdaq s&p jour semaine plan point ligue pôle quai voie lot tranche réacteur",
        ),
        (
            Roles::COUNTABLE,
            "soldat soldats militaire militaires personne personnes homme hommes femme femmes enfant enfants policier policiers mort \
             morts décès blessé blessés victime victimes arrestation arrestations cas voix siège sièges but buts avion avions navire \
             navires arme armes vol vols migrant migrants réfugié réfugiés otage otages salarié salariés emploi emplois étudiant \
             étudiants patient patients élève élèves manifestant manifestants candidat candidats pays logement logements",
        ),
        (Roles::PLURAL, "personnel gens"),
        (Roles::EVENT, "élection élections jeux olympiques saison budget recensement campagne coupe mondial présidentielle législatives"),
        (
            Roles::BEFORE_YEAR,
            "en depuis jusqu jusque de d année années entre début fin mi dès janvier février mars avril mai juin juillet août septembre \
             octobre novembre décembre été hiver automne printemps et à avant après courant d'ici",
        ),
        (
            Roles::SCORE,
            "gagné gagne battu bat battent battue vaincu perdu perd victoire défaite score nul match set sets imposé imposés inclinés incliné \
             mené mène contre but buts remporté finale but",
        ),
    ],
    numbers: &[
        (Roles::ONES, "un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9"),
        (Roles::TEENS, "dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 seize 16"),
        (Roles::TENS, "vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 octante 80 nonante 90"),
        (Roles::HUNDRED, "cent 100 cents 100"),
        (
            Roles::SCALE,
            "mille 1000 million 1000000 millions 1000000 milliard 1000000000 milliards 1000000000 billion 1000000000000 billions \
             1000000000000 trillion 1000000000000000000 trillions 1000000000000000000 douzaine 12",
        ),
        (Roles::SHORT_SCALE, "k 1000 mio 1000000 md 1000000000 mds 1000000000 mrd 1000000000 mrds 1000000000"),
        (
            Roles::FRACTION,
            "tiers 3 quart 4 quarts 4 cinquième 5 cinquièmes 5 sixième 6 sixièmes 6 septième 7 septièmes 7 huitième 8 huitièmes 8 neuvième \
             9 neuvièmes 9 dixième 10 dixièmes 10 centième 100 centièmes 100 millième 1000 millièmes 1000",
        ),
        (Roles::VAGUE, "dizaines 10 douzaines 12 centaines 100 milliers 1000"),
        (
            Roles::ABOUT_SO_MANY,
            "dizaine 10 quinzaine 15 vingtaine 20 trentaine 30 quarantaine 40 cinquantaine 50 soixantaine 60 centaine 100 millier 1000",
        ),
        (
            Roles::MONTH,
            "janvier 1 février 2 mars 3 avril 4 mai 5 juin 6 juillet 7 août 8 septembre 9 octobre 10 novembre 11 décembre 12 janv 1 févr 2 \
             avr 4 juil 7 oct 10 nov 11 déc 12",
        ),
        (Roles::WEEKDAY, "lundi 1 mardi 2 mercredi 3 jeudi 4 vendredi 5 samedi 6 dimanche 7"),
    ],
    before: &[
        (
            About,
            "environ|quelque|autour de|à peu près|aux alentours de|aux environs de|de l'ordre de|approximativement|grosso modo|~|≈|\
             dans les|une moyenne de|en moyenne|env.|plus ou moins|autour des|aux alentours des|avoisinant|vers",
        ),
        (
            LessThan,
            "presque|près de|près d'|moins de|moins d'|un peu moins de|un peu moins d'|inférieur à|inférieure à|inférieurs à|en dessous de|<|\
             pas loin de|à peine moins de|sous les|moins du|près du|quasiment",
        ),
        (
            MoreThan,
            "plus de|plus d'|un peu plus de|un peu plus d'|supérieur à|supérieure à|supérieurs à|au-dessus de|au-delà de|dépassant|>|\
             bien plus de|dépassé|plus du|dépasse|dépassent|dépasser",
        ),
        (
            UpTo,
            "jusqu'à|au maximum|au plus|un maximum de|maximum|pas plus de|pas plus d'|jusqu'à un|tout au plus|≤|jusqu'aux|un pic de|\
             au maximum de|maximum de|jusque",
        ),
        (AtLeast, "au moins|au minimum|un minimum de|pas moins de|pas moins d'|minimum|minimum de|≥|à tout le moins|au bas mot"),
        (Exact, "seulement|exactement|un total de|à peine|précisément|uniquement|juste|au total|total de"),
    ],
    after: &[
        (About, "environ|à peu près|ou presque|approximativement"),
        (AtLeast, "ou plus|au moins|au minimum|et plus"),
        (UpTo, "ou moins|au maximum|au plus|maximum"),
    ],
    rates: "quotidien day quotidiens day quotidienne day quotidiennes day quotidiennement day hebdomadaire week hebdomadaires week \
            mensuel month mensuels month mensuelle month mensuelles month annuel year annuels year annuelle year annuelles year \
            annuellement year",
    rate_phrases: "à l'heure=hour|l'unité=piece|le baril=barrel|le litre=litre|le kilo=kilogram|le mètre carré=square metre|la tonne=tonne|\
                   par tête=head|l'an=year",
};
