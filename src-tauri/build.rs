fn main() { let _ = praesto_contract::COMMANDS; }
