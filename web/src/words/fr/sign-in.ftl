sign-in-heading = Connexion
sign-in-languages = Langue
sign-in-law = Tout ce qui est consulté et décidé ici est enregistré à votre nom.
