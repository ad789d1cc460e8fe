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
