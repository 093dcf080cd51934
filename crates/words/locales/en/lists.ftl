### Lists of cases: what narrows them, those that are saved, what is marked.

## Narrowing a list

filter = Filter
filter-title = Narrow this list
filter-lead = What you set here holds together.
filter-any = Any
filter-state = State of this type
filter-tag = Tag
filter-due = Due within days
filter-due-help = A number. What is late is among them.
filter-due-unclear = This is not a number of days up to 36,500.
filter-unseen = Changed by a colleague since I looked
filter-do = Show these
filter-clear = Remove all filters
filters-set = Filters that are set
filter-chip = { $what }: { $value }
filter-chip-due = { $count ->
    [0] Due today or late
    [one] Due within { $count } day
   *[other] Due within { $count } days
}
filter-remove = Remove the filter “{ $what }”
list-narrowed-empty = No case fits
    .text = Remove a filter, or look in another queue.

## Lists that are saved under a name

lists = Saved lists
lists-choose = Saved lists
list-keep = Save this list…
list-keep-title = Save this list
list-rename = Rename { $name }
list-rename-title = Rename this list
list-keep-lead = Queue, order and filters are saved under this name, on this computer only.
list-name = Name of the list
list-keep-do = Save
said-list-kept = The list was saved.
said-list-renamed = The list was renamed.
said-list-forgotten = The list “{ $name }” was removed. Its cases stay as they are.
palette-list = Saved list

## Cases that are marked, and acts over all of them

marks = Marked cases
marks-count = { $count ->
    [one] { $count } marked
   *[other] { $count } marked
}
bulk-tag = Tag
bulk-seen = Mark as seen
bulk-unmark = Unmark
bulk-progress = { $total ->
    [one] { $done } of { $total } case
   *[other] { $done } of { $total } cases
}
bulk-assign-title = { $count ->
    [one] Assign { $count } case
   *[other] Assign { $count } cases
}
bulk-assign-tasks = The open tasks of whoever has them go along
bulk-tag-title = { $count ->
    [one] Tag { $count } case
   *[other] Tag { $count } cases
}
bulk-tag-lead = A tag is written the same in every case.
bulk-tag-add = Add the tag
bulk-tag-remove = Remove the tag
bulk-status-title = { $count ->
    [one] Set the status of { $count } case
   *[other] Set the status of { $count } cases
}
bulk-status-lead = Only for cases of the type “{ $type }”. Others go their steps one by one, and are left as they are.
bulk-status-do = Set the status

## Said after such an act

bulk-said-nothing = Nothing was changed.
bulk-said-assigned = { $count ->
    [one] { $count } case was assigned.
   *[other] { $count } cases were assigned.
}
bulk-said-unassigned = { $count ->
    [one] { $count } case was handed back.
   *[other] { $count } cases were handed back.
}
bulk-said-tagged = { $count ->
    [one] { $count } case got the tag.
   *[other] { $count } cases got the tag.
}
bulk-said-untagged = { $count ->
    [one] { $count } case lost the tag.
   *[other] { $count } cases lost the tag.
}
bulk-said-status = { $count ->
    [one] The status of { $count } case was set.
   *[other] The status of { $count } cases was set.
}
bulk-said-pinned = { $count ->
    [one] { $count } case was pinned.
   *[other] { $count } cases were pinned.
}
bulk-said-unpinned = { $count ->
    [one] { $count } case was unpinned.
   *[other] { $count } cases were unpinned.
}
bulk-said-seen = { $count ->
    [one] { $count } case counts as seen.
   *[other] { $count } cases count as seen.
}
bulk-said-undone = { $count ->
    [one] Taken back in { $count } case.
   *[other] Taken back in { $count } cases.
}
bulk-left-title = { $count ->
    [one] { $count } case was left as it was
   *[other] { $count } cases were left as they were
}
bulk-left-done = { $count ->
    [one] { $count } other case was changed.
   *[other] { $count } other cases were changed.
}
bulk-left-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
bulk-left-look = Show them
bulk-left-undo = Take all of it back
bulk-stopped-title = Stopped before the end
bulk-stopped = You stopped it. What was done stays, and can be taken back.

## What keys do

hint-filter = filter
hint-mark = mark
hint-mark-more = mark the next too
hint-mark-all = mark the whole list
hint-unmark = unmark
hint-bulk-assign = assign
hint-bulk-tag = tag
hint-bulk-status = status
hint-bulk-pin = pin
hint-bulk-unpin = unpin
hint-bulk-seen = mark as seen
keys-marked = With marked cases

## Errors

error-one-by-one = Cases of this type go their steps one by one.
    .safe = Nothing of this case was changed.
    .next = Open the case and take the step there.
error-act-under-way = Another act over many cases is under way.
    .safe = It goes on. Nothing else was changed.
    .next = Wait until it has come to its end, or stop it.
palette-lists = Lists
