### Jeder Fehler: was geschehen ist, `.safe` was sicher ist, `.next` was zu tun ist.

error-what-happened = Was geschehen ist
error-what-is-safe = Was sicher ist
error-what-to-do = Was zu tun ist
error-why = Warum

error-invalid-input = { $field ->
    [title] Der Titel fehlt oder ist länger als 500 Zeichen.
    [reference] Das Aktenzeichen fehlt oder ist länger als 500 Zeichen.
    [person_name] Der Name der Person fehlt oder ist länger als 200 Zeichen.
    [office_name] Der Name des Amtes fehlt oder ist länger als 200 Zeichen.
    [server] Die Adresse des Servers ist unvollständig oder beginnt nicht mit { "https://" }. Nur dieser Computer selbst ist über { "http://" } zu erreichen.
    [no_passphrase] Es wurde keine Passphrase angegeben.
    [command] Diesen Befehl gibt es nicht.
    [passphrase] Die Passphrase ist zu kurz.
    [proxy] Die Adresse des Proxys ist unvollständig. Sie besteht aus Name und Port, ohne Benutzer.
    [own_keys] Ein Buchstabe liegt nicht zwischen A und Z oder steht für zwei Dinge.
    [code] Der Einladungscode ist unvollständig.
    [reason] Der Grund fehlt oder ist länger als 100.000 Zeichen.
    [path] Der Pfad fehlt oder ist unvollständig.
    [recipient_key] Das ist kein öffentlicher Schlüssel von age: Er beginnt mit „age1“.
    [recipient] Es fehlt, an wen das Schreiben geht.
    [text] Der Text fehlt oder ist zu lang.
    [field] Der Name eines Feldes fehlt oder ist länger als 100 Zeichen, oder sein Wert ist länger als 100.000.
    [tag] Das Schlagwort fehlt oder ist länger als 100 Zeichen.
    [party] Der Name der Person fehlt oder ist länger als 500 Zeichen.
    [role] Die Rolle ist länger als 500 Zeichen.
    [contact] Der Kontakt ist länger als 500 Zeichen.
    [task] Der Text der Aufgabe fehlt oder ist länger als 500 Zeichen.
    [deadline] Der Name der Frist fehlt oder ist länger als 500 Zeichen.
    [decision] Die Entscheidung fehlt oder ist länger als 500 Zeichen.
    [attachment] Der Name der Datei fehlt oder ist länger als 500 Zeichen.
    [note] Der Text der Notiz fehlt oder ist länger als 100.000 Zeichen.
    [paths] Keine Datei ist genannt, oder ein Pfad ist unvollständig.
    [pages] Es gibt keine Seiten oder mehr als 200.
    [lock_minutes] Diese Zeit bis zum Sperren ist nicht möglich.
    [list_name] Der Name der Liste fehlt oder ist länger als 100 Zeichen.
    [list_taken] Eine andere gespeicherte Liste heißt schon so.
    [lists] Fünfzig Listen sind schon gespeichert. Entfernen Sie zuerst eine.
    [due_within] Eine Liste fragt nach höchstens 36.500 Tagen.
    [changes] Diese Änderungen passen nicht zusammen.
    [to] An diese Person lässt sich nicht übergeben: Sie sind es selbst, sie hat den Fall schon oder ist nicht mehr da.
    [words] Der Text ist länger als 5.000 Zeichen.
   *[other] Eine Angabe fehlt oder passt nicht.
}
    .safe = Es wurde nichts geändert.
    .next = Berichtigen Sie die Angabe und versuchen Sie es noch einmal.

error-not-found = Das gibt es auf diesem Computer nicht.
    .safe = Es wurde nichts geändert.
    .next = Gehen Sie zurück zur Liste. Es wurde verschoben oder ist noch nicht angekommen.

error-no-office = Auf diesem Computer gibt es noch kein Amt.
    .safe = Es wurde nichts geändert.
    .next = Treten Sie mit einer Einladung einem Amt bei oder richten Sie eines ein.

error-office-exists = Dieses Profil hat schon ein Amt.
    .safe = Das Amt und seine Fälle sind unberührt.
    .next = Nehmen Sie für ein zweites Amt ein anderes Profil.

error-locked = Praesto ist gesperrt.
    .safe = Alles ist versiegelt und gespeichert.
    .next = Entsperren Sie es und arbeiten Sie dort weiter, wo Sie waren.

error-wrong-passphrase = Diese Passphrase öffnet Praesto nicht.
    .safe = Alles ist versiegelt und unberührt.
    .next = Versuchen Sie es noch einmal. Achten Sie auf Tastatursprache und Großschreibung.

error-too-many-attempts = Zu viele falsche Passphrasen. Praesto wartet bis zum nächsten Versuch.
    .safe = Alles ist versiegelt und unberührt.
    .next = { $seconds ->
        [one] Warten Sie { $seconds } Sekunde und versuchen Sie es dann noch einmal.
       *[other] Warten Sie { $seconds } Sekunden und versuchen Sie es dann noch einmal.
    }

error-keyring-unavailable = Der Schlüsselbund dieses Computers gibt den Schlüssel nicht heraus.
    .safe = Alles ist versiegelt und unberührt.
    .next = Entsperren Sie den Schlüsselbund dieses Computers und versuchen Sie es noch einmal.

error-profile-in-use = Ein anderes Fenster von Praesto hat dieses Profil offen.
    .safe = Es wurde nichts geändert.
    .next = Wechseln Sie zum anderen Fenster oder schließen Sie es.

error-profile-too-new = Dieses Profil stammt von einem neueren Praesto.
    .safe = Alles darin ist unberührt.
    .next = Installieren Sie die neuere Version auf diesem Computer.

error-profile-damaged = Die Datenbank dieses Profils ist nicht lesbar.
    .safe = Was gesendet wurde, liegt sicher auf dem Server.
    .next = Löschen Sie den Ordner nicht. Bitten Sie Ihre Administration, diesen Computer wiederherzustellen.

error-disk-full = Auf der Festplatte ist kein Platz mehr.
    .safe = Es wurde nichts geändert. Alles früher Gespeicherte ist sicher.
    .next = Schaffen Sie Platz und versuchen Sie es noch einmal.

error-offline = Der Server ist nicht erreichbar.
    .safe = Alles ist auf diesem Computer gespeichert.
    .next = Gespeichertes wird von selbst gesendet. Was Sie gerade vom Server wollten, versuchen Sie erneut, sobald es ein Netz gibt.

error-not-checked = Dieser Fall ist noch nicht geprüft.
    .safe = Sie können ihn lesen. Ihre Eingaben sind noch da.
    .next = Verbinden Sie sich kurz mit dem Server und speichern Sie dann noch einmal.

error-case-removed = Dieser Fall wurde aus den Listen entfernt.
    .safe = Nichts davon wurde gelöscht. Ihre Eingaben sind noch da.
    .next = Holen Sie den Fall erst zurück und ändern Sie ihn dann.

error-changed-since = Inzwischen hat dort jemand geschrieben.
    .safe = Nichts wurde geändert. Beides steht im Verlauf.
    .next = Sehen Sie nach, was der Fall jetzt sagt, und ändern Sie es von Hand.

error-nothing-to-undo = In diesem Fall gibt es nichts von Ihnen zurückzunehmen.
    .safe = Nichts wurde geändert.
    .next = Der Verlauf zeigt, wer was geändert hat.

error-act-refused = Das geht nicht, wo der Fall gerade steht.
    .safe = Nichts wurde geändert.
    .next = Erledigen Sie zuerst, was fehlt, oder übergeben Sie den Fall jemandem, der es darf.

error-case-type-missing = Die Art dieses Falls ist nicht auf diesem Computer.
    .safe = Der Fall ist vollständig hier. Er lässt sich lesen, mit Notizen versehen und übergeben.
    .next = Schritte und Entscheidungen warten, bis die Art installiert ist, oder geschehen auf einem Computer, der sie hat.

error-written-meanwhile = Hier steht jetzt etwas anderes.
    .safe = Nichts wurde gespeichert und nichts überschrieben. Ihre Eingaben sind noch da.
    .next = Sehen Sie sich beides an und speichern Sie dann noch einmal. Wo mehrere Werte stehen, klären Sie zuerst den Konflikt.

error-other-certificate = Das Zertifikat des Servers passt nicht zu seiner Adresse.
    .safe = An ihn wurde nichts gesendet. Hier ist alles sicher.
    .next = Fragen Sie, wer den Server betreibt, nach der Adresse mit allem, was nach dem # steht.

error-server-not-found = Unter dieser Adresse antwortet kein Praesto-Server.
    .safe = Es wurde nichts angelegt oder geändert.
    .next = Prüfen Sie Adresse und Netz.

error-server-refused = Der Server hat die Anfrage abgelehnt.
    .safe = Alles ist auf diesem Computer gespeichert.
    .next = Versuchen Sie es später noch einmal. Bleibt es dabei, sagen Sie es Ihrer Administration.

error-server-contradicts = Was der Server sagt, widerspricht dem, was vorher gesagt wurde.
    .safe = Nichts vom Server wurde übernommen. Ihre Arbeit ist hier gespeichert.
    .next = Sagen Sie es Ihrer Administration. Unter „Dieser Computer“ steht, was gefunden wurde.

error-update-needed = Das Amt verwendet etwas, das diese Version nicht kennt.
    .safe = Ihre Arbeit ist hier gespeichert. Bis dahin wird nichts gesendet.
    .next = Installieren Sie die neueste Version von Praesto.

error-invitation-invalid = Diese Einladung ist vertippt, abgelaufen oder verbraucht.
    .safe = Es wurde nichts geändert.
    .next = Vergleichen Sie den Code mit Ihrem Blatt oder verlangen Sie eine neue Einladung.

error-waiting-for-colleague = Dieser Computer wartet darauf, dass ihn jemand aus dem Amt einlässt.
    .safe = Ihre Einladung gilt. Sie müssen nichts wiederholen.
    .next = Bitten Sie die Person, die Sie eingeladen hat, Praesto mit Netz zu öffnen.

error-waiting-for-keys = Dieser Computer wartet auf Schlüssel von jemandem aus dem Amt.
    .safe = Ihre Arbeit ist hier gespeichert und bleibt bis dahin versiegelt.
    .next = Bitten Sie jemanden aus dem Amt, Praesto mit Netz zu öffnen.

error-waiting-for-administrator = Der Server ist ein anderer als bisher.
    .safe = Ihre Arbeit ist hier gespeichert und gilt bis dahin als nicht gesendet.
    .next = Bitten Sie die Administration, Praesto mit Netz zu öffnen.

error-not-allowed = Das Amt hat Ihnen dieses Recht nicht gegeben.
    .safe = Es wurde nichts geändert.
    .next = Fragen Sie die Administration Ihres Amtes.

error-device-revoked = Das Amt hat diesem Computer den Zugang entzogen.
    .safe = Was gesendet wurde, liegt sicher auf dem Server. Der Rest bleibt hier versiegelt.
    .next = Sprechen Sie mit Ihrer Administration.

error-file-refused = Die Datei wurde abgelehnt.
    .named = { $path } wurde abgelehnt.
    .safe = Es wurde nichts daraus übernommen. Die Datei selbst ist unberührt.
    .next = Lesen Sie den Grund und wählen Sie eine andere Datei.

error-file-unreadable = Die Datei ließ sich nicht lesen oder schreiben.
    .named = { $path } ließ sich nicht lesen oder schreiben.
    .safe = In Praesto wurde nichts geändert.
    .next = Prüfen Sie, ob es die Datei gibt und ob Sie sie öffnen dürfen.

error-file-exists = Eine Datei dieses Namens gibt es schon.
    .named = { $path } gibt es schon.
    .safe = Diese Datei ist, wie sie war. Außerhalb wurde nichts gespeichert.
    .next = Wählen Sie einen anderen Namen, oder stimmen Sie dem Ersetzen zu.

error-attachment-not-here = Diese Datei ist noch nicht auf diesem Computer.
    .safe = Der Fall ist vollständig. Nur diese Datei fehlt hier.
    .next = Verbinden Sie sich mit dem Netz und holen Sie sie noch einmal.

error-attachment-with-author = Diese Datei ist noch auf dem Computer der Person, die sie angehängt hat.
    .named = Diese Datei ist noch auf dem Computer von { $name }.
    .safe = Der Fall ist vollständig. Nur diese Datei fehlt hier.
    .next = Sie kommt, sobald jener Computer verbunden war. Bitten Sie darum und holen Sie die Datei später.

error-attachment-unfit = Diese Datei ist nicht, was ihr Fall über sie sagt.
    .named = Diese Datei ist nicht, was ihr Fall über sie sagt. Angehängt hat sie { $name }.
    .safe = Außerhalb wurde nichts gespeichert. Der Fall und seine anderen Dateien sind sicher.
    .next = Bitten Sie die Person, die sie angehängt hat, die richtige Datei noch einmal anzuhängen.

error-attachment-damaged = Diese Datei wurde auf diesem Computer beschädigt.
    .safe = Außerhalb wurde nichts gespeichert. Was der Server hat, ist unberührt.
    .next = Holen Sie sie noch einmal. Wird das nicht angeboten, hängen Sie das Original erneut an.

error-person-without-access = Diese Person kann den Fall nicht lesen.
    .safe = Nichts wurde geändert. Er bleibt, wo er war.
    .next = Wählen Sie jemanden aus dem Team, das daran arbeitet, oder fragen Sie die Administration.

error-letter-gaps = Das Schreiben hat noch Lücken: { $gaps }.
    .safe = Nichts wurde abgelegt; Ihr Text bleibt als Entwurf.
    .next = Füllen Sie aus, was in Klammern steht, oder streichen Sie es.

error-letter-signs = Diese Zeichen fehlen der Schrift der Schreiben: { $signs }
    .safe = Nichts wurde abgelegt; Ihr Text bleibt als Entwurf.
    .next = Schreiben Sie sie anders, etwa in lateinischen oder kyrillischen Buchstaben.

error-letter-address = Die Anschrift passt nicht in das Fenster des Umschlags.
    .safe = Nichts wurde abgelegt; Ihr Text bleibt als Entwurf.
    .next = Kürzen Sie sie auf acht Zeilen.

error-letter-signed-off = Diese Datei ist ein freigegebenes Schreiben; sie bleibt, wie sie ist.
    .safe = Die Datei ist unverändert, nichts wurde hinzugefügt.
    .next = Verfassen Sie ein neues Schreiben, oder hängen Sie die andere Datei daneben an.

error-cannot-show = Diese Datei lässt sich hier nicht zeigen.
    .safe = Nichts wurde geändert. Die Datei liegt im Fall, wie sie angehängt wurde.
    .next = Speichern Sie sie mit Begründung außerhalb und öffnen Sie sie mit ihrem eigenen Programm.

error-too-many-pages = Diese Datei hat { $pages } Seiten. Von hier aus werden höchstens { $most } gedruckt.
    .safe = Nichts wurde gedruckt. Die Datei liegt im Fall, wie sie angehängt wurde.
    .next = Speichern Sie sie mit Begründung außerhalb und drucken Sie sie mit ihrem eigenen Programm.

error-stopped = Sie haben es vor dem Ende angehalten.
    .safe = Was bis dahin getan wurde, bleibt, wie es ist.
    .next = Beginnen Sie neu, wann immer Sie wollen.

error-internal = In Praesto ist etwas schiefgegangen.
    .safe = Alles früher Gespeicherte ist sicher.
    .next = Versuchen Sie es noch einmal. Bleibt es dabei, senden Sie Ihrer Administration einen Bericht.

## Warum der Server abgelehnt hat

server-refused-malformed = Seine Antwort war nicht zu verstehen.
server-refused-bad-request = Er hat die Anfrage nicht verstanden. Vielleicht ist eine Seite zu alt.
server-refused-login-needed = Die Anmeldung dieses Computers ist abgelaufen. Er meldet sich von selbst neu an.
server-refused-device-unknown = Er kennt diesen Computer nicht oder noch nicht.
server-refused-device-revoked = Das Amt hat diesem Computer den Zugang entzogen.
server-refused-not-entitled = Dieser Computer hat kein Recht auf diesen Bereich.
server-refused-not-found = Er hat nicht, was verlangt wurde.
server-refused-founding-refused = Das Amt gibt es dort schon, oder er nimmt keine neuen an.
server-refused-head-moved = Jemand anderes hat das Register zuerst geändert.
server-refused-entry-refused = Die Regeln des Amtes erlauben das nicht.
server-refused-epoch-not-current = Die Schlüssel des Amtes haben sich inzwischen geändert.
server-refused-chain-broken = Er hat andere Änderungen dieses Computers als erwartet.
server-refused-record-refused = Unterschrift oder Form einer Änderung stimmen dort nicht.
server-refused-too-large = Das Gesendete ist größer, als er annimmt.
server-refused-too-many = Dieser Computer hat zu oft gefragt. Der Server macht eine Pause.
server-refused-quota-reached = Ihr Amt hat seinen Platz dort aufgebraucht.
server-refused-attachment-not-named = Er kennt keine Änderung, die diese Datei nennt.
server-refused-hash-mismatch = Die Datei kam dort mit anderen Bytes an als angekündigt.
server-refused-invitation-invalid = Die Einladung gibt es nicht, sie ist abgelaufen oder verbraucht.
server-refused-storage-full = Er hat keinen Platz mehr oder kann nicht schreiben.
server-refused-unavailable = Er ist ausgelastet oder kann im Moment nicht arbeiten.

## Warum eine Einladung nicht angenommen wird

invitation-refused-not-a-code = Das ist kein Einladungscode.
invitation-refused-mistyped = Ein Buchstabe oder eine Ziffer des Codes stimmt nicht.
invitation-refused-expired = Die Einladung ist abgelaufen.

act-refused-no-such-act = Diese Art von Fall kennt den Schritt nicht.
act-refused-not-from-here = Er führt von einem anderen Stand weiter.
act-refused-not-assigned = Das darf nur, wer den Fall hat.
act-refused-not-manager = Das darf nur eine Leitung.
act-refused-form-incomplete = Das Formular ist nicht vollständig.
act-refused-tasks-open = Es sind noch Aufgaben offen.
act-refused-contradicting = Entscheidungen widersprechen sich. Das klären zuerst Menschen.
act-refused-waits-for-signature = Eine Entscheidung wartet auf ihre zweite Unterschrift.
act-refused-own-decision = Wer entschieden hat, kann nicht als Zweiter unterschreiben.
act-refused-nothing-to-sign = Nichts wartet auf eine Unterschrift.
act-refused-not-own-decision = Zurückziehen darf sie nur, wer entschieden hat, oder eine Leitung.
act-refused-decide-anew = Was eine zweite Person unterschrieben hat, wird nicht zurückgeholt. Entscheiden Sie neu.

## Warum sich eine Datei nicht zeigen lässt

cannot-show-unknown-kind = Dateien dieser Art werden nicht gezeigt.
cannot-show-damaged = Sie ist beschädigt oder nicht, was ihr Name sagt.
cannot-show-too-large = Sie ist zu groß, um gezeigt zu werden.
cannot-show-encrypted = Sie öffnet sich nur mit einem Passwort.
cannot-show-no-such-page = Sie hat weniger Seiten.
cannot-show-no-such-part = Die Mail hat keine solche Datei.
cannot-show-took-too-long = Das Lesen dauerte zu lange.
cannot-show-ended = Das Lesen brach ab: Sie ist beschädigt oder verlangt mehr, als ein Dokument darf.
cannot-show-stopped = Inzwischen wurde etwas anderes geöffnet.
cannot-show-unavailable = Dieser Computer kann den abgetrennten Prozess nicht starten, der Dateien gefahrlos liest.
