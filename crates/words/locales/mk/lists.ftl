### Списоци на предмети: филтри, зачувани списоци, избрани предмети.

## Narrowing a list

filter = Филтер
filter-title = Стесни го списокот
filter-lead = Изборот тука важи заедно.
filter-any = Кој било
filter-state = Состојба од тој вид
filter-tag = Ознака
filter-due = Рок во денови
filter-due-help = Број. Задоцнетите се меѓу нив.
filter-due-unclear = Ова не е број на денови до 36.500.
filter-unseen = Изменето од колега од мојот последен преглед
filter-do = Прикажи ги
filter-clear = Отстрани ги сите филтри
filters-set = Поставени филтри
filter-chip = { $what }: { $value }
filter-chip-due = { $count ->
    [0] Рок денес или задоцнет
    [one] Рок во { $count } ден
   *[other] Рок во { $count } дена
}
filter-remove = Отстрани го филтерот „{ $what }“
list-narrowed-empty = Ниеден предмет не одговара
    .text = Отстранете филтер или погледнете во друг список.

## Lists that are saved under a name

lists = Зачувани списоци
lists-choose = Зачувани списоци
list-keep = Зачувај го списокот…
list-keep-title = Зачувување на списокот
list-rename = Преименувај: { $name }
list-rename-title = Преименување на списокот
list-keep-lead = Списокот, редоследот и филтрите се зачувуваат под ова име, само на овој компјутер.
list-name = Име на списокот
list-keep-do = Зачувај
said-list-kept = Списокот е зачуван.
said-list-renamed = Списокот е преименуван.
said-list-forgotten = Списокот „{ $name }“ е отстранет. Предметите остануваат исти.
palette-list = Зачуван список

## Cases that are marked, and acts over all of them

marks = Избрани предмети
marks-count = { $count ->
    [one] { $count } избран
   *[other] { $count } избрани
}
bulk-tag = Ознака
bulk-seen = Означи како видено
bulk-unmark = Откажи го изборот
bulk-progress = { $total ->
    [one] { $done } од { $total } предмет
   *[other] { $done } од { $total } предмети
}
bulk-assign-title = { $count ->
    [one] Доделување на { $count } предмет
   *[other] Доделување на { $count } предмети
}
bulk-assign-tasks = Со предметите одат отворените задачи на тие што ги имаат
bulk-tag-title = { $count ->
    [one] Ознака за { $count } предмет
   *[other] Ознака за { $count } предмети
}
bulk-tag-lead = Ознаката се пишува исто во секој предмет.
bulk-tag-add = Додај ја ознаката
bulk-tag-remove = Отстрани ја ознаката
bulk-status-title = { $count ->
    [one] Статус на { $count } предмет
   *[other] Статус на { $count } предмети
}
bulk-status-lead = Само за предмети од видот „{ $type }“. Другите одат чекор по чекор и остануваат исти.
bulk-status-do = Постави статус

## Said after such an act

bulk-said-nothing = Ништо не е изменето.
bulk-said-assigned = { $count ->
    [one] Доделен е { $count } предмет.
   *[other] Доделени се { $count } предмети.
}
bulk-said-unassigned = { $count ->
    [one] Вратен е { $count } предмет.
   *[other] Вратени се { $count } предмети.
}
bulk-said-tagged = { $count ->
    [one] Ознаката ја доби { $count } предмет.
   *[other] Ознаката ја добија { $count } предмети.
}
bulk-said-untagged = { $count ->
    [one] { $count } предмет повеќе ја нема ознаката.
   *[other] { $count } предмети повеќе ја немаат ознаката.
}
bulk-said-status = { $count ->
    [one] Поставен е статусот на { $count } предмет.
   *[other] Поставен е статусот на { $count } предмети.
}
bulk-said-pinned = { $count ->
    [one] Закачен е { $count } предмет.
   *[other] Закачени се { $count } предмети.
}
bulk-said-unpinned = { $count ->
    [one] Откачен е { $count } предмет.
   *[other] Откачени се { $count } предмети.
}
bulk-said-seen = { $count ->
    [one] { $count } предмет важи за виден.
   *[other] { $count } предмети важат за видени.
}
bulk-said-undone = { $count ->
    [one] Поништено во { $count } предмет.
   *[other] Поништено во { $count } предмети.
}
bulk-left-title = { $count ->
    [one] { $count } предмет остана ист
   *[other] { $count } предмети останаа исти
}
bulk-left-done = { $count ->
    [one] Изменет е { $count } друг предмет.
   *[other] Изменети се { $count } други предмети.
}
bulk-left-more = { $count ->
    [one] И уште { $count }.
   *[other] И уште { $count }.
}
bulk-left-look = Прикажи ги
bulk-left-undo = Поништи сè
bulk-stopped-title = Запрено пред крајот
bulk-stopped = Го запревте. Направеното останува и може да се поништи.

## What keys do

hint-filter = филтер
hint-mark = избери
hint-mark-more = избери го и следниот
hint-mark-all = избери го целиот список
hint-unmark = откажи го изборот
hint-bulk-assign = додели
hint-bulk-tag = ознака
hint-bulk-status = статус
hint-bulk-pin = закачи
hint-bulk-unpin = откачи
hint-bulk-seen = означи како видено
keys-marked = Со избрани предмети

## Errors

error-one-by-one = Предметите од овој вид одат чекор по чекор, еден по еден.
    .safe = Ништо во овој предмет не е изменето.
    .next = Отворете го предметот и направете го чекорот таму.
error-act-under-way = Во тек е друга работа над многу предмети.
    .safe = Таа продолжува. Ништо друго не е изменето.
    .next = Почекајте да заврши или запрете ја.
palette-lists = Списоци
