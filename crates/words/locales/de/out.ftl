### A case, a list and a backup, out of Praesto.

## The dialog that takes a case out

out-open = Fall herausgeben…
out-title = Fall { $reference } aus Praesto herausgeben
out-lead = Draußen ist der Fall nicht mehr von Praesto versiegelt. Er bewahrt, wer ihn nahm, für wen und warum.
out-goes = „{ $title }“ geht ganz hinaus, { $count ->
    [0] ohne Dateien
    [one] mit einer Datei ({ $size })
   *[other] mit { $count } Dateien ({ $size })
}.
out-missing = { $count ->
    [one] Eine Datei ist nicht auf diesem Computer
   *[other] { $count } Dateien sind nicht auf diesem Computer
}
out-missing-text = Holen Sie sie zuerst im Fall, oder lassen Sie sie weg.
out-leave = Sie weglassen. Die Seite des Falls sagt es.
out-leave-missing = Holen Sie die Dateien, oder stimmen Sie zu, dass sie fehlen.
out-form = In welcher Form
out-folder = Ein Ordner mit einer Seite, die jeder Browser zeigt
out-folder-help = Wer den Ordner bekommt, kann ihn lesen.
out-sealed = Eine versiegelte Datei (age)
out-sealed-help = Nur wer den Schlüssel des Empfängers hat, öffnet sie.
out-for = Für wen
out-for-help = Zum Beispiel: das Verwaltungsgericht.
out-key = Öffentlicher Schlüssel des Empfängers
out-key-help = Er beginnt mit „age1“. Der Empfänger gibt ihn Ihnen.
out-key-file = Schlüssel aus einer Datei lesen…
out-key-missing = Ein öffentlicher Schlüssel beginnt mit „age1“.
out-reason-help = Zum Beispiel: vom Gericht am 3. November angefordert.
out-busy = Es wird geschrieben…
draft-out = Entwurf zum Herausgeben
hint-take-out = Fall herausgeben

## The page of a case

out-made = Aus Praesto herausgegeben von { $who } für { $name }, { $when }.
out-made-reason = Grund: { $reason }
out-left-out = { $count ->
    [one] Eine Datei war nicht auf jenem Computer und fehlt. Sie ist unten genannt.
   *[other] { $count } Dateien waren nicht auf jenem Computer und fehlen. Sie sind unten genannt.
}
out-channel = Wie er kam
out-tags = Schlagwörter
out-name = Name
out-role = Rolle
out-contact = Kontakt
out-done = Erledigt
out-file = Datei
out-size = Größe
out-added = Hinzugefügt
out-remark = Bemerkung
out-not-here = fehlt
out-earlier = Frühere Version
out-when = Wann
out-who = Wer
out-what = Was
out-computer = Computer
out-moment = { $day }, { $time }
out-sums = Die Prüfsummen aller Dateien stehen in { $file }.

## A list as a table

list-out = Liste als Tabelle speichern…
list-out-title = Liste als Tabelle speichern
list-out-lead = { $count ->
    [one] Eine Zeile verlässt Praesto unversiegelt. Wer sie nahm und warum, bleibt für das Amt bewahrt.
   *[other] { $count } Zeilen verlassen Praesto unversiegelt. Wer sie nahm und warum, bleibt für das Amt bewahrt.
}
list-out-reason-help = Zum Beispiel: Zahlen für den Jahresbericht.
out-type = Art
out-list = { $list } ({ $count })
hint-list-out = Liste speichern

## Making a backup

backup = Sicherung
backup-lead = Alles auf diesem Computer in einer versiegelten Datei: Fälle, Dateien, Entwürfe und Schlüssel.
backup-open = Sicherung machen…
backup-title = Sicherung machen
backup-passphrase-lead = Wählen Sie eine Passphrase für die Sicherung. Sie allein öffnet die Datei, auf jedem Computer.
backup-current = Passphrase, die Praesto hier öffnet
backup-current-missing = Geben Sie die Passphrase ein, die Praesto hier öffnet.
backup-keep = Ohne diese Passphrase öffnet niemand die Sicherung. Bewahren Sie sie auf, wo Sie sie finden.
backup-busy = Die Sicherung wird gemacht…
backup-made = Die Sicherung ist gemacht: { $path } ({ $size })
hint-backup = Sicherung machen

## Restoring one

welcome-restore = Eine Sicherung wiederherstellen
welcome-restore-text = Dieser Computer macht dort weiter, wo die Sicherung gemacht wurde.
welcome-restore-note = Nichts wird wiederhergestellt, bevor Sie Wiederherstellen drücken
restore-file = Die Datei der Sicherung
restore-choose = Datei wählen…
restore-file-missing = Wählen Sie die Datei der Sicherung.
restore-passphrase = Passphrase der Sicherung
restore-passphrase-help = Die, die gewählt wurde, als die Sicherung gemacht wurde.
restore-passphrase-missing = Geben Sie die Passphrase der Sicherung ein.
restore-do = Diese Sicherung wiederherstellen
restore-busy = Die Sicherung wird wiederhergestellt…
restore-next = Was dann geschieht
restore-next-computer = Alles ist hier, wie es war, als die Sicherung gemacht wurde.
restore-next-sync = Was seither kam, wird geholt. Arbeitet der andere Computer noch, geht dieser neben ihm weiter.

error-backup-unreadable = Diese Datei ist keine Sicherung von Praesto oder keine ganze.
    .safe = Nichts wurde wiederhergestellt, und auf diesem Computer wurde nichts geändert.
    .next = Wählen Sie eine andere Datei, oder kopieren Sie die Sicherung noch einmal hierher.
