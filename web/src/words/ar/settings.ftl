## The screen
settings-title = الإعدادات
settings-tab-settings = الإعدادات
settings-tab-assessment = تقييم المخاطر
settings-tab-evaluation = قياس الترتيب
settings-loading = جارٍ تحميل الإعدادات

## The text
settings-text = نص الإعدادات (TOML)
settings-from-defaults = لم يُضبط شيء بعد: كل قيمة هي الافتراضية، وما تكتبه هنا يحل محلها.
settings-from-database = هذه الإعدادات محفوظة في قاعدة البيانات، وما لا يُذكر يبقى على قيمته الافتراضية.
settings-from-file = يحكم هذا الخادمَ ملفُ إعدادات في مجلد البيانات، لذا تُقرأ هنا فقط. عدّل الملف وأعد تشغيل الخادم، أو أزله لتضبطها هنا.
settings-draft-restored = حُفظت تعديلاتك غير المخزَّنة.
settings-changed = عُدِّلت ولم تُحفظ بعد.
settings-unchanged = لم يتغيّر شيء.
settings-check = مقارنة وحفظ
settings-revert = ترك تعديلاتي
settings-errors = { $count ->
    [zero] لم يُحفظ شيء
    [one] خطأ واحد؛ لم يُحفظ شيء
    [two] خطآن؛ لم يُحفظ شيء
    [few] { $count } أخطاء؛ لم يُحفظ شيء
    [many] { $count } خطأً؛ لم يُحفظ شيء
   *[other] { $count } خطأ؛ لم يُحفظ شيء
}
settings-line = السطر { $line }
settings-effective = الساري الآن
settings-effective-text = كل ما تنص عليه الإعدادات المحفوظة، بما فيه القيم الافتراضية.

## Saving
settings-save-title = أتريد حفظ هذه الإعدادات؟
settings-save-effective = ما سيتغيّر مما هو سارٍ
settings-save-text = ما يتغيّر في النص
settings-save-same = لن يتغيّر شيء مما هو سارٍ: فالنص يضبط القيم نفسها.
settings-save-then = تسري فورًا.
settings-save-then-assess = تسري فورًا ويبدأ تقييم جديد: فالدرجات أو القوائم أو المهل تتوقف على ما يتغير.
settings-restart = تغيّر ملف الإعدادات منذ بدء تشغيل الخادم: ما فيه الآن يسري بعد إعادة تشغيله.
settings-save-back = متابعة التحرير
settings-save = حفظ
settings-saved = حُفظت الإعدادات وهي سارية.
settings-saved-assess = حُفظت الإعدادات وهي سارية. يبدأ تقييم جديد.
settings-stale-title = حفظ أحدهم إعدادات أخرى أثناء تعديلك.
settings-stale-text = لم يُحفظ شيء مما كتبت ولم يضِع. احتفظ بنصك وقارنه بالجديد قبل الحفظ، أو اتركه وابدأ من الجديد.
settings-stale-keep = الاحتفاظ بنصي ومقارنته
settings-stale-drop = ترك نصي وأخذ الجديد

## Assessing
settings-assess-lead = يعيد تقييم كل الشحنات المفتوحة بما هو معروف الآن. ويفعل الخادم ذلك من تلقاء نفسه عند وصول الرسائل.
settings-assess-now = التقييم الآن
settings-assess-running = التقييم جارٍ منذ { $seconds } ث.
settings-assess-ended = انتهى التقييم.
settings-runs = آخر عمليات التقييم
settings-runs-loading = جارٍ تحميل عمليات التقييم
settings-runs-empty-title = لم يُقيَّم شيء بعد
settings-runs-empty-text = أرسل رسائل أولاً ثم قيّم.
settings-run = العملية
settings-run-as-of = بتاريخ
settings-run-assessed = الشحنات المقيَّمة

## Measuring
settings-evaluation-lead = يعيد تشغيل العالم المحمَّل الذي تُعرف مخالفاته، ويقيس كم منها يرفعه الترتيب إلى الأعلى مقارنةً بالصدفة وبالفرز حسب الضريبة.
settings-evaluation-loading = جارٍ تحميل القياس
settings-evaluation-none-title = لا تُعرف حقيقة البيانات المحمَّلة
settings-evaluation-none-text = العالم الاصطناعي وحده يبيّن الشحنات المخالفة. وفي البيانات الحقيقية تقارن النظرة العامة ذراع المخاطر بالذراع العشوائية.
settings-evaluation-empty-title = لم يُقَس بعد
settings-evaluation-empty-text = شغّل القياس بسعة { $percent } ٪؛ ويستغرق بضع دقائق.
settings-evaluation-run = قياس
settings-evaluation-running = القياس جارٍ؛ يمكنك مغادرة هذه الشاشة.
settings-evaluation-ended = انتهى القياس.
settings-evaluation-failed = فشل القياس الأخير؛ ويذكر سجل الخادم السبب.
settings-evaluation-of = قُيِّمت { $assessed } شحنة وهي مفتوحة، منها { $wrong } بمخالفة مزروعة، من { $from } إلى { $to }، في { $looks } جولة.
settings-evaluation-missed = { $count ->
    [zero] لم تفُت أي شحنة.
    [one] شحنة واحدة لم تُقيَّم وهي مفتوحة.
    [two] شحنتان لم تُقيَّما وهما مفتوحتان.
    [few] { $count } شحنات لم تُقيَّم وهي مفتوحة.
    [many] { $count } شحنة لم تُقيَّم وهي مفتوحة.
   *[other] { $count } شحنة لم تُقيَّم وهي مفتوحة.
}
settings-evaluation-how = فترات الثقة 95 ٪ (فترة ويلسون). وفترة الرفع هي فترة النسبة المكتشفة مقسومةً على النسبة بين الجميع.
settings-capacity = السعة بالنسبة المئوية
settings-capacity-hint = نسبة الشحنات التي يمكن فحصها.
settings-capacity-wrong = أدخل نسبة أكبر من 0 ولا تتجاوز 100.
settings-table-shares = الترتيب عند كل نسبة فحص
settings-table-kinds = المكتشف من كل نوع مخالفة عند فحص { $share }
settings-table-indicators = كم مرة أشار كل مؤشر، وكم مرة أصاب
settings-table-honest = الغرائب البريئة التي يدرجها الترتيب
settings-col-share = نسبة الفحص
settings-col-asked = (المطلوبة)
settings-col-inspected = المفحوص
settings-col-by-score = المخالف حسب الدرجة
settings-col-by-tax = المخالف حسب الضريبة
settings-col-base = المخالف بالصدفة
settings-col-lift = الرفع فوق الصدفة
settings-col-kind = النوع
settings-col-indicator = المؤشر
settings-col-oddity = الغرابة
settings-col-of = من
settings-col-hits = الإصابات
settings-col-recall = المكتشف
settings-col-recall-tax = المكتشف حسب الضريبة
settings-col-right = بإصابة
settings-col-listed = المدرج
settings-inspected-of = { $inspected } من { $considered }
settings-interval = ({ $low } إلى { $high })
settings-times = { $value } ×
settings-none-counted = لم يُحصَ شيء
