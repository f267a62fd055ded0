## The screen
quarantine-title = الحجر
quarantine-lead = الرسائل التي تعذّر تحويلها إلى سجلات تنتظر هنا حتى تُصحَّح وتُعاد معالجتها، أو تُستبعد مع بيان السبب.
quarantine-tab-refused = الرسائل المرفوضة
quarantine-tab-in = الرسائل الواردة

## Filters
quarantine-state = الحالة
quarantine-state-open = مفتوحة
quarantine-state-replayed = أُعيدت معالجتها
quarantine-state-discarded = مستبعدة
quarantine-is-open = مفتوحة
quarantine-is-replayed = أُعيدت معالجتها
quarantine-is-discarded = مستبعدة
quarantine-state-all = الكل
quarantine-by-code = حسب الرمز
quarantine-by-sender = حسب المُرسِل
quarantine-filter-off = إزالة هذا المرشِّح
quarantine-filter-more = { $count ->
    [zero] لا مزيد
    [one] واحد إضافي
    [two] اثنان إضافيان
    [few] { $count } إضافية
    [many] { $count } إضافيًا
   *[other] { $count } إضافي
}
quarantine-clear = مسح المرشِّحات

## The list
quarantine-loading = جارٍ تحميل الرسائل المرفوضة
quarantine-list = { $count ->
    [zero] لا رسائل مرفوضة
    [one] رسالة مرفوضة واحدة
    [two] رسالتان مرفوضتان
    [few] { $count } رسائل مرفوضة
    [many] { $count } رسالة مرفوضة
   *[other] { $count } رسالة مرفوضة
}
quarantine-select-page = تحديد هذه الصفحة
quarantine-select-one = تحديد الرسالة { $id }
quarantine-refused = مرفوضة
quarantine-more = { $count ->
    [zero] ولا غيره
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $count } أخرى
    [many] و{ $count } أخرى
   *[other] و{ $count } أخرى
}
quarantine-no-sender = المُرسِل غير مذكور
quarantine-replay-selected = { $count ->
    [zero] إعادة معالجة المحدَّد
    [one] إعادة معالجة رسالة محدَّدة
    [two] إعادة معالجة رسالتين محدَّدتين
    [few] إعادة معالجة { $count } رسائل محدَّدة
    [many] إعادة معالجة { $count } رسالة محدَّدة
   *[other] إعادة معالجة { $count } رسالة محدَّدة
}
quarantine-replay-all = إعادة معالجة كل المفتوحة
quarantine-replay-all-title = أتريد إعادة معالجة كل الرسائل المفتوحة؟
quarantine-replay-all-text = تُقرأ كل رسالة من جديد كما أُرسلت. ما أصبح قابلاً للقراءة يغادر الحجر، ويبقى الباقي فيه.
quarantine-replayed = { $tried ->
    [zero] لم تُجرَّب أي رسالة: { $resolved } حُلَّت، { $remaining } ما زالت مرفوضة
    [one] جُرِّبت رسالة واحدة: { $resolved } حُلَّت، { $remaining } ما زالت مرفوضة
    [two] جُرِّبت رسالتان: { $resolved } حُلَّت، { $remaining } ما زالت مرفوضة
    [few] جُرِّبت { $tried } رسائل: { $resolved } حُلَّت، { $remaining } ما زالت مرفوضة
    [many] جُرِّبت { $tried } رسالة: { $resolved } حُلَّت، { $remaining } ما زالت مرفوضة
   *[other] جُرِّبت { $tried } رسالة: { $resolved } حُلَّت، { $remaining } ما زالت مرفوضة
}
quarantine-pages = الصفحات
quarantine-first-page = الصفحة الأولى
quarantine-next-page = الصفحة التالية
quarantine-empty-filtered-title = لا توجد رسالة مرفوضة تطابق هذه المرشِّحات
quarantine-empty-filtered-text = قد توجد رسائل بحالة أو رمز أو مُرسِل آخر.
quarantine-empty-open-title = لا شيء ينتظر في الحجر
quarantine-empty-replayed-title = لم تُعَد معالجة أي رسالة بعد
quarantine-empty-discarded-title = لم تُستبعد أي رسالة بعد
quarantine-empty-all-title = لم تُرفض أي رسالة قط
quarantine-empty-text = كل رسالة وردت صارت سجلاً أو كانت معروفة من قبل أو عولجت هنا.

## One message
quarantine-back = العودة إلى القائمة
quarantine-message-title = الرسالة المرفوضة { $id }
quarantine-loading-one = جارٍ تحميل الرسالة
quarantine-message = الرسالة
quarantine-sender = المُرسِل
quarantine-file = الملف
quarantine-format = الصيغة
quarantine-received = تاريخ الاستلام
quarantine-place-in-file = الموضع في الملف
quarantine-bytes-from = { $size } من البايت { $start }
quarantine-wrong = { $count ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأً
   *[other] { $count } خطأ
}
quarantine-was-wrong = { $count ->
    [zero] لم يكن فيها خطأ
    [one] ما كان خاطئًا
    [two] ما كان خاطئًا: خطآن
    [few] ما كان خاطئًا: { $count } أخطاء
    [many] ما كان خاطئًا: { $count } خطأً
   *[other] ما كان خاطئًا: { $count } خطأ
}
quarantine-still-wrong = { $count ->
    [zero] لا أخطاء في تصحيحك
    [one] بقي خطأ واحد في تصحيحك
    [two] بقي خطآن في تصحيحك
    [few] بقيت { $count } أخطاء في تصحيحك
    [many] بقي { $count } خطأً في تصحيحك
   *[other] بقي { $count } خطأ في تصحيحك
}
quarantine-severity-error = خطأ
quarantine-severity-warning = تحذير
quarantine-path = الموضع
quarantine-expected = المتوقَّع
quarantine-found = الموجود
quarantine-found-nothing = لا شيء
quarantine-show-place = السطر { $line }، العمود { $column }
quarantine-show-bytes = البايت { $start }
quarantine-view = طريقة عرض الرسالة
quarantine-view-text = كما أُرسلت
quarantine-view-correct = التصحيح
quarantine-view-bytes = البايتات
quarantine-truncated = الرسالة أطول مما يُعرض هنا.
quarantine-loading-bytes = جارٍ تحميل البايتات
quarantine-more-bytes = { $count ->
    [zero] عرض المزيد من البايتات
    [one] عرض بايت إضافي
    [two] عرض بايتين إضافيين
    [few] عرض { $count } بايتات إضافية
    [many] عرض { $count } بايت إضافي
   *[other] عرض { $count } بايت إضافي
}
quarantine-not-editable = لا يمكن تصحيح هذه الرسالة هنا: فهي طويلة جدًا أو ليست نصًا. اطلب رسالة جديدة من المُرسِل، أو أعد معالجتها كما أُرسلت.
quarantine-replay-as-sent = إعادة المعالجة كما أُرسلت
quarantine-correct = تصحيح
quarantine-discard = استبعاد
quarantine-next = الرسالة التالية
quarantine-last = هذه آخر رسالة في القائمة.

## Correcting
quarantine-correct-label = نص الرسالة
quarantine-draft-restored = حُفظ تصحيحك الذي لم يُرسل.
quarantine-draft-kept = يُحفظ مسودةً حتى ترسله.
quarantine-unchanged = لم يتغيّر شيء.
quarantine-as-sent = العودة إلى ما أُرسل
quarantine-check-and-send = مقارنة وإرسال
quarantine-send-title = أتريد إرسال هذا التصحيح؟
quarantine-send-text = تبقى الرسالة الأصلية في الأرشيف. يُقرأ التصحيح بدلاً منها، ويحفظ سجل التدقيق اسم من أجراه.
quarantine-send-diff = ما يغيّره تصحيحك
quarantine-keep-editing = متابعة التحرير
quarantine-send = إرسال

## Results
quarantine-result-resolved = حُلَّت الرسالة { $id }.
quarantine-result-as-sent = أمكنت قراءتها كما أُرسلت: هي الآن سجل، أو كانت معروفة من قبل.
quarantine-result-corrected = أمكنت قراءة تصحيحك: هو الآن سجل، أو كان معروفًا من قبل.
quarantine-result-refused = { $count ->
    [zero] ما زالت مرفوضة.
    [one] ما زالت مرفوضة: خطأ واحد.
    [two] ما زالت مرفوضة: خطآن.
    [few] ما زالت مرفوضة: { $count } أخطاء.
    [many] ما زالت مرفوضة: { $count } خطأً.
   *[other] ما زالت مرفوضة: { $count } خطأ.
}
quarantine-result-refused-as-sent = قُرئت من جديد كما أُرسلت؛ والأخطاء مذكورة أدناه.
quarantine-result-refused-corrected = تصحيحك محفوظ مسودةً؛ وما بقي فيه من أخطاء مذكور أدناه.
quarantine-discarded = استُبعدت الرسالة { $id }.
quarantine-discard-title = أتريد استبعاد الرسالة { $id }؟
quarantine-discard-text = تغادر الحجر ولن تصبح سجلاً. وتبقى بايتاتها في الأرشيف.
quarantine-discard-reason = السبب
quarantine-discard-hint = يُحفظ في سجل التدقيق مع اسمك.
quarantine-discard-missing = اذكر سبب الاستبعاد.

## Files received
quarantine-files = الملفات المستلمة
quarantine-files-of = ملفات { $sender }
quarantine-files-empty-title = لم يُستلم أي ملف بعد
quarantine-files-empty-send = أرسل الملف الأول أعلاه، أو دع نظام أحد المُرسِلين يرسله بمفتاح واجهة برمجية.
quarantine-files-empty-text = تظهر هنا فور إرسالها.
quarantine-loading-files = جارٍ تحميل الملفات
quarantine-count-read = المقروء
quarantine-count-accepted = المقبول
quarantine-count-duplicate = المكرر
quarantine-count-quarantined = المرفوض
quarantine-count-conflicts = المتعارض
quarantine-upload = إرسال ملفات
quarantine-upload-pick = اختيار ملفات
quarantine-upload-drop = أو أفلتها هنا
quarantine-upload-hint = أي صيغة يقرؤها Tidewaiter، مضغوطة أو لا. وما سبق استلامه يُعرف ويُحسب مكررًا.
quarantine-upload-waiting = في الانتظار
quarantine-upload-sending = جارٍ الإرسال…
quarantine-upload-too-many = { $count ->
    [zero] يُؤخذ { $limit } ملف في المرة الواحدة.
    [one] يُؤخذ { $limit } ملف في المرة الواحدة؛ تُرك ملف واحد.
    [two] يُؤخذ { $limit } ملف في المرة الواحدة؛ تُرك ملفان.
    [few] يُؤخذ { $limit } ملف في المرة الواحدة؛ تُركت { $count } ملفات.
    [many] يُؤخذ { $limit } ملف في المرة الواحدة؛ تُرك { $count } ملفًا.
   *[other] يُؤخذ { $limit } ملف في المرة الواحدة؛ تُرك { $count } ملف.
}
quarantine-upload-announce = استُلم { $name }: المقبول { $accepted }، المرفوض { $quarantined }
quarantine-receipts = { $count ->
    [zero] الإيصالات
    [one] إيصال
    [two] إيصالا ملفين
    [few] إيصالات { $count } ملفات
    [many] إيصالات { $count } ملفًا
   *[other] إيصالات { $count } ملف
}
quarantine-receipts-clear = مسح الإيصالات

## Keys
quarantine-key-down = الرسالة التالية في القائمة
quarantine-key-up = الرسالة السابقة
quarantine-key-select = تحديد أو إلغاء التحديد
quarantine-key-replay = إعادة معالجة المحدَّد
quarantine-key-next = الرسالة التالية
quarantine-key-correct = تصحيح الرسالة
quarantine-key-replay-one = إعادة المعالجة كما أُرسلت
quarantine-key-discard = استبعاد
quarantine-key-back = العودة إلى القائمة
