### Synchronisation, and what this computer holds.

## State in the top bar

sync-no-server = Only on this computer
sync-not-yet = Not connected yet
sync-not-yet-waiting = { $count ->
    [0] Not connected yet
    [one] Not connected yet, { $count } change waits
   *[other] Not connected yet, { $count } changes wait
}
sync-up-to-date = Up to date, { $ago }
sync-sending = Sending { $done } of { $total }
sync-receiving = { $total ->
    [one] Cases arriving, { $done } of { $total }
   *[other] Cases arriving, { $done } of { $total }
}
sync-checking = Ready to use; checking records, { $done } of { $total }
sync-offline = { $count ->
    [0] Offline, all sent
    [one] Offline, { $count } change waits
   *[other] Offline, { $count } changes wait
}
sync-stopped = { $count ->
    [0] Stopped, needs you
    [one] Stopped, { $count } change waits
   *[other] Stopped, { $count } changes wait
}
sync-waiting = { $count ->
    [0] Waiting for a colleague
    [one] Waiting for a colleague, { $count } change waits
   *[other] Waiting for a colleague, { $count } changes wait
}
sync-last-contact = Last contact with the server: { $when }
sync-never-contact = No contact with the server yet

waiting-to-be-sent = { $count ->
    [0] Nothing waits to be sent
    [one] { $count } change waits to be sent
   *[other] { $count } changes wait to be sent
}
waiting-safe-here = Safe here
waiting-provisional = Provisional until sent

## Why something is on this computer

held-assigned = Assigned to you
    .sentence = It is assigned to you.
held-pinned = Pinned by you
    .sentence = You pinned it, so its files stay here too.
held-team = In your team queue
    .sentence = It is in the queue of your team.
held-recent = Opened lately
    .sentence = You opened it lately.
held-removed = Removed from the lists
    .sentence = It was removed from the lists, and nothing of it is deleted.

## Set aside: arrived, but could not be read or checked

set-aside-count = { $count ->
    [0] Nothing is set aside
    [one] { $count } change is set aside
   *[other] { $count } changes are set aside
}
set-aside-by = One change by { $name } is set aside
set-aside-made-on = Made on { $device }
set-aside-retry = Try again now

set-aside-malformed = A change arrived damaged.
    .why = Its bytes do not follow the agreed form.
    .safe = Everything. The case stays as it was.
    .next = Wait for the next contact. If it stays, tell your administrator.
set-aside-forged = A change was altered on its way.
    .why = Its signature does not fit its content.
    .safe = Everything. The change was not used.
    .next = Tell your administrator. Copy the details without content.
set-aside-unknown-device = A change comes from a computer that the office does not know.
    .why = The register of the office does not list this computer.
    .safe = Everything. The change was not used.
    .next = Wait for the next contact. If it stays, tell your administrator.
set-aside-after-revocation = A change was made after its computer was withdrawn.
    .why = The office withdrew the computer before this change.
    .safe = Everything. The change is kept and not used.
    .next = An administrator can look at it with the person who wrote it.
set-aside-not-allowed = A change was made without the right to it.
    .why = The register gives its author no right to write here.
    .safe = Everything. The change is kept and not used.
    .next = Ask an administrator whether the right is missing by mistake.
set-aside-chain-gap = A change cannot be checked yet.
    .why = An earlier change from the same computer is missing.
    .safe = Everything. The case shows its last checked version.
    .next = Connect once. The missing change comes first, then this one is tried again.
set-aside-chain-fork = Two changes of one computer claim the same place.
    .why = Probably a copy of that computer’s profile was used.
    .safe = Everything. Both changes are kept.
    .next = Tell your administrator which computer it is.
set-aside-out-of-sequence = A change does not follow on from the others of its computer.
    .why = Its number comes twice, or one before it is missing. Perhaps a copy of that computer was used.
    .safe = Everything. The change is kept and not used.
    .next = It is tried again by itself. If it stays, tell your administrator which computer it is.
set-aside-register-behind = A change knows more of the office than this computer.
    .why = The newest entries of the register have not arrived here.
    .safe = Everything. The change is kept.
    .next = Connect once. It is tried again by itself.
set-aside-key-missing = A change is sealed with a key that is not here yet.
    .why = The key of its period has not arrived on this computer.
    .safe = Everything. The change is kept sealed.
    .next = Connect once, while a colleague is online. It is tried again by itself.
set-aside-cannot-open = A change does not open with its key.
    .why = The key is here, but the seal does not fit it.
    .safe = Everything. The change is kept and not used.
    .next = Tell your administrator. Copy the details without content.
set-aside-missing-changes = A change builds on others that have not arrived.
    .why = It refers to changes that are still missing here.
    .safe = Everything. The case is shown without it.
    .next = Connect once. It is tried again by itself.
set-aside-wrong-actor = A change was written under another computer’s name.
    .why = The name inside does not belong to the computer that signed it.
    .safe = Everything. The change was not used.
    .next = Tell your administrator. Copy the details without content.
set-aside-unknown-schema = A change was made by a newer Praesto.
    .why = This version does not understand its form.
    .safe = Everything. The change is kept.
    .next = Install the newest version. It is tried again by itself.
set-aside-checkpoint-contradicts = A summary says something else than its changes.
    .why = It does not match the changes that it covers.
    .safe = Everything. The case was rebuilt from its changes.
    .next = Tell your administrator whose computer it was.
set-aside-removal-untrue = A change and what it says about removing a case do not agree.
    .why = It removes a case without saying so, or says so and does something else.
    .safe = Everything. The change was not used.
    .next = Tell your administrator whose computer it was.

## What the server or a record showed to be untrue

finding-count = { $count ->
    [0] No contradictions found
    [one] { $count } contradiction found
   *[other] { $count } contradictions found
}
finding-register-rolled-back = The server showed an older register of the office.
    .why = It does not continue the one that this computer has seen.
    .safe = The newer register stays. Your work is saved here.
    .next = Tell your administrator. The server may have been restored from a backup.
finding-register-forged = The server’s register holds an entry that breaks the rules.
    .why = The entry is not signed by somebody who had the right.
    .safe = The entry was not accepted. Your work is saved here.
    .next = Tell your administrator before you work on with the server.
finding-server-behind = The server lacks changes that it had confirmed.
    .why = It was probably restored from an older copy.
    .safe = This computer still has them and offers them again.
    .next = Stay connected until everything is sent again. Tell your administrator.
finding-histories-differ = The server showed a colleague another history than you.
    .why = The order of changes on two computers does not agree.
    .safe = Both histories are kept. Your work is saved here.
    .next = Tell your administrator. Compare both computers.
finding-record-forged = The server passed on a change that nobody in the office wrote.
    .why = Its signature belongs to no computer of the office.
    .safe = The change was not used.
    .next = Tell your administrator.
finding-wrong-keys = The server passed on keys that do not fit.
    .why = They do not match what the register announces.
    .safe = The keys were not used. New ones are made by themselves.
    .next = Tell your administrator.
finding-attachment-swapped = The server passed on another file than the one named.
    .why = The bytes do not match the name that was signed.
    .safe = The file was not opened or kept.
    .next = Fetch the file again. If it stays so, tell your administrator.
finding-attachment-damaged = A file was damaged on this computer before the server had it.
    .why = Its bytes on the disk are no longer those that were sealed here.
    .safe = The rest of its case is safe. No colleague and no server is at fault.
    .next = Attach the original again: “Check everything” names the file. Have the disk of this computer checked.
finding-attachment-unfit = A colleague’s file is not what its case says of it.
    .why = Its length or content differs from what whoever attached it stated.
    .safe = The file was not used. The case and its other files are safe.
    .next = Ask that colleague to attach the right file again.
finding-checkpoint-forged = A summary contradicted the changes behind it.
    .why = It does not say what its changes say.
    .safe = The summary was dropped and the case rebuilt from its changes.
    .next = Tell your administrator whose computer it was.
finding-profile-copied = A copy of this profile was used elsewhere.
    .why = Both this computer and the copy made changes.
    .safe = All changes are kept. Those of this computer were signed anew.
    .next = This computer now counts as a further one of yours. If you made no copy, tell your administrator.
finding-device-added = A further computer of one of you was added.
    .why = A computer of this person added it, as a copied profile does.
    .safe = It can read what this person can read. Nothing was changed.
    .next = If nobody made a copy, ask your administrator to shut out both computers.
finding-receipt-forged = The server confirmed something with a wrong signature.
    .why = The confirmation is not signed by your office’s server.
    .safe = The change stays on this computer and waits to be sent.
    .next = Tell your administrator.

## A check of everything

verify-clean = Everything on this computer was checked and holds.
verify-not-checked = { $count ->
    [one] What is here holds. { $count } case stands on a colleague’s word until its history has arrived.
   *[other] What is here holds. { $count } cases stand on a colleague’s word until their history has arrived.
}
verify-summary = { $entries ->
    [one] { $entries } register entry
   *[other] { $entries } register entries
}, { $records ->
    [one] { $records } change
   *[other] { $records } changes
}, { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
}, { $files ->
    [one] { $files } file
   *[other] { $files } files
}
verify-problems = { $count ->
    [one] { $count } thing does not hold.
   *[other] { $count } things do not hold.
}
verify-register = The register does not hold together.
verify-record = The signature or the content of a change does not hold.
verify-chain = A chain of changes is broken.
verify-document = A case does not match its changes.
verify-attachment = A file is missing or was altered.
