### What there is to do, and what happened since one looked.

area-today = Денес
today-agenda = Што има за работа
today-side = Новости и што чека испраќање
today-offline = Не сте поврзани. Сè подолу е на овој компјутер.
today-late = Задоцнето
today-now = Денес
today-soon = Оваа и следната недела
today-undated = Без датум
today-more = { $count ->
    [one] Уште { $count }. Ќе го најдете во неговиот предмет.
   *[other] Уште { $count }. Ќе ги најдете во нивните предмети.
}
today-nobody = { $count ->
    [one] { $count } работа во предмет што никој го нема е задоцнета, за денес или за решавање.
   *[other] { $count } работи во предмети што никој ги нема се задоцнети, за денес или за решавање.
}
today-nobody-look = Видете ги предметите на тимот
today-nothing = Ништо не ве чека
today-nothing-text = Тука доаѓаат задачите и роковите од вашите предмети и одлуките што треба да ги потпишете.
today-to-cases = Кон предметите
today-done = Завршено: { $name }
today-sign = Втор потпис: { $outcome }
today-settle = Изберете меѓу истовремено напишаното
today-by-law = Според закон
today-by-law-on = Според закон: { $day }
today-was-due = рок беше { $day }
today-to-sign = За потпис
today-decided-by = Одлучи { $name }
today-waiting-more = { $count ->
    [one] Уште { $count }
   *[other] Уште { $count }
}
news = Променето откако погледнавте
news-none = Колегите не смениле ништо што не сте го виделе.
news-more = { $count ->
    [one] И уште { $count } предмет.
   *[other] И уште { $count } предмети.
}
nav-urgent = { $count ->
    [one] { $count } работа ве чека денес
   *[other] { $count } работи ве чекаат денес
}
hint-done = завршено
hint-tomorrow = утре
keys-today = Денес
said-put-off = Рокот на задачата е { $day }.
hints = Добро е да се знае
hints-search = Најдете предмет, лице или наредба.
hints-keys = Видете ги сите копчиња на страницава.
hints-undo = Вратете го тоа што само што го направивте.
hints-lock = Заклучете кога си одите од бирото.
hints-drop = Спуштете датотеки на отворен предмет за да ги приложите.
hints-read = Сега го знам ова
settings-hints = Прикажувај совети на страницата Денес
today-in-its-case = Ова се решава во предметот. Enter го отвора.
