### Внесување постоечки датотеки.

import-source-csv = Табела (CSV)
import-source-folder = Папка со документи
import-source-xdomea = Порака xdomea
import-source-mail = Пораки од е-пошта
import-source-mail-folder = Папка со пораки од е-пошта

import-fate-new = Ново
import-fate-already-here = Веќе е тука
import-fate-refused = Одбиено
import-reference-taken = Друг предмет го има овој број

import-plan-summary = { $new ->
    [one] { $new } нов
   *[other] { $new } нови
}, { $here } веќе тука, { $refused ->
    [one] { $refused } одбиен
   *[other] { $refused } одбиени
}
import-plan-hint = Сè уште ништо не е изменето. Вака би изгледало.
import-done = { $count ->
    [0] Не се увезени нови предмети.
    [one] Увезен е { $count } предмет.
   *[other] Увезени се { $count } предмети.
}
import-missing = { $count ->
    [one] { $count } недостига
   *[other] { $count } недостигаат
}
import-stopped = { $count ->
    [one] Увозот запре. Внесен е { $count } предмет.
   *[other] Увозот запре. Внесени се { $count } предмети.
}
import-stopped-next = Тоа што е внесено е безбедно. Увезете го истото повторно за остатокот: ништо не влегува двапати.
import-already-here = { $count ->
    [one] { $count } предмет веќе беше тука.
   *[other] { $count } предмети веќе беа тука.
}
import-refused = { $count ->
    [one] { $count } ред е одбиен.
   *[other] { $count } реда се одбиени.
}
import-progress = Се увезува { $done } од { $total }

column-ignore = Изостави
column-title = Наслов
column-reference = Број на предмет
column-received = Датум на прием
column-deadline = Рок
column-note = Белешка
column-party-name = Име на лице
column-party-contact = Контакт на лице
column-tag = Ознака
column-field = Поле од образецот

## Зошто е одбиен ред или датотека

import-refused-too-large = Датотеката е преголема.
import-refused-beyond-title = Насловот е подолг од 500 знаци.
import-refused-beyond-reference = Бројот на предметот е подолг од 500 знаци.
import-refused-beyond-field = Поле од образецот има име подолго од 100 или вредност подолга од 100.000 знаци.
import-refused-beyond-tag = Ознаката е подолга од 100 знаци.
import-refused-beyond-party = Името, улогата или контактот на лице е подолг од 500 знаци.
import-refused-beyond-note = Белешката е подолга од 100.000 знаци.
import-refused-beyond-deadline = Името на рокот е подолго од 500 знаци.
import-refused-beyond-entries = Содржи повеќе од 1.000 ставки од ист вид.
import-refused-beyond-case = Содржи повеќе текст отколку што предметот прима одеднаш.
import-refused-unprintable = Текст во него содржи знаци што не можат да се прикажат.
import-refused-bomb = Датотеката се распакува во многу повеќе од својата големина.
import-refused-path-traversal = Датотека во неа води надвор од својата папка.
import-refused-xml-doctype = Содржи декларација за тип на документ, а таа не се прифаќа.
import-refused-xml-entity = Дефинира свои XML ентитети, а тие не се прифаќаат.
import-refused-xml-malformed = Не е правилно напишан XML.
import-refused-not-xdomea = Не е порака xdomea.
import-refused-version-unsupported = Ова е друга верзија на xdomea, а не 3.0.0.
import-refused-name-too-long = Едно име во неа е предолго.
import-refused-duplicate-name = Две датотеки во неа имаат исто име.
import-refused-duplicate-column = Две нејзини колони имаат ист наслов: { $what }
import-refused-missing-file = Недостига датотека што е наведена во неа.
import-refused-not-utf8 = Не е напишана во UTF-8.
import-refused-table-not-utf8 = Тоа е табела што не е напишана во UTF-8. Во програмата од која доаѓа зачувајте ја како „CSV UTF-8“ и внесете ја таа датотека.
import-refused-encrypted-zip = ZIP датотеката е шифрирана.
import-refused-nested-zip = ZIP датотека во неа содржи друга ZIP датотека.
import-refused-too-deep = Папките или елементите се вгнездени предлабоко.
import-refused-truncated = Датотеката завршува прерано.
import-refused-not-a-csv = Не е табела во CSV облик.
import-refused-empty-table = Табелата е празна.
import-refused-no-source = Не е ниту табела (CSV), ниту порака xdomea (XML, ZIP), ниту порака од е-пошта ({ ".eml" }), ниту папка.
import-refused-too-many-rows = Табелата има премногу редови.
import-refused-wrong-cell-count = Редот има повеќе или помалку ќелии од заглавието.
import-refused-bad-date = Еден датум не може да се прочита.
import-refused-empty-title = Насловот е празен.
import-refused-too-many-entries = ZIP датотеката содржи премногу датотеки.
import-refused-symlink = Ова е или содржи врска кон друго место наместо датотека.
import-refused-bad-name = Име на датотека е празно или содржи контролни знаци.
import-refused-duplicate-id = Два записа во неа имаат ист број.
import-refused-bad-id = Еден запис нема број или бројот не може да се прочита.
import-refused-message-missing = ZIP датотеката не содржи порака xdomea.
import-refused-message-ambiguous = ZIP датотеката содржи повеќе од една порака xdomea.
import-refused-compression-unsupported = Една датотека е спакувана на начин што не се прифаќа.
import-refused-damaged = Датотеката е оштетена.
import-refused-too-many-elements = Содржи премногу елементи.
import-refused-text-too-long = Еден текст во неа е предолг.
import-refused-kind-unsupported = Пораката xdomea не содржи записи.
import-refused-kind-mismatch = Заглавието на пораката наведува друг вид од нејзината содржина.
import-refused-wrong-type = Видот на датотеката не одговара на нејзиното име, или е програма.
import-refused-too-many-columns = Табелата има премногу колони.
import-refused-cell-too-long = Една ќелија во табелата е предолга.
import-refused-open-quote = Еден наводник во табелата никогаш не се затвора.
import-refused-same-reference = Ред над него има ист број на предмет. Еден број означува еден предмет.
import-refused-same-row = Истиот ред веќе стои погоре.
import-refused-same-mail = Истата порака веќе стои погоре.
import-refused-other-mail = Порака погоре го има истиот број, но вели нешто друго. Ако припаѓа на тој предмет, приложете ја таму.
import-refused-not-a-mail = Не е порака од е-пошта.
import-refused-not-in-case = Предметот веќе е тука, а овој документ не е во него. Ако му припаѓа, приложете го таму.
import-refused-not-named = Пораката не ја наведува оваа датотека. Таа е изоставена.
import-refused-too-many-files = Еден увоз прима 100.000 датотеки. Ова е над тој број: увезете ја папката по делови.
import-refused-hidden-file = Ова е скриена датотека.
import-refused-system-file = Ова е остаток од програма, а не документ.
import-refused-not-a-file = Ова не е датотека.
import-refused-unreadable = Не можеше да се прочита.
import-refused-other = Не можеше да се разбере.

## Што вели една порака xdomea, со имињата на нејзиниот стандард

imported-above = { $name } (надредено досие)
imported-message = Порака
imported-process = Процесен број на пораката
imported-system = Програма што ја испратила
imported-message-note = Забелешка за пораката
imported-kind = Вид
imported-place = Место на хартијата
imported-file-subject = Предмет на надреденото досие
imported-appraisal = Начин на излачување
imported-appraisal-proposal = Предложено вреднување
imported-keep-years = Години на чување
imported-keep-until = Се чува до
imported-archive-mark = Архивска ознака
imported-from = Трае од
imported-to = Трае до
imported-closed-on = Трајно затворено на
imported-part-of = Дел од
imported-subject = Предмет
imported-file-plan = План на досиеја
imported-lead = Надлежна служба
imported-keeper = Го води досието
imported-secrecy = Доверливост
imported-medium = Носач
imported-remark = Забелешка
imported-foreign-reference = Нивен број
imported-regarding = Во врска со
imported-in-particular = Особено
imported-reference = Број
imported-date = Датум
imported-received = Примено
imported-sent = Испратено
imported-attached-to = Прилог на
imported-party = Странка
imported-sender = Испраќач
imported-receiver = Примач
imported-clerk = Референт
imported-author = Автор
imported-handed-over-by = Предадено од
imported-handed-over-to = Предадено на
