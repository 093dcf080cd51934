type = Такса за куче
type-about = Кучето се пријавува и се оданочува или се ослободува од такса.

section-owner = Сопственик
section-dog = Куче

field-owner_name = Име на сопственикот
field-owner_address = Адреса
field-dog_name = Име на кучето
field-chip_number = Број на чипот
field-chip_number-help = 15 цифри, како во пасошот на кучето
field-kept_since = Се чува од
field-guide_dog = Куче водич
field-guide_dog_proof = Доказ дека е куче водич

state-received = Примено
state-assessing = Се разгледува
state-decided = Одлучено
state-closed = Затворено

step-assess = Разгледај
step-give_up = Затвори без одлука
step-close = Затвори

outcome-taxed = Со такса
outcome-exempt = Ослободено

deadline-decide = Одлука
deadline-decide-basis = Одлука за држење кучиња, член 6

letter-notice = Известување за такса за куче
