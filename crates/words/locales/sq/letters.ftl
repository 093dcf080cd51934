### Shkresat: çfarë shënohet në letrën e tyre, dhe si shkruhen, miratohen e shtypen.

## Në letër, në gjuhën e shkresës

letter-reference = Numri ynë
letter-day = Data
letter-page = Faqja { $page } nga { $pages }

## Çfarë kërkohet te një boshllëk

letter-blank-office = Emri i zyrës
letter-blank-author = Emri i autorit
letter-blank-missing = Çfarë mungon
letter-blank-outcome = Çfarë u vendos
letter-blank-reason = Arsyeja
letter-blank-decided-on = Dita e vendimit
letter-blank-decided-by = Kush vendosi

## Shkrimi

letter-write = Shkresë
letter-write-on = Shkruaj: { $title }
hint-letter = shkresë
letter-title = Shkresë në { $reference }
letter-lead = Plotësohet nga lënda. Kontrollojeni, pastaj miratojeni me emrin tuaj.
letter-which = Shkresa
letter-language = Gjuha
letter-choose = Zgjidhni një shkresë
letter-none = Asnjë shkresë nuk i përket gjendjes së kësaj lënde.
letter-missing = Zgjidhni cilën shkresë po shkruani.
letter-to = Marrësi
letter-to-other = Dikush tjetër
letter-address = Emri dhe adresa
letter-address-help = Nga një rresht, tetë më së shumti. Shihen në dritaren e zarfit.
letter-address-missing = Mungon emri i marrësit.
letter-text = Teksti
letter-text-help = Rreshti që fillon me # është titull, ai me - është pikë e një liste. Një rresht bosh e mbyll paragrafin.
letter-text-missing = Shkresa ende nuk thotë asgjë.
letter-gaps = { $count ->
    [0] Nuk ka mbetur asnjë boshllëk.
    [one] Ka mbetur { $count } boshllëk: { $gaps }
   *[other] Kanë mbetur { $count } boshllëqe: { $gaps }
}
letter-gap-next = Boshllëku tjetër
letter-preview = Si do të duket
letter-filling = Shkresa po plotësohet
letter-make = Mirato dhe depozito
said-letter-filed = Shkresa u miratua dhe u depozitua. Nuk mund të ndryshohet më.
draft-letter = Skicë shkrese

## E miratuar

letter-filed = { $title }, { $when }, miratuar nga { $name }
decision-letter = Shkresë: { $title }, { $when }, miratuar nga { $name }
letter-print = Shtyp…
letter-print-spoken = { letter-print } { $title }
letter-print-title = Shtypja: { $title }
letter-print-lead = Në letër, shkresa nuk është më e vulosur. Lënda ruan kush e shtypi dhe pse.
letter-print-posted = Për t’iu dërguar { $name }
