### Vorhandene Akten hereinholen.

import-source-csv = Tabelle (CSV)
import-source-folder = Ordner mit Dokumenten
import-source-xdomea = xdomea-Nachricht

import-fate-new = Neu
import-fate-already-here = Schon hier
import-fate-refused = Abgelehnt

import-plan-summary = { $new } neu, { $here } schon hier, { $refused } abgelehnt
import-plan-hint = Es wurde noch nichts geändert. Das würde geschehen.
import-done = { $count ->
    [0] Es wurden keine neuen Fälle importiert.
    [one] { $count } Fall wurde importiert.
   *[other] { $count } Fälle wurden importiert.
}
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
import-refused-bomb = Die Datei entpackt sich auf ein Vielfaches ihrer Größe.
import-refused-path-traversal = Eine Datei darin zeigt aus ihrem Ordner hinaus.
import-refused-xml-doctype = Sie enthält eine Dokumenttyp-Deklaration; das wird nicht angenommen.
import-refused-xml-entity = Sie definiert eigene XML-Entitäten; das wird nicht angenommen.
import-refused-xml-malformed = Sie ist kein wohlgeformtes XML.
import-refused-not-xdomea = Sie ist keine xdomea-Nachricht.
import-refused-version-unsupported = Sie hat eine andere xdomea-Version als 3.0.0.
import-refused-name-too-long = Ein Name darin ist zu lang.
import-refused-duplicate-name = Zwei Dateien darin haben denselben Namen.
import-refused-missing-file = Eine genannte Datei fehlt.
import-refused-not-utf8 = Sie ist nicht in UTF-8 geschrieben.
import-refused-encrypted-zip = Die ZIP-Datei ist verschlüsselt.
import-refused-nested-zip = Eine ZIP-Datei darin enthält eine weitere ZIP-Datei.
import-refused-not-a-zip = Sie ist keine lesbare ZIP-Datei.
import-refused-too-deep = Ordner oder Elemente sind zu tief verschachtelt.
import-refused-too-many-files = Sie enthält zu viele Dateien.
import-refused-truncated = Die Datei endet zu früh.
import-refused-not-a-csv = Sie ist keine Tabelle im CSV-Format.
import-refused-too-many-rows = Die Tabelle hat zu viele Zeilen.
import-refused-wrong-cell-count = Die Zeile hat mehr oder weniger Zellen als die Kopfzeile.
import-refused-bad-date = Ein Datum darin ist nicht lesbar.
import-refused-empty-title = Der Titel ist leer.
import-refused-empty = Sie enthält nichts.
import-refused-link = Sie ist ein Verweis auf einen anderen Ort, keine Datei.
import-refused-unreadable = Sie ließ sich nicht lesen.
import-refused-other = Sie ließ sich nicht verstehen.
