### Предмети: статус, списоци, што направила една измена.

## Во која состојба е предметот

status-new = Нов
status-in-review = Се разгледува
status-waiting = Чека
status-decided = Одлучен
status-needs-adjudication = Бара конечна одлука
status-closed = Затворен

## Списоци и нивниот редослед

queue-mine = Мои
queue-team = Тим
queue-overdue = Задоцнети
queue-not-sent = Неиспратени
queue-conflict = Конфликт
queue-closed = Затворени
queue-all = Сите
queue-removed = Отстранети

sort-due = Рок
sort-newest = Најнови
sort-title = Наслов
sort-reference = Број

## Како предметот стигнал во службата

channel-app = преку апликација
channel-web = преку веб-образец
channel-paper = на хартија
channel-registered = на шалтер
channel-import = увезен
channel-mail = по е-пошта

## Рокови

due-late = { $count ->
    [one] доцни { $count } ден
   *[other] доцни { $count } дена
}
due-today = Рокот е денес
due-days-left = { $count ->
    [0] Рокот е денес
    [one] уште { $count } ден
   *[other] уште { $count } дена
}

## Што направила една измена, по името: „Ана: внесен наслов и додадена белешка“

timeline-row = { $name }: { $what }
change-create-case = создаден предмет
change-import = увезен предмет
change-set-title = внесен наслов
change-set-reference = внесен број на предмет
change-set-received = внесен датум на прием
change-assign = доделен предмет
change-unassign = вратен предмет
change-set-field = пополнет образец
change-add-tag = додадена ознака
change-remove-tag = отстранета ознака
change-add-party = додадено лице
change-edit-party = изменето лице
change-remove-party = отстрането лице
change-restore-party = вратено лице
change-add-note = додадена белешка
change-correct-note = исправена белешка
change-withdraw-note = повлечена белешка
change-restore-note = вратена белешка
change-add-attachment = приложена датотека
change-file = содржина на датотека
change-add-attachment-version = додадена нова верзија на датотека
change-rename-attachment = преименувана датотека
change-remove-attachment = отстранета датотека
change-restore-attachment = вратена датотека
change-add-task = додадена задача
change-edit-task = изменета задача
change-task-done = задача означена како завршена
change-reopen-task = повторно отворена задача
change-remove-task = отстранета задача
change-restore-task = вратена задача
change-add-deadline = додаден рок
change-meet-deadline = рок означен како исполнет
change-reopen-deadline = повторно отворен рок
change-set-deadline-day = поместен рок
change-remove-deadline = отстранет рок
change-restore-deadline = вратен рок
change-decide = донесена одлука
change-directory = обновена листа на лица
change-withdraw-decision = повлечена одлука
change-restore-decision = вратена одлука
change-set-status = изменет статус
change-sign = даден втор потпис
change-settle = решен конфликт
change-take-out = датотека зачувана надвор од Praesto
change-file-letter = одобрено писмо
change-remove-case = отстранет предмет
change-restore-case = вратен предмет
change-other = изменет предмет

## Места каде што може да има две верзии

place-title = Наслов
place-reference = Број на предмет
place-status = Статус
place-received = Датум на прием
place-received-unknown = Непознат, { $channel }
place-assignee = Кој го води
place-field = Поле од образецот
place-party-name = Име на лице
place-party-role = Својство на лице
place-party-contact = Контакт на лице
place-attachment-name = Име на датотека
place-task-text = Текст на задача
place-task-due = Рок на задача
place-task-assignee = Кој ја извршува задачата
place-task-done = Состојба на задача
place-deadline-label = Име на рок
place-deadline-day = Ден на рок
place-deadline-met = Состојба на рок

value-yes = Да
value-no = Не
value-empty = Оставено празно
value-choose = Изберете…

## Каде е содржината на датотеката

whereabouts-here = На овој компјутер
whereabouts-waiting-to-be-sent = Чека да се испрати
whereabouts-on-server = На серверот
whereabouts-arriving = Пристигнува, { $percent }
whereabouts-with-author = Сè уште на компјутерот на { $name }
