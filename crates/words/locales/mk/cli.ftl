### Терминалот.

cli-about = Praesto во терминал: истата служба, истите предмети, истите запечатени датотеки.
cli-passphrase = Лозинка:
cli-passphrase-new = Нова лозинка:
cli-passphrase-again = Истата лозинка уште еднаш:
cli-passphrases-differ = Двете лозинки не се исти.
cli-no-profile = Наведете папка на профилот со --profile.
cli-unknown-command = Командата { $name } не постои.
cli-bad-json = Барањето не е исправен JSON.
cli-office-made = Службата { $name } е создадена. Отпечаток { $fingerprint }.
cli-office-joined = Приклучени сте на { $name }. Отпечаток { $fingerprint }.
cli-invitation = Покана за { $name }, важи до { $when }:
cli-synced = Усогласено.
cli-watching = Се следи. Запрете со Ctrl C.
cli-no-cases = Нема предмети.
cli-nothing-found = Ништо не е најдено.
