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
