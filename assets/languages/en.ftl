# Words of the printed report in English. Every other file here has the same keys.

### Names of things

section-summary = Summary
section-ratings = Ratings by article
section-claims = Claims
section-contradictions = Contradictions
section-questions = Open questions
section-changes = Change list
section-sources = Sources
section-numbers = Numbers and checks
section-articles = Annotated articles
section-method = Method and scale
section-hashes = Text hashes
section-checks = Before it goes out
section-history = History

status-open = Open
status-asked = Asked
status-confirmed = Confirmed
status-changed = Changed
status-cut = Cut
status-unresolved = Unresolved

kind-named-person = Named person
kind-anonymous = Anonymous
kind-organisation = Organisation
kind-document = Document
kind-media = Media

kinds-named-person = Named people
kinds-anonymous = Anonymous
kinds-organisation = Organisations
kinds-document = Documents
kinds-media = Media

reason-opinion = opinion
reason-forecast = forecast
reason-motive = motive
reason-experience = experience

role-rests-on = rests on
role-contains = contains
role-same-as = same as
role-contradicts = contradicts
role-supports = supports
role-supported-by = supported by

stance-supports = Supports
stance-contradicts = Contradicts
stance-context = Context

approximation-exact = exact
approximation-about = about
approximation-up-to = up to
approximation-at-least = at least
approximation-more-than = more than
approximation-less-than = less than
approximation-between = between

outcome-nothing-to-compare = nothing to compare
outcome-agree = agree
outcome-differ = differ
outcome-check-the-scope = check the scope
outcome-other-dates = other dates
outcome-units-differ = units differ
outcome-rates-differ = rates differ
outcome-not-comparable = not comparable

tag-claim = claim
tag-number = number
tag-source = source

first-hand-yes = yes
first-hand-no = no
first-hand-unclear = unclear

rule-confirmed-contradiction = Confirmed and contradicted
rule-contradiction-unanswered = Evidence against, not answered
rule-quote-altered = Quote not as said
rule-rating-without-reason = Rating without a reason
rule-place-lost = Lost its place
rule-place-doubtful = Place to be looked at
rule-signs-hidden = Hidden or disguised signs
rule-figures-disagree = Figures that disagree
rule-number-misread = Value not as written
rule-sum-fails = Sum that does not hold
rule-no-source = Claims with no source
rule-only-anonymous = Only anonymous sources
rule-only-secondary = Only second-hand sources
rule-circular-support = Circular
rule-rating-unfindable = Rating nobody can follow
rule-rating-outdated = Rating not on the scale
rule-settled-unrated = Settled, not rated
rule-rated-unsettled = Rated, not settled
rule-correction-unagreed = Correction not agreed
rule-asked-overdue = Asked and overdue
rule-evidence-early = Evidence older than the article
rule-number-unread = Number without a value
rule-person-unidentified = Not identified
rule-document-unlocated = Document without locator
rule-article-incomplete = Article not described
rule-number-unmeasured = Number not described
rule-source-unused = Carries no claim
rule-sentences-untouched = Untouched sentences

### Dates and lists

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-time = { $day } { $month } { $year }, { $time }
list-comma = { $start }, { $end }
list-and = { $start } and { $end }
quoted = “{ $words }”

### Head and summary

byline = { $articles } checked, { $date }. { $scale } 1 to { $best }. Text frozen when opened.
byline-by = { $articles } checked by { $checker }, { $date }. { $scale } 1 to { $best }. Text frozen when opened.
byline-articles =
    { $count ->
        [0] No articles
        [1] One article
        [2] Two articles
        [3] Three articles
        [4] Four articles
        [5] Five articles
        [6] Six articles
        [7] Seven articles
        [8] Eight articles
        [9] Nine articles
        [10] Ten articles
        [11] Eleven articles
        [12] Twelve articles
       *[other] { $count } articles
    }
of-all = of { $all }
of-rated = of { $rated } rated
of-pairs =
    of { $count ->
        [one] { $count } pair
       *[other] { $count } pairs
    }
card-settled =
    { $count ->
        [one] claim settled
       *[other] claims settled
    }
card-badly-rated = rated 1 or 2
card-contradicting = still contradict
card-corrections =
    { $count ->
        [one] correction
       *[other] corrections
    }
card-corrections-made = proposed, { $made } made
card-untouched =
    { $count ->
        [one] sentence untouched
       *[other] sentences untouched
    }
claims-by-status = Claims by status
total-row = All articles, each claim once

### Places

place-paragraph = { $letter } ¶{ $name }
place-headline = { $letter } headline
place-page = { $place }, p. { $page }
place-moment = { $place }, at { $moment }
place-lost = { $letter }, lost its place

### What is said of claims, sources and texts

rests-without-reason = rating without a reason
rests-contradicts = contradicts { $claims }
rests-anonymous = only anonymous sources
rests-no-source = no source named
rests-same = same as { $claims }
other-rating = { $rating } by { $by }
other-rating-why = { $rating } by { $by }: { $reason }
somebody-else = somebody else
margin-add = add { $words }
margin-take-out = take out { $words }
contact = Contact: { $words }
only-source-for = Only source for { $claims }
filter-problems = Problems first
filter-no-source = No source
fact-outlet = Outlet
fact-byline = Byline
fact-published = Published
fact-address = Address
fact-archived = Archived at
fact-language = Language
fact-read-from = Read from
fact-opened = Opened
fact-drafts = Earlier drafts
fact-signed = Signed off
fact-reopened = Signed, then reopened
signed-by = { $by }, { $date }
original-bom = byte order mark
original-crlf = CRLF line ends
original-cr = CR line ends
original-mixed = mixed line ends
method-tagging = Every statement that can be wrong was tagged by hand as a claim, every figure as a number, and everyone who says it as a source. A claim is known by the letter of the article where it was first tagged and a number that it keeps: A14.
method-settling = A claim is settled when it is confirmed, changed or cut. Open, asked and unresolved claims are not settled. Sentences that no mark touches count as untouched; opinions, forecasts, motives and experiences may be set aside as not checkable.
method-hashes = The text of an article was frozen when it was opened. The SHA-256 below is that of the frozen text in UTF-8 with line feeds as line ends, so that anyone who has the text can prove it.

### The printed page

document-title = { $title } – fact-check report
parts-of-report = Parts of the report
made-with = Made with Tickmark. Marks, ratings and notes are the checker’s own.
editor-sign-off = Editor sign-off
left-out = Left out of this copy: { $what }.
left-out-articles =
    { $count ->
        [one] one article
       *[other] { $count } articles
    }
column-letter = Letter
column-article = Article
column-claims-by-rating = Claims by rating
column-settled = Settled
column-sentences-read = Sentences read
column-number = No.
column-as-written = As written
column-rating = Rating
column-status = Status
column-rests-on = Rests on
column-question = Question
column-since = Since
column-where = Where
column-wording = Old and new wording
column-old = Old wording
column-new = New wording
column-why = Why
column-source = Source
column-where-to-find = Where to find
column-grade = Grade
column-first-hand = First hand
column-named-at = Named at
column-claims-on-it = Claims on it
column-note = Note
column-reading = Reading
column-meant = Meant
column-measured = Measured
column-claim = Claim
column-working = Working
column-hash = SHA-256 of the frozen text
column-bytes = Bytes
column-opened = Opened
column-when = When
column-who = Who
column-what = What was done
not-rated = not rated
rated = rated { $grade }
left = { $count } left
read-of = { $read } of { $all }, { $left } left
sentences = { $marked } marked, { $aside } not checkable, { $untouched } untouched
claims-to-show = Claims to show
also = Also { $words }
also-at = also { $places }
cannot-both = cannot both be right
settled-pair = settled: one was changed or cut
take-it-out = Take it out.
not-read = not read
group-figures = Figures on { $name }
notes-to = Notes to { $letter }
note-on = Note { $label }
back-to = Back to { $label } in the text
untouched = untouched
not-checkable = not checkable: { $reason }
not-checkable-in = Not checkable in { $letter }
remarks-in = Notes on numbers and sources in { $letter }
note-full = In full
note-reason = Reason
note-finding = Finding
note-correction = Correction
note-corrected = Corrected
note-evidence = Evidence
note-sources = Rests on
note-numbers = Numbers
note-number = Number
note-link = Link
note-note = Note
note-keywords = Keywords
note-also-at = Also at
first-hand = first hand
second-hand = second hand
sample-open = open claim
sample-settled = settled claim
sample-number = number
sample-source = named source
sample-anonymous = anonymous source
sample-replaced = replaced
sample-cut = cut
sample-markdown = In the articles, [claims] stand in brackets with their note, numbers are bold, sources slanted, replaced words struck.
scale-is = Scale ({ $name }): { $words }.
original-had = original had { $what }
read-from = read from { $what }
checks-summary = { $fine } fine, { $found } to look at
switched-off = Findings switched off for this project, with the reason:
check-holds = holds
check-fails = does not hold
check-open = question
page-of = Page { $page } of { $pages }
volume-of = volume { $volume } of { $volumes }

### What the rules found: of one subject, and how often

subject-number = Number
subject-source = Source “{ $name }”
subject-article = Article { $letter } “{ $title }”

found-confirmed-contradiction = Confirmed, and contradicted by a claim that is confirmed, too
found-contradiction-unanswered = Evidence speaks against it, and nothing answers that
found-quote-altered = The quote is not word for word what was said
found-rating-without-reason = The rating does not say why
found-place-lost = Its words are no longer in the article
found-place-doubtful = It moved or changed with its article, and nobody has looked at it
found-signs-hidden = It holds signs by which it may be other than it looks
found-figures-disagree = Another figure of the same says otherwise
found-number-misread = Its value is not what its words say
found-sum-fails = It does not fit the other numbers of its sentence
found-no-source = Names no source and has no evidence
found-only-anonymous = Rests on anonymous sources alone
found-only-secondary = Rests on second-hand sources alone
found-circular-support = Its sources rest on the same, or on themselves
found-rating-unfindable = The rating has no evidence that another person could find
found-rating-outdated = Rated with a word that its scale no longer has
found-settled-unrated = Settled, but nobody has rated it
found-rated-unsettled = Rated, but not settled
found-correction-unagreed = Counts as changed, but writer or editor have not agreed to the wording
found-asked-overdue = A question is out, and its answer is late
found-evidence-early = Evidence was seen before the article appeared
found-number-unread = Has no value
found-person-unidentified = Nobody knows who this is
found-document-unlocated = Has no page, address or file
found-article-incomplete = Lacks its outlet, its date or its address
found-number-unmeasured = Lacks its unit, or what it measures
found-source-unused = No claim rests on it
found-sentences-untouched = Has sentences that are neither marked nor set aside

checked-confirmed-contradiction =
    { $count ->
        [0] No confirmed claims contradict each other
        [one] { $count } pair of confirmed claims contradict each other
       *[other] { $count } pairs of confirmed claims contradict each other
    }
checked-contradiction-unanswered =
    { $count ->
        [0] All evidence against a claim is answered
        [one] { $count } claim has evidence against it that nothing answers
       *[other] { $count } claims have evidence against them that nothing answers
    }
checked-quote-altered =
    { $count ->
        [0] No quote differs from its transcript
        [one] { $count } quote is not as it was said
       *[other] { $count } quotes are not as they were said
    }
checked-rating-without-reason =
    { $count ->
        [0] Every rating has a reason
        [one] { $count } rating has no reason
       *[other] { $count } ratings have no reason
    }
checked-place-lost =
    { $count ->
        [0] Every mark stands on its words
        [one] { $count } place is lost
       *[other] { $count } places are lost
    }
checked-place-doubtful =
    { $count ->
        [0] Every place was looked at
        [one] { $count } place must be looked at
       *[other] { $count } places must be looked at
    }
checked-signs-hidden =
    { $count ->
        [0] No article holds hidden or disguised signs
        [one] { $count } article holds hidden or disguised signs
       *[other] { $count } articles hold hidden or disguised signs
    }
checked-figures-disagree =
    { $count ->
        [0] No figures of the same disagree
        [one] { $count } figure or claim stands against a figure of the same
       *[other] { $count } figures and claims stand against figures of the same
    }
checked-number-misread =
    { $count ->
        [0] Every value is what its words say
        [one] { $count } value is not what its words say
       *[other] { $count } values are not what their words say
    }
checked-sum-fails =
    { $count ->
        [0] Every sum holds
        [one] { $count } number does not fit the others of its sentence
       *[other] { $count } numbers do not fit the others of their sentences
    }
checked-no-source =
    { $count ->
        [0] Every claim names a source
        [one] { $count } claim names no source
       *[other] { $count } claims name no source
    }
checked-only-anonymous =
    { $count ->
        [0] No claim rests on anonymous sources alone
        [one] { $count } claim rests on anonymous sources alone
       *[other] { $count } claims rest on anonymous sources alone
    }
checked-only-secondary =
    { $count ->
        [0] No claim rests on second-hand sources alone
        [one] { $count } claim rests on second-hand sources alone
       *[other] { $count } claims rest on second-hand sources alone
    }
checked-circular-support =
    { $count ->
        [0] No trail of sources is circular
        [one] { $count } trail of sources is circular
       *[other] { $count } trails of sources are circular
    }
checked-rating-unfindable =
    { $count ->
        [0] Every rating can be followed by others
        [one] { $count } rating nobody else can follow
       *[other] { $count } ratings nobody else can follow
    }
checked-rating-outdated =
    { $count ->
        [0] Every rating is on the scale
        [one] { $count } rating is not on the scale
       *[other] { $count } ratings are not on the scale
    }
checked-settled-unrated =
    { $count ->
        [0] Every settled claim is rated
        [one] { $count } settled claim is not rated
       *[other] { $count } settled claims are not rated
    }
checked-rated-unsettled =
    { $count ->
        [0] Every rated claim is settled
        [one] { $count } rating on a claim not settled
       *[other] { $count } ratings on claims not settled
    }
checked-correction-unagreed =
    { $count ->
        [0] Every correction is agreed
        [one] { $count } correction is not agreed
       *[other] { $count } corrections are not agreed
    }
checked-asked-overdue =
    { $count ->
        [0] No answer is late
        [one] { $count } claim waits for an answer that is late
       *[other] { $count } claims wait for answers that are late
    }
checked-evidence-early =
    { $count ->
        [0] No evidence was seen before its article
        [one] { $count } claim has evidence seen before its article
       *[other] { $count } claims have evidence seen before their articles
    }
checked-number-unread =
    { $count ->
        [0] Every number has a value
        [one] { $count } number has no value
       *[other] { $count } numbers have no value
    }
checked-person-unidentified =
    { $count ->
        [0] Every person is identified
        [one] { $count } person is not identified
       *[other] { $count } people are not identified
    }
checked-document-unlocated =
    { $count ->
        [0] Every document can be found
        [one] { $count } document cannot be found
       *[other] { $count } documents cannot be found
    }
checked-article-incomplete =
    { $count ->
        [0] Every article has outlet, date and address
        [one] { $count } article lacks outlet, date or address
       *[other] { $count } articles lack outlet, date or address
    }
checked-number-unmeasured =
    { $count ->
        [0] Every number says what it measures
        [one] { $count } number lacks its unit or what it measures
       *[other] { $count } numbers lack their unit or what they measure
    }
checked-source-unused =
    { $count ->
        [0] Every source carries a claim
        [one] { $count } source carries no claim
       *[other] { $count } sources carry no claim
    }
checked-sentences-untouched =
    { $count ->
        [0] Every sentence is marked or set aside
        [one] { $count } article has untouched sentences
       *[other] { $count } articles have untouched sentences
    }

### Heads of tables for spreadsheets: names for programs in English

head-address = address
head-after = after
head-archived-at = archived_at
head-article = article
head-article-id = article_id
head-as-of = as_of
head-as-written = as_written
head-at = at
head-attributed-by = attributed_by
head-before = before
head-by = by
head-change-id = change_id
head-claim = claim
head-claim-id = claim_id
head-claim-in-full = claim_in_full
head-claims = claims
head-contact = contact
head-contradicts = contradicts
head-correction = correction
head-due = due
head-end-code-point = end_code_point
head-evidence-id = evidence_id
head-field = field
head-file = file
head-file-sha256 = file_sha256
head-files = files
head-finding = finding
head-findings = findings
head-first-hand = first_hand
head-found = found
head-from = from
head-from-id = from_id
head-from-quote = from_quote
head-grade = grade
head-grade-means = grade_means
head-group = group
head-group-id = group_id
head-group-says = group_says
head-heard-through = heard_through
head-keywords = keywords
head-kind = kind
head-link-id = link_id
head-locator = locator
head-mark-id = mark_id
head-meant-as = meant_as
head-measured = measured
head-mentions = mentions
head-moment = moment
head-name = name
head-not-checkable = not_checkable
head-note = note
head-number-id = number_id
head-of = of
head-other-ratings = other_ratings
head-out-of-line = out_of_line
head-page = page
head-paragraph = paragraph
head-per = per
head-place-in-doubt = place_in_doubt
head-question = question
head-quote = quote
head-rating = rating
head-rating-word = rating_word
head-reason = reason
head-record = record
head-record-id = record_id
head-rests-on = rests_on
head-risks = risks
head-role = role
head-said-at = said_at
head-said-by = said_by
head-said-on = said_on
head-same-as = same_as
head-seen = seen
head-signed-at = signed_at
head-signed-by = signed_by
head-source = source
head-source-id = source_id
head-stance = stance
head-start-code-point = start_code_point
head-status = status
head-status-by = status_by
head-status-since = status_since
head-supports = supports
head-tag = tag
head-tagged-at = tagged_at
head-tagged-by = tagged_by
head-title = title
head-to = to
head-to-id = to_id
head-to-kind = to_kind
head-to-quote = to_quote
head-unit = unit
head-value = value
head-why-not-comparable = why_not_comparable
