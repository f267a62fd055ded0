search-heading = بحث: { $query }
search-count = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
   *[other] { $count } نتيجة
}
search-ask = ابحث بأي رقم
search-ask-text = حاوية، مستند نقل، MRN، سفينة برقم IMO أو بالاسم، طرف، رمز النظام المنسق، ختم. يكفي جزء من الرقم، والرقم المكتوب خطأ يُظهر الأقرب إليه.
search-none = لا نتائج لـ{ $query }
search-none-text = لا يُعرف حتى رقم يختلف بحرف أو حرفين. ربما لم تصل رسالته بعد أو أنها في الحجر.
search-only-near = ‏{ $query } نفسه غير معروف. هذه أقرب النتائج.
search-near = { $count ->
    [one] الأقرب: يختلف بحرف واحد
    [two] الأقرب: يختلف بحرفين
   *[other] الأقرب: يختلف بعدد { $count } من الأحرف
}
search-all = { $count ->
   *[other] الكل في القائمة ({ $shown })
}
search-no-consignment = ليس في أي إرسالية مفتوحة
search-check = رقم التحقق
search-check-known = معروف بهذا التصحيح:
search-trips = أين ذهبت
search-older = حالات أقدم بهذا الرقم
search-older-how = حالات ليست مفتوحة ولا من الأشهر الثلاثة الأخيرة. لا يُعثر على الأقدم إلا بالرقم كاملًا.
search-older-later = لا تزال الحالات الأقدم تُقرأ بعد بدء تشغيل الخادم: أعد البحث عنها بعد لحظات.
search-older-more = { $count ->
    [one] وحالة أخرى أقدم
    [two] وحالتان أخريان أقدم
    [few] و{ $shown } حالات أخرى أقدم
   *[other] و{ $shown } حالة أخرى أقدم
}
search-ports = الموانئ
search-port-page = ما يمر من هناك
