### Vorhandene Akten hereinholen.

import-source-csv = Tabelle (CSV)
import-source-folder = Ordner mit Dokumenten
import-source-xdomea = xdomea-Nachricht
import-source-mail = Mails
import-source-mail-folder = Ordner mit Mails

import-fate-new = Neu
import-fate-already-here = Schon hier
import-fate-refused = Abgelehnt
import-reference-taken = Ein anderer Fall hat dieses Aktenzeichen

import-plan-summary = { $new } neu, { $here } schon hier, { $refused } abgelehnt
import-plan-hint = Es wurde noch nichts geändert. Das würde geschehen.
import-done = { $count ->
    [0] Es wurden keine neuen Fälle importiert.
    [one] { $count } Fall wurde importiert.
   *[other] { $count } Fälle wurden importiert.
}
import-missing = { $count ->
    [one] { $count } fehlt
   *[other] { $count } fehlen
}
import-stopped = { $count ->
    [one] Der Import wurde abgebrochen. { $count } Fall ist übernommen.
   *[other] Der Import wurde abgebrochen. { $count } Fälle sind übernommen.
}
import-stopped-next = Was übernommen wurde, ist sicher. Importieren Sie dasselbe noch einmal für den Rest: Nichts kommt doppelt.
import-already-here = { $count ->
    [one] { $count } Fall war schon hier.
   *[other] { $count } Fälle waren schon hier.
}
import-refused = { $count ->
    [one] { $count } Zeile wurde abgelehnt.
   *[other] { $count } Zeilen wurden abgelehnt.
}
import-progress = Importiert { $done } von { $total }

column-ignore = Weglassen
column-title = Titel
column-reference = Aktenzeichen
column-received = Eingangstag
column-deadline = Frist
column-note = Notiz
column-party-name = Name einer Person
column-party-contact = Kontakt einer Person
column-tag = Schlagwort
column-field = Formularfeld

## Warum eine Zeile oder Datei abgelehnt wurde

import-refused-too-large = Die Datei ist zu groß.
import-refused-beyond-title = Der Titel ist länger als 500 Zeichen.
import-refused-beyond-reference = Das Aktenzeichen ist länger als 500 Zeichen.
import-refused-beyond-field = Ein Formularfeld hat einen Namen über 100 oder einen Wert über 100.000 Zeichen.
import-refused-beyond-tag = Ein Schlagwort ist länger als 100 Zeichen.
import-refused-beyond-party = Name, Rolle oder Kontakt einer Person ist länger als 500 Zeichen.
import-refused-beyond-note = Eine Notiz ist länger als 100.000 Zeichen.
import-refused-beyond-deadline = Der Name einer Frist ist länger als 500 Zeichen.
import-refused-beyond-entries = Es enthält mehr als 1.000 Einträge einer Art.
import-refused-beyond-case = Es enthält mehr Text, als ein Fall auf einmal aufnimmt.
import-refused-unprintable = Ein Text darin enthält Zeichen, die sich nicht anzeigen lassen.
import-refused-bomb = Die Datei entpackt sich auf ein Vielfaches ihrer Größe.
import-refused-path-traversal = Eine Datei darin zeigt aus ihrem Ordner hinaus.
import-refused-xml-doctype = Sie enthält eine Dokumenttyp-Deklaration; das wird nicht angenommen.
import-refused-xml-entity = Sie definiert eigene XML-Entitäten; das wird nicht angenommen.
import-refused-xml-malformed = Sie ist kein wohlgeformtes XML.
import-refused-not-xdomea = Sie ist keine xdomea-Nachricht.
import-refused-version-unsupported = Sie hat eine andere xdomea-Version als 3.0.0.
import-refused-name-too-long = Ein Name darin ist zu lang.
import-refused-duplicate-name = Zwei Dateien darin haben denselben Namen.
import-refused-duplicate-column = Zwei ihrer Spalten haben dieselbe Überschrift: { $what }
import-refused-missing-file = Eine genannte Datei fehlt.
import-refused-not-utf8 = Sie ist nicht in UTF-8 geschrieben.
import-refused-table-not-utf8 = Es ist eine Tabelle, die nicht in UTF-8 geschrieben ist. Speichern Sie sie in dem Programm, aus dem sie kommt, als „CSV UTF-8“, und importieren Sie diese Datei.
import-refused-encrypted-zip = Die ZIP-Datei ist verschlüsselt.
import-refused-nested-zip = Eine ZIP-Datei darin enthält eine weitere ZIP-Datei.
import-refused-too-deep = Ordner oder Elemente sind zu tief verschachtelt.
import-refused-truncated = Die Datei endet zu früh.
import-refused-not-a-csv = Sie ist keine Tabelle im CSV-Format.
import-refused-empty-table = Die Tabelle ist leer.
import-refused-no-source = Es ist weder eine Tabelle (CSV) noch eine xdomea-Nachricht (XML, ZIP) noch eine Mail ({ ".eml" }) noch ein Ordner.
import-refused-too-many-rows = Die Tabelle hat zu viele Zeilen.
import-refused-wrong-cell-count = Die Zeile hat mehr oder weniger Zellen als die Kopfzeile.
import-refused-bad-date = Ein Datum darin ist nicht lesbar.
import-refused-empty-title = Der Titel ist leer.
import-refused-too-many-entries = Die ZIP-Datei enthält zu viele Dateien.
import-refused-symlink = Es ist oder enthält einen Verweis auf einen anderen Ort statt einer Datei.
import-refused-bad-name = Ein Dateiname darin ist leer oder enthält Steuerzeichen.
import-refused-duplicate-id = Zwei Vorgänge darin haben dieselbe Kennung.
import-refused-bad-id = Einem Vorgang darin fehlt die Kennung, oder sie ist nicht lesbar.
import-refused-message-missing = Die ZIP-Datei enthält keine xdomea-Nachricht.
import-refused-message-ambiguous = Die ZIP-Datei enthält mehr als eine xdomea-Nachricht.
import-refused-compression-unsupported = Eine Datei darin ist auf eine Weise gepackt, die nicht angenommen wird.
import-refused-damaged = Die Datei ist beschädigt.
import-refused-too-many-elements = Sie enthält zu viele Elemente.
import-refused-text-too-long = Ein Text darin ist zu lang.
import-refused-kind-unsupported = Die xdomea-Nachricht enthält kein Schriftgut.
import-refused-kind-mismatch = Der Kopf der Nachricht nennt eine andere Art als ihr Inhalt.
import-refused-wrong-type = Sie ist eine andere Art Datei, als ihr Name sagt, oder ein Programm.
import-refused-too-many-columns = Die Tabelle hat zu viele Spalten.
import-refused-cell-too-long = Eine Zelle der Tabelle ist zu lang.
import-refused-open-quote = Ein Anführungszeichen in der Tabelle wird nie geschlossen.
import-refused-same-reference = Eine Zeile darüber hat dasselbe Aktenzeichen. Ein Aktenzeichen steht für einen Fall.
import-refused-same-row = Dieselbe Zeile steht schon darüber.
import-refused-same-mail = Dieselbe Mail steht schon darüber.
import-refused-other-mail = Eine Mail darüber hat dieselbe Nummer, sagt aber etwas anderes. Gehört sie zu jenem Fall, hängen Sie sie dort an.
import-refused-not-a-mail = Sie ist keine Mail.
import-refused-not-in-case = Der Fall dazu ist schon hier, und diese Datei ist nicht darin. Gehört sie dazu, fügen Sie sie dort an.
import-refused-not-named = Die Nachricht nennt diese Datei nicht. Sie blieb draußen.
import-refused-too-many-files = Ein Import nimmt 100.000 Dateien auf. Dies liegt darüber: Importieren Sie den Ordner in Teilen.
import-refused-hidden-file = Sie ist eine versteckte Datei.
import-refused-system-file = Sie ist der Rest eines Programms, kein Dokument.
import-refused-not-a-file = Es ist keine Datei.
import-refused-unreadable = Sie ließ sich nicht lesen.
import-refused-other = Sie ließ sich nicht verstehen.

## Was eine xdomea-Nachricht sagt, mit den Namen ihres Standards

imported-above = { $name } (übergeordnete Akte)
imported-message = Nachricht
imported-process = Prozessnummer der Nachricht
imported-system = Sendendes Programm
imported-message-note = Hinweis zur Nachricht
imported-kind = Typ
imported-place = Standort des Papiers
imported-file-subject = Aktenbetreff
imported-appraisal = Aussonderungsart
imported-appraisal-proposal = Bewertungsvorschlag
imported-keep-years = Aufbewahrungsdauer in Jahren
imported-keep-until = Aufbewahren bis
imported-archive-mark = Archivkennung
imported-from = Laufzeit ab
imported-to = Laufzeit bis
imported-closed-on = Zu den Akten am
imported-part-of = Teil von
imported-subject = Betreff
imported-file-plan = Aktenplan
imported-lead = Federführung
imported-keeper = Aktenführung
imported-secrecy = Vertraulichkeitsstufe
imported-medium = Medium
imported-remark = Bemerkung
imported-foreign-reference = Fremdes Geschäftszeichen
imported-regarding = Bezug
imported-in-particular = Hier
imported-reference = Aktenzeichen
imported-date = Datum
imported-received = Posteingang
imported-sent = Postausgang
imported-attached-to = Anlage zu
imported-party = Beteiligte
imported-sender = Absender
imported-receiver = Empfänger
imported-clerk = Bearbeitung
imported-author = Verfasser
imported-handed-over-by = Abgegeben von
imported-handed-over-to = Abgegeben an
