// Writes the official vectors of the age format into a folder, one file each: `node dump.js FOLDER`. Compressed ones are unpacked.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import * as vectors from "cctv-age";

for (const [name, bytes] of Object.entries(vectors)) {
    const vector = Buffer.from(bytes);
    const end = vector.indexOf("\n\n");
    const lines = vector.subarray(0, end).toString("latin1").split("\n");
    const body = vector.subarray(end + 2);
    const compressed = lines.includes("compressed: zlib");
    const head = lines.filter((line) => line !== "compressed: zlib").join("\n");
    writeFileSync(join(process.argv[2], name), Buffer.concat([Buffer.from(head + "\n\n", "latin1"), compressed ? inflateSync(body) : body]));
}
