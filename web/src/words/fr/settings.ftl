## The screen
settings-title = Paramètres
settings-tab-settings = Paramètres
settings-tab-assessment = Évaluation du risque
settings-tab-evaluation = Mesure du classement
settings-loading = Chargement des paramètres

## The text
settings-text = Texte des paramètres (TOML)
settings-from-defaults = Rien n'est encore défini : chaque valeur est celle par défaut. Ce que vous écrivez ici la remplace.
settings-from-database = Ces paramètres sont conservés dans la base. Ce qui est omis garde sa valeur par défaut.
settings-from-file = Un fichier de paramètres dans le dossier de données fait foi sur ce serveur ; ils ne peuvent donc qu'être lus ici. Modifiez le fichier et redémarrez le serveur, ou retirez-le pour les régler ici.
settings-draft-restored = Vos modifications non enregistrées ont été conservées.
settings-changed = Modifié, pas encore enregistré.
settings-unchanged = Rien n'est modifié.
settings-check = Comparer et enregistrer
settings-revert = Abandonner mes modifications
settings-errors = { $count ->
    [one] { $count } erreur ; rien n'a été enregistré
   *[other] { $count } erreurs ; rien n'a été enregistré
}
settings-line = Ligne { $line }
settings-effective = En vigueur
settings-effective-text = Tout ce que disent les paramètres conservés, valeurs par défaut comprises.

## Saving
settings-save-title = Enregistrer ces paramètres ?
settings-save-effective = Ce qui changerait dans ce qui est en vigueur
settings-save-text = Ce qui change dans le texte
settings-save-same = Rien de ce qui est en vigueur ne changerait : le texte fixe les mêmes valeurs.
settings-save-then = Ils s'appliquent aussitôt.
settings-save-then-assess = Ils s'appliquent aussitôt et une nouvelle évaluation commence : les scores, les listes ou les échéances dépendent de ce qui change.
settings-restart = Le fichier de paramètres a été modifié depuis le démarrage du serveur : ce qu'il dit à présent s'appliquera une fois le serveur redémarré.
settings-save-back = Continuer
settings-save = Enregistrer
settings-saved = Les paramètres ont été enregistrés et s'appliquent.
settings-saved-assess = Les paramètres ont été enregistrés et s'appliquent. Une nouvelle évaluation commence.
settings-stale-title = Quelqu'un a enregistré d'autres paramètres pendant que vous modifiiez.
settings-stale-text = Rien de ce que vous avez écrit n'est enregistré ni perdu. Gardez votre texte et comparez-le au leur avant d'enregistrer, ou abandonnez-le et partez du leur.
settings-stale-keep = Garder mon texte, comparer au leur
settings-stale-drop = Abandonner mon texte, prendre le leur

## Assessing
settings-assess-lead = Réévalue chaque envoi ouvert avec ce qui est connu maintenant. Le serveur le fait aussi de lui-même à l'arrivée de messages.
settings-assess-now = Évaluer maintenant
settings-assess-running = Évaluation en cours depuis { $seconds } s.
settings-assess-ended = L'évaluation est terminée.
settings-runs = Dernières évaluations
settings-runs-loading = Chargement des évaluations
settings-runs-empty-title = Rien n'a encore été évalué
settings-runs-empty-text = Envoyez d'abord des messages, puis évaluez.
settings-run = Évaluation
settings-run-as-of = À la date du
settings-run-assessed = Envois évalués

## Measuring
settings-evaluation-lead = Rejoue le monde chargé, dont les fraudes sont connues, et mesure combien le classement en amène en tête, face au hasard et au tri par taxe.
settings-evaluation-loading = Chargement de la mesure
settings-evaluation-none-title = Les données chargées n'ont pas de vérité connue
settings-evaluation-none-text = Seul un monde synthétique dit quels envois étaient frauduleux. Sur des données réelles, la vue d'ensemble compare le bras risque au bras aléatoire.
settings-evaluation-empty-title = Pas encore mesuré
settings-evaluation-empty-text = Lancez la mesure pour une capacité de { $percent } % ; elle prend quelques minutes.
settings-evaluation-run = Mesurer
settings-evaluation-running = Mesure en cours ; vous pouvez quitter cet écran.
settings-evaluation-ended = La mesure est terminée.
settings-evaluation-failed = La dernière mesure a échoué ; le journal du serveur dit pourquoi.
settings-evaluation-of = { $assessed } envois évalués tant qu'ouverts, dont { $wrong } avec fraude introduite, du { $from } au { $to }, { $looks } passages.
settings-evaluation-missed = { $count ->
    [one] { $count } n'a jamais été évalué tant qu'ouvert.
   *[other] { $count } n'ont jamais été évalués tant qu'ouverts.
}
settings-evaluation-how = Intervalles à 95 % (intervalle de score de Wilson). Celui du gain est celui de la part trouvée, divisé par la part parmi tous.
settings-capacity = Capacité en pour cent
settings-capacity-hint = Part des envois qui peuvent être contrôlés.
settings-capacity-wrong = Indiquez un pourcentage supérieur à 0 et d'au plus 100.
settings-table-shares = Le classement à chaque part contrôlée
settings-table-kinds = Trouvé par genre de fraude, à { $share } contrôlés
settings-table-indicators = Déclenchements de chaque indicateur, et combien à raison
settings-table-honest = Étrangetés honnêtes que le classement retient
settings-col-share = Part contrôlée
settings-col-asked = (demandée)
settings-col-inspected = Contrôlés
settings-col-by-score = Frauduleux, par score
settings-col-by-tax = Frauduleux, par taxe
settings-col-base = Frauduleux, au hasard
settings-col-lift = Gain sur le hasard
settings-col-kind = Genre
settings-col-indicator = Indicateur
settings-col-oddity = Étrangeté
settings-col-of = Sur
settings-col-hits = Touchés
settings-col-recall = Trouvés
settings-col-recall-tax = Trouvés par taxe
settings-col-right = À raison
settings-col-listed = Retenues
settings-inspected-of = { $inspected } sur { $considered }
settings-interval = ({ $low } à { $high })
settings-times = { $value } ×
settings-none-counted = aucun compté
