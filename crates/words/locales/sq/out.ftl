### A case, a list and a backup, out of Praesto.

## The dialog that takes a case out

out-open = Nxirr lëndën…
out-title = Nxjerrja e lëndës { $reference } nga Praesto
out-lead = Jashtë, lënda nuk është më e vulosur nga Praesto. Ajo ruan kush e nxori, për kë dhe pse.
out-goes = “{ $title }” del e tëra, { $count ->
    [0] pa skedarë
    [one] me një skedar ({ $size })
   *[other] me { $count } skedarë ({ $size })
}.
out-missing = { $count ->
    [one] Një skedar nuk është në këtë kompjuter
   *[other] { $count } skedarë nuk janë në këtë kompjuter
}
out-missing-text = Merrini më parë te lënda, ose lërini jashtë.
out-leave = Lëri jashtë. Faqja e lëndës e thotë këtë.
out-leave-missing = Merrni skedarët, ose pranoni që të mungojnë.
out-form = Në çfarë forme
out-folder = Një dosje me një faqe që e shfaq çdo shfletues
out-folder-help = Kushdo që e merr dosjen mund ta lexojë.
out-sealed = Një skedar i vulosur (age)
out-sealed-help = E hap vetëm ai që ka çelësin e marrësit.
out-for = Për kë
out-for-help = Për shembull: Gjykata Administrative.
out-key = Çelësi publik i marrësit
out-key-help = Fillon me “age1”. Jua jep marrësi.
out-key-file = Lexo çelësa nga një skedar…
out-key-missing = Një çelës publik fillon me “age1”.
out-reason-help = Për shembull: kërkuar nga gjykata më 3 nëntor.
out-busy = Po shkruhet…
draft-out = Draft për nxjerrje
hint-take-out = nxirr lëndën

## The page of a case

out-made = E nxori nga Praesto { $who } për { $name }, { $when }.
out-made-reason = Arsyeja: { $reason }
out-left-out = { $count ->
    [one] Një skedar nuk ishte në atë kompjuter dhe mungon. Më poshtë është i emërtuar.
   *[other] { $count } skedarë nuk ishin në atë kompjuter dhe mungojnë. Më poshtë janë të emërtuar.
}
out-channel = Si erdhi
out-tags = Etiketa
out-name = Emri
out-role = Roli
out-contact = Kontakti
out-done = E kryer
out-file = Skedari
out-size = Madhësia
out-added = Shtuar
out-remark = Vërejtje
out-not-here = mungon
out-earlier = Version i mëparshëm
out-when = Kur
out-who = Kush
out-what = Çfarë
out-computer = Kompjuteri
out-moment = { $day }, { $time }
out-sums = Shumat e kontrollit të të gjithë skedarëve janë te { $file }.

## A list as a table

list-out = Ruaj listën si tabelë…
list-out-title = Ruajtja e listës si tabelë
list-out-lead = { $count ->
    [one] Një rresht del nga Praesto i pavulosur. Zyra ruan kush e mori dhe pse.
   *[other] { $count } rreshta dalin nga Praesto të pavulosur. Zyra ruan kush i mori dhe pse.
}
list-out-reason-help = Për shembull: shifra për raportin vjetor.
out-type = Lloji
out-list = { $list } ({ $count })
hint-list-out = ruaj listën

## Making a backup

backup = Kopje rezervë
backup-lead = Gjithçka në këtë kompjuter në një skedar të vulosur: lëndë, skedarë, drafte dhe çelësa.
backup-open = Bëj një kopje rezervë…
backup-title = Bërja e një kopjeje rezervë
backup-passphrase-lead = Zgjidhni një fjalëkalim për kopjen. Vetëm ai e hap skedarin, në çdo kompjuter.
backup-current = Fjalëkalimi që e hap Praesto-n këtu
backup-current-missing = Shkruani fjalëkalimin që e hap Praesto-n këtu.
backup-keep = Askush nuk e hap kopjen pa këtë fjalëkalim. Ruajeni aty ku do ta gjeni.
backup-busy = Po bëhet kopja rezervë…
backup-made = Kopja rezervë u bë: { $path } ({ $size })
hint-backup = bëj një kopje rezervë

## Restoring one

welcome-restore = Rikthe një kopje rezervë
welcome-restore-text = Ky kompjuter vazhdon aty ku u bë kopja.
welcome-restore-note = Asgjë nuk rikthehet para se të shtypni Rikthe
restore-file = Skedari i kopjes
restore-choose = Zgjidh skedarin…
restore-file-missing = Zgjidhni skedarin e kopjes.
restore-passphrase = Fjalëkalimi i kopjes
restore-passphrase-help = Ai që u zgjodh kur u bë kopja.
restore-passphrase-missing = Shkruani fjalëkalimin e kopjes.
restore-do = Rikthe këtë kopje
restore-busy = Kopja po rikthehet…
restore-next = Çfarë ndodh më pas
restore-next-computer = Gjithçka është këtu siç ishte kur u bë kopja.
restore-next-sync = Merret çfarë ka ardhur që atëherë. Nëse kompjuteri tjetër punon ende, ky vazhdon pranë tij.

error-backup-unreadable = Ky skedar nuk është kopje rezervë e Praesto-s, ose nuk është i plotë.
    .safe = Asgjë nuk u rikthye dhe asgjë në këtë kompjuter nuk ndryshoi.
    .next = Zgjidhni një skedar tjetër, ose kopjojeni kopjen këtu edhe një herë.
