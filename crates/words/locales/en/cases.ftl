### Case files: status, queues, what a change did, findings of a list.

## Where a case stands

status-new = New
status-in-review = In review
status-waiting = Waiting
status-decided = Decided
status-needs-adjudication = Needs adjudication
status-closed = Closed

## Queues and their order

queue-mine = Mine
queue-team = Team
queue-overdue = Overdue
queue-not-sent = Not sent
queue-conflict = Conflict
queue-closed = Closed
queue-all = All
queue-removed = Removed

sort-due = Due date
sort-newest = Newest
sort-title = Title
sort-reference = Reference

## How a case reached the office

channel-app = by app
channel-web = by web form
channel-paper = on paper
channel-registered = at the counter
channel-import = imported
channel-mail = by e-mail

## Due dates

due-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
due-today = Due today
due-days-left = { $count ->
    [0] Due today
    [one] { $count } day left
   *[other] { $count } days left
}

## What a change did, after the name of a person: "Ana changed the title and added a note"

timeline-row = { $name } { $what }
change-create-case = made the case
change-import = imported the case
change-set-title = set the title
change-set-reference = set the reference
change-set-received = set the day of receipt
change-assign = assigned the case
change-unassign = handed the case back
change-set-field = filled in the form
change-add-tag = added a tag
change-remove-tag = removed a tag
change-add-party = added a person
change-edit-party = changed a person
change-remove-party = removed a person
change-restore-party = brought a person back
change-add-note = added a note
change-correct-note = corrected a note
change-withdraw-note = withdrew a note
change-restore-note = brought a note back
change-add-attachment = attached a file
change-file = a file’s contents
change-add-attachment-version = added a new version of a file
change-rename-attachment = renamed a file
change-remove-attachment = removed a file
change-restore-attachment = brought a file back
change-add-task = added a task
change-edit-task = changed a task
change-task-done = marked a task as done
change-reopen-task = opened a task again
change-remove-task = removed a task
change-restore-task = brought a task back
change-add-deadline = added a deadline
change-meet-deadline = marked a deadline as met
change-reopen-deadline = opened a deadline again
change-set-deadline-day = moved a deadline
change-remove-deadline = removed a deadline
change-restore-deadline = brought a deadline back
change-decide = decided
change-directory = updated the list of people
change-withdraw-decision = withdrew a decision
change-restore-decision = brought a decision back
change-set-status = changed the status
change-sign = gave the second signature
change-settle = settled a conflict
change-take-out = saved a file outside Praesto
change-file-letter = signed off a letter
change-remove-case = removed the case
change-restore-case = brought the case back
change-other = changed the case

## Places that can hold two versions

place-title = Title
place-reference = Reference
place-status = Status
place-received = Day of receipt
place-received-unknown = Not known, { $channel }
place-assignee = Who has it
place-field = Form field
place-party-name = Name of a person
place-party-role = Role of a person
place-party-contact = Contact of a person
place-attachment-name = Name of a file
place-task-text = Text of a task
place-task-due = Due date of a task
place-task-assignee = Who does a task
place-task-done = State of a task
place-deadline-label = Name of a deadline
place-deadline-day = Day of a deadline
place-deadline-met = State of a deadline

value-yes = Yes
value-no = No
value-empty = Left empty
value-choose = Choose…

## Where the bytes of a file are

whereabouts-here = On this computer
whereabouts-waiting-to-be-sent = Waiting to be sent
whereabouts-on-server = On the server
whereabouts-arriving = Arriving, { $percent }
whereabouts-with-author = Still on the computer of { $name }
