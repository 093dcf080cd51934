### The window: what stands on buttons, fields, headings and in dialogs.

starting = Praesto startet

## Everywhere

back = Zurück
cancel = Abbrechen
stop = Anhalten
close = Schließen
add = Hinzufügen
edit = Ändern
done-editing = Fertig
draft = Entwurf, auf diesem Computer aufbewahrt
draft-discard = Verwerfen
draft-save = Speichern
draft-apart = Nicht gespeichert. Dort steht jetzt: { $value }
draft-not-kept = Was Sie schreiben, lässt sich gerade nicht aufbewahren.
draft-decision = Entwurf der Entscheidung
draft-step = Entwurf einer Notiz zum Schritt
draft-hand-over = Entwurf zum Übergeben
draft-task = Entwurf einer Aufgabe
draft-remove = Entwurf zum Entfernen
undo = Rückgängig
undone = Die letzte Änderung an „{ $title }“ wurde zurückgenommen.
copied = Kopiert.
cannot-open = Dieses Profil lässt sich nicht öffnen
stopped-title = Dieses Fenster ist stehen geblieben
stopped-text = Was Sie gespeichert haben und die Entwürfe Ihrer Fälle sind auf diesem Computer sicher. Nur was Sie gerade getippt haben, ist vielleicht noch einmal zu tippen.
stopped-again = Neu öffnen
copy-failed = Das Kopieren ging nicht. Markieren Sie den Text und drücken Sie Strg C.
lock = Sperren
day = Tag
language = Sprache
person = Person
role = Rolle
person-you = { $name } (Sie)
name-missing = Es fehlt ein Name.
day-unclear = Das ist kein Tag. Ein Tag sieht so aus: 24.11.2026.
day-missing = Der Tag fehlt.
day-to-come = Dieser Tag kommt erst noch. Ein Fall ging spätestens heute ein.
number-unclear = Das ist keine ganze Zahl.
day-pattern = TT.MM.JJJJ
table = Tabelle
edit-named = { $name } ändern
remove-named = { $name } entfernen
not-sent-yet = noch nicht gesendet
skip = Zum Hauptteil
messages = Meldungen
side = Amt und Navigation
nav = Hauptnavigation
nav-work = Arbeit
nav-set-up = Einrichtung
area-cases = Fälle
area-import = Import
area-office = Amt
area-computer = Dieser Computer
search-hint = Fälle, Personen, Befehle suchen
sample-reminder = Beispielamt: erfundene Fälle, es wird nichts gesendet.
sample-leave = Das Beispielamt verlassen
sync-now = Jetzt senden und holen
sync-sending-now = Änderungen werden gesendet.
sync-receiving-now = Fälle kommen an.
sync-checking-now = Alles ist benutzbar. Die Aufzeichnungen dahinter werden noch geprüft.
sync-up-to-date-now = Aktuell.

## What keys do

hint-larger = größer
hint-smaller = kleiner
hint-usual-size = übliche Größe
hint-all-keys = alle Tasten
hint-areas = zu einem Bereich
hint-back = zurück
hint-both = beide als Notiz behalten
hint-choose = wählen
hint-connect = mit einem Server verbinden
hint-decide = entscheiden
hint-find = finden
hint-hand-over = übergeben
hint-invite = einladen
hint-lock = sperren
hint-look = Datei ansehen
hint-move = bewegen
hint-move-on = nächster Schritt
hint-new-case = neuer Fall
hint-next-field = nächstes Feld
hint-next-previous = weiter, zurück
hint-note = Notiz
hint-number = und eine Zahl: gehe zu
hint-open = öffnen
hint-pane = nächster Bereich
hint-pane-back = voriger Bereich
hint-page = vorige, nächste Seite
hint-pin = anheften oder losheften
hint-remove = Fall entfernen
hint-restore = entfernten Fall zurückholen oder behalten
hint-retry = noch einmal versuchen
hint-search = Suche und Befehle
hint-sign = unterschreiben
hint-tab = voriger, nächster Teil
hint-task = Aufgabe
hint-undo = rückgängig
hint-unlock = entsperren
hint-use = diesen verwenden
hint-withdraw = meine zurückziehen
hint-ask-decide = jemanden entscheiden lassen
hint-zoom = größer, kleiner
keys-title = Alle Tasten
keys-lead = Einzelne Buchstaben wirken außerhalb von Textfeldern. In den Einstellungen lassen sie sich abschalten.
keys-lead-off = Einzelne Buchstaben sind abgeschaltet. In den Einstellungen lassen sie sich einschalten.
keys-everywhere = Überall
keys-list = In der Liste
keys-case = In einem Fall
keys-conflict = Bei einem Konflikt
keys-preview = Wenn eine Datei gezeigt wird
keys-other = Andere Seiten

## Search and commands

palette-title = Fälle, Personen und Befehle suchen
palette-results = Gefunden
palette-none = Nichts gefunden. Versuchen Sie es mit weniger oder anderen Wörtern.
palette-person = Person
palette-command = Befehl
palette-cases = Fälle
palette-people = Personen
palette-commands = Befehle
palette-similar = Ähnlich geschrieben
palette-similar-only = Kein Fall enthält genau diese Wörter. Einige enthalten ähnlich geschriebene.
command-new-case = Neuer Fall
command-import = Fälle importieren
command-sync = Jetzt senden und holen
command-remove-case = Diesen Fall entfernen…

## Start

welcome-title = Auf diesem Computer anfangen
welcome-lead = Ihre Fallakten bleiben hier versiegelt und funktionieren ohne Netz. Der Server reicht sie weiter, kann sie aber nicht lesen.
welcome-ways = Wege zum Anfang
welcome-question = Wie möchten Sie anfangen?
welcome-three-questions = Drei Fragen. Sie können jederzeit zurück.
welcome-join = Mit einer Einladung beitreten
welcome-join-text = Jemand aus dem Amt gab Ihnen ein gedrucktes Blatt oder einen Code.
welcome-join-note = Nichts verlässt diesen Computer, bevor Sie auf „Beitreten“ drücken
welcome-make = Ein Amt einrichten
welcome-make-text = Sie richten es ein und verwalten es als Erste oder Erster.
welcome-make-note = Nichts entsteht, bevor Sie auf „Einrichten“ drücken
welcome-sample = In einem Beispielamt umschauen
welcome-sample-text = Erfundene Fälle. Nichts wird gesendet oder behalten.
welcome-sample-note = Ein Beispielamt hat keinen Server
join-code = Einladungscode
join-code-help = Er steht auf Ihrem Blatt. Groß- und Kleinschreibung zählt, Zeilenumbrüche nicht.
join-code-missing = Der Einladungscode fehlt.
join-compare = Vergleichen Sie diesen Fingerabdruck mit Ihrem Blatt:
join-do = Diesem Amt beitreten
join-busy = Tritt dem Amt bei
join-next = Was beim Beitreten geschieht
join-next-keys = Dieser Computer macht seine eigenen Schlüssel. Sie verlassen ihn nie.
join-next-colleague = Der Computer der Person, die Sie eingeladen hat, lässt Ihren ein, sobald beide am Netz sind.
join-next-cases = Ihre Fälle kommen an, die neuesten zuerst. Sie können dabei schon arbeiten.
make-name = Name des Amtes
make-name-help = Wie man es bei Ihnen kennt. Er steht auf jeder Einladung.
make-name-missing = Der Name des Amtes fehlt.
make-server = Adresse des Servers, falls es einen gibt
make-server-help = Ohne Server arbeitet das Amt nur auf diesem Computer. Hat der Server sein Zertifikat selbst erstellt, endet die Adresse damit ({ "https://host:8443#0a1b…" }). Der Server nennt es beim Start.
make-do = Dieses Amt einrichten
make-busy = Richtet das Amt ein
make-next = Was beim Einrichten geschieht
make-next-register = Ein Register beginnt mit Ihrem Namen. Jede spätere Handlung wird darin unterschrieben.
make-next-invite = Sie laden andere ein, jede Person mit einem eigenen Code.
sample-lead = Probieren Sie alles aus. Keine Frage verlangt eine Antwort.
sample-do = Das Beispielamt öffnen
sample-busy = Richtet das Beispielamt ein
sample-next = Was Sie bekommen
sample-next-cases = Ein Amt mit erfundenen Personen und Fällen, nur auf diesem Computer.
sample-next-nothing-sent = Es hat keinen Server. Nichts, was Sie dort tun, wird gesendet.
sample-next-leave = Es bleibt, bis Sie es verlassen oder sperren. Dann wird es verworfen, und Sie können Ihr eigenes Amt beginnen.
your-name = Ihr Name, wie andere ihn sehen
your-name-help = In jeder Schrift.
key-question = Wie möchten Sie Praesto entsperren?
key-no-keyring = Dieser Computer hat keinen Schlüsselbund, darum öffnet eine Passphrase Praesto.
passphrase = Passphrase
passphrase-again = Dieselbe Passphrase noch einmal
passphrase-current = Bisherige Passphrase
passphrase-current-missing = Die bisherige Passphrase fehlt.
passphrase-help = Mindestens { $count } Zeichen. Mehrere Wörter lassen sich leicht merken.
passphrase-short = Diese Passphrase ist zu kurz.
passphrase-differs = Die beiden Passphrasen sind nicht gleich.

## Unlock and wait

unlock-title = Praesto ist gesperrt
unlock-lead-passphrase = Alles ist versiegelt. Ihre Passphrase öffnet es.
unlock-lead-keyring = Alles ist versiegelt. Der Schlüsselbund dieses Computers öffnet es.
unlock-lead-both = Alles ist versiegelt. Schlüsselbund und Passphrase öffnen es gemeinsam.
unlock-do = Entsperren
unlock-keyring = Mit dem Schlüsselbund entsperren
unlock-busy = Wird entsperrt
unlock-wait = { $count ->
    [one] Warten Sie { $count } Sekunde bis zum nächsten Versuch.
   *[other] Warten Sie { $count } Sekunden bis zum nächsten Versuch.
}
unlock-note = Bis dahin bleibt alles versiegelt
unlock-note-passphrase = Niemand kann eine Passphrase für Sie zurücksetzen, auch nicht die Administration.
unlock-note-keyring = Es öffnet sich mit Ihrer Anmeldung an diesem Computer.
waiting-title = Warten auf jemanden aus dem Amt
waiting-lead = Sie sind { $office } beigetreten. Jetzt muss der Computer der Person, die Sie eingeladen hat, diesen hier einlassen.
waiting-ask = Bitten Sie die Person, die Sie eingeladen hat, Praesto mit Netz zu öffnen. Mehr ist nicht nötig.
waiting-by-itself = Lassen Sie dieses Fenster offen. Es sieht alle paar Sekunden wieder nach.
waiting-safe = Sie können es auch schließen. Ihre Einladung gilt weiter.
waiting-fingerprint = Fingerabdruck des Amtes:
waiting-check = Jetzt nachsehen
waiting-checking = Sieht nach
waiting-used = Diese Einladung gilt nicht mehr
waiting-used-lead = Sie kann diesen Computer nicht mehr in { $office } einlassen: Jemand hat sie benutzt, oder ihre Zeit ist um. Bitten Sie um eine andere. Verloren ist nichts: Auf diesem Computer ist noch nichts.
waiting-leave = Andere Einladung verwenden
waiting-note = Sie müssen nichts wiederholen

## Settings

settings = Einstellungen
settings-lead = Sie gelten für dieses Profil auf diesem Computer und werden sofort gespeichert.
settings-theme = Farben
settings-contrast = Kontrast
settings-text-size = Größe von Text und allem anderen
settings-lock = Nach dieser Zeit ohne Eingabe sperren
settings-lock-never = Nie
settings-letters = Einzelne Buchstaben wirken als Tasten
settings-letters-help = Außerhalb von Textfeldern. Schalten Sie es ab, wenn Tasten aus Versehen wirken.
key-change = Ändern, was Praesto entsperrt…
key-change-title = Ändern, was Praesto entsperrt
key-change-lead = Ihre Fälle bleiben, wo sie sind. Nur der Zugang ändert sich.
key-change-do = Ändern
key-change-busy = Ändert
key-changed = Ab jetzt öffnet das Praesto.

## Cases: the list

queue = Liste
queues = Listen
cases-in-queue = Fälle in dieser Liste
sort = Reihenfolge
queue-title-mine = Meine Liste
queue-title-team = Teamliste
queue-title-overdue = Überfällig
queue-title-not-sent = Nicht gesendet
queue-title-conflict = Konflikte
queue-title-closed = Abgeschlossen
queue-title-all = Alle Fälle
queue-title-removed = Entfernte Fälle
queue-empty-mine = Sie haben keinen Fall
    .text = Öffnen Sie die Liste des Teams und nehmen Sie mit H einen, oder legen Sie mit Strg N einen an.
queue-empty-team = Noch keine Fälle
    .text = Legen Sie mit Strg N den ersten an oder importieren Sie vorhandene.
queue-empty-overdue = Nichts ist überfällig
    .text = Fälle stehen hier ab dem Tag nach ihrer Frist.
queue-empty-not-sent = Alles wurde gesendet
    .text = Fälle stehen hier, solange Änderungen dieses Computers auf den Server warten.
queue-empty-conflict = Keine Konflikte
    .text = Ändern zwei Personen unabhängig voneinander dasselbe, steht der Fall hier.
queue-empty-closed = Kein Fall ist abgeschlossen
    .text = Erledigte Fälle bleiben hier, und in der Suche.
queue-empty-all = Noch keine Fälle
    .text = Legen Sie mit Strg N den ersten an oder importieren Sie vorhandene.
queue-empty-removed = Kein Fall ist entfernt
    .text = Entfernte Fälle bleiben hier erhalten und lassen sich zurückholen.
row-conflict = Konflikt
row-not-sent = Nicht gesendet
row-not-checked = Ungeprüft
    .why = Gilt auf das Wort von jemandem aus dem Amt, bis es geprüft ist.
row-removal-asked = Entfernt, offen
row-coming = Diese Zeile wird gelesen.
unseen-legend = geändert, seit Sie zuletzt hineinsahen
list-seen = { $from } bis { $to } von { $total }
cases-none-open = Kein Fall ist offen
cases-none-open-text = Wählen Sie einen in der Liste oder legen Sie einen an.
cases-start = Mit einem Fall anfangen
cases-start-text = Legen Sie einen von Hand an oder holen Sie vorhandene herein.

## A case

back-to-list = Zurück zur Liste
case-type = Art des Falls
case-position = { $at } von { $of }
case-previous = Voriger Fall, K
case-next = Nächster Fall, J
case-parts = Teile des Falls
case-not-sent = { $count ->
    [one] { $count } Änderung nicht gesendet
   *[other] { $count } Änderungen nicht gesendet
}
case-due = Fällig { $day }, { $left }
case-not-checked-title = Dieser Fall ist noch nicht geprüft.
case-not-checked-text = Sie können ihn lesen. Praesto prüft ihn von selbst; die erste Änderung braucht kurz den Server.
case-missing-title = Eine Änderung an diesem Fall von anderer Hand fehlt noch.
case-missing-text = Der Fall wird ohne sie gezeigt. Sie kommt von selbst dazu, sobald der fehlende Teil eintrifft.
saved-here = Auf diesem Computer gespeichert { $when }
changed-last = Zuletzt geändert: { $who }, { $when }
case-drafts = { $count ->
    [one] { $count } Entwurf
   *[other] { $count } Entwürfe
}
rename = Titel ändern
two-values = Zwei Werte
tab-conflicts = Konflikte
tab-summary = Übersicht
tab-form = Formular
tab-notes = Notizen
tab-tasks = Aufgaben
tab-decisions = Entscheidungen
decide = Entscheiden
move-on = Nächster Schritt
note = Notiz
hand-over = Übergeben
assign = Zuteilen
task = Aufgabe
remove = Entfernen…
restore-case = Zurückholen
keep-case = Fall behalten
facts = Übersicht
facts-status = Stand
facts-status-waits = Zwei Entscheidungen widersprechen einander. Klären Sie das zuerst.
facts-status-decided = Der Fall ist entschieden. Wer entschieden hat, oder eine Leitung, öffnet ihn wieder, indem die Entscheidung zurückgenommen wird.
deadline-new = Neue Frist: was geschehen sein muss
deadline-meet = Als eingehalten markieren
deadline-open = Wieder öffnen
deadline-met = Eingehalten, war fällig { $day }
deadline-unsure = Die Feiertage jenes Jahres sind hier noch nicht bekannt. Der Tag kann später liegen.
deadline-day-of = Tag: { $name }
tag-new = Neues Schlagwort
parties = Personen in diesem Fall
parties-none = Noch ist niemand genannt.
party-add = Person hinzufügen
fields-none = Das Formular ist leer. Fügen Sie hinzu, was dieser Fall braucht.
form-missing = Es fehlt noch: { $fields }.
form-together = Einige Felder des Formulars passen nicht zusammen.
field-breaks = Das passt nicht zu dem, wonach das Formular fragt.
field-missing = Fehlt
fields-more = Weitere Felder
field-add = Feld hinzufügen
field-name = Name des Feldes
field-name-missing = Der Name des Feldes fehlt.
field-name-taken = Das Formular hat schon ein Feld mit diesem Namen.
field-kind = Art
field-kind-text = Text
field-kind-day = Tag
field-kind-number = Zahl
field-kind-yes-no = Ja oder Nein
field-value = Wert
notes-rule = Eine Notiz lässt sich nicht ändern. Berichtigen Sie sie mit einer neuen.
notes-none = Noch keine Notizen.
note-new = Neue Notiz
note-placeholder = Notiz schreiben. Bis Sie sie speichern, ist sie ein Entwurf.
note-save = Notiz speichern
note-correct = Berichtigen
note-withdraw = Zurückziehen
note-restore = Zurückholen
note-withdrawn = Zurückgezogen:
note-corrects = berichtigt „{ $text }“
note-correction-of = Berichtigung von „{ $text }“
tasks-none = Hier ist nichts zu tun.
task-add = Neue Aufgabe
task-text = Was zu tun ist
task-due = Bis wann
task-who = Wer sie erledigt
task-do = Diese Aufgabe hinzufügen
task-missing = Sagen Sie, was zu tun ist.
task-remove = Diese Aufgabe entfernen
decisions-rule = Eine Entscheidung zählt, sobald das Amt sie hat.
decisions-rule-alone = Ihre eigene Entscheidung können Sie zurückziehen.
decisions-none = Noch wurde nichts entschieden.
decisions-not-here = Wo der Fall steht, kann nichts entschieden werden.
decision-stands = Gilt
decision-is-withdrawn = Zurückgezogen
decision-is-replaced = Durch eine spätere ersetzt
decision-is-contradicted = Widerspricht einer anderen
decision-withdraw = Zurückziehen
decision-restore = Zurückholen
decision-waits = Wartet auf die zweite Unterschrift
decision-alone = Ohne die zweite Unterschrift getroffen, die diese Art von Fall heute verlangt.
decision-sign = Unterschreiben
decision-signed = Zweite Unterschrift: { $name }, { $when }
second-manager = Eine Leitung unterschreibt sie als zweite Person.
second-nobody = Noch ist niemand sonst in diesem Amt, der unterschreiben könnte. Laden Sie zuerst jemanden ein.
second-assignee = Wer den Fall hat, unterschreibt sie als zweite Person.
second-anyone = Jemand anderes im Team unterschreibt sie als zweite Person.
decide-title = { $reference } entscheiden
decide-lead = Ihre Entscheidung wird mit Ihrem Namen unterschrieben. Sie können sie später zurückziehen.
decide-outcome = Entscheidung
decide-choose = Entscheidung auswählen
decide-reason = Begründung
decide-reason-help = Wer den Fall später liest, muss verstehen, warum.
decide-replaces = Sie ersetzt: { $decisions }.
decide-missing = Die Entscheidung fehlt.
decide-reason-missing = Die Begründung fehlt.
decide-do = Entscheiden
sign-title = { $reference } unterschreiben
sign-lead = Mit Ihrer Unterschrift zählt diese Entscheidung. Sie kann nicht zurückgenommen werden.

step-title = Nächster Schritt für { $reference }
step-lead = Wie es mit dem Fall von hier aus weitergeht.
step-question = Schritt
step-to = Danach steht er auf: { $state }.
step-note = Notiz (kann leer bleiben)
step-note-help = Sie bleibt bei den Notizen des Falls.
hand-over-title = { $reference } übergeben
assign-title = { $reference } zuteilen
hand-over-lead = Wer den Fall bekommt, hat ihn sofort. Er bleibt für das Team lesbar.
hand-over-to = An
hand-over-note = Was man wissen sollte
hand-over-note-help = Es bleibt im Fall. Sie können es leer lassen.
hand-over-do = Übergeben
case-new-lead = Nur der Titel ist nötig. Alles andere kann folgen.
case-new-do = Diesen Fall anlegen
case-new-anyway = Trotzdem anlegen
case-new-mine = Ich bearbeite ihn
case-title-help = Der Name der Person oder der Sache, in jeder Schrift.
case-title-missing = Der Titel fehlt.
case-reference-missing = Das Aktenzeichen fehlt.
case-reference-help = Leer gelassen, nimmt der Fall das nächste freie.
case-new-party = Um wen es geht
case-new-party-help = Eine Person oder Stelle, in jeder Schrift. Kann leer bleiben.
case-same-reference = Gleiches Aktenzeichen
reference-taken = Ein anderer Fall hat dieses Aktenzeichen. Sie können es trotzdem verwenden.
alike-title = Vielleicht ist dieser Fall schon hier. Sie können trotzdem weitermachen.
alike-stopped = Noch wurde nichts angelegt. Vielleicht ist dieser Fall schon hier.
alike-reference = gleiches Aktenzeichen
alike-name = ähnlicher Name: { $name }
alike-field = { $field }: gleich
alike-kept = Ihre Eingaben für den neuen Fall sind aufbewahrt. Mit { $keys } geht es weiter.
case-channel = Wie er ins Amt kam
case-made = Fall { $reference } wurde angelegt.

## Beside a case

rail = Zu diesem Fall
rail-close = Schließen
rail-who = Wer ihn hat
rail-nobody = Noch niemand
rail-since = { $name }, seit { $day }
rail-last-opened = Sie haben ihn zuletzt geöffnet: { $when }
rail-why = Warum er auf diesem Computer ist
pin = Anheften
unpin = Losheften
attachments = Anlagen
attachments-drop = Ziehen Sie Dateien auf den Fall.
attach = Dateien anhängen…
attachment-save = Speichern unter…
attachment-look = Zeigen
attachment-fetch = Holen
attachment-version = Neue Fassung…
attachment-remove = Entfernen
attachment-earlier = { $count ->
    [one] { $count } frühere Fassung
   *[other] { $count } frühere Fassungen
}
attachment-earlier-of = Frühere Fassungen von { $name }
attachment-newest = Neueste: { $who }, { $when }
attachment-apart = Ohne Kenntnis der Fassung von { $who } hinzugefügt
attachment-version-act = { $act } { $who }, { $when }
attachment-saved = Außerhalb von Praesto gespeichert: { $path }
save-title = { $name } außerhalb von Praesto speichern
save-lead = Draußen ist die Datei nicht mehr versiegelt. Der Fall bewahrt, wer sie nahm und warum.
save-reason = Warum sie hinausgeht
save-reason-help = Zum Beispiel: für die Anhörung gedruckt.
save-reason-missing = Die Begründung fehlt.
save-do = Ort wählen…
timeline = Verlauf
timeline-all = Alle { $count } zeigen
timeline-apart = unabhängig geschrieben
timeline-late = nach dem Abschluss
timeline-more = und { $count ->
    [one] eine weitere Stelle
   *[other] { $count } weitere Stellen
}
timeline-quoted = { $line }: „{ $text }“
timeline-taken-out = { $name }: { $file } außerhalb von Praesto gespeichert: „{ $reason }“
timeline-version = { $name } ({ $who }, { $when })
written-at = { $place }, { $label }
written-new = { $place }: { $after }
written-over = { $place }: { $after } (vorher: { $before })

## Eine Datei, an ihrem Ort gezeigt

preview-opening = { $name } wird geöffnet
preview-newest = Neueste Fassung: { $who }, { $when }
preview-older = Frühere Fassung: { $who }, { $when }
preview-came-with = Sie kam mit der Mail { $name }.
preview-tools = Seiten und Größe
preview-content = Was von { $name } gezeigt wird
preview-page = Seite { $page } von { $pages }
preview-sheet = Blatt { $page } von { $pages }: { $title }
preview-page-previous = Vorige Seite
preview-page-next = Nächste Seite
preview-larger = Größer
preview-smaller = Kleiner
preview-size = { $percent } %
preview-text = Text der Seite
preview-alt-page = Seite { $page } von { $pages } von { $name }
preview-alt-picture = Bild { $name }
preview-alt-picture-of = Bild { $page } von { $pages } aus { $name }
preview-no-text = Diese Seite ist ein Bild. Sie hat keinen Text, der vorgelesen werden könnte.
preview-goes-on = Es geht weiter. Speichern Sie die Datei, um alles zu sehen.
preview-empty = Hier steht nichts.
preview-left-out = Bilder, Zeichnungen, Kopf- und Fußzeilen oder Anmerkungen darin werden nicht gezeigt. Speichern Sie die Datei, um sie zu sehen.
preview-no-words = Hier steht kein Text.
preview-table = Tabelle { $number }
preview-keep = An diesen Fall anhängen
preview-keep-named = An diesen Fall anhängen: { $name }
preview-kept = Sie hängt jetzt an diesem Fall.
preview-back = Zurück zur Mail
preview-print = Drucken…
preview-print-title = { $name } drucken
preview-print-lead = Auf Papier ist die Datei nicht mehr versiegelt. Der Fall bewahrt, wer sie druckte und warum.
mail-from = Von
mail-to = An
mail-cc = Kopie
mail-sent = Gesendet
mail-no-subject = Mail ohne Betreff
mail-no-text = Diese Mail hat keinen Text.
mail-as-page = Sie wurde als Webseite gesendet. Nur ihr Text wird gezeigt, und nichts, was sie nennt, wird geholt.
mail-other-form = Sie wurde auch als Webseite gesendet. Deren Text zeigen
mail-files = { $count ->
    [one] { $count } Datei kam mit ihr
   *[other] { $count } Dateien kamen mit ihr
}

## Said after an act

attached = { $count ->
    [one] { $count } Datei wurde angehängt.
   *[other] { $count } Dateien wurden angehängt.
}
said-attachment-removed = Die Datei wurde aus dem Fall entfernt.
said-version = Die neue Fassung wurde angehängt.
said-kept = Die Datei aus der Mail wurde angehängt.
said-title = Der Titel wurde geändert.
said-reference = Das Aktenzeichen wurde geändert.
said-received = Der Eingangstag wurde geändert.
said-step = Der Fall ist einen Schritt weiter.
said-deadline = Die Frist wurde geändert.
said-deadline-day = Die Frist wurde verschoben.
said-deadline-added = Die Frist wurde hinzugefügt.
said-deadline-removed = Die Frist wurde entfernt.
said-tag = Das Schlagwort wurde hinzugefügt.
said-tag-removed = Das Schlagwort wurde entfernt.
said-party = Die Person wurde geändert.
said-party-added = Die Person wurde hinzugefügt.
said-party-removed = Die Person wurde entfernt.
said-field = Das Feld wurde hinzugefügt.
said-note = Die Notiz wurde gespeichert.
said-note-withdrawn = Die Notiz wurde zurückgezogen.
said-note-restored = Die Notiz wurde zurückgeholt.
said-task = Die Aufgabe wurde geändert.
said-task-added = Die Aufgabe wurde hinzugefügt.
said-task-done = Die Aufgabe ist erledigt.
said-task-open = Die Aufgabe ist wieder offen.
said-task-removed = Die Aufgabe wurde entfernt.
said-decided = Ihre Entscheidung wurde gespeichert. Sie zählt, sobald das Amt sie hat.
said-signed = Sie haben unterschrieben. Die Entscheidung zählt, sobald das Amt sie hat.
said-decided-waits = Ihre Entscheidung wurde gespeichert. Sie zählt, sobald sie ihre zweite Unterschrift hat.
said-decision-withdrawn = Die Entscheidung wurde zurückgezogen.
said-decision-restored = Die Entscheidung wurde zurückgeholt.
said-handed-over = Der Fall wurde übergeben.
said-removed = Der Fall wurde aus den Listen entfernt.
said-restored = Der Fall ist wieder in den Listen.
said-removals-agreed = Die Fälle stehen jetzt unter „Entfernt“.
said-removals-kept = Die Fälle sind für alle wieder da.
said-settled = Der Konflikt wurde geklärt.

## Conflicts

conflict-values = { $count ->
    [one] Eine Stelle hat zwei Werte.
   *[other] { $count } Stellen haben je zwei Werte.
}
conflict-decisions = { $count ->
    [2] Zwei Entscheidungen widersprechen sich.
   *[other] { $count } Entscheidungen widersprechen sich.
}
conflict-nothing-lost = Sie entstanden ohne Kenntnis voneinander. Nichts ging verloren.
conflict-removed = Dieser Fall wurde entfernt, während jemand daran arbeitete.
conflict-choose = Wählen Sie, was richtig ist. Ihre Wahl wird mit Ihrem Namen unterschrieben. Sie können sie später ändern.
conflict-before = Vorher: { $value }
conflict-use = { $value } verwenden
conflict-use-mine = Meinen Wert verwenden
conflict-use-by = Wert von { $name } verwenden
conflict-use-from = Wert vom Computer { $computer } verwenden
conflict-use-of = Den Wert von { $when } verwenden
conflict-both = Beide als Notiz behalten und das Feld leer lassen
conflict-decision = Entscheidung
conflict-decision-text = Nur eine Entscheidung kann gelten. Ziehen Sie Ihre zurück oder entscheiden Sie neu für beide.
conflict-withdraw-mine = Meine zurückziehen
conflict-decide-anew = Neu entscheiden
conflict-decide-anew-text = Eine neue Entscheidung ersetzt beide. Der Verlauf bewahrt sie.
ask-decide = Jemanden entscheiden lassen
ask-decide-lead = Wer gefragt wird, bekommt eine Aufgabe. Der Fall zeigt beide Entscheidungen und die Notizen.
ask-decide-task = Entscheiden, welche gilt: { $decisions }
ask-decide-one = „{ $outcome }“ von { $name }
ask-decide-do = Fragen
conflict-foot = Ihre Wahl ist unterschrieben und prüfbar

## Entfernte Fälle

case-removed = Entfernt
remove-title = { $reference } entfernen
remove-lead = Der Fall verschwindet aus allen Listen. Gelöscht wird nichts; wer zum Team gehört, kann ihn zurückholen.
remove-reason-help = Zum Beispiel: doppelt erfasst.
remove-reason-missing = Die Begründung fehlt.
remove-do = Fall entfernen
removed-by = Entfernt von { $name }, { $when }: „{ $reason }“
removed-text = Gelöscht wurde nichts. Holen Sie den Fall zurück, um daran zu arbeiten.
removed-asked-text = Er wurde mit vielen anderen entfernt und bleibt in den Listen, bis Sie zustimmen. Gelöscht wurde nichts.
conflict-removal = Entfernen oder behalten?
conflict-removal-text = Wer ihn entfernte, kannte nicht, was inzwischen geschrieben wurde. Darum ist der Fall wieder da.
conflict-removal-removed = Entfernt
conflict-removal-worked-on = Bearbeitet
removals-asked = { $count ->
    [one] { $name } hat { $count } Fall auf einmal entfernt.
   *[other] { $name } hat { $count } Fälle auf einmal entfernt.
}
removals-asked-text = Sie bleiben in Ihren Listen, bis Sie zustimmen. Gelöscht wurde nichts.
removals-agree = Zustimmen
removals-keep = Alle zurückholen
removals-keep-text = Fragen Sie nach, bevor Sie sie zurückholen: Es gilt für alle.

## Closed cases

case-late-title = Nach dem Abschluss geändert
case-late-apart-title = Abgeschlossen, während jemand daran arbeitete
case-late-text = Sehen Sie durch, was dazukam. Schließen Sie den Fall dann wieder ab, oder öffnen Sie ihn.
case-late-apart-text = Wer ihn abschloss, kannte das nicht. Sehen Sie es durch; schließen Sie den Fall dann wieder ab, oder öffnen Sie ihn.
close-again = Wieder abschließen
see-conflicts = Ansehen

## Import

import-lead = Holen Sie vorhandene Fälle herein. Sie sehen, was aus jeder Zeile wird, bevor sich etwas ändert.
import-foot = Nichts ändert sich, bevor Sie auf „Importieren“ drücken
import-csv-text = Ein Fall je Zeile. Sie sagen, was jede Spalte bedeutet.
import-folder-text = Jeder Unterordner wird ein Fall mit seinen Dokumenten, jede Datei daneben ein eigener Fall.
import-xdomea-text = Eine Nachricht aus einem anderen Aktensystem, XML oder ZIP, Version 3.0.0.
import-mail-text = Jede Mail wird ein Fall. Die Mail und die Dateien, die mit ihr kamen, hängen daran.
import-mail-folder-text = Jede Mail in einem Ordner und in den Ordnern darin wird ein Fall.
import-several = { $count ->
    [one] { $count } Datei
   *[other] { $count } Dateien und Ordner
}
import-path = Oder der Pfad einer Datei oder eines Ordners
import-path-help = Sie können Datei oder Ordner auch auf diese Seite ziehen.
import-path-do = Ansehen
import-reading = Liest, was da ist. Es wird nichts geändert.
import-reads = Liest { $done } von { $total }. Es wird nichts geändert.
import-do = { $count ->
    [0] Nichts zu importieren
    [one] { $count } Fall importieren
   *[other] { $count } Fälle importieren
}
import-other = Etwas anderes wählen
import-to-cases = Zu den Fällen
mapping-title = Was die Spalten bedeuten
mapping-rule = Eine Änderung wird sofort geprüft
mapping-column = Spalte
mapping-example = Erster Wert
mapping-becomes = Wird zu
mapping-becomes-of = { $column } wird zu
column-field-named = Formularfeld „{ $name }“
fate = Ergebnis
fate-from = Aus
fate-documents = Dokumente
fates-shown = Die ersten { $shown } von { $total } Zeilen sind zu sehen, abgelehnte zuerst.

## This computer

computer-sealed = Alles darauf ist versiegelt.
computer-opens = Es öffnet sich durch { $with }.
computer-locks = Es sperrt sich nach { $time } ohne Eingabe.
computer-never-locks = Es sperrt sich nie von selbst.
computer-side = Entsperren und Zustand
held-title = Was hier ist, und warum
held-because = Grund
held-cases = Fälle
held-files = Dateien
held-size = Größe
held-together = Zusammen
held-database = Texte der Fälle, Verlauf und Suchverzeichnis
release-do = { $size } freigeben
release-text = { $count ->
    [one] Nimmt { $count } Datei von diesem Computer: aus einem Fall, der abgeschlossen oder nicht Ihrer, nicht angeheftet und seit zwei Wochen nicht geöffnet ist. Sie bleibt auf dem Server.
   *[other] Nimmt { $count } Dateien von diesem Computer: aus Fällen, die abgeschlossen oder nicht Ihre, nicht angeheftet und seit zwei Wochen nicht geöffnet sind. Sie bleiben auf dem Server.
}
release-done = { $size } freigegeben. Die Dateien sind auf dem Server.
waiting-rule = Wird von selbst gesendet, das Älteste zuerst, sobald es ein Netz gibt
alone-text = Dieses Amt hat keinen Server. Nichts wird gesendet, und nichts wartet darauf.
alone-connect = Um mit anderen zu arbeiten, verbinden Sie es auf der Seite „Amt“ mit einem Server.
alone-sample = Es ist erfunden. Um mit anderen zu arbeiten, verlassen Sie es und legen ein Amt an oder treten einem bei.
alone-invite = Andere kommen über einen Server dazu, deshalb lässt sich noch niemand einladen.
waiting-change = Änderung
waiting-case = Fall
waiting-saved = Gespeichert
waiting-state = Stand
set-aside-title = Beiseitegelegt
set-aside-rule = Angekommen, aber nicht lesbar oder nicht prüfbar
set-aside-none = Nichts. Jede angekommene Änderung wurde geprüft und gelesen.
set-aside-what = Was
set-aside-trying = Versucht es noch einmal
set-aside-more = { $count ->
    [one] Und { $count } weitere.
   *[other] Und { $count } weitere.
}
copy-details = Einzelheiten ohne Inhalt kopieren
findings-title = Was sich als unwahr erwies
findings-rule = Vom Server oder von einer Änderung behauptet und nicht geglaubt
findings-seen = Gesehen
findings-note = Gelesen
findings-again = { $count }-mal gefunden, zuletzt { $when }
nav-untrue = { $count ->
    [one] { $count } Sache zum Ansehen
   *[other] { $count } Sachen zum Ansehen
}
unlocking = Entsperren
unlocking-with = Mit
unlocking-locks = Sperrt nach
health = Zustand
health-disk = Festplatte
health-free = { $size } frei
health-files-wait = Wenig Platz: Dateien bleiben auf dem Server, bis Sie sie holen.
health-clock = Uhr
health-clock-right = stimmt mit dem Server überein
health-clock-ahead = geht { $time } vor
health-clock-behind = geht { $time } nach
health-clock-wrong = Dieser Computer und der Server sind sich nicht einig. Liegt der Fehler hier, sind Tage und Fristen falsch: Vergleichen Sie mit einer anderen Uhr.
health-register = Register
health-checked = geprüft { $when }
health-not-checked = noch nicht geprüft
health-server-says = Widersprüche
health-server = Server
health-no-server = keiner
health-fingerprint = Fingerabdruck
health-version = Version
heard = Zuletzt gehört von
heard-never = noch nichts
heard-more = die Übrigen später
verify-do = Alles prüfen
verify-busy = Prüft alles

## Office

people-title = Personen
office-people = { $count ->
    [one] { $count } Person.
   *[other] { $count } Personen.
}
office-signed = Jede Handlung hier ist unterschrieben und bleibt im Register.
office-alone = Sie sind hier noch allein
office-alone-text = Laden Sie die erste Person ein. Jede bekommt einen eigenen Code.
invite = Person einladen
connect = Mit einem Server verbinden
connect-lead = Was auf diesem Computer liegt, wird dann versiegelt dorthin gesendet. Der Server kann es nicht lesen.
connect-server = Adresse des Servers
connect-help = Wer den Server betreibt, kennt sie. Sie bleibt für immer. Übernehmen Sie sie ganz, auch was nach einem # steht.
connect-do = Verbinden
connect-change = Adresse ändern
server-unreached = Der Server hat dieses Amt noch nicht aufgenommen
server-unreached-text = { $address } hat nicht geantwortet oder nimmt keine neuen Ämter auf. Hier ist alles sicher. Ist die Adresse falsch, ändern Sie sie.
invite-lead = Mit dem Code kann eine Person mit einem Computer beitreten.
invite-name = Name der Person
invite-name-help = Wie andere ihn sehen. Beim Beitreten lässt er sich berichtigen.
invite-do = Code erstellen
invite-busy = Erstellt den Code
invite-made = Einladung für { $name }
invite-made-lead = Übergeben Sie ihn persönlich oder auf einem Weg, dem Sie beide trauen.
invite-until = Gültig bis
invite-hand-over = Beim Beitreten wird der Fingerabdruck verglichen. Er muss auf beiden Seiten gleich sein.
copy-code = Code kopieren

## Tasten, wie sie auf Tastaturen dieser Sprache heißen

key-ctrl = Strg
key-shift = Umschalt
key-del = Entf
key-esc = Esc
