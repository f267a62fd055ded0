search-heading = Recherche : { $query }
search-count = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}
search-ask = Rechercher par n’importe quel numéro
search-ask-text = Conteneur, document de transport, MRN, navire par numéro OMI ou nom, partie, code SH, scellé. Un début de numéro suffit ; un numéro mal saisi trouve le plus proche.
search-none = Aucun résultat pour { $query }
search-none-text = Aucun numéro à un ou deux caractères près n’est connu. Son message n’est peut-être pas encore arrivé, ou il est en quarantaine.
search-only-near = { $query } n’est pas connu tel quel. Voici les plus proches.
search-near = { $count ->
    [one] proche : { $count } caractère diffère
   *[other] proche : { $count } caractères diffèrent
}
search-all = { $count ->
    [one] { $shown } envoi dans la file
   *[other] Les { $shown } dans la file
}
search-no-consignment = dans aucun envoi ouvert
search-check = Chiffre de contrôle
search-check-known = Connu avec cette correction :
search-trips = Où il est allé
search-older = Envois plus anciens portant ce numéro
search-older-how = Envois qui ne sont ni ouverts ni des trois derniers mois. Les plus anciens ne se trouvent que par le numéro entier.
search-older-later = Les envois plus anciens sont encore en cours de lecture après le démarrage du serveur : pour eux, recherchez à nouveau dans un instant.
search-older-more = { $count ->
    [one] et { $shown } autre, plus ancien encore
   *[other] et { $shown } autres, plus anciens encore
}
search-ports = Ports
search-port-page = ce qui y passe
