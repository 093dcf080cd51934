### Who looked at a case, and what left Praesto.

access = Who looked
access-show = Show who looked
access-hide = Hide who looked
access-lead = Kept apart from changes, once a day for each computer.
access-none = Nobody has looked yet.
access-more = { $count ->
    [one] Show one more
   *[other] Show { $count } more
}
access-opened = { $name } opened the case
access-printed = { $name } printed { $what }: “{ $reason }”
access-took-out = { $name } saved { $what } outside Praesto: “{ $reason }”
access-opened-elsewhere = { $name } opened a copy of { $what } in another program
access-exported = { $name } took the case out for { $what }: “{ $reason }”
access-listed = { $name } saved a table of { $what }: “{ $reason }”
access-backed-up = { $name } made a backup of this computer
hint-who-looked = who looked

## On this computer

left-title = What left through this computer
left-lead = Files, cases, lists and backups that somebody took out. Nobody can delete a line.
left-none = Nothing has left through this computer.
left-none-all = Nothing has left through any computer, as far as is known here.
left-title-all = What left through the computers of the office
left-all = Show all computers
left-mine = Show this computer alone
left-of = Case { $reference }
