### Страници во еден PDF: скенови и фотографии на листови, исправени и подредени.

scan-begin = Страници во еден PDF…
hint-scan = страници во еден PDF
scan-title = Страници во еден PDF
scan-lead = Од скенови и фотографии станува една исправена датотека во { $reference }.
scan-add = Додај датотеки…
scan-of-case = Датотека од овој предмет
scan-of-case-choose = Изберете датотека
scan-of-case-add = Додај
scan-empty = Сè уште нема страници. Додајте датотеки, или пуштете ги тука.
scan-pages = Страници
scan-tools = Оваа страница
scan-page = { $page } од { $pages }: { $name }
scan-page-of = { $page } од { $pages }: { $name }, страница { $own }
scan-shown = Страницата каква што ќе биде: { $name }
scan-reading = Се чита { $name }
scan-turn-left = Заврти налево
scan-turn-right = Заврти надесно
scan-straighten = Исправи
scan-crop = Исечи до листот
scan-up = Помести нагоре
scan-down = Помести надолу
scan-leave-out = Изостави
scan-askew = Исправена за { $degrees }°
scan-level = Стои право
scan-unclear = Нема редови текст што покажуваат како стои
scan-as-put = Не е исправена
scan-cropped = Исечена до листот
scan-no-edges = Рабовите на листот не се јасни
scan-paper = { $width } × { $height } мм
scan-tone = Бои
scan-tone-as-it-is = Какви што се
scan-tone-grey = Сиво
scan-tone-black-and-white = Црно-бело
scan-name = Име на датотеката
scan-name-help = PDF се додава автоматски.
scan-name-missing = Датотеката сè уште нема име.
scan-keep = Приложи ги и датотеките однадвор какви што се
scan-missing = Додајте барем една страница.
scan-too-many = Една датотека прима { $max } страници. Останатите не се додадени.
scan-unread = Една страница не може да се прочита. Изоставете ја.
scan-make = Направи PDF
scan-making = Страница { $done } од { $total }
scan-stopped = Запревте. Во предметот не е додадено ништо.
scan-leaving = Овие страници и нивниот редослед нема да се зачуваат.
scan-leave = Излези без PDF
said-scanned = Страниците се еден PDF во предметот.
keys-scan = Додека страници стануваат еден PDF
hint-scan-choose = претходна, следна страница

error-scan-refused = Од една датотека не може да стане страница.
    .named = Од { $name } не може да стане страница.
    .safe = Во предметот не е додадено ништо. Самата датотека е непроменета.
    .next = Изоставете ја, или приложете ја каква што е.

error-scan-too-large = Страниците се преголеми за една датотека.
    .safe = Во предметот не е додадено ништо. Самите датотеки се непроменети.
    .next = Направете од нив две датотеки, или изберете сиво или црно-бело.

## Зошто од датотека не може да стане страница

scan-refused-unknown-kind = Може само од слики и датотеки PDF.
scan-refused-damaged = Оштетена е, или не е она што го кажува името.
scan-refused-too-large = Преголема е.
scan-refused-encrypted = Се отвора само со лозинка.
scan-refused-no-such-page = Има помалку страници.
scan-refused-took-too-long = Читањето траеше предолго.
scan-refused-ended = Читањето се прекина: оштетена е, или бара повеќе отколку што смее слика.
scan-refused-unavailable = Овој компјутер не може да го стартува одделниот процес што безбедно чита датотеки.
