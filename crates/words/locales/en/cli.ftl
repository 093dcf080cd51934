### The terminal.

cli-about = Praesto in the terminal: the same office, the same cases, the same sealed files.
cli-passphrase = Passphrase:
cli-passphrase-new = New passphrase:
cli-passphrase-again = The same passphrase again:
cli-passphrases-differ = The two passphrases are not the same.
cli-no-profile = Name a profile folder with --profile.
cli-unknown-command = There is no command { $name }.
cli-bad-json = The request is not valid JSON.
cli-office-made = Office { $name } made. Fingerprint { $fingerprint }.
cli-office-joined = Joined { $name }. Fingerprint { $fingerprint }.
cli-invitation = Invitation for { $name }, good until { $when }:
cli-synced = Up to date.
cli-watching = Watching. Stop with Ctrl C.
cli-no-cases = No cases.
cli-nothing-found = Nothing found.
