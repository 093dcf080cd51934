### Who looked at a case, and what left Praesto.

access = Kush e ka parë
access-show = Shfaq kush e ka parë
access-hide = Fshih kush e ka parë
access-lead = Ruhet veçmas nga ndryshimet, një herë në ditë për çdo kompjuter.
access-none = Ende nuk e ka parë askush.
access-more = { $count ->
    [one] Shfaq edhe një rresht
   *[other] Shfaq edhe { $count } rreshta
}
access-opened = { $name }: lënda u hap
access-printed = { $name }: { $what } u shtyp: “{ $reason }”
access-took-out = { $name }: { $what } u ruajt jashtë Praesto-s: “{ $reason }”
access-opened-elsewhere = { $name }: u hap një kopje e { $what } në një program tjetër
access-exported = { $name }: lënda u nxor për { $what }: “{ $reason }”
access-listed = { $name }: u ruajt tabela e listës { $what }: “{ $reason }”
access-backed-up = { $name }: u bë kopje rezervë e këtij kompjuteri
hint-who-looked = kush e ka parë

## On this computer

left-title = Çfarë ka dalë përmes këtij kompjuteri
left-lead = Skedarë, lëndë, lista dhe kopje rezervë që dikush i nxori. Askush nuk mund të fshijë një rresht.
left-none = Përmes këtij kompjuteri nuk ka dalë asgjë.
left-none-all = Me sa dihet këtu, përmes asnjë kompjuteri nuk ka dalë asgjë.
left-title-all = Çfarë ka dalë përmes kompjuterëve të zyrës
left-all = Shfaq të gjithë kompjuterët
left-mine = Shfaq vetëm këtë kompjuter
left-of = Lënda { $reference }
