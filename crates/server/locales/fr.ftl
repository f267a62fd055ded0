### Les mots de Tidewaiter en français. Chaque clé existe dans chaque langue ; un test le vérifie.

## Unités
unit-hours = { $n ->
    [one] { $value } heure
   *[other] { $value } heures
}
unit-days = { $n ->
    [one] { $value } jour
   *[other] { $value } jours
}
unit-distance = { $value } milles marins
unit-mass = { $value }{"\u00a0"}kg
unit-speed = { $value }{"\u00a0"}km/h
unit-per-kilogram = { $value }/kg

## Choses comptées
count-boxes = { $population_n ->
    [one] { $population } conteneur
   *[other] { $population } conteneurs
}
count-stays = { $population_n ->
    [one] { $population } séjour
   *[other] { $population } séjours
}
count-trips = { $population_n ->
    [one] { $population } voyage
   *[other] { $population } voyages
}
count-reports = { $population_n ->
    [one] { $population } message
   *[other] { $population } messages
}
count-weighings = { $population_n ->
    [one] { $population } pesée
   *[other] { $population } pesées
}
count-items = { $samples_n ->
    [one] { $samples } article
   *[other] { $samples } articles
}
count-earlier = { $earlier_n ->
    [one] { $earlier } envoi
   *[other] { $earlier } envois
}

## Circuits et tirages
lane-red = ROUGE visite
lane-yellow = JAUNE documents
lane-blue = BLEU après mainlevée
lane-green = VERT mainlevée
arm-risk = par risque
arm-random = par tirage au sort

## La liste
queue-heading = Liste des contrôles du { $day } : { $rows } places sur { $capacity }, { $open } envois en attente
queue-arrives = arrive le { $time } (dans { $span })
queue-arrived = arrivé le { $time } (il y a { $span })
queue-random = tiré au sort, comme témoin : ses motifs n'ont joué aucun rôle
queue-found = constaté : { $found }
queue-nothing = rien constaté
queue-next = `tidewaiter explain 1` dit pourquoi le premier y est ; `tidewaiter outcome 1 --found TYPE` ou `--nothing` enregistre le constat
tally = Sur la liste : { $selected } (dont { $random } au sort), contrôlés { $inspected }, irréguliers { $found }. Résultats en tout : { $ever }, dont irréguliers { $found_ever }.
demo-next = Et maintenant :

## L'explication
explain-heading = { $id } : score { $score }, au rang { $rank } sur { $open } envois ouverts au { $time }
explain-selection = Sur la liste du { $day } au rang { $rank }, { $arm } : { $lane }
explain-no-reason = Aucun indicateur ne s'est déclenché.
explain-not-evaluated = N'a pas pu être jugé :
explain-passed = Jugé et en ordre : { $codes }
explain-weight = à lui seul { $weight } sur 1
explain-evidence = { $role } : { $file }, octets { $start } à { $end }
fact-containers = Conteneurs
fact-transport-document = Document de transport
fact-entry = Déclaration sommaire
fact-declarations = Déclarations d'importation
fact-office = Bureau
fact-arrival = Arrivée prévue
fact-consignor = Expéditeur
fact-consignee = Destinataire
fact-goods = Marchandises
fact-trip = Voyage
fact-join = Rapproché
trip-loaded = chargé le { $time }
trip-discharged = déchargé le { $time }
trip-vessels = navires { $vessels }
route-bound-for = déclaré pour { $place }

## Comment les données ont été rapprochées
join-trip-transport-document = voyage par le document de transport { $key } (sûr à { $confidence })
join-trip-container-and-window = voyage par le conteneur { $key } dans la période (sûr à { $confidence })
join-declaration-mrn = déclaration d'importation par le MRN { $key } de la déclaration sommaire (sûr à { $confidence })
join-declaration-transport-document = déclaration d'importation par le document de transport { $key } (sûr à { $confidence })
join-declaration-container-and-window = déclaration d'importation par le conteneur { $key } dans la période (sûr à { $confidence })
join-declaration-declaration = article avec sa déclaration { $key } (sûr à { $confidence })

## Colonnes
column-indicator = indicateur
column-fired = déclenché
column-not-evaluated = non jugé
column-share = part
column-inspected = contrôlés
column-precision = précision
column-interval = intervalle à 95{"\u00a0"}%
column-lift = gain
column-random = au hasard
column-by-tax = tri par taxe
column-recall = rappel par genre à la capacité
column-found = trouvés
column-ours = le nôtre
column-wrong = dont irréguliers
column-honest = bizarreries honnêtes dans la capacité
column-value-of = { $hits } sur { $of }

## Messages lus, et messages refusés
count-files = { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}
ingest-file = { $file } : { $counts }
ingest-file-format = { $file } ({ $format }) : { $counts }
ingest-file-error = { $file } : non lu : { $error }
ingest-hidden = … { count-files } en tout ; --json les nomme tous
ingest-counts = { $read } lus = { $accepted } acceptés + { $duplicate } en double + { $quarantined } en quarantaine
ingest-conflicts = ({ $conflicts } en conflit avec un message antérieur de même identifiant)
ingest-unreadable = { $inputs ->
    [one] { $inputs } entrée n'a pas pu être lue
   *[other] { $inputs } entrées n'ont pas pu être lues
} ; rien n'en a été gardé
ingest-quarantined = `tidewaiter quarantine list` montre ce qui a été refusé et pourquoi
diagnostic = { $code } à l'octet { $start } : attendu { $expected } ; trouvé `{ $found }`
diagnostic-at = { $code } à l'octet { $start } { $path } : attendu { $expected } ; trouvé `{ $found }`
trips-refused-byte = { $file } : ligne refusée à l'octet { $byte }
trips-refused-row = { $file } : ligne { $row } refusée
trips-refused-more = … et { $rows } autres refusées
trips-counts = { $read } lus = { $accepted } acceptés + { $duplicate } en double + { $refused } refusés
trips-superseded = parmi les acceptés, écartés pour un message ultérieur de même source et identifiant : { $rows }
trips-later = parmi les acceptés, écartés car reçus plus tard : { $rows }
trips-written = trajets : { $trips }, conteneurs : { $containers }, dans { $folder } après { $seconds } s
quarantine-empty = la quarantaine est vide
quarantine-where = { $file } ({ $format }) octets { $start }–{ $end }
quarantine-state-replayed = relu
quarantine-state-discarded = écarté
quarantine-next = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
} ; `tidewaiter quarantine show N` en affiche un, `tidewaiter quarantine replay N --with FILE` prend sa correction
quarantine-resolved = est devenu un enregistrement
quarantine-stays = reste en quarantaine
quarantine-replayed = { $tried } essayés = { $resolved } résolus + { $remaining } restants

## Le journal d'audit : ce que quelqu'un a fait, derrière le nom
audit-case-look = a consulté le dossier
audit-case-take = a pris le dossier
audit-case-release = a rendu le dossier
audit-outcome-record = a enregistré un résultat
audit-outcome-withdraw = a retiré un résultat
audit-list-extend = a complété la liste du jour
audit-messages-ingest = a versé des messages
audit-quarantine-replay = a relu un message de la quarantaine
audit-quarantine-discard = a écarté un message de la quarantaine
audit-quarantine-reopen = a remis un message en quarantaine
audit-assessment-run = a évalué ce qui est ouvert
audit-assessment-ask = a demandé une évaluation des risques
audit-evaluation-ask = a demandé une mesure du classement
audit-session-start = a ouvert une session
audit-session-end = a fermé sa session
audit-session-end-all = a fermé toutes les sessions
audit-session-refuse = a été refusé à l'ouverture de session
audit-account-create = a créé un compte
audit-account-update = a modifié un compte
audit-account-password = a changé un mot de passe
audit-account-preferences = a modifié ses préférences
audit-api-key-create = a créé une clé d'API
audit-api-key-revoke = a révoqué une clé d'API
audit-filter-create = a enregistré un filtre
audit-filter-update = a modifié un filtre
audit-filter-delete = a supprimé un filtre
audit-setting-set = a modifié un réglage
audit-sound = intact ; enregistrements : { $records } ; tête : { $head }
audit-broken-changed = rompu à l'enregistrement { $sequence }, champ { $field }, octet { $byte } : ce n'est pas ce qui a été écrit
audit-broken-missing = rompu à l'enregistrement { $sequence } : il manque
audit-broken-added = rompu à l'enregistrement { $sequence } : ce programme ne l'a pas écrit
audit-broken-head-differs = rompu à l'enregistrement { $sequence } : ce n'est pas le dernier qui a été écrit
audit-broken-expected-head-unknown = rompu : aucun des { $sequence } enregistrements n'a l'empreinte attendue ; le journal a été coupé ou réécrit
audit-sound-before = intacts avant lui : { $records } ; tête à cet endroit : { $head }
audit-empty = aucun enregistrement du journal d'audit ne répond à cette demande

## L'évaluation des envois
count-open = { $open ->
    [one] { $open } envoi ouvert
   *[other] { $open } envois ouverts
}
count-messages = { $messages ->
    [one] { $messages } message d'état
   *[other] { $messages } messages d'état
}
count-journeys = { $trips ->
    [one] { $trips } voyage
   *[other] { $trips } voyages
}
assess-heading = au { $time } : { count-open } sur { $consignments }, évalués à partir de { count-messages } et de { count-journeys } en { $seconds } s
assess-next = `tidewaiter queue` dresse la liste des plus forts
assess-none-open-later = rien n'est ouvert au { $time } ; le dernier message a été reçu le { $latest } : essayez `--as-of { $latest }`
assess-none-open = rien n'est ouvert au { $time } ; une archive se charge avec `tidewaiter ingest --known-at-event-time` dans un nouveau dossier de données et s'évalue avec `--as-of` et une date qu'elle couvre

## La mesure et le monde synthétique
evaluate-summary = { $assessed ->
    [one] { $assessed } envoi
   *[other] { $assessed } envois
} évalués pendant leur ouverture, dont irréguliers { $wrong } ({ $share }), en { $looks ->
    [one] { $looks } passage
   *[other] { $looks } passages
} du { $from } au { $to } ; jamais ouverts lors d'un passage : { $missed }
evaluate-capacity = ← capacité
world-written = { count-files } avec { $bytes } octets de messages dans { $folder }, la vérité à part dans { $truth }
demo-world = Un monde synthétique : { $folder }

## Motifs : ce qui a été vu, le seuil, comparé à qui
id-chk-shape = Le numéro de conteneur { $value } n'est pas fait de trois lettres, d'une lettre de catégorie, de six chiffres et d'un chiffre de contrôle
id-chk-category = Le numéro de conteneur { $value } a une catégorie autre que U, J ou Z
id-chk-check-digit = Le numéro de conteneur { $value } a un mauvais chiffre de contrôle ; attendu { $expected_digit }
id-dup-speed = Deux conteneurs sous un même numéro : { $from } le { $earlier } et { $to } le { $later } exigeraient { $value } (limite { $threshold })
id-dup-interleaved = Deux conteneurs sous un même numéro : les événements de { $from } ({ $earlier }) et de { $to } ({ $later }) sont de deux voyages simultanés
id-dup-travel-time = Deux conteneurs sous un même numéro : { $value } séparent { $from } le { $earlier } et { $to } le { $later } ; aucun conteneur n'a mis moins de { $threshold }, appris de leurs trajets faute de position connue des lieux
rt-loop-visited-twice = { $area } est touché { $value } fois dans un même voyage en mer : { $itinerary }
rt-loop-origin-is-destination = Chargé et finalement déchargé dans la même zone portuaire { $area } : { $itinerary }
rt-ts-support = Transbordé à { $area }, par où passent { $value } des { count-boxes } de cette origine et destination (limite { $threshold }) : { $itinerary }
rt-ts-detour = Transbordé à { $area } : { $added_distance } ou { $value } de plus que la voie usuelle (limite { $threshold }), prise par { $support } de { count-boxes } : { $itinerary }
rt-ts-detour-by-time = Transbordé à { $area } : d'après les durées apprises, { $added_distance } ou { $value } de plus que la voie usuelle (limite { $threshold }), prise par { $support } de { count-boxes } ; tous les lieux n'ont pas de coordonnées : { $itinerary }
rt-rare = Itinéraire rare { $itinerary } : { $same } de { count-boxes } de cette origine et destination l'ont suivi (surprise de { $value } bits, alerte à { $threshold })
rt-newod-pair = Premier conteneur de la paire { $pair } en { $months } mois, parmi { count-trips }
rt-newod-rare-pair = { $others_n ->
    [one] Un seul autre conteneur
   *[other] Seulement { $others } autres conteneurs
} de la paire { $pair } en { $months } mois, parmi { count-trips }
rt-newod-consignee-route = Première réception du destinataire { $value } par { $route }, après { count-earlier } par d'autres routes
rt-newod-shipper-route = Premier envoi de l'expéditeur { $value } par { $route }, après { count-earlier } par d'autres routes
or-orig-transhipment-only = L'origine déclarée { $value } n'était qu'un transbordement : le conteneur { $container } a été chargé plein à { $loaded_at } et vu plein dans : { $laden_in }
or-orig-dispatch-declared = Origine déclarée { $value }, mais le conteneur { $container } a été chargé à { $loaded_at }, pays d'expédition déclaré ; vu plein dans : { $laden_in }
or-orig-via-hub = Origine déclarée { $value }, mais le conteneur { $container } a été chargé dans le port pivot { $loaded_at } ; vu plein dans : { $laden_in }
or-orig-elsewhere = Origine déclarée { $value }, mais le conteneur { $container } a été chargé à { $loaded_at } et vu plein seulement dans : { $laden_in }
or-pol-transhipment-port = Le lieu de chargement déclaré { $declared } était un transbordement ; le conteneur { $container } a d'abord été chargé à { $value }
or-pol-same-country = Lieu de chargement déclaré { $declared } ; le conteneur { $container } a été chargé à { $value }, dans le même pays
or-pol-other-country = Lieu de chargement déclaré { $declared } ; le conteneur { $container } a été chargé à { $value }, dans un autre pays
or-pod-transhipment-port = Le lieu de déchargement déclaré { $declared } était un transbordement ; le conteneur { $container } a finalement été déchargé à { $value }
or-pod-same-country = Lieu de déchargement déclaré { $declared } ; le conteneur { $container } a été déchargé à { $value }, dans le même pays
or-pod-other-country = Lieu de déchargement déclaré { $declared } ; le conteneur { $container } a été déchargé à { $value }, dans un autre pays
or-route-missing = Pays de passage que l'itinéraire déclaré ({ $declared }) omet : { $value } ; le conteneur { $container } a suivi : { $travelled }
or-route-additional = L'itinéraire déclaré ({ $declared }) nomme { $value }, où le conteneur { $container } n'est jamais allé ; il a suivi : { $travelled }
tm-dwell-origin = { $value } d'attente avant chargement à { $area } : d'usage { $median }, alerte à { $threshold }, { $compared_with ->
    [area] sur { count-stays } en ce lieu
   *[other] sur { count-stays } dans tous les ports
}
tm-dwell-origin-cycle = { $value } de l'enlèvement à vide au chargement à { $area } : d'usage { $median }, alerte à { $threshold }, { $compared_with ->
    [area] sur { count-boxes } en ce lieu
   *[other] sur { count-boxes } dans tous les ports
}
tm-dwell-transhipment = { $value } de transbordement à { $area } : d'usage { $median }, alerte à { $threshold }, { $compared_with ->
    [area] sur { count-stays } en ce lieu
   *[other] sur { count-stays } dans tous les ports
}
tm-dwell-transhipment-reckoned = Au moins { $value } de transbordement à { $area }, jusqu'à { $leg } de mer étant retirés parce qu'un bout du séjour n'a pas été signalé : d'usage { $median }, alerte à { $threshold }, { $compared_with ->
    [area] sur { count-stays } en ce lieu
   *[other] sur { count-stays } dans tous les ports
}
tm-leg-slow = { $value } de mer de { $from } à { $to } : d'usage { $median }, presque tous sous { $threshold }, sur { count-trips }
tm-leg-fast = Seulement { $value } de mer de { $from } à { $to } : d'usage { $median }, presque tous au-dessus de { $threshold }, sur { count-trips }
tm-leg-impossible = Seulement { $value } de mer de { $from } à { $to }, distants de { $distance } : aucun porte-conteneurs ne met moins de { $threshold }
tm-dwell-transhipment-ongoing = Attend depuis { $value } à { $area } le navire suivant : d'usage pour un transbordement { $median }, alerte à { $threshold }, { $compared_with ->
    [area] sur { count-stays } en ce lieu
   *[other] sur { count-stays } dans tous les ports
}
tm-dwell-destination = { $value } après déchargement à { $area } : d'usage { $median }, alerte à { $threshold }, { $compared_with ->
    [area] sur { count-stays } en ce lieu
   *[other] sur { count-stays } dans tous les ports
}
tm-dwell-destination-ongoing = À { $area } depuis { $value } après déchargement, et toujours là : d'usage { $median }, alerte à { $threshold }, { $compared_with ->
    [area] sur { count-stays } en ce lieu
   *[other] sur { count-stays } dans tous les ports
}
tm-dwell-destination-cycle = { $value } du déchargement à { $area } au retour à vide : d'usage { $median }, alerte à { $threshold }, { $compared_with ->
    [area] sur { count-boxes } en ce lieu
   *[other] sur { count-boxes } dans tous les ports
}
ef-conf-empty-at-sea = { $value } de { count-reports } disent vide alors que le conteneur plein était en mer, { $area } le { $time }
ef-conf-changed = Plein devenu vide à { $area } le { $time } sans empotage ni dépotage entre-temps ({ $value } de { count-reports })
dc-late-missing = Pas de déclaration sommaire ; chargé le { $loaded }, elle était due avant le { $threshold } ({ $population } des envois en ont une)
dc-late-late = Déclaration sommaire déposée le { $value }, { $late } après l'échéance ({ $threshold }) ; conteneur { $container } chargé le { $loaded }
dc-late-after-loading = Déclaration sommaire déposée le { $value }, après le chargement du conteneur { $container } le { $loaded } ; due avant le { $threshold }
dc-gap-milestone = { $value } des { $expected } chargements et déchargements attendus n'ont jamais été annoncés ; c'est le cas de { $usual_share } des { count-trips } du transporteur
dc-gap-silence-aboard = Aucune annonce pendant { $value } à bord après { $area } ({ $since } ; alerte à { $threshold })
dc-gap-silence-aboard-ongoing = Aucune annonce depuis { $value }, depuis le départ de { $area } ({ $since } ; alerte à { $threshold })
dc-gap-silence-ashore = Aucune annonce pendant { $value } alors que le conteneur plein était à terre à { $area } ({ $since } ; alerte à { $threshold })
dc-gap-silence-ashore-ongoing = Aucune annonce depuis { $value } sur le conteneur plein à { $area } ({ $since } ; alerte à { $threshold })
vl-kg-low = La valeur { $value } { $currency } est { $ratio } fois l'usuelle { $median } pour SH { $hs_code }, origine { $origin } ({ $deviations } écarts, alerte à { $threshold }) ; comparée à { count-items } de { $population ->
    [subheading_and_origin] même sous-position et origine
    [subheading] même sous-position
    [heading] même position
   *[other] même chapitre
}
vl-kg-high = La valeur { $value } { $currency } est { $ratio } fois l'usuelle { $median } pour SH { $hs_code }, origine { $origin } ({ $deviations } écarts, alerte à { $threshold }) ; comparée à { count-items } de { $population ->
    [subheading_and_origin] même sous-position et origine
    [subheading] même sous-position
    [heading] même position
   *[other] même chapitre
}
wt-anom-declarations-differ = La déclaration d'importation dit { $value } brut, la déclaration sommaire { $declared } : écart de { $difference } ou { $share } (limite { $threshold })
wt-anom-verified-differs = Le terminal annonce { $value } brut, déclaré { $declared } : même en comptant la tare du conteneur, écart de { $difference } ou { $share } (limite { $threshold })
wt-anom-between-events = Les masses brutes annoncées d'un même voyage vont de { $lightest } à { $heaviest }, écart de { $value } (limite { $threshold }, { count-weighings })
sl-chg-changed = Le scellé { $before } est devenu { $value } à { $area } le { $time } sans ordre de la douane
sl-chg-resealed = Rescellé à { $area } le { $time } sans ordre de la douane : { $before } devenu { $value }
tx-div-stripped = Transit déclaré à destination de { $declared }, mais le conteneur { $container } a été dépoté à { $value } le { $emptied }
tx-div-returned-empty = Transit déclaré à destination de { $declared }, mais le conteneur { $container } est revenu vide à { $value } le { $emptied }
id-swap-seal-and-mass = Arrivé à { $area } avec le scellé { $before }, reparti avec le scellé { $after } et une masse différente de { $value }
rt-hrp-place = Escale à { $value }, lieu inscrit sur la liste : { $itinerary }
rt-hrp-country = Escale à { $value }, dans un pays inscrit sur la liste : { $itinerary }
gt-pin-carrier = Sorti du port de { $area } le { $time } pour le transporteur { $value } ; le trajet est de { $expected }
gt-pin-at-night = Sorti du port de { $area } de nuit, le { $time }, { $value } après déchargement (limite { $threshold }, sur { count-stays } en ce lieu)
dc-cod-consignee = Le destinataire { $before } est devenu { $value } le { $changed }, après le chargement du { $threshold }
dc-cod-destination = Le lieu de déchargement { $before } est devenu { $value } le { $changed }, après le chargement du { $threshold }
dc-cod-notify-party = La personne à notifier { $before } est devenue { $value } le { $changed }, après le chargement du { $threshold }
st-loc-elsewhere = Le conteneur { $container } a été empoté à { $value } ; l'expéditeur est établi en { $declared }
st-loc-before-pick-up = Le conteneur { $container } a été empoté à { $area } { $value } avant l'enlèvement à vide (limite { $threshold })

## Ce qui manquait pour juger
missing-no-trip = aucun voyage de ses conteneurs n'est connu
missing-no-load = son chargement n'a pas été annoncé
missing-no-discharge = son déchargement n'a pas encore été annoncé
missing-journey-not-over = le voyage n'est pas encore terminé
missing-no-sea-event = aucun événement en mer n'a été annoncé
missing-sea-part-incomplete = le voyage en mer n'est pas encore complet
missing-empty-box = le conteneur voyage vide
missing-no-history = trop peu d'historique pour comparer
missing-short-history = trop peu d'historique pour parler de nouveauté
missing-no-stay-with-both-ends = aucun séjour n'a un début et une fin connus
missing-not-reported = personne n'a annoncé plein ou vide
missing-fewer-than-two-seals = moins de deux numéros de scellé ont été annoncés
missing-fewer-than-two-masses = moins de deux masses brutes ont été annoncées
missing-origin-is-destination = origine et destination sont les mêmes
missing-no-declaration = il n'y a pas encore de déclaration d'importation
missing-no-entry-summary = il n'y a pas de déclaration sommaire
missing-only-amendment = seule une rectification est connue, pas la déclaration
missing-no-origin-declared = aucune origine n'est déclarée
missing-no-countries-declared = aucun pays d'itinéraire n'est déclaré
missing-no-place-declared = aucun lieu n'est déclaré
missing-place-unknown = le lieu déclaré n'est pas un lieu connu
missing-area-unknown = le lieu du voyage n'est pas un lieu connu
missing-no-route = aucune route n'est connue
missing-no-second-mass = pas de seconde masse à comparer
missing-no-value-or-mass = ni valeur ni masse nette n'est déclarée
missing-no-consignee = aucun destinataire n'est déclaré
missing-no-shipper = aucun expéditeur n'est déclaré
missing-no-container = aucun conteneur n'est déclaré
missing-no-arrival = aucune arrivée n'est déclarée
missing-no-office = aucun bureau d'entrée n'est déclaré
missing-no-transit-declared = aucun transit n'est déclaré
missing-import-declared = une importation est déclarée, ce n'est donc pas un transit
missing-no-leg-with-both-ends = aucun parcours en mer n'a de départ et d'arrivée connus
missing-no-transhipment = il n'a pas été transbordé
missing-nothing-to-compare = scellé et masse ne sont pas connus des deux côtés
missing-no-list = aucun lieu ni pays n'est inscrit sur une liste
missing-no-gate-out = sa sortie du port n'a pas été signalée
missing-no-amendment = la déclaration n'a pas été rectifiée
missing-no-stuffing = son empotage n'a pas été signalé

## Ce que montre une pièce
role-container-number = numéro de conteneur
role-load-event = annonce de chargement
role-discharge-event = annonce de déchargement
role-vessel-event = annonce du navire
role-gate-event = annonce du portail
role-earlier-event = événement antérieur
role-later-event = événement postérieur
role-laden-event = annonce plein
role-empty-event = annonce vide
role-last-event = dernière annonce avant
role-next-event = première annonce après
role-lightest-event = pesée la plus légère
role-heaviest-event = pesée la plus lourde
role-seal-before = scellé avant
role-seal-after = scellé après
role-emptied-event = annonce du dépotage
role-transit-declared = transit déclaré
role-declared-origin = origine déclarée
role-declared-value = valeur déclarée
role-declared-time = heure de la déclaration
role-place-of-loading = lieu de chargement déclaré
role-place-of-unloading = lieu de déchargement déclaré
role-countries-of-routing = itinéraire déclaré
role-import-declaration = déclaration d'importation
role-entry-gross-mass = masse brute de la déclaration sommaire
role-import-gross-mass = masse brute de la déclaration d'importation
role-reported-gross-mass = masse brute annoncée
role-consignee = destinataire
role-shipper = expéditeur
role-declared-before = première déclaration
role-declared-after = déclaration après chargement
role-stuffed-event = message d’empotage
role-picked-up-event = message d’enlèvement du vide

## Indicateurs : noms courts, et ce que chacun vérifie
indicator-id-chk-title = Numéro de conteneur
indicator-id-chk-meaning = Vérifie la forme, la catégorie et le chiffre de contrôle du numéro de conteneur.
indicator-id-dup-title = Numéro en double
indicator-id-dup-meaning = Vérifie que deux événements d'un même numéro peuvent être vrais d'un seul conteneur.
indicator-rt-loop-title = Boucle dans l'itinéraire
indicator-rt-loop-meaning = Vérifie si une zone portuaire est visitée deux fois au cours d'un même trajet maritime, ou si le conteneur revient là où il a été chargé.
indicator-rt-rare-title = Itinéraire rare
indicator-rt-rare-meaning = Mesure combien l'itinéraire surprend, vu l'origine, la destination et le transporteur.
indicator-rt-newod-title = Première fois
indicator-rt-newod-meaning = Vérifie si cette paire de ports, ou cet opérateur sur cet itinéraire, apparaît pour la première fois.
indicator-or-orig-title = Origine hors de l'itinéraire
indicator-or-orig-meaning = Vérifie si les marchandises ont été chargées, empotées ou vues dans un conteneur plein dans le pays d'origine déclaré.
indicator-or-pol-title = Lieu de chargement
indicator-or-pol-meaning = Vérifie si le lieu de chargement déclaré est celui où le trajet a commencé.
indicator-or-pod-title = Lieu de déchargement
indicator-or-pod-meaning = Vérifie si le lieu de déchargement déclaré est celui où le trajet s'est achevé.
indicator-or-route-title = Pays de l'itinéraire
indicator-or-route-meaning = Vérifie si les pays d'itinéraire déclarés sont ceux que le trajet a traversés.
indicator-tm-dwell-title = Séjour long
indicator-tm-dwell-meaning = Vérifie si le conteneur est resté bien plus longtemps que d'habitude à cet endroit.
indicator-ef-conf-title = Plein ou vide
indicator-ef-conf-meaning = Vérifie si le conteneur est passé de plein à vide, ou l'inverse, sans empotage ni dépotage.
indicator-dc-late-title = Déclaration tardive
indicator-dc-late-meaning = Vérifie si la déclaration sommaire d'entrée a été déposée à temps avant le chargement.
indicator-dc-gap-title = Messages manquants
indicator-dc-gap-meaning = Vérifie s'il manque un message attendu, ou si rien n'a été signalé pendant longtemps.
indicator-vl-kg-title = Valeur au kilogramme
indicator-vl-kg-meaning = Vérifie si la valeur au kilogramme s'écarte de celle des mêmes marchandises de même origine.
indicator-wt-anom-title = Masse
indicator-wt-anom-meaning = Vérifie si les masses déclarées et pesées concordent.
indicator-sl-chg-title = Scellé
indicator-sl-chg-meaning = Vérifie si le scellé a changé sans ordre de la douane.
indicator-tx-div-title = Transit détourné
indicator-tx-div-meaning = Vérifie si des marchandises déclarées en transit ont été dépotées sur le territoire.
indicator-rt-ts-title = Transbordement inutile
indicator-rt-ts-meaning = Vérifie si un transbordement ne s'explique ni par l'usage ni par la distance.
indicator-id-swap-title = Conteneur échangé
indicator-id-swap-meaning = Vérifie si ce qui repart d'un port de transbordement est ce qui y est arrivé.
indicator-rt-hrp-title = Lieu inscrit
indicator-rt-hrp-meaning = Vérifie si le conteneur a fait escale dans un lieu ou un pays que l'administration a inscrit sur sa liste.
indicator-tm-leg-title = Durée en mer
indicator-tm-leg-meaning = Vérifie si un parcours en mer a pris le temps qu'il peut prendre et prend d'habitude.
indicator-gt-pin-title = Sortie du port
indicator-gt-pin-meaning = Vérifie si le conteneur est sorti dès qu'il était prêt, de nuit, ou avec un transporteur inattendu.
indicator-dc-cod-title = Changement en mer
indicator-dc-cod-meaning = Vérifie si le destinataire, la personne à notifier ou la destination ont changé après le chargement.
indicator-st-loc-title = Lieu d'empotage
indicator-st-loc-meaning = Vérifie si le conteneur a été empoté là où est l'expéditeur, et après son enlèvement.

## Événements d'un conteneur
event-pick = Enlèvement à vide
event-stuf = Empotage
event-gtin = Entrée au portail
event-gtot = Sortie du portail
event-load = Chargement
event-disc = Déchargement
event-depa = Départ du navire
event-arri = Arrivée du navire
event-move = Déplacement au terminal
event-insp = Contrôle
event-strp = Dépotage
event-drop = Restitution à vide
event-rsea = Nouveau scellé
event-book = Réservation
event-repr = Réparation
event-othr = Autre événement
doubt-contradicts-neighbours = contredit les événements voisins
doubt-estimate = prévu, non signalé comme fait
doubt-inferred = signalé par personne, au moment habituel
doubt-superseded = remplacé par un message ultérieur

## Le tableau des documents
document-transport-document = Document de transport
document-containers = Conteneurs
document-seals = Scellés
document-gross-mass = Masse brute
document-packages = Colis
document-hs-code = Code SH
document-origin = Origine
document-place-of-loading = Lieu de chargement
document-place-of-unloading = Lieu de déchargement
document-consignor = Expéditeur
document-consignee = Destinataire
document-value = Valeur
document-routing = Pays de l'itinéraire
column-entry-summary = Déclaration sommaire
column-entry-amendment = Rectification
column-import-declaration = Déclaration d'importation
column-reports = Messages sur { $container }

## Ce que les parties sont pour l'envoi
party-consignor = Expéditeur
party-consignee = Destinataire
party-declarant = Déclarant
party-notify = Partie à notifier
party-carrier = Transporteur

## Ce qui peut être constaté
finding-classification = Classement tarifaire
finding-cigarettes = Cigarettes
finding-controlled-goods = Biens contrôlés
finding-counterfeit = Contrefaçon
finding-description = Désignation
finding-drugs = Stupéfiants
finding-origin = Origine
finding-other = Autre
finding-people = Personnes
finding-prohibited-goods = Marchandises prohibées
finding-quantity = Quantité
finding-transit-diversion = Détournement de transit
finding-undervaluation = Sous-évaluation
finding-waste = Déchets
finding-weapons = Armes
finding-weight = Poids

## À quoi un envoi est comparé
compare-value = Valeur au kilogramme du SH { $hs_code }
compare-value-origin = Valeur au kilogramme du SH { $hs_code } d'origine { $origin }
compare-dwell-area = Séjours à { $area }
compare-dwell-all = Séjours dans tous les ports
compare-routes = Itinéraires de { $from } à { $to }

## Chiffres de contrôle
check-container-holds = Le chiffre de contrôle de { $number } est juste
check-imo-holds = Le chiffre de contrôle du numéro OMI { $number } est juste
check-container-category = Le quatrième caractère devrait être U, J ou Z
check-digit-should-be = Le chiffre de contrôle devrait être { $expected }
check-wrong = le caractère { $position } est peut-être faux : { $is } → { $should }
check-wrong-known = le caractère { $position } est sans doute faux : { $is } → { $should } donne un numéro connu
check-swapped = les caractères dès le { $position } sont peut-être inversés : { $is } → { $should }
check-swapped-known = les caractères dès le { $position } sont sans doute inversés : { $is } → { $should } donne un numéro connu

## Clés du filtre
filter-origin = Pays d'origine déclaré
filter-from = Premier lieu de l'itinéraire : pays, zone portuaire ou lieu
filter-to = Dernier lieu de l'itinéraire : pays, zone portuaire ou lieu
filter-via = Lieu intermédiaire : pays, zone portuaire ou lieu
filter-reason = Indicateur déclenché, ou une famille comme RT
filter-hs = Code SH, ou son début
filter-goods = Mots de la désignation des marchandises
filter-lane = Circuit
filter-arm = Choisi selon le risque ou au hasard
filter-list = Sur la liste d'un jour
filter-day = Jour de la liste, jours passés compris
filter-state = Libre, pris ou décidé
filter-who = Qui l'a pris ou décidé ; me désigne soi-même
filter-office = Bureau de douane
filter-consignee = Nom ou numéro du destinataire
filter-consignor = Nom ou numéro de l'expéditeur
filter-party = Nom ou numéro du destinataire ou de l'expéditeur
filter-container = Numéro de conteneur, ou son début
filter-document = Document de transport, ou son début
filter-declaration = Numéro de déclaration, ou son début
filter-vessel = Numéro OMI d'un navire
filter-seal = Scellé, ou son début
filter-id = Envoi
filter-value = Valeur en douane, dans la monnaie déclarée
filter-at-stake = Droits et taxes en jeu
filter-score = Score, de 0 à 1
filter-rank = Rang selon le score
filter-arrives = Arrivée prévue
filter-deadline = Échéance de la décision
filter-overdue = Non décidé après l'échéance
filter-waiting = Heures depuis la première information
filter-found = Ce qui a été constaté
filter-decided = Quand la décision a été prise, jours passés compris

## Valeurs du filtre
filter-value-red = rouge : visiter
filter-value-yellow = jaune : documents
filter-value-blue = bleu : après mainlevée
filter-value-green = vert : mainlevée
filter-value-none = aucun
filter-value-risk = selon le risque
filter-value-random = au hasard
filter-value-today = aujourd'hui
filter-value-any = quelconque
filter-value-free = libre
filter-value-taken = pris
filter-value-decided = décidé
filter-value-nothing = rien constaté
filter-value-yes = oui
filter-value-no = non

## Chiffres de la vue d'ensemble
figure-waiting = En attente
figure-taken = En cours
figure-overdue = En retard
figure-decided-today = Décidés aujourd'hui
figure-listed = Sur la liste du jour
figure-list-left = Restent de la liste du jour
figure-inspected = Décidés
figure-found = Avec constatation
figure-hit-rate = Part avec constatation
figure-value-found = Valeur constatée

## What is wrong in a filter
filter-fault-unknown-key = Le filtre n’a pas de clé { $found } (caractère { $place }).
filter-fault-bad-value = { $found } n’est pas une valeur pour { $key } (caractère { $place }).
filter-fault-bad-operator = { $key } ne se compare pas avec { $found } (caractère { $place }).
filter-fault-missing-value = Il manque une valeur au caractère { $place }.
filter-fault-unclosed-quote = Le guillemet du caractère { $place } n’est pas fermé.
filter-fault-too-long = Le filtre dépasse { $most } caractères.
filter-fault-too-many-terms = Le filtre a plus de { $most } termes.
filter-fault-too-many-values = Le terme du caractère { $place } a plus de { $most } valeurs.
filter-fault-nearest = Vouliez-vous dire { $nearest } ?

## Senders
sender-unnamed = sans nom (leurs messages n’en nomment aucun, ou plusieurs)

# Trips of one container.
stay-origin = De la porte au navire à { $place }
stay-origin-cycle = De l’enlèvement à vide au navire à { $place }
stay-transhipment = Entre deux navires à { $place }
stay-destination = Du navire à la porte à { $place }
stay-destination-cycle = Du navire au retour à vide à { $place }
route-normal = { $n ->
    [one] Le seul conteneur connu de { $from } à { $to } est passé { $ways }.
   *[other] { $share } de { $population } conteneurs de { $from } à { $to } sont passés { $ways }.
}
route-carrier = { $share } des { $population } conteneurs de { $carrier } sont passés { $ways }.
route-none = Aucun conteneur n’est connu pour être allé de { $from } à { $to } auparavant.
route-direct = en direct
route-via = par { $places }
route-either = { $before } ou { $last }
route-this = Ce chemin a été pris par { $count } sur { $population } ({ $share }).
route-this-never = { $n ->
    [one] Celui-ci a pris un autre chemin.
   *[other] Aucun de ces { $population } n’a pris ce chemin.
}
route-this-first = Il n’y a rien à quoi le comparer.
check-container-shape = Un numéro de conteneur se compose de quatre lettres, six chiffres et un chiffre de contrôle.
trips-show-heading = { $container } au { $time } : { $n ->
    [one] un trajet
   *[other] { $n } trajets
}
trips-show-latest = Les { $shown } derniers sont montrés.
trips-show-trip = Trajet { $number } sur { $total }
trips-show-box = conteneur physique { $number } sous ce numéro
trips-show-status-open = en cours
trips-show-status-closed = terminé
trips-show-status-uncertain = incertain
trips-show-empty = vide, repositionné
trips-show-carrier = transporteur { $carrier }
trips-show-sure = sûr à { $share }
trips-show-reports = { $n ->
    [one] un signalement
   *[other] { $n } signalements
}
trips-show-score = score { $score }
trips-show-case = Dossier { $id }, score { $score } : { $goods }
trips-show-calls = escales
trips-show-doubted = { $n } mis en doute
trips-show-more-sources = { $n ->
    [one] et une autre source
   *[other] et { $n } autres sources
}
trips-show-key = une minuscule est un signalement mis en doute, ~ une prévision, + plusieurs à la fois
trips-show-role-load = chargé
trips-show-role-transhipment = transbordé
trips-show-role-discharge = déchargé
trips-show-inferred = ni chargement ni déchargement signalé ici
trips-show-in = entrée { $time }
trips-show-out = sortie { $time }
trips-show-from = du navire { $vessel }
trips-show-on = sur le navire { $vessel }
trips-show-stay = séjour { $hours }
trips-show-usual = d’habitude { $median }, neuf sur dix sous { $high } ; sur { $population }
trips-show-leg = { $hours } en mer
trips-show-doubt = mis en doute : { $event } { $time }, { $place }, signalé par { $sources } : { $why }
trips-show-repair = corrigé : { $event } { $time }, { $place }, signalé par { $sources } : { $why }
trips-show-doubts-cut = { $n } autres signalements mis en doute ; --json les contient
trips-show-whole = Sur tout le trajet
trips-show-nothing = Rien ne ressort.
trips-show-message = ↳ { $message }{ $n ->
    [0] {""}
    [one] {" "}et un autre message
   *[other] {" "}et { $n } autres messages
}

# Une zone portuaire.
unusual-calls = { $value } passages cette semaine, d’habitude { $usual }.
unusual-role = { $value } conteneurs au rôle « { $name } » cette semaine, d’habitude { $usual }.
unusual-origin = { $value } conteneurs de { $name } cette semaine, d’habitude { $usual }.
unusual-origin-new = { $value } conteneurs de { $name } cette semaine, aucun les semaines précédentes.
unusual-flagged = { $share } des { $calls } passages de la semaine appartiennent à un trajet avec motif fort ; d’habitude { $usual }.
unusual-doubted = { $share } des { $calls } passages de la semaine ont un signalement mis en doute ; d’habitude { $usual }.
unusual-long-stays = { $what } : { $share } des séjours de la semaine dépassent { $high }, contre un sur dix auparavant.

# What is not believed, and what was put right.
doubt-outvoted = contredit par la plupart des autres signalements
repair-time-zone = son horloge était décalée d’heures entières, comme un fuseau, et a été corrigée
repair-whole-days = sa date était décalée de jours entiers et a été corrigée
repair-place = son lieu était inconnu et a été appris d’autres signalements
repair-code = son code a été mis en minorité par d’autres signalements du moment

## Contrôle
verdict-ok = { $file } ({ $message }) : conforme à la norme
verdict-rules = { $file } ({ $message }) : la structure est bonne, des règles sont enfreintes ; erreurs : { $errors }
verdict-structure = { $file } ({ $message }) : la structure est fausse ; erreurs : { $errors }
verdict-unreadable = { $file } ({ $message }) : illisible
verdict-error = ligne { $line }, colonne { $column } : { $code } { $text }
verdict-more = autres erreurs, voir --jsonl : { $errors }

## Criblage
screen-match = { $score }  { $name }  ({ $id })
screen-none = { $query } : rien sur la liste
screen-pair = { $score }  { $left } / { $right }
screen-same = « { $query } » y figure aussi
screen-one-name = « { $query } » et « { $listed } » sont deux graphies d’un même nom
screen-sound = « { $query } » se prononce comme « { $listed } »
screen-letters = « { $query } » est presque « { $listed } »
screen-initial = « { $query } » et « { $listed } » : une initiale
screen-legal-form = « { $query } » et « { $listed } » : la même forme juridique
screen-only-query = contre : « { $query } » ne figure pas dans le nom listé
screen-only-listed = contre : « { $listed } » n’a pas été demandé
