## Lanes and stops
common-lane-red = Rouge
common-lane-yellow = Jaune
common-lane-blue = Bleu
common-lane-green = Vert
common-stop-load = chargé à { $place }
common-stop-transhipment = transbordé à { $place }
common-stop-discharge = déchargé à { $place }
common-stop-declared = déclaré pour { $place }

## Acts
common-retry = Réessayer
common-close = Fermer
common-cancel = Annuler
common-sort = Trier selon cette colonne
common-loading = Chargement…

## Problems
common-problem-offline = Le serveur ne répond pas
common-problem-unknown = Une erreur s’est produite
common-problem-holder = { $name } l’a pris en charge.
common-problem-request = Requête

## Navigation
common-nav = Navigation principale
common-nav-queue = File d’attente
common-nav-search = Recherche
common-nav-map = Carte
common-nav-overview = Vue d’ensemble
common-nav-quarantine = Quarantaine
common-nav-audit = Audit
common-nav-accounts = Comptes
common-nav-settings = Paramètres
common-nav-profile = Profil
