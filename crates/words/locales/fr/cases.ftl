### Dossiers : état, listes, ce qu’une modification a fait.

## Où en est un dossier

status-new = Nouveau
status-in-review = À l’examen
status-waiting = En attente
status-decided = Décidé
status-needs-adjudication = À trancher
status-closed = Clos

## Listes et leur ordre

queue-mine = Les miens
queue-team = Équipe
queue-overdue = En retard
queue-not-sent = Non envoyés
queue-conflict = Conflit
queue-closed = Clos
queue-all = Tous
queue-removed = Retirés

sort-due = Échéance
sort-newest = Récents
sort-title = Titre
sort-reference = Référence

## Comment un dossier est arrivé

channel-app = par l’application
channel-web = par formulaire web
channel-paper = sur papier
channel-registered = au guichet
channel-import = importé
channel-mail = par courriel

## Échéances

due-late = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}
due-today = Échéance aujourd’hui
due-days-left = { $count ->
    [0] Échéance aujourd’hui
    [one] encore { $count } jour
   *[other] encore { $count } jours
}

## Ce qu’une modification a fait, après le nom : « Ana : titre fixé et note ajoutée »

timeline-row = { $name } : { $what }
change-create-case = dossier créé
change-import = dossier importé
change-set-title = titre fixé
change-set-reference = référence fixée
change-set-received = jour de réception fixé
change-assign = dossier attribué
change-unassign = dossier rendu
change-set-field = formulaire rempli
change-add-tag = mot-clé ajouté
change-remove-tag = mot-clé retiré
change-add-party = personne ajoutée
change-edit-party = personne modifiée
change-remove-party = personne retirée
change-restore-party = personne rétablie
change-add-note = note ajoutée
change-correct-note = note corrigée
change-withdraw-note = note retirée
change-restore-note = note rétablie
change-add-attachment = fichier joint
change-file = le contenu d’un fichier
change-add-attachment-version = nouvelle version d’un fichier ajoutée
change-rename-attachment = fichier renommé
change-remove-attachment = fichier retiré
change-restore-attachment = fichier rétabli
change-add-task = tâche ajoutée
change-edit-task = tâche modifiée
change-task-done = tâche marquée comme faite
change-reopen-task = tâche rouverte
change-remove-task = tâche retirée
change-restore-task = tâche rétablie
change-add-deadline = délai ajouté
change-meet-deadline = délai marqué comme tenu
change-reopen-deadline = délai rouvert
change-set-deadline-day = délai déplacé
change-remove-deadline = délai retiré
change-restore-deadline = délai rétabli
change-decide = décision prise
change-directory = liste des personnes mise à jour
change-withdraw-decision = décision retirée
change-restore-decision = décision rétablie
change-set-status = état modifié
change-sign = deuxième signature donnée
change-settle = conflit réglé
change-take-out = fichier enregistré hors de Praesto
change-file-letter = lettre validée
change-remove-case = dossier retiré
change-restore-case = dossier rétabli
change-other = dossier modifié

## Endroits où deux versions peuvent se trouver

place-title = Titre
place-reference = Référence
place-status = Statut
place-received = Jour de réception
place-received-unknown = Inconnu, { $channel }
place-assignee = Qui s’en charge
place-field = Champ du formulaire
place-party-name = Nom d’une personne
place-party-role = Rôle d’une personne
place-party-contact = Coordonnées d’une personne
place-attachment-name = Nom d’un fichier
place-task-text = Texte d’une tâche
place-task-due = Échéance d’une tâche
place-task-assignee = Qui fait une tâche
place-task-done = État d’une tâche
place-deadline-label = Nom d’un délai
place-deadline-day = Jour d’un délai
place-deadline-met = État d’un délai

value-yes = Oui
value-no = Non
value-empty = Laissé vide
value-choose = Choisir…

## Où se trouve le contenu d’un fichier

whereabouts-here = Sur cet ordinateur
whereabouts-waiting-to-be-sent = En attente d’envoi
whereabouts-on-server = Sur le serveur
whereabouts-arriving = En route, { $percent }
whereabouts-with-author = Encore sur l’ordinateur de { $name }
