### A case, a list and a backup, out of Praesto.

## The dialog that takes a case out

out-open = Изнеси го предметот…
out-title = Изнесување на предметот { $reference } од Praesto
out-lead = Надвор, предметот повеќе не е запечатен од Praesto. Во него останува кој го изнел, за кого и зошто.
out-goes = „{ $title }“ излегува цел, { $count ->
    [0] без датотеки
    [one] со { $count } датотека ({ $size })
   *[other] со { $count } датотеки ({ $size })
}.
out-missing = { $count ->
    [one] { $count } датотека не е на овој компјутер
   *[other] { $count } датотеки не се на овој компјутер
}
out-missing-text = Прво преземете ги во предметот, или изоставете ги.
out-leave = Изостави ги. Страницата на предметот го кажува тоа.
out-leave-missing = Преземете ги датотеките, или согласете се да се изостават.
out-form = Во каков облик
out-folder = Папка со страница што ја прикажува секој прелистувач
out-folder-help = Секој што ќе ја добие папката може да ја прочита.
out-sealed = Една запечатена датотека
out-sealed-help = Ја отвора само тој што го има клучот на примачот.
out-for = За кого
out-for-help = На пример: Управниот суд.
out-key = Јавен клуч на примачот
out-key-help = Клуч од видот { "age" }. Ви го дава примачот.
out-key-file = Прочитај клучеви од датотека…
out-key-missing = Јавниот клуч почнува со { "age1" }.
out-reason-help = На пример: побарано од судот на 3 ноември.
out-busy = Се запишува…
draft-out = Нацрт за изнесување
hint-take-out = изнеси го предметот

## The page of a case

out-made = Го изнел од Praesto { $who } за { $name }, { $when }.
out-made-reason = Причина: { $reason }
out-left-out = { $count ->
    [one] { $count } датотека не беше на тој компјутер и е изоставена. Подолу е именувана.
   *[other] { $count } датотеки не беа на тој компјутер и се изоставени. Подолу се именувани.
}
out-channel = Како пристигна
out-tags = Ознаки
out-name = Име
out-role = Улога
out-contact = Контакт
out-done = Завршено
out-file = Датотека
out-size = Големина
out-added = Додадено
out-remark = Забелешка
out-not-here = изоставена
out-earlier = Претходна верзија
out-when = Кога
out-who = Кој
out-what = Што
out-computer = Компјутер
out-moment = { $day }, { $time }
out-sums = Контролните збирови на сите датотеки се во { $file }.

## A list as a table

list-out = Зачувај го списокот како табела…
list-out-title = Зачувување на списокот како табела
list-out-lead = { $count ->
    [one] { $count } ред излегува од Praesto без печат. За службата останува кој го зел и зошто.
   *[other] { $count } редови излегуваат од Praesto без печат. За службата останува кој ги зел и зошто.
}
list-out-reason-help = На пример: бројки за годишниот извештај.
out-type = Вид
out-list = { $list } ({ $count })
hint-list-out = зачувај го списокот

## Making a backup

backup = Резервна копија
backup-lead = Сè од овој компјутер во една запечатена датотека: предмети, датотеки, нацрти и клучеви.
backup-open = Направи резервна копија…
backup-title = Резервна копија
backup-passphrase-lead = Изберете лозинка за копијата. Само таа ја отвора датотеката, на секој компјутер.
backup-current = Лозинка што го отвора Praesto тука
backup-current-missing = Внесете ја лозинката што го отвора Praesto тука.
backup-keep = Никој не ја отвора копијата без оваа лозинка. Чувајте ја каде што ќе ја најдете.
backup-busy = Се прави резервна копија…
backup-made = Резервната копија е направена: { $path } ({ $size })
hint-backup = направи резервна копија

## Restoring one

welcome-restore = Врати резервна копија
welcome-restore-text = Овој компјутер продолжува од таму каде што е направена копијата.
welcome-restore-note = Ништо не се враќа пред да притиснете Врати
restore-file = Датотеката на копијата
restore-choose = Избери датотека…
restore-file-missing = Изберете ја датотеката на копијата.
restore-passphrase = Лозинка на копијата
restore-passphrase-help = Онаа што е избрана кога е направена копијата.
restore-passphrase-missing = Внесете ја лозинката на копијата.
restore-do = Врати ја оваа копија
restore-busy = Копијата се враќа…
restore-next = Што следува
restore-next-computer = Сè е тука како што било кога е направена копијата.
restore-next-sync = Се презема тоа што дошло потоа. Ако другиот компјутер сè уште работи, овој продолжува покрај него.

error-backup-unreadable = Оваа датотека не е резервна копија на Praesto, или не е цела.
    .safe = Ништо не е вратено, и ништо не е сменето на овој компјутер.
    .next = Изберете друга датотека, или повторно ископирајте ја копијата тука.
