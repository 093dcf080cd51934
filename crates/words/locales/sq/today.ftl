### What there is to do, and what happened since one looked.

area-today = Sot
today-agenda = Çfarë ka për të bërë
today-side = Të rejat dhe çfarë pret dërgimin
today-offline = Jeni jashtë linje. Gjithçka më poshtë është në këtë kompjuter.
today-late = Me vonesë
today-now = Sot
today-soon = Këtë javë dhe tjetrën
today-undated = Pa datë
today-more = { $count ->
    [one] Edhe { $count }. E gjeni te lënda e vet.
   *[other] Edhe { $count }. I gjeni te lëndët e veta.
}
today-nobody = { $count ->
    [one] { $count } punë në një lëndë që s’e ka askush është me vonesë, për sot ose për zgjidhje.
   *[other] { $count } punë në lëndë që s’i ka askush janë me vonesë, për sot ose për zgjidhje.
}
today-nobody-look = Shihni lëndët e ekipit
today-nothing = Asgjë nuk ju pret
today-nothing-text = Këtu vijnë detyrat dhe afatet e lëndëve tuaja, si dhe vendimet që duan nënshkrimin tuaj.
today-to-cases = Te lëndët
today-done = U krye: { $name }
today-sign = Nënshkrimi i dytë: { $outcome }
today-settle = Zgjidhni mes atyre që u shkruan njëkohësisht
today-by-law = Sipas ligjit
today-by-law-on = Sipas ligjit: { $day }
today-was-due = afati ishte { $day }
today-to-sign = Për nënshkrim
today-decided-by = Vendosi { $name }
today-waiting-more = { $count ->
    [one] Edhe { $count }
   *[other] Edhe { $count }
}
news = Ndryshuar që kur patë
news-none = Kolegët nuk ndryshuan asgjë që s’e keni parë.
news-more = { $count ->
    [one] Edhe { $count } lëndë.
   *[other] Edhe { $count } lëndë.
}
nav-urgent = { $count ->
    [one] { $count } punë ju pret sot
   *[other] { $count } punë ju presin sot
}
hint-done = kryer
hint-tomorrow = nesër
keys-today = Sot
said-put-off = Afati i detyrës është { $day }.
hints = Mirë ta dini
hints-search = Gjeni çdo lëndë, person ose komandë.
hints-keys = Shihni të gjithë tastet e kësaj faqeje.
hints-undo = Ktheni mbrapsht çfarë sapo bëtë.
hints-lock = Kyçni kur largoheni nga tavolina.
hints-drop = Lëshoni skedarë mbi një lëndë të hapur për t’i bashkëngjitur.
hints-read = Tani e di këtë
settings-hints = Trego këshilla në faqen Sot
today-in-its-case = Kjo zgjidhet te lënda. Enter e hap.
