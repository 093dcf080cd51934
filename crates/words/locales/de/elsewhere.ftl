### Dateien, die in einem anderen Programm offen sind.

elsewhere-found-name = { $name } (nach einer Unterbrechung gefunden){ $ending }
change-open-elsewhere = Kopie einer Datei in einem anderen Programm geöffnet
change-find-elsewhere = Datei nach einer Unterbrechung gefunden
timeline-opened-elsewhere = { $name }: Kopie von { $file } in einem anderen Programm geöffnet
timeline-found-elsewhere = { $name }: { $file } nach einer Unterbrechung gefunden

hint-change-elsewhere = In anderem Programm ändern
hint-put-back = Dateien zurücklegen
elsewhere-open = Ändern…
elsewhere-open-spoken = { elsewhere-open } { $name } in einem anderen Programm
elsewhere-is-out = In einem anderen Programm offen
elsewhere-warn-title = { $name } in einem anderen Programm öffnen
elsewhere-warn-copy = Eine Kopie verlässt den versiegelten Bereich, bis Sie sie zurücklegen. Andere Programme dieses Computers können sie so lange lesen.
elsewhere-warn-saves = Jedes Mal, wenn Sie dort speichern, bekommt der Fall eine neue Fassung.
elsewhere-warn-lock = Wird Praesto gesperrt oder geschlossen, versiegelt es das Gespeicherte und entfernt die Kopie. Speichern Sie dort vorher.
elsewhere-warn-log = Der Fall bewahrt, wer sie geöffnet hat und wann.
elsewhere-do = Öffnen
elsewhere-strip = { $count ->
    [one] { $count } Datei ist in einem anderen Programm offen
   *[other] { $count } Dateien sind in einem anderen Programm offen
}
elsewhere-strip-named = { $name }, { $reference }
elsewhere-on-disk = Die Kopie liegt auf der Festplatte dieses Computers: Im Arbeitsspeicher war kein Platz.
elsewhere-not-sealed = { $name } ist noch nicht versiegelt.
elsewhere-cut-off = { $name } sieht abgeschnitten aus. Die Fassung davor gilt weiter.
elsewhere-put-back = Zurücklegen
elsewhere-came-back = { $count ->
    [0] Zurückgelegt. Es war nichts Neues gespeichert.
    [one] Zurückgelegt. { $count } neue Fassung ist versiegelt.
   *[other] Zurückgelegt. { $count } neue Fassungen sind versiegelt.
}
elsewhere-further = Auch im Fall abgelegt: { $names }
elsewhere-found = { $name } in { $reference } wurde nach einer Unterbrechung gefunden. Es liegt neben der Datei.
elsewhere-found-nothing = { $name } in { $reference } kam leer zurück. Die Fassung davor gilt weiter.
elsewhere-found-look = Zum Fall
found-of = Nach einer Unterbrechung gefunden: eine Kopie von { $name }
found-of-cut-off = Nach einer Unterbrechung gefunden, sieht abgeschnitten aus: eine Kopie von { $name }
found-take = Zur neuesten Fassung machen
said-found-taken = Das ist jetzt die neueste Fassung.
elsewhere-close-title = { $count ->
    [one] Eine Datei ist noch in einem anderen Programm offen
   *[other] { $count } Dateien sind noch in einem anderen Programm offen
}
elsewhere-close-text = Praesto versiegelt, was Sie dort gespeichert haben, und entfernt die Kopie. Was dort noch nicht gespeichert ist, geht verloren.
elsewhere-close-do = Zurücklegen und schließen
elsewhere-close-left = Was sich jetzt nicht versiegeln lässt, bleibt in seinem Ordner, bis Sie Praesto hier wieder entsperren. Eine Abmeldung kann es vorher entfernen.
elsewhere-close-all-the-same = Trotzdem schließen

error-no-program = Kein Programm dieses Computers öffnet diese Datei.
    .safe = Nichts ist verloren. Die Datei im Fall ist, wie sie war.
    .next = Installieren Sie ein Programm für solche Dateien, oder speichern Sie die Datei außerhalb von Praesto.
error-still-written = Ein anderes Programm schreibt noch an der Datei.
    .safe = Die Kopie bleibt, wo sie ist. Nichts ist verloren.
    .next = Speichern und schließen Sie sie dort. Legen Sie sie dann zurück.

cli-elsewhere = Die Kopie liegt hier: { $path }
cli-elsewhere-enter = Drücken Sie die Eingabetaste, wenn Sie sie gespeichert und geschlossen haben.
