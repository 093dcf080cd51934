### Seiten zu einem PDF: Scans und Fotos von Blättern, gerade gerichtet und geordnet.

scan-begin = Seiten zu einem PDF…
hint-scan = Seiten zu einem PDF
scan-title = Seiten zu einem PDF
scan-lead = Aus Scans und Fotos wird eine gerade Datei in { $reference }.
scan-add = Dateien hinzufügen…
scan-of-case = Datei dieses Falls
scan-of-case-choose = Datei wählen
scan-of-case-add = Hinzufügen
scan-empty = Noch keine Seiten. Fügen Sie Dateien hinzu oder legen Sie sie hier ab.
scan-pages = Seiten
scan-tools = Diese Seite
scan-page = { $page } von { $pages }: { $name }
scan-page-of = { $page } von { $pages }: { $name }, Seite { $own }
scan-shown = Die Seite, wie sie wird: { $name }
scan-reading = { $name } wird gelesen
scan-turn-left = Nach links drehen
scan-turn-right = Nach rechts drehen
scan-straighten = Gerade richten
scan-crop = Auf das Blatt zuschneiden
scan-up = Nach oben
scan-down = Nach unten
scan-leave-out = Weglassen
scan-askew = Um { $degrees }° gerade gerichtet
scan-level = Steht gerade
scan-unclear = Keine Textzeilen zeigen, wie sie steht
scan-as-put = Nicht gerade gerichtet
scan-cropped = Auf das Blatt zugeschnitten
scan-no-edges = Die Kanten des Blatts sind nicht deutlich
scan-paper = { $width } × { $height } mm
scan-tone = Farben
scan-tone-as-it-is = Wie sie sind
scan-tone-grey = Grau
scan-tone-black-and-white = Schwarz-weiß
scan-name = Name der Datei
scan-name-help = PDF wird von selbst angefügt.
scan-name-missing = Die Datei hat noch keinen Namen.
scan-keep = Dateien von außerhalb auch so anhängen, wie sie sind
scan-missing = Fügen Sie mindestens eine Seite hinzu.
scan-too-many = Eine Datei fasst { $max } Seiten. Der Rest wurde nicht hinzugefügt.
scan-unread = Eine Seite lässt sich nicht lesen. Lassen Sie sie weg.
scan-make = PDF erstellen
scan-making = Seite { $done } von { $total }
scan-stopped = Sie haben angehalten. Dem Fall wurde nichts hinzugefügt.
scan-leaving = Diese Seiten und ihre Reihenfolge werden nicht aufgehoben.
scan-leave = Ohne PDF verlassen
said-scanned = Die Seiten sind jetzt ein PDF des Falls.
keys-scan = Während Seiten zu einem PDF werden
hint-scan-choose = vorige, nächste Seite

error-scan-refused = Aus einer Datei wird keine Seite.
    .named = Aus { $name } wird keine Seite.
    .safe = Dem Fall wurde nichts hinzugefügt. Die Datei selbst ist unberührt.
    .next = Lassen Sie sie weg oder hängen Sie sie an, wie sie ist.

error-scan-too-large = Die Seiten sind zu groß für eine Datei.
    .safe = Dem Fall wurde nichts hinzugefügt. Die Dateien selbst sind unberührt.
    .next = Machen Sie zwei Dateien daraus, oder wählen Sie Grau oder Schwarz-weiß.

## Warum aus einer Datei keine Seite wird

scan-refused-unknown-kind = Das geht nur mit Bildern und PDF-Dateien.
scan-refused-damaged = Sie ist beschädigt oder nicht, was ihr Name sagt.
scan-refused-too-large = Sie ist zu groß.
scan-refused-encrypted = Sie öffnet sich nur mit einem Passwort.
scan-refused-no-such-page = Sie hat weniger Seiten.
scan-refused-took-too-long = Das Lesen dauerte zu lange.
scan-refused-ended = Das Lesen brach ab: Sie ist beschädigt oder verlangt mehr, als ein Bild darf.
scan-refused-unavailable = Dieser Computer kann den abgetrennten Prozess nicht starten, der Dateien gefahrlos liest.
