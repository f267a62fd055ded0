trip-title = Trajets de { $container }
trip-heading = Trajets de
trip-loading = Lecture des trajets de { $container }
trip-crumb = Où vous êtes
trip-to-queue = File
trip-search = Chercher ce numéro
trip-choose = Trajet
trip-number-of = trajet { $number } sur { $total }
trip-option-reasons = { $count ->
    [one] un motif
   *[other] { $count } motifs
}
trip-no-calls = aucun port
trip-way = Ports d’escale
trip-score = Score du seul trajet
trip-status = État
trip-open = en cours
trip-closed = terminé
trip-uncertain = incertain
trip-empty = vide, repositionné
trip-box = conteneur physique { $number }
trip-when = De – à
trip-carrier = Transporteur
trip-sure = Sûr
trip-silence = Plus long silence
trip-cases = Dossiers transportés
trip-odd = { $count ->
    [0] Rien d’anormal
    [one] Ce qui est anormal : un motif
   *[other] Ce qui est anormal : { $count } motifs
}
trip-odd-text = Allez à un motif avec j et k : sa partie s’éclaire sur la ligne du temps, la carte et les tableaux.
trip-nothing-odd = Aucun indicateur du trajet ne se déclenche. Les déclarations sont jugées avec le dossier.
trip-strong = fort
trip-middling = moyen
trip-weak = faible
trip-stands-on = { $count ->
    [one] Repose sur un message
   *[other] Repose sur { $count } messages
}
trip-not-judged = { $count ->
    [one] Un indicateur n’a pas pu être jugé
   *[other] { $count } indicateurs n’ont pas pu être jugés
}
trip-key-next-reason = Motif suivant
trip-key-previous-reason = Motif précédent
trip-key-earlier = Trajet précédent de ce conteneur
trip-key-later = Trajet suivant de ce conteneur
trip-in-time = Dans le temps, par source
trip-calls = Escales et étapes
trip-in-space = Sur la carte, face aux routes habituelles
trip-stays = Séjours, parmi ceux de leur lieu
trip-reports = Tous les signalements
trip-legs = Étapes
trip-leg = Étape
trip-leg-vessel = Navire
trip-leg-hours = Durée
trip-leg-usual = D’habitude
trip-leg-long = plus long que d’habitude
trip-unknown-time = inconnu
trip-no-pair = Le trajet n’a pas deux extrémités par lesquelles comparer une route.
trip-routes-listed = Les routes habituelles une à une
trip-no-stays = Aucun séjour dont le début soit connu.
trip-stay-lasts = se poursuit
trip-area-page = Ce qui passe ici
trip-drawing-label = Ligne du temps des signalements. Les flèches gauche et droite vont d’un signalement à l’autre ; la ligne dessous le lit.
trip-drawing = Ligne du temps du conteneur { $container } du { $start } au { $end }. { $sources }.
trip-lane = { $source } : { $believed } crus, { $doubted } mis en doute
trip-lane-counts = { $believed } crus{ $doubted ->
    [0] {""}
   *[other] , { $doubted } mis en doute
}{ $foreseen ->
    [0] {""}
   *[other] , { $foreseen } prévus
}
trip-doubted-word = douteux
trip-believed = signalement cru
trip-foreseen = prévision
trip-doubted = signalement mis en doute
trip-report-before = Signalement précédent
trip-report-after = Signalement suivant
trip-report-of = { $number } sur { $total }
trip-reported-by = signalé par
trip-report-none = { $total ->
    [one] Un événement sur ce trajet. Choisissez-le avec les flèches ou sur le dessin.
   *[other] { $total } événements sur ce trajet. Choisissez-en un avec les flèches ou sur le dessin.
}
trip-unknown = Aucun message ne parle de ce conteneur
trip-unknown-text = Demandé :
trip-nearest = Les numéros connus les plus proches
trip-repaired = corrigé
