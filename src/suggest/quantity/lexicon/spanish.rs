//! Spanish.

use super::{Roles, Tables};
use crate::model::quantity::Approximation::*;

/// The words of Spanish.
pub const TABLES: Tables = Tables {
    words: &[
        (Roles::HALF, "medio media mitad"),
        (Roles::AND, "y e"),
        (Roles::POINT, "coma punto"),
        (Roles::ARTICLE, "un una"),
        (Roles::THE, "el la los las este esta estos estas su sus"),
        (Roles::ONE, "un uno una"),
        (Roles::NO, "ningún ninguna ningun cero"),
        (Roles::NONE, "ninguno ninguna"),
        (Roles::MINUS, "menos"),
        (Roles::PER, "por cada"),
        (Roles::TO, "a"),
        (Roles::BETWEEN, "entre"),
        (Roles::OR, "o u"),
        (Roles::FROM, "de desde del"),
        (Roles::OF, "de"),
        (Roles::SHARE, "de cada"),
        (Roles::AT, "a las desde hasta sobre"),
        (Roles::CLOCK, "horas hrs h am pm a.m p.m gmt"),
        (Roles::SEVERAL, "varios varias algunos algunas unos unas pocos pocas"),
        (Roles::POINTS, "punto puntos"),
        (
            Roles::CHANGE,
            "subió subieron aumentó aumentaron creció crecieron pasó pasaron cayó cayeron bajó bajaron descendió disminuyó redujo \
             elevó subir bajar pasar aumentar creciendo pasando subido bajado pasado aumento descenso caída subida duplicó duplicaron triplicó \
             triplicaron",
        ),
        (Roles::AGE, "edad"),
        (
            Roles::PERSON,
            "hombre mujer joven niño niña menor adolescente chico chica anciano anciana señor señora conductor víctima estudiante hijo \
             hija madre padre individuo ciudadano varón",
        ),
        (
            Roles::COUNTED,
            "muertos heridos detenidos desaparecidos fallecidos murieron fueron han son resultaron fallecieron quedaron están evacuados \
             ingresados contagiados muertas heridas detenidas",
        ),
        (Roles::BESIDE_UNIT, "más largos largas últimos últimas buenos buenas"),
        (Roles::BEFORE_SPAN, "en durante hace tras casi de dentro sólo solo apenas por"),
        (Roles::AFTER_SPAN, "después antes más atrás"),
        (
            Roles::STOP,
            "a ante bajo con contra de del desde durante en entre hacia hasta para por según sin sobre tras y e o u pero ni que quien \
             quienes cual cuales cuyo donde cuando como si no se le les lo la los las el un una unos unas me te nos él ella ellos ellas \
             yo tú usted es son era eran fue fueron ser sido está están estaba estaban ha han había habían hay hubo será serán sería \
             dijo dice dijeron dicen señaló afirmó explicó indicó informó anunció este esta estos estas ese esa esos esas aquel su sus \
             mi tu al más menos muy ya también tampoco sólo solo aún todavía hoy ayer mañana ahora luego después antes así aunque porque \
             mientras además cada tiene tienen tenía hace hacen puede pueden podría incluido incluidos incluidas respecto frente ante \
             durante mediante quedó resultaron murieron resultó",
        ),
        (
            Roles::DESIGNATOR,
            "número núm nº n° no. página pág capítulo sección artículo art párrafo línea volumen tomo parte fase etapa paso nivel grado \
             clase categoría tipo versión modelo serie temporada episodio jornada ronda habitación sala piso puerta calle avenida \
             carretera autopista autovía ruta km kilómetro distrito zona sector vuelo tren canal figura tabla cuadro opción pregunta \
             regla ley decreto resolución enmienda anexo nota división fórmula grupo boeing airbus apolo iphone windows covid agenda \
             top ibex dow nasdaq s&p día semana área expediente radio plaza apartado punto inciso cláusula transitorio",
        ),
        (
            Roles::COUNTABLE,
            "soldado soldados militar militares persona personas hombre hombres mujeres niño niños policía policías muerto muertos muerte \
             muertes herido heridos víctima víctimas detenido detenidos caso casos voto votos escaño escaños gol goles avión aviones \
             barco barcos arma armas vuelo vuelos migrante migrantes refugiado refugiados rehenes trabajador trabajadores empleado \
             empleados estudiante estudiantes paciente pacientes fallecido fallecidos denuncia denuncias candidato candidatos país \
             países vivienda viviendas",
        ),
        (Roles::PLURAL, "policía gente personal tropas"),
        (Roles::EVENT, "elección elecciones juegos olímpicos temporada presupuesto censo campaña copa mundial"),
        (
            Roles::BEFORE_YEAR,
            "en desde hasta de del año años durante entre principios finales mediados enero febrero marzo abril mayo junio julio agosto \
             septiembre setiembre octubre noviembre diciembre verano invierno otoño primavera y a",
        ),
        (
            Roles::SCORE,
            "ganó ganaron venció vencieron derrotó perdió perdieron empató empataron empate victoria derrota marcador resultado goleó \
             goleada triunfo set sets por votos remontó igualó final gana vence cayó",
        ),
    ],
    numbers: &[
        (Roles::ONES, "un 1 uno 1 una 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9"),
        (
            Roles::TEENS,
            "diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 dieciséis 16 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 \
             veintiuno 21 veintiún 21 veintiun 21 veintiuna 21 veintidós 22 veintidos 22 veintitrés 23 veintitres 23 veinticuatro 24 \
             veinticinco 25 veintiséis 26 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29",
        ),
        (Roles::TENS, "veinte 20 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90"),
        (
            Roles::HUNDREDS,
            "cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400 \
             quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 \
             novecientos 900 novecientas 900",
        ),
        (
            Roles::SCALE,
            "mil 1000 millón 1000000 millon 1000000 millones 1000000 millardo 1000000000 millardos 1000000000 billón 1000000000000 \
             billon 1000000000000 billones 1000000000000 trillón 1000000000000000000 trillones 1000000000000000000 docena 12 docenas 12 \
             decena 10",
        ),
        (Roles::SHORT_SCALE, "k 1000 mill 1000000 mm 1000000 mdd 1000000 mdp 1000000"),
        (
            Roles::FRACTION,
            "tercio 3 tercios 3 cuarto 4 cuartos 4 quinto 5 quintos 5 sexto 6 sextos 6 séptimo 7 séptimos 7 octavo 8 octavos 8 noveno 9 \
             novenos 9 décimo 10 décimos 10 décima 10 décimas 10 tercera 3 terceras 3 cuarta 4 cuartas 4 quinta 5 quintas 5 centésima 100 \
             centésimas 100 milésima 1000 milésimas 1000",
        ),
        (Roles::VAGUE, "decenas 10 docenas 12 cientos 100 centenares 100 centenas 100 miles 1000 millares 1000"),
        (Roles::ABOUT_SO_MANY, "centenar 100 millar 1000 veintena 20 treintena 30 quincena 15 cincuentena 50"),
        (
            Roles::MONTH,
            "enero 1 febrero 2 marzo 3 abril 4 mayo 5 junio 6 julio 7 agosto 8 septiembre 9 setiembre 9 octubre 10 noviembre 11 diciembre \
             12 ene 1 feb 2 abr 4 jun 6 jul 7 ago 8 sept 9 oct 10 nov 11 dic 12",
        ),
        (Roles::WEEKDAY, "lunes 1 martes 2 miércoles 3 jueves 4 viernes 5 sábado 6 domingo 7"),
    ],
    before: &[
        (
            About,
            "unos|unas|cerca de|alrededor de|aproximadamente|en torno a|en torno al|más o menos|mas o menos|aprox.|aprox|como|\
             un promedio de|una media de|alrededor del|cerca del|del orden de|~|≈|sobre",
        ),
        (
            LessThan,
            "casi|menos de|menos del|menos que|inferior a|inferiores a|por debajo de|por debajo del|poco menos de|algo menos de|\
             prácticamente|<|a punto de|rozando|casi el|casi un|menor de|menores de|menor a",
        ),
        (
            MoreThan,
            "más de|más del|mas de|mas del|más que|superior a|superior al|superiores a|por encima de|por encima del|algo más de|\
             poco más de|poco más del|mayor a|mayor de|mayor que|mayores de|mayores a|>|sobre más de|bastante más de",
        ),
        (UpTo, "hasta|hasta el|como máximo|un máximo de|máximo de|máximo|no más de|a lo sumo|hasta un|≤|un pico de|hasta los|hasta las"),
        (AtLeast, "al menos|por lo menos|como mínimo|un mínimo de|mínimo de|no menos de|cuando menos|mínimo|≥|al menos el|al menos un"),
        (Exact, "solo|sólo|apenas|exactamente|hasta un total de|un total de|solamente|tan solo|tan sólo|justo|precisamente|únicamente"),
    ],
    after: &[
        (About, "aproximadamente|más o menos|o así|aprox."),
        (AtLeast, "o más|como mínimo|al menos|por lo menos|o mayores"),
        (UpTo, "o menos|como máximo|como mucho|a lo sumo"),
    ],
    rates: "diario day diarios day diaria day diarias day diariamente day semanal week semanales week semanalmente week mensual month \
            mensuales month mensualmente month anual year anuales year anualmente year",
    rate_phrases: "al día=day|a la semana=week|al mes=month|al año=year|a la hora=hour|por cabeza=head|per cápita=head|por barba=head|\
                   cada uno=piece|cada una=piece|el barril=barrel|el litro=litre|el kilo=kilogram",
};
