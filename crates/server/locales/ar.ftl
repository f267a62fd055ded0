### كلمات تايدويتر بالعربية. كل مفتاح موجود في كل لغة، ويتحقق من ذلك اختبار.
### الأرقام والرموز التي تحل محل المتغيرات تُعزل تلقائيًا (FSI وPDI) حتى تُقرأ صحيحة داخل النص من اليمين إلى اليسار؛
### أما الأوامر فتُكتب بالمصطلح -command لتُعزل هي أيضًا. والأعداد مجرورة: تأتي دائمًا بعد حرف جر أو مضاف.

-command = `{ $text }`

## الوحدات
unit-hours = { $n ->
    [zero] { $value } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $value } ساعات
    [many] { $value } ساعة
   *[other] { $value } ساعة
}
unit-days = { $n ->
    [zero] { $value } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $value } أيام
    [many] { $value } يومًا
   *[other] { $value } يوم
}
unit-distance = { $value } ميل بحري
unit-mass = { $value }{"\u00a0"}كغم
unit-speed = { $value }{"\u00a0"}كم/س
unit-per-kilogram = { $value }/كغم

## المعدودات
count-boxes = { $population_n ->
    [zero] { $population } حاوية
    [one] حاوية واحدة
    [two] حاويتين
    [few] { $population } حاويات
    [many] { $population } حاوية
   *[other] { $population } حاوية
}
count-stays = { $population_n ->
    [zero] { $population } فترة مكوث
    [one] فترة مكوث واحدة
    [two] فترتي مكوث
    [few] { $population } فترات مكوث
    [many] { $population } فترة مكوث
   *[other] { $population } فترة مكوث
}
count-trips = { $population_n ->
    [zero] { $population } رحلة
    [one] رحلة واحدة
    [two] رحلتين
    [few] { $population } رحلات
    [many] { $population } رحلة
   *[other] { $population } رحلة
}
count-reports = { $population_n ->
    [zero] { $population } رسالة
    [one] رسالة واحدة
    [two] رسالتين
    [few] { $population } رسائل
    [many] { $population } رسالة
   *[other] { $population } رسالة
}
count-weighings = { $population_n ->
    [zero] { $population } عملية وزن
    [one] عملية وزن واحدة
    [two] عمليتي وزن
    [few] { $population } عمليات وزن
    [many] { $population } عملية وزن
   *[other] { $population } عملية وزن
}
count-items = { $samples_n ->
    [zero] { $samples } صنف
    [one] صنف واحد
    [two] صنفين
    [few] { $samples } أصناف
    [many] { $samples } صنفًا
   *[other] { $samples } صنف
}
count-earlier = { $earlier_n ->
    [zero] { $earlier } إرسالية
    [one] إرسالية واحدة
    [two] إرساليتين
    [few] { $earlier } إرساليات
    [many] { $earlier } إرسالية
   *[other] { $earlier } إرسالية
}

## المسارات وطرق الاختيار
lane-red = المسار الأحمر (معاينة)
lane-yellow = المسار الأصفر (تدقيق المستندات)
lane-blue = المسار الأزرق (تدقيق بعد الإفراج)
lane-green = المسار الأخضر (إفراج)
arm-risk = حسب المخاطر
arm-random = بالاختيار العشوائي

## القائمة
queue-heading = قائمة المعاينة ليوم { $day }: شُغل { $rows } من أصل { $capacity } من الأماكن، وفي الانتظار { $open ->
    [zero] { $open } إرسالية
    [one] إرسالية واحدة
    [two] إرساليتان
    [few] { $open } إرساليات
    [many] { $open } إرسالية
   *[other] { $open } إرسالية
}
queue-arrives = تصل في { $time } (بعد { $span })
queue-arrived = وصلت في { $time } (قبل { $span })
queue-random = اختيرت عشوائيًا على سبيل المقارنة: لم يكن لأسبابها أي دور
queue-found = المخالفة المكتشفة: { $found }
queue-nothing = لم تُكتشف مخالفة
queue-next = يبيّن الأمر { -command(text: "tidewaiter explain 1") } سبب وجود الأولى في القائمة؛ ويسجّل { -command(text: "tidewaiter outcome 1 --found TYPE") } أو { -command(text: "--nothing") } نتيجة المعاينة
tally = في القائمة: { $selected } (منها { $random } عشوائيًا)، وعدد ما عوين { $inspected }، وعدد المخالفات { $found }. مجموع النتائج: { $ever }، منها بمخالفة { $found_ever }.
demo-next = والآن:

## الشرح
explain-heading = { $id }: الدرجة { $score }، والترتيب { $rank } من أصل { $open } من الإرساليات المفتوحة حتى { $time }
explain-selection = في قائمة يوم { $day } بالترتيب { $rank }، { $arm }: { $lane }
explain-no-reason = لم ينطلق أي مؤشر.
explain-not-evaluated = تعذر الحكم على:
explain-passed = فُحص ووُجد سليمًا: { $codes }
explain-weight = وزنه منفردًا { $weight } من 1
explain-evidence = { $role }: { $file }، البايتات من { $start } إلى { $end }
fact-containers = الحاويات
fact-transport-document = وثيقة النقل
fact-entry = البيان الموجز للدخول
fact-declarations = بيانات الاستيراد
fact-office = المكتب الجمركي
fact-arrival = الوصول المتوقع
fact-consignor = الشاحن
fact-consignee = المرسل إليه
fact-goods = البضائع
fact-trip = الرحلة
fact-join = الربط
trip-loaded = التحميل في { $time }
trip-discharged = التفريغ في { $time }
trip-vessels = السفن { $vessels }
route-bound-for = المقصد المصرح به { $place }

## كيف رُبطت البيانات
join-trip-transport-document = الرحلة بواسطة وثيقة النقل { $key } (بثقة { $confidence })
join-trip-container-and-window = الرحلة بواسطة الحاوية { $key } خلال الفترة الزمنية (بثقة { $confidence })
join-declaration-mrn = بيان الاستيراد بواسطة الرقم المرجعي MRN { $key } للبيان الموجز للدخول (بثقة { $confidence })
join-declaration-transport-document = بيان الاستيراد بواسطة وثيقة النقل { $key } (بثقة { $confidence })
join-declaration-container-and-window = بيان الاستيراد بواسطة الحاوية { $key } خلال الفترة الزمنية (بثقة { $confidence })
join-declaration-declaration = الصنف مع بيانه { $key } (بثقة { $confidence })

## الأعمدة
column-indicator = المؤشر
column-fired = انطلق
column-not-evaluated = تعذر تقييمه
column-share = النسبة
column-inspected = المعاينة
column-precision = الدقة
column-interval = مجال الثقة 95%
column-lift = المكسب
column-random = عشوائيًا
column-by-tax = حسب الرسوم
column-recall = الكشف حسب النوع ضمن الطاقة
column-found = المكتشف
column-ours = ترتيبنا
column-wrong = منها المخالف
column-honest = غرائب بريئة ضمن الطاقة
column-value-of = { $hits } من { $of }

## الرسائل المقروءة والمرفوضة
count-files = { $files ->
    [zero] { $files } ملف
    [one] ملف واحد
    [two] ملفين
    [few] { $files } ملفات
    [many] { $files } ملفًا
   *[other] { $files } ملف
}
ingest-file = { $file }: { $counts }
ingest-file-format = { $file } ({ $format }): { $counts }
ingest-file-error = { $file }: لم يُقرأ: { $error }
ingest-hidden = … من مجموع { count-files }؛ والخيار { -command(text: "--json") } يسمّيها كلها
ingest-counts = المقروء { $read } = المقبول { $accepted } + المكرر { $duplicate } + المحجور { $quarantined }
ingest-conflicts = (منها المتعارض مع رسالة سابقة بالمعرّف نفسه: { $conflicts })
ingest-unreadable = تعذرت قراءة { $inputs ->
    [zero] { $inputs } مُدخل
    [one] مُدخل واحد
    [two] مُدخلين
    [few] { $inputs } مُدخلات
    [many] { $inputs } مُدخلًا
   *[other] { $inputs } مُدخل
}؛ ولم يُحفظ منها شيء
ingest-quarantined = يبيّن الأمر { -command(text: "tidewaiter quarantine list") } ما رُفض وسبب رفضه
diagnostic = { $code } عند البايت { $start }: المتوقع { $expected }؛ والموجود `{ $found }`
diagnostic-at = { $code } عند البايت { $start } { $path }: المتوقع { $expected }؛ والموجود `{ $found }`
trips-refused-byte = { $file }: رُفض السطر عند البايت { $byte }
trips-refused-row = { $file }: رُفض السطر { $row }
trips-refused-more = … وعدد المرفوض غيرها { $rows }
trips-counts = المقروء { $read } = المقبول { $accepted } + المكرر { $duplicate } + المرفوض { $refused }
trips-superseded = من المقبول ما تُرك لرسالة لاحقة من المصدر نفسه وبالمعرّف نفسه: { $rows }
trips-later = من المقبول ما تُرك لأنه استُلم لاحقًا: { $rows }
trips-written = الرحلات: { $trips }، الحاويات: { $containers }، في { $folder } بعد { $seconds } ث
quarantine-empty = الحجر خالٍ
quarantine-where = { $file } ({ $format }) البايتات من { $start } إلى { $end }
quarantine-state-replayed = أُعيدت قراءتها
quarantine-state-discarded = استُبعدت
quarantine-next = المجموع { $messages ->
    [zero] { $messages } رسالة
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $messages } رسائل
    [many] { $messages } رسالة
   *[other] { $messages } رسالة
}؛ يعرض الأمر { -command(text: "tidewaiter quarantine show N") } واحدة منها، ويستلم الأمر { -command(text: "tidewaiter quarantine replay N --with FILE") } تصحيحها
quarantine-resolved = صارت سجلًّا
quarantine-stays = باقية في الحجر
quarantine-replayed = المُعاد { $tried } = المحلول { $resolved } + الباقي { $remaining }

## سجل التدقيق: ما فعله أحدهم، بعد الاسم
audit-case-look = اطّلع على الملف
audit-case-take = أخذ الملف
audit-case-release = أعاد الملف
audit-outcome-record = سجّل نتيجة
audit-outcome-withdraw = سحب نتيجة
audit-list-extend = أكمل قائمة اليوم
audit-messages-ingest = أدخل رسائل
audit-quarantine-replay = أعاد قراءة رسالة من الحجر
audit-quarantine-discard = استبعد رسالة من الحجر
audit-quarantine-reopen = أعاد رسالة إلى الحجر
audit-assessment-run = قيّم ما هو مفتوح
audit-assessment-ask = طلب تقييمًا للمخاطر
audit-evaluation-ask = طلب قياسًا للترتيب
audit-session-start = سجّل الدخول
audit-session-end = سجّل الخروج
audit-session-end-all = أنهى كل الجلسات
audit-session-refuse = رُفض دخوله
audit-account-create = أنشأ حسابًا
audit-account-update = غيّر حسابًا
audit-account-password = غيّر كلمة مرور
audit-account-preferences = غيّر التفضيلات
audit-api-key-create = أنشأ مفتاح واجهة برمجية
audit-api-key-revoke = ألغى مفتاح واجهة برمجية
audit-filter-create = حفظ مرشّحًا
audit-filter-update = غيّر مرشّحًا
audit-filter-delete = حذف مرشّحًا
audit-setting-set = غيّر إعدادًا
audit-sound = سليم؛ عدد السجلات: { $records }؛ الرأس: { $head }
audit-broken-changed = منقطع عند السجل { $sequence }، الحقل { $field }، البايت { $byte }: ليس هذا ما كُتب
audit-broken-missing = منقطع عند السجل { $sequence }: السجل مفقود
audit-broken-added = منقطع عند السجل { $sequence }: لم يكتبه هذا البرنامج
audit-broken-head-differs = منقطع عند السجل { $sequence }: ليس آخر ما كُتب
audit-broken-expected-head-unknown = منقطع: ليس لأي من السجلات وعددها { $sequence } البصمة المتوقعة؛ قُطع سجل التدقيق أو أُعيدت كتابته
audit-sound-before = السليم قبله: { $records }؛ الرأس هناك: { $head }
audit-empty = لا سجل تدقيق يطابق هذا الطلب

## التقييم
count-open = { $open ->
    [zero] { $open } إرسالية مفتوحة
    [one] إرسالية مفتوحة واحدة
    [two] إرساليتين مفتوحتين
    [few] { $open } إرساليات مفتوحة
    [many] { $open } إرسالية مفتوحة
   *[other] { $open } إرسالية مفتوحة
}
count-messages = { $messages ->
    [zero] { $messages } رسالة حالة
    [one] رسالة حالة واحدة
    [two] رسالتي حالة
    [few] { $messages } رسائل حالة
    [many] { $messages } رسالة حالة
   *[other] { $messages } رسالة حالة
}
count-journeys = { $trips ->
    [zero] { $trips } رحلة
    [one] رحلة واحدة
    [two] رحلتين
    [few] { $trips } رحلات
    [many] { $trips } رحلة
   *[other] { $trips } رحلة
}
assess-heading = حتى { $time }: جرى تقييم { count-open } من أصل { $consignments }، استنادًا إلى { count-messages } و{ count-journeys }، في { $seconds } ث
assess-next = يسرد الأمر { -command(text: "tidewaiter queue") } أقواها
assess-none-open-later = لا شيء مفتوح حتى { $time }؛ وآخر رسالة وردت في { $latest }: جرّب {"\u2068"}`--as-of { $latest }`{"\u2069"}
assess-none-open = لا شيء مفتوح حتى { $time }؛ يُحمَّل الأرشيف بالأمر { -command(text: "tidewaiter ingest --known-at-event-time") } في مجلد بيانات جديد ويُقيَّم بالخيار { -command(text: "--as-of") } مع وقت يقع فيه

## القياس والعالم الاصطناعي
evaluate-summary = جرى تقييم { $assessed ->
    [zero] { $assessed } إرسالية
    [one] إرسالية واحدة
    [two] إرساليتين
    [few] { $assessed } إرساليات
    [many] { $assessed } إرسالية
   *[other] { $assessed } إرسالية
} وهي مفتوحة، منها المخالف { $wrong } ({ $share })، في { $looks ->
    [zero] { $looks } جولة
    [one] جولة واحدة
    [two] جولتين
    [few] { $looks } جولات
    [many] { $looks } جولة
   *[other] { $looks } جولة
} من { $from } إلى { $to }؛ وما لم يكن مفتوحًا في أي جولة: { $missed }
evaluate-capacity = ← الطاقة
world-written = كُتبت رسائل حجمها { $bytes } بايت، في { count-files }، في المجلد { $folder }، والحقيقة على حدة في { $truth }
demo-world = عالم اصطناعي: { $folder }

## الأسباب: ما شوهد، والحد، والمقارنة بمن
id-chk-shape = رقم الحاوية { $value } لا يتكون من ثلاثة أحرف وحرف للفئة وستة أرقام ورقم تحقق
id-chk-category = رقم الحاوية { $value } يحمل فئة غير U وJ وZ
id-chk-check-digit = رقم الحاوية { $value } يحمل رقم تحقق خاطئًا؛ والصواب { $expected_digit }
id-dup-speed = حاويتان برقم واحد: الانتقال من { $from } في { $earlier } إلى { $to } في { $later } يتطلب سرعة { $value } (الحد { $threshold })
id-dup-interleaved = حاويتان برقم واحد: الأحداث في { $from } ({ $earlier }) وفي { $to } ({ $later }) تعود إلى رحلتين في الوقت نفسه
id-dup-travel-time = حاويتان برقم واحد: بين { $from } في { $earlier } و{ $to } في { $later } مدة { $value }، ولم تُشاهَد حاوية تستغرق أقل من { $threshold }، وهذا مستفاد من رحلات الحاويات لأن مواقع الأماكن غير معروفة
rt-loop-visited-twice = مرّت الحاوية بميناء { $area } { $value_n ->
    [zero] { $value } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $value } مرات
    [many] { $value } مرة
   *[other] { $value } مرة
} في رحلة بحرية واحدة: { $itinerary }
rt-loop-origin-is-destination = حُمّلت الحاوية وأُنزلت أخيرًا في منطقة الميناء نفسها { $area }: { $itinerary }
rt-ts-support = مسافنة في ميناء { $area } الذي تمر به نسبة { $value } من { count-boxes } لهذا المنشأ وهذا المقصد (الحد { $threshold }): { $itinerary }
rt-ts-detour = مسافنة في ميناء { $area }: أطول بمقدار { $added_distance } أو بنسبة { $value } من الطريق المعتاد (الحد { $threshold }) الذي سلكته { $support } من { count-boxes }: { $itinerary }
rt-ts-detour-by-time = مسافنة في ميناء { $area }: وفق أزمنة السفر المتعلَّمة أطول بمقدار { $added_distance } أو بنسبة { $value } من الطريق المعتاد (الحد { $threshold }) الذي سلكته { $support } من { count-boxes }؛ ليست لكل الأماكن إحداثيات: { $itinerary }
rt-rare = مسار نادر { $itinerary }: سلكته { $same } من { count-boxes } لهذا المنشأ وهذا المقصد (مقدار المفاجأة { $value } بت، والإنذار عند { $threshold })
rt-newod-pair = أول حاوية بين الطرفين { $pair } خلال { $months_n ->
    [zero] { $months } شهر
    [one] شهر واحد
    [two] شهرين
    [few] { $months } أشهر
    [many] { $months } شهرًا
   *[other] { $months } شهر
} من بين { count-trips }
rt-newod-rare-pair = { $others_n ->
    [zero] لا حاوية أخرى
    [one] حاوية أخرى واحدة فقط
    [two] حاويتان أخريان فقط
    [few] { $others } حاويات أخرى فقط
    [many] { $others } حاوية أخرى فقط
   *[other] { $others } حاوية أخرى فقط
} بين الطرفين { $pair } خلال { $months } شهرًا، من بين { count-trips }
rt-newod-consignee-route = أول مرة يستلم فيها المرسل إليه { $value } عبر { $route }، بعد { count-earlier } عبر مسارات أخرى
rt-newod-shipper-route = أول مرة يرسل فيها الشاحن { $value } عبر { $route }، بعد { count-earlier } عبر مسارات أخرى
or-orig-transhipment-only = المنشأ المصرح به { $value } لم يكن سوى محطة مسافنة: حُمّلت الحاوية { $container } ممتلئةً في { $loaded_at } وشوهدت ممتلئةً في { $laden_in }
or-orig-dispatch-declared = المنشأ المصرح به { $value }، لكن الحاوية { $container } حُمّلت في { $loaded_at }، وهو بلد الإرسال المصرح به؛ وشوهدت ممتلئةً في { $laden_in }
or-orig-via-hub = المنشأ المصرح به { $value }، لكن الحاوية { $container } حُمّلت في الميناء المحوري { $loaded_at }؛ وشوهدت ممتلئةً في { $laden_in }
or-orig-elsewhere = المنشأ المصرح به { $value }، لكن الحاوية { $container } حُمّلت في { $loaded_at } ولم تُشاهَد ممتلئةً إلا في { $laden_in }
or-pol-transhipment-port = مكان التحميل المصرح به { $declared } كان ميناء مسافنة؛ وحُمّلت الحاوية { $container } أول مرة في { $value }
or-pol-same-country = مكان التحميل المصرح به { $declared }؛ وحُمّلت الحاوية { $container } في { $value }، في البلد نفسه
or-pol-other-country = مكان التحميل المصرح به { $declared }؛ وحُمّلت الحاوية { $container } في { $value }، في بلد آخر
or-pod-transhipment-port = مكان التفريغ المصرح به { $declared } كان ميناء مسافنة؛ وأُنزلت الحاوية { $container } أخيرًا في { $value }
or-pod-same-country = مكان التفريغ المصرح به { $declared }؛ وأُنزلت الحاوية { $container } في { $value }، في البلد نفسه
or-pod-other-country = مكان التفريغ المصرح به { $declared }؛ وأُنزلت الحاوية { $container } في { $value }، في بلد آخر
or-route-missing = المرور عبر { $value } لم يرد في خط السير المصرح به ({ $declared })؛ والحاوية { $container } سارت عبر { $travelled }
or-route-additional = خط السير المصرح به ({ $declared }) يذكر { $value } حيث لم تكن الحاوية { $container } قط؛ وقد سارت عبر { $travelled }
tm-dwell-origin = مكثت الحاوية مدة { $value } قبل التحميل في { $area } مقابل { $median } عادةً هناك، والإنذار عند { $threshold }، { $compared_with ->
    [area] من بين { count-stays } في هذا المكان
   *[other] من بين { count-stays } في جميع الموانئ
}
tm-dwell-origin-cycle = مضت مدة { $value } من استلام الحاوية فارغة إلى تحميلها في { $area } مقابل { $median } عادةً، والإنذار عند { $threshold }، { $compared_with ->
    [area] من بين { count-boxes } في هذا المكان
   *[other] من بين { count-boxes } في جميع الموانئ
}
tm-dwell-transhipment = مكثت الحاوية مدة { $value } في المسافنة في { $area } مقابل { $median } عادةً هناك، والإنذار عند { $threshold }، { $compared_with ->
    [area] من بين { count-stays } في هذا المكان
   *[other] من بين { count-stays } في جميع الموانئ
}
tm-dwell-transhipment-reckoned = مكثت الحاوية مدة { $value } على الأقل في المسافنة في { $area } بعد طرح مدة تصل إلى { $leg } في البحر لأن أحد طرفي المكوث لم يُبلَّغ عنه، مقابل { $median } عادةً هناك، والإنذار عند { $threshold }، { $compared_with ->
    [area] من بين { count-stays } في هذا المكان
   *[other] من بين { count-stays } في جميع الموانئ
}
tm-leg-slow = مدة { $value } في البحر من { $from } إلى { $to } مقابل { $median } عادةً، وجلّها دون { $threshold }، من بين { count-trips }
tm-leg-fast = مدة { $value } فقط في البحر من { $from } إلى { $to } مقابل { $median } عادةً، وجلّها فوق { $threshold }، من بين { count-trips }
tm-leg-impossible = مدة { $value } فقط في البحر من { $from } إلى { $to } والمسافة بينهما { $distance }: لا سفينة حاويات تحتاج إلى أقل من { $threshold }
tm-dwell-transhipment-ongoing = تنتظر الحاوية سفينتها التالية في { $area } منذ { $value } ولا تزال هناك، مقابل { $median } عادةً للمسافنة هناك، والإنذار عند { $threshold }، { $compared_with ->
    [area] من بين { count-stays } في هذا المكان
   *[other] من بين { count-stays } في جميع الموانئ
}
tm-dwell-destination = مكثت الحاوية مدة { $value } بعد التفريغ في { $area } مقابل { $median } عادةً هناك، والإنذار عند { $threshold }، { $compared_with ->
    [area] من بين { count-stays } في هذا المكان
   *[other] من بين { count-stays } في جميع الموانئ
}
tm-dwell-destination-ongoing = الحاوية في { $area } منذ { $value } بعد التفريغ ولا تزال هناك، مقابل { $median } عادةً، والإنذار عند { $threshold }، { $compared_with ->
    [area] من بين { count-stays } في هذا المكان
   *[other] من بين { count-stays } في جميع الموانئ
}
tm-dwell-destination-cycle = مضت مدة { $value } من التفريغ في { $area } إلى إعادة الحاوية فارغة، مقابل { $median } عادةً، والإنذار عند { $threshold }، { $compared_with ->
    [area] من بين { count-boxes } في هذا المكان
   *[other] من بين { count-boxes } في جميع الموانئ
}
ef-conf-empty-at-sea = أفادت { $value } من { count-reports } بأن الحاوية فارغة بينما كانت ممتلئة في البحر، { $area } في { $time }
ef-conf-changed = تحولت الحاوية من ممتلئة إلى فارغة في { $area } في { $time } دون تعبئة أو إفراغ بينهما ({ $value } من { count-reports })
dc-late-missing = لا يوجد بيان موجز للدخول؛ حُمّلت الحاوية في { $loaded } وكان يجب تقديمه قبل { $threshold } (لدى { $population } من الإرساليات بيان)
dc-late-late = قُدّم البيان الموجز للدخول في { $value }، بعد الموعد ({ $threshold }) بمدة { $late }؛ وحُمّلت الحاوية { $container } في { $loaded }
dc-late-after-loading = قُدّم البيان الموجز للدخول في { $value }، بعد تحميل الحاوية { $container } في { $loaded }؛ وكان يجب تقديمه قبل { $threshold }
dc-gap-milestone = لم يُبلَّغ قط عن { $value } من أصل { $expected } من عمليات التحميل والتفريغ المتوقعة؛ ويحدث ذلك في نسبة { $usual_share } من { count-trips } للناقل
dc-gap-silence-aboard = لم يُبلَّغ عن شيء مدة { $value } والحاوية على متن السفينة بعد { $area } ({ $since }؛ والإنذار عند { $threshold })
dc-gap-silence-aboard-ongoing = لم يُبلَّغ عن شيء منذ { $value }، منذ مغادرة الحاوية { $area } ({ $since }؛ والإنذار عند { $threshold })
dc-gap-silence-ashore = لم يُبلَّغ عن شيء مدة { $value } والحاوية ممتلئة على اليابسة في { $area } ({ $since }؛ والإنذار عند { $threshold })
dc-gap-silence-ashore-ongoing = لم يُبلَّغ عن شيء منذ { $value } عن الحاوية الممتلئة في { $area } ({ $since }؛ والإنذار عند { $threshold })
vl-kg-low = القيمة { $value } { $currency } تعادل { $ratio } من القيمة المعتادة { $median } لرمز النظام المنسق { $hs_code } من { $origin } (الانحراف { $deviations }، والإنذار عند { $threshold })؛ مقارنةً مع { count-items } من { $population ->
    [subheading_and_origin] البند الفرعي نفسه والمنشأ نفسه
    [subheading] البند الفرعي نفسه
    [heading] البند نفسه
   *[other] الفصل نفسه
}
vl-kg-high = القيمة { $value } { $currency } تعادل { $ratio } مرة قدر القيمة المعتادة { $median } لرمز النظام المنسق { $hs_code } من { $origin } (الانحراف { $deviations }، والإنذار عند { $threshold })؛ مقارنةً مع { count-items } من { $population ->
    [subheading_and_origin] البند الفرعي نفسه والمنشأ نفسه
    [subheading] البند الفرعي نفسه
    [heading] البند نفسه
   *[other] الفصل نفسه
}
wt-anom-declarations-differ = بيان الاستيراد يذكر وزنًا إجماليًا قدره { $value } والبيان الموجز للدخول { $declared }: الفرق { $difference } أو { $share } (الحد { $threshold })
wt-anom-verified-differs = أبلغت محطة الحاويات عن وزن إجمالي قدره { $value } والمصرح به { $declared }: حتى مع احتساب وزن الحاوية الفارغة فالفرق { $difference } أو { $share } (الحد { $threshold })
wt-anom-between-events = الأوزان الإجمالية المبلغ عنها في رحلة واحدة تتراوح بين { $lightest } و{ $heaviest }، بفارق { $value } (الحد { $threshold }، من { count-weighings })
sl-chg-changed = تغيّر الختم من { $before } إلى { $value } في { $area } في { $time } دون أمر جمركي
sl-chg-resealed = أُعيد الختم في { $area } في { $time } دون أمر جمركي: من { $before } إلى { $value }
tx-div-stripped = صُرِّح بعبور (ترانزيت) إلى { $declared }، لكن الحاوية { $container } أُفرغت من محتواها في { $value } في { $emptied }
tx-div-returned-empty = صُرِّح بعبور (ترانزيت) إلى { $declared }، لكن الحاوية { $container } عادت فارغة في { $value } في { $emptied }
id-swap-seal-and-mass = وصلت إلى { $area } بالختم { $before } وغادرته بالختم { $after } وبوزن يختلف بمقدار { $value }
rt-hrp-place = توقفت في { $value }، وهو مكان مدرج في القائمة: { $itinerary }
rt-hrp-country = توقفت في { $value }، في بلد مدرج في القائمة: { $itinerary }
gt-pin-carrier = خرجت من بوابة { $area } في { $time } مع الناقل { $value }، والرحلة للناقل { $expected }
gt-pin-at-night = خرجت من بوابة { $area } ليلًا في { $time } بعد { $value } من التفريغ (الحد { $threshold }، من بين { count-stays } هناك)
dc-cod-consignee = تغيّر المرسل إليه من { $before } إلى { $value } في { $changed } بعد التحميل في { $threshold }
dc-cod-destination = تغيّر مكان التفريغ من { $before } إلى { $value } في { $changed } بعد التحميل في { $threshold }
dc-cod-notify-party = تغيّر الطرف الواجب إخطاره من { $before } إلى { $value } في { $changed } بعد التحميل في { $threshold }
st-loc-elsewhere = عُبّئت الحاوية { $container } في { $value }، والشاحن في { $declared }
st-loc-before-pick-up = عُبّئت الحاوية { $container } في { $area } قبل { $value } من استلامها فارغة (الحد { $threshold })

## ما كان ناقصًا للحكم
missing-no-trip = لا تُعرف أي رحلة لحاوياتها
missing-no-load = لم يُبلَّغ عن تحميلها
missing-no-discharge = لم يُبلَّغ بعد عن تفريغها
missing-journey-not-over = لم تنتهِ الرحلة بعد
missing-no-sea-event = لم يُبلَّغ عن أي حدث في البحر
missing-sea-part-incomplete = الرحلة البحرية لم تكتمل بعد
missing-empty-box = الحاوية تسافر فارغة
missing-no-history = السجل التاريخي أقل من أن يكفي للمقارنة
missing-short-history = السجل التاريخي أقصر من أن يوصف شيء بأنه جديد
missing-no-stay-with-both-ends = لا توجد فترة مكوث معروفة البداية والنهاية
missing-not-reported = لم يُبلِّغ أحد إن كانت ممتلئة أو فارغة
missing-fewer-than-two-seals = أُبلغ عن أقل من رقمي ختم
missing-fewer-than-two-masses = أُبلغ عن أقل من وزنين إجماليين
missing-origin-is-destination = المنشأ والمقصد واحد
missing-no-declaration = لا يوجد بيان استيراد بعد
missing-no-entry-summary = لا يوجد بيان موجز للدخول
missing-only-amendment = لا يُعرف سوى تعديل، دون البيان نفسه
missing-no-origin-declared = لم يُصرَّح بمنشأ
missing-no-countries-declared = لم يُصرَّح ببلدان خط السير
missing-no-place-declared = لم يُصرَّح بمكان
missing-place-unknown = المكان المصرح به غير معروف
missing-area-unknown = مكان الرحلة غير معروف
missing-no-route = لا يُعرف أي مسار
missing-no-second-mass = لا يوجد وزن ثانٍ للمقارنة
missing-no-value-or-mass = لم يُصرَّح بالقيمة أو بالوزن الصافي
missing-no-consignee = لم يُصرَّح بالمرسل إليه
missing-no-shipper = لم يُصرَّح بالشاحن
missing-no-container = لم يُصرَّح بأي حاوية
missing-no-arrival = لم يُصرَّح بالوصول
missing-no-office = لم يُصرَّح بمكتب الدخول الجمركي
missing-no-transit-declared = لم يُصرَّح بالعبور (الترانزيت)
missing-import-declared = صُرِّح باستيراد، فليس عبورًا (ترانزيت)
missing-no-leg-with-both-ends = لا مرحلة بحرية معروفة المغادرة والوصول
missing-no-transhipment = لم تجرِ مسافنتها
missing-nothing-to-compare = الختم والوزن غير معروفين من الجانبين
missing-no-list = لا أماكن ولا بلدان مدرجة في القائمة
missing-no-gate-out = لم يُبلَّغ عن خروجها من البوابة
missing-no-amendment = لم يُعدَّل البيان
missing-no-stuffing = لم يُبلَّغ عن تعبئتها

## ما يبيّنه الدليل
role-container-number = رقم الحاوية
role-load-event = إشعار التحميل
role-discharge-event = إشعار التفريغ
role-vessel-event = إشعار السفينة
role-gate-event = إشعار البوابة
role-earlier-event = الحدث الأسبق
role-later-event = الحدث اللاحق
role-laden-event = إشعار بأنها ممتلئة
role-empty-event = إشعار بأنها فارغة
role-last-event = آخر إشعار قبله
role-next-event = أول إشعار بعده
role-lightest-event = أخف وزن
role-heaviest-event = أثقل وزن
role-seal-before = الختم السابق
role-seal-after = الختم اللاحق
role-emptied-event = إشعار الإفراغ
role-transit-declared = العبور المصرح به
role-declared-origin = المنشأ المصرح به
role-declared-value = القيمة المصرح بها
role-declared-time = وقت تقديم البيان
role-place-of-loading = مكان التحميل المصرح به
role-place-of-unloading = مكان التفريغ المصرح به
role-countries-of-routing = خط السير المصرح به
role-import-declaration = بيان الاستيراد
role-entry-gross-mass = الوزن الإجمالي في البيان الموجز للدخول
role-import-gross-mass = الوزن الإجمالي في بيان الاستيراد
role-reported-gross-mass = الوزن الإجمالي المبلغ عنه
role-consignee = المرسل إليه
role-shipper = الشاحن
role-declared-before = ما صُرّح به أولًا
role-declared-after = ما صُرّح به بعد التحميل
role-stuffed-event = بلاغ تعبئة الحاوية
role-picked-up-event = بلاغ استلام الحاوية الفارغة

## المؤشرات: أسماء قصيرة، وما يختبره كل منها
indicator-id-chk-title = رقم الحاوية
indicator-id-chk-meaning = يتحقق من شكل رقم الحاوية وفئته ورقم التحقق فيه.
indicator-id-dup-title = رقم مستخدم مرتين
indicator-id-dup-meaning = يتحقق مما إذا كان حدثان لرقم واحد يمكن أن يصحّا معًا على حاوية واحدة.
indicator-rt-loop-title = حلقة في المسار
indicator-rt-loop-meaning = يتحقق مما إذا زيرت منطقة ميناء مرتين في رحلة بحرية واحدة، أو عادت الحاوية إلى حيث حُمّلت.
indicator-rt-rare-title = مسار نادر
indicator-rt-rare-meaning = يقيس مدى غرابة خط السير بالنظر إلى المنشأ والمقصد والناقل.
indicator-rt-newod-title = أول مرة
indicator-rt-newod-meaning = يتحقق مما إذا كان هذان الميناءان معًا، أو هذا الطرف على هذا المسار، يظهران لأول مرة.
indicator-or-orig-title = المنشأ خارج المسار
indicator-or-orig-meaning = يتحقق مما إذا كانت البضائع قد حُمّلت أو عُبّئت أو شوهدت في حاوية ممتلئة في بلد المنشأ المصرح به.
indicator-or-pol-title = مكان التحميل
indicator-or-pol-meaning = يتحقق مما إذا كان مكان التحميل المصرح به هو حيث حُمّلت الحاوية في هذه الرحلة.
indicator-or-pod-title = مكان التفريغ
indicator-or-pod-meaning = يتحقق مما إذا كان مكان التفريغ المصرح به هو حيث أُنزلت الحاوية في هذه الرحلة.
indicator-or-route-title = بلدان خط السير
indicator-or-route-meaning = يتحقق مما إذا كانت بلدان خط السير المصرح بها هي التي مرت بها الرحلة.
indicator-tm-dwell-title = مكوث طويل
indicator-tm-dwell-meaning = يتحقق مما إذا مكثت الحاوية مدة أطول بكثير من المعتاد في ذلك المكان.
indicator-ef-conf-title = ممتلئة أو فارغة
indicator-ef-conf-meaning = يتحقق مما إذا تحولت الحاوية من ممتلئة إلى فارغة، أو العكس، دون تعبئة أو إفراغ.
indicator-dc-late-title = بيان متأخر
indicator-dc-late-meaning = يتحقق مما إذا قُدّم البيان الموجز للدخول في موعده قبل التحميل.
indicator-dc-gap-title = انقطاع في الإشعارات
indicator-dc-gap-meaning = يتحقق مما إذا غاب إشعار متوقع، أو لم يُبلَّغ عن شيء مدة طويلة.
indicator-vl-kg-title = القيمة للكيلوغرام
indicator-vl-kg-meaning = يتحقق مما إذا كانت القيمة للكيلوغرام بعيدة عن قيمة البضائع نفسها من المنشأ نفسه.
indicator-wt-anom-title = الوزن
indicator-wt-anom-meaning = يتحقق من توافق الأوزان المصرح بها مع الأوزان المقيسة.
indicator-sl-chg-title = الختم
indicator-sl-chg-meaning = يتحقق مما إذا تغيّر الختم دون أمر جمركي.
indicator-tx-div-title = عبور منحرف عن وجهته
indicator-tx-div-meaning = يتحقق مما إذا أُخرجت بضائع مصرح بعبورها (ترانزيت) من حاويتها داخل الإقليم.
indicator-rt-ts-title = مسافنة بلا حاجة
indicator-rt-ts-meaning = يتحقق مما إذا كانت المسافنة لا يفسّرها السجل التاريخي ولا المسافة.
indicator-id-swap-title = حاوية مبدَّلة
indicator-id-swap-meaning = يتحقق مما إذا كان ما غادر ميناء المسافنة هو ما وصل إليه.
indicator-rt-hrp-title = مكان مدرج
indicator-rt-hrp-meaning = يتحقق مما إذا توقفت الحاوية في مكان أو بلد تدرجه الإدارة في قائمتها.
indicator-tm-leg-title = مدة الإبحار
indicator-tm-leg-meaning = يتحقق مما إذا استغرقت مرحلة بحرية ما يمكن وما يعتاد أن تستغرقه.
indicator-gt-pin-title = الخروج من البوابة
indicator-gt-pin-meaning = يتحقق مما إذا خرجت الحاوية فور جاهزيتها أو ليلًا أو مع ناقل غير متوقع.
indicator-dc-cod-title = تغيير في البحر
indicator-dc-cod-meaning = يتحقق مما إذا تغيّر المرسل إليه أو الطرف الواجب إخطاره أو المقصد بعد التحميل.
indicator-st-loc-title = مكان التعبئة
indicator-st-loc-meaning = يتحقق مما إذا عُبّئت الحاوية حيث الشاحن وبعد استلامها.

## أحداث الحاوية
event-pick = استلام فارغة
event-stuf = تعبئة
event-gtin = دخول من البوابة
event-gtot = خروج من البوابة
event-load = تحميل
event-disc = تفريغ من السفينة
event-depa = مغادرة السفينة
event-arri = وصول السفينة
event-move = نقل داخل المحطة
event-insp = معاينة
event-strp = إفراغ الحاوية
event-drop = إعادة فارغة
event-rsea = ختم جديد
event-book = حجز
event-repr = إصلاح
event-othr = حدث آخر
doubt-contradicts-neighbours = يناقض الأحداث المجاورة
doubt-estimate = متوقع، ولم يُبلَّغ عن وقوعه
doubt-inferred = لم يبلّغ عنه أحد، في الوقت المعتاد
doubt-superseded = حلّ محله إشعار لاحق

## جدول المستندات
document-transport-document = وثيقة النقل
document-containers = الحاويات
document-seals = الأختام
document-gross-mass = الوزن الإجمالي
document-packages = الطرود
document-hs-code = رمز النظام المنسق
document-origin = المنشأ
document-place-of-loading = مكان التحميل
document-place-of-unloading = مكان التفريغ
document-consignor = الشاحن
document-consignee = المرسل إليه
document-value = القيمة
document-routing = بلدان خط السير
column-entry-summary = البيان الموجز للدخول
column-entry-amendment = التعديل
column-import-declaration = بيان الاستيراد
column-reports = الإشعارات عن { $container }

## صفة الأطراف في الإرسالية
party-consignor = الشاحن
party-consignee = المرسل إليه
party-declarant = المصرِّح
party-notify = الطرف الواجب إشعاره
party-carrier = الناقل

## ما يمكن اكتشافه
finding-classification = التصنيف الجمركي
finding-cigarettes = سجائر
finding-controlled-goods = بضائع خاضعة للرقابة
finding-counterfeit = بضائع مقلدة
finding-description = وصف البضاعة
finding-drugs = مخدرات
finding-origin = المنشأ
finding-other = غير ذلك
finding-people = أشخاص
finding-prohibited-goods = بضائع ممنوعة
finding-quantity = الكمية
finding-transit-diversion = تحويل وجهة العبور
finding-undervaluation = خفض القيمة
finding-waste = نفايات
finding-weapons = أسلحة
finding-weight = الوزن

## ما تُقارن به الحالة
compare-value = القيمة للكيلوغرام لرمز النظام المنسق { $hs_code }
compare-value-origin = القيمة للكيلوغرام لرمز النظام المنسق { $hs_code } من منشأ { $origin }
compare-dwell-area = فترات المكوث في { $area }
compare-dwell-all = فترات المكوث في جميع الموانئ
compare-routes = المسارات من { $from } إلى { $to }

## أرقام التحقق
check-container-holds = رقم التحقق في { $number } صحيح
check-imo-holds = رقم التحقق في رقم المنظمة البحرية الدولية { $number } صحيح
check-container-category = ينبغي أن يكون الحرف الرابع U أو J أو Z
check-digit-should-be = ينبغي أن يكون رقم التحقق { $expected }
check-wrong = ربما كانت الخانة { $position } خاطئة: { $is } ← { $should }
check-wrong-known = الخانة { $position } خاطئة على الأرجح: { $is } ← { $should } ينتج رقمًا معروفًا
check-swapped = ربما تبادلت الخانات بدءًا من { $position } مواضعها: { $is } ← { $should }
check-swapped-known = تبادلت الخانات بدءًا من { $position } مواضعها على الأرجح: { $is } ← { $should } ينتج رقمًا معروفًا

## مفاتيح التصفية
filter-origin = بلد المنشأ المصرح به
filter-from = أول مكان في المسار: بلد أو منطقة ميناء أو مكان
filter-to = آخر مكان في المسار: بلد أو منطقة ميناء أو مكان
filter-via = مكان بينهما: بلد أو منطقة ميناء أو مكان
filter-reason = مؤشر انطلق، أو عائلة مؤشرات مثل RT
filter-hs = رمز النظام المنسق، أو بدايته
filter-goods = كلمات من وصف البضائع
filter-lane = المسار الجمركي
filter-arm = اختيرت حسب المخاطر أو عشوائيًا
filter-list = على قائمة أحد الأيام
filter-day = يوم القائمة، والأيام السابقة أيضًا
filter-state = متاحة أو محجوزة أو مبتوت فيها
filter-who = من يعمل عليها أو بتّ فيها؛ me تعني المستخدم نفسه
filter-office = المكتب الجمركي
filter-consignee = اسم المرسل إليه أو رقمه
filter-consignor = اسم الشاحن أو رقمه
filter-party = اسم المرسل إليه أو الشاحن أو رقمه
filter-container = رقم الحاوية، أو بدايته
filter-document = وثيقة النقل، أو بداية رقمها
filter-declaration = رقم البيان، أو بدايته
filter-vessel = رقم السفينة لدى المنظمة البحرية الدولية
filter-seal = الختم، أو بداية رقمه
filter-id = الإرسالية
filter-value = القيمة الجمركية بالعملة المصرح بها
filter-at-stake = الرسوم والضرائب المعرضة للخطر
filter-score = الدرجة، من 0 إلى 1
filter-rank = الترتيب حسب الدرجة
filter-arrives = الوصول المتوقع
filter-deadline = الموعد النهائي للبتّ
filter-overdue = لم يُبتّ فيها بعد انقضاء الموعد
filter-waiting = الساعات منذ أول علم بها
filter-found = ما اكتُشف
filter-decided = متى بُتّ فيها، في الأيام السابقة أيضًا

## قيم التصفية
filter-value-red = أحمر: معاينة
filter-value-yellow = أصفر: مستندات
filter-value-blue = أزرق: بعد الإفراج
filter-value-green = أخضر: إفراج
filter-value-none = لا شيء
filter-value-risk = حسب المخاطر
filter-value-random = عشوائيًا
filter-value-today = اليوم
filter-value-any = أي قيمة
filter-value-free = متاحة
filter-value-taken = محجوزة
filter-value-decided = مبتوت فيها
filter-value-nothing = لم تُكتشف مخالفة
filter-value-yes = نعم
filter-value-no = لا

## أرقام النظرة العامة
figure-waiting = في الانتظار
figure-taken = قيد العمل
figure-overdue = متأخرة
figure-decided-today = بُتّ فيها اليوم
figure-listed = على قائمة اليوم
figure-list-left = المتبقي من قائمة اليوم
figure-inspected = مبتوت فيها
figure-found = بمخالفة
figure-hit-rate = نسبة ما فيه مخالفة
figure-value-found = قيمة ما اكتُشف

## What is wrong in a filter
filter-fault-unknown-key = لا يوجد في المرشّح مفتاح { $found } (الحرف { $place }).
filter-fault-bad-value = { $found } ليست قيمة للمفتاح { $key } (الحرف { $place }).
filter-fault-bad-operator = لا يُقارَن المفتاح { $key } بالعلامة { $found } (الحرف { $place }).
filter-fault-missing-value = تنقص قيمة عند الحرف { $place }.
filter-fault-unclosed-quote = علامة الاقتباس عند الحرف { $place } غير مغلقة.
filter-fault-too-long = المرشّح أطول من { $most } حرف.
filter-fault-too-many-terms = في المرشّح أكثر من { $most } حدّ.
filter-fault-too-many-values = في الحدّ عند الحرف { $place } أكثر من { $most } قيمة.
filter-fault-nearest = هل تقصد { $nearest }؟

## Senders
sender-unnamed = بلا اسم (رسائلها لا تسمّي أحدًا أو تسمّي عدة)

# Trips of one container.
stay-origin = من البوابة إلى السفينة في { $place }
stay-origin-cycle = من استلام الحاوية فارغة إلى السفينة في { $place }
stay-transhipment = بين سفينتين في { $place }
stay-destination = من السفينة إلى البوابة في { $place }
stay-destination-cycle = من السفينة إلى إعادة الحاوية فارغة في { $place }
route-normal = { $n ->
    [zero] لا حاوية معروفة من { $from } إلى { $to } سارت { $ways }.
    [one] الحاوية الوحيدة المعروفة من { $from } إلى { $to } سارت { $ways }.
    [two] { $share } من حاويتين من { $from } إلى { $to } سارت { $ways }.
    [few] { $share } من { $population } حاويات من { $from } إلى { $to } سارت { $ways }.
    [many] { $share } من { $population } حاوية من { $from } إلى { $to } سارت { $ways }.
   *[other] { $share } من { $population } حاوية من { $from } إلى { $to } سارت { $ways }.
}
route-carrier = { $share } من { $population } حاوية للناقل { $carrier } سارت { $ways }.
route-none = لا يُعرف أن حاوية سارت من قبل من { $from } إلى { $to }.
route-direct = مباشرة
route-via = عبر { $places }
route-either = { $before } أو { $last }
route-this = سار في هذا الطريق { $count } من { $population } ({ $share }).
route-this-never = { $n ->
    [zero] لم يسر شيء في هذا الطريق.
    [one] سارت هذه في طريق آخر.
    [two] سارت كلتاهما في طريق آخر.
    [few] لم تسر أي من هذه الـ{ $population } في هذا الطريق.
    [many] لم تسر أي من هذه الـ{ $population } في هذا الطريق.
   *[other] لم تسر أي من هذه الـ{ $population } في هذا الطريق.
}
route-this-first = لا يوجد ما يُقارن به.
check-container-shape = رقم الحاوية أربعة أحرف وستة أرقام ورقم تحقق.
trips-show-heading = { $container } حتى { $time }: { $n ->
    [zero] لا رحلات
    [one] رحلة واحدة
    [two] رحلتان
    [few] { $n } رحلات
    [many] { $n } رحلة
   *[other] { $n } رحلة
}
trips-show-latest = تُعرض آخر { $shown }.
trips-show-trip = الرحلة { $number } من { $total }
trips-show-box = الحاوية الفعلية { $number } بهذا الرقم
trips-show-status-open = جارية
trips-show-status-closed = منتهية
trips-show-status-uncertain = غير مؤكدة
trips-show-empty = فارغة، يُعاد توزيعها
trips-show-carrier = الناقل { $carrier }
trips-show-sure = مؤكدة بنسبة { $share }
trips-show-reports = { $n ->
    [zero] لا تقارير
    [one] تقرير واحد
    [two] تقريران
    [few] { $n } تقارير
    [many] { $n } تقريرًا
   *[other] { $n } تقرير
}
trips-show-score = الدرجة { $score }
trips-show-case = الحالة { $id }، الدرجة { $score }: { $goods }
trips-show-calls = المحطات
trips-show-doubted = { $n } مشكوك فيه
trips-show-more-sources = { $n ->
    [zero] ولا مصدر آخر
    [one] ومصدر آخر
    [two] ومصدران آخران
    [few] و{ $n } مصادر أخرى
    [many] و{ $n } مصدرًا آخر
   *[other] و{ $n } مصدرًا آخر
}
trips-show-key = الحرف الصغير تقرير مشكوك فيه، و~ توقع، و+ عدة تقارير معًا
trips-show-role-load = شُحنت
trips-show-role-transhipment = أُعيد شحنها
trips-show-role-discharge = أُفرغت
trips-show-inferred = لم يُبلَّغ هنا عن شحن ولا تفريغ
trips-show-in = دخول { $time }
trips-show-out = خروج { $time }
trips-show-from = من السفينة { $vessel }
trips-show-on = على السفينة { $vessel }
trips-show-stay = مكوث { $hours }
trips-show-usual = عادةً { $median }، وتسعة من عشرة أقل من { $high }؛ من { $population }
trips-show-leg = { $hours } في البحر
trips-show-doubt = مشكوك فيه: { $event } { $time }، { $place }، أبلغ عنه { $sources }: { $why }
trips-show-repair = مصحَّح: { $event } { $time }، { $place }، أبلغ عنه { $sources }: { $why }
trips-show-doubts-cut = { $n } تقريرًا آخر مشكوكًا فيه؛ تجدها مع ‎--json
trips-show-whole = عن الرحلة كلها
trips-show-nothing = لا شيء لافت.
trips-show-message = ↳ { $message }{ $n ->
    [0] {""}
    [one] {" "}ورسالة أخرى
    [two] {" "}ورسالتان أخريان
    [few] {" "}و{ $n } رسائل أخرى
    [many] {" "}و{ $n } رسالة أخرى
   *[other] {" "}و{ $n } رسالة أخرى
}

# منطقة ميناء.
unusual-calls = { $value } مرورًا هذا الأسبوع، والمعتاد { $usual }.
unusual-role = { $value } حاوية «{ $name }» هذا الأسبوع، والمعتاد { $usual }.
unusual-origin = { $value } حاوية من { $name } هذا الأسبوع، والمعتاد { $usual }.
unusual-origin-new = { $value } حاوية من { $name } هذا الأسبوع، ولا شيء في الأسابيع السابقة.
unusual-flagged = { $share } من { $calls } مرورًا هذا الأسبوع لرحلات ذات سبب قوي؛ والمعتاد { $usual }.
unusual-doubted = { $share } من { $calls } مرورًا هذا الأسبوع فيها تقرير مشكوك فيه؛ والمعتاد { $usual }.
unusual-long-stays = { $what }: { $share } من فترات هذا الأسبوع أطول من { $high }، وكانت واحدة من عشرة من قبل.

# What is not believed, and what was put right.
doubt-outvoted = تناقضه معظم التقارير الأخرى
repair-time-zone = كانت ساعته منحرفة بساعات كاملة كما تفعل المنطقة الزمنية، فصُححت
repair-whole-days = كان تاريخه منحرفًا بأيام كاملة، فصُحح
repair-place = كان مكانه غير معروف فتُعلّم من تقارير أخرى
repair-code = غلبت رمزه تقارير أخرى من اللحظة نفسها

## الفحص
verdict-ok = { $file } ({ $message }): مطابق للمعيار
verdict-rules = { $file } ({ $message }): البنية صحيحة وخُولفت قواعد؛ الأخطاء: { $errors }
verdict-structure = { $file } ({ $message }): البنية خاطئة؛ الأخطاء: { $errors }
verdict-unreadable = { $file } ({ $message }): تتعذر قراءته
verdict-error = السطر { $line }، العمود { $column }: { $code } { $text }
verdict-more = أخطاء أخرى، انظر { -command(text: "--jsonl") }: { $errors }

## الفحص
screen-match = { $score }  { $name }  ({ $id })
screen-none = { $query }: لا شيء في القائمة
screen-pair = { $score }  { $left } / { $right }
screen-same = «{ $query }» موجود هناك أيضًا
screen-one-name = «{ $query }» و«{ $listed }» كتابتان لاسم واحد
screen-sound = «{ $query }» يُنطق مثل «{ $listed }»
screen-letters = «{ $query }» يكاد يكون «{ $listed }»
screen-initial = «{ $query }» و«{ $listed }»: حرف أول
screen-legal-form = «{ $query }» و«{ $listed }»: الشكل القانوني نفسه
screen-only-query = ضده: «{ $query }» ليس في الاسم المدرج
screen-only-listed = ضده: «{ $listed }» لم يُطلب
