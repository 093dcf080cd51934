### The window: what stands on buttons, fields, headings and in dialogs.

starting = Praesto се вклучува

## Everywhere

back = Назад
cancel = Откажи
stop = Запри
close = Затвори
add = Додај
edit = Измени
done-editing = Готово
draft = Нацрт, зачуван на овој компјутер
draft-discard = Отфрли
draft-save = Зачувај
draft-apart = Не е зачувано. Сега таму стои: { $value }
draft-not-kept = Тоа што го пишувате засега не може да се зачува.
draft-decision = Нацрт-одлука
draft-step = Нацрт-белешка за чекор
draft-hand-over = Нацрт за предавање
draft-task = Нацрт-задача
draft-remove = Нацрт за отстранување
undo = Поништи
undone = Последната измена во „{ $title }“ е поништена.
copied = Копирано.
cannot-open = Овој профил не може да се отвори
stopped-title = Овој прозорец запре
stopped-text = Зачуваното и нацртите на вашите предмети се безбедни на овој компјутер. Можеби ќе треба повторно да го напишете само она што штотуку го пишувавте.
stopped-again = Отвори го повторно
copy-failed = Копирањето не успеа. Означете го текстот и притиснете Ctrl C.
lock = Заклучи
day = Ден
language = Јазик
person = Лице
role = Својство
person-you = { $name } (вие)
name-missing = Недостига име.
day-unclear = Ова не е ден. Денот се пишува вака: 24.11.2026.
day-missing = Недостига денот.
day-to-come = Овој ден допрва доаѓа. Предметот е примен најдоцна денес.
number-unclear = Ова не е цел број.
day-pattern = ДД.ММ.ГГГГ
table = Табела
edit-named = Измени: { $name }
remove-named = Отстрани: { $name }
not-sent-yet = сè уште неиспратено
skip = Кон главниот дел
messages = Пораки
side = Служба и навигација
nav = Главна навигација
nav-work = Работа
nav-set-up = Поставување
area-cases = Предмети
area-import = Увоз
area-office = Служба
area-computer = Овој компјутер
search-hint = Барај предмети, луѓе, команди
sample-reminder = Пробна служба: измислени предмети, ништо не се испраќа.
sample-leave = Напушти ја пробната служба
sync-now = Испрати и преземи сега
sync-sending-now = Се испраќаат измените.
sync-receiving-now = Пристигнуваат предмети.
sync-checking-now = Сè може да се користи. Записите зад тоа сè уште се проверуваат.
sync-up-to-date-now = Усогласено.

## What keys do

hint-larger = поголемо
hint-smaller = помало
hint-usual-size = вообичаена големина
hint-all-keys = сите копчиња
hint-areas = оди во дел
hint-back = назад
hint-both = зачувај ги двете како белешка
hint-choose = избери
hint-connect = поврзи со сервер
hint-decide = одлучи
hint-find = најди
hint-hand-over = предади
hint-invite = покани
hint-lock = заклучи
hint-look = погледни датотека
hint-move = движење
hint-move-on = следен чекор
hint-new-case = нов предмет
hint-next-field = следно поле
hint-next-previous = следно, претходно
hint-note = белешка
hint-number = и број: оди на
hint-open = отвори
hint-pane = следен дел
hint-pane-back = претходен дел
hint-page = претходна, следна страница
hint-pin = закачи или откачи
hint-remove = отстрани го предметот
hint-restore = врати или задржи отстранет предмет
hint-retry = обиди се повторно
hint-search = пребарување и команди
hint-sign = потпиши
hint-tab = претходен, следен дел
hint-task = задача
hint-undo = поништи
hint-unlock = отклучи
hint-use = земи го ова
hint-withdraw = повлечи ја мојата
hint-ask-decide = замоли некого да одлучи
hint-zoom = поголемо, помало
keys-title = Сите копчиња
keys-lead = Поединечните букви работат надвор од полињата за текст. Се исклучуваат во поставките.
keys-lead-off = Поединечните букви се исклучени. Се вклучуваат во поставките.
keys-everywhere = Секаде
keys-list = Во списокот
keys-case = Во предмет
keys-conflict = При конфликт
keys-preview = Кога се прикажува датотека
keys-other = Други страници

## Search and commands

palette-title = Барај предмети, луѓе и команди
palette-results = Најдено
palette-none = Ништо не е најдено. Обидете се со помалку или со други зборови.
palette-person = Лице
palette-command = Команда
palette-cases = Предмети
palette-people = Луѓе
palette-commands = Команди
palette-similar = Слично напишано
palette-similar-only = Ниту еден предмет не ги содржи токму овие зборови. Некои содржат слично напишани.
command-new-case = Нов предмет
command-import = Увези предмети
command-sync = Испрати и преземи сега
command-remove-case = Отстрани го овој предмет…

## Start

welcome-title = Почеток на овој компјутер
welcome-lead = Вашите предмети остануваат запечатени тука и работат без мрежа. Серверот ги пренесува, но не може да ги чита.
welcome-ways = Начини за почеток
welcome-question = Како сакате да почнете?
welcome-three-questions = Три прашања. Можете да се вратите во секое време.
welcome-join = Приклучи се со покана
welcome-join-text = Колега ви дал отпечатен лист или код.
welcome-join-note = Ништо не излегува од овој компјутер пред да притиснете „Приклучи се“
welcome-make = Создај служба
welcome-make-text = Вие ја поставувате и сте нејзин прв администратор.
welcome-make-note = Ништо не се создава пред да притиснете „Создај“
welcome-sample = Разгледај пробна служба
welcome-sample-text = Измислени предмети. Ништо не се испраќа ни чува.
welcome-sample-note = Пробната служба нема сервер
join-code = Код од поканата
join-code-help = Стои на вашиот лист. Големите букви се важни, преломите на редови не.
join-code-missing = Недостига кодот од поканата.
join-compare = Споредете го овој отпечаток со вашиот лист:
join-do = Приклучи се на оваа служба
join-busy = Приклучување на службата
join-next = Што се случува кога ќе се приклучите
join-next-keys = Овој компјутер создава свои клучеви. Тие никогаш не го напуштаат.
join-next-colleague = Компјутерот на лицето што ве покани го пушта вашиот внатре, кога двата се на мрежа.
join-next-cases = Вашите предмети пристигнуваат, најновите први. Дотогаш можете да работите.
make-name = Име на службата
make-name-help = Како што ја знаат колегите. Стои на секоја покана.
make-name-missing = Недостига името на службата.
make-server = Адреса на серверот, ако има
make-server-help = Без сервер, службата работи само на овој компјутер. Ако серверот сам си го направил сертификатот, адресата завршува со него ({ "https://host:8443#0a1b…" }). Серверот го испишува кога се вклучува.
make-do = Создај ја оваа служба
make-busy = Создавање на службата
make-next = Што се случува кога ќе ја создадете
make-next-register = Регистарот почнува со вашето име. Во него се потпишува секоја понатамошна постапка.
make-next-invite = Ги каните колегите, секого со посебен код.
sample-lead = Испробајте сè. Ниедно прашање не бара одговор.
sample-do = Отвори ја пробната служба
sample-busy = Создавање на пробната служба
sample-next = Што добивате
sample-next-cases = Служба со измислени луѓе и предмети, само на овој компјутер.
sample-next-nothing-sent = Нема сервер. Ништо од она што го правите таму не се испраќа.
sample-next-leave = Останува додека не ја напуштите или заклучите. Потоа се отфрла и можете да отворите своја служба.
your-name = Вашето име, како што го гледаат колегите
your-name-help = На кое било писмо.
key-question = Како сакате да го отклучувате Praesto?
key-no-keyring = Овој компјутер нема склад за клучеви, па Praesto се отвора со лозинка.
passphrase = Лозинка
passphrase-again = Истата лозинка уште еднаш
passphrase-current = Досегашна лозинка
passphrase-current-missing = Недостига досегашната лозинка.
passphrase-help = Најмалку { $count } знаци. Повеќе зборови лесно се паметат.
passphrase-short = Оваа лозинка е прекратка.
passphrase-differs = Двете лозинки не се исти.

## Unlock and wait

unlock-title = Praesto е заклучен
unlock-lead-passphrase = Сè е запечатено. Го отвора вашата лозинка.
unlock-lead-keyring = Сè е запечатено. Го отвора складот за клучеви на овој компјутер.
unlock-lead-both = Сè е запечатено. Го отвораат складот за клучеви и лозинката заедно.
unlock-do = Отклучи
unlock-keyring = Отклучи со складот за клучеви
unlock-busy = Отклучување
unlock-wait = { $count ->
    [one] Почекајте { $count } секунда до следниот обид.
   *[other] Почекајте { $count } секунди до следниот обид.
}
unlock-note = Дотогаш сè останува запечатено
unlock-note-passphrase = Никој не може да ви ја врати лозинката, ниту администраторот.
unlock-note-keyring = Се отвора со вашата најава на овој компјутер.
waiting-title = Се чека колега
waiting-lead = Се приклучивте на { $office }. Сега компјутерот на лицето што ве покани треба да го пушти овој внатре.
waiting-ask = Замолете го лицето што ве покани да го отвори Praesto со мрежа. Не треба да прави ништо друго.
waiting-by-itself = Оставете го овој прозорец отворен. Сам проверува на неколку секунди.
waiting-safe = Можете и да го затворите. Вашата покана важи.
waiting-fingerprint = Отпечаток на службата:
waiting-check = Провери сега
waiting-checking = Се проверува
waiting-used = Оваа покана повеќе не важи
waiting-used-lead = Со неа овој компјутер повеќе не може да влезе во { $office }: некој ја употребил или рокот ѝ поминал. Побарајте друга. Ништо не е изгубено: на овој компјутер сè уште нема ништо.
waiting-leave = Употреби друга покана
waiting-note = Ништо не треба да се повторува

## Settings

settings = Поставки
settings-lead = Важат за овој профил на овој компјутер и веднаш се зачувуваат.
settings-theme = Бои
settings-contrast = Контраст
settings-text-size = Големина на текстот и на сè друго
settings-lock = Заклучи по ова време без внес
settings-lock-never = Никогаш
settings-letters = Поединечните букви работат како копчиња
settings-letters-help = Надвор од полињата за текст. Исклучете го ако копчињата се активираат по грешка.
key-change = Смени што го отклучува Praesto…
key-change-title = Смени што го отклучува Praesto
key-change-lead = Вашите предмети остануваат каде што се. Се менува само влезот.
key-change-do = Смени
key-change-busy = Се менува
key-changed = Отсега ова го отвора Praesto.

## Cases: the list

queue = Список
queues = Списоци
cases-in-queue = Предмети во овој список
sort = Редослед
queue-title-mine = Мој список
queue-title-team = Список на тимот
queue-title-overdue = Задоцнети
queue-title-not-sent = Неиспратени
queue-title-conflict = Конфликти
queue-title-closed = Затворени
queue-title-all = Сите предмети
queue-title-removed = Отстранети предмети
queue-empty-mine = Немате предмети
    .text = Отворете го списокот на тимот и земете предмет со H, или создајте нов со Ctrl N.
queue-empty-team = Сè уште нема предмети
    .text = Создајте го првиот со Ctrl N или увезете ги оние што ги имате.
queue-empty-overdue = Ништо не доцни
    .text = Предметите се појавуваат тука еден ден по рокот.
queue-empty-not-sent = Сè е испратено
    .text = Предметите се појавуваат тука додека измените од овој компјутер го чекаат серверот.
queue-empty-conflict = Нема конфликти
    .text = Кога две лица одвоено ќе изменат исто нешто, предметот се појавува тука.
queue-empty-closed = Нема затворени предмети
    .text = Завршените предмети остануваат тука, и во пребарувањето.
queue-empty-all = Сè уште нема предмети
    .text = Создајте го првиот со Ctrl N или увезете ги оние што ги имате.
queue-empty-removed = Нема отстранети предмети
    .text = Отстранетите предмети се чуваат тука и може да се вратат.
row-conflict = Конфликт
row-not-sent = Неиспратен
row-not-checked = Непроверен
    .why = Според зборот на колега, додека не се проверат записите.
row-removal-asked = Отстрането, чека
row-coming = Овој ред се чита.
unseen-legend = изменето од последниот преглед
list-seen = { $from } до { $to } од { $total }
cases-none-open = Нема отворен предмет
cases-none-open-text = Изберете предмет од списокот или создајте нов.
cases-start = Почнете со предмет
cases-start-text = Создајте го рачно или внесете ги оние што веќе ги имате.

## A case

back-to-list = Назад кон списокот
case-type = Вид на предмет
case-position = { $at } од { $of }
case-previous = Претходен предмет, K
case-next = Следен предмет, J
case-parts = Делови на предметот
case-not-sent = { $count ->
    [one] { $count } измена неиспратена
   *[other] { $count } измени неиспратени
}
case-due = Рок { $day }, { $left }
case-not-checked-title = Овој предмет сè уште не е проверен.
case-not-checked-text = Може да го читате. Praesto го проверува сам; за првата измена накратко е потребен серверот.
case-missing-title = Сè уште недостига измена од колега во овој предмет.
case-missing-text = Предметот се прикажува без неа. Се додава сама кога ќе пристигне делот што недостига.
saved-here = Зачувано на овој компјутер { $when }
changed-last = Последна измена: { $who }, { $when }
case-drafts = { $count ->
    [one] { $count } нацрт
   *[other] { $count } нацрти
}
rename = Измени го насловот
two-values = Две вредности
tab-conflicts = Конфликти
tab-summary = Преглед
tab-form = Образец
tab-notes = Белешки
tab-tasks = Задачи
tab-decisions = Одлуки
decide = Одлучи
move-on = Следен чекор
note = Белешка
hand-over = Предади
assign = Додели
task = Задача
remove = Отстрани…
restore-case = Врати
keep-case = Задржи го предметот
facts = Преглед
facts-status = Состојба
facts-status-waits = Две одлуки си противречат. Прво решете го тоа.
facts-status-decided = Предметот е одлучен. Повторно го отвора тој што одлучил, или раководител, со повлекување на одлуката.
deadline-new = Нов рок: што мора да биде направено
deadline-meet = Означи како исполнет
deadline-open = Отвори повторно
deadline-met = Исполнет, рокот беше { $day }
deadline-unsure = Празниците за таа година сè уште не се познати тука. Денот може да биде подоцна.
deadline-day-of = Ден: { $name }
tag-new = Нова ознака
parties = Лица во овој предмет
parties-none = Сè уште никој не е наведен.
party-add = Додај лице
fields-none = Образецот е празен. Додајте го она што му треба на предметот.
form-missing = Уште е потребно: { $fields }.
form-together = Некои полиња од образецот не одат заедно.
field-breaks = Ова не одговара на она што го бара образецот.
field-missing = Недостига
fields-more = Други полиња
field-add = Додај поле
field-name = Име на полето
field-name-missing = Недостига името на полето.
field-name-taken = Образецот веќе има поле со ова име.
field-kind = Вид
field-kind-text = Текст
field-kind-day = Ден
field-kind-number = Број
field-kind-yes-no = Да или не
field-value = Вредност
notes-rule = Белешката не може да се измени. Исправете ја со нова.
notes-none = Сè уште нема белешки.
note-new = Нова белешка
note-placeholder = Напишете белешка. Додека не ја зачувате, таа е нацрт.
note-save = Зачувај ја белешката
note-correct = Исправи
note-withdraw = Повлечи
note-restore = Врати
note-withdrawn = Повлечена:
note-corrects = исправа на „{ $text }“
note-correction-of = Исправка на „{ $text }“
tasks-none = Тука нема што да се прави.
task-add = Нова задача
task-text = Што треба да се направи
task-due = Рок
task-who = Кој ја извршува
task-do = Додај ја оваа задача
task-missing = Наведете што треба да се направи.
task-remove = Отстрани ја оваа задача
decisions-rule = Одлуката важи откако ќе ја добие службата.
decisions-rule-alone = Својата одлука можете да ја повлечете.
decisions-none = Сè уште ништо не е одлучено.
decisions-not-here = Во состојбата на предметот не може да се одлучи ништо.
decision-stands = Важи
decision-is-withdrawn = Повлечена
decision-is-replaced = Заменета со подоцнежна
decision-is-contradicted = Спротивна на друга
decision-withdraw = Повлечи
decision-restore = Врати
decision-waits = Го чека вториот потпис
decision-alone = Донесена без вториот потпис што видот на предметот денес го бара.
decision-sign = Потпиши
decision-signed = Втор потпис: { $name }, { $when }
second-manager = Раководител ја потпишува како втор.
second-nobody = Во оваа служба сè уште нема друг што би потпишал. Прво поканете колега.
second-assignee = Ја потпишува како втор тој што го има предметот.
second-anyone = Колега ја потпишува како втор.
decide-title = Одлука за { $reference }
decide-lead = Одлуката се потпишува со вашето име. Подоцна можете да ја повлечете.
decide-outcome = Одлука
decide-choose = Изберете одлука
decide-reason = Образложение
decide-reason-help = Кој подоцна ќе го чита предметот, мора да разбере зошто.
decide-replaces = Ја заменува: { $decisions }.
decide-missing = Недостига одлуката.
decide-reason-missing = Недостига образложението.
decide-do = Одлучи
sign-title = Потпишување { $reference }
sign-lead = Со вашиот потпис оваа одлука важи. Не може да се повлече.

step-title = Следен чекор за { $reference }
step-lead = Како предметот продолжува оттука.
step-question = Чекор
step-to = Потоа состојбата е: { $state }.
step-note = Белешка (може да остане празна)
step-note-help = Се чува меѓу белешките на предметот.
hand-over-title = Предавање на { $reference }
assign-title = Доделување на { $reference }
hand-over-lead = Тој што ќе го добие предметот го има веднаш. Останува читлив за тимот.
hand-over-to = На
hand-over-note = Што треба да се знае
hand-over-note-help = Се чува во предметот. Може да остане празно.
hand-over-do = Предади
case-new-lead = Потребен е само насловот. Сè друго може да следи.
case-new-do = Создај го овој предмет
case-new-anyway = Сепак создај го
case-new-mine = Јас работам на него
case-title-help = Име на лицето или на работата, на кое било писмо.
case-title-missing = Недостига насловот.
case-reference-missing = Недостига бројот на предметот.
case-reference-help = Ако е празно, се зема следниот слободен број.
case-new-party = За кого станува збор
case-new-party-help = Лице или организација, на кое било писмо. Може да остане празно.
case-same-reference = Ист број на предмет
reference-taken = Друг предмет го има овој број. Сепак можете да го користите.
alike-title = Можеби овој предмет е веќе тука. Сепак можете да продолжите.
alike-stopped = Сè уште ништо не е создадено. Можеби овој предмет е веќе тука.
alike-reference = ист број на предмет
alike-name = слично име: { $name }
alike-field = { $field }: исто
alike-kept = Она што го внесовте за новиот предмет е зачувано. Со { $keys } продолжувате.
case-channel = Како стигнал во службата
case-made = Предметот { $reference } е создаден.

## Beside a case

rail = За овој предмет
rail-close = Затвори
rail-who = Кој го води
rail-nobody = Сè уште никој
rail-since = { $name }, од { $day }
rail-last-opened = Последен пат го отворивте: { $when }
rail-why = Зошто е на овој компјутер
pin = Закачи
unpin = Откачи
attachments = Прилози
attachments-drop = Пуштете датотеки каде било врз предметот.
attach = Приложи датотеки…
attachment-save = Зачувај како…
attachment-look = Прикажи
attachment-fetch = Преземи
attachment-version = Нова верзија…
attachment-remove = Отстрани
attachment-earlier = { $count ->
    [one] { $count } претходна верзија
   *[other] { $count } претходни верзии
}
attachment-earlier-of = Претходни верзии на { $name }
attachment-newest = Најнова: { $who }, { $when }
attachment-apart = Додадена без да се знае за верзијата од { $who }
attachment-version-act = { $act } { $who }, { $when }
attachment-saved = Зачувано надвор од Praesto: { $path }
save-title = Зачувај { $name } надвор од Praesto
save-lead = Надвор, датотеката повеќе не е запечатена. Во предметот останува кој ја зел и зошто.
save-reason = Зошто излегува
save-reason-help = На пример: отпечатено за расправата.
save-reason-missing = Недостига причината.
save-do = Избери каде…
timeline = Историја
timeline-all = Прикажи ги сите { $count }
timeline-apart = напишано одвоено
timeline-late = по затворањето
timeline-more = и { $count ->
    [one] уште { $count } место
   *[other] уште { $count } места
}
timeline-quoted = { $line }: „{ $text }“
timeline-taken-out = { $name }: { $file } зачувано надвор од Praesto: „{ $reason }“
timeline-version = { $name } ({ $who }, { $when })
written-at = { $place }, { $label }
written-new = { $place }: { $after }
written-over = { $place }: { $after } (претходно: { $before })

## Датотека, прикажана на место

preview-opening = Се отвора { $name }
preview-newest = Најнова верзија: { $who }, { $when }
preview-older = Претходна верзија: { $who }, { $when }
preview-came-with = Дојде со пораката { $name }.
preview-tools = Страници и големина
preview-content = Што се прикажува од { $name }
preview-page = Страница { $page } од { $pages }
preview-sheet = Лист { $page } од { $pages }: { $title }
preview-page-previous = Претходна страница
preview-page-next = Следна страница
preview-larger = Поголемо
preview-smaller = Помало
preview-size = { $percent } %
preview-text = Текст на страницата
preview-alt-page = Страница { $page } од { $pages } од { $name }
preview-alt-picture = Слика { $name }
preview-alt-picture-of = Слика { $page } од { $pages } од { $name }
preview-no-text = Оваа страница е слика. Нема текст што би можел да се прочита на глас.
preview-goes-on = Има уште. Зачувајте ја датотеката за да видите сè.
preview-empty = Тука не стои ништо.
preview-left-out = Сликите, цртежите, заглавјата, подножјата или белешките во неа не се прикажуваат. Зачувајте ја датотеката за да ги видите.
preview-no-words = Тука нема текст.
preview-table = Табела { $number }
preview-keep = Приложи кон предметов
preview-keep-named = Приложи кон предметов: { $name }
preview-kept = Сега е приложена кон предметов.
preview-back = Назад кон пораката
preview-print = Печати…
preview-print-title = Печатење: { $name }
preview-print-lead = На хартија, датотеката повеќе не е запечатена. Во предметот останува кој ја печател и зошто.
mail-from = Од
mail-to = До
mail-cc = Копија
mail-sent = Испратено
mail-no-subject = Порака без наслов
mail-no-text = Оваа порака нема текст.
mail-as-page = Испратена е како веб-страница. Се прикажува само текстот, и ништо што го спомнува не се презема.
mail-other-form = Испратена е и како веб-страница. Прикажи го нејзиниот текст
mail-files = { $count ->
    [one] Со неа дојде { $count } датотека
   *[other] Со неа дојдоа { $count } датотеки
}

## Said after an act

attached = { $count ->
    [one] Приложена е { $count } датотека.
   *[other] Приложени се { $count } датотеки.
}
said-attachment-removed = Датотеката е отстранета од предметот.
said-version = Новата верзија е приложена.
said-kept = Датотеката од пораката е приложена.
said-title = Насловот е изменет.
said-reference = Бројот на предметот е изменет.
said-received = Датумот на прием е изменет.
said-step = Предметот е еден чекор понатаму.
said-deadline = Рокот е изменет.
said-deadline-day = Рокот е поместен.
said-deadline-added = Рокот е додаден.
said-deadline-removed = Рокот е отстранет.
said-tag = Ознаката е додадена.
said-tag-removed = Ознаката е отстранета.
said-party = Лицето е изменето.
said-party-added = Лицето е додадено.
said-party-removed = Лицето е отстрането.
said-field = Полето е додадено.
said-note = Белешката е зачувана.
said-note-withdrawn = Белешката е повлечена.
said-note-restored = Белешката е вратена.
said-task = Задачата е изменета.
said-task-added = Задачата е додадена.
said-task-done = Задачата е завршена.
said-task-open = Задачата е повторно отворена.
said-task-removed = Задачата е отстранета.
said-decided = Вашата одлука е зачувана. Важи откако ќе ја добие службата.
said-signed = Потпишавте. Одлуката важи откако ќе ја добие службата.
said-decided-waits = Вашата одлука е зачувана. Важи штом го добие вториот потпис.
said-decision-withdrawn = Одлуката е повлечена.
said-decision-restored = Одлуката е вратена.
said-handed-over = Предметот е предаден.
said-removed = Предметот е отстранет од списоците.
said-restored = Предметот е повторно во списоците.
said-removals-agreed = Предметите сега се под „Отстранети“.
said-removals-kept = Предметите се вратени за сите.
said-settled = Конфликтот е решен.

## Conflicts

conflict-values = { $count ->
    [one] { $count } место има две вредности.
   *[other] { $count } места имаат по две вредности.
}
conflict-decisions = { $count ->
    [2] Две одлуки се спротивни една на друга.
   *[other] { $count } одлуки се спротивни една на друга.
}
conflict-nothing-lost = Напишани се без да се знае едната за другата. Ништо не е изгубено.
conflict-removed = Овој предмет е отстранет додека некој работел на него.
conflict-choose = Изберете ја точната. Изборот се потпишува со вашето име. Можете да го смените подоцна.
conflict-before = Претходно: { $value }
conflict-use = Земи: { $value }
conflict-use-mine = Земи ја мојата
conflict-use-by = Земи ја онаа од { $name }
conflict-use-from = Земи ја онаа од компјутерот { $computer }
conflict-use-of = Земи ја напишаната { $when }
conflict-both = Зачувај ги двете како белешка и остави го полето празно
conflict-decision = Одлука
conflict-decision-text = Може да важи само една одлука. Повлечете ја вашата или одлучете повторно за двете.
conflict-withdraw-mine = Повлечи ја мојата
conflict-decide-anew = Одлучи повторно
conflict-decide-anew-text = Новата одлука ги заменува двете. Историјата ги чува.
ask-decide = Замоли некого да одлучи
ask-decide-lead = Избраното лице добива задача. Предметот ги покажува двете одлуки и белешките.
ask-decide-task = Одлучи која важи: { $decisions }
ask-decide-one = „{ $outcome }“ од { $name }
ask-decide-do = Замоли
conflict-foot = Изборот е потпишан и може да се провери

## Отстранети предмети

case-removed = Отстранет
remove-title = Отстранување на { $reference }
remove-lead = Предметот исчезнува од сите списоци. Ништо не се брише и секој од вас може да го врати.
remove-reason-help = На пример: внесен двапати.
remove-reason-missing = Недостига образложението.
remove-do = Отстрани го предметот
removed-by = Отстрани: { $name }, { $when }: „{ $reason }“
removed-text = Ништо не е избришано. Вратете го предметот за да работите на него.
removed-asked-text = Отстранет е заедно со многу други и останува во списоците додека не се согласите. Ништо не е избришано.
conflict-removal = Да се отстрани или да се задржи?
conflict-removal-text = Тој што го отстранил не го видел она што е напишано во меѓувреме. Затоа предметот е вратен.
conflict-removal-removed = Отстранет
conflict-removal-worked-on = Работено на него
removals-asked = { $count ->
    [one] { $name } отстрани { $count } предмет наеднаш.
   *[other] { $name } отстрани { $count } предмети наеднаш.
}
removals-asked-text = Остануваат во вашите списоци додека не се согласите. Ништо не е избришано.
removals-agree = Се согласувам
removals-keep = Врати ги сите
removals-keep-text = Прашајте пред да ги вратите: важи за сите.

## Closed cases

case-late-title = Изменет по затворањето
case-late-apart-title = Затворен додека некој работеше на него
case-late-text = Прегледајте што пристигна. Потоа повторно затворете го предметот или отворете го.
case-late-apart-text = Тој што го затворил не го видел ова. Прегледајте го, па повторно затворете го предметот или отворете го.
close-again = Затвори повторно
see-conflicts = Погледни

## Import

import-lead = Внесете ги предметите што веќе ги имате. Гледате што станува со секој ред пред нешто да се измени.
import-foot = Ништо не се менува пред да притиснете „Увези“
import-csv-text = Еден предмет во секој ред. Вие кажувате што значи секоја колона.
import-folder-text = Секоја потпапка станува предмет со своите документи, а секоја датотека покрај нив посебен предмет.
import-xdomea-text = Порака од друг систем за предмети, XML или ZIP, верзија 3.0.0.
import-mail-text = Секоја порака станува предмет. Пораката и датотеките што дошле со неа се приложуваат.
import-mail-folder-text = Секоја порака во папка, и во папките во неа, станува предмет.
import-several = { $count ->
    [one] { $count } датотека
   *[other] { $count } датотеки и папки
}
import-path = Или патека на датотека или папка
import-path-help = Датотеката или папката можете и да ја пуштите на страницава.
import-path-do = Погледни
import-reading = Се чита содржината. Ништо не се менува.
import-reads = Се чита { $done } од { $total }. Ништо не се менува.
import-do = { $count ->
    [0] Нема што да се увезе
    [one] Увези { $count } предмет
   *[other] Увези { $count } предмети
}
import-other = Избери нешто друго
import-to-cases = Кон предметите
mapping-title = Што значат колоните
mapping-rule = Промената веднаш се проверува
mapping-column = Колона
mapping-example = Прва вредност
mapping-becomes = Станува
mapping-becomes-of = { $column } станува
column-field-named = Поле од образецот „{ $name }“
fate = Исход
fate-from = Од
fate-documents = Документи
fates-shown = Прикажани се првите { $shown } од { $total } редови, прво одбиените.

## This computer

computer-sealed = Сè на него е запечатено.
computer-opens = Го отвора: { $with }.
computer-locks = Се заклучува по { $time } без внес.
computer-never-locks = Никогаш не се заклучува сам.
computer-side = Отклучување и состојба
held-title = Што има тука и зошто
held-because = Причина
held-cases = Предмети
held-files = Датотеки
held-size = Големина
held-together = Вкупно
held-database = Текстови, историја и индекс за пребарување
release-do = Ослободи { $size }
release-text = { $count ->
    [one] Трга { $count } датотека од овој компјутер: од предмет што е затворен или не е ваш, не е закачен и не е отворен две недели. Останува на серверот.
   *[other] Трга { $count } датотеки од овој компјутер: од предмети што се затворени или не се ваши, не се закачени и не се отворени две недели. Остануваат на серверот.
}
release-done = Ослободено { $size }. Датотеките се на серверот.
waiting-rule = Се испраќа само, најстарото прво, штом има мрежа
alone-text = Оваа служба нема сервер. Ништо не се праќа и ништо не чека да се прати.
alone-connect = За да работите со колеги, поврзете ја со сервер на страницата „Служба“.
alone-sample = Таа е измислена. За да работите со колеги, напуштете ја и отворете служба или придружете се на некоја.
alone-invite = Колегите се приклучуваат преку сервер, па засега никој не може да се покани.
waiting-change = Измена
waiting-case = Предмет
waiting-saved = Зачувано
waiting-state = Состојба
set-aside-title = Ставено настрана
set-aside-rule = Пристигнало, но не може да се прочита или провери
set-aside-none = Ништо. Секоја пристигната измена е проверена и прочитана.
set-aside-what = Што
set-aside-trying = Нов обид
set-aside-more = { $count ->
    [one] И уште { $count }.
   *[other] И уште { $count }.
}
copy-details = Копирај детали без содржина
findings-title = Што се покажало како невистинито
findings-rule = Тврдење од серверот или од измена, кое не е прифатено
findings-seen = Видено
findings-note = Прочитав
findings-again = најдено { $count } пати, последен пат { $when }
nav-untrue = { $count ->
    [one] { $count } работа за преглед
   *[other] { $count } работи за преглед
}
unlocking = Отклучување
unlocking-with = Со
unlocking-locks = Се заклучува по
health = Состојба
health-disk = Диск
health-free = слободно { $size }
health-files-wait = Малку место: датотеките остануваат на серверот додека не ги преземете.
health-clock = Часовник
health-clock-right = се совпаѓа со серверот
health-clock-ahead = { $time } пред серверот
health-clock-behind = { $time } зад серверот
health-clock-wrong = Овој компјутер и серверот не се согласуваат. Ако грешката е овде, деновите и роковите се погрешни: споредете со друг часовник.
health-register = Регистар
health-checked = проверен { $when }
health-not-checked = сè уште непроверен
health-server-says = Противречја
health-server = Сервер
health-no-server = нема
health-fingerprint = Отпечаток
health-version = Верзија
heard = Последен знак од
heard-never = сè уште ништо
heard-more = останатите подоцна
verify-do = Провери сè
verify-busy = Се проверува сè

## Office

people-title = Луѓе
office-people = { $count ->
    [one] { $count } лице.
   *[other] { $count } лица.
}
office-signed = Секоја постапка тука е потпишана и останува во регистарот.
office-alone = Засега сте сами тука
office-alone-text = Поканете го првиот колега. Секој добива посебен код.
invite = Покани лице
connect = Поврзи со сервер
connect-lead = Тоа што е на овој компјутер потоа се праќа таму, запечатено. Серверот не може да го чита.
connect-server = Адреса на серверот
connect-help = Ја знае тој што го води серверот. Останува засекогаш. Препишете ја целата, и она што стои по знакот #.
connect-do = Поврзи
connect-change = Смени ја адресата
server-unreached = Серверот сè уште не ја прифатил оваа служба
server-unreached-text = { $address } не одговорил, или не прифаќа нови служби. Овде сè е безбедно. Ако адресата е погрешна, сменете ја.
invite-lead = Со кодот може да се приклучи едно лице со еден компјутер.
invite-name = Име на лицето
invite-name-help = Како што го гледаат колегите. Може да се исправи при приклучување.
invite-do = Создај код
invite-busy = Се создава кодот
invite-made = Покана за { $name }
invite-made-lead = Предајте ја лично или на начин на кој двајцата му верувате.
invite-until = Важи до
invite-hand-over = При приклучување се споредува отпечатокот. Мора да биде ист на двете страни.
copy-code = Копирај го кодот

## Копчиња, како што ги именуваат тастатурите на овој јазик

key-ctrl = Ctrl
key-shift = Shift
key-del = Delete
key-esc = Esc
