### Listat e lëndëve: filtrat, listat e ruajtura, lëndët e përzgjedhura.

## Narrowing a list

filter = Filtro
filter-title = Ngushto këtë listë
filter-lead = Ajo që zgjidhni këtu vlen së bashku.
filter-any = Çdo
filter-state = Gjendja e këtij lloji
filter-tag = Etiketa
filter-due = Afati në ditë
filter-due-help = Një numër. Ato me vonesë janë mes tyre.
filter-due-unclear = Ky nuk është numër ditësh deri në 36.500.
filter-unseen = Ndryshuar nga një koleg që nga shikimi im i fundit
filter-do = Shfaqi këto
filter-clear = Hiqi të gjithë filtrat
filters-set = Filtrat e vendosur
filter-chip = { $what }: { $value }
filter-chip-due = { $count ->
    [0] Afati sot ose me vonesë
    [one] Afati brenda { $count } dite
   *[other] Afati brenda { $count } ditësh
}
filter-remove = Hiq filtrin “{ $what }”
list-narrowed-empty = Asnjë lëndë nuk përputhet
    .text = Hiqni një filtër, ose shikoni në një listë tjetër.

## Lists that are saved under a name

lists = Lista të ruajtura
lists-choose = Lista të ruajtura
list-keep = Ruaje këtë listë…
list-keep-title = Ruajtja e kësaj liste
list-rename = Riemërto { $name }
list-rename-title = Riemërtimi i kësaj liste
list-keep-lead = Lista, radhitja dhe filtrat ruhen me këtë emër, vetëm në këtë kompjuter.
list-name = Emri i listës
list-keep-do = Ruaj
said-list-kept = Lista u ruajt.
said-list-renamed = Lista u riemërtua.
said-list-forgotten = Lista “{ $name }” u hoq. Lëndët e saj mbeten si janë.
palette-list = Listë e ruajtur

## Cases that are marked, and acts over all of them

marks = Lëndë të përzgjedhura
marks-count = { $count ->
    [one] { $count } e përzgjedhur
   *[other] { $count } të përzgjedhura
}
bulk-tag = Etiketa
bulk-seen = Shëno si të parë
bulk-unmark = Hiq përzgjedhjen
bulk-progress = { $total ->
    [one] { $done } nga { $total } lëndë
   *[other] { $done } nga { $total } lëndë
}
bulk-assign-title = { $count ->
    [one] Caktimi i { $count } lënde
   *[other] Caktimi i { $count } lëndëve
}
bulk-assign-tasks = Detyrat e hapura të atyre që i kanë shkojnë bashkë
bulk-tag-title = { $count ->
    [one] Etiketë për { $count } lëndë
   *[other] Etiketë për { $count } lëndë
}
bulk-tag-lead = Etiketa shkruhet njësoj në çdo lëndë.
bulk-tag-add = Shto etiketën
bulk-tag-remove = Hiq etiketën
bulk-status-title = { $count ->
    [one] Statusi i { $count } lënde
   *[other] Statusi i { $count } lëndëve
}
bulk-status-lead = Vetëm për lëndët e llojit “{ $type }”. Të tjerat ndjekin hapat një nga një dhe mbeten si janë.
bulk-status-do = Vendos statusin

## Said after such an act

bulk-said-nothing = Asgjë nuk u ndryshua.
bulk-said-assigned = { $count ->
    [one] { $count } lëndë u caktua.
   *[other] { $count } lëndë u caktuan.
}
bulk-said-unassigned = { $count ->
    [one] { $count } lëndë u kthye.
   *[other] { $count } lëndë u kthyen.
}
bulk-said-tagged = { $count ->
    [one] { $count } lëndë mori etiketën.
   *[other] { $count } lëndë morën etiketën.
}
bulk-said-untagged = { $count ->
    [one] { $count } lëndë nuk e ka më etiketën.
   *[other] { $count } lëndë nuk e kanë më etiketën.
}
bulk-said-status = { $count ->
    [one] U vendos statusi i { $count } lënde.
   *[other] U vendos statusi i { $count } lëndëve.
}
bulk-said-pinned = { $count ->
    [one] { $count } lëndë u fiksua.
   *[other] { $count } lëndë u fiksuan.
}
bulk-said-unpinned = { $count ->
    [one] { $count } lëndë u lirua.
   *[other] { $count } lëndë u liruan.
}
bulk-said-seen = { $count ->
    [one] { $count } lëndë quhet e parë.
   *[other] { $count } lëndë quhen të para.
}
bulk-said-undone = { $count ->
    [one] U zhbë në { $count } lëndë.
   *[other] U zhbë në { $count } lëndë.
}
bulk-left-title = { $count ->
    [one] { $count } lëndë mbeti siç ishte
   *[other] { $count } lëndë mbetën siç ishin
}
bulk-left-done = { $count ->
    [one] { $count } lëndë tjetër u ndryshua.
   *[other] { $count } lëndë të tjera u ndryshuan.
}
bulk-left-more = { $count ->
    [one] Dhe { $count } tjetër.
   *[other] Dhe { $count } të tjera.
}
bulk-left-look = Shfaqi
bulk-left-undo = Zhbëji të gjitha
bulk-stopped-title = U ndal para fundit
bulk-stopped = E ndalët. Ajo që u bë mbetet dhe mund të zhbëhet.

## What keys do

hint-filter = filtro
hint-mark = përzgjidh
hint-mark-more = përzgjidh edhe tjetrën
hint-mark-all = përzgjidh gjithë listën
hint-unmark = hiq përzgjedhjen
hint-bulk-assign = cakto
hint-bulk-tag = etiketa
hint-bulk-status = statusi
hint-bulk-pin = fikso
hint-bulk-unpin = liro
hint-bulk-seen = shëno si të parë
keys-marked = Me lëndë të përzgjedhura

## Errors

error-one-by-one = Lëndët e këtij lloji i ndjekin hapat një nga një.
    .safe = Asgjë në këtë lëndë nuk u ndryshua.
    .next = Hapeni lëndën dhe bëjeni hapin atje.
error-act-under-way = Një veprim tjetër mbi shumë lëndë është në vazhdim.
    .safe = Ai vazhdon. Asgjë tjetër nuk u ndryshua.
    .next = Prisni derisa të përfundojë, ose ndaleni.
palette-lists = Lista
