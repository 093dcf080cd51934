### Arten von Fällen im Amt: woher sie kommen, und wie eine hinzukommt.

own-types-title = Arten von Fällen
own-types-add = Art hinzufügen
own-types-type = Art
own-types-version = Version
own-types-from = Herkunft
own-types-added = Hinzugefügt von { $name }, { $when }

case-type-standing-shipped = Gehört zu Praesto
case-type-standing-own = Ihr Amt
case-type-standing-withdrawn = Zurückgezogen: keine neuen Fälle
case-type-standing-replaced = Praesto bringt jetzt eine dieses Namens mit, und diese gilt
case-type-standing-too-new = Braucht ein neueres Praesto

own-types-withdraw = Zurückziehen
own-types-withdraw-named = Zurückziehen: { $type }
own-types-restore = Zurückholen
own-types-restore-named = Zurückholen: { $type }
own-types-withdrawn = { $type }: ab jetzt keine neuen Fälle. Vorhandene Fälle gehen weiter.
own-types-restored = { $type } steht für neue Fälle wieder bereit.

own-types-lead = Ein Ordner mit der Art oder ein ZIP davon. Alle im Amt bekommen sie.
own-types-path = Ordner oder ZIP
own-types-path-help = Zuerst wird geprüft. Ist etwas falsch, wird nichts hinzugefügt.
own-types-path-missing = Geben Sie den Ordner oder das ZIP an.
own-types-pick-folder = Ordner wählen
own-types-pick-file = ZIP wählen
own-types-add-do = Prüfen und hinzufügen
own-types-check = Nur prüfen
own-types-sound = { $type }, Version { $version }, ist in Ordnung. Es wurde nichts hinzugefügt.
own-types-busy = Prüft

own-types-faults = { $count ->
    [one] Nichts wurde hinzugefügt: eine Sache ist falsch
   *[other] Nichts wurde hinzugefügt: { $count } Dinge sind falsch
}
own-types-faults-text = Berichtigen Sie die Dateien und fügen Sie sie erneut hinzu. Genannt wird alles in den englischen Wörtern des Formats.
own-types-whole = Das Paket
own-types-line = { $file }, Zeile { $line }
own-types-more = { $count ->
    [one] Eine weitere ist nicht gezeigt.
   *[other] { $count } weitere sind nicht gezeigt.
}

case-type-how-new = { $type } wurde hinzugefügt. Die anderen bekommen sie beim nächsten Abgleich.
case-type-how-newer-version = { $type } ist jetzt Version { $version }. Offene Fälle bleiben, wo sie stehen.
case-type-how-brought-back = { $type } war zurückgezogen und ist wieder da.
case-type-how-same = { $type } ist schon genau so hier.

hint-add-type = Art hinzufügen
change-case-type = Arten von Fällen des Amts geändert

error-case-type-withdrawn = Das Amt hat diese Art von Fällen zurückgezogen.
    .safe = Was Sie eingegeben haben, ist noch da. Fälle dieser Art gehen weiter.
    .next = Wählen Sie eine andere Art, oder bitten Sie die Administration, sie zurückzuholen.

error-case-type-refused = Die Art von Fällen wurde nicht hinzugefügt.
    .safe = Es wurde nichts geändert.
    .next = Sehen Sie sich den Grund an und versuchen Sie es erneut.

case-type-refused-no-pack = Darin ist keine Art von Fällen: die Datei { "type.toml" } fehlt.
case-type-refused-many-packs = Darin ist mehr als eine Art. Fügen Sie sie einzeln hinzu.
case-type-refused-ships = { $id } gehört zu Praesto. Geben Sie Ihrer Art einen anderen Namen: benennen Sie ihren Ordner um.
case-type-refused-older = Version { $version } von { $id } ist schon hier. Zählen Sie die Version in { "type.toml" } hoch.
case-type-refused-states = { $count ->
    [one] Ein offener Fall steht in einem Zustand, der dieser Version fehlt: { $states }. Behalten Sie ihn bei.
   *[other] { $count } offene Fälle stehen in Zuständen, die dieser Version fehlen: { $states }. Behalten Sie sie bei.
}
case-type-refused-not-sound = { $count ->
    [one] Eine Sache daran ist falsch.
   *[other] { $count } Dinge daran sind falsch.
}
