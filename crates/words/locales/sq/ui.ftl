### The window: what stands on buttons, fields, headings and in dialogs.

starting = Praesto po niset

## Everywhere

back = Prapa
cancel = Anulo
stop = Ndal
close = Mbyll
add = Shto
edit = Ndrysho
done-editing = Gati
draft = Skicë, e ruajtur në këtë kompjuter
draft-discard = Hidhe
draft-save = Ruaj
draft-apart = Nuk është ruajtur. Tani aty qëndron: { $value }
draft-not-kept = Ajo që po shkruani për momentin nuk mund të ruhet.
draft-decision = Skicë vendimi
draft-step = Skicë shënimi për një hap
draft-hand-over = Skicë për dorëzim
draft-task = Skicë detyre
draft-remove = Skicë për heqje
undo = Zhbëj
undone = Ndryshimi i fundit te “{ $title }” u zhbë.
copied = U kopjua.
cannot-open = Ky profil nuk mund të hapet
stopped-title = Kjo dritare u ndal
stopped-text = Ajo që keni ruajtur dhe skicat e lëndëve tuaja janë të sigurta në këtë kompjuter. Ndoshta duhet të shkruani përsëri vetëm atë që po shkruanit.
stopped-again = Hape përsëri
copy-failed = Kopjimi nuk u bë. Shënoni tekstin dhe shtypni Ctrl C.
lock = Kyç
day = Dita
language = Gjuha
person = Personi
role = Roli
person-you = { $name } (ju)
name-missing = Mungon një emër.
day-unclear = Kjo nuk është ditë. Dita shkruhet kështu: 24.11.2026.
day-missing = Mungon dita.
day-to-come = Kjo ditë ende nuk ka ardhur. Rasti është marrë më së voni sot.
number-unclear = Ky nuk është numër i plotë.
day-pattern = DD.MM.VVVV
table = Tabelë
edit-named = Ndrysho { $name }
remove-named = Hiq { $name }
not-sent-yet = ende e padërguar
skip = Te pjesa kryesore
messages = Mesazhe
side = Zyra dhe lundrimi
nav = Lundrimi kryesor
nav-work = Puna
nav-set-up = Rregullimi
area-cases = Lëndët
area-import = Importimi
area-office = Zyra
area-computer = Ky kompjuter
search-hint = Kërko lëndë, njerëz, urdhra
sample-reminder = Zyrë shembull: lëndë të trilluara, asgjë nuk dërgohet.
sample-leave = Largohu nga zyra shembull
sync-now = Dërgo dhe merr tani
sync-sending-now = Po dërgohen ndryshimet.
sync-receiving-now = Po mbërrijnë lëndët.
sync-checking-now = Gjithçka mund të përdoret. Regjistrimet pas saj po kontrollohen ende.
sync-up-to-date-now = I përditësuar.

## What keys do

hint-larger = më i madh
hint-smaller = më i vogël
hint-usual-size = madhësia e zakonshme
hint-all-keys = të gjitha tastet
hint-areas = shko te një pjesë
hint-back = prapa
hint-both = ruaj të dyja si shënim
hint-choose = zgjidh
hint-connect = lidh me një server
hint-decide = vendos
hint-find = gjej
hint-hand-over = dorëzo
hint-invite = fto
hint-lock = kyç
hint-look = shiko një skedar
hint-move = lëviz
hint-move-on = hapi tjetër
hint-new-case = lëndë e re
hint-next-field = fusha tjetër
hint-next-previous = tjetra, e mëparshmja
hint-note = shënim
hint-number = dhe një numër: shko te
hint-open = hap
hint-pane = pjesa tjetër
hint-pane-back = pjesa e mëparshme
hint-page = faqja e mëparshme, tjetra
hint-pin = fikso ose liro
hint-remove = hiq lëndën
hint-restore = rikthe ose mbaj një lëndë të hequr
hint-retry = provo përsëri
hint-search = kërkim dhe urdhra
hint-sign = nënshkruaj
hint-tab = pjesa e mëparshme, tjetra
hint-task = detyrë
hint-undo = zhbëj
hint-unlock = shkyç
hint-use = përdor këtë
hint-withdraw = tërhiq timin
hint-ask-decide = kërkoji dikujt të vendosë
hint-zoom = më e madhe, më e vogël
keys-title = Të gjitha tastet
keys-lead = Shkronjat e vetme veprojnë jashtë fushave të tekstit. Te cilësimet mund të çaktivizohen.
keys-lead-off = Shkronjat e vetme janë të çaktivizuara. Te cilësimet mund të aktivizohen.
keys-everywhere = Kudo
keys-list = Në listë
keys-case = Në një lëndë
keys-conflict = Te një konflikt
keys-preview = Kur shfaqet një skedar
keys-other = Faqe të tjera

## Search and commands

palette-title = Kërko lëndë, njerëz dhe urdhra
palette-results = U gjet
palette-none = Nuk u gjet asgjë. Provoni me më pak fjalë ose me fjalë të tjera.
palette-person = Person
palette-command = Urdhër
palette-cases = Lëndë
palette-people = Njerëz
palette-commands = Urdhra
palette-similar = Shkruar ngjashëm
palette-similar-only = Asnjë lëndë nuk i ka saktësisht këto fjalë. Disa kanë fjalë të ngjashme.
command-new-case = Lëndë e re
command-import = Importo lëndë
command-sync = Dërgo dhe merr tani
command-remove-case = Hiq këtë lëndë…

## Start

welcome-title = Fillimi në këtë kompjuter
welcome-lead = Lëndët tuaja mbeten të vulosura këtu dhe punojnë pa rrjet. Serveri i përcjell, por nuk mund t’i lexojë.
welcome-ways = Mënyra për të filluar
welcome-question = Si dëshironi të filloni?
welcome-three-questions = Tri pyetje. Mund të ktheheni prapa në çdo kohë.
welcome-join = Bashkohu me ftesë
welcome-join-text = Një koleg ju dha një fletë të shtypur ose një kod.
welcome-join-note = Asgjë nuk del nga ky kompjuter para se të shtypni „Bashkohu“
welcome-make = Krijo një zyrë
welcome-make-text = Ju e ngrini dhe jeni administratori i saj i parë.
welcome-make-note = Asgjë nuk krijohet para se të shtypni „Krijo“
welcome-sample = Shiko një zyrë shembull
welcome-sample-text = Lëndë të trilluara. Asgjë nuk dërgohet as ruhet.
welcome-sample-note = Zyra shembull nuk ka server
join-code = Kodi i ftesës
join-code-help = Gjendet në fletën tuaj. Shkronjat e mëdha kanë rëndësi, ndërprerjet e rreshtave jo.
join-code-missing = Mungon kodi i ftesës.
join-compare = Krahasoni këtë gjurmë me fletën tuaj:
join-do = Bashkohu me këtë zyrë
join-busy = Po bashkohet me zyrën
join-next = Çfarë ndodh kur bashkoheni
join-next-keys = Ky kompjuter krijon çelësat e vet. Ata nuk dalin kurrë prej tij.
join-next-colleague = Kompjuteri i personit që ju ftoi e lejon tuajin të hyjë, kur të dy janë në rrjet.
join-next-cases = Lëndët tuaja mbërrijnë, më të rejat të parat. Ndërkohë mund të punoni.
make-name = Emri i zyrës
make-name-help = Siç e njohin kolegët. Gjendet në çdo ftesë.
make-name-missing = Mungon emri i zyrës.
make-server = Adresa e serverit, nëse ka
make-server-help = Pa server, zyra punon vetëm në këtë kompjuter. Nëse serveri e ka bërë vetë certifikatën, adresa mbaron me të ({ "https://host:8443#0a1b…" }). Serveri e shkruan kur niset.
make-do = Krijo këtë zyrë
make-busy = Po krijohet zyra
make-next = Çfarë ndodh kur e krijoni
make-next-register = Një regjistër fillon me emrin tuaj. Çdo veprim i mëvonshëm nënshkruhet në të.
make-next-invite = Ju ftoni kolegët, secilin me kodin e vet.
sample-lead = Provoni gjithçka. Asnjë pyetje nuk kërkon përgjigje.
sample-do = Hap zyrën shembull
sample-busy = Po krijohet zyra shembull
sample-next = Çfarë merrni
sample-next-cases = Një zyrë me njerëz dhe lëndë të trilluara, vetëm në këtë kompjuter.
sample-next-nothing-sent = Nuk ka server. Asgjë që bëni atje nuk i dërgohet askujt.
sample-next-leave = Mbetet derisa të largoheni ose ta kyçni. Pastaj hidhet poshtë dhe mund të nisni zyrën tuaj.
your-name = Emri juaj, siç e shohin kolegët
your-name-help = Me çfarëdo shkrimi.
key-question = Si dëshironi ta shkyçni Praesto-n?
key-no-keyring = Ky kompjuter nuk ka mbajtës çelësash, prandaj Praesto hapet me fjalëkalim.
passphrase = Fjalëkalimi
passphrase-again = I njëjti fjalëkalim edhe një herë
passphrase-current = Fjalëkalimi i deritanishëm
passphrase-current-missing = Mungon fjalëkalimi i deritanishëm.
passphrase-help = Të paktën { $count } shenja. Disa fjalë mbahen mend lehtë.
passphrase-short = Ky fjalëkalim është tepër i shkurtër.
passphrase-differs = Dy fjalëkalimet nuk janë të njëjta.

## Unlock and wait

unlock-title = Praesto është i kyçur
unlock-lead-passphrase = Gjithçka është e vulosur. E hap fjalëkalimi juaj.
unlock-lead-keyring = Gjithçka është e vulosur. E hap mbajtësi i çelësave të këtij kompjuteri.
unlock-lead-both = Gjithçka është e vulosur. E hapin bashkë mbajtësi i çelësave dhe fjalëkalimi.
unlock-do = Shkyç
unlock-keyring = Shkyç me mbajtësin e çelësave
unlock-busy = Po shkyçet
unlock-wait = { $count ->
    [one] Prisni { $count } sekondë para provës tjetër.
   *[other] Prisni { $count } sekonda para provës tjetër.
}
unlock-note = Deri atëherë gjithçka mbetet e vulosur
unlock-note-passphrase = Askush nuk mund t’jua rivendosë fjalëkalimin, as administratori.
unlock-note-keyring = Hapet me hyrjen tuaj në këtë kompjuter.
waiting-title = Në pritje të një kolegu
waiting-lead = U bashkuat me { $office }. Tani kompjuteri i personit që ju ftoi duhet ta lejojë këtë të hyjë.
waiting-ask = Kërkojini personit që ju ftoi ta hapë Praesto-n me rrjet. Nuk duhet të bëjë asgjë tjetër.
waiting-by-itself = Lëreni këtë dritare të hapur. Ajo shikon përsëri çdo pak sekonda.
waiting-safe = Mund edhe ta mbyllni. Ftesa juaj vlen.
waiting-fingerprint = Gjurma e zyrës:
waiting-check = Shiko tani
waiting-checking = Po shikohet
waiting-used = Kjo ftesë nuk vlen më
waiting-used-lead = Me të ky kompjuter nuk mund të hyjë më te { $office }: dikush e ka përdorur, ose afati i saj ka kaluar. Kërkoni një tjetër. Asgjë nuk ka humbur: në këtë kompjuter nuk ka ende asgjë.
waiting-leave = Përdor një ftesë tjetër
waiting-note = Asgjë nuk duhet përsëritur

## Settings

settings = Cilësimet
settings-lead = Vlejnë për këtë profil në këtë kompjuter dhe ruhen menjëherë.
settings-theme = Ngjyrat
settings-contrast = Kontrasti
settings-text-size = Madhësia e tekstit dhe e gjithçkaje tjetër
settings-lock = Kyç pas kësaj kohe pa veprim
settings-lock-never = Kurrë
settings-letters = Shkronjat e vetme veprojnë si taste
settings-letters-help = Jashtë fushave të tekstit. Çaktivizojeni nëse tastet veprojnë gabimisht.
key-change = Ndrysho çfarë e shkyç Praesto-n…
key-change-title = Ndrysho çfarë e shkyç Praesto-n
key-change-lead = Lëndët tuaja mbeten aty ku janë. Ndryshon vetëm hyrja.
key-change-do = Ndrysho
key-change-busy = Po ndryshohet
key-changed = Tani e tutje kjo e hap Praesto-n.

## Cases: the list

queue = Lista
queues = Listat
cases-in-queue = Lëndët në këtë listë
sort = Radhitja
queue-title-mine = Lista ime
queue-title-team = Lista e ekipit
queue-title-overdue = Me vonesë
queue-title-not-sent = Të padërguara
queue-title-conflict = Konflikte
queue-title-closed = Të mbyllura
queue-title-all = Të gjitha lëndët
queue-title-removed = Lëndë të hequra
queue-empty-mine = Nuk keni asnjë lëndë
    .text = Hapni listën e ekipit dhe merrni një me H, ose krijoni një lëndë të re me Ctrl N.
queue-empty-team = Ende nuk ka lëndë
    .text = Krijoni të parën me Ctrl N, ose importoni ato që keni.
queue-empty-overdue = Asgjë nuk është me vonesë
    .text = Lëndët shfaqen këtu ditën pas afatit.
queue-empty-not-sent = Gjithçka u dërgua
    .text = Lëndët shfaqen këtu derisa ndryshimet e këtij kompjuteri presin serverin.
queue-empty-conflict = Asnjë konflikt
    .text = Kur dy persona ndryshojnë të njëjtën gjë veçmas, lënda shfaqet këtu.
queue-empty-closed = Asnjë lëndë nuk është e mbyllur
    .text = Lëndët e përfunduara mbeten këtu, dhe në kërkim.
queue-empty-all = Ende nuk ka lëndë
    .text = Krijoni të parën me Ctrl N, ose importoni ato që keni.
queue-empty-removed = Asnjë lëndë nuk është hequr
    .text = Lëndët e hequra ruhen këtu dhe mund të rikthehen.
row-conflict = Konflikt
row-not-sent = E padërguar
row-not-checked = E pakontrolluar
    .why = Sipas fjalës së një kolegu, derisa të kontrollohen regjistrimet.
row-removal-asked = E hequr, pa miratim
row-coming = Ky rresht po lexohet.
unseen-legend = ndryshuar që nga shikimi i fundit
list-seen = { $from } deri { $to } nga { $total }
cases-none-open = Asnjë lëndë nuk është e hapur
cases-none-open-text = Zgjidhni një në listë ose krijoni një të re.
cases-start = Filloni me një lëndë
cases-start-text = Krijoni një me dorë, ose sillni ato që keni tashmë.

## A case

back-to-list = Prapa te lista
case-type = Lloji i lëndës
case-position = { $at } nga { $of }
case-previous = Lënda e mëparshme, K
case-next = Lënda tjetër, J
case-parts = Pjesët e lëndës
case-not-sent = { $count ->
    [one] { $count } ndryshim i padërguar
   *[other] { $count } ndryshime të padërguara
}
case-due = Afati { $day }, { $left }
case-not-checked-title = Kjo lëndë nuk është kontrolluar ende.
case-not-checked-text = Mund ta lexoni. Praesto e kontrollon vetë; ndryshimi i parë kërkon për një çast serverin.
case-missing-title = Mungon ende një ndryshim i një kolegu në këtë lëndë.
case-missing-text = Lënda shfaqet pa të. Shtohet vetë kur mbërrin pjesa që mungon.
saved-here = Ruajtur në këtë kompjuter { $when }
changed-last = Ndryshuar së fundi: { $who }, { $when }
case-drafts = { $count ->
    [one] { $count } skicë
   *[other] { $count } skica
}
rename = Ndrysho titullin
two-values = Dy vlera
tab-conflicts = Konflikte
tab-summary = Përmbledhje
tab-form = Formulari
tab-notes = Shënime
tab-tasks = Detyra
tab-decisions = Vendime
decide = Vendos
move-on = Hapi tjetër
note = Shënim
hand-over = Dorëzo
assign = Cakto
task = Detyrë
remove = Hiq…
restore-case = Rikthe
keep-case = Mbaj lëndën
facts = Përmbledhje
facts-status = Gjendja
facts-status-waits = Dy vendime bien ndesh me njëri-tjetrin. Zgjidheni këtë më parë.
facts-status-decided = Lënda është vendosur. E rihap ai që ka vendosur, ose një drejtues, duke tërhequr vendimin.
deadline-new = Afat i ri: çfarë duhet të ketë ndodhur
deadline-meet = Shëno si të respektuar
deadline-open = Hape përsëri
deadline-met = Respektuar, afati ishte { $day }
deadline-unsure = Festat e atij viti ende nuk njihen këtu. Dita mund të jetë më vonë.
deadline-day-of = Dita: { $name }
tag-new = Etiketë e re
parties = Personat në këtë lëndë
parties-none = Ende nuk është emërtuar askush.
party-add = Shto një person
fields-none = Formulari është bosh. Shtoni atë që i duhet kësaj lënde.
form-missing = Duhet ende: { $fields }.
form-together = Disa fusha të formularit nuk shkojnë bashkë.
field-breaks = Kjo nuk i përshtatet asaj që kërkon formulari.
field-missing = Mungon
fields-more = Fusha të tjera
field-add = Shto një fushë
field-name = Emri i fushës
field-name-missing = Mungon emri i fushës.
field-name-taken = Formulari ka tashmë një fushë me këtë emër.
field-kind = Lloji
field-kind-text = Tekst
field-kind-day = Ditë
field-kind-number = Numër
field-kind-yes-no = Po ose jo
field-value = Vlera
notes-rule = Shënimi nuk mund të ndryshohet. Korrigjoni me një të ri.
notes-none = Ende nuk ka shënime.
note-new = Shënim i ri
note-placeholder = Shkruani një shënim. Derisa ta ruani, është skicë.
note-save = Ruaj shënimin
note-correct = Korrigjo
note-withdraw = Tërhiq
note-restore = Rikthe
note-withdrawn = I tërhequr:
note-corrects = korrigjon „{ $text }“
note-correction-of = Korrigjim i „{ $text }“
tasks-none = Këtu nuk ka asgjë për të bërë.
task-add = Detyrë e re
task-text = Çfarë duhet bërë
task-due = Afati
task-who = Kush e kryen
task-do = Shto këtë detyrë
task-missing = Thoni çfarë duhet bërë.
task-remove = Hiq këtë detyrë
decisions-rule = Vendimi vlen kur zyra e ka marrë.
decisions-rule-alone = Vendimin tuaj mund ta tërhiqni.
decisions-none = Ende nuk është vendosur asgjë.
decisions-not-here = Ku ndodhet lënda, nuk mund të vendoset asgjë.
decision-stands = Vlen
decision-is-withdrawn = I tërhequr
decision-is-replaced = Zëvendësuar nga një i mëvonshëm
decision-is-contradicted = Bie ndesh me një tjetër
decision-withdraw = Tërhiq
decision-restore = Rikthe
decision-waits = Pret nënshkrimin e dytë
decision-alone = U mor pa nënshkrimin e dytë që lloji i lëndës kërkon sot.
decision-sign = Nënshkruaj
decision-signed = Nënshkrimi i dytë: { $name }, { $when }
second-manager = Një drejtues e nënshkruan si i dyti.
second-nobody = Në këtë zyrë ende nuk ka tjetër që mund të nënshkruajë. Ftoni më parë një koleg.
second-assignee = E nënshkruan si i dyti ai që ka lëndën.
second-anyone = Një koleg e nënshkruan si i dyti.
decide-title = Vendimi për { $reference }
decide-lead = Vendimi nënshkruhet me emrin tuaj. Më vonë mund ta tërhiqni.
decide-outcome = Vendimi
decide-choose = Zgjidhni një vendim
decide-reason = Arsyeja
decide-reason-help = Kush e lexon lëndën më vonë, duhet të kuptojë pse.
decide-replaces = Zëvendëson: { $decisions }.
decide-missing = Mungon vendimi.
decide-reason-missing = Mungon arsyetimi.
decide-do = Vendos
sign-title = Nënshkrimi i { $reference }
sign-lead = Me nënshkrimin tuaj ky vendim vlen. Nuk mund të tërhiqet.

step-title = Hapi tjetër për { $reference }
step-lead = Si vazhdon lënda nga këtu.
step-question = Hapi
step-to = Më pas gjendja është: { $state }.
step-note = Shënim (mund të mbetet bosh)
step-note-help = Ruhet mes shënimeve të lëndës.
hand-over-title = Dorëzimi i { $reference }
assign-title = Caktimi i { $reference }
hand-over-lead = Kush e merr lëndën, e ka menjëherë. Ajo mbetet e lexueshme për ekipin.
hand-over-to = Për
hand-over-note = Çfarë duhet ditur
hand-over-note-help = Ruhet në lëndë. Mund ta lini bosh.
hand-over-do = Dorëzo
case-new-lead = Duhet vetëm titulli. Të tjerat mund të vijnë më pas.
case-new-do = Krijo këtë lëndë
case-new-anyway = Krijoje gjithsesi
case-new-mine = Unë punoj me të
case-title-help = Emri i personit ose i çështjes, me çfarëdo shkrimi.
case-title-missing = Mungon titulli.
case-reference-missing = Mungon numri i lëndës.
case-reference-help = Po u la bosh, merr numrin tjetër të lirë.
case-new-party = Për kë bëhet fjalë
case-new-party-help = Një person ose organizatë, me çfarëdo shkrimi. Mund të mbetet bosh.
case-same-reference = I njëjti numër lënde
reference-taken = Një lëndë tjetër e ka këtë numër. Mund ta përdorni gjithsesi.
alike-title = Ndoshta kjo lëndë është tashmë këtu. Mund të vazhdoni gjithsesi.
alike-stopped = Ende nuk u krijua asgjë. Ndoshta kjo lëndë është tashmë këtu.
alike-reference = i njëjti numër lënde
alike-name = emër i ngjashëm: { $name }
alike-field = { $field }: njësoj
alike-kept = Ajo që shkruat për lëndën e re është ruajtur. Me { $keys } vazhdoni.
case-channel = Si mbërriti në zyrë
case-made = Lënda { $reference } u krijua.

## Beside a case

rail = Rreth kësaj lënde
rail-close = Mbyll
rail-who = Kush e ka
rail-nobody = Ende askush
rail-since = { $name }, që nga { $day }
rail-last-opened = E hapët për herë të fundit: { $when }
rail-why = Pse është në këtë kompjuter
pin = Fikso
unpin = Liro
attachments = Bashkëngjitje
attachments-drop = Lëshoni skedarë kudo mbi lëndë.
attach = Bashkëngjit skedarë…
attachment-save = Ruaj si…
attachment-look = Shfaq
attachment-fetch = Merr
attachment-version = Version i ri…
attachment-remove = Hiqe
attachment-earlier = { $count ->
    [one] { $count } version i mëparshëm
   *[other] { $count } versione të mëparshme
}
attachment-earlier-of = Versionet e mëparshme të { $name }
attachment-newest = Më i riu: { $who }, { $when }
attachment-apart = Shtuar pa ditur për versionin e { $who }
attachment-version-act = { $act } { $who }, { $when }
attachment-saved = Ruajtur jashtë Praesto-s: { $path }
save-title = Ruaj { $name } jashtë Praesto-s
save-lead = Jashtë, skedari nuk është më i vulosur. Lënda ruan kush e mori dhe pse.
save-reason = Pse del jashtë
save-reason-help = Për shembull: shtypur për seancën.
save-reason-missing = Mungon arsyeja.
save-do = Zgjidh vendin…
timeline = Historiku
timeline-all = Shfaq të gjitha { $count }
timeline-apart = shkruar veçmas
timeline-late = pas mbylljes
timeline-more = dhe { $count ->
    [one] një vend tjetër
   *[other] { $count } vende të tjera
}
timeline-quoted = { $line }: “{ $text }”
timeline-taken-out = { $name }: { $file } u ruajt jashtë Praesto-s: “{ $reason }”
timeline-version = { $name } ({ $who }, { $when })
written-at = { $place }, { $label }
written-new = { $place }: { $after }
written-over = { $place }: { $after } (më parë: { $before })

## Një skedar, i shfaqur në vend

preview-opening = Po hapet { $name }
preview-newest = Versioni më i ri: { $who }, { $when }
preview-older = Version i mëparshëm: { $who }, { $when }
preview-came-with = Erdhi me e-mail-in { $name }.
preview-tools = Faqet dhe madhësia
preview-content = Çfarë shfaqet nga { $name }
preview-page = Faqja { $page } nga { $pages }
preview-sheet = Fleta { $page } nga { $pages }: { $title }
preview-page-previous = Faqja e mëparshme
preview-page-next = Faqja tjetër
preview-larger = Më e madhe
preview-smaller = Më e vogël
preview-size = { $percent } %
preview-text = Teksti i faqes
preview-alt-page = Faqja { $page } nga { $pages } e { $name }
preview-alt-picture = Figura { $name }
preview-alt-picture-of = Figura { $page } nga { $pages } e { $name }
preview-no-text = Kjo faqe është figurë. Nuk ka tekst që mund të lexohet me zë.
preview-goes-on = Vazhdon. Ruajeni skedarin për ta parë të gjithë.
preview-empty = Këtu nuk ka asgjë.
preview-left-out = Figurat, vizatimet, kokat, fundet e faqeve ose shënimet në të nuk shfaqen. Ruajeni skedarin për t’i parë.
preview-no-words = Këtu nuk ka tekst.
preview-table = Tabela { $number }
preview-keep = Bashkëngjite kësaj lënde
preview-keep-named = Bashkëngjite kësaj lënde: { $name }
preview-kept = Tani i është bashkëngjitur kësaj lënde.
preview-back = Kthehu te e-mail-i
preview-print = Shtyp…
preview-print-title = Shtypja: { $name }
preview-print-lead = Në letër, skedari nuk është më i vulosur. Lënda ruan kush e shtypi dhe pse.
mail-from = Nga
mail-to = Për
mail-cc = Kopje
mail-sent = Dërguar
mail-no-subject = E-mail pa temë
mail-no-text = Ky e-mail nuk ka tekst.
mail-as-page = U dërgua si faqe uebi. Shfaqet vetëm teksti, dhe asgjë që përmend nuk merret.
mail-other-form = U dërgua edhe si faqe uebi. Shfaqe tekstin e saj
mail-files = { $count ->
    [one] Me të erdhi { $count } skedar
   *[other] Me të erdhën { $count } skedarë
}

## Said after an act

attached = { $count ->
    [one] U bashkëngjit { $count } skedar.
   *[other] U bashkëngjitën { $count } skedarë.
}
said-attachment-removed = Skedari u hoq nga lënda.
said-version = Versioni i ri u bashkëngjit.
said-kept = Skedari nga e-mail-i u bashkëngjit.
said-title = Titulli u ndryshua.
said-reference = Numri i lëndës u ndryshua.
said-received = Data e pranimit u ndryshua.
said-step = Lënda është një hap më tej.
said-deadline = Afati u ndryshua.
said-deadline-day = Afati u zhvendos.
said-deadline-added = Afati u shtua.
said-deadline-removed = Afati u hoq.
said-tag = Etiketa u shtua.
said-tag-removed = Etiketa u hoq.
said-party = Personi u ndryshua.
said-party-added = Personi u shtua.
said-party-removed = Personi u hoq.
said-field = Fusha u shtua.
said-note = Shënimi u ruajt.
said-note-withdrawn = Shënimi u tërhoq.
said-note-restored = Shënimi u rikthye.
said-task = Detyra u ndryshua.
said-task-added = Detyra u shtua.
said-task-done = Detyra është e kryer.
said-task-open = Detyra është hapur përsëri.
said-task-removed = Detyra u hoq.
said-decided = Vendimi juaj u ruajt. Vlen kur zyra e ka marrë.
said-signed = Nënshkruat. Vendimi vlen kur zyra e ka marrë.
said-decided-waits = Vendimi juaj u ruajt. Vlen sapo të ketë nënshkrimin e dytë.
said-decision-withdrawn = Vendimi u tërhoq.
said-decision-restored = Vendimi u rikthye.
said-handed-over = Lënda u dorëzua.
said-removed = Lënda u hoq nga listat.
said-restored = Lënda është përsëri në lista.
said-removals-agreed = Lëndët tani janë te “Të hequra”.
said-removals-kept = Lëndët u rikthyen për të gjithë.
said-settled = Konflikti u zgjidh.

## Conflicts

conflict-values = { $count ->
    [one] Një vend ka dy vlera.
   *[other] { $count } vende kanë nga dy vlera.
}
conflict-decisions = { $count ->
    [2] Dy vendime bien ndesh me njëri-tjetrin.
   *[other] { $count } vendime bien ndesh me njëri-tjetrin.
}
conflict-nothing-lost = U shkruan pa ditur për njëra-tjetrën. Asgjë nuk humbi.
conflict-removed = Kjo lëndë u hoq ndërsa dikush punonte në të.
conflict-choose = Zgjidhni atë që është e saktë. Zgjedhja nënshkruhet me emrin tuaj. Mund ta ndryshoni më vonë.
conflict-before = Më parë: { $value }
conflict-use = Përdor { $value }
conflict-use-mine = Merr timen
conflict-use-by = Merr atë të { $name }
conflict-use-from = Merr atë nga kompjuteri { $computer }
conflict-use-of = Merr atë të shkruar { $when }
conflict-both = Ruaj të dyja si shënim dhe lëre fushën bosh
conflict-decision = Vendimi
conflict-decision-text = Vetëm një vendim mund të vlejë. Tërhiqni tuajin, ose vendosni sërish për të dy.
conflict-withdraw-mine = Tërhiq timin
conflict-decide-anew = Vendos sërish
conflict-decide-anew-text = Një vendim i ri i zëvendëson të dy. Historiku i ruan.
ask-decide = Kërkoji dikujt të vendosë
ask-decide-lead = Personi i zgjedhur merr një detyrë. Lënda tregon të dy vendimet dhe shënimet.
ask-decide-task = Vendos cili vlen: { $decisions }
ask-decide-one = “{ $outcome }” nga { $name }
ask-decide-do = Kërko
conflict-foot = Zgjedhja juaj është e nënshkruar dhe mund të verifikohet më vonë

## Lëndë të hequra

case-removed = E hequr
remove-title = Heqja e { $reference }
remove-lead = Lënda del nga të gjitha listat. Asgjë nuk fshihet dhe secili nga ju mund ta rikthejë.
remove-reason-help = Për shembull: regjistruar dy herë.
remove-reason-missing = Mungon arsyetimi.
remove-do = Hiq lëndën
removed-by = E hoqi { $name }, { $when }: “{ $reason }”
removed-text = Asgjë nuk u fshi. Riktheni lëndën për të punuar në të.
removed-asked-text = U hoq bashkë me shumë të tjera dhe mbetet në lista derisa të pajtoheni. Asgjë nuk u fshi.
conflict-removal = Të hiqet apo të mbahet?
conflict-removal-text = Kush e hoqi nuk e kishte parë çfarë u shkrua ndërkohë. Prandaj lënda u kthye.
conflict-removal-removed = E hequr
conflict-removal-worked-on = E punuar
removals-asked = { $count ->
    [one] { $name } hoqi { $count } lëndë njëherësh.
   *[other] { $name } hoqi { $count } lëndë njëherësh.
}
removals-asked-text = Mbeten në listat tuaja derisa të pajtoheni. Asgjë nuk u fshi.
removals-agree = Pajtohem
removals-keep = Riktheji të gjitha
removals-keep-text = Pyetni para se t’i riktheni: vlen për të gjithë.

## Closed cases

case-late-title = Ndryshuar pas mbylljes
case-late-apart-title = U mbyll ndërsa dikush punonte në të
case-late-text = Shikoni çfarë erdhi. Pastaj mbylleni përsëri lëndën, ose hapeni.
case-late-apart-text = Kush e mbylli nuk e kishte parë këtë. Shikojeni, pastaj mbylleni përsëri lëndën ose hapeni.
close-again = Mbyll përsëri
see-conflicts = Shikoje

## Import

import-lead = Sillni lëndët që keni tashmë. E shihni çfarë bëhet me çdo rresht para se të ndryshojë diçka.
import-foot = Asgjë nuk ndryshon para se të shtypni „Importo“
import-csv-text = Një lëndë në çdo rresht. Ju thoni çfarë do të thotë çdo shtyllë.
import-folder-text = Çdo nëndosje bëhet lëndë me dokumentet e saj, dhe çdo skedar pranë tyre një lëndë më vete.
import-xdomea-text = Një mesazh nga një sistem tjetër lëndësh, XML ose ZIP, versioni 3.0.0.
import-mail-text = Çdo e-mail bëhet lëndë. E-mail-i dhe skedarët që erdhën me të bashkëngjiten.
import-mail-folder-text = Çdo e-mail në një dosje, dhe në dosjet brenda saj, bëhet lëndë.
import-several = { $count ->
    [one] { $count } skedar
   *[other] { $count } skedarë dhe dosje
}
import-path = Ose shtegu i një skedari ose dosjeje
import-path-help = Skedarin ose dosjen mund ta lëshoni edhe mbi këtë faqe.
import-path-do = Shiko
import-reading = Po lexohet përmbajtja. Asgjë nuk ndryshohet.
import-reads = Po lexohet { $done } nga { $total }. Asgjë nuk ndryshohet.
import-do = { $count ->
    [0] Asgjë për të importuar
    [one] Importo { $count } lëndë
   *[other] Importo { $count } lëndë
}
import-other = Zgjidh diçka tjetër
import-to-cases = Te lëndët
mapping-title = Çfarë do të thonë shtyllat
mapping-rule = Ndryshimi kontrollohet menjëherë
mapping-column = Shtylla
mapping-example = Vlera e parë
mapping-becomes = Bëhet
mapping-becomes-of = { $column } bëhet
column-field-named = Fushë e formularit „{ $name }“
fate = Fati
fate-from = Nga
fate-documents = Dokumente
fates-shown = Shfaqen { $shown } rreshtat e parë nga { $total }, më parë të refuzuarit.

## This computer

computer-sealed = Gjithçka në të është e vulosur.
computer-opens = E hap: { $with }.
computer-locks = Kyçet pas { $time } pa veprim.
computer-never-locks = Nuk kyçet kurrë vetë.
computer-side = Shkyçja dhe gjendja
held-title = Çfarë është këtu, dhe pse
held-because = Arsyeja
held-cases = Lëndë
held-files = Skedarë
held-size = Madhësia
held-together = Gjithsej
held-database = Tekstet e lëndëve, historiku dhe treguesi i kërkimit
release-do = Liro { $size }
release-text = { $count ->
    [one] Heq { $count } skedar nga ky kompjuter: i një lënde të mbyllur ose që nuk është e juaja, as e fiksuar, as e hapur prej dy javësh. Mbetet në server.
   *[other] Heq { $count } skedarë nga ky kompjuter: të lëndëve të mbyllura ose që nuk janë tuajat, as të fiksuara, as të hapura prej dy javësh. Mbeten në server.
}
release-done = U liruan { $size }. Skedarët janë në server.
waiting-rule = Dërgohet vetë, më e vjetra e para, kur ka rrjet
alone-text = Kjo zyrë nuk ka server. Asgjë nuk dërgohet dhe asgjë nuk pret të dërgohet.
alone-connect = Për të punuar me kolegë, lidheni me një server në faqen “Zyra”.
alone-sample = Është e trilluar. Për të punuar me kolegë, largohuni prej saj dhe krijoni një zyrë ose bashkohuni me një.
alone-invite = Kolegët bashkohen përmes një serveri, prandaj ende nuk mund të ftohet askush.
waiting-change = Ndryshimi
waiting-case = Lënda
waiting-saved = Ruajtur
waiting-state = Gjendja
set-aside-title = Lënë mënjanë
set-aside-rule = Mbërriti, por nuk u lexua ose nuk u verifikua dot
set-aside-none = Asgjë. Çdo ndryshim që mbërriti u verifikua dhe u lexua.
set-aside-what = Çfarë
set-aside-trying = Po provohet përsëri
set-aside-more = { $count ->
    [one] Edhe { $count } tjetër.
   *[other] Edhe { $count } të tjera.
}
copy-details = Kopjo hollësitë pa përmbajtjen
findings-title = Çfarë doli e pavërtetë
findings-rule = Thënë nga serveri ose një ndryshim, dhe e pabesuar
findings-seen = Parë
findings-note = E lexova
findings-again = gjetur { $count } herë, së fundi { $when }
nav-untrue = { $count ->
    [one] { $count } gjë për të parë
   *[other] { $count } gjëra për të parë
}
unlocking = Shkyçja
unlocking-with = Me
unlocking-locks = Kyçet pas
health = Gjendja
health-disk = Disku
health-free = { $size } të lira
health-files-wait = Pak vend: skedarët mbeten në server derisa t’i merrni.
health-clock = Ora
health-clock-right = përputhet me serverin
health-clock-ahead = { $time } përpara serverit
health-clock-behind = { $time } pas serverit
health-clock-wrong = Ky kompjuter dhe serveri nuk përputhen. Nëse gabimi është këtu, ditët dhe afatet janë gabim: krahasojeni me një orë tjetër.
health-register = Regjistri
health-checked = verifikuar { $when }
health-not-checked = ende i paverifikuar
health-server-says = Kundërthënie
health-server = Serveri
health-no-server = asnjë
health-fingerprint = Gjurma
health-version = Versioni
heard = Shenja e fundit nga
heard-never = ende asgjë
heard-more = të tjerët më vonë
verify-do = Verifiko gjithçka
verify-busy = Po verifikohet gjithçka

## Office

people-title = Njerëz
office-people = { $count ->
    [one] { $count } person.
   *[other] { $count } persona.
}
office-signed = Çdo veprim këtu nënshkruhet dhe mbetet në regjistër.
office-alone = Ende jeni vetëm këtu
office-alone-text = Ftoni kolegun e parë. Secili merr kodin e vet.
invite = Fto një person
connect = Lidh me një server
connect-lead = Ajo që është në këtë kompjuter dërgohet atje, e vulosur. Serveri nuk mund ta lexojë.
connect-server = Adresa e serverit
connect-help = Atë e di kush e mban serverin. Mbetet përgjithmonë. Kopjojeni të tërën, edhe atë që vjen pas shenjës #.
connect-do = Lidh
connect-change = Ndrysho adresën
server-unreached = Serveri nuk e ka pranuar ende këtë zyrë
server-unreached-text = { $address } nuk është përgjigjur, ose nuk pranon zyra të reja. Këtu gjithçka është e sigurt. Nëse adresa është gabim, ndryshojeni.
invite-lead = Me kodin bashkohet një person me një kompjuter.
invite-name = Emri i personit
invite-name-help = Siç e shohin kolegët. Mund ta korrigjojë kur bashkohet.
invite-do = Krijo kodin
invite-busy = Po krijohet kodi
invite-made = Ftesë për { $name }
invite-made-lead = Dorëzojeni personalisht, ose me një mënyrë së cilës i besoni të dy.
invite-until = Vlen deri më
invite-hand-over = Kur bashkohet, krahasohet gjurma. Duhet të jetë e njëjtë në të dy anët.
copy-code = Kopjo kodin

## Tastet, siç i emërtojnë tastierat e kësaj gjuhe

key-ctrl = Ctrl
key-shift = Shift
key-del = Delete
key-esc = Esc
