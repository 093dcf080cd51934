### Terminali.

cli-about = Praesto në terminal: e njëjta zyrë, të njëjtat lëndë, të njëjtët skedarë të vulosur.
cli-passphrase = Fjalëkalimi:
cli-passphrase-new = Fjalëkalimi i ri:
cli-passphrase-again = I njëjti fjalëkalim edhe një herë:
cli-passphrases-differ = Dy fjalëkalimet nuk janë të njëjta.
cli-no-profile = Tregoni një dosje profili me --profile.
cli-unknown-command = Urdhri { $name } nuk ekziston.
cli-bad-json = Kërkesa nuk është JSON i vlefshëm.
cli-office-made = Zyra { $name } u krijua. Gjurma { $fingerprint }.
cli-office-joined = U bashkuat me { $name }. Gjurma { $fingerprint }.
cli-invitation = Ftesë për { $name }, vlen deri më { $when }:
cli-synced = I përditësuar.
cli-watching = Po vëzhgohet. Ndaleni me Ctrl C.
cli-no-cases = Asnjë lëndë.
cli-nothing-found = Nuk u gjet asgjë.
