area-title = { $name } : ce qui passe ici
area-unknown = Aucune zone portuaire n’a ce code
area-unknown-text = Demandé :
area-to-map = Carte
area-to-queue = Dossiers transbordés ici
area-since = Passages depuis le { $since }, connus au
area-truncated = seuls les { $count } derniers sont comptés
area-nothing = Aucun conteneur n’est connu pour être passé ici pendant ce temps.
area-calls = passages
area-there = conteneurs présents
area-role-load = chargés
area-role-transhipment = transbordés
area-role-discharge = déchargés
area-this-week = { $count } cette semaine
area-usual-week = { $count } d’habitude
area-unusual = Ce qui est inhabituel cette semaine
area-unusual-text = { $weeks ->
    [one] Les sept derniers jours face à la semaine précédente. Est listé ce qui s’écarte d’au moins trois écarts types.
   *[other] Les sept derniers jours face aux { $weeks } semaines précédentes. Est listé ce qui s’écarte d’au moins trois écarts types.
}
area-unusual-too-few = { $weeks ->
    [0] Il n’y a pas de semaines précédentes auxquelles comparer.
    [one] Une seule semaine précédente est connue : trop peu pour comparer.
   *[other] Seules { $weeks } semaines précédentes sont connues : trop peu pour comparer.
}
area-unusual-none = Rien ne s’écarte autant. La plupart des semaines sont ainsi.
area-above = { $deviations } écarts au-dessus
area-below = { $deviations } écarts au-dessous
area-open-rows = Ouvrir les lignes
area-weeks = Semaine par semaine
area-weeks-label = Passages par semaine, la dernière à droite. Le tableau dessous dit la même chose.
area-week = Semaine
area-week-this = cette semaine
area-week-usual = semaine habituelle
area-flagged = trajets avec un motif fort
area-doubted = avec un signalement douteux
area-origins = D’où viennent les conteneurs
area-destinations = Où vont les conteneurs
area-from-here = premier chargement ici
area-to-here = dernier déchargement ici
area-no-flows = L’autre extrémité d’aucun trajet n’est connue.
area-port = Port
area-share = Part
area-show-all = Tout montrer ({ $count })
area-stays = Combien de temps ils restent
area-no-stays = Aucun séjour terminé n’est connu depuis son début.
area-stay-count = { $count ->
    [one] un séjour
   *[other] { $count } séjours
}
area-stay-median = la moitié sous { $hours }
area-stay-high = un sur dix au-delà de { $hours }
area-stay-week = cette semaine la moitié sous { $hours }, sur { $count }
area-histogram = { $what } : la moitié restent moins de { $median }, neuf sur dix moins de { $high }. Le tableau derrière dit la même chose.
area-mark-median = la moitié sont plus courts
area-mark-high = un sur dix est plus long
area-mark-week = la moitié de cette semaine
area-as-table = En tableau
area-from-hours = De
area-to-hours = À
area-how-many = Séjours
area-rows = Les passages
area-rows-none = Aucun passage de ce genre.
area-rows-shown = { $shown } sur { $total }
area-more-rows = En montrer plus
area-chips = Restreint à
area-chip-from = de { $name }
area-chip-to = vers { $name }
area-chip-week = { $count ->
    [one] la semaine précédente
   *[other] { $count } semaines avant
}
area-chip-min = au moins { $hours }
area-chip-max = moins de { $hours }
area-chip-away = Enlever : { $what }
area-chips-none = Tous les passages
area-container = Conteneur
area-role = Quoi
area-from = De
area-to = À
area-here = ici
area-came = Arrivée
area-left = Départ
area-stay = Séjour
area-why = Ce qui est anormal
area-still-there = encore là
area-doubted-reports = { $count ->
    [one] un douteux
   *[other] { $count } douteux
}
area-weeks-note = Ce qui a été déchargé récemment peut encore être transbordé.
