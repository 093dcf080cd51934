### Handing cases over: what is handed, taken and given back.

## What a change did

change-hand-over = Fall übergeben
change-take-over = Fall übernommen
change-give-back = Fall zurückgegeben

## The page, and the way to it

area-hand-over = Übergaben
hand-over-page-lead = Was Ihnen übergeben wurde, und was aus dem wurde, was Sie übergeben haben.
hand-over-none = Es wurde nichts übergeben
hand-over-none-text = Fälle, die Ihnen jemand übergibt, warten hier, bis Sie sie übernehmen. Ihre eigenen übergeben Sie aus Ihrer Liste.
hand-over-foot = Sie haben diese Fälle schon. Mit dem Übernehmen sagen Sie, dass Sie es wissen
back-to-cases = Zurück zu den Fällen
command-hand-over-all = Alle meine Fälle übergeben…
row-handed-over = Übergeben
draft-give-back = Entwurf zum Zurückgeben
hint-take = Übergebenes übernehmen
hint-give-back = Übergebenes zurückgeben
hint-hand-over-all = alle eigenen übergeben
hint-look-handed = Übergebenes ansehen
hint-take-all = alles Übergebene übernehmen

## Handing over

hand-over-tasks = { $count ->
    [one] Die offene Aufgabe dessen, der ihn hat, geht mit
   *[other] Die { $count } offenen Aufgaben dessen, der ihn hat, gehen mit
}
hand-over-tasks-all = Meine offenen Aufgaben darin gehen mit
hand-over-to-missing = Wählen Sie eine Person.
hand-over-all-title = Alle meine Fälle übergeben
hand-over-all-lead = Wen Sie wählen, der hat sie sofort und wird gebeten, sie zu übernehmen. Das geht hinüber:
hand-over-all-reading = Ihre Fälle werden gelesen.
hand-over-all-none = Sie haben keinen offenen Fall, also gibt es nichts zu übergeben.
hand-over-all-alone = Noch ist niemand sonst in diesem Amt. Laden Sie zuerst jemanden ein.
hand-over-all-do = { $count ->
    [one] { $count } Fall übergeben
   *[other] { $count } Fälle übergeben
}
said-handed-all = { $count ->
    [one] { $count } Fall wurde übergeben.
   *[other] { $count } Fälle wurden übergeben.
}

## What there is to do in some cases

load-overdue = { $count } überfällig
load-due-soon = { $count } in 7 Tagen fällig
load-tasks = { $count ->
    [one] { $count } offene Aufgabe
   *[other] { $count } offene Aufgaben
}
load-decisions = { $count ->
    [one] { $count } wartet auf die zweite Unterschrift
   *[other] { $count } warten auf die zweite Unterschrift
}
load-conflicts = { $count ->
    [one] { $count } Konflikt
   *[other] { $count } Konflikte
}
load-unseen = { $count } geändert, seit Sie zuletzt hineinsahen

## What was handed to me

handed-to-me = { $count ->
    [one] { $name } hat Ihnen { $count } Fall übergeben
   *[other] { $name } hat Ihnen { $count } Fälle übergeben
}
handed-more = { $count ->
    [one] Und { $count } weitere Übergabe
   *[other] Und { $count } weitere Übergaben
}
handed-look = Ansehen
handed-first = Die ersten { $shown } von { $total } werden gezeigt.
handed-note = Letzte Notiz: „{ $text }“ ({ $name }, { $when })
handed-unseen = Geändert, seit Sie zuletzt hineinsahen
handed-case-to-me = { $name } hat Ihnen diesen Fall übergeben, { $when }
handed-case-to-me-text = Sie haben ihn schon. Übernehmen Sie ihn, damit es alle wissen, oder geben Sie ihn zurück.
handed-case = { $name } hat diesen Fall an { $to } übergeben, { $when }
handed-case-text = Er ist noch nicht übernommen.
take = Übernehmen
take-named = Übernehmen: { $title }
take-all = Alle übernehmen
said-taken = { $count ->
    [one] Sie haben { $count } Fall übernommen.
   *[other] Sie haben { $count } Fälle übernommen.
}

## Giving back

give-back = Zurückgeben…
give-back-named = Zurückgeben… { $title }
give-back-all = Alle zurückgeben…
give-back-title = { $reference } zurückgeben
give-back-title-all = Alle zurückgeben
give-back-lead = Das geht sofort zurück an { $name }, samt den Aufgaben, die mitkamen.
give-back-words = Warum Sie zurückgeben
give-back-words-help = Es bleibt im Fall. Sie können es leer lassen.
give-back-do = Zurückgeben
said-given-back = { $count ->
    [one] { $count } Fall wurde zurückgegeben.
   *[other] { $count } Fälle wurden zurückgegeben.
}

## While it is under way, and what was left

handing-begins = Es beginnt.
handing-progress = { $total ->
    [one] { $done } von { $total } Fall
   *[other] { $done } von { $total } Fällen
}
handing-done = { $count ->
    [one] { $count } Fall ist erledigt.
   *[other] { $count } Fälle sind erledigt.
}
handing-left = { $count ->
    [one] { $count } blieb, wie er ist.
   *[other] { $count } blieben, wie sie sind.
}
handing-cancelled = Sie haben es angehalten. Was erledigt ist, gilt.
handing-left-more = { $count ->
    [one] Und { $count } weiterer.
   *[other] Und { $count } weitere.
}

## What I handed over

given-title = Was Sie übergeben haben
given-rule = Der letzten 30 Tage
given-to = An
given-when = Wann
given-waits = Noch offen
given-taken = Übernommen
given-back = Zurück
given-over = Anders weiter
given-back-title = An Sie zurückgegeben
given-back-by = zurück von { $name }, { $when }
