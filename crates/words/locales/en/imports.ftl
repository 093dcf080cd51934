### Bringing existing files in.

import-source-csv = Table (CSV)
import-source-folder = Folder of documents
import-source-xdomea = xdomea message
import-source-mail = Mails
import-source-mail-folder = Folder of mails

import-fate-new = New
import-fate-already-here = Already here
import-fate-refused = Refused
import-reference-taken = Another case has this reference

import-plan-summary = { $new } new, { $here } already here, { $refused } refused
import-plan-hint = Nothing was changed yet. This is what would happen.
import-done = { $count ->
    [0] No new cases were imported.
    [one] { $count } case was imported.
   *[other] { $count } cases were imported.
}
import-missing = { $count ->
    [one] { $count } is missing
   *[other] { $count } are missing
}
import-stopped = { $count ->
    [one] The import stopped. { $count } case is in.
   *[other] The import stopped. { $count } cases are in.
}
import-stopped-next = What came in is safe. Import the same again for the rest: nothing comes in twice.
import-already-here = { $count ->
    [one] { $count } case was here already.
   *[other] { $count } cases were here already.
}
import-refused = { $count ->
    [one] { $count } row was refused.
   *[other] { $count } rows were refused.
}
import-progress = Importing { $done } of { $total }

column-ignore = Leave out
column-title = Title
column-reference = Reference
column-received = Day of receipt
column-deadline = Deadline
column-note = Note
column-party-name = Name of a person
column-party-contact = Contact of a person
column-tag = Tag
column-field = Form field

## Why a row or a file was refused

import-refused-too-large = The file is too large.
import-refused-beyond-title = The title is longer than 500 characters.
import-refused-beyond-reference = The reference is longer than 500 characters.
import-refused-beyond-field = A form field has a name over 100 or a value over 100,000 characters.
import-refused-beyond-tag = A tag is longer than 100 characters.
import-refused-beyond-party = The name, role or contact of a person is longer than 500 characters.
import-refused-beyond-note = A note is longer than 100,000 characters.
import-refused-beyond-deadline = The name of a deadline is longer than 500 characters.
import-refused-beyond-entries = It holds more than 1,000 entries of one kind.
import-refused-beyond-case = It holds more text than one case takes at once.
import-refused-unprintable = A text in it holds characters that cannot be shown.
import-refused-bomb = The file unpacks to far more than its size.
import-refused-path-traversal = A file in it points outside its own folder.
import-refused-xml-doctype = It holds a document type declaration, which is not accepted.
import-refused-xml-entity = It defines its own XML entities, which is not accepted.
import-refused-xml-malformed = It is not well-formed XML.
import-refused-not-xdomea = It is not an xdomea message.
import-refused-version-unsupported = It is another version of xdomea than 3.0.0.
import-refused-name-too-long = A name in it is too long.
import-refused-duplicate-name = Two files in it have the same name.
import-refused-duplicate-column = Two of its columns have the same heading: { $what }
import-refused-missing-file = A file that it names is missing.
import-refused-not-utf8 = It is not written in UTF-8.
import-refused-table-not-utf8 = It is a table that is not written in UTF-8. In the program that it comes from, save it as “CSV UTF-8”, and import that file.
import-refused-encrypted-zip = The ZIP file is encrypted.
import-refused-nested-zip = A ZIP file in it holds another ZIP file.
import-refused-too-deep = Its folders or elements are nested too deeply.
import-refused-truncated = The file ends too early.
import-refused-not-a-csv = It is not a table in CSV form.
import-refused-empty-table = The table is empty.
import-refused-no-source = It is neither a table (CSV) nor an xdomea message (XML, ZIP) nor a mail ({ ".eml" }) nor a folder.
import-refused-too-many-rows = The table has too many rows.
import-refused-wrong-cell-count = The row has more or fewer cells than the heading.
import-refused-bad-date = A date in it cannot be read.
import-refused-empty-title = The title is empty.
import-refused-too-many-entries = The ZIP file holds too many files.
import-refused-symlink = It holds, or is, a link to another place instead of a file.
import-refused-bad-name = A file name in it is empty or holds control characters.
import-refused-duplicate-id = Two records in it have the same number.
import-refused-bad-id = A record in it has no number, or one that cannot be read.
import-refused-message-missing = The ZIP file holds no xdomea message.
import-refused-message-ambiguous = The ZIP file holds more than one xdomea message.
import-refused-compression-unsupported = A file in it is packed in a way that is not accepted.
import-refused-damaged = The file is damaged.
import-refused-too-many-elements = It holds too many elements.
import-refused-text-too-long = A text in it is too long.
import-refused-kind-unsupported = The xdomea message carries no records.
import-refused-kind-mismatch = The heading of the message names another kind than its content.
import-refused-wrong-type = It is another kind of file than its name says, or a program.
import-refused-too-many-columns = The table has too many columns.
import-refused-cell-too-long = A cell of the table is too long.
import-refused-open-quote = A quotation mark in the table is never closed.
import-refused-same-reference = A row above it has the same reference. One reference names one case.
import-refused-same-row = The same row stands above it.
import-refused-same-mail = The same mail stands above it.
import-refused-other-mail = A mail above it has the same number, but says something else. If it belongs to that case, attach it there.
import-refused-not-a-mail = It is not a mail.
import-refused-not-in-case = Its case is here already, and this document is not in it. If it belongs there, attach it there.
import-refused-not-named = The message does not name this file. It was left out.
import-refused-too-many-files = An import takes 100,000 files. This lies beyond them: import the folder in parts.
import-refused-hidden-file = It is a hidden file.
import-refused-system-file = It is a left-over of a program, not a document.
import-refused-not-a-file = It is not a file.
import-refused-unreadable = It could not be read.
import-refused-other = It could not be understood.

## What an xdomea message says, by the names of its standard

imported-above = { $name } (file above)
imported-message = Message
imported-process = Process number of the message
imported-system = Sending program
imported-message-note = Remark on the message
imported-kind = Type
imported-place = Place of the paper
imported-file-subject = Subject of the file above
imported-appraisal = Appraisal
imported-appraisal-proposal = Proposed appraisal
imported-keep-years = Years to keep
imported-keep-until = Keep until
imported-archive-mark = Mark of the archive
imported-from = Runs from
imported-to = Runs to
imported-closed-on = Closed for good on
imported-part-of = Part of
imported-subject = Subject
imported-file-plan = File plan
imported-lead = In charge
imported-keeper = Keeps the file
imported-secrecy = Confidentiality
imported-medium = Medium
imported-remark = Remark
imported-foreign-reference = Their reference
imported-regarding = Regarding
imported-in-particular = In particular
imported-reference = Reference
imported-date = Date
imported-received = Received
imported-sent = Sent
imported-attached-to = Attached to
imported-party = Party
imported-sender = Sender
imported-receiver = Recipient
imported-clerk = Caseworker
imported-author = Author
imported-handed-over-by = Handed over by
imported-handed-over-to = Handed over to
