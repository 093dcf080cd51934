### Fallakten: Stand, Listen, was eine Änderung getan hat.

## Wo ein Fall steht

status-new = Neu
status-in-review = In Prüfung
status-waiting = Wartet
status-decided = Entschieden
status-needs-adjudication = Braucht einen Entscheid
status-closed = Abgeschlossen

## Listen und ihre Reihenfolge

queue-mine = Meine
queue-team = Team
queue-overdue = Überfällig
queue-not-sent = Nicht gesendet
queue-conflict = Konflikt
queue-closed = Abgeschlossen
queue-all = Alle
queue-removed = Entfernt

sort-due = Frist
sort-newest = Neueste
sort-title = Titel
sort-reference = Aktenzeichen

## Wie ein Fall ins Amt kam

channel-app = per App
channel-web = per Webformular
channel-paper = auf Papier
channel-registered = am Schalter
channel-import = importiert
channel-mail = per E-Mail

## Fristen

due-late = { $count ->
    [one] { $count } Tag zu spät
   *[other] { $count } Tage zu spät
}
due-today = Heute fällig
due-days-left = { $count ->
    [0] Heute fällig
    [one] noch { $count } Tag
   *[other] noch { $count } Tage
}

## Was eine Änderung getan hat, nach dem Namen: „Ana: Titel gesetzt und Notiz hinzugefügt“

timeline-row = { $name }: { $what }
change-create-case = Fall angelegt
change-import = Fall importiert
change-set-title = Titel gesetzt
change-set-reference = Aktenzeichen gesetzt
change-set-received = Eingangstag gesetzt
change-assign = Fall zugeteilt
change-unassign = Fall zurückgegeben
change-set-field = Formular ausgefüllt
change-add-tag = Schlagwort hinzugefügt
change-remove-tag = Schlagwort entfernt
change-add-party = Person hinzugefügt
change-edit-party = Person geändert
change-remove-party = Person entfernt
change-restore-party = Person zurückgeholt
change-add-note = Notiz hinzugefügt
change-correct-note = Notiz berichtigt
change-withdraw-note = Notiz zurückgezogen
change-restore-note = Notiz zurückgeholt
change-add-attachment = Datei angehängt
change-file = Inhalt einer Datei
change-add-attachment-version = Neue Fassung einer Datei hinzugefügt
change-rename-attachment = Datei umbenannt
change-remove-attachment = Datei entfernt
change-restore-attachment = Datei zurückgeholt
change-add-task = Aufgabe hinzugefügt
change-edit-task = Aufgabe geändert
change-task-done = Aufgabe als erledigt markiert
change-reopen-task = Aufgabe wieder geöffnet
change-remove-task = Aufgabe entfernt
change-restore-task = Aufgabe zurückgeholt
change-add-deadline = Frist hinzugefügt
change-meet-deadline = Frist als eingehalten markiert
change-reopen-deadline = Frist wieder geöffnet
change-set-deadline-day = Frist verschoben
change-remove-deadline = Frist entfernt
change-restore-deadline = Frist zurückgeholt
change-decide = Entscheidung getroffen
change-directory = Liste der Personen aktualisiert
change-withdraw-decision = Entscheidung zurückgezogen
change-restore-decision = Entscheidung zurückgeholt
change-set-status = Stand geändert
change-sign = zweite Unterschrift gegeben
change-settle = Konflikt geklärt
change-take-out = Datei außerhalb von Praesto gespeichert
change-file-letter = Schreiben freigegeben
change-remove-case = Fall entfernt
change-restore-case = Fall zurückgeholt
change-other = Fall geändert

## Stellen, an denen zwei Fassungen stehen können

place-title = Titel
place-reference = Aktenzeichen
place-status = Status
place-received = Eingangstag
place-received-unknown = Nicht bekannt, { $channel }
place-assignee = Wer ihn hat
place-field = Formularfeld
place-party-name = Name einer Person
place-party-role = Rolle einer Person
place-party-contact = Kontakt einer Person
place-attachment-name = Name einer Datei
place-task-text = Text einer Aufgabe
place-task-due = Termin einer Aufgabe
place-task-assignee = Wer eine Aufgabe erledigt
place-task-done = Stand einer Aufgabe
place-deadline-label = Name einer Frist
place-deadline-day = Tag einer Frist
place-deadline-met = Stand einer Frist

value-yes = Ja
value-no = Nein
value-empty = Leer gelassen
value-choose = Auswählen …

## Wo der Inhalt einer Datei ist

whereabouts-here = Auf diesem Computer
whereabouts-waiting-to-be-sent = Wartet auf das Senden
whereabouts-on-server = Auf dem Server
whereabouts-arriving = Kommt an, { $percent }
whereabouts-with-author = Noch auf dem Computer von { $name }
