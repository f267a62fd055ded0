## The screen
audit-title = سجل التدقيق
audit-lead = مَن اطّلع، ومَن قرّر، وبأي دليل.
audit-loading = جارٍ تحميل السجلات
audit-export = { $count ->
    [zero] حفظ بأسطر JSON
    [one] حفظ سجل واحد بأسطر JSON
    [two] حفظ سجلين بأسطر JSON
    [few] حفظ { $count } سجلات بأسطر JSON
    [many] حفظ { $count } سجلاً بأسطر JSON
   *[other] حفظ { $count } سجل بأسطر JSON
}
audit-empty-title = لم يُسجَّل شيء بعد
audit-empty-text = كل اطلاع وقرار وتغيير يترك سجلاً هنا.
audit-empty-filtered-title = لا يوجد سجل يطابق هذه المرشِّحات
audit-empty-filtered-text = تُقارن أسماء الأشخاص والأفعال والأشياء كما كُتبت في السجل.
audit-pages = الصفحات
audit-first-page = أحدث السجلات
audit-next-page = سجلات أقدم

## Filters
audit-filter = ترشيح السجلات
audit-actor = الشخص
audit-action = الفعل
audit-object = الشيء
audit-from = من يوم
audit-to = إلى يوم
audit-apply = ترشيح
audit-clear = مسح المرشِّحات
audit-days-wrong = اليوم الأخير قبل الأول.

## One record
audit-open = فتح
audit-all-of-object = كل سجلاته
audit-all-of-actor = كل سجلات هذا الشخص
audit-all-of-action = كل سجلات هذا الفعل
audit-time = الوقت
audit-origin = من أين
audit-request = الطلب
audit-sequence = الرقم
audit-hash = البصمة
audit-changes = ما تغيّر
audit-changed-nothing = لم يغيّر هذا الفعل شيئًا: سُجِّل حدوثه فقط.
audit-field = الحقل
audit-before = قبل
audit-after = بعد
audit-value = القيمة
audit-none = لا شيء
audit-too-many-fields = تُعرض أول { $limit } حقل فقط؛ والسجل المصدَّر يضمها كلها.

## The chain
audit-chain = سلسلة السجلات
audit-chain-lead = يحمل كل سجل بصمة لنفسه ولما قبله. ويقرأ التحقق السجلات كلها ويسمّي أول بايت تغيّر، إن وُجد.
audit-verify = التحقق من السلسلة
audit-chain-whole = { $records ->
    [zero] السلسلة سليمة: لا سجلات.
    [one] السلسلة سليمة: سجل واحد.
    [two] السلسلة سليمة: سجلان.
    [few] السلسلة سليمة: { $records } سجلات.
    [many] السلسلة سليمة: { $records } سجلاً.
   *[other] السلسلة سليمة: { $records } سجل.
}
audit-chain-broken = { $records ->
    [zero] السلسلة مكسورة. لم يُقرأ أي سجل.
    [one] السلسلة مكسورة. قُرئ سجل واحد.
    [two] السلسلة مكسورة. قُرئ سجلان.
    [few] السلسلة مكسورة. قُرئت { $records } سجلات.
    [many] السلسلة مكسورة. قُرئ { $records } سجلاً.
   *[other] السلسلة مكسورة. قُرئ { $records } سجل.
}
audit-broken-where = أول سجل مكسور رقمه { $sequence }: الحقل { $field }، البايت { $byte }.
audit-broken-record = أول سجل مكسور رقمه { $sequence }: الحقل { $field }.
audit-head = بصمة آخر سجل:
audit-head-why = دوّنها خارج هذا الجهاز: فمن يقطع السلسلة ويعيد بناءها لا يستطيع الوصول إليها ثانية.
audit-checked = جرى التحقق { $time }

## Keys
audit-key-down = السجل التالي
audit-key-up = السجل السابق
audit-key-filter = إلى المرشِّحات
