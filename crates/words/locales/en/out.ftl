### A case, a list and a backup, out of Praesto.

## The dialog that takes a case out

out-open = Take the case out…
out-title = Take case { $reference } out of Praesto
out-lead = Outside, the case is no longer sealed by Praesto. The case keeps who took it, for whom and why.
out-goes = “{ $title }” leaves whole, with { $count ->
    [0] no files
    [one] one file ({ $size })
   *[other] { $count } files ({ $size })
}.
out-missing = { $count ->
    [one] One file is not on this computer
   *[other] { $count } files are not on this computer
}
out-missing-text = Fetch them from the case first, or leave them out.
out-leave = Leave them out. The page of the case says so.
out-leave-missing = Fetch the files, or agree that they are left out.
out-form = In which form
out-folder = A folder with a page that any browser shows
out-folder-help = Everybody who gets the folder can read it.
out-sealed = One sealed file (age)
out-sealed-help = Only whoever has the key of the recipient opens it.
out-for = For whom
out-for-help = For example: the administrative court.
out-key = Public key of the recipient
out-key-help = It begins with “age1”. The recipient gives it to you.
out-key-file = Read keys from a file…
out-key-missing = A public key begins with “age1”.
out-reason-help = For example: asked for by the court on 3 November.
out-busy = Writing it…
draft-out = Draft for taking out
hint-take-out = take the case out

## The page of a case

out-made = Taken out of Praesto by { $who } for { $name }, { $when }.
out-made-reason = Reason: { $reason }
out-left-out = { $count ->
    [one] One file was not on that computer and is left out. It is named below.
   *[other] { $count } files were not on that computer and are left out. They are named below.
}
out-channel = How it came
out-tags = Tags
out-name = Name
out-role = Role
out-contact = Contact
out-done = Done
out-file = File
out-size = Size
out-added = Added
out-remark = Remark
out-not-here = left out
out-earlier = Earlier version
out-when = When
out-who = Who
out-what = What
out-computer = Computer
out-moment = { $day }, { $time }
out-sums = The checksums of all files are in { $file }.

## A list as a table

list-out = Save the list as a table…
list-out-title = Save the list as a table
list-out-lead = { $count ->
    [one] One row leaves Praesto unsealed. Who took it and why is kept for the office.
   *[other] { $count } rows leave Praesto unsealed. Who took them and why is kept for the office.
}
list-out-reason-help = For example: figures for the yearly report.
out-type = Type
out-list = { $list } ({ $count })
hint-list-out = save the list

## Making a backup

backup = Backup
backup-lead = Everything on this computer in one sealed file: cases, files, drafts and keys.
backup-open = Make a backup…
backup-title = Make a backup
backup-passphrase-lead = Choose a passphrase for the backup. It alone opens the file, on any computer.
backup-current = Passphrase that opens Praesto here
backup-current-missing = Type the passphrase that opens Praesto here.
backup-keep = Nobody can open the backup without this passphrase. Keep it where you will find it.
backup-busy = Making the backup…
backup-made = The backup is made: { $path } ({ $size })
hint-backup = make a backup

## Restoring one

welcome-restore = Restore a backup
welcome-restore-text = This computer goes on where the backup was made.
welcome-restore-note = Nothing is restored before you press Restore
restore-file = The file of the backup
restore-choose = Choose the file…
restore-file-missing = Choose the file of the backup.
restore-passphrase = Passphrase of the backup
restore-passphrase-help = The one that was chosen when the backup was made.
restore-passphrase-missing = Type the passphrase of the backup.
restore-do = Restore this backup
restore-busy = Restoring the backup…
restore-next = What happens next
restore-next-computer = Everything is here as it was when the backup was made.
restore-next-sync = What came since is fetched. If the other computer still works, this one goes on beside it.

error-backup-unreadable = This file is no backup of Praesto, or not a whole one.
    .safe = Nothing was restored, and nothing on this computer was changed.
    .next = Choose another file, or copy the backup here once more.
