### What there is to do, and what happened since one looked.

area-today = Aujourd’hui
today-agenda = Ce qu’il y a à faire
today-side = Nouveautés et envois en attente
today-offline = Vous êtes hors ligne. Tout ce qui suit est sur cet ordinateur.
today-late = En retard
today-now = Aujourd’hui
today-soon = Cette semaine et la suivante
today-undated = Sans date
today-more = { $count ->
    [one] Un autre point, à trouver dans son dossier.
   *[other] { $count } autres points, à trouver dans leurs dossiers.
}
today-nobody = { $count ->
    [one] Un point d’un dossier que personne n’a est en retard, dû aujourd’hui ou à régler.
   *[other] { $count } points de dossiers que personne n’a sont en retard, dus aujourd’hui ou à régler.
}
today-nobody-look = Voir les dossiers de l’équipe
today-nothing = Rien ne vous attend
today-nothing-text = Les tâches et échéances de vos dossiers arrivent ici, ainsi que les décisions à signer.
today-to-cases = Aller aux dossiers
today-done = Fait : { $name }
today-sign = Deuxième signature : { $outcome }
today-settle = Choisir entre ce qui a été écrit en même temps
today-by-law = Selon la loi
today-by-law-on = Selon la loi : { $day }
today-was-due = était dû { $day }
today-to-sign = À signer
today-decided-by = Décidé par { $name }
today-waiting-more = { $count ->
    [one] Un autre
   *[other] { $count } autres
}
news = Changé depuis votre passage
news-none = Vos collègues n’ont rien changé que vous n’ayez vu.
news-more = { $count ->
    [one] Et un autre dossier.
   *[other] Et { $count } autres dossiers.
}
nav-urgent = { $count ->
    [one] un point vous attend aujourd’hui
   *[other] { $count } points vous attendent aujourd’hui
}
hint-done = fait
hint-tomorrow = demain
keys-today = Aujourd’hui
said-put-off = La tâche est due { $day }.
hints = Bon à savoir
hints-search = Trouver un dossier, une personne ou une commande.
hints-keys = Voir toutes les touches de cette page.
hints-undo = Annuler ce que vous venez de faire.
hints-lock = Verrouiller quand vous quittez votre poste.
hints-drop = Déposez des fichiers sur un dossier ouvert pour les joindre.
hints-read = Je le sais maintenant
settings-hints = Afficher les conseils sur la page Aujourd’hui
today-in-its-case = Cela se règle dans le dossier. Entrée l’ouvre.
