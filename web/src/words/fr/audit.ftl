## The screen
audit-title = Audit
audit-lead = Qui a regardé, qui a décidé, sur quelles preuves.
audit-loading = Chargement des enregistrements
audit-export = { $count ->
    [one] Enregistrer { $count } entrée en lignes JSON
   *[other] Enregistrer { $count } entrées en lignes JSON
}
audit-empty-title = Rien n'a encore été consigné
audit-empty-text = Chaque consultation, décision et modification laisse une trace ici.
audit-empty-filtered-title = Aucune entrée ne correspond à ces filtres
audit-empty-filtered-text = Personnes, actions et objets sont comparés tels qu'écrits dans une entrée.
audit-pages = Pages
audit-first-page = Entrées les plus récentes
audit-next-page = Entrées antérieures

## Filters
audit-filter = Filtrer les entrées
audit-actor = Personne
audit-action = Action
audit-object = Objet
audit-from = Du jour
audit-to = Au jour
audit-apply = Filtrer
audit-clear = Effacer les filtres
audit-days-wrong = Le dernier jour précède le premier.

## One record
audit-open = Ouvrir
audit-all-of-object = Toutes ses entrées
audit-all-of-actor = Toutes par cette personne
audit-all-of-action = Toutes de cette action
audit-time = Heure
audit-origin = D'où
audit-request = Requête
audit-sequence = Numéro
audit-hash = Empreinte
audit-changes = Ce qui a changé
audit-changed-nothing = Cet acte n'a rien modifié : on garde qu'il a eu lieu.
audit-field = Champ
audit-before = Avant
audit-after = Après
audit-value = Valeur
audit-none = aucun
audit-too-many-fields = Seuls les { $limit } premiers champs sont montrés ; l'entrée exportée les a tous.

## The chain
audit-chain = Chaîne des entrées
audit-chain-lead = Chaque entrée porte une empreinte d'elle-même et de la précédente. La vérification les lit toutes et nomme le premier octet modifié, s'il y en a un.
audit-verify = Vérifier la chaîne
audit-chain-whole = { $records ->
    [one] La chaîne est intacte : { $records } entrée.
   *[other] La chaîne est intacte : { $records } entrées.
}
audit-chain-broken = { $records ->
    [one] La chaîne est rompue. { $records } entrée lue.
   *[other] La chaîne est rompue. { $records } entrées lues.
}
audit-broken-where = La première entrée rompue est le numéro { $sequence } : champ { $field }, octet { $byte }.
audit-broken-record = La première entrée rompue est le numéro { $sequence } : champ { $field }.
audit-head = Empreinte de la dernière entrée :
audit-head-why = Notez-la hors de cette machine : qui couperait la chaîne pour la reconstruire ne pourrait pas la retrouver.
audit-checked = Vérifié le { $time }

## Keys
audit-key-down = Entrée suivante
audit-key-up = Entrée précédente
audit-key-filter = Aller aux filtres
