### Files that are open in another program.

elsewhere-found-name = { $name } (found after an interruption){ $ending }
change-open-elsewhere = opened a copy of a file in another program
change-find-elsewhere = found a file after an interruption
timeline-opened-elsewhere = { $name } opened a copy of { $file } in another program
timeline-found-elsewhere = { $name }: { $file } was found after an interruption

hint-change-elsewhere = change in another program
hint-put-back = put files back
elsewhere-open = Change…
elsewhere-open-spoken = { elsewhere-open } { $name } in another program
elsewhere-is-out = Open in another program
elsewhere-warn-title = Open { $name } in another program
elsewhere-warn-copy = A copy leaves the sealed store until you put it back. Other programs on this computer can read it meanwhile.
elsewhere-warn-saves = Each time you save there, the case gets a new version.
elsewhere-warn-lock = When Praesto locks or closes, it seals what you saved and removes the copy. Save there first.
elsewhere-warn-log = The case keeps who opened it, and when.
elsewhere-do = Open
elsewhere-strip = { $count ->
    [one] { $count } file is open in another program
   *[other] { $count } files are open in another program
}
elsewhere-strip-named = { $name }, { $reference }
elsewhere-on-disk = The copy is on this computer’s disk: there was no room in memory.
elsewhere-not-sealed = { $name } is not sealed yet.
elsewhere-cut-off = { $name } looks cut off. The version before it still stands.
elsewhere-put-back = Put back
elsewhere-came-back = { $count ->
    [0] Put back. Nothing new was saved.
    [one] Put back. { $count } new version is sealed.
   *[other] Put back. { $count } new versions are sealed.
}
elsewhere-further = Kept in the case as well: { $names }
elsewhere-found = { $name } in { $reference } was found after an interruption. It stands beside the file.
elsewhere-found-nothing = { $name } in { $reference } came back empty. The version before it still stands.
elsewhere-found-look = Go to the case
found-of = Found after an interruption: a copy of { $name }
found-of-cut-off = Found after an interruption, and looks cut off: a copy of { $name }
found-take = Make it the newest version
said-found-taken = It is the newest version now.
elsewhere-close-title = { $count ->
    [one] A file is still open in another program
   *[other] { $count } files are still open in another program
}
elsewhere-close-text = Praesto seals what you saved there and removes the copy. What is not saved there yet is lost.
elsewhere-close-do = Put back and close
elsewhere-close-left = What cannot be sealed now stays in its folder until you unlock Praesto here again. Logging out can remove it before.
elsewhere-close-all-the-same = Close all the same

error-no-program = No program on this computer opens this file.
    .safe = Nothing was lost. The file in the case is as it was.
    .next = Install a program for such files, or save the file outside Praesto.
error-still-written = Another program is still writing the file.
    .safe = The copy stays where it is. Nothing was lost.
    .next = Save and close it there. Then put it back again.

cli-elsewhere = The copy is at { $path }.
cli-elsewhere-enter = Press Enter when you have saved and closed it.
