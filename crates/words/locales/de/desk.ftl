### Was außerhalb des Fensters gesagt und gezeigt wird, der Weg zum Server und der Bericht für den Support.

## Notices

notice-title = Praesto
notice-due = { $count ->
    [one] Ein Fall ist heute fällig.
   *[other] { $count } Fälle sind heute fällig.
}
notice-late = { $count ->
    [one] Ein Fall ist überfällig.
   *[other] { $count } Fälle sind überfällig.
}
notice-open = „Heute“ öffnen
settings-notices = Auf dem Desktop melden, wenn Fälle fällig sind
settings-notices-help = Nur Zahlen, keine Namen. Solange Praesto gesperrt ist, wird nichts gesagt.

## The tray

settings-stay = Im Infobereich bleiben, wenn das Fenster geschlossen wird
settings-stay-help = Praesto sendet und empfängt weiter. Es sperrt sich wie oben eingestellt.
settings-stay-no-tray = Jetzt gibt es keinen Infobereich. Das Schließen des Fensters beendet Praesto.
tray-show = Praesto öffnen
tray-lock = Jetzt sperren
tray-quit = Beenden
tray-locked = Gesperrt
tray-unlocked = Geöffnet
tray-unsent = { $count ->
    [one] Eine Änderung ist noch nicht gesendet.
   *[other] { $count } Änderungen sind noch nicht gesendet.
}
tray-stopped = Etwas wartet auf Sie. Öffnen Sie Praesto.

## Leaving

leaving = Etwas Getipptes ist nicht gesichert
leaving-lead = Der Text bleibt in seinem Feld, wenn Sie bleiben. Er geht verloren, wenn Sie gehen. Alles Gespeicherte ist sicher.
leaving-unsent = { $count ->
    [one] Eine gespeicherte Änderung wartet hier auf das Senden.
   *[other] { $count } gespeicherte Änderungen warten hier auf das Senden.
}
leaving-stay = Bleiben
leaving-do = Trotzdem gehen

## Keys

settings-keys = Alle Tasten zeigen
own-keys = Ihre Buchstaben
own-keys-open = Buchstaben ändern…
own-keys-lead = Geben Sie jeder Handlung den Buchstaben, den Sie dafür drücken. Tasten mit Strg bleiben.
own-keys-do = Diese Buchstaben nehmen
own-keys-reset = Alle wie üblich setzen
own-keys-wrong = Hierher gehört ein Buchstabe von A bis Z.
own-keys-taken = { $key } ist schon vergeben: { $what }.

## The way to the server

proxy = Weg zum Server
proxy-open = Weg zum Server…
proxy-lead = Manche Netze lassen Computer nur über einen Proxy hinaus. Fragen Sie die Person, die Ihres betreut.
proxy-do = Diesen Weg nehmen
proxy-kept = Praesto nimmt ab jetzt diesen Weg.
proxy-question = Wie wird der Server erreicht?
proxy-kind-system = Wie der Computer eingestellt ist
proxy-kind-direct = Ohne Proxy
proxy-kind-by-hand = Über diesen Proxy
proxy-address = Adresse des Proxys
proxy-address-help = Zum Beispiel { "http://proxy.example:3128" } oder { "https://proxy.example" }.
proxy-address-missing = Die Adresse fehlt.
proxy-exceptions = Ohne ihn erreicht
proxy-exceptions-help = Namen, Adressen oder Netze, durch Kommas getrennt. Dieser Computer selbst gehört immer dazu.
proxy-user = Benutzer
proxy-user-help = Nur wenn der Proxy fragt, wer Sie sind.
proxy-password = Kennwort des Proxys
proxy-password-help = Es wird versiegelt bei Ihren Fällen aufbewahrt. Bevor Sie ein Büro haben, wird es nicht aufbewahrt.
proxy-password-kept = Ihr Kennwort ist aufbewahrt. Lassen Sie das Feld leer, damit es weiter gilt.
proxy-try = Diesen Weg versuchen
hint-try-way = den Weg zum Server versuchen
proxy-try-busy = Wird versucht
tried-reached = Ein Server von Praesto antwortet.
tried-no-server = Es gibt noch keinen Server. Geben Sie zuerst seine Adresse oder einen Einladungscode ein.
tried-proxy-unreached = An der Adresse des Proxys antwortet nichts. Prüfen Sie Adresse und Netz.
tried-proxy-login = Der Proxy verlangt einen anderen Benutzer oder ein anderes Kennwort.
tried-proxy-refuses = Der Proxy antwortet und führt nicht zum Server. Fragen Sie die Person, die ihn betreut.
tried-server-unreached = Auf diesem Weg antwortet der Server nicht. Ihre Fälle sind hier sicher.
tried-other-server = Es antwortet etwas, das kein Server von Praesto ist. Prüfen Sie die Adresse.
tried-other-certificate = Das Zertifikat ist nicht das erwartete. Nichts wurde gesendet. Fragen Sie die Person, die den Server betreut.

## The report for support

report = Bericht für den Support
report-open = Bericht für den Support…
report-lead = Das ist alles: Zahlen, Versionen und Kennungen. Keine Namen, keine Fälle, keine Adressen. Nichts verlässt den Computer, bevor Sie speichern.
report-text = Text des Berichts
report-do = Als Datei speichern…
report-saved = Der Bericht ist gespeichert. Senden Sie ihn an die Person, die Ihnen hilft.
