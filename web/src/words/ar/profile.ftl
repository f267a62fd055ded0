## The screen
profile-title = ملفك الشخصي
profile-name = الاسم
profile-login = اسم الدخول
profile-role = الدور
profile-saved = حُفظ.
profile-saving = جارٍ الحفظ…
profile-saved-at-once = يُحفظ كل اختيار فورًا ويلازمك على الأجهزة الأخرى.

## Look
profile-look = اللغة والمظهر
profile-language = اللغة
profile-theme = الألوان
profile-theme-system = حسب النظام
profile-theme-light = فاتح
profile-theme-dark = داكن
profile-density = الكثافة
profile-density-compact = مكثفة
profile-density-comfortable = مريحة
profile-zone = المنطقة الزمنية
profile-zone-now = تُعرض الأوقات بها: الآن { $time }
profile-zone-here = منطقة هذا الجهاز

## Shortcuts
profile-shortcuts = الاختصارات
profile-shortcuts-on = اختصارات المفتاح الواحد
profile-shortcuts-hint = لا تعمل أثناء الكتابة في حقل. وتعرض كل شاشة اختصاراتها بالمفتاح ?. أوقفها إن كنت تستعمل الإملاء الصوتي أو تضغط المفاتيح سهوًا.
profile-shortcuts-key = المفتاح
profile-shortcuts-does = ما يفعله

## Password
profile-password = كلمة المرور
profile-password-text = تغييرها يغلق جلساتك الأخرى.
profile-password-current = كلمة المرور الحالية
profile-password-current-missing = أدخل كلمة المرور الحالية.
profile-password-wrong = هذه ليست كلمة مرورك الحالية.
profile-password-new = كلمة المرور الجديدة
profile-password-hint = { $min } حرفًا على الأقل؛ بضع كلمات أسهل من الرموز.
profile-password-short = استعمل { $min } حرفًا على الأقل.
profile-password-again = كلمة المرور الجديدة مرة أخرى
profile-password-differ = كلمتا المرور الجديدتان مختلفتان.
profile-password-change = تغيير كلمة المرور
profile-password-changed = غُيِّرت كلمة مرورك.

## Guide
profile-guide = الملف الأول الموجَّه
profile-guide-text = في هذا العرض يقودك دليل قصير من قائمة الانتظار إلى النتيجة.
profile-guide-show = عرض الدليل من جديد
profile-guide-begins = يبدأ الدليل من جديد.
