### Abgleich, und was dieser Computer bewahrt.

## Stand in der oberen Leiste

sync-no-server = Nur auf diesem Computer
sync-not-yet = Noch nicht verbunden
sync-not-yet-waiting = { $count ->
    [0] Noch nicht verbunden
    [one] Noch nicht verbunden, { $count } Änderung wartet
   *[other] Noch nicht verbunden, { $count } Änderungen warten
}
sync-up-to-date = Aktuell, { $ago }
sync-sending = Sendet { $done } von { $total }
sync-receiving = { $total ->
    [one] Fall kommt an, { $done } von { $total }
   *[other] Fälle kommen an, { $done } von { $total }
}
sync-checking = Benutzbar; Prüfung läuft, { $done } von { $total }
sync-offline = { $count ->
    [0] Ohne Netz, alles gesendet
    [one] Ohne Netz, { $count } Änderung wartet
   *[other] Ohne Netz, { $count } Änderungen warten
}
sync-stopped = { $count ->
    [0] Angehalten, braucht Sie
    [one] Angehalten, { $count } Änderung wartet
   *[other] Angehalten, { $count } Änderungen warten
}
sync-waiting = { $count ->
    [0] Wartet auf jemanden aus dem Amt
    [one] Wartet auf jemanden aus dem Amt, { $count } Änderung wartet
   *[other] Wartet auf jemanden aus dem Amt, { $count } Änderungen warten
}
sync-last-contact = Letzter Kontakt mit dem Server: { $when }
sync-never-contact = Noch kein Kontakt mit dem Server

waiting-to-be-sent = { $count ->
    [0] Nichts wartet auf das Senden
    [one] { $count } Änderung wartet auf das Senden
   *[other] { $count } Änderungen warten auf das Senden
}
waiting-safe-here = Hier sicher
waiting-provisional = Vorläufig, bis gesendet

## Warum etwas auf diesem Computer ist

held-assigned = Ihnen zugeteilt
    .sentence = Der Fall ist Ihnen zugeteilt.
held-pinned = Von Ihnen angeheftet
    .sentence = Sie haben ihn angeheftet, darum bleiben auch seine Dateien hier.
held-team = In der Liste Ihres Teams
    .sentence = Er ist in der Liste Ihres Teams.
held-recent = Kürzlich geöffnet
    .sentence = Sie haben ihn kürzlich geöffnet.
held-removed = Aus den Listen entfernt
    .sentence = Er wurde aus den Listen entfernt; gelöscht ist nichts.

## Beiseitegelegt: angekommen, aber nicht lesbar oder nicht prüfbar

set-aside-count = { $count ->
    [0] Nichts ist beiseitegelegt
    [one] { $count } Änderung ist beiseitegelegt
   *[other] { $count } Änderungen sind beiseitegelegt
}
set-aside-by = Eine Änderung von { $name } ist beiseitegelegt
set-aside-made-on = Geschrieben auf { $device }
set-aside-retry = Jetzt noch einmal versuchen

set-aside-malformed = Eine Änderung kam beschädigt an.
    .why = Ihre Bytes haben nicht die vereinbarte Form.
    .safe = Alles. Der Fall bleibt, wie er war.
    .next = Warten Sie auf den nächsten Kontakt. Bleibt es dabei, sagen Sie es Ihrer Administration.
set-aside-forged = Eine Änderung wurde unterwegs verändert.
    .why = Ihre Unterschrift passt nicht zum Inhalt.
    .safe = Alles. Die Änderung wurde nicht verwendet.
    .next = Sagen Sie es Ihrer Administration. Kopieren Sie die Einzelheiten ohne Inhalt.
set-aside-unknown-device = Eine Änderung kommt von einem Computer, den das Amt nicht kennt.
    .why = Das Register des Amtes führt diesen Computer nicht.
    .safe = Alles. Die Änderung wurde nicht verwendet.
    .next = Warten Sie auf den nächsten Kontakt. Bleibt es dabei, sagen Sie es Ihrer Administration.
set-aside-after-revocation = Eine Änderung entstand, nachdem ihrem Computer der Zugang entzogen war.
    .why = Das Amt hat dem Computer vor dieser Änderung den Zugang entzogen.
    .safe = Alles. Die Änderung wird bewahrt und nicht verwendet.
    .next = Die Administration kann sie mit der Person ansehen, die sie geschrieben hat.
set-aside-not-allowed = Eine Änderung entstand ohne das Recht dazu.
    .why = Das Register gibt ihrem Verfasser hier kein Schreibrecht.
    .safe = Alles. Die Änderung wird bewahrt und nicht verwendet.
    .next = Fragen Sie Ihre Administration, ob das Recht aus Versehen fehlt.
set-aside-chain-gap = Eine Änderung lässt sich noch nicht prüfen.
    .why = Eine frühere Änderung desselben Computers fehlt.
    .safe = Alles. Der Fall zeigt seine letzte geprüfte Fassung.
    .next = Verbinden Sie sich einmal. Die fehlende Änderung kommt zuerst, dann wird diese wieder versucht.
set-aside-chain-fork = Zwei Änderungen eines Computers beanspruchen denselben Platz.
    .why = Wahrscheinlich wurde eine Kopie seines Profils verwendet.
    .safe = Alles. Beide Änderungen werden bewahrt.
    .next = Sagen Sie Ihrer Administration, welcher Computer es ist.
set-aside-out-of-sequence = Eine Änderung schließt nicht an die übrigen ihres Computers an.
    .why = Ihre Nummer kommt zweimal vor, oder eine davor fehlt. Vielleicht wurde eine Kopie dieses Computers verwendet.
    .safe = Alles. Die Änderung wird bewahrt und nicht verwendet.
    .next = Sie wird von selbst wieder versucht. Bleibt es dabei, sagen Sie Ihrer Administration, welcher Computer es ist.
set-aside-register-behind = Eine Änderung weiß mehr vom Amt als dieser Computer.
    .why = Die neuesten Einträge des Registers sind hier noch nicht angekommen.
    .safe = Alles. Die Änderung wird bewahrt.
    .next = Verbinden Sie sich einmal. Sie wird von selbst wieder versucht.
set-aside-key-missing = Eine Änderung ist mit einem Schlüssel versiegelt, der noch fehlt.
    .why = Der Schlüssel ihres Zeitraums ist nicht auf diesem Computer angekommen.
    .safe = Alles. Die Änderung wird versiegelt bewahrt.
    .next = Verbinden Sie sich, während jemand aus dem Amt am Netz ist. Sie wird von selbst wieder versucht.
set-aside-cannot-open = Eine Änderung lässt sich mit ihrem Schlüssel nicht öffnen.
    .why = Der Schlüssel ist hier, aber das Siegel passt nicht dazu.
    .safe = Alles. Die Änderung wird bewahrt und nicht verwendet.
    .next = Sagen Sie es Ihrer Administration. Kopieren Sie die Einzelheiten ohne Inhalt.
set-aside-missing-changes = Eine Änderung baut auf anderen auf, die noch fehlen.
    .why = Sie bezieht sich auf Änderungen, die hier noch nicht angekommen sind.
    .safe = Alles. Der Fall wird ohne sie gezeigt.
    .next = Verbinden Sie sich einmal. Sie wird von selbst wieder versucht.
set-aside-wrong-actor = Eine Änderung wurde unter dem Namen eines anderen Computers geschrieben.
    .why = Der Name darin gehört nicht dem Computer, der unterschrieben hat.
    .safe = Alles. Die Änderung wurde nicht verwendet.
    .next = Sagen Sie es Ihrer Administration. Kopieren Sie die Einzelheiten ohne Inhalt.
set-aside-unknown-schema = Eine Änderung stammt von einem neueren Praesto.
    .why = Diese Version versteht ihre Form nicht.
    .safe = Alles. Die Änderung wird bewahrt.
    .next = Installieren Sie die neueste Version. Sie wird von selbst wieder versucht.
set-aside-checkpoint-contradicts = Eine Zusammenfassung sagt etwas anderes als ihre Änderungen.
    .why = Sie passt nicht zu den Änderungen, die sie umfasst.
    .safe = Alles. Der Fall wurde aus seinen Änderungen neu aufgebaut.
    .next = Sagen Sie Ihrer Administration, von wessen Computer sie kam.
set-aside-removal-untrue = Eine Änderung sagt über das Entfernen eines Falls nicht die Wahrheit.
    .why = Sie entfernt einen Fall, ohne es zu sagen, oder sie sagt es und tut etwas anderes.
    .safe = Alles. Die Änderung wurde nicht verwendet.
    .next = Sagen Sie Ihrer Administration, von wessen Computer sie kam.

## Was sich als unwahr erwies

finding-count = { $count ->
    [0] Keine Widersprüche gefunden
    [one] { $count } Widerspruch gefunden
   *[other] { $count } Widersprüche gefunden
}
finding-register-rolled-back = Der Server zeigte ein älteres Register des Amtes.
    .why = Es setzt das Register nicht fort, das dieser Computer gesehen hat.
    .safe = Das neuere Register bleibt. Ihre Arbeit ist hier gespeichert.
    .next = Sagen Sie es Ihrer Administration. Vielleicht wurde der Server aus einer Sicherung wiederhergestellt.
finding-register-forged = Im Register des Servers steht ein Eintrag gegen die Regeln.
    .why = Ihn hat niemand unterschrieben, der das Recht dazu hatte.
    .safe = Der Eintrag wurde nicht angenommen. Ihre Arbeit ist hier gespeichert.
    .next = Sagen Sie es Ihrer Administration, bevor Sie mit dem Server weiterarbeiten.
finding-server-behind = Dem Server fehlen Änderungen, die er bestätigt hatte.
    .why = Wahrscheinlich wurde er aus einer älteren Kopie wiederhergestellt.
    .safe = Dieser Computer hat sie noch und bietet sie wieder an.
    .next = Bleiben Sie verbunden, bis alles wieder gesendet ist. Sagen Sie es Ihrer Administration.
finding-histories-differ = Der Server zeigte jemandem im Amt einen anderen Verlauf als Ihnen.
    .why = Die Reihenfolge der Änderungen auf zwei Computern stimmt nicht überein.
    .safe = Beide Verläufe werden bewahrt. Ihre Arbeit ist hier gespeichert.
    .next = Sagen Sie es Ihrer Administration. Vergleichen Sie beide Computer.
finding-record-forged = Der Server gab eine Änderung weiter, die niemand im Amt geschrieben hat.
    .why = Ihre Unterschrift gehört zu keinem Computer des Amtes.
    .safe = Die Änderung wurde nicht verwendet.
    .next = Sagen Sie es Ihrer Administration.
finding-wrong-keys = Der Server gab Schlüssel weiter, die nicht passen.
    .why = Sie stimmen nicht mit dem Register überein.
    .safe = Die Schlüssel wurden nicht benutzt. Neue entstehen von selbst.
    .next = Sagen Sie es Ihrer Administration.
finding-attachment-swapped = Der Server gab eine andere Datei weiter als die genannte.
    .why = Die Bytes passen nicht zum unterschriebenen Namen.
    .safe = Die Datei wurde weder geöffnet noch behalten.
    .next = Holen Sie die Datei noch einmal. Bleibt es dabei, sagen Sie es Ihrer Administration.
finding-attachment-damaged = Eine Datei wurde auf diesem Computer beschädigt, bevor der Server sie hatte.
    .why = Die Bytes auf der Festplatte sind nicht mehr die, die hier versiegelt wurden.
    .safe = Der übrige Fall ist sicher. Weder jemand im Kollegium noch der Server ist schuld.
    .next = Hängen Sie das Original noch einmal an: „Alles prüfen“ nennt die Datei. Lassen Sie die Festplatte dieses Computers prüfen.
finding-attachment-unfit = Eine Datei aus dem Kollegium ist nicht, was ihr Fall über sie sagt.
    .why = Länge oder Inhalt sind anders, als beim Anhängen angegeben wurde.
    .safe = Die Datei wurde nicht verwendet. Der Fall und seine anderen Dateien sind sicher.
    .next = Bitten Sie diese Person, die richtige Datei noch einmal anzuhängen.
finding-checkpoint-forged = Eine Zusammenfassung widersprach den Änderungen dahinter.
    .why = Sie sagt nicht, was ihre Änderungen sagen.
    .safe = Sie wurde verworfen und der Fall aus seinen Änderungen neu aufgebaut.
    .next = Sagen Sie Ihrer Administration, von wessen Computer sie kam.
finding-profile-copied = Eine Kopie dieses Profils wurde anderswo verwendet.
    .why = Dieser Computer und die Kopie haben beide Änderungen gemacht.
    .safe = Alle Änderungen werden bewahrt. Die dieses Computers wurden neu unterschrieben.
    .next = Dieser Computer zählt jetzt als ein weiterer von Ihnen. Wenn Sie keine Kopie gemacht haben, sagen Sie es Ihrer Administration.
finding-device-added = Ein weiterer Computer einer Person wurde hinzugefügt.
    .why = Ein Computer dieser Person hat ihn hinzugefügt, wie es ein kopiertes Profil tut.
    .safe = Er kann lesen, was diese Person lesen kann. Nichts wurde geändert.
    .next = Wenn niemand eine Kopie gemacht hat, bitten Sie Ihre Administration, beide Computer auszuschließen.
finding-receipt-forged = Der Server bestätigte etwas mit einer falschen Unterschrift.
    .why = Die Bestätigung ist nicht vom Server Ihres Amtes unterschrieben.
    .safe = Die Änderung bleibt auf diesem Computer und wartet auf das Senden.
    .next = Sagen Sie es Ihrer Administration.

## Eine Prüfung von allem

verify-clean = Alles auf diesem Computer wurde geprüft und stimmt.
verify-not-checked = { $count ->
    [one] Was hier ist, stimmt. { $count } Fall gilt auf das Wort eines Kollegen, bis sein Verlauf angekommen ist.
   *[other] Was hier ist, stimmt. { $count } Fälle gelten auf das Wort eines Kollegen, bis ihr Verlauf angekommen ist.
}
verify-summary = { $entries ->
    [one] { $entries } Registereintrag
   *[other] { $entries } Registereinträge
}, { $records ->
    [one] { $records } Änderung
   *[other] { $records } Änderungen
}, { $cases ->
    [one] { $cases } Fall
   *[other] { $cases } Fälle
}, { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}
verify-problems = { $count ->
    [one] { $count } Sache stimmt nicht.
   *[other] { $count } Sachen stimmen nicht.
}
verify-register = Das Register ist in sich nicht stimmig.
verify-record = Unterschrift oder Inhalt einer Änderung stimmt nicht.
verify-chain = Eine Kette von Änderungen ist unterbrochen.
verify-document = Ein Fall passt nicht zu seinen Änderungen.
verify-attachment = Eine Datei fehlt oder wurde verändert.
