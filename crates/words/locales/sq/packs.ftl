### Llojet e lëndëve të zyrës: nga vijnë, dhe shtimi i një lloji.

own-types-title = Llojet e lëndëve
own-types-add = Shto një lloj lënde
own-types-type = Lloji i lëndës
own-types-version = Versioni
own-types-from = Nga vjen
own-types-added = Shtuar nga { $name }, { $when }

case-type-standing-shipped = Vjen me Praesto
case-type-standing-own = Zyra juaj
case-type-standing-withdrawn = Tërhequr: pa lëndë të reja
case-type-standing-replaced = Tani Praesto sjell një lloj me këtë emër, dhe ai vlen
case-type-standing-too-new = Kërkon një Praesto më të ri

own-types-withdraw = Tërhiq
own-types-withdraw-named = Tërhiq: { $type }
own-types-restore = Riktheje
own-types-restore-named = Riktheje: { $type }
own-types-withdrawn = { $type }: nga tani pa lëndë të reja. Ato që janë këtu vazhdojnë.
own-types-restored = { $type }: mund të hapen përsëri lëndë të reja.

own-types-lead = Një dosje me llojin e lëndës, ose një ZIP i saj. E marrin të gjithë në zyrë.
own-types-path = Dosje ose ZIP
own-types-path-help = Së pari kontrollohet. Nëse diçka nuk është në rregull, nuk shtohet asgjë.
own-types-path-missing = Tregoni dosjen ose skedarin ZIP.
own-types-pick-folder = Zgjidh një dosje
own-types-pick-file = Zgjidh një ZIP
own-types-add-do = Kontrollo dhe shto
own-types-check = Vetëm kontrollo
own-types-sound = { $type }, versioni { $version }, është në rregull. Asgjë nuk u shtua.
own-types-busy = Po kontrollohet

own-types-faults = { $count ->
    [one] Asgjë nuk u shtua: një gjë nuk është në rregull
   *[other] Asgjë nuk u shtua: { $count } gjëra nuk janë në rregull
}
own-types-faults-text = Ndreqini skedarët, pastaj shtojini përsëri. Gjithçka emërtohet me fjalët angleze të formatit.
own-types-whole = Paketa
own-types-line = { $file }, rreshti { $line }
own-types-more = { $count ->
    [one] Edhe një nuk është shfaqur.
   *[other] Edhe { $count } të tjera nuk janë shfaqur.
}

case-type-how-new = { $type } u shtua. Kolegët e marrin në sinkronizimin e ardhshëm.
case-type-how-newer-version = { $type } tani është versioni { $version }. Lëndët e hapura mbeten aty ku janë.
case-type-how-brought-back = { $type } ishte tërhequr, dhe është përsëri këtu.
case-type-how-same = { $type } është tashmë këtu, pikërisht kështu.

hint-add-type = shto një lloj lënde
change-case-type = u ndryshuan llojet e lëndëve të zyrës

error-case-type-withdrawn = Zyra e ka tërhequr këtë lloj lënde.
    .safe = Ajo që shkruat është ende këtu. Lëndët e këtij lloji vazhdojnë.
    .next = Zgjidhni një lloj tjetër, ose kërkojini administratorit ta rikthejë.

error-case-type-refused = Lloji i lëndës nuk u shtua.
    .safe = Asgjë nuk u ndryshua.
    .next = Shikoni arsyen dhe provoni përsëri.

case-type-refused-no-pack = Brenda nuk ka lloj lënde: mungon skedari { "type.toml" }.
case-type-refused-many-packs = Brenda ka më shumë se një lloj lënde. Shtojini një nga një.
case-type-refused-ships = { $id } vjen me Praesto. Jepini tuajit një emër tjetër: riemërtoni dosjen e tij.
case-type-refused-older = Versioni { $version } i { $id } është tashmë këtu. Rriteni versionin te { "type.toml" }.
case-type-refused-states = { $count ->
    [one] Një lëndë e hapur është në një gjendje që ky version nuk e ka: { $states }. Mbajeni atë.
   *[other] { $count } lëndë të hapura janë në gjendje që ky version nuk i ka: { $states }. Mbajini ato.
}
case-type-refused-not-sound = { $count ->
    [one] Një gjë nuk është në rregull.
   *[other] { $count } gjëra nuk janë në rregull.
}
