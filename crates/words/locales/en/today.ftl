### What there is to do, and what happened since one looked.

area-today = Today
today-agenda = What there is to do
today-side = News, and what waits to be sent
today-offline = You are offline. Everything below is on this computer.
today-late = Overdue
today-now = Today
today-soon = This week and next
today-undated = Without a date
today-more = { $count ->
    [one] One more. You find it in its case.
   *[other] { $count } more. You find them in their cases.
}
today-nobody = { $count ->
    [one] One thing in a case that nobody has is late, due today or to be settled.
   *[other] { $count } things in cases that nobody has are late, due today or to be settled.
}
today-nobody-look = Look at the team’s cases
today-nothing = Nothing waits for you
today-nothing-text = Tasks and deadlines of your cases come here, and decisions that need your signature.
today-to-cases = Go to the cases
today-done = Done: { $name }
today-sign = Second signature: { $outcome }
today-settle = Choose between what was written at the same time
today-by-law = By law
today-by-law-on = By law: { $day }
today-was-due = was due { $day }
today-to-sign = To sign
today-decided-by = Decided by { $name }
today-waiting-more = { $count ->
    [one] One more
   *[other] { $count } more
}
news = Changed since you looked
news-none = Colleagues changed nothing that you have not seen.
news-more = { $count ->
    [one] And one more case.
   *[other] And { $count } more cases.
}
nav-urgent = { $count ->
    [one] one thing waits for you today
   *[other] { $count } things wait for you today
}
hint-done = done
hint-tomorrow = tomorrow
keys-today = Today
said-put-off = The task is due { $day }.
hints = Good to know
hints-search = Find any case, person or command.
hints-keys = See every key of this page.
hints-undo = Take back what you just did.
hints-lock = Lock when you leave your desk.
hints-drop = Drop files on an open case to attach them.
hints-read = I know this now
settings-hints = Show hints on the page Today
today-in-its-case = This is dealt with in its case. Enter opens it.
