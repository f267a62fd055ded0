sign-in-heading = Sign in
sign-in-languages = Language
sign-in-law = Everything that is looked at and decided here is recorded under your name.
