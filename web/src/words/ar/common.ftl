## Lanes and stops
common-lane-red = أحمر
common-lane-yellow = أصفر
common-lane-blue = أزرق
common-lane-green = أخضر
common-stop-load = شُحن في { $place }
common-stop-transhipment = نُقل بين السفن في { $place }
common-stop-discharge = أُفرغ في { $place }
common-stop-declared = مصرَّح به إلى { $place }

## Acts
common-retry = أعد المحاولة
common-close = إغلاق
common-cancel = إلغاء
common-sort = رتّب حسب هذا العمود
common-loading = جارٍ التحميل…

## Problems
common-problem-offline = الخادم لا يجيب
common-problem-unknown = حدث خطأ
common-problem-holder = هو لدى { $name }.
common-problem-code-invalid_request = ثمة ما هو غير صالح
common-problem-code-not_signed_in = لم تسجّل الدخول
common-problem-code-wrong_credentials = اسم المستخدم أو كلمة المرور غير صحيح
common-problem-code-wrong_signature = التوقيع غير صحيح
common-problem-code-too_many_attempts = محاولات فاشلة كثيرة: انتظر قليلًا
common-problem-code-forbidden = لا يحق لك هذا
common-problem-code-not_found = لا شيء بهذا الاسم أو الرقم
common-problem-code-method_not_allowed = لا يمكن فعل هذا هنا
common-problem-code-no_free_case = لم تبق حالة متاحة
common-problem-code-nothing_assessed = لم يُقيَّم شيء بعد
common-problem-code-locked_by_other = هذه الحالة لدى زميل
common-problem-code-lock_lost = لم تعد الحالة لديك
common-problem-code-stale = غيّره أحد في أثناء ذلك
common-problem-code-precondition_required = لم تُذكر النسخة المقروءة: أعد تحميل الصفحة
common-problem-code-conflict = لا يوافق هذا ما هو قائم الآن
common-problem-code-idempotency_mismatch = أُرسل الفعل نفسه مرتين بمحتوى مختلف: أعد تحميل الصفحة
common-problem-code-too_late = فات أوان هذا
common-problem-code-too_large = هذا أكبر مما ينبغي
common-problem-code-unreadable = لا يمكن قراءة الرسالة
common-problem-code-unsupported_encoding = هذا الترميز لا يُقرأ
common-problem-code-rate_limited = طلبات كثيرة: انتظر لحظة
common-problem-code-unavailable = الخادم مشغول الآن: أعد المحاولة بعد لحظات
common-problem-code-internal = تعذّر أمر في الخادم: أبلغ المدير برقم الطلب
common-fault-bad_value = هذه القيمة لا تصلح هنا
common-fault-bad_length = عددها أكثر مما ينبغي أو لا شيء
common-fault-in_the_future = هذا في المستقبل
common-fault-in_the_past = هذا في الماضي
common-fault-missing = هذا ناقص
common-fault-unknown = هذا غير معروف هنا
common-fault-unknown_host = لا يجيب الخادم بهذا الاسم
common-fault-unknown_parameter = هذا الجزء من العنوان غير معروف
common-fault-repeated = هذا مكرر
common-fault-foreign_origin = لم تُرسل هذا صفحة البرنامج نفسها
common-fault-wrong_password = كلمة المرور الحالية غير هذه
common-fault-password_too_short = كلمة المرور قصيرة: { $minimum } من الأحرف على الأقل
common-fault-password_too_long = كلمة المرور طويلة أكثر مما ينبغي
common-problem-request = رقم الطلب

## Navigation
common-nav = التنقل الرئيسي
common-nav-queue = قائمة العمل
common-nav-search = بحث
common-nav-map = الخريطة
common-nav-overview = نظرة عامة
common-nav-quarantine = الحجر
common-nav-audit = التدقيق
common-nav-accounts = الحسابات
common-nav-settings = الإعدادات
common-nav-profile = الملف الشخصي
common-menu = القائمة
common-skip = انتقل إلى المحتوى
common-notices = إشعارات
common-screen-not-loaded = تعذّر جلب هذه الشاشة. ربما حُدِّثت الواجهة: أعد تحميل الصفحة.

## Search box
common-search-label = ابحث بأي رقم أو اسم
common-search-placeholder = حاوية، مستند، MRN، سفينة، طرف…
common-search-hits = نتائج البحث
common-search-nearest = الأقرب
common-search-none = لم يُعثر على شيء، ولا على ما يشبهه.
common-search-older = { $count ->
    [one] حالة أقدم واحدة بهذا الرقم
    [two] حالتان أقدم بهذا الرقم
    [few] { $shown } حالات أقدم بهذا الرقم
   *[other] { $shown } حالة أقدم بهذا الرقم
}
common-search-failed = لم يُجب البحث. اضغط Enter لإعادة المحاولة.
common-search-all = كل النتائج
common-consignments = { $count ->
    [zero] لا إرساليات
    [one] إرسالية واحدة
    [two] إرساليتان
    [few] { $shown } إرساليات
    [many] { $shown } إرسالية
   *[other] { $shown } إرسالية
}
common-kind-container = حاوية
common-kind-transport_document = مستند نقل
common-kind-declaration = بيان جمركي
common-kind-vessel = سفينة
common-kind-party = طرف
common-kind-hs_code = رمز النظام المنسق
common-kind-seal = ختم
common-kind-consignment = إرسالية

## Person
common-person-menu = { $name }: اللغة والألوان والخروج
common-role-officer = ضابط استهداف
common-role-analyst = محلل
common-role-supervisor = مشرف
common-role-administrator = مدير النظام
common-language = اللغة
common-theme = الألوان
common-theme-system = كما في الجهاز
common-theme-light = فاتح
common-theme-dark = داكن
common-shortcuts = اختصارات لوحة المفاتيح
common-shortcuts-off = الاختصارات معطلة في ملفك الشخصي.
common-shortcuts-everywhere = في كل مكان
common-shortcuts-here = في هذه الشاشة
common-key-search = بحث
common-key-undo = تراجع عن آخر إجراء ما دام ممكنًا
common-sign-out = تسجيل الخروج
common-preferences-not-saved = تعذّر حفظ التغيير.

## Signing in
common-sign-in = تسجيل الدخول
common-sign-in-login = اسم المستخدم
common-sign-in-password = كلمة المرور
common-sign-in-or = أو سجّل الدخول عبر
common-sign-in-not-set-up = لا توجد هنا طريقة أخرى لتسجيل الدخول.
common-sign-in-unavailable = خدمة تسجيل الدخول لا تستجيب. حاول بعد قليل أو أبلغ المسؤول.
common-sign-in-declined = لم تسمح لك خدمة تسجيل الدخول بالمرور، أو أنك توقفت هناك.
common-sign-in-expired = استغرق تسجيل الدخول وقتًا طويلًا أو بدأ في مكان آخر. ابدأ من جديد.
common-sign-in-unverified = تعذّر التحقق مما أرسلته خدمة تسجيل الدخول، فلم يسجَّل دخول أحد. ابدأ من جديد.
common-sign-in-no-login = لم تذكر خدمة تسجيل الدخول اسم مستخدم يصلح هنا. أبلغ المسؤول.
common-sign-in-no-role = لا تمنحك خدمة تسجيل الدخول أي دور هنا. اطلب دورًا من المسؤول.
common-sign-in-login-taken = اسم المستخدم الخاص بك يعود هنا إلى حساب آخر. أبلغ المسؤول.
common-sign-in-closed = حسابك موقوف أو مغلق. راجع المسؤول.
common-sign-in-internal = فشل تسجيل الدخول هنا. أبلغ المسؤول برقم الطلب.
common-session-ended = سجّل الدخول مجددًا
common-session-ended-text = انتهت جلستك. ما كتبته محفوظ، وستتابع من حيث توقفت.

## Banners
common-connection-lost = الخادم لا يجيب. ما كتبته محفوظ، والمحاولة مستمرة.
common-world-demo = عالم تجريبي مختلق بالكامل. وقته ثابت عند { $time }.
common-world-fixed = هذه البيانات ثابتة عند { $time }.

## No such place, no right
common-not-found = غير موجود
common-not-found-path = لا شيء عند { $path }.
common-not-found-text = قد يكون العنوان مكتوبًا خطأ أو مقطوعًا. ابحث بالمفتاح / بأي رقم، أو اذهب إلى قائمة العمل.
common-no-right = لا صلاحية
common-no-right-role = دورك ({ $role }) لا يتيح رؤية هذه الشاشة.
common-no-right-who = من يملكها: { $roles }. يغيّر مدير النظام الأدوار.
common-to-queue = إلى قائمة العمل

## Differences of texts
common-diff-removed = سطر محذوف
common-diff-added = سطر مضاف
common-diff-gap = { $count ->
    [zero] لا أسطر متطابقة
    [one] سطر واحد متطابق
    [two] سطران متطابقان
    [few] { $count } أسطر متطابقة
    [many] { $count } سطرًا متطابقًا
   *[other] { $count } سطر متطابق
}

## First visit
common-guide = الزيارة الأولى
common-guide-count = الخطوة { $number } من { $of }
common-guide-queue = كل صف إرسالية في طريقها إلى هنا، الأخطر أولًا. الأسباب على الصف نفسه: ما الذي رُصد، والحد، وبماذا قورن.
common-guide-take = اضغط t أو «خذ التالية»: تحصل على أكثر الحالات المتاحة إلحاحًا، ويرى زملاؤك أنها لديك.
common-guide-evidence = الأسباب مرتبة بحسب وزنها، وكل منها يفتح ما يستند إليه: الرسائل نفسها، والمسار أو السعر المعتاد بجانبها. اقرأ الأول.
common-guide-finding = والآن احسم: سجّل ما ضبطه التفتيش أو أنه لم يجد شيئًا. لديك عشر ثوانٍ للتراجع. هذه هي الدورة كاملة.
common-guide-next = التالي
common-guide-skip = تخطَّ ولا تعرض مجددًا
