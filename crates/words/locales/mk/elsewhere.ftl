### Датотеки што се отворени во друга програма.

elsewhere-found-name = { $name } (најдено по прекин){ $ending }
change-open-elsewhere = отворена копија на датотека во друга програма
change-find-elsewhere = најдена датотека по прекин
timeline-opened-elsewhere = { $name }: отворена копија на { $file } во друга програма
timeline-found-elsewhere = { $name }: { $file } најдено по прекин

hint-change-elsewhere = измени во друга програма
hint-put-back = врати ги датотеките
elsewhere-open = Измени…
elsewhere-open-spoken = { elsewhere-open } { $name } во друга програма
elsewhere-is-out = Отворено во друга програма
elsewhere-warn-title = Отвори { $name } во друга програма
elsewhere-warn-copy = Една копија го напушта запечатениот простор додека не ја вратите. Другите програми на овој компјутер може дотогаш да ја читаат.
elsewhere-warn-saves = Секогаш кога ќе зачувате таму, предметот добива нова верзија.
elsewhere-warn-lock = Кога Praesto се заклучува или затвора, го запечатува зачуваното и ја отстранува копијата. Прво зачувајте таму.
elsewhere-warn-log = Во предметот останува кој ја отворил и кога.
elsewhere-do = Отвори
elsewhere-strip = { $count ->
    [one] { $count } датотека е отворена во друга програма
   *[other] { $count } датотеки се отворени во друга програма
}
elsewhere-strip-named = { $name }, { $reference }
elsewhere-on-disk = Копијата е на дискот од овој компјутер: во меморијата немаше место.
elsewhere-not-sealed = { $name } сè уште не е запечатено.
elsewhere-cut-off = { $name } изгледа скратено. Претходната верзија и понатаму важи.
elsewhere-put-back = Врати
elsewhere-came-back = { $count ->
    [0] Вратено. Не беше зачувано ништо ново.
    [one] Вратено. Запечатена е { $count } нова верзија.
   *[other] Вратено. Запечатени се { $count } нови верзии.
}
elsewhere-further = Во предметот останува и: { $names }
elsewhere-found = { $name } во { $reference } е најдено по прекин. Стои до датотеката.
elsewhere-found-nothing = { $name } во { $reference } се врати празно. Претходната верзија и понатаму важи.
elsewhere-found-look = Кон предметот
found-of = Најдено по прекин: копија на { $name }
found-of-cut-off = Најдено по прекин, изгледа скратено: копија на { $name }
found-take = Нека биде најновата верзија
said-found-taken = Тоа сега е најновата верзија.
elsewhere-close-title = { $count ->
    [one] Една датотека е сè уште отворена во друга програма
   *[other] { $count } датотеки се сè уште отворени во друга програма
}
elsewhere-close-text = Praesto го запечатува она што таму сте го зачувале и ја отстранува копијата. Она што таму не е зачувано се губи.
elsewhere-close-do = Врати и затвори
elsewhere-close-left = Она што сега не може да се запечати останува во својата папка додека повторно не го отклучите Praesto тука. Одјавувањето може да го отстрани пред тоа.
elsewhere-close-all-the-same = Сепак затвори

error-no-program = Ниедна програма на овој компјутер не ја отвора оваа датотека.
    .safe = Ништо не е изгубено. Датотеката во предметот е како што беше.
    .next = Инсталирајте програма за такви датотеки, или зачувајте ја датотеката надвор од Praesto.
error-still-written = Друга програма сè уште ја запишува датотеката.
    .safe = Копијата останува каде што е. Ништо не е изгубено.
    .next = Зачувајте ја и затворете ја таму. Потоа вратете ја.

cli-elsewhere = Копијата е на { $path }.
cli-elsewhere-enter = Притиснете Enter кога ќе ја зачувате и затворите.
