//! Each fault of a pack is said by name, in its file.

use std::collections::BTreeMap;

use praesto_domain::case_types::{CaseType, Fault, PackText, Wrong};

use crate::made::{FORM, TYPE, calendars, dogs, with_words};

/// What is said of the pack after `old` in its `type.toml` became `new`.
fn said(old: &str, new: &str) -> Vec<String> {
    assert!(TYPE.contains(old), "{old} is in the pack");
    said_of(&TYPE.replacen(old, new, 1), FORM)
}

fn said_of(type_toml: &str, form: &str) -> Vec<String> {
    let faults = with_words("dogs", type_toml, form).err().unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_sound_pack_is_read_whole() {
    let dogs = dogs();
    assert_eq!((dogs.id(), dogs.version(), dogs.prefix()), ("dogs", 3, "DOG"));
    assert_eq!((dogs.states().len(), dogs.steps().len(), dogs.outcomes().len(), dogs.deadlines().len()), (4, 3, 2, 1));
    assert_eq!(dogs.first_state().id, "new");
    assert_eq!(dogs.decided_state().map(|state| state.id.as_str()), Some("ruled"));
}

#[test]
fn a_rule_that_is_mistyped_is_not_silently_left_out() {
    let faults = said("tasks_done = true", "task_done = true");
    assert!(faults[0].starts_with("type.toml: it cannot be read") && faults[0].contains("task_done"), "{faults:?}");
}

#[test]
fn every_fault_of_a_pack_is_said_by_name() {
    for (old, new, fault) in [
        ("prefix = \"DOG\"", "prefix = \"Dog\"", r#"prefix "Dog": references begin with 1 to 6 of A-Z"#),
        ("languages = [\"en\"]", "languages = []", "no language is named"),
        ("languages = [\"en\"]", "languages = [\"en\", \"en\"]", r#"language "en" is there twice"#),
        ("languages = [\"en\"]", "languages = [\"xx\"]", r#"language "xx" is not one of en, fr, de, mk, sq"#),
        ("calendar = \"week\"", "calendar = \"week\"\nnames = [\"call\"]", r#""names" names field "call", which is not there"#),
        ("calendar = \"week\"", "calendar = \"week\"\nnames = [\"born\"]", r#"field "born" names nobody: what is in "names" is a text"#),
        (
            "calendar = \"week\"",
            "calendar = \"week\"\nnames = [\"name\"]\nidentifying = [\"name\"]",
            r#"identifying field "name" is there twice"#,
        ),
        (
            "calendar = \"week\"",
            "calendar = \"week\"\nunique = [\"name\"]",
            r#""unique" names identifying field "name", which is not there"#,
        ),
        (
            "calendar = \"week\"",
            "calendar = \"week\"\nidentifying = [\"name\"]\nunique = [\"name\", \"name\"]",
            r#"unique field "name" is there twice"#,
        ),
        (
            "calendar = \"week\"",
            "calendar = \"week\"\nidentifying = [\"born\"]\nunique = [\"born\"]",
            r#"field "born" belongs to many people: what is in "unique" is a text or a whole number"#,
        ),
        ("calendar = \"week\"", "calendar = \"weak\"", r#"the pack names calendar "weak", which is not there"#),
        ("id = \"dog\"", "id = \"Dog\"", r#"section "Dog": an id is 1 to 40 of a-z, 0-9 and _, and begins with a letter"#),
        ("fields = [\"name\", \"born\"]", "fields = [\"name\"]", r#"field "born" is in no section: nobody could fill it in"#),
        ("fields = [\"name\", \"born\"]", "fields = [\"name\", \"born\", \"name\"]", r#"field "name" is in more than one section"#),
        (
            "fields = [\"name\", \"born\"]",
            "fields = [\"name\", \"born\", \"size\"]",
            r#"section "dog" names field "size", which is not there"#,
        ),
        (
            "status = \"new\"",
            "status = \"waiting\"",
            r#"a case begins in the first state, so its status has to be "new", and "new" has another"#,
        ),
        (
            "status = \"in_review\"",
            "status = \"needs_adjudication\"",
            r#"status "needs_adjudication" of state "looking" follows from decisions and belongs to no state"#,
        ),
        ("status = \"in_review\"", "status = \"decided\"", "there are outcomes, so exactly one state has to have the status \"decided\""),
        ("to = \"looking\"\nwho = \"assignee\"", "to = \"lookin\"", r#"step "look" names state "lookin", which is not there"#),
        ("from = [\"looking\"]\n\n", "from = [\"lookin\"]\n\n", r#"outcome "no_licence" names state "lookin", which is not there"#),
        ("from = [\"looking\"]\n\n", "from = []\n\n", r#"outcome "no_licence" starts nowhere: "from" is empty"#),
        ("from = [\"new\"]", "from = []", r#"step "look" starts nowhere: "from" is empty"#),
        ("from = [\"over\"]", "from = [\"over\", \"looking\"]", r#"step "again" leads from a state to the same one"#),
        (
            "from = [\"over\"]\nto = \"looking\"",
            "from = [\"over\"]\nto = \"ruled\"",
            r#"step "again" leads to the decided state: only a decision does"#,
        ),
        (
            "from = [\"looking\"]\nform",
            "from = [\"looking\", \"over\"]\nform",
            r#"outcome "licence" cannot be decided in "over", which is decided or closed"#,
        ),
        (
            "second = \"manager\"",
            "second = \"assignee\"",
            r#"outcome "licence": whoever has the case is mostly whoever decides, so the second signature is "anyone" or "manager""#,
        ),
        ("from = [\"ruled\"]", "from = [\"new\"]", r#"from state "ruled" no way leads to a closed one"#),
        ("id = \"again\"", "id = \"end\"", r#"step "end" is there twice"#),
        ("working_days = 10", "working_days = 10\ndays = 3", r#"deadline "rule" needs exactly one of working_days, days and months"#),
        ("working_days = 10", "", r#"deadline "rule" needs exactly one of working_days, days and months"#),
        ("working_days = 10", "months = 121", r#"deadline "rule" is 1 to 3,650 days or 1 to 120 months long"#),
        ("from = \"received\"", "from = \"birth\"", r#"deadline "rule" begins at "birth": write "received", "state:ID" or "field:ID""#),
        ("from = \"received\"", "from = \"field:name\"", r#"deadline "rule" begins with a field that is no date"#),
        ("from = \"received\"", "from = \"field:size\"", r#"deadline "rule" names field "size", which is not there"#),
        ("from = \"received\"", "from = \"state:gone\"", r#"deadline "rule" names state "gone", which is not there"#),
        ("met_by = [\"ruled\", \"over\"]", "met_by = []", r#"deadline "rule" is met by nothing: "met_by" is empty"#),
        ("met_by = [\"ruled\", \"over\"]", "met_by = [\"gone\"]", r#"deadline "rule" names state "gone", which is not there"#),
    ] {
        assert!(said(old, new).contains(&format!("type.toml: {fault}")), "{new}: {:?} instead of {fault}", said(old, new));
    }
}

#[test]
fn states_that_nobody_reaches_or_leaves_are_said() {
    let more = |state: &str, step: &str| said_of(&format!("{TYPE}\n[[state]]\nid = \"{state}\"\nstatus = \"waiting\"\n{step}"), FORM);
    assert_eq!(more("island", ""), [r#"type.toml: state "island" cannot be reached"#]);
    let in_only = "[[step]]\nid = \"in\"\nfrom = [\"new\"]\nto = \"trap\"\n";
    assert_eq!(more("trap", in_only), [r#"type.toml: from state "trap" no way leads to a closed one"#]);
    assert_eq!(
        said_of(&TYPE.replace("status = \"closed\"", "status = \"waiting\""), FORM)[0],
        "type.toml: no state is closed: a case of this type could never end"
    );
}

#[test]
fn several_faults_are_said_at_once() {
    let type_toml = TYPE.replacen("prefix = \"DOG\"", "prefix = \"dog\"", 1).replacen("working_days = 10", "months = 0", 1);
    assert_eq!(
        said_of(&type_toml, FORM),
        [
            r#"type.toml: prefix "dog": references begin with 1 to 6 of A-Z"#,
            r#"type.toml: deadline "rule" is 1 to 3,650 days or 1 to 120 months long"#
        ]
    );
}

#[test]
fn the_form_asks_only_what_screens_can_ask() {
    let of = |form: &str| said_of(TYPE, form);
    let with = |property: &str| of(&FORM.replacen(r#""type": "string", "format": "date""#, property, 1));
    let not_asked =
        [r#"form.schema.json: field "born" is none of: string, string with format date, string with enum, integer, boolean"#.to_owned()];
    for property in [
        r#""type": "number""#,
        r#""type": "array""#,
        r#""type": "string", "format": "email""#,
        r#""type": "string", "format": "date", "enum": []"#,
    ] {
        assert_eq!(with(property), not_asked, "{property}");
    }
    for (choices, fault) in [
        (r#"["Grey"]"#, r#"choice "Grey" of field "born" is no id, or "help", which names the help of the field"#),
        (r#"["help"]"#, r#"choice "help" of field "born" is no id, or "help", which names the help of the field"#),
        (r#"["grey", "grey"]"#, r#"choice "grey" is there twice"#),
        ("[]", r#"field "born" has no choices"#),
    ] {
        assert_eq!(with(&format!(r#""type": "string", "enum": {choices}"#)), [format!("form.schema.json: {fault}")]);
    }
    assert_eq!(
        of(&FORM.replace("\"additionalProperties\": false,", "")),
        [r#"form.schema.json: it is not an object with "properties" and "additionalProperties": false"#]
    );
    assert!(of("{")[0].starts_with("form.schema.json: it cannot be read"));
    let unfinished = with(r#""type": "string", "format": "date", "pattern": "("#);
    assert!(unfinished[0].starts_with("form.schema.json: it cannot be read"), "{unfinished:?}");
}

#[test]
fn a_rule_of_a_form_that_is_mistyped_is_not_silently_left_out() {
    let with = |rule: &str| said_of(TYPE, &FORM.replacen('{', &format!("{{ {rule},"), 1));
    for (rule, fault) in [
        (r#""then": { "required": ["nam"] }"#, r#""required" names field "nam", which is not there"#),
        (r#""if": { "properties": { "nam": { "const": "x" } } }"#, r#""properties" names field "nam", which is not there"#),
        (r#""dependentRequired": { "name": ["bornn"] }"#, r#""dependentRequired" names field "bornn", which is not there"#),
        (r#""allOf": [{ "maxLenght": 3 }]"#, r#""maxLenght" is not known here: a mistyped rule would never hold"#),
        (r#""allOf": { "required": [] }"#, r#""allOf" is not what JSON Schema wants there"#),
        (r#""then": { "additionalProperties": false }"#, r#""additionalProperties" is not known here: a mistyped rule would never hold"#),
    ] {
        assert_eq!(with(rule), [format!("form.schema.json: {fault}")], "{rule}");
    }
}

#[test]
fn a_form_reaches_for_nothing_and_asks_for_no_endless_work() {
    let said = |rule: &str| said_of(TYPE, &FORM.replacen('{', &format!("{{ {rule},"), 1));
    for keyword in ["$ref", "$dynamicRef"] {
        for to in ["https://example.org/more.json", "file:///etc/passwd", "#/properties/name"] {
            let fault = format!("form.schema.json: \"{keyword}\" is not known here: a mistyped rule would never hold");
            assert_eq!(said(&format!(r#""allOf": [{{ "{keyword}": "{to}" }}]"#)), [fault]);
        }
    }
    let many = vec!["{}"; 3_000].join(",");
    assert_eq!(said(&format!(r#""allOf": [{many}]"#)), ["form.schema.json: it has more than 2000 schemas"]);
    let long = "a".repeat(501);
    assert_eq!(
        said(&format!(r#""allOf": [{{ "pattern": "{long}" }}]"#)),
        [r#"form.schema.json: "pattern" is not what JSON Schema wants there"#]
    );
    let huge = said(r#""allOf": [{ "properties": { "name": { "pattern": "^(\\w{1000}){1000}$" } } }]"#);
    assert!(huge[0].starts_with("form.schema.json: it cannot be read"), "{huge:?}");
}

#[test]
fn a_pack_that_is_far_too_large_is_not_looked_at_further() {
    let states: String = (0..12_000).map(|number| format!("[[state]]\nid = \"s{number}\"\nstatus = \"waiting\"\n")).collect();
    assert_eq!(said_of(&format!("{TYPE}\n{states}"), FORM), ["type.toml: it has more than 100 states"]);
    let froms = vec!["\"new\""; 101].join(", ");
    assert_eq!(said("from = [\"new\"]", &format!("from = [{froms}]")), ["type.toml: it has more than 100 entries in one list"]);
}

#[test]
fn no_way_leads_back_from_a_decision_that_counts() {
    let appeal = "[[step]]\nid = \"appeal\"\nfrom = [\"ruled\"]\nto = \"looking\"\n";
    let fault = r#"type.toml: step "appeal" leads from the decided state to one that is not closed: while the decision counts, the case stays decided"#;
    assert_eq!(said_of(&format!("{TYPE}\n{appeal}"), FORM), [fault]);
}

#[test]
fn texts_are_complete_and_none_is_spare() {
    let words = |id: &str, text: &str| (id.to_owned(), text.to_owned());
    let mut english: BTreeMap<String, String> = dogs().messages().into_iter().map(|id| (id, "text".to_owned())).collect();
    english.remove("state-looking");
    english.extend([words("field-name-help", "Its call name."), words("field-size", "Size"), words("step-look", " ")]);
    let all = BTreeMap::from([("en".to_owned(), english), ("mk".to_owned(), BTreeMap::new())]);
    let pack = PackText { id: "dogs".to_owned(), type_toml: TYPE.to_owned(), form: FORM.to_owned(), words: all, letters: BTreeMap::new() };
    let said: Vec<String> = CaseType::read(&pack, &calendars()).err().unwrap_or_default().iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "words/en.ftl: text \"state-looking\" is missing",
            "words/en.ftl: text \"field-size\" belongs to nothing",
            "words/en.ftl: text \"step-look\" is empty",
            "words/mk.ftl: the pack does not name this language",
        ]
    );
    let silent = PackText { words: BTreeMap::new(), ..pack };
    assert_eq!(CaseType::read(&silent, &calendars()).err().unwrap_or_default()[0].to_string(), "words/en.ftl: there is none");
}

#[test]
fn texts_that_no_case_file_could_take_are_refused() {
    let read = |id: &str, text: &str| {
        let mut words: BTreeMap<String, String> = dogs().messages().into_iter().map(|id| (id, "text".to_owned())).collect();
        words.insert(id.to_owned(), text.to_owned());
        let words = dogs().languages().iter().map(|language| (language.clone(), words.clone())).collect();
        let (type_toml, form) = (TYPE.to_owned(), FORM.to_owned());
        let pack = PackText { id: "dogs".to_owned(), type_toml, form, words, letters: BTreeMap::new() };
        CaseType::read(&pack, &calendars()).err().unwrap_or_default().into_iter().map(|fault| fault.wrong).collect::<Vec<_>>()
    };
    for id in ["type", "deadline-rule", "deadline-rule-basis", "state-looking"] {
        assert_eq!(read(id, "Law on dogs,\nArticle 6"), [Wrong::NotOneLine(id.to_owned())]);
        assert_eq!(read(id, &"д".repeat(501)), [Wrong::LongText { id: id.to_owned(), limit: 500 }]);
        assert_eq!(read(id, &"д".repeat(500)), []);
    }
    assert_eq!(read("type-about", "One line,\nand another."), [], "what explains has as many as it needs");
    assert_eq!(read("field-name-help", "\u{7}"), [Wrong::Unprintable("field-name-help".to_owned())]);
}

#[test]
fn a_fault_names_the_line_that_it_is_about() {
    let line_of = |text: &str, part: &str| text.lines().position(|line| line.contains(part)).map(|at| at + 1);
    let fault = |wrong| Fault { file: "type.toml".to_owned(), wrong };
    let unknown = Wrong::Unknown { place: "step \"look\"".to_owned(), what: "state", id: "nowhere".to_owned() };
    let text = TYPE.replacen("to = \"looking\"", "to = \"nowhere\"", 1);
    assert_eq!(fault(unknown).line(&text), line_of(&text, "nowhere"));
    assert_eq!(fault(Wrong::DeadEnd("looking".to_owned())).line(TYPE), line_of(TYPE, "id = \"looking\""), "where it is said what it is");
    assert_eq!(fault(Wrong::SpareText("state-gone".to_owned())).line("type = Dog\nstate-gone = Gone\n"), Some(2));
    assert_eq!(fault(Wrong::NoText("state-new".to_owned())).line("type = Dog\n"), None, "what is missing is in no line");
    assert_eq!(fault(Wrong::NotReadable("TOML parse error at line 12, column 3".to_owned())).line(""), Some(12));
}

#[test]
fn a_folder_name_that_is_no_id_is_refused() {
    for id in ["Dogs", "my dogs", "", "4dogs"] {
        let faults = with_words(id, TYPE, FORM).err().unwrap_or_default();
        assert_eq!(faults, [Fault { file: ".".to_owned(), wrong: Wrong::BadFolder(id.to_owned()) }], "{id}");
    }
    assert!(with_words("dog-licence", TYPE, FORM).is_ok());
}

#[test]
fn a_field_that_is_chosen_tells_nobody_apart() {
    let form = FORM.replace(r#"{ "type": "string", "format": "date" }"#, r#"{ "type": "boolean" }"#);
    let type_toml = TYPE.replacen("calendar = \"week\"", "calendar = \"week\"\nidentifying = [\"born\"]", 1);
    assert_eq!(
        said_of(&type_toml, &form),
        [r#"type.toml: field "born" tells nobody apart: what is in "identifying" is a text, a day or a whole number"#]
    );
}
