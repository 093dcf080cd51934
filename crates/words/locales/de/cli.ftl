### Das Terminal.

cli-about = Praesto im Terminal: dasselbe Amt, dieselben Fälle, dieselben versiegelten Dateien.
cli-passphrase = Passphrase:
cli-passphrase-new = Neue Passphrase:
cli-passphrase-again = Dieselbe Passphrase noch einmal:
cli-passphrases-differ = Die beiden Passphrasen sind nicht gleich.
cli-no-profile = Nennen Sie mit --profile einen Profilordner.
cli-unknown-command = Den Befehl { $name } gibt es nicht.
cli-bad-json = Die Anfrage ist kein gültiges JSON.
cli-office-made = Amt { $name } eingerichtet. Fingerabdruck { $fingerprint }.
cli-office-joined = Beigetreten: { $name }. Fingerabdruck { $fingerprint }.
cli-invitation = Einladung für { $name }, gültig bis { $when }:
cli-synced = Aktuell.
cli-watching = Beobachtet. Mit Strg C beenden.
cli-no-cases = Keine Fälle.
cli-nothing-found = Nichts gefunden.
