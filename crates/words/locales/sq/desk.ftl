### Çfarë thuhet e shfaqet jashtë dritares, rruga drejt serverit dhe raporti për mbështetjen.

## Notices

notice-title = Praesto
notice-due = { $count ->
    [one] Një lëndë ka afat sot.
   *[other] { $count } lëndë kanë afat sot.
}
notice-late = { $count ->
    [one] Një lëndë është me vonesë.
   *[other] { $count } lëndë janë me vonesë.
}
notice-open = Hap “Sot”
settings-notices = Njofto në tryezën e punës kur lëndët kanë afat
settings-notices-help = Vetëm numra, pa emra. Sa kohë që Praesto është i kyçur, nuk thuhet asgjë.

## The tray

settings-stay = Qëndro në shiritin e sistemit kur mbyllet dritarja
settings-stay-help = Praesto vazhdon të dërgojë e të marrë. Kyçet siç është caktuar më lart.
settings-stay-no-tray = Tani nuk ka shirit sistemi. Mbyllja e dritares e mbyll Praesto-n.
tray-show = Hap Praesto-n
tray-lock = Kyç tani
tray-quit = Mbyll programin
tray-locked = I kyçur
tray-unlocked = I hapur
tray-unsent = { $count ->
    [one] Një ndryshim nuk është dërguar ende.
   *[other] { $count } ndryshime nuk janë dërguar ende.
}
tray-stopped = Diçka kërkon vëmendjen tuaj. Hapni Praesto-n.

## Leaving

leaving = Diçka e shkruar nuk është ruajtur
leaving-lead = Nëse qëndroni, teksti mbetet në fushën e vet. Nëse dilni, humbet. Gjithçka e ruajtur është e sigurt.
leaving-unsent = { $count ->
    [one] Një ndryshim i ruajtur pret këtu të dërgohet.
   *[other] { $count } ndryshime të ruajtura presin këtu të dërgohen.
}
leaving-stay = Qëndro
leaving-do = Dil gjithsesi

## Keys

settings-keys = Shfaq të gjitha tastet
own-keys = Shkronjat tuaja
own-keys-open = Ndrysho shkronjat…
own-keys-lead = Jepini çdo veprimi shkronjën që shtypni për të. Tastet me Ctrl mbeten siç janë.
own-keys-do = Përdor këto shkronja
own-keys-reset = Ktheji të gjitha si zakonisht
own-keys-wrong = Këtu duhet një shkronjë nga A deri te Z.
own-keys-taken = { $key } është zënë tashmë: { $what }.

## The way to the server

proxy = Rruga drejt serverit
proxy-open = Rruga drejt serverit…
proxy-lead = Disa rrjete lejojnë dalje vetëm përmes një ndërmjetësi (proxy). Pyesni atë që kujdeset për tuajin.
proxy-do = Përdor këtë rrugë
proxy-kept = Që tani Praesto përdor këtë rrugë.
proxy-question = Si arrihet serveri?
proxy-kind-system = Siç është cilësuar kompjuteri
proxy-kind-direct = Pa ndërmjetës
proxy-kind-by-hand = Përmes këtij ndërmjetësi
proxy-address = Adresa e ndërmjetësit
proxy-address-help = Për shembull { "http://proxy.example:3128" } ose { "https://proxy.example" }.
proxy-address-missing = Mungon adresa.
proxy-exceptions = Arrihen pa të
proxy-exceptions-help = Emra, adresa ose rrjete, të ndara me presje. Vetë ky kompjuter është gjithmonë mes tyre.
proxy-user = Përdoruesi
proxy-user-help = Vetëm nëse ndërmjetësi pyet kush jeni.
proxy-password = Fjalëkalimi i ndërmjetësit
proxy-password-help = Ruhet i vulosur, me lëndët tuaja. Para se të keni një zyrë, nuk ruhet.
proxy-password-kept = Fjalëkalimi i dhënë është ruajtur. Lëreni bosh që të vlejë më tej.
proxy-try = Provo këtë rrugë
hint-try-way = provo rrugën drejt serverit
proxy-try-busy = Po provohet
tried-reached = Përgjigjet një server i Praesto-s.
tried-no-server = Ende nuk ka server për të provuar. Shkruani më parë adresën e tij ose një kod ftese.
tried-proxy-unreached = Në adresën e ndërmjetësit nuk përgjigjet asgjë. Kontrolloni adresën dhe rrjetin.
tried-proxy-login = Ndërmjetësi kërkon përdorues ose fjalëkalim tjetër.
tried-proxy-refuses = Ndërmjetësi përgjigjet, por nuk çon te serveri. Pyesni atë që kujdeset për të.
tried-server-unreached = Në këtë rrugë serveri nuk përgjigjet. Lëndët tuaja janë të sigurta këtu.
tried-other-server = Përgjigjet diçka që nuk është server i Praesto-s. Kontrolloni adresën.
tried-other-certificate = Certifikata nuk është ajo që pritej. Nuk u dërgua asgjë. Pyesni atë që kujdeset për serverin.

## The report for support

report = Raport për mbështetjen
report-open = Raport për mbështetjen…
report-lead = Ky është i gjithi: numra, versione dhe kode. Pa emra, pa lëndë, pa adresa. Asgjë nuk del para se ta ruani.
report-text = Teksti i raportit
report-do = Ruaj si skedar…
report-saved = Raporti u ruajt. Dërgojani atij që ju ndihmon.
