### Përputhja, dhe çfarë ruan ky kompjuter.

## Gjendja në shiritin e sipërm

sync-no-server = Vetëm në këtë kompjuter
sync-not-yet = Ende pa lidhje
sync-not-yet-waiting = { $count ->
    [0] Ende pa lidhje
    [one] Ende pa lidhje, { $count } ndryshim pret
   *[other] Ende pa lidhje, { $count } ndryshime presin
}
sync-up-to-date = I përditësuar, { $ago }
sync-sending = Po dërgohet { $done } nga { $total }
sync-receiving = { $total ->
    [one] Po mbërrin lënda, { $done } nga { $total }
   *[other] Po mbërrijnë lëndët, { $done } nga { $total }
}
sync-checking = Gati për përdorim; po kontrollohet, { $done } nga { $total }
sync-offline = { $count ->
    [0] Pa rrjet, gjithçka u dërgua
    [one] Pa rrjet, { $count } ndryshim pret
   *[other] Pa rrjet, { $count } ndryshime presin
}
sync-stopped = { $count ->
    [0] Ndalur, ka nevojë për ju
    [one] Ndalur, { $count } ndryshim pret
   *[other] Ndalur, { $count } ndryshime presin
}
sync-waiting = { $count ->
    [0] Në pritje të një kolegu
    [one] Në pritje të një kolegu, { $count } ndryshim pret
   *[other] Në pritje të një kolegu, { $count } ndryshime presin
}
sync-last-contact = Kontakti i fundit me serverin: { $when }
sync-never-contact = Ende pa kontakt me serverin

waiting-to-be-sent = { $count ->
    [0] Asgjë nuk pret të dërgohet
    [one] { $count } ndryshim pret të dërgohet
   *[other] { $count } ndryshime presin të dërgohen
}
waiting-safe-here = I sigurt këtu
waiting-provisional = I përkohshëm deri në dërgim

## Pse diçka është në këtë kompjuter

held-assigned = Caktuar juve
    .sentence = Lënda ju është caktuar juve.
held-pinned = Fiksuar nga ju
    .sentence = E keni fiksuar, prandaj edhe skedarët e saj mbeten këtu.
held-team = Në listën e ekipit tuaj
    .sentence = Lënda është në listën e ekipit tuaj.
held-recent = Hapur së fundi
    .sentence = E keni hapur së fundi.
held-removed = Hequr nga listat
    .sentence = Lënda u hoq nga listat, por asgjë prej saj nuk u fshi.

## Lënë mënjanë: mbërriti, por nuk u lexua ose nuk u verifikua dot

set-aside-count = { $count ->
    [0] Asgjë nuk është lënë mënjanë
    [one] { $count } ndryshim është lënë mënjanë
   *[other] { $count } ndryshime janë lënë mënjanë
}
set-aside-by = Një ndryshim nga { $name } është lënë mënjanë
set-aside-made-on = Bërë në { $device }
set-aside-retry = Provo përsëri tani

set-aside-malformed = Një ndryshim mbërriti i dëmtuar.
    .why = Bajtet e tij nuk kanë formën e dakorduar.
    .safe = Gjithçka. Lënda mbetet siç ishte.
    .next = Prisni kontaktin tjetër. Nëse mbetet kështu, njoftoni administratorin.
set-aside-forged = Një ndryshim u tjetërsua rrugës.
    .why = Nënshkrimi i tij nuk i përgjigjet përmbajtjes.
    .safe = Gjithçka. Ndryshimi nuk u përdor.
    .next = Njoftoni administratorin. Kopjoni hollësitë pa përmbajtjen.
set-aside-unknown-device = Një ndryshim vjen nga një kompjuter që zyra nuk e njeh.
    .why = Regjistri i zyrës nuk e përmban këtë kompjuter.
    .safe = Gjithçka. Ndryshimi nuk u përdor.
    .next = Prisni kontaktin tjetër. Nëse mbetet kështu, njoftoni administratorin.
set-aside-after-revocation = Një ndryshim u bë pasi kompjuterit iu hoq hyrja.
    .why = Zyra ia hoqi hyrjen kompjuterit para këtij ndryshimi.
    .safe = Gjithçka. Ndryshimi ruhet, por nuk përdoret.
    .next = Administratori mund ta shqyrtojë me personin që e shkroi.
set-aside-not-allowed = Një ndryshim u bë pa të drejtën për ta bërë.
    .why = Regjistri nuk i jep autorit të drejtë të shkruajë këtu.
    .safe = Gjithçka. Ndryshimi ruhet, por nuk përdoret.
    .next = Pyesni administratorin nëse e drejta mungon gabimisht.
set-aside-chain-gap = Një ndryshim nuk mund të verifikohet ende.
    .why = Mungon një ndryshim më i hershëm nga i njëjti kompjuter.
    .safe = Gjithçka. Lënda tregon versionin e fundit të verifikuar.
    .next = Lidhuni një herë. Më parë vjen ndryshimi që mungon, pastaj ky provohet përsëri.
set-aside-chain-fork = Dy ndryshime të një kompjuteri kërkojnë të njëjtin vend.
    .why = Me gjasë u përdor një kopje e profilit të tij.
    .safe = Gjithçka. Të dy ndryshimet ruhen.
    .next = Tregojini administratorit cili kompjuter është.
set-aside-out-of-sequence = Një ndryshim nuk vijon nga të tjerët e kompjuterit të vet.
    .why = Numri i tij del dy herë, ose mungon një para tij. Ndoshta u përdor një kopje e atij kompjuteri.
    .safe = Gjithçka. Ndryshimi ruhet dhe nuk u përdor.
    .next = Provohet përsëri vetë. Nëse mbetet kështu, tregojini administratorit cili kompjuter është.
set-aside-register-behind = Një ndryshim di më shumë për zyrën se ky kompjuter.
    .why = Shënimet më të reja të regjistrit nuk kanë mbërritur këtu.
    .safe = Gjithçka. Ndryshimi ruhet.
    .next = Lidhuni një herë. Provohet përsëri vetë.
set-aside-key-missing = Një ndryshim është vulosur me një çelës që nuk është ende këtu.
    .why = Çelësi i periudhës së tij nuk ka mbërritur në këtë kompjuter.
    .safe = Gjithçka. Ndryshimi ruhet i vulosur.
    .next = Lidhuni kur një koleg është në rrjet. Provohet përsëri vetë.
set-aside-cannot-open = Një ndryshim nuk hapet me çelësin e tij.
    .why = Çelësi është këtu, por vula nuk i përgjigjet.
    .safe = Gjithçka. Ndryshimi ruhet, por nuk përdoret.
    .next = Njoftoni administratorin. Kopjoni hollësitë pa përmbajtjen.
set-aside-missing-changes = Një ndryshim mbështetet te të tjerë që nuk kanë mbërritur.
    .why = I referohet ndryshimeve që mungojnë ende këtu.
    .safe = Gjithçka. Lënda shfaqet pa të.
    .next = Lidhuni një herë. Provohet përsëri vetë.
set-aside-wrong-actor = Një ndryshim u shkrua me emrin e një kompjuteri tjetër.
    .why = Emri brenda tij nuk i përket kompjuterit që e nënshkroi.
    .safe = Gjithçka. Ndryshimi nuk u përdor.
    .next = Njoftoni administratorin. Kopjoni hollësitë pa përmbajtjen.
set-aside-unknown-schema = Një ndryshim u bë nga një version më i ri i Praesto-s.
    .why = Ky version nuk e kupton formën e tij.
    .safe = Gjithçka. Ndryshimi ruhet.
    .next = Instaloni versionin më të ri. Provohet përsëri vetë.
set-aside-checkpoint-contradicts = Një përmbledhje thotë diçka tjetër nga ndryshimet e saj.
    .why = Nuk përputhet me ndryshimet që përfshin.
    .safe = Gjithçka. Lënda u rindërtua nga ndryshimet e saj.
    .next = Tregojini administratorit nga kompjuteri i kujt erdhi.
set-aside-removal-untrue = Një ndryshim nuk e thotë të vërtetën për heqjen e një lënde.
    .why = Heq një lëndë pa e thënë, ose e thotë dhe bën diçka tjetër.
    .safe = Gjithçka. Ndryshimi nuk u përdor.
    .next = Tregojini administratorit nga kompjuteri i kujt erdhi.

## Çfarë doli e pavërtetë

finding-count = { $count ->
    [0] Nuk u gjetën kundërthënie
    [one] U gjet { $count } kundërthënie
   *[other] U gjetën { $count } kundërthënie
}
finding-register-rolled-back = Serveri tregoi një regjistër më të vjetër të zyrës.
    .why = Nuk e vazhdon atë që ky kompjuter ka parë.
    .safe = Mbetet regjistri më i ri. Puna juaj është e ruajtur këtu.
    .next = Njoftoni administratorin. Serveri mund të jetë rikthyer nga një kopje rezervë.
finding-register-forged = Regjistri i serverit ka një shënim që i shkel rregullat.
    .why = Shënimi nuk është nënshkruar nga dikush që kishte të drejtë.
    .safe = Shënimi nuk u pranua. Puna juaj është e ruajtur këtu.
    .next = Njoftoni administratorin para se të vazhdoni me serverin.
finding-server-behind = Serverit i mungojnë ndryshime që i kishte konfirmuar.
    .why = Me gjasë u rikthye nga një kopje më e vjetër.
    .safe = Ky kompjuter i ka ende dhe i ofron përsëri.
    .next = Qëndroni të lidhur derisa gjithçka të dërgohet përsëri. Njoftoni administratorin.
finding-histories-differ = Serveri i tregoi një kolegu një historik tjetër nga juaji.
    .why = Radha e ndryshimeve në dy kompjuterë nuk përputhet.
    .safe = Të dy historikët ruhen. Puna juaj është e ruajtur këtu.
    .next = Njoftoni administratorin. Krahasoni të dy kompjuterët.
finding-record-forged = Serveri përcolli një ndryshim që askush në zyrë nuk e shkroi.
    .why = Nënshkrimi i tij nuk i përket asnjë kompjuteri të zyrës.
    .safe = Ndryshimi nuk u përdor.
    .next = Njoftoni administratorin.
finding-wrong-keys = Serveri përcolli çelësa që nuk përputhen.
    .why = Nuk përputhen me atë që shpall regjistri.
    .safe = Çelësat nuk u përdorën. Të rinjtë bëhen vetvetiu.
    .next = Njoftoni administratorin.
finding-attachment-swapped = Serveri përcolli një skedar tjetër nga ai i emërtuar.
    .why = Bajtet nuk i përgjigjen emrit të nënshkruar.
    .safe = Skedari as u hap, as u mbajt.
    .next = Merreni skedarin përsëri. Nëse mbetet kështu, njoftoni administratorin.
finding-attachment-damaged = Një skedar u dëmtua në këtë kompjuter para se ta kishte serveri.
    .why = Bajtet e tij në disk nuk janë më ata që u vulosën këtu.
    .safe = Pjesa tjetër e lëndës është e sigurt. Nuk e ka fajin asnjë koleg dhe as serveri.
    .next = Bashkëngjiteni përsëri origjinalin: “Verifiko gjithçka” e emërton skedarin. Kërkoni të kontrollohet disku i këtij kompjuteri.
finding-attachment-unfit = Skedari i një kolegu nuk është ajo që thotë lënda për të.
    .why = Gjatësia ose përmbajtja ndryshon nga ajo që u tha kur u bashkëngjit.
    .safe = Skedari nuk u përdor. Lënda dhe skedarët e tjerë janë të sigurt.
    .next = Kërkojini atij kolegu ta bashkëngjitë përsëri skedarin e duhur.
finding-checkpoint-forged = Një përmbledhje binte ndesh me ndryshimet pas saj.
    .why = Nuk thotë atë që thonë ndryshimet e saj.
    .safe = Përmbledhja u hodh poshtë dhe lënda u rindërtua nga ndryshimet e saj.
    .next = Tregojini administratorit nga kompjuteri i kujt erdhi.
finding-profile-copied = Një kopje e këtij profili u përdor diku tjetër.
    .why = Edhe ky kompjuter, edhe kopja bënë ndryshime.
    .safe = Të gjitha ndryshimet ruhen. Ato të këtij kompjuteri u nënshkruan sërish.
    .next = Ky kompjuter tani numërohet si një tjetër i juaji. Nëse nuk keni bërë kopje, njoftoni administratorin.
finding-device-added = U shtua edhe një kompjuter i dikujt prej jush.
    .why = E shtoi një kompjuter i këtij personi, siç bën një profil i kopjuar.
    .safe = Ai mund të lexojë atë që lexon ky person. Asgjë nuk u ndryshua.
    .next = Nëse askush nuk bëri kopje, kërkojini administratorit t’i përjashtojë të dy kompjuterët.
finding-receipt-forged = Serveri konfirmoi diçka me nënshkrim të pasaktë.
    .why = Konfirmimi nuk është nënshkruar nga serveri i zyrës suaj.
    .safe = Ndryshimi mbetet në këtë kompjuter dhe pret të dërgohet.
    .next = Njoftoni administratorin.

## Verifikimi i gjithçkaje

verify-clean = Gjithçka në këtë kompjuter u verifikua dhe është në rregull.
verify-not-checked = { $count ->
    [one] Ajo që është këtu qëndron. { $count } lëndë mbështetet te fjala e një kolegu derisa të vijë ecuria e saj.
   *[other] Ajo që është këtu qëndron. { $count } lëndë mbështeten te fjala e një kolegu derisa të vijë ecuria e tyre.
}
verify-summary = { $entries ->
    [one] { $entries } shënim regjistri
   *[other] { $entries } shënime regjistri
}, { $records ->
    [one] { $records } ndryshim
   *[other] { $records } ndryshime
}, { $cases ->
    [one] { $cases } lëndë
   *[other] { $cases } lëndë
}, { $files ->
    [one] { $files } skedar
   *[other] { $files } skedarë
}
verify-problems = { $count ->
    [one] { $count } gjë nuk është në rregull.
   *[other] { $count } gjëra nuk janë në rregull.
}
verify-register = Regjistri nuk është i qëndrueshëm.
verify-record = Nënshkrimi ose përmbajtja e një ndryshimi nuk është e saktë.
verify-chain = Një zinxhir ndryshimesh është këputur.
verify-document = Një lëndë nuk përputhet me ndryshimet e saj.
verify-attachment = Një skedar mungon ose u tjetërsua.
