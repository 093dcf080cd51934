### Pages into one PDF: scans and photographs of sheets, straightened and put in order.

scan-begin = Pages into one PDF…
hint-scan = pages into one PDF
scan-title = Pages into one PDF
scan-lead = Scans and photographs become one straight file of { $reference }.
scan-add = Add files…
scan-of-case = File of this case
scan-of-case-choose = Choose a file
scan-of-case-add = Add
scan-empty = There are no pages yet. Add files, or drop them here.
scan-pages = Pages
scan-tools = This page
scan-page = { $page } of { $pages }: { $name }
scan-page-of = { $page } of { $pages }: { $name }, page { $own }
scan-shown = The page as it will be: { $name }
scan-reading = Reading { $name }
scan-turn-left = Turn left
scan-turn-right = Turn right
scan-straighten = Straighten
scan-crop = Cut to the sheet
scan-up = Move up
scan-down = Move down
scan-leave-out = Leave out
scan-askew = Straightened by { $degrees }°
scan-level = Stands straight
scan-unclear = No lines of text show how it stands
scan-as-put = Not straightened
scan-cropped = Cut to the sheet
scan-no-edges = The edges of the sheet are not clear
scan-paper = { $width } × { $height } mm
scan-tone = Colours
scan-tone-as-it-is = As they are
scan-tone-grey = Grey
scan-tone-black-and-white = Black and white
scan-name = Name of the file
scan-name-help = PDF is added by itself.
scan-name-missing = The file has no name yet.
scan-keep = Attach the files from outside as they are, too
scan-missing = Add at least one page.
scan-too-many = One file takes { $max } pages. The rest was not added.
scan-unread = One page cannot be read. Leave it out.
scan-make = Make the PDF
scan-making = Page { $done } of { $total }
scan-stopped = You stopped it. Nothing was added to the case.
scan-leaving = These pages and their order are not kept.
scan-leave = Leave without the PDF
said-scanned = The pages are one PDF of the case.
keys-scan = While pages become one PDF
hint-scan-choose = previous, next page

error-scan-refused = A file cannot become a page.
    .named = { $name } cannot become a page.
    .safe = Nothing was added to the case. The file itself is untouched.
    .next = Leave it out, or attach it as it is.

error-scan-too-large = The pages are too large for one file.
    .safe = Nothing was added to the case. The files themselves are untouched.
    .next = Make two files of them, or choose grey or black and white.

## Why a file cannot become a page

scan-refused-unknown-kind = Only pictures and PDF files can.
scan-refused-damaged = It is damaged, or not what its name says.
scan-refused-too-large = It is too large.
scan-refused-encrypted = It opens with a password only.
scan-refused-no-such-page = It has fewer pages.
scan-refused-took-too-long = Reading it took too long.
scan-refused-ended = Reading it broke off: it is damaged, or asks for more than a picture may have.
scan-refused-unavailable = This computer cannot start the separate process that reads files safely.
