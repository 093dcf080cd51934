### Listen von Fällen: was sie eingrenzt, gespeicherte, was markiert ist.

## Narrowing a list

filter = Filtern
filter-title = Diese Liste eingrenzen
filter-lead = Was Sie hier wählen, gilt zusammen.
filter-any = Beliebig
filter-state = Stand dieser Art
filter-tag = Schlagwort
filter-due = Fällig in Tagen
filter-due-help = Eine Zahl. Überfälliges ist dabei.
filter-due-unclear = Das ist keine Anzahl von Tagen bis 36.500.
filter-unseen = Von anderen geändert, seit ich zuletzt hineinsah
filter-do = Diese zeigen
filter-clear = Alle Filter entfernen
filters-set = Gesetzte Filter
filter-chip = { $what }: { $value }
filter-chip-due = { $count ->
    [0] Heute fällig oder überfällig
    [one] Fällig in { $count } Tag
   *[other] Fällig in { $count } Tagen
}
filter-remove = Filter „{ $what }“ entfernen
list-narrowed-empty = Kein Fall passt
    .text = Entfernen Sie einen Filter oder sehen Sie in eine andere Liste.

## Lists that are saved under a name

lists = Gespeicherte Listen
lists-choose = Gespeicherte Listen
list-keep = Diese Liste speichern…
list-keep-title = Diese Liste speichern
list-rename = { $name } umbenennen
list-rename-title = Diese Liste umbenennen
list-keep-lead = Liste, Reihenfolge und Filter werden unter diesem Namen gespeichert, nur auf diesem Computer.
list-name = Name der Liste
list-keep-do = Speichern
said-list-kept = Die Liste wurde gespeichert.
said-list-renamed = Die Liste wurde umbenannt.
said-list-forgotten = Die Liste „{ $name }“ wurde entfernt. Ihre Fälle bleiben, wie sie sind.
palette-list = Gespeicherte Liste

## Cases that are marked, and acts over all of them

marks = Markierte Fälle
marks-count = { $count ->
    [one] { $count } markiert
   *[other] { $count } markiert
}
bulk-tag = Schlagwort
bulk-seen = Als gesehen merken
bulk-unmark = Markierung aufheben
bulk-progress = { $total ->
    [one] { $done } von { $total } Fall
   *[other] { $done } von { $total } Fällen
}
bulk-assign-title = { $count ->
    [one] { $count } Fall zuteilen
   *[other] { $count } Fälle zuteilen
}
bulk-assign-tasks = Die offenen Aufgaben derer, die sie haben, gehen mit
bulk-tag-title = { $count ->
    [one] Schlagwort für { $count } Fall
   *[other] Schlagwort für { $count } Fälle
}
bulk-tag-lead = Ein Schlagwort steht in jedem Fall gleich geschrieben.
bulk-tag-add = Schlagwort hinzufügen
bulk-tag-remove = Schlagwort entfernen
bulk-status-title = { $count ->
    [one] Status von { $count } Fall setzen
   *[other] Status von { $count } Fällen setzen
}
bulk-status-lead = Nur für Fälle der Art „{ $type }“. Andere gehen ihre Schritte einzeln und bleiben, wie sie sind.
bulk-status-do = Status setzen

## Said after such an act

bulk-said-nothing = Es wurde nichts geändert.
bulk-said-assigned = { $count ->
    [one] { $count } Fall wurde zugeteilt.
   *[other] { $count } Fälle wurden zugeteilt.
}
bulk-said-unassigned = { $count ->
    [one] { $count } Fall wurde zurückgegeben.
   *[other] { $count } Fälle wurden zurückgegeben.
}
bulk-said-tagged = { $count ->
    [one] { $count } Fall hat das Schlagwort bekommen.
   *[other] { $count } Fälle haben das Schlagwort bekommen.
}
bulk-said-untagged = { $count ->
    [one] { $count } Fall hat das Schlagwort nicht mehr.
   *[other] { $count } Fälle haben das Schlagwort nicht mehr.
}
bulk-said-status = { $count ->
    [one] Der Status von { $count } Fall wurde gesetzt.
   *[other] Der Status von { $count } Fällen wurde gesetzt.
}
bulk-said-pinned = { $count ->
    [one] { $count } Fall wurde angeheftet.
   *[other] { $count } Fälle wurden angeheftet.
}
bulk-said-unpinned = { $count ->
    [one] { $count } Fall wurde losgeheftet.
   *[other] { $count } Fälle wurden losgeheftet.
}
bulk-said-seen = { $count ->
    [one] { $count } Fall gilt als gesehen.
   *[other] { $count } Fälle gelten als gesehen.
}
bulk-said-undone = { $count ->
    [one] In { $count } Fall zurückgenommen.
   *[other] In { $count } Fällen zurückgenommen.
}
bulk-left-title = { $count ->
    [one] { $count } Fall blieb, wie er war
   *[other] { $count } Fälle blieben, wie sie waren
}
bulk-left-done = { $count ->
    [one] { $count } anderer Fall wurde geändert.
   *[other] { $count } andere Fälle wurden geändert.
}
bulk-left-more = { $count ->
    [one] Und { $count } weiterer.
   *[other] Und { $count } weitere.
}
bulk-left-look = Anzeigen
bulk-left-undo = Alles zurücknehmen
bulk-stopped-title = Vorzeitig angehalten
bulk-stopped = Sie haben angehalten. Was getan ist, bleibt und lässt sich zurücknehmen.

## What keys do

hint-filter = filtern
hint-mark = markieren
hint-mark-more = den nächsten auch markieren
hint-mark-all = ganze Liste markieren
hint-unmark = Markierung aufheben
hint-bulk-assign = zuteilen
hint-bulk-tag = Schlagwort
hint-bulk-status = Status
hint-bulk-pin = anheften
hint-bulk-unpin = losheften
hint-bulk-seen = als gesehen merken
keys-marked = Bei markierten Fällen

## Errors

error-one-by-one = Fälle dieser Art gehen ihre Schritte einzeln.
    .safe = An diesem Fall wurde nichts geändert.
    .next = Öffnen Sie den Fall und gehen Sie den Schritt dort.
error-act-under-way = Es läuft schon etwas über viele Fälle.
    .safe = Es läuft weiter. Sonst wurde nichts geändert.
    .next = Warten Sie, bis es zu Ende ist, oder halten Sie es an.
palette-lists = Listen
