### Писма: што стои на нивната хартија, и како се пишуваат, одобруваат и печатат.

## На хартијата, на јазикот на писмото

letter-reference = Наш број
letter-day = Датум
letter-page = Страница { $page } од { $pages }

## Што се бара на празнина

letter-blank-office = Име на службата
letter-blank-author = Име на авторот
letter-blank-missing = Што недостига
letter-blank-outcome = Што е одлучено
letter-blank-reason = Причина
letter-blank-decided-on = Ден на одлуката
letter-blank-decided-by = Кој одлучил

## Пишување

letter-write = Писмо
letter-write-on = Напиши: { $title }
hint-letter = писмо
letter-title = Писмо во { $reference }
letter-lead = Се пополнува од предметот. Проверете го, па одобрете го со своето име.
letter-which = Писмо
letter-language = Јазик
letter-choose = Изберете писмо
letter-none = Ниедно писмо не припаѓа таму каде што стои предметот.
letter-missing = Изберете кое писмо го пишувате.
letter-to = Примач
letter-to-other = Некој друг
letter-address = Име и адреса
letter-address-help = По еден ред, најмногу осум. Стојат во прозорецот на пликот.
letter-address-missing = Недостига името на примачот.
letter-text = Текст
letter-text-help = Ред што почнува со # е наслов, а со - точка од список. Празен ред го завршува пасусот.
letter-text-missing = Писмото сè уште не кажува ништо.
letter-gaps = { $count ->
    [0] Нема повеќе празнини.
    [one] Останува { $count } празнина: { $gaps }
   *[other] Остануваат { $count } празнини: { $gaps }
}
letter-gap-next = Следна празнина
letter-preview = Како ќе изгледа
letter-filling = Писмото се пополнува
letter-make = Одобри и приложи
said-letter-filed = Писмото е одобрено и приложено. Повеќе не може да се менува.
draft-letter = Нацрт-писмо

## Одобрено

letter-filed = { $title }, { $when }, одобрено од { $name }
decision-letter = Писмо: { $title }, { $when }, одобрено од { $name }
letter-print = Печати…
letter-print-spoken = { letter-print } { $title }
letter-print-title = Печатење: { $title }
letter-print-lead = На хартија, писмото повеќе не е запечатено. Во предметот останува кој го печател и зошто.
letter-print-posted = За испраќање до { $name }
