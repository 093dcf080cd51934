### Case types of the office: where they come from, and adding one.

own-types-title = Case types
own-types-add = Add a case type
own-types-type = Case type
own-types-version = Version
own-types-from = Where from
own-types-added = Added by { $name }, { $when }

case-type-standing-shipped = Comes with Praesto
case-type-standing-own = Your office
case-type-standing-withdrawn = Withdrawn: no new cases
case-type-standing-replaced = Praesto now brings one of this name, which counts
case-type-standing-too-new = Needs a newer Praesto

own-types-withdraw = Withdraw
own-types-withdraw-named = Withdraw { $type }
own-types-restore = Bring back
own-types-restore-named = Bring back { $type }
own-types-withdrawn = { $type }: no new cases from now on. Cases that are here go on.
own-types-restored = { $type } can be used for new cases again.

own-types-lead = A folder with the case type, or a ZIP of it. Everybody in the office gets it.
own-types-path = Folder or ZIP
own-types-path-help = It is checked first. Nothing is added if anything is wrong with it.
own-types-path-missing = Say which folder or ZIP.
own-types-pick-folder = Choose a folder
own-types-pick-file = Choose a ZIP
own-types-add-do = Check and add
own-types-check = Check only
own-types-sound = { $type }, version { $version }, is sound. Nothing was added.
own-types-busy = Checking

own-types-faults = { $count ->
    [one] Nothing was added: one thing is wrong
   *[other] Nothing was added: { $count } things are wrong
}
own-types-faults-text = Mend these in the files, then add them again. They are named in the English words of the format.
own-types-whole = The pack
own-types-line = { $file }, line { $line }
own-types-more = { $count ->
    [one] One more is not shown.
   *[other] { $count } more are not shown.
}

case-type-how-new = { $type } was added. Colleagues get it with the next synchronisation.
case-type-how-newer-version = { $type } is now version { $version }. Open cases stay where they stand.
case-type-how-brought-back = { $type } was withdrawn, and is back.
case-type-how-same = { $type } is here already, just so.

hint-add-type = add a case type
change-case-type = changed the case types of the office

error-case-type-withdrawn = The office has withdrawn this case type.
    .safe = What you typed is still here. Cases of this type go on.
    .next = Choose another type, or ask an administrator to bring it back.

error-case-type-refused = The case type was not added.
    .safe = Nothing was changed.
    .next = Look at the reason and try again.

case-type-refused-no-pack = No case type is in it: the file { "type.toml" } is missing.
case-type-refused-many-packs = More than one case type is in it. Add them one by one.
case-type-refused-ships = { $id } comes with Praesto. Give yours another name: rename its folder.
case-type-refused-older = Version { $version } of { $id } is here already. Count the version up in { "type.toml" }.
case-type-refused-states = { $count ->
    [one] One open case stands in a state that this version lacks: { $states }. Keep the state.
   *[other] { $count } open cases stand in states that this version lacks: { $states }. Keep the states.
}
case-type-refused-not-sound = { $count ->
    [one] One thing is wrong with it.
   *[other] { $count } things are wrong with it.
}
