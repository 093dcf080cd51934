type = Dog tax
type-about = A dog is registered, and taxed or exempt from the tax.

section-owner = Owner
section-dog = Dog

field-owner_name = Name of the owner
field-owner_address = Address
field-dog_name = Name of the dog
field-chip_number = Number of the chip
field-chip_number-help = 15 digits, as in the dog's passport
field-kept_since = Kept since
field-guide_dog = Guide dog
field-guide_dog_proof = Proof that it is a guide dog

state-received = Received
state-assessing = Being assessed
state-decided = Decided
state-closed = Closed

step-assess = Assess
step-give_up = Close without a decision
step-close = Close

outcome-taxed = Taxed
outcome-exempt = Exempt

deadline-decide = Decision
deadline-decide-basis = By-law on keeping dogs, Article 6

letter-notice = Notice of dog tax
