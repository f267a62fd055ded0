## The screen
queue-heading = قائمة العمل
queue-table = الإرساليات المنتظرة
queue-count = { $count ->
    [zero] لا إرساليات
    [one] إرسالية واحدة
    [two] إرساليتان
    [few] { $shown } إرساليات
    [many] { $shown } إرسالية
   *[other] { $shown } إرسالية
}
queue-sum-free = { $count ->
   *[other] { $shown } متاحة
}
queue-sum-taken = { $count ->
   *[other] { $shown } قيد العمل
}
queue-sum-overdue = { $count ->
   *[other] { $shown } متأخرة
}
queue-sum-listed = { $count ->
   *[other] { $shown } في قائمة اليوم
}
queue-take-next = خذ التالية
queue-reload = تحديث
queue-reloaded = { $count ->
   *[other] أُعيدت قراءة القائمة: { $shown }
}
queue-no-free = لم تبقَ حالة متاحة.
queue-no-free-filter = لا توجد حالة متاحة تطابق هذا المرشّح.

## Columns
queue-column-select = تحديد
queue-column-risk = الخطر
queue-column-what = الحاوية
queue-column-route = المسار
queue-column-goods = البضاعة والأطراف
queue-column-arrival = الوصول والمهلة
queue-column-reasons = أقوى الأسباب
queue-column-money = المبلغ المعرّض
queue-column-state = المسار، لدى من

## A row
queue-row-rank = رقم { $rank }، الدرجة { $score }
queue-rank = رقم
queue-select-row = حدّد { $number }
queue-transport-document = مستند النقل
queue-from = من
queue-to = إلى
queue-due = المهلة { $span }
queue-overdue = متأخرة، { $span }
queue-random = اختيرت عشوائيًا للمقارنة: لا دور لأسبابها.
queue-no-reason = لم يُفعَّل أي مؤشر.
queue-also = وأيضًا
queue-of-value = من
queue-arm-random = عشوائيًا
queue-outcome-found = حُسمت: ضُبط
queue-outcome-nothing = حُسمت: لا شيء
queue-mine = لديك
queue-held-by = لدى { $name }
queue-row-coming = جارٍ جلب الصف { $number }…

## Order
queue-order = الترتيب
queue-sort-risk = الخطر
queue-sort-urgency = الإلحاح
queue-sort-arrival = الوصول
queue-sort-at-stake = المبلغ المعرّض
queue-sort-value = القيمة
queue-sort-consignee = المرسل إليه
queue-sort-office = المكتب
queue-sort-turned = { $order } (معكوس)

## Filter
queue-filter = مرشّح، مثل origin:CN reason:RT-TS value>50000
queue-filter-completions = إكمالات
queue-filter-apply = رشّح
queue-filter-clear = امسح المرشّح
queue-filter-nearest = هل قصدت { $nearest }؟
queue-chips = مرشّحات شائعة
queue-chip-list = قائمة اليوم
queue-chip-free = متاحة
queue-chip-mine = لديّ
queue-chip-overdue = متأخرة
queue-chip-red = المسار الأحمر
queue-chip-random = عشوائيًا

## Saved filters
queue-saved = المرشّحات المحفوظة
queue-saved-none = لا شيء بعد. اضبط مرشّحًا ثم احفظه باسم.
queue-saved-count = إرسالية
queue-saved-all = (بلا مرشّح)
queue-saved-shared = مشترك
queue-saved-shared-by = شاركه { $name }
queue-saved-new = احفظ هذا المرشّح
queue-saved-edit = تعديل
queue-saved-edit-name = تعديل { $name }
queue-saved-delete = حذف
queue-saved-delete-name = حذف { $name }
queue-saved-delete-text = سيُحذف المرشّح «{ $name }». لا تتأثر الإرساليات.
queue-saved-delete-shared = سيُحذف المرشّح «{ $name }» لدى كل من شورك معهم.
queue-saved-deleted = حُذف المرشّح «{ $name }».
queue-saved-name = الاسم
queue-saved-share = شارك مع الجميع
queue-saved-take = استعمل المرشّح والترتيب الحاليين
queue-saved-save = حفظ
queue-saved-done = حُفظ المرشّح «{ $name }».

## Selection and outcome
queue-selected = { $count ->
    [one] حُدِّدت واحدة
    [two] حُدِّدت اثنتان
   *[other] حُدِّدت { $count }
}
queue-selected-clear = مسح
queue-selected-max = لا يمكن حسم أكثر من { $count } معًا.
queue-bulk = سجّل النتيجة
queue-bulk-title = { $count ->
    [one] نتيجة إرسالية واحدة
    [two] نتيجة واحدة لإرساليتين
    [few] نتيجة واحدة لـ{ $count } إرساليات
   *[other] نتيجة واحدة لـ{ $count } إرسالية
}
queue-bulk-text = تُسجَّل النتيجة نفسها لكل منها باسمك، ويمكن التراجع عنها خلال عشر ثوانٍ.
queue-bulk-found = ما الذي ضُبط
queue-bulk-nothing = لا شيء
queue-bulk-value = القيمة المعرّضة لكل منها
queue-bulk-value-hint = اختياري؛ رقم بعملة البيان
queue-bulk-value-wrong = اكتب رقمًا مثل 1250 أو 1250.50.
queue-bulk-note = ملاحظة
queue-bulk-record = { $count ->
   *[other] سجّل لـ{ $count }
}
queue-bulk-done = { $count ->
    [one] سُجّلت نتيجة واحدة.
    [two] سُجّلت نتيجتان.
    [few] سُجّلت { $count } نتائج.
   *[other] سُجّلت { $count } نتيجة.
}
queue-bulk-refused = { $count ->
    [one] لم تُسجَّل واحدة:
   *[other] لم تُسجَّل { $count }:
}
queue-undo = تراجع
queue-undone = { $count ->
    [one] سُحبت نتيجة واحدة.
    [two] سُحبت نتيجتان.
   *[other] سُحبت { $count }.
}
queue-undo-late = { $count ->
    [one] تعذّر سحب نتيجة واحدة لفوات الوقت.
   *[other] تعذّر سحب { $count } لفوات الوقت.
}
queue-undo-failed = تعذّر سحب النتيجة.

## News
queue-pending = { $count ->
    [one] واحدة جديدة أو متغيرة
   *[other] { $count } جديدة أو متغيرة
}
queue-pending-first = { $count ->
    [one] واحدة جديدة أو متغيرة على الأقل
   *[other] { $count } على الأقل جديدة أو متغيرة
}
queue-pending-show = عرض

## Nothing to show
queue-empty = لا شيء في الانتظار
queue-empty-text = كل الإرساليات المعروفة حُسمت أو مضت. تظهر الجديدة هنا تلقائيًا.
queue-empty-filter = لا توجد إرسالية تطابق هذا المرشّح
queue-empty-filter-text = تُضيّق الشروط بعضها بعضًا. احذف أحدها أو امسح المرشّح.
queue-nothing-assessed = لم يُقيَّم شيء بعد
queue-nothing-assessed-may = قُرئت الرسائل ولم تُقيَّم بعد. ابدأ تقييمًا، وستمتلئ القائمة عند انتهائه.
queue-nothing-assessed-ask = قُرئت الرسائل ولم تُقيَّم بعد. من يمكنه بدء التقييم: { $roles }.
queue-assess = قيّم الآن
queue-assessing = جارٍ التقييم… ستظهر القائمة تلقائيًا.

## Keys
queue-key-take = خذ أكثر الحالات المتاحة إلحاحًا
queue-key-next = الصف التالي
queue-key-previous = الصف السابق
queue-key-open = افتح الحالة
queue-key-select = حدّد الصف أو ألغِ تحديده
queue-key-bulk = سجّل نتيجة واحدة للمحدَّد
queue-key-clear = امسح التحديد
queue-key-filter = إلى المرشّح
queue-key-reload = اقرأ القائمة من جديد

## What is wrong in a filter
queue-fault-unknown_key = { $found } ليس مفتاح ترشيح.
queue-fault-bad_value = { $found } ليست قيمة لهذا المفتاح.
queue-fault-bad_operator = لا يُقارَن هذا المفتاح هكذا.
queue-fault-missing_value = تنقص هنا قيمة.
queue-fault-unclosed_quote = علامة الاقتباس غير مغلقة.
queue-fault-too_long = المرشّح أطول من اللازم.
queue-fault-too_many_terms = شروط المرشّح أكثر من اللازم.
