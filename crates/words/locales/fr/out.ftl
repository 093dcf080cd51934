### A case, a list and a backup, out of Praesto.

## The dialog that takes a case out

out-open = Sortir le dossier…
out-title = Sortir le dossier { $reference } de Praesto
out-lead = Au-dehors, Praesto ne scelle plus le dossier. Le dossier garde qui l’a sorti, pour qui et pourquoi.
out-goes = « { $title } » sort en entier, { $count ->
    [0] sans fichier
    [one] avec un fichier ({ $size })
   *[other] avec { $count } fichiers ({ $size })
}.
out-missing = { $count ->
    [one] Un fichier n’est pas sur cet ordinateur
   *[other] { $count } fichiers ne sont pas sur cet ordinateur
}
out-missing-text = Demandez-les d’abord dans le dossier, ou laissez-les de côté.
out-leave = Les laisser de côté. La page du dossier le dit.
out-leave-missing = Demandez les fichiers, ou acceptez qu’ils manquent.
out-form = Sous quelle forme
out-folder = Un classeur avec une page que tout navigateur montre
out-folder-help = Quiconque le reçoit peut le lire.
out-sealed = Un seul fichier scellé (age)
out-sealed-help = Seul qui a la clé du destinataire l’ouvre.
out-for = Pour qui
out-for-help = Par exemple : le tribunal administratif.
out-key = Clé publique du destinataire
out-key-help = Elle commence par « age1 ». Le destinataire vous la donne.
out-key-file = Lire des clés dans un fichier…
out-key-missing = Une clé publique commence par « age1 ».
out-reason-help = Par exemple : demandé par le tribunal le 3 novembre.
out-busy = Écriture en cours…
draft-out = Brouillon pour sortir le dossier
hint-take-out = sortir le dossier

## The page of a case

out-made = Sorti de Praesto par { $who } pour { $name }, { $when }.
out-made-reason = Motif : { $reason }
out-left-out = { $count ->
    [one] Un fichier n’était pas sur cet ordinateur et manque. Il est nommé plus bas.
   *[other] { $count } fichiers n’étaient pas sur cet ordinateur et manquent. Ils sont nommés plus bas.
}
out-channel = Comment il est venu
out-tags = Mots-clés
out-name = Nom
out-role = Rôle
out-contact = Contact
out-done = Fait
out-file = Fichier
out-size = Taille
out-added = Ajouté
out-remark = Remarque
out-not-here = manque
out-earlier = Version antérieure
out-when = Quand
out-who = Qui
out-what = Quoi
out-computer = Ordinateur
out-moment = { $day }, { $time }
out-sums = Les sommes de contrôle de tous les fichiers sont dans { $file }.

## A list as a table

list-out = Enregistrer la liste en tableau…
list-out-title = Enregistrer la liste en tableau
list-out-lead = { $count ->
    [one] Une ligne sort de Praesto sans sceau. Le service garde qui l’a prise et pourquoi.
   *[other] { $count } lignes sortent de Praesto sans sceau. Le service garde qui les a prises et pourquoi.
}
list-out-reason-help = Par exemple : chiffres pour le rapport annuel.
out-type = Type
out-list = { $list } ({ $count })
hint-list-out = enregistrer la liste

## Making a backup

backup = Sauvegarde
backup-lead = Tout ce que tient cet ordinateur en un fichier scellé : dossiers, fichiers, brouillons et clés.
backup-open = Faire une sauvegarde…
backup-title = Faire une sauvegarde
backup-passphrase-lead = Choisissez une phrase secrète pour la sauvegarde. Elle seule ouvre le fichier, sur tout ordinateur.
backup-current = Phrase secrète qui ouvre Praesto ici
backup-current-missing = Saisissez la phrase secrète qui ouvre Praesto ici.
backup-keep = Personne n’ouvre la sauvegarde sans cette phrase secrète. Gardez-la où vous la retrouverez.
backup-busy = Sauvegarde en cours…
backup-made = La sauvegarde est faite : { $path } ({ $size })
hint-backup = faire une sauvegarde

## Restoring one

welcome-restore = Rétablir une sauvegarde
welcome-restore-text = Cet ordinateur continue là où la sauvegarde a été faite.
welcome-restore-note = Rien n’est rétabli avant que vous n’appuyiez sur Rétablir
restore-file = Le fichier de la sauvegarde
restore-choose = Choisir le fichier…
restore-file-missing = Choisissez le fichier de la sauvegarde.
restore-passphrase = Phrase secrète de la sauvegarde
restore-passphrase-help = Celle qui a été choisie pour la sauvegarde.
restore-passphrase-missing = Saisissez la phrase secrète de la sauvegarde.
restore-do = Rétablir cette sauvegarde
restore-busy = Rétablissement en cours…
restore-next = La suite
restore-next-computer = Tout est ici comme au moment de la sauvegarde.
restore-next-sync = Ce qui est venu depuis est récupéré. Si l’autre ordinateur sert encore, celui-ci continue à côté.

error-backup-unreadable = Ce fichier n’est pas une sauvegarde de Praesto, ou pas entière.
    .safe = Rien n’a été rétabli, et rien n’a changé sur cet ordinateur.
    .next = Choisissez un autre fichier, ou copiez la sauvegarde ici encore une fois.
