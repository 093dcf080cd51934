### Handing cases over: what is handed, taken and given back.

## What a change did

change-hand-over = предаден предмет
change-take-over = преземен предмет
change-give-back = вратен предмет

## The page, and the way to it

area-hand-over = Предавања
hand-over-page-lead = Што ви предадоа колегите, и што стана со она што вие го предадовте.
hand-over-none = Ништо не е предадено
hand-over-none-text = Предметите што ќе ви ги предаде колега чекаат овде додека не ги преземете. Своите ги предавате од вашиот список.
hand-over-foot = Овие предмети веќе се кај вас. Со преземање кажувате дека знаете
back-to-cases = Назад кон предметите
command-hand-over-all = Предај ги сите мои предмети…
row-handed-over = Предаден
draft-give-back = Нацрт за враќање
hint-take = преземи предадено
hint-give-back = врати предадено
hint-hand-over-all = предај ги сите мои
hint-look-handed = види што е предадено
hint-take-all = преземи сè што е предадено

## Handing over

hand-over-tasks = { $count ->
    [one] Со предметот оди { $count } отворена задача на тој што го има
   *[other] Со предметот одат { $count } отворени задачи на тој што го има
}
hand-over-tasks-all = Моите отворени задачи во нив одат заедно
hand-over-to-missing = Изберете колега.
hand-over-all-title = Предавање на сите мои предмети
hand-over-all-lead = Тој што ќе го изберете ги има веднаш и се прашува да ги преземе. Ова се предава:
hand-over-all-reading = Вашите предмети се читаат.
hand-over-all-none = Немате отворен предмет, па нема што да се предаде.
hand-over-all-alone = Во оваа служба сè уште нема друг. Прво поканете колега.
hand-over-all-do = { $count ->
    [one] Предај { $count } предмет
   *[other] Предај { $count } предмети
}
said-handed-all = { $count ->
    [one] Предаден е { $count } предмет.
   *[other] Предадени се { $count } предмети.
}

## What there is to do in some cases

load-overdue = { $count ->
    [one] { $count } задоцнет
   *[other] { $count } задоцнети
}
load-due-soon = { $count } со рок до 7 дена
load-tasks = { $count ->
    [one] { $count } отворена задача
   *[other] { $count } отворени задачи
}
load-decisions = { $count ->
    [one] { $count } чека втор потпис
   *[other] { $count } чекаат втор потпис
}
load-conflicts = { $count ->
    [one] { $count } конфликт
   *[other] { $count } конфликти
}
load-unseen = { $count ->
    [one] { $count } изменет од последниот преглед
   *[other] { $count } изменети од последниот преглед
}

## What was handed to me

handed-to-me = { $count ->
    [one] { $name } ви предаде { $count } предмет
   *[other] { $name } ви предаде { $count } предмети
}
handed-more = { $count ->
    [one] И уште { $count } предавање
   *[other] И уште { $count } предавања
}
handed-look = Погледни
handed-first = Прикажани се првите { $shown } од { $total }.
handed-note = Последна белешка: „{ $text }“ ({ $name }, { $when })
handed-unseen = Изменет од последниот преглед
handed-case-to-me = { $name } ви го предаде овој предмет, { $when }
handed-case-to-me-text = Веќе е кај вас. Преземете го за да знаат сите, или вратете го.
handed-case = { $name } го предаде овој предмет на { $to }, { $when }
handed-case-text = Сè уште не е преземен.
take = Преземи
take-named = Преземи: { $title }
take-all = Преземи ги сите
said-taken = { $count ->
    [one] Преземавте { $count } предмет.
   *[other] Преземавте { $count } предмети.
}

## Giving back

give-back = Врати…
give-back-named = Врати… { $title }
give-back-all = Врати ги сите…
give-back-title = Враќање на { $reference }
give-back-title-all = Враќање на сите
give-back-lead = Веднаш се враќа на { $name }, со задачите што дојдоа заедно.
give-back-words = Зошто враќате
give-back-words-help = Се чува во предметот. Може да остане празно.
give-back-do = Врати
said-given-back = { $count ->
    [one] Вратен е { $count } предмет.
   *[other] Вратени се { $count } предмети.
}

## While it is under way, and what was left

handing-begins = Започнува.
handing-progress = { $total ->
    [one] { $done } од { $total } предмет
   *[other] { $done } од { $total } предмети
}
handing-done = { $count ->
    [one] Завршен е { $count } предмет.
   *[other] Завршени се { $count } предмети.
}
handing-left = { $count ->
    [one] { $count } остана како што е.
   *[other] { $count } останаа како што се.
}
handing-cancelled = Го запревте. Направеното важи.
handing-left-more = { $count ->
    [one] И уште { $count }.
   *[other] И уште { $count }.
}

## What I handed over

given-title = Што предадовте вие
given-rule = Од последните 30 дена
given-to = На
given-when = Кога
given-waits = Чекаат
given-taken = Преземени
given-back = Вратени
given-over = Поинаку
given-back-title = Вратени кај вас
given-back-by = врати { $name }, { $when }
