## The screen
profile-title = Votre profil
profile-name = Nom
profile-login = Identifiant
profile-role = Rôle
profile-saved = Enregistré.
profile-saving = Enregistrement…
profile-saved-at-once = Chaque choix est enregistré aussitôt et vous suit sur d'autres machines.

## Look
profile-look = Langue et apparence
profile-language = Langue
profile-theme = Couleurs
profile-theme-system = Comme le système
profile-theme-light = Clair
profile-theme-dark = Sombre
profile-density = Densité
profile-density-compact = Compacte
profile-density-comfortable = Aérée
profile-zone = Fuseau horaire
profile-zone-now = Les heures y sont affichées : maintenant { $time }
profile-zone-here = Celui de cette machine

## Shortcuts
profile-shortcuts = Raccourcis
profile-shortcuts-on = Raccourcis à une touche
profile-shortcuts-hint = Ils n'agissent jamais pendant la saisie dans un champ. Chaque écran montre les siens avec la touche ?. Désactivez-les si vous dictez ou appuyez par mégarde.
profile-shortcuts-key = Touche
profile-shortcuts-does = Ce qu'elle fait

## Password
profile-password = Mot de passe
profile-password-text = Le changer ferme vos autres sessions.
profile-password-current = Mot de passe actuel
profile-password-current-missing = Indiquez votre mot de passe actuel.
profile-password-wrong = Ce n'est pas votre mot de passe actuel.
profile-password-new = Nouveau mot de passe
profile-password-hint = Au moins { $min } caractères ; quelques mots sont plus faciles que des signes.
profile-password-short = Utilisez au moins { $min } caractères.
profile-password-again = Nouveau mot de passe, encore
profile-password-differ = Les deux nouveaux mots de passe diffèrent.
profile-password-change = Changer le mot de passe
profile-password-changed = Votre mot de passe a été changé.

## Guide
profile-guide = Premier dossier guidé
profile-guide-text = Dans cette démo, un court guide mène de la file à un constat.
profile-guide-show = Revoir le guide
profile-guide-begins = Le guide recommence.
