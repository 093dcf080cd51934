### Видови предмети на службата: од каде се, и додавање нов.

own-types-title = Видови предмети
own-types-add = Додај вид предмет
own-types-type = Вид предмет
own-types-version = Верзија
own-types-from = Од каде
own-types-added = Додадено од { $name }, { $when }

case-type-standing-shipped = Доаѓа со Praesto
case-type-standing-own = Вашата служба
case-type-standing-withdrawn = Повлечен: нема нови предмети
case-type-standing-replaced = Praesto сега носи вид со ова име, и тој важи
case-type-standing-too-new = Бара понов Praesto

own-types-withdraw = Повлечи
own-types-withdraw-named = Повлечи: { $type }
own-types-restore = Врати
own-types-restore-named = Врати: { $type }
own-types-withdrawn = { $type }: отсега нема нови предмети. Постојните продолжуваат.
own-types-restored = { $type }: повторно може да се отвораат нови предмети.

own-types-lead = Папка со видот предмет, или ZIP од неа. Ја добиваат сите во службата.
own-types-path = Папка или ZIP
own-types-path-help = Прво се проверува. Ако нешто не е во ред, ништо не се додава.
own-types-path-missing = Наведете ја папката или ZIP.
own-types-pick-folder = Избери папка
own-types-pick-file = Избери ZIP
own-types-add-do = Провери и додај
own-types-check = Само провери
own-types-sound = { $type }, верзија { $version }, е во ред. Ништо не е додадено.
own-types-busy = Се проверува

own-types-faults = { $count ->
    [one] Ништо не е додадено: { $count } работа не е во ред
   *[other] Ништо не е додадено: { $count } работи не се во ред
}
own-types-faults-text = Поправете ги датотеките, па додајте ги повторно. Сè е именувано со англиските зборови на форматот.
own-types-whole = Пакетот
own-types-line = { $file }, ред { $line }
own-types-more = { $count ->
    [one] Уште { $count } не е прикажана.
   *[other] Уште { $count } не се прикажани.
}

case-type-how-new = { $type }: додаден е нов вид. Колегите го добиваат при следната синхронизација.
case-type-how-newer-version = { $type } сега е верзија { $version }. Отворените предмети остануваат каде што се.
case-type-how-brought-back = { $type } беше повлечен, и повторно е тука.
case-type-how-same = { $type } веќе е тука, токму таков.

hint-add-type = додај вид предмет
change-case-type = изменети видови предмети на службата

error-case-type-withdrawn = Службата го повлече овој вид предмет.
    .safe = Она што го напишавте сè уште е тука. Предметите од овој вид продолжуваат.
    .next = Изберете друг вид, или замолете администратор да го врати.

error-case-type-refused = Видот предмет не е додаден.
    .safe = Ништо не е изменето.
    .next = Погледнете ја причината и обидете се повторно.

case-type-refused-no-pack = Внатре нема вид предмет: недостига датотеката { "type.toml" }.
case-type-refused-many-packs = Внатре има повеќе од еден вид предмет. Додајте ги еден по еден.
case-type-refused-ships = { $id } доаѓа со Praesto. Дајте му друго име на вашиот: преименувајте ја неговата папка.
case-type-refused-older = Верзија { $version } на { $id } веќе е тука. Зголемете ја верзијата во { "type.toml" }.
case-type-refused-states = { $count ->
    [one] { $count } отворен предмет е во состојба што ја нема во оваа верзија: { $states }. Задржете ја.
   *[other] { $count } отворени предмети се во состојби што ги нема во оваа верзија: { $states }. Задржете ги.
}
case-type-refused-not-sound = { $count ->
    [one] { $count } работа не е во ред.
   *[other] { $count } работи не се во ред.
}
