//! What a device shows, in a form in which two devices can be compared.

use std::collections::BTreeSet;

use praesto_app::Handle;
use praesto_contract::*;

use super::{Device, World, computer, settle};

/// Every case as a device shows it, removed or not, without what is only about this computer or this person.
pub fn everything(device: &Device) -> Vec<serde_json::Value> {
    let mut cases: Vec<_> = [Queue::All, Queue::Removed].into_iter().flat_map(|queue| all_of(device, queue)).collect();
    cases.sort_by_key(|case| case["id"].to_string());
    cases
}

/// What lists, searches and the directory of people say beside the cases themselves: rows in their order, numbers, hits, names.
pub fn every_list(device: &Device) -> Vec<serde_json::Value> {
    let mut lists = Vec::new();
    let mut words = BTreeSet::new();
    for queue in [Queue::Team, Queue::Overdue, Queue::Conflict, Queue::Closed, Queue::All] {
        for sort in [CaseSort::Due, CaseSort::Title, CaseSort::Reference] {
            let window =
                |offset| device.handle(CaseListGet { queue, sort, filter: ListFilter::default(), offset, limit: 200 }).expect("a list");
            let total = window(0).total;
            // Of what is equal in an order, each computer shows first what came first: all windows together hold the same.
            let shown: Vec<_> = (0..total).step_by(200).flat_map(|offset| window(offset).rows).collect();
            words.extend(shown.iter().filter_map(|row| row.title.split(' ').next().map(str::to_owned)));
            let mut rows: Vec<_> = shown.into_iter().map(|row| serde_json::to_value(row).expect("views are JSON")).collect();
            rows.sort_by_key(|row| row["id"].to_string());
            lists.push(serde_json::json!({ "queue": queue, "total": total, "rows": rows }));
        }
    }
    for word in words.into_iter().filter(|word| !word.is_empty()).take(20) {
        let found = device.handle(Search { words: word.clone(), limit: 50 }).expect("a search");
        if found.more {
            // Which of the equal ones are among the first, each computer says for itself.
            continue;
        }
        let mut hits: Vec<_> = found.rows.iter().map(|row| row.id.to_string()).collect();
        hits.sort_unstable();
        lists.push(serde_json::json!({ "word": word, "hits": hits }));
    }
    let mut people: Vec<_> =
        device.handle(PeopleList {}).expect("people").into_iter().map(|one| serde_json::to_value(one).expect("views are JSON")).collect();
    people.sort_by_key(|one| one["name"].to_string());
    lists.push(people.into());
    for list in &mut lists {
        neutral(list);
        for_one(list);
    }
    lists
}

/// Removes what rows say to one person alone: what is new to them, what they are asked, what their computer has not checked.
fn for_one(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            for key in ["unseen", "removal_asked", "not_checked", "administrator_here"] {
                map.remove(key);
            }
            map.values_mut().for_each(for_one);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(for_one),
        _ => {}
    }
}

fn all_of(device: &Device, queue: Queue) -> Vec<serde_json::Value> {
    let mut cases = Vec::new();
    loop {
        let list = CaseListGet { queue, sort: CaseSort::Reference, filter: ListFilter::default(), offset: cases.len() as u64, limit: 200 };
        let page = device.handle(list).expect("a list");
        for row in &page.rows {
            let case = device.handle(CaseGet { case: row.id }).expect("a case of the list opens");
            let mut value = serde_json::to_value(case).expect("views are JSON");
            neutral(&mut value);
            // Rows of other cases.
            for_one(&mut value["same_reference"]);
            cases.push(value);
        }
        if page.rows.is_empty() || cases.len() as u64 >= page.total {
            return cases;
        }
    }
}

/// Removes what differs by who looks.
pub fn neutral(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            // Whether a person is asked about a removal is for that person alone.
            if map.get("state").is_some_and(|state| state == "asked") {
                map.insert("state".to_owned(), "removed".into());
            }
            // What this person may do is for them alone, too.
            for key in [
                "me",
                "mine",
                "acts",
                "sent",
                "not_sent",
                "held",
                "drafts",
                "can_undo",
                "changed_here",
                "provisional",
                "whereabouts",
                "done",
                "total",
            ] {
                map.remove(key);
            }
            map.values_mut().for_each(neutral);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(neutral),
        _ => {}
    }
}

/// What a device has found untrue.
pub fn findings(device: &Device) -> Vec<FindingKind> {
    computer(device).findings.into_iter().map(|row| row.kind).collect()
}

/// After a lie has ended, or whatever else it was: everybody comes into step, and nothing is lost.
pub fn unharmed(world: &World, devices: &[&Device], cases: usize) {
    world.set_lie(None);
    settle(devices);
    let first = everything(devices[0]);
    assert_eq!(first.len(), cases, "nothing is lost");
    for device in &devices[1..] {
        assert_eq!(everything(device), first, "everybody is in step again");
    }
}
