### The window: what stands on buttons, fields, headings and in dialogs.

starting = Praesto starts

## Everywhere

back = Back
cancel = Cancel
stop = Stop
close = Close
add = Add
edit = Edit
done-editing = Done
draft = Draft, kept on this computer
draft-discard = Discard
draft-save = Save
draft-apart = It is not saved. What stands there now: { $value }
draft-not-kept = What you type cannot be kept just now.
draft-decision = Draft decision
draft-step = Draft note to a step
draft-hand-over = Draft for handing over
draft-task = Draft task
draft-remove = Draft for removing
undo = Undo
undone = The last change to “{ $title }” was taken back.
copied = Copied.
cannot-open = This profile cannot be opened
stopped-title = This window has stopped
stopped-text = What you saved and the drafts of your cases are safe on this computer. Only what you were just typing may have to be typed again.
stopped-again = Open it again
copy-failed = Copying did not work. Mark the text and press Ctrl C.
lock = Lock
day = Day
language = Language
person = Person
role = Role
person-you = { $name } (you)
name-missing = A name is missing.
day-unclear = This is not a day. A day looks like 24.11.2026.
day-missing = The day is missing.
day-to-come = This day is still to come. A case was received today at the latest.
number-unclear = This is not a whole number.
day-pattern = DD.MM.YYYY
table = Table
edit-named = Change { $name }
remove-named = Remove { $name }
not-sent-yet = not sent yet
skip = Go to the main part
messages = Messages
side = Office and navigation
nav = Main
nav-work = Work
nav-set-up = Set up
area-cases = Cases
area-import = Import
area-office = Office
area-computer = This computer
search-hint = Search cases, people, commands
sample-reminder = Sample office: made-up cases, nothing is sent.
sample-leave = Leave the sample office

sync-now = Send and fetch now
sync-sending-now = Sending changes.
sync-receiving-now = Cases are arriving.
sync-checking-now = Everything is here to use. The records behind it are being checked.
sync-up-to-date-now = Up to date.

## What keys do

hint-larger = larger
hint-smaller = smaller
hint-usual-size = usual size
hint-all-keys = all keys
hint-areas = go to an area
hint-back = back
hint-both = keep both as a note
hint-choose = choose
hint-connect = connect to a server
hint-decide = decide
hint-find = find
hint-hand-over = hand over
hint-invite = invite
hint-lock = lock
hint-look = look at a file
hint-move = move
hint-move-on = next step
hint-new-case = new case
hint-next-field = next field
hint-next-previous = next, previous
hint-note = note
hint-number = and a number: go to
hint-open = open
hint-pane = next pane
hint-pane-back = previous pane
hint-page = previous, next page
hint-pin = pin or unpin
hint-remove = remove the case
hint-restore = bring back or keep a removed case
hint-retry = try again
hint-search = search and commands
hint-sign = sign
hint-tab = previous, next part
hint-task = task
hint-undo = undo
hint-unlock = unlock
hint-use = use this one
hint-withdraw = withdraw mine
hint-ask-decide = ask somebody to decide
hint-zoom = larger, smaller

keys-title = All keys
keys-lead = Single letters work outside text fields. Settings switches them off.
keys-lead-off = Single letters are switched off. Settings switches them on.
keys-everywhere = Everywhere
keys-list = In the list
keys-case = In a case
keys-conflict = At a conflict
keys-preview = When a file is shown
keys-other = Other pages

## Search and commands

palette-title = Search cases, people and commands
palette-results = Found
palette-none = Nothing found. Try fewer or other words.
palette-person = Person
palette-command = Command
palette-cases = Cases
palette-people = People
palette-commands = Commands
palette-similar = Spelt nearly so
palette-similar-only = No case holds exactly these words. Some hold words spelt nearly so.
command-new-case = New case
command-import = Import cases
command-sync = Send and fetch now
command-remove-case = Remove this case…

## Start

welcome-title = Start on this computer
welcome-lead = Your case files stay sealed here and work without a network. The server passes them on but cannot read them.
welcome-ways = Ways to start
welcome-question = How do you want to start?
welcome-three-questions = Three questions. You can go back at any time.
welcome-join = Join with an invitation
welcome-join-text = A colleague gave you a printed page or a code.
welcome-join-note = Nothing leaves this computer before you press Join
welcome-make = Make an office
welcome-make-text = You set it up and become its first administrator.
welcome-make-note = Nothing is made before you press Make
welcome-sample = Look around in a sample office
welcome-sample-text = Made-up cases. Nothing is sent, nothing is kept.
welcome-sample-note = A sample office has no server

join-code = Invitation code
join-code-help = It stands on your page. Capital letters matter; line breaks do not.
join-code-missing = The invitation code is missing.
join-compare = Compare this fingerprint with your page:
join-do = Join this office
join-busy = Joining the office
join-next = What happens when you join
join-next-keys = This computer makes its own keys. They never leave it.
join-next-colleague = The computer of whoever invited you lets yours in, when both are online.
join-next-cases = Your cases arrive, newest first. You can work while they do.

make-name = Name of the office
make-name-help = As colleagues know it. It stands on every invitation.
make-name-missing = The name of the office is missing.
make-server = Address of the server, if there is one
make-server-help = Without a server, the office works on this computer alone. If the server made its certificate itself, the address ends with it ({ "https://host:8443#0a1b…" }). The server prints it when it starts.
make-do = Make this office
make-busy = Making the office
make-next = What happens when you make it
make-next-register = A register starts with your name. Every later act is signed in it.
make-next-invite = You invite colleagues, each with a code of their own.

sample-lead = Try everything out. No question needs an answer.
sample-do = Open the sample office
sample-busy = Making the sample office
sample-next = What you get
sample-next-cases = An office with made-up people and cases, on this computer only.
sample-next-nothing-sent = It has no server. Nothing you do there is sent to anybody.
sample-next-leave = It stays until you leave or lock it. Then it is thrown away, and you can start your own office.

your-name = Your name, as colleagues see it
your-name-help = In any script.

key-question = How do you want to unlock Praesto?
key-no-keyring = This computer offers no keyring, so a passphrase opens Praesto.
passphrase = Passphrase
passphrase-again = The same passphrase again
passphrase-current = Passphrase until now
passphrase-current-missing = The passphrase until now is missing.
passphrase-help = At least { $count } characters. Several words are easy to remember.
passphrase-short = This passphrase is too short.
passphrase-differs = The two passphrases are not the same.

## Unlock and wait

unlock-title = Praesto is locked
unlock-lead-passphrase = Everything is sealed. Your passphrase opens it.
unlock-lead-keyring = Everything is sealed. The keyring of this computer opens it.
unlock-lead-both = Everything is sealed. The keyring and your passphrase open it together.
unlock-do = Unlock
unlock-keyring = Unlock with the keyring
unlock-busy = Unlocking
unlock-wait = { $count ->
    [one] Wait { $count } second before the next try.
   *[other] Wait { $count } seconds before the next try.
}
unlock-note = Everything stays sealed until then
unlock-note-passphrase = Nobody can reset a passphrase for you, not even the administrator.
unlock-note-keyring = It opens with your sign-in to this computer.

waiting-title = Waiting for a colleague
waiting-lead = You have joined { $office }. Now the computer of whoever invited you must let this one in.
waiting-ask = Ask whoever invited you to open Praesto with a network. They need not do anything else.
waiting-by-itself = Leave this window open. It looks again every few seconds.
waiting-safe = You can also close it. Your invitation holds.
waiting-fingerprint = Fingerprint of the office:
waiting-check = Look now
waiting-checking = Looking
waiting-used = This invitation no longer holds
waiting-used-lead = It cannot let this computer into { $office } any more: somebody has used it, or its time is over. Ask for another one. Nothing is lost: nothing is on this computer yet.
waiting-leave = Use another invitation
waiting-note = Nothing needs to be repeated

## Settings

settings = Settings
settings-lead = They hold for this profile on this computer, and are saved at once.
settings-theme = Colours
settings-contrast = Contrast
settings-text-size = Size of text and everything else
settings-lock = Lock after this time without input
settings-lock-never = Never
settings-letters = Single letters act as keys
settings-letters-help = Outside text fields. Switch it off if keys fire by mistake.
key-change = Change what unlocks Praesto…
key-change-title = Change what unlocks Praesto
key-change-lead = Your cases stay where they are. Only the way in changes.
key-change-do = Change it
key-change-busy = Changing it
key-changed = From now on, this opens Praesto.

## Cases: the list

queue = Queue
queues = Queues
cases-in-queue = Cases in this queue
sort = Order
queue-title-mine = My queue
queue-title-team = Team queue
queue-title-overdue = Overdue
queue-title-not-sent = Not sent
queue-title-conflict = Conflicts
queue-title-closed = Closed cases
queue-title-all = All cases
queue-title-removed = Removed cases
queue-empty-mine = No case is yours
    .text = Open the team queue and take one with H, or make a new case with Ctrl N.
queue-empty-team = No cases yet
    .text = Make the first one with Ctrl N, or import those you have.
queue-empty-overdue = Nothing is late
    .text = Cases appear here on the day after their deadline.
queue-empty-not-sent = Everything was sent
    .text = Cases appear here while changes of this computer wait for the server.
queue-empty-conflict = No conflicts
    .text = When two people change the same thing apart, the case appears here.
queue-empty-closed = No case is closed
    .text = Cases that are finished stay here, and in search.
queue-empty-all = No cases yet
    .text = Make the first one with Ctrl N, or import those you have.
queue-empty-removed = No case is removed
    .text = Cases that somebody removes are kept here and can be brought back.
row-conflict = Conflict
row-not-sent = Not sent
row-not-checked = Not checked
    .why = On a colleague’s word until its records are checked.
row-removal-asked = Removed, not agreed
row-coming = This row is being read.
unseen-legend = changed since you last looked
list-seen = { $from } to { $to } of { $total }
cases-none-open = No case is open
cases-none-open-text = Choose one in the list, or make a new one.
cases-start = Start with a case
cases-start-text = Make one by hand, or bring in those you already have.

## A case

back-to-list = Back to the list
case-type = Type of case
case-position = { $at } of { $of }
case-previous = Previous case, K
case-next = Next case, J
case-parts = Parts of the case
case-not-sent = { $count ->
    [one] { $count } change not sent
   *[other] { $count } changes not sent
}
case-due = Due { $day }, { $left }
case-not-checked-title = This case has not been checked yet.
case-not-checked-text = You can read it. Praesto checks the records behind it by itself; the first edit needs the server for a moment.
case-missing-title = A colleague’s change to this case is still missing.
case-missing-text = The case is shown without it. It is added by itself when the missing part arrives.
saved-here = Saved on this computer { $when }
changed-last = Last changed: { $who }, { $when }
case-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
rename = Change the title
two-values = Two values

tab-conflicts = Conflicts
tab-summary = Summary
tab-form = Form
tab-notes = Notes
tab-tasks = Tasks
tab-decisions = Decisions

decide = Decide
move-on = Next step
note = Note
hand-over = Hand over
assign = Assign
task = Task
remove = Remove…
restore-case = Bring back
keep-case = Keep the case

facts = Summary
facts-status = Where it stands
facts-status-waits = Two decisions contradict each other. Settle that first.
facts-status-decided = This case is decided. Whoever decided, or a manager, can open it again by withdrawing the decision.
deadline-new = New deadline: what must have happened
deadline-meet = Mark as met
deadline-open = Open it again
deadline-met = Met, was due { $day }
deadline-unsure = The holidays of that year are not known here yet. The day can come later.
deadline-day-of = Day: { $name }
tag-new = New tag
parties = People in this case
parties-none = Nobody is named yet.
party-add = Add a person

fields-none = The form is empty. Add what this case needs.
form-missing = Still needed: { $fields }.
form-together = Some fields of the form do not go together.
field-breaks = This does not fit what the form asks.
field-missing = Missing
fields-more = Further fields
field-add = Add a field
field-name = Name of the field
field-name-missing = The name of the field is missing.
field-name-taken = The form has a field of this name already.
field-kind = Kind
field-kind-text = Text
field-kind-day = Day
field-kind-number = Number
field-kind-yes-no = Yes or no
field-value = Value

notes-rule = A note cannot be changed. Correct it with a new one.
notes-none = No notes yet.
note-new = New note
note-placeholder = Write a note. Until you save it, it is a draft.
note-save = Save the note
note-correct = Correct
note-withdraw = Withdraw
note-restore = Bring back
note-withdrawn = Withdrawn:
note-corrects = corrects “{ $text }”
note-correction-of = Correction of “{ $text }”

tasks-none = Nothing is to be done here.
task-add = New task
task-text = What is to be done
task-due = Due
task-who = Who does it
task-do = Add this task
task-missing = Say what is to be done.
task-remove = Remove this task

decisions-rule = A decision counts once the office has it.
decisions-rule-alone = You can withdraw your own decision.
decisions-none = Nothing was decided yet.
decisions-not-here = Nothing can be decided where the case stands.
decision-stands = Stands
decision-is-withdrawn = Withdrawn
decision-is-replaced = Replaced by a later one
decision-is-contradicted = Contradicts another
decision-withdraw = Withdraw
decision-restore = Bring back
decision-waits = Waits for the second signature
decision-alone = Made without the second signature that its type asks for today.
decision-sign = Sign
decision-signed = Second signature: { $name }, { $when }
second-manager = A manager signs it as the second.
second-nobody = Nobody else is in this office yet, so nobody could sign. Invite a colleague first.
second-assignee = Whoever has the case signs it as the second.
second-anyone = A colleague signs it as the second.

decide-title = Decide { $reference }
decide-lead = Your decision is signed with your name. You can withdraw it later.
decide-outcome = Decision
decide-choose = Choose a decision
decide-reason = Reason
decide-reason-help = Whoever reads the case later must understand why.
decide-replaces = It replaces: { $decisions }.
decide-missing = The decision is missing.
decide-reason-missing = The reason is missing.
decide-do = Decide
sign-title = Sign { $reference }
sign-lead = Your signature makes this decision count. It cannot be taken back.

step-title = Next step for { $reference }
step-lead = Where the case goes on from here.
step-question = Step
step-to = Then it stands at: { $state }.
step-note = Note (can be left empty)
step-note-help = It is kept among the notes of the case.

hand-over-title = Hand over { $reference }
assign-title = Assign { $reference }
hand-over-lead = Whoever gets the case has it at once. It stays readable for the team.
hand-over-to = To
hand-over-note = What they should know
hand-over-note-help = It is kept in the case. You may leave it empty.
hand-over-do = Hand over

case-new-lead = Only the title is needed. Everything else can follow.
case-new-do = Make this case
case-new-anyway = Make it all the same
case-new-mine = I work on it
case-title-help = The name of the person or the matter, in any script.
case-title-missing = The title is missing.
case-reference-missing = The reference is missing.
case-reference-help = Left empty, it takes the next free one.
case-new-party = Who it is about
case-new-party-help = A person or an organisation, in any script. Can be left empty.
case-same-reference = Same reference
reference-taken = Another case has this reference. You can use it all the same.
alike-title = Perhaps this case is here already. You can go on all the same.
alike-stopped = Nothing was made yet. Perhaps this case is here already.
alike-reference = same reference
alike-name = alike name: { $name }
alike-field = { $field }: the same
alike-kept = What you typed for the new case is kept. { $keys } goes on with it.
case-channel = How it reached the office
case-made = Case { $reference } was made.

## Beside a case

rail = About this case
rail-close = Close
rail-who = Who has it
rail-nobody = Nobody yet
rail-since = { $name }, since { $day }
rail-last-opened = You last opened it { $when }
rail-why = Why it is on this computer
pin = Pin
unpin = Unpin
attachments = Attachments
attachments-drop = Drop files anywhere on the case.
attach = Attach files…
attachment-save = Save as…
attachment-look = Show
attachment-fetch = Fetch
attachment-version = New version…
attachment-remove = Remove
attachment-earlier = { $count ->
    [one] { $count } earlier version
   *[other] { $count } earlier versions
}
attachment-earlier-of = Earlier versions of { $name }
attachment-newest = Newest: { $who }, { $when }
attachment-apart = Added without knowing of the version by { $who }
attachment-version-act = { $act } { $who }, { $when }
attachment-saved = Saved outside Praesto: { $path }
save-title = Save { $name } outside Praesto
save-lead = Outside, the file is no longer sealed. The case keeps who took it and why.
save-reason = Why it leaves
save-reason-help = For example: printed for the hearing.
save-reason-missing = The reason is missing.
save-do = Choose where…
timeline = Timeline
timeline-all = Show all { $count }
timeline-apart = written apart
timeline-late = after the case was closed
timeline-more = and { $count ->
    [one] one more place
   *[other] { $count } more places
}
timeline-quoted = { $line }: “{ $text }”
timeline-taken-out = { $name } saved { $file } outside Praesto: “{ $reason }”
timeline-version = { $name } ({ $who }, { $when })
written-at = { $place }, { $label }
written-new = { $place }: { $after }
written-over = { $place }: { $after } (before: { $before })

## A file, shown in place

preview-opening = Opening { $name }
preview-newest = Newest version: { $who }, { $when }
preview-older = Earlier version: { $who }, { $when }
preview-came-with = It came with the mail { $name }.
preview-tools = Pages and size
preview-content = What is shown of { $name }
preview-page = Page { $page } of { $pages }
preview-sheet = Sheet { $page } of { $pages }: { $title }
preview-page-previous = Previous page
preview-page-next = Next page
preview-larger = Larger
preview-smaller = Smaller
preview-size = { $percent } %
preview-text = Text of the page
preview-alt-page = Page { $page } of { $pages } of { $name }
preview-alt-picture = Picture { $name }
preview-alt-picture-of = Picture { $page } of { $pages } of { $name }
preview-no-text = This page is a picture. It has no text that could be read out.
preview-goes-on = It goes on. Save the file to see all of it.
preview-empty = Nothing stands here.
preview-left-out = Pictures, drawings, headers, footers or notes in it are not shown. Save the file to see them.
preview-no-words = No text stands here.
preview-table = Table { $number }
preview-keep = Attach to this case
preview-keep-named = Attach to this case: { $name }
preview-kept = It is attached to this case now.
preview-back = Back to the mail
preview-print = Print…
preview-print-title = Print { $name }
preview-print-lead = On paper, the file is no longer sealed. The case keeps who printed it and why.
mail-from = From
mail-to = To
mail-cc = Copy
mail-sent = Sent
mail-no-subject = Mail without a subject
mail-no-text = This mail has no text.
mail-as-page = It was sent as a web page. Only its text is shown, and nothing that it names is fetched.
mail-other-form = It was sent as a web page, too. Show the text of that
mail-files = { $count ->
    [one] { $count } file came with it
   *[other] { $count } files came with it
}

## Said after an act

attached = { $count ->
    [one] { $count } file was attached.
   *[other] { $count } files were attached.
}
said-attachment-removed = The file was removed from the case.
said-version = The new version was attached.
said-kept = The file from the mail was attached.
said-title = The title was changed.
said-reference = The reference was changed.
said-received = The day of receipt was changed.
said-step = The case is one step further.
said-deadline = The deadline was changed.
said-deadline-day = The deadline was moved.
said-deadline-added = The deadline was added.
said-deadline-removed = The deadline was removed.
said-tag = The tag was added.
said-tag-removed = The tag was removed.
said-party = The person was changed.
said-party-added = The person was added.
said-party-removed = The person was removed.
said-field = The field was added.
said-note = The note was saved.
said-note-withdrawn = The note was withdrawn.
said-note-restored = The note was brought back.
said-task = The task was changed.
said-task-added = The task was added.
said-task-done = The task is done.
said-task-open = The task is open again.
said-task-removed = The task was removed.
said-decided = Your decision was saved. It counts once the office has it.
said-signed = You signed. The decision counts once the office has it.
said-decided-waits = Your decision was saved. It counts once it has its second signature.
said-decision-withdrawn = The decision was withdrawn.
said-decision-restored = The decision was brought back.
said-handed-over = The case was handed over.
said-removed = The case was removed from the lists.
said-restored = The case is back in the lists.
said-removals-agreed = The cases are now under “Removed”.
said-removals-kept = The cases are back for everybody.
said-settled = The conflict was settled.

## Conflicts

conflict-values = { $count ->
    [one] One place has two values.
   *[other] { $count } places have two values each.
}
conflict-decisions = { $count ->
    [2] Two decisions contradict each other.
   *[other] { $count } decisions contradict each other.
}
conflict-nothing-lost = They were written without knowledge of each other. Nothing was lost.
conflict-removed = This case was removed while somebody worked on it.
conflict-choose = Choose the one that is right. Your choice is signed with your name. You can change it later.
conflict-before = Before: { $value }
conflict-use = Use { $value }
conflict-use-mine = Use mine
conflict-use-by = Use the one by { $name }
conflict-use-from = Use the one from { $computer }
conflict-use-of = Use the one written { $when }
conflict-both = Keep both as a note and leave the field empty
conflict-decision = Decision
conflict-decision-text = Only one decision can stand. Withdraw yours, or decide anew for both.
conflict-withdraw-mine = Withdraw mine
conflict-decide-anew = Decide anew
conflict-decide-anew-text = A new decision replaces both. The trail keeps them.
ask-decide = Ask somebody to decide
ask-decide-lead = Whoever you ask gets a task. The case shows them both decisions and the notes.
ask-decide-task = Decide which one stands: { $decisions }
ask-decide-one = “{ $outcome }” by { $name }
ask-decide-do = Ask
conflict-foot = Your choice is signed and can be checked later

## Removed cases

case-removed = Removed
remove-title = Remove { $reference }
remove-lead = The case leaves every list. Nothing is deleted, and any of you can bring it back.
remove-reason-help = For example: entered twice.
remove-reason-missing = The reason is missing.
remove-do = Remove the case
removed-by = { $name } removed it, { $when }: “{ $reason }”
removed-text = Nothing was deleted. Bring the case back to work on it.
removed-asked-text = It was removed together with many others, and stays listed until you agree. Nothing was deleted.
conflict-removal = Remove or keep?
conflict-removal-text = Whoever removed it had not seen what was written meanwhile. So the case is back.
conflict-removal-removed = Removed
conflict-removal-worked-on = Worked on
removals-asked = { $count ->
    [one] { $name } removed { $count } case at once.
   *[other] { $name } removed { $count } cases at once.
}
removals-asked-text = They stay in your lists until you agree. Nothing was deleted.
removals-agree = Agree
removals-keep = Bring all back
removals-keep-text = Ask before you bring them back: it holds for everybody.

## Closed cases

case-late-title = Changed after it was closed
case-late-apart-title = Closed while somebody worked on it
case-late-text = Look through what came. Then close the case again, or open it.
case-late-apart-text = Whoever closed it had not seen this. Look through what came, then close the case again or open it.
close-again = Close again
see-conflicts = Look at it

## Import

import-lead = Bring in cases that you already have. You see the fate of every row before anything changes.
import-foot = Nothing changes before you press Import
import-csv-text = One case in each row. You say what each column means.
import-folder-text = Each sub-folder becomes a case with its documents, each file beside them a case of its own.
import-xdomea-text = A message from another records system, XML or ZIP, version 3.0.0.
import-mail-text = Each mail becomes a case. The mail and the files that came with it are attached.
import-mail-folder-text = Every mail in a folder, and in the folders in it, becomes a case.
import-several = { $count ->
    [one] { $count } file
   *[other] { $count } files and folders
}
import-path = Or the path of a file or folder
import-path-help = You can also drop a file or folder on this page.
import-path-do = Look at it
import-reading = Reading what is there. Nothing is changed.
import-reads = Reading { $done } of { $total }. Nothing is changed.
import-do = { $count ->
    [0] Nothing to import
    [one] Import { $count } case
   *[other] Import { $count } cases
}
import-other = Choose something else
import-to-cases = Go to the cases
mapping-title = What the columns mean
mapping-rule = A change is checked at once
mapping-column = Column
mapping-example = First value
mapping-becomes = Becomes
mapping-becomes-of = { $column } becomes
column-field-named = Form field “{ $name }”
fate = Fate
fate-from = From
fate-documents = Documents
fates-shown = The first { $shown } of { $total } rows are shown, refused ones first.

## This computer

computer-sealed = Everything on it is sealed.
computer-opens = It opens with { $with }.
computer-locks = It locks after { $time } without input.
computer-never-locks = It never locks by itself.
computer-side = Unlocking and health
held-title = What is here, and why
held-because = Because it is
held-cases = Cases
held-files = Files
held-size = Size
held-together = Together
held-database = Case texts, history and search index
release-do = Free up { $size }
release-text = { $count ->
    [one] Takes { $count } file off this computer: of a case that is closed or not yours, not pinned, not opened for two weeks. It stays on the server.
   *[other] Takes { $count } files off this computer: of cases that are closed or not yours, not pinned, not opened for two weeks. They stay on the server.
}
release-done = { $size } freed. The files are on the server.
waiting-rule = Sent by itself, oldest first, when there is a network
alone-text = This office has no server. Nothing is sent, and nothing waits to be sent.
alone-connect = To work with colleagues, connect it to a server on the page “Office”.
alone-sample = It is made up. To work with colleagues, leave it and start or join an office.
alone-invite = Colleagues join through a server, so nobody can be invited yet.
waiting-change = Change
waiting-case = Case
waiting-saved = Saved
waiting-state = State
set-aside-title = Set aside
set-aside-rule = Arrived, but could not be read or checked
set-aside-none = Nothing. Every change that arrived was checked and read.
set-aside-what = What
set-aside-trying = Trying again
set-aside-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
copy-details = Copy details without content
findings-title = What was found untrue
findings-rule = Said by the server or a record, and not believed
findings-seen = Seen
findings-note = I have read this
findings-again = found { $count } times, last { $when }
nav-untrue = { $count ->
    [one] { $count } thing to look at
   *[other] { $count } things to look at
}
unlocking = Unlocking
unlocking-with = With
unlocking-locks = Locks after
health = Health
health-disk = Disk
health-free = { $size } free
health-files-wait = Little room: files stay on the server until you fetch them.
health-clock = Clock
health-clock-right = agrees with the server
health-clock-ahead = { $time } ahead of the server
health-clock-behind = { $time } behind the server
health-clock-wrong = This computer and the server disagree. Days and deadlines are wrong here if the fault is with this computer: compare it with another clock.
health-register = Register
health-checked = checked { $when }
health-not-checked = not checked yet
health-server-says = Contradictions
health-server = Server
health-no-server = none
health-fingerprint = Fingerprint
health-version = Version
heard = Last heard from
heard-never = nothing yet
heard-more = the others more recently
verify-do = Check everything
verify-busy = Checking everything

## Office

people-title = People
office-people = { $count ->
    [one] { $count } person.
   *[other] { $count } people.
}
office-signed = Every act here is signed and stays in the register.
office-alone = You are the only one here
office-alone-text = Invite the first colleague. Each person gets a code of their own.
invite = Invite a person
connect = Connect to a server
connect-lead = What is on this computer is then sent there, sealed. The server cannot read it.
connect-server = Address of the server
connect-help = Whoever runs the server knows it. It stays for good. Copy it whole, also what follows a #.
connect-do = Connect
connect-change = Change the address
server-unreached = The server has not taken this office yet
server-unreached-text = { $address } has not answered, or takes no new offices. Everything is safe here. If the address is wrong, change it.
invite-lead = The code lets one person join with one computer.
invite-name = Name of the person
invite-name-help = As colleagues see it. They can correct it when they join.
invite-do = Make the code
invite-busy = Making the code
invite-made = Invitation for { $name }
invite-made-lead = Hand it over in person, or by a way that you both trust.
invite-until = Good until
invite-hand-over = They compare the fingerprint when they join. It must be the same on both sides.
copy-code = Copy the code

## Keys, as this language's keyboards name them

key-ctrl = Ctrl
key-shift = Shift
key-del = Del
key-esc = Esc
