## The screen
profile-title = Your profile
profile-name = Name
profile-login = Login
profile-role = Role
profile-saved = Saved.
profile-saving = Saving…
profile-saved-at-once = Every choice is saved at once and follows you to other machines.

## Look
profile-look = Language and look
profile-language = Language
profile-theme = Colours
profile-theme-system = As the system
profile-theme-light = Light
profile-theme-dark = Dark
profile-density = Density
profile-density-compact = Compact
profile-density-comfortable = Comfortable
profile-zone = Time zone
profile-zone-now = Times are shown in it: now { $time }
profile-zone-here = This machine's

## Shortcuts
profile-shortcuts = Shortcuts
profile-shortcuts-on = Single-key shortcuts
profile-shortcuts-hint = They never act while you type in a field. Each screen lists its own behind the key ?. Switch them off if you use speech input or press keys by accident.
profile-shortcuts-key = Key
profile-shortcuts-does = What it does

## Password
profile-password = Password
profile-password-text = Changing it closes your other sessions.
profile-password-current = Present password
profile-password-current-missing = Give your present password.
profile-password-wrong = This is not your present password.
profile-password-new = New password
profile-password-hint = At least { $min } characters; a few words are easier than signs.
profile-password-short = Use at least { $min } characters.
profile-password-again = New password again
profile-password-differ = The two new passwords differ.
profile-password-change = Change password
profile-password-changed = Your password was changed.

## Guide
profile-guide = Guided first case
profile-guide-text = In this demo, a short guide leads from the queue to a finding.
profile-guide-show = Show the guide again
profile-guide-begins = The guide begins again.
