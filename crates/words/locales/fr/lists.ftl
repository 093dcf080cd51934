### Listes de dossiers : filtres, listes enregistrées, dossiers marqués.

## Narrowing a list

filter = Filtrer
filter-title = Restreindre cette liste
filter-lead = Ce que vous choisissez ici s’applique ensemble.
filter-any = Peu importe
filter-state = État de ce type
filter-tag = Mot-clé
filter-due = À échéance en jours
filter-due-help = Un nombre. Les retards en font partie.
filter-due-unclear = Ce n’est pas un nombre de jours jusqu’à 36 500.
filter-unseen = Modifié par un collègue depuis ma dernière lecture
filter-do = Montrer ceux-ci
filter-clear = Retirer tous les filtres
filters-set = Filtres actifs
filter-chip = { $what } : { $value }
filter-chip-due = { $count ->
    [0] Échéance aujourd’hui ou passée
    [one] Échéance d’ici { $count } jour
   *[other] Échéance d’ici { $count } jours
}
filter-remove = Retirer le filtre « { $what } »
list-narrowed-empty = Aucun dossier ne correspond
    .text = Retirez un filtre, ou regardez dans une autre liste.

## Lists that are saved under a name

lists = Listes enregistrées
lists-choose = Listes enregistrées
list-keep = Enregistrer cette liste…
list-keep-title = Enregistrer cette liste
list-rename = Renommer { $name }
list-rename-title = Renommer cette liste
list-keep-lead = La liste, l’ordre et les filtres sont enregistrés sous ce nom, sur cet ordinateur seulement.
list-name = Nom de la liste
list-keep-do = Enregistrer
said-list-kept = La liste a été enregistrée.
said-list-renamed = La liste a été renommée.
said-list-forgotten = La liste « { $name } » a été retirée. Ses dossiers restent tels quels.
palette-list = Liste enregistrée

## Cases that are marked, and acts over all of them

marks = Dossiers marqués
marks-count = { $count ->
    [one] { $count } marqué
   *[other] { $count } marqués
}
bulk-tag = Mot-clé
bulk-seen = Marquer comme lu
bulk-unmark = Ne plus marquer
bulk-progress = { $done ->
    [one] { $done } dossier sur { $total }
   *[other] { $done } dossiers sur { $total }
}
bulk-assign-title = { $count ->
    [one] Attribuer { $count } dossier
   *[other] Attribuer { $count } dossiers
}
bulk-assign-tasks = Les tâches ouvertes de qui les a suivent les dossiers
bulk-tag-title = { $count ->
    [one] Mot-clé pour { $count } dossier
   *[other] Mot-clé pour { $count } dossiers
}
bulk-tag-lead = Un mot-clé s’écrit pareil dans chaque dossier.
bulk-tag-add = Ajouter le mot-clé
bulk-tag-remove = Retirer le mot-clé
bulk-status-title = { $count ->
    [one] Changer le statut de { $count } dossier
   *[other] Changer le statut de { $count } dossiers
}
bulk-status-lead = Seulement pour les dossiers du type « { $type } ». Les autres suivent leurs étapes un par un et restent tels quels.
bulk-status-do = Changer le statut

## Said after such an act

bulk-said-nothing = Rien n’a été modifié.
bulk-said-assigned = { $count ->
    [one] { $count } dossier a été attribué.
   *[other] { $count } dossiers ont été attribués.
}
bulk-said-unassigned = { $count ->
    [one] { $count } dossier n’a plus de titulaire.
   *[other] { $count } dossiers n’ont plus de titulaire.
}
bulk-said-tagged = { $count ->
    [one] { $count } dossier a reçu le mot-clé.
   *[other] { $count } dossiers ont reçu le mot-clé.
}
bulk-said-untagged = { $count ->
    [one] { $count } dossier n’a plus le mot-clé.
   *[other] { $count } dossiers n’ont plus le mot-clé.
}
bulk-said-status = { $count ->
    [one] Le statut de { $count } dossier a été changé.
   *[other] Le statut de { $count } dossiers a été changé.
}
bulk-said-pinned = { $count ->
    [one] { $count } dossier a été épinglé.
   *[other] { $count } dossiers ont été épinglés.
}
bulk-said-unpinned = { $count ->
    [one] { $count } dossier a été désépinglé.
   *[other] { $count } dossiers ont été désépinglés.
}
bulk-said-seen = { $count ->
    [one] { $count } dossier est marqué comme lu.
   *[other] { $count } dossiers sont marqués comme lus.
}
bulk-said-undone = { $count ->
    [one] Annulé dans { $count } dossier.
   *[other] Annulé dans { $count } dossiers.
}
bulk-left-title = { $count ->
    [one] { $count } dossier est resté tel quel
   *[other] { $count } dossiers sont restés tels quels
}
bulk-left-done = { $count ->
    [one] { $count } autre dossier a été modifié.
   *[other] { $count } autres dossiers ont été modifiés.
}
bulk-left-more = { $count ->
    [one] Et { $count } autre.
   *[other] Et { $count } autres.
}
bulk-left-look = Les afficher
bulk-left-undo = Tout annuler
bulk-stopped-title = Arrêté avant la fin
bulk-stopped = Vous l’avez arrêté. Ce qui est fait reste, et peut être annulé.

## What keys do

hint-filter = filtrer
hint-mark = marquer
hint-mark-more = marquer aussi le suivant
hint-mark-all = marquer toute la liste
hint-unmark = ne plus marquer
hint-bulk-assign = attribuer
hint-bulk-tag = mot-clé
hint-bulk-status = statut
hint-bulk-pin = épingler
hint-bulk-unpin = désépingler
hint-bulk-seen = marquer comme lu
keys-marked = Avec des dossiers marqués

## Errors

error-one-by-one = Les dossiers de ce type suivent leurs étapes un par un.
    .safe = Rien de ce dossier n’a été modifié.
    .next = Ouvrez le dossier et faites-y l’étape.
error-act-under-way = Une autre action sur plusieurs dossiers est en cours.
    .safe = Elle continue. Rien d’autre n’a été modifié.
    .next = Attendez qu’elle soit finie, ou arrêtez-la.
palette-lists = Listes
