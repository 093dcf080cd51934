### Handing cases over: what is handed, taken and given back.

## What a change did

change-hand-over = handed the case over
change-take-over = took the case over
change-give-back = gave the case back

## The page, and the way to it

area-hand-over = Handing over
hand-over-page-lead = What colleagues handed to you, and what became of what you handed over.
hand-over-none = Nothing was handed over
hand-over-none-text = Cases that a colleague hands to you wait here until you take them. You hand over your own from your queue.
hand-over-foot = You have these cases already. Taking them says that you know
back-to-cases = Back to the cases
command-hand-over-all = Hand over all my cases…
row-handed-over = Handed over
draft-give-back = Draft for giving back
hint-take = take what was handed over
hint-give-back = give back what was handed over
hint-hand-over-all = hand over all of mine
hint-look-handed = look at what was handed over
hint-take-all = take all that was handed over

## Handing over

hand-over-tasks = { $count ->
    [one] The open task of whoever has it goes along
   *[other] The { $count } open tasks of whoever has it go along
}
hand-over-tasks-all = My open tasks in them go along
hand-over-to-missing = Choose a colleague.
hand-over-all-title = Hand over all my cases
hand-over-all-lead = Whoever you choose has them at once, and is asked to take them. This is what goes over:
hand-over-all-reading = Your cases are being read.
hand-over-all-none = No open case is yours, so there is nothing to hand over.
hand-over-all-alone = Nobody else is in this office yet. Invite a colleague first.
hand-over-all-do = { $count ->
    [one] Hand over { $count } case
   *[other] Hand over { $count } cases
}
said-handed-all = { $count ->
    [one] { $count } case was handed over.
   *[other] { $count } cases were handed over.
}

## What there is to do in some cases

load-overdue = { $count } overdue
load-due-soon = { $count } due within 7 days
load-tasks = { $count ->
    [one] { $count } open task
   *[other] { $count } open tasks
}
load-decisions = { $count ->
    [one] { $count } waits for a second signature
   *[other] { $count } wait for a second signature
}
load-conflicts = { $count ->
    [one] { $count } conflict
   *[other] { $count } conflicts
}
load-unseen = { $count } changed since you last looked

## What was handed to me

handed-to-me = { $count ->
    [one] { $name } handed { $count } case to you
   *[other] { $name } handed { $count } cases to you
}
handed-more = { $count ->
    [one] And { $count } more hand-over
   *[other] And { $count } more hand-overs
}
handed-look = Look
handed-first = The first { $shown } of { $total } are shown.
handed-note = Last note: “{ $text }” ({ $name }, { $when })
handed-unseen = Changed since you last looked
handed-case-to-me = { $name } handed this case to you, { $when }
handed-case-to-me-text = You have it already. Take it, so that everybody knows, or give it back.
handed-case = { $name } handed this case to { $to }, { $when }
handed-case-text = It was not taken yet.
take = Take
take-named = Take: { $title }
take-all = Take all
said-taken = { $count ->
    [one] You took { $count } case.
   *[other] You took { $count } cases.
}

## Giving back

give-back = Give back…
give-back-named = Give back… { $title }
give-back-all = Give all back…
give-back-title = Give { $reference } back
give-back-title-all = Give all back
give-back-lead = It goes back to { $name } at once, with the tasks that came along.
give-back-words = Why you give it back
give-back-words-help = It is kept in the case. You may leave it empty.
give-back-do = Give back
said-given-back = { $count ->
    [one] { $count } case was given back.
   *[other] { $count } cases were given back.
}

## While it is under way, and what was left

handing-begins = It begins.
handing-progress = { $total ->
    [one] { $done } of { $total } case
   *[other] { $done } of { $total } cases
}
handing-done = { $count ->
    [one] { $count } case is done.
   *[other] { $count } cases are done.
}
handing-left = { $count ->
    [one] { $count } was left as it is.
   *[other] { $count } were left as they are.
}
handing-cancelled = You stopped it. What was done stands.
handing-left-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}

## What I handed over

given-title = What you handed over
given-rule = Of the last 30 days
given-to = To
given-when = When
given-waits = Not taken yet
given-taken = Taken
given-back = Given back
given-over = Gone on otherwise
given-back-title = Given back to you
given-back-by = given back by { $name }, { $when }
