### Bringing existing files in.

import-source-csv = Table (CSV)
import-source-folder = Folder of documents
import-source-xdomea = xdomea message

import-fate-new = New
import-fate-already-here = Already here
import-fate-refused = Refused

import-plan-summary = { $new } new, { $here } already here, { $refused } refused
import-plan-hint = Nothing was changed yet. This is what would happen.
import-done = { $count ->
    [0] No new cases were imported.
    [one] { $count } case was imported.
   *[other] { $count } cases were imported.
}
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
import-refused-bomb = The file unpacks to far more than its size.
import-refused-path-traversal = A file in it points outside its own folder.
import-refused-xml-doctype = It holds a document type declaration, which is not accepted.
import-refused-xml-entity = It defines its own XML entities, which is not accepted.
import-refused-xml-malformed = It is not well-formed XML.
import-refused-not-xdomea = It is not an xdomea message.
import-refused-version-unsupported = It is another version of xdomea than 3.0.0.
import-refused-name-too-long = A name in it is too long.
import-refused-duplicate-name = Two files in it have the same name.
import-refused-missing-file = A file that it names is missing.
import-refused-not-utf8 = It is not written in UTF-8.
import-refused-encrypted-zip = The ZIP file is encrypted.
import-refused-nested-zip = A ZIP file in it holds another ZIP file.
import-refused-not-a-zip = It is not a ZIP file that can be read.
import-refused-too-deep = Its folders or elements are nested too deeply.
import-refused-too-many-files = It holds too many files.
import-refused-truncated = The file ends too early.
import-refused-not-a-csv = It is not a table in CSV form.
import-refused-too-many-rows = The table has too many rows.
import-refused-wrong-cell-count = The row has more or fewer cells than the heading.
import-refused-bad-date = A date in it cannot be read.
import-refused-empty-title = The title is empty.
import-refused-empty = There is nothing in it.
import-refused-link = It is a link to another place, not a file.
import-refused-unreadable = It could not be read.
import-refused-other = It could not be understood.
