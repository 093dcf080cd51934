### Who looked at a case, and what left Praesto.

access = Кој погледнал
access-show = Прикажи кој погледнал
access-hide = Сокриј кој погледнал
access-lead = Се чува одвоено од измените, по еднаш дневно за секој компјутер.
access-none = Сè уште никој не погледнал.
access-more = { $count ->
    [one] Прикажи уште { $count }
   *[other] Прикажи уште { $count }
}
access-opened = { $name }: отворен предмет
access-printed = { $name }: отпечатено { $what }: „{ $reason }“
access-took-out = { $name }: { $what } зачувано надвор од Praesto: „{ $reason }“
access-opened-elsewhere = { $name }: отворена копија на { $what } во друга програма
access-exported = { $name }: предметот е изнесен за { $what }: „{ $reason }“
access-listed = { $name }: зачувана табела од { $what }: „{ $reason }“
access-backed-up = { $name }: направена резервна копија од овој компјутер
hint-who-looked = кој погледнал

## On this computer

left-title = Што излегло преку овој компјутер
left-lead = Датотеки, предмети, списоци и резервни копии што некој ги изнел. Никој не може да избрише ред.
left-none = Преку овој компјутер не излегло ништо.
left-none-all = Колку што е познато тука, преку ниеден компјутер не излегло ништо.
left-title-all = Што излегло преку компјутерите на службата
left-all = Прикажи ги сите компјутери
left-mine = Прикажи го само овој компјутер
left-of = Предмет { $reference }
