### Das Amt, seine Leute, und was den Tresor öffnet.

## Was Praesto öffnet

key-policy-keyring = Mit meiner Anmeldung an diesem Computer
    .hint = Der Schlüsselbund dieses Computers bewahrt den Schlüssel.
    .short = Ihre Anmeldung
key-policy-passphrase = Mit einer Passphrase, die ich wähle
    .hint = Wird bei jedem Start verlangt. Niemand kann sie für Sie zurücksetzen.
    .short = Ihre Passphrase
key-policy-both = Mit beidem
    .hint = Der Schlüssel braucht den Schlüsselbund und die Passphrase.
    .short = Ihre Anmeldung und Ihre Passphrase

## Leute

role-administrator = Administration
role-member = Mitglied
