const CASE_1: &[u8] = &[];
const DIRECTORY_1: &[u8] = &[];
