### Што се кажува и прикажува надвор од прозорецот, патот до серверот и извештајот за поддршка.

## Notices

notice-title = Praesto
notice-due = { $count ->
    [one] { $count } предмет има рок денес.
   *[other] { $count } предмети имаат рок денес.
}
notice-late = { $count ->
    [one] { $count } предмет е задоцнет.
   *[other] { $count } предмети се задоцнети.
}
notice-open = Отвори „Денес“
settings-notices = Извести на работната површина кога има предмети со рок
settings-notices-help = Само бројки, без имиња. Додека Praesto е заклучен, не се кажува ништо.

## The tray

settings-stay = Остани во системската лента кога ќе се затвори прозорецот
settings-stay-help = Praesto продолжува да испраќа и прима. Се заклучува како што е поставено погоре.
settings-stay-no-tray = Сега нема системска лента. Затворањето на прозорецот го завршува Praesto.
tray-show = Отвори го Praesto
tray-lock = Заклучи сега
tray-quit = Заврши
tray-locked = Заклучено
tray-unlocked = Отклучено
tray-unsent = { $count ->
    [one] { $count } измена сè уште не е испратена.
   *[other] { $count } измени сè уште не се испратени.
}
tray-stopped = Нешто бара ваше внимание. Отворете го Praesto.

## Leaving

leaving = Нешто напишано не е зачувано
leaving-lead = Ако останете, текстот останува во своето поле. Ако излезете, се губи. Сè што е зачувано е безбедно.
leaving-unsent = { $count ->
    [one] { $count } зачувана измена чека тука да се испрати.
   *[other] { $count } зачувани измени чекаат тука да се испратат.
}
leaving-stay = Остани
leaving-do = Излези и покрај тоа

## Keys

settings-keys = Прикажи ги сите копчиња
own-keys = Вашите букви
own-keys-open = Промени ги буквите…
own-keys-lead = Дајте му на секое дејство буква што ја притискате. Копчињата со Ctrl остануваат исти.
own-keys-do = Користи ги овие букви
own-keys-reset = Врати сè како вообичаено
own-keys-wrong = Тука оди една буква од A до Z.
own-keys-taken = { $key } веќе е зафатена: { $what }.

## The way to the server

proxy = Пат до серверот
proxy-open = Пат до серверот…
proxy-lead = Некои мрежи пуштаат надвор само преку прокси. Прашајте го оној што се грижи за вашата.
proxy-do = Користи го овој пат
proxy-kept = Отсега Praesto го користи овој пат.
proxy-question = Како се доаѓа до серверот?
proxy-kind-system = Како што е поставен компјутерот
proxy-kind-direct = Без прокси
proxy-kind-by-hand = Преку ова прокси
proxy-address = Адреса на проксито
proxy-address-help = На пример { "http://proxy.example:3128" } или { "https://proxy.example" }.
proxy-address-missing = Недостига адресата.
proxy-exceptions = До кои се доаѓа без него
proxy-exceptions-help = Имиња, адреси или мрежи, одделени со запирки. Овој компјутер секогаш е меѓу нив.
proxy-user = Корисник
proxy-user-help = Само ако проксито прашува кој сте.
proxy-password = Лозинка за проксито
proxy-password-help = Се чува запечатена, со вашите предмети. Пред да имате служба, не се чува.
proxy-password-kept = Дадената лозинка се чува. Оставете празно за да важи и понатаму.
proxy-try = Пробај го овој пат
hint-try-way = пробај го патот до серверот
proxy-try-busy = Се пробува
tried-reached = Одговара сервер на Praesto.
tried-no-server = Сè уште нема сервер за проба. Прво внесете ја неговата адреса или код од покана.
tried-proxy-unreached = На адресата на проксито ништо не одговара. Проверете ги адресата и мрежата.
tried-proxy-login = Проксито бара друг корисник или друга лозинка.
tried-proxy-refuses = Проксито одговара, но не води до серверот. Прашајте го оној што се грижи за него.
tried-server-unreached = По овој пат серверот не одговара. Вашите предмети се безбедни тука.
tried-other-server = Одговара нешто што не е сервер на Praesto. Проверете ја адресата.
tried-other-certificate = Сертификатот не е оној што се очекува. Ништо не е испратено. Прашајте го оној што се грижи за серверот.

## The report for support

report = Извештај за поддршка
report-open = Извештај за поддршка…
report-lead = Ова е сè: бројки, верзии и кодови. Без имиња, без предмети, без адреси. Ништо не излегува додека не го зачувате.
report-text = Текст на извештајот
report-do = Зачувај како датотека…
report-saved = Извештајот е зачуван. Испратете го на тој што ви помага.
