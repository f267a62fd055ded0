## Screen
map-heading = Carte
map-summary = { $count ->
    [one] { $number } envoi
   *[other] { $number } envois
}
map-truncated = Seuls les { $number } premiers par score sont dessinés : affinez le filtre pour tout voir.
map-unplaced = { $count ->
    [one] { $number } n’a pas de trajet aux lieux connus et n’est pas dessiné.
   *[other] { $number } n’ont pas de trajet aux lieux connus et ne sont pas dessinés.
}
map-loading = Chargement de la carte
map-empty = Aucun envoi à dessiner
map-empty-filter = Aucun envoi de ce filtre n’a de trajet aux lieux connus. Élargissez le filtre.
map-empty-all = Aucun envoi n’a encore été évalué, ou aucun trajet n’a de lieux connus. Chargez d’abord des messages et évaluez-les.
map-key-filter = Aller au filtre
map-to-queue = Même filtre dans la file

## The picture
map-canvas-label = Carte des envois
map-keys-hint = Les flèches déplacent la carte, plus et moins règlent le zoom, 0 revient à la première vue. Tout ce que montre la carte figure dans le tableau voisin.
map-zoom-group = Zoom
map-zoom-in = Agrandir
map-zoom-out = Réduire
map-zoom-reset = Première vue
map-key-pan = Déplacer la carte (quand elle a le focus)
map-outlines-missing = Les contours des pays n’ont pas pu être chargés. Les points et les lignes restent exacts.
map-caption = Au { $time } : { $shown } sur la carte, { $port } au port, { $sea } en route, { $over } après leur dernière escale connue.
map-caption-places = Les plus nombreux :
map-place-count = { $place } { $number }

## Legend
map-legend = Circuits
map-no-lane = hors liste
map-legend-port = Plein : au port ou à la dernière escale connue. Creux : en route.
map-clusters = Réunir les points proches en cercles
map-lines = Lignes des trajets
map-lines-note = Les lignes relient les escales ; ce ne sont pas les routes des navires.
map-lines-left-out = { $number } lignes portant le moins d’envois ne sont pas dessinées.

## Time
map-time-group = Temps
map-time = Moment affiché sur la carte
map-from = Début de la période
map-to = Fin de la période
map-step-back = Événement précédent
map-step-on = Événement suivant
map-play = Lecture
map-pause = Pause
map-mode = Quels envois
map-mode-cumulative = Tout jusqu’à ce moment
map-mode-moment = Seulement à ce moment

## Table
map-table-heading = Sur la carte à ce moment
map-table-empty = Rien n’est sur la carte à ce moment. Déplacez le temps, ou affichez tout jusqu’à ce moment.
map-column-consignment = Envoi
map-column-last = Dernière escale
map-column-where = À ce moment
map-column-next = Escale suivante
map-none-yet = aucune encore
map-call-number = { $number } sur { $all }
map-where-port = à { $place }
map-where-sea = en route de { $from } vers { $to }
map-where-over = après sa dernière escale connue, { $place }
map-where-before = pas commencé
map-where-past = terminé
map-next-none = aucune connue
map-show = Montrer { $id } sur la carte
map-rows = { $from }–{ $to } sur { $all }
map-pages = Pages du tableau
map-page-back = Précédente
map-page-on = Suivante
map-select-next = Sélectionner l’envoi suivant
map-select-previous = Sélectionner l’envoi précédent
map-selected = Sélectionné
map-show-whole = Montrer tout son trajet
map-unselect = Désélectionner
map-circle = Cercle choisi
map-circle-count = { $count ->
    [one] { $number } envoi du cercle choisi
   *[other] { $number } envois du cercle choisi
}
map-circle-all = Tout lister
