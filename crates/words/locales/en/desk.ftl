### What is said and shown outside the window, how the server is reached, and the report for support.

## Notices

notice-title = Praesto
notice-due = { $count ->
    [one] One case is due today.
   *[other] { $count } cases are due today.
}
notice-late = { $count ->
    [one] One case is overdue.
   *[other] { $count } cases are overdue.
}
notice-open = Open Today
settings-notices = Say on the desktop when cases are due
settings-notices-help = Numbers only, no names. Nothing is said while Praesto is locked.

## The tray

settings-stay = Stay in the tray when the window is closed
settings-stay-help = Praesto goes on sending and receiving. It locks as set above.
settings-stay-no-tray = There is no tray now, so closing the window ends Praesto.
tray-show = Open Praesto
tray-lock = Lock now
tray-quit = Quit
tray-locked = Locked
tray-unlocked = Open
tray-unsent = { $count ->
    [one] One change is not sent yet.
   *[other] { $count } changes are not sent yet.
}
tray-stopped = Something needs you. Open Praesto.

## Leaving

leaving = Something typed is not kept
leaving-lead = The text stays in its field if you stay. It is lost if you leave. Everything saved is safe.
leaving-unsent = { $count ->
    [one] One saved change waits here to be sent.
   *[other] { $count } saved changes wait here to be sent.
}
leaving-stay = Stay
leaving-do = Leave all the same

## Keys

settings-keys = Show all keys
own-keys = Your letters
own-keys-open = Change letters…
own-keys-lead = Give each act the letter that you press for it. Keys with Ctrl stay as they are.
own-keys-do = Use these letters
own-keys-reset = Put all back as usual
own-keys-wrong = This takes one letter from A to Z.
own-keys-taken = { $key } is taken already: { $what }.

## The way to the server

proxy = Way to the server
proxy-open = Way to the server…
proxy-lead = Some networks let computers out through a proxy only. Ask whoever looks after yours.
proxy-do = Use this way
proxy-kept = Praesto takes this way from now on.
proxy-question = How is the server reached?
proxy-kind-system = As the computer is set
proxy-kind-direct = Without a proxy
proxy-kind-by-hand = Through this proxy
proxy-address = Address of the proxy
proxy-address-help = For example { "http://proxy.example:3128" } or { "https://proxy.example" }.
proxy-address-missing = The address is missing.
proxy-exceptions = Reached without it
proxy-exceptions-help = Names, addresses or networks, with commas between. This computer itself is always among them.
proxy-user = User
proxy-user-help = Only where the proxy asks who you are.
proxy-password = Password of the proxy
proxy-password-help = It is kept sealed, with your cases. Before you have an office it is not kept.
proxy-password-kept = The password that you gave is kept. Leave this empty to go on with it.
proxy-try = Try this way
hint-try-way = try the way to the server
proxy-try-busy = Trying
tried-reached = A server of Praesto answers.
tried-no-server = There is no server to try yet. Enter its address or an invitation code first.
tried-proxy-unreached = Nothing answers at the address of the proxy. Check the address and the network.
tried-proxy-login = The proxy wants another user or password.
tried-proxy-refuses = The proxy answers, and does not lead to the server. Ask whoever looks after it.
tried-server-unreached = The server does not answer this way. Your cases are safe here.
tried-other-server = Something answers that is no server of Praesto. Check the address.
tried-other-certificate = The certificate is not the one expected. Nothing was sent. Ask whoever looks after the server.

## The report for support

report = Report for support
report-open = Report for support…
report-lead = This is all of it: numbers, versions and codes. No names, no cases, no addresses. Nothing leaves until you save it.
report-text = Text of the report
report-do = Save as a file…
report-saved = The report is saved. Send it to whoever helps you.
