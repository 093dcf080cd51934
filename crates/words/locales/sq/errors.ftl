### Çdo gabim: çfarë ndodhi, `.safe` çfarë është e sigurt, `.next` çfarë të bëhet.

error-what-happened = Çfarë ndodhi
error-what-is-safe = Çfarë është e sigurt
error-what-to-do = Çfarë të bëni
error-why = Pse

error-invalid-input = { $field ->
    [title] Titulli mungon ose është më i gjatë se 500 shenja.
    [reference] Numri i lëndës mungon ose është më i gjatë se 500 shenja.
    [person_name] Emri i personit mungon ose është më i gjatë se 200 shenja.
    [office_name] Emri i zyrës mungon ose është më i gjatë se 200 shenja.
    [server] Adresa e serverit nuk është e plotë ose nuk fillon me { "https://" }. Vetëm vetë ky kompjuter arrihet me { "http://" }.
    [no_passphrase] Nuk u dha asnjë fjalëkalim.
    [command] Nuk ka urdhër të tillë.
    [passphrase] Fjalëkalimi është tepër i shkurtër.
    [proxy] Adresa e ndërmjetësit nuk është e plotë. Përmban emër dhe portë, pa përdorues.
    [own_keys] Një shkronjë nuk është nga A deri te Z, ose qëndron për dy gjëra.
    [code] Kodi i ftesës nuk është i plotë.
    [reason] Arsyeja mungon ose është më e gjatë se 100.000 shenja.
    [path] Shtegu mungon ose nuk është i plotë.
    [recipient_key] Ky nuk është çelës publik i age: ai fillon me “age1”.
    [recipient] Mungon marrësi.
    [text] Teksti mungon ose është tepër i gjatë.
    [field] Emri i një fushe mungon ose është më i gjatë se 100 shenja, ose vlera e saj është më e gjatë se 100.000.
    [tag] Etiketa mungon ose është më e gjatë se 100 shenja.
    [party] Emri i personit mungon ose është më i gjatë se 500 shenja.
    [role] Roli është më i gjatë se 500 shenja.
    [contact] Kontakti është më i gjatë se 500 shenja.
    [task] Teksti i detyrës mungon ose është më i gjatë se 500 shenja.
    [deadline] Emri i afatit mungon ose është më i gjatë se 500 shenja.
    [decision] Vendimi mungon ose është më i gjatë se 500 shenja.
    [attachment] Emri i skedarit mungon ose është më i gjatë se 500 shenja.
    [note] Teksti i shënimit mungon ose është më i gjatë se 100.000 shenja.
    [paths] Asnjë skedar nuk është emërtuar, ose një shteg nuk është i plotë.
    [pages] Nuk ka faqe, ose janë më shumë se 200.
    [lock_minutes] Kjo kohë deri në kyçje nuk është e mundur.
    [list_name] Emri i listës mungon ose është më i gjatë se 100 shenja.
    [list_taken] Një listë tjetër e ruajtur e ka këtë emër.
    [lists] Pesëdhjetë lista janë ruajtur tashmë. Hiqni më parë një.
    [due_within] Një listë kërkon më së shumti 36.500 ditë.
    [changes] Këto ndryshime nuk shkojnë bashkë.
    [to] Këtij personi nuk mund t’i dorëzohet: jeni ju, e ka tashmë ose nuk është më këtu.
    [words] Teksti është më i gjatë se 5.000 shenja.
   *[other] Një e dhënë mungon ose nuk përshtatet.
}
    .safe = Asgjë nuk u ndryshua.
    .next = Korrigjoni të dhënën dhe provoni përsëri.

error-not-found = Kjo nuk gjendet në këtë kompjuter.
    .safe = Asgjë nuk u ndryshua.
    .next = Kthehuni te lista. Mund të jetë zhvendosur ose nuk ka mbërritur ende.

error-no-office = Në këtë kompjuter ende nuk ka zyrë.
    .safe = Asgjë nuk u ndryshua.
    .next = Bashkohuni me një zyrë me ftesë, ose krijoni një të re.

error-office-exists = Ky profil ka tashmë një zyrë.
    .safe = Zyra dhe lëndët e saj janë të paprekura.
    .next = Për një zyrë të dytë përdorni një profil tjetër.

error-locked = Praesto është i kyçur.
    .safe = Gjithçka është e vulosur dhe e ruajtur.
    .next = Shkyçeni dhe vazhdoni aty ku ishit.

error-wrong-passphrase = Ky fjalëkalim nuk e hap Praesto-n.
    .safe = Gjithçka është e vulosur dhe e paprekur.
    .next = Provoni përsëri. Shikoni gjuhën e tastierës dhe shkronjat e mëdha.

error-too-many-attempts = Shumë fjalëkalime të gabuara. Praesto pret para provës tjetër.
    .safe = Gjithçka është e vulosur dhe e paprekur.
    .next = { $seconds ->
        [one] Prisni { $seconds } sekondë, pastaj provoni përsëri.
       *[other] Prisni { $seconds } sekonda, pastaj provoni përsëri.
    }

error-keyring-unavailable = Mbajtësi i çelësave të këtij kompjuteri nuk e jep çelësin.
    .safe = Gjithçka është e vulosur dhe e paprekur.
    .next = Shkyçeni mbajtësin e çelësave të këtij kompjuteri, pastaj provoni përsëri.

error-profile-in-use = Një dritare tjetër e Praesto-s e ka hapur këtë profil.
    .safe = Asgjë nuk u ndryshua.
    .next = Shkoni te dritarja tjetër, ose mbylleni dhe provoni përsëri.

error-profile-too-new = Ky profil është krijuar nga një version më i ri i Praesto-s.
    .safe = Gjithçka në të është e paprekur.
    .next = Instaloni versionin më të ri në këtë kompjuter.

error-profile-damaged = Baza e të dhënave e këtij profili nuk lexohet.
    .safe = Ajo që u dërgua është e sigurt në server.
    .next = Mos e fshini dosjen e profilit. Kërkojini administratorit ta rikthejë këtë kompjuter.

error-disk-full = Në disk nuk ka më vend.
    .safe = Asgjë nuk u ndryshua. Gjithçka e ruajtur më parë është e sigurt.
    .next = Lironi vend në disk, pastaj provoni përsëri.

error-offline = Serveri nuk arrihet.
    .safe = Gjithçka është e ruajtur në këtë kompjuter.
    .next = Ajo që është ruajtur dërgohet vetë. Atë që sapo i kërkuat serverit, kërkojeni përsëri sapo të ketë rrjet.

error-not-checked = Kjo lëndë nuk është kontrolluar ende.
    .safe = Mund ta lexoni. Ajo që shkruat është ende këtu.
    .next = Lidhuni për një çast me serverin, pastaj ruajeni përsëri.

error-case-removed = Kjo lëndë u hoq nga listat.
    .safe = Asgjë prej saj nuk u fshi. Ajo që shkruat është ende këtu.
    .next = Riktheni më parë lëndën, pastaj bëni ndryshimin.

error-changed-since = Ndërkohë dikush ka shkruar aty.
    .safe = Asgjë nuk u ndryshua. Të dyja janë në historik.
    .next = Shihni çfarë thotë lënda tani dhe ndryshojeni me dorë.

error-nothing-to-undo = Në këtë lëndë nuk ka asgjë tuajën për të zhbërë.
    .safe = Asgjë nuk u ndryshua.
    .next = Historiku tregon kush çfarë ndryshoi.

error-act-refused = Kjo nuk është e mundur aty ku gjendet lënda.
    .safe = Asgjë nuk u ndryshua.
    .next = Bëni më parë atë që mungon, ose ia dorëzoni lëndën dikujt që ka të drejtë.

error-case-type-missing = Lloji i kësaj lënde nuk është në këtë kompjuter.
    .safe = Lënda është këtu e plotë. Mund të lexohet, të plotësohet me shënime dhe të dorëzohet.
    .next = Hapat dhe vendimet presin derisa të instalohet lloji, ose bëhen në një kompjuter që e ka.

error-written-meanwhile = Këtu tani qëndron diçka tjetër.
    .safe = Asgjë nuk u ruajt dhe asgjë nuk u mbishkrua. Ajo që shkruat është ende këtu.
    .next = Shikojini të dyja, pastaj ruani përsëri. Ku qëndrojnë disa vlera, zgjidhni më parë konfliktin.

error-other-certificate = Certifikata e serverit nuk përputhet me adresën e tij.
    .safe = Atij nuk iu dërgua asgjë. Këtu gjithçka është e sigurt.
    .next = Kërkojini atij që e mban serverin adresën me gjithçka që vjen pas shenjës #.

error-server-not-found = Në këtë adresë nuk përgjigjet asnjë server i Praesto-s.
    .safe = Asgjë nuk u krijua dhe nuk u ndryshua.
    .next = Kontrolloni adresën dhe rrjetin.

error-server-refused = Serveri e refuzoi kërkesën.
    .safe = Gjithçka është e ruajtur në këtë kompjuter.
    .next = Provoni më vonë. Nëse mbetet kështu, njoftoni administratorin.

error-server-contradicts = Ajo që thotë serveri bie ndesh me atë që u tha më parë.
    .safe = Asgjë nga serveri nuk u pranua. Puna juaj është e ruajtur këtu.
    .next = Njoftoni administratorin. Te „Ky kompjuter“ shihni se çfarë u gjet.

error-update-needed = Zyra përdor diçka që ky version nuk e njeh.
    .safe = Puna juaj është e ruajtur këtu. Deri atëherë asgjë nuk dërgohet.
    .next = Instaloni versionin më të ri të Praesto-s.

error-invitation-invalid = Kjo ftesë është shkruar gabim, ka skaduar ose është përdorur.
    .safe = Asgjë nuk u ndryshua.
    .next = Krahasojeni kodin me fletën tuaj, ose kërkoni një ftesë të re.

error-waiting-for-colleague = Ky kompjuter pret që një koleg ta lejojë të hyjë.
    .safe = Ftesa juaj vlen. Asgjë nuk duhet përsëritur.
    .next = Kërkojini personit që ju ftoi ta hapë Praesto-n me rrjet.

error-waiting-for-keys = Ky kompjuter pret çelësa nga një koleg.
    .safe = Puna juaj është ruajtur këtu dhe deri atëherë mbetet e vulosur.
    .next = Kërkojini një kolegu ta hapë Praesto-n me rrjet.

error-waiting-for-administrator = Serveri nuk është më ai i mëparshmi.
    .safe = Puna juaj është ruajtur këtu dhe deri atëherë vlen si e padërguar.
    .next = Kërkojini një administratori ta hapë Praesto-n me rrjet.

error-not-allowed = Zyra nuk jua ka dhënë këtë të drejtë.
    .safe = Asgjë nuk u ndryshua.
    .next = Pyesni administratorin e zyrës suaj.

error-device-revoked = Zyra ia ka hequr hyrjen këtij kompjuteri.
    .safe = Ajo që u dërgua është e sigurt në server. Pjesa tjetër mbetet e vulosur këtu.
    .next = Flisni me administratorin.

error-file-refused = Skedari u refuzua.
    .named = { $path } u refuzua.
    .safe = Asgjë nuk u mor prej tij. Vetë skedari është i paprekur.
    .next = Lexoni arsyen dhe zgjidhni një skedar tjetër.

error-file-unreadable = Skedari nuk u lexua dot ose nuk u shkrua dot.
    .named = { $path } nuk u lexua dot ose nuk u shkrua dot.
    .safe = Në Praesto nuk u ndryshua asgjë.
    .next = Shikoni nëse skedari ekziston dhe nëse keni të drejtë ta hapni.

error-file-exists = Një skedar me atë emër ekziston tashmë.
    .named = { $path } ekziston tashmë.
    .safe = Ai skedar është siç ishte dhe asgjë nuk u ruajt jashtë.
    .next = Zgjidhni një emër tjetër, ose pranoni ta zëvendësoni.

error-attachment-not-here = Ky skedar nuk ka mbërritur ende në këtë kompjuter.
    .safe = Lënda është e plotë. Këtu mungon vetëm ky skedar.
    .next = Lidhuni me rrjetin dhe merreni përsëri.

error-attachment-with-author = Ky skedar është ende në kompjuterin e atij që e bashkëngjiti.
    .named = Ky skedar është ende në kompjuterin e { $name }.
    .safe = Lënda është e plotë. Këtu mungon vetëm ky skedar.
    .next = Vjen sapo ai kompjuter të jetë lidhur. Kërkojeni këtë dhe merreni skedarin më vonë.

error-attachment-unfit = Ky skedar nuk është ajo që thotë lënda për të.
    .named = Ky skedar nuk është ajo që thotë lënda për të. E bashkëngjiti { $name }.
    .safe = Asgjë nuk u ruajt jashtë. Lënda dhe skedarët e tjerë janë të sigurt.
    .next = Kërkojini atij që e bashkëngjiti ta bashkëngjitë përsëri skedarin e duhur.

error-attachment-damaged = Ky skedar u dëmtua në këtë kompjuter.
    .safe = Asgjë nuk u ruajt jashtë. Ajo që mban serveri nuk është prekur.
    .next = Merreni përsëri. Nëse kjo nuk ofrohet, bashkëngjitni edhe një herë origjinalin.

error-person-without-access = Ky person nuk mund ta lexojë lëndën.
    .safe = Asgjë nuk u ndryshua. Lënda mbeti aty ku ishte.
    .next = Zgjidhni dikë nga ekipi që punon me të, ose pyetni një administrator.

error-letter-gaps = Shkresa ka ende boshllëqe: { $gaps }.
    .safe = Asgjë nuk u depozitua; teksti juaj mbetet skicë.
    .next = Plotësoni çfarë është në kllapa, ose hiqeni.

error-letter-signs = Këto shenja i mungojnë shkrimit të shkresave: { $signs }
    .safe = Asgjë nuk u depozitua; teksti juaj mbetet skicë.
    .next = Shkruajini ndryshe, për shembull me shkronja latine ose cirilike.

error-letter-address = Adresa nuk zë vend në dritaren e zarfit.
    .safe = Asgjë nuk u depozitua; teksti juaj mbetet skicë.
    .next = Shkurtojeni në tetë rreshta.

error-letter-signed-off = Ky skedar është një shkresë e miratuar; ai mbetet siç është.
    .safe = Skedari është i pandryshuar dhe asgjë nuk u shtua.
    .next = Shkruani një shkresë të re, ose bashkëngjitni skedarin tjetër pranë saj.

error-cannot-show = Ky skedar nuk mund të shfaqet këtu.
    .safe = Asgjë nuk u ndryshua. Skedari është në lëndë ashtu siç u bashkëngjit.
    .next = Ruajeni jashtë, me arsye, dhe hapeni me programin e vet.

error-too-many-pages = Ky skedar ka { $pages } faqe. Prej këtu shtypen më së shumti { $most }.
    .safe = Asgjë nuk u shtyp. Skedari është në lëndë ashtu siç u bashkëngjit.
    .next = Ruajeni jashtë, me arsye, dhe shtypeni me programin e vet.

error-stopped = E ndalët para fundit.
    .safe = Çfarë u bë deri atëherë mbetet siç është.
    .next = Filloni përsëri kur të doni.

error-internal = Diçka shkoi keq brenda Praesto-s.
    .safe = Gjithçka e ruajtur më parë është e sigurt.
    .next = Provoni përsëri. Nëse mbetet kështu, dërgojini administratorit një raport.

## Pse serveri refuzoi

server-refused-malformed = Përgjigjja e tij nuk u kuptua dot.
server-refused-bad-request = Nuk e kuptoi kërkesën. Njëra anë mund të jetë tepër e vjetër.
server-refused-login-needed = Hyrja e këtij kompjuteri ka mbaruar. Ai hyn përsëri vetë.
server-refused-device-unknown = Nuk e njeh këtë kompjuter, ose ende jo.
server-refused-device-revoked = Zyra ia ka hequr hyrjen këtij kompjuteri.
server-refused-not-entitled = Ky kompjuter nuk ka të drejtë për këtë hapësirë.
server-refused-not-found = Nuk e ka atë që u kërkua.
server-refused-founding-refused = Zyra ekziston tashmë atje, ose nuk pranon zyra të reja.
server-refused-head-moved = Dikush tjetër e ndryshoi regjistrin i pari.
server-refused-entry-refused = Rregullat e zyrës nuk e lejojnë këtë.
server-refused-epoch-not-current = Çelësat e zyrës kanë ndryshuar ndërkohë.
server-refused-chain-broken = Ka ndryshime të tjera të këtij kompjuteri nga sa pritej.
server-refused-record-refused = Nënshkrimi ose forma e një ndryshimi nuk është e saktë atje.
server-refused-too-large = Ajo që u dërgua është më e madhe se sa pranon.
server-refused-too-many = Ky kompjuter pyeti tepër shpesh. Serveri bën një pushim.
server-refused-quota-reached = Zyra juaj e ka mbushur vendin e saj atje.
server-refused-attachment-not-named = Nuk njeh asnjë ndryshim që e përmend këtë skedar.
server-refused-hash-mismatch = Skedari mbërriti atje me bajte të tjera nga ato të njoftuara.
server-refused-invitation-invalid = Ftesa nuk ekziston, ka skaduar ose është përdorur.
server-refused-storage-full = Nuk ka më vend ose nuk mund të shkruajë.
server-refused-unavailable = Është i zënë ose për momentin nuk mund të punojë.

## Pse nuk pranohet një ftesë

invitation-refused-not-a-code = Ky nuk është kod ftese.
invitation-refused-mistyped = Një shkronjë ose shifër e kodit nuk është e saktë.
invitation-refused-expired = Ftesa ka skaduar.

act-refused-no-such-act = Ky lloj lënde nuk e ka këtë hap.
act-refused-not-from-here = Ai nis nga një gjendje tjetër.
act-refused-not-assigned = Këtë mund ta bëjë vetëm ai që ka lëndën.
act-refused-not-manager = Këtë mund ta bëjë vetëm një drejtues.
act-refused-form-incomplete = Formulari nuk është i plotë.
act-refused-tasks-open = Ka ende detyra të hapura.
act-refused-contradicting = Vendimet kundërshtojnë njëri-tjetrin. Këtë e zgjidhin më parë njerëzit.
act-refused-waits-for-signature = Një vendim pret nënshkrimin e dytë.
act-refused-own-decision = Kush ka vendosur nuk mund të nënshkruajë si i dyti.
act-refused-nothing-to-sign = Asgjë nuk pret nënshkrim.
act-refused-not-own-decision = Mund ta tërheqë vetëm ai që ka vendosur, ose një drejtues.
act-refused-decide-anew = Ajo që ka nënshkruar një i dytë nuk rikthehet. Vendosni përsëri.

## Pse një skedar nuk mund të shfaqet

cannot-show-unknown-kind = Skedarët e këtij lloji nuk shfaqen.
cannot-show-damaged = Është i dëmtuar, ose nuk është ajo që thotë emri.
cannot-show-too-large = Është tepër i madh për t’u shfaqur.
cannot-show-encrypted = Hapet vetëm me fjalëkalim.
cannot-show-no-such-page = Ka më pak faqe.
cannot-show-no-such-part = E-mail-i nuk ka skedar të tillë.
cannot-show-took-too-long = Leximi zgjati tepër.
cannot-show-ended = Leximi u ndërpre: është i dëmtuar, ose kërkon më shumë sesa i lejohet një dokumenti.
cannot-show-stopped = Ndërkohë u hap diçka tjetër.
cannot-show-unavailable = Ky kompjuter nuk mund të nisë procesin e veçantë që lexon skedarë pa rrezik.
