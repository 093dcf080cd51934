### Зборови што ги користи секој екран: броеви, денови, времиња, големини, изглед.

app-name = Praesto

you = Вие
nobody = Никој
yes = Да
no = Не
none = Нема
unknown = Непознато

theme-system = Како на компјутерот
theme-light = Светло
theme-dark = Темно
contrast-system = Како на компјутерот
contrast-more = Посилен

language-system = Како на компјутерот

## Набројувања во реченица

list-more = { $first }, { $next }
list-last = { $first } и { $next }

## Броеви и големини

percent = { $value } %
size-bytes = { $value } бајти
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
size-terabytes = { $value } TB

files = { $count ->
    [one] { $count } датотека
   *[other] { $count } датотеки
}
cases = { $count ->
    [one] { $count } предмет
   *[other] { $count } предмети
}
changes = { $count ->
    [one] { $count } измена
   *[other] { $count } измени
}
people = { $count ->
    [one] { $count } лице
   *[other] { $count } лица
}

## Денови и времиња

time = { $hour }:{ $minute }
moment = { $day } { $time }
day-today = денес
day-yesterday = вчера
date-weekday-day = { $weekday } { $day } { $monthShort }
date-weekday-day-year = { $weekday } { $day } { $monthShort } { $year }
date-day-month = { $day } { $month }
date-long = { $day } { $month } { $year } г.
date-short = { $day } { $monthShort } { $year }

ago-now = штотуку
ago-minutes = { $count ->
    [one] пред { $count } минута
   *[other] пред { $count } минути
}
ago-hours = { $count ->
    [one] пред { $count } час
   *[other] пред { $count } часа
}
ago-days = { $count ->
    [one] пред { $count } ден
   *[other] пред { $count } дена
}

for-seconds = { $count ->
    [one] { $count } секунда
   *[other] { $count } секунди
}
for-minutes = { $count ->
    [one] { $count } минута
   *[other] { $count } минути
}
for-hours = { $count ->
    [one] { $count } час
   *[other] { $count } часа
}
for-days = { $count ->
    [one] { $count } ден
   *[other] { $count } дена
}

weekday-short-1 = пон.
weekday-short-2 = вто.
weekday-short-3 = сре.
weekday-short-4 = чет.
weekday-short-5 = пет.
weekday-short-6 = саб.
weekday-short-7 = нед.

month-1 = јануари
month-2 = февруари
month-3 = март
month-4 = април
month-5 = мај
month-6 = јуни
month-7 = јули
month-8 = август
month-9 = септември
month-10 = октомври
month-11 = ноември
month-12 = декември

month-short-1 = јан.
month-short-2 = фев.
month-short-3 = март
month-short-4 = апр.
month-short-5 = мај
month-short-6 = јуни
month-short-7 = јули
month-short-8 = авг.
month-short-9 = септ.
month-short-10 = окт.
month-short-11 = ноем.
month-short-12 = дек.
