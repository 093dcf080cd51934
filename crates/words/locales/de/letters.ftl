### Schreiben: was auf ihrem Papier steht, und wie man sie verfasst, freigibt und druckt.

## Auf dem Papier, in der Sprache des Schreibens

letter-reference = Unser Zeichen
letter-day = Datum
letter-page = Seite { $page } von { $pages }

## Was an einer Lücke gewünscht ist

letter-blank-office = Name des Amtes
letter-blank-author = Name der Verfasserin oder des Verfassers
letter-blank-missing = Was fehlt
letter-blank-outcome = Was entschieden wurde
letter-blank-reason = Begründung
letter-blank-decided-on = Tag der Entscheidung
letter-blank-decided-by = Wer entschieden hat

## Eines verfassen

letter-write = Schreiben
letter-write-on = { $title } verfassen
hint-letter = Schreiben
letter-title = Schreiben in { $reference }
letter-lead = Es wird aus dem Fall ausgefüllt. Prüfen Sie es und geben Sie es unter Ihrem Namen frei.
letter-which = Schreiben
letter-language = Sprache
letter-choose = Schreiben auswählen
letter-none = Wo dieser Fall steht, gehört kein Schreiben hin.
letter-missing = Wählen Sie aus, was Sie schreiben.
letter-to = An
letter-to-other = Jemand anderes
letter-address = Name und Anschrift
letter-address-help = Je eine Zeile, höchstens acht. Sie stehen im Fenster des Umschlags.
letter-address-missing = Es fehlt, an wen das Schreiben geht.
letter-text = Text
letter-text-help = Eine Zeile mit # am Anfang ist eine Überschrift, eine mit - ein Punkt einer Liste. Eine leere Zeile beendet den Absatz.
letter-text-missing = Das Schreiben sagt noch nichts.
letter-gaps = { $count ->
    [0] Es gibt keine Lücken mehr.
    [one] Noch { $count } Lücke: { $gaps }
   *[other] Noch { $count } Lücken: { $gaps }
}
letter-gap-next = Nächste Lücke
letter-preview = So wird es aussehen
letter-filling = Das Schreiben wird ausgefüllt
letter-make = Freigeben und ablegen
said-letter-filed = Das Schreiben ist freigegeben und abgelegt. Es kann nicht mehr geändert werden.
draft-letter = Entwurf eines Schreibens

## Freigegeben

letter-filed = { $title }, { $when }, freigegeben von { $name }
decision-letter = Schreiben: { $title }, { $when }, freigegeben von { $name }
letter-print = Drucken…
letter-print-spoken = { letter-print } { $title }
letter-print-title = { $title } drucken
letter-print-lead = Auf Papier ist das Schreiben nicht mehr versiegelt. Der Fall bewahrt, wer es druckte und warum.
letter-print-posted = Zum Versand an { $name }
