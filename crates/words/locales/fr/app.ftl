### Mots communs à tous les écrans : nombres, jours, heures, tailles, thèmes.

app-name = Praesto

you = Vous
nobody = Personne
yes = Oui
no = Non
none = Aucun
unknown = Inconnu

theme-system = Comme l’ordinateur
theme-light = Clair
theme-dark = Sombre
contrast-system = Comme l’ordinateur
contrast-more = Renforcé

language-system = Comme l’ordinateur

## Énumérations dans une phrase

list-more = { $first }, { $next }
list-last = { $first } et { $next }

## Nombres et tailles

percent = { $value } %
size-bytes = { $value } octets
size-kilobytes = { $value } ko
size-megabytes = { $value } Mo
size-gigabytes = { $value } Go
size-terabytes = { $value } To

files = { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
}
cases = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}
changes = { $count ->
    [one] { $count } modification
   *[other] { $count } modifications
}
people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}

## Jours et heures

time = { $hour }:{ $minute }
moment = { $day } { $time }
day-today = aujourd’hui
day-yesterday = hier
date-weekday-day = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $monthShort }
date-weekday-day-year = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $monthShort } { $year }
date-day-month = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
date-long = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-short = { $day ->
    [1] 1er
   *[other] { $day }
} { $monthShort } { $year }

ago-now = à l’instant
ago-minutes = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
ago-hours = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
}
ago-days = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}

for-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
for-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
for-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
for-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

weekday-short-1 = lun.
weekday-short-2 = mar.
weekday-short-3 = mer.
weekday-short-4 = jeu.
weekday-short-5 = ven.
weekday-short-6 = sam.
weekday-short-7 = dim.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
