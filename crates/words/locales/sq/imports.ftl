### Sjellja e skedarëve ekzistues.

import-source-csv = Tabelë (CSV)
import-source-folder = Dosje me dokumente
import-source-xdomea = Mesazh xdomea
import-source-mail = E-mail-e
import-source-mail-folder = Dosje me e-mail-e

import-fate-new = E re
import-fate-already-here = Tashmë këtu
import-fate-refused = E refuzuar
import-reference-taken = Një lëndë tjetër e ka këtë numër

import-plan-summary = { $new ->
    [one] { $new } e re
   *[other] { $new } të reja
}, { $here } tashmë këtu, { $refused ->
    [one] { $refused } e refuzuar
   *[other] { $refused } të refuzuara
}
import-plan-hint = Ende nuk u ndryshua asgjë. Kështu do të ndodhte.
import-done = { $count ->
    [0] Nuk u importua asnjë lëndë e re.
    [one] U importua { $count } lëndë.
   *[other] U importuan { $count } lëndë.
}
import-missing = { $count ->
    [one] { $count } mungon
   *[other] { $count } mungojnë
}
import-stopped = { $count ->
    [one] Importimi u ndal. { $count } lëndë hyri.
   *[other] Importimi u ndal. { $count } lëndë hynë.
}
import-stopped-next = Çfarë hyri është e sigurt. Importoni përsëri të njëjtën për pjesën tjetër: asgjë nuk hyn dy herë.
import-already-here = { $count ->
    [one] { $count } lëndë ishte tashmë këtu.
   *[other] { $count } lëndë ishin tashmë këtu.
}
import-refused = { $count ->
    [one] { $count } rresht u refuzua.
   *[other] { $count } rreshta u refuzuan.
}
import-progress = Po importohet { $done } nga { $total }

column-ignore = Lëre jashtë
column-title = Titulli
column-reference = Numri i lëndës
column-received = Data e pranimit
column-deadline = Afati
column-note = Shënim
column-party-name = Emri i një personi
column-party-contact = Kontakti i një personi
column-tag = Etiketë
column-field = Fushë e formularit

## Pse u refuzua një rresht ose një skedar

import-refused-too-large = Skedari është tepër i madh.
import-refused-beyond-title = Titulli është më i gjatë se 500 shenja.
import-refused-beyond-reference = Numri i lëndës është më i gjatë se 500 shenja.
import-refused-beyond-field = Një fushë ka emër mbi 100 ose vlerë mbi 100.000 shenja.
import-refused-beyond-tag = Një etiketë është më e gjatë se 100 shenja.
import-refused-beyond-party = Emri, roli ose kontakti i një personi është më i gjatë se 500 shenja.
import-refused-beyond-note = Një shënim është më i gjatë se 100.000 shenja.
import-refused-beyond-deadline = Emri i një afati është më i gjatë se 500 shenja.
import-refused-beyond-entries = Përmban më shumë se 1.000 zëra të një lloji.
import-refused-beyond-case = Përmban më shumë tekst se sa merr një lëndë njëherësh.
import-refused-unprintable = Një tekst në të përmban shenja që nuk mund të shfaqen.
import-refused-bomb = Skedari shpaketohet në shumë më tepër se madhësia e tij.
import-refused-path-traversal = Një skedar në të të çon jashtë dosjes së vet.
import-refused-xml-doctype = Përmban një deklarim të llojit të dokumentit, që nuk pranohet.
import-refused-xml-entity = Përcakton entitete të veta XML, që nuk pranohen.
import-refused-xml-malformed = Nuk është XML i shkruar drejt.
import-refused-not-xdomea = Nuk është mesazh xdomea.
import-refused-version-unsupported = Është një version tjetër i xdomea-s, jo 3.0.0.
import-refused-name-too-long = Një emër në të është tepër i gjatë.
import-refused-duplicate-name = Dy skedarë në të kanë të njëjtin emër.
import-refused-duplicate-column = Dy nga kolonat e saj kanë të njëjtin titull: { $what }
import-refused-missing-file = Mungon një skedar që përmendet në të.
import-refused-not-utf8 = Nuk është shkruar në UTF-8.
import-refused-table-not-utf8 = Është një tabelë që nuk është shkruar në UTF-8. Në programin nga vjen, ruajeni si “CSV UTF-8” dhe importoni atë skedar.
import-refused-encrypted-zip = Skedari ZIP është i shifruar.
import-refused-nested-zip = Një skedar ZIP në të përmban një skedar tjetër ZIP.
import-refused-too-deep = Dosjet ose elementet janë futur tepër thellë.
import-refused-truncated = Skedari mbaron tepër herët.
import-refused-not-a-csv = Nuk është tabelë në formën CSV.
import-refused-empty-table = Tabela është bosh.
import-refused-no-source = Nuk është as tabelë (CSV), as mesazh xdomea (XML, ZIP), as e-mail ({ ".eml" }), as dosje.
import-refused-too-many-rows = Tabela ka tepër rreshta.
import-refused-wrong-cell-count = Rreshti ka më shumë ose më pak qeliza se kreu.
import-refused-bad-date = Një datë në të nuk lexohet.
import-refused-empty-title = Titulli është bosh.
import-refused-too-many-entries = Skedari ZIP përmban tepër skedarë.
import-refused-symlink = Është ose përmban një lidhje për në një vend tjetër në vend të një skedari.
import-refused-bad-name = Një emër skedari është bosh ose ka shenja kontrolli.
import-refused-duplicate-id = Dy regjistrime në të kanë të njëjtin numër.
import-refused-bad-id = Një regjistrim në të nuk ka numër, ose numri nuk lexohet.
import-refused-message-missing = Skedari ZIP nuk përmban mesazh xdomea.
import-refused-message-ambiguous = Skedari ZIP përmban më shumë se një mesazh xdomea.
import-refused-compression-unsupported = Një skedar është paketuar në një mënyrë që nuk pranohet.
import-refused-damaged = Skedari është i dëmtuar.
import-refused-too-many-elements = Përmban tepër elemente.
import-refused-text-too-long = Një tekst në të është tepër i gjatë.
import-refused-kind-unsupported = Mesazhi xdomea nuk përmban regjistrime.
import-refused-kind-mismatch = Kreu i mesazhit tregon një lloj tjetër nga përmbajtja.
import-refused-wrong-type = Lloji i skedarit nuk i përgjigjet emrit, ose është program.
import-refused-too-many-columns = Tabela ka tepër shtylla.
import-refused-cell-too-long = Një qelizë e tabelës është tepër e gjatë.
import-refused-open-quote = Një thonjëz në tabelë nuk mbyllet kurrë.
import-refused-same-reference = Një rresht më sipër ka të njëjtin numër lënde. Një numër shënon një lëndë të vetme.
import-refused-same-row = I njëjti rresht gjendet më sipër.
import-refused-same-mail = I njëjti e-mail gjendet më sipër.
import-refused-other-mail = Një e-mail më sipër ka të njëjtin numër, por thotë diçka tjetër. Nëse i përket asaj lënde, bashkëngjiteni atje.
import-refused-not-a-mail = Nuk është e-mail.
import-refused-not-in-case = Lënda e tij është tashmë këtu, por ky dokument nuk është në të. Nëse i përket, bashkëngjiteni atje.
import-refused-not-named = Mesazhi nuk e përmend këtë skedar. Ai u la jashtë.
import-refused-too-many-files = Një importim merr 100.000 skedarë. Ky është përtej tyre: importojeni dosjen pjesë-pjesë.
import-refused-hidden-file = Është skedar i fshehur.
import-refused-system-file = Është mbetje e një programi, jo dokument.
import-refused-not-a-file = Nuk është skedar.
import-refused-unreadable = Nuk u lexua dot.
import-refused-other = Nuk u kuptua dot.

## Çfarë thotë një mesazh xdomea, me emrat e standardit të tij

imported-above = { $name } (dosja sipër)
imported-message = Mesazhi
imported-process = Numri i procesit të mesazhit
imported-system = Programi dërgues
imported-message-note = Shënim për mesazhin
imported-kind = Lloji
imported-place = Vendi i letrës
imported-file-subject = Lënda e dosjes sipër
imported-appraisal = Lloji i vlerësimit
imported-appraisal-proposal = Vlerësimi i propozuar
imported-keep-years = Vite ruajtjeje
imported-keep-until = Ruhet deri më
imported-archive-mark = Shenja e arkivit
imported-from = Zgjat nga
imported-to = Zgjat deri më
imported-closed-on = Mbyllur përfundimisht më
imported-part-of = Pjesë e
imported-subject = Lënda
imported-file-plan = Plani i dosjeve
imported-lead = Njësia përgjegjëse
imported-keeper = Mban dosjen
imported-secrecy = Konfidencialiteti
imported-medium = Bartësi
imported-remark = Vërejtje
imported-foreign-reference = Referenca e tyre
imported-regarding = Në lidhje me
imported-in-particular = Në veçanti
imported-reference = Referenca
imported-date = Data
imported-received = Marrë më
imported-sent = Dërguar më
imported-attached-to = Bashkëngjitur te
imported-party = Palë
imported-sender = Dërguesi
imported-receiver = Marrësi
imported-clerk = Punonjësi i çështjes
imported-author = Autori
imported-handed-over-by = Dorëzuar nga
imported-handed-over-to = Dorëzuar te
