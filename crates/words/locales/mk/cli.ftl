### Терминалот.

cli-passphrase = Лозинка:
