### The window: what stands on buttons, fields, headings and in dialogs.

starting = Praesto démarre

## Everywhere

back = Retour
cancel = Annuler
stop = Arrêter
close = Fermer
add = Ajouter
edit = Modifier
done-editing = Terminé
draft = Brouillon, gardé sur cet ordinateur
draft-discard = Abandonner
draft-save = Enregistrer
draft-apart = Rien n’est enregistré. Ce qui est écrit à présent : { $value }
draft-not-kept = Ce que vous écrivez ne peut pas être gardé pour le moment.
draft-decision = Brouillon de décision
draft-step = Brouillon de note à une étape
draft-hand-over = Brouillon de transmission
draft-task = Brouillon de tâche
draft-remove = Brouillon de retrait
undo = Annuler l’action
undone = La dernière modification de « { $title } » a été annulée.
copied = Copié.
cannot-open = Ce profil ne peut pas être ouvert
stopped-title = Cette fenêtre s’est arrêtée
stopped-text = Ce que vous avez enregistré et les brouillons de vos dossiers sont en sécurité sur cet ordinateur. Seul ce que vous étiez en train de saisir est peut-être à refaire.
stopped-again = La rouvrir
copy-failed = La copie n’a pas marché. Marquez le texte et appuyez sur Ctrl C.
lock = Verrouiller
day = Jour
language = Langue
person = Personne
role = Rôle
person-you = { $name } (vous)
name-missing = Il manque un nom.
day-unclear = Ce n’est pas un jour. Un jour s’écrit comme 24/11/2026.
day-missing = Il manque le jour.
day-to-come = Ce jour est à venir. Une affaire est reçue aujourd’hui au plus tard.
number-unclear = Ce n’est pas un nombre entier.
day-pattern = JJ/MM/AAAA
table = Tableau
edit-named = Modifier { $name }
remove-named = Retirer { $name }
not-sent-yet = pas encore envoyé
skip = Aller à la partie principale
messages = Messages
side = Service et navigation
nav = Navigation principale
nav-work = Travail
nav-set-up = Réglages
area-cases = Dossiers
area-import = Importer
area-office = Service
area-computer = Cet ordinateur
search-hint = Chercher dossiers, personnes, commandes
sample-reminder = Service d’exemple : dossiers inventés, rien n’est envoyé.
sample-leave = Quitter le service d’exemple
sync-now = Envoyer et recevoir maintenant
sync-sending-now = Envoi des modifications.
sync-receiving-now = Les dossiers arrivent.
sync-checking-now = Tout est utilisable. Les enregistrements sous-jacents sont en cours de vérification.
sync-up-to-date-now = À jour.

## What keys do

hint-larger = plus grand
hint-smaller = plus petit
hint-usual-size = taille normale
hint-all-keys = toutes les touches
hint-areas = aller à une partie
hint-back = retour
hint-both = garder les deux en note
hint-choose = choisir
hint-connect = relier à un serveur
hint-decide = décider
hint-find = trouver
hint-hand-over = transmettre
hint-invite = inviter
hint-lock = verrouiller
hint-look = regarder un fichier
hint-move = se déplacer
hint-move-on = étape suivante
hint-new-case = nouveau dossier
hint-next-field = champ suivant
hint-next-previous = suivant, précédent
hint-note = note
hint-number = et un chiffre : aller à
hint-open = ouvrir
hint-pane = volet suivant
hint-pane-back = volet précédent
hint-page = page précédente, suivante
hint-pin = épingler ou désépingler
hint-remove = retirer le dossier
hint-restore = rétablir ou garder un dossier retiré
hint-retry = réessayer
hint-search = recherche et commandes
hint-sign = signer
hint-tab = partie précédente, suivante
hint-task = tâche
hint-undo = annuler l’action
hint-unlock = déverrouiller
hint-use = garder celle-ci
hint-withdraw = retirer la mienne
hint-ask-decide = demander à quelqu’un de décider
hint-zoom = agrandir, réduire
keys-title = Toutes les touches
keys-lead = Les lettres seules agissent hors des champs de texte. Les réglages permettent de les couper.
keys-lead-off = Les lettres seules sont coupées. Les réglages permettent de les rétablir.
keys-everywhere = Partout
keys-list = Dans la liste
keys-case = Dans un dossier
keys-conflict = Devant un conflit
keys-preview = Quand un fichier est montré
keys-other = Autres pages

## Search and commands

palette-title = Chercher dossiers, personnes et commandes
palette-results = Trouvé
palette-none = Rien trouvé. Essayez avec moins de mots ou d’autres mots.
palette-person = Personne
palette-command = Commande
palette-cases = Dossiers
palette-people = Personnes
palette-commands = Commandes
palette-similar = Orthographe proche
palette-similar-only = Aucun dossier ne contient exactement ces mots. Certains s’en approchent.
command-new-case = Nouveau dossier
command-import = Importer des dossiers
command-sync = Envoyer et recevoir maintenant
command-remove-case = Retirer ce dossier…

## Start

welcome-title = Commencer sur cet ordinateur
welcome-lead = Vos dossiers restent scellés ici et fonctionnent sans réseau. Le serveur les transmet mais ne peut pas les lire.
welcome-ways = Façons de commencer
welcome-question = Comment voulez-vous commencer ?
welcome-three-questions = Trois questions. Vous pouvez revenir en arrière à tout moment.
welcome-join = Rejoindre un service sur invitation
welcome-join-text = Un collègue vous a donné une feuille imprimée ou un code.
welcome-join-note = Rien ne quitte cet ordinateur avant que vous appuyiez sur Rejoindre
welcome-make = Créer un service
welcome-make-text = Vous le mettez en place et l’administrez en premier.
welcome-make-note = Rien n’est créé avant que vous appuyiez sur Créer
welcome-sample = Visiter un service d’exemple
welcome-sample-text = Dossiers inventés. Rien n’est envoyé ni gardé.
welcome-sample-note = Un service d’exemple n’a pas de serveur
join-code = Code d’invitation
join-code-help = Il figure sur votre feuille. Les majuscules comptent, les retours à la ligne non.
join-code-missing = Il manque le code d’invitation.
join-compare = Comparez cette empreinte avec votre feuille :
join-do = Rejoindre ce service
join-busy = Entrée dans le service
join-next = Ce qui se passe quand vous rejoignez le service
join-next-keys = Cet ordinateur crée ses propres clés. Elles ne le quittent jamais.
join-next-colleague = L’ordinateur de la personne qui vous a invité laisse entrer le vôtre, dès que les deux sont en ligne.
join-next-cases = Vos dossiers arrivent, les plus récents d’abord. Vous pouvez déjà travailler.
make-name = Nom du service
make-name-help = Tel que vos collègues le connaissent. Il figure sur chaque invitation.
make-name-missing = Il manque le nom du service.
make-server = Adresse du serveur, s’il y en a un
make-server-help = Sans serveur, le service ne fonctionne que sur cet ordinateur. Si le serveur a créé son propre certificat, l’adresse se termine par celui-ci ({ "https://host:8443#0a1b…" }). Le serveur l’affiche au démarrage.
make-do = Créer ce service
make-busy = Création du service
make-next = Ce qui se passe quand vous le créez
make-next-register = Un registre commence par votre nom. Chaque acte suivant y est signé.
make-next-invite = Vous invitez vos collègues, chacun avec son propre code.
sample-lead = Essayez tout. Aucune question n’exige de réponse.
sample-do = Ouvrir le service d’exemple
sample-busy = Création du service d’exemple
sample-next = Ce que vous obtenez
sample-next-cases = Un service avec des personnes et des dossiers inventés, sur cet ordinateur seulement.
sample-next-nothing-sent = Il n’a pas de serveur. Rien de ce que vous y faites n’est envoyé.
sample-next-leave = Il reste jusqu’à ce que vous le quittiez ou verrouilliez. Il est alors jeté, et vous pouvez créer votre propre service.
your-name = Votre nom, tel que vos collègues le voient
your-name-help = Dans l’écriture de votre choix.
key-question = Comment voulez-vous déverrouiller Praesto ?
key-no-keyring = Cet ordinateur n’offre pas de trousseau ; une phrase secrète ouvre donc Praesto.
passphrase = Phrase secrète
passphrase-again = La même phrase secrète encore une fois
passphrase-current = Phrase secrète actuelle
passphrase-current-missing = Il manque la phrase secrète actuelle.
passphrase-help = Au moins { $count } caractères. Plusieurs mots se retiennent facilement.
passphrase-short = Cette phrase secrète est trop courte.
passphrase-differs = Les deux phrases secrètes ne sont pas identiques.

## Unlock and wait

unlock-title = Praesto est verrouillé
unlock-lead-passphrase = Tout est scellé. Votre phrase secrète l’ouvre.
unlock-lead-keyring = Tout est scellé. Le trousseau de cet ordinateur l’ouvre.
unlock-lead-both = Tout est scellé. Le trousseau et votre phrase secrète l’ouvrent ensemble.
unlock-do = Déverrouiller
unlock-keyring = Déverrouiller avec le trousseau
unlock-busy = Déverrouillage
unlock-wait = { $count ->
    [one] Attendez { $count } seconde avant le prochain essai.
   *[other] Attendez { $count } secondes avant le prochain essai.
}
unlock-note = Tout reste scellé jusque-là
unlock-note-passphrase = Personne ne peut rétablir une phrase secrète pour vous, pas même l’administrateur.
unlock-note-keyring = Il s’ouvre avec votre session sur cet ordinateur.
waiting-title = En attente d’un collègue
waiting-lead = Vous avez rejoint { $office }. L’ordinateur de la personne qui vous a invité doit maintenant laisser entrer celui-ci.
waiting-ask = Demandez à la personne qui vous a invité d’ouvrir Praesto avec le réseau. Elle n’a rien d’autre à faire.
waiting-by-itself = Laissez cette fenêtre ouverte. Elle vérifie toutes les quelques secondes.
waiting-safe = Vous pouvez aussi la fermer. Votre invitation reste valable.
waiting-fingerprint = Empreinte du service :
waiting-check = Vérifier maintenant
waiting-checking = Vérification
waiting-used = Cette invitation n’est plus valable
waiting-used-lead = Elle ne peut plus faire entrer cet ordinateur dans { $office } : quelqu’un l’a utilisée, ou son délai est passé. Demandez-en une autre. Rien n’est perdu : il n’y a encore rien sur cet ordinateur.
waiting-leave = Utiliser une autre invitation
waiting-note = Rien n’est à refaire

## Settings

settings = Réglages
settings-lead = Ils valent pour ce profil sur cet ordinateur et sont enregistrés aussitôt.
settings-theme = Couleurs
settings-contrast = Contraste
settings-text-size = Taille du texte et de tout le reste
settings-lock = Verrouiller après ce temps sans saisie
settings-lock-never = Jamais
settings-letters = Les lettres seules servent de touches
settings-letters-help = Hors des champs de texte. Coupez-les si des touches agissent par erreur.
key-change = Changer ce qui déverrouille Praesto…
key-change-title = Changer ce qui déverrouille Praesto
key-change-lead = Vos dossiers restent où ils sont. Seul l’accès change.
key-change-do = Changer
key-change-busy = Changement en cours
key-changed = Désormais, ceci ouvre Praesto.

## Cases: the list

queue = Liste
queues = Listes
cases-in-queue = Dossiers de cette liste
sort = Ordre
queue-title-mine = Ma liste
queue-title-team = Liste de l’équipe
queue-title-overdue = En retard
queue-title-not-sent = Non envoyés
queue-title-conflict = Conflits
queue-title-closed = Dossiers clos
queue-title-all = Tous les dossiers
queue-title-removed = Dossiers retirés
queue-empty-mine = Aucun dossier n’est à vous
    .text = Ouvrez la liste de l’équipe et prenez-en un avec H, ou créez un dossier avec Ctrl N.
queue-empty-team = Pas encore de dossiers
    .text = Créez le premier avec Ctrl N, ou importez ceux que vous avez.
queue-empty-overdue = Rien n’est en retard
    .text = Les dossiers apparaissent ici le lendemain de leur échéance.
queue-empty-not-sent = Tout a été envoyé
    .text = Les dossiers apparaissent ici tant que des modifications de cet ordinateur attendent le serveur.
queue-empty-conflict = Aucun conflit
    .text = Quand deux personnes modifient la même chose séparément, le dossier apparaît ici.
queue-empty-closed = Aucun dossier n’est clos
    .text = Les dossiers terminés restent ici, et dans la recherche.
queue-empty-all = Pas encore de dossiers
    .text = Créez le premier avec Ctrl N, ou importez ceux que vous avez.
queue-empty-removed = Aucun dossier n’est retiré
    .text = Les dossiers retirés sont gardés ici et peuvent être rétablis.
row-conflict = Conflit
row-not-sent = Non envoyé
row-not-checked = Non vérifié
    .why = Sur la parole d’un collègue, jusqu’à la vérification des enregistrements.
row-removal-asked = Retiré, à confirmer
row-coming = Cette ligne est en cours de lecture.
unseen-legend = modifié depuis votre dernière lecture
list-seen = { $from } à { $to } sur { $total }
cases-none-open = Aucun dossier n’est ouvert
cases-none-open-text = Choisissez-en un dans la liste, ou créez-en un.
cases-start = Commencer par un dossier
cases-start-text = Créez-en un à la main, ou reprenez ceux que vous avez.

## A case

back-to-list = Retour à la liste
case-type = Type de dossier
case-position = { $at } sur { $of }
case-previous = Dossier précédent, K
case-next = Dossier suivant, J
case-parts = Parties du dossier
case-not-sent = { $count ->
    [one] { $count } modification non envoyée
   *[other] { $count } modifications non envoyées
}
case-due = Échéance { $day }, { $left }
case-not-checked-title = Ce dossier n’a pas encore été vérifié.
case-not-checked-text = Vous pouvez le lire. Praesto le vérifie de lui-même ; la première modification demande un instant le serveur.
case-missing-title = La modification d’un collègue manque encore à ce dossier.
case-missing-text = Le dossier est montré sans elle. Elle s’ajoute d’elle-même quand la partie manquante arrive.
saved-here = Enregistré sur cet ordinateur { $when }
changed-last = Dernière modification : { $who }, { $when }
case-drafts = { $count ->
    [one] { $count } brouillon
   *[other] { $count } brouillons
}
rename = Modifier le titre
two-values = Deux valeurs
tab-conflicts = Conflits
tab-summary = Résumé
tab-form = Formulaire
tab-notes = Notes
tab-tasks = Tâches
tab-decisions = Décisions
decide = Décider
move-on = Étape suivante
note = Note
hand-over = Transmettre
assign = Attribuer
task = Tâche
remove = Retirer…
restore-case = Rétablir
keep-case = Garder le dossier
facts = Résumé
facts-status = État
facts-status-waits = Deux décisions se contredisent. Réglez d’abord cela.
facts-status-decided = L’affaire est décidée. Qui a décidé, ou un responsable, peut la rouvrir en retirant la décision.
deadline-new = Nouveau délai : ce qui doit être arrivé
deadline-meet = Marquer comme tenu
deadline-open = Rouvrir
deadline-met = Tenu, échéance : { $day }
deadline-unsure = Les jours fériés de cette année ne sont pas encore connus ici. Le jour peut être plus tardif.
deadline-day-of = Jour : { $name }
tag-new = Nouveau mot-clé
parties = Personnes de ce dossier
parties-none = Personne n’est encore nommé.
party-add = Ajouter une personne
fields-none = Le formulaire est vide. Ajoutez ce dont ce dossier a besoin.
form-missing = Il manque encore : { $fields }.
form-together = Certains champs du formulaire ne vont pas ensemble.
field-breaks = Cela ne correspond pas à ce que le formulaire demande.
field-missing = Manquant
fields-more = Autres champs
field-add = Ajouter un champ
field-name = Nom du champ
field-name-missing = Il manque le nom du champ.
field-name-taken = Le formulaire a déjà un champ de ce nom.
field-kind = Genre
field-kind-text = Texte
field-kind-day = Jour
field-kind-number = Nombre
field-kind-yes-no = Oui ou non
field-value = Valeur
notes-rule = Une note ne peut pas être modifiée. Corrigez-la par une nouvelle.
notes-none = Pas encore de notes.
note-new = Nouvelle note
note-placeholder = Écrivez une note. Tant que vous ne l’enregistrez pas, c’est un brouillon.
note-save = Enregistrer la note
note-correct = Corriger
note-withdraw = Retirer
note-restore = Rétablir
note-withdrawn = Retirée :
note-corrects = corrige « { $text } »
note-correction-of = Correction de « { $text } »
tasks-none = Il n’y a rien à faire ici.
task-add = Nouvelle tâche
task-text = Ce qu’il faut faire
task-due = Échéance
task-who = Qui la fait
task-do = Ajouter cette tâche
task-missing = Dites ce qu’il faut faire.
task-remove = Retirer cette tâche
decisions-rule = Une décision compte dès que le service l’a reçue.
decisions-rule-alone = Vous pouvez retirer votre propre décision.
decisions-none = Rien n’a encore été décidé.
decisions-not-here = Rien ne peut être décidé à ce stade du dossier.
decision-stands = En vigueur
decision-is-withdrawn = Retirée
decision-is-replaced = Remplacée par une décision ultérieure
decision-is-contradicted = En contredit une autre
decision-withdraw = Retirer
decision-restore = Rétablir
decision-waits = Attend la deuxième signature
decision-alone = Prise sans la deuxième signature que son type demande aujourd’hui.
decision-sign = Signer
decision-signed = Deuxième signature : { $name }, { $when }
second-manager = Un responsable la signe en second.
second-nobody = Personne d’autre n’est encore dans ce service : personne ne pourrait signer. Invitez d’abord un collègue.
second-assignee = La personne chargée du dossier la signe en second.
second-anyone = Un collègue la signe en second.
decide-title = Décider { $reference }
decide-lead = Votre décision est signée de votre nom. Vous pourrez la retirer plus tard.
decide-outcome = Décision
decide-choose = Choisir une décision
decide-reason = Motif
decide-reason-help = Qui lira le dossier plus tard doit comprendre pourquoi.
decide-replaces = Elle remplace : { $decisions }.
decide-missing = Il manque la décision.
decide-reason-missing = Il manque le motif.
decide-do = Décider
sign-title = Signer { $reference }
sign-lead = Votre signature fait compter cette décision. Elle ne peut pas être reprise.

step-title = Étape suivante pour { $reference }
step-lead = Comment le dossier continue à partir d’ici.
step-question = Étape
step-to = Il est ensuite : { $state }.
step-note = Note (peut rester vide)
step-note-help = Elle est gardée parmi les notes du dossier.
hand-over-title = Transmettre { $reference }
assign-title = Attribuer { $reference }
hand-over-lead = Qui reçoit le dossier l’a tout de suite. Il reste lisible pour l’équipe.
hand-over-to = À
hand-over-note = Ce qu’il faut savoir
hand-over-note-help = Cela est gardé dans le dossier. Vous pouvez laisser ce champ vide.
hand-over-do = Transmettre
case-new-lead = Seul le titre est nécessaire. Le reste peut suivre.
case-new-do = Créer ce dossier
case-new-anyway = Créer quand même
case-new-mine = Je m’en charge
case-title-help = Le nom de la personne ou l’objet, dans l’écriture de votre choix.
case-title-missing = Il manque le titre.
case-reference-missing = Il manque la référence.
case-reference-help = Laissée vide, elle prend la prochaine référence libre.
case-new-party = De qui il s’agit
case-new-party-help = Une personne ou un organisme, dans l’écriture de votre choix. Peut rester vide.
case-same-reference = Même référence
reference-taken = Un autre dossier porte cette référence. Vous pouvez l’utiliser quand même.
alike-title = Ce dossier est peut-être déjà ici. Vous pouvez continuer quand même.
alike-stopped = Rien n’a encore été créé. Ce dossier est peut-être déjà ici.
alike-reference = même référence
alike-name = nom proche : { $name }
alike-field = { $field } : identique
alike-kept = Votre saisie pour le nouveau dossier est gardée. { $keys } permet de la reprendre.
case-channel = Comment il est arrivé
case-made = Le dossier { $reference } a été créé.

## Beside a case

rail = À propos de ce dossier
rail-close = Fermer
rail-who = Qui s’en charge
rail-nobody = Encore personne
rail-since = { $name }, depuis { $day }
rail-last-opened = Votre dernière ouverture : { $when }
rail-why = Pourquoi il est sur cet ordinateur
pin = Épingler
unpin = Désépingler
attachments = Pièces jointes
attachments-drop = Déposez des fichiers n’importe où sur le dossier.
attach = Joindre des fichiers…
attachment-save = Enregistrer sous…
attachment-look = Montrer
attachment-fetch = Demander
attachment-version = Nouvelle version…
attachment-remove = Retirer
attachment-earlier = { $count ->
    [one] { $count } version antérieure
   *[other] { $count } versions antérieures
}
attachment-earlier-of = Versions antérieures de { $name }
attachment-newest = La plus récente : { $who }, { $when }
attachment-apart = Ajoutée sans connaître la version de { $who }
attachment-version-act = { $act } { $who }, { $when }
attachment-saved = Enregistré hors de Praesto : { $path }
save-title = Enregistrer { $name } hors de Praesto
save-lead = Au-dehors, le fichier n’est plus scellé. Le dossier garde qui l’a pris et pourquoi.
save-reason = Pourquoi il sort
save-reason-help = Par exemple : imprimé pour l’audience.
save-reason-missing = Il manque le motif.
save-do = Choisir l’endroit…
timeline = Historique
timeline-all = Tout montrer ({ $count })
timeline-apart = écrit séparément
timeline-late = après la clôture
timeline-more = et { $count ->
    [one] un autre endroit
   *[other] { $count } autres endroits
}
timeline-quoted = { $line } : « { $text } »
timeline-taken-out = { $name } : { $file } enregistré hors de Praesto : « { $reason } »
timeline-version = { $name } ({ $who }, { $when })
written-at = { $place }, { $label }
written-new = { $place } : { $after }
written-over = { $place } : { $after } (avant : { $before })

## Un fichier, montré sur place

preview-opening = Ouverture de { $name }
preview-newest = Version la plus récente : { $who }, { $when }
preview-older = Version antérieure : { $who }, { $when }
preview-came-with = Il est arrivé avec le courriel { $name }.
preview-tools = Pages et taille
preview-content = Ce qui est montré de { $name }
preview-page = Page { $page } sur { $pages }
preview-sheet = Feuille { $page } sur { $pages } : { $title }
preview-page-previous = Page précédente
preview-page-next = Page suivante
preview-larger = Agrandir
preview-smaller = Réduire
preview-size = { $percent } %
preview-text = Texte de la page
preview-alt-page = Page { $page } sur { $pages } de { $name }
preview-alt-picture = Image { $name }
preview-alt-picture-of = Image { $page } sur { $pages } de { $name }
preview-no-text = Cette page est une image. Elle n’a pas de texte qui puisse être lu à voix haute.
preview-goes-on = Il y a une suite. Enregistrez le fichier pour tout voir.
preview-empty = Il n’y a rien ici.
preview-left-out = Les images, dessins, en-têtes, pieds de page ou notes qu’il contient ne sont pas montrés. Enregistrez le fichier pour les voir.
preview-no-words = Il n’y a pas de texte ici.
preview-table = Tableau { $number }
preview-keep = Joindre à ce dossier
preview-keep-named = Joindre à ce dossier : { $name }
preview-kept = Il est maintenant joint à ce dossier.
preview-back = Retour au courriel
preview-print = Imprimer…
preview-print-title = Imprimer { $name }
preview-print-lead = Sur papier, le fichier n’est plus scellé. Le dossier garde qui l’a imprimé et pourquoi.
mail-from = De
mail-to = À
mail-cc = Copie
mail-sent = Envoyé
mail-no-subject = Courriel sans objet
mail-no-text = Ce courriel n’a pas de texte.
mail-as-page = Il a été envoyé comme page web. Seul son texte est montré, et rien de ce qu’il désigne n’est demandé au réseau.
mail-other-form = Il a aussi été envoyé comme page web. Montrer le texte de celle-ci
mail-files = { $count ->
    [one] { $count } fichier est arrivé avec lui
   *[other] { $count } fichiers sont arrivés avec lui
}

## Said after an act

attached = { $count ->
    [one] { $count } fichier a été joint.
   *[other] { $count } fichiers ont été joints.
}
said-attachment-removed = Le fichier a été retiré du dossier.
said-version = La nouvelle version a été jointe.
said-kept = Le fichier du courriel a été joint.
said-title = Le titre a été modifié.
said-reference = La référence a été modifiée.
said-received = Le jour de réception a été modifié.
said-step = Le dossier a avancé d’une étape.
said-deadline = Le délai a été modifié.
said-deadline-day = Le délai a été déplacé.
said-deadline-added = Le délai a été ajouté.
said-deadline-removed = Le délai a été retiré.
said-tag = Le mot-clé a été ajouté.
said-tag-removed = Le mot-clé a été retiré.
said-party = La personne a été modifiée.
said-party-added = La personne a été ajoutée.
said-party-removed = La personne a été retirée.
said-field = Le champ a été ajouté.
said-note = La note a été enregistrée.
said-note-withdrawn = La note a été retirée.
said-note-restored = La note a été rétablie.
said-task = La tâche a été modifiée.
said-task-added = La tâche a été ajoutée.
said-task-done = La tâche est faite.
said-task-open = La tâche est rouverte.
said-task-removed = La tâche a été retirée.
said-decided = Votre décision a été enregistrée. Elle compte dès que le service l’a reçue.
said-signed = Vous avez signé. La décision compte dès que le service l’a reçue.
said-decided-waits = Votre décision a été enregistrée. Elle compte dès qu’elle a sa deuxième signature.
said-decision-withdrawn = La décision a été retirée.
said-decision-restored = La décision a été rétablie.
said-handed-over = Le dossier a été transmis.
said-removed = Le dossier a été retiré des listes.
said-restored = Le dossier est de nouveau dans les listes.
said-removals-agreed = Les dossiers sont maintenant sous « Retirés ».
said-removals-kept = Les dossiers sont rétablis pour tout le monde.
said-settled = Le conflit a été réglé.

## Conflicts

conflict-values = { $count ->
    [one] { $count } endroit a deux valeurs.
   *[other] { $count } endroits ont chacun deux valeurs.
}
conflict-decisions = { $count ->
    [2] Deux décisions se contredisent.
   *[other] { $count } décisions se contredisent.
}
conflict-nothing-lost = Elles ont été écrites sans se connaître. Rien n’a été perdu.
conflict-removed = Ce dossier a été retiré pendant que quelqu’un y travaillait.
conflict-choose = Choisissez celle qui est juste. Votre choix est signé de votre nom. Vous pourrez le changer plus tard.
conflict-before = Avant : { $value }
conflict-use = Garder { $value }
conflict-use-mine = Prendre la mienne
conflict-use-by = Prendre celle de { $name }
conflict-use-from = Prendre celle de l’ordinateur { $computer }
conflict-use-of = Prendre celle écrite { $when }
conflict-both = Garder les deux en note et laisser le champ vide
conflict-decision = Décision
conflict-decision-text = Une seule décision peut être en vigueur. Retirez la vôtre, ou décidez de nouveau pour les deux.
conflict-withdraw-mine = Retirer la mienne
conflict-decide-anew = Décider de nouveau
conflict-decide-anew-text = Une nouvelle décision remplace les deux. L’historique les garde.
ask-decide = Demander à quelqu’un de décider
ask-decide-lead = La personne choisie reçoit une tâche. Le dossier lui montre les deux décisions et les notes.
ask-decide-task = Décider laquelle est valable : { $decisions }
ask-decide-one = « { $outcome } » de { $name }
ask-decide-do = Demander
conflict-foot = Votre choix est signé et pourra être vérifié

## Dossiers retirés

case-removed = Retiré
remove-title = Retirer { $reference }
remove-lead = Le dossier quitte toutes les listes. Rien n’est supprimé, et chacun de vous peut le rétablir.
remove-reason-help = Par exemple : saisi deux fois.
remove-reason-missing = Il manque le motif.
remove-do = Retirer le dossier
removed-by = Retiré par { $name }, { $when } : « { $reason } »
removed-text = Rien n’a été supprimé. Rétablissez le dossier pour y travailler.
removed-asked-text = Il a été retiré avec beaucoup d’autres et reste dans les listes jusqu’à votre accord. Rien n’a été supprimé.
conflict-removal = Retirer ou garder ?
conflict-removal-text = La personne qui l’a retiré n’avait pas vu ce qui était écrit entre-temps. Le dossier est donc revenu.
conflict-removal-removed = Retiré
conflict-removal-worked-on = Travaillé
removals-asked = { $count ->
    [one] { $name } a retiré { $count } dossier d’un coup.
   *[other] { $name } a retiré { $count } dossiers d’un coup.
}
removals-asked-text = Ils restent dans vos listes jusqu’à votre accord. Rien n’a été supprimé.
removals-agree = Donner mon accord
removals-keep = Tout rétablir
removals-keep-text = Demandez avant de les rétablir : cela vaut pour tout le monde.

## Closed cases

case-late-title = Modifié après sa clôture
case-late-apart-title = Clos pendant que quelqu’un y travaillait
case-late-text = Parcourez ce qui est arrivé. Puis clôturez à nouveau le dossier, ou rouvrez-le.
case-late-apart-text = La personne qui l’a clos n’avait pas vu ceci. Parcourez-le, puis clôturez à nouveau le dossier ou rouvrez-le.
close-again = Clôturer à nouveau
see-conflicts = Voir

## Import

import-lead = Reprenez les dossiers que vous avez déjà. Vous voyez le sort de chaque ligne avant tout changement.
import-foot = Rien ne change avant que vous appuyiez sur Importer
import-csv-text = Un dossier par ligne. Vous dites ce que signifie chaque colonne.
import-folder-text = Chaque sous-dossier devient un dossier avec ses documents, chaque fichier à côté un dossier à lui seul.
import-xdomea-text = Un message d’un autre système de dossiers, XML ou ZIP, version 3.0.0.
import-mail-text = Chaque courriel devient un dossier. Le courriel et les fichiers arrivés avec lui y sont joints.
import-mail-folder-text = Chaque courriel d’un dossier de fichiers, et de ceux qu’il contient, devient un dossier.
import-several = { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers et dossiers
}
import-path = Ou le chemin d’un fichier ou d’un dossier
import-path-help = Vous pouvez aussi déposer le fichier ou le dossier sur cette page.
import-path-do = Regarder
import-reading = Lecture du contenu. Rien n’est modifié.
import-reads = Lecture de { $done } sur { $total }. Rien n’est modifié.
import-do = { $count ->
    [0] Rien à importer
    [one] Importer { $count } dossier
   *[other] Importer { $count } dossiers
}
import-other = Choisir autre chose
import-to-cases = Aller aux dossiers
mapping-title = Ce que signifient les colonnes
mapping-rule = Un changement est vérifié aussitôt
mapping-column = Colonne
mapping-example = Première valeur
mapping-becomes = Devient
mapping-becomes-of = { $column } devient
column-field-named = Champ du formulaire « { $name } »
fate = Sort
fate-from = Source
fate-documents = Documents
fates-shown = Les { $shown } premières lignes sur { $total } sont montrées, les refusées d’abord.

## This computer

computer-sealed = Tout ce qui s’y trouve est scellé.
computer-opens = Il s’ouvre avec { $with }.
computer-locks = Il se verrouille après { $time } sans saisie.
computer-never-locks = Il ne se verrouille jamais de lui-même.
computer-side = Déverrouillage et état
held-title = Ce qui est ici, et pourquoi
held-because = Motif
held-cases = Dossiers
held-files = Fichiers
held-size = Taille
held-together = Ensemble
held-database = Textes des dossiers, historique et index de recherche
release-do = Libérer { $size }
release-text = { $count ->
    [one] Retire { $count } fichier de cet ordinateur, d’un dossier clos ou qui n’est pas à vous, ni épinglé, ni ouvert depuis deux semaines. Il reste sur le serveur.
   *[other] Retire { $count } fichiers de cet ordinateur, de dossiers clos ou qui ne sont pas à vous, ni épinglés, ni ouverts depuis deux semaines. Ils restent sur le serveur.
}
release-done = { $size } libérés. Les fichiers sont sur le serveur.
waiting-rule = Envoyé de lui-même, du plus ancien au plus récent, dès qu’il y a un réseau
alone-text = Ce service n’a pas de serveur. Rien n’est envoyé, rien n’attend de l’être.
alone-connect = Pour travailler à plusieurs, reliez-le à un serveur à la page « Service ».
alone-sample = Il est inventé. Pour travailler à plusieurs, quittez-le, puis créez ou rejoignez un service.
alone-invite = On rejoint un service par son serveur : personne ne peut encore être invité.
waiting-change = Modification
waiting-case = Dossier
waiting-saved = Enregistré
waiting-state = État
set-aside-title = Mis de côté
set-aside-rule = Arrivé, mais impossible à lire ou à vérifier
set-aside-none = Rien. Chaque modification arrivée a été vérifiée et lue.
set-aside-what = Quoi
set-aside-trying = Nouvel essai
set-aside-more = { $count ->
    [one] Et encore { $count }.
   *[other] Et encore { $count }.
}
copy-details = Copier les détails sans contenu
findings-title = Ce qui s’est révélé faux
findings-rule = Affirmé par le serveur ou une modification, et pas cru
findings-seen = Vu
findings-note = J’ai lu
findings-again = trouvé { $count } fois, la dernière { $when }
nav-untrue = { $count ->
    [one] { $count } chose à regarder
   *[other] { $count } choses à regarder
}
unlocking = Déverrouillage
unlocking-with = Avec
unlocking-locks = Se verrouille après
health = État
health-disk = Disque
health-free = { $size } libres
health-files-wait = Peu de place : les fichiers restent sur le serveur jusqu’à ce que vous les récupériez.
health-clock = Horloge
health-clock-right = d’accord avec le serveur
health-clock-ahead = { $time } d’avance sur le serveur
health-clock-behind = { $time } de retard sur le serveur
health-clock-wrong = Cet ordinateur et le serveur ne sont pas d’accord. Si la faute est ici, les jours et les échéances sont faux : comparez avec une autre horloge.
health-register = Registre
health-checked = vérifié { $when }
health-not-checked = pas encore vérifié
health-server-says = Contradictions
health-server = Serveur
health-no-server = aucun
health-fingerprint = Empreinte
health-version = Version
heard = Dernier signe de
heard-never = rien encore
heard-more = les autres plus récemment
verify-do = Tout vérifier
verify-busy = Vérification de tout

## Office

people-title = Membres
office-people = { $count ->
    [one] { $count } personne.
   *[other] { $count } personnes.
}
office-signed = Chaque acte ici est signé et reste dans le registre.
office-alone = Vous êtes encore seul ici
office-alone-text = Invitez une première personne. Chacune reçoit son propre code.
invite = Inviter une personne
connect = Relier à un serveur
connect-lead = Ce qui est sur cet ordinateur y est alors envoyé, scellé. Le serveur ne peut pas le lire.
connect-server = Adresse du serveur
connect-help = La personne qui gère le serveur la connaît. Elle reste pour de bon. Copiez-la en entier, y compris ce qui suit un #.
connect-do = Relier
connect-change = Changer l’adresse
server-unreached = Le serveur n’a pas encore accueilli ce service
server-unreached-text = { $address } n’a pas répondu, ou n’accueille pas de nouveau service. Tout est en sûreté ici. Si l’adresse est fausse, changez-la.
invite-lead = Le code permet à une seule personne de rejoindre le service, depuis un seul ordinateur.
invite-name = Nom de la personne
invite-name-help = Tel que les collègues le voient. Elle peut le corriger en rejoignant.
invite-do = Créer le code
invite-busy = Création du code
invite-made = Invitation pour { $name }
invite-made-lead = Remettez-la en personne, ou par un moyen qui vous inspire confiance à tous deux.
invite-until = Valable jusqu’à
invite-hand-over = L’empreinte est comparée à l’arrivée. Elle doit être la même des deux côtés.
copy-code = Copier le code

## Touches, comme les nomment les claviers de cette langue

key-ctrl = Ctrl
key-shift = Maj
key-del = Suppr
key-esc = Échap
