### Le terminal.

cli-passphrase = Phrase secrète :
