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
common-problem-code-invalid_request = Quelque chose n’est pas valable
common-problem-code-not_signed_in = Vous n’êtes pas connecté
common-problem-code-wrong_credentials = Le nom d’utilisateur ou le mot de passe est erroné
common-problem-code-wrong_signature = La signature est erronée
common-problem-code-too_many_attempts = Trop de tentatives échouées : attendez un moment
common-problem-code-forbidden = Vous n’y êtes pas autorisé
common-problem-code-not_found = Il n’existe rien de ce nom ou de ce numéro
common-problem-code-method_not_allowed = Cela ne peut pas se faire ici
common-problem-code-no_free_case = Il ne reste aucun envoi libre
common-problem-code-nothing_assessed = Rien n’a encore été évalué
common-problem-code-locked_by_other = Un collègue a cet envoi
common-problem-code-lock_lost = L’envoi n’est plus à vous
common-problem-code-stale = Quelqu’un l’a modifié entre-temps
common-problem-code-precondition_required = La version lue n’a pas été indiquée : rechargez la page
common-problem-code-conflict = Cela ne s’accorde pas avec l’état actuel
common-problem-code-idempotency_mismatch = Le même acte a été envoyé deux fois avec un contenu différent : rechargez la page
common-problem-code-too_late = Il est trop tard
common-problem-code-too_large = C’est trop volumineux
common-problem-code-unreadable = Le message est illisible
common-problem-code-unsupported_encoding = Cet encodage n’est pas lu
common-problem-code-rate_limited = Trop de requêtes : attendez un instant
common-problem-code-unavailable = Le serveur est occupé : réessayez dans un instant
common-problem-code-internal = Une défaillance du serveur : indiquez la requête à l’administrateur
common-fault-bad_value = Cette valeur ne convient pas ici
common-fault-bad_length = Il y en a trop, ou aucun
common-fault-in_the_future = Cela est dans le futur
common-fault-in_the_past = Cela est dans le passé
common-fault-missing = Ceci manque
common-fault-unknown = Ceci n’est pas connu ici
common-fault-unknown_host = Le serveur ne répond pas sous ce nom
common-fault-unknown_parameter = Cette partie de l’adresse est inconnue
common-fault-repeated = Ceci y figure deux fois
common-fault-foreign_origin = Cela n’a pas été envoyé par la page de la console
common-fault-wrong_password = Le mot de passe actuel est un autre
common-fault-password_too_short = Le mot de passe est trop court : { $minimum } caractères au moins
common-fault-password_too_long = Le mot de passe est trop long
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
common-menu = Menu
common-skip = Aller au contenu
common-notices = Notifications
common-screen-not-loaded = Cet écran n’a pas pu être chargé. La console a peut-être été mise à jour : rechargez la page.

## Search box
common-search-label = Rechercher par numéro ou par nom
common-search-placeholder = Conteneur, document, MRN, navire, partie…
common-search-hits = Résultats de la recherche
common-search-nearest = le plus proche
common-search-none = Rien trouvé, pas même d’approchant.
common-search-older = { $count ->
    [one] { $shown } envoi plus ancien porte ce numéro
   *[other] { $shown } envois plus anciens portent ce numéro
}
common-search-failed = La recherche n’a pas répondu. Appuyez sur Entrée pour réessayer.
common-search-all = Tous les résultats
common-consignments = { $count ->
    [one] { $shown } envoi
   *[other] { $shown } envois
}
common-kind-container = Conteneur
common-kind-transport_document = Document de transport
common-kind-declaration = Déclaration
common-kind-vessel = Navire
common-kind-party = Partie
common-kind-hs_code = Code SH
common-kind-seal = Scellé
common-kind-consignment = Envoi

## Person
common-person-menu = { $name } : langue, couleurs, déconnexion
common-role-officer = Agent de ciblage
common-role-analyst = Analyste
common-role-supervisor = Superviseur
common-role-administrator = Administrateur
common-language = Langue
common-theme = Couleurs
common-theme-system = Selon le système
common-theme-light = Clair
common-theme-dark = Sombre
common-shortcuts = Raccourcis clavier
common-shortcuts-off = Les raccourcis sont désactivés dans votre profil.
common-shortcuts-everywhere = Partout
common-shortcuts-here = Sur cet écran
common-key-search = Rechercher
common-key-undo = Annuler la dernière action tant que c’est possible
common-sign-out = Se déconnecter
common-preferences-not-saved = La modification n’a pas pu être enregistrée.

## Signing in
common-sign-in = Se connecter
common-sign-in-login = Nom d’utilisateur
common-sign-in-password = Mot de passe
common-sign-in-or = Ou se connecter avec
common-sign-in-not-set-up = Aucun autre moyen de connexion n’est prévu ici.
common-sign-in-unavailable = Le service de connexion ne répond pas. Réessayez dans un instant ou prévenez votre administrateur.
common-sign-in-declined = Le service de connexion ne vous a pas laissé passer, ou vous y avez abandonné.
common-sign-in-expired = Cette connexion a pris trop de temps ou a été commencée ailleurs. Recommencez.
common-sign-in-unverified = La réponse du service de connexion n’a pas pu être vérifiée ; personne n’a été connecté. Recommencez.
common-sign-in-no-login = Le service de connexion n’indique aucun nom d’utilisateur utilisable ici. Prévenez votre administrateur.
common-sign-in-no-role = Le service de connexion ne vous donne aucun rôle ici. Demandez-en un à votre administrateur.
common-sign-in-login-taken = Votre nom d’utilisateur appartient ici à un autre compte. Prévenez votre administrateur.
common-sign-in-closed = Votre compte est verrouillé ou fermé. Adressez-vous à votre administrateur.
common-sign-in-internal = La connexion a échoué ici. Indiquez la requête à votre administrateur.
common-session-ended = Reconnectez-vous
common-session-ended-text = Votre session a pris fin. Votre saisie est conservée ; vous reprenez où vous en étiez.

## Banners
common-connection-lost = Le serveur ne répond pas. Votre saisie est conservée ; nouvelle tentative en cours.
common-world-demo = Monde de démonstration, entièrement inventé. Son heure est arrêtée au { $time }.
common-world-fixed = Ces données sont arrêtées au { $time }.

## No such place, no right
common-not-found = Introuvable
common-not-found-path = Il n’y a rien à l’adresse { $path }.
common-not-found-text = L’adresse est peut-être mal saisie ou tronquée. Cherchez avec / par numéro, ou allez à la file d’attente.
common-no-right = Accès non autorisé
common-no-right-role = Votre rôle ({ $role }) ne donne pas accès à cet écran.
common-no-right-who = Qui le peut : { $roles }. Un administrateur modifie les rôles.
common-to-queue = Vers la file d’attente

## Differences of texts
common-diff-removed = ligne retirée
common-diff-added = ligne ajoutée
common-diff-gap = { $count ->
    [one] { $count } ligne identique
   *[other] { $count } lignes identiques
}

## First visit
common-guide = Première visite
common-guide-count = Étape { $number } sur { $of }
common-guide-queue = Chaque ligne est un envoi en route, le plus risqué d’abord. Les motifs figurent sur la ligne : ce qui a été vu, le seuil, et à quoi on l’a comparé.
common-guide-take = Appuyez sur t, ou sur « Prendre le suivant » : vous recevez le cas libre le plus urgent, et vos collègues voient que vous l’avez.
common-guide-evidence = Les motifs sont classés par poids. Chacun ouvre ce sur quoi il repose : les messages eux-mêmes, l’itinéraire ou le prix habituel à côté. Lisez le premier.
common-guide-finding = Décidez maintenant : consignez ce que le contrôle a constaté, ou qu’il n’a rien trouvé. Vous avez dix secondes pour annuler. C’est toute la boucle.
common-guide-next = Suivant
common-guide-skip = Passer, ne plus afficher
