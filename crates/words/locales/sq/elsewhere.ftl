### Skedarë që janë hapur në një program tjetër.

elsewhere-found-name = { $name } (gjetur pas një ndërprerjeje){ $ending }
change-open-elsewhere = u hap një kopje e një skedari në një program tjetër
change-find-elsewhere = u gjet një skedar pas një ndërprerjeje
timeline-opened-elsewhere = { $name }: u hap një kopje e { $file } në një program tjetër
timeline-found-elsewhere = { $name }: { $file } u gjet pas një ndërprerjeje

hint-change-elsewhere = ndrysho në një program tjetër
hint-put-back = kthe skedarët
elsewhere-open = Ndrysho…
elsewhere-open-spoken = { elsewhere-open } { $name } në një program tjetër
elsewhere-is-out = Hapur në një program tjetër
elsewhere-warn-title = Hap { $name } në një program tjetër
elsewhere-warn-copy = Një kopje del nga hapësira e vulosur derisa ta ktheni. Programet e tjera të këtij kompjuteri mund ta lexojnë ndërkohë.
elsewhere-warn-saves = Sa herë që ruani atje, lënda merr një version të ri.
elsewhere-warn-lock = Kur Praesto kyçet ose mbyllet, vulos atë që u ruajt dhe e heq kopjen. Ruani atje më parë.
elsewhere-warn-log = Lënda ruan kush e hapi dhe kur.
elsewhere-do = Hap
elsewhere-strip = { $count ->
    [one] { $count } skedar është hapur në një program tjetër
   *[other] { $count } skedarë janë hapur në një program tjetër
}
elsewhere-strip-named = { $name }, { $reference }
elsewhere-on-disk = Kopja është në diskun e këtij kompjuteri: në memorie nuk kishte vend.
elsewhere-not-sealed = { $name } nuk është vulosur ende.
elsewhere-cut-off = { $name } duket i cunguar. Versioni i mëparshëm vlen ende.
elsewhere-put-back = Kthe
elsewhere-came-back = { $count ->
    [0] U kthye. Nuk ishte ruajtur asgjë e re.
    [one] U kthye. U vulos { $count } version i ri.
   *[other] U kthye. U vulosën { $count } versione të reja.
}
elsewhere-further = Në lëndë u ruajt edhe: { $names }
elsewhere-found = { $name } në { $reference } u gjet pas një ndërprerjeje. Qëndron pranë skedarit.
elsewhere-found-nothing = { $name } në { $reference } u kthye bosh. Versioni i mëparshëm vlen ende.
elsewhere-found-look = Te lënda
found-of = Gjetur pas një ndërprerjeje: kopje e { $name }
found-of-cut-off = Gjetur pas një ndërprerjeje, duket i cunguar: kopje e { $name }
found-take = Bëje versionin më të ri
said-found-taken = Tani është versioni më i ri.
elsewhere-close-title = { $count ->
    [one] Një skedar është ende i hapur në një program tjetër
   *[other] { $count } skedarë janë ende të hapur në një program tjetër
}
elsewhere-close-text = Praesto vulos atë që ruajtët atje dhe e heq kopjen. Ajo që nuk është ruajtur ende atje humbet.
elsewhere-close-do = Kthe dhe mbyll
elsewhere-close-left = Ajo që nuk mund të vuloset tani mbetet në dosjen e saj derisa ta shkyçni sërish Praesto-n këtu. Dalja nga llogaria mund ta heqë më parë.
elsewhere-close-all-the-same = Mbylle gjithsesi

error-no-program = Asnjë program në këtë kompjuter nuk e hap këtë skedar.
    .safe = Asgjë nuk ka humbur. Skedari në lëndë është si më parë.
    .next = Instaloni një program për skedarë të tillë, ose ruajeni skedarin jashtë Praesto-s.
error-still-written = Një program tjetër po e shkruan ende skedarin.
    .safe = Kopja mbetet aty ku është. Asgjë nuk ka humbur.
    .next = Ruajeni dhe mbylleni atje. Pastaj kthejeni sërish.

cli-elsewhere = Kopja gjendet në { $path }.
cli-elsewhere-enter = Shtypni Enter kur ta keni ruajtur dhe mbyllur.
