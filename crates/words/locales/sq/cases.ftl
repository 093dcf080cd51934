### Lëndë: gjendja, listat, çfarë bëri një ndryshim.

## Ku gjendet lënda

status-new = E re
status-in-review = Në shqyrtim
status-waiting = Në pritje
status-decided = E vendosur
status-needs-adjudication = Kërkon vendim përfundimtar
status-closed = E mbyllur

## Lista dhe radhitja e tyre

queue-mine = Të miat
queue-team = Ekipi
queue-overdue = Me vonesë
queue-not-sent = Të padërguara
queue-conflict = Konflikt
queue-closed = Të mbyllura
queue-all = Të gjitha
queue-removed = Të hequra

sort-due = Afati
sort-newest = Më të rejat
sort-title = Titulli
sort-reference = Numri

## Si mbërriti lënda në zyrë

channel-app = me aplikacion
channel-web = me formular në ueb
channel-paper = në letër
channel-registered = në sportel
channel-import = e importuar
channel-mail = me e-mail

## Afate

due-late = { $count ->
    [one] { $count } ditë vonesë
   *[other] { $count } ditë vonesë
}
due-today = Afati është sot
due-days-left = { $count ->
    [0] Afati është sot
    [one] edhe { $count } ditë
   *[other] edhe { $count } ditë
}

## Çfarë bëri një ndryshim, pas emrit: „Ana: titulli u vendos dhe një shënim u shtua“

timeline-row = { $name }: { $what }
change-create-case = lënda u krijua
change-import = lënda u importua
change-set-title = titulli u vendos
change-set-reference = numri i lëndës u vendos
change-set-received = data e pranimit u vendos
change-assign = lënda u caktua
change-unassign = lënda u kthye
change-set-field = formulari u plotësua
change-add-tag = një etiketë u shtua
change-remove-tag = një etiketë u hoq
change-add-party = një person u shtua
change-edit-party = një person u ndryshua
change-remove-party = një person u hoq
change-restore-party = një person u rikthye
change-add-note = një shënim u shtua
change-correct-note = një shënim u korrigjua
change-withdraw-note = një shënim u tërhoq
change-restore-note = një shënim u rikthye
change-add-attachment = një skedar u bashkëngjit
change-file = përmbajtja e një skedari
change-add-attachment-version = u shtua një version i ri i një skedari
change-rename-attachment = një skedar u riemërtua
change-remove-attachment = një skedar u hoq
change-restore-attachment = një skedar u rikthye
change-add-task = një detyrë u shtua
change-edit-task = një detyrë u ndryshua
change-task-done = një detyrë u shënua si e kryer
change-reopen-task = një detyrë u hap përsëri
change-remove-task = një detyrë u hoq
change-restore-task = një detyrë u rikthye
change-add-deadline = një afat u shtua
change-meet-deadline = një afat u shënua si i respektuar
change-reopen-deadline = një afat u hap përsëri
change-set-deadline-day = një afat u zhvendos
change-remove-deadline = një afat u hoq
change-restore-deadline = një afat u rikthye
change-decide = u mor një vendim
change-directory = u përditësua lista e personave
change-withdraw-decision = një vendim u tërhoq
change-restore-decision = një vendim u rikthye
change-set-status = gjendja u ndryshua
change-sign = u dha nënshkrimi i dytë
change-settle = një konflikt u zgjidh
change-take-out = një skedar u ruajt jashtë Praesto-s
change-file-letter = një shkresë u miratua
change-remove-case = lënda u hoq
change-restore-case = lënda u rikthye
change-other = lënda u ndryshua

## Vende ku mund të ketë dy versione

place-title = Titulli
place-reference = Numri i lëndës
place-status = Statusi
place-received = Data e pranimit
place-received-unknown = E panjohur, { $channel }
place-assignee = Kush e ka
place-field = Fushë e formularit
place-party-name = Emri i një personi
place-party-role = Roli i një personi
place-party-contact = Kontakti i një personi
place-attachment-name = Emri i një skedari
place-task-text = Teksti i një detyre
place-task-due = Afati i një detyre
place-task-assignee = Kush e kryen një detyrë
place-task-done = Gjendja e një detyre
place-deadline-label = Emri i një afati
place-deadline-day = Dita e një afati
place-deadline-met = Gjendja e një afati

value-yes = Po
value-no = Jo
value-empty = Lënë bosh
value-choose = Zgjidhni…

## Ku gjendet përmbajtja e një skedari

whereabouts-here = Në këtë kompjuter
whereabouts-waiting-to-be-sent = Pret të dërgohet
whereabouts-on-server = Në server
whereabouts-arriving = Po mbërrin, { $percent }
whereabouts-with-author = Ende në kompjuterin e { $name }
