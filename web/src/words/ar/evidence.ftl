### كلمات شاشة الملف ورسومها.

## The case and its head
evidence-case = الملف
evidence-window-title = الملف { $title }
evidence-crumb = موضعك
evidence-to-queue = قائمة الانتظار
evidence-loading = جارٍ تحميل الأدلة…
evidence-more-containers = { $count ->
    [zero] ولا حاويات أخرى
    [one] وحاوية أخرى
    [two] وحاويتان أخريان
    [few] و{ $count } حاويات أخرى
    [many] و{ $count } حاوية أخرى
   *[other] و{ $count } حاوية أخرى
}
evidence-more-goods = { $count ->
    [zero] ولا بنود أخرى
    [one] وبند آخر
    [two] وبندان آخران
    [few] و{ $count } بنود أخرى
    [many] و{ $count } بندًا آخر
   *[other] و{ $count } بند آخر
}
evidence-no-goods = لم تُذكر بضائع
evidence-no-goods-text = لم يصف البضائعَ البيانُ الموجز للدخول ولا أي بيان ورد حتى الآن.
evidence-arm-random = بالقرعة
evidence-by-chance = اختيرت بالقرعة للمقارنة، ولم يكن لأسبابها دور في الاختيار: عاملها كأي إرسالية أخرى.
evidence-score = الدرجة
evidence-rank = رقم { $rank } من { $open } مفتوحة
evidence-lane = المسار
evidence-no-lane = ليست في أي قائمة
evidence-listed = المرتبة { $rank } في قائمة { $day }، بحسب الخطر
evidence-listed-chance = المرتبة { $rank } في قائمة { $day }، بالقرعة
evidence-arrival = الوصول
evidence-deadline = موعد القرار
evidence-no-deadline = بلا موعد
evidence-overdue = متأخرة
evidence-due = القرار
evidence-at-stake = المبلغ المعرَّض
evidence-of-value = من قيمة
evidence-holder = من يعمل عليها
evidence-holder-you = أنت تعمل عليها
evidence-holder-until = حتى
evidence-nobody = لا أحد
evidence-state = الحالة
evidence-state-free = متاحة
evidence-state-taken = مأخوذة
evidence-state-decided = صدر فيها قرار
evidence-transport-document = وثيقة النقل
evidence-route = خط السير
evidence-unknown = غير معروف

## Acts
evidence-actions = إجراءات هذا الملف
evidence-take = أخذ
evidence-release = ترك
evidence-next = الملف التالي
evidence-take-next = أخذ التالي
evidence-print = طباعة الملف
evidence-take-anyway = أخذها رغم ذلك
evidence-has-it-since = لديه هذا الملف منذ
evidence-lock-ends = ينتهي الحجز تلقائيًا في
evidence-override-title = أخذ هذا الملف من زميل؟
evidence-override-text = يفقد { $name } الحجز ويُبلَّغ بذلك، ويُقيَّد ذلك في سجل التدقيق.
evidence-none-free = لم يبقَ ملف متاح في هذه القائمة.
evidence-assessed-anew = أُعيد التقييم: الدرجة { $before } ← { $score }.
evidence-decided-elsewhere = سجّل زميل نتيجة لهذا الملف في هذه الأثناء.
evidence-show-anew = عرض الوضع الحالي
evidence-shown-anew = يُعرض الملف بوضعه الحالي.
evidence-taken-announce = أصبح الملف لديك.
evidence-released-announce = عاد الملف متاحًا.
evidence-past = ترى ما كان معروفًا في { $time }.
evidence-past-now = عرض الحاضر
evidence-past-read-only = الوضع السابق للقراءة فقط.

## Keys, for the sheet
evidence-key-take = أخذ هذا الملف، وبعد القرار أخذ التالي
evidence-key-release = ترك هذا الملف
evidence-key-nothing = لم يُعثر على شيء؛ مفتاح الإدخال يسجّلها
evidence-key-finding = الانتقال إلى النتيجة
evidence-key-show-anew = عرض ما تغيّر
evidence-key-print = طباعة الملف
evidence-key-next-listed = الملف التالي في القائمة
evidence-key-previous-listed = الملف السابق في القائمة
evidence-list-end = لا ملف آخر في هذه القائمة.
evidence-list-previous = السابق في القائمة
evidence-list-next = التالي في القائمة
evidence-key-back = العودة إلى القائمة
evidence-key-next-reason = السبب التالي
evidence-key-previous-reason = السبب السابق
evidence-key-open-reason = فتح السبب أو إغلاقه
evidence-key-open-all = فتح جميع الأسباب أو إغلاقها
evidence-key-nth-reason = فتح السبب من الأول إلى التاسع

## Reasons and what they stand on
evidence-reasons = { $count ->
    [zero] لا أسباب
    [one] سبب واحد
    [two] سببان
    [few] { $count } أسباب
    [many] { $count } سببًا
   *[other] { $count } سبب
}
evidence-reasons-random = لم يكن لها دور في اختيار هذا الملف، وتُعرض لتتمكن من مراجعتها.
evidence-no-reasons = لم يُطلق أي مؤشر
evidence-no-reasons-text = ما أمكن الحكم عليه سليم، وما تعذّر الحكم عليه مذكور أدناه.
evidence-no-reasons-random = اختير هذا الملف بالقرعة، ولا شيء يثير الشبهة فيه حتى الآن.
evidence-open-all = فتح الكل
evidence-close-all = إغلاق الكل
evidence-weight = وزنه بمفرده من 1:
evidence-strong = قوي
evidence-middling = متوسط
evidence-weak = ضعيف
evidence-compared = بالمقارنة مع
evidence-stands-on = { $count ->
    [zero] لا يستند إلى رسائل
    [one] يستند إلى رسالة واحدة
    [two] يستند إلى رسالتين
    [few] يستند إلى { $count } رسائل
    [many] يستند إلى { $count } رسالة
   *[other] يستند إلى { $count } رسالة
}
evidence-no-pieces = يستند هذا السبب إلى الأرقام أعلاه لا إلى رسالة بعينها.
evidence-received = وردت في
evidence-excerpt = مقتطف: { $role }
evidence-bytes = البايتات { $start }–{ $end }
evidence-whole-message = الرسالة كاملة
evidence-raw-bytes = البايتات الخام
evidence-show-all-messages = { $count ->
    [zero] لا رسائل
    [one] عرض الرسالة
    [two] عرض الرسالتين
    [few] عرض الرسائل كلها ({ $count })
    [many] عرض الرسائل كلها ({ $count })
   *[other] عرض الرسائل كلها ({ $count })
}
evidence-show-all = عرض الكل ({ $count })
evidence-trip-part-heading = الجزء المعني من الرحلة
evidence-trip-part = المعلَّم: من { $from } إلى { $to }
evidence-show-on-trip = عرض على الخط الزمني والخريطة

## The message
evidence-message-title = الرسالة كما وردت
evidence-message-loading = جارٍ تحميل الرسالة…
evidence-message-file = الملف
evidence-message-sender = المُرسل
evidence-message-received = وقت الورود
evidence-message-place = الموضع في الملف
evidence-message-cut = قُطع هنا؛ البايتات الخام كاملة.

## Charts
evidence-as-table = في جدول
evidence-unit-per-kg = { $value }/كغ
evidence-unit-kg = { $value } كغ
evidence-chart-this = هذه: { $value }
evidence-chart-threshold = حد الإنذار { $value }
evidence-chart-median = الوسيط { $value }
evidence-chart-lower-than = أقل من نحو { $share } من أصل { $population }
evidence-chart-higher-than = أعلى من نحو { $share } من أصل { $population }
evidence-chart-from = من
evidence-chart-to = إلى
evidence-chart-count = العدد
evidence-chart-this-here = هذه
evidence-routes-this = خط السير هذا
evidence-routes-usual = خط معتاد { $number }
evidence-routes-share = { $share } ({ $count } من { $population })
evidence-routes-never = لم يسلكه أحد من { $population }
evidence-routes-not-usual = خارج الخط المعتاد
evidence-routes-none = لا يُعرف خط آخر لهذين الطرفين.

## The trip
evidence-trip = الرحلة
evidence-trip-of = رحلة
evidence-no-trip = لا رحلة معروفة
evidence-no-trip-text = لم تُربط بهذه الإرسالية أي رسالة حالة من ناقل أو محطة، فلا يُعرف مسارها إلا من الوثائق.
evidence-trip-open = جارية
evidence-trip-closed = منتهية
evidence-trip-uncertain = غير مؤكدة
evidence-trip-carrier = الناقل
evidence-trip-vessels = السفن
evidence-trip-sure = مؤكدة بنسبة { $share }
evidence-trip-silence = أطول انقطاع { $hours }
evidence-lanes = سطر لكل مصدر
evidence-lanes-left-out = { $count ->
    [zero] لا مصادر أخرى
    [one] مصدر آخر في الجدول فقط
    [two] مصدران آخران في الجدول فقط
    [few] { $count } مصادر أخرى في الجدول فقط
    [many] { $count } مصدرًا آخر في الجدول فقط
   *[other] { $count } مصدر آخر في الجدول فقط
}
evidence-timeline-description = الخط الزمني للحاوية { $container } من { $start } إلى { $end }. المحطات: { $calls }. عدد التقارير { $reports }، منها { $doubted } مشكوك فيها.
evidence-legend-stay = مكوث في الميناء
evidence-legend-beyond = أطول من المعتاد
evidence-legend-believed = تقرير
evidence-legend-foreseen = توقّع
evidence-legend-doubted = تقرير مشكوك فيه
evidence-legend-highlight = ما يتعلق به السبب
evidence-map-label = خريطة رحلة { $container }. الأسهم للتحريك، وزائد وناقص للتكبير والتصغير، و0 لعرض الرحلة كاملة. وجدول المحطات يقول الشيء نفسه.
evidence-map-in = تكبير
evidence-map-out = تصغير
evidence-map-whole = الرحلة كاملة
evidence-map-this = هذه الرحلة
evidence-map-usual = الخط المعتاد
evidence-map-ways = الطرق المعتادة بين الطرفين، وكلما كانت أكثر اعتيادًا زاد سمكها
evidence-map-no-outlines = تعذّر تحميل السواحل.
evidence-calls = المحطات
evidence-call = المحطة
evidence-call-role = العملية
evidence-call-load = تحميل
evidence-call-transhipment = مسافنة
evidence-call-discharge = تفريغ
evidence-call-declared = مصرَّح به
evidence-call-arrived = الوصول
evidence-call-departed = المغادرة
evidence-call-stay = المكوث
evidence-call-usual = المعتاد هناك
evidence-call-usual-text = { $median }، مرتفع { $high } (من { $population })
evidence-call-vessels = السفن
evidence-call-inferred = مستنتج
evidence-call-long = طويل
evidence-doubted = { $count ->
    [zero] لا تقارير مرفوضة
    [one] تقرير واحد غير موثوق
    [two] تقريران غير موثوقين
    [few] { $count } تقارير غير موثوقة
    [many] { $count } تقريرًا غير موثوق
   *[other] { $count } تقرير غير موثوق
}
evidence-all-reports = { $count ->
    [zero] لا تقارير
    [one] التقرير مع وقته
    [two] التقريران مع وقتيهما
    [few] التقارير كلها ({ $count }) مع أوقاتها
    [many] التقارير كلها ({ $count }) مع أوقاتها
   *[other] التقارير كلها ({ $count }) مع أوقاتها
}
evidence-report-time = الوقت
evidence-report-event = الحدث
evidence-report-place = المكان
evidence-report-what = التفاصيل
evidence-report-sources = المصدر
evidence-report-belief = موثوق
evidence-actual = فعلي
evidence-estimated = تقديري
evidence-planned = مخطط
evidence-laden = محمّلة
evidence-empty = فارغة
evidence-seal = الختم
evidence-message-short = رسالة { $number }
evidence-more-messages = و{ $count } أخرى
evidence-believed = نعم
evidence-not-believed = لا
evidence-left-out = { $count ->
    [zero] لم يُحذف شيء من الورق
    [one] حُذف تقرير آخر من الورق ويظهر على الشاشة
    [two] حُذف تقريران آخران من الورق ويظهران على الشاشة
    [few] حُذفت { $count } تقارير أخرى من الورق وتظهر على الشاشة
    [many] حُذف { $count } تقريرًا آخر من الورق ويظهر على الشاشة
   *[other] حُذف { $count } تقرير آخر من الورق ويظهر على الشاشة
}

## Documents, goods, parties
evidence-documents = الوثائق
evidence-disagreements = { $count ->
    [zero] لا تعارض
    [one] تعارض واحد
    [two] تعارضان
    [few] { $count } تعارضات
    [many] { $count } تعارضًا
   *[other] { $count } تعارض
}
evidence-all-agree = كلها متفقة
evidence-disagree = متعارضة
evidence-only-disagreeing = المتعارض فقط
evidence-document-field = البيان
evidence-not-stated = غير مذكور
evidence-no-documents = لم ترد أي وثيقة
evidence-no-documents-text = لم يُربط حتى الآن أي بيان موجز أو بيان استيراد أو تقرير محطة.
evidence-one-document = وردت وثيقة واحدة فقط، فلا شيء تُقارن به بعد.
evidence-goods = { $count ->
    [zero] لا بنود
    [one] بند بضاعة واحد
    [two] بندا بضاعة
    [few] { $count } بنود بضاعة
    [many] { $count } بند بضاعة
   *[other] { $count } بند بضاعة
}
evidence-goods-hs = رمز النظام المنسق
evidence-goods-description = الوصف
evidence-goods-origin = المنشأ
evidence-goods-gross = الوزن القائم
evidence-goods-net = الوزن الصافي
evidence-goods-value = القيمة
evidence-parties = الأطراف
evidence-no-parties = لم يُذكر أي طرف
evidence-no-parties-text = لا تذكر الوثائق الواردة حتى الآن مُرسِلًا ولا مرسَلًا إليه.
evidence-party-earlier = إرساليات سابقة
evidence-party-inspected = فُحصت
evidence-party-found = وُجدت فيها مخالفة
evidence-party-first = أول إرسالية معروفة لدينا.
evidence-party-recent = { $count ->
    [zero] لا ملفات
    [one] آخر ملف
    [two] آخر ملفين
    [few] آخر { $count } ملفات
    [many] آخر { $count } ملفًا
   *[other] آخر { $count } ملف
}
evidence-earlier = ملفات سابقة
evidence-earlier-container = للحاوية نفسها
evidence-earlier-consignee = للمرسَل إليه نفسه
evidence-earlier-route = على خط السير نفسه
evidence-earlier-none = لا شيء معروف.
evidence-case-open = مفتوح
evidence-not-inspected = لم يُفحص

## Judged, facts and history
evidence-judged = مؤشرات أخرى
evidence-not-evaluated = { $count ->
    [zero] لم يتعذر الحكم على شيء
    [one] تعذّر الحكم على مؤشر
    [two] تعذّر الحكم على مؤشرين
    [few] تعذّر الحكم على { $count } مؤشرات
    [many] تعذّر الحكم على { $count } مؤشرًا
   *[other] تعذّر الحكم على { $count } مؤشر
}
evidence-all-evaluated = توفّر لكل مؤشر ما يحتاجه.
evidence-passed = { $count ->
    [zero] لم يُحكم على شيء
    [one] مؤشر واحد سليم
    [two] مؤشران سليمان
    [few] { $count } مؤشرات سليمة
    [many] { $count } مؤشرًا سليمًا
   *[other] { $count } مؤشر سليم
}
evidence-facts = الوقائع
evidence-as-of = الوضع في
evidence-run = رقم التقييم
evidence-reference = المرجع
evidence-joins = كيف رُبطت السجلات
evidence-history = من اطّلع وأخذ وقرّر
evidence-history-none = لم يمسّ أحد هذا الملف بعد.
evidence-history-more = عرض الأقدم

## The finding
evidence-finding = النتيجة
evidence-finding-what = ما الذي وُجد
evidence-finding-choose = اختر…
evidence-nothing = لم يُعثر على شيء
evidence-finding-missing = اذكر ما وُجد، أو أنه لم يُعثر على شيء.
evidence-finding-value = القيمة
evidence-finding-value-in = القيمة بعملة { $currency }
evidence-finding-value-hint = رسوم أو بضائع؛ اختياري
evidence-finding-value-bad = اكتب مبلغًا مثل 1250.50
evidence-finding-note = ملاحظة
evidence-finding-keys = المفاتيح: n ثم الإدخال إذا لم يُعثر على شيء؛ وCtrl+الإدخال للتسجيل من الملاحظة.
evidence-record = تسجيل
evidence-recording = جارٍ التسجيل…
evidence-clear = مسح
evidence-recorded = سُجّلت نتيجة { $id }
evidence-recorded-announce = سُجّلت النتيجة. u للتراجع، t للملف التالي.
evidence-undo = تراجع ({ $seconds } ث)
evidence-undo-short = تراجع
evidence-undone = أُلغيت النتيجة
evidence-undo-failed = النتيجة قائمة: { $why }
evidence-withdrawn = أُلغيت
evidence-record-another = تسجيل نتيجة أخرى
evidence-no-finding = لا نتيجة بعد
evidence-no-right-to-decide = تسجيل النتائج للموظفين والمشرفين؛ ودورك القراءة.
evidence-stale-title = تغيّر الملف أثناء اتخاذك القرار
evidence-stale-no-change = لا فرق فيما يُعرض هنا، لكن شخصًا آخر مسّ الملف.
evidence-record-anyway = تسجيل رغم ذلك
evidence-locked-title = لم تُسجَّل: الملف لدى زميل
evidence-typed-kept = ما كتبته محفوظ.
evidence-sent-when-back = الخادم لا يستجيب. نتيجتك محفوظة هنا وستُرسل مرة واحدة فور عودته.

## Unknown case
evidence-unknown-title = لا ملف بهذا الرقم
evidence-unknown-text = لا شيء معروف برقم
evidence-unknown-never = هذه الإرسالية معروفة من الرسائل لكنها لم تُقيَّم قط: لم تعد مفتوحة عند أول تقييم.
evidence-unknown-nearest = الأقرب
evidence-unknown-search = البحث عنه

## On paper
evidence-dossier = ملف الإرسالية { $id }
evidence-printed-by = طبعه { $name } في { $time }
evidence-page = صفحة
evidence-page-of = من
evidence-trip-page = صفحة الرحلة
