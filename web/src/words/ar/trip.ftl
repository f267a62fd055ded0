trip-title = رحلات { $container }
trip-heading = رحلات
trip-loading = قراءة رحلات { $container }
trip-crumb = أين أنت
trip-to-queue = القائمة
trip-search = البحث عن هذا الرقم
trip-choose = الرحلة
trip-number-of = الرحلة { $number } من { $total }
trip-option-reasons = { $count ->
    [one] سبب واحد
    [two] سببان
    [few] { $count } أسباب
   *[other] { $count } سببًا
}
trip-no-calls = لا ميناء
trip-way = موانئ التوقف
trip-score = درجة الرحلة وحدها
trip-status = الحالة
trip-open = جارية
trip-closed = منتهية
trip-uncertain = غير مؤكدة
trip-empty = فارغة، يُعاد توزيعها
trip-box = الحاوية الفعلية { $number }
trip-when = من – إلى
trip-carrier = الناقل
trip-sure = مؤكدة بنسبة
trip-silence = أطول صمت
trip-cases = الحالات التي حملتها
trip-odd = { $count ->
    [0] لا شيء غريب
    [one] الغريب: سبب واحد
    [two] الغريب: سببان
    [few] الغريب: { $count } أسباب
   *[other] الغريب: { $count } سببًا
}
trip-odd-text = انتقل إلى سبب بالمفتاحين j وk: يضيء جزؤه على خط الزمن والخريطة والجداول.
trip-nothing-odd = لم يعمل أي مؤشر للرحلة. ما تقوله التصاريح يُقيَّم مع الحالة.
trip-strong = قوي
trip-middling = متوسط
trip-weak = ضعيف
trip-stands-on = { $count ->
    [one] يستند إلى رسالة واحدة
    [two] يستند إلى رسالتين
    [few] يستند إلى { $count } رسائل
   *[other] يستند إلى { $count } رسالة
}
trip-not-judged = { $count ->
    [one] مؤشر واحد لم يمكن تقييمه
    [two] مؤشران لم يمكن تقييمهما
    [few] { $count } مؤشرات لم يمكن تقييمها
   *[other] { $count } مؤشرًا لم يمكن تقييمها
}
trip-key-next-reason = السبب التالي
trip-key-previous-reason = السبب السابق
trip-key-earlier = الرحلة السابقة لهذه الحاوية
trip-key-later = الرحلة التالية لهذه الحاوية
trip-in-time = في الزمن، حسب المصدر
trip-calls = محطات التوقف والمراحل
trip-in-space = على الخريطة، مقابل الطرق المعتادة
trip-stays = فترات المكوث بين مثيلاتها في المكان
trip-reports = كل التقارير
trip-legs = المراحل
trip-leg = المرحلة
trip-leg-vessel = السفينة
trip-leg-hours = استغرقت
trip-leg-usual = المعتاد
trip-leg-long = أطول من المعتاد
trip-unknown-time = غير معروف
trip-no-pair = ليس للرحلة طرفان تُقارن بهما الطريق.
trip-routes-listed = الطرق المعتادة واحدة واحدة
trip-no-stays = لا تُعرف بداية أي فترة مكوث.
trip-stay-lasts = مستمرة
trip-area-page = ما يمر من هنا
trip-drawing-label = خط زمن التقارير. ينتقل السهمان الأيسر والأيمن من تقرير إلى آخر، ويقرؤه السطر أدناه.
trip-drawing = خط زمن الحاوية { $container } من { $start } إلى { $end }. { $sources }.
trip-lane = { $source }: { $believed } مصدَّق، { $doubted } مشكوك فيه
trip-lane-counts = { $believed } مصدَّق{ $doubted ->
    [0] {""}
   *[other] ، { $doubted } مشكوك فيه
}{ $foreseen ->
    [0] {""}
   *[other] ، { $foreseen } متوقع
}
trip-doubted-word = مشكوك فيه
trip-believed = تقرير مصدَّق
trip-foreseen = توقع
trip-doubted = تقرير مشكوك فيه
trip-report-before = التقرير السابق
trip-report-after = التقرير التالي
trip-report-of = { $number } من { $total }
trip-reported-by = أبلغ عنه
trip-report-none = { $total ->
    [one] حدث واحد في هذه الرحلة. اختره بالأسهم أو على الرسم.
    [two] حدثان في هذه الرحلة. اختر أحدهما بالأسهم أو على الرسم.
    [few] { $total } أحداث في هذه الرحلة. اختر واحدًا بالأسهم أو على الرسم.
   *[other] { $total } حدثًا في هذه الرحلة. اختر واحدًا بالأسهم أو على الرسم.
}
trip-unknown = لا رسالة تذكر هذه الحاوية
trip-unknown-text = المطلوب:
trip-nearest = أقرب الأرقام التي تذكرها الرسائل
trip-repaired = مصحَّح
