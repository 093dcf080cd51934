### What there is to do, and what happened since one looked.

area-today = Heute
today-agenda = Was zu tun ist
today-side = Neues, und was auf das Senden wartet
today-offline = Sie sind offline. Alles hier ist auf diesem Computer.
today-late = Überfällig
today-now = Heute
today-soon = Diese und nächste Woche
today-undated = Ohne Datum
today-more = { $count ->
    [one] Eines mehr. Sie finden es in seinem Fall.
   *[other] { $count } weitere. Sie finden sie in ihren Fällen.
}
today-nobody = { $count ->
    [one] In einem Fall, den niemand hat, ist etwas überfällig, heute fällig oder zu klären.
   *[other] In Fällen, die niemand hat, ist { $count }-mal etwas überfällig, heute fällig oder zu klären.
}
today-nobody-look = Fälle des Teams ansehen
today-nothing = Nichts wartet auf Sie
today-nothing-text = Aufgaben und Fristen Ihrer Fälle stehen hier, und Entscheidungen, die Ihre Unterschrift brauchen.
today-to-cases = Zu den Fällen
today-done = Erledigt: { $name }
today-sign = Zweite Unterschrift: { $outcome }
today-settle = Zwischen gleichzeitig Geschriebenem wählen
today-by-law = Gesetzliche Frist
today-by-law-on = Gesetzliche Frist: { $day }
today-was-due = war fällig { $day }
today-to-sign = Zu unterschreiben
today-decided-by = Entschieden von { $name }
today-waiting-more = { $count ->
    [one] Eines mehr
   *[other] { $count } weitere
}
news = Geändert, seit Sie hinsahen
news-none = Kolleginnen und Kollegen haben nichts geändert, das Sie nicht kennen.
news-more = { $count ->
    [one] Und ein weiterer Fall.
   *[other] Und { $count } weitere Fälle.
}
nav-urgent = { $count ->
    [one] eines wartet heute auf Sie
   *[other] { $count } warten heute auf Sie
}
hint-done = erledigt
hint-tomorrow = morgen
keys-today = Heute
said-put-off = Die Aufgabe ist fällig: { $day }.
hints = Gut zu wissen
hints-search = Jeden Fall, jede Person und jeden Befehl finden.
hints-keys = Alle Tasten dieser Seite sehen.
hints-undo = Zurücknehmen, was Sie gerade getan haben.
hints-lock = Sperren, wenn Sie den Platz verlassen.
hints-drop = Legen Sie Dateien auf einem offenen Fall ab, um sie anzuhängen.
hints-read = Das weiß ich jetzt
settings-hints = Hinweise auf der Seite Heute zeigen
today-in-its-case = Das wird im Fall erledigt. Enter öffnet ihn.
