### Handing cases over: what is handed, taken and given back.

## What a change did

change-hand-over = dossier transmis
change-take-over = dossier repris
change-give-back = dossier rendu

## The page, and the way to it

area-hand-over = Transmissions
hand-over-page-lead = Ce que des collègues vous ont transmis, et ce qu’est devenu ce que vous avez transmis.
hand-over-none = Rien n’a été transmis
hand-over-none-text = Les dossiers qu’un collègue vous transmet attendent ici que vous les repreniez. Vous transmettez les vôtres depuis votre liste.
hand-over-foot = Ces dossiers sont déjà à vous. Les reprendre dit que vous le savez
back-to-cases = Retour aux dossiers
command-hand-over-all = Transmettre tous mes dossiers…
row-handed-over = Transmis
draft-give-back = Brouillon pour rendre
hint-take = reprendre ce qui est transmis
hint-give-back = rendre ce qui est transmis
hint-hand-over-all = transmettre tous les miens
hint-look-handed = voir ce qui est transmis
hint-take-all = tout reprendre

## Handing over

hand-over-tasks = { $count ->
    [one] La tâche ouverte de qui l’a suit le dossier
   *[other] Les { $count } tâches ouvertes de qui l’a suivent le dossier
}
hand-over-tasks-all = Mes tâches ouvertes dans ces dossiers suivent
hand-over-to-missing = Choisissez un collègue.
hand-over-all-title = Transmettre tous mes dossiers
hand-over-all-lead = La personne choisie les a tout de suite et est invitée à les reprendre. Voici ce qui est transmis :
hand-over-all-reading = Lecture de vos dossiers.
hand-over-all-none = Aucun dossier ouvert n’est à vous, il n’y a donc rien à transmettre.
hand-over-all-alone = Personne d’autre n’est encore dans ce service. Invitez d’abord un collègue.
hand-over-all-do = { $count ->
    [one] Transmettre { $count } dossier
   *[other] Transmettre { $count } dossiers
}
said-handed-all = { $count ->
    [one] { $count } dossier a été transmis.
   *[other] { $count } dossiers ont été transmis.
}

## What there is to do in some cases

load-overdue = { $count } en retard
load-due-soon = { $count } à rendre sous 7 jours
load-tasks = { $count ->
    [one] { $count } tâche ouverte
   *[other] { $count } tâches ouvertes
}
load-decisions = { $count ->
    [one] { $count } attend une deuxième signature
   *[other] { $count } attendent une deuxième signature
}
load-conflicts = { $count ->
    [one] { $count } conflit
   *[other] { $count } conflits
}
load-unseen = { $count ->
    [one] { $count } modifié depuis votre dernière lecture
   *[other] { $count } modifiés depuis votre dernière lecture
}

## What was handed to me

handed-to-me = { $count ->
    [one] { $name } vous a transmis { $count } dossier
   *[other] { $name } vous a transmis { $count } dossiers
}
handed-more = { $count ->
    [one] Et encore { $count } transmission
   *[other] Et encore { $count } transmissions
}
handed-look = Voir
handed-first = Les { $shown } premiers sur { $total } sont affichés.
handed-note = Dernière note : « { $text } » ({ $name }, { $when })
handed-unseen = Modifié depuis votre dernière lecture
handed-case-to-me = { $name } vous a transmis ce dossier, { $when }
handed-case-to-me-text = Vous l’avez déjà. Reprenez-le, pour que tous le sachent, ou rendez-le.
handed-case = { $name } a transmis ce dossier à { $to }, { $when }
handed-case-text = Il n’est pas encore repris.
take = Reprendre
take-named = Reprendre : { $title }
take-all = Tout reprendre
said-taken = { $count ->
    [one] Vous avez repris { $count } dossier.
   *[other] Vous avez repris { $count } dossiers.
}

## Giving back

give-back = Rendre…
give-back-named = Rendre… { $title }
give-back-all = Tout rendre…
give-back-title = Rendre { $reference }
give-back-title-all = Tout rendre
give-back-lead = Cela revient tout de suite à { $name }, avec les tâches qui suivaient.
give-back-words = Pourquoi vous rendez
give-back-words-help = Cela est gardé dans le dossier. Vous pouvez laisser ce champ vide.
give-back-do = Rendre
said-given-back = { $count ->
    [one] { $count } dossier a été rendu.
   *[other] { $count } dossiers ont été rendus.
}

## While it is under way, and what was left

handing-begins = Cela commence.
handing-progress = { $done ->
    [one] { $done } dossier sur { $total }
   *[other] { $done } dossiers sur { $total }
}
handing-done = { $count ->
    [one] { $count } dossier est fait.
   *[other] { $count } dossiers sont faits.
}
handing-left = { $count ->
    [one] { $count } est resté tel quel.
   *[other] { $count } sont restés tels quels.
}
handing-cancelled = Vous l’avez arrêté. Ce qui est fait reste fait.
handing-left-more = { $count ->
    [one] Et encore { $count }.
   *[other] Et encore { $count }.
}

## What I handed over

given-title = Ce que vous avez transmis
given-rule = Des 30 derniers jours
given-to = À
given-when = Quand
given-waits = Pas encore repris
given-taken = Repris
given-back = Rendus
given-over = Allés ailleurs
given-back-title = Rendus à vous
given-back-by = rendu par { $name }, { $when }
