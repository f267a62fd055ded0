## The screen
queue-heading = File d’attente
queue-table = Envois en attente
queue-count = { $count ->
    [one] { $shown } envoi
   *[other] { $shown } envois
}
queue-sum-free = { $count ->
    [one] { $shown } libre
   *[other] { $shown } libres
}
queue-sum-taken = { $count ->
   *[other] { $shown } en cours
}
queue-sum-overdue = { $count ->
   *[other] { $shown } en retard
}
queue-sum-listed = { $count ->
   *[other] { $shown } sur la liste du jour
}
queue-take-next = Prendre le suivant
queue-reload = Actualiser
queue-reloaded = { $count ->
    [one] Liste relue : { $shown } envoi
   *[other] Liste relue : { $shown } envois
}
queue-no-free = Il ne reste aucun cas libre.
queue-no-free-filter = Aucun cas libre ne correspond à ce filtre.

## Columns
queue-column-select = Sélection
queue-column-risk = Risque
queue-column-what = Conteneur
queue-column-route = Itinéraire
queue-column-goods = Marchandises et parties
queue-column-arrival = Arrivée, échéance
queue-column-reasons = Motifs principaux
queue-column-money = Enjeu
queue-column-state = Circuit, agent

## A row
queue-row-rank = Numéro { $rank }, score { $score }
queue-rank = Numéro
queue-select-row = Sélectionner { $number }
queue-transport-document = Document de transport
queue-from = de
queue-to = à
queue-due = échéance { $span }
queue-overdue = en retard, { $span }
queue-random = Choisi au hasard, comme témoin : ses motifs ne comptent pas.
queue-no-reason = Aucun indicateur ne s’est déclenché.
queue-also = aussi
queue-of-value = sur
queue-arm-random = au hasard
queue-outcome-found = décidé : constaté
queue-outcome-nothing = décidé : rien
queue-mine = vous l’avez
queue-held-by = { $name } l’a
queue-row-coming = Ligne { $number } en cours de chargement…

## Order
queue-order = Ordre
queue-sort-risk = risque
queue-sort-urgency = urgence
queue-sort-arrival = arrivée
queue-sort-at-stake = enjeu
queue-sort-value = valeur
queue-sort-consignee = destinataire
queue-sort-office = bureau
queue-sort-turned = { $order }, ordre inverse

## Filter
queue-filter = Filtre, par exemple origin:CN reason:RT-TS value>50000
queue-filter-completions = Complétions
queue-filter-apply = Filtrer
queue-filter-clear = Effacer le filtre
queue-filter-nearest = Vouliez-vous dire { $nearest } ?
queue-chips = Filtres courants
queue-chip-list = Liste du jour
queue-chip-free = Libres
queue-chip-mine = Les miens
queue-chip-overdue = En retard
queue-chip-red = Circuit rouge
queue-chip-random = Au hasard

## Saved filters
queue-saved = Filtres enregistrés
queue-saved-none = Aucun pour l’instant. Définissez un filtre, puis enregistrez-le sous un nom.
queue-saved-count = envois
queue-saved-all = (aucun filtre)
queue-saved-shared = partagé
queue-saved-shared-by = partagé par { $name }
queue-saved-new = Enregistrer ce filtre
queue-saved-edit = Modifier
queue-saved-edit-name = Modifier { $name }
queue-saved-delete = Supprimer
queue-saved-delete-name = Supprimer { $name }
queue-saved-delete-text = Le filtre « { $name } » sera supprimé. Les envois ne sont pas touchés.
queue-saved-delete-shared = Le filtre « { $name } » sera supprimé pour tous ceux qui le partagent.
queue-saved-deleted = Filtre « { $name } » supprimé.
queue-saved-name = Nom
queue-saved-share = Partager avec tous
queue-saved-take = Reprendre le filtre et l’ordre actuels
queue-saved-save = Enregistrer
queue-saved-done = Filtre « { $name } » enregistré.

## Selection and outcome
queue-selected = { $count ->
    [one] { $count } sélectionné
   *[other] { $count } sélectionnés
}
queue-selected-clear = Effacer
queue-selected-max = { $count } au plus peuvent être décidés à la fois.
queue-bulk = Consigner le résultat
queue-bulk-title = { $count ->
    [one] Résultat de { $count } envoi
   *[other] Un résultat pour { $count } envois
}
queue-bulk-text = Le même constat est consigné pour chacun, à votre nom. Il peut être annulé pendant dix secondes.
queue-bulk-found = Constat
queue-bulk-nothing = Rien
queue-bulk-value = Valeur en jeu de chacun
queue-bulk-value-hint = Facultatif ; un nombre dans la monnaie de la déclaration
queue-bulk-value-wrong = Écrivez un nombre tel que 1250 ou 1250,50.
queue-bulk-note = Note
queue-bulk-record = { $count ->
   *[other] Consigner pour { $count }
}
queue-bulk-done = { $count ->
    [one] { $count } résultat consigné.
   *[other] { $count } résultats consignés.
}
queue-bulk-refused = { $count ->
    [one] { $count } n’a pas été consigné :
   *[other] { $count } n’ont pas été consignés :
}
queue-undo = Annuler
queue-undone = { $count ->
    [one] { $count } résultat retiré.
   *[other] { $count } résultats retirés.
}
queue-undo-late = { $count ->
    [one] { $count } résultat ne pouvait plus être retiré.
   *[other] { $count } résultats ne pouvaient plus être retirés.
}
queue-undo-failed = Le résultat n’a pas pu être retiré.

## News
queue-pending = { $count ->
    [one] { $count } nouveau ou modifié
   *[other] { $count } nouveaux ou modifiés
}
queue-pending-first = { $count ->
    [one] Au moins { $count } nouveau ou modifié
   *[other] Au moins { $count } nouveaux ou modifiés
}
queue-pending-show = Afficher

## Nothing to show
queue-empty = Rien n’attend
queue-empty-text = Tous les envois connus ont été décidés ou sont passés. Les nouveaux apparaissent ici d’eux-mêmes.
queue-empty-filter = Aucun envoi ne correspond à ce filtre
queue-empty-filter-text = Les critères se cumulent. Retirez-en un, ou effacez le filtre.
queue-nothing-assessed = Rien n’a encore été évalué
queue-nothing-assessed-may = Les messages sont lus, mais aucune évaluation n’a eu lieu. Lancez-en une ; la file se remplira à la fin.
queue-nothing-assessed-ask = Les messages sont lus, mais aucune évaluation n’a eu lieu. Qui peut la lancer : { $roles }.
queue-assess = Évaluer maintenant
queue-assessing = Évaluation en cours… la file apparaîtra d’elle-même.

## Keys
queue-key-take = Prendre le cas libre le plus urgent
queue-key-next = Ligne suivante
queue-key-previous = Ligne précédente
queue-key-open = Ouvrir le cas
queue-key-select = Sélectionner ou désélectionner la ligne
queue-key-bulk = Consigner un résultat pour la sélection
queue-key-clear = Effacer la sélection
queue-key-filter = Aller au filtre
queue-key-reload = Relire la liste

## What is wrong in a filter
queue-fault-unknown_key = { $found } n’est pas une clé de filtre.
queue-fault-bad_value = { $found } n’est pas une valeur pour cette clé.
queue-fault-bad_operator = Cette clé ne se compare pas ainsi.
queue-fault-missing_value = Il manque une valeur ici.
queue-fault-unclosed_quote = Le guillemet n’est pas fermé.
queue-fault-too_long = Le filtre est trop long.
queue-fault-too_many_terms = Le filtre a trop de critères.
