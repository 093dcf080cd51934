### Faqe në një PDF: skanime dhe fotografi fletësh, të drejtuara dhe të radhitura.

scan-begin = Faqe në një PDF…
hint-scan = faqe në një PDF
scan-title = Faqe në një PDF
scan-lead = Skanimet dhe fotografitë bëhen një skedar i drejtë i { $reference }.
scan-add = Shto skedarë…
scan-of-case = Skedar i kësaj lënde
scan-of-case-choose = Zgjidhni një skedar
scan-of-case-add = Shto
scan-empty = Ende nuk ka faqe. Shtoni skedarë, ose lëshojini këtu.
scan-pages = Faqet
scan-tools = Kjo faqe
scan-page = { $page } nga { $pages }: { $name }
scan-page-of = { $page } nga { $pages }: { $name }, faqja { $own }
scan-shown = Faqja ashtu siç do të jetë: { $name }
scan-reading = Po lexohet { $name }
scan-turn-left = Rrotullo majtas
scan-turn-right = Rrotullo djathtas
scan-straighten = Drejto
scan-crop = Prit sipas fletës
scan-up = Lëviz lart
scan-down = Lëviz poshtë
scan-leave-out = Lëre jashtë
scan-askew = E drejtuar me { $degrees }°
scan-level = Qëndron drejt
scan-unclear = Asnjë rresht teksti nuk tregon si qëndron
scan-as-put = E padrejtuar
scan-cropped = E prerë sipas fletës
scan-no-edges = Skajet e fletës nuk janë të qarta
scan-paper = { $width } × { $height } mm
scan-tone = Ngjyrat
scan-tone-as-it-is = Siç janë
scan-tone-grey = Gri
scan-tone-black-and-white = Bardhë e zi
scan-name = Emri i skedarit
scan-name-help = PDF shtohet vetvetiu.
scan-name-missing = Skedari ende nuk ka emër.
scan-keep = Bashkëngjit edhe skedarët nga jashtë ashtu siç janë
scan-missing = Shtoni të paktën një faqe.
scan-too-many = Një skedar mban { $max } faqe. Të tjerat nuk u shtuan.
scan-unread = Një faqe nuk mund të lexohet. Lëreni jashtë.
scan-make = Krijo PDF-në
scan-making = Faqja { $done } nga { $total }
scan-stopped = E ndalët. Në lëndë nuk u shtua asgjë.
scan-leaving = Këto faqe dhe renditja e tyre nuk do të ruhen.
scan-leave = Dil pa PDF-në
said-scanned = Faqet janë një PDF i lëndës.
keys-scan = Kur faqet bëhen një PDF
hint-scan-choose = faqja e mëparshme, tjetra

error-scan-refused = Një skedar nuk mund të bëhet faqe.
    .named = { $name } nuk mund të bëhet faqe.
    .safe = Në lëndë nuk u shtua asgjë. Vetë skedari është i paprekur.
    .next = Lëreni jashtë, ose bashkëngjiteni ashtu siç është.

error-scan-too-large = Faqet janë tepër të mëdha për një skedar.
    .safe = Në lëndë nuk u shtua asgjë. Vetë skedarët janë të paprekur.
    .next = Bëni dy skedarë prej tyre, ose zgjidhni gri ose bardhë e zi.

## Pse një skedar nuk mund të bëhet faqe

scan-refused-unknown-kind = Vetëm fotot dhe skedarët PDF munden.
scan-refused-damaged = Është i dëmtuar, ose nuk është ajo që thotë emri.
scan-refused-too-large = Është tepër i madh.
scan-refused-encrypted = Hapet vetëm me fjalëkalim.
scan-refused-no-such-page = Ka më pak faqe.
scan-refused-took-too-long = Leximi zgjati tepër.
scan-refused-ended = Leximi u ndërpre: është i dëmtuar, ose kërkon më shumë sesa i lejohet një fotoje.
scan-refused-unavailable = Ky kompjuter nuk mund të nisë procesin e veçantë që lexon skedarë pa rrezik.
