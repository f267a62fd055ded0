## The screen
quarantine-title = Quarantaine
quarantine-lead = Les messages qui n'ont pas pu devenir des enregistrements attendent ici d'être corrigés et rejoués, ou écartés avec un motif.
quarantine-tab-refused = Messages refusés
quarantine-tab-in = Messages reçus

## Filters
quarantine-state = État
quarantine-state-open = En attente
quarantine-state-replayed = Rejoués
quarantine-state-discarded = Écartés
quarantine-is-open = En attente
quarantine-is-replayed = Rejoué
quarantine-is-discarded = Écarté
quarantine-state-all = Tous
quarantine-by-code = Par code
quarantine-by-sender = Par expéditeur
quarantine-filter-off = Retirer ce filtre
quarantine-filter-more = { $count ->
    [one] { $count } de plus
   *[other] { $count } de plus
}
quarantine-clear = Effacer les filtres

## The list
quarantine-loading = Chargement des messages refusés
quarantine-list = { $count ->
    [one] { $count } message refusé
   *[other] { $count } messages refusés
}
quarantine-select-page = Sélectionner cette page
quarantine-select-one = Sélectionner le message { $id }
quarantine-refused = Refusé
quarantine-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
quarantine-no-sender = expéditeur non indiqué
quarantine-replay-selected = { $count ->
    [one] Rejouer { $count } sélectionné
   *[other] Rejouer les { $count } sélectionnés
}
quarantine-replay-all = Rejouer tous ceux en attente
quarantine-replay-all-title = Rejouer tous les messages en attente ?
quarantine-replay-all-text = Chacun est relu tel qu'il a été envoyé. Ce qui peut maintenant être lu quitte la quarantaine ; le reste y demeure.
quarantine-replayed = { $tried ->
    [one] { $tried } message essayé : { $resolved } résolu, { $remaining } encore refusé
   *[other] { $tried } messages essayés : { $resolved } résolus, { $remaining } encore refusés
}
quarantine-pages = Pages
quarantine-first-page = Première page
quarantine-next-page = Page suivante
quarantine-empty-filtered-title = Aucun message refusé ne correspond à ces filtres
quarantine-empty-filtered-text = Un autre état, code ou expéditeur peut en avoir.
quarantine-empty-open-title = Rien n'attend en quarantaine
quarantine-empty-replayed-title = Aucun message n'a encore été rejoué
quarantine-empty-discarded-title = Aucun message n'a encore été écarté
quarantine-empty-all-title = Aucun message n'a jamais été refusé
quarantine-empty-text = Chaque message reçu est devenu un enregistrement, était déjà connu ou a été traité ici.

## One message
quarantine-back = Retour à la liste
quarantine-message-title = Message refusé { $id }
quarantine-loading-one = Chargement du message
quarantine-message = Le message
quarantine-sender = Expéditeur
quarantine-file = Fichier
quarantine-format = Format
quarantine-received = Reçu
quarantine-place-in-file = Place dans le fichier
quarantine-bytes-from = { $size } à partir de l'octet { $start }
quarantine-wrong = { $count ->
    [one] { $count } anomalie
   *[other] { $count } anomalies
}
quarantine-was-wrong = { $count ->
    [one] Ce qui n'allait pas
   *[other] Ce qui n'allait pas : { $count } anomalies
}
quarantine-still-wrong = { $count ->
    [one] { $count } anomalie demeure dans votre correction
   *[other] { $count } anomalies demeurent dans votre correction
}
quarantine-severity-error = Erreur
quarantine-severity-warning = Avertissement
quarantine-path = Où
quarantine-expected = Attendu
quarantine-found = Trouvé
quarantine-found-nothing = rien
quarantine-show-place = Ligne { $line }, colonne { $column }
quarantine-show-bytes = Octet { $start }
quarantine-view = Affichage du message
quarantine-view-text = Tel qu'envoyé
quarantine-view-correct = Corriger
quarantine-view-bytes = Octets
quarantine-truncated = Le message est plus long que ce qui est montré ici.
quarantine-loading-bytes = Chargement des octets
quarantine-more-bytes = { $count ->
    [one] Montrer { $count } octet de plus
   *[other] Montrer { $count } octets de plus
}
quarantine-not-editable = Ce message ne peut pas être corrigé ici : il est trop long ou n'est pas du texte. Demandez-en un nouveau à l'expéditeur, ou rejouez-le tel quel.
quarantine-replay-as-sent = Rejouer tel quel
quarantine-correct = Corriger
quarantine-discard = Écarter
quarantine-next = Message suivant
quarantine-last = C'est le dernier de la liste.

## Correcting
quarantine-correct-label = Texte du message
quarantine-draft-restored = Votre correction non envoyée a été conservée.
quarantine-draft-kept = Conservé comme brouillon jusqu'à l'envoi.
quarantine-unchanged = Rien n'est modifié.
quarantine-as-sent = Revenir au texte envoyé
quarantine-check-and-send = Comparer et envoyer
quarantine-send-title = Envoyer cette correction ?
quarantine-send-text = Le message d'origine reste dans l'archive. La correction est lue à sa place et l'audit garde qui l'a faite.
quarantine-send-diff = Ce que votre correction change
quarantine-keep-editing = Continuer à corriger
quarantine-send = Envoyer

## Results
quarantine-result-resolved = Le message { $id } est résolu.
quarantine-result-as-sent = Il a pu être lu tel quel : c'est maintenant un enregistrement, ou il était déjà connu.
quarantine-result-corrected = Votre correction a pu être lue : c'est maintenant un enregistrement, ou il était déjà connu.
quarantine-result-refused = { $count ->
    [one] Encore refusé : { $count } anomalie.
   *[other] Encore refusé : { $count } anomalies.
}
quarantine-result-refused-as-sent = Relu tel quel ; les anomalies sont listées ci-dessous.
quarantine-result-refused-corrected = Votre correction est conservée comme brouillon ; ce qui reste faux est listé ci-dessous.
quarantine-discarded = Le message { $id } a été écarté.
quarantine-discard-title = Écarter le message { $id } ?
quarantine-discard-text = Il quitte la quarantaine et ne deviendra jamais un enregistrement. Ses octets restent dans l'archive.
quarantine-discard-reason = Motif
quarantine-discard-hint = Conservé dans l'audit avec votre nom.
quarantine-discard-missing = Dites pourquoi il est écarté.

## Files received
quarantine-files = Fichiers reçus
quarantine-files-of = Fichiers de { $sender }
quarantine-files-empty-title = Aucun fichier n'a encore été reçu
quarantine-files-empty-send = Envoyez le premier ci-dessus, ou laissez la machine d'un expéditeur le faire avec une clé d'API.
quarantine-files-empty-text = Ils apparaissent ici dès que quelqu'un les envoie.
quarantine-loading-files = Chargement des fichiers
quarantine-count-read = Lus
quarantine-count-accepted = Acceptés
quarantine-count-duplicate = Doublons
quarantine-count-quarantined = Refusés
quarantine-count-conflicts = Conflits
quarantine-upload = Envoyer des fichiers
quarantine-upload-pick = Choisir des fichiers
quarantine-upload-drop = ou déposez-les ici
quarantine-upload-hint = Tout format que Tidewaiter sait lire, même comprimé. Ce qui a déjà été reçu est reconnu et compté comme doublon.
quarantine-upload-waiting = en attente
quarantine-upload-sending = envoi…
quarantine-upload-too-many = { $count ->
    [one] Seuls { $limit } fichiers sont pris à la fois ; { $count } a été laissé.
   *[other] Seuls { $limit } fichiers sont pris à la fois ; { $count } ont été laissés.
}
quarantine-upload-announce = { $name } reçu : { $accepted } acceptés, { $quarantined } refusés
quarantine-receipts = { $count ->
    [one] Reçu
   *[other] Reçus de { $count } fichiers
}
quarantine-receipts-clear = Effacer les reçus

## Keys
quarantine-key-down = Message suivant de la liste
quarantine-key-up = Message précédent
quarantine-key-select = Sélectionner ou désélectionner
quarantine-key-replay = Rejouer la sélection
quarantine-key-next = Message suivant
quarantine-key-correct = Corriger le message
quarantine-key-replay-one = Rejouer tel quel
quarantine-key-discard = Écarter
quarantine-key-back = Retour à la liste
