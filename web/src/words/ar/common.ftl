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
