## Screen
map-heading = الخريطة
map-summary = { $count ->
    [zero] لا إرساليات
    [one] إرسالية واحدة ({ $number })
    [two] إرساليتان ({ $number })
    [few] { $number } إرساليات
    [many] { $number } إرسالية
   *[other] { $number } إرسالية
}
map-truncated = لا يُرسم إلا أول { $number } بحسب الدرجة: ضيّق المرشّح لترى الكل.
map-unplaced = { $count ->
    [one] إرسالية واحدة ({ $number }) بلا رحلة معروفة الأماكن ولم تُرسم.
    [two] إرساليتان ({ $number }) بلا رحلة معروفة الأماكن ولم تُرسما.
    [few] { $number } إرساليات بلا رحلة معروفة الأماكن ولم تُرسم.
   *[other] { $number } إرسالية بلا رحلة معروفة الأماكن ولم تُرسم.
}
map-loading = جارٍ تحميل الخريطة
map-empty = لا توجد إرسالية لرسمها
map-empty-filter = لا توجد في هذا المرشّح إرسالية لها رحلة معروفة الأماكن. وسّع المرشّح.
map-empty-all = لم تُقيَّم أي إرسالية بعد، أو لا توجد رحلة معروفة الأماكن. حمّل الرسائل وقيّمها أولًا.
map-key-filter = الانتقال إلى المرشّح
map-to-queue = المرشّح نفسه في قائمة الانتظار

## The picture
map-canvas-label = خريطة الإرساليات
map-keys-hint = مفاتيح الأسهم تحرّك الخريطة، وزائد وناقص للتكبير والتصغير، و0 للعودة إلى المنظر الأول. كل ما على الخريطة موجود في الجدول المجاور.
map-zoom-group = التكبير
map-zoom-in = تكبير
map-zoom-out = تصغير
map-zoom-reset = المنظر الأول
map-key-pan = تحريك الخريطة (حين يكون التركيز عليها)
map-outlines-missing = تعذّر تحميل حدود البلدان. النقاط والخطوط صحيحة من دونها.
map-caption = في { $time }: على الخريطة { $shown }، في الميناء { $port }، في الطريق { $sea }، بعد آخر محطة معروفة { $over }.
map-caption-places = الأكثر في:
map-place-count = { $place } { $number }

## Legend
map-legend = المسارات
map-no-lane = خارج القائمة
map-legend-port = ممتلئ: في الميناء أو عند آخر محطة معروفة. مفرّغ: في الطريق.
map-clusters = جمع النقاط المتقاربة في دوائر
map-lines = خطوط الرحلات
map-lines-note = الخطوط تصل بين المحطات، وليست مسارات السفن.
map-lines-left-out = لم تُرسم { $number } من الخطوط الأقل إرساليات.

## Time
map-time-group = الزمن
map-time = الوقت على الخريطة
map-from = بداية الفترة
map-to = نهاية الفترة
map-step-back = الحدث السابق
map-step-on = الحدث التالي
map-play = تشغيل
map-pause = إيقاف مؤقت
map-mode = أي الإرساليات
map-mode-cumulative = الكل حتى هذا الوقت
map-mode-moment = في هذا الوقت فقط

## Table
map-table-heading = على الخريطة في هذا الوقت
map-table-empty = لا شيء على الخريطة في هذا الوقت. غيّر الوقت أو اعرض الكل حتى ذلك الوقت.
map-column-consignment = الإرسالية
map-column-last = آخر محطة
map-column-where = في هذا الوقت
map-column-next = المحطة التالية
map-none-yet = لا شيء بعد
map-call-number = { $number } من { $all }
map-where-port = في { $place }
map-where-sea = في الطريق من { $from } إلى { $to }
map-where-over = بعد آخر محطة معروفة، { $place }
map-where-before = لم تبدأ
map-where-past = انتهت
map-next-none = غير معروفة
map-show = أظهر { $id } على الخريطة
map-rows = { $from }–{ $to } من { $all }
map-pages = صفحات الجدول
map-page-back = السابقة
map-page-on = التالية
map-select-next = اختيار الإرسالية التالية
map-select-previous = اختيار الإرسالية السابقة
map-selected = المختارة
map-show-whole = أظهر طريقها كله
map-unselect = إلغاء الاختيار
map-circle = الدائرة المختارة
map-circle-count = { $count ->
    [zero] لا إرساليات في الدائرة المختارة
    [one] إرسالية واحدة ({ $number }) في الدائرة المختارة
    [two] إرساليتان ({ $number }) في الدائرة المختارة
    [few] { $number } إرساليات في الدائرة المختارة
    [many] { $number } إرسالية في الدائرة المختارة
   *[other] { $number } إرسالية في الدائرة المختارة
}
map-circle-all = سرد الكل
