### Fjalë që i përdor çdo ekran: numra, ditë, orë, madhësi, pamje.

app-name = Praesto

you = Ju
nobody = Askush
yes = Po
no = Jo
none = Asnjë
unknown = E panjohur

theme-system = Si kompjuteri
theme-light = E çelët
theme-dark = E errët
contrast-system = Si kompjuteri
contrast-more = Më i fortë

language-system = Si kompjuteri

## Renditje në fjali

list-more = { $first }, { $next }
list-last = { $first } dhe { $next }

## Numra dhe madhësi

percent = { $value } %
size-bytes = { $value } bajt
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
size-terabytes = { $value } TB

files = { $count ->
    [one] { $count } skedar
   *[other] { $count } skedarë
}
cases = { $count ->
    [one] { $count } lëndë
   *[other] { $count } lëndë
}
changes = { $count ->
    [one] { $count } ndryshim
   *[other] { $count } ndryshime
}
people = { $count ->
    [one] { $count } person
   *[other] { $count } persona
}

## Ditë dhe orë

time = { $hour }:{ $minute }
moment = { $day } { $time }
day-today = sot
day-yesterday = dje
date-weekday-day = { $weekday } { $day } { $monthShort }
date-weekday-day-year = { $weekday } { $day } { $monthShort } { $year }
date-day-month = { $day } { $month }
date-long = { $day } { $month } { $year }
date-short = { $day } { $monthShort } { $year }

ago-now = pak çaste më parë
ago-minutes = { $count ->
    [one] { $count } minutë më parë
   *[other] { $count } minuta më parë
}
ago-hours = { $count ->
    [one] { $count } orë më parë
   *[other] { $count } orë më parë
}
ago-days = { $count ->
    [one] { $count } ditë më parë
   *[other] { $count } ditë më parë
}

for-seconds = { $count ->
    [one] { $count } sekondë
   *[other] { $count } sekonda
}
for-minutes = { $count ->
    [one] { $count } minutë
   *[other] { $count } minuta
}
for-hours = { $count ->
    [one] { $count } orë
   *[other] { $count } orë
}
for-days = { $count ->
    [one] { $count } ditë
   *[other] { $count } ditë
}

weekday-short-1 = hën
weekday-short-2 = mar
weekday-short-3 = mër
weekday-short-4 = enj
weekday-short-5 = pre
weekday-short-6 = sht
weekday-short-7 = die

month-1 = janar
month-2 = shkurt
month-3 = mars
month-4 = prill
month-5 = maj
month-6 = qershor
month-7 = korrik
month-8 = gusht
month-9 = shtator
month-10 = tetor
month-11 = nëntor
month-12 = dhjetor

month-short-1 = jan
month-short-2 = shk
month-short-3 = mar
month-short-4 = pri
month-short-5 = maj
month-short-6 = qer
month-short-7 = korr
month-short-8 = gush
month-short-9 = sht
month-short-10 = tet
month-short-11 = nën
month-short-12 = dhj
