### Who looked at a case, and what left Praesto.

access = Wer hineingesehen hat
access-show = Zeigen, wer hineingesehen hat
access-hide = Verbergen, wer hineingesehen hat
access-lead = Getrennt von Änderungen bewahrt, je Computer einmal am Tag.
access-none = Noch hat niemand hineingesehen.
access-more = { $count ->
    [one] Noch eine Zeile zeigen
   *[other] Noch { $count } Zeilen zeigen
}
access-opened = { $name }: Fall geöffnet
access-printed = { $name }: { $what } gedruckt: „{ $reason }“
access-took-out = { $name }: { $what } außerhalb von Praesto gespeichert: „{ $reason }“
access-opened-elsewhere = { $name }: Kopie von { $what } in einem anderen Programm geöffnet
access-exported = { $name }: Fall herausgegeben für { $what }: „{ $reason }“
access-listed = { $name }: Tabelle gespeichert von { $what }: „{ $reason }“
access-backed-up = { $name }: Sicherung dieses Computers gemacht
hint-who-looked = wer hineingesehen hat

## On this computer

left-title = Was über diesen Computer hinausging
left-lead = Dateien, Fälle, Listen und Sicherungen, die jemand herausnahm. Niemand kann eine Zeile löschen.
left-none = Über diesen Computer ist nichts hinausgegangen.
left-none-all = Über keinen Computer ist etwas hinausgegangen, soweit hier bekannt.
left-title-all = Was über die Computer des Amts hinausging
left-all = Alle Computer zeigen
left-mine = Nur diesen Computer zeigen
left-of = Fall { $reference }
