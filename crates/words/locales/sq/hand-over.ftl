### Handing cases over: what is handed, taken and given back.

## What a change did

change-hand-over = lënda u dorëzua
change-take-over = lënda u mor përsipër
change-give-back = lënda u kthye

## The page, and the way to it

area-hand-over = Dorëzimet
hand-over-page-lead = Çfarë ju dorëzuan kolegët, dhe çfarë ndodhi me ato që dorëzuat ju.
hand-over-none = Asgjë nuk është dorëzuar
hand-over-none-text = Lëndët që ju dorëzon një koleg presin këtu derisa t’i merrni. Të tuajat i dorëzoni nga lista juaj.
hand-over-foot = Këto lëndë i keni tashmë. Marrja thotë se e dini
back-to-cases = Prapa te lëndët
command-hand-over-all = Dorëzo të gjitha lëndët e mia…
row-handed-over = E dorëzuar
draft-give-back = Skicë për kthim
hint-take = merr të dorëzuarën
hint-give-back = kthe të dorëzuarën
hint-hand-over-all = dorëzo të gjitha të miat
hint-look-handed = shih çfarë u dorëzua
hint-take-all = merr gjithçka të dorëzuar

## Handing over

hand-over-tasks = { $count ->
    [one] Detyra e hapur e atij që e ka shkon bashkë
   *[other] { $count } detyrat e hapura të atij që e ka shkojnë bashkë
}
hand-over-tasks-all = Detyrat e mia të hapura në to shkojnë bashkë
hand-over-to-missing = Zgjidhni një koleg.
hand-over-all-title = Dorëzimi i të gjitha lëndëve të mia
hand-over-all-lead = Kë të zgjidhni, i ka menjëherë dhe pyetet t’i marrë. Kjo dorëzohet:
hand-over-all-reading = Lëndët tuaja po lexohen.
hand-over-all-none = Nuk keni asnjë lëndë të hapur, prandaj nuk ka çfarë të dorëzohet.
hand-over-all-alone = Në këtë zyrë ende nuk ka tjetër. Ftoni më parë një koleg.
hand-over-all-do = { $count ->
    [one] Dorëzo { $count } lëndë
   *[other] Dorëzo { $count } lëndë
}
said-handed-all = { $count ->
    [one] U dorëzua { $count } lëndë.
   *[other] U dorëzuan { $count } lëndë.
}

## What there is to do in some cases

load-overdue = { $count } me vonesë
load-due-soon = { $count } me afat brenda 7 ditësh
load-tasks = { $count ->
    [one] { $count } detyrë e hapur
   *[other] { $count } detyra të hapura
}
load-decisions = { $count ->
    [one] { $count } pret nënshkrimin e dytë
   *[other] { $count } presin nënshkrimin e dytë
}
load-conflicts = { $count ->
    [one] { $count } konflikt
   *[other] { $count } konflikte
}
load-unseen = { $count } ndryshuar që nga shikimi i fundit

## What was handed to me

handed-to-me = { $count ->
    [one] { $name } ju dorëzoi { $count } lëndë
   *[other] { $name } ju dorëzoi { $count } lëndë
}
handed-more = { $count ->
    [one] Edhe { $count } dorëzim tjetër
   *[other] Edhe { $count } dorëzime të tjera
}
handed-look = Shiko
handed-first = Shfaqen { $shown } të parat nga { $total }.
handed-note = Shënimi i fundit: “{ $text }” ({ $name }, { $when })
handed-unseen = Ndryshuar që nga shikimi i fundit
handed-case-to-me = { $name } ju dorëzoi këtë lëndë, { $when }
handed-case-to-me-text = E keni tashmë. Merreni, që ta dinë të gjithë, ose kthejeni.
handed-case = { $name } ia dorëzoi këtë lëndë { $to }, { $when }
handed-case-text = Ende nuk është marrë.
take = Merr
take-named = Merr: { $title }
take-all = Merri të gjitha
said-taken = { $count ->
    [one] Morët { $count } lëndë.
   *[other] Morët { $count } lëndë.
}

## Giving back

give-back = Kthe…
give-back-named = Kthe… { $title }
give-back-all = Ktheji të gjitha…
give-back-title = Kthimi i { $reference }
give-back-title-all = Kthimi i të gjithave
give-back-lead = Kthehet menjëherë te { $name }, me detyrat që erdhën bashkë.
give-back-words = Pse e ktheni
give-back-words-help = Ruhet në lëndë. Mund ta lini bosh.
give-back-do = Kthe
said-given-back = { $count ->
    [one] U kthye { $count } lëndë.
   *[other] U kthyen { $count } lëndë.
}

## While it is under way, and what was left

handing-begins = Po fillon.
handing-progress = { $total ->
    [one] { $done } nga { $total } lëndë
   *[other] { $done } nga { $total } lëndë
}
handing-done = { $count ->
    [one] { $count } lëndë u krye.
   *[other] { $count } lëndë u kryen.
}
handing-left = { $count ->
    [one] { $count } mbeti siç është.
   *[other] { $count } mbetën siç janë.
}
handing-cancelled = E ndalët. Ajo që u krye vlen.
handing-left-more = { $count ->
    [one] Edhe { $count } tjetër.
   *[other] Edhe { $count } të tjera.
}

## What I handed over

given-title = Çfarë dorëzuat ju
given-rule = Të 30 ditëve të fundit
given-to = Për
given-when = Kur
given-waits = Presin
given-taken = Të marra
given-back = Të kthyera
given-over = Ndryshe
given-back-title = Të kthyera te ju
given-back-by = e ktheu { $name }, { $when }
