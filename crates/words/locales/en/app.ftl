### Words that every screen uses: numbers, days, times, sizes, themes.

app-name = Praesto

you = You
nobody = Nobody
yes = Yes
no = No
none = None
unknown = Unknown

theme-system = As the computer is set
theme-light = Light
theme-dark = Dark
contrast-system = As the computer is set
contrast-more = More

language-system = As the computer is set

## Lists in a sentence: "a, b and c"

list-more = { $first }, { $next }
list-last = { $first } and { $next }

## Numbers and sizes

percent = { $value } %
size-bytes = { $value } bytes
size-kilobytes = { $value } kB
size-megabytes = { $value } MB
size-gigabytes = { $value } GB
size-terabytes = { $value } TB

files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
cases = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

## Days and times

time = { $hour }:{ $minute }
moment = { $day } { $time }
day-today = today
day-yesterday = yesterday
date-weekday-day = { $weekday } { $day } { $monthShort }
date-weekday-day-year = { $weekday } { $day } { $monthShort } { $year }
date-day-month = { $day } { $month }
date-long = { $day } { $month } { $year }
date-short = { $day } { $monthShort } { $year }

ago-now = just now
ago-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}

for-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
for-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
for-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
for-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
