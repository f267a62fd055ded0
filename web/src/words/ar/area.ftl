area-title = { $name }: ما يمر من هنا
area-unknown = لا منطقة ميناء بهذا الرمز
area-unknown-text = المطلوب:
area-to-map = الخريطة
area-to-queue = الحالات المعاد شحنها هنا
area-since = عمليات المرور منذ { $since }، كما عُرفت في
area-truncated = يُحسب آخر { $count } فقط
area-nothing = لا يُعرف أن حاوية مرت من هنا في هذه المدة.
area-calls = عمليات مرور
area-there = حاويات هنا الآن
area-role-load = شُحنت
area-role-transhipment = أُعيد شحنها
area-role-discharge = أُفرغت
area-this-week = { $count } هذا الأسبوع
area-usual-week = والمعتاد { $count }
area-unusual = غير المعتاد هذا الأسبوع
area-unusual-text = { $weeks ->
    [one] الأيام السبعة الأخيرة مقابل الأسبوع السابق. يُدرج ما يبعد ثلاثة انحرافات معيارية أو أكثر.
    [two] الأيام السبعة الأخيرة مقابل الأسبوعين السابقين. يُدرج ما يبعد ثلاثة انحرافات معيارية أو أكثر.
    [few] الأيام السبعة الأخيرة مقابل { $weeks } أسابيع سابقة. يُدرج ما يبعد ثلاثة انحرافات معيارية أو أكثر.
   *[other] الأيام السبعة الأخيرة مقابل { $weeks } أسبوعًا سابقًا. يُدرج ما يبعد ثلاثة انحرافات معيارية أو أكثر.
}
area-unusual-too-few = { $weeks ->
    [0] لا توجد أسابيع سابقة للمقارنة.
    [one] لا يُعرف إلا أسبوع سابق واحد: لا يكفي للمقارنة.
    [two] لا يُعرف إلا أسبوعان سابقان: لا يكفي للمقارنة.
   *[other] لا يُعرف إلا { $weeks } أسابيع سابقة: لا يكفي للمقارنة.
}
area-unusual-none = لا شيء يبعد إلى هذا الحد. هكذا معظم الأسابيع.
area-above = فوق المعتاد بـ{ $deviations } انحراف
area-below = تحت المعتاد بـ{ $deviations } انحراف
area-open-rows = فتح الصفوف
area-weeks = أسبوعًا بأسبوع
area-weeks-label = عمليات المرور حسب الأسبوع، والأخير على اليمين. الجدول أدناه يقول الشيء نفسه.
area-week = الأسبوع
area-week-this = هذا الأسبوع
area-week-usual = أسبوع معتاد
area-flagged = رحلات ذات سبب قوي
area-doubted = فيها تقرير مشكوك فيه
area-origins = من أين تأتي الحاويات
area-destinations = إلى أين تذهب الحاويات
area-from-here = شُحنت هنا أولًا
area-to-here = أُفرغت هنا أخيرًا
area-no-flows = لا يُعرف الطرف الآخر لأي رحلة.
area-port = الميناء
area-share = النسبة
area-show-all = عرض الكل ({ $count })
area-stays = مدة المكوث
area-no-stays = لا تُعرف فترة منتهية من بدايتها.
area-stay-count = { $count ->
    [one] فترة واحدة
    [two] فترتان
    [few] { $count } فترات
   *[other] { $count } فترة
}
area-stay-median = نصفها أقل من { $hours }
area-stay-high = واحدة من عشرة أكثر من { $hours }
area-stay-week = هذا الأسبوع نصفها أقل من { $hours }، من { $count }
area-histogram = { $what }: نصفها أقل من { $median } وتسعة من عشرة أقل من { $high }. الجدول خلفه يقول الشيء نفسه.
area-mark-median = النصف أقصر
area-mark-high = واحدة من عشرة أطول
area-mark-week = نصف هذا الأسبوع
area-as-table = كجدول
area-from-hours = من
area-to-hours = إلى
area-how-many = الفترات
area-rows = عمليات المرور
area-rows-none = لا مرور من هذا النوع.
area-rows-shown = { $shown } من { $total }
area-more-rows = عرض المزيد
area-chips = محصور في
area-chip-from = من { $name }
area-chip-to = إلى { $name }
area-chip-week = { $count ->
    [one] الأسبوع السابق
    [two] قبل أسبوعين
    [few] قبل { $count } أسابيع
   *[other] قبل { $count } أسبوعًا
}
area-chip-min = { $hours } على الأقل
area-chip-max = أقل من { $hours }
area-chip-away = إزالة: { $what }
area-chips-none = كل عمليات المرور
area-container = الحاوية
area-role = ماذا
area-from = من
area-to = إلى
area-here = هنا
area-came = الوصول
area-left = المغادرة
area-stay = المكوث
area-why = الغريب
area-still-there = لا تزال هنا
area-doubted-reports = { $count ->
    [one] تقرير مشكوك فيه
    [two] تقريران مشكوك فيهما
    [few] { $count } تقارير مشكوك فيها
   *[other] { $count } تقريرًا مشكوكًا فيه
}
area-weeks-note = ما أُفرغ مؤخرًا قد يُعاد شحنه بعد.
