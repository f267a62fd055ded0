### Les mots de l’écran d’un dossier et de ses dessins.

## The case and its head
evidence-case = Dossier
evidence-window-title = Dossier { $title }
evidence-crumb = Où vous êtes
evidence-to-queue = File d’attente
evidence-loading = Chargement des éléments…
evidence-more-containers = { $count ->
    [one] et { $count } autre conteneur
   *[other] et { $count } autres conteneurs
}
evidence-more-goods = { $count ->
    [one] et { $count } autre article
   *[other] et { $count } autres articles
}
evidence-no-goods = Aucune marchandise indiquée
evidence-no-goods-text = Ni la déclaration sommaire d’entrée ni une déclaration reçue à ce jour ne décrit les marchandises.
evidence-arm-random = Tirage au sort
evidence-by-chance = Tiré au sort, comme témoin. Ses motifs n’ont joué aucun rôle dans le choix : traitez-le comme n’importe quel envoi.
evidence-score = Score
evidence-rank = nº { $rank } sur { $open } en attente
evidence-lane = Circuit
evidence-no-lane = Sur aucune liste
evidence-listed = place { $rank } sur la liste du { $day }, par risque
evidence-listed-chance = place { $rank } sur la liste du { $day }, par tirage au sort
evidence-arrival = Arrivée
evidence-deadline = À décider avant
evidence-no-deadline = Pas d’échéance
evidence-overdue = En retard
evidence-due = à décider
evidence-at-stake = Enjeu financier
evidence-of-value = sur une valeur de
evidence-holder = Chez qui
evidence-holder-you = Vous l’avez
evidence-holder-until = jusqu’à
evidence-nobody = personne
evidence-state = État
evidence-state-free = Libre
evidence-state-taken = Pris
evidence-state-decided = Décidé
evidence-transport-document = Document de transport
evidence-route = Itinéraire
evidence-unknown = Inconnu

## Acts
evidence-actions = Actions sur ce dossier
evidence-take = Prendre
evidence-release = Libérer
evidence-next = Dossier suivant
evidence-take-next = Prendre le suivant
evidence-print = Imprimer le dossier
evidence-take-anyway = Prendre quand même
evidence-has-it-since = a ce dossier depuis
evidence-lock-ends = le verrou prend fin de lui-même à
evidence-override-title = Prendre ce dossier à un collègue ?
evidence-override-text = { $name } perd le verrou et en est averti. Le journal d’audit le retient.
evidence-none-free = Il ne reste aucun dossier libre dans cette file.
evidence-assessed-anew = Nouvelle évaluation : score { $before } → { $score }.
evidence-decided-elsewhere = Un collègue a entre-temps enregistré un constat sur ce dossier.
evidence-show-anew = Afficher l’état actuel
evidence-shown-anew = Le dossier est affiché dans son état actuel.
evidence-taken-announce = Vous avez ce dossier.
evidence-released-announce = Le dossier est de nouveau libre.
evidence-past = Vous voyez ce qui était connu le { $time }.
evidence-past-now = Afficher le présent
evidence-past-read-only = Un état passé ne peut qu’être lu.

## Keys, for the sheet
evidence-key-take = Prendre ce dossier ; une fois décidé, le suivant
evidence-key-release = Libérer ce dossier
evidence-key-nothing = Rien constaté ; Entrée l’enregistre
evidence-key-finding = Aller au constat
evidence-key-show-anew = Afficher ce qui a changé
evidence-key-print = Imprimer le dossier
evidence-key-next-listed = Dossier suivant de la liste
evidence-key-previous-listed = Dossier précédent de la liste
evidence-list-end = Il n’y a pas d’autre dossier dans cette liste.
evidence-list-previous = Précédent dans la liste
evidence-list-next = Suivant dans la liste
evidence-key-back = Retour à la file
evidence-key-next-reason = Motif suivant
evidence-key-previous-reason = Motif précédent
evidence-key-open-reason = Ouvrir ou fermer le motif
evidence-key-open-all = Ouvrir ou fermer tous les motifs
evidence-key-nth-reason = Ouvrir le premier au neuvième motif

## Reasons and what they stand on
evidence-reasons = { $count ->
    [one] { $count } motif
   *[other] { $count } motifs
}
evidence-reasons-random = Ils n’ont joué aucun rôle dans le choix de ce dossier ; ils sont affichés pour que vous puissiez les vérifier.
evidence-no-reasons = Aucun indicateur ne s’est déclenché
evidence-no-reasons-text = Ce qui a pu être jugé est en ordre. Ce qui n’a pas pu l’être est indiqué plus bas.
evidence-no-reasons-random = Ce dossier a été tiré au sort et rien ne s’y oppose à ce jour.
evidence-open-all = Tout ouvrir
evidence-close-all = Tout fermer
evidence-weight = Poids à lui seul, sur 1 :
evidence-strong = fort
evidence-middling = moyen
evidence-weak = faible
evidence-compared = Comparé à
evidence-stands-on = { $count ->
    [one] Il repose sur { $count } message
   *[other] Il repose sur { $count } messages
}
evidence-no-pieces = Ce motif repose sur les chiffres ci-dessus, non sur un message particulier.
evidence-received = reçu le
evidence-excerpt = Extrait : { $role }
evidence-bytes = octets { $start }–{ $end }
evidence-whole-message = Message entier
evidence-raw-bytes = Octets bruts
evidence-show-all-messages = { $count ->
    [one] Afficher { $count } message
   *[other] Afficher les { $count } messages
}
evidence-show-all = { $count ->
    [one] Afficher { $count }
   *[other] Afficher les { $count }
}
evidence-trip-part-heading = La partie du voyage concernée
evidence-trip-part = Marqué : du { $from } au { $to }
evidence-show-on-trip = Voir sur la frise et la carte

## The message
evidence-message-title = Message tel que reçu
evidence-message-loading = Chargement du message…
evidence-message-file = Fichier
evidence-message-sender = Émetteur
evidence-message-received = Reçu
evidence-message-place = Place dans le fichier
evidence-message-cut = Coupé ici : les octets bruts sont complets.

## Charts
evidence-as-table = En tableau
evidence-unit-per-kg = { $value }/kg
evidence-unit-kg = { $value } kg
evidence-chart-this = celui-ci : { $value }
evidence-chart-threshold = alarme à { $value }
evidence-chart-median = médiane { $value }
evidence-chart-lower-than = Plus bas qu’environ { $share } sur { $population }
evidence-chart-higher-than = Plus haut qu’environ { $share } sur { $population }
evidence-chart-from = De
evidence-chart-to = À
evidence-chart-count = Combien
evidence-chart-this-here = celui-ci
evidence-routes-this = Cet itinéraire
evidence-routes-usual = Itinéraire habituel { $number }
evidence-routes-share = { $share } ({ $count } sur { $population })
evidence-routes-never = jamais parmi { $population }
evidence-routes-not-usual = hors de l’itinéraire habituel
evidence-routes-none = Aucun autre itinéraire n’est connu pour cette paire.

## The trip
evidence-trip = Le voyage
evidence-trip-of = Voyage de
evidence-no-trip = Aucun voyage connu
evidence-no-trip-text = Aucun message de statut d’un transporteur ou d’un terminal n’a pu être rapproché de cet envoi : son trajet ne se lit que dans les documents.
evidence-trip-open = en cours
evidence-trip-closed = terminé
evidence-trip-uncertain = incertain
evidence-trip-carrier = Transporteur
evidence-trip-vessels = Navires
evidence-trip-sure = sûr à { $share }
evidence-trip-silence = plus long silence { $hours }
evidence-lanes = Une ligne par source
evidence-lanes-left-out = { $count ->
    [one] { $count } autre source seulement dans le tableau
   *[other] { $count } autres sources seulement dans le tableau
}
evidence-timeline-description = Frise du conteneur { $container } du { $start } au { $end }. Escales : { $calls }. { $reports } rapports, dont { $doubted } mis en doute.
evidence-legend-stay = séjour au port
evidence-legend-beyond = plus long que d’habitude
evidence-legend-believed = rapport
evidence-legend-foreseen = prévision
evidence-legend-doubted = rapport mis en doute
evidence-legend-highlight = ce que vise le motif
evidence-map-label = Carte du voyage de { $container }. Les flèches déplacent, plus et moins zooment, 0 montre tout le voyage. Le tableau des escales dit la même chose.
evidence-map-in = Zoomer
evidence-map-out = Dézoomer
evidence-map-whole = Tout le voyage
evidence-map-this = ce voyage
evidence-map-usual = itinéraire habituel
evidence-map-ways = routes habituelles de la paire, d’autant plus épaisses qu’elles sont fréquentes
evidence-map-no-outlines = Les côtes n’ont pas pu être chargées.
evidence-calls = Escales
evidence-call = Escale
evidence-call-role = Opération
evidence-call-load = chargement
evidence-call-transhipment = transbordement
evidence-call-discharge = déchargement
evidence-call-declared = déclaré
evidence-call-arrived = Arrivée
evidence-call-departed = Départ
evidence-call-stay = Séjour
evidence-call-usual = Habituel sur place
evidence-call-usual-text = { $median }, haut { $high } (sur { $population })
evidence-call-vessels = Navires
evidence-call-inferred = déduit
evidence-call-long = long
evidence-doubted = { $count ->
    [one] { $count } rapport n’est pas retenu
   *[other] { $count } rapports ne sont pas retenus
}
evidence-all-reports = { $count ->
    [one] { $count } rapport, avec son heure
   *[other] Les { $count } rapports, avec leurs heures
}
evidence-report-time = Heure
evidence-report-event = Événement
evidence-report-place = Lieu
evidence-report-what = Détails
evidence-report-sources = Signalé par
evidence-report-belief = Retenu
evidence-actual = réel
evidence-estimated = estimé
evidence-planned = prévu
evidence-laden = plein
evidence-empty = vide
evidence-seal = scellé
evidence-message-short = message { $number }
evidence-more-messages = et { $count } autres
evidence-believed = oui
evidence-not-believed = non
evidence-left-out = { $count ->
    [one] { $count } autre rapport omis sur papier ; la console l’affiche.
   *[other] { $count } autres rapports omis sur papier ; la console les affiche.
}

## Documents, goods, parties
evidence-documents = Documents
evidence-disagreements = { $count ->
    [one] { $count } désaccord
   *[other] { $count } désaccords
}
evidence-all-agree = tous concordent
evidence-disagree = désaccord
evidence-only-disagreeing = Seulement les désaccords
evidence-document-field = Élément
evidence-not-stated = non indiqué
evidence-no-documents = Aucun document reçu
evidence-no-documents-text = Aucune déclaration sommaire, déclaration d’importation ni rapport de terminal n’a pu être rapproché à ce jour.
evidence-one-document = Un seul document est arrivé : rien encore à quoi le comparer.
evidence-goods = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
evidence-goods-hs = Code SH
evidence-goods-description = Désignation
evidence-goods-origin = Origine
evidence-goods-gross = Masse brute
evidence-goods-net = Masse nette
evidence-goods-value = Valeur
evidence-parties = Parties
evidence-no-parties = Aucune partie n’est nommée
evidence-no-parties-text = Les documents reçus à ce jour ne nomment ni expéditeur ni destinataire.
evidence-party-earlier = envois antérieurs
evidence-party-inspected = contrôlés
evidence-party-found = irréguliers
evidence-party-first = Premier envoi connu de nous.
evidence-party-recent = { $count ->
    [one] Le dernier dossier
   *[other] Les { $count } derniers dossiers
}
evidence-earlier = Dossiers antérieurs
evidence-earlier-container = Du même conteneur
evidence-earlier-consignee = Du même destinataire
evidence-earlier-route = Sur le même itinéraire
evidence-earlier-none = Aucun n’est connu.
evidence-case-open = en attente
evidence-not-inspected = non contrôlé

## Judged, facts and history
evidence-judged = Autres indicateurs
evidence-not-evaluated = { $count ->
    [one] { $count } n’a pas pu être jugé
   *[other] { $count } n’ont pas pu être jugés
}
evidence-all-evaluated = Chaque indicateur disposait de ses données.
evidence-passed = { $count ->
    [one] { $count } jugé et en ordre
   *[other] { $count } jugés et en ordre
}
evidence-facts = Données
evidence-as-of = Situation au
evidence-run = Évaluation nº
evidence-reference = Référence
evidence-joins = Comment les données ont été rapprochées
evidence-history = Qui a consulté, pris et décidé
evidence-history-none = Personne n’a encore touché ce dossier.
evidence-history-more = Afficher les précédents

## The finding
evidence-finding = Constat
evidence-finding-what = Ce qui a été constaté
evidence-finding-choose = Choisir…
evidence-nothing = Rien constaté
evidence-finding-missing = Indiquez ce qui a été constaté, ou que rien ne l’a été.
evidence-finding-value = Valeur
evidence-finding-value-in = Valeur en { $currency }
evidence-finding-value-hint = Droits ou marchandises ; facultatif
evidence-finding-value-bad = Écrivez un montant comme 1250,50
evidence-finding-note = Note
evidence-finding-keys = Touches : n puis Entrée pour « rien constaté » ; Ctrl+Entrée enregistre depuis la note.
evidence-record = Enregistrer
evidence-recording = Enregistrement…
evidence-clear = Effacer
evidence-recorded = Constat sur { $id } enregistré
evidence-recorded-announce = Constat enregistré. u pour annuler, t pour le dossier suivant.
evidence-undo = Annuler ({ $seconds } s)
evidence-undo-short = Annuler
evidence-undone = Constat retiré
evidence-undo-failed = Le constat reste : { $why }
evidence-withdrawn = retiré
evidence-record-another = Enregistrer un autre constat
evidence-no-finding = Pas encore de constat
evidence-no-right-to-decide = Les agents et superviseurs enregistrent les constats ; votre rôle est de lire.
evidence-stale-title = Le dossier a changé pendant votre décision
evidence-stale-no-change = Rien de ce qui est affiché ne diffère ; quelqu’un d’autre a touché le dossier.
evidence-record-anyway = Enregistrer quand même
evidence-locked-title = Non enregistré : un collègue a ce dossier
evidence-typed-kept = Votre saisie est conservée.
evidence-sent-when-back = Le serveur ne répond pas. Votre constat est conservé ici et sera envoyé une seule fois dès son retour.

## Unknown case
evidence-unknown-title = Dossier introuvable
evidence-unknown-text = Rien n’est connu sous
evidence-unknown-never = Cet envoi est connu par des messages, mais n’a jamais été évalué : il n’était plus ouvert lors de la première évaluation.
evidence-unknown-nearest = Les plus proches
evidence-unknown-search = Le rechercher

## On paper
evidence-dossier = Dossier de l’envoi { $id }
evidence-printed-by = Imprimé par { $name } le { $time }
evidence-page = Page
evidence-page-of = sur
evidence-trip-page = Page du trajet
