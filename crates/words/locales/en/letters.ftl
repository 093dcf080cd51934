### Letters: what stands on their paper, and how they are written, signed off and printed.

## On the paper, in the language of the letter

letter-reference = Our reference
letter-day = Date
letter-page = Page { $page } of { $pages }

## What is wanted at a gap

letter-blank-office = Name of the office
letter-blank-author = Name of the author
letter-blank-missing = What is missing
letter-blank-outcome = What was decided
letter-blank-reason = Reason
letter-blank-decided-on = Day of the decision
letter-blank-decided-by = Who decided

## Writing one

letter-write = Letter
letter-write-on = Write { $title }
hint-letter = letter
letter-title = Letter in { $reference }
letter-lead = It is filled in from the case. Check it, then sign it off under your name.
letter-which = Letter
letter-language = Language
letter-choose = Choose a letter
letter-none = No letter belongs where this case stands.
letter-missing = Choose which letter to write.
letter-to = Recipient
letter-to-other = Somebody else
letter-address = Name and address
letter-address-help = One line each, eight at most. They stand in the window of the envelope.
letter-address-missing = The name of the recipient is missing.
letter-text = Text
letter-text-help = A line that begins with # is a heading, one that begins with - an item of a list. An empty line ends a paragraph.
letter-text-missing = The letter says nothing yet.
letter-gaps = { $count ->
    [0] No gaps are left.
    [one] { $count } gap is left: { $gaps }
   *[other] { $count } gaps are left: { $gaps }
}
letter-gap-next = Next gap
letter-preview = How it will look
letter-filling = Filling in the letter
letter-make = Sign off and file
said-letter-filed = The letter is signed off and filed. It cannot be changed any more.
draft-letter = Draft letter

## Signed off

letter-filed = { $title }, { $when }, signed off by { $name }
decision-letter = Letter: { $title }, { $when }, signed off by { $name }
letter-print = Print…
letter-print-spoken = { letter-print } { $title }
letter-print-title = Print { $title }
letter-print-lead = On paper, the letter is no longer sealed. The case keeps who printed it and why.
letter-print-posted = To be posted to { $name }
