sign-in-heading = تسجيل الدخول
sign-in-languages = اللغة
sign-in-law = كل ما يُطَّلع عليه ويُقرَّر هنا يُسجَّل باسمك.
