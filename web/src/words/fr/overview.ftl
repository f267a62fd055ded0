## Screen
overview-heading = Vue d’ensemble
overview-as-of = au
overview-loading = Chargement de la vue d’ensemble
overview-no-figures = Pas encore de chiffres.
overview-of = sur { $number }
overview-interval = de { $low } à { $high }
overview-none = aucun
overview-cases = Dossiers
overview-share = Comparé au groupe le plus grand

## Work
overview-work = Travail du jour
overview-found = Constaté

## Arms
overview-arms = Taux de réussite des deux bras
overview-arm = Bras
overview-arm-risk = Par risque
overview-arm-random = Au hasard
overview-found-of = Constatés sur contrôlés
overview-found-of-value = { $found } sur { $inspected }
overview-rate = Taux de réussite
overview-interval-heading = Intervalle à 95 % sur une échelle de 0 à { $end }
overview-too-few = { $count ->
    [0] Aucun contrôle encore.
    [one] Seulement { $number } contrôle : trop peu pour conclure.
   *[other] Seulement { $number } contrôles : trop peu pour conclure.
}
overview-times = { $number } fois
overview-lift = Le bras par risque trouve { $value } plus souvent que le hasard.
overview-lift-interval = Le bras par risque trouve { $value } plus souvent que le hasard (intervalle à 95 % : de { $low } à { $high }).
overview-lift-unproven = L’intervalle contient 1 : il n’est pas encore établi que le classement fasse mieux que le hasard.
overview-lift-none = On ne peut pas encore dire de combien le bras par risque fait mieux que le hasard : le bras au hasard compte trop peu de constats.
overview-arms-note = Le bras au hasard est tiré au sort parmi tous les dossiers ouverts. Il montre ce que l’on trouverait sans classement.

## Age
overview-age = Ancienneté des dossiers en attente
overview-age-waiting = En attente depuis
overview-age-under = moins de { $to }
overview-age-between = { $from } à { $to }
overview-age-over = { $from } et plus
overview-age-none = Aucun dossier n’attend.

## People
overview-people = Personnes aujourd’hui
overview-person = Personne
overview-looked = Consultés
overview-decided = Décidés
overview-with-finding = Avec constat
overview-holding = En main
overview-people-none = Personne n’a consulté de dossier aujourd’hui.

## Indicators
overview-indicators = Indicateurs
overview-indicator = Indicateur
overview-fired = Dossiers ouverts
overview-fired-bar = Comparaison
overview-inspected = Contrôlés
overview-few = trop peu
overview-indicators-none = Aucun indicateur ne s’est encore déclenché. Chargez d’abord des messages et évaluez-les.
overview-indicators-note = Le taux de réussite est donné à partir de { $number } contrôles.

## Senders
overview-senders = Messages par expéditeur
overview-sender = Expéditeur
overview-sender-unknown = expéditeur inconnu
overview-messages = Messages
overview-accepted = Acceptés
overview-duplicate = Doublons
overview-quarantined = En quarantaine
overview-refused-share = Refusés
overview-last-received = Dernier reçu
overview-never = jamais
overview-senders-none = Aucun message n’est encore arrivé.

## Days
overview-days = Messages par jour
overview-day = Jour
overview-days-label = Messages par jour du { $from } au { $to } ; le tableau ci-dessous donne les nombres.
overview-days-table = Afficher en tableau
overview-days-none = Aucun message n’est encore arrivé.

## Doors
overview-doors = Portes pour les messages
overview-door = Porte
overview-door-folder = Dossier surveillé
overview-door-mqtt = Courtier de messages
overview-door-state = État
overview-door-open = ouverte
overview-door-shut = pas ouverte
overview-door-kept = Conservés
overview-door-not-read = Non lus
overview-door-detail = Détail
