### Wörter, die jeder Bildschirm braucht: Zahlen, Tage, Zeiten, Größen, Farben.

app-name = Praesto

you = Sie
nobody = Niemand
yes = Ja
no = Nein
none = Keine
unknown = Unbekannt

theme-system = Wie der Computer
theme-light = Hell
theme-dark = Dunkel
contrast-system = Wie der Computer
contrast-more = Stärker

language-system = Wie der Computer

## Aufzählungen im Satz

list-more = { $first }, { $next }
list-last = { $first } und { $next }

## Zahlen und Größen

percent = { $value } %
size-bytes = { $value } Byte
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
size-terabytes = { $value } TB

files = { $count ->
    [one] { $count } Datei
   *[other] { $count } Dateien
}
cases = { $count ->
    [one] { $count } Fall
   *[other] { $count } Fälle
}
changes = { $count ->
    [one] { $count } Änderung
   *[other] { $count } Änderungen
}
people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}

## Tage und Zeiten

time = { $hour }:{ $minute }
moment = { $day } { $time }
day-today = heute
day-yesterday = gestern
date-weekday-day = { $weekday } { $day }. { $monthShort }
date-weekday-day-year = { $weekday } { $day }. { $monthShort } { $year }
date-day-month = { $day }. { $month }
date-long = { $day }. { $month } { $year }
date-short = { $day }. { $monthShort } { $year }

ago-now = gerade eben
ago-minutes = { $count ->
    [one] vor { $count } Minute
   *[other] vor { $count } Minuten
}
ago-hours = { $count ->
    [one] vor { $count } Stunde
   *[other] vor { $count } Stunden
}
ago-days = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}

for-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
for-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
for-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
for-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}

weekday-short-1 = Mo
weekday-short-2 = Di
weekday-short-3 = Mi
weekday-short-4 = Do
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = So

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

month-short-1 = Jan.
month-short-2 = Feb.
month-short-3 = März
month-short-4 = Apr.
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug.
month-short-9 = Sept.
month-short-10 = Okt.
month-short-11 = Nov.
month-short-12 = Dez.
