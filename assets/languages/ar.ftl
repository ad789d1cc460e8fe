# كلمات التقرير المطبوع بالعربية. المفاتيح هي مفاتيح en.ftl.

### الأسماء

section-summary = الملخص
section-ratings = التقييمات حسب المقال
section-claims = الادعاءات
section-contradictions = التناقضات
section-questions = أسئلة مفتوحة
section-changes = قائمة التعديلات
section-sources = المصادر
section-numbers = الأرقام والحسابات
section-articles = المقالات مع الحواشي
section-method = المنهج والمقياس
section-hashes = بصمات النصوص
section-checks = قبل التسليم
section-history = السجل

status-open = مفتوح
status-asked = تم السؤال
status-confirmed = مؤكد
status-changed = معدَّل
status-cut = محذوف
status-unresolved = غير محسوم

kind-named-person = شخص مسمّى
kind-anonymous = مجهول
kind-organisation = مؤسسة
kind-document = وثيقة
kind-media = وسيلة إعلام

kinds-named-person = أشخاص مسمَّون
kinds-anonymous = مجهولون
kinds-organisation = مؤسسات
kinds-document = وثائق
kinds-media = وسائل إعلام

reason-opinion = رأي
reason-forecast = توقع
reason-motive = دافع
reason-experience = تجربة

role-rests-on = يستند إلى
role-contains = يتضمن
role-same-as = مطابق لـ
role-contradicts = يناقض
role-supports = يدعم
role-supported-by = مدعوم من

stance-supports = مؤيد
stance-contradicts = معارض
stance-context = سياق

approximation-exact = بالضبط
approximation-about = نحو
approximation-up-to = حتى
approximation-at-least = على الأقل
approximation-more-than = أكثر من
approximation-less-than = أقل من
approximation-between = بين

outcome-nothing-to-compare = لا شيء للمقارنة
outcome-agree = متفقة
outcome-differ = مختلفة
outcome-check-the-scope = يراجع النطاق
outcome-other-dates = تواريخ أخرى
outcome-units-differ = وحدات مختلفة
outcome-rates-differ = معدلات مختلفة
outcome-not-comparable = غير قابلة للمقارنة

tag-claim = ادعاء
tag-number = رقم
tag-source = مصدر

first-hand-yes = نعم
first-hand-no = لا
first-hand-unclear = غير واضح

rule-confirmed-contradiction = مؤكد ومناقَض
rule-contradiction-unanswered = دليل معارض بلا رد
rule-quote-altered = اقتباس يخالف ما قيل
rule-rating-without-reason = تقييم بلا سبب
rule-place-lost = فقد موضعه
rule-place-doubtful = موضع تلزم مراجعته
rule-signs-hidden = علامات مخفية أو متنكرة
rule-figures-disagree = أرقام متعارضة
rule-number-misread = قيمة تخالف المكتوب
rule-sum-fails = حساب لا يصح
rule-no-source = ادعاءات بلا مصدر
rule-only-anonymous = مصادر مجهولة فقط
rule-only-secondary = مصادر غير مباشرة فقط
rule-circular-support = استناد دائري
rule-rating-unfindable = تقييم لا يمكن تتبعه
rule-rating-outdated = تقييم خارج المقياس
rule-settled-unrated = محسوم بلا تقييم
rule-rated-unsettled = مقيَّم وغير محسوم
rule-correction-unagreed = تصحيح غير متفق عليه
rule-asked-overdue = سؤال تأخر جوابه
rule-evidence-early = دليل أقدم من المقال
rule-number-unread = رقم بلا قيمة
rule-person-unidentified = غير معرَّف
rule-document-unlocated = وثيقة بلا موضع
rule-article-incomplete = مقال غير موصوف
rule-number-unmeasured = رقم غير موصوف
rule-source-unused = لا يحمل أي ادعاء
rule-sentences-untouched = جمل لم تُراجع

### التواريخ والقوائم

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
date-time = { $day } { $month } { $year }، { $time }
list-comma = { $start }، { $end }
list-and = { $start } و{ $end }
quoted = «{ $words }»

### الرأس والملخص

byline = { $articles }، { $date }. { $scale } من 1 إلى { $best }. ثُبِّت النص عند فتحه.
byline-by = { $articles } بمراجعة { $checker }، { $date }. { $scale } من 1 إلى { $best }. ثُبِّت النص عند فتحه.
byline-articles =
    { $count ->
        [zero] لا مقالات مدققة
        [one] مقال مدقق واحد
        [two] مقالان مدققان
        [few] { $count } مقالات مدققة
        [many] { $count } مقالًا مدققًا
       *[other] { $count } مقال مدقق
    }
of-all = من { $all }
of-rated = من { $rated } مقيَّمة
of-pairs =
    { $count ->
        [zero] من لا أزواج
        [one] من زوج واحد
        [two] من زوجين
        [few] من { $count } أزواج
        [many] من { $count } زوجًا
       *[other] من { $count } زوج
    }
card-settled =
    { $count ->
        [one] ادعاء محسوم
        [two] ادعاءان محسومان
       *[other] ادعاءات محسومة
    }
card-badly-rated = تقييمها 1 أو 2
card-contradicting = ما زالت متناقضة
card-corrections =
    { $count ->
        [one] تصحيح
        [two] تصحيحان
       *[other] تصحيحات
    }
card-corrections-made = مقترحة، نُفذ منها { $made }
card-untouched =
    { $count ->
        [one] جملة لم تُراجع
        [two] جملتان لم تُراجعا
       *[other] جمل لم تُراجع
    }
claims-by-status = الادعاءات حسب الحالة
total-row = كل المقالات، كل ادعاء مرة واحدة

### المواضع

place-paragraph = { $letter } ¶{ $name }
place-headline = { $letter } العنوان
place-page = { $place }، ص { $page }
place-moment = { $place }، عند { $moment }
place-lost = { $letter }، فقد موضعه

### ما يقال عن الادعاءات والمصادر والنصوص

rests-without-reason = تقييم بلا سبب
rests-contradicts = يناقض { $claims }
rests-anonymous = مصادر مجهولة فقط
rests-no-source = لم يُذكر مصدر
rests-same = مطابق لـ { $claims }
other-rating = { $rating } لدى { $by }
other-rating-why = { $rating } لدى { $by }: { $reason }
somebody-else = شخص آخر
margin-add = يضاف { $words }
margin-take-out = يحذف { $words }
contact = للتواصل: { $words }
only-source-for = المصدر الوحيد لـ { $claims }
filter-problems = المشكلات أولًا
filter-no-source = بلا مصدر
fact-outlet = وسيلة الإعلام
fact-byline = الكاتب
fact-published = نُشر
fact-address = العنوان
fact-archived = محفوظ في
fact-language = اللغة
fact-read-from = قُرئ من
fact-opened = فُتح
fact-drafts = مسودات سابقة
fact-signed = أُجيز
fact-reopened = أُجيز ثم أعيد فتحه
signed-by = { $by }، { $date }
original-bom = علامة ترتيب البايتات
original-crlf = نهايات أسطر CRLF
original-cr = نهايات أسطر CR
original-mixed = نهايات أسطر مختلطة
method-tagging = وُسمت يدويًا كل جملة يمكن أن تكون خاطئة بوصفها ادعاء، وكل رقم بوصفه رقمًا، وكل قائل بوصفه مصدرًا. يُعرف الادعاء بحرف المقال الذي وُسم فيه أولًا وبرقم يبقى له: A14.
method-settling = يُحسم الادعاء إذا تأكد أو عُدّل أو حُذف. والمفتوح والمسؤول عنه وغير المحسوم ليس كذلك. والجمل التي لا تمسها علامة تُعد غير مراجعة؛ ويمكن تنحية الآراء والتوقعات والدوافع والتجارب بوصفها غير قابلة للتدقيق.
method-hashes = ثُبِّت نص المقال عند فتحه. وبصمة SHA-256 أدناه هي بصمة النص المثبت بترميز UTF-8 ونهايات أسطر LF، فيستطيع كل من لديه النص أن يثبته.

### الصفحة المطبوعة

document-title = { $title } – تقرير تدقيق
parts-of-report = أجزاء التقرير
made-with = أُعد بواسطة Tickmark. العلامات والتقييمات والملاحظات للمدقق.
editor-sign-off = إجازة التحرير
left-out = خارج هذه النسخة: { $what }.
left-out-articles =
    { $count ->
        [one] مقال واحد
        [two] مقالان
        [few] { $count } مقالات
        [many] { $count } مقالًا
       *[other] { $count } مقال
    }
column-letter = الحرف
column-article = المقال
column-claims-by-rating = الادعاءات حسب التقييم
column-settled = المحسوم
column-sentences-read = الجمل المقروءة
column-number = الرقم
column-as-written = كما كُتب
column-rating = التقييم
column-status = الحالة
column-rests-on = يستند إلى
column-question = السؤال
column-since = منذ
column-where = الموضع
column-wording = الصياغة القديمة والجديدة
column-old = الصياغة القديمة
column-new = الصياغة الجديدة
column-why = السبب
column-source = المصدر
column-where-to-find = أين يوجد
column-grade = الدرجة
column-first-hand = مباشر
column-named-at = ذُكر في
column-claims-on-it = ادعاءات تستند إليه
column-note = ملاحظة
column-reading = القراءة
column-meant = المقصود
column-measured = المقيس
column-claim = الادعاء
column-working = الحساب
column-hash = بصمة SHA-256 للنص المثبت
column-bytes = بايت
column-opened = فُتح
column-when = متى
column-who = من
column-what = ما جرى
not-rated = بلا تقييم
rated = تقييمها { $grade }
left = بقي { $count }
read-of = { $read } من { $all }، بقي { $left }
sentences = { $marked } موسومة، { $aside } غير قابلة للتدقيق، { $untouched } لم تُراجع
claims-to-show = الادعاءات المعروضة
also = أيضًا { $words }
also-at = أيضًا { $places }
cannot-both = لا يمكن أن يصحا معًا
settled-pair = حُسم: عُدّل أحدهما أو حُذف
take-it-out = يُحذف.
not-read = لم يُقرأ
group-figures = أرقام: { $name }
notes-to = ملاحظات على { $letter }
note-on = ملاحظة { $label }
back-to = العودة إلى { $label } في النص
untouched = لم يُراجع
not-checkable = غير قابل للتدقيق: { $reason }
not-checkable-in = غير قابل للتدقيق في { $letter }
remarks-in = ملاحظات على الأرقام والمصادر في { $letter }
note-full = كاملًا
note-reason = السبب
note-finding = نتيجة
note-correction = تصحيح
note-corrected = صُحح
note-evidence = الأدلة
note-sources = يستند إلى
note-numbers = الأرقام
note-number = رقم
note-link = صلة
note-note = ملاحظة
note-keywords = كلمات مفتاحية
note-also-at = أيضًا في
first-hand = مباشر
second-hand = غير مباشر
sample-open = ادعاء مفتوح
sample-settled = ادعاء محسوم
sample-number = رقم
sample-source = مصدر مسمّى
sample-anonymous = مصدر مجهول
sample-replaced = مستبدل
sample-cut = محذوف
sample-markdown = في المقالات تقع [الادعاءات] بين أقواس مع ملاحظتها، والأرقام بخط عريض، والمصادر بخط مائل، والكلمات المستبدلة مشطوبة.
scale-is = المقياس ({ $name }): { $words }.
original-had = كان في الأصل { $what }
read-from = قُرئ من { $what }
checks-summary = { $fine } سليمة، { $found } للمراجعة
switched-off = نتائج أوقفت في هذا المشروع، مع السبب:
check-holds = يصح
check-fails = لا يصح
check-open = محل سؤال
page-of = صفحة { $page } من { $pages }
volume-of = الجزء { $volume } من { $volumes }

### ما وجدته القواعد: عن موضوع واحد، وكم مرة

subject-number = رقم
subject-source = المصدر «{ $name }»
subject-article = المقال { $letter } «{ $title }»

found-confirmed-contradiction = مؤكد، ويناقضه ادعاء مؤكد آخر
found-contradiction-unanswered = هناك دليل ضده ولا شيء يرد عليه
found-quote-altered = الاقتباس لا يطابق ما قيل حرفيا
found-rating-without-reason = التقييم لا يذكر سببه
found-place-lost = لم تعد كلماته في المقال
found-place-doubtful = تحرك موضعه أو تغير مع المقال ولم ينظر فيه أحد
found-signs-hidden = فيه رموز قد تجعله غير ما يبدو
found-figures-disagree = رقم آخر للشيء نفسه يقول غير ذلك
found-number-misread = قيمته ليست ما تقوله كلماته
found-sum-fails = لا يوافق الأرقام الأخرى في جملته
found-no-source = لا يذكر مصدرا وليس عليه دليل
found-only-anonymous = يستند إلى مصادر مجهولة وحدها
found-only-secondary = يستند إلى مصادر غير مباشرة وحدها
found-circular-support = مصادره تستند إلى المصدر نفسه أو إلى نفسها
found-rating-unfindable = ليس للتقييم دليل يمكن لغيرك أن يجده
found-rating-outdated = قُيّم بكلمة لم تعد في سلّمه
found-settled-unrated = محسوم لكن لم يقيّمه أحد
found-rated-unsettled = مقيّم لكنه غير محسوم
found-correction-unagreed = يُعد معدّلا لكن الكاتب أو المحرر لم يوافق على الصياغة
found-asked-overdue = طُرح سؤال وتأخر جوابه
found-evidence-early = اطُّلع على دليل قبل ظهور المقال
found-number-unread = ليس له قيمة
found-person-unidentified = لا أحد يعرف من هو
found-document-unlocated = ليس له صفحة ولا عنوان ولا ملف
found-article-incomplete = ينقصه اسم الوسيلة أو التاريخ أو العنوان
found-number-unmeasured = تنقصه الوحدة أو ما يقيسه
found-source-unused = لا ادعاء يستند إليه
found-sentences-untouched = فيه جمل لم تُوسم ولم تُنحَّ

checked-confirmed-contradiction =
    { $count ->
        [0] لا تتناقض ادعاءات مؤكدة
       *[other] أزواج من ادعاءات مؤكدة تتناقض: { $count }
    }
checked-contradiction-unanswered =
    { $count ->
        [0] كل دليل مضاد له رد
       *[other] ادعاءات عليها دليل مضاد بلا رد: { $count }
    }
checked-quote-altered =
    { $count ->
        [0] لا اقتباس يختلف عن نصه المدوَّن
       *[other] اقتباسات ليست كما قيلت: { $count }
    }
checked-rating-without-reason =
    { $count ->
        [0] لكل تقييم سببه
       *[other] تقييمات بلا سبب: { $count }
    }
checked-place-lost =
    { $count ->
        [0] كل علامة على كلماتها
       *[other] مواضع ضائعة: { $count }
    }
checked-place-doubtful =
    { $count ->
        [0] نُظر في كل المواضع
       *[other] مواضع يجب النظر فيها: { $count }
    }
checked-signs-hidden =
    { $count ->
        [0] لا مقال فيه رموز خفية أو متنكرة
       *[other] مقالات فيها رموز خفية أو متنكرة: { $count }
    }
checked-figures-disagree =
    { $count ->
        [0] لا أرقام للشيء نفسه تختلف
       *[other] أرقام وادعاءات تخالف أرقاما للشيء نفسه: { $count }
    }
checked-number-misread =
    { $count ->
        [0] كل قيمة كما تقول كلماتها
       *[other] قيم ليست كما تقول كلماتها: { $count }
    }
checked-sum-fails =
    { $count ->
        [0] كل الحسابات صحيحة
       *[other] أرقام لا توافق غيرها في جملها: { $count }
    }
checked-no-source =
    { $count ->
        [0] كل ادعاء يذكر مصدرا
       *[other] ادعاءات لا تذكر مصدرا: { $count }
    }
checked-only-anonymous =
    { $count ->
        [0] لا ادعاء يستند إلى مصادر مجهولة وحدها
       *[other] ادعاءات تستند إلى مصادر مجهولة وحدها: { $count }
    }
checked-only-secondary =
    { $count ->
        [0] لا ادعاء يستند إلى مصادر غير مباشرة وحدها
       *[other] ادعاءات تستند إلى مصادر غير مباشرة وحدها: { $count }
    }
checked-circular-support =
    { $count ->
        [0] لا سلسلة مصادر دائرية
       *[other] سلاسل مصادر دائرية: { $count }
    }
checked-rating-unfindable =
    { $count ->
        [0] كل تقييم يمكن لغيرك تتبعه
       *[other] تقييمات لا يمكن لغيرك تتبعها: { $count }
    }
checked-rating-outdated =
    { $count ->
        [0] كل تقييم على السلّم
       *[other] تقييمات ليست على السلّم: { $count }
    }
checked-settled-unrated =
    { $count ->
        [0] كل ادعاء محسوم مقيّم
       *[other] ادعاءات محسومة غير مقيّمة: { $count }
    }
checked-rated-unsettled =
    { $count ->
        [0] كل ادعاء مقيّم محسوم
       *[other] تقييمات لادعاءات غير محسومة: { $count }
    }
checked-correction-unagreed =
    { $count ->
        [0] كل تصحيح متفق عليه
       *[other] تصحيحات غير متفق عليها: { $count }
    }
checked-asked-overdue =
    { $count ->
        [0] لا جواب متأخر
       *[other] ادعاءات تنتظر أجوبة متأخرة: { $count }
    }
checked-evidence-early =
    { $count ->
        [0] لا دليل اطُّلع عليه قبل مقاله
       *[other] ادعاءات لها أدلة اطُّلع عليها قبل مقالاتها: { $count }
    }
checked-number-unread =
    { $count ->
        [0] لكل رقم قيمة
       *[other] أرقام بلا قيمة: { $count }
    }
checked-person-unidentified =
    { $count ->
        [0] كل شخص معروف الهوية
       *[other] أشخاص غير معروفي الهوية: { $count }
    }
checked-document-unlocated =
    { $count ->
        [0] كل وثيقة يمكن العثور عليها
       *[other] وثائق لا يمكن العثور عليها: { $count }
    }
checked-article-incomplete =
    { $count ->
        [0] لكل مقال وسيلة وتاريخ وعنوان
       *[other] مقالات تنقصها الوسيلة أو التاريخ أو العنوان: { $count }
    }
checked-number-unmeasured =
    { $count ->
        [0] كل رقم يقول ما يقيسه
       *[other] أرقام تنقصها الوحدة أو ما تقيسه: { $count }
    }
checked-source-unused =
    { $count ->
        [0] كل مصدر يستند إليه ادعاء
       *[other] مصادر لا يستند إليها ادعاء: { $count }
    }
checked-sentences-untouched =
    { $count ->
        [0] كل جملة موسومة أو منحّاة
       *[other] مقالات فيها جمل لم تُراجع: { $count }
    }

### رؤوس الجداول لبرامج الجداول

head-address = العنوان
head-after = بعد
head-archived-at = نسخة الأرشيف
head-article = المقال
head-article-id = معرف المقال
head-as-of = تاريخ الرقم
head-as-written = كما كُتب
head-at = متى
head-attributed-by = كلمات الإسناد
head-before = قبل
head-by = من
head-change-id = معرف التغيير
head-claim = الادعاء
head-claim-id = معرف الادعاء
head-claim-in-full = الادعاء كاملا
head-claims = الادعاءات
head-contact = جهة الاتصال
head-contradicts = يناقض
head-correction = التصحيح
head-due = الموعد
head-end-code-point = نهاية الموضع
head-evidence-id = معرف الدليل
head-field = الحقل
head-file = الملف
head-file-sha256 = بصمة الملف SHA-256
head-files = الملفات
head-finding = الملاحظة
head-findings = الملاحظات
head-first-hand = مباشر
head-found = ما وُجد
head-from = من
head-from-id = معرف الأصل
head-from-quote = اقتباس الأصل
head-grade = الدرجة
head-grade-means = معنى الدرجة
head-group = المجموعة
head-group-id = معرف المجموعة
head-group-says = ما تقوله المجموعة
head-heard-through = سُمع عبر
head-keywords = الكلمات المفتاحية
head-kind = النوع
head-link-id = معرف الرابط
head-locator = الموضع في المصدر
head-mark-id = معرف العلامة
head-meant-as = المقصود
head-measured = ما يُقاس
head-mentions = الإشارات
head-moment = اللحظة
head-name = الاسم
head-not-checkable = غير قابل للتدقيق
head-note = ملاحظة
head-number-id = معرف الرقم
head-of = لمن
head-other-ratings = تقييمات أخرى
head-out-of-line = خارج النسق
head-page = الصفحة
head-paragraph = الفقرة
head-per = لكل
head-place-in-doubt = موضع مشكوك فيه
head-question = السؤال
head-quote = الاقتباس
head-rating = التقييم
head-rating-word = كلمة التقييم
head-reason = السبب
head-record = السجل
head-record-id = معرف السجل
head-rests-on = يستند إلى
head-risks = المخاطر
head-role = الدور
head-said-at = مكان القول
head-said-by = قاله
head-said-on = تاريخ القول
head-same-as = مثل
head-seen = اطُّلع عليه
head-signed-at = تاريخ الاعتماد
head-signed-by = اعتمده
head-source = المصدر
head-source-id = معرف المصدر
head-stance = الموقف
head-start-code-point = بداية الموضع
head-status = الحالة
head-status-by = غيّر الحالة
head-status-since = الحالة منذ
head-supports = يؤيد
head-tag = الوسم
head-tagged-at = تاريخ الوسم
head-tagged-by = وسمه
head-title = العنوان الرئيسي
head-to = إلى
head-to-id = معرف الهدف
head-to-kind = نوع الهدف
head-to-quote = اقتباس الهدف
head-unit = الوحدة
head-value = القيمة
head-why-not-comparable = لماذا لا يُقارن
