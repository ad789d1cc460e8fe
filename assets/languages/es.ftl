# Palabras del informe impreso en español. Las claves son las de en.ftl.

### Nombres

section-summary = Resumen
section-ratings = Calificaciones por artículo
section-claims = Afirmaciones
section-contradictions = Contradicciones
section-questions = Preguntas abiertas
section-changes = Lista de cambios
section-sources = Fuentes
section-numbers = Cifras y comprobaciones
section-articles = Artículos anotados
section-method = Método y escala
section-hashes = Huellas de los textos
section-checks = Antes de entregar
section-history = Historial

status-open = Abierta
status-asked = Preguntada
status-confirmed = Confirmada
status-changed = Cambiada
status-cut = Suprimida
status-unresolved = Sin resolver

kind-named-person = Persona con nombre
kind-anonymous = Anónima
kind-organisation = Organización
kind-document = Documento
kind-media = Medio

kinds-named-person = Personas con nombre
kinds-anonymous = Anónimas
kinds-organisation = Organizaciones
kinds-document = Documentos
kinds-media = Medios

reason-opinion = opinión
reason-forecast = pronóstico
reason-motive = motivo
reason-experience = vivencia

role-rests-on = se apoya en
role-contains = contiene
role-same-as = igual que
role-contradicts = contradice a
role-supports = apoya a
role-supported-by = apoyada por

stance-supports = A favor
stance-contradicts = En contra
stance-context = Contexto

approximation-exact = exacto
approximation-about = alrededor de
approximation-up-to = hasta
approximation-at-least = al menos
approximation-more-than = más de
approximation-less-than = menos de
approximation-between = entre

outcome-nothing-to-compare = nada que comparar
outcome-agree = coinciden
outcome-differ = difieren
outcome-check-the-scope = revisar el alcance
outcome-other-dates = otras fechas
outcome-units-differ = unidades distintas
outcome-rates-differ = tasas distintas
outcome-not-comparable = no comparables

tag-claim = afirmación
tag-number = cifra
tag-source = fuente

first-hand-yes = sí
first-hand-no = no
first-hand-unclear = no está claro

rule-confirmed-contradiction = Confirmada y contradicha
rule-contradiction-unanswered = Prueba en contra sin respuesta
rule-quote-altered = Cita distinta de lo dicho
rule-rating-without-reason = Calificación sin motivo
rule-place-lost = Perdió su lugar
rule-place-doubtful = Lugar por revisar
rule-signs-hidden = Signos ocultos o disfrazados
rule-figures-disagree = Cifras que no coinciden
rule-number-misread = Valor distinto de lo escrito
rule-sum-fails = Cuenta que no sale
rule-no-source = Afirmaciones sin fuente
rule-only-anonymous = Solo fuentes anónimas
rule-only-secondary = Solo fuentes de segunda mano
rule-circular-support = Circular
rule-rating-unfindable = Calificación que nadie puede comprobar
rule-rating-outdated = Calificación fuera de la escala
rule-settled-unrated = Resuelta, sin calificar
rule-rated-unsettled = Calificada, sin resolver
rule-correction-unagreed = Corrección sin acordar
rule-asked-overdue = Preguntada y fuera de plazo
rule-evidence-early = Prueba anterior al artículo
rule-number-unread = Cifra sin valor
rule-person-unidentified = Sin identificar
rule-document-unlocated = Documento sin referencia
rule-article-incomplete = Artículo sin describir
rule-number-unmeasured = Cifra sin describir
rule-source-unused = No sostiene ninguna afirmación
rule-sentences-untouched = Frases sin tocar

### Fechas y listas

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date-time = { $day } de { $month } de { $year }, { $time }
list-comma = { $start }, { $end }
list-and = { $start } y { $end }
quoted = «{ $words }»

### Cabecera y resumen

byline = { $articles }, { $date }. { $scale } de 1 a { $best }. Texto fijado al abrirlo.
byline-by = { $articles } por { $checker }, { $date }. { $scale } de 1 a { $best }. Texto fijado al abrirlo.
byline-articles =
    { $count ->
        [0] Ningún artículo verificado
        [one] Un artículo verificado
       *[other] { $count } artículos verificados
    }
of-all = de { $all }
of-rated = de { $rated } calificadas
of-pairs =
    de { $count ->
        [one] { $count } par
       *[other] { $count } pares
    }
card-settled =
    { $count ->
        [one] afirmación resuelta
       *[other] afirmaciones resueltas
    }
card-badly-rated = con un 1 o un 2
card-contradicting = aún se contradicen
card-corrections =
    { $count ->
        [one] corrección
       *[other] correcciones
    }
card-corrections-made = { $made } hechas de las propuestas
card-untouched =
    { $count ->
        [one] frase sin tocar
       *[other] frases sin tocar
    }
claims-by-status = Afirmaciones por estado
total-row = Todos los artículos, cada afirmación una vez

### Lugares

place-paragraph = { $letter } ¶{ $name }
place-headline = { $letter } titular
place-page = { $place }, pág. { $page }
place-moment = { $place }, en { $moment }
place-lost = { $letter }, perdió su lugar

### Lo que se dice de afirmaciones, fuentes y textos

rests-without-reason = calificación sin motivo
rests-contradicts = contradice a { $claims }
rests-anonymous = solo fuentes anónimas
rests-no-source = sin fuente
rests-same = igual que { $claims }
other-rating = { $rating } según { $by }
other-rating-why = { $rating } según { $by }: { $reason }
somebody-else = otra persona
margin-add = añadir { $words }
margin-take-out = quitar { $words }
contact = Contacto: { $words }
only-source-for = Única fuente de { $claims }
filter-problems = Primero los problemas
filter-no-source = Sin fuente
fact-outlet = Medio
fact-byline = Firma
fact-published = Publicado
fact-address = Dirección
fact-archived = Archivado en
fact-language = Idioma
fact-read-from = Leído de
fact-opened = Abierto
fact-drafts = Borradores anteriores
fact-signed = Visto bueno
fact-reopened = Visto bueno, después reabierto
signed-by = { $by }, { $date }
original-bom = marca de orden de bytes
original-crlf = finales de línea CRLF
original-cr = finales de línea CR
original-mixed = finales de línea mezclados
method-tagging = Todo enunciado que puede ser falso se marcó a mano como afirmación, toda cifra como cifra y quien lo dice como fuente. Una afirmación se conoce por la letra del artículo donde se marcó primero y un número que conserva: A14.
method-settling = Una afirmación está resuelta cuando se confirma, se cambia o se suprime. Las abiertas, preguntadas y sin resolver no lo están. Las frases que ninguna marca toca cuentan como sin tocar; opiniones, pronósticos, motivos y vivencias pueden apartarse como no verificables.
method-hashes = El texto de un artículo se fijó al abrirlo. El SHA-256 de abajo es el del texto fijado en UTF-8 con saltos de línea LF, de modo que quien tenga el texto puede probarlo.

### La página impresa

document-title = { $title } – informe de verificación
parts-of-report = Partes del informe
made-with = Hecho con Tickmark. Las marcas, calificaciones y notas son de quien verifica.
editor-sign-off = Visto bueno de edición
left-out = Fuera de esta copia: { $what }.
left-out-articles =
    { $count ->
        [one] un artículo
       *[other] { $count } artículos
    }
column-letter = Letra
column-article = Artículo
column-claims-by-rating = Afirmaciones por calificación
column-settled = Resueltas
column-sentences-read = Frases leídas
column-number = N.º
column-as-written = Como está escrito
column-rating = Calificación
column-status = Estado
column-rests-on = Se apoya en
column-question = Pregunta
column-since = Desde
column-where = Dónde
column-wording = Texto anterior y nuevo
column-old = Texto anterior
column-new = Texto nuevo
column-why = Por qué
column-source = Fuente
column-where-to-find = Dónde encontrarla
column-grade = Grado
column-first-hand = De primera mano
column-named-at = Citada en
column-claims-on-it = Afirmaciones
column-note = Nota
column-reading = Lectura
column-meant = Sentido
column-measured = Qué se mide
column-claim = Afirmación
column-working = Cálculo
column-hash = SHA-256 del texto fijado
column-bytes = Bytes
column-opened = Abierto
column-when = Cuándo
column-who = Quién
column-what = Qué se hizo
not-rated = sin calificar
rated = con un { $grade }
left = faltan { $count }
read-of = { $read } de { $all }, faltan { $left }
sentences = { $marked } marcadas, { $aside } no verificables, { $untouched } sin tocar
claims-to-show = Afirmaciones que mostrar
also = También { $words }
also-at = también { $places }
cannot-both = no pueden ser ciertas las dos
settled-pair = resuelto: una se cambió o se suprimió
take-it-out = Suprimirlo.
not-read = sin leer
group-figures = Cifras de { $name }
notes-to = Notas a { $letter }
note-on = Nota { $label }
back-to = Volver a { $label } en el texto
untouched = sin tocar
not-checkable = no verificable: { $reason }
not-checkable-in = No verificable en { $letter }
remarks-in = Notas sobre cifras y fuentes en { $letter }
note-full = Completa
note-reason = Motivo
note-finding = Hallazgo
note-correction = Corrección
note-corrected = Corregido
note-evidence = Pruebas
note-sources = Se apoya en
note-numbers = Cifras
note-number = Cifra
note-link = Vínculo
note-note = Nota
note-keywords = Palabras clave
note-also-at = También en
first-hand = de primera mano
second-hand = de segunda mano
sample-open = afirmación abierta
sample-settled = afirmación resuelta
sample-number = cifra
sample-source = fuente con nombre
sample-anonymous = fuente anónima
sample-replaced = sustituido
sample-cut = suprimido
sample-markdown = En los artículos, las [afirmaciones] van entre corchetes con su nota, las cifras en negrita, las fuentes en cursiva y lo sustituido tachado.
scale-is = Escala ({ $name }): { $words }.
original-had = el original tenía { $what }
read-from = leído de { $what }
checks-summary = { $fine } bien, { $found } por revisar
switched-off = Hallazgos desactivados en este proyecto, con el motivo:
check-holds = se cumple
check-fails = no se cumple
check-open = duda
page-of = Página { $page } de { $pages }
volume-of = tomo { $volume } de { $volumes }

### Lo que hallaron las reglas: de un asunto, y cuántas veces

subject-number = Número
subject-source = Fuente “{ $name }”
subject-article = Artículo { $letter } “{ $title }”

found-confirmed-contradiction = Confirmada, y contradicha por otra afirmación confirmada
found-contradiction-unanswered = Hay pruebas en contra y nada responde a ellas
found-quote-altered = La cita no es lo que se dijo palabra por palabra
found-rating-without-reason = La calificación no dice por qué
found-place-lost = Sus palabras ya no están en el artículo
found-place-doubtful = Se movió o cambió con su artículo y nadie lo ha revisado
found-signs-hidden = Contiene signos por los que puede no ser lo que parece
found-figures-disagree = Otra cifra de lo mismo dice otra cosa
found-number-misread = Su valor no es el que dicen sus palabras
found-sum-fails = No cuadra con los otros números de su frase
found-no-source = No nombra ninguna fuente ni tiene pruebas
found-only-anonymous = Solo se apoya en fuentes anónimas
found-only-secondary = Solo se apoya en fuentes de segunda mano
found-circular-support = Sus fuentes se apoyan en lo mismo o en sí mismas
found-rating-unfindable = La calificación no tiene pruebas que otra persona pueda encontrar
found-rating-outdated = Calificada con una palabra que su escala ya no tiene
found-settled-unrated = Resuelta, pero nadie la ha calificado
found-rated-unsettled = Calificada, pero no resuelta
found-correction-unagreed = Consta como cambiada, pero autor o editor no han aceptado la redacción
found-asked-overdue = Hay una pregunta enviada y su respuesta se retrasa
found-evidence-early = Hay pruebas vistas antes de que apareciera el artículo
found-number-unread = No tiene valor
found-person-unidentified = Nadie sabe quién es
found-document-unlocated = No tiene página, dirección ni archivo
found-article-incomplete = Le falta el medio, la fecha o la dirección
found-number-unmeasured = Le falta la unidad o lo que mide
found-source-unused = Ninguna afirmación se apoya en ella
found-sentences-untouched = Tiene frases ni marcadas ni apartadas

checked-confirmed-contradiction =
    { $count ->
        [0] Ninguna afirmación confirmada contradice a otra
        [one] { $count } par de afirmaciones confirmadas se contradicen
       *[other] { $count } pares de afirmaciones confirmadas se contradicen
    }
checked-contradiction-unanswered =
    { $count ->
        [0] Toda prueba en contra tiene respuesta
        [one] { $count } afirmación tiene pruebas en contra sin respuesta
       *[other] { $count } afirmaciones tienen pruebas en contra sin respuesta
    }
checked-quote-altered =
    { $count ->
        [0] Ninguna cita difiere de su transcripción
        [one] { $count } cita no es como se dijo
       *[other] { $count } citas no son como se dijeron
    }
checked-rating-without-reason =
    { $count ->
        [0] Toda calificación tiene su motivo
        [one] { $count } calificación no tiene motivo
       *[other] { $count } calificaciones no tienen motivo
    }
checked-place-lost =
    { $count ->
        [0] Toda marca está sobre sus palabras
        [one] { $count } lugar se ha perdido
       *[other] { $count } lugares se han perdido
    }
checked-place-doubtful =
    { $count ->
        [0] Todo lugar se ha revisado
        [one] { $count } lugar debe revisarse
       *[other] { $count } lugares deben revisarse
    }
checked-signs-hidden =
    { $count ->
        [0] Ningún artículo contiene signos ocultos o disfrazados
        [one] { $count } artículo contiene signos ocultos o disfrazados
       *[other] { $count } artículos contienen signos ocultos o disfrazados
    }
checked-figures-disagree =
    { $count ->
        [0] Ninguna cifra de lo mismo discrepa
        [one] { $count } cifra o afirmación discrepa de una cifra de lo mismo
       *[other] { $count } cifras y afirmaciones discrepan de cifras de lo mismo
    }
checked-number-misread =
    { $count ->
        [0] Todo valor es el que dicen sus palabras
        [one] { $count } valor no es el que dicen sus palabras
       *[other] { $count } valores no son los que dicen sus palabras
    }
checked-sum-fails =
    { $count ->
        [0] Toda suma cuadra
        [one] { $count } número no cuadra con los otros de su frase
       *[other] { $count } números no cuadran con los otros de sus frases
    }
checked-no-source =
    { $count ->
        [0] Toda afirmación nombra una fuente
        [one] { $count } afirmación no nombra ninguna fuente
       *[other] { $count } afirmaciones no nombran ninguna fuente
    }
checked-only-anonymous =
    { $count ->
        [0] Ninguna afirmación se apoya solo en fuentes anónimas
        [one] { $count } afirmación se apoya solo en fuentes anónimas
       *[other] { $count } afirmaciones se apoyan solo en fuentes anónimas
    }
checked-only-secondary =
    { $count ->
        [0] Ninguna afirmación se apoya solo en fuentes de segunda mano
        [one] { $count } afirmación se apoya solo en fuentes de segunda mano
       *[other] { $count } afirmaciones se apoyan solo en fuentes de segunda mano
    }
checked-circular-support =
    { $count ->
        [0] Ninguna cadena de fuentes es circular
        [one] { $count } cadena de fuentes es circular
       *[other] { $count } cadenas de fuentes son circulares
    }
checked-rating-unfindable =
    { $count ->
        [0] Otros pueden seguir toda calificación
        [one] { $count } calificación que nadie más puede seguir
       *[other] { $count } calificaciones que nadie más puede seguir
    }
checked-rating-outdated =
    { $count ->
        [0] Toda calificación está en la escala
        [one] { $count } calificación no está en la escala
       *[other] { $count } calificaciones no están en la escala
    }
checked-settled-unrated =
    { $count ->
        [0] Toda afirmación resuelta está calificada
        [one] { $count } afirmación resuelta no está calificada
       *[other] { $count } afirmaciones resueltas no están calificadas
    }
checked-rated-unsettled =
    { $count ->
        [0] Toda afirmación calificada está resuelta
        [one] { $count } calificación de una afirmación no resuelta
       *[other] { $count } calificaciones de afirmaciones no resueltas
    }
checked-correction-unagreed =
    { $count ->
        [0] Toda corrección está acordada
        [one] { $count } corrección no está acordada
       *[other] { $count } correcciones no están acordadas
    }
checked-asked-overdue =
    { $count ->
        [0] Ninguna respuesta se retrasa
        [one] { $count } afirmación espera una respuesta atrasada
       *[other] { $count } afirmaciones esperan respuestas atrasadas
    }
checked-evidence-early =
    { $count ->
        [0] Ninguna prueba se vio antes de su artículo
        [one] { $count } afirmación tiene pruebas vistas antes de su artículo
       *[other] { $count } afirmaciones tienen pruebas vistas antes de sus artículos
    }
checked-number-unread =
    { $count ->
        [0] Todo número tiene un valor
        [one] { $count } número no tiene valor
       *[other] { $count } números no tienen valor
    }
checked-person-unidentified =
    { $count ->
        [0] Toda persona está identificada
        [one] { $count } persona no está identificada
       *[other] { $count } personas no están identificadas
    }
checked-document-unlocated =
    { $count ->
        [0] Todo documento se puede encontrar
        [one] { $count } documento no se puede encontrar
       *[other] { $count } documentos no se pueden encontrar
    }
checked-article-incomplete =
    { $count ->
        [0] Todo artículo tiene medio, fecha y dirección
        [one] { $count } artículo sin medio, fecha o dirección
       *[other] { $count } artículos sin medio, fecha o dirección
    }
checked-number-unmeasured =
    { $count ->
        [0] Todo número dice lo que mide
        [one] { $count } número sin unidad o sin lo que mide
       *[other] { $count } números sin unidad o sin lo que miden
    }
checked-source-unused =
    { $count ->
        [0] Toda fuente sostiene una afirmación
        [one] { $count } fuente no sostiene ninguna afirmación
       *[other] { $count } fuentes no sostienen ninguna afirmación
    }
checked-sentences-untouched =
    { $count ->
        [0] Toda frase está marcada o apartada
        [one] { $count } artículo tiene frases sin tocar
       *[other] { $count } artículos tienen frases sin tocar
    }

### Encabezados de las tablas para hojas de cálculo

head-address = dirección
head-after = después
head-archived-at = archivado en
head-article = artículo
head-article-id = id del artículo
head-as-of = fecha del dato
head-as-written = como está escrito
head-at = cuándo
head-attributed-by = palabras de atribución
head-before = antes
head-by = quién
head-change-id = id del cambio
head-claim = afirmación
head-claim-id = id de la afirmación
head-claim-in-full = afirmación completa
head-claims = afirmaciones
head-contact = contacto
head-contradicts = contradice
head-correction = corrección
head-due = plazo
head-end-code-point = punto de código final
head-evidence-id = id de la prueba
head-field = campo
head-file = archivo
head-file-sha256 = SHA-256 del archivo
head-files = archivos
head-finding = hallazgo
head-findings = hallazgos
head-first-hand = de primera mano
head-found = hallado
head-from = de
head-from-id = id de origen
head-from-quote = cita de origen
head-grade = grado
head-grade-means = significado del grado
head-group = grupo
head-group-id = id del grupo
head-group-says = el grupo dice
head-heard-through = oído a través de
head-keywords = palabras clave
head-kind = tipo
head-link-id = id del vínculo
head-locator = localización
head-mark-id = id de la marca
head-meant-as = se entiende como
head-measured = qué mide
head-mentions = menciones
head-moment = momento
head-name = nombre
head-not-checkable = no verificable
head-note = nota
head-number-id = id del número
head-of = de quién
head-other-ratings = otras calificaciones
head-out-of-line = discrepa
head-page = página
head-paragraph = párrafo
head-per = por
head-place-in-doubt = lugar dudoso
head-question = pregunta
head-quote = cita
head-rating = calificación
head-rating-word = calificación en palabras
head-reason = motivo
head-record = registro
head-record-id = id del registro
head-rests-on = se apoya en
head-risks = riesgos
head-role = papel
head-said-at = dicho en
head-said-by = dicho por
head-said-on = dicho el
head-same-as = igual que
head-seen = visto
head-signed-at = firmado el
head-signed-by = firmado por
head-source = fuente
head-source-id = id de la fuente
head-stance = postura
head-start-code-point = punto de código inicial
head-status = estado
head-status-by = estado por
head-status-since = estado desde
head-supports = respalda
head-tag = etiqueta
head-tagged-at = marcado el
head-tagged-by = marcado por
head-title = título
head-to = a
head-to-id = id de destino
head-to-kind = tipo de destino
head-to-quote = cita de destino
head-unit = unidad
head-value = valor
head-why-not-comparable = por qué no es comparable
