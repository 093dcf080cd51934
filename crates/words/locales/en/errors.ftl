### Every error: what happened, `.safe` what is safe, `.next` what to do.

error-what-happened = What happened
error-what-is-safe = What is safe
error-what-to-do = What to do
error-why = Why

error-invalid-input = { $field ->
    [title] The title is missing or longer than 500 characters.
    [reference] The reference is missing or longer than 500 characters.
    [person_name] The name of the person is missing or longer than 200 characters.
    [office_name] The name of the office is missing or longer than 200 characters.
    [server] The address of the server is not complete, or does not begin with { "https://" }. Only this computer itself is reached by { "http://" }.
    [no_passphrase] No passphrase was given.
    [command] There is no such command.
    [passphrase] The passphrase is too short.
    [proxy] The address of the proxy is not complete. It holds a name and a port, and no user.
    [own_keys] A letter is not from A to Z, or stands for two things.
    [code] The invitation code is not complete.
    [reason] The reason is missing or longer than 100,000 characters.
    [path] The path is missing or not complete.
    [recipient_key] This is no public key of age: it begins with “age1”.
    [recipient] The recipient is missing.
    [text] The text is missing or too long.
    [field] The name of a field is missing or longer than 100 characters, or its value is longer than 100,000.
    [tag] The tag is missing or longer than 100 characters.
    [party] The name of the person is missing or longer than 500 characters.
    [role] The role is longer than 500 characters.
    [contact] The contact is longer than 500 characters.
    [task] The text of the task is missing or longer than 500 characters.
    [deadline] The name of the deadline is missing or longer than 500 characters.
    [decision] The decision is missing or longer than 500 characters.
    [attachment] The name of the file is missing or longer than 500 characters.
    [note] The text of the note is missing or longer than 100,000 characters.
    [paths] No file was named, or one path is not complete.
    [pages] There are no pages, or more than 200.
    [lock_minutes] This time before locking is not possible.
    [list_name] The name of the list is missing or longer than 100 characters.
    [list_taken] Another saved list has this name.
    [lists] Fifty lists are saved already. Remove one first.
    [due_within] A list can ask for at most 36,500 days.
    [changes] These changes do not fit together.
    [to] This person cannot be handed the case: it is yours, theirs already, or they have left.
    [words] What you write is longer than 5,000 characters.
   *[other] One entry is missing or does not fit.
}
    .safe = Nothing was changed.
    .next = Correct the entry and try again.

error-not-found = This is not on this computer.
    .safe = Nothing was changed.
    .next = Go back to the list. It may have moved or not arrived yet.

error-no-office = There is no office on this computer yet.
    .safe = Nothing was changed.
    .next = Join an office with an invitation, or make one.

error-office-exists = This profile already has an office.
    .safe = The office and its cases are untouched.
    .next = Use another profile for a second office.

error-locked = Praesto is locked.
    .safe = Everything is sealed and saved.
    .next = Unlock it and go on where you were.

error-wrong-passphrase = This passphrase does not open Praesto.
    .safe = Everything is sealed and untouched.
    .next = Try again. Look at the keyboard layout and the capital letters.

error-too-many-attempts = Too many wrong passphrases. Praesto waits before the next try.
    .safe = Everything is sealed and untouched.
    .next = { $seconds ->
        [one] Wait { $seconds } second, then try again.
       *[other] Wait { $seconds } seconds, then try again.
    }

error-keyring-unavailable = The keyring of this computer does not give out the key.
    .safe = Everything is sealed and untouched.
    .next = Unlock the keyring of this computer, then try again.

error-profile-in-use = Another window of Praesto has this profile open.
    .safe = Nothing was changed.
    .next = Go to the other window, or close it and try again.

error-profile-too-new = This profile was made by a newer Praesto.
    .safe = Everything in it is untouched.
    .next = Install the newer version on this computer.

error-profile-damaged = The database of this profile cannot be read.
    .safe = What was sent is safe on the server.
    .next = Do not delete the folder. Ask your administrator to restore this computer.

error-disk-full = There is no room left on the disk.
    .safe = Nothing was changed. Everything saved earlier is safe.
    .next = Make room on the disk, then try again.

error-offline = The server cannot be reached.
    .safe = Everything is saved on this computer.
    .next = What is saved is sent by itself. What you just asked of the server, ask again once there is a network.

error-not-checked = This case has not been checked yet.
    .safe = You can read it. What you typed is still here.
    .next = Connect to the server for a moment, then save again.

error-case-removed = This case was removed from the lists.
    .safe = Nothing of it was deleted. What you typed is still here.
    .next = Bring the case back first, then make your change.

error-changed-since = Somebody has written there since.
    .safe = Nothing was changed. Both stand in the timeline.
    .next = Look at what the case says now, and change it by hand.

error-nothing-to-undo = There is nothing of yours to take back in this case.
    .safe = Nothing was changed.
    .next = The timeline shows who changed what.

error-act-refused = This is not possible where the case stands.
    .safe = Nothing was changed.
    .next = Do what is missing first, or hand the case to somebody who may.

error-case-type-missing = The type of this case is not on this computer.
    .safe = The case is here whole. It can be read, noted on and handed over.
    .next = Steps and decisions wait until the type is installed, or are taken on a computer that has it.

error-written-meanwhile = Something else stands here now.
    .safe = Nothing was saved, and nothing was written over. What you typed is still here.
    .next = Look at both, then save again. Where several values stand, settle the conflict first.

error-other-certificate = The server’s certificate does not fit its address.
    .safe = Nothing was sent to it. Everything is safe here.
    .next = Ask whoever runs the server for the address with all that follows the #.

error-server-not-found = No Praesto server answers at this address.
    .safe = Nothing was made or changed.
    .next = Check the address and the network.

error-server-refused = The server refused the request.
    .safe = Everything is saved on this computer.
    .next = Try again later. If it stays so, tell your administrator.

error-server-contradicts = What the server says contradicts what was said before.
    .safe = Nothing from the server was accepted. Your work is saved here.
    .next = Tell your administrator. Open This computer to see what was found.

error-update-needed = The office uses something that this version does not know.
    .safe = Your work is saved here. Nothing is sent until then.
    .next = Install the newest version of Praesto.

error-invitation-invalid = This invitation is mistyped, expired or used.
    .safe = Nothing was changed.
    .next = Compare the code with your page, or ask for a new invitation.

error-waiting-for-colleague = This computer waits for a colleague to let it in.
    .safe = Your invitation holds. Nothing needs to be repeated.
    .next = Ask whoever invited you to open Praesto with a network.

error-waiting-for-keys = This computer waits for keys from a colleague.
    .safe = Your work is saved here, and stays sealed until then.
    .next = Ask a colleague to open Praesto with a network.

error-waiting-for-administrator = The server is another one than before.
    .safe = Your work is saved here, and counts as unsent until then.
    .next = Ask an administrator to open Praesto with a network.

error-not-allowed = The office has not given you this right.
    .safe = Nothing was changed.
    .next = Ask an administrator of your office.

error-device-revoked = The office has withdrawn this computer.
    .safe = What was sent is safe on the server. The rest stays sealed here.
    .next = Talk to your administrator.

error-file-refused = The file was refused.
    .named = { $path } was refused.
    .safe = Nothing was taken from it. The file itself is untouched.
    .next = Look at the reason and choose another file.

error-file-unreadable = The file could not be read or written.
    .named = { $path } could not be read or written.
    .safe = Nothing in Praesto was changed.
    .next = Check that the file exists and that you may open it.

error-file-exists = There is a file of that name already.
    .named = { $path } is there already.
    .safe = That file is as it was, and nothing was saved outside.
    .next = Choose another name, or agree to replace it.

error-attachment-not-here = This file has not arrived on this computer yet.
    .safe = The case is complete. Only this file is missing here.
    .next = Connect to the network and fetch it again.

error-attachment-with-author = This file is still on the computer of whoever attached it.
    .named = This file is still on the computer of { $name }.
    .safe = The case is complete. Only this file is missing here.
    .next = It comes once that computer was connected. Ask for that, and fetch the file later.

error-attachment-unfit = This file is not what its case says of it.
    .named = This file is not what its case says of it. It was attached by { $name }.
    .safe = Nothing was saved outside. The case and its other files are safe.
    .next = Ask whoever attached it to attach the right file again.

error-attachment-damaged = This file was damaged on this computer.
    .safe = Nothing was saved outside. What the server holds is not touched.
    .next = Fetch it again. If that is not offered, attach the original once more.

error-person-without-access = This person cannot read the case.
    .safe = Nothing was changed. The case stays where it was.
    .next = Choose somebody of the team that works on it, or ask an administrator.

error-letter-gaps = The letter still has gaps: { $gaps }.
    .safe = Nothing was filed; your text is kept as a draft.
    .next = Fill in what stands between the brackets, or take it out.

error-letter-signs = The typeface of letters lacks these signs: { $signs }
    .safe = Nothing was filed; your text is kept as a draft.
    .next = Write them in another way, such as in Latin or Cyrillic letters.

error-letter-address = The address does not fit into the window of an envelope.
    .safe = Nothing was filed; your text is kept as a draft.
    .next = Shorten it to eight lines.

error-letter-signed-off = This file is a letter that was signed off; it stays as it is.
    .safe = The file is unchanged, and nothing was added.
    .next = Write a new letter, or attach the other file beside it.

error-cannot-show = This file cannot be shown here.
    .safe = Nothing was changed. The file is in the case as it was attached.
    .next = Save it outside, with a reason, and open it with its own program.

error-too-many-pages = This file has { $pages } pages. At most { $most } are printed from here.
    .safe = Nothing was printed. The file is in the case as it was attached.
    .next = Save it outside, with a reason, and print it with its own program.

error-stopped = You stopped it before its end.
    .safe = What was done until then stays as it is.
    .next = Begin again whenever you want to.

error-internal = Something went wrong inside Praesto.
    .safe = Everything saved earlier is safe.
    .next = Try again. If it stays so, send a report to your administrator.

## Why the server refused

server-refused-malformed = Its answer could not be understood.
server-refused-bad-request = It did not understand the request. One side may be too old.
server-refused-login-needed = The sign-in of this computer has ended. It signs in again by itself.
server-refused-device-unknown = It does not know this computer, or not yet.
server-refused-device-revoked = The office has withdrawn this computer.
server-refused-not-entitled = This computer has no right to this space.
server-refused-not-found = It does not have what was asked for.
server-refused-founding-refused = The office exists there already, or it takes no new ones.
server-refused-head-moved = Somebody else changed the register first.
server-refused-entry-refused = The rules of the office do not allow this.
server-refused-epoch-not-current = The keys of the office have changed since.
server-refused-chain-broken = It has other changes of this computer than expected.
server-refused-record-refused = The signature or form of a change does not hold there.
server-refused-too-large = What was sent is larger than it takes.
server-refused-too-many = This computer asked too often. It takes a pause.
server-refused-quota-reached = Your office has used up its room there.
server-refused-attachment-not-named = It knows no change that names this file.
server-refused-hash-mismatch = The file arrived there with other bytes than announced.
server-refused-invitation-invalid = The invitation does not exist, has expired, or was used.
server-refused-storage-full = It has no room left or cannot write.
server-refused-unavailable = It is busy, or it cannot work just now.

## Why an invitation is not accepted

invitation-refused-not-a-code = This is not an invitation code.
invitation-refused-mistyped = A letter or digit of the code is not right.
invitation-refused-expired = The invitation has expired.

act-refused-no-such-act = The case type has no such step.
act-refused-not-from-here = It leads on from another state.
act-refused-not-assigned = Only whoever has the case may do it.
act-refused-not-manager = Only a manager may do it.
act-refused-form-incomplete = The form is not complete.
act-refused-tasks-open = Tasks are still open.
act-refused-contradicting = Decisions contradict each other. People settle that first.
act-refused-waits-for-signature = A decision waits for its second signature.
act-refused-own-decision = Whoever decided cannot sign as the second.
act-refused-nothing-to-sign = Nothing waits for a signature.
act-refused-not-own-decision = Only whoever decided, or a manager, may withdraw it.
act-refused-decide-anew = What a second person signed is not brought back. Decide anew.

## Why a file cannot be shown

cannot-show-unknown-kind = Files of this kind are not shown.
cannot-show-damaged = It is damaged, or not what its name says.
cannot-show-too-large = It is too large to be shown.
cannot-show-encrypted = It opens with a password only.
cannot-show-no-such-page = It has fewer pages.
cannot-show-no-such-part = The mail has no such file.
cannot-show-took-too-long = Reading it took too long.
cannot-show-ended = Reading it broke off: it is damaged, or asks for more than a document may have.
cannot-show-stopped = Something else was opened meanwhile.
cannot-show-unavailable = This computer cannot start the separate process that reads files safely.
