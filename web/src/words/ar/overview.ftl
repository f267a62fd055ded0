## Screen
overview-heading = نظرة عامة
overview-as-of = حتى
overview-loading = جارٍ تحميل النظرة العامة
overview-no-figures = لا أرقام بعد.
overview-of = من { $number }
overview-interval = من { $low } إلى { $high }
overview-none = لا شيء
overview-cases = القضايا
overview-share = مقارنةً بأكبر مجموعة

## Work
overview-work = عمل اليوم
overview-found = المكتشف

## Arms
overview-arms = نسبة الإصابة في الذراعين
overview-arm = الذراع
overview-arm-risk = بحسب المخاطر
overview-arm-random = بالصدفة
overview-found-of = المكتشف من المفتَّش
overview-found-of-value = { $found } من { $inspected }
overview-rate = نسبة الإصابة
overview-interval-heading = مجال الثقة 95٪ على مقياس من 0 إلى { $end }
overview-too-few = { $count ->
    [0] لم يُفتَّش شيء بعد.
    [one] فُتِّشت واحدة فقط ({ $number }): أقل من أن يُحكم.
    [two] فُتِّشت اثنتان فقط ({ $number }): أقل من أن يُحكم.
    [few] فُتِّشت { $number } فقط: أقل من أن يُحكم.
    [many] فُتِّشت { $number } فقط: أقل من أن يُحكم.
   *[other] فُتِّشت { $number } فقط: أقل من أن يُحكم.
}
overview-times = { $number }
overview-lift = نسبة إصابة ذراع المخاطر إلى إصابة الصدفة هي { $value }.
overview-lift-interval = نسبة إصابة ذراع المخاطر إلى إصابة الصدفة هي { $value } (مجال الثقة 95٪: من { $low } إلى { $high }).
overview-lift-unproven = المجال يشمل 1: لم يثبت بعد أن الترتيب أفضل من الصدفة.
overview-lift-none = لا يمكن بعد القول كم يفوق ذراع المخاطر الصدفة: مكتشفات الذراع العشوائية أقل من اللازم.
overview-arms-note = تُختار الذراع العشوائية بالقرعة من كل القضايا المفتوحة، فتُظهر ما كان سيُكتشف بلا ترتيب.

## Age
overview-age = عمر القضايا المنتظرة
overview-age-waiting = مدة الانتظار
overview-age-under = أقل من { $to }
overview-age-between = من { $from } إلى { $to }
overview-age-over = { $from } فأكثر
overview-age-none = لا قضية تنتظر.

## People
overview-people = الأشخاص اليوم
overview-person = الشخص
overview-looked = اطّلع على
overview-decided = بتّ في
overview-with-finding = مع مكتشف
overview-holding = بيده
overview-people-none = لم يطّلع أحد على قضية اليوم.

## Indicators
overview-indicators = المؤشرات
overview-indicator = المؤشر
overview-fired = في القضايا المفتوحة
overview-fired-bar = مقارنة
overview-inspected = المفتَّش
overview-few = أقل من اللازم
overview-indicators-none = لم يظهر أي مؤشر بعد. حمّل الرسائل وقيّمها أولًا.
overview-indicators-note = تُذكر نسبة الإصابة ابتداءً من { $number } تفتيشًا.

## Senders
overview-senders = الرسائل بحسب المرسل
overview-sender = المرسل
overview-sender-unknown = مرسل غير معروف
overview-messages = الرسائل
overview-accepted = المقبولة
overview-duplicate = المكررة
overview-quarantined = في الحجر
overview-refused-share = المرفوض
overview-last-received = آخر استلام
overview-never = أبدًا
overview-senders-none = لم ترد أي رسالة بعد.

## Days
overview-days = الرسائل بحسب اليوم
overview-day = اليوم
overview-days-label = الرسائل بحسب اليوم من { $from } إلى { $to }؛ الأرقام في الجدول أدناه.
overview-days-table = عرض كجدول
overview-days-none = لم ترد أي رسالة بعد.

## Doors
overview-doors = أبواب الرسائل
overview-door = الباب
overview-door-folder = مجلد مراقَب
overview-door-mqtt = وسيط الرسائل
overview-door-state = الحالة
overview-door-open = مفتوح
overview-door-shut = غير مفتوح
overview-door-kept = محفوظة
overview-door-not-read = غير مقروءة
overview-door-detail = التفصيل
